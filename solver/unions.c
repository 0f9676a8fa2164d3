/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unions.h"

#include <glib.h>

int *co_unions_new(int n_nodes)
{
    int *parent = g_new(int, (size_t)MAX(n_nodes, 1));
    for (int k = 0; k < n_nodes; k++)
        parent[k] = k;
    return parent;
}

static int find_root(int *parent, int node)
{
    while (parent[node] != node)
        node = parent[node] = parent[parent[node]];
    return node;
}

void co_unions_join(int *parent, int a, int b)
{
    int x = find_root(parent, a), y = find_root(parent, b);
    parent[MAX(x, y)] = MIN(x, y);
}

void co_unions_flatten(int *parent, int n_nodes)
{
    for (int k = 0; k < n_nodes; k++)
        parent[k] = find_root(parent, k);
}

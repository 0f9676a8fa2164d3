/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most units from left to right: augmenting paths, one unit each, shortest first. */
#include "readiness_parts.h"

typedef struct Search {
    const CoFlow *flow;
    int *sent;  /* by edge */
    int *load;  /* by right node */
    int *via;   /* by right node: edge by which it was reached, -1 = not yet */
    int *back;  /* by left node: edge whose unit could be taken back, -1 = not reached */
    int *queue; /* of left nodes */
} Search;

static void clear(int *numbers, int n, int value)
{
    for (int i = 0; i < n; i++)
        numbers[i] = value;
}

static void augment(Search *search, int right, int from)
{
    for (;;) {
        int edge = search->via[right], left = search->flow->edges[edge][0];
        search->sent[edge]++;
        if (left == from)
            return;
        search->sent[search->back[left]]--;
        right = search->flow->edges[search->back[left]][1];
    }
}

/* Left nodes that could take their unit elsewhere and leave room at this right node. */
static int push_givers(Search *search, int right, int n_queued, int from)
{
    const CoFlow *flow = search->flow;
    for (int e = 0; e < flow->n_edges; e++) {
        int left = flow->edges[e][0];
        if (flow->edges[e][1] != right || search->sent[e] == 0 || left == from ||
            search->back[left] >= 0)
            continue;
        search->back[left] = e;
        search->queue[n_queued++] = left;
    }
    return n_queued;
}

static bool send_unit(Search *search, int from)
{
    const CoFlow *flow = search->flow;
    clear(search->via, flow->n_right, -1);
    clear(search->back, flow->n_left, -1);
    int n_queued = 0;
    search->queue[n_queued++] = from;
    for (int head = 0; head < n_queued; head++)
        for (int e = 0; e < flow->n_edges; e++) {
            int right = flow->edges[e][1];
            if (flow->edges[e][0] != search->queue[head] || search->via[right] >= 0)
                continue;
            search->via[right] = e;
            if (search->load[right] < flow->right_capacity[right]) {
                search->load[right]++;
                augment(search, right, from);
                return true;
            }
            n_queued = push_givers(search, right, n_queued, from);
        }
    return false;
}

int co_flow_most(const CoFlow *flow)
{
    g_autofree int *sent = g_new0(int, (gsize)flow->n_edges + 1);
    g_autofree int *load = g_new0(int, (gsize)flow->n_right + 1);
    g_autofree int *via = g_new(int, (gsize)flow->n_right + 1);
    g_autofree int *back = g_new(int, (gsize)flow->n_left + 1);
    g_autofree int *queue = g_new(int, (gsize)flow->n_left + 1);
    Search search = {flow, sent, load, via, back, queue};
    int n_sent = 0;
    for (int left = 0; left < flow->n_left; left++)
        for (int unit = 0; unit < flow->left_capacity[left] && send_unit(&search, left); unit++)
            n_sent++;
    return n_sent;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/owners.h"

int *co_rows_by_owner(const int *owner, int n_rows, int n_owners, int **first)
{
    g_return_val_if_fail(n_rows >= 0 && n_owners >= 0 && first != NULL, NULL);
    g_return_val_if_fail(owner != NULL || n_rows == 0, NULL);
    int *begin = g_new0(int, (gsize)n_owners + 2);
    int *rows = g_new(int, (gsize)n_rows + 1);
    /* Counted two places further, begin[o + 1] is where the next row of o goes. */
    for (int i = 0; i < n_rows; i++)
        if (owner[i] >= 0)
            begin[owner[i] + 2]++;
    for (int o = 0; o < n_owners; o++)
        begin[o + 2] += begin[o + 1];
    for (int i = 0; i < n_rows; i++)
        if (owner[i] >= 0)
            rows[begin[owner[i] + 1]++] = i;
    *first = begin;
    return rows;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp_gather.h"

#include <string.h>

void co_lp_gather(CoLpGather *row, int col, double value)
{
    if (col < 0)
        return;
    if (row->n == row->n_alloc) {
        row->n_alloc = MAX(64, 2 * row->n_alloc);
        row->at = g_renew(int, row->at, (gsize)row->n_alloc);
        row->values = g_renew(double, row->values, (gsize)row->n_alloc);
    }
    row->at[row->n] = col;
    row->values[row->n++] = value;
}

int co_lp_gather_close(CoLpGather *row, CoLp *lp, const char *name, double lower, double upper)
{
    int index = -1;
    if (row->n > 0 || lower > 0 || upper < 0)
        index = co_lp_add_row(lp, name, lower, upper, &(CoLpTerms){row->n, row->at, row->values});
    row->n = 0;
    return index;
}

bool co_lp_gather_is_like(const CoLpGather *row, const CoLpGather *other)
{
    if (row->n != other->n)
        return false;
    for (int k = 0; k < row->n; k++)
        if (row->at[k] != other->at[k])
            return false;
    return true;
}

void co_lp_gather_copy(CoLpGather *row, const CoLpGather *from)
{
    row->n = 0;
    for (int k = 0; k < from->n; k++)
        co_lp_gather(row, from->at[k], from->values[k]);
}

void co_lp_gather_clear(CoLpGather *row)
{
    g_free(row->at);
    g_free(row->values);
    memset(row, 0, sizeof *row);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

static int moved_dates(const CoGrpClass *cls, const CoGrpReference *ref, int pattern)
{
    int moved = 0;
    for (int m = 0; m < cls->n_in_person; m++)
        moved += ref->starts[m] != -1 && cls->patterns[pattern].starts[m] != ref->starts[m];
    return moved;
}

int *co_near_patterns(const CoGrouping *g, int reference, int *n)
{
    const CoGrpReference *ref = &g->references[reference];
    *n = 0;
    if (ref->class_idx < 0)
        return NULL;
    const CoGrpClass *cls = &g->classes[ref->class_idx];
    g_autofree int *count = g_new0(int, (size_t)cls->n_in_person + 1);
    for (int p = 0; p < cls->n_patterns; p++)
        count[moved_dates(cls, ref, p)]++;
    /* How many of each distance are kept, and where the first of them goes. */
    g_autofree int *next = g_new(int, (size_t)cls->n_in_person + 1);
    g_autofree int *end = g_new(int, (size_t)cls->n_in_person + 1);
    int total = 0;
    for (int d = 0; d <= cls->n_in_person; d++) {
        next[d] = total;
        total = MIN(total + count[d], CO_NEAR_MAX);
        end[d] = total;
    }
    int *near = g_new(int, (size_t)MAX(total, 1));
    for (int p = 0; p < cls->n_patterns; p++) {
        int d = moved_dates(cls, ref, p);
        if (next[d] < end[d])
            near[next[d]++] = p;
    }
    *n = total;
    return near;
}

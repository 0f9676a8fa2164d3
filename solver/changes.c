/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes.h"

#include <glib.h>

#define NEVER (INT64_MAX / 8)

int64_t co_changes_of_group(const CoGrpReference *reference, int team)
{
    return CO_CHANGES_PER_CANCELLED * (int64_t)reference->n_lost +
           (team == reference->team ? 0 : CO_CHANGES_PER_TEAM);
}

int co_changes_moved_in_person(const CoGrouping *g, int reference, int room, int pattern)
{
    const CoGrpReference *ref = &g->references[reference];
    const CoGrpClass *cls = &g->classes[ref->class_idx];
    const int *starts = cls->patterns[pattern].starts;
    int moved = 0;
    for (int m = 0; m < cls->n_in_person; m++)
        moved += ref->starts[m] != -1 && (room != ref->room || starts[m] != ref->starts[m]);
    return moved;
}

int co_changes_moved_virtual(const CoGrouping *g, int reference, const int *starts)
{
    const CoGrpReference *ref = &g->references[reference];
    int moved = 0;
    for (int v = 0; v < g->classes[ref->class_idx].n_virtual; v++)
        moved +=
            ref->virtual_starts[v] != -1 && (starts == NULL || starts[v] != ref->virtual_starts[v]);
    return moved;
}

int co_changes_moved(const CoGrouping *g, int reference, const CoCalendar *calendar)
{
    return g->references[reference].n_lost +
           co_changes_moved_in_person(g, reference, calendar->room, calendar->pattern) +
           co_changes_moved_virtual(g, reference, calendar->virtual_starts);
}

static int moved_by(const CoGrouping *g, int reference, const CoGrpGroup *group)
{
    return g->references[reference].n_lost +
           co_changes_moved_in_person(g, reference, group->room, group->pattern) +
           co_changes_moved_virtual(g, reference, group->virtual_starts);
}

/* ---- which group continues which reference ---- */

/* What continuing the reference adds, compared with its being cancelled. */
static int64_t gain_of(const CoGrouping *g, const CoGrpGroup *group, int reference)
{
    const CoGrpReference *ref = &g->references[reference];
    int spared = ref->n_meetings - moved_by(g, reference, group);
    int64_t gain =
        co_changes_of_group(ref, group->team) - CO_CHANGES_PER_CANCELLED * (int64_t)ref->n_meetings;
    for (int k = 0; k < group->n_items; k++) {
        const CoGrpItem *item = &g->items[group->items[k]];
        for (int j = 0; j < item->n_shares; j++)
            if (item->shares[j].reference == reference)
                gain -= (int64_t)item->shares[j].n_persons * spared;
    }
    return gain;
}

/* Least assignment of n rows to m >= n columns by shortest augmenting paths with potentials;
 * everything is 1-based, column 0 is the row being placed. */
typedef struct Assignment {
    int n, m;
    const int64_t *cost; /* n x m */
    int64_t *of_row, *of_column, *slack;
    int *row_at, *before;
    bool *used;
} Assignment;

static int64_t reduced(const Assignment *a, int row, int column)
{
    return a->cost[(row - 1) * a->m + column - 1] - a->of_row[row] - a->of_column[column];
}

/* Lowers the slacks from the row of one column. @return the unused column of least slack */
static int reach(Assignment *a, int from)
{
    int row = a->row_at[from], next = 0;
    int64_t least = NEVER;
    for (int column = 1; column <= a->m; column++) {
        if (a->used[column])
            continue;
        int64_t here = reduced(a, row, column);
        if (here < a->slack[column]) {
            a->slack[column] = here;
            a->before[column] = from;
        }
        if (a->slack[column] < least) {
            least = a->slack[column];
            next = column;
        }
    }
    for (int column = 0; column <= a->m; column++) {
        if (a->used[column]) {
            a->of_row[a->row_at[column]] += least;
            a->of_column[column] -= least;
        } else {
            a->slack[column] -= least;
        }
    }
    return next;
}

static void place_row(Assignment *a, int row)
{
    int column = 0;
    a->row_at[0] = row;
    for (int k = 0; k <= a->m; k++) {
        a->slack[k] = NEVER;
        a->used[k] = false;
    }
    do {
        a->used[column] = true;
        column = reach(a, column);
    } while (a->row_at[column] != 0);
    while (column != 0) {
        a->row_at[column] = a->row_at[a->before[column]];
        column = a->before[column];
    }
}

/* @param column_of  by row, 0-based: the answer */
static void assign(const int64_t *cost, int n, int m, int *column_of)
{
    size_t rows = (size_t)n + 1, columns = (size_t)m + 1;
    g_autofree int64_t *of_row = g_new0(int64_t, rows), *of_column = g_new0(int64_t, columns);
    g_autofree int64_t *slack = g_new0(int64_t, columns);
    g_autofree int *row_at = g_new0(int, columns), *before = g_new0(int, columns);
    g_autofree bool *used = g_new0(bool, columns);
    Assignment a = {n, m, cost, of_row, of_column, slack, row_at, before, used};
    for (int row = 1; row <= n; row++)
        place_row(&a, row);
    for (int column = 1; column <= m; column++)
        if (row_at[column] > 0)
            column_of[row_at[column] - 1] = column - 1;
}

/* Those of one class that no lock settles. */
/* Two lists and what they are of. NOLINTNEXTLINE(readability-function-size) */
static void settle_class(const CoGrouping *g, const CoGrpGroup *groups, const int *free_groups,
                         int n, const int *free_references, int n_references, int *references)
{
    int m = n_references + n; /* each group may also continue nothing */
    g_autofree int64_t *cost = g_new0(int64_t, (size_t)n * (size_t)m);
    g_autofree int *column_of = g_new0(int, (size_t)n);
    for (int k = 0; k < n; k++)
        for (int r = 0; r < n_references; r++)
            cost[k * m + r] = gain_of(g, &groups[free_groups[k]], free_references[r]);
    assign(cost, n, m, column_of);
    for (int k = 0; k < n; k++)
        if (column_of[k] < n_references)
            references[free_groups[k]] = free_references[column_of[k]];
}

void co_changes_settle(const CoGrouping *g, const CoGrpGroup *groups, int n_groups, int *references)
{
    g_autofree bool *locked = g_new0(bool, (size_t)g->n_references + 1);
    g_autofree int *some = g_new(int, (size_t)n_groups + 1);
    g_autofree int *open = g_new(int, (size_t)g->n_references + 1);
    for (int k = 0; k < n_groups; k++)
        references[k] = -1;
    if (g->n_references == 0)
        return;
    for (int l = 0; l < g->n_locks; l++)
        locked[g->locks[l].reference] = true;
    for (int c = 0; c < g->n_classes; c++) {
        int n = 0, n_open = 0;
        for (int k = 0; k < n_groups; k++) {
            if (groups[k].lock >= 0)
                references[k] = g->locks[groups[k].lock].reference;
            else if (groups[k].class_idx == c)
                some[n++] = k;
        }
        for (int r = 0; r < g->n_references; r++)
            if (g->references[r].class_idx == c && !locked[r])
                open[n_open++] = r;
        if (n > 0 && n_open > 0)
            settle_class(g, groups, some, n, open, n_open, references);
    }
}

int64_t co_changes_count(const CoGrouping *g, const CoGrpGroup *groups, int n_groups,
                         const int *references)
{
    int64_t changes = 0;
    for (int r = 0; r < g->n_references; r++)
        changes += CO_CHANGES_PER_CANCELLED * (int64_t)g->references[r].n_meetings;
    for (int k = 0; k < n_groups; k++) {
        if (references[k] >= 0)
            changes += gain_of(g, &groups[k], references[k]);
        for (int i = 0; i < groups[k].n_items; i++) {
            const CoGrpItem *item = &g->items[groups[k].items[i]];
            for (int j = 0; j < item->n_shares; j++)
                changes += (int64_t)item->shares[j].n_persons *
                           g->references[item->shares[j].reference].n_meetings;
        }
    }
    return changes;
}

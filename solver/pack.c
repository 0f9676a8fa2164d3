/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack.h"

#include <math.h>

#include "pack_ascent.h"
#include "pack_tree.h"
#include "sketch.h"

/* Classes solved so far. */
typedef struct Packed {
    const CoGrouping *grouping;
    bool whole;   /* every class has a packing */
    bool proven;  /* every class has a bound */
    int64_t cost; /* sum of bounds */
    int64_t unplaced;
    CoSketch sketch;
} Packed;

bool co_pack_applies(const CoGrouping *g)
{
    for (int i = 0; i < g->n_items; i++)
        if (g->items[i].n_persons > 1)
            return true;
    return false;
}

static void add_sketch(Packed *packed, const CoPackProblem *p, const CoPacking *packing)
{
    const CoGrpClass *cls = &packed->grouping->classes[p->class_idx];
    CoSketch *sketch = &packed->sketch;
    int first = sketch->n_groups;
    sketch->n_groups += packing->n_groups;
    sketch->groups = g_renew(struct CoSketchGroup, sketch->groups, (size_t)sketch->n_groups);
    for (int k = 0; k < packing->n_groups; k++) {
        sketch->groups[first + k] = (struct CoSketchGroup){
            .class_idx = p->class_idx, .room = p->place[packing->room[k]], .lock = -1};
        sketch->groups[first + k].items = g_new(int, (size_t)MAX(p->n_items, 1));
    }
    for (int i = 0; i < p->n_items; i++) {
        struct CoSketchGroup *group = &sketch->groups[first + packing->group[i]];
        group->items[group->n_items++] = cls->items[i];
    }
}

static int64_t least_weight(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int64_t least = INT64_MAX;
    for (int k = 0; k < cls->n_items; k++)
        least = MIN(least, g->items[cls->items[k]].weight);
    return least;
}

static void pack_class(Packed *packed, int class_idx, CoBudget *budget)
{
    const CoGrouping *g = packed->grouping;
    if (g->classes[class_idx].n_items == 0)
        return;
    g_autoptr(CoPackProblem) problem = co_pack_problem_new(g, class_idx);
    g_autoptr(CoPacking) packing = co_packing_new(problem);
    CoPackTreeOptions options = {0};
    CoPackAnswer answer = co_pack_tree_solve(problem, &options, budget, packing);
    if (packing->found)
        add_sketch(packed, problem, packing);
    packed->whole = packed->whole && packing->found;
    if (answer.bound == INFINITY)
        packed->unplaced += least_weight(g, class_idx); /* somebody of the class stays out */
    else if (answer.bound > -INFINITY)
        packed->cost += MAX(0, (int64_t)co_pack_round_up(answer.bound));
    else
        packed->proven = false;
}

/* The share of one class among those left: work and time alike. */
static CoBudget share_of(const CoBudget *budget, int n_left)
{
    CoBudget share = *budget;
    share.work_limit = share.work + (budget->work_limit - share.work) / (2 * n_left);
    if (share.end_us != 0) {
        gint64 now = g_get_monotonic_time();
        share.end_us = now + (share.end_us - now) / (2 * n_left);
    }
    return share;
}

bool co_pack_improve(CoSearch *search, CoPackBound *bound)
{
    const CoGrouping *g = search->grouping;
    Packed packed = {.grouping = g, .whole = true, .proven = true};
    if (!co_pack_applies(g))
        return false;
    for (int c = 0; c < g->n_classes && !co_budget_is_spent(search->budget); c++) {
        CoBudget share = share_of(search->budget, g->n_classes - c);
        pack_class(&packed, c, &share);
        search->budget->work = share.work;
    }
    if (packed.whole) {
        co_sketch_add_locks(g, &packed.sketch);
        co_search_construct(search, &packed.sketch);
    }
    co_sketch_clear(&packed.sketch);
    /* With somebody out, the cost of packing everybody says nothing about what the others pay. */
    *bound = (CoPackBound){packed.unplaced, packed.unplaced > 0 ? 0 : packed.cost};
    return packed.proven && !co_budget_is_spent(search->budget);
}

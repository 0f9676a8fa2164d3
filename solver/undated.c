/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undated.h"

#include <glib.h>

#include <math.h>

#include "undated_model.h"
#include "unions.h"

/* An integer lower bound from a bound in doubles: a hundredth of a cent and a part in 1e9 of
 * safety, then up. */
static int64_t safe_ceil(double bound)
{
    return (int64_t)ceil(bound - 0.01 - fabs(bound) * 1e-9);
}

/* ---- blocks: classes that share a trainer or a room are solved together ---- */

static void link_classes(int *parent, int *first_user, int resource, int c)
{
    if (first_user[resource] < 0)
        first_user[resource] = c;
    co_unions_join(parent, c, first_user[resource]);
}

/* Root class of each class. */
static int *class_blocks(const CoGrouping *g)
{
    int *parent = co_unions_new(g->n_classes);
    int n_resources = g->n_rooms + g->n_trainers;
    g_autofree int *first_user = g_new(int, (size_t)MAX(n_resources, 1));
    for (int k = 0; k < n_resources; k++)
        first_user[k] = -1;
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        for (int r = 0; r < cls->n_rooms; r++)
            link_classes(parent, first_user, cls->rooms[r], c);
        for (int t = 0; t < cls->n_teams; t++)
            for (int k = 0; k < cls->team_size; k++)
                link_classes(parent, first_user, g->n_rooms + cls->teams[t].trainer[k], c);
    }
    co_unions_flatten(parent, g->n_classes);
    return parent;
}

/* ---- solving one block ---- */

static CoLpOptions lp_options(const CoBudget *budget, int64_t spent, int n_blocks)
{
    CoLpOptions options = CO_LP_OPTIONS_INIT;
    n_blocks = MAX(n_blocks, 1);
    options.relative_gap = 1e-5;
    options.cancel = budget->cancel;
    /* A bound is worth much, but not the whole budget: a simplex iteration is about a tenth of a
     * move of the search. */
    options.iteration_limit =
        MAX(2000, (3 * (budget->work_limit - budget->work) - spent) / n_blocks);
    if (budget->end_us != 0) {
        double left = (double)(budget->end_us - g_get_monotonic_time()) / 1e6;
        options.time_limit_s = MAX(0.05, 0.4 * left / n_blocks);
    }
    return options;
}

/* The members of a room's groups, dealt out in turn. */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void sketch_room(const CoUndatedModel *m, const CoUndatedClass *uc, int room, int n_groups,
                        const double *x, CoSketch *sketch)
{
    const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
    int places = MAX(cls->n_rooms, 1), first = sketch->n_groups, turn = 0;
    sketch->n_groups += n_groups;
    sketch->groups = g_renew(struct CoSketchGroup, sketch->groups, (size_t)sketch->n_groups);
    for (int k = first; k < sketch->n_groups; k++) {
        sketch->groups[k] = (struct CoSketchGroup){
            .class_idx = uc->class_idx, .room = cls->n_in_person == 0 ? -1 : room, .lock = -1};
        sketch->groups[k].items = g_new(int, (size_t)MAX(cls->n_items, 1));
    }
    for (int k = 0; k < cls->n_items; k++) {
        int col = uc->member[k * places + room];
        if (col < 0 || x[col] < 0.5)
            continue;
        struct CoSketchGroup *group = &sketch->groups[first + turn++ % n_groups];
        group->items[group->n_items++] = cls->items[k];
    }
}

static void add_sketch(const CoUndatedModel *m, const double *x, CoSketch *sketch)
{
    for (int c = 0; c < m->n_classes; c++) {
        const CoUndatedClass *uc = &m->classes[c];
        const CoGrpClass *cls = &m->grouping->classes[uc->class_idx];
        for (int r = 0; r < MAX(cls->n_rooms, cls->n_in_person == 0 ? 1 : 0); r++) {
            int n = uc->count[r] < 0 ? 0 : (int)lround(x[uc->count[r]]);
            if (n > 0)
                sketch_room(m, uc, r, n, x, sketch);
        }
    }
}

/* Whether the clock, and nothing else, ended a solve. */
static bool clock_ended(const CoLpOptions *options, const CoLpResult *result)
{
    bool ended = result->status == CO_LP_OPTIMAL || result->status == CO_LP_INFEASIBLE;
    return !ended && options->time_limit_s > 0 && result->iterations < options->iteration_limit;
}

/* Least unplaced weight of a block, as proven. @return false when nothing was proven */
/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static bool bound_unplaced(const CoGrouping *g, const int *classes, int n,
                           const CoLpOptions *options, CoUndated *out, int64_t *bound)
{
    CoUndatedModel *m = co_undated_model_new(g, classes, n, true);
    co_undated_model_minimise_unplaced(m);
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(m->lp, options, &result);
    out->work += result.iterations;
    out->was_timed = out->was_timed || clock_ended(options, &result);
    co_undated_model_free(m);
    if (result.status == CO_LP_FAILED || !result.has_bound)
        return false;
    *bound = MAX(0, safe_ceil(result.bound));
    return true;
}

/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void bound_cost(const CoGrouping *g, const int *classes, int n, const CoLpOptions *options,
                       int64_t unplaced, CoUndated *out)
{
    CoUndatedModel *m = co_undated_model_new(g, classes, n, unplaced > 0);
    if (unplaced > 0)
        co_lp_set_row_bounds(m->lp, m->unplaced_row, (double)unplaced, (double)unplaced);
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(m->lp, options, &result);
    out->work += result.iterations;
    out->was_timed = out->was_timed || clock_ended(options, &result);
    if (result.status == CO_LP_FAILED || result.status == CO_LP_INFEASIBLE || !result.has_bound)
        out->has_cost_bound = false;
    else
        out->cost_bound += safe_ceil(result.bound);
    if (result.x != NULL)
        add_sketch(m, result.x, &out->sketch);
    else
        out->has_sketch = false;
    co_undated_model_free(m);
}

void co_undated_solve(const CoGrouping *g, int64_t best_unplaced, const CoBudget *budget,
                      CoUndated *out)
{
    *out = (CoUndated){.has_unplaced_bound = true, .has_cost_bound = true, .has_sketch = true};
    g_autofree int *block = class_blocks(g);
    g_autofree int *classes = g_new(int, (size_t)MAX(g->n_classes, 1));
    int n_blocks = 0;
    for (int c = 0; c < g->n_classes; c++)
        n_blocks += block[c] == c;
    for (int root = 0; root < g->n_classes; root++) {
        int n = 0;
        for (int c = 0; c < g->n_classes; c++)
            if (block[c] == root)
                classes[n++] = c;
        if (n == 0)
            continue;
        CoLpOptions options = lp_options(budget, out->work, n_blocks);
        int64_t unplaced = 0;
        if (best_unplaced != 0 && !bound_unplaced(g, classes, n, &options, out, &unplaced))
            out->has_unplaced_bound = false;
        out->unplaced_bound += unplaced;
        bound_cost(g, classes, n, &options, unplaced, out);
    }
    /* Without the first bound the second is about a weight that may not be reachable. */
    out->has_cost_bound = out->has_cost_bound && out->has_unplaced_bound;
}

void co_undated_clear(CoUndated *undated)
{
    co_sketch_clear(&undated->sketch);
    *undated = (CoUndated){0};
}

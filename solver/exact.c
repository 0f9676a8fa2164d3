/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exact.h"

#include <glib.h>

#include <math.h>

#include "evaluate.h"
#include "lp.h"
#include "lp_gather.h"
#include "model_bundles.h"

/* Measured on 350 random problems, one core: up to so many columns 0.04 s on average and at most
 * 0.9 s without shared cars; 0.1 s, and in 4 of 116 cases the whole CO_EXACT_WORK (2 s), with them.
 * The case `mini` has 158. */
#define SMALL_COLUMNS 500

typedef struct Exact {
    const CoGrouping *g;
    const CoExactOptions *options;
    CoBundlesModel *model;
    CoGroupingPlan *plan;
    int64_t deadline_us; /* of the monotonic clock; 0 = none */
    int weight_row;      /* unplaced weight */
} Exact;

bool co_exact_is_small(const CoGrouping *grouping)
{
    g_return_val_if_fail(grouping != NULL, false);
    for (int c = 0; c < grouping->n_classes; c++)
        if (!grouping->classes[c].patterns_complete)
            return false;
    return co_bundles_model_n_cols(grouping) <= SMALL_COLUMNS;
}

static int64_t total_weight(const CoGrouping *g)
{
    int64_t sum = 0;
    for (int i = 0; i < g->n_items; i++)
        sum += g->items[i].weight;
    return sum;
}

/* The least weight that a plan with somebody unplaced leaves out. */
static int64_t least_weight(const CoGrouping *g)
{
    int64_t least = INT64_MAX;
    for (int i = 0; i < g->n_items; i++)
        if (g->items[i].lock < 0)
            least = MIN(least, g->items[i].weight);
    return least;
}

static int add_weight_row(CoBundlesModel *model)
{
    const CoGrouping *g = model->grouping;
    g_auto(CoLpGather) row = {0};
    for (int i = 0; i < g->n_items; i++)
        co_lp_gather(&row, model->unplaced[i], (double)g->items[i].weight);
    return co_lp_add_row(model->base.lp, NULL, 0, CO_LP_INF,
                         &(CoLpTerms){row.n, row.at, row.values});
}

/* A column that counts the groups of a class, at one place or (-1) anywhere, and is split on first:
 * many dates cost the same, so single bundles say little. */
static void add_count(CoBundlesModel *model, int class_idx, int place)
{
    g_auto(CoLpGather) row = {0};
    for (guint b = 0; b < model->bundles->len; b++) {
        const CoBundle *bundle = CO_BUNDLE(model, b);
        if (bundle->class_idx == class_idx && (place < 0 || bundle->place == place))
            co_lp_gather(&row, bundle->column, 1);
    }
    if (row.n < 2)
        return;
    int count = co_model_add_col(&model->base, row.n, 0, NULL);
    co_lp_set_priority(model->base.lp, count, place < 0 ? 2 : 1);
    co_lp_gather(&row, count, -1);
    co_lp_gather_close(&row, model->base.lp, NULL, 0, 0);
}

static void add_counts(CoBundlesModel *model)
{
    for (int c = 0; c < model->grouping->n_classes; c++)
        for (int place = -1; place < co_model_n_places(&model->grouping->classes[c]); place++)
            add_count(model, c, place);
}

/* The least integer that the true bound cannot be below. */
static int64_t round_bound(double bound)
{
    return MAX(0, (int64_t)ceil(bound - 0.01 - 1e-8 * fabs(bound)));
}

static bool is_cancelled(const Exact *e)
{
    return e->options->cancel != NULL && *e->options->cancel != 0;
}

static bool time_is_over(const Exact *e)
{
    return e->deadline_us != 0 && g_get_monotonic_time() >= e->deadline_us;
}

/* One MIP within what is left of the limits. @param cutoff  of its own objective */
static void solve_tier(Exact *e, double cutoff, CoLpResult *result)
{
    CoLpOptions options = CO_LP_OPTIONS_INIT;
    options.cutoff = cutoff;
    options.cancel = e->options->cancel;
    options.inject_failure = e->options->inject_failure;
    if (e->options->work_limit < INT64_MAX)
        options.iteration_limit = MAX(1, e->options->work_limit - e->plan->work);
    if (e->deadline_us != 0)
        options.time_limit_s = MAX(1e-3, (double)(e->deadline_us - g_get_monotonic_time()) / 1e6);
    co_lp_solve_mip(e->model->base.lp, &options, result);
    e->plan->work += result->iterations + result->nodes;
    if (result->status == CO_LP_OPTIMAL || result->status == CO_LP_INFEASIBLE)
        return;
    if (is_cancelled(e))
        e->plan->stop = CO_GRP_CANCELLED;
    else if (time_is_over(e))
        e->plan->stop = CO_GRP_TIME;
    else if (e->plan->work >= e->options->work_limit)
        e->plan->stop = CO_GRP_WORK;
}

static void drop_groups(CoGroupingPlan *plan)
{
    for (int k = 0; k < plan->n_groups; k++) {
        g_free(plan->groups[k].items);
        g_free(plan->groups[k].virtual_starts);
    }
    g_clear_pointer(&plan->groups, g_free);
    plan->n_groups = 0;
}

/* Takes the groups of a solution; @return whether it had any */
static bool take_groups(Exact *e, const CoLpResult *result)
{
    if (result->x == NULL)
        return false;
    CoGroupingPlan *plan = e->plan;
    drop_groups(plan);
    plan->groups = co_bundles_model_groups(e->model, result->x, &plan->n_groups);
    plan->found = true;
    CoEvaluation worth;
    co_evaluate(e->g, plan->groups, plan->n_groups, &worth);
    plan->unplaced.value = worth.unplaced;
    plan->cost.value = worth.cost;
    plan->stage1.value = worth.value;
    return true;
}

static CoGrpValue value_with_bound(int64_t value, bool has_bound, int64_t bound)
{
    return (CoGrpValue){.value = value, .has_bound = has_bound, .bound = bound};
}

/* What is proven: @p unplaced at least; with just that, @p cost at least. */
static void take_bounds(Exact *e, int64_t unplaced, int64_t cost)
{
    CoGroupingPlan *plan = e->plan;
    int64_t more_unplaced = e->g->unplaced_penalty * (unplaced + 1);
    int64_t bound = MIN(e->g->unplaced_penalty * unplaced + cost, more_unplaced);
    plan->unplaced = value_with_bound(plan->unplaced.value, true, unplaced);
    plan->cost = value_with_bound(plan->cost.value, true, cost);
    plan->stage1 = value_with_bound(plan->stage1.value, true, bound);
}

/* Nothing is worth less than @p bound. */
static void take_nothing_below(Exact *e, int64_t bound)
{
    drop_groups(e->plan);
    e->plan->found = false;
    e->plan->stage1 = value_with_bound(0, true, bound);
}

/* The cutoff on cost once M x unplaced is settled. */
static double cost_cutoff(const Exact *e, int64_t unplaced)
{
    int64_t settled = e->g->unplaced_penalty * unplaced;
    if (e->options->cutoff_value == INT64_MAX ||
        e->options->cutoff_value - settled >= e->g->unplaced_penalty)
        return CO_LP_INF;
    return (double)(e->options->cutoff_value - settled) - 0.5;
}

/* Costs with the unplaced weight settled. @return whether plans of that weight may be there */
static bool solve_cost(Exact *e, int64_t unplaced)
{
    double cutoff = cost_cutoff(e, unplaced);
    g_auto(CoLpResult) result = {0};
    co_lp_set_row_bounds(e->model->base.lp, e->weight_row, (double)unplaced, (double)unplaced);
    co_bundles_model_set_objective(e->model, 0, 1);
    solve_tier(e, cutoff, &result);
    if (result.status == CO_LP_INFEASIBLE && cutoff < CO_LP_INF) {
        take_nothing_below(e, e->options->cutoff_value);
        return true;
    }
    if (result.status == CO_LP_INFEASIBLE)
        return false;
    take_groups(e, &result);
    if (result.has_bound)
        take_bounds(e, unplaced, round_bound(result.bound));
    return true;
}

/* The least unplaced weight, known to be above 0. @return whether it is proven */
static bool solve_unplaced(Exact *e)
{
    int64_t least = least_weight(e->g), nothing = total_weight(e->g) + 1;
    g_auto(CoLpResult) result = {0};
    if (least == INT64_MAX) {
        take_nothing_below(e, e->g->unplaced_penalty * nothing);
        return false;
    }
    co_lp_set_row_bounds(e->model->base.lp, e->weight_row, (double)least, CO_LP_INF);
    co_bundles_model_set_objective(e->model, 1, 0);
    solve_tier(e, CO_LP_INF, &result);
    if (result.status == CO_LP_INFEASIBLE) {
        take_nothing_below(e, e->g->unplaced_penalty * nothing);
        return false;
    }
    take_groups(e, &result);
    take_bounds(e, MAX(least, result.has_bound ? round_bound(result.bound) : 0), 0);
    return result.status == CO_LP_OPTIMAL && e->plan->unplaced.bound == e->plan->unplaced.value;
}

static void solve_tiers(Exact *e)
{
    if (solve_cost(e, 0) || e->plan->stop != CO_GRP_FINISHED)
        return;
    if (!solve_unplaced(e))
        return;
    int64_t unplaced = e->plan->unplaced.value;
    if (e->g->unplaced_penalty * unplaced >= e->options->cutoff_value)
        take_nothing_below(e, e->g->unplaced_penalty * unplaced);
    else
        solve_cost(e, unplaced);
}

CoGroupingPlan *co_exact_solve(const CoGrouping *grouping, const CoExactOptions *options)
{
    g_return_val_if_fail(grouping != NULL && options != NULL && options->work_limit > 0, NULL);
    Exact e = {.g = grouping, .options = options, .plan = g_new0(CoGroupingPlan, 1)};
    e.plan->stop = CO_GRP_FINISHED;
    if (options->time_limit_s > 0)
        e.deadline_us = g_get_monotonic_time() + (int64_t)(options->time_limit_s * 1e6);
    e.model = co_bundles_model_new(grouping, false);
    e.weight_row = add_weight_row(e.model);
    add_counts(e.model);
    solve_tiers(&e);
    if (e.plan->found && e.plan->stage1.value >= options->cutoff_value)
        take_nothing_below(&e, e.plan->stage1.has_bound ? e.plan->stage1.bound : 0);
    co_bundles_model_free(e.model);
    return e.plan;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/engine.h"

#include "build.h"
#include "reasons.h"
#include "to_plan.h"

#define ITEMS_OF_A_WAVE 230

/* Everything a run needs to tell how far it is. */
typedef struct Run {
    const CoEngineOptions *options;
    gint64 started_us;
    CoProgress last;
} Run;

static double elapsed_s(const Run *run)
{
    return (double)(g_get_monotonic_time() - run->started_us) / G_USEC_PER_SEC;
}

static void tell(Run *run, CoPhase phase)
{
    run->last.phase = phase;
    run->last.elapsed_s = elapsed_s(run);
    if (run->options->progress != NULL)
        run->options->progress(&run->last, run->options->progress_data);
}

static CoPhase phase_of(CoGrpPhase phase)
{
    switch (phase) {
    case CO_GRP_PHASE_CONSTRUCT:
        return CO_PHASE_CONSTRUCT;
    case CO_GRP_PHASE_BOUND:
        return CO_PHASE_BOUND;
    case CO_GRP_PHASE_EXACT:
        return CO_PHASE_EXACT;
    case CO_GRP_PHASE_SEARCH:
        return CO_PHASE_SEARCH;
    case CO_GRP_PHASE_DATED:
        return CO_PHASE_DATED_BOUND;
    case CO_GRP_PHASE_COMFORT:
        break;
    }
    return CO_PHASE_COMFORT;
}

static void on_progress(const CoGrpProgress *progress, void *data)
{
    Run *run = data;
    run->last = (CoProgress){
        .has_plan = progress->has_plan,
        .unplaced_weight = progress->unplaced,
        .cost_cents = progress->cost,
        .comfort_points = progress->comfort,
        .has_bound = progress->has_bound,
        .bound_cents = progress->bound,
        .value_cents = progress->value,
        .work = progress->work,
    };
    tell(run, phase_of(progress->phase));
}

static CoGroupingOptions solver_options(Run *run, const CoGrouping *grouping)
{
    const CoEngineOptions *asked = run->options;
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    /* The solver's own budget is that of one wave; ten of them want ten. */
    options.work_limit *= MAX(1, grouping->n_items / ITEMS_OF_A_WAVE);
    if (asked->work_limit > 0)
        options.work_limit = asked->work_limit;
    /* What building took is taken off; 0 would mean no limit. */
    if (asked->time_limit_s > 0.0)
        options.time_limit_s = MAX(asked->time_limit_s - elapsed_s(run), 0.01);
    options.gap_target = asked->gap_target;
    options.seed = (uint64_t)asked->seed;
    options.n_threads = asked->n_threads;
    options.cancel = asked->cancel;
    options.progress = on_progress;
    options.progress_data = run;
    return options;
}

/* Locks that contradict the other rules leave nothing to solve. */
static CoGroupingPlan *solve(const CoEngineProblem *problem, Run *run)
{
    if (problem->contradictory)
        return g_new0(CoGroupingPlan, 1);
    CoGroupingOptions options = solver_options(run, &problem->grouping);
    return co_grouping_solve(&problem->grouping, &options);
}

CoPlan *co_engine_plan(const CoCampaign *campaign, const CoEngineOptions *options, GError **error)
{
    g_return_val_if_fail(campaign != NULL && options != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    Run run = {.options = options, .started_us = g_get_monotonic_time()};
    tell(&run, CO_PHASE_BUILD);
    CoBuildOptions build = {.published = options->published, .least_change = true};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &build, error);
    if (problem == NULL)
        return NULL;
    g_autoptr(CoGroupingPlan) found = solve(problem, &run);
    CoPlan *plan = co_to_plan(problem, found);
    g_autofree char *digest = co_campaign_digest(campaign);
    g_strlcpy(plan->digest, digest, sizeof plan->digest);
    plan->seed = options->seed;
    if (plan->n_unplaced > 0)
        tell(&run, CO_PHASE_REASONS);
    co_explain(problem, plan, options->cancel);
    return plan;
}

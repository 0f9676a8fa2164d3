/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "one_block.h"

#include <glib.h>

#include "changes.h"
#include "comfort.h"
#include "cohorte/grouping.h"
#include "dated_bound.h"
#include "evaluate.h"
#include "exact.h"
#include "pack.h"
#include "polish.h"
#include "restart.h"
#include "search.h"
#include "sketch.h"
#include "tasks.h"
#include "undated.h"

#define COMFORT_SHARE 8 /* one part in so many of the budget is for comfort */
/* Work of an epoch for each of search and bound; short at first, when each learns most. */
#define FIRST_EPOCH 8000
#define RIVAL_SEED 0x9e3779b9u
#define LONGEST_EPOCH 40000

/* Everything one run carries. */
typedef struct CoBlockRun Run;
struct CoBlockRun {
    const CoGrouping *g;
    CoGroupingOptions options;
    const CoBlockStart *start; /* for the first step; NULL = from nothing */
    int64_t all_work;          /* comfort's share included, as of the time */
    gint64 all_time;
    int n_steps;
    int64_t epoch_work; /* of the next epoch */
    CoBudget budget;
    CoBest best;
    CoSearch search;
    CoGrpPhase phase;
    bool has_bound; /* of stage 1, M x U + cost */
    int64_t bound;
    bool has_unplaced_bound;
    int64_t unplaced_bound;
    bool proven_none;      /* no plan keeps R11 and R13 */
    int64_t changes_bound; /* of plans with as much placed; 0 on a first plan */
    CoUndated undated;
    CoDatedBounder *bounder; /* NULL = none yet, or not of its kind */
    int n_rounds;            /* of the search */
    CoSearch rival;          /* beside the search once there is nothing more to prove */
    CoBest rival_best;
    int n_rival_rounds;
    int64_t tried_at; /* cost at which the counts were last too many to list; 0 = never */
    bool bound_is_done, no_bounds, was_timed;
};

static int64_t best_value(const Run *run)
{
    return run->g->unplaced_penalty * run->best.unplaced + run->best.cost;
}

static void report(Run *run)
{
    if (run->options.progress == NULL)
        return;
    CoGrpProgress progress = {.phase = run->phase,
                              .has_plan = run->best.found,
                              .has_bound = run->has_bound,
                              .unplaced = run->best.unplaced,
                              .cost = run->best.cost,
                              .comfort = run->best.comfort,
                              .value = run->best.found ? best_value(run) : 0,
                              .bound = run->bound,
                              .work = run->budget.work};
    run->options.progress(&progress, run->options.progress_data);
}

static void on_improved(void *data)
{
    report(data);
}

static void enter(Run *run, CoGrpPhase phase)
{
    run->phase = phase;
    report(run);
}

/* The value at which nothing more is worth looking for: the bound, or the gap asked for. */
static void set_target(Run *run)
{
    run->search.target = INT64_MIN;
    if (!run->has_bound)
        return;
    run->search.target = run->bound;
    double gap = run->options.gap_target;
    if (gap > 0 && gap < 1)
        run->search.target = (int64_t)((double)run->bound / (1.0 - gap));
}

/* A replan that changes nothing and places nobody anew is the plan it replaces. */
static bool nothing_is_free(const Run *run)
{
    if (run->g->n_references == 0 || !run->best.found || run->best.unplaced > 0 ||
        run->best.changes > 0)
        return false;
    for (int i = 0; i < run->g->n_items; i++) {
        int n_there = 0;
        for (int k = 0; k < run->g->items[i].n_shares; k++)
            n_there += run->g->items[i].shares[k].n_persons;
        if (n_there < run->g->items[i].n_persons)
            return false;
    }
    return true;
}

static bool is_done(Run *run)
{
    return run->g->n_classes == 0 || run->proven_none || co_search_is_at_target(&run->search) ||
           nothing_is_free(run) || co_budget_is_spent(&run->budget);
}

/* ---- phases ---- */

/* Establishments kept whole: where their packing is proven, nothing is left to look for. */
static void pack(Run *run)
{
    CoPackBound bound;
    if (!co_pack_applies(run->g))
        return;
    enter(run, CO_GRP_PHASE_BOUND);
    if (!co_pack_improve(&run->search, &bound))
        return;
    run->has_unplaced_bound = run->has_bound = true;
    run->unplaced_bound = bound.unplaced;
    int64_t m = run->g->unplaced_penalty;
    run->bound = m * bound.unplaced + MIN(bound.cost, m);
    set_target(run);
}

static void construct(Run *run)
{
    enter(run, CO_GRP_PHASE_CONSTRUCT);
    if (run->g->n_references > 0)
        co_search_rebuild(&run->search);
    if (run->best.found)
        return;
    CoSketch sketch = co_sketch_greedy(run->g);
    co_search_construct(&run->search, &sketch);
    co_sketch_clear(&sketch);
    pack(run);
    if (is_done(run))
        return;
    int64_t moves = 300 + 20 * (int64_t)run->search.state->n_groups;
    co_search_anneal(&run->search, MIN(moves, run->budget.work_limit / 10 + 1), 4000, 500);
}

/* Takes what the relaxation has proven. */
static void take_relaxation(Run *run)
{
    CoUndated *undated = &run->undated;
    run->has_unplaced_bound = run->has_unplaced_bound || undated->has_unplaced_bound;
    run->unplaced_bound = MAX(run->unplaced_bound, undated->unplaced_bound);
    if (undated->has_unplaced_bound) {
        /* More weight unplaced costs M at least, whatever the money. */
        int64_t m = run->g->unplaced_penalty,
                cost = undated->has_cost_bound ? undated->cost_bound : 0;
        run->has_bound = true;
        run->bound = MAX(run->bound, m * undated->unplaced_bound + CLAMP(cost, 0, m));
    }
    if (undated->has_sketch)
        co_sketch_add_locks(run->g, &undated->sketch);
    if (run->has_unplaced_bound)
        run->changes_bound = co_changes_bound(run->g, run->unplaced_bound);
    run->search.changes_target = run->changes_bound;
    set_target(run);
}

static void solve_exactly(Run *run)
{
    if (!co_exact_is_small(run->g))
        return;
    enter(run, CO_GRP_PHASE_EXACT);
    CoExactOptions options = CO_EXACT_OPTIONS_INIT;
    options.work_limit = MIN(CO_EXACT_WORK, 10 * (run->budget.work_limit - run->budget.work));
    options.time_limit_s =
        run->budget.end_us == 0
            ? 0
            : MAX(0.05, 0.5 * (double)(run->budget.end_us - g_get_monotonic_time()) / 1e6);
    options.cancel = run->options.cancel;
    g_autoptr(CoGroupingPlan) plan = co_exact_solve(run->g, &options);
    run->budget.work += plan->work / 10;
    run->proven_none = !plan->found && plan->stop == CO_GRP_FINISHED && plan->stage1.has_bound;
    if (plan->stage1.has_bound && (!run->has_bound || plan->stage1.bound > run->bound)) {
        run->has_bound = true;
        run->bound = plan->stage1.bound;
        run->has_unplaced_bound = true;
        run->unplaced_bound =
            MAX(run->unplaced_bound, plan->stage1.bound / run->g->unplaced_penalty);
        run->changes_bound = co_changes_bound(run->g, run->unplaced_bound);
        run->search.changes_target = run->changes_bound;
        set_target(run);
    }
    if (plan->found)
        co_search_restart(&run->search, plan);
}

/* People without a seat although the bound allows one: hot enough to trade seats for money. */
static double hottest(const Run *run, const CoBest *best)
{
    bool seats_missing = !best->found || best->unplaced > run->unplaced_bound;
    if (!seats_missing && best->changes > run->changes_bound)
        return 2.0 * (double)run->search.penalties.change;
    return seats_missing ? (double)run->search.penalties.unplaced / 2 : 6000;
}

/* ---- epochs ---- */

/* What the second task does beside the search. */
typedef enum { SECOND_RESTS, SECOND_RELAXES, SECOND_BOUNDS, SECOND_SEARCHES } Second;

/* One epoch: two tasks that start from the same knowledge and meet again at its end. */
typedef struct Epoch {
    Run *run;
    Second kind;
    CoBudget budgets[2];   /* of the search, of the second task */
    int64_t until[2];      /* work at which each stops of its own */
    int64_t unplaced, aim; /* weight unplaced (-1 = no plan) and cost of the best plan before it */
    CoUndated relaxation;  /* what the first epoch's bound has found */
    bool bound_is_done;
} Epoch;

/* One annealing round: from the relaxation's rooms and members, then again from the best plan. */
static void search_round(const Run *run, CoSearch *search, int round)
{
    const CoBest *best = search->best;
    int64_t moves = 1500 + 120 * (int64_t)search->state->n_groups;
    /* A replan stays near the plan it replaces. */
    bool near_enough = run->g->n_references > 0 && best->found;
    bool fresh = round % 4 == 0 && run->undated.has_sketch && !near_enough;
    if (fresh) {
        co_search_construct(search, &run->undated.sketch);
    } else if (best->found) {
        co_state_clear(search->state);
        co_state_load(search->state, best->groups, best->n_groups);
    }
    double hot = hottest(run, best);
    co_search_anneal(search, fresh ? 2 * moves : moves, fresh ? hot : hot / 4, 60);
    if (round % 2 == 1)
        co_polish_members(search);
}

/* Rounds of the search (task 0) or of its rival until the epoch's share is done. Only the search
 * may report. */
static void search_for_an_epoch(Epoch *epoch, int task)
{
    Run *run = epoch->run;
    CoSearch *search = task == 0 ? &run->search : &run->rival;
    int *n_rounds = task == 0 ? &run->n_rounds : &run->n_rival_rounds;
    CoBudget *budget = &epoch->budgets[task];
    search->budget = budget;
    do {
        search_round(run, search, (*n_rounds)++);
        if (task == 0)
            report(run);
    } while (budget->work < epoch->until[task] && !co_search_is_at_target(search) &&
             !co_budget_is_spent(budget));
}

/* ---- a second search ---- */

static void copy_best(const Run *run, CoBest *to, const CoBest *from)
{
    co_best_clear(to);
    *to = *from;
    to->groups = co_grp_groups_copy(run->g, from->groups, from->n_groups);
}

/* From the same plan, with random numbers of its own. */
static void ready_rival(Run *run)
{
    CoSearch *rival = &run->rival;
    if (rival->state == NULL) {
        rival->state = co_state_new(run->g);
        rival->random = g_rand_new_with_seed((guint32)run->options.seed ^ RIVAL_SEED);
    }
    rival->grouping = run->g;
    rival->penalties = run->search.penalties;
    rival->best = &run->rival_best;
    rival->target = run->search.target;
    rival->changes_target = run->search.changes_target;
    rival->cost_limit = -1;
    copy_best(run, &run->rival_best, &run->best);
}

static bool is_better(const CoBest *a, const CoBest *b)
{
    if (!a->found || !b->found)
        return a->found;
    if (a->unplaced != b->unplaced)
        return a->unplaced < b->unplaced;
    if (a->changes != b->changes)
        return a->changes < b->changes;
    return a->cost < b->cost;
}

static void take_rival(Run *run)
{
    if (is_better(&run->rival_best, &run->best))
        copy_best(run, &run->best, &run->rival_best);
}

/* Touches nothing that the search looks at. */
static void bound_for_an_epoch(Epoch *epoch)
{
    const Run *run = epoch->run;
    CoBudget *budget = &epoch->budgets[1];
    if (epoch->kind == SECOND_RELAXES) {
        co_undated_solve(run->g, epoch->unplaced, budget, &epoch->relaxation);
        budget->work += epoch->relaxation.work / 10;
    } else {
        epoch->bound_is_done =
            !co_dated_bounder_run(run->bounder, epoch->aim, epoch->until[1], budget);
    }
}

static void epoch_task(void *data, int task)
{
    Epoch *epoch = data;
    if (task == 0 || epoch->kind == SECOND_SEARCHES)
        search_for_an_epoch(epoch, task);
    else
        bound_for_an_epoch(epoch);
}

/* Dates bite where everybody has a seat; what the least changes cost is beyond any bound on cost
 * alone. */
static bool wants_dated_bound(const Run *run)
{
    return !run->no_bounds && run->g->n_references == 0 && run->best.found &&
           run->best.unplaced == 0 && run->has_unplaced_bound;
}

static void take_dated_bound(Run *run)
{
    int64_t bound;
    if (run->bounder == NULL || !co_dated_bounder_bound(run->bounder, &bound))
        return;
    run->bound = run->has_bound ? MAX(run->bound, bound) : bound;
    run->has_bound = true;
    set_target(run);
}

/* A share of the work that is spent is not the whole of it. */
static void add_up(Run *run, const Epoch *epoch, int64_t before)
{
    for (int k = 0; k < 2; k++) {
        run->budget.work += epoch->budgets[k].work - before;
        if (epoch->budgets[k].spent && epoch->budgets[k].reason != CO_GRP_WORK) {
            run->budget.spent = true;
            run->budget.reason = epoch->budgets[k].reason;
        }
    }
}

/* The last of the budget is for the search alone. */
static Second kind_of_epoch(const Run *run, bool is_first, int64_t left)
{
    if (is_first)
        return run->no_bounds ? SECOND_RESTS : SECOND_RELAXES;
    if (left <= FIRST_EPOCH)
        return SECOND_RESTS;
    return run->bounder != NULL && !run->bound_is_done ? SECOND_BOUNDS : SECOND_SEARCHES;
}

static void take_second(Run *run, const Epoch *epoch)
{
    switch (epoch->kind) {
    case SECOND_RELAXES:
        run->undated = epoch->relaxation;
        run->was_timed = epoch->relaxation.was_timed;
        take_relaxation(run);
        break;
    case SECOND_BOUNDS:
        run->bound_is_done = epoch->bound_is_done;
        take_dated_bound(run);
        break;
    case SECOND_SEARCHES:
        take_rival(run);
        break;
    default:
        break;
    }
}

/* The search and the second task, for @p work units each. */
static void one_epoch(Run *run, bool is_first, int64_t work)
{
    int64_t before = run->budget.work, left = run->budget.work_limit - before;
    Epoch epoch = {.run = run,
                   .kind = kind_of_epoch(run, is_first, left),
                   .unplaced = run->best.found ? run->best.unplaced : -1,
                   .aim = run->best.cost};
    bool both = epoch.kind != SECOND_RESTS;
    /* A unit of proof takes two to three times as long as a move. */
    int64_t parts = epoch.kind == SECOND_BOUNDS ? 3 : 2;
    for (int k = 0; k < 2; k++) {
        int64_t share = k == 0 ? parts - 1 : 1;
        epoch.budgets[k] = run->budget;
        epoch.budgets[k].work_limit = before + (both ? MAX(1, left * share / parts) : left);
        epoch.until[k] = before + work * share;
    }
    if (epoch.kind == SECOND_SEARCHES)
        ready_rival(run);
    enter(run, CO_GRP_PHASE_SEARCH);
    co_tasks_run(run->options.n_threads, both ? 2 : 1, epoch_task, &epoch);
    run->search.budget = &run->budget;
    add_up(run, &epoch, before);
    take_second(run, &epoch);
    if (is_first)
        run->n_rounds = 0;
    report(run);
}

static void next_epoch(Run *run)
{
    /* A cheaper plan leaves fewer counts to list. */
    bool is_worth_it = run->tried_at == 0 || run->best.cost < run->tried_at - run->tried_at / 200;
    if (run->bounder == NULL && is_worth_it && wants_dated_bound(run)) {
        run->bounder = co_dated_bounder_new(run->g, NULL, run->best.cost);
        run->tried_at = run->best.cost;
    }
    one_epoch(run, false, run->epoch_work);
    run->epoch_work = MIN(2 * run->epoch_work, LONGEST_EPOCH);
}

static void seek_comfort(Run *run)
{
    if (!run->options.comfort || !run->best.found || nothing_is_free(run) ||
        co_budget_is_spent(&run->budget))
        return;
    enter(run, CO_GRP_PHASE_COMFORT);
    CoSearch *search = &run->search;
    double share = (double)run->g->tolerance_micro / 1e8;
    search->cost_limit = run->best.cost + (int64_t)((double)run->best.cost * share);
    search->target = INT64_MIN;
    co_state_clear(search->state);
    co_state_load(search->state, run->best.groups, run->best.n_groups);
    int64_t moves = MIN(run->budget.work_limit - run->budget.work,
                        1000 + 60 * (int64_t)search->state->n_groups);
    co_search_anneal(search, moves, 15, 1);
}

static void fill(Run *run, CoGroupingPlan *out)
{
    out->found = run->best.found;
    out->stop = run->budget.reason;
    out->work = run->budget.work;
    out->groups = co_grp_groups_copy(run->g, run->best.groups, run->best.n_groups);
    out->n_groups = run->best.n_groups;
    out->unplaced = (CoGrpValue){run->best.unplaced, run->has_unplaced_bound, run->unplaced_bound};
    out->changes = (CoGrpValue){
        run->best.changes, run->has_unplaced_bound && run->best.unplaced == run->unplaced_bound,
        run->changes_bound};
    g_autofree int *references = g_new(int, (size_t)out->n_groups + 1);
    co_changes_settle(run->g, out->groups, out->n_groups, references);
    for (int k = 0; k < out->n_groups; k++)
        out->groups[k].reference = references[k];
    int64_t discomfort = run->best.unplaced == 0 ? co_comfort_bound(run->g) : 0;
    out->comfort = (CoGrpValue){run->best.comfort, true, discomfort};
    out->cost.value = run->best.cost;
    out->cost.has_bound = run->has_bound && run->best.unplaced == run->unplaced_bound;
    out->cost.bound = run->bound - run->g->unplaced_penalty * run->unplaced_bound;
    if (nothing_is_free(run)) {
        /* The only plan without changes: proven whatever the bounds know. */
        out->unplaced = out->changes = (CoGrpValue){0, true, 0};
        out->cost = out->stage1 = (CoGrpValue){run->best.cost, true, run->best.cost};
    }
}

static CoGrpStop how_it_ended(const Run *run)
{
    if (run->budget.spent && run->budget.reason == CO_GRP_CANCELLED)
        return CO_GRP_CANCELLED;
    if (run->proven_none)
        return CO_GRP_FINISHED;
    if (nothing_is_free(run))
        return CO_GRP_FINISHED;
    if (!co_search_is_at_target(&run->search))
        return run->was_timed && run->budget.reason == CO_GRP_WORK ? CO_GRP_TIME
                                                                   : run->budget.reason;
    return best_value(run) <= run->bound ? CO_GRP_FINISHED : CO_GRP_GAP;
}

/* ---- the run ---- */

CoBlockRun *co_block_run_new(const CoGrouping *grouping, const CoGroupingOptions *options,
                             const CoBlockStart *start)
{
    Run *run = g_new0(Run, 1);
    run->g = grouping;
    run->options = *options;
    run->start = start;
    run->no_bounds = start != NULL && start->no_bounds;
    run->epoch_work = FIRST_EPOCH;
    run->all_work = options->work_limit;
    if (options->time_limit_s > 0)
        run->all_time = g_get_monotonic_time() + (gint64)(options->time_limit_s * 1e6);
    /* Comfort keeps a share of the budget, time included. */
    run->budget = (CoBudget){.work_limit = run->all_work - run->all_work / COMFORT_SHARE,
                             .end_us = run->all_time,
                             .cancel = options->cancel};
    if (run->all_time != 0)
        run->budget.end_us -= (gint64)(options->time_limit_s * 1e6 / COMFORT_SHARE);
    run->search = (CoSearch){.grouping = grouping,
                             .state = co_state_new(grouping),
                             .random = g_rand_new_with_seed((guint32)options->seed),
                             .penalties = co_penalties_for(grouping),
                             .budget = &run->budget,
                             .best = &run->best,
                             .target = INT64_MIN,
                             .cost_limit = -1,
                             .improved = on_improved,
                             .data = run};
    return run;
}

void co_block_run_free(CoBlockRun *run)
{
    if (run == NULL)
        return;
    co_undated_clear(&run->undated);
    co_dated_bounder_free(run->bounder);
    co_best_clear(&run->best);
    co_best_clear(&run->rival_best);
    g_rand_free(run->search.random);
    co_state_free(run->search.state);
    g_clear_pointer(&run->rival.random, g_rand_free);
    co_state_free(run->rival.state);
    g_free(run);
}

bool co_block_run_step(CoBlockRun *run)
{
    int step = run->n_steps++;
    if (step == 0) {
        /* Nobody to seat: nothing can be cheaper. */
        run->has_bound = run->has_unplaced_bound = run->g->n_classes == 0;
        if (run->start != NULL && run->start->has_bound) {
            run->has_bound = true;
            run->bound = run->start->bound;
        }
        set_target(run);
        if (run->start != NULL && run->start->plan != NULL)
            co_search_restart(&run->search, run->start->plan);
        else
            construct(run);
    } else if (step == 1 && !is_done(run)) {
        one_epoch(run, true, FIRST_EPOCH);
        if (!is_done(run) && !run->no_bounds)
            solve_exactly(run);
    } else if (!is_done(run)) {
        next_epoch(run);
    }
    return !is_done(run);
}

CoGroupingPlan *co_block_run_end(CoBlockRun *run)
{
    co_polish_members(&run->search);
    CoGroupingPlan *out = g_new0(CoGroupingPlan, 1);
    out->stage1 = (CoGrpValue){run->best.found ? best_value(run) : 0, run->has_bound, run->bound};
    CoGrpStop reason = how_it_ended(run);
    run->budget.work_limit = run->all_work;
    run->budget.end_us = run->all_time;
    run->budget.spent = false;
    seek_comfort(run);
    bool cut_short = run->budget.spent && run->budget.reason != CO_GRP_WORK;
    run->budget.reason = cut_short ? run->budget.reason : reason;
    fill(run, out);
    return out;
}

CoGroupingPlan *co_one_block_solve(const CoGrouping *grouping, const CoGroupingOptions *options,
                                   const CoBlockStart *start)
{
    g_autoptr(CoBlockRun) run = co_block_run_new(grouping, options, start);
    while (co_block_run_step(run))
        continue;
    return co_block_run_end(run);
}

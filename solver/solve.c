/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door: blocks of classes planned apart, several at a time, and put together under FM1. */
#include <glib.h>

#include <string.h>

#include "blocks.h"
#include "cohorte/grouping.h"
#include "evaluate.h"
#include "fm1_share.h"
#include "one_block.h"
#include "state.h"
#include "tasks.h"

/* FM1 conflicts of a problem no larger than this are settled by planning it as one block. */
#define SMALL_ITEMS 700
/* One part in so many of the budget is kept for what FM1 makes the blocks quarrel about. */
#define QUARREL_SHARE 8

typedef struct Whole Whole;

/* One block and how far it is. */
typedef struct Part {
    Whole *whole;
    CoBlock *block;
    CoBlockRun *run;
    bool is_done;
    CoGroupingPlan *plan;
    CoGrpProgress latest;
    int64_t work_limit;
} Part;

struct Whole {
    const CoGrouping *g;
    const CoGroupingOptions *options;
    GPtrArray *blocks;
    Part *parts;
    int n_parts;
    gint64 end_us; /* 0 = none */
    GThread *caller;
    GMutex mutex;  /* of n_waiting and of every part's latest */
    int n_waiting; /* persons of the blocks not begun */
};

/* ---- progress ---- */

static CoGrpProgress sum_progress(const Whole *w, CoGrpPhase phase)
{
    CoGrpProgress sum = {.phase = phase, .has_plan = true, .has_bound = true};
    for (int k = 0; k < w->n_parts; k++) {
        const CoGrpProgress *p = &w->parts[k].latest;
        sum.has_plan = sum.has_plan && p->has_plan;
        sum.has_bound = sum.has_bound && p->has_bound;
        sum.unplaced += p->unplaced;
        sum.cost += p->cost;
        sum.comfort += p->comfort;
        sum.value += p->value;
        sum.bound += p->bound;
        sum.work += p->work;
    }
    return sum;
}

/* Every block reports; only the calling thread passes it on. */
static void on_part(const CoGrpProgress *progress, void *data)
{
    Part *part = data;
    Whole *w = part->whole;
    g_mutex_lock(&w->mutex);
    part->latest = *progress;
    CoGrpProgress sum = sum_progress(w, progress->phase);
    g_mutex_unlock(&w->mutex);
    if (w->options->progress != NULL && g_thread_self() == w->caller)
        w->options->progress(&sum, w->options->progress_data);
}

/* ---- blocks ---- */

/* All blocks have the same clock: those that are done leave their time to the others. */
static CoGroupingOptions part_options(Part *part)
{
    Whole *w = part->whole;
    CoGroupingOptions options = *w->options;
    options.n_threads = 1;
    options.seed += (uint64_t)(part - w->parts);
    options.work_limit = part->work_limit;
    options.time_limit_s -= options.time_limit_s / QUARREL_SHARE;
    options.progress = on_part;
    options.progress_data = part;
    return options;
}

static void step_part(void *data, int k)
{
    Whole *w = data;
    Part *part = &w->parts[k];
    if (!part->is_done)
        part->is_done = !co_block_run_step(part->run);
}

static void end_part(void *data, int k)
{
    Whole *w = data;
    w->parts[k].plan = co_block_run_end(w->parts[k].run);
    g_clear_pointer(&w->parts[k].run, co_block_run_free);
}

/* The gap asked for is that of all blocks together. */
static bool gap_is_reached(const Whole *w)
{
    CoGrpProgress sum = sum_progress(w, CO_GRP_PHASE_SEARCH);
    double allowed = w->options->gap_target * (double)sum.value;
    return w->options->gap_target > 0 && sum.has_plan && sum.has_bound &&
           (double)(sum.value - sum.bound) <= allowed;
}

static bool all_done(const Whole *w)
{
    for (int k = 0; k < w->n_parts; k++)
        if (!w->parts[k].is_done)
            return false;
    return true;
}

/* One step of every block in turn, so that there is a whole plan soon and a better one after each
 * round. */
static void plan_parts(Whole *w)
{
    while (!all_done(w) && !gap_is_reached(w))
        co_tasks_run(w->options->n_threads, w->n_parts, step_part, w);
    co_tasks_run(w->options->n_threads, w->n_parts, end_part, w);
}

static int64_t work_done(const Whole *w)
{
    int64_t work = 0;
    for (int k = 0; k < w->n_parts; k++)
        work += w->parts[k].plan->work;
    return work;
}

static void open_parts(Whole *w)
{
    int n_persons = 0;
    w->n_parts = (int)w->blocks->len;
    w->parts = g_new0(Part, (size_t)w->n_parts);
    for (int k = 0; k < w->n_parts; k++) {
        w->parts[k].whole = w;
        w->parts[k].block = g_ptr_array_index(w->blocks, (guint)k);
        n_persons += w->parts[k].block->n_persons;
    }
    int64_t all = w->options->work_limit - w->options->work_limit / QUARREL_SHARE;
    for (int k = 0; k < w->n_parts; k++) {
        Part *part = &w->parts[k];
        part->work_limit = 1 + (int64_t)((double)all * part->block->n_persons / MAX(n_persons, 1));
        CoGroupingOptions options = part_options(part);
        part->run = co_block_run_new(&part->block->grouping, &options, NULL);
    }
}

static void close_parts(Whole *w)
{
    for (int k = 0; k < w->n_parts; k++)
        co_grouping_plan_free(w->parts[k].plan);
    g_free(w->parts);
}

/* ---- putting together ---- */

static void add_value(CoGrpValue *sum, const CoGrpValue *part)
{
    sum->value += part->value;
    sum->bound += part->bound;
    sum->has_bound = sum->has_bound && part->has_bound;
}

/* The first block that stopped for a reason of its own gives the reason, the clock before the
 * work. */
static CoGrpStop stop_of(const Whole *w)
{
    static const CoGrpStop order[] = {CO_GRP_CANCELLED, CO_GRP_TIME, CO_GRP_WORK, CO_GRP_GAP};
    for (size_t r = 0; r < G_N_ELEMENTS(order); r++)
        for (int k = 0; k < w->n_parts; k++)
            if (w->parts[k].plan->stop == order[r])
                return order[r];
    return CO_GRP_FINISHED;
}

static void add_groups(CoGroupingPlan *plan, const Part *part)
{
    int n = part->plan->n_groups;
    if (n == 0)
        return;
    CoGrpGroup *groups = co_block_lift_groups(part->block, part->plan->groups, n);
    plan->groups = g_renew(CoGrpGroup, plan->groups, (size_t)(plan->n_groups + n));
    memcpy(plan->groups + plan->n_groups, groups, sizeof(CoGrpGroup) * (size_t)n);
    plan->n_groups += n;
    g_free(groups);
}

static CoGroupingPlan *put_together(const Whole *w)
{
    CoGroupingPlan *plan = g_new0(CoGroupingPlan, 1);
    CoGrpValue start = {0, true, 0};
    plan->found = true;
    plan->unplaced = plan->changes = plan->cost = plan->comfort = plan->stage1 = start;
    for (int k = 0; k < w->n_parts; k++) {
        const CoGroupingPlan *part = w->parts[k].plan;
        plan->found = plan->found && part->found;
        add_value(&plan->unplaced, &part->unplaced);
        add_value(&plan->changes, &part->changes);
        add_value(&plan->cost, &part->cost);
        add_value(&plan->comfort, &part->comfort);
        add_value(&plan->stage1, &part->stage1);
        add_groups(plan, &w->parts[k]);
    }
    plan->stop = stop_of(w);
    plan->work = work_done(w);
    /* Trainers are balanced over all classes of a path, in whatever block. */
    plan->comfort.value = co_evaluate_comfort(w->g, plan->groups, plan->n_groups);
    return plan;
}

/* ---- FM1 ---- */

static CoFm1Part *fm1_parts(const Whole *w)
{
    CoFm1Part *parts = g_new0(CoFm1Part, (size_t)w->n_parts);
    for (int k = 0; k < w->n_parts; k++)
        parts[k] = (CoFm1Part){w->parts[k].block, &w->parts[k].plan};
    return parts;
}

/* What is left of the budget. */
static CoGroupingOptions options_left(const Whole *w, int64_t work)
{
    CoGroupingOptions left = *w->options;
    left.work_limit = MAX(1, w->options->work_limit - work);
    if (w->end_us != 0)
        left.time_limit_s = MAX(0.05, (double)(w->end_us - g_get_monotonic_time()) / 1e6);
    return left;
}

/* All classes as one block after all; what the blocks have proven stands. */
static CoGroupingPlan *plan_as_one(const Whole *w)
{
    int64_t work = work_done(w);
    g_autoptr(CoGroupingPlan) apart = put_together(w);
    CoGroupingOptions left = options_left(w, work);
    CoGroupingPlan *plan = co_one_block_solve(w->g, &left, NULL);
    plan->work += work;
    if (apart->unplaced.has_bound && apart->unplaced.bound > plan->unplaced.bound)
        plan->unplaced = (CoGrpValue){plan->unplaced.value, true, apart->unplaced.bound};
    if (apart->stage1.has_bound && apart->stage1.bound > plan->stage1.bound) {
        plan->stage1.has_bound = true;
        plan->stage1.bound = apart->stage1.bound;
        plan->cost.has_bound =
            plan->unplaced.has_bound && plan->unplaced.value == plan->unplaced.bound;
        plan->cost.bound = plan->stage1.bound - w->g->unplaced_penalty * plan->unplaced.bound;
    }
    return plan;
}

/* Blocks that together want more of FM1 than there is. */
static CoGroupingPlan *settle_fm1(Whole *w)
{
    g_autofree CoFm1Part *parts = fm1_parts(w);
    CoGroupingOptions left = options_left(w, work_done(w));
    bool cancelled = w->options->cancel != NULL && *w->options->cancel != 0;
    if (w->g->n_items <= SMALL_ITEMS && !cancelled)
        return plan_as_one(w);
    left.progress = NULL;
    bool settled = co_fm1_share(w->g, parts, w->n_parts, &left);
    return settled ? put_together(w) : plan_as_one(w);
}

static bool has_quarrel(const Whole *w)
{
    g_autofree CoFm1Part *parts = fm1_parts(w);
    return co_fm1_is_overbooked(w->g, parts, w->n_parts);
}

static CoGroupingPlan *plan_blocks(Whole *w)
{
    g_mutex_init(&w->mutex);
    open_parts(w);
    plan_parts(w);
    CoGroupingPlan *plan = has_quarrel(w) ? settle_fm1(w) : put_together(w);
    close_parts(w);
    g_mutex_clear(&w->mutex);
    return plan;
}

CoGroupingPlan *co_grouping_solve(const CoGrouping *grouping, const CoGroupingOptions *options)
{
    CoGroupingOptions own = *options;
    if (own.n_threads <= 0)
        own.n_threads = (int)g_get_num_processors();
    Whole w = {.g = grouping, .options = &own, .caller = g_thread_self()};
    if (own.time_limit_s > 0)
        w.end_us = g_get_monotonic_time() + (gint64)(own.time_limit_s * 1e6);
    w.blocks = co_blocks_new(grouping);
    CoGroupingPlan *plan =
        w.blocks->len > 1 ? plan_blocks(&w) : co_one_block_solve(grouping, &own, NULL);
    g_ptr_array_unref(w.blocks);
    return plan;
}

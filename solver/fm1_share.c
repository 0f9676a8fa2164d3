/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fm1_share.h"

#include <math.h>
#include <string.h>

#include "bits.h"
#include "dated_bound.h"
#include "one_block.h"
#include "tasks.h"

#define PRICE_ROUNDS 4
/* A block that only makes room, or is bounded at one more price, needs no more than a good start.
 */
#define LEAST_WORK 2000
#define MOST_WORK 60000

/* ---- who uses what ---- */

static void add_group_use(const CoGrouping *g, const CoGrpGroup *group, int *use)
{
    const CoGrpClass *cls = &g->classes[group->class_idx];
    if (group->pattern >= 0)
        CO_BITS_EACH(slot, cls->patterns[group->pattern].fm1_slots, g->n_words)
    use[slot]++;
    for (int v = 0; group->virtual_starts != NULL && v < cls->n_virtual; v++)
        for (int k = 0; cls->virtuals[v].fm1 && k < cls->virtuals[v].n_slots; k++)
            use[group->virtual_starts[v] + k]++;
}

static void add_part_use(const CoFm1Part *part, int sign, int *use)
{
    const CoGrouping *g = &part->block->grouping;
    g_autofree int *own = g_new0(int, (size_t)MAX(g->n_slots, 1));
    for (int k = 0; k < (*part->plan)->n_groups; k++)
        add_group_use(g, &(*part->plan)->groups[k], own);
    for (int slot = 0; slot < g->n_slots; slot++)
        use[slot] += sign * own[slot];
}

static int *total_use(const CoGrouping *whole, const CoFm1Part *parts, int n_parts)
{
    int *use = g_new0(int, (size_t)MAX(whole->n_slots, 1));
    for (int k = 0; k < n_parts; k++)
        add_part_use(&parts[k], 1, use);
    return use;
}

bool co_fm1_is_overbooked(const CoGrouping *whole, const CoFm1Part *parts, int n_parts)
{
    g_autofree int *use = total_use(whole, parts, n_parts);
    for (int slot = 0; slot < whole->n_slots; slot++)
        if (use[slot] > whole->fm1_capacity[slot])
            return true;
    return false;
}

/* ---- making room ---- */

/* What a block may use: what it uses now and what is free, less what is too much. @return whether
 * it uses more than that */
static bool limit_part(const CoGrouping *whole, const CoFm1Part *part, const int *total)
{
    g_autofree int *own = g_new0(int, (size_t)MAX(whole->n_slots, 1));
    bool over = false;
    add_part_use(part, 1, own);
    for (int slot = 0; slot < whole->n_slots; slot++) {
        int others = total[slot] - own[slot];
        part->block->fm1_capacity[slot] = MAX(0, whole->fm1_capacity[slot] - others);
        over = over || own[slot] > part->block->fm1_capacity[slot];
    }
    return over;
}

/* Bounds proven with all of FM1 at hand hold with less. */
static void keep_bounds(CoGroupingPlan *plan, const CoGroupingPlan *before)
{
    plan->unplaced.has_bound = before->unplaced.has_bound;
    plan->unplaced.bound = before->unplaced.bound;
    plan->changes.has_bound = before->changes.has_bound;
    plan->changes.bound = MIN(before->changes.bound, plan->changes.value);
    plan->stage1.has_bound = before->stage1.has_bound;
    plan->stage1.bound = before->stage1.bound;
    plan->cost.has_bound = before->cost.has_bound && plan->unplaced.value == before->unplaced.value;
    plan->cost.bound = before->cost.bound;
    plan->work += before->work;
}

static void plan_again(const CoFm1Part *part, const CoGroupingOptions *options)
{
    CoBlockStart start = {.plan = *part->plan,
                          .no_bounds = true,
                          .has_bound = (*part->plan)->stage1.has_bound,
                          .bound = (*part->plan)->stage1.bound};
    CoGroupingPlan *plan = co_one_block_solve(&part->block->grouping, options, &start);
    keep_bounds(plan, *part->plan);
    co_grouping_plan_free(*part->plan);
    *part->plan = plan;
}

/* Once round all blocks is enough: the last one with a group in a slot has found room beside all
 * the others. */
static void make_room(const CoGrouping *whole, const CoFm1Part *parts, int n_parts,
                      const CoGroupingOptions *options)
{
    g_autofree int *total = total_use(whole, parts, n_parts);
    CoGroupingOptions share = *options;
    share.work_limit = CLAMP(options->work_limit / (2 * n_parts), LEAST_WORK, MOST_WORK);
    share.time_limit_s = options->time_limit_s / (2 * n_parts);
    for (int k = 0; k < n_parts; k++) {
        if (!limit_part(whole, &parts[k], total))
            continue;
        add_part_use(&parts[k], -1, total);
        share.seed = options->seed + (uint64_t)k;
        plan_again(&parts[k], &share);
        add_part_use(&parts[k], 1, total);
    }
}

/* ---- the price of FM1 ---- */

/* Bounds of all blocks at one price. */
typedef struct Pricing {
    const CoFm1Part *parts;
    const double *price;
    const CoGroupingOptions *options;
    int64_t *bound;
    bool *proven;
    int64_t work, end_us;
} Pricing;

static void bound_part(void *data, int k)
{
    Pricing *p = data;
    const CoGrouping *g = &p->parts[k].block->grouping;
    CoBudget budget = {.work_limit = p->work, .end_us = p->end_us, .cancel = p->options->cancel};
    g_autofree int *use = g_new0(int, (size_t)MAX(g->n_slots, 1));
    double paid = 0;
    add_part_use(&p->parts[k], 1, use);
    for (int slot = 0; slot < g->n_slots; slot++)
        paid += use[slot] * p->price[slot];
    int64_t aim = (*p->parts[k].plan)->stage1.value + (int64_t)paid + 1;
    g_autoptr(CoDatedBounder) bounder = co_dated_bounder_new(g, p->price, aim);
    p->proven[k] = false;
    if (bounder == NULL)
        return;
    co_dated_bounder_run(bounder, aim, p->work, &budget);
    p->proven[k] = co_dated_bounder_bound(bounder, &p->bound[k]);
}

static bool all_placed(const CoFm1Part *parts, int n_parts)
{
    for (int k = 0; k < n_parts; k++)
        if ((*parts[k].plan)->unplaced.value > 0 || !(*parts[k].plan)->stage1.has_bound)
            return false;
    return true;
}

/* @return the bound of the whole at this price, INT64_MIN when a block has none */
static int64_t bound_at(const CoGrouping *whole, Pricing *p, int n_parts)
{
    double paid = 0;
    int64_t sum = 0;
    co_tasks_run(p->options->n_threads, n_parts, bound_part, p);
    for (int k = 0; k < n_parts; k++) {
        if (!p->proven[k])
            return INT64_MIN;
        sum += p->bound[k];
    }
    for (int slot = 0; slot < whole->n_slots; slot++)
        paid += p->price[slot] * whole->fm1_capacity[slot];
    return sum - (int64_t)ceil(paid);
}

/* What making room has cost so far, spread over what was too much, is a first price. Prices are
 * whole cents: blocks' bounds are rounded up to what a plan can cost, FM1 paid. */
static void first_price(const CoGrouping *whole, const int *wanted, int64_t lost, double *price)
{
    double excess = 0;
    for (int slot = 0; slot < whole->n_slots; slot++)
        excess += MAX(0, wanted[slot] - whole->fm1_capacity[slot]);
    for (int slot = 0; slot < whole->n_slots; slot++)
        price[slot] = wanted[slot] > whole->fm1_capacity[slot] ? floor((double)lost / excess) : 0;
}

static bool is_positive(const double *price, int n)
{
    for (int k = 0; k < n; k++)
        if (price[k] > 0)
            return true;
    return false;
}

static void raise_bound(const CoGrouping *whole, const CoFm1Part *parts, int n_parts,
                        const CoGroupingOptions *options, double *price)
{
    g_autofree int64_t *bound = g_new0(int64_t, (size_t)n_parts);
    g_autofree bool *proven = g_new0(bool, (size_t)n_parts);
    Pricing p = {
        .parts = parts,
        .price = price,
        .options = options,
        .bound = bound,
        .proven = proven,
        .work = CLAMP(options->work_limit / (2 * PRICE_ROUNDS * n_parts), LEAST_WORK, MOST_WORK)};
    if (options->time_limit_s > 0)
        p.end_us = g_get_monotonic_time() + (gint64)(options->time_limit_s * 5e5);
    int64_t plain = 0, best = INT64_MIN;
    for (int k = 0; k < n_parts; k++) {
        plain += (*parts[k].plan)->stage1.bound;
        /* A bound leaves every block all of FM1. */
        memcpy(parts[k].block->fm1_capacity, whole->fm1_capacity,
               sizeof(int) * (size_t)whole->n_slots);
    }
    for (int round = 0; round < PRICE_ROUNDS && is_positive(price, whole->n_slots); round++) {
        int64_t found = bound_at(whole, &p, n_parts);
        best = MAX(best, found);
        for (int slot = 0; slot < whole->n_slots; slot++)
            price[slot] = floor(price[slot] / 2);
    }
    if (best <= plain)
        return;
    (*parts[0].plan)->stage1.bound += best - plain;
    (*parts[0].plan)->cost.bound += best - plain;
}

static bool gap_is_reached(const CoFm1Part *parts, int n_parts, double gap)
{
    double value = 0, bound = 0;
    for (int k = 0; k < n_parts; k++) {
        value += (double)(*parts[k].plan)->stage1.value;
        bound += (double)(*parts[k].plan)->stage1.bound;
    }
    return value - bound <= gap * value;
}

bool co_fm1_share(const CoGrouping *whole, const CoFm1Part *parts, int n_parts,
                  const CoGroupingOptions *options)
{
    g_autofree int *wanted = total_use(whole, parts, n_parts);
    g_autofree double *price = g_new0(double, (size_t)MAX(whole->n_slots, 1));
    int64_t before = 0, after = 0;
    for (int k = 0; k < n_parts; k++)
        before += (*parts[k].plan)->cost.value;
    make_room(whole, parts, n_parts, options);
    for (int k = 0; k < n_parts; k++) {
        if (!(*parts[k].plan)->found)
            return false;
        after += (*parts[k].plan)->cost.value;
    }
    if (!all_placed(parts, n_parts) || whole->n_references > 0 ||
        gap_is_reached(parts, n_parts, options->gap_target))
        return true;
    first_price(whole, wanted, MAX(after - before, 1), price);
    raise_bound(whole, parts, n_parts, options, price);
    return true;
}

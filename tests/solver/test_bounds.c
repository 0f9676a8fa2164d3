/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower bounds of larger problems, measured against proven optima: a bound above one is a lie.
 */
#include <glib.h>

#include "solver/dated_bound.h"
#include "solver/exact.h"
#include "solver/undated.h"
#include "tests/support/random_grouping.h"

/* A random problem of the kind that can be priced: single persons, no shared cars, no locks. */
static CoGrouping *single_persons(CoRandomGrouping *random)
{
    CoGrouping *g = (CoGrouping *)(uintptr_t)co_random_grouping_get(random);
    CoGrpClass *classes = (CoGrpClass *)(uintptr_t)g->classes;
    CoGrpItem *items = (CoGrpItem *)(uintptr_t)g->items;
    g->car_seats = 0;
    g->n_locks = 0;
    for (int c = 0; c < g->n_classes; c++) {
        classes[c].n_virtual = 0;
        for (int p = 0; p < classes[c].n_patterns; p++)
            ((CoGrpPattern *)(uintptr_t)classes[c].patterns)[p].lock = -1;
    }
    for (int i = 0; i < g->n_items; i++) {
        items[i].n_persons = 1;
        items[i].lock = items[i].cluster = -1;
        items[i].n_service = MIN(items[i].n_service, 1);
        items[i].n_heads = MIN(items[i].n_heads, 1);
    }
    return g;
}

typedef void (*OnSolved)(const CoGrouping *grouping, int64_t optimum, int *counted);

/* Calls @p check on every random problem whose optimum is proven and places everybody. */
static void each_solved(uint32_t n_seeds, OnSolved check, int *counted)
{
    for (uint32_t seed = 1; seed <= n_seeds; seed++) {
        CoRandomShape shape = {3, 9, 14, 3, 8, 12, 2};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGrouping *g = single_persons(random);
        CoExactOptions options = CO_EXACT_OPTIONS_INIT;
        options.work_limit = 40000;
        g_autoptr(CoGroupingPlan) plan = co_exact_solve(g, &options);
        if (!plan->found || plan->stage1.bound != plan->stage1.value || plan->unplaced.value > 0)
            continue;
        g_test_message("seed %u", seed);
        check(g, plan->cost.value, counted);
    }
}

static void undated_is_below(const CoGrouping *g, int64_t optimum, int *counted)
{
    CoBudget budget = {.work_limit = 100000};
    CoUndated undated;
    co_undated_solve(g, 0, &budget, &undated);
    if (undated.has_cost_bound) {
        (*counted)++;
        g_assert_cmpint(undated.cost_bound, <=, optimum);
    }
    co_undated_clear(&undated);
}

static void dated_is_below(const CoGrouping *g, int64_t optimum, int *counted)
{
    CoBudget budget = {.work_limit = 100000};
    CoUndated undated;
    co_undated_solve(g, 0, &budget, &undated);
    g_autoptr(CoDatedBounder) bounder = co_dated_bounder_new(g, NULL, optimum + optimum / 10 + 1);
    int64_t bound;
    if (bounder == NULL) { /* not of the kind that can be priced */
        co_undated_clear(&undated);
        return;
    }
    co_dated_bounder_run(bounder, optimum + optimum / 10 + 1, budget.work_limit, &budget);
    g_assert_true(co_dated_bounder_bound(bounder, &bound));
    g_assert_cmpint(bound, <=, optimum);
    counted[0]++;
    counted[1] += bound > undated.cost_bound;
    co_undated_clear(&undated);
}

static void test_the_undated_bound_is_never_above_the_optimum(void)
{
    int n = 0;
    each_solved(120, undated_is_below, &n);
    g_assert_cmpint(n, >=, 15);
}

static void test_the_dated_bound_is_never_above_the_optimum_and_sometimes_above_the_undated(void)
{
    int counted[2] = {0, 0};
    each_solved(120, dated_is_below, counted);
    g_assert_cmpint(counted[0], >=, 8);
    g_assert_cmpint(counted[1], >=, 2);
}

static void test_a_known_unplaced_weight_of_zero_is_its_own_bound(void)
{
    CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
    g_autoptr(CoRandomGrouping) random = co_random_grouping_new(5, &shape);
    CoBudget budget = {.work_limit = 100000};
    CoUndated undated;
    co_undated_solve(co_random_grouping_get(random), 0, &budget, &undated);
    g_assert_true(undated.has_unplaced_bound);
    g_assert_cmpint(undated.unplaced_bound, ==, 0);
    co_undated_clear(&undated);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/bounds/the undated bound is never above the optimum",
                    test_the_undated_bound_is_never_above_the_optimum);
    g_test_add_func(
        "/solver/bounds/the dated bound is never above the optimum and sometimes above "
        "the undated",
        test_the_dated_bound_is_never_above_the_optimum_and_sometimes_above_the_undated);
    g_test_add_func("/solver/bounds/a known unplaced weight of zero is its own bound",
                    test_a_known_unplaced_weight_of_zero_is_its_own_bound);
    return g_test_run();
}

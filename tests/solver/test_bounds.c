/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower bounds of larger problems, measured against proven optima: a bound above one is a lie.
 */
#include <glib.h>

#include "solver/dated_bound.h"
#include "solver/exact.h"
#include "solver/undated.h"
#include "tests/support/random_grouping.h"

/* A random problem in person only, without locks: what the bounds look at. */
static CoGrouping *without_locks(CoRandomGrouping *random)
{
    CoGrouping *g = (CoGrouping *)(uintptr_t)co_random_grouping_get(random);
    CoGrpClass *classes = (CoGrpClass *)(uintptr_t)g->classes;
    CoGrpItem *items = (CoGrpItem *)(uintptr_t)g->items;
    g->n_locks = 0;
    for (int c = 0; c < g->n_classes; c++) {
        classes[c].n_virtual = 0;
        for (int p = 0; p < classes[c].n_patterns; p++)
            ((CoGrpPattern *)(uintptr_t)classes[c].patterns)[p].lock = -1;
    }
    for (int i = 0; i < g->n_items; i++)
        items[i].lock = -1;
    return g;
}

/* Single persons who travel alone. */
static void make_single(CoGrouping *g)
{
    CoGrpItem *items = (CoGrpItem *)(uintptr_t)g->items;
    g->car_seats = 0;
    for (int i = 0; i < g->n_items; i++) {
        items[i].n_persons = 1;
        items[i].cluster = -1;
        items[i].n_service = MIN(items[i].n_service, 1);
        items[i].n_heads = MIN(items[i].n_heads, 1);
    }
}

static bool is_tied(const CoGrouping *g)
{
    for (int i = 0; i < g->n_items; i++)
        if (g->items[i].n_persons > 1)
            return true;
    return g->car_seats > 0;
}

typedef void (*OnSolved)(const CoGrouping *grouping, int64_t optimum, int *counted);

/* Which random problems are looked at. */
typedef struct Kind {
    uint32_t n_seeds;
    bool tied; /* with whole establishments or shared cars, else single persons alone */
    CoRandomShape shape;
} Kind;
static const Kind singles = {120, false, {3, 9, 14, 3, 8, 12, 2}};
static const Kind tied = {400, true, {2, 8, 5, 3, 6, 10, 2}};

/* Calls @p check on every problem of the kind whose optimum is proven and places everybody. */
static void each_solved(const Kind *kind, OnSolved check, int *counted)
{
    for (uint32_t seed = 1; seed <= kind->n_seeds; seed++) {
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &kind->shape);
        CoGrouping *g = without_locks(random);
        if (!kind->tied)
            make_single(g);
        if (is_tied(g) != kind->tied)
            continue;
        CoExactOptions options = CO_EXACT_OPTIONS_INIT;
        options.work_limit = kind->tied ? 4000 : 40000;
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
    each_solved(&singles, undated_is_below, &n);
    g_assert_cmpint(n, >=, 15);
}

static void test_the_dated_bound_is_never_above_the_optimum_and_sometimes_above_the_undated(void)
{
    int counted[2] = {0, 0};
    each_solved(&singles, dated_is_below, counted);
    g_assert_cmpint(counted[0], >=, 8);
    g_assert_cmpint(counted[1], >=, 2);
}

static void test_bounds_with_whole_establishments_and_cars_are_never_above_the_optimum(void)
{
    int n = 0, counted[2] = {0, 0};
    each_solved(&tied, undated_is_below, &n);
    each_solved(&tied, dated_is_below, counted);
    g_test_message("%d, %d, %d", n, counted[0], counted[1]);
    g_assert_cmpint(n, >=, 15);
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
    g_test_add_func(
        "/solver/bounds/bounds with whole establishments and cars are never above the optimum",
        test_bounds_with_whole_establishments_and_cars_are_never_above_the_optimum);
    g_test_add_func("/solver/bounds/a known unplaced weight of zero is its own bound",
                    test_a_known_unplaced_weight_of_zero_is_its_own_bound);
    return g_test_run();
}

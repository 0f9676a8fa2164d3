/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/exact.h"

#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"

#define FIRST_SEED 1001
#define N_SEEDS 80

static CoRandomGrouping *tiny(uint32_t seed)
{
    return co_random_grouping_new(seed, &CO_RANDOM_SHAPE_TINY);
}

static CoExactOptions plain_options(void)
{
    return (CoExactOptions)CO_EXACT_OPTIONS_INIT;
}

/* A plan that is shown keeps the rules and is worth what it says. */
static void check_plan(const CoGrouping *grouping, const CoGroupingPlan *plan)
{
    if (!plan->found)
        return;
    g_assert_cmpstr(co_brute_force_judge(grouping, plan->groups, plan->n_groups), ==, NULL);
    CoBruteForce worth = co_brute_force_worth(grouping, plan->groups, plan->n_groups);
    g_assert_cmpint(plan->stage1.value, ==, worth.value);
    g_assert_cmpint(plan->unplaced.value, ==, worth.unplaced);
    g_assert_cmpint(plan->cost.value, ==, worth.cost);
}

static int64_t above_any_value(const CoGrouping *grouping)
{
    int64_t weights = 1;
    for (int i = 0; i < grouping->n_items; i++)
        weights += grouping->items[i].weight;
    return weights * grouping->unplaced_penalty;
}

static void check_optimum(const CoGrouping *grouping, const CoGroupingPlan *plan,
                          const CoBruteForce *expected)
{
    check_plan(grouping, plan);
    g_assert_cmpint(plan->stop, ==, CO_GRP_FINISHED);
    g_assert_true(plan->stage1.has_bound);
    g_assert_true(plan->found == expected->found);
    if (!expected->found) {
        g_assert_cmpint(plan->stage1.bound, ==, above_any_value(grouping));
        return;
    }
    g_assert_cmpint(plan->stage1.value, ==, expected->value);
    g_assert_cmpint(plan->stage1.bound, ==, expected->value);
    g_assert_cmpint(plan->unplaced.bound, ==, expected->unplaced);
    g_assert_cmpint(plan->cost.bound, ==, expected->cost);
}

static void test_optimum_and_bound_are_those_of_trying_everything(void)
{
    for (uint32_t seed = FIRST_SEED; seed < FIRST_SEED + N_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        CoExactOptions options = plain_options();
        g_autoptr(CoGroupingPlan) plan = co_exact_solve(grouping, &options);
        g_test_message("seed %u", seed);
        check_optimum(grouping, plan, &expected);
    }
}

static void test_nothing_is_found_below_the_optimum_and_the_optimum_just_above(void)
{
    for (uint32_t seed = FIRST_SEED; seed < FIRST_SEED + N_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        if (!expected.found)
            continue;
        CoExactOptions options = plain_options();
        options.cutoff_value = expected.value;
        g_autoptr(CoGroupingPlan) nothing = co_exact_solve(grouping, &options);
        options.cutoff_value = expected.value + 1;
        g_autoptr(CoGroupingPlan) best = co_exact_solve(grouping, &options);
        g_test_message("seed %u", seed);
        g_assert_false(nothing->found);
        g_assert_true(nothing->stage1.has_bound);
        g_assert_cmpint(nothing->stage1.bound, ==, expected.value);
        check_optimum(grouping, best, &expected);
    }
}

static void test_stopped_runs_give_true_bounds(void)
{
    int n_stopped = 0;
    for (uint32_t seed = FIRST_SEED; seed < FIRST_SEED + N_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        for (int limit = 5; limit < 200; limit *= 3) {
            CoExactOptions options = plain_options();
            options.work_limit = limit;
            g_autoptr(CoGroupingPlan) plan = co_exact_solve(grouping, &options);
            g_test_message("seed %u limit %d", seed, limit);
            check_plan(grouping, plan);
            n_stopped += plan->stop == CO_GRP_WORK;
            g_assert_true(plan->stop == CO_GRP_WORK || plan->stop == CO_GRP_FINISHED);
            if (expected.found && plan->stage1.has_bound)
                g_assert_cmpint(plan->stage1.bound, <=, expected.value);
            if (!expected.found)
                g_assert_false(plan->found);
        }
    }
    g_assert_cmpint(n_stopped, >, 20);
}

static void test_same_work_limit_gives_the_same_answer(void)
{
    for (uint32_t seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        CoExactOptions options = plain_options();
        options.work_limit = 60;
        g_autoptr(CoGroupingPlan) a = co_exact_solve(co_random_grouping_get(random), &options);
        g_autoptr(CoGroupingPlan) b = co_exact_solve(co_random_grouping_get(random), &options);
        g_assert_true(a->found == b->found);
        g_assert_cmpint(a->work, ==, b->work);
        g_assert_cmpint(a->stage1.value, ==, b->stage1.value);
        g_assert_cmpint(a->stage1.bound, ==, b->stage1.bound);
    }
}

static void test_engine_failures_are_survived(void)
{
    for (uint32_t seed = FIRST_SEED; seed < FIRST_SEED + 30; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        for (int failure = 1; failure <= 3; failure++) {
            CoExactOptions options = plain_options();
            options.inject_failure = -failure;
            g_autoptr(CoGroupingPlan) mended = co_exact_solve(grouping, &options);
            options.inject_failure = failure;
            g_autoptr(CoGroupingPlan) failed = co_exact_solve(grouping, &options);
            g_test_message("seed %u failure %d", seed, failure);
            check_optimum(grouping, mended, &expected);
            g_assert_false(failed->found && !expected.found);
            if (expected.found && failed->stage1.has_bound)
                g_assert_cmpint(failed->stage1.bound, <=, expected.value);
        }
    }
}

static void test_cancel_stops_at_once(void)
{
    g_autoptr(CoRandomGrouping) random = tiny(FIRST_SEED);
    volatile int cancel = 1;
    CoExactOptions options = plain_options();
    options.cancel = &cancel;
    g_autoptr(CoGroupingPlan) plan = co_exact_solve(co_random_grouping_get(random), &options);
    g_assert_false(plan->found);
    g_assert_cmpint(plan->stop, ==, CO_GRP_CANCELLED);
}

static void test_small_means_complete_and_few_columns(void)
{
    g_autoptr(CoRandomGrouping) random = tiny(FIRST_SEED);
    CoGrouping grouping = *co_random_grouping_get(random);
    g_autofree CoGrpClass *classes =
        g_memdup2(grouping.classes, sizeof *classes * (gsize)grouping.n_classes);
    grouping.classes = classes;
    g_assert_true(co_exact_is_small(&grouping));
    classes[0].patterns_complete = false;
    g_assert_false(co_exact_is_small(&grouping));

    CoRandomShape large = {3, 60, 60, 8, 12, 40, 6};
    int n_small = 0;
    for (uint32_t seed = 1; seed <= 10; seed++) {
        g_autoptr(CoRandomGrouping) other = co_random_grouping_new(seed, &large);
        n_small += co_exact_is_small(co_random_grouping_get(other));
    }
    g_assert_cmpint(n_small, <, 5);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exact/optimum", test_optimum_and_bound_are_those_of_trying_everything);
    g_test_add_func("/exact/cutoff",
                    test_nothing_is_found_below_the_optimum_and_the_optimum_just_above);
    g_test_add_func("/exact/stopped", test_stopped_runs_give_true_bounds);
    g_test_add_func("/exact/reproducible", test_same_work_limit_gives_the_same_answer);
    g_test_add_func("/exact/failures", test_engine_failures_are_survived);
    g_test_add_func("/exact/cancel", test_cancel_stops_at_once);
    g_test_add_func("/exact/small", test_small_means_complete_and_few_columns);
    return g_test_run();
}

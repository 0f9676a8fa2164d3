/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole order of battle on small random problems, measured against trying everything. */
#include <glib.h>

#include "cohorte/grouping.h"
#include "solver/evaluate.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"

#define N_SEEDS 320

static CoGroupingPlan *solve(const CoGrouping *grouping, int64_t work, uint64_t seed)
{
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = work;
    options.seed = seed;
    return co_grouping_solve(grouping, &options);
}

/* The virtual classes of a random problem are left out where stage 1 alone is measured. */
static void drop_virtual_classes(const CoGrouping *grouping)
{
    CoGrpClass *classes = (CoGrpClass *)(uintptr_t)grouping->classes;
    for (int c = 0; c < grouping->n_classes; c++)
        classes[c].n_virtual = 0;
}

static void assert_plan_is_what_it_says(const CoGrouping *grouping, const CoGroupingPlan *plan)
{
    const char *broken = co_brute_force_judge(grouping, plan->groups, plan->n_groups);
    g_assert_cmpstr(broken, ==, NULL);
    CoBruteForce worth = co_brute_force_worth(grouping, plan->groups, plan->n_groups);
    g_assert_cmpint(worth.unplaced, ==, plan->unplaced.value);
    g_assert_cmpint(worth.cost, ==, plan->cost.value);
    g_assert_cmpint(co_evaluate_comfort(grouping, plan->groups, plan->n_groups), ==,
                    plan->comfort.value);
}

static void test_stage_1_of_small_problems_is_solved_to_the_optimum(void)
{
    int n_proven_none = 0;
    for (uint32_t seed = 1; seed <= N_SEEDS; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        drop_virtual_classes(grouping);
        CoBruteForce best = co_brute_force(grouping);
        g_autoptr(CoGroupingPlan) plan = solve(grouping, 4000, seed);

        g_test_message("seed %u", seed);
        g_assert_cmpint(plan->found, ==, best.found);
        if (!best.found) {
            n_proven_none += plan->stop == CO_GRP_FINISHED;
            continue;
        }
        g_assert_cmpint(plan->stage1.value, ==, best.value);
        g_assert_true(plan->stage1.has_bound);
        g_assert_cmpint(plan->stage1.bound, ==, best.value);
        assert_plan_is_what_it_says(grouping, plan);
    }
    /* Where there is no plan at all, the run knows it and does not search on. */
    g_assert_cmpint(n_proven_none, >=, 20);
}

static void test_with_virtual_classes_no_plan_beats_stage_1_and_no_bound_lies(void)
{
    int n_found = 0;
    for (uint32_t seed = 1; seed <= N_SEEDS; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce best = co_brute_force(grouping);
        g_autoptr(CoGroupingPlan) plan = solve(grouping, 2500, seed);

        g_test_message("seed %u", seed);
        if (plan->stage1.has_bound && best.found)
            g_assert_cmpint(plan->stage1.bound, <=, best.value);
        if (!plan->found)
            continue;
        n_found++;
        g_assert_true(best.found);
        g_assert_cmpint(plan->stage1.value, >=, best.value);
        assert_plan_is_what_it_says(grouping, plan);
    }
    g_assert_cmpint(n_found, >, N_SEEDS / 2);
}

static void test_comfort_spends_no_more_than_its_tolerance_and_no_seat(void)
{
    for (uint32_t seed = 1; seed <= 60; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGrouping *grouping = (CoGrouping *)(uintptr_t)co_random_grouping_get(random);
        grouping->tolerance_micro = 5000000; /* 5 percent */
        g_autoptr(CoGroupingPlan) plan = solve(grouping, 2500, seed);
        if (!plan->found)
            continue;
        int64_t cost_before =
            plan->stage1.value - grouping->unplaced_penalty * plan->unplaced.value;
        g_test_message("seed %u", seed);
        g_assert_cmpint(plan->cost.value * 100, <=, cost_before * 105);
        g_assert_cmpint(plan->stage1.value / grouping->unplaced_penalty, ==, plan->unplaced.value);
    }
}

static void assert_same_groups(const CoGroupingPlan *a, const CoGroupingPlan *b)
{
    g_assert_cmpint(a->n_groups, ==, b->n_groups);
    for (int k = 0; k < a->n_groups; k++) {
        g_assert_cmpint(a->groups[k].class_idx, ==, b->groups[k].class_idx);
        g_assert_cmpint(a->groups[k].room, ==, b->groups[k].room);
        g_assert_cmpint(a->groups[k].pattern, ==, b->groups[k].pattern);
        g_assert_cmpint(a->groups[k].team, ==, b->groups[k].team);
        g_assert_cmpint(a->groups[k].n_items, ==, b->groups[k].n_items);
        for (int i = 0; i < a->groups[k].n_items; i++)
            g_assert_cmpint(a->groups[k].items[i], ==, b->groups[k].items[i]);
    }
}

static void test_the_same_seed_and_work_give_the_same_plan(void)
{
    for (uint32_t seed = 1; seed <= 20; seed++) {
        CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        g_autoptr(CoGroupingPlan) one = solve(grouping, 800, 7);
        g_autoptr(CoGroupingPlan) two = solve(grouping, 800, 7);
        g_assert_cmpint(one->work, ==, two->work);
        g_assert_cmpint(one->stop, ==, two->stop);
        assert_same_groups(one, two);
    }
}

static void test_a_cancelled_run_keeps_what_it_has(void)
{
    CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
    g_autoptr(CoRandomGrouping) random = co_random_grouping_new(3, &shape);
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    const volatile int cancel = 1;
    options.cancel = &cancel;
    g_autoptr(CoGroupingPlan) plan = co_grouping_solve(co_random_grouping_get(random), &options);
    g_assert_cmpint(plan->stop, ==, CO_GRP_CANCELLED);
    if (plan->found)
        assert_plan_is_what_it_says(co_random_grouping_get(random), plan);
}

static void test_a_budget_of_one_unit_of_work_ends_at_once(void)
{
    CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
    for (uint32_t seed = 1; seed <= 10; seed++) {
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        g_autoptr(CoGroupingPlan) plan = solve(co_random_grouping_get(random), 1, 1);
        if (plan->found)
            assert_plan_is_what_it_says(co_random_grouping_get(random), plan);
    }
}

static void test_a_gap_asked_for_ends_the_run_and_says_so(void)
{
    CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
    int n_gap = 0;
    for (uint32_t seed = 1; seed <= 30; seed++) {
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
        options.work_limit = 2000;
        options.gap_target = 0.5;
        g_autoptr(CoGroupingPlan) plan =
            co_grouping_solve(co_random_grouping_get(random), &options);
        n_gap += plan->stop == CO_GRP_GAP;
        if (plan->stop == CO_GRP_GAP)
            g_assert_cmpint(plan->stage1.value, <=, 2 * plan->stage1.bound);
        if (plan->stop == CO_GRP_FINISHED && plan->found)
            g_assert_cmpint(plan->stage1.value, ==, plan->stage1.bound);
    }
    g_assert_cmpint(n_gap, >, 0);
}

static void count_call(const CoGrpProgress *progress, void *data)
{
    CoGrpProgress *last = data;
    if (progress->has_plan && last->has_plan && progress->phase != CO_GRP_PHASE_COMFORT)
        g_assert_cmpint(progress->value, <=, last->value);
    if (progress->has_bound && last->has_bound)
        g_assert_cmpint(progress->bound, >=, last->bound);
    *last = *progress;
}

static void test_progress_only_ever_gets_better(void)
{
    CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
    for (uint32_t seed = 1; seed <= 10; seed++) {
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
        CoGrpProgress last = {0};
        options.work_limit = 1500;
        options.progress = count_call;
        options.progress_data = &last;
        g_autoptr(CoGroupingPlan) plan =
            co_grouping_solve(co_random_grouping_get(random), &options);
        g_assert_cmpint(last.has_plan, ==, plan->found);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/solve/stage 1 of small problems is solved to the optimum",
                    test_stage_1_of_small_problems_is_solved_to_the_optimum);
    g_test_add_func("/solver/solve/with virtual classes no plan beats stage 1 and no bound lies",
                    test_with_virtual_classes_no_plan_beats_stage_1_and_no_bound_lies);
    g_test_add_func("/solver/solve/comfort spends no more than its tolerance and no seat",
                    test_comfort_spends_no_more_than_its_tolerance_and_no_seat);
    g_test_add_func("/solver/solve/the same seed and work give the same plan",
                    test_the_same_seed_and_work_give_the_same_plan);
    g_test_add_func("/solver/solve/a cancelled run keeps what it has",
                    test_a_cancelled_run_keeps_what_it_has);
    g_test_add_func("/solver/solve/a budget of one unit of work ends at once",
                    test_a_budget_of_one_unit_of_work_ends_at_once);
    g_test_add_func("/solver/solve/a gap asked for ends the run and says so",
                    test_a_gap_asked_for_ends_the_run_and_says_so);
    g_test_add_func("/solver/solve/progress only ever gets better",
                    test_progress_only_ever_gets_better);
    return g_test_run();
}

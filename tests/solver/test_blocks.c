/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes that share nothing but FM1: found, planned apart, put together, and bounded. */
#include <glib.h>

#include "solver/blocks.h"
#include "solver/evaluate.h"
#include "solver/fm1_share.h"
#include "solver/one_block.h"
#include "tests/support/brute_force.h"
#include "tests/support/side_by_side.h"

static const CoRandomShape half_shape = {1, 5, 4, 2, 4, 7, 2};

static void drop_virtual_classes(const CoGrouping *grouping)
{
    CoGrpClass *classes = (CoGrpClass *)(uintptr_t)grouping->classes;
    for (int c = 0; c < grouping->n_classes; c++)
        classes[c].n_virtual = 0;
}

static CoGroupingPlan *solve_within(const CoGrouping *grouping, int n_threads, int64_t work)
{
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = work;
    options.n_threads = n_threads;
    return co_grouping_solve(grouping, &options);
}

static CoGroupingPlan *solve(const CoGrouping *grouping, int n_threads)
{
    return solve_within(grouping, n_threads, 6000);
}

static void test_every_class_item_and_lock_is_in_one_block(void)
{
    for (uint32_t seed = 1; seed <= 60; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoSideBySide) both = co_side_by_side_new(seed, &shape, -1);
        const CoGrouping *g = co_side_by_side_get(both);
        g_autoptr(GPtrArray) blocks = co_blocks_new(g);
        int n_classes = 0, n_items = 0, n_locks = 0;
        g_assert_cmpuint(blocks->len, >=, 2);
        for (guint k = 0; k < blocks->len; k++) {
            const CoBlock *block = g_ptr_array_index(blocks, k);
            n_classes += block->grouping.n_classes;
            n_items += block->grouping.n_items;
            n_locks += block->grouping.n_locks;
            for (int i = 0; i < block->grouping.n_items; i++)
                g_assert_cmpint(block->classes[block->grouping.items[i].class_idx], ==,
                                g->items[block->items[i]].class_idx);
        }
        g_assert_cmpint(n_classes, ==, g->n_classes);
        g_assert_cmpint(n_items, ==, g->n_items);
        g_assert_cmpint(n_locks, ==, g->n_locks);
    }
}

static void test_a_plan_made_of_blocks_is_worth_what_they_say_and_keeps_the_rules(void)
{
    for (uint32_t seed = 1; seed <= 60; seed++) {
        g_autoptr(CoSideBySide) both = co_side_by_side_new(seed, &half_shape, -1);
        const CoGrouping *g = co_side_by_side_get(both);
        drop_virtual_classes(g);
        g_autoptr(CoGroupingPlan) plan = solve(g, 1);
        CoBruteForce best = co_brute_force(g);
        g_test_message("seed %u", seed);
        g_assert_cmpint(plan->found, ==, best.found);
        if (!plan->found)
            continue;
        CoBruteForce worth = co_brute_force_worth(g, plan->groups, plan->n_groups);
        g_assert_cmpstr(co_brute_force_judge(g, plan->groups, plan->n_groups), ==, NULL);
        g_assert_cmpint(worth.unplaced, ==, plan->unplaced.value);
        g_assert_cmpint(worth.cost, ==, plan->cost.value);
        g_assert_cmpint(plan->stage1.value, ==, best.value);
        g_assert_cmpint(plan->stage1.bound, ==, best.value);
    }
}

static void test_scarce_fm1_is_shared_without_breaking_its_capacity(void)
{
    int n_quarrels = 0;
    for (uint32_t seed = 1; seed <= 400; seed++) {
        g_autoptr(CoSideBySide) both = co_side_by_side_new(seed, &half_shape, 1);
        const CoGrouping *g = co_side_by_side_get(both);
        drop_virtual_classes(g);
        g_autoptr(GPtrArray) blocks = co_blocks_new(g);
        g_autofree CoFm1Part *parts = g_new0(CoFm1Part, blocks->len);
        g_autofree CoGroupingPlan **plans = g_new0(CoGroupingPlan *, blocks->len);
        CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
        options.work_limit = 6000;
        options.n_threads = 2;
        bool found = true;
        for (guint k = 0; k < blocks->len; k++) {
            CoBlock *block = g_ptr_array_index(blocks, k);
            plans[k] = co_one_block_solve(&block->grouping, &options, NULL);
            parts[k] = (CoFm1Part){block, &plans[k]};
            found = found && plans[k]->found;
        }
        if (found && co_fm1_is_overbooked(g, parts, (int)blocks->len)) {
            CoBruteForce best = co_brute_force(g);
            found = co_fm1_share(g, parts, (int)blocks->len, &options);
            int64_t bound = 0, value = 0;
            bool has_bound = true;
            for (guint k = 0; k < blocks->len; k++) {
                found = found && plans[k]->found;
                has_bound = has_bound && plans[k]->stage1.has_bound;
                bound += plans[k]->stage1.bound;
                value += plans[k]->stage1.value;
            }
            n_quarrels++;
            g_test_message("seed %u", seed);
            if (found)
                g_assert_false(co_fm1_is_overbooked(g, parts, (int)blocks->len));
            if (has_bound && best.found)
                g_assert_cmpint(bound, <=, best.value);
            if (found)
                g_assert_cmpint(value, >=, best.value);
        }
        for (guint k = 0; k < blocks->len; k++)
            co_grouping_plan_free(plans[k]);
    }
    g_assert_cmpint(n_quarrels, >=, 5);
}

static void assert_same_plan(const CoGrouping *g, const CoGroupingPlan *a, const CoGroupingPlan *b)
{
    g_assert_cmpint(a->n_groups, ==, b->n_groups);
    g_assert_cmpint(a->work, ==, b->work);
    g_assert_cmpint(a->stage1.value, ==, b->stage1.value);
    g_assert_cmpint(a->stage1.bound, ==, b->stage1.bound);
    g_assert_cmpint(a->comfort.value, ==, b->comfort.value);
    for (int k = 0; k < a->n_groups; k++) {
        const CoGrpGroup *x = &a->groups[k], *y = &b->groups[k];
        g_assert_cmpint(x->class_idx, ==, y->class_idx);
        g_assert_cmpint(x->room, ==, y->room);
        g_assert_cmpint(x->pattern, ==, y->pattern);
        g_assert_cmpint(x->team, ==, y->team);
        g_assert_cmpint(x->n_items, ==, y->n_items);
        for (int i = 0; i < x->n_items; i++)
            g_assert_cmpint(x->items[i], ==, y->items[i]);
        for (int v = 0; v < g->classes[x->class_idx].n_virtual; v++)
            g_assert_cmpint(x->virtual_starts[v], ==, y->virtual_starts[v]);
    }
}

static void test_the_number_of_threads_changes_nothing(void)
{
    for (uint32_t seed = 1; seed <= 25; seed++) {
        CoRandomShape shape = {2, 9, 12, 3, 8, 12, 2};
        g_autoptr(CoSideBySide) both = co_side_by_side_new(seed, &shape, -1);
        g_autoptr(CoRandomGrouping) one = co_random_grouping_new(seed, &shape);
        const CoGrouping *problems[] = {co_side_by_side_get(both), co_random_grouping_get(one)};
        for (size_t k = 0; k < G_N_ELEMENTS(problems); k++) {
            g_autoptr(CoGroupingPlan) alone = solve(problems[k], 1);
            g_autoptr(CoGroupingPlan) two = solve(problems[k], 2);
            g_autoptr(CoGroupingPlan) many = solve(problems[k], 5);
            g_test_message("seed %u", seed);
            assert_same_plan(problems[k], alone, two);
            assert_same_plan(problems[k], alone, many);
        }
    }
}

/* Enough work for the dated bound to run beside the search. */
static void test_threads_change_nothing_where_search_and_bound_run_side_by_side(void)
{
    for (uint32_t seed = 1; seed <= 4; seed++) {
        CoRandomShape shape = {2, 9, 12, 3, 8, 12, 2};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *g = co_random_grouping_get(random);
        g_autoptr(CoGroupingPlan) alone = solve_within(g, 1, 40000);
        g_autoptr(CoGroupingPlan) two = solve_within(g, 2, 40000);
        assert_same_plan(g, alone, two);
    }
}

static void test_nothing_to_plan_is_planned_at_once(void)
{
    const CoGrouping nothing = {.unplaced_penalty = 1};
    g_autoptr(CoGroupingPlan) plan = solve(&nothing, 2);
    g_assert_true(plan->found);
    g_assert_cmpint(plan->n_groups, ==, 0);
    g_assert_cmpint(plan->cost.value, ==, 0);
    g_assert_true(plan->stage1.has_bound);
    g_assert_cmpint(plan->stop, ==, CO_GRP_FINISHED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/blocks/every class, item and lock is in one block",
                    test_every_class_item_and_lock_is_in_one_block);
    g_test_add_func(
        "/solver/blocks/a plan made of blocks is worth what they say and keeps the rules",
        test_a_plan_made_of_blocks_is_worth_what_they_say_and_keeps_the_rules);
    g_test_add_func("/solver/blocks/scarce FM1 is shared without breaking its capacity",
                    test_scarce_fm1_is_shared_without_breaking_its_capacity);
    g_test_add_func("/solver/blocks/the number of threads changes nothing",
                    test_the_number_of_threads_changes_nothing);
    g_test_add_func("/solver/blocks/threads change nothing where search and bound run side by side",
                    test_threads_change_nothing_where_search_and_bound_run_side_by_side);
    g_test_add_func("/solver/blocks/nothing to plan is planned at once",
                    test_nothing_to_plan_is_planned_at_once);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3 as it changes, step by step, is what counting from nothing gives. */
#include <glib.h>

#include "solver/comfort.h"
#include "solver/evaluate.h"
#include "solver/state.h"
#include "tests/solver/random_steps.h"
#include "tests/support/random_grouping.h"

static void assert_points_are_right(const CoState *state)
{
    int n_groups;
    CoGrpGroup *groups = co_state_to_groups(state, &n_groups);
    g_assert_cmpint(co_comfort_measured(state), ==,
                    co_evaluate_comfort(state->grouping, groups, n_groups));
    co_grp_groups_free(groups, n_groups);
}

static void open_some(CoState *state, GRand *rand)
{
    int c;
    CoCalendar calendar;
    if (co_random_calendar(state, rand, &c, &calendar))
        co_state_open_group(state, c, -1, &calendar);
}

static void step_at_random(CoState *state, GRand *rand)
{
    int item = g_rand_int_range(rand, 0, state->grouping->n_items);
    int group = state->group_of[item];
    int dice = g_rand_int_range(rand, 0, 8);
    if (dice == 0) {
        open_some(state, rand);
    } else if (group >= 0) {
        co_state_unseat(state, item);
        if (state->groups[group].n_items == 0 && dice == 1)
            co_state_close_group(state, group);
    } else {
        for (int k = 0; k < state->n_groups; k++)
            if (state->groups[k].class_idx == state->grouping->items[item].class_idx &&
                co_state_can_seat(state, item, k)) {
                co_state_seat(state, item, k);
                return;
            }
    }
}

/* Two classes of the random problem may be one path: trainers are balanced over both. */
static void join_paths(const CoGrouping *grouping, uint32_t seed)
{
    CoGrpClass *classes = (CoGrpClass *)(uintptr_t)grouping->classes;
    for (int c = 0; c < grouping->n_classes; c++)
        classes[c].path = seed % 2 == 0 ? c : 0;
}

static void test_points_follow_every_step(void)
{
    int64_t most = 0;
    for (uint32_t seed = 1; seed <= 150; seed++) {
        CoRandomShape shape = {3, 14, 12, 3, 8, 14, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        join_paths(co_random_grouping_get(random), seed);
        g_autoptr(CoState) state = co_state_new(co_random_grouping_get(random));
        GRand *rand = g_rand_new_with_seed(seed);
        for (int k = 0; k < 20; k++)
            step_at_random(state, rand);
        co_comfort_attach(state);
        assert_points_are_right(state);
        for (int round = 0; round < 30; round++) {
            int mark = co_state_mark(state);
            int64_t before = co_comfort_measured(state);
            for (int k = 0; k < 6; k++)
                step_at_random(state, rand);
            if (round % 2 == 0)
                assert_points_are_right(state);
            if (round % 3 == 0) {
                co_state_rollback(state, mark);
                g_assert_cmpint(co_comfort_measured(state), ==, before);
            }
            assert_points_are_right(state);
            most = MAX(most, co_comfort_measured(state));
        }
        g_rand_free(rand);
    }
    g_assert_cmpint(most, >, 20);
}

static void test_no_plan_that_places_everybody_goes_below_the_bound(void)
{
    int n_placed = 0, n_above_zero = 0;
    for (uint32_t seed = 1; seed <= 150; seed++) {
        CoRandomShape shape = {3, 14, 12, 3, 8, 14, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
        options.work_limit = 600;
        options.seed = seed;
        g_autoptr(CoGroupingPlan) plan = co_grouping_solve(grouping, &options);
        g_assert_true(!plan->found || plan->comfort.bound <= plan->comfort.value);
        if (!plan->found || plan->unplaced.value > 0)
            continue;
        n_placed++;
        g_assert_true(plan->comfort.has_bound);
        g_assert_cmpint(plan->comfort.bound, ==, co_comfort_bound(grouping));
        n_above_zero += plan->comfort.bound > 0;
    }
    g_assert_cmpint(n_placed, >, 5);
    g_assert_cmpint(n_above_zero, >, 3);
}

static void test_the_bound_counts_what_does_not_divide_and_every_wednesday(void)
{
    CoSlotWord monday = 1, wednesday = 16, both = 17, none = 0;
    CoGrpPattern patterns[] = {{.slots = &both}, {.slots = &wednesday}};
    CoGrpItem items[7] = {{.n_persons = 1}, {.n_persons = 1}, {.n_persons = 1}, {.n_persons = 1},
                          {.n_persons = 1}, {.n_persons = 1}, {.n_persons = 1}};
    int numbers[] = {0, 1, 2, 3, 4, 5, 6};
    CoGrpClass cls = {.max_size = 4,
                      .target_size = 3,
                      .max_groups = -1,
                      .n_patterns = 2,
                      .patterns = patterns,
                      .patterns_complete = true,
                      .n_items = 7,
                      .items = numbers};
    CoGrouping grouping = {.n_slots = 6,
                           .n_words = 1,
                           .n_classes = 1,
                           .classes = &cls,
                           .n_items = 7,
                           .items = items,
                           .wednesday = &wednesday};
    g_assert_cmpint(co_comfort_bound(&grouping), ==, 2 * 10 + 1);
    patterns[1].slots = &monday;
    g_assert_cmpint(co_comfort_bound(&grouping), ==, 1);
    patterns[1].slots = &wednesday;
    cls.patterns_complete = false; /* a better pattern may be missing */
    g_assert_cmpint(co_comfort_bound(&grouping), ==, 1);
    cls.patterns_complete = true;
    cls.min_groups = 3;
    g_assert_cmpint(co_comfort_bound(&grouping), ==, 3 * 10 + 2);
    grouping.wednesday = &none;
    g_assert_cmpint(co_comfort_bound(&grouping), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/comfort/points follow every step", test_points_follow_every_step);
    g_test_add_func("/solver/comfort/no plan that places everybody goes below the bound",
                    test_no_plan_that_places_everybody_goes_below_the_bound);
    g_test_add_func("/solver/comfort/the bound counts what does not divide and every wednesday",
                    test_the_bound_counts_what_does_not_divide_and_every_wednesday);
    return g_test_run();
}

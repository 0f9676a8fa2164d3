/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tier between unplaced and cost: what a replan changes of the plan it replaces. */
#include <glib.h>

#include "solver/changes.h"
#include "solver/state.h"
#include "tests/solver/random_steps.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"
#include "tests/support/replan.h"

static CoGroupingPlan *solve(const CoGrouping *grouping, int64_t work, uint64_t seed)
{
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = work;
    options.seed = seed;
    return co_grouping_solve(grouping, &options);
}

/* ---- the count ---- */

static void assert_count_is_right(const CoState *state)
{
    int n_groups;
    CoGrpGroup *groups = co_state_to_groups(state, &n_groups);
    g_assert_cmpint(state->changes, ==, co_replan_changes_named(state->grouping, groups, n_groups));
    g_autofree int *references = g_new(int, (gsize)n_groups + 1);
    for (int k = 0; k < n_groups; k++)
        references[k] = groups[k].reference;
    g_assert_cmpint(state->changes, ==,
                    co_changes_count(state->grouping, groups, n_groups, references));
    co_changes_settle(state->grouping, groups, n_groups, references);
    int64_t settled = co_changes_count(state->grouping, groups, n_groups, references);
    g_assert_cmpint(settled, <=, state->changes);
    if (n_groups <= 5)
        g_assert_cmpint(settled, ==, co_replan_changes(state->grouping, groups, n_groups));
    co_grp_groups_free(groups, n_groups);
}

static bool is_locked(const CoGrouping *g, int reference)
{
    for (int l = 0; l < g->n_locks; l++)
        if (g->locks[l].reference == reference)
            return true;
    return false;
}

static void open_some(CoState *state, GRand *rand)
{
    const CoGrouping *g = state->grouping;
    int c, reference = -1;
    CoCalendar calendar;
    if (!co_random_calendar(state, rand, &c, &calendar))
        return;
    for (int r = 0; r < g->n_references; r++)
        if (g->references[r].class_idx == c && !state->continued[r] && !is_locked(g, r) &&
            g_rand_int_range(rand, 0, 2) == 0)
            reference = r;
    co_state_open_heir(state, c, -1, reference, &calendar);
}

static void step_at_random(CoState *state, GRand *rand)
{
    const CoGrouping *g = state->grouping;
    int item = g_rand_int_range(rand, 0, g->n_items);
    if (g_rand_int_range(rand, 0, 4) == 0) {
        open_some(state, rand);
        return;
    }
    if (state->group_of[item] >= 0) {
        co_state_unseat(state, item);
        return;
    }
    for (int k = 0; k < state->n_groups; k++) {
        const CoStateGroup *group = &state->groups[k];
        if (group->class_idx == g->items[item].class_idx && co_state_can_seat(state, item, k)) {
            co_state_seat(state, item, k);
            return;
        }
        if (group->class_idx >= 0 && group->n_items == 0 && g_rand_int_range(rand, 0, 3) == 0)
            co_state_close_group(state, k);
    }
}

static void test_the_state_counts_changes_as_they_come_and_go(void)
{
    int n_checked = 0;
    for (uint32_t seed = 1; seed <= 120; seed++) {
        CoRandomShape shape = {2, 10, 8, 3, 6, 10, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        g_autoptr(CoGroupingPlan) first = solve(co_random_grouping_get(random), 60, seed);
        if (!first->found)
            continue;
        g_autoptr(CoReplan) replan =
            co_replan_new(co_random_grouping_get(random), first, seed % CO_TROUBLE_END, seed);
        g_autoptr(CoState) state = co_state_new(co_replan_get(replan));
        GRand *rand = g_rand_new_with_seed(seed);
        assert_count_is_right(state);
        for (int round = 0; round < 12; round++) {
            int64_t before = state->changes;
            int mark = co_state_mark(state);
            for (int k = 0; k < 8; k++)
                step_at_random(state, rand);
            assert_count_is_right(state);
            if (round % 3 == 0) {
                co_state_rollback(state, mark);
                g_assert_cmpint(state->changes, ==, before);
                assert_count_is_right(state);
            }
            n_checked++;
        }
        g_rand_free(rand);
    }
    g_assert_cmpint(n_checked, >, 600);
}

/* ---- replanning ---- */

static void assert_same_plan(const CoGroupingPlan *a, const CoGroupingPlan *b)
{
    g_assert_cmpint(a->n_groups, ==, b->n_groups);
    for (int k = 0; k < b->n_groups; k++) {
        const CoGrpGroup *group = &b->groups[k];
        g_assert_cmpint(group->reference, >=, 0);
        const CoGrpGroup *before = &a->groups[group->reference];
        g_assert_cmpint(group->room, ==, before->room);
        g_assert_cmpint(group->pattern, ==, before->pattern);
        g_assert_cmpint(group->team, ==, before->team);
        g_assert_cmpint(group->n_items, ==, before->n_items);
        for (int i = 0; i < group->n_items; i++)
            g_assert_cmpint(group->items[i], ==, before->items[i]);
    }
    g_assert_cmpint(a->cost.value, ==, b->cost.value);
}

/* Groups that never meet are all alike: nobody notices who is in which. */
static bool all_meet(const CoGrouping *g)
{
    for (int c = 0; c < g->n_classes; c++)
        if (g->classes[c].n_in_person + g->classes[c].n_virtual == 0)
            return false;
    return true;
}

static void test_with_nothing_changed_the_published_plan_comes_back(void)
{
    int n_proven = 0, n_same = 0, n_found = 0;
    for (uint32_t seed = 1; seed <= 150; seed++) {
        CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        /* A hasty plan: a cheaper one exists nearly always, and must not be taken. */
        g_autoptr(CoGroupingPlan) first = solve(grouping, 40, seed);
        if (!first->found || !all_meet(grouping))
            continue;
        g_test_message("seed %u", seed);
        g_autoptr(CoReplan) replan = co_replan_new(grouping, first, CO_TROUBLE_NONE, seed);
        g_autoptr(CoGroupingPlan) again = solve(co_replan_get(replan), 400, seed + 1);
        g_assert_true(again->found);
        g_assert_cmpint(again->unplaced.value, <=, first->unplaced.value);
        if (again->unplaced.value < first->unplaced.value)
            continue;
        g_assert_cmpint(again->changes.value, ==, 0);
        n_found++;
        if (first->unplaced.value > 0)
            continue;
        assert_same_plan(first, again);
        n_same++;
        n_proven +=
            again->changes.has_bound && again->changes.bound == 0 && again->stop == CO_GRP_FINISHED;
    }
    g_test_message("%d plans, %d the same, %d proven", n_found, n_same, n_proven);
    g_assert_cmpint(n_found, >, 60);
    g_assert_cmpint(n_same, >, 8);
    g_assert_cmpint(n_proven, ==, n_same);
}

static void test_a_small_trouble_changes_no_more_than_a_group(void)
{
    for (uint32_t seed = 1; seed <= 80; seed++) {
        CoRandomShape shape = {3, 14, 20, 3, 8, 14, 3};
        CoTrouble trouble = seed % CO_TROUBLE_END;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        g_autoptr(CoGroupingPlan) first = solve(grouping, 200, seed);
        if (!first->found || first->n_groups > 6)
            continue;
        g_test_message("seed %u, trouble %d", seed, trouble);
        g_autoptr(CoReplan) replan = co_replan_new(grouping, first, trouble, seed);
        const CoGrouping *now = co_replan_get(replan);
        g_autoptr(CoGroupingPlan) again = solve(now, 600, seed);
        if (!again->found)
            continue;
        g_assert_cmpstr(co_brute_force_judge(now, again->groups, again->n_groups), ==, NULL);
        g_assert_cmpint(again->changes.value, ==,
                        co_replan_changes(now, again->groups, again->n_groups));
        g_assert_cmpint(again->changes.value, ==,
                        co_replan_changes_named(now, again->groups, again->n_groups));
        if (again->changes.has_bound)
            g_assert_cmpint(again->changes.bound, <=, again->changes.value);
        /* Who had no place takes the one that the others leave. */
        if (trouble == CO_TROUBLE_NEWCOMER && again->unplaced.value == first->unplaced.value)
            g_assert_cmpint(again->changes.value, ==, 0);
    }
}

/* ---- what comfort may spend ---- */

static CoGroupingPlan *solve_for(const CoGrouping *grouping, uint64_t seed, bool comfort)
{
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = 500;
    options.seed = seed;
    options.comfort = comfort;
    return co_grouping_solve(grouping, &options);
}

static void assert_comfort_worsens_nothing_above(const CoGrouping *g, uint64_t seed,
                                                 int64_t percent)
{
    g_autoptr(CoGroupingPlan) without = solve_for(g, seed, false);
    g_autoptr(CoGroupingPlan) with = solve_for(g, seed, true);
    g_assert_cmpint(with->found, ==, without->found);
    if (!with->found)
        return;
    g_assert_cmpint(with->unplaced.value, <=, without->unplaced.value);
    g_assert_cmpint(with->changes.value, <=, without->changes.value);
    g_assert_cmpint(with->cost.value * 100, <=, without->cost.value * (100 + percent));
    g_assert_cmpint(with->comfort.value, <=, without->comfort.value);
    g_assert_cmpstr(co_brute_force_judge(g, with->groups, with->n_groups), ==, NULL);
}

static void test_comfort_worsens_no_tier_above_it(void)
{
    for (uint32_t seed = 1; seed <= 60; seed++) {
        CoRandomShape shape = {2, 12, 12, 3, 8, 12, 3};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGrouping *grouping = (CoGrouping *)(uintptr_t)co_random_grouping_get(random);
        int64_t percent = seed % 4;
        grouping->tolerance_micro = percent * 1000000;
        g_test_message("seed %u", seed);
        assert_comfort_worsens_nothing_above(grouping, seed, percent);
        g_autoptr(CoGroupingPlan) first = solve(grouping, 100, seed);
        g_autoptr(CoReplan) replan =
            first->found ? co_replan_new(grouping, first, seed % CO_TROUBLE_END, seed) : NULL;
        if (replan != NULL)
            assert_comfort_worsens_nothing_above(co_replan_get(replan), seed, percent);
    }
}

/* ---- trying everything ---- */

typedef struct Everything {
    const CoGrouping *g;
    int n_groups, n_calendars;
    CoGrpGroup *calendars, groups[3];
    int items[3][8], none[1];
    bool found;
    int64_t unplaced, changes, cost;
} Everything;

static void weigh(Everything *all)
{
    if (co_brute_force_judge(all->g, all->groups, all->n_groups) != NULL)
        return;
    CoBruteForce worth = co_brute_force_worth(all->g, all->groups, all->n_groups);
    if (all->found && worth.unplaced > all->unplaced)
        return;
    int64_t changes = co_replan_changes(all->g, all->groups, all->n_groups);
    bool better = !all->found || worth.unplaced < all->unplaced || changes < all->changes ||
                  (changes == all->changes && worth.cost < all->cost);
    if (!better)
        return;
    all->found = true;
    all->unplaced = worth.unplaced;
    all->changes = changes;
    all->cost = worth.cost;
}

static void seat_everyone(Everything *all, int item)
{
    if (item == all->g->n_items) {
        weigh(all);
        return;
    }
    seat_everyone(all, item + 1);
    for (int k = 0; k < all->n_groups; k++) {
        CoGrpGroup *group = &all->groups[k];
        if (group->class_idx != all->g->items[item].class_idx)
            continue;
        group->items[group->n_items++] = item;
        seat_everyone(all, item + 1);
        group->n_items--;
    }
}

static void choose_groups(Everything *all, int from, int most)
{
    seat_everyone(all, 0);
    for (int c = from; c < all->n_calendars && all->n_groups < most; c++) {
        CoGrpGroup *group = &all->groups[all->n_groups];
        *group = all->calendars[c];
        group->items = all->items[all->n_groups++];
        choose_groups(all, c, most);
        all->n_groups--;
    }
}

static void list_calendars(Everything *all)
{
    const CoGrpClass *cls = &all->g->classes[0];
    int n_rooms = MAX(cls->n_in_person > 0 ? cls->n_rooms : 1, 1);
    all->calendars = g_new0(CoGrpGroup, (gsize)(n_rooms * cls->n_patterns * cls->n_teams + 1));
    for (int room = 0; room < n_rooms; room++)
        for (int p = 0; p < cls->n_patterns; p++)
            for (int t = 0; t < cls->n_teams; t++)
                all->calendars[all->n_calendars++] =
                    (CoGrpGroup){.room = cls->n_in_person > 0 ? room : -1,
                                 .pattern = p,
                                 .team = t,
                                 .lock = -1,
                                 .virtual_starts = all->none};
}

static void test_tiny_replans_reach_the_fewest_changes_and_then_the_least_cost(void)
{
    int n_compared = 0, n_proven = 0, n_changed = 0, n_missed = 0;
    for (uint32_t seed = 1; seed <= 400; seed++) {
        CoRandomShape shape = {1, 4, 4, 2, 3, 7, 2};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        CoGrouping *grouping = (CoGrouping *)(uintptr_t)co_random_grouping_get(random);
        ((CoGrpClass *)(uintptr_t)grouping->classes)[0].n_virtual = 0;
        g_autoptr(CoGroupingPlan) first = solve(grouping, 300, seed);
        if (!first->found || grouping->n_locks > 0 || first->n_groups > 2)
            continue;
        g_autoptr(CoReplan) replan = co_replan_new(grouping, first, seed % CO_TROUBLE_END, seed);
        Everything all = {.g = co_replan_get(replan)};
        list_calendars(&all);
        if (all.n_calendars > 30) {
            g_free(all.calendars);
            continue;
        }
        choose_groups(&all, 0, 2);
        g_free(all.calendars);
        g_autoptr(CoGroupingPlan) again = solve(all.g, 3000, seed);
        g_test_message("seed %u, trouble %u", seed, seed % CO_TROUBLE_END);
        g_assert_true(again->found || !all.found);
        if (!all.found || again->n_groups > 2)
            continue;
        g_assert_cmpint(again->unplaced.value, ==, all.unplaced);
        int64_t before_comfort =
            again->stage1.value - all.g->unplaced_penalty * again->unplaced.value;
        bool least = again->changes.value == all.changes && before_comfort == all.cost;
        g_assert_cmpint(again->changes.value, >=, all.changes);
        if (again->changes.value == all.changes)
            g_assert_cmpint(before_comfort, >=, all.cost);
        n_missed += least ? 0 : 1;
        if (again->changes.has_bound)
            g_assert_cmpint(again->changes.bound, <=, all.changes);
        if (again->cost.has_bound)
            g_assert_cmpint(again->cost.bound, <=, all.cost);
        n_proven += again->changes.has_bound && again->changes.bound == all.changes;
        n_changed += all.changes > 0;
        n_compared++;
    }
    g_test_message("%d compared, %d with changes, %d proven, %d missed", n_compared, n_changed,
                   n_proven, n_missed);
    /* The search is no proof: it may miss where who is left out trades one for two. */
    g_assert_cmpint(50 * n_missed, <=, n_compared);
    g_assert_cmpint(n_compared, >, 60);
    g_assert_cmpint(n_changed, >, 10);
    g_assert_cmpint(2 * n_proven, >, n_compared);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/changes/the state counts changes as they come and go",
                    test_the_state_counts_changes_as_they_come_and_go);
    g_test_add_func("/solver/changes/with nothing changed the published plan comes back",
                    test_with_nothing_changed_the_published_plan_comes_back);
    g_test_add_func("/solver/changes/a small trouble changes no more than a group",
                    test_a_small_trouble_changes_no_more_than_a_group);
    g_test_add_func("/solver/changes/comfort worsens no tier above it",
                    test_comfort_worsens_no_tier_above_it);
    g_test_add_func("/solver/changes/tiny replans reach the fewest changes and then the least cost",
                    test_tiny_replans_reach_the_fewest_changes_and_then_the_least_cost);
    return g_test_run();
}

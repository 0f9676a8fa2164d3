/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that come with the cases, seen through the grouping problem: every group is found among
 * its patterns, rooms, teams and classes, every member may sit in it, and the tables add up to the
 * cost that is stated. A rule modelled too strictly, or a wrong cent, fails here without a solver.
 */
#include "kit.h"
#include "planner/engine/slots.h"
#include "tests/support/case_campaign.h"
#include "tests/support/plan_tables.h"

typedef struct Case {
    const char *name;
    int64_t cost_cents;
} Case;

static const Case cases[] = {
    {"mini", 415472},
    {"grenoble-v8", 4586832},
    {"grenoble-tendu", 4670336},
    {"amiens-v6", 5239120},
};

static void assert_member_fits(const CoEngineProblem *problem, const CoGrpLock *lock,
                               int person_idx)
{
    const CoGrouping *grouping = &problem->grouping;
    const CoGrpItem *item = &grouping->items[problem->item_of_person[person_idx]];
    const CoGrpClass *cls = &grouping->classes[lock->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[lock->pattern];
    g_assert_cmpint(item->class_idx, ==, lock->class_idx);
    g_assert_false(co_slots_meet(item->busy_away, pattern->slots, grouping->n_words));
    g_assert_cmpint(pattern->deadline_slot, <, item->cutover_slot);
    g_assert_true(item->room_ok[lock->room]);
    for (int v = 0; v < cls->n_virtual; v++)
        g_assert_false(co_slots_test(item->busy_remote, lock->virtual_starts[v]));
}

static void assert_team_fits(const CoEngineProblem *problem, const CoGrpLock *lock)
{
    const CoGrouping *grouping = &problem->grouping;
    const CoGrpClass *cls = &grouping->classes[lock->class_idx];
    const CoSlotWord *slots = cls->patterns[lock->pattern].slots;
    g_assert_false(
        co_slots_meet(grouping->room_busy[cls->rooms[lock->room]], slots, grouping->n_words));
    for (int k = 0; k < cls->team_size; k++) {
        const CoGrpTrainer *trainer = &grouping->trainers[cls->teams[lock->team].trainer[k]];
        g_assert_false(co_slots_meet(trainer->busy_away, slots, grouping->n_words));
        for (int v = 0; v < cls->n_virtual; v++)
            g_assert_false(co_slots_test(trainer->busy_remote, lock->virtual_starts[v]));
    }
}

static int64_t cost_of_group(const CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    const CoGrouping *grouping = &problem->grouping;
    const CoGrpLock *lock = &grouping->locks[lock_idx];
    const CoGrpClass *cls = &grouping->classes[lock->class_idx];
    int at = lock->room * cls->n_profiles + cls->patterns[lock->pattern].profile;
    int64_t cost = cls->group_cents;
    g_assert_cmpint(group->n_members, <=, cls->room_capacity[lock->room]);
    assert_team_fits(problem, lock);
    for (int k = 0; k < cls->team_size; k++)
        cost += grouping->trainers[cls->teams[lock->team].trainer[k]].cost[lock->class_idx][at];
    for (int i = 0; i < group->n_members; i++) {
        assert_member_fits(problem, lock, group->members[i]);
        cost += grouping->items[problem->item_of_person[group->members[i]]].cost[at];
    }
    return cost;
}

static void test_a_reference_plan_stands_in_the_grouping_problem(gconstpointer data)
{
    const Case *expected = data;
    g_autofree char *folder = co_case_folder(expected->name);
    if (folder == NULL) {
        g_test_skip("the real cases are not at hand (COHORTE_SHARED)");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = co_case_campaign(folder, &error);
    g_assert_no_error(error);
    g_autofree char *tables = g_build_filename(folder, "attendu", "plan", NULL);
    g_autoptr(CoPlan) plan = co_plan_read_tables(campaign, tables, &error);
    g_assert_no_error(error);
    CoBuildOptions options = {.standing = plan};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, &error);
    g_assert_no_error(error);

    g_assert_false(problem->contradictory);
    g_assert_true(problem->exact);
    g_assert_cmpint(problem->grouping.n_locks, ==, plan->n_groups);
    int64_t cost = 0;
    for (int g = 0; g < plan->n_groups; g++)
        cost += cost_of_group(problem, g, &plan->groups[g]);
    g_assert_cmpint(cost, ==, expected->cost_cents);
    g_assert_cmpint(problem->grouping.unplaced_penalty, >, cost);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/reference-plans/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_a_reference_plan_stands_in_the_grouping_problem);
    }
    return g_test_run();
}

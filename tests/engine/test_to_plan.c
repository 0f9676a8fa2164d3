/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of indices back to a plan: codes, meetings, members, tiers, how the run ended. */
#include "planner/engine/to_plan.h"
#include "kit.h"

/* Two groups as a solver might give them: the later one first. */
typedef struct Found {
    CoGroupingPlan plan;
    CoGrpGroup groups[2];
    int items[2][3], starts[2][1];
} Found;

static int pattern_at(const CoEngineProblem *problem, int first_day, int second_day)
{
    const CoGrpClass *cls = &problem->grouping.classes[0];
    for (int p = 0; p < cls->n_patterns; p++)
        if (cls->patterns[p].starts[0] == 2 * first_day &&
            cls->patterns[p].starts[1] == 2 * second_day)
            return p;
    g_assert_not_reached();
}

static void fill_found(Found *found, const CoEngineProblem *problem)
{
    *found =
        (Found){.items = {{3, 4, 5}, {0, 1, 2}}, .starts = {{kit_slot(10, 0)}, {kit_slot(8, 1)}}};
    for (int g = 0; g < 2; g++)
        found->groups[g] = (CoGrpGroup){
            .room = 0,
            .team = 1 - g,
            .lock = -1,
            .n_items = 3,
            .items = found->items[g],
            .virtual_starts = found->starts[g],
        };
    found->groups[0].pattern = pattern_at(problem, 7, 9);
    found->groups[1].pattern = pattern_at(problem, 1, 3);
    found->plan = (CoGroupingPlan){
        .n_groups = 2,
        .groups = found->groups,
        .found = true,
        .unplaced = {0, true, 0},
        .cost = {1000, true, 1000},
        .comfort = {14, true, 14},
        .stage1 = {1000, true, 1000},
        .work = 42,
    };
}

static CoPlan *convert(CoCampaign *campaign, const CoPlan *published, void (*amend)(Found *found))
{
    co_campaign_finish(campaign);
    CoBuildOptions options = {.published = published};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    Found found;
    fill_found(&found, problem);
    if (amend != NULL)
        amend(&found);
    return co_to_plan(problem, &found.plan);
}

static void test_groups_are_numbered_by_room_then_first_date(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, NULL);
    g_assert_cmpint(plan->n_groups, ==, 2);
    g_assert_cmpstr(plan->groups[0].code, ==, "SG-01");
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-02");
    g_assert_cmpint(plan->groups[0].meetings[0].day, ==, KIT_MONDAY + 1);
    g_assert_cmpint(plan->groups[0].members[0], ==, 0);
    g_assert_cmpint(plan->groups[0].trainer_idx[0], ==, 0);
    g_assert_cmpint(plan->groups[0].trainer_idx[1], ==, -1);
    g_assert_cmpint(plan->groups[1].trainer_idx[0], ==, 1);
    g_assert_cmpint(plan->n_unplaced, ==, 0);
    g_assert_cmpint(plan->work, ==, 42);
}

static void test_every_synchronous_module_gets_its_meeting(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_module(campaign, 0, CO_MODE_SELF_STUDY, 1);
    kit_module(campaign, 0, CO_MODE_WEBINAR, 1)->earliest = KIT_MONDAY;
    g_autoptr(CoPlan) plan = convert(campaign, NULL, NULL);
    const CoGroup *group = &plan->groups[0];
    g_assert_cmpint(group->n_meetings, ==, 3);
    g_assert_cmpint(group->meetings[1].module_idx, ==, 1);
    g_assert_cmpint(group->meetings[1].day, ==, KIT_MONDAY + 3);
    g_assert_cmpint(group->meetings[1].halves, ==, CO_HALF_BOTH);
    g_assert_cmpint(group->meetings[2].module_idx, ==, 2);
    g_assert_cmpint(group->meetings[2].day, ==, KIT_MONDAY + 8);
    g_assert_cmpint(group->meetings[2].halves, ==, CO_HALF_PM);
}

static void drop_second_group(Found *found)
{
    found->plan.n_groups = 1;
    found->plan.unplaced.value = 3;
}

static void test_persons_in_no_group_are_listed(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_person(campaign, 0, KIT_ASG); /* no path: not planned */
    g_autoptr(CoPlan) plan = convert(campaign, NULL, drop_second_group);
    g_assert_cmpint(plan->n_unplaced, ==, 3);
    for (int i = 0; i < 3; i++)
        g_assert_cmpint(plan->unplaced[i].person_idx, ==, i);
    g_assert_false(plan->tiers[1].gap_proven);
    g_assert_true(plan->tiers[0].gap_proven);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_FEASIBLE);
}

static void test_a_gap_is_proven_only_under_proven_tiers(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, NULL);
    g_assert_cmpint(plan->tiers[2].value, ==, 14); /* two groups of 3 instead of 10 */
    g_assert_cmpint(plan->tiers[2].bound, ==, 14);
    g_assert_true(plan->tiers[1].gap_proven);
    g_assert_true(plan->tiers[2].gap_proven);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_OPTIMAL);
}

static void count_comfort_otherwise(Found *found)
{
    found->plan.comfort = (CoGrpValue){9, true, 8};
}

static void test_comfort_is_counted_on_the_plan_whatever_the_solver_says(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, count_comfort_otherwise);
    g_assert_cmpint(plan->tiers[2].value, ==, 14);
    g_assert_cmpint(plan->tiers[2].bound, ==, 8); /* made of what both count alike */
}

static void count_more_comfort(Found *found)
{
    found->plan.comfort = (CoGrpValue){20, true, 20};
}

static void test_a_comfort_bound_never_exceeds_the_plan(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, count_more_comfort);
    g_assert_cmpint(plan->tiers[2].value, ==, 14);
    g_assert_cmpint(plan->tiers[2].bound, ==, 14);
}

static void leave_cost_open(Found *found)
{
    found->plan.cost.bound = 990;
    found->plan.stage1.bound = 990;
    found->plan.stop = CO_GRP_WORK;
}

static void test_an_open_cost_leaves_comfort_unproven(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, leave_cost_open);
    g_assert_true(plan->tiers[1].gap_proven);
    g_assert_false(plan->tiers[2].gap_proven);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_FEASIBLE);
    g_assert_cmpint(plan->stop, ==, CO_STOP_WORK);
}

/* Secretary of E1, posted as a trainer in E2: one place is kept in both offices. */
static void test_a_problem_modelled_too_strictly_proves_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_same_human(campaign, 0, 1);
    campaign->trainers[1].place.uai = "E2";
    campaign->trainers[1].role_idx = KIT_SG;
    for (int e = 0; e < 2; e++) {
        campaign->establishments[e].staff = 3;
        kit_person(campaign, e, KIT_ASG);
    }
    kit_path(campaign, "ASG", KIT_ASG);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 1);
    g_autoptr(CoPlan) plan = convert(campaign, NULL, NULL);
    for (int t = 0; t < 3; t++)
        g_assert_false(plan->tiers[t].has_bound);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_FEASIBLE);
}

static void find_nothing(Found *found)
{
    found->plan = (CoGroupingPlan){.found = false};
}

static void test_nothing_found_leaves_everybody_unplaced(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->people[5].weight = 4;
    g_autoptr(CoPlan) plan = convert(campaign, NULL, find_nothing);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_INFEASIBLE);
    g_assert_cmpint(plan->n_groups, ==, 0);
    g_assert_cmpint(plan->n_unplaced, ==, 6);
    g_assert_cmpint(plan->tiers[0].value, ==, 9);
    g_assert_false(plan->tiers[0].has_bound);
}

static void run_out_of_time(Found *found)
{
    found->plan = (CoGroupingPlan){.found = false, .stop = CO_GRP_TIME};
}

static void test_out_of_time_without_a_plan_proves_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, run_out_of_time);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_NOTHING);
    g_assert_cmpint(plan->stop, ==, CO_STOP_TIME);
}

/* ---- codes of the published plan ---- */

static void test_a_group_of_the_same_members_keeps_its_code(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    g_free(published->groups[0].code);
    published->groups[0].code = g_strdup("SG-02");
    published->groups[0].room_idx = -1;
    published->groups[0].members[0] = 4;
    published->groups[0].members[1] = 5; /* two of the later group, one of the earlier */
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    g_assert_cmpstr(plan->groups[0].code, ==, "SG-01");
    g_assert_cmpint(plan->groups[0].members[0], ==, 0);
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-02");
    g_assert_cmpint(plan->groups[1].members[0], ==, 3);
}

static void test_the_same_room_and_dates_outweigh_members(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    g_free(published->groups[0].code);
    published->groups[0].code = g_strdup("SG-09");
    for (int i = 0; i < 3; i++)
        published->groups[0].members[i] = 3 + i;
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    /* the other takes a number never used */
    g_assert_cmpstr(plan->groups[0].code, ==, "SG-01");
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-09");
    g_assert_cmpint(plan->groups[1].members[0], ==, 0);
}

static void test_a_code_that_meant_another_group_is_not_given_again(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    published->groups[0].room_idx = -1;
    published->groups[0].n_members = 0;
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    g_assert_cmpstr(plan->groups[0].code, ==, "SG-02");
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-03");
}

static void lock_first_group(Found *found)
{
    found->groups[0].lock = 0;
}

static void test_a_locked_group_keeps_its_code(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = "SG-05";
    lock->kind = CO_LOCK_ROOM;
    g_autoptr(CoPlan) published = kit_published();
    g_free(published->groups[0].code);
    published->groups[0].code = g_strdup("SG-05");
    g_autoptr(CoPlan) plan = convert(campaign, published, lock_first_group);
    g_assert_cmpstr(plan->groups[1].code, ==, "SG-05");
    g_assert_cmpint(plan->groups[1].members[0], ==, 3);
}

/* ---- changes ---- */

static void test_a_first_plan_changes_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = convert(campaign, NULL, NULL);
    g_assert_cmpint(plan->changes, ==, 0);
}

static void test_the_same_group_again_changes_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    g_assert_cmpint(plan->changes, ==, 0);
}

static void test_changes_count_meetings_of_persons_and_trainers_of_groups(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    published->groups[0].meetings[1].day++;  /* 3 persons */
    published->groups[0].trainer_idx[0] = 1; /* 2 */
    published->groups[0].members[2] = 3;     /* now in another group: 3 meetings, not only one */
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    g_assert_cmpint(plan->changes, ==, 2 * 1 + 3 + 2);
}

static void test_a_cancelled_group_counts_three_a_meeting(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) published = kit_published();
    published->groups[0].room_idx = -1;
    published->groups[0].n_members = 0;
    g_autoptr(CoPlan) plan = convert(campaign, published, NULL);
    g_assert_cmpint(plan->changes, ==, 9);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"order", test_groups_are_numbered_by_room_then_first_date},
        {"meetings", test_every_synchronous_module_gets_its_meeting},
        {"unplaced", test_persons_in_no_group_are_listed},
        {"proven", test_a_gap_is_proven_only_under_proven_tiers},
        {"comfort", test_comfort_is_counted_on_the_plan_whatever_the_solver_says},
        {"comfort/bound", test_a_comfort_bound_never_exceeds_the_plan},
        {"open", test_an_open_cost_leaves_comfort_unproven},
        {"strict", test_a_problem_modelled_too_strictly_proves_nothing},
        {"nothing", test_nothing_found_leaves_everybody_unplaced},
        {"time", test_out_of_time_without_a_plan_proves_nothing},
        {"codes/members", test_a_group_of_the_same_members_keeps_its_code},
        {"codes/dates", test_the_same_room_and_dates_outweigh_members},
        {"codes/never-again", test_a_code_that_meant_another_group_is_not_given_again},
        {"codes/locked", test_a_locked_group_keeps_its_code},
        {"changes/first", test_a_first_plan_changes_nothing},
        {"changes/none", test_the_same_group_again_changes_nothing},
        {"changes/some", test_changes_count_meetings_of_persons_and_trainers_of_groups},
        {"changes/cancelled", test_a_cancelled_group_counts_three_a_meeting},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/to-plan/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

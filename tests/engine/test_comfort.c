/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3, point by point. The plan is SG-01 in S1 with F1, persons 0 to 2 of path SG (target 10),
 * on Tuesday 5, Thursday 7, and the afternoon of Tuesday 12: 7 points for its size. */
#include "kit.h"
#include "planner/engine/to_plan.h"

#define SIZE 7

static int64_t points_of(CoCampaign *campaign, const CoPlan *plan)
{
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    return co_comfort_points(problem, plan);
}

static void assert_points(CoCampaign *campaign, const CoPlan *plan, int64_t points)
{
    g_assert_cmpint(points_of(campaign, plan), ==, points);
}

static void test_distance_from_the_target_size_counts(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    assert_points(campaign, plan, SIZE);
}

static void test_each_avoided_wednesday_in_person_counts_ten(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    campaign->parameters.wednesday = CO_WEDNESDAY_AVOIDED;
    plan->groups[0].meetings[0].day = KIT_MONDAY + 2;
    plan->groups[0].meetings[2].day = KIT_MONDAY + 9; /* a virtual class: does not count */
    assert_points(campaign, plan, SIZE + 10);
}

static void test_wednesdays_that_are_open_count_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    plan->groups[0].meetings[0].day = KIT_MONDAY + 2;
    assert_points(campaign, plan, SIZE);
}

/* A second group of the same path, same size, other dates, taught by F2. */
static void add_group(CoPlan *plan, int trainer_idx)
{
    CoGroup *group = co_plan_add_group(plan);
    const CoGroup *first = &plan->groups[0];
    group->path_idx = group->room_idx = 0;
    group->academy_idx = 0;
    group->trainer_idx[0] = trainer_idx;
    for (int i = 0; i < 3; i++)
        co_group_add_member(group, 3 + i);
    for (int i = 0; i < first->n_meetings; i++) {
        CoMeeting meeting = first->meetings[i];
        meeting.day += 1;
        co_group_add_meeting(group, &meeting);
    }
}

static void test_balance_counts_trainers_who_teach(void)
{
    for (int trainer_idx = 0; trainer_idx < 2; trainer_idx++) {
        g_autoptr(CoCampaign) campaign = kit_begin_plannable();
        g_autoptr(CoPlan) plan = kit_published();
        add_group(plan, trainer_idx);
        assert_points(campaign, plan, 2 * SIZE); /* one who does all, or two who do as much */
    }
}

static void test_imbalance_counts_two_a_half_day_over_all_academies(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_add_academy(campaign)->name = "A";
    co_campaign_add_academy(campaign)->name = "B";
    for (int e = 0; e < 6; e++)
        campaign->establishments[e].academy_idx = e < 5 ? 0 : 1;
    g_autoptr(CoPlan) plan = kit_published();
    add_group(plan, 0);
    add_group(plan, 1);
    plan->groups[2].academy_idx = 1;
    /* F1 teaches twice five half-days, F2 five */
    assert_points(campaign, plan, 3 * SIZE + 2 * 5);
}

static CoMilestone *avoid(CoCampaign *campaign, int role_idx, int first, int last)
{
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->first_day = KIT_MONDAY + first;
    milestone->last_day = KIT_MONDAY + last;
    milestone->n_roles = 1;
    milestone->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof role_idx);
    return milestone;
}

static void test_each_person_and_date_in_a_milestone_counts_three(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    avoid(campaign, KIT_SG, 3, 8); /* Thursday and the class */
    assert_points(campaign, plan, SIZE + 3 * 3 * 2);
}

static void test_two_meetings_on_one_date_count_once(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    avoid(campaign, KIT_SG, 3, 3);
    plan->groups[0].meetings[1].halves = CO_HALF_AM;
    plan->groups[0].meetings[2].day = KIT_MONDAY + 3;
    assert_points(campaign, plan, SIZE + 3 * 3);
}

static void test_milestones_count_only_those_of_the_role(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    int both[] = {KIT_SG, KIT_ASG};
    campaign->people[1].n_roles = 2;
    campaign->people[1].role_idx = co_campaign_array(campaign, both, 2, sizeof(int));
    avoid(campaign, KIT_ASG, 3, 3);
    assert_points(campaign, plan, SIZE + 3);
}

static void test_each_person_and_missed_class_counts_three(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoPlan) plan = kit_published();
    campaign->parameters.class_absentees = 2;
    for (int i = 0; i < 2; i++)
        kit_unavailable(campaign, &campaign->people[i].n_spans, &campaign->people[i].spans,
                        i == 0 ? "2024-11-12" : "2024-11-12-am"); /* free in the afternoon */
    assert_points(campaign, plan, SIZE + 3);
}

/* The three members are one office of four, so its limit of three is reached. */
static CoCampaign *begin_office(void)
{
    CoCampaign *campaign = kit_begin_plannable();
    campaign->establishments[0].staff = 4;
    for (int i = 0; i < 3; i++)
        campaign->people[i].establishment_idx = 0;
    return campaign;
}

static void test_an_office_emptied_two_weeks_running_counts_five(void)
{
    g_autoptr(CoCampaign) campaign = begin_office();
    g_autoptr(CoPlan) plan = kit_published();
    plan->groups[0].meetings[1].day = KIT_MONDAY + 7;
    assert_points(campaign, plan, SIZE + 5);
}

static void test_an_office_emptied_twice_in_one_week_counts_nothing(void)
{
    g_autoptr(CoCampaign) campaign = begin_office();
    g_autoptr(CoPlan) plan = kit_published();
    assert_points(campaign, plan, SIZE);
}

static void test_classes_empty_an_office_only_when_told_so(void)
{
    g_autoptr(CoCampaign) campaign = begin_office();
    g_autoptr(CoPlan) plan = kit_published();
    campaign->parameters.continuity_remote = true;
    assert_points(campaign, plan, SIZE + 5);
}

static void test_an_office_below_its_limit_counts_nothing(void)
{
    g_autoptr(CoCampaign) campaign = begin_office();
    g_autoptr(CoPlan) plan = kit_published();
    campaign->establishments[0].staff = 5;
    plan->groups[0].meetings[1].day = KIT_MONDAY + 7;
    assert_points(campaign, plan, SIZE);
}

static void test_a_trainer_who_is_missed_at_one_office_as_both_counts_once(void)
{
    g_autoptr(CoCampaign) campaign = begin_office();
    g_autoptr(CoPlan) plan = kit_published();
    campaign->establishments[0].staff = 5; /* a limit of four: three members and F1 */
    kit_person(campaign, 0, KIT_SG);
    kit_same_human(campaign, 6, 0);
    campaign->trainers[0].place.uai = "E1";
    campaign->trainers[0].role_idx = KIT_SG;
    plan->groups[0].meetings[1].day = KIT_MONDAY + 7;
    g_autoptr(CoCampaign) larger = begin_office();
    larger->establishments[0].staff = 6;
    kit_person(larger, 0, KIT_SG);
    kit_same_human(larger, 6, 0);
    larger->trainers[0].place.uai = "E1";
    larger->trainers[0].role_idx = KIT_SG;
    assert_points(campaign, plan, SIZE + 5);
    assert_points(larger, plan, SIZE); /* five would be away if F1 counted twice */
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"size", test_distance_from_the_target_size_counts},
        {"wednesday", test_each_avoided_wednesday_in_person_counts_ten},
        {"open-wednesday", test_wednesdays_that_are_open_count_nothing},
        {"balance", test_balance_counts_trainers_who_teach},
        {"imbalance", test_imbalance_counts_two_a_half_day_over_all_academies},
        {"milestone", test_each_person_and_date_in_a_milestone_counts_three},
        {"one-date", test_two_meetings_on_one_date_count_once},
        {"roles", test_milestones_count_only_those_of_the_role},
        {"missed", test_each_person_and_missed_class_counts_three},
        {"emptied", test_an_office_emptied_two_weeks_running_counts_five},
        {"emptied-once", test_an_office_emptied_twice_in_one_week_counts_nothing},
        {"emptied-remote", test_classes_empty_an_office_only_when_told_so},
        {"not-emptied", test_an_office_below_its_limit_counts_nothing},
        {"one-human", test_a_trainer_who_is_missed_at_one_office_as_both_counts_once},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/comfort/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

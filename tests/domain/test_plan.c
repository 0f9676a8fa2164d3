/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/plan.h"

static CoGroup *add_group(CoPlan *plan, int path_idx, const char *code)
{
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup(code);
    group->path_idx = path_idx;
    return group;
}

static CoCampaign *three_module_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    co_campaign_add_path(campaign);
    for (int i = 0; i < 3; i++) {
        CoModule *module = co_campaign_add_module(campaign);
        module->path_idx = 0;
        module->order = 30 - 10 * i;
        co_campaign_add_person(campaign);
    }
    co_campaign_finish(campaign);
    return campaign;
}

static void test_a_new_plan_is_empty(void)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    g_assert_cmpint(plan->n_groups, ==, 0);
    g_assert_cmpint(plan->n_unplaced, ==, 0);
    g_assert_cmpint(plan->version, ==, 0);
    g_assert_cmpstr(plan->digest, ==, "");
    g_assert_cmpint(co_plan_n_placed(plan), ==, 0);
    co_plan_free(NULL);
}

static void test_a_new_group_refers_to_nothing(void)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    const CoGroup *group = co_plan_add_group(plan);
    g_assert_cmpstr(group->code, ==, "");
    g_assert_cmpint(group->path_idx, ==, -1);
    g_assert_cmpint(group->academy_idx, ==, -1);
    g_assert_cmpint(group->room_idx, ==, -1);
    g_assert_cmpint(group->trainer_idx[0], ==, -1);
    g_assert_cmpint(group->trainer_idx[1], ==, -1);
    g_assert_cmpint(group->n_members + group->n_meetings, ==, 0);
    const CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    g_assert_cmpint(unplaced->person_idx, ==, -1);
    g_assert_cmpint(unplaced->group_idx, ==, -1);
    g_assert_cmpuint(unplaced->rules, ==, 0);
}

static void test_groups_keep_all_that_is_appended(void)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    for (int i = 0; i < 100; i++) {
        CoGroup *group = co_plan_add_group(plan);
        for (int j = 0; j <= i; j++)
            co_group_add_member(group, 1000 * i + j);
    }
    for (int i = 0; i < 100; i++) {
        g_assert_cmpint(plan->groups[i].n_members, ==, i + 1);
        g_assert_cmpint(plan->groups[i].members[i], ==, 1001 * i);
    }
    g_assert_cmpint(co_plan_n_placed(plan), ==, 5050);
}

static void test_a_copy_is_the_same_and_shares_nothing(void)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    plan->changes = 5;
    CoGroup *group = add_group(plan, 0, "SG-01");
    co_group_add_member(group, 4);
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 2, .day = 9, .halves = CO_HALF_AM});
    co_plan_add_unplaced(plan)->person_idx = 6;
    CoPlan *copy = co_plan_copy(plan);
    plan->groups[0].code[0] = 'x';
    plan->groups[0].members[0] = 0;
    plan->groups[0].meetings[0].day = 0;
    plan->unplaced[0].person_idx = 0;
    g_assert_cmpint(copy->changes, ==, 5);
    g_assert_cmpstr(copy->groups[0].code, ==, "SG-01");
    g_assert_cmpint(copy->groups[0].members[0], ==, 4);
    g_assert_cmpint(copy->groups[0].meetings[0].day, ==, 9);
    g_assert_cmpint(copy->unplaced[0].person_idx, ==, 6);
    co_group_add_member(&copy->groups[0], 7);
    co_plan_add_group(copy);
    g_assert_cmpint(plan->n_groups, ==, 1);
    co_plan_free(copy);
}

static void test_an_empty_plan_can_be_copied(void)
{
    g_autoptr(CoPlan) plan = co_plan_new();
    g_autoptr(CoPlan) copy = co_plan_copy(plan);
    g_assert_cmpint(copy->n_groups, ==, 0);
    co_plan_add_group(copy);
    g_assert_cmpint(copy->n_groups, ==, 1);
}

static void test_groups_are_sorted_by_path_then_code(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    add_group(plan, 1, "A-01");
    add_group(plan, 0, "B-02");
    add_group(plan, 0, "B-01");
    co_plan_sort(plan, campaign);
    static const char *const expected[] = {"B-01", "B-02", "A-01"};
    for (int i = 0; i < 3; i++)
        g_assert_cmpstr(plan->groups[i].code, ==, expected[i]);
    g_assert_cmpint(co_plan_find_group(plan, "A-01"), ==, 2);
    g_assert_cmpint(co_plan_find_group(plan, "A-02"), ==, -1);
}

static void test_sorting_leads_remedies_to_the_new_place_of_their_group(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    add_group(plan, 0, "C");
    add_group(plan, 0, "A");
    add_group(plan, 0, "B");
    for (int i = 2; i >= -1; i--) {
        CoUnplaced *unplaced = co_plan_add_unplaced(plan);
        unplaced->person_idx = i + 1;
        unplaced->group_idx = i;
    }
    co_plan_sort(plan, campaign);
    static const int expected[] = {-1, 2, 0, 1};
    for (int i = 0; i < 4; i++) {
        g_assert_cmpint(plan->unplaced[i].person_idx, ==, i);
        g_assert_cmpint(plan->unplaced[i].group_idx, ==, expected[i]);
    }
}

static void test_inside_a_group_all_is_sorted(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    CoGroup *group = add_group(plan, 0, "A");
    group->trainer_idx[0] = 7;
    group->trainer_idx[1] = 3;
    static const int members[] = {2, 0, 1};
    for (int i = 0; i < 3; i++) {
        co_group_add_member(group, members[i]);
        co_group_add_meeting(group, &(CoMeeting){.module_idx = i, .day = i + 1});
    }
    co_plan_sort(plan, campaign);
    group = &plan->groups[0];
    g_assert_cmpint(group->trainer_idx[0], ==, 3);
    g_assert_cmpint(group->trainer_idx[1], ==, 7);
    for (int i = 0; i < 3; i++) {
        g_assert_cmpint(group->members[i], ==, i);
        g_assert_cmpint(group->meetings[i].module_idx, ==, 2 - i);
        g_assert_cmpint(group->meetings[i].day, ==, 3 - i);
    }
}

static void test_meetings_of_one_module_stand_by_day_then_half(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    CoGroup *group = add_group(plan, 0, "A");
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 0, .day = 8, .halves = CO_HALF_PM});
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 0, .day = 8, .halves = CO_HALF_AM});
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 0, .day = 7, .halves = CO_HALF_PM});
    co_plan_sort(plan, campaign);
    const CoMeeting *meetings = plan->groups[0].meetings;
    g_assert_cmpint(meetings[0].day, ==, 7);
    g_assert_cmpint(meetings[1].halves, ==, CO_HALF_AM);
    g_assert_cmpint(meetings[2].halves, ==, CO_HALF_PM);
}

static void test_a_lone_trainer_stands_first(void)
{
    static const int pairs[][4] = {{-1, 4, 4, -1}, {4, -1, 4, -1}, {-1, -1, -1, -1}, {2, 2, 2, 2}};
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autoptr(CoPlan) plan = co_plan_new();
        CoGroup *group = add_group(plan, 0, "A");
        group->trainer_idx[0] = pairs[i][0];
        group->trainer_idx[1] = pairs[i][1];
        co_plan_sort(plan, campaign);
        g_assert_cmpint(plan->groups[0].trainer_idx[0], ==, pairs[i][2]);
        g_assert_cmpint(plan->groups[0].trainer_idx[1], ==, pairs[i][3]);
    }
}

static void test_a_plan_that_names_what_does_not_exist_can_be_sorted(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    CoGroup *group = add_group(plan, 99, "A");
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 99});
    co_group_add_meeting(group, &(CoMeeting){.module_idx = -7});
    co_group_add_meeting(group, &(CoMeeting){.module_idx = 1});
    co_plan_add_unplaced(plan)->group_idx = 99;
    co_plan_sort(plan, campaign);
    g_assert_cmpint(plan->groups[0].meetings[0].module_idx, ==, 1);
    g_assert_cmpint(plan->unplaced[0].group_idx, ==, 99);
}

static void test_each_person_is_told_their_group(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    add_group(plan, 0, "A");
    CoGroup *group = add_group(plan, 0, "B");
    co_group_add_member(group, 2);
    co_group_add_member(group, 50);
    g_autofree int *group_of = co_plan_groups_of_people(plan, campaign);
    g_assert_cmpint(group_of[0], ==, -1);
    g_assert_cmpint(group_of[1], ==, -1);
    g_assert_cmpint(group_of[2], ==, 1);
}

static void test_a_person_in_two_groups_is_placed_once_in_the_first(void)
{
    g_autoptr(CoCampaign) campaign = three_module_campaign();
    g_autoptr(CoPlan) plan = co_plan_new();
    co_group_add_member(add_group(plan, 0, "A"), 1);
    co_group_add_member(add_group(plan, 0, "B"), 1);
    g_autofree int *group_of = co_plan_groups_of_people(plan, campaign);
    g_assert_cmpint(group_of[1], ==, 0);
    g_assert_cmpint(co_plan_n_placed(plan), ==, 1);
}

static void test_gaps_are_parts_of_the_value(void)
{
    static const struct {
        int64_t value, bound;
        double gap;
    } cases[] = {
        {0, 0, 0.0},
        {100, 100, 0.0},
        {200, 150, 0.25},
        {100, 0, 1.0},
        {100, -50, 1.0},
        {0, -5, 0.0},
        {INT64_MAX, INT64_MIN, 1.0},
        {90, 100, 0.0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        CoTier tier = {.value = cases[i].value, .has_bound = true, .bound = cases[i].bound};
        g_assert_cmpfloat_with_epsilon(co_tier_gap(&tier), cases[i].gap, 1e-12);
    }
}

static void test_a_group_is_taught_by_either_of_its_two(void)
{
    const CoGroup pair = {.trainer_idx = {2, 0}}, alone = {.trainer_idx = {1, -1}};
    g_assert_true(co_group_is_taught_by(&pair, 0));
    g_assert_true(co_group_is_taught_by(&pair, 2));
    g_assert_false(co_group_is_taught_by(&pair, 1));
    g_assert_true(co_group_is_taught_by(&alone, 1));
    g_assert_false(co_group_is_taught_by(&alone, 0));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plan/new/empty", test_a_new_plan_is_empty);
    g_test_add_func("/plan/add_group/new", test_a_new_group_refers_to_nothing);
    g_test_add_func("/plan/add_member/all", test_groups_keep_all_that_is_appended);
    g_test_add_func("/plan/copy/same", test_a_copy_is_the_same_and_shares_nothing);
    g_test_add_func("/plan/copy/empty", test_an_empty_plan_can_be_copied);
    g_test_add_func("/plan/sort/groups", test_groups_are_sorted_by_path_then_code);
    g_test_add_func("/plan/sort/remedies",
                    test_sorting_leads_remedies_to_the_new_place_of_their_group);
    g_test_add_func("/plan/sort/inside", test_inside_a_group_all_is_sorted);
    g_test_add_func("/plan/sort/one_module", test_meetings_of_one_module_stand_by_day_then_half);
    g_test_add_func("/plan/sort/lone_trainer", test_a_lone_trainer_stands_first);
    g_test_add_func("/plan/sort/unknown", test_a_plan_that_names_what_does_not_exist_can_be_sorted);
    g_test_add_func("/plan/groups_of_people/each", test_each_person_is_told_their_group);
    g_test_add_func("/plan/groups_of_people/twice",
                    test_a_person_in_two_groups_is_placed_once_in_the_first);
    g_test_add_func("/plan/taught_by", test_a_group_is_taught_by_either_of_its_two);
    g_test_add_func("/plan/tier_gap/parts", test_gaps_are_parts_of_the_value);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tier between 1 and 2: what people must be told anew. */
#include "judge.h"

static void init(CoTinyCase *tiny)
{
    co_tiny_case_init(tiny, NULL);
    tiny->published = co_plan_copy(tiny->plan);
}

static int64_t changes_of(const CoTinyCase *tiny)
{
    CoCheckOptions options = {.published = tiny->published};
    g_autoptr(CoCheckReport) report = co_check_plan(tiny->campaign, tiny->plan, &options);
    g_assert_cmpint(report->changes_agree, ==, report->changes == tiny->plan->changes);
    return report->changes;
}

static void test_the_same_plan_again_changes_nothing(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    g_assert_cmpint(changes_of(&tiny), ==, 0);
    tiny.plan->changes = 1;
    g_assert_cmpint(changes_of(&tiny), ==, 0);
}

static void test_without_a_published_plan_nothing_changes(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[0].trainer_idx[0] = TINY_T7;
    g_assert_cmpint(changes_of(&tiny), ==, 0);
}

static void test_a_moved_meeting_counts_once_a_member(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    co_tiny_move(group, TINY_V2, "2024-11-28", CO_HALF_PM);
    g_assert_cmpint(changes_of(&tiny), ==, group->n_members);
}

static void test_another_room_moves_the_meetings_in_person_alone(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    int n_in_person = 0;
    for (int i = 0; i < group->n_meetings; i++)
        n_in_person +=
            tiny.campaign->modules[group->meetings[i].module_idx].mode == CO_MODE_IN_PERSON;
    g_assert_cmpint(n_in_person, <, group->n_meetings);
    group->room_idx = group->room_idx == TINY_S1 ? TINY_S2 : TINY_S1;
    g_assert_cmpint(changes_of(&tiny), ==, n_in_person * group->n_members);
}

static void test_other_trainers_count_two_whoever_sits_there(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    int *trainers = tiny.plan->groups[TINY_SG_02].trainer_idx;
    int first = trainers[0];
    trainers[0] = trainers[1];
    trainers[1] = first;
    g_assert_cmpint(changes_of(&tiny), ==, 0); /* their order says nothing */
    trainers[0] = TINY_T7;
    g_assert_cmpint(changes_of(&tiny), ==, 2);
}

static void test_another_code_is_another_group(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    g_free(group->code);
    group->code = g_strdup("SG-09");
    g_assert_cmpint(changes_of(&tiny), ==, group->n_meetings * (3 + group->n_members));
}

static void test_a_meeting_no_longer_held_counts_three_and_its_members(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    group->n_meetings--;
    g_assert_cmpint(changes_of(&tiny), ==, 3 + group->n_members);
}

static void test_who_comes_or_goes_counts_nothing(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    co_tiny_drop(&tiny.plan->groups[TINY_SG_02], TINY_PERSON(2, TINY_ASSISTANT));
    g_assert_cmpint(changes_of(&tiny), ==, 0);
    co_tiny_drop(&tiny.published->groups[TINY_SG_02], TINY_PERSON(2, TINY_ASSISTANT));
    co_group_add_member(&tiny.plan->groups[TINY_SG_02], TINY_PERSON(2, TINY_ASSISTANT));
    g_assert_cmpint(changes_of(&tiny), ==, 0);
}

static void test_a_published_plan_of_anything_is_survived(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny);
    tiny.published->groups[0].members[0] = 100000;
    tiny.published->groups[0].meetings[0].module_idx = -7;
    tiny.published->groups[0].room_idx = 4000;
    g_assert_cmpint(changes_of(&tiny), >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/changes/the same plan again changes nothing",
                    test_the_same_plan_again_changes_nothing);
    g_test_add_func("/check/changes/without a published plan nothing changes",
                    test_without_a_published_plan_nothing_changes);
    g_test_add_func("/check/changes/a moved meeting counts once a member",
                    test_a_moved_meeting_counts_once_a_member);
    g_test_add_func("/check/changes/another room moves the meetings in person alone",
                    test_another_room_moves_the_meetings_in_person_alone);
    g_test_add_func("/check/changes/other trainers count two whoever sits there",
                    test_other_trainers_count_two_whoever_sits_there);
    g_test_add_func("/check/changes/another code is another group",
                    test_another_code_is_another_group);
    g_test_add_func("/check/changes/a meeting no longer held counts three and its members",
                    test_a_meeting_no_longer_held_counts_three_and_its_members);
    g_test_add_func("/check/changes/who comes or goes counts nothing",
                    test_who_comes_or_goes_counts_nothing);
    g_test_add_func("/check/changes/a published plan of anything is survived",
                    test_a_published_plan_of_anything_is_survived);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_a_person_is_in_one_group(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_ORD].max_size = 3;
    co_group_add_member(&tiny.plan->groups[TINY_ORD_02], TINY_PERSON(0, TINY_HEAD));
    CoViolation found = co_assert_broken(&tiny, CO_R14, CO_BREACH_PERSON_TWO_GROUPS, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_02);
    g_assert_cmpint(found.other_group_idx, ==, TINY_ORD_01);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_HEAD));
}

static void test_a_person_is_listed_once(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_ORD].max_size = 2;
    co_group_add_member(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    co_assert_broken(&tiny, CO_R14, CO_BREACH_PERSON_TWICE, 1);
}

static void test_a_person_is_in_a_group_of_their_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_tiny_drop(&tiny.plan->groups[TINY_SG_02], TINY_PERSON(2, TINY_ASSISTANT));
    co_group_add_member(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(2, TINY_ASSISTANT));
    CoViolation found = co_assert_broken(&tiny, CO_R14, CO_BREACH_PERSON_OTHER_PATH, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_01);
}

static void test_a_person_who_needs_no_training_has_no_seat(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_group_add_member(&tiny.plan->groups[TINY_SG_02], TINY_TRAINED);
    CoViolation found = co_assert_broken(&tiny, CO_R14, CO_BREACH_PERSON_NOT_PLANNED, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_TRAINED);
}

static void test_a_member_is_someone(void)
{
    static const int strange[] = {TINY_N_PEOPLE, 99, -1, -2000000000, 2000000000};
    for (size_t i = 0; i < G_N_ELEMENTS(strange); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        CoGroup *group = &tiny.plan->groups[TINY_SG_02];
        co_group_add_member(group, 0);
        group->members[group->n_members - 1] = strange[i];
        co_assert_broken(&tiny, CO_R14, CO_BREACH_PERSON_UNKNOWN, 1);
    }
}

static void test_a_group_is_of_a_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    static const int strange[] = {-1, TINY_PATH_ORD + 1, -2000000000, 2000000000};
    CoGroup *group = co_plan_add_group(tiny.plan);
    group->academy_idx = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(strange); i++) {
        group->path_idx = strange[i];
        co_assert_broken(&tiny, CO_R14, CO_BREACH_PATH_UNKNOWN, 1);
    }
    /* Of a group that follows nothing nobody can say whether it needs a room. */
    group->room_idx = TINY_S1;
    co_assert_broken(&tiny, CO_R14, CO_BREACH_PATH_UNKNOWN, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r14/two-groups", test_a_person_is_in_one_group);
    g_test_add_func("/check/r14/twice", test_a_person_is_listed_once);
    g_test_add_func("/check/r14/path", test_a_person_is_in_a_group_of_their_path);
    g_test_add_func("/check/r14/planned", test_a_person_who_needs_no_training_has_no_seat);
    g_test_add_func("/check/r14/unknown", test_a_member_is_someone);
    g_test_add_func("/check/r14/no-path", test_a_group_is_of_a_path);
    return g_test_run();
}

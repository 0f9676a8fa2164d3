/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_members_are_of_the_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_group_add_member(&tiny.plan->groups[TINY_SG_01], TINY_ELSEWHERE);
    CoViolation found = co_assert_broken(&tiny, CO_R16, CO_BREACH_ACADEMY_MEMBER, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_ELSEWHERE);
    g_assert_cmpint(found.academy_idx, ==, 1);
}

static void test_the_room_is_of_the_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_SG_01].room_idx = TINY_S3;
    CoViolation found = co_assert_broken(&tiny, CO_R16, CO_BREACH_ACADEMY_ROOM, 1);
    g_assert_cmpint(found.room_idx, ==, TINY_S3);
}

static void test_trainers_are_of_the_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_SG_01].trainer_idx[0] = TINY_T6;
    CoViolation found = co_assert_broken(&tiny, CO_R16, CO_BREACH_ACADEMY_TRAINER, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T6);
}

static void test_a_group_is_of_an_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_ORD].min_groups = -1;
    tiny.plan->groups[TINY_ORD_01].academy_idx = 2;
    co_assert_broken(&tiny, CO_R16, CO_BREACH_ACADEMY_UNKNOWN, 1);
    tiny.plan->groups[TINY_ORD_01].academy_idx = -1;
    co_assert_broken(&tiny, CO_R16, CO_BREACH_ACADEMY_UNKNOWN, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r16/members", test_members_are_of_the_academy);
    g_test_add_func("/check/r16/room", test_the_room_is_of_the_academy);
    g_test_add_func("/check/r16/trainers", test_trainers_are_of_the_academy);
    g_test_add_func("/check/r16/group", test_a_group_is_of_an_academy);
    return g_test_run();
}

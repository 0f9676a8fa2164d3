/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_in_person_days_have_a_room(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_SG_01].room_idx = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R15, CO_BREACH_ROOM_MISSING, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);
    tiny.plan->groups[TINY_SG_01].room_idx = TINY_S3 + 1;
    co_assert_broken(&tiny, CO_R15, CO_BREACH_ROOM_UNKNOWN, 1);
    tiny.plan->groups[TINY_SG_01].room_idx = -7;
    co_assert_broken(&tiny, CO_R15, CO_BREACH_ROOM_UNKNOWN, 1);
}

static void test_virtual_classes_use_no_room(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->modules[TINY_O1].mode = CO_MODE_VIRTUAL_CLASS;
    CoViolation found = co_assert_broken(&tiny, CO_R15, CO_BREACH_ROOM_NEEDLESS, 2);
    g_assert_cmpint(found.room_idx, ==, TINY_S2);
    tiny.plan->groups[TINY_ORD_01].room_idx = -1;
    tiny.plan->groups[TINY_ORD_02].room_idx = -1;
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r15/room", test_in_person_days_have_a_room);
    g_test_add_func("/check/r15/no-room", test_virtual_classes_use_no_room);
    return g_test_run();
}

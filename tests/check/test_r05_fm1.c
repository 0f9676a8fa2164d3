/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_fm1_modules_stay_inside_the_windows(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->fm1_windows[0].last_day = co_day("2024-11-13");
    CoViolation found = co_assert_broken(&tiny, CO_R05, CO_BREACH_FM1_CLOSED, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);
    g_assert_cmpint(found.module_idx, ==, TINY_P2);
    g_assert_cmpint(found.halves, ==, CO_HALF_BOTH);
}

/* Trainers of SG-02 take the second academy's room so that nothing else clashes. */
static void test_fm1_carries_so_many_groups_at_once(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->rooms[TINY_S2].workstations = 6;
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    group->room_idx = TINY_S2;
    co_tiny_move(group, TINY_P1, "2024-11-14", CO_HALF_BOTH);
    tiny.campaign->establishments[0].staff = -1;
    tiny.campaign->establishments[1].staff = -1;
    tiny.campaign->establishments[3].staff = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R05, CO_BREACH_FM1_FULL, 1);
    g_assert_cmpint(found.day, ==, co_day("2024-11-14"));
    g_assert_cmpint(found.halves, ==, CO_HALF_BOTH);
    g_assert_cmpint(found.found, ==, 2);
    g_assert_cmpint(found.allowed, ==, 1);
    tiny.campaign->fm1_windows[0].max_groups = 2;
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r05/closed", test_fm1_modules_stay_inside_the_windows);
    g_test_add_func("/check/r05/full", test_fm1_carries_so_many_groups_at_once);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_a_path_has_no_more_than_its_groups(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_GEST].max_groups = 1;
    CoViolation found = co_assert_broken(&tiny, CO_R11, CO_BREACH_GROUPS_MANY, 1);
    g_assert_cmpint(found.path_idx, ==, TINY_PATH_GEST);
    g_assert_cmpint(found.academy_idx, ==, 0);
    g_assert_cmpint(found.found, ==, 2);
    g_assert_cmpint(found.allowed, ==, 1);
    tiny.campaign->paths[TINY_PATH_GEST].max_groups = 0;
    co_assert_broken(&tiny, CO_R11, CO_BREACH_GROUPS_MANY, 1);
    tiny.campaign->paths[TINY_PATH_GEST].max_groups = -1;
    co_assert_kept(&tiny);
}

static void test_a_path_has_its_least_groups_in_each_academy_with_people(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    /* Nobody of the second academy follows ORD, so 3 groups are asked of the first only. */
    tiny.campaign->paths[TINY_PATH_ORD].min_groups = 3;
    CoViolation found = co_assert_broken(&tiny, CO_R11, CO_BREACH_GROUPS_FEW, 1);
    g_assert_cmpint(found.academy_idx, ==, 0);
    g_assert_cmpint(found.found, ==, 2);
    tiny.campaign->paths[TINY_PATH_ORD].min_groups = 2;
    co_assert_kept(&tiny);
    tiny.campaign->paths[TINY_PATH_GEST].min_groups = 1;
    found = co_assert_broken(&tiny, CO_R11, CO_BREACH_GROUPS_FEW, 1);
    g_assert_cmpint(found.academy_idx, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r11/most", test_a_path_has_no_more_than_its_groups);
    g_test_add_func("/check/r11/least",
                    test_a_path_has_its_least_groups_in_each_academy_with_people);
    return g_test_run();
}

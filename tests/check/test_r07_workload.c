/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* T1 teaches two full days and two classes. */
static void test_a_trainer_teaches_no_more_half_days_than_agreed(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T1].max_half_days = 5;
    CoViolation found = co_assert_broken(&tiny, CO_R07, CO_BREACH_WORKLOAD, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T1);
    g_assert_cmpint(found.found, ==, 6);
    g_assert_cmpint(found.allowed, ==, 5);
}

static void test_half_days_of_all_groups_add_up(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T5].max_half_days = 1;
    CoViolation found = co_assert_broken(&tiny, CO_R07, CO_BREACH_WORKLOAD, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T5);
    g_assert_cmpint(found.found, ==, 2);
}

static void test_a_limit_of_none_is_a_limit(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T5].max_half_days = 0;
    co_assert_broken(&tiny, CO_R07, CO_BREACH_WORKLOAD, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r07/limit", test_a_trainer_teaches_no_more_half_days_than_agreed);
    g_test_add_func("/check/r07/sum", test_half_days_of_all_groups_add_up);
    g_test_add_func("/check/r07/zero", test_a_limit_of_none_is_a_limit);
    return g_test_run();
}

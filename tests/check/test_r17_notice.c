/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* SG-01 first meets on 12 November; 7 days of notice. */
static void init(CoTinyCase *tiny, const char *convocation_day)
{
    co_tiny_case_init(tiny, NULL);
    tiny->campaign->parameters.convocation_day = co_day(convocation_day);
}

static void test_nothing_comes_before_the_blocking_notice(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, "2024-11-05");
    co_assert_kept(&tiny);
    tiny.campaign->parameters.convocation_day = co_day("2024-11-06");
    CoViolation found = co_assert_broken(&tiny, CO_R17, CO_BREACH_NOTICE, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);
    g_assert_cmpint(found.module_idx, ==, TINY_P1);
    g_assert_cmpint(found.found, ==, 6);
    g_assert_cmpint(found.allowed, ==, 7);
}

static void test_what_was_published_may_stay(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, "2024-11-06");
    tiny.published = co_plan_copy(tiny.plan);
    co_assert_kept(&tiny);
}

static void test_what_moved_is_new(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, "2024-11-06");
    tiny.published = co_plan_copy(tiny.plan);
    CoGroup *before = &tiny.published->groups[TINY_SG_01];

    co_tiny_move(before, TINY_P1, "2024-11-13", CO_HALF_BOTH);
    co_assert_broken(&tiny, CO_R17, CO_BREACH_NOTICE, 1);
    co_tiny_move(before, TINY_P1, "2024-11-12", CO_HALF_AM);
    co_assert_broken(&tiny, CO_R17, CO_BREACH_NOTICE, 1);
    co_tiny_move(before, TINY_P1, "2024-11-12", CO_HALF_BOTH);
    before->room_idx = TINY_S2;
    co_assert_broken(&tiny, CO_R17, CO_BREACH_NOTICE, 1);
    before->room_idx = TINY_S1;
    co_assert_kept(&tiny);
    before->code[0] = 'X';
    co_assert_broken(&tiny, CO_R17, CO_BREACH_NOTICE, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r17/notice", test_nothing_comes_before_the_blocking_notice);
    g_test_add_func("/check/r17/published", test_what_was_published_may_stay);
    g_test_add_func("/check/r17/moved", test_what_moved_is_new);
    return g_test_run();
}

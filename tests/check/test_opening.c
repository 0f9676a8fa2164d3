/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static bool is_open(const CoTinyCase *tiny, int academy_idx, const char *day)
{
    bool morning = co_check_slot_is_open(tiny->campaign, academy_idx, co_day(day), CO_HALF_AM);
    bool afternoon = co_check_slot_is_open(tiny->campaign, academy_idx, co_day(day), CO_HALF_PM);
    g_assert_cmpint(morning, ==, afternoon);
    return morning;
}

static void test_working_days_inside_the_horizon_are_open(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    g_assert_true(is_open(&tiny, 0, "2024-11-04"));
    g_assert_true(is_open(&tiny, 0, "2024-12-20"));
    g_assert_true(is_open(&tiny, 0, "2024-11-06"));
    g_assert_false(is_open(&tiny, 0, "2024-11-01"));
    g_assert_false(is_open(&tiny, 0, "2024-12-23"));
    g_assert_false(is_open(&tiny, 0, "2024-11-09"));
    g_assert_false(is_open(&tiny, 0, "2024-11-10"));
    g_assert_false(is_open(&tiny, 0, "2024-11-11"));
    g_assert_false(co_check_slot_is_open(tiny.campaign, 0, CO_DAY_NONE, CO_HALF_AM));
    g_assert_false(co_check_slot_is_open(tiny.campaign, 0, INT32_MIN, CO_HALF_AM));
    g_assert_false(co_check_slot_is_open(tiny.campaign, 0, co_day("2024-11-04"), CO_HALF_BOTH));
}

static void test_a_closure_binds_its_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    g_assert_false(is_open(&tiny, 0, "2024-12-02"));
    g_assert_true(is_open(&tiny, 1, "2024-12-02"));
}

static void test_wednesdays_may_be_closed(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.wednesday = CO_WEDNESDAY_CLOSED;
    g_assert_false(is_open(&tiny, 0, "2024-11-06"));
    g_assert_true(is_open(&tiny, 0, "2024-11-07"));
}

static void test_school_holidays_close_when_asked(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->closures[1].kind = CO_CLOSURE_SCHOOL_HOLIDAY;
    g_assert_false(is_open(&tiny, 0, "2024-12-02"));
    tiny.campaign->parameters.close_holidays = false;
    g_assert_true(is_open(&tiny, 0, "2024-12-02"));
    g_assert_false(is_open(&tiny, 0, "2024-11-11"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/opening/days", test_working_days_inside_the_horizon_are_open);
    g_test_add_func("/check/opening/academy", test_a_closure_binds_its_academy);
    g_test_add_func("/check/opening/wednesday", test_wednesdays_may_be_closed);
    g_test_add_func("/check/opening/holidays", test_school_holidays_close_when_asked);
    return g_test_run();
}

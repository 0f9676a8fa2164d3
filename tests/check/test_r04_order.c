/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_every_synchronous_module_is_met_once(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoGroup *group = &tiny.plan->groups[TINY_SG_01];
    CoMeeting again = {TINY_V2, co_day("2024-11-29"), CO_HALF_AM};
    co_group_add_meeting(group, &again);
    tiny.campaign->trainers[TINY_T1].max_half_days = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_MODULE_TWICE, 1);
    g_assert_cmpint(found.module_idx, ==, TINY_V2);
    g_assert_cmpint(found.found, ==, 2);

    group->n_meetings = 3;
    found = co_assert_broken(&tiny, CO_R04, CO_BREACH_MODULE_MISSING, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);
    g_assert_cmpint(found.module_idx, ==, TINY_V2);
}

static void test_a_group_meets_for_modules_of_its_path_only(void)
{
    static const int strange[] = {TINY_P1, TINY_SELF, TINY_WEBINAR, -1, TINY_O1 + 1, 99};
    for (size_t i = 0; i < G_N_ELEMENTS(strange); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        int group_idx = strange[i] == TINY_P1 ? TINY_ORD_01 : TINY_SG_01;
        CoMeeting meeting = {strange[i], co_day("2024-11-28"), CO_HALF_AM};
        tiny.campaign->trainers[TINY_T1].max_half_days = -1;
        tiny.campaign->fm1_windows[2].max_groups = 2;
        co_group_add_meeting(&tiny.plan->groups[group_idx], &meeting);
        CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_MODULE_UNKNOWN, 1);
        g_assert_cmpint(found.group_idx, ==, group_idx);
    }
}

static void test_a_full_day_takes_both_halves(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_tiny_move(&tiny.plan->groups[TINY_SG_01], TINY_P1, "2024-11-12", CO_HALF_AM);
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_WRONG_HALVES, 1);
    g_assert_cmpint(found.module_idx, ==, TINY_P1);
}

static void test_the_moment_says_which_half(void)
{
    static const struct {
        int module_idx;
        CoMoment moment;
        CoHalves right, wrong; /* 0 = no single half is wrong */
    } cases[] = {
        {TINY_O1, CO_MOMENT_DEFAULT, CO_HALF_AM, CO_HALF_PM},
        {TINY_O1, CO_MOMENT_PM, CO_HALF_PM, CO_HALF_AM},
        {TINY_O1, CO_MOMENT_FREE, CO_HALF_PM, CO_HALF_BOTH},
        {TINY_V2, CO_MOMENT_DEFAULT, CO_HALF_PM, CO_HALF_BOTH},
        {TINY_V2, CO_MOMENT_AM, CO_HALF_AM, CO_HALF_PM},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        bool is_class = cases[i].module_idx == TINY_V2;
        CoGroup *group = &tiny.plan->groups[is_class ? TINY_SG_01 : TINY_ORD_01];
        tiny.campaign->trainers[TINY_T1].max_half_days = -1;
        if (is_class) {
            co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-28", cases[i].right);
        } else {
            co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-19", cases[i].right);
        }
        tiny.campaign->modules[cases[i].module_idx].moment = cases[i].moment;
        co_tiny_move(group, cases[i].module_idx, "2024-11-22", cases[i].right);
        co_assert_kept(&tiny);
        co_tiny_move(group, cases[i].module_idx, "2024-11-22", cases[i].wrong);
        co_assert_broken(&tiny, CO_R04, CO_BREACH_WRONG_HALVES, 1);
    }
}

static void test_modules_of_a_mode_keep_their_order_and_least_gap(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoGroup *group = &tiny.plan->groups[TINY_SG_01];
    co_tiny_move(group, TINY_V2, "2024-11-19", CO_HALF_PM);
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_GAP_SHORT, 1);
    g_assert_cmpint(found.module_idx, ==, TINY_V2);
    g_assert_cmpint(found.found, ==, 0);
    g_assert_cmpint(found.allowed, ==, 1);

    co_tiny_move(group, TINY_V2, "2024-11-18", CO_HALF_PM);
    found = co_assert_broken(&tiny, CO_R04, CO_BREACH_GAP_SHORT, 1);
    g_assert_cmpint(found.found, ==, -1);

    co_tiny_move(group, TINY_V2, "2024-11-20", CO_HALF_PM);
    co_assert_kept(&tiny);
    tiny.campaign->modules[TINY_V2].gap_min_days = 2;
    co_assert_broken(&tiny, CO_R04, CO_BREACH_GAP_SHORT, 1);
}

static void test_modules_of_a_mode_keep_their_longest_gap(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->fm1_windows[1].max_groups = 2;
    tiny.plan->groups[TINY_SG_02].room_idx = TINY_S1;
    CoGroup *group = &tiny.plan->groups[TINY_SG_01];
    co_tiny_move(group, TINY_P1, "2024-11-13", CO_HALF_BOTH);
    co_tiny_move(group, TINY_P2, "2024-11-21", CO_HALF_BOTH);
    co_tiny_move(group, TINY_V1, "2024-11-20", CO_HALF_AM);
    co_assert_kept(&tiny);
    co_tiny_move(group, TINY_P2, "2024-11-22", CO_HALF_BOTH);
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_GAP_LONG, 1);
    g_assert_cmpint(found.found, ==, 9);
    g_assert_cmpint(found.allowed, ==, 8);
}

static void test_the_first_class_follows_the_first_day_and_may_precede_the_others(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoGroup *group = &tiny.plan->groups[TINY_SG_01];
    co_tiny_move(group, TINY_V1, "2024-11-13", CO_HALF_AM);
    co_assert_kept(&tiny);
    co_tiny_move(group, TINY_V1, "2024-11-08", CO_HALF_AM);
    tiny.campaign->modules[TINY_V2].gap_max_days = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_CLASS_TOO_SOON, 1);
    g_assert_cmpint(found.module_idx, ==, TINY_V1);

    /* Half a day in person, and the class in the afternoon of the same date. */
    tiny.campaign->modules[TINY_P1].half_days = 1;
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_P1, "2024-11-18", CO_HALF_AM);
    co_tiny_move(group, TINY_P1, "2024-11-12", CO_HALF_AM);
    co_tiny_move(group, TINY_V1, "2024-11-12", CO_HALF_PM);
    co_assert_broken(&tiny, CO_R04, CO_BREACH_CLASS_TOO_SOON, 1);
}

static void test_earliest_and_latest_dates_are_kept(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoModule *module = &tiny.campaign->modules[TINY_O1];
    module->earliest = co_day("2024-11-15");
    module->latest = co_day("2024-11-19");
    co_assert_kept(&tiny);
    module->earliest = co_day("2024-11-16");
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_BEFORE_EARLIEST, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_01);
    module->earliest = CO_DAY_NONE;
    module->latest = co_day("2024-11-18");
    found = co_assert_broken(&tiny, CO_R04, CO_BREACH_AFTER_LATEST, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_02);
}

/* Establishment 3 is of V7, whose cutover was before the convocation: a notice only. */
static void test_training_comes_before_the_cutover_of_each_member(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->waves[1].cutover = co_day("2024-11-21");
    co_assert_kept(&tiny);
    tiny.campaign->waves[1].cutover = co_day("2024-11-20");
    CoViolation found = co_assert_broken(&tiny, CO_R04, CO_BREACH_AFTER_CUTOVER, 3);
    g_assert_cmpint(found.module_idx, ==, TINY_P2);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_ASSISTANT));
    tiny.campaign->waves[1].cutover = tiny.campaign->parameters.convocation_day;
    co_assert_kept(&tiny);

    tiny.campaign->waves[0].cutover = co_day("2024-11-20");
    found = co_assert_broken(&tiny, CO_R04, CO_BREACH_AFTER_CUTOVER, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(3, TINY_ASSISTANT));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r04/once", test_every_synchronous_module_is_met_once);
    g_test_add_func("/check/r04/unknown", test_a_group_meets_for_modules_of_its_path_only);
    g_test_add_func("/check/r04/full-day", test_a_full_day_takes_both_halves);
    g_test_add_func("/check/r04/moment", test_the_moment_says_which_half);
    g_test_add_func("/check/r04/gap-short", test_modules_of_a_mode_keep_their_order_and_least_gap);
    g_test_add_func("/check/r04/gap-long", test_modules_of_a_mode_keep_their_longest_gap);
    g_test_add_func("/check/r04/first-class",
                    test_the_first_class_follows_the_first_day_and_may_precede_the_others);
    g_test_add_func("/check/r04/window", test_earliest_and_latest_dates_are_kept);
    g_test_add_func("/check/r04/cutover", test_training_comes_before_the_cutover_of_each_member);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* ORD-01 comes while SG-01 is in S1, and in the same room. */
static void test_a_room_holds_one_meeting_at_a_time(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_ORD_02].room_idx = TINY_S1;
    co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-18", CO_HALF_AM);
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_ROOM_TWICE, 1);
    g_assert_cmpint(found.room_idx, ==, TINY_S1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
    g_assert_cmpint(found.other_group_idx, ==, TINY_ORD_02);
    g_assert_cmpint(found.day, ==, co_day("2024-11-18"));
    g_assert_cmpint(found.halves, ==, CO_HALF_AM);
}

static void test_a_room_may_serve_two_groups_on_two_half_days(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->modules[TINY_O1].moment = CO_MOMENT_FREE;
    tiny.plan->groups[TINY_ORD_02].trainer_idx[0] = TINY_T5;
    co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-15", CO_HALF_PM);
    co_assert_kept(&tiny);
    co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-15", CO_HALF_AM);
    g_autoptr(CoCheckReport) report = co_check_plan(tiny.campaign, tiny.plan, NULL);
    g_assert_cmpint(report->n_violations, ==, 2);
    g_assert_cmpint(report->violations[0].breach, ==, CO_BREACH_HUMAN_TWICE);
    g_assert_cmpint(report->violations[1].breach, ==, CO_BREACH_ROOM_TWICE);
}

static void test_a_trainer_teaches_one_meeting_at_a_time(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    /* T3 and T4 of SG-02 have the class of SG-01's trainers too. */
    tiny.campaign->trainers[TINY_T1].max_half_days = -1;
    tiny.plan->groups[TINY_SG_02].trainer_idx[0] = TINY_T1;
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-26", CO_HALF_PM);
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T1);
    g_assert_cmpint(found.person_idx, ==, -1);
    g_assert_cmpint(found.halves, ==, CO_HALF_PM);
}

/* T7 is the head of establishment 3 and a member of ORD-02. */
static void test_a_participant_who_trains_is_one_human(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_ORD_01].trainer_idx[0] = TINY_T7;
    co_assert_kept(&tiny);

    tiny.plan->groups[TINY_ORD_01].room_idx = TINY_S1;
    co_tiny_move(&tiny.plan->groups[TINY_ORD_01], TINY_O1, "2024-11-19", CO_HALF_AM);
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(3, TINY_HEAD));
    g_assert_cmpint(found.trainer_idx, ==, TINY_T7);
}

static void test_nobody_trains_and_sits_in_the_same_meeting(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_ORD_02].trainer_idx[0] = TINY_T7;
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_02);
    g_assert_cmpint(found.other_group_idx, ==, TINY_ORD_02);
}

/* The webinar of GEST is in the afternoon of 7 November. */
static void test_a_webinar_holds_the_slot_of_its_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->fm1_windows[0].first_day = co_day("2024-11-04");
    CoGroup *group = &tiny.plan->groups[TINY_SG_01];
    co_tiny_move(group, TINY_P1, "2024-11-06", CO_HALF_BOTH);
    co_tiny_move(group, TINY_V1, "2024-11-07", CO_HALF_AM);
    co_assert_kept(&tiny);

    co_tiny_move(group, TINY_V1, "2024-11-07", CO_HALF_PM);
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 4);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_SECRETARY));
    g_assert_cmpint(found.other_group_idx, ==, -1);
    g_assert_cmpint(found.module_idx, ==, TINY_WEBINAR);
}

static void test_a_webinar_is_in_the_morning_unless_it_says_otherwise(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->modules[TINY_WEBINAR].earliest = co_day("2024-11-14");
    tiny.campaign->modules[TINY_WEBINAR].moment = CO_MOMENT_DEFAULT;
    CoViolation found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 4);
    g_assert_cmpint(found.halves, ==, CO_HALF_AM);
    tiny.campaign->modules[TINY_WEBINAR].half_days = 2;
    found = co_assert_broken(&tiny, CO_R01, CO_BREACH_HUMAN_TWICE, 4);
    g_assert_cmpint(found.halves, ==, CO_HALF_BOTH);
}

static void test_a_virtual_class_takes_no_room(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    /* SG-01 has a class on a day that SG-02, in the same room, meets in person. */
    co_tiny_move(&tiny.plan->groups[TINY_SG_01], TINY_V1, "2024-11-18", CO_HALF_AM);
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r01/room", test_a_room_holds_one_meeting_at_a_time);
    g_test_add_func("/check/r01/room-halves", test_a_room_may_serve_two_groups_on_two_half_days);
    g_test_add_func("/check/r01/trainer", test_a_trainer_teaches_one_meeting_at_a_time);
    g_test_add_func("/check/r01/one-human", test_a_participant_who_trains_is_one_human);
    g_test_add_func("/check/r01/same-meeting", test_nobody_trains_and_sits_in_the_same_meeting);
    g_test_add_func("/check/r01/webinar", test_a_webinar_holds_the_slot_of_its_path);
    g_test_add_func("/check/r01/webinar-moment",
                    test_a_webinar_is_in_the_morning_unless_it_says_otherwise);
    g_test_add_func("/check/r01/class", test_a_virtual_class_takes_no_room);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void set_span(CoCampaign *campaign, CoSpan **spans, int *n_spans, const char *text)
{
    CoSpan span;
    g_assert_true(co_span_parse(text, &span));
    *spans = co_campaign_array(campaign, &span, 1, sizeof(CoSpan));
    *n_spans = 1;
}

static void block_person(const CoTinyCase *tiny, int person_idx, const char *text)
{
    CoPerson *person = &tiny->campaign->people[person_idx];
    set_span(tiny->campaign, &person->spans, &person->n_spans, text);
}

static void test_meetings_stay_inside_the_horizon(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-04", CO_HALF_AM);
    co_tiny_move(&tiny.plan->groups[TINY_ORD_01], TINY_O1, "2024-12-20", CO_HALF_AM);
    co_assert_kept(&tiny);
    co_tiny_move(&tiny.plan->groups[TINY_ORD_01], TINY_O1, "2024-12-23", CO_HALF_AM);
    CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_OUT_OF_HORIZON, 1);
    g_assert_cmpint(found.day, ==, co_day("2024-12-23"));
}

static void test_meetings_stay_off_closed_days(void)
{
    static const char *const closed[] = {"2024-11-11", "2024-12-02", "2024-11-16", "2024-12-08"};
    for (size_t i = 0; i < G_N_ELEMENTS(closed); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, closed[i], CO_HALF_AM);
        CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_SLOT_CLOSED, 1);
        g_assert_cmpint(found.module_idx, ==, TINY_O1);
    }
}

static void test_a_room_is_free(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoRoom *room = &tiny.campaign->rooms[TINY_S1];
    set_span(tiny.campaign, &room->spans, &room->n_spans, "14/11/2024-pm");
    CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_ROOM_UNAVAILABLE, 1);
    g_assert_cmpint(found.room_idx, ==, TINY_S1);
    g_assert_cmpint(found.halves, ==, CO_HALF_PM);
}

static void test_a_room_need_not_be_free_for_a_virtual_class(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoRoom *room = &tiny.campaign->rooms[TINY_S1];
    set_span(tiny.campaign, &room->spans, &room->n_spans, "26/11/2024");
    co_assert_kept(&tiny);
}

static void test_trainers_are_free_in_person_and_online(void)
{
    static const char *const days[] = {"12/11/2024", "26/11/2024"};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        tiny.campaign->parameters.class_absentees = 4;
        CoTrainer *trainer = &tiny.campaign->trainers[TINY_T2];
        set_span(tiny.campaign, &trainer->spans, &trainer->n_spans, days[i]);
        CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_TRAINER_UNAVAILABLE, 1);
        g_assert_cmpint(found.trainer_idx, ==, TINY_T2);
    }
}

static void test_members_are_free_in_person_whatever_the_tolerance(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.class_absentees = 4;
    int person_idx = TINY_PERSON(2, TINY_ASSISTANT);
    block_person(&tiny, person_idx, "lundi");
    CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_MEMBER_UNAVAILABLE, 1);
    g_assert_cmpint(found.person_idx, ==, person_idx);
    g_assert_cmpint(found.halves, ==, CO_HALF_BOTH);
}

static void test_a_few_members_may_miss_a_virtual_class(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    block_person(&tiny, TINY_PERSON(0, TINY_SECRETARY), "26/11/2024-pm");
    block_person(&tiny, TINY_PERSON(1, TINY_SECRETARY), "26/11/2024");
    block_person(&tiny, TINY_PERSON(2, TINY_SECRETARY), "26/11/2024-am");
    tiny.campaign->parameters.class_absentees = 2;
    co_assert_kept(&tiny);
    tiny.campaign->parameters.class_absentees = 1;
    CoViolation found = co_assert_broken(&tiny, CO_R03, CO_BREACH_CLASS_ABSENTEES, 1);
    g_assert_cmpint(found.found, ==, 2);
    g_assert_cmpint(found.allowed, ==, 1);
    g_assert_cmpint(found.module_idx, ==, TINY_V2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r03/horizon", test_meetings_stay_inside_the_horizon);
    g_test_add_func("/check/r03/closed", test_meetings_stay_off_closed_days);
    g_test_add_func("/check/r03/room", test_a_room_is_free);
    g_test_add_func("/check/r03/room-online", test_a_room_need_not_be_free_for_a_virtual_class);
    g_test_add_func("/check/r03/trainer", test_trainers_are_free_in_person_and_online);
    g_test_add_func("/check/r03/member", test_members_are_free_in_person_whatever_the_tolerance);
    g_test_add_func("/check/r03/class", test_a_few_members_may_miss_a_virtual_class);
    return g_test_run();
}

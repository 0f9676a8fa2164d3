/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* Establishment 1: its secretary in SG-01, T2 teaching there. Two are away. */
static void test_someone_of_the_office_stays(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->establishments[1].staff = 2;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    g_assert_cmpint(found.establishment_idx, ==, 1);
    g_assert_cmpint(found.day, ==, co_day("2024-11-12"));
    g_assert_cmpint(found.halves, ==, CO_HALF_BOTH);
    g_assert_cmpint(found.found, ==, 2);
    g_assert_cmpint(found.allowed, ==, 1);
}

static void test_an_unknown_staff_sets_no_limit(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->establishments[1].staff = -1;
    co_assert_kept(&tiny);
}

static void test_an_office_of_one_or_none_may_let_one_go(void)
{
    for (int staff = 0; staff <= 1; staff++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        tiny.campaign->establishments[0].staff = staff;
        co_assert_kept(&tiny);
        tiny.campaign->establishments[1].staff = staff;
        co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    }
}

static void test_only_service_roles_count(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->establishments[1].staff = 2;
    tiny.campaign->trainers[TINY_T2].role_idx = TINY_ROLE_HEAD;
    co_assert_kept(&tiny);
}

static void test_virtual_classes_count_only_when_asked(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    /* SG-02 joins the class of SG-01: establishment 3 (limit 1) has a member in each. */
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-26", CO_HALF_PM);
    co_assert_kept(&tiny);
    tiny.campaign->parameters.continuity_remote = true;
    tiny.campaign->parameters.head_present = false;
    tiny.campaign->establishments[1].staff = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    g_assert_cmpint(found.establishment_idx, ==, 0);
    g_assert_cmpint(found.halves, ==, CO_HALF_PM);
}

static void make_t2_the_assistant(CoCampaign *campaign)
{
    campaign->trainers[TINY_T2].email = campaign->people[TINY_PERSON(1, TINY_ASSISTANT)].email;
}

/* T2 is the assistant of establishment 1, posted there twice over: one human. */
static void test_a_human_counts_once(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, make_t2_the_assistant);
    tiny.campaign->establishments[1].staff = 3;
    co_assert_kept(&tiny);
    tiny.campaign->establishments[1].staff = 2;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    g_assert_cmpint(found.found, ==, 2);
}

/* T2's own line names no role: the same human serves as an assistant, and is missed there. */
static void test_a_trainer_is_missed_as_the_participant_too(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, make_t2_the_assistant);
    tiny.campaign->trainers[TINY_T2].role_idx = -1;
    tiny.campaign->establishments[1].staff = 2;
    co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
}

static void make_t2_the_first_head(CoCampaign *campaign)
{
    campaign->trainers[TINY_T2].email = campaign->people[TINY_PERSON(0, TINY_HEAD)].email;
}

/* T2 is the head of establishment 0, who serves in its office here, beside its secretary. */
static void test_the_very_first_person_is_missed_too(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, make_t2_the_first_head);
    tiny.campaign->people[TINY_PERSON(0, TINY_HEAD)].role_idx[0] = TINY_ROLE_ASSISTANT;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    g_assert_cmpint(found.establishment_idx, ==, 0);
}

static void test_the_very_first_trainer_is_missed_too(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T1].role_idx = TINY_ROLE_ASSISTANT;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 2);
    g_assert_cmpint(found.establishment_idx, ==, 0);
}

/* Head of establishment 3 as a participant, T7 as a trainer, who serves in that office; its
 * assistant is away on the same morning. */
static void test_a_participant_is_missed_as_the_trainer_too(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_tiny_move(&tiny.plan->groups[TINY_ORD_02], TINY_O1, "2024-11-18", CO_HALF_AM);
    co_assert_kept(&tiny);
    tiny.campaign->trainers[TINY_T7].role_idx = TINY_ROLE_ASSISTANT;
    CoViolation found = co_assert_broken(&tiny, CO_R08, CO_BREACH_SERVICE_EMPTY, 1);
    g_assert_cmpint(found.establishment_idx, ==, 3);
    g_assert_cmpint(found.halves, ==, CO_HALF_AM);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r08/limit", test_someone_of_the_office_stays);
    g_test_add_func("/check/r08/unknown", test_an_unknown_staff_sets_no_limit);
    g_test_add_func("/check/r08/one", test_an_office_of_one_or_none_may_let_one_go);
    g_test_add_func("/check/r08/service", test_only_service_roles_count);
    g_test_add_func("/check/r08/remote", test_virtual_classes_count_only_when_asked);
    g_test_add_func("/check/r08/once", test_a_human_counts_once);
    g_test_add_func("/check/r08/both", test_a_trainer_is_missed_as_the_participant_too);
    g_test_add_func("/check/r08/first-person", test_the_very_first_person_is_missed_too);
    g_test_add_func("/check/r08/first-trainer", test_the_very_first_trainer_is_missed_too);
    g_test_add_func("/check/r08/member", test_a_participant_is_missed_as_the_trainer_too);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* The forbidden milestone, 18 to 29 November, now for one day and one role. */
static CoMilestone *forbid(CoTinyCase *tiny, const char *day, int role_idx)
{
    CoMilestone *milestone = &tiny->campaign->milestones[TINY_CLOSING];
    milestone->first_day = milestone->last_day = co_day(day);
    milestone->role_idx[0] = role_idx;
    return milestone;
}

static void test_participants_are_not_away(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    forbid(&tiny, "2024-11-20", TINY_ROLE_ASSISTANT);
    CoViolation found = co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 4);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_ASSISTANT));
    g_assert_cmpint(found.milestone_idx, ==, TINY_CLOSING);
    g_assert_cmpint(found.day, ==, co_day("2024-11-20"));
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
}

static void test_trainers_are_not_away(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    forbid(&tiny, "2024-11-20", TINY_ROLE_SECRETARY);
    CoViolation found = co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 2);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T3);
    g_assert_cmpint(found.person_idx, ==, -1);
}

static void test_virtual_classes_are_held_all_the_same(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    forbid(&tiny, "2024-11-26", TINY_ROLE_SECRETARY);
    co_assert_kept(&tiny);
    tiny.campaign->parameters.continuity_remote = true;
    tiny.campaign->parameters.head_present = false;
    co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 5);
}

static void test_a_milestone_without_roles_is_for_everybody(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    forbid(&tiny, "2024-11-15", TINY_ROLE_ACCOUNTANT)->n_roles = 0;
    co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 3);
}

static void test_a_milestone_binds_its_academy(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    forbid(&tiny, "2024-11-15", TINY_ROLE_HEAD)->academy_idx = 1;
    co_assert_kept(&tiny);
    tiny.campaign->milestones[TINY_CLOSING].academy_idx = 0;
    co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 3);
}

static void make_t2_the_assistant(CoCampaign *campaign)
{
    campaign->trainers[TINY_T2].email = campaign->people[TINY_PERSON(1, TINY_ASSISTANT)].email;
}

/* An assistant who trains is an assistant who is away. */
static void test_a_human_is_looked_at_whole(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, make_t2_the_assistant);
    forbid(&tiny, "2024-11-12", TINY_ROLE_ASSISTANT);
    CoViolation found = co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T2);
}

static void make_t1_the_first_head(CoCampaign *campaign)
{
    campaign->trainers[TINY_T1].email = campaign->people[TINY_PERSON(0, TINY_HEAD)].email;
    campaign->trainers[TINY_T1].role_idx = TINY_ROLE_ACCOUNTANT;
    campaign->establishments[0].staff = 3;
}

/* The head of establishment 0 is an accountant as T1, and so as a participant. */
static void test_a_participant_has_the_role_of_the_trainer_too(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, make_t1_the_first_head);
    forbid(&tiny, "2024-11-15", TINY_ROLE_ACCOUNTANT);
    CoViolation found = co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_HEAD));
    forbid(&tiny, "2024-11-14", TINY_ROLE_ACCOUNTANT);
    found = co_assert_broken(&tiny, CO_R10, CO_BREACH_MILESTONE, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r10/participants", test_participants_are_not_away);
    g_test_add_func("/check/r10/trainers", test_trainers_are_not_away);
    g_test_add_func("/check/r10/classes", test_virtual_classes_are_held_all_the_same);
    g_test_add_func("/check/r10/everybody", test_a_milestone_without_roles_is_for_everybody);
    g_test_add_func("/check/r10/academy", test_a_milestone_binds_its_academy);
    g_test_add_func("/check/r10/human", test_a_human_is_looked_at_whole);
    g_test_add_func("/check/r10/human-member", test_a_participant_has_the_role_of_the_trainer_too);
    return g_test_run();
}

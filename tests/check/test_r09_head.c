/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* ORD-01 (heads of establishments 0 and 1) on the first day of SG-01 (secretaries of all four). */
static void bring_together(CoTinyCase *tiny)
{
    co_tiny_move(&tiny->plan->groups[TINY_ORD_01], TINY_O1, "2024-11-12", CO_HALF_AM);
}

static void test_head_and_secretary_are_not_both_away(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    bring_together(&tiny);
    CoViolation found = co_assert_broken(&tiny, CO_R09, CO_BREACH_HEAD_AND_SECRETARY, 2);
    g_assert_cmpint(found.establishment_idx, ==, 0);
    g_assert_cmpint(found.day, ==, co_day("2024-11-12"));
    g_assert_cmpint(found.halves, ==, CO_HALF_AM);
    g_assert_cmpint(found.found, ==, 2);
    g_assert_cmpint(found.allowed, ==, 1);
}

static void test_the_rule_can_be_waived(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    bring_together(&tiny);
    tiny.campaign->parameters.head_present = false;
    co_assert_kept(&tiny);
}

static void test_another_secretary_at_home_is_enough(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    bring_together(&tiny);
    /* The assistants are secretaries now: each establishment has two of them, one at home. */
    for (int e = 0; e < 4; e++)
        tiny.campaign->people[TINY_PERSON(e, TINY_ASSISTANT)].role_idx[0] = TINY_ROLE_SECRETARY;
    co_assert_kept(&tiny);
}

static void test_someone_who_is_not_planned_is_not_counted_on(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    bring_together(&tiny);
    tiny.campaign->people[TINY_TRAINED].role_idx[0] = TINY_ROLE_HEAD;
    co_assert_broken(&tiny, CO_R09, CO_BREACH_HEAD_AND_SECRETARY, 2);
}

/* T7, head of establishment 3, teaches while its secretary is away. */
static void test_trainers_do_not_count(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.head_present = true;
    tiny.plan->groups[TINY_ORD_01].trainer_idx[0] = TINY_T7;
    co_tiny_drop(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    co_tiny_drop(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(1, TINY_HEAD));
    co_group_add_member(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(2, TINY_HEAD));
    co_tiny_drop(&tiny.plan->groups[TINY_ORD_02], TINY_PERSON(2, TINY_HEAD));
    tiny.campaign->establishments[2].staff = -1;
    bring_together(&tiny);
    CoViolation found = co_assert_broken(&tiny, CO_R09, CO_BREACH_HEAD_AND_SECRETARY, 1);
    g_assert_cmpint(found.establishment_idx, ==, 2);
}

static void test_one_person_who_is_both_may_go(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->roles[TINY_ROLE_ASSISTANT].office = CO_OFFICE_GENERAL_SECRETARY;
    tiny.campaign->people[TINY_PERSON(0, TINY_HEAD)].already_trained = true;
    tiny.campaign->people[TINY_PERSON(0, TINY_SECRETARY)].already_trained = true;
    co_tiny_drop(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    co_tiny_drop(&tiny.plan->groups[TINY_SG_01], TINY_PERSON(0, TINY_SECRETARY));
    int both[] = {TINY_ROLE_ASSISTANT, TINY_ROLE_HEAD};
    CoPerson *person = &tiny.campaign->people[TINY_PERSON(0, TINY_ASSISTANT)];
    person->n_roles = 2;
    person->role_idx = co_campaign_array(tiny.campaign, both, 2, sizeof(int));
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r09/both", test_head_and_secretary_are_not_both_away);
    g_test_add_func("/check/r09/waived", test_the_rule_can_be_waived);
    g_test_add_func("/check/r09/another", test_another_secretary_at_home_is_enough);
    g_test_add_func("/check/r09/planned", test_someone_who_is_not_planned_is_not_counted_on);
    g_test_add_func("/check/r09/trainers", test_trainers_do_not_count);
    g_test_add_func("/check/r09/one-person", test_one_person_who_is_both_may_go);
    return g_test_run();
}

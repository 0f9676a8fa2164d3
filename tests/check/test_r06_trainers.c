/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_a_group_has_its_number_of_trainers(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_SG_01].trainer_idx[1] = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_COUNT, 1);
    g_assert_cmpint(found.found, ==, 1);
    g_assert_cmpint(found.allowed, ==, 2);
    tiny.plan->groups[TINY_SG_01].trainer_idx[1] = TINY_T2;
    tiny.plan->groups[TINY_ORD_01].trainer_idx[1] = TINY_T7;
    co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_COUNT, 1);
}

static void test_the_trainers_are_two_and_known(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_SG_01].trainer_idx[1] = TINY_T1;
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_TWICE, 1);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T1);
    tiny.plan->groups[TINY_SG_01].trainer_idx[1] = TINY_T7 + 1;
    co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_UNKNOWN, 1);
    tiny.plan->groups[TINY_SG_01].trainer_idx[1] = -2;
    co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_UNKNOWN, 1);
}

static void test_trainers_are_skilled_for_the_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.plan->groups[TINY_ORD_01].trainer_idx[0] = TINY_T4;
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_TRAINER_UNSKILLED, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_ORD_01);
    g_assert_cmpint(found.trainer_idx, ==, TINY_T4);
}

static void test_one_of_the_pair_is_confirmed(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T3].confirmed = false;
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_PAIR_NOT_CONFIRMED, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
}

static void test_a_pair_may_have_to_be_of_both_spheres(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_GEST].pair_rule = CO_PAIR_ONE_PER_SPHERE;
    tiny.campaign->trainers[TINY_T1].sphere = CO_SPHERE_ACCOUNTING;
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_PAIR_SPHERES, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
    tiny.campaign->trainers[TINY_T4].sphere = CO_SPHERE_ACCOUNTING;
    co_assert_kept(&tiny);
    tiny.campaign->trainers[TINY_T3].sphere = CO_SPHERE_ACCOUNTING;
    co_assert_broken(&tiny, CO_R06, CO_BREACH_PAIR_SPHERES, 1);
}

static CoPair *add_pair(CoCampaign *campaign, int first, int second)
{
    CoPair *pair = co_campaign_add_pair(campaign);
    pair->trainer_idx[0] = first;
    pair->trainer_idx[1] = second;
    return pair;
}

/* Second trainer first: the order in the table says nothing. One in common is no pair. */
static void add_pairs(CoCampaign *campaign)
{
    int other = TINY_PATH_ORD;
    add_pair(campaign, TINY_T2, TINY_T1);
    CoPair *pair = add_pair(campaign, TINY_T3, TINY_T4);
    pair->n_paths = 1;
    pair->path_idx = co_campaign_array(campaign, &other, 1, sizeof(int));
    add_pair(campaign, TINY_T3, TINY_T2);
    add_pair(campaign, TINY_T4, TINY_T1);
    add_pair(campaign, TINY_T2, TINY_T3);
    campaign->paths[TINY_PATH_GEST].pair_rule = CO_PAIR_FIXED;
}

static void test_a_fixed_pair_is_listed_for_the_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_pairs);
    CoViolation found = co_assert_broken(&tiny, CO_R06, CO_BREACH_PAIR_NOT_LISTED, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
    tiny.campaign->pairs[1].path_idx[0] = TINY_PATH_GEST;
    co_assert_kept(&tiny);
}

static void test_a_free_pair_is_any(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_GEST].pair_rule = CO_PAIR_FREE;
    tiny.campaign->trainers[TINY_T3].confirmed = false;
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r06/count", test_a_group_has_its_number_of_trainers);
    g_test_add_func("/check/r06/different", test_the_trainers_are_two_and_known);
    g_test_add_func("/check/r06/skill", test_trainers_are_skilled_for_the_path);
    g_test_add_func("/check/r06/confirmed", test_one_of_the_pair_is_confirmed);
    g_test_add_func("/check/r06/spheres", test_a_pair_may_have_to_be_of_both_spheres);
    g_test_add_func("/check/r06/fixed", test_a_fixed_pair_is_listed_for_the_path);
    g_test_add_func("/check/r06/free", test_a_free_pair_is_any);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

/* Secretary and assistant of one establishment follow one path, in two groups. */
static void test_persons_of_one_establishment_stay_together_when_asked(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.group_by_establishment = true;
    CoViolation found = co_assert_broken(&tiny, CO_R12, CO_BREACH_SPLIT, 4);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(0, TINY_ASSISTANT));
    g_assert_cmpint(found.establishment_idx, ==, 0);
    g_assert_cmpint(found.path_idx, ==, TINY_PATH_GEST);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_02);
    g_assert_cmpint(found.other_group_idx, ==, TINY_SG_01);
}

static void test_one_left_out_is_not_together(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.group_by_establishment = true;
    /* All assistants but one are trained already; that one is unplaced. */
    tiny.plan->n_groups--;
    CoGroup last = tiny.plan->groups[TINY_SG_02];
    tiny.plan->groups[TINY_SG_02] = tiny.plan->groups[3];
    for (int e = 0; e < 4; e++)
        tiny.campaign->people[TINY_PERSON(e, TINY_ASSISTANT)].already_trained = e != 2;
    tiny.campaign->paths[TINY_PATH_ORD].max_groups = 2;
    CoViolation found = co_assert_broken(&tiny, CO_R12, CO_BREACH_SPLIT, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(2, TINY_ASSISTANT));
    g_assert_cmpint(found.group_idx, ==, -1);
    tiny.plan->groups[3] = last;
    tiny.plan->n_groups++;
}

static void test_all_left_out_together_is_together(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.group_by_establishment = true;
    for (int e = 0; e < 4; e++)
        tiny.campaign->people[TINY_PERSON(e, TINY_ASSISTANT)].establishment_idx = 4;
    tiny.campaign->establishments[4].academy_idx = 0;
    tiny.campaign->establishments[4].staff = -1;
    CoViolation found = co_assert_broken(&tiny, CO_R12, CO_BREACH_SPLIT, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_ELSEWHERE);
    tiny.campaign->people[TINY_ELSEWHERE].already_trained = true;
    co_assert_kept(&tiny);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r12/split", test_persons_of_one_establishment_stay_together_when_asked);
    g_test_add_func("/check/r12/left-out", test_one_left_out_is_not_together);
    g_test_add_func("/check/r12/together", test_all_left_out_together_is_together);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

enum { N_PLANS = 3000 };

static const int odd_numbers[] = {INT32_MIN, -1000, -2, -1, 0, 1, 2, 3, 7, 99, INT32_MAX};

static int odd(GRand *rand)
{
    return odd_numbers[g_rand_int_range(rand, 0, G_N_ELEMENTS(odd_numbers))];
}

/* Half the time something odd, else what is there. */
static void spoil(GRand *rand, int *number)
{
    if (g_rand_boolean(rand))
        *number = odd(rand);
}

static void spoil_group(GRand *rand, CoGroup *group)
{
    spoil(rand, &group->path_idx);
    spoil(rand, &group->academy_idx);
    spoil(rand, &group->room_idx);
    spoil(rand, &group->trainer_idx[0]);
    spoil(rand, &group->trainer_idx[1]);
    for (int i = 0; i < group->n_members; i++)
        spoil(rand, &group->members[i]);
    for (int i = 0; i < group->n_meetings; i++) {
        spoil(rand, &group->meetings[i].module_idx);
        spoil(rand, &group->meetings[i].day);
        if (g_rand_boolean(rand))
            group->meetings[i].halves = (CoHalves)odd(rand);
    }
    if (g_rand_int_range(rand, 0, 8) == 0)
        g_clear_pointer(&group->code, g_free);
    if (g_rand_int_range(rand, 0, 8) == 0)
        group->n_members = 0;
    if (g_rand_int_range(rand, 0, 8) == 0)
        group->n_meetings = 0;
}

static void add_lock(CoCampaign *campaign)
{
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = "SG-01";
    lock->kind = CO_LOCK_ALL;
    campaign->parameters.continuity_remote = true;
    campaign->parameters.group_by_establishment = true;
    campaign->parameters.max_trip_km = 20;
    campaign->parameters.car_seats = 3;
}

static void assert_sorted(const CoCheckReport *report)
{
    for (int i = 1; i < report->n_violations; i++)
        g_assert_cmpint(report->violations[i - 1].rule, <=, report->violations[i].rule);
}

static void test_whatever_a_plan_holds_it_is_judged(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20241104);
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(add_lock);
    g_autoptr(CoPlan) published = co_tiny_plan(campaign);
    CoCheckOptions options = {published};
    for (int i = 0; i < N_PLANS; i++) {
        g_autoptr(CoPlan) plan = co_tiny_plan(campaign);
        for (int g = 0; g < plan->n_groups; g++)
            spoil_group(rand, &plan->groups[g]);
        spoil(rand, &plan->unplaced[0].person_idx);
        g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, &options);
        g_assert_cmpint(report->n_violations, >, 0);
        assert_sorted(report);
    }
}

static void test_counts_without_arrays_are_not_believed(void)
{
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(NULL);
    CoGroup group = {.n_members = 3, .n_meetings = 2, .room_idx = -1, .trainer_idx = {-1, -1}};
    CoPlan plan = {.n_groups = 1, .groups = &group, .n_unplaced = 4};
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, &plan, NULL);
    g_assert_cmpint(report->n_violations, >, 0);
    plan.groups = NULL;
    g_autoptr(CoCheckReport) empty = co_check_plan(campaign, &plan, NULL);
    g_assert_cmpint(empty->n_placed, ==, 0);
    g_assert_cmpint(empty->unplaced_weight, ==, 12 + TINY_UNPLACED);
    g_assert_false(empty->unplaced_agree);
}

static void test_a_campaign_without_anything_takes_an_empty_plan(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = co_plan_new();
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, NULL);
    g_assert_cmpint(report->n_violations, ==, 0);
    g_assert_true(report->tiers_agree);
    g_assert_true(report->unplaced_agree);
    co_group_add_member(co_plan_add_group(plan), 0);
    g_autoptr(CoCheckReport) stray = co_check_plan(campaign, plan, NULL);
    g_assert_cmpint(stray->n_violations, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/hostile/random", test_whatever_a_plan_holds_it_is_judged);
    g_test_add_func("/check/hostile/counts", test_counts_without_arrays_are_not_believed);
    g_test_add_func("/check/hostile/empty", test_a_campaign_without_anything_takes_an_empty_plan);
    return g_test_run();
}

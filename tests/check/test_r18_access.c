/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_a_member_who_needs_access_has_it(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->people[TINY_PERSON(0, TINY_SECRETARY)].needs_access = true;
    co_assert_kept(&tiny);
    tiny.campaign->people[TINY_PERSON(2, TINY_HEAD)].needs_access = true;
    CoViolation found = co_assert_broken(&tiny, CO_R18, CO_BREACH_NOT_ACCESSIBLE, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(2, TINY_HEAD));
    g_assert_cmpint(found.room_idx, ==, TINY_S2);
}

/* Establishment 3 is 43 km from S1. T4, as far, is a trainer: no limit. */
static void test_no_member_travels_farther_than_the_limit(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.max_trip_km = 43;
    co_assert_kept(&tiny);
    tiny.campaign->parameters.max_trip_km = 42;
    CoViolation found = co_assert_broken(&tiny, CO_R18, CO_BREACH_TRIP_TOO_LONG, 2);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(3, TINY_SECRETARY));
    g_assert_cmpint(found.found, ==, 43);
    g_assert_cmpint(found.allowed, ==, 42);
}

/* Only those in whose own place the room stands are no kilometre away. */
static void test_a_limit_of_no_kilometre_is_a_limit(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.max_trip_km = 0;
    co_assert_broken(&tiny, CO_R18, CO_BREACH_TRIP_TOO_LONG, 3 + 3 + 1 + 2);
}

static void add_distance(CoCampaign *campaign)
{
    CoDistance *row = co_campaign_add_distance(campaign);
    row->uai = campaign->establishments[3].uai;
    row->room_idx = TINY_S1;
    row->km_milli = 43200;
    campaign->parameters.max_trip_km = 43;
}

static void test_the_table_of_distances_rules(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_distance);
    CoViolation found = co_assert_broken(&tiny, CO_R18, CO_BREACH_TRIP_TOO_LONG, 2);
    g_assert_cmpint(found.found, ==, 44);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r18/access", test_a_member_who_needs_access_has_it);
    g_test_add_func("/check/r18/distance", test_no_member_travels_farther_than_the_limit);
    g_test_add_func("/check/r18/table", test_the_table_of_distances_rules);
    g_test_add_func("/check/r18/zero", test_a_limit_of_no_kilometre_is_a_limit);
    return g_test_run();
}

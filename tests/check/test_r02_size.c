/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static void test_a_group_has_its_least_members(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_GEST].min_size = 4;
    co_assert_kept(&tiny);
    tiny.campaign->paths[TINY_PATH_GEST].min_size = 5;
    CoViolation found = co_assert_broken(&tiny, CO_R02, CO_BREACH_TOO_FEW_MEMBERS, 2);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);
    g_assert_cmpint(found.found, ==, 4);
    g_assert_cmpint(found.allowed, ==, 5);
}

static void test_a_group_has_no_more_than_its_most_members(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_ORD].max_size = 2;
    co_assert_kept(&tiny);
    tiny.campaign->paths[TINY_PATH_ORD].max_size = 1;
    co_assert_broken(&tiny, CO_R02, CO_BREACH_TOO_MANY_MEMBERS, 2);
}

static void test_a_room_seats_the_group(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->rooms[TINY_S2].seats = 2;
    co_assert_kept(&tiny);
    tiny.campaign->rooms[TINY_S2].seats = 1;
    CoViolation found = co_assert_broken(&tiny, CO_R02, CO_BREACH_SEATS, 2);
    g_assert_cmpint(found.room_idx, ==, TINY_S2);
    g_assert_cmpint(found.allowed, ==, 1);
}

static void test_fm1_in_the_room_needs_workstations(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->rooms[TINY_S1].workstations = 4;
    co_assert_kept(&tiny);
    tiny.campaign->rooms[TINY_S1].workstations = 3;
    CoViolation found = co_assert_broken(&tiny, CO_R02, CO_BREACH_WORKSTATIONS, 2);
    g_assert_cmpint(found.found, ==, 4);
    g_assert_cmpint(found.allowed, ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r02/few", test_a_group_has_its_least_members);
    g_test_add_func("/check/r02/many", test_a_group_has_no_more_than_its_most_members);
    g_test_add_func("/check/r02/seats", test_a_room_seats_the_group);
    g_test_add_func("/check/r02/workstations", test_fm1_in_the_room_needs_workstations);
    return g_test_run();
}

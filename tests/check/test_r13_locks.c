/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static CoLockKind kind;
static const char *locked_group = "SG-02", *locked_person = "";

static void add_lock(CoCampaign *campaign)
{
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = locked_group;
    lock->kind = kind;
    lock->value = locked_person;
}

static void init(CoTinyCase *tiny, CoLockKind lock_kind, const char *person_id)
{
    kind = lock_kind;
    locked_person = person_id;
    co_tiny_case_init(tiny, add_lock);
    tiny->published = co_plan_copy(tiny->plan);
    co_assert_kept(tiny);
}

static void test_a_locked_date_stays(void)
{
    static const CoLockKind kinds[] = {CO_LOCK_DATE, CO_LOCK_ALL};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_auto(CoTinyCase) tiny;
        init(&tiny, kinds[i], "");
        co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-28", CO_HALF_PM);
        CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_DATE, 1);
        g_assert_cmpint(found.lock_idx, ==, 0);
        g_assert_cmpint(found.module_idx, ==, TINY_V2);
        g_assert_cmpint(found.day, ==, co_day("2024-11-28"));
        g_assert_cmpint(found.halves, ==, CO_HALF_AM);
    }
}

static void add_room(CoCampaign *campaign)
{
    add_lock(campaign);
    CoRoom room = campaign->rooms[TINY_S1];
    *co_campaign_add_room(campaign) = room;
}

static void test_a_locked_room_stays(void)
{
    g_auto(CoTinyCase) tiny;
    kind = CO_LOCK_ROOM;
    locked_person = "";
    co_tiny_case_init(&tiny, add_room);
    tiny.published = co_plan_copy(tiny.plan);
    tiny.plan->groups[TINY_SG_02].room_idx = 3;
    CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_ROOM, 1);
    g_assert_cmpint(found.room_idx, ==, TINY_S1);
}

static void test_a_locked_pair_stays(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_PAIR, "");
    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    group->trainer_idx[0] = TINY_T4;
    group->trainer_idx[1] = TINY_T3;
    co_assert_kept(&tiny);
    static const int others[][2] = {{TINY_T1, TINY_T3}, {TINY_T3, TINY_T2}, {TINY_T1, TINY_T4}};
    tiny.campaign->establishments[1].staff = -1;
    tiny.campaign->trainers[TINY_T1].max_half_days = -1;
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        group->trainer_idx[0] = others[i][0];
        group->trainer_idx[1] = others[i][1];
        co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_PAIR, 1);
    }
}

static void test_locked_members_stay_and_nobody_joins(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_MEMBERS, "");
    CoGroup *locked = &tiny.plan->groups[TINY_SG_02];
    CoGroup *other = &tiny.plan->groups[TINY_SG_01];
    tiny.campaign->establishments[2].staff = -1;
    co_tiny_drop(locked, TINY_PERSON(2, TINY_ASSISTANT));
    co_group_add_member(other, TINY_PERSON(2, TINY_ASSISTANT));
    CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_LEFT, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(2, TINY_ASSISTANT));

    co_tiny_drop(other, TINY_PERSON(2, TINY_ASSISTANT));
    co_group_add_member(locked, TINY_PERSON(2, TINY_ASSISTANT));
    co_tiny_drop(other, TINY_PERSON(2, TINY_SECRETARY));
    co_group_add_member(locked, TINY_PERSON(2, TINY_SECRETARY));
    found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_JOINED, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(2, TINY_SECRETARY));
}

/* Nobody is called twice to the same training: the lock keeps the others. */
static void test_a_locked_member_who_is_trained_since_may_leave(void)
{
    static const CoLockKind kinds[] = {CO_LOCK_MEMBERS, CO_LOCK_ALL, CO_LOCK_PERSON};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_auto(CoTinyCase) tiny;
        init(&tiny, kinds[i], kinds[i] == CO_LOCK_PERSON ? "P0009" : "");
        int person_idx = TINY_PERSON(2, TINY_ASSISTANT);
        g_assert_cmpstr(tiny.campaign->people[person_idx].id, ==, "P0009");
        co_tiny_drop(&tiny.plan->groups[TINY_SG_02], person_idx);
        co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_LEFT, 1);
        tiny.campaign->people[person_idx].already_trained = true;
        co_assert_kept(&tiny);
    }
}

static void test_a_locked_person_stays_while_others_move(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_PERSON, "P0009");
    tiny.campaign->establishments[2].staff = -1;
    CoGroup *locked = &tiny.plan->groups[TINY_SG_02];
    co_tiny_drop(locked, TINY_PERSON(3, TINY_ASSISTANT));
    co_assert_kept(&tiny);
    co_group_add_member(locked, TINY_PERSON(3, TINY_ASSISTANT));
    co_tiny_drop(locked, TINY_PERSON(2, TINY_ASSISTANT));
    CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_LEFT, 1);
    g_assert_cmpint(found.person_idx, ==, TINY_PERSON(2, TINY_ASSISTANT));
}

static void test_a_lock_on_a_person_who_was_not_there_is_idle(void)
{
    static const char *const ids[] = {"P0001", "P9999", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        g_auto(CoTinyCase) tiny;
        init(&tiny, CO_LOCK_PERSON, ids[i]);
        co_assert_kept(&tiny);
    }
}

static void test_a_locked_group_does_not_vanish(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_ROOM, "");
    g_free(tiny.plan->groups[TINY_SG_02].code);
    tiny.plan->groups[TINY_SG_02].code = g_strdup("SG-03");
    CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_GROUP, 1);
    g_assert_cmpint(found.group_idx, ==, -1);
    g_assert_cmpint(found.lock_idx, ==, 0);
}

static void test_without_a_published_plan_locks_are_idle(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_ALL, "");
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-28", CO_HALF_PM);
    co_plan_free(g_steal_pointer(&tiny.published));
    co_assert_kept(&tiny);
}

static void test_a_lock_on_a_group_never_published_is_idle(void)
{
    g_auto(CoTinyCase) tiny;
    init(&tiny, CO_LOCK_ALL, "");
    g_free(tiny.published->groups[TINY_SG_02].code);
    tiny.published->groups[TINY_SG_02].code = g_strdup("SG-09");
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-28", CO_HALF_PM);
    co_assert_kept(&tiny);
}

/* The first group, and the first person, are as good as any. */
static void test_locks_hold_on_the_first_of_all(void)
{
    g_auto(CoTinyCase) tiny;
    locked_group = "SG-01";
    init(&tiny, CO_LOCK_DATE, "");
    co_tiny_move(&tiny.plan->groups[TINY_SG_01], TINY_V2, "2024-11-27", CO_HALF_PM);
    CoViolation found = co_assert_broken(&tiny, CO_R13, CO_BREACH_LOCK_DATE, 1);
    g_assert_cmpint(found.group_idx, ==, TINY_SG_01);

    g_auto(CoTinyCase) other;
    locked_group = "ORD-01";
    init(&other, CO_LOCK_PERSON, "P0001");
    co_tiny_drop(&other.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    found = co_assert_broken(&other, CO_R13, CO_BREACH_LOCK_LEFT, 1);
    g_assert_cmpint(found.person_idx, ==, 0);
    locked_group = "SG-02";
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/r13/date", test_a_locked_date_stays);
    g_test_add_func("/check/r13/room", test_a_locked_room_stays);
    g_test_add_func("/check/r13/pair", test_a_locked_pair_stays);
    g_test_add_func("/check/r13/members", test_locked_members_stay_and_nobody_joins);
    g_test_add_func("/check/r13/locked/trained",
                    test_a_locked_member_who_is_trained_since_may_leave);
    g_test_add_func("/check/r13/person", test_a_locked_person_stays_while_others_move);
    g_test_add_func("/check/r13/person-idle", test_a_lock_on_a_person_who_was_not_there_is_idle);
    g_test_add_func("/check/r13/group", test_a_locked_group_does_not_vanish);
    g_test_add_func("/check/r13/unpublished", test_without_a_published_plan_locks_are_idle);
    g_test_add_func("/check/r13/new-group", test_a_lock_on_a_group_never_published_is_idle);
    g_test_add_func("/check/r13/first", test_locks_hold_on_the_first_of_all);
    return g_test_run();
}

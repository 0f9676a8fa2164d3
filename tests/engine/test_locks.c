/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R13: what is locked stays as published, or the problem says that it cannot. */
#include "kit.h"

static void add_lock(CoCampaign *campaign, const char *group, CoLockKind kind, const char *value)
{
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = group;
    lock->kind = kind;
    lock->value = value;
}

static CoEngineProblem *build_with(const CoCampaign *campaign, const CoPlan *published)
{
    CoBuildOptions options = {.published = published};
    return co_engine_build(campaign, &options, NULL);
}

static void test_locked_dates_are_the_published_ones(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    g_assert_cmpint(problem->grouping.n_locks, ==, 1);
    const CoGrpLock *lock = &problem->grouping.locks[0];
    const CoGrpPattern *pattern = &problem->grouping.classes[0].patterns[lock->pattern];
    g_assert_cmpint(pattern->starts[0], ==, kit_slot(1, 0));
    g_assert_cmpint(pattern->starts[1], ==, kit_slot(3, 0));
    g_assert_cmpint(pattern->lock, ==, -1); /* an ordinary one, free to others too */
    g_assert_true(lock->virtual_locked);
    g_assert_cmpint(lock->virtual_starts[0], ==, kit_slot(8, 1));
    g_assert_cmpint(lock->room, ==, -1);
    g_assert_cmpint(lock->team, ==, -1);
    g_assert_false(lock->members_locked);
    g_assert_false(problem->contradictory);
}

static void test_locked_dates_need_no_notice(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    campaign->parameters.convocation_day = KIT_MONDAY;
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    const CoGrpLock *lock = &problem->grouping.locks[0];
    g_assert_false(problem->contradictory);
    g_assert_cmpint(cls->n_patterns, ==, 10 + 1); /* two of the five days of the second week */
    g_assert_cmpint(lock->pattern, ==, 10);
    g_assert_cmpint(cls->patterns[lock->pattern].lock, ==, 0);
    g_assert_cmpint(cls->patterns[lock->pattern].starts[1], ==, kit_slot(3, 0));
    g_assert_cmpint(cls->patterns[lock->pattern].profile, ==, 0);
}

static void test_a_lock_only_pattern_may_bring_its_own_cost_profile(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    campaign->parameters.convocation_day = KIT_MONDAY;
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = "taux_km";
    rate->value_micro = 500000;
    rate->first_day = KIT_MONDAY;
    rate->last_day = KIT_MONDAY + 4;
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    g_assert_cmpint(cls->n_profiles, ==, 2);
    g_assert_cmpint(cls->patterns[10].profile, ==, 1);
    g_assert_cmpint(problem->grouping.items[0].cost[0], ==, 2 * (4608 + 2000));
    g_assert_cmpint(problem->grouping.items[0].cost[1], ==, 2 * (7200 + 2000));
}

static void assert_contradictory(CoCampaign *campaign)
{
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    g_assert_true(problem->contradictory);
}

static void test_locked_dates_on_a_closed_day_are_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = CO_CLOSURE_LOCAL;
    closure->first_day = closure->last_day = KIT_MONDAY + 3;
    assert_contradictory(campaign);
}

static void test_locked_dates_with_a_gap_no_longer_allowed_are_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    campaign->modules[1].gap_min_days = 3;
    assert_contradictory(campaign);
}

static void test_a_locked_class_on_a_closed_day_is_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    campaign->modules[2].latest = KIT_MONDAY + 7;
    assert_contradictory(campaign);
}

static void test_locked_classes_too_close_to_one_another_are_contradictory(void)
{
    for (int gap = 1; gap <= 3; gap++) {
        g_autoptr(CoCampaign) campaign = kit_begin_plannable();
        add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
        kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1)->gap_min_days = gap;
        co_campaign_finish(campaign);
        g_autoptr(CoPlan) published = kit_published();
        CoMeeting second = {3, KIT_MONDAY + 10, CO_HALF_AM}; /* two days after the first */
        co_group_add_meeting(&published->groups[0], &second);
        g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
        g_assert_true(problem->contradictory == (gap > 2));
    }
}

static void test_a_module_that_was_not_published_makes_locked_dates_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_DATE, "");
    kit_module(campaign, 0, CO_MODE_IN_PERSON, 1);
    assert_contradictory(campaign);
}

static void test_a_locked_room_is_the_published_one(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_ROOM, "");
    kit_room(campaign, "S2");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    published->groups[0].room_idx = 1;
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    g_assert_cmpint(problem->grouping.locks[0].room, ==, 1);
    g_assert_cmpint(problem->grouping.locks[0].pattern, ==, -1);
    g_assert_false(problem->grouping.locks[0].virtual_locked);
}

static void test_a_locked_room_that_became_too_small_is_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_ROOM, "");
    campaign->paths[0].min_size = 3;
    campaign->rooms[0].seats = 2;
    assert_contradictory(campaign);
}

static void test_a_locked_pair_is_the_published_one(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_PAIR, "");
    campaign->paths[0].trainers_per_group = 2;
    kit_trainer(campaign, "F3", 0);
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    published->groups[0].trainer_idx[0] = 2;
    published->groups[0].trainer_idx[1] = 1;
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    const CoGrpTeam *team = &problem->grouping.classes[0].teams[problem->grouping.locks[0].team];
    g_assert_cmpint(team->trainer[0], ==, 1);
    g_assert_cmpint(team->trainer[1], ==, 2);
}

static void test_a_locked_trainer_who_lost_the_skill_is_contradictory(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_PAIR, "");
    campaign->trainers[0].n_paths = 0;
    assert_contradictory(campaign);
}

static void test_locked_members_are_all_and_only_those_published(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_MEMBERS, "");
    campaign->people[1].already_trained = true; /* since then */
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    g_assert_true(problem->grouping.locks[0].members_locked);
    for (int i = 0; i < 6; i++) {
        int item = problem->item_of_person[i];
        if (i == 1)
            g_assert_cmpint(item, ==, -1);
        else
            g_assert_cmpint(problem->grouping.items[item].lock, ==, i < 3 ? 0 : -1);
    }
}

static void test_a_locked_person_stays_the_others_may_leave(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_PERSON, "P0002");
    add_lock(campaign, "SG-01", CO_LOCK_PERSON, "P0005"); /* was not in the group: idle */
    add_lock(campaign, "SG-01", CO_LOCK_PERSON, "P9999");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    g_assert_false(problem->grouping.locks[0].members_locked);
    for (int i = 0; i < 6; i++)
        g_assert_cmpint(problem->grouping.items[i].lock, ==, i == 1 ? 0 : -1);
}

static void test_everything_locked_is_dates_room_pair_and_members(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_ALL, "");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) problem = build_with(campaign, published);
    const CoGrpLock *lock = &problem->grouping.locks[0];
    g_assert_cmpint(lock->pattern, >=, 0);
    g_assert_true(lock->virtual_locked);
    g_assert_cmpint(lock->room, ==, 0);
    g_assert_cmpint(lock->team, ==, 0);
    g_assert_true(lock->members_locked);
}

static void test_a_lock_on_an_unknown_group_is_idle(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-07", CO_LOCK_ALL, "");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    g_autoptr(CoEngineProblem) with = build_with(campaign, published);
    g_autoptr(CoEngineProblem) without = build_with(campaign, NULL);
    g_assert_cmpint(with->grouping.n_locks, ==, 0);
    g_assert_cmpint(without->grouping.n_locks, ==, 0);
}

static void test_lifting_locks_frees_everything(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_lock(campaign, "SG-01", CO_LOCK_ALL, "");
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) published = kit_published();
    CoBuildOptions options = {.published = published, .relaxed = CO_RULE_BIT(CO_R13)};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    g_assert_cmpint(problem->grouping.n_locks, ==, 0);
    g_assert_cmpint(problem->grouping.items[0].lock, ==, -1);
}

static void test_a_standing_plan_keeps_its_groups_but_not_their_members(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = kit_published();
    CoBuildOptions options = {.standing = plan};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    g_assert_cmpint(problem->grouping.n_locks, ==, 1);
    const CoGrpLock *lock = &problem->grouping.locks[0];
    g_assert_cmpint(lock->pattern, >=, 0);
    g_assert_cmpint(lock->room, ==, 0);
    g_assert_cmpint(lock->team, ==, 0);
    g_assert_true(lock->virtual_locked);
    g_assert_false(lock->members_locked);
    g_assert_cmpint(problem->grouping.items[0].lock, ==, -1);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"dates", test_locked_dates_are_the_published_ones},
        {"notice", test_locked_dates_need_no_notice},
        {"profile", test_a_lock_only_pattern_may_bring_its_own_cost_profile},
        {"dates-closed", test_locked_dates_on_a_closed_day_are_contradictory},
        {"dates-gap", test_locked_dates_with_a_gap_no_longer_allowed_are_contradictory},
        {"class-closed", test_a_locked_class_on_a_closed_day_is_contradictory},
        {"classes-gap", test_locked_classes_too_close_to_one_another_are_contradictory},
        {"new-module", test_a_module_that_was_not_published_makes_locked_dates_contradictory},
        {"room", test_a_locked_room_is_the_published_one},
        {"room-small", test_a_locked_room_that_became_too_small_is_contradictory},
        {"pair", test_a_locked_pair_is_the_published_one},
        {"pair-unskilled", test_a_locked_trainer_who_lost_the_skill_is_contradictory},
        {"members", test_locked_members_are_all_and_only_those_published},
        {"person", test_a_locked_person_stays_the_others_may_leave},
        {"all", test_everything_locked_is_dates_room_pair_and_members},
        {"idle", test_a_lock_on_an_unknown_group_is_idle},
        {"lifted", test_lifting_locks_frees_everything},
        {"standing", test_a_standing_plan_keeps_its_groups_but_not_their_members},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/r13-locks/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit.h"
#include "planner/engine/slots.h"

/* One path of that many in-person modules of @p half_days, one person, one room, one trainer. */
static CoCampaign *begin_modules(int n_modules, int half_days)
{
    CoCampaign *campaign = kit_begin();
    kit_path(campaign, "SG", KIT_SG);
    for (int i = 0; i < n_modules; i++)
        kit_module(campaign, 0, CO_MODE_IN_PERSON, half_days);
    kit_establishment(campaign, "E1");
    kit_person(campaign, 0, KIT_SG);
    kit_room(campaign, "S1");
    kit_trainer(campaign, "F1", 0);
    return campaign;
}

static int count_patterns(CoCampaign *campaign)
{
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.n_classes, ==, 1);
    g_assert_true(problem->grouping.classes[0].patterns_complete);
    return problem->grouping.classes[0].n_patterns;
}

static void test_one_day_can_be_held_on_every_worked_day(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    g_assert_cmpint(count_patterns(campaign), ==, 10);
}

static void test_closed_wednesdays_and_holidays_take_their_days_away(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    campaign->parameters.wednesday = CO_WEDNESDAY_CLOSED;
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = CO_CLOSURE_PUBLIC_HOLIDAY;
    closure->first_day = closure->last_day = KIT_MONDAY + 7;
    g_assert_cmpint(count_patterns(campaign), ==, 7);
}

static void test_school_holidays_count_only_when_they_close(void)
{
    for (int close = 0; close < 2; close++) {
        g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
        campaign->parameters.close_holidays = close == 1;
        CoClosure *closure = co_campaign_add_closure(campaign);
        closure->kind = CO_CLOSURE_SCHOOL_HOLIDAY;
        closure->first_day = KIT_MONDAY - 10;
        closure->last_day = KIT_MONDAY + 6;
        g_assert_cmpint(count_patterns(campaign), ==, close == 1 ? 5 : 10);
    }
}

static void test_gaps_bound_the_days_between_modules(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    campaign->parameters.last_day = KIT_MONDAY + 4;
    campaign->modules[1].gap_max_days = 3;
    /* of 5 days: 4 pairs one day apart, 3 two, 2 three; Monday-Friday is too far */
    g_assert_cmpint(count_patterns(campaign), ==, 9);
}

static void test_the_gap_of_the_first_module_is_ignored(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    campaign->modules[0].gap_min_days = 30;
    g_assert_cmpint(count_patterns(campaign), ==, 10);
}

static void test_modules_never_share_a_date(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(3, 2);
    /* 10 days, 3 of them in order */
    g_assert_cmpint(count_patterns(campaign), ==, 120);
}

static void test_half_a_day_is_held_in_the_morning_unless_said(void)
{
    static const struct {
        CoMoment moment;
        int n, first_slot;
    } cases[] = {{CO_MOMENT_DEFAULT, 10, 0},
                 {CO_MOMENT_AM, 10, 0},
                 {CO_MOMENT_PM, 10, 1},
                 {CO_MOMENT_FREE, 20, 0}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CoCampaign) campaign = begin_modules(1, 1);
        campaign->modules[0].moment = cases[i].moment;
        co_campaign_finish(campaign);
        g_autoptr(CoEngineProblem) problem = kit_build(campaign);
        const CoGrpClass *cls = &problem->grouping.classes[0];
        g_assert_cmpint(cls->n_patterns, ==, cases[i].n);
        g_assert_cmpint(cls->patterns[0].starts[0], ==, cases[i].first_slot);
        g_assert_true(co_slots_test(cls->patterns[0].slots, cases[i].first_slot));
    }
}

static void test_fm1_modules_stay_inside_windows_r05(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    campaign->modules[1].fm1 = true;
    CoFm1Window *window = co_campaign_add_fm1_window(campaign);
    window->first_day = KIT_MONDAY + 7;
    window->last_day = KIT_MONDAY + 8;
    window->max_groups = 1;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    /* second module on Monday (5 days before it) or Tuesday (6 days) */
    g_assert_cmpint(cls->n_patterns, ==, 11);
    int start = cls->patterns[0].starts[1];
    g_assert_true(co_slots_test(cls->patterns[0].fm1_slots, start));
    g_assert_false(co_slots_test(cls->patterns[0].fm1_slots, cls->patterns[0].starts[0]));
    g_assert_cmpint(problem->grouping.fm1_capacity[start], ==, 1);
    g_assert_cmpint(problem->grouping.fm1_capacity[0], ==, 0);
}

static void test_nothing_is_dated_before_the_blocking_notice_r17(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    campaign->parameters.convocation_day = KIT_MONDAY - 4;
    campaign->parameters.notice_block_days = 7;
    /* from Thursday 7 on */
    g_assert_cmpint(count_patterns(campaign), ==, 7);
}

static void test_earliest_and_latest_are_kept_r04(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    campaign->modules[0].earliest = KIT_MONDAY + 1;
    campaign->modules[0].latest = KIT_MONDAY + 3;
    g_assert_cmpint(count_patterns(campaign), ==, 3);
}

static void test_dates_after_the_last_cutover_are_left_out_r04(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    campaign->parameters.last_day = KIT_MONDAY + 4;
    campaign->modules[0].before_cutover = true;
    campaign->waves[0].cutover = KIT_MONDAY + 2;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    /* first module Monday or Tuesday: 4 + 3 */
    g_assert_cmpint(cls->n_patterns, ==, 7);
    g_assert_cmpint(cls->patterns[0].deadline_slot, ==, kit_slot(0, 1));
    g_assert_cmpint(problem->grouping.items[0].cutover_slot, ==, kit_slot(2, 0));
}

static void test_the_morning_of_the_cutover_is_too_late_r04(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 1);
    campaign->modules[0].before_cutover = true;
    campaign->waves[0].cutover = KIT_MONDAY + 3;
    g_assert_cmpint(count_patterns(campaign), ==, 3);
}

static void test_a_wave_that_already_changed_over_binds_nobody(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    campaign->modules[0].before_cutover = true;
    campaign->waves[0].cutover = campaign->parameters.convocation_day;
    g_assert_cmpint(count_patterns(campaign), ==, 10);
}

static void test_days_that_no_room_can_hold_are_pruned(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    campaign->parameters.last_day = KIT_MONDAY + 3;
    kit_room(campaign, "S2");
    kit_unavailable(campaign, &campaign->rooms[0].n_spans, &campaign->rooms[0].spans,
                    "2024-11-04..2024-11-05");
    kit_unavailable(campaign, &campaign->rooms[1].n_spans, &campaign->rooms[1].spans,
                    "2024-11-06..2024-11-07");
    /* two first days in S2, two last in S1, no mixture */
    g_assert_cmpint(count_patterns(campaign), ==, 2);
}

static void test_too_many_patterns_are_sampled_evenly(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(6, 2);
    campaign->parameters.last_day = KIT_MONDAY + 83;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    /* 60 choose 6 is 50 million */
    g_assert_cmpint(cls->n_patterns, ==, CO_MAX_PATTERNS);
    g_assert_false(cls->patterns_complete);
    int with_first_day = 0, with_last_day = 0;
    for (int p = 0; p < cls->n_patterns; p++) {
        with_first_day += cls->patterns[p].starts[0] == 0;
        with_last_day += cls->patterns[p].starts[5] == kit_slot(81, 0);
    }
    /* one in ten of all has the first day, and one in ten the last */
    g_assert_cmpint(with_first_day, >, 14000);
    g_assert_cmpint(with_first_day, <, 16000);
    g_assert_cmpint(with_last_day, >, 12000);
    g_assert_cmpint(with_last_day, <, 18000);
}

static void assert_ascending(const CoGrpClass *cls)
{
    for (int p = 1; p < cls->n_patterns; p++) {
        const int *before = cls->patterns[p - 1].starts, *after = cls->patterns[p].starts;
        int k = 0;
        while (k < cls->n_in_person - 1 && before[k] == after[k])
            k++;
        g_assert_cmpint(before[k], <, after[k]);
    }
}

static void test_patterns_are_all_different_and_in_order(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(3, 2);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    assert_ascending(&problem->grouping.classes[0]);
}

static void test_patterns_beyond_counting_are_sampled_all_the_same(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(12, 2);
    campaign->parameters.last_day = KIT_MONDAY + 279;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    /* 200 choose 12 is 6e18 */
    g_assert_cmpint(cls->n_patterns, ==, CO_MAX_PATTERNS);
    assert_ascending(cls);
    g_assert_cmpint(cls->patterns[0].starts[0], ==, 0);
    g_assert_cmpint(cls->patterns[cls->n_patterns - 1].starts[0], >, kit_slot(100, 0));
}

static void test_a_path_without_in_person_module_has_one_empty_pattern(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(0, 0);
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    g_assert_cmpint(cls->n_patterns, ==, 1);
    g_assert_cmpint(cls->patterns[0].first_day, ==, -1);
    g_assert_cmpint(cls->n_rooms, ==, 0);
    g_assert_cmpint(cls->n_virtual, ==, 1);
}

/* A second academy with the same calendar: same path, person, room, trainer. */
static void add_academy(CoCampaign *campaign)
{
    co_campaign_add_academy(campaign)->name = "A";
    co_campaign_add_academy(campaign)->name = "B";
    campaign->establishments[0].academy_idx = 0;
    campaign->rooms[0].academy_idx = 0;
    campaign->trainers[0].academy_idx = 0;
    kit_establishment(campaign, "E2")->academy_idx = 1;
    kit_person(campaign, 1, KIT_SG);
    kit_room(campaign, "S2")->academy_idx = 1;
    kit_trainer(campaign, "F2", 0)->academy_idx = 1;
}

static void test_academies_of_one_calendar_share_their_patterns(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    add_academy(campaign);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.n_classes, ==, 2);
    g_assert_true(problem->grouping.classes[0].patterns == problem->grouping.classes[1].patterns);
}

static void test_academies_of_different_calendars_do_not(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    add_academy(campaign);
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = CO_CLOSURE_LOCAL;
    closure->first_day = closure->last_day = KIT_MONDAY;
    closure->academy_idx = 1;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.classes[0].n_patterns, ==, 10);
    g_assert_cmpint(problem->grouping.classes[1].n_patterns, ==, 9);
}

static void test_virtual_classes_start_where_the_calendar_allows(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(1, 2);
    CoModule *half = kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1);
    half->moment = CO_MOMENT_PM;
    half->latest = KIT_MONDAY + 1;
    CoModule *whole = kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 2);
    whole->gap_min_days = 2;
    whole->gap_max_days = 4;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    g_assert_cmpint(cls->n_virtual, ==, 2);
    const CoGrpVirtual *first = &cls->virtuals[0], *second = &cls->virtuals[1];
    g_assert_cmpuint(first->starts[0], ==, (1u << 1) | (1u << 3));
    g_assert_cmpint(first->n_slots, ==, 1);
    g_assert_cmpint(second->n_slots, ==, 2);
    g_assert_true(co_slots_test(second->starts, 0));
    g_assert_false(co_slots_test(second->starts, 1));
    g_assert_false(co_slots_test(second->starts, kit_slot(5, 0)));
    g_assert_cmpint(second->gap_min, ==, 2);
    g_assert_cmpint(second->gap_max, ==, 4);
}

static void test_relaxed_dates_keep_the_order_and_the_calendar(void)
{
    g_autoptr(CoCampaign) campaign = begin_modules(2, 2);
    campaign->parameters.last_day = KIT_MONDAY + 4;
    campaign->modules[0].latest = KIT_MONDAY;
    campaign->modules[1].gap_max_days = 1;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) strict = kit_build(campaign);
    g_autoptr(CoEngineProblem) relaxed = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R04));
    g_assert_cmpint(strict->grouping.classes[0].n_patterns, ==, 1);
    g_assert_cmpint(relaxed->grouping.classes[0].n_patterns, ==, 10);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/patterns/one-day", test_one_day_can_be_held_on_every_worked_day);
    g_test_add_func("/patterns/closed-days",
                    test_closed_wednesdays_and_holidays_take_their_days_away);
    g_test_add_func("/patterns/school-holidays", test_school_holidays_count_only_when_they_close);
    g_test_add_func("/patterns/gaps", test_gaps_bound_the_days_between_modules);
    g_test_add_func("/patterns/first-gap", test_the_gap_of_the_first_module_is_ignored);
    g_test_add_func("/patterns/different-dates", test_modules_never_share_a_date);
    g_test_add_func("/patterns/moment", test_half_a_day_is_held_in_the_morning_unless_said);
    g_test_add_func("/patterns/fm1", test_fm1_modules_stay_inside_windows_r05);
    g_test_add_func("/patterns/notice", test_nothing_is_dated_before_the_blocking_notice_r17);
    g_test_add_func("/patterns/window", test_earliest_and_latest_are_kept_r04);
    g_test_add_func("/patterns/cutover", test_dates_after_the_last_cutover_are_left_out_r04);
    g_test_add_func("/patterns/cutover-day", test_the_morning_of_the_cutover_is_too_late_r04);
    g_test_add_func("/patterns/past-cutover", test_a_wave_that_already_changed_over_binds_nobody);
    g_test_add_func("/patterns/rooms", test_days_that_no_room_can_hold_are_pruned);
    g_test_add_func("/patterns/sample", test_too_many_patterns_are_sampled_evenly);
    g_test_add_func("/patterns/beyond-counting",
                    test_patterns_beyond_counting_are_sampled_all_the_same);
    g_test_add_func("/patterns/order", test_patterns_are_all_different_and_in_order);
    g_test_add_func("/patterns/none", test_a_path_without_in_person_module_has_one_empty_pattern);
    g_test_add_func("/patterns/shared", test_academies_of_one_calendar_share_their_patterns);
    g_test_add_func("/patterns/not-shared", test_academies_of_different_calendars_do_not);
    g_test_add_func("/patterns/virtual", test_virtual_classes_start_where_the_calendar_allows);
    g_test_add_func("/patterns/relaxed", test_relaxed_dates_keep_the_order_and_the_calendar);
    return g_test_run();
}

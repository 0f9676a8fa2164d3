/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why somebody is in no group: the rules that close each group, and the change that would help. */
#include "planner/engine/reasons.h"
#include "cohorte/engine.h"
#include "kit.h"

/* ---- the rules that close a group ---- */

/* Person 3 of the campaign wants into the published SG-01 (persons 0 to 2, F1, S1; Tuesday and
 * Thursday, and the afternoon of Tuesday 12). */
static CoRuleSet closing_rules(CoCampaign *campaign)
{
    co_campaign_finish(campaign);
    g_autoptr(CoPlan) plan = kit_published();
    CoBuildOptions options = {.published = plan};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    g_autoptr(CoOccupancy) occupancy = co_occupancy_new(problem, plan);
    return co_blocking_rules(occupancy, problem->item_of_person[3], 0);
}

static void assert_closed_by(CoCampaign *campaign, CoRule rule)
{
    g_assert_cmpuint(closing_rules(campaign), ==, CO_RULE_BIT(rule));
}

static void make_unavailable(CoCampaign *campaign, int person_idx, const char *when)
{
    CoPerson *person = &campaign->people[person_idx];
    kit_unavailable(campaign, &person->n_spans, &person->spans, when);
}

static void test_an_open_group_is_closed_by_no_rule(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_assert_cmpuint(closing_rules(campaign), ==, 0);
}

static void test_a_webinar_on_the_same_day_closes_it_r01(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_module(campaign, 0, CO_MODE_WEBINAR, 1)->earliest = KIT_MONDAY + 3;
    assert_closed_by(campaign, CO_R01);
}

static void test_teaching_it_closes_it_r01(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_same_human(campaign, 3, 0);
    assert_closed_by(campaign, CO_R01);
}

static void test_a_full_room_closes_it_r02(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].workstations = 3;
    assert_closed_by(campaign, CO_R02);
}

static void test_an_absence_closes_it_r03(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    make_unavailable(campaign, 3, "jeudi-pm");
    assert_closed_by(campaign, CO_R03);
}

static void test_a_missed_class_closes_it_beyond_the_allowance_r03(void)
{
    for (int allowed = 0; allowed < 3; allowed++) {
        g_autoptr(CoCampaign) campaign = kit_begin_plannable();
        campaign->parameters.class_absentees = allowed;
        make_unavailable(campaign, 0, "2024-11-12-pm");
        make_unavailable(campaign, 3, "2024-11-12-pm");
        g_assert_cmpuint(closing_rules(campaign), ==, allowed < 2 ? CO_RULE_BIT(CO_R03) : 0);
    }
}

static void test_an_earlier_cutover_closes_it_r04(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->modules[1].before_cutover = true;
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = "V2";
    wave->cutover = KIT_MONDAY + 3;
    campaign->establishments[3].wave_idx = 1;
    assert_closed_by(campaign, CO_R04);
}

static void test_a_colleague_in_the_group_closes_it_r08(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->people[3].establishment_idx = 0;
    campaign->establishments[0].staff = 2;
    assert_closed_by(campaign, CO_R08);
}

static void test_the_head_in_the_group_closes_it_to_the_secretary_r09(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    int roles[] = {KIT_SG, KIT_ORD}, head = KIT_ORD;
    campaign->paths[0].n_roles = 2;
    campaign->paths[0].role_idx = co_campaign_array(campaign, roles, 2, sizeof(int));
    campaign->people[0].role_idx = co_campaign_array(campaign, &head, 1, sizeof(int));
    campaign->people[3].establishment_idx = 0;
    assert_closed_by(campaign, CO_R09);
}

static void test_a_forbidden_milestone_closes_it_r10(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->first_day = milestone->last_day = KIT_MONDAY + 1;
    milestone->forbidden = true;
    assert_closed_by(campaign, CO_R10);
}

static void test_a_whole_establishment_needs_all_its_seats_r12(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.group_by_establishment = true;
    campaign->people[4].establishment_idx = 3;
    campaign->rooms[0].workstations = 4;
    assert_closed_by(campaign, CO_R12);
}

static void test_locked_members_close_it_r13(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = "SG-01";
    lock->kind = CO_LOCK_MEMBERS;
    assert_closed_by(campaign, CO_R13);
}

static void test_a_room_without_access_closes_it_r18(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->people[3].needs_access = true;
    campaign->rooms[0].accessible = false;
    assert_closed_by(campaign, CO_R18);
}

/* ---- the change that would help ---- */

static CoPlan *plan_of(CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 3000;
    co_campaign_finish(campaign);
    CoPlan *plan = co_engine_plan(campaign, &options, &error);
    g_assert_no_error(error);
    return plan;
}

static void assert_all_unplaced_for(CoCampaign *campaign, int n, CoRule rule, CoRemedy remedy)
{
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(plan->n_unplaced, ==, n);
    for (int i = 0; i < n; i++) {
        g_assert_cmpstr(co_rule_id(plan->unplaced[i].main_rule), ==, co_rule_id(rule));
        g_assert_cmpint(plan->unplaced[i].remedy, ==, remedy);
        g_assert_true((plan->unplaced[i].rules & CO_RULE_BIT(rule)) != 0);
    }
}

static void test_the_person_who_is_never_free_is_told_so(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    make_unavailable(campaign, 3, "mardi");
    make_unavailable(campaign, 3, "2024-11-01..2024-11-30");
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(plan->n_unplaced, ==, 1);
    const CoUnplaced *unplaced = &plan->unplaced[0];
    g_assert_cmpint(unplaced->person_idx, ==, 3);
    g_assert_cmpint(unplaced->main_rule, ==, CO_R03);
    g_assert_cmpint(unplaced->remedy, ==, CO_REMEDY_FREE_PERSON);
    g_assert_cmpuint(unplaced->rules, ==, CO_RULE_BIT(CO_R03));
    g_assert_cmpint(unplaced->group_idx, ==, 0); /* absence alone closes that group */
}

static void test_no_accessible_room_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->people[3].needs_access = true;
    campaign->rooms[0].accessible = false;
    assert_all_unplaced_for(campaign, 1, CO_R18, CO_REMEDY_ADD_ROOM);
}

static void test_one_seat_too_few_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].workstations = 5;
    campaign->paths[0].min_size = 4; /* six are no two groups */
    assert_all_unplaced_for(campaign, 1, CO_R02, CO_REMEDY_RAISE_SEATS);
}

static void test_too_few_groups_allowed_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].workstations = 3;
    campaign->paths[0].max_groups = 1;
    assert_all_unplaced_for(campaign, 3, CO_R11, CO_REMEDY_ADD_GROUP);
}

static void test_too_few_persons_for_a_group_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->paths[0].min_size = 7;
    assert_all_unplaced_for(campaign, 6, CO_R02, CO_REMEDY_LOWER_MINIMUM);
}

static void test_exhausted_trainers_are_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->trainers[0].max_half_days = campaign->trainers[1].max_half_days = 4;
    assert_all_unplaced_for(campaign, 6, CO_R07, CO_REMEDY_ADD_TRAINER);
}

static void test_a_horizon_inside_the_notice_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.convocation_day = KIT_MONDAY + 5;
    assert_all_unplaced_for(campaign, 6, CO_R17, CO_REMEDY_ADD_DATES);
}

static void test_a_window_that_ends_too_early_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->modules[0].latest = KIT_MONDAY - 1;
    assert_all_unplaced_for(campaign, 6, CO_R04, CO_REMEDY_ADD_DATES);
}

static void test_closed_fm1_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->n_fm1_windows = 0;
    assert_all_unplaced_for(campaign, 6, CO_R05, CO_REMEDY_OPEN_FM1);
}

static void test_two_persons_may_have_two_reasons(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    make_unavailable(campaign, 2, "2024-11-01..2024-11-30");
    campaign->people[3].needs_access = true;
    campaign->rooms[0].accessible = false;
    g_autoptr(CoPlan) plan = plan_of(campaign);
    g_assert_cmpint(plan->n_unplaced, ==, 2);
    g_assert_cmpint(plan->unplaced[0].main_rule, ==, CO_R03);
    g_assert_cmpint(plan->unplaced[1].main_rule, ==, CO_R18);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"closed/none", test_an_open_group_is_closed_by_no_rule},
        {"closed/r01-webinar", test_a_webinar_on_the_same_day_closes_it_r01},
        {"closed/r01-teaching", test_teaching_it_closes_it_r01},
        {"closed/r02", test_a_full_room_closes_it_r02},
        {"closed/r03", test_an_absence_closes_it_r03},
        {"closed/r03-class", test_a_missed_class_closes_it_beyond_the_allowance_r03},
        {"closed/r04", test_an_earlier_cutover_closes_it_r04},
        {"closed/r08", test_a_colleague_in_the_group_closes_it_r08},
        {"closed/r09", test_the_head_in_the_group_closes_it_to_the_secretary_r09},
        {"closed/r10", test_a_forbidden_milestone_closes_it_r10},
        {"closed/r12", test_a_whole_establishment_needs_all_its_seats_r12},
        {"closed/r13", test_locked_members_close_it_r13},
        {"closed/r18", test_a_room_without_access_closes_it_r18},
        {"told/person", test_the_person_who_is_never_free_is_told_so},
        {"told/access", test_no_accessible_room_is_told},
        {"told/seats", test_one_seat_too_few_is_told},
        {"told/groups", test_too_few_groups_allowed_is_told},
        {"told/minimum", test_too_few_persons_for_a_group_is_told},
        {"told/trainers", test_exhausted_trainers_are_told},
        {"told/notice", test_a_horizon_inside_the_notice_is_told},
        {"told/window", test_a_window_that_ends_too_early_is_told},
        {"told/fm1", test_closed_fm1_is_told},
        {"told/two", test_two_persons_may_have_two_reasons},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/reasons/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

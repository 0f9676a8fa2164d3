/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static CoCheckReport *report_of(const CoTinyCase *tiny)
{
    return co_check_plan(tiny->campaign, tiny->plan, NULL);
}

static void test_the_tiny_plan_keeps_every_rule_and_costs_what_was_reckoned(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    co_assert_kept(&tiny);
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->trainer_time_cents, ==, 312000);
    g_assert_cmpint(report->mileage_cents, ==, 38464);
    g_assert_cmpint(report->meal_cents, ==, 18000);
    g_assert_cmpint(report->cost_cents, ==, TINY_COST);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT);
    g_assert_cmpint(report->unplaced_weight, ==, TINY_UNPLACED);
    g_assert_cmpint(report->n_placed, ==, 12);
    g_assert_true(report->tiers_agree);
    g_assert_true(report->unplaced_agree);
}

static void test_a_tier_stated_wrongly_does_not_agree(void)
{
    for (int i = 0; i < 3; i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        tiny.plan->tiers[i].value++;
        g_autoptr(CoCheckReport) report = report_of(&tiny);
        g_assert_false(report->tiers_agree);
        g_assert_cmpint(report->n_violations, ==, 0);
    }
}

static void test_the_list_of_unplaced_must_be_the_truth(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoUnplaced *extra = co_plan_add_unplaced(tiny.plan);

    extra->person_idx = TINY_ELSEWHERE;
    g_autoptr(CoCheckReport) twice = report_of(&tiny);
    g_assert_false(twice->unplaced_agree);

    tiny.plan->unplaced[1].person_idx = TINY_PERSON(0, TINY_HEAD);
    g_autoptr(CoCheckReport) placed_too = report_of(&tiny);
    g_assert_false(placed_too->unplaced_agree);

    tiny.plan->unplaced[1].person_idx = TINY_TRAINED;
    g_autoptr(CoCheckReport) not_planned = report_of(&tiny);
    g_assert_false(not_planned->unplaced_agree);

    tiny.plan->unplaced[1].person_idx = TINY_N_PEOPLE;
    g_autoptr(CoCheckReport) unknown = report_of(&tiny);
    g_assert_false(unknown->unplaced_agree);

    tiny.plan->unplaced[1].person_idx = TINY_PERSON(0, TINY_HEAD);
    co_tiny_drop(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    g_autoptr(CoCheckReport) both = report_of(&tiny);
    g_assert_true(both->unplaced_agree);
    g_assert_cmpint(both->unplaced_weight, ==, TINY_UNPLACED + 1);

    co_group_add_member(&tiny.plan->groups[TINY_ORD_01], TINY_PERSON(0, TINY_HEAD));
    tiny.plan->n_unplaced = 0;
    g_autoptr(CoCheckReport) forgotten = report_of(&tiny);
    g_assert_false(forgotten->unplaced_agree);
    g_assert_cmpint(forgotten->unplaced_weight, ==, TINY_UNPLACED);
    g_assert_true(forgotten->tiers_agree);
}

/* The heads only have something to read: they need no group, and no one is missing. */
static void test_a_path_without_meetings_leaves_nobody_unplaced(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->modules[TINY_O1].mode = CO_MODE_SELF_STUDY;
    tiny.campaign->paths[TINY_PATH_ORD].min_groups = 2;
    CoPlan whole = *tiny.plan;
    tiny.plan->n_groups = 2;
    co_assert_kept(&tiny);
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->unplaced_weight, ==, TINY_UNPLACED);
    g_assert_true(report->unplaced_agree);
    tiny.plan->n_groups = whole.n_groups;
}

/* Nothing is known of where a member comes from: no kilometre, but a meal. */
static void test_a_member_from_nowhere_is_judged_all_the_same(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->people[TINY_PERSON(0, TINY_SECRETARY)].establishment_idx = -1;
    tiny.campaign->people[TINY_PERSON(0, TINY_HEAD)].establishment_idx = -1;
    tiny.campaign->parameters.group_by_establishment = true;
    tiny.campaign->parameters.max_trip_km = 100;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->meal_cents, ==, 18000 + 2 * 1000);
    g_assert_cmpint(report->mileage_cents, ==, 38464 - 896);
}

static void test_a_trainer_rate_that_is_not_set_counts_nothing(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.trainer_rate_cents = -1;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->trainer_time_cents, ==, 0);
    g_assert_cmpint(report->cost_cents, ==, 38464 + 18000);
}

static void add_colleague(CoCampaign *campaign)
{
    int role_idx = TINY_ROLE_SECRETARY;
    CoPerson *person = co_campaign_add_person(campaign);
    person->establishment_idx = 2;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof(int));
    person->named = true;
}

/* Two of establishment 2 (29 km) and two of the others in SG-01; k = 2 shares one car. */
static void test_members_of_one_establishment_share_cars_and_eat_alone(void)
{
    static const struct {
        int seats;
        int64_t mileages;
    } cases[] = {{0, 2}, {1, 2}, {2, 1}, {3, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, add_colleague);
        co_group_add_member(&tiny.plan->groups[TINY_SG_01], TINY_N_PEOPLE);
        tiny.campaign->parameters.car_seats = cases[i].seats;
        g_autoptr(CoCheckReport) report = report_of(&tiny);
        g_assert_cmpint(report->n_violations, ==, 0);
        g_assert_cmpint(report->mileage_cents, ==, 38464 + 2 * (cases[i].mileages - 1) * 1856);
        g_assert_cmpint(report->meal_cents, ==, 18000 + 2 * 1000);
    }
}

/* T1 and T2 stand at establishments 0 and 1 like two members: their mileage is their own. */
static void test_trainers_do_not_share_cars(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.car_seats = 4;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->mileage_cents, ==, 38464);
}

static void test_wednesdays_count_only_when_they_are_avoided(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->parameters.wednesday = CO_WEDNESDAY_OPEN;
    g_autoptr(CoCheckReport) open = report_of(&tiny);
    g_assert_cmpint(open->comfort_points, ==, TINY_COMFORT - 10);

    /* A virtual class on a Wednesday disturbs nobody. */
    tiny.campaign->parameters.wednesday = CO_WEDNESDAY_AVOIDED;
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_V2, "2024-11-27", CO_HALF_AM);
    g_autoptr(CoCheckReport) remote = report_of(&tiny);
    g_assert_cmpint(remote->comfort_points, ==, TINY_COMFORT);

    /* A date counts once for a group, however often it meets. */
    co_tiny_move(&tiny.plan->groups[TINY_SG_02], TINY_P1, "2024-11-20", CO_HALF_BOTH);
    g_autoptr(CoCheckReport) twice = report_of(&tiny);
    g_assert_cmpint(twice->comfort_points, ==, TINY_COMFORT);
}

static void test_sizes_count_their_distance_to_the_target(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->paths[TINY_PATH_GEST].target_size = 5;
    tiny.campaign->paths[TINY_PATH_ORD].target_size = 1;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT - 2 + 4);
}

static void teach_gest_too(CoCampaign *campaign)
{
    int path_idx = TINY_PATH_GEST;
    campaign->trainers[TINY_T5].n_paths = 1;
    campaign->trainers[TINY_T5].path_idx = co_campaign_array(campaign, &path_idx, 1, sizeof(int));
    campaign->trainers[TINY_T3].role_idx = TINY_ROLE_HEAD;
    campaign->trainers[TINY_T1].max_half_days = -1;
}

static void add_idle_path(CoCampaign *campaign)
{
    co_campaign_add_path(campaign)->code = "VIDE";
}

static void test_a_path_that_nobody_teaches_has_no_spread(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_idle_path);
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT);
}

/* T1 takes the place of T3: T1 teaches 12 half-days of GEST, T2 and T4 6 each. */
static void test_the_spread_is_over_those_who_teach_the_path(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, teach_gest_too);
    tiny.plan->groups[TINY_SG_02].trainer_idx[0] = TINY_T1;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT + 2 * 6);
}

/* Establishment 1 (limit 2): secretary and T2 away in the week of 12 November; its assistant and
 * T4, now posted there, in the next. */
static void test_an_office_at_its_limit_two_weeks_running_costs_points(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->trainers[TINY_T4].establishment_idx = 1;
    g_autoptr(CoCheckReport) running = report_of(&tiny);
    g_assert_cmpint(running->n_violations, ==, 0);
    g_assert_cmpint(running->comfort_points, ==, TINY_COMFORT + 5);

    CoGroup *group = &tiny.plan->groups[TINY_SG_02];
    co_tiny_move(group, TINY_P1, "2024-11-25", CO_HALF_BOTH);
    co_tiny_move(group, TINY_P2, "2024-11-27", CO_HALF_BOTH);
    g_autoptr(CoCheckReport) apart = report_of(&tiny);
    g_assert_cmpint(apart->comfort_points, ==, TINY_COMFORT);
}

static void test_an_office_with_a_limit_of_one_has_no_weeks(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    /* Establishment 0: its secretary one week, its assistant the next, limit 1. */
    tiny.campaign->establishments[0].staff = 2;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT);
}

static void test_a_milestone_without_roles_is_for_everybody_once_a_date(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->milestones[TINY_VOTE].n_roles = 0;
    /* Dates inside: SG-01 twice, SG-02 four times, ORD-02 once. */
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, 10 + 2 + 3 * (4 * 2 + 4 * 4 + 2));
}

static void test_a_milestone_of_another_academy_counts_nothing(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->milestones[TINY_VOTE].academy_idx = 1;
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT - 24);
    tiny.campaign->milestones[TINY_VOTE].academy_idx = 0;
    g_autoptr(CoCheckReport) own = report_of(&tiny);
    g_assert_cmpint(own->comfort_points, ==, TINY_COMFORT);
    tiny.plan->groups[TINY_SG_01].academy_idx = 1;
    g_autoptr(CoCheckReport) other = report_of(&tiny);
    g_assert_cmpint(other->comfort_points, ==, TINY_COMFORT - 24);
}

static void add_absence(CoCampaign *campaign)
{
    CoSpan span = {co_day("2024-11-19"), co_day("2024-11-19"), 0, CO_HALF_AM};
    CoPerson *person = &campaign->people[TINY_PERSON(0, TINY_SECRETARY)];
    person->n_spans = 1;
    person->spans = co_campaign_array(campaign, &span, 1, sizeof(CoSpan));
    campaign->parameters.class_absentees = 1;
}

static void test_a_missed_class_costs_points(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_absence);
    g_autoptr(CoCheckReport) report = report_of(&tiny);
    g_assert_cmpint(report->n_violations, ==, 0);
    g_assert_cmpint(report->comfort_points, ==, TINY_COMFORT + 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/tiers/tiny",
                    test_the_tiny_plan_keeps_every_rule_and_costs_what_was_reckoned);
    g_test_add_func("/check/tiers/agree", test_a_tier_stated_wrongly_does_not_agree);
    g_test_add_func("/check/tiers/unplaced", test_the_list_of_unplaced_must_be_the_truth);
    g_test_add_func("/check/tiers/no-meetings",
                    test_a_path_without_meetings_leaves_nobody_unplaced);
    g_test_add_func("/check/tiers/nowhere", test_a_member_from_nowhere_is_judged_all_the_same);
    g_test_add_func("/check/tiers/no-rate", test_a_trainer_rate_that_is_not_set_counts_nothing);
    g_test_add_func("/check/tiers/car-sharing",
                    test_members_of_one_establishment_share_cars_and_eat_alone);
    g_test_add_func("/check/tiers/car-sharing-trainers", test_trainers_do_not_share_cars);
    g_test_add_func("/check/tiers/wednesday", test_wednesdays_count_only_when_they_are_avoided);
    g_test_add_func("/check/tiers/size", test_sizes_count_their_distance_to_the_target);
    g_test_add_func("/check/tiers/spread", test_the_spread_is_over_those_who_teach_the_path);
    g_test_add_func("/check/tiers/spread-none", test_a_path_that_nobody_teaches_has_no_spread);
    g_test_add_func("/check/tiers/weeks",
                    test_an_office_at_its_limit_two_weeks_running_costs_points);
    g_test_add_func("/check/tiers/weeks-limit", test_an_office_with_a_limit_of_one_has_no_weeks);
    g_test_add_func("/check/tiers/milestone",
                    test_a_milestone_without_roles_is_for_everybody_once_a_date);
    g_test_add_func("/check/tiers/milestone-academy",
                    test_a_milestone_of_another_academy_counts_nothing);
    g_test_add_func("/check/tiers/missed", test_a_missed_class_costs_points);
    return g_test_run();
}

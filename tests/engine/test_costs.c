/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit.h"
#include "planner/engine/rule_models.h"

/* Half a degree of latitude is 55.5975 km of great circle: 72 km by road, 46.08 euros there and
 * back. */
#define MILEAGE 4608
#define MEAL 2000
#define CANTEEN 1000

/* Path of @p n_modules days, one person in one establishment that stands in the same commune as
 * room S1; one trainer. */
static CoCampaign *begin_days(int n_modules)
{
    CoCampaign *campaign = kit_begin();
    kit_path(campaign, "SG", KIT_SG);
    for (int i = 0; i < n_modules; i++)
        kit_module(campaign, 0, CO_MODE_IN_PERSON, 2);
    kit_establishment(campaign, "E1");
    kit_person(campaign, 0, KIT_SG);
    kit_room(campaign, "S1");
    kit_trainer(campaign, "F1", 0);
    return campaign;
}

static int64_t cost_of_first_item(CoCampaign *campaign)
{
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    return problem->grouping.items[0].cost[0];
}

static void test_nothing_is_paid_in_the_same_commune(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    g_assert_cmpint(cost_of_first_item(campaign), ==, 0);
}

static void test_a_day_elsewhere_costs_mileage_and_a_meal(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    g_assert_cmpint(cost_of_first_item(campaign), ==, MILEAGE + MEAL);
}

static void test_a_canteen_makes_the_meal_cheaper(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    campaign->rooms[0].canteen = true;
    g_assert_cmpint(cost_of_first_item(campaign), ==, MILEAGE + CANTEEN);
}

static void test_half_a_day_has_no_meal(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    campaign->modules[0].half_days = 1;
    g_assert_cmpint(cost_of_first_item(campaign), ==, MILEAGE);
}

static void test_every_in_person_day_is_paid_and_no_virtual_class(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(3);
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 2);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    g_assert_cmpint(cost_of_first_item(campaign), ==, 3 * (MILEAGE + MEAL));
}

static void test_the_distance_table_replaces_the_estimate(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = "E1";
    distance->room_idx = 0;
    distance->km_milli = 12345;
    /* 200 x 12.345 x 0.32 = 790.08 cents */
    g_assert_cmpint(cost_of_first_item(campaign), ==, 790 + MEAL);
}

static void test_of_two_rows_for_one_trip_the_first_stands(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    for (int i = 0; i < 2; i++) {
        CoDistance *distance = co_campaign_add_distance(campaign);
        distance->uai = "E1";
        distance->room_idx = 0;
        distance->km_milli = i == 0 ? 10000 : 20000;
    }
    g_assert_cmpint(cost_of_first_item(campaign), ==, 640 + MEAL);
}

static void test_mileage_is_rounded_half_away(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    campaign->parameters.km_rate_micro = 312500; /* 200 x 0.1 x 0.3125 = 6.25; x 0.2: 12.5 */
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = "E1";
    distance->room_idx = 0;
    distance->km_milli = 200;
    g_assert_cmpint(cost_of_first_item(campaign), ==, 13 + MEAL);
}

static void test_a_place_that_is_not_located_is_no_distance_away(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    campaign->rooms[0].place.located = false;
    g_assert_cmpint(cost_of_first_item(campaign), ==, MEAL);
}

static void add_rate(CoCampaign *campaign, const char *code, int64_t micro, CoDay from)
{
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = co_campaign_text(campaign, code);
    rate->value_micro = micro;
    rate->first_day = from;
    rate->last_day = CO_DAY_NONE;
}

static void test_dated_rates_make_profiles(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(2);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    add_rate(campaign, "taux_km", 640000, KIT_MONDAY + 7);
    add_rate(campaign, "repas", 17505000, KIT_MONDAY + 7);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    g_assert_cmpint(cls->n_profiles, ==, 3);
    int64_t before = MILEAGE + MEAL, after = 2 * MILEAGE + 1751;
    for (int p = 0; p < cls->n_patterns; p++) {
        const CoGrpPattern *pattern = &cls->patterns[p];
        int n_after = 0;
        for (int k = 0; k < 2; k++)
            n_after += pattern->starts[k] >= kit_slot(7, 0);
        g_assert_cmpint(problem->grouping.items[0].cost[pattern->profile], ==,
                        (2 - n_after) * before + n_after * after);
    }
}

static void test_of_rates_that_overlap_the_one_that_begins_last_stands(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    campaign->parameters.last_day = KIT_MONDAY;
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    add_rate(campaign, "repas", 15000000, KIT_MONDAY - 1);
    add_rate(campaign, "repas", 16000000, KIT_MONDAY - 9);
    g_assert_cmpint(cost_of_first_item(campaign), ==, MILEAGE + 1500);
}

static void test_other_codes_of_the_rates_change_nothing(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    add_rate(campaign, "taux_horaire_formateur", 90000000, KIT_MONDAY);
    g_assert_cmpint(cost_of_first_item(campaign), ==, MILEAGE + MEAL);
}

static void test_trainers_time_counts_every_synchronous_half_day(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(2);
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1);
    kit_module(campaign, 0, CO_MODE_SELF_STUDY, 1);
    kit_module(campaign, 0, CO_MODE_WEBINAR, 1);
    campaign->paths[0].trainers_per_group = 2;
    campaign->parameters.trainer_rate_cents = 4000;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.classes[0].n_sync_slots, ==, 5);
    g_assert_cmpint(problem->grouping.classes[0].group_cents, ==, 5 * 3 * 4000 * 2);
}

static void test_trainers_time_without_a_rate_counts_nothing(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.classes[0].group_cents, ==, 0);
}

static void test_trainers_travel_like_members(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(2);
    kit_move(&campaign->trainers[0].place, "Ailleurs", 0.5);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.trainers[0].cost[0][0], ==, 2 * (MILEAGE + MEAL));
}

/* Three persons of E1 and the room elsewhere. */
static CoCampaign *begin_three(int car_seats, bool whole)
{
    CoCampaign *campaign = begin_days(1);
    kit_person(campaign, 0, KIT_SG);
    kit_person(campaign, 0, KIT_SG);
    kit_move(&campaign->rooms[0].place, "Ailleurs", 0.5);
    campaign->parameters.car_seats = car_seats;
    campaign->parameters.group_by_establishment = whole;
    co_campaign_finish(campaign);
    return campaign;
}

static void test_a_whole_establishment_pays_for_each_person(void)
{
    g_autoptr(CoCampaign) campaign = begin_three(0, true);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.n_items, ==, 1);
    g_assert_cmpint(problem->grouping.items[0].cost[0], ==, 3 * (MILEAGE + MEAL));
    g_assert_null(problem->grouping.items[0].mileage);
    g_assert_cmpint(problem->grouping.items[0].cluster, ==, -1);
}

static void test_a_whole_establishment_shares_its_cars(void)
{
    g_autoptr(CoCampaign) campaign = begin_three(2, true);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.items[0].cost[0], ==, 2 * MILEAGE + 3 * MEAL);
    g_assert_cmpint(problem->grouping.items[0].mileage[0], ==, MILEAGE);
}

static void test_persons_of_one_establishment_and_path_are_one_cluster(void)
{
    g_autoptr(CoCampaign) campaign = begin_three(3, false);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_assert_cmpint(problem->grouping.n_items, ==, 3);
    for (int i = 0; i < 3; i++) {
        g_assert_cmpint(problem->grouping.items[i].cost[0], ==, MILEAGE + MEAL);
        g_assert_cmpint(problem->grouping.items[i].cluster, ==, 0);
    }
}

static void test_m_is_one_above_the_dearest_plan(void)
{
    g_autoptr(CoCampaign) campaign = begin_days(1);
    kit_person(campaign, 0, KIT_SG);
    kit_room(campaign, "S2");
    kit_move(&campaign->rooms[1].place, "Ailleurs", 0.5);
    campaign->paths[0].min_size = 2;
    campaign->parameters.trainer_rate_cents = 4000;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    /* two members and one trainer to S2, 6 hours of one group */
    g_assert_cmpint(problem->grouping.unplaced_penalty, ==, 1 + 3 * (MILEAGE + MEAL) + 24000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/costs/same-commune", test_nothing_is_paid_in_the_same_commune);
    g_test_add_func("/costs/day", test_a_day_elsewhere_costs_mileage_and_a_meal);
    g_test_add_func("/costs/canteen", test_a_canteen_makes_the_meal_cheaper);
    g_test_add_func("/costs/half-day", test_half_a_day_has_no_meal);
    g_test_add_func("/costs/days", test_every_in_person_day_is_paid_and_no_virtual_class);
    g_test_add_func("/costs/distances", test_the_distance_table_replaces_the_estimate);
    g_test_add_func("/costs/two-distances", test_of_two_rows_for_one_trip_the_first_stands);
    g_test_add_func("/costs/rounding", test_mileage_is_rounded_half_away);
    g_test_add_func("/costs/unlocated", test_a_place_that_is_not_located_is_no_distance_away);
    g_test_add_func("/costs/dated-rates", test_dated_rates_make_profiles);
    g_test_add_func("/costs/overlapping-rates",
                    test_of_rates_that_overlap_the_one_that_begins_last_stands);
    g_test_add_func("/costs/other-rates", test_other_codes_of_the_rates_change_nothing);
    g_test_add_func("/costs/trainers-time", test_trainers_time_counts_every_synchronous_half_day);
    g_test_add_func("/costs/no-rate", test_trainers_time_without_a_rate_counts_nothing);
    g_test_add_func("/costs/trainers-trips", test_trainers_travel_like_members);
    g_test_add_func("/costs/whole", test_a_whole_establishment_pays_for_each_person);
    g_test_add_func("/costs/cars", test_a_whole_establishment_shares_its_cars);
    g_test_add_func("/costs/cluster", test_persons_of_one_establishment_and_path_are_one_cluster);
    g_test_add_func("/costs/m", test_m_is_one_above_the_dearest_plan);
    return g_test_run();
}

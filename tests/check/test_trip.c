/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

static const CoPlace *establishment(const CoTinyCase *tiny, int establishment_idx)
{
    return &tiny->campaign->establishments[establishment_idx].place;
}

static CoTrip trip(const CoTinyCase *tiny, int establishment_idx, int room_idx)
{
    return co_check_trip(tiny->campaign, establishment(tiny, establishment_idx), room_idx,
                         co_day("2024-11-12"), true);
}

/* A tenth of a degree of the meridian is 11.1195 km; by road 1.3 times as much. */
static void test_the_estimate_is_a_whole_number_of_kilometres(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    g_assert_cmpint(trip(&tiny, 1, TINY_S1).km, ==, 14);
    g_assert_cmpint(trip(&tiny, 2, TINY_S1).km, ==, 29);
    g_assert_cmpint(trip(&tiny, 3, TINY_S1).km, ==, 43);
    g_assert_cmpint(trip(&tiny, 3, TINY_S1).km_milli, ==, 43000);
    g_assert_cmpint(trip(&tiny, 3, TINY_S1).mileage_cents, ==, 43 * 64);
    g_assert_cmpint(trip(&tiny, 3, TINY_S1).meal_cents, ==, 1000);
    g_assert_cmpint(trip(&tiny, 3, TINY_S2).meal_cents, ==, 2000);
}

/* From Notre-Dame de Paris to the basilica of Lyon: 390.9 km as the crow flies. */
static void test_the_great_circle_is_right_off_the_meridian(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoPlace paris = *establishment(&tiny, 1);
    paris.latitude = 48.852966;
    paris.longitude = 2.349902;
    CoRoom *room = &tiny.campaign->rooms[TINY_S1];
    room->place.latitude = 45.762300;
    room->place.longitude = 4.822600;
    tiny.campaign->parameters.route_micro = 1000000;
    CoTrip found = co_check_trip(tiny.campaign, &paris, TINY_S1, co_day("2024-11-12"), false);
    g_assert_cmpint(found.km, ==, 391);
}

static void test_half_a_day_away_pays_no_meal(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoTrip found =
        co_check_trip(tiny.campaign, establishment(&tiny, 2), TINY_S1, co_day("2024-11-12"), false);
    g_assert_cmpint(found.mileage_cents, ==, 29 * 64);
    g_assert_cmpint(found.meal_cents, ==, 0);
}

static void test_the_same_commune_pays_nothing(void)
{
    static const struct {
        const char *commune, *code, *room_commune, *room_code, *department;
        bool same;
    } cases[] = {
        {"Voiron", "38563", "autre nom", "38563", "038", true},
        {"Voiron", "38563", "Voiron", "38185", "038", false},
        {"Paris 1er", "75101", "Paris 20e", "75120", "075", true},
        {"Paris 1er", "75101", "Paris", "75056", "075", true},
        {"Paris 1er", "75101", "Paris", "75121", "075", false},
        {"Lyon", "69381", "Lyon", "69123", "069", true},
        {"Lyon", "69389", "Lyon", "69390", "069", false},
        {"Marseille", "13216", "Marseille", "13055", "013", true},
        {"Marseille", "13217", "Marseille", "13055", "013", false},
        {"Ajaccio", "2A004", "Ajaccio", "2A004", "02A", true},
        {"Ajaccio", "2A004", "Bastia", "2B033", "02A", false},
        {"Ajaccio", "2A004", "Ajaccio", "2a004", "02A", true},
        {"Saint-Égrève", "", "SAINT EGREVE", "38382", "038", true},
        {"Saint-Égrève", "38382", "Saint-Egrève", "", "038", true},
        {"Saint-Égrève", "", "Saint-Égrève", "", "073", false},
        {"", "", "", "", "038", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, NULL);
        CoPlace *from = &tiny.campaign->establishments[2].place;
        CoPlace *to = &tiny.campaign->rooms[TINY_S1].place;
        from->commune = cases[i].commune;
        from->commune_code = cases[i].code;
        from->department = cases[i].department;
        to->commune = cases[i].room_commune;
        to->commune_code = cases[i].room_code;
        to->department = i == 14 ? "038" : cases[i].department;
        CoTrip found = trip(&tiny, 2, TINY_S1);
        g_assert_cmpint(found.same_commune, ==, cases[i].same);
        g_assert_cmpint(found.mileage_cents, ==, cases[i].same ? 0 : 29 * 64);
        g_assert_cmpint(found.meal_cents, ==, cases[i].same ? 0 : 1000);
        g_assert_cmpint(found.km, ==, 29);
    }
}

static void test_an_unknown_place_is_no_kilometre_away(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    tiny.campaign->establishments[3].place.located = false;
    CoTrip found = trip(&tiny, 3, TINY_S1);
    g_assert_cmpint(found.km, ==, 0);
    g_assert_cmpint(found.mileage_cents, ==, 0);
    g_assert_cmpint(found.meal_cents, ==, 1000);
}

static void add_distances(CoCampaign *campaign)
{
    static const int64_t km_milli[] = {43200, 99000};
    for (size_t i = 0; i < G_N_ELEMENTS(km_milli); i++) {
        CoDistance *row = co_campaign_add_distance(campaign);
        row->uai = campaign->establishments[3].uai;
        row->room_idx = TINY_S1;
        row->km_milli = km_milli[i];
    }
}

/* 43.2 km: 200 x 43.2 x 0.32 = 2 764.8 cents. */
static void test_the_table_of_distances_is_charged_as_typed(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_distances);
    CoTrip found = trip(&tiny, 3, TINY_S1);
    g_assert_cmpint(found.km_milli, ==, 43200);
    g_assert_cmpint(found.km, ==, 43);
    g_assert_cmpint(found.mileage_cents, ==, 2765);
    /* The plan costs the same: secretary and assistant of establishment 3, two days each. */
    g_autoptr(CoCheckReport) report = co_check_plan(tiny.campaign, tiny.plan, NULL);
    g_assert_cmpint(report->mileage_cents, ==, 38464 + 4 * (2765 - 43 * 64));
}

static void test_cents_are_rounded_half_away_from_zero(void)
{
    static const struct {
        int64_t rate_micro, cents;
    } cases[] = {
        {320000, 64}, {322500, 65}, {322499, 64}, {327499, 65}, {327500, 66}, {0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(CoTinyCase) tiny;
        co_tiny_case_init(&tiny, add_distances);
        tiny.campaign->distances[0].km_milli = 1000;
        tiny.campaign->parameters.km_rate_micro = cases[i].rate_micro;
        g_assert_cmpint(trip(&tiny, 3, TINY_S1).mileage_cents, ==, cases[i].cents);
    }
}

static void add_rate(CoCampaign *campaign, const char *code, int64_t value_micro,
                     const char *first_day, const char *last_day)
{
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = code;
    rate->value_micro = value_micro;
    rate->first_day = co_day_parse(first_day);
    rate->last_day = co_day_parse(last_day);
}

static void add_rates(CoCampaign *campaign)
{
    add_rate(campaign, "taux_km", 400000, "2024-11-13", NULL);
    add_rate(campaign, "taux_km", 500000, "2024-11-20", "2024-11-21");
    add_rate(campaign, "repas", 22505000, "2024-11-13", NULL);
    add_rate(campaign, "repas_restauration", 99000000, "2024-11-13", "2024-11-14");
    add_rate(campaign, "repas_restauration", 11000000, "2024-11-13", "2024-11-14");
    add_rate(campaign, "taux_horaire_formateur", 99000000, "2024-01-01", NULL);
}

static void test_dated_rates_hold_on_their_dates(void)
{
    static const struct {
        const char *day;
        int64_t mileage_per_km, canteen, meal;
    } cases[] = {
        {"2024-11-12", 64, 1000, 2000},  {"2024-11-13", 80, 1100, 2251},
        {"2024-11-14", 80, 1100, 2251},  {"2024-11-15", 80, 1000, 2251},
        {"2024-11-20", 100, 1000, 2251}, {"2024-11-21", 100, 1000, 2251},
        {"2024-11-22", 80, 1000, 2251},
    };
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, add_rates);
    const CoPlace *from = establishment(&tiny, 3);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        CoDay day = co_day(cases[i].day);
        CoTrip canteen = co_check_trip(tiny.campaign, from, TINY_S1, day, true);
        CoTrip none = co_check_trip(tiny.campaign, from, TINY_S2, day, true);
        g_assert_cmpint(canteen.mileage_cents, ==, 43 * cases[i].mileage_per_km);
        g_assert_cmpint(canteen.meal_cents, ==, cases[i].canteen);
        g_assert_cmpint(none.meal_cents, ==, cases[i].meal);
    }
    g_autoptr(CoCheckReport) report = co_check_plan(tiny.campaign, tiny.plan, NULL);
    g_assert_cmpint(report->trainer_time_cents, ==, 312000);
}

static void test_no_room_is_no_trip(void)
{
    g_auto(CoTinyCase) tiny;
    co_tiny_case_init(&tiny, NULL);
    CoTrip none = trip(&tiny, 3, -1), beyond = trip(&tiny, 3, 99);
    g_assert_cmpint(none.mileage_cents + none.meal_cents + none.km, ==, 0);
    g_assert_cmpint(beyond.mileage_cents + beyond.meal_cents + beyond.km, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/trip/estimate", test_the_estimate_is_a_whole_number_of_kilometres);
    g_test_add_func("/check/trip/great-circle", test_the_great_circle_is_right_off_the_meridian);
    g_test_add_func("/check/trip/half-day", test_half_a_day_away_pays_no_meal);
    g_test_add_func("/check/trip/same-commune", test_the_same_commune_pays_nothing);
    g_test_add_func("/check/trip/unknown", test_an_unknown_place_is_no_kilometre_away);
    g_test_add_func("/check/trip/table", test_the_table_of_distances_is_charged_as_typed);
    g_test_add_func("/check/trip/rounding", test_cents_are_rounded_half_away_from_zero);
    g_test_add_func("/check/trip/dated", test_dated_rates_hold_on_their_dates);
    g_test_add_func("/check/trip/no-room", test_no_room_is_no_trip);
    return g_test_run();
}

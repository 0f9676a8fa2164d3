/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/trip.h"

static CoPlace place_in(const char *code, const char *commune, const char *department)
{
    return (CoPlace){.commune_code = code, .commune = commune, .department = department};
}

static void test_arrondissements_are_their_city(void)
{
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {{"75104", "75120", true},  {"75056", "75101", true},  {"69381", "69389", true},
                 {"69123", "69384", true},  {"13201", "13055", true},  {"69381", "75101", false},
                 {"13216", "13001", false}, {"38185", "38186", false}, {"2A004", "2A004", true},
                 {"2a004", "2A004", true},  {"2A004", "2B004", false}, {"01004", "1004", true}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        CoPlace a = place_in(cases[i].a, "A", "1"), b = place_in(cases[i].b, "B", "2");
        g_assert_true(co_trip_same_commune(&a, &b) == cases[i].same);
        g_assert_true(co_trip_same_commune(&b, &a) == cases[i].same);
    }
}

static void test_communes_without_code_are_compared_by_name_and_department(void)
{
    CoPlace a = place_in("", "Saint-Égrève", "038"), b = place_in("38382", "saint egreve", "038");
    g_assert_true(co_trip_same_commune(&a, &b));
    b.department = "073";
    g_assert_false(co_trip_same_commune(&a, &b));
    a.commune = b.commune = "";
    b.department = a.department;
    g_assert_false(co_trip_same_commune(&a, &b));
}

static void test_communes_are_known_by_two_codes_or_two_names(void)
{
    CoPlace coded = place_in("38185", "", ""), named = place_in("", "Grenoble", "038");
    CoPlace both = place_in("38185", "Grenoble", "038"), nothing = place_in("", "", "038");
    g_assert_true(co_trip_communes_are_known(&coded, &both));
    g_assert_true(co_trip_communes_are_known(&named, &both));
    g_assert_false(co_trip_communes_are_known(&coded, &named));
    g_assert_false(co_trip_communes_are_known(&both, &nothing));
    g_assert_false(co_trip_communes_are_known(&nothing, &nothing));
}

static CoPlace at(const char *uai, double latitude)
{
    CoPlace place = co_place_unknown();
    place.uai = uai;
    place.located = true;
    place.latitude = latitude;
    place.longitude = 5.0;
    return place;
}

static void add_distance(CoCampaign *campaign, const char *uai, int64_t km_milli, int minutes)
{
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = uai;
    distance->room_idx = 0;
    distance->km_milli = km_milli;
    distance->minutes = minutes;
}

/* A room at 45 degrees north, and distances from E1. */
static CoCampaign *make_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    for (int i = 0; i < 2; i++)
        co_campaign_add_room(campaign)->place = at("", 45.0);
    add_distance(campaign, "E1", 12345, 31);
    add_distance(campaign, "E1", 99000, 99);
    return campaign;
}

static void test_the_table_of_distances_goes_first_and_its_first_row_stands(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    g_autoptr(CoTripBook) book = co_trip_book_new(campaign);
    CoPlace post = at("E1", 46.0);
    CoWay way = co_trip_way(book, &post, 0);
    g_assert_cmpint(way.source, ==, CO_WAY_TABLE);
    g_assert_cmpint((int)way.km_milli, ==, 12345);
    g_assert_cmpint(way.minutes, ==, 31);
    g_assert_cmpint(co_trip_way(book, &post, 1).source, ==, CO_WAY_ESTIMATE);
}

static void test_an_estimate_is_whole_kilometres_of_road(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    g_autoptr(CoTripBook) book = co_trip_book_new(campaign);
    CoPlace post = at("E2", 46.0);
    /* One degree of meridian is 111.195 km; times 1.3 that is 144.55. */
    CoWay way = co_trip_way(book, &post, 0);
    g_assert_cmpint(way.source, ==, CO_WAY_ESTIMATE);
    g_assert_cmpint((int)way.km_milli, ==, 145000);
    g_assert_cmpint(way.minutes, ==, 0);
    campaign->parameters.route_micro = 1000000;
    g_assert_cmpint((int)co_trip_way(book, &post, 0).km_milli, ==, 111000);
}

static void test_a_place_that_is_not_located_is_no_distance_away(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    add_distance(campaign, "", 5000, 5);
    g_autoptr(CoTripBook) book = co_trip_book_new(campaign);
    CoPlace nowhere = co_place_unknown();
    CoWay way = co_trip_way(book, &nowhere, 0);
    g_assert_cmpint(way.source, ==, CO_WAY_UNKNOWN);
    g_assert_cmpint((int)way.km_milli, ==, 0);
}

static void add_rate(CoCampaign *campaign, int64_t micro, CoDay from, CoDay to)
{
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = "repas";
    rate->value_micro = micro;
    rate->first_day = from;
    rate->last_day = to;
}

static int64_t meal_on(const CoCampaign *campaign, CoDay day)
{
    const CoRate *rate = co_trip_rate_on(campaign, "repas", day);
    return rate == NULL ? -1 : rate->value_micro;
}

static void test_of_rates_that_overlap_the_one_that_begins_last_stands(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    add_rate(campaign, 3, 200, 300);
    add_rate(campaign, 1, 100, CO_DAY_NONE);
    add_rate(campaign, 4, 250, 260);
    add_rate(campaign, 5, 250, 255);
    g_assert_cmpint((int)meal_on(campaign, 99), ==, -1);
    g_assert_cmpint((int)meal_on(campaign, 100), ==, 1);
    g_assert_cmpint((int)meal_on(campaign, 200), ==, 3);
    g_assert_cmpint((int)meal_on(campaign, 255), ==, 5);
    g_assert_cmpint((int)meal_on(campaign, 256), ==, 4);
    g_assert_cmpint((int)meal_on(campaign, 300), ==, 3);
    g_assert_cmpint((int)meal_on(campaign, 301), ==, 1);
    g_assert_null(co_trip_rate_on(campaign, "taux_km", 200));
}

static void test_halves_are_rounded_away_from_zero(void)
{
    g_assert_cmpint((int)co_trip_round(5, 10), ==, 1);
    g_assert_cmpint((int)co_trip_round(4, 10), ==, 0);
    g_assert_cmpint((int)co_trip_round(-5, 10), ==, -1);
    g_assert_cmpint((int)co_trip_round(-4, 10), ==, 0);
    g_assert_cmpint((int)co_trip_round(7, 3), ==, 2);
    g_assert_cmpint((int)co_trip_round(8, 3), ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/trip/commune/cities", test_arrondissements_are_their_city);
    g_test_add_func("/trip/commune/names",
                    test_communes_without_code_are_compared_by_name_and_department);
    g_test_add_func("/trip/commune/known", test_communes_are_known_by_two_codes_or_two_names);
    g_test_add_func("/trip/way/table",
                    test_the_table_of_distances_goes_first_and_its_first_row_stands);
    g_test_add_func("/trip/way/estimate", test_an_estimate_is_whole_kilometres_of_road);
    g_test_add_func("/trip/way/unknown", test_a_place_that_is_not_located_is_no_distance_away);
    g_test_add_func("/trip/rate/overlap",
                    test_of_rates_that_overlap_the_one_that_begins_last_stands);
    g_test_add_func("/trip/round", test_halves_are_rounded_away_from_zero);
    return g_test_run();
}

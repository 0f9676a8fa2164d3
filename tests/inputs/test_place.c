/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/identity/place.h"

#include <glib.h>

static void assert_department(const char *uai, const char *commune_code, const char *post_code,
                              const char *expected)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    CoPlace place = co_place_unknown();
    place.uai = uai;
    place.commune_code = commune_code;
    place.post_code = post_code;
    g_assert_cmpstr(co_place_department(campaign, &place), ==, expected);
}

static void test_the_department_comes_from_the_surest_source(void)
{
    assert_department("0389001C", "74010", "73000", "038");
    assert_department("", "74010", "73000", "074");
    assert_department("", "", "01000", "001");
    assert_department("", "97411", "", "974");
    assert_department("", "", "", "");
}

static void test_corsica_has_two_departments_in_every_code(void)
{
    assert_department("6200001G", "", "", "02A");
    assert_department("7200005T", "", "", "02B");
    assert_department("", "2A004", "", "02A");
    assert_department("", "2B033", "", "02B");
    assert_department("", "", "20000", "02A");
    assert_department("", "", "20167", "02A");
    assert_department("", "", "20200", "02B");
}

static void test_a_zero_eaten_by_a_spreadsheet_comes_back(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    g_assert_cmpstr(co_place_five_digits(campaign, "1000"), ==, "01000");
    g_assert_cmpstr(co_place_five_digits(campaign, "38000"), ==, "38000");
    g_assert_cmpstr(co_place_five_digits(campaign, "2A04"), ==, "2A04");
    g_assert_cmpstr(co_place_five_digits(campaign, ""), ==, "");
}

static void test_positions_must_be_on_earth(void)
{
    CoPlace place = co_place_unknown();
    g_assert_false(co_place_set_position(&place, "95", "5"));
    g_assert_false(co_place_set_position(&place, "45", "181"));
    g_assert_false(co_place_set_position(&place, "0", "0"));
    g_assert_false(co_place_set_position(&place, "", "5"));
    g_assert_false(place.located);
    g_assert_true(co_place_set_position(&place, "45,18", "5.73"));
    g_assert_true(place.located);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/place/department", test_the_department_comes_from_the_surest_source);
    g_test_add_func("/place/department/corsica", test_corsica_has_two_departments_in_every_code);
    g_test_add_func("/place/five_digits", test_a_zero_eaten_by_a_spreadsheet_comes_back);
    g_test_add_func("/place/position", test_positions_must_be_on_earth);
    return g_test_run();
}

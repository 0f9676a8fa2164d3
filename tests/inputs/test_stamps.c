/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/calendars/stamps.h"

#include <glib.h>

static void assert_day(const char *text, const char *expected)
{
    char iso[CO_DAY_ISO_SIZE];
    g_assert_cmpstr(co_day_to_iso(co_stamp_paris_day(text), iso), ==, expected);
}

static void test_utc_stamps_are_days_in_paris(void)
{
    assert_day("2024-10-18T22:00:00+00:00", "2024-10-19");
    assert_day("2024-11-03T23:00:00+00:00", "2024-11-04");
    assert_day("2024-11-03T22:00:00Z", "2024-11-03");
    assert_day("2024-12-31T23:00:00+00:00", "2025-01-01");
}

static void test_local_stamps_are_the_same_days(void)
{
    assert_day("2023-10-21T00:00:00+02:00", "2023-10-21");
    assert_day("2023-11-06T00:00:00+01:00", "2023-11-06");
    assert_day("2023-07-01T01:00:00+0200", "2023-07-01");
}

static void test_summer_time_turns_at_one_utc_on_the_last_sundays(void)
{
    /* 31 March 2024: 00:59 UTC is 01:59, 01:00 UTC is 03:00. 27 October: 00:59 UTC is 02:59. */
    assert_day("2024-03-30T22:59:00Z", "2024-03-30");
    assert_day("2024-03-30T23:00:00Z", "2024-03-31");
    assert_day("2024-03-31T21:59:00Z", "2024-03-31");
    assert_day("2024-03-31T22:00:00Z", "2024-04-01");
    assert_day("2024-10-26T22:00:00Z", "2024-10-27");
    assert_day("2024-10-27T22:00:00Z", "2024-10-27");
    assert_day("2024-10-27T23:00:00Z", "2024-10-28");
}

static void test_dates_and_times_without_an_offset(void)
{
    assert_day("2024-10-19", "2024-10-19");
    assert_day(" 19/10/2024 ", "2024-10-19");
    assert_day("19/10/2024 00:00:00", "2024-10-19");
    assert_day("18/10/2024 22:00", "2024-10-19");
    assert_day("2024-10-18 22:00:00.000", "2024-10-19");
}

static void test_what_is_no_stamp_is_no_day(void)
{
    static const char *const texts[] = {"",
                                        "2024-13-01",
                                        "2024-10-18T",
                                        "2024-10-18T25:00",
                                        "2024-10-18T22",
                                        "2024-10-18X22:00",
                                        "2024-10-18T22:00+",
                                        "2024-10-18T22:00+99:00",
                                        "2024-10-18T22:00Zulu",
                                        "18 octobre 2024",
                                        "45583"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_cmpint(co_stamp_paris_day(texts[i]), ==, CO_DAY_NONE);
}

static void test_moments_grow_with_time_in_either_form(void)
{
    int64_t early = 0, late = 0, other = 0;
    g_assert_true(co_stamp_moment("2024-09-24 09:34:48", &early));
    g_assert_true(co_stamp_moment("24/09/2024 09:34:49", &late));
    g_assert_cmpint(late - early, ==, 1);
    g_assert_true(co_stamp_moment("2024-09-24T11:34:48+02:00", &other));
    g_assert_cmpint(other, ==, early);
    g_assert_false(co_stamp_moment("hier", &other));
    g_assert_cmpint(other, ==, early);
}

static void test_serial_numbers_of_spreadsheets_are_days(void)
{
    char iso[CO_DAY_ISO_SIZE];
    g_assert_cmpstr(co_day_to_iso(co_stamp_serial_day("45618"), iso), ==, "2024-11-22");
    g_assert_cmpstr(co_day_to_iso(co_stamp_serial_day("45208,3495"), iso), ==, "2023-10-09");
    g_assert_cmpint(co_stamp_serial_day("12"), ==, CO_DAY_NONE);
    g_assert_cmpint(co_stamp_serial_day("2024"), ==, CO_DAY_NONE);
    g_assert_cmpint(co_stamp_serial_day("x"), ==, CO_DAY_NONE);
}

static void assert_hand_day(const char *text, const char *expected)
{
    char iso[CO_DAY_ISO_SIZE];
    g_assert_cmpstr(co_day_to_iso(co_stamp_hand_day(text), iso), ==, expected);
}

static void test_dates_are_read_as_hands_type_them(void)
{
    assert_hand_day("4/12/2024", "2024-12-04");
    assert_hand_day(" 4/1/24 ", "2024-01-04");
    assert_hand_day("04.12.2024", "2024-12-04");
    assert_hand_day("4-12-2024", "2024-12-04");
    assert_hand_day("04 12 2024", "2024-12-04");
    static const char *const refused[] = {"",         "4/12",       "31/11/2024", "4/13/2024",
                                          "4/12/024", "4/12.2024",  "4/12/2024x", "124/12/2024",
                                          "4//2024",  "4/12/20245", "x"};
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        assert_hand_day(refused[i], "");
}

static void test_the_edges_of_the_years_do_not_break_anything(void)
{
    assert_day("2199-12-31T12:00:00-12:00", "2200-01-01");
    assert_day("1900-01-01T00:00:00+14:00", "1899-12-31");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stamps/utc", test_utc_stamps_are_days_in_paris);
    g_test_add_func("/stamps/local", test_local_stamps_are_the_same_days);
    g_test_add_func("/stamps/summer_time", test_summer_time_turns_at_one_utc_on_the_last_sundays);
    g_test_add_func("/stamps/no_offset", test_dates_and_times_without_an_offset);
    g_test_add_func("/stamps/refused", test_what_is_no_stamp_is_no_day);
    g_test_add_func("/stamps/moment", test_moments_grow_with_time_in_either_form);
    g_test_add_func("/stamps/serial", test_serial_numbers_of_spreadsheets_are_days);
    g_test_add_func("/stamps/hand", test_dates_are_read_as_hands_type_them);
    g_test_add_func("/stamps/edges", test_the_edges_of_the_years_do_not_break_anything);
    return g_test_run();
}

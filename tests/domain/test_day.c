/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/day.h"

#include <glib.h>

static void test_every_day_of_three_centuries_comes_back_from_its_numbers(void)
{
    CoDay expected = co_day_from_ymd(1900, 1, 1);
    CoDay last = co_day_from_ymd(2199, 12, 31);
    g_assert_cmpint(last - expected, ==, 109572); /* 300 years, 73 of them leap, less one day */
    for (CoDay day = expected; day <= last; day++) {
        int year, month, day_of_month;
        co_day_to_ymd(day, &year, &month, &day_of_month);
        g_assert_cmpint(co_day_from_ymd(year, month, day_of_month), ==, day);
    }
}

static void test_every_day_comes_back_from_its_text(void)
{
    CoDay last = co_day_from_ymd(2199, 12, 31);
    for (CoDay day = co_day_from_ymd(1900, 1, 1); day <= last; day++) {
        char iso[CO_DAY_ISO_SIZE];
        g_assert_cmpint(co_day_parse(co_day_to_iso(day, iso)), ==, day);
    }
}

static void test_a_day_counts_from_the_first_of_january_of_year_one(void)
{
    g_assert_cmpint(co_day_from_ymd(2000, 1, 1), ==, 730120);
    g_assert_cmpint(co_day_from_ymd(1970, 1, 1), ==, 719163);
}

static void test_numbers_that_are_no_date_give_no_day(void)
{
    static const int no_dates[][3] = {
        {2023, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2024, 2, 30}, {2024, 4, 31},  {2024, 13, 1},
        {2024, 0, 1},  {2024, 1, 0},  {2024, 1, 32}, {2024, -1, 5}, {2024, 5, -1},  {1899, 12, 31},
        {2200, 1, 1},  {0, 1, 1},     {-4, 1, 1},    {70000, 1, 1}, {2024, 1, 257},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(no_dates); i++)
        g_assert_cmpint(co_day_from_ymd(no_dates[i][0], no_dates[i][1], no_dates[i][2]), ==,
                        CO_DAY_NONE);
    g_assert_cmpint(co_day_from_ymd(2000, 2, 29), !=, CO_DAY_NONE);
}

static void test_each_number_of_a_day_can_be_asked_alone(void)
{
    CoDay day = co_day_from_ymd(2024, 11, 29);
    int year = 0, month = 0, day_of_month = 0;
    co_day_to_ymd(day, &year, NULL, NULL);
    co_day_to_ymd(day, NULL, &month, NULL);
    co_day_to_ymd(day, NULL, NULL, &day_of_month);
    g_assert_cmpint(year, ==, 2024);
    g_assert_cmpint(month, ==, 11);
    g_assert_cmpint(day_of_month, ==, 29);
}

static void test_both_ways_of_writing_a_date_are_read(void)
{
    CoDay day = co_day_from_ymd(2024, 11, 29);
    g_assert_cmpint(co_day_parse("2024-11-29"), ==, day);
    g_assert_cmpint(co_day_parse("29/11/2024"), ==, day);
    g_assert_cmpint(co_day_parse(" \t29/11/2024\r\n"), ==, day);
    g_assert_cmpint(co_day_parse("\u00A02024-11-29\u202F\uFEFF"), ==, day);
}

static void test_anything_else_is_no_date(void)
{
    static const char *const texts[] = {
        "",
        " ",
        "2024",
        "2024-11",
        "2024-1-29",
        "24-11-29",
        "2024/11/29",
        "29-11-2024",
        "29/11/24",
        "29.11.2024",
        "29/11/2024x",
        "x29/11/2024",
        "29 /11/2024",
        "2024-11-291",
        "2024-11-29 10:00",
        "30/02/2024",
        "00/01/2024",
        "2024-13-01",
        "1899-12-31",
        "2200-01-01",
        "+024-11-29",
        "2024-11-2\xff",
        "\xff",
        "-024-01-01",
        "45625",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_cmpint(co_day_parse(texts[i]), ==, CO_DAY_NONE);
    g_assert_cmpint(co_day_parse(NULL), ==, CO_DAY_NONE);
}

static void test_no_day_is_written_as_nothing(void)
{
    char iso[CO_DAY_ISO_SIZE] = "unchanged";
    g_assert_cmpstr(co_day_to_iso(CO_DAY_NONE, iso), ==, "");
    g_assert_cmpstr(co_day_to_iso(co_day_from_ymd(2024, 1, 2), iso), ==, "2024-01-02");
}

static void test_weekdays_follow_one_another_without_a_break(void)
{
    CoDay monday = co_day_from_ymd(2024, 9, 2);
    g_assert_cmpint(co_day_weekday(monday), ==, 1);
    for (int i = -40000; i < 60000; i++) {
        g_assert_cmpint(co_day_weekday(monday + i), ==, ((i % 7) + 7) % 7 + 1);
        g_assert_cmpint(co_day_weekday(co_day_monday(monday + i)), ==, 1);
        g_assert_cmpint(co_day_monday(monday + i), <=, monday + i);
        g_assert_cmpint(monday + i - co_day_monday(monday + i), <=, 6);
    }
}

static void test_iso_weeks_around_the_ends_of_years_are_those_of_the_standard(void)
{
    static const struct {
        int year, month, day, iso_year, week;
    } cases[] = {
        {2004, 12, 31, 2004, 53}, {2005, 1, 1, 2004, 53},   {2005, 1, 2, 2004, 53},
        {2005, 12, 31, 2005, 52}, {2007, 1, 1, 2007, 1},    {2008, 12, 28, 2008, 52},
        {2008, 12, 29, 2009, 1},  {2009, 12, 31, 2009, 53}, {2010, 1, 3, 2009, 53},
        {2010, 1, 4, 2010, 1},    {2020, 12, 31, 2020, 53}, {2021, 1, 3, 2020, 53},
        {2024, 12, 30, 2025, 1},  {2026, 12, 31, 2026, 53}, {1900, 1, 1, 1900, 1},
        {2199, 12, 31, 2200, 1},  {2024, 2, 29, 2024, 9},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        CoDay day = co_day_from_ymd(cases[i].year, cases[i].month, cases[i].day);
        int iso_year = 0;
        g_assert_cmpint(co_day_iso_week(day, &iso_year), ==, cases[i].week);
        g_assert_cmpint(iso_year, ==, cases[i].iso_year);
    }
}

static void test_every_iso_week_agrees_with_another_count(void)
{
    CoDay last = co_day_from_ymd(2199, 12, 31);
    for (CoDay day = co_day_from_ymd(1900, 1, 1); day <= last; day++) {
        g_autoptr(GDate) date = g_date_new_julian((guint32)day);
        g_assert_cmpint(co_day_iso_week(day, NULL), ==, (int)g_date_get_iso8601_week_of_year(date));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/day/from_ymd/round_trip",
                    test_every_day_of_three_centuries_comes_back_from_its_numbers);
    g_test_add_func("/day/from_ymd/origin",
                    test_a_day_counts_from_the_first_of_january_of_year_one);
    g_test_add_func("/day/from_ymd/no_date", test_numbers_that_are_no_date_give_no_day);
    g_test_add_func("/day/to_ymd/alone", test_each_number_of_a_day_can_be_asked_alone);
    g_test_add_func("/day/parse/round_trip", test_every_day_comes_back_from_its_text);
    g_test_add_func("/day/parse/forms", test_both_ways_of_writing_a_date_are_read);
    g_test_add_func("/day/parse/no_date", test_anything_else_is_no_date);
    g_test_add_func("/day/to_iso/none", test_no_day_is_written_as_nothing);
    g_test_add_func("/day/weekday/run", test_weekdays_follow_one_another_without_a_break);
    g_test_add_func("/day/iso_week/ends",
                    test_iso_weeks_around_the_ends_of_years_are_those_of_the_standard);
    g_test_add_func("/day/iso_week/every_day", test_every_iso_week_agrees_with_another_count);
    return g_test_run();
}

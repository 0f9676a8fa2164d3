/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/tables/numbers.h"

#include <glib.h>

static void assert_number(const char *text, int64_t expected)
{
    int64_t micro = -1;
    g_assert_true(co_number_parse(text, &micro));
    g_assert_cmpint(micro, ==, expected);
}

static void assert_no_number(const char *text)
{
    int64_t micro = 42;
    g_assert_false(co_number_parse(text, &micro));
    g_assert_cmpint(micro, ==, 42);
}

static void test_comma_and_point_are_one(void)
{
    assert_number("1,3", 1300000);
    assert_number("1.3", 1300000);
    assert_number(" 0,32 ", 320000);
    assert_number(",5", 500000);
    assert_number("20,00", 20000000);
    assert_number("-7", -7000000);
    assert_number("+7", 7000000);
}

static void test_thousands_and_units_change_nothing(void)
{
    assert_number("1 300,5", 1300500000);
    assert_number("12\u00A0500", INT64_C(12500000000));
    assert_number("1\u202F234\u202F567", INT64_C(1234567000000));
    assert_number("20 €", 20000000);
    assert_number("0,5 %", 500000);
    assert_number("12,4km", 12400000);
}

static void test_decimals_past_the_sixth_are_rounded_away_from_zero(void)
{
    assert_number("0,1234565", 123457);
    assert_number("0,12345649", 123456);
    assert_number("-0,0000005", -1);
}

static void test_what_is_no_number_is_refused(void)
{
    static const char *const texts[] = {
        "",    " ",        "abc", "1,2,3", "1 2", "1e5", "0x10", "--",
        "12a", "12 500 0", "€",   ",",     "nan", "inf", "1-",   "10000000000000000000"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_no_number(texts[i]);
}

static void test_whole_numbers_have_no_decimals(void)
{
    int64_t value = 0;
    g_assert_true(co_number_parse_whole("12,0", &value));
    g_assert_cmpint(value, ==, 12);
    g_assert_false(co_number_parse_whole("12,5", &value));
    g_assert_cmpint(value, ==, 12);
}

static void test_degrees_are_read_with_comma_or_point(void)
{
    double degrees = 0;
    g_assert_true(co_number_parse_degrees(" 45,179272 ", &degrees));
    g_assert_cmpfloat_with_epsilon(degrees, 45.179272, 1e-9);
    g_assert_true(co_number_parse_degrees("-0.5", &degrees));
    g_assert_cmpfloat_with_epsilon(degrees, -0.5, 1e-9);
    g_assert_false(co_number_parse_degrees("45.1.2", &degrees));
    g_assert_false(co_number_parse_degrees("1e3", &degrees));
    g_assert_false(co_number_parse_degrees("", &degrees));
}

static void assert_hours(const char *text, int start, int end)
{
    int start_min = 0, end_min = 0;
    g_assert_true(co_number_parse_hours(text, &start_min, &end_min));
    g_assert_cmpint(start_min, ==, start);
    g_assert_cmpint(end_min, ==, end);
}

static void test_hours_are_read_as_people_write_them(void)
{
    assert_hours("09:00-12:00", 540, 720);
    assert_hours("9h-12h", 540, 720);
    assert_hours("9h00 à 12h30", 540, 750);
    assert_hours("13:30 – 16:30", 810, 990);
    assert_hours("8:15..11:45", 495, 705);
}

static void test_hours_that_cannot_be_are_refused(void)
{
    static const char *const texts[] = {"",        "09:00",       "12:00-09:00",  "9-12",
                                        "25h-26h", "09:60-12:00", "09:00-12:00x", "9:0-12:00",
                                        "matin"};
    int start_min = 1, end_min = 2;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_false(co_number_parse_hours(texts[i], &start_min, &end_min));
    g_assert_cmpint(start_min, ==, 1);
    g_assert_cmpint(end_min, ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/numbers/decimal", test_comma_and_point_are_one);
    g_test_add_func("/numbers/units", test_thousands_and_units_change_nothing);
    g_test_add_func("/numbers/rounding", test_decimals_past_the_sixth_are_rounded_away_from_zero);
    g_test_add_func("/numbers/refused", test_what_is_no_number_is_refused);
    g_test_add_func("/numbers/whole", test_whole_numbers_have_no_decimals);
    g_test_add_func("/numbers/degrees", test_degrees_are_read_with_comma_or_point);
    g_test_add_func("/numbers/hours", test_hours_are_read_as_people_write_them);
    g_test_add_func("/numbers/hours/refused", test_hours_that_cannot_be_are_refused);
    return g_test_run();
}

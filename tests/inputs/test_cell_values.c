/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/formats/cell_values.h"

static void assert_number(const char *raw, CoNumberForm form, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);
    co_value_number(text, raw, form, false);
    g_assert_cmpstr(text->str, ==, expected);
}

static void test_numbers_take_their_shortest_form_without_exponent(void)
{
    assert_number("12", CO_FORM_NUMBER, "12");
    assert_number("12.50", CO_FORM_NUMBER, "12.5");
    assert_number("0.10000000000000001", CO_FORM_NUMBER, "0.1");
    assert_number("1.5E-3", CO_FORM_NUMBER, "0.0015");
    assert_number("1E15", CO_FORM_NUMBER, "1000000000000000");
    assert_number("-0", CO_FORM_NUMBER, "0");
    assert_number("-2.50", CO_FORM_NUMBER, "-2.5");
    assert_number("007", CO_FORM_NUMBER, "7");
    assert_number("douze", CO_FORM_NUMBER, "douze");
    assert_number("1e999", CO_FORM_NUMBER, "1e999");
}

static void test_percents_are_written_as_people_type_them(void)
{
    assert_number("0.07", CO_FORM_PERCENT, "7%");
    assert_number("0.005", CO_FORM_PERCENT, "0.5%");
    assert_number("1", CO_FORM_PERCENT, "100%");
}

static void test_serials_are_days_and_times(void)
{
    assert_number("1", CO_FORM_DATE, "1900-01-01");
    assert_number("59", CO_FORM_DATE, "1900-02-28");
    assert_number("61", CO_FORM_DATE, "1900-03-01");
    assert_number("45614.9", CO_FORM_DATE, "2024-11-18");
    assert_number("45614.999999", CO_FORM_DATE_TIME, "2024-11-19");
    assert_number("45614.5", CO_FORM_DATE_TIME, "2024-11-18 12:00:00");
    assert_number("1.25", CO_FORM_TIME, "30:00");
    assert_number("60", CO_FORM_DATE, "60");
    assert_number("-3", CO_FORM_DATE, "-3");
    assert_number("2958465", CO_FORM_DATE, "2958465");
}

static void test_format_codes_tell_what_a_number_is(void)
{
    g_assert_cmpint(co_number_form("General"), ==, CO_FORM_NUMBER);
    g_assert_cmpint(co_number_form("#,##0.00\\ \"jours d'an\""), ==, CO_FORM_NUMBER);
    g_assert_cmpint(co_number_form("0.00E+00"), ==, CO_FORM_NUMBER);
    g_assert_cmpint(co_number_form("[Red]0.0%;-0.0%"), ==, CO_FORM_PERCENT);
    g_assert_cmpint(co_number_form("[$-40C]d mmm yyyy;@"), ==, CO_FORM_DATE);
    g_assert_cmpint(co_number_form("mmm"), ==, CO_FORM_DATE);
    g_assert_cmpint(co_number_form("jj/mm/aaaa"), ==, CO_FORM_DATE);
    g_assert_cmpint(co_number_form("dd/mm/yyyy\\ hh:mm"), ==, CO_FORM_DATE_TIME);
    g_assert_cmpint(co_number_form("[h]:mm"), ==, CO_FORM_TIME);
    g_assert_cmpint(co_number_form("h:mm AM/PM"), ==, CO_FORM_TIME);
    g_assert_cmpint(co_number_form("[unclosed"), ==, CO_FORM_NUMBER);
}

static void test_durations_are_times(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    co_value_duration(text, "PT09H30M05S");
    g_assert_cmpstr(text->str, ==, "09:30:05");
    g_string_truncate(text, 0);
    co_value_duration(text, "neuf heures");
    g_assert_cmpstr(text->str, ==, "neuf heures");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/values/numbers", test_numbers_take_their_shortest_form_without_exponent);
    g_test_add_func("/values/percents", test_percents_are_written_as_people_type_them);
    g_test_add_func("/values/serials", test_serials_are_days_and_times);
    g_test_add_func("/values/formats", test_format_codes_tell_what_a_number_is);
    g_test_add_func("/values/durations", test_durations_are_times);
    return g_test_run();
}

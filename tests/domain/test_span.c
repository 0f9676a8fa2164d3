/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/day.h"

#include <glib.h>

static void assert_reads(const char *text, CoSpan expected)
{
    CoSpan span = {0};
    g_assert_true(co_span_parse(text, &span));
    g_assert_cmpint(span.first_day, ==, expected.first_day);
    g_assert_cmpint(span.last_day, ==, expected.last_day);
    g_assert_cmpint(span.weekday, ==, expected.weekday);
    g_assert_cmpint(span.halves, ==, expected.halves);
}

static void assert_comes_back(CoSpan span)
{
    g_autofree char *text = co_span_to_text(&span);
    assert_reads(text, span);
}

static void test_dates_and_ranges_are_read(void)
{
    CoDay day = co_day_from_ymd(2024, 11, 29);
    assert_reads("29/11/2024", (CoSpan){day, day, 0, CO_HALF_BOTH});
    assert_reads("2024-11-29", (CoSpan){day, day, 0, CO_HALF_BOTH});
    assert_reads("29/11/2024-pm", (CoSpan){day, day, 0, CO_HALF_PM});
    assert_reads("2024-11-29-am", (CoSpan){day, day, 0, CO_HALF_AM});
    assert_reads("29/11/2024..03/12/2024", (CoSpan){day, day + 4, 0, CO_HALF_BOTH});
    assert_reads("29/11/2024 .. 2024-12-03", (CoSpan){day, day + 4, 0, CO_HALF_BOTH});
    assert_reads("29/11/2024..29/11/2024", (CoSpan){day, day, 0, CO_HALF_BOTH});
}

static void test_weekdays_are_read_whatever_their_case_and_blanks(void)
{
    assert_reads("mercredi", (CoSpan){.weekday = 3, .halves = CO_HALF_BOTH});
    assert_reads("mercredi-am", (CoSpan){.weekday = 3, .halves = CO_HALF_AM});
    assert_reads(" VENDREDI-PM ", (CoSpan){.weekday = 5, .halves = CO_HALF_PM});
    assert_reads("Lundi\u00A0", (CoSpan){.weekday = 1, .halves = CO_HALF_BOTH});
    assert_reads("m\u00E9rcredi \u2013am", (CoSpan){.weekday = 3, .halves = CO_HALF_AM});
    assert_reads("dimanche", (CoSpan){.weekday = 7, .halves = CO_HALF_BOTH});
}

static void test_what_is_no_span_is_refused_and_leaves_the_span_alone(void)
{
    static const char *const texts[] = {
        "",
        "-am",
        "mercredi-soir",
        "mercre",
        "mercredis",
        "mercredi am",
        "30/02/2024",
        "2024-11-29..2024-11-28",
        "..",
        "2024-11-29..",
        "..2024-11-29",
        "2024-11-29..2024-11-30..2024-12-01",
        "am",
        "lundi..mardi",
        "2024-11-29-am-pm",
        "\xff\xfe",
        "29/11/2024|30/11/2024",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        CoSpan span = {1, 2, 3, CO_HALF_AM};
        g_assert_false(co_span_parse(texts[i], &span));
        g_assert_cmpint(span.first_day, ==, 1);
        g_assert_cmpint(span.last_day, ==, 2);
        g_assert_cmpint(span.weekday, ==, 3);
        g_assert_cmpint(span.halves, ==, CO_HALF_AM);
    }
    CoSpan span = {0};
    g_assert_false(co_span_parse(NULL, &span));
}

static void test_every_kind_of_span_comes_back_from_its_text(void)
{
    static const CoHalves halves[] = {CO_HALF_AM, CO_HALF_PM, CO_HALF_BOTH};
    CoDay first = co_day_from_ymd(2023, 12, 20);
    for (size_t h = 0; h < G_N_ELEMENTS(halves); h++) {
        for (int weekday = 1; weekday <= 7; weekday++)
            assert_comes_back((CoSpan){.weekday = weekday, .halves = halves[h]});
        for (int from = 0; from < 80; from++)
            for (int length = 0; length < 20; length++)
                assert_comes_back((CoSpan){first + from, first + from + length, 0, halves[h]});
    }
}

static void test_canonical_texts_are_short(void)
{
    CoDay day = co_day_from_ymd(2024, 11, 29);
    g_autofree char *one = co_span_to_text(&(CoSpan){day, day, 0, CO_HALF_PM});
    g_autofree char *two = co_span_to_text(&(CoSpan){day, day + 1, 0, CO_HALF_BOTH});
    g_autofree char *three = co_span_to_text(&(CoSpan){.weekday = 3, .halves = CO_HALF_AM});
    g_assert_cmpstr(one, ==, "2024-11-29-pm");
    g_assert_cmpstr(two, ==, "2024-11-29..2024-11-30");
    g_assert_cmpstr(three, ==, "mercredi-am");
}

static void test_a_range_covers_its_ends_and_nothing_around(void)
{
    CoDay day = co_day_from_ymd(2024, 11, 29);
    CoSpan span = {day, day + 2, 0, CO_HALF_BOTH};
    g_assert_false(co_span_covers(&span, day - 1, CO_HALF_PM));
    g_assert_true(co_span_covers(&span, day, CO_HALF_AM));
    g_assert_true(co_span_covers(&span, day + 1, CO_HALF_PM));
    g_assert_true(co_span_covers(&span, day + 2, CO_HALF_PM));
    g_assert_false(co_span_covers(&span, day + 3, CO_HALF_AM));
}

static void test_a_half_covers_that_half_only(void)
{
    CoDay friday = co_day_from_ymd(2024, 11, 29);
    CoSpan dated = {friday, friday, 0, CO_HALF_PM};
    CoSpan weekly = {.weekday = 5, .halves = CO_HALF_AM};
    g_assert_true(co_span_covers(&dated, friday, CO_HALF_PM));
    g_assert_false(co_span_covers(&dated, friday, CO_HALF_AM));
    g_assert_true(co_span_covers(&weekly, friday, CO_HALF_AM));
    g_assert_false(co_span_covers(&weekly, friday, CO_HALF_PM));
}

static void test_a_weekday_covers_one_day_in_seven(void)
{
    CoDay monday = co_day_from_ymd(2024, 9, 2);
    CoSpan wednesdays = {.weekday = 3, .halves = CO_HALF_BOTH};
    for (int i = 0; i < 700; i++)
        g_assert_true(co_span_covers(&wednesdays, monday + i, CO_HALF_AM) == (i % 7 == 2));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/span/parse/dates", test_dates_and_ranges_are_read);
    g_test_add_func("/span/parse/weekdays", test_weekdays_are_read_whatever_their_case_and_blanks);
    g_test_add_func("/span/parse/refused",
                    test_what_is_no_span_is_refused_and_leaves_the_span_alone);
    g_test_add_func("/span/to_text/round_trip", test_every_kind_of_span_comes_back_from_its_text);
    g_test_add_func("/span/to_text/canonical", test_canonical_texts_are_short);
    g_test_add_func("/span/covers/range", test_a_range_covers_its_ends_and_nothing_around);
    g_test_add_func("/span/covers/half", test_a_half_covers_that_half_only);
    g_test_add_func("/span/covers/weekday", test_a_weekday_covers_one_day_in_seven);
    return g_test_run();
}

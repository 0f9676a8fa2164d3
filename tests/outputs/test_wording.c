/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/wording.h"

#include <math.h>

#define NARROW "\xe2\x80\xaf"
#define NBSP "\xc2\xa0"

/* Takes the text. */
static void assert_text(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void test_days_are_written_in_french(void)
{
    assert_text(co_wording_day_long(co_day_parse("2024-11-18")), "lundi 18 novembre 2024");
    assert_text(co_wording_day_long(co_day_parse("2025-01-01")), "mercredi 1er janvier 2025");
    assert_text(co_wording_day_long(co_day_parse("2024-02-29")), "jeudi 29 février 2024");
    assert_text(co_wording_day_long(CO_DAY_NONE), "");
    assert_text(co_wording_day_short(co_day_parse("2024-11-18")), "lun. 18 nov.");
    assert_text(co_wording_day_short(co_day_parse("2024-12-01")), "dim. 1er déc.");
    assert_text(co_wording_day_short(co_day_parse("2024-08-15")), "jeu. 15 août");
    assert_text(co_wording_day_short(CO_DAY_NONE), "");
}

static void test_numbers_are_grouped_by_three(void)
{
    assert_text(co_wording_number(0), "0");
    assert_text(co_wording_number(999), "999");
    assert_text(co_wording_number(1234567), "1" NARROW "234" NARROW "567");
    assert_text(co_wording_number(-1234), "-1" NARROW "234");
}

static void test_amounts_have_thousands_and_two_decimals(void)
{
    assert_text(co_wording_cents(4567320), "45" NARROW "673,20" NBSP "€");
    assert_text(co_wording_cents(100000000), "1" NARROW "000" NARROW "000,00" NBSP "€");
    assert_text(co_wording_cents(99999), "999,99" NBSP "€");
    assert_text(co_wording_cents(5), "0,05" NBSP "€");
    assert_text(co_wording_cents(0), "0,00" NBSP "€");
    assert_text(co_wording_cents(-123456), "-1" NARROW "234,56" NBSP "€");
    assert_text(co_wording_cents(INT64_MIN),
                "-92" NARROW "233" NARROW "720" NARROW "368" NARROW "547" NARROW "758,08" NBSP "€");
}

static void test_percentages_round_halves_away_from_zero(void)
{
    assert_text(co_wording_percent(0.0023), "0,23" NBSP "%");
    assert_text(co_wording_percent(50.0 / 61.0), "81,97" NBSP "%");
    assert_text(co_wording_percent(0.81965), "81,97" NBSP "%");
    assert_text(co_wording_percent(0.00005), "0,01" NBSP "%");
    assert_text(co_wording_percent(0.00465), "0,47" NBSP "%");
    assert_text(co_wording_percent(-0.00005), "-0,01" NBSP "%");
    assert_text(co_wording_percent(0.000049), "0,00" NBSP "%");
    assert_text(co_wording_percent(-0.000001), "0,00" NBSP "%");
    assert_text(co_wording_percent(0), "0,00" NBSP "%");
    assert_text(co_wording_percent(1), "100,00" NBSP "%");
    assert_text(co_wording_percent(12.345), "1" NARROW "234,50" NBSP "%");
    assert_text(co_wording_percent((double)INFINITY), "non prouvé");
    assert_text(co_wording_percent((double)NAN), "non prouvé");
}

static void test_every_word_of_a_plan_exists(void)
{
    g_assert_cmpstr(co_wording_halves(CO_HALF_AM), ==, "matin");
    g_assert_cmpstr(co_wording_halves(CO_HALF_PM), ==, "après-midi");
    g_assert_cmpstr(co_wording_halves(CO_HALF_BOTH), ==, "journée");
    for (CoMode mode = CO_MODE_IN_PERSON; mode <= CO_MODE_WEBINAR; mode++)
        g_assert_cmpstr(co_wording_mode(mode), !=, "");
    for (CoQuality quality = CO_QUALITY_OPTIMAL; quality <= CO_QUALITY_NOTHING; quality++)
        g_assert_cmpstr(co_wording_quality(quality), !=, "");
    for (CoStop stop = CO_STOP_FINISHED; stop <= CO_STOP_CANCELLED; stop++)
        g_assert_cmpstr(co_wording_stop(stop), !=, "");
    g_assert_cmpstr(co_wording_mode(CO_MODE_VIRTUAL_CLASS), ==, "classe virtuelle");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/days", test_days_are_written_in_french);
    g_test_add_func("/wording/numbers", test_numbers_are_grouped_by_three);
    g_test_add_func("/wording/amounts", test_amounts_have_thousands_and_two_decimals);
    g_test_add_func("/wording/percentages", test_percentages_round_halves_away_from_zero);
    g_test_add_func("/wording/words", test_every_word_of_a_plan_exists);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/kit/closing.h"

#include <glib.h>

#include "outputs/kit/style.h"

static CoDay day(const char *iso)
{
    return co_day_parse(iso);
}

static void add_closure(CoCampaign *campaign, CoClosureKind kind, const char *first_day,
                        const char *last_day)
{
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = kind;
    closure->first_day = day(first_day);
    closure->last_day = day(last_day);
}

/* School holidays of two weeks with a public holiday inside, and a closure of the second academy.
 */
static CoCampaign *make_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    add_closure(campaign, CO_CLOSURE_LOCAL, "2024-11-15", "2024-11-15");
    campaign->closures[0].academy_idx = 1;
    add_closure(campaign, CO_CLOSURE_SCHOOL_HOLIDAY, "2024-10-19", "2024-11-03");
    add_closure(campaign, CO_CLOSURE_PUBLIC_HOLIDAY, "2024-11-01", "2024-11-01");
    return campaign;
}

static void test_a_public_holiday_shows_inside_school_holidays(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-10-31")), ==, CO_FILL_SCHOOL_HOLIDAY);
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-01")), ==, CO_FILL_PUBLIC_HOLIDAY);
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-04")), ==, 0);
}

static void test_a_closure_of_one_academy_shades_that_one_only(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    g_assert_cmphex(co_closing_fill(campaign, 1, day("2024-11-15")), ==, CO_FILL_CLOSED);
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-15")), ==, 0);
    g_assert_null(co_closing_on(campaign, -1, day("2024-11-15")));
    g_assert_nonnull(co_closing_on(campaign, -1, day("2024-11-01")));
}

static void test_wednesdays_are_shaded_when_they_are_closed(void)
{
    g_autoptr(CoCampaign) campaign = make_campaign();
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-13")), ==, 0);
    campaign->parameters.wednesday = CO_WEDNESDAY_CLOSED;
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-13")), ==, CO_FILL_CLOSED);
    g_assert_cmphex(co_closing_fill(campaign, 0, day("2024-11-14")), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/closing/public", test_a_public_holiday_shows_inside_school_holidays);
    g_test_add_func("/closing/academy", test_a_closure_of_one_academy_shades_that_one_only);
    g_test_add_func("/closing/wednesday", test_wednesdays_are_shaded_when_they_are_closed);
    return g_test_run();
}

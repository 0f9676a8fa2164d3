/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/surveys/survey_moment.h"

static void assert_same(const char *text, bool month_first, const char *plain)
{
    int64_t moment = 0, expected = 0;
    g_assert_true(co_survey_moment(text, month_first, &moment));
    g_assert_true(co_survey_moment(plain, false, &expected));
    g_assert_cmpint(moment, ==, expected);
}

static void test_every_way_to_write_a_moment_is_the_same_moment(void)
{
    assert_same("24/09/2024 09:34", false, "2024-09-24 09:34:00");
    assert_same("24/9/2024 9:34", false, "2024-09-24 09:34:00");
    assert_same("2024/09/24 9:34:48 PM UTC+2", false, "2024-09-24 21:34:48");
    assert_same("2024/09/24 12:10:00 AM", false, "2024-09-24 00:10:00");
    assert_same("9/24/24 19:06:23", true, "2024-09-24 19:06:23");
    assert_same("24/09/2024 - 09:34", false, "2024-09-24 09:34:00");
    assert_same("45559.5", false, "2024-09-24 12:00:00");
    assert_same(" 24/09/2024 ", false, "2024-09-24 00:00:00");
}

static void test_what_is_no_moment_is_refused(void)
{
    static const char *const texts[] = {"",           "demain", "24/09",       "31/02/2024 10:00",
                                        "24/09-2024", "12",     "24/09/20245", "9/24/24"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        int64_t moment = 77;
        g_assert_false(co_survey_moment(texts[i], false, &moment));
        g_assert_cmpint(moment, ==, 77);
    }
}

static CoSheet *column_of(const char *first, const char *second)
{
    CoSheet *sheet = co_sheet_new("enquete.csv", NULL);
    const char *const cells[] = {"Completion time", first, second};
    for (int i = 0; i < 3; i++) {
        co_sheet_add_cell(sheet, cells[i]);
        co_sheet_end_row(sheet, i + 1);
    }
    return sheet;
}

static void test_a_column_tells_which_number_is_the_month(void)
{
    g_autoptr(CoSheet) american = column_of("7/8/26 10:00", "7/27/26 19:06:23");
    g_autoptr(CoSheet) french = column_of("7/8/26 10:00", "27/7/26 19:06:23");
    g_autoptr(CoSheet) both = column_of("7/27/26 10:00", "27/7/26 19:06:23");
    g_assert_true(co_survey_moments_are_month_first(american, 0));
    g_assert_false(co_survey_moments_are_month_first(french, 0));
    g_assert_false(co_survey_moments_are_month_first(both, 0));
    g_assert_false(co_survey_moments_are_month_first(american, -1));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/survey/moment", test_every_way_to_write_a_moment_is_the_same_moment);
    g_test_add_func("/survey/moment/none", test_what_is_no_moment_is_refused);
    g_test_add_func("/survey/moment/month", test_a_column_tells_which_number_is_the_month);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/problem.h"

#include <string.h>

enum { LIMIT = 10000 };

static void add(CoProblemList *list, CoSeverity severity, const char *file, int line)
{
    CoProblem problem = {
        .severity = severity, .code = CO_PROBLEM_VALUE_TYPE, .file = file, .line = line};
    co_problem_list_add(list, &problem);
}

static void fill(CoProblemList *list, CoSeverity severity, int n)
{
    for (int i = 0; i < n; i++)
        add(list, severity, "besoins.csv", i + 1);
}

static void test_a_list_keeps_copies_of_what_it_is_told(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    char file[] = "salles.csv", value[] = "douze";
    CoProblem problem = {.severity = CO_SEVERITY_ERROR,
                         .code = CO_PROBLEM_VALUE_TYPE,
                         .action = CO_ACTION_ROW_OUT,
                         .file = file,
                         .line = 7,
                         .column = "places",
                         .value = value,
                         .detail = "entier",
                         .number = 3};
    co_problem_list_add(list, &problem);
    memset(file, 'x', sizeof file - 1);
    memset(value, 'x', sizeof value - 1);

    g_assert_cmpuint(co_problem_list_size(list), ==, 1);
    const CoProblem *kept = co_problem_list_at(list, 0);
    g_assert_cmpstr(kept->file, ==, "salles.csv");
    g_assert_cmpstr(kept->value, ==, "douze");
    g_assert_cmpstr(kept->column, ==, "places");
    g_assert_cmpstr(kept->detail, ==, "entier");
    g_assert_null(kept->sheet);
    g_assert_null(kept->used);
    g_assert_cmpint(kept->line, ==, 7);
    g_assert_cmpint(kept->action, ==, CO_ACTION_ROW_OUT);
    g_assert_cmpint(kept->number, ==, 3);
}

static void test_a_long_value_is_cut_between_two_letters(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    g_autoptr(GString) value = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append(value, "é");
    co_problem_list_add(list, &(CoProblem){.code = CO_PROBLEM_VALUE_TYPE, .value = value->str});
    const char *kept = co_problem_list_at(list, 0)->value;
    g_assert_true(g_utf8_validate(kept, -1, NULL));
    g_assert_cmpint(g_utf8_strlen(kept, -1), ==, 200);
}

static void test_a_value_that_is_no_utf8_is_made_so(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    co_problem_list_add(list, &(CoProblem){.code = CO_PROBLEM_FILE_CP1252, .value = "caf\xe9"});
    g_assert_true(g_utf8_validate(co_problem_list_at(list, 0)->value, -1, NULL));
}

static void test_problems_are_counted_from_a_severity_up(void)
{
    co_problem_list_free(NULL);
    g_autoptr(CoProblemList) list = co_problem_list_new();
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_NOTICE), ==, 0);
    fill(list, CO_SEVERITY_NOTICE, 4);
    fill(list, CO_SEVERITY_WARNING, 2);
    fill(list, CO_SEVERITY_ERROR, 1);
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_NOTICE), ==, 7);
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_WARNING), ==, 3);
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_ERROR), ==, 1);
}

static void test_a_full_list_says_how_many_it_left_out(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    fill(list, CO_SEVERITY_NOTICE, LIMIT);
    g_assert_cmpuint(co_problem_list_size(list), ==, LIMIT);
    fill(list, CO_SEVERITY_WARNING, 5);
    g_assert_cmpuint(co_problem_list_size(list), ==, LIMIT + 1);
    const CoProblem *last = co_problem_list_at(list, LIMIT);
    g_assert_cmpint(last->code, ==, CO_PROBLEM_LIMIT_TRUNCATED);
    g_assert_cmpint(last->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(last->number, ==, 5);
}

static void test_an_error_left_out_still_counts(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    fill(list, CO_SEVERITY_NOTICE, LIMIT + 2);
    fill(list, CO_SEVERITY_ERROR, 1);
    fill(list, CO_SEVERITY_NOTICE, 1);
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint(co_problem_list_count(list, CO_SEVERITY_NOTICE), ==, LIMIT + 4);
    g_assert_cmpint(co_problem_list_at(list, LIMIT)->severity, ==, CO_SEVERITY_ERROR);
}

static void test_problems_are_sorted_by_file_then_line_then_severity_then_code(void)
{
    static const CoProblem ordered[] = {
        {.code = CO_PROBLEM_TABLE_MISSING},
        {.file = "a.csv", .code = CO_PROBLEM_FILE_EMPTY},
        {.file = "a.csv", .line = 2, .severity = CO_SEVERITY_ERROR, .code = 9},
        {.file = "a.csv", .line = 2, .severity = CO_SEVERITY_WARNING, .code = 3},
        {.file = "a.csv", .line = 2, .severity = CO_SEVERITY_WARNING, .code = 4},
        {.file = "a.csv", .line = 10, .code = 1},
        {.file = "b.csv", .line = 1, .code = 1},
    };
    g_autoptr(CoProblemList) list = co_problem_list_new();
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++)
        co_problem_list_add(list, &ordered[(i * 3 + 2) % G_N_ELEMENTS(ordered)]);
    co_problem_list_sort(list);
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++) {
        const CoProblem *problem = co_problem_list_at(list, i);
        g_assert_cmpstr(problem->file, ==, ordered[i].file);
        g_assert_cmpint(problem->line, ==, ordered[i].line);
        g_assert_cmpint(problem->severity, ==, ordered[i].severity);
        g_assert_cmpint(problem->code, ==, ordered[i].code);
    }
}

static void test_equal_problems_keep_the_order_they_came_in(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    for (int i = 0; i < 100; i++)
        co_problem_list_add(list, &(CoProblem){.code = CO_PROBLEM_KEY_TWICE, .number = i});
    co_problem_list_sort(list);
    for (int i = 0; i < 100; i++)
        g_assert_cmpint(co_problem_list_at(list, (size_t)i)->number, ==, i);
}

static void test_the_note_on_those_left_out_stays_last(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    fill(list, CO_SEVERITY_ERROR, LIMIT + 1);
    co_problem_list_sort(list);
    g_assert_cmpint(co_problem_list_at(list, LIMIT)->code, ==, CO_PROBLEM_LIMIT_TRUNCATED);
}

static void test_problems_of_a_workbook_are_sorted_by_sheet_before_line(void)
{
    g_autoptr(CoProblemList) list = co_problem_list_new();
    co_problem_list_add(list, &(CoProblem){.file = "m.xlsx", .sheet = "salles", .line = 2});
    co_problem_list_add(list, &(CoProblem){.file = "m.xlsx", .sheet = "besoins", .line = 9});
    co_problem_list_sort(list);
    g_assert_cmpstr(co_problem_list_at(list, 0)->sheet, ==, "besoins");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/problem/sorted_by_sheet",
                    test_problems_of_a_workbook_are_sorted_by_sheet_before_line);
    g_test_add_func("/problem/add/copy", test_a_list_keeps_copies_of_what_it_is_told);
    g_test_add_func("/problem/add/long_value", test_a_long_value_is_cut_between_two_letters);
    g_test_add_func("/problem/add/no_utf8", test_a_value_that_is_no_utf8_is_made_so);
    g_test_add_func("/problem/add/full", test_a_full_list_says_how_many_it_left_out);
    g_test_add_func("/problem/count/severity", test_problems_are_counted_from_a_severity_up);
    g_test_add_func("/problem/count/left_out", test_an_error_left_out_still_counts);
    g_test_add_func("/problem/sort/order",
                    test_problems_are_sorted_by_file_then_line_then_severity_then_code);
    g_test_add_func("/problem/sort/stable", test_equal_problems_keep_the_order_they_came_in);
    g_test_add_func("/problem/sort/full", test_the_note_on_those_left_out_stays_last);
    return g_test_run();
}

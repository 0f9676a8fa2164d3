/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/tables/sheet_store.h"

#include "problems.h"

static CoSheet *sheet_named(const char *name)
{
    CoSheet *sheet = co_sheet_new("classeur.ods", name);
    co_sheet_add_cell(sheet, "salle");
    co_sheet_end_row(sheet, 1);
    return sheet;
}

static bool add(CoSheetStore *store, const char *name, CoProblemList *problems)
{
    return co_sheet_store_add(store, name, "classeur.ods", sheet_named(name), problems);
}

static void test_the_sheets_of_a_workbook_join_their_tables_by_name(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheetStore) store = co_sheet_store_new();
    g_assert_true(add(store, "Salles", problems));
    g_assert_true(add(store, "Enquête 1", problems));
    g_assert_true(add(store, "enquete-2", problems));
    g_assert_cmpuint(co_problem_list_size(problems), ==, 0);
    g_assert_cmpint(co_sheet_store_count(store, "salles"), ==, 1);
    g_assert_cmpint(co_sheet_store_count(store, "enquete"), ==, 2);
    g_assert_cmpint(co_sheet_store_count(store, "besoins"), ==, 0);
    g_assert_cmpstr(co_sheet_name(co_sheet_store_get(store, "enquete", 1)), ==, "enquete-2");
}

static void test_strangers_and_second_sheets_are_refused_and_told(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheetStore) store = co_sheet_store_new();
    g_assert_true(add(store, "salles", problems));
    g_assert_false(add(store, "SALLES", problems));
    g_assert_false(add(store, "Feuille 1", problems));
    g_assert_cmpint(co_sheet_store_count(store, "salles"), ==, 1);
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_TABLE_TWICE), ==, 1);
    g_assert_cmpstr(problems_get(problems, CO_PROBLEM_TABLE_UNKNOWN)->sheet, ==, "Feuille 1");
}

static void test_a_table_that_could_not_be_read_was_tried(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheetStore) store = co_sheet_store_new();
    g_assert_true(co_sheet_store_add(store, "salles", "salles.csv", NULL, problems));
    g_assert_cmpint(co_sheet_store_count(store, "salles"), ==, 0);
    g_assert_true(co_sheet_store_was_tried(store, "salles"));
    g_assert_false(co_sheet_store_was_tried(store, "fm1"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sheet_store/names", test_the_sheets_of_a_workbook_join_their_tables_by_name);
    g_test_add_func("/sheet_store/refused", test_strangers_and_second_sheets_are_refused_and_told);
    g_test_add_func("/sheet_store/tried", test_a_table_that_could_not_be_read_was_tried);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book_checks.h"

#include <string.h>

#include "inputs/formats/book.h"

static void check_cell(const char *cell)
{
    g_assert_true(g_utf8_validate(cell, -1, NULL));
    g_assert_cmpuint(strlen(cell), <=, CO_SHEET_MAX_CELL_BYTES);
}

void book_checks_sheet(const CoSheet *sheet)
{
    int n_columns = co_sheet_n_columns(sheet);
    g_assert_cmpint(n_columns, >, 0);
    g_assert_cmpint(n_columns, <=, CO_SHEET_MAX_COLUMNS);
    g_assert_cmpint(co_sheet_n_rows(sheet), <=, CO_SHEET_MAX_ROWS);
    int line = co_sheet_header_line(sheet);
    for (int column = 0; column < n_columns; column++)
        check_cell(co_sheet_column_label(sheet, column));
    for (int row = 0; row < MIN(co_sheet_n_rows(sheet), 1000); row++) {
        g_assert_cmpint(co_sheet_line(sheet, row), >, line);
        line = co_sheet_line(sheet, row);
        for (int column = 0; column <= n_columns; column++)
            check_cell(co_sheet_cell(sheet, row, column));
    }
}

void book_checks_run(const char *bytes, gsize size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    CoBookSource source = {bytes, size, "essai.xlsx"};
    g_autoptr(GPtrArray) sheets = co_book_read_bytes(&source, NULL, NULL, problems);
    if (sheets == NULL)
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
    for (guint i = 0; sheets != NULL && i < sheets->len; i++)
        book_checks_sheet(sheets->pdata[i]);
}

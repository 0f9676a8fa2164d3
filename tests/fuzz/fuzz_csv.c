/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a CSV file: what comes out is valid text within the limits, row by row. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/csv_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_cell(const CoSheet *sheet, int row, int column)
{
    const char *cell = co_sheet_cell(sheet, row, column);
    g_assert_true(g_utf8_validate(cell, -1, NULL));
    g_assert_cmpuint(strlen(cell), <=, CO_SHEET_MAX_CELL_BYTES);
}

static void check_sheet(const CoSheet *sheet)
{
    int n_columns = co_sheet_n_columns(sheet);
    g_assert_cmpint(n_columns, >, 0);
    g_assert_cmpint(n_columns, <=, CO_SHEET_MAX_COLUMNS);
    int line = co_sheet_header_line(sheet);
    for (int row = 0; row < co_sheet_n_rows(sheet); row++) {
        g_assert_cmpint(co_sheet_line(sheet, row), >, line);
        line = co_sheet_line(sheet, row);
        for (int column = 0; column <= n_columns; column++)
            check_cell(sheet, row, column);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_csv_read_bytes((const char *)data, size, "essai.csv", problems);
    if (sheet != NULL)
        check_sheet(sheet);
    else
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <stdbool.h>
#include <string.h>

static void append_cell(GString *text, const char *cell)
{
    if (cell[strcspn(cell, ";\"\r\n")] == '\0') {
        g_string_append(text, cell);
        return;
    }
    g_string_append_c(text, '"');
    for (; *cell != '\0'; cell++) {
        if (*cell == '"')
            g_string_append_c(text, '"');
        g_string_append_c(text, *cell);
    }
    g_string_append_c(text, '"');
}

void co_csv_append_row(GString *text, const char *const *cells, int n_cells)
{
    g_return_if_fail(text != NULL && cells != NULL);
    for (int i = 0; i < n_cells; i++) {
        if (i > 0)
            g_string_append_c(text, ';');
        append_cell(text, cells[i]);
    }
    g_string_append_c(text, '\n');
}

/* "=1+1" becomes "'=1+1": a text in every program. @return (transfer full) */
static char *harmless(const char *text)
{
    bool is_formula = *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
    return g_strconcat(is_formula ? "'" : "", text, NULL);
}

void co_csv_append_office_row(GString *text, const char *const *cells, int n_cells)
{
    g_return_if_fail(text != NULL && cells != NULL && n_cells >= 0);
    g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < n_cells; i++)
        g_ptr_array_add(row, harmless(cells[i]));
    co_csv_append_row(text, (const char *const *)row->pdata, n_cells);
}

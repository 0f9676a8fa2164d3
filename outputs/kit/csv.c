/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv_rows.h"

#include <string.h>

struct CoCsvRows {
    GPtrArray *rows; /* of char **, the header first */
};

/* @return the text after the cell, at its separator or end of line */
static const char *read_cell(const char *text, GString *cell)
{
    bool quoted = *text == '"';
    for (text += quoted ? 1 : 0; *text != '\0'; text++) {
        if (quoted && text[0] == '"' && text[1] != '"')
            return text + 1;
        if (!quoted && strchr(";\r\n", *text) != NULL)
            break;
        text += quoted && *text == '"' ? 1 : 0;
        g_string_append_c(cell, *text);
    }
    return text;
}

/* @return the text after the line */
static const char *read_row(const char *text, GPtrArray *rows)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    for (;;) {
        GString *cell = g_string_new(NULL);
        text = read_cell(text, cell);
        g_ptr_array_add(cells, g_string_free(cell, FALSE));
        if (*text != ';')
            break;
        text++;
    }
    g_ptr_array_add(cells, NULL);
    g_ptr_array_add(rows, g_ptr_array_steal(cells, NULL));
    text += *text == '\r' ? 1 : 0;
    text += *text == '\n' ? 1 : 0;
    return text;
}

CoCsvRows *co_csv_rows_read(const char *folder, const char *table, GError **error)
{
    g_autofree char *name = g_strconcat(table, ".csv", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *content = NULL;
    if (!g_file_get_contents(path, &content, NULL, error))
        return NULL;
    CoCsvRows *rows = g_new(CoCsvRows, 1);
    rows->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    const char *text = g_str_has_prefix(content, "\xef\xbb\xbf") ? content + 3 : content;
    while (*text != '\0')
        text = read_row(text, rows->rows);
    return rows;
}

void co_csv_rows_free(CoCsvRows *rows)
{
    if (rows == NULL)
        return;
    g_ptr_array_unref(rows->rows);
    g_free(rows);
}

guint co_csv_rows_size(const CoCsvRows *rows)
{
    return rows->rows->len > 0 ? rows->rows->len - 1 : 0;
}

/* @return the position of the column, or -1 */
static int find_column(const CoCsvRows *rows, const char *column)
{
    char **header = rows->rows->len > 0 ? g_ptr_array_index(rows->rows, 0) : NULL;
    for (int i = 0; header != NULL && header[i] != NULL; i++) {
        if (g_str_equal(header[i], column))
            return i;
    }
    return -1;
}

bool co_csv_rows_has_column(const CoCsvRows *rows, const char *column)
{
    return find_column(rows, column) >= 0;
}

const char *co_csv_rows_cell(const CoCsvRows *rows, guint row, const char *column)
{
    g_return_val_if_fail(row < co_csv_rows_size(rows), "");
    int position = find_column(rows, column);
    char **cells = g_ptr_array_index(rows->rows, row + 1);
    return position >= 0 && (guint)position < g_strv_length(cells) ? cells[position] : "";
}

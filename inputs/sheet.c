/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include "clean.h"

typedef struct Row {
    guint first_cell;
    int n_cells;
    int line;
} Row;

struct CoSheet {
    char *file;
    char *name;
    char *buffer;
    GArray *cells; /* of const char *, all rows one after the other */
    GArray *rows;  /* of Row; the first one is the headers */
    guint row_start;
};

CoSheet *co_sheet_new(const char *file, const char *name)
{
    g_return_val_if_fail(file != NULL, NULL);
    CoSheet *sheet = g_new0(CoSheet, 1);
    sheet->file = g_strdup(file);
    sheet->name = g_strdup(name);
    sheet->cells = g_array_new(FALSE, FALSE, sizeof(const char *));
    sheet->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    return sheet;
}

void co_sheet_free(CoSheet *sheet)
{
    if (sheet == NULL)
        return;
    g_array_unref(sheet->cells);
    g_array_unref(sheet->rows);
    g_free(sheet->buffer);
    g_free(sheet->name);
    g_free(sheet->file);
    g_free(sheet);
}

void co_sheet_adopt(CoSheet *sheet, char *buffer)
{
    g_return_if_fail(sheet != NULL && sheet->buffer == NULL);
    sheet->buffer = buffer;
}

void co_sheet_add_cell(CoSheet *sheet, const char *text)
{
    g_return_if_fail(sheet != NULL && text != NULL);
    g_array_append_val(sheet->cells, text);
}

int co_sheet_end_row(CoSheet *sheet, int line)
{
    g_return_val_if_fail(sheet != NULL, 0);
    Row row = {sheet->row_start, (int)(sheet->cells->len - sheet->row_start), line};
    bool blank = true;
    for (guint i = sheet->row_start; blank && i < sheet->cells->len; i++)
        blank = co_clean_is_blank(g_array_index(sheet->cells, const char *, i));
    if (blank) {
        g_array_set_size(sheet->cells, sheet->row_start);
        return 0;
    }
    g_array_append_val(sheet->rows, row);
    sheet->row_start = sheet->cells->len;
    return row.n_cells;
}

const char *co_sheet_file(const CoSheet *sheet)
{
    return sheet->file;
}

const char *co_sheet_name(const CoSheet *sheet)
{
    return sheet->name;
}

static const Row *row_at(const CoSheet *sheet, int index)
{
    return &g_array_index(sheet->rows, Row, index);
}

int co_sheet_n_columns(const CoSheet *sheet)
{
    return sheet->rows->len == 0 ? 0 : row_at(sheet, 0)->n_cells;
}

int co_sheet_n_rows(const CoSheet *sheet)
{
    return sheet->rows->len == 0 ? 0 : (int)sheet->rows->len - 1;
}

static const char *cell_at(const CoSheet *sheet, const Row *row, int column)
{
    if (column >= row->n_cells)
        return "";
    return g_array_index(sheet->cells, const char *, row->first_cell + (guint)column);
}

const char *co_sheet_header(const CoSheet *sheet, int column)
{
    g_return_val_if_fail(column >= 0 && column < co_sheet_n_columns(sheet), "");
    return cell_at(sheet, row_at(sheet, 0), column);
}

int co_sheet_header_line(const CoSheet *sheet)
{
    return sheet->rows->len == 0 ? 0 : row_at(sheet, 0)->line;
}

const char *co_sheet_cell(const CoSheet *sheet, int row, int column)
{
    g_return_val_if_fail(row >= 0 && row < co_sheet_n_rows(sheet) && column >= 0, "");
    return cell_at(sheet, row_at(sheet, row + 1), column);
}

int co_sheet_line(const CoSheet *sheet, int row)
{
    g_return_val_if_fail(row >= 0 && row < co_sheet_n_rows(sheet), 0);
    return row_at(sheet, row + 1)->line;
}

void co_sheet_report(const CoSheet *sheet, CoProblemList *problems, CoProblem problem)
{
    problem.file = sheet->file;
    problem.sheet = sheet->name;
    co_problem_list_add(problems, &problem);
}

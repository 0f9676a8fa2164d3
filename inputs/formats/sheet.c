/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet.h"

#include <string.h>

#include "inputs/tables/clean.h"

typedef struct Row {
    guint first_cell;
    int n_cells;
    int line;
} Row;

struct CoSheet {
    char *file;
    char *name;
    char *buffer;
    CoTextPool *pool;
    GPtrArray *labels; /* of columns, made when asked for; NULL until then */
    GArray *cells;     /* of const char *, all rows one after the other */
    GArray *rows;      /* of Row; the first one is the headers */
    guint row_start;
    GArray *faults; /* of Fault; NULL until there is one */
};

typedef struct Fault {
    int line, column;
} Fault;

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
    g_clear_pointer(&sheet->labels, g_ptr_array_unref);
    g_clear_pointer(&sheet->faults, g_array_unref);
    co_text_pool_unref(sheet->pool);
    g_free(sheet->buffer);
    g_free(sheet->name);
    g_free(sheet->file);
    g_free(sheet);
}

void co_sheet_note_fault(CoSheet *sheet, int line, int column)
{
    g_return_if_fail(sheet != NULL);
    Fault fault = {line, column};
    if (sheet->faults == NULL)
        sheet->faults = g_array_new(FALSE, FALSE, sizeof(Fault));
    g_array_append_val(sheet->faults, fault);
}

bool co_sheet_has_fault(const CoSheet *sheet, int line, int column)
{
    g_return_val_if_fail(sheet != NULL, false);
    for (guint i = 0; sheet->faults != NULL && i < sheet->faults->len; i++) {
        const Fault *fault = &g_array_index(sheet->faults, Fault, i);
        if (fault->line == line && fault->column == column)
            return true;
    }
    return false;
}

void co_sheet_adopt(CoSheet *sheet, char *buffer)
{
    g_return_if_fail(sheet != NULL && sheet->buffer == NULL);
    sheet->buffer = buffer;
}

void co_sheet_share(CoSheet *sheet, CoTextPool *pool)
{
    g_return_if_fail(sheet != NULL && pool != NULL && sheet->pool == NULL);
    sheet->pool = co_text_pool_ref(pool);
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

void co_sheet_step_over(CoSheet *sheet, int n_lines)
{
    g_return_if_fail(sheet != NULL && n_lines >= 0 && n_lines <= co_sheet_n_rows(sheet));
    if (n_lines == 0)
        return;
    g_array_remove_range(sheet->rows, 0, (guint)n_lines);
    g_clear_pointer(&sheet->labels, g_ptr_array_unref);
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

/* A title is one text, alone on its line or in every cell that was merged for it. */
static bool may_be_title(const CoSheet *sheet, const Row *row)
{
    const char *title = NULL;
    for (int i = 0; i < row->n_cells; i++) {
        const char *cell = cell_at(sheet, row, i);
        if (co_clean_is_blank(cell))
            continue;
        if (title != NULL && strcmp(title, cell) != 0)
            return false;
        title = cell;
    }
    return true;
}

static int n_headers_told(const CoSheet *sheet)
{
    enum { MAX_TITLES = 2 };
    int n = co_sheet_n_columns(sheet);
    for (int i = 0; i < MIN(MAX_TITLES, co_sheet_n_rows(sheet)); i++) {
        if (!may_be_title(sheet, row_at(sheet, i)))
            break;
        n = MAX(n, row_at(sheet, i + 1)->n_cells);
    }
    return n;
}

void co_sheet_judge_length(const CoSheet *sheet, CoProblemList *problems)
{
    g_return_if_fail(sheet != NULL && problems != NULL);
    if (sheet->rows->len < 2)
        return;
    int n_columns = n_headers_told(sheet);
    const Row *row = row_at(sheet, (int)sheet->rows->len - 1);
    for (int i = n_columns; i < MIN(row->n_cells, CO_SHEET_MAX_COLUMNS); i++) {
        const char *cell = cell_at(sheet, row, i);
        if (co_clean_is_blank(cell))
            continue;
        char letters[4];
        co_sheet_column_letters(i, letters);
        co_sheet_report(sheet, problems,
                        (CoProblem){.severity = CO_SEVERITY_WARNING,
                                    .code = CO_PROBLEM_ROW_LENGTH,
                                    .action = CO_ACTION_CELL_OUT,
                                    .line = row->line,
                                    .value = cell,
                                    .detail = sheet->name != NULL ? letters : NULL,
                                    .number = n_columns});
        return;
    }
}

/* @return the row on a line, by bisection, or NULL */
static Row *find_line(const CoSheet *sheet, int line)
{
    guint low = 0, high = sheet->rows->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (row_at(sheet, (int)middle)->line < line)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < sheet->rows->len && row_at(sheet, (int)low)->line == line;
    return found ? &g_array_index(sheet->rows, Row, low) : NULL;
}

/* Rows lie one after the other, so a row that grows moves to the end. */
static void lengthen(CoSheet *sheet, Row *row, int n_cells)
{
    guint first = sheet->cells->len;
    for (int i = 0; i < n_cells; i++) {
        const char *cell = cell_at(sheet, row, i);
        g_array_append_val(sheet->cells, cell);
    }
    row->first_cell = first;
    row->n_cells = n_cells;
    sheet->row_start = sheet->cells->len;
}

bool co_sheet_fill_blank(CoSheet *sheet, int line, int column, const char *text)
{
    g_return_val_if_fail(sheet != NULL && column >= 0 && text != NULL, false);
    Row *row = find_line(sheet, line);
    if (row == NULL || !co_clean_is_blank(cell_at(sheet, row, column)))
        return false;
    if (column >= row->n_cells)
        lengthen(sheet, row, column + 1);
    g_array_index(sheet->cells, const char *, row->first_cell + (guint)column) = text;
    return true;
}

void co_sheet_column_letters(int column, char letters[4])
{
    char reversed[3];
    int n = 0;
    for (int rest = column + 1; rest > 0 && n < 3; rest = (rest - 1) / 26)
        reversed[n++] = (char)('A' + (rest - 1) % 26);
    for (int i = 0; i < n; i++)
        letters[i] = reversed[n - 1 - i];
    letters[n] = '\0';
}

const char *co_sheet_column_label(const CoSheet *sheet, int column)
{
    const char *header = co_sheet_header(sheet, column);
    if (sheet->pool == NULL)
        return header;
    /* Made on demand: labels are for reports, which are few. */
    CoSheet *cache = (CoSheet *)sheet;
    if (cache->labels == NULL)
        cache->labels = g_ptr_array_new_with_free_func(g_free);
    if (cache->labels->len <= (guint)column)
        g_ptr_array_set_size(cache->labels, co_sheet_n_columns(sheet));
    char **label = (char **)&cache->labels->pdata[column];
    if (*label == NULL) {
        char letters[4];
        co_sheet_column_letters(column, letters);
        *label = co_clean_is_blank(header) ? g_strdup(letters)
                                           : g_strdup_printf("%s (%s)", header, letters);
    }
    return *label;
}

void co_sheet_report(const CoSheet *sheet, CoProblemList *problems, CoProblem problem)
{
    problem.file = sheet->file;
    problem.sheet = sheet->name;
    co_problem_list_add(problems, &problem);
}

char *co_sheet_where(const char *file, const char *name, int line)
{
    bool in_book = name != NULL && *name != '\0';
    return g_strdup_printf("%s%s%s:%d", file, in_book ? "|" : "", in_book ? name : "", line);
}

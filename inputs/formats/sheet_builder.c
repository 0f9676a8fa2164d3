/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet_builder.h"

#include <string.h>

/* What may be found in a cell, once reported per column. */
typedef enum { FAULT_ERROR, FAULT_NO_RESULT, FAULT_LARGE, N_FAULTS } FaultKind;

typedef struct Fault {
    int line; /* of the first one; 0 = none */
    int number;
    const char *words; /* of the first error */
} Fault;

typedef struct Area {
    int first_line, first_column, last_line, last_column;
} Area;

struct CoSheetBuilder {
    CoBookContext *context;
    CoSheet *sheet;
    GPtrArray *row;  /* of const char *; NULL for a cell that was not put */
    GArray *faults;  /* of Fault, N_FAULTS per column */
    GArray *pending; /* of int: faults of the row being built, whose line is not known yet */
    GArray *areas;
    int last_line;
    int n_hidden, first_hidden; /* rows, line */
    int n_merged, first_merged; /* cells, line */
    bool too_wide, is_full;
};

CoSheetBuilder *co_sheet_builder_new(CoBookContext *context, const char *sheet_name)
{
    g_return_val_if_fail(context != NULL && sheet_name != NULL, NULL);
    CoSheetBuilder *builder = g_new0(CoSheetBuilder, 1);
    builder->context = context;
    builder->sheet = co_sheet_new(context->file, sheet_name);
    co_sheet_share(builder->sheet, context->pool);
    builder->row = g_ptr_array_new();
    builder->faults = g_array_new(FALSE, TRUE, sizeof(Fault));
    builder->pending = g_array_new(FALSE, FALSE, sizeof(int));
    builder->areas = g_array_new(FALSE, FALSE, sizeof(Area));
    return builder;
}

void co_sheet_builder_free(CoSheetBuilder *builder)
{
    if (builder == NULL)
        return;
    co_sheet_free(builder->sheet);
    g_ptr_array_unref(builder->row);
    g_array_unref(builder->faults);
    g_array_unref(builder->pending);
    g_array_unref(builder->areas);
    g_free(builder);
}

/* @return whether there is such a column; one beyond the limit is reported at the end */
static bool is_within(CoSheetBuilder *builder, int column)
{
    g_return_val_if_fail(column >= 0, false);
    builder->too_wide = builder->too_wide || column >= CO_SHEET_MAX_COLUMNS;
    return column < CO_SHEET_MAX_COLUMNS;
}

static void add_fault(CoSheetBuilder *builder, int column, FaultKind kind, const char *words)
{
    int index = column * N_FAULTS + (int)kind;
    if (builder->faults->len <= (guint)index)
        g_array_set_size(builder->faults, (guint)index + 1);
    Fault *fault = &g_array_index(builder->faults, Fault, index);
    if (fault->words == NULL)
        fault->words = words;
    fault->number++;
    if (fault->line == 0)
        g_array_append_val(builder->pending, index);
}

void co_sheet_builder_put(CoSheetBuilder *builder, int column, const char *text, gsize length)
{
    g_return_if_fail(builder != NULL && text != NULL);
    if (length == 0 || builder->is_full || !is_within(builder, column))
        return;
    if (length > CO_SHEET_MAX_CELL_BYTES) {
        add_fault(builder, column, FAULT_LARGE, NULL);
        return;
    }
    const char *kept = co_text_pool_add(builder->context->pool, text, length);
    if (kept == NULL) {
        co_package_fail(builder->context->package, CO_PROBLEM_BOOK_TOO_LARGE,
                        co_sheet_name(builder->sheet));
        return;
    }
    if (builder->row->len <= (guint)column)
        g_ptr_array_set_size(builder->row, column + 1);
    builder->row->pdata[column] = (gpointer)kept;
}

void co_sheet_builder_put_fault(CoSheetBuilder *builder, int column, const char *error)
{
    g_return_if_fail(builder != NULL);
    if (builder->is_full || !is_within(builder, column))
        return;
    const char *words =
        error == NULL ? NULL : co_text_pool_add(builder->context->pool, error, strlen(error));
    add_fault(builder, column, error == NULL ? FAULT_NO_RESULT : FAULT_ERROR, words);
}

static void date_faults(CoSheetBuilder *builder, int line)
{
    for (guint i = 0; i < builder->pending->len; i++) {
        int index = g_array_index(builder->pending, int, i);
        Fault *fault = &g_array_index(builder->faults, Fault, index);
        if (fault->line != 0)
            continue;
        fault->line = line;
        co_sheet_note_fault(builder->sheet, line, index / N_FAULTS);
    }
    g_array_set_size(builder->pending, 0);
}

static void note_hidden(CoSheetBuilder *builder, int line)
{
    if (builder->n_hidden++ == 0)
        builder->first_hidden = line;
}

/* Adds the row once more to the sheet. @return false when there is no room for more */
static bool add_row(CoSheetBuilder *builder, int line, bool hidden)
{
    CoBookContext *context = builder->context;
    if (co_sheet_n_rows(builder->sheet) == CO_SHEET_MAX_ROWS) {
        builder->is_full = true;
        co_sheet_report(builder->sheet, context->problems,
                        (CoProblem){.severity = CO_SEVERITY_ERROR,
                                    .code = CO_PROBLEM_TOO_MANY_ROWS,
                                    .action = CO_ACTION_ROW_OUT,
                                    .line = line,
                                    .number = CO_SHEET_MAX_ROWS});
        return false;
    }
    if (context->n_cells + builder->row->len > CO_BOOK_MAX_CELLS) {
        co_package_fail(context->package, CO_PROBLEM_BOOK_TOO_LARGE, co_sheet_name(builder->sheet));
        return false;
    }
    for (guint i = 0; i < builder->row->len; i++) {
        const char *cell = builder->row->pdata[i];
        co_sheet_add_cell(builder->sheet, cell != NULL ? cell : "");
    }
    int n_cells = co_sheet_end_row(builder->sheet, line);
    context->n_cells += n_cells;
    if (n_cells == 0)
        return false;
    if (hidden)
        note_hidden(builder, line);
    co_sheet_judge_length(builder->sheet, context->problems);
    return true;
}

void co_sheet_builder_end_row(CoSheetBuilder *builder, int line, int n_rows, bool hidden)
{
    g_return_if_fail(builder != NULL);
    CoPackage *package = builder->context->package;
    date_faults(builder, line);
    if (builder->row->len == 0 || builder->is_full)
        return;
    if (line <= builder->last_line || line > CO_BOOK_MAX_LINE) {
        co_package_fail(package, CO_PROBLEM_BOOK_DAMAGED, co_sheet_name(builder->sheet));
        return;
    }
    n_rows = CLAMP(n_rows, 1, CO_BOOK_MAX_LINE - line + 1);
    bool more = true;
    for (int i = 0; i < n_rows && more && !co_package_has_failed(package); i++)
        more = add_row(builder, line + i, hidden);
    builder->last_line = line + n_rows - 1;
    g_ptr_array_set_size(builder->row, 0);
}

void co_sheet_builder_merge(CoSheetBuilder *builder, int first_line, int first_column,
                            int last_line, int last_column)
{
    enum { MAX_AREAS = 10000 };
    g_return_if_fail(builder != NULL);
    Area area = {first_line, first_column, last_line, MIN(last_column, CO_SHEET_MAX_COLUMNS - 1)};
    bool sensible = first_line > 0 && first_column >= 0 && last_line >= first_line &&
                    area.last_column >= first_column;
    if (sensible && builder->areas->len < MAX_AREAS)
        g_array_append_val(builder->areas, area);
}

/* @return (transfer none) the text of the cell at a line and column; "" when there is none */
static const char *text_at(const CoSheetBuilder *builder, int line, int column)
{
    const CoSheet *sheet = builder->sheet;
    if (line == co_sheet_header_line(sheet))
        return column < co_sheet_n_columns(sheet) ? co_sheet_header(sheet, column) : "";
    int low = 0, high = co_sheet_n_rows(sheet);
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (co_sheet_line(sheet, middle) < line)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < co_sheet_n_rows(sheet) && co_sheet_line(sheet, low) == line;
    return found ? co_sheet_cell(sheet, low, column) : "";
}

/* A row that has to grow is copied, so filling counts as if it always had. */
static bool fill(CoSheetBuilder *builder, int line, int column, const char *text)
{
    CoBookContext *context = builder->context;
    context->n_cells += column + 1;
    if (context->n_cells <= CO_BOOK_MAX_CELLS)
        return co_sheet_fill_blank(builder->sheet, line, column, text);
    co_package_fail(context->package, CO_PROBLEM_BOOK_TOO_LARGE, co_sheet_name(builder->sheet));
    return false;
}

static void fill_area(CoSheetBuilder *builder, const Area *area)
{
    const CoPackage *package = builder->context->package;
    const char *text = text_at(builder, area->first_line, area->first_column);
    if (*text == '\0')
        return;
    int header_line = co_sheet_header_line(builder->sheet);
    if (area->first_line == header_line)
        for (int i = area->first_column + 1; i <= area->last_column; i++)
            fill(builder, header_line, i, text);
    int last_line = MIN(area->last_line, builder->last_line);
    for (int i = area->first_line + 1; i <= last_line && !co_package_has_failed(package); i++)
        if (fill(builder, i, area->first_column, text) && builder->n_merged++ == 0)
            builder->first_merged = i;
}

static void report(CoSheetBuilder *builder, CoProblem problem)
{
    co_sheet_report(builder->sheet, builder->context->problems, problem);
}

static void report_fault(CoSheetBuilder *builder, int column, FaultKind kind, const Fault *fault)
{
    static const CoProblemCode codes[N_FAULTS] = {
        [FAULT_ERROR] = CO_PROBLEM_CELL_ERROR,
        [FAULT_NO_RESULT] = CO_PROBLEM_FORMULA_EMPTY,
        [FAULT_LARGE] = CO_PROBLEM_CELL_TOO_LARGE,
    };
    char letters[4];
    co_sheet_column_letters(column, letters);
    bool named = column < co_sheet_n_columns(builder->sheet);
    report(builder, (CoProblem){
                        .severity = kind == FAULT_LARGE ? CO_SEVERITY_ERROR : CO_SEVERITY_WARNING,
                        .code = codes[kind],
                        .action = CO_ACTION_CELL_OUT,
                        .line = fault->line,
                        .column = named ? co_sheet_column_label(builder->sheet, column) : letters,
                        .value = fault->words,
                        .number = kind == FAULT_LARGE ? CO_SHEET_MAX_CELL_BYTES : fault->number,
                    });
}

static void report_sheet(CoSheetBuilder *builder)
{
    if (builder->too_wide)
        report(builder, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                    .code = CO_PROBLEM_TOO_MANY_COLUMNS,
                                    .action = CO_ACTION_CELL_OUT,
                                    .number = CO_SHEET_MAX_COLUMNS});
    if (builder->n_hidden > 0)
        report(builder, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_ROWS_HIDDEN,
                                    .line = builder->first_hidden,
                                    .number = builder->n_hidden});
    if (builder->n_merged > 0)
        report(builder, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_CELLS_MERGED,
                                    .action = CO_ACTION_MENDED,
                                    .line = builder->first_merged,
                                    .number = builder->n_merged});
}

CoSheet *co_sheet_builder_finish(CoSheetBuilder *builder)
{
    g_return_val_if_fail(builder != NULL && builder->sheet != NULL, NULL);
    for (guint i = 0; i < builder->areas->len; i++)
        fill_area(builder, &g_array_index(builder->areas, Area, i));
    for (guint i = 0; i < builder->faults->len; i++) {
        const Fault *fault = &g_array_index(builder->faults, Fault, i);
        if (fault->number > 0)
            report_fault(builder, (int)i / N_FAULTS, (FaultKind)(i % N_FAULTS), fault);
    }
    report_sheet(builder);
    return g_steal_pointer(&builder->sheet);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include "measure.h"

#define LOWEST_SCALE 0.78
#define PADDING_PX 20 /* the cell's own margins, and the indent of its text */

typedef enum { CELL_TEXT, CELL_DAY, CELL_NUMBER, CELL_DECIMAL, CELL_CLOCK, CELL_FORMULA } CellKind;

typedef struct Cell {
    CellKind kind;
    char *text;
    int64_t number;
    double decimal;
} Cell;

typedef struct Row {
    char *band; /* heading across, no cells then; or NULL */
    guint first_cell;
    uint32_t fill;
    int height_px;
    bool break_before;
} Row;

struct CoTable {
    CoColumn *columns;
    int n_columns;
    GArray *cells; /* of Cell */
    GArray *rows;  /* of Row */
    bool has_bands;
    uint32_t next_fill;
    int height_px;
    bool next_break;
};

static void clear_cell(gpointer data)
{
    g_free(((Cell *)data)->text);
}

static void clear_row(gpointer data)
{
    g_free(((Row *)data)->band);
}

CoTable *co_table_new(const CoColumn *columns, int n_columns)
{
    g_return_val_if_fail(columns != NULL && n_columns > 0, NULL);
    CoTable *table = g_new0(CoTable, 1);
    table->columns = g_memdup2(columns, (gsize)n_columns * sizeof *columns);
    table->n_columns = n_columns;
    table->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    table->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_array_set_clear_func(table->cells, clear_cell);
    g_array_set_clear_func(table->rows, clear_row);
    return table;
}

void co_table_free(CoTable *table)
{
    if (table == NULL)
        return;
    g_array_unref(table->cells);
    g_array_unref(table->rows);
    g_free(table->columns);
    g_free(table);
}

static Row *begin_row(CoTable *table)
{
    const Row row = {.first_cell = table->cells->len,
                     .fill = table->next_fill,
                     .height_px = table->height_px,
                     .break_before = table->next_break};
    table->next_fill = 0;
    table->next_break = false;
    g_array_append_val(table->rows, row);
    return &g_array_index(table->rows, Row, table->rows->len - 1);
}

static bool row_is_complete(const CoTable *table)
{
    if (table->rows->len == 0)
        return true;
    const Row *row = &g_array_index(table->rows, Row, table->rows->len - 1);
    return row->band != NULL || table->cells->len - row->first_cell == (guint)table->n_columns;
}

static void add_cell(CoTable *table, Cell cell)
{
    if (row_is_complete(table))
        begin_row(table);
    g_array_append_val(table->cells, cell);
}

void co_table_add_text(CoTable *table, const char *text)
{
    g_return_if_fail(table != NULL && text != NULL);
    add_cell(table, (Cell){.kind = CELL_TEXT, .text = g_strdup(text)});
}

void co_table_take_text(CoTable *table, char *text)
{
    g_return_if_fail(table != NULL && text != NULL);
    add_cell(table, (Cell){.kind = CELL_TEXT, .text = text});
}

void co_table_add_day(CoTable *table, CoDay day)
{
    g_return_if_fail(table != NULL);
    add_cell(table, (Cell){.kind = CELL_DAY, .number = day});
}

void co_table_add_number(CoTable *table, int64_t number)
{
    g_return_if_fail(table != NULL);
    add_cell(table, (Cell){.kind = CELL_NUMBER, .number = number});
}

void co_table_add_decimal(CoTable *table, double number)
{
    g_return_if_fail(table != NULL);
    add_cell(table, (Cell){.kind = CELL_DECIMAL, .decimal = number});
}

void co_table_add_clock(CoTable *table, int minutes)
{
    g_return_if_fail(table != NULL);
    add_cell(table, (Cell){.kind = CELL_CLOCK, .number = minutes});
}

int64_t co_table_hundredths(int64_t part, int64_t whole)
{
    g_return_val_if_fail(whole > 0 && ABS(part) < G_MAXINT64 / 30000, 0);
    int64_t twice = 2 * ABS(part) * 10000 + whole;
    return (part < 0 ? -1 : 1) * (twice / (2 * whole));
}

void co_table_add_percent(CoTable *table, int64_t part, int64_t whole)
{
    g_return_if_fail(table != NULL && whole >= 0);
    if (whole == 0)
        co_table_add_text(table, "–");
    else
        co_table_add_decimal(table, (double)co_table_hundredths(part, whole) / 10000);
}

void co_table_add_formula(CoTable *table, const char *formula, double value)
{
    g_return_if_fail(table != NULL && formula != NULL && *formula == '=');
    add_cell(table, (Cell){.kind = CELL_FORMULA, .text = g_strdup(formula), .decimal = value});
}

void co_table_add_band(CoTable *table, const char *heading)
{
    g_return_if_fail(table != NULL && heading != NULL && row_is_complete(table));
    begin_row(table)->band = g_strdup(heading);
    table->has_bands = true;
}

void co_table_add_break(CoTable *table)
{
    g_return_if_fail(table != NULL && row_is_complete(table));
    table->next_break = table->rows->len > 0;
}

void co_table_fill_row(CoTable *table, uint32_t fill)
{
    g_return_if_fail(table != NULL);
    if (row_is_complete(table))
        table->next_fill = fill;
    else
        g_array_index(table->rows, Row, table->rows->len - 1).fill = fill;
}

void co_table_set_row_height(CoTable *table, int height_px)
{
    g_return_if_fail(table != NULL && height_px >= 0);
    table->height_px = height_px;
}

int co_table_n_rows(const CoTable *table)
{
    g_return_val_if_fail(table != NULL, 0);
    return (int)table->cells->len / table->n_columns;
}

/* The faces of style.c that tables use; widths want no format, which belongs to a book. */
static CoFace face_of(CoStyle style)
{
    return (CoFace){9.5, style == CO_STYLE_HEADER || style == CO_STYLE_CELL_STRONG};
}

/* What stands for a value that is formatted by its column. */
static const char *widest_of(CoStyle style)
{
    switch (style) {
    case CO_STYLE_CELL_MONEY:
        return "000 000,00 €";
    case CO_STYLE_CELL_CLOCK:
        return "00:00";
    case CO_STYLE_CELL_NUMBER:
        return "00000";
    default:
        return "00 000,0";
    }
}

static int cell_width(const Cell *cell, CoStyle style, CoFace face)
{
    switch (cell->kind) {
    case CELL_TEXT:
        return co_measure_width_px(cell->text, face);
    case CELL_DAY:
        return co_measure_width_px("mar. 00/00/0000", face);
    case CELL_CLOCK:
        return co_measure_width_px("00:00", face);
    case CELL_DECIMAL:
        return co_measure_width_px("0 000 000,00 €", face);
    case CELL_FORMULA:
        return co_measure_width_px(widest_of(style), face);
    case CELL_NUMBER:
        break;
    }
    g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, cell->number);
    return co_measure_width_px(digits, face);
}

/* Texts may wrap between their words, never inside one. */
static int longest_word(const char *text, CoFace face)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
    int widest = 0;
    for (char **word = words; *word != NULL; word++)
        widest = MAX(widest, co_measure_width_px(*word, face));
    return widest;
}

/* @return the least width of a column that breaks no word of it, as far as its maximum allows */
static int narrowest(const CoTable *table, int c)
{
    const CoColumn *column = &table->columns[c];
    int widest = longest_word(column->header, face_of(CO_STYLE_HEADER));
    for (guint i = (guint)c; i < table->cells->len; i += (guint)table->n_columns) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        CoFace face = face_of(column->style);
        int width = cell->kind == CELL_TEXT ? longest_word(cell->text, face)
                                            : cell_width(cell, column->style, face);
        widest = MAX(widest, width);
    }
    return CLAMP(widest + PADDING_PX, column->min_px, column->max_px);
}

void co_table_measure(const CoTable *table, int *width_px)
{
    g_return_if_fail(table != NULL && width_px != NULL);
    for (int c = 0; c < table->n_columns; c++) {
        const CoColumn *column = &table->columns[c];
        int widest = longest_word(column->header, face_of(CO_STYLE_HEADER));
        for (guint i = (guint)c; i < table->cells->len; i += (guint)table->n_columns)
            widest = MAX(widest, cell_width(&g_array_index(table->cells, Cell, i), column->style,
                                            face_of(column->style)));
        width_px[c] = MAX(width_px[c], CLAMP(widest + PADDING_PX, column->min_px, column->max_px));
    }
}

static int sum_of(const int *values, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

/* Gives each column a share of the room left, in proportion to how far it may still go. */
static void stretch(const CoTable *table, int *width_px, int extra)
{
    int slack = 0;
    for (int c = 0; c < table->n_columns; c++)
        slack += table->columns[c].max_px - width_px[c];
    if (slack <= 0)
        return;
    extra = MIN(extra, slack);
    for (int c = 0; c < table->n_columns; c++)
        width_px[c] += (int)((int64_t)extra * (table->columns[c].max_px - width_px[c]) / slack);
}

static void narrow(const CoTable *table, int *width_px, int excess)
{
    g_autofree int *spare_px = g_new(int, (gsize)table->n_columns);
    for (int c = 0; c < table->n_columns; c++)
        spare_px[c] = MAX(width_px[c] - narrowest(table, c), 0);
    int slack = sum_of(spare_px, table->n_columns);
    if (slack <= 0)
        return;
    excess = MIN(excess, slack);
    for (int c = 0; c < table->n_columns; c++)
        width_px[c] -= (int)((int64_t)excess * spare_px[c] / slack);
}

void co_table_fit(const CoTable *table, int *width_px, int total_px)
{
    g_return_if_fail(table != NULL && width_px != NULL);
    int sum = sum_of(width_px, table->n_columns);
    if (sum < total_px)
        stretch(table, width_px, total_px - sum);
    else
        narrow(table, width_px, sum - total_px);
}

void co_table_set_widths(const CoTable *table, CoPage *page)
{
    g_return_if_fail(table != NULL && page != NULL);
    g_autofree int *width_px = g_new0(int, (gsize)table->n_columns);
    co_table_measure(table, width_px);
    int sum = sum_of(width_px, table->n_columns), paper_px = co_page_printable_px(page);
    co_table_fit(table, width_px, CLAMP(sum, paper_px, (int)(paper_px / LOWEST_SCALE)));
    co_page_set_widths(page, width_px, table->n_columns);
}

static int column_span(const CoColumn *column)
{
    return MAX(column->span, 1);
}

static int table_span(const CoTable *table)
{
    int span = 0;
    for (int c = 0; c < table->n_columns; c++)
        span += column_span(&table->columns[c]);
    return span;
}

/* Puts the numbers of rows in their places. */
static void write_formula(CoPage *page, CoArea area, const Cell *cell, CoLook look)
{
    GString *text = g_string_new(NULL);
    for (const char *p = cell->text; *p != '\0'; p++) {
        if (*p == '#' || *p == '@')
            g_string_append_printf(text, "%d", area.row + (*p == '#' ? 1 : 0));
        else
            g_string_append_c(text, *p);
    }
    const CoFormula formula = {text->str, NULL, cell->decimal};
    co_page_formula(page, area.row, area.col, &formula, look);
    g_string_free(text, TRUE);
}

static void write_cell(CoPage *page, CoArea area, const Cell *cell, CoLook look)
{
    switch (cell->kind) {
    case CELL_TEXT:
        co_page_area(page, area, cell->text, look);
        return;
    case CELL_DAY:
    case CELL_NUMBER:
    case CELL_DECIMAL:
    case CELL_CLOCK:
    case CELL_FORMULA:
        break;
    }
    if (area.n_cols > 1)
        co_page_area(page, area, "", look);
    if (cell->kind == CELL_DAY)
        co_page_day(page, area.row, area.col, (CoDay)cell->number, look);
    else if (cell->kind == CELL_NUMBER)
        co_page_number(page, area.row, area.col, cell->number, look);
    else if (cell->kind == CELL_FORMULA)
        write_formula(page, area, cell, look);
    else if (cell->kind == CELL_DECIMAL)
        co_page_decimal(page, area.row, area.col, cell->decimal, look);
    else
        co_page_clock(page, area.row, area.col, (int)cell->number, look);
}

static void write_cells(const CoTable *table, CoPage *page, const Row *row, int position)
{
    int col = 0;
    for (int c = 0; c < table->n_columns; c++) {
        const CoColumn *column = &table->columns[c];
        const Cell *cell = &g_array_index(table->cells, Cell, row->first_cell + (guint)c);
        write_cell(page, (CoArea){position, col, 1, column_span(column)}, cell,
                   (CoLook){.style = column->style, .fill = row->fill});
        col += column_span(column);
    }
}

static void write_head(const CoTable *table, CoPage *page, int row)
{
    int col = 0;
    for (int c = 0; c < table->n_columns; c++) {
        int span = column_span(&table->columns[c]);
        co_page_area(page, (CoArea){row, col, 1, span}, table->columns[c].header,
                     (CoLook){.style = CO_STYLE_HEADER});
        col += span;
    }
}

int co_table_write(const CoTable *table, CoPage *page, int row)
{
    g_return_val_if_fail(table != NULL && page != NULL && row >= 0, 0);
    g_return_val_if_fail(row_is_complete(table), row);
    write_head(table, page, row++);
    for (guint i = 0; i < table->rows->len; i++, row++) {
        const Row *line = &g_array_index(table->rows, Row, i);
        if (line->break_before)
            co_page_break_row(page, row);
        if (line->height_px > 0)
            co_page_raise_row(page, row, line->height_px);
        if (line->band != NULL)
            co_page_area(page, (CoArea){row, 0, 1, table_span(table)}, line->band,
                         (CoLook){.style = CO_STYLE_BAND, .fill = line->fill});
        else
            write_cells(table, page, line, row);
    }
    return row;
}

int co_table_fill_page(const CoTable *table, CoPage *page, int row)
{
    g_return_val_if_fail(table != NULL && page != NULL, row);
    int last = co_table_write(table, page, row);
    if (co_page_height_px(page, 0, last) > co_page_printable_height_px(page))
        co_page_repeat_rows(page, row, 1);
    co_page_freeze(page, row + 1, 0);
    if (!table->has_bands && last > row + 1)
        worksheet_autofilter(co_page_sheet(page), (lxw_row_t)row, 0, (lxw_row_t)last - 1,
                             (lxw_col_t)(table_span(table) - 1));
    return last;
}

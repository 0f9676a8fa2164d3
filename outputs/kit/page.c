/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include <string.h>

#include "measure.h"
#include "picture.h"

#define DEFAULT_HEIGHT_PX 20
#define DEFAULT_WIDTH_PX 64
#define MAX_TEXT 4000
#define SIDE_MARGIN_IN 0.4
#define TOP_MARGIN_IN 0.45
#define BOTTOM_MARGIN_IN 0.6
#define A4_SHORT_IN 8.27
#define A4_LONG_IN 11.69
#define DAY_ZERO 693594 /* 1899-12-30, where spreadsheets count from */
#define CELL_MARGIN_PX 7
#define INDENT_PX 9
#define PICTURE_GAP_PX 6
/* A column is a number of digits wide; programs that do not round the width of a digit to whole
 * pixels make it up to 6.2 % wider. Rows differ by less. Nothing may be cut off in any of them. */
#define WIDEST_COLUMNS 1.063
#define HIGHEST_ROWS 1.03

struct CoPage {
    CoBook *book;
    lxw_worksheet *sheet;
    char *name, *footer;
    bool landscape;
    GArray *widths;     /* int, px */
    GArray *heights;    /* int, px; 0 = default */
    GArray *row_breaks; /* lxw_row_t, 0 at the end */
    GArray *col_breaks; /* lxw_col_t, 0 at the end */
    int n_rows, n_cols; /* used */
    int max_scale;
};

static void release_page(gpointer data)
{
    CoPage *page = data;
    g_array_unref(page->widths);
    g_array_unref(page->heights);
    g_array_unref(page->row_breaks);
    g_array_unref(page->col_breaks);
    g_free(page->name);
    g_free(page->footer);
    g_free(page);
}

int co_page_printable_px(const CoPage *page)
{
    g_return_val_if_fail(page != NULL, 0);
    double width_in = (page->landscape ? A4_LONG_IN : A4_SHORT_IN) - 2 * SIDE_MARGIN_IN;
    return (int)(width_in * 96 / WIDEST_COLUMNS);
}

int co_page_printable_height_px(const CoPage *page)
{
    g_return_val_if_fail(page != NULL, 0);
    double height_in =
        (page->landscape ? A4_SHORT_IN : A4_LONG_IN) - TOP_MARGIN_IN - BOTTOM_MARGIN_IN;
    return (int)(height_in * 96 / HIGHEST_ROWS);
}

/* "&" begins an instruction in a footer; 255 characters is the format's limit. */
static void set_footer(const CoPage *page)
{
    g_auto(GStrv) parts = g_strsplit(page->footer, "&", -1);
    g_autofree char *escaped = g_strjoinv("&&", parts);
    g_autofree char *cut =
        g_utf8_strlen(escaped, -1) > 180 ? g_utf8_substring(escaped, 0, 180) : g_strdup(escaped);
    /* The size of the letters and a text that begins with a digit would be read as one number. */
    const char *gap = g_ascii_isdigit(*cut) ? " " : "";
    g_autofree char *text = g_strdup_printf("&L&8%s%s&R&8Page &P/&N", gap, cut);
    lxw_header_footer_options options = {.margin = 0.25};
    worksheet_set_footer_opt(page->sheet, text, &options);
}

/* With manual breaks the scale is computed here: programs that fit to a width ignore the breaks. */
static void set_scale(const CoPage *page)
{
    if (page->row_breaks->len == 0 && page->col_breaks->len == 0 && page->max_scale == 100) {
        worksheet_fit_to_pages(page->sheet, 1, 0);
        return;
    }
    int scale = page->max_scale;
    if (page->col_breaks->len == 0) {
        int width = MAX(co_page_width_px(page, 0, page->n_cols), 1);
        scale = MIN(scale, co_page_printable_px(page) * 100 / width);
    }
    worksheet_set_print_scale(page->sheet, (uint16_t)CLAMP(scale, 10, 400));
}

static void set_breaks(const CoPage *page)
{
    const lxw_row_t last_row = 0;
    const lxw_col_t last_col = 0;
    if (page->row_breaks->len > 0) {
        g_array_append_val(page->row_breaks, last_row);
        worksheet_set_h_pagebreaks(page->sheet, (lxw_row_t *)(void *)page->row_breaks->data);
    }
    if (page->col_breaks->len > 0) {
        g_array_append_val(page->col_breaks, last_col);
        worksheet_set_v_pagebreaks(page->sheet, (lxw_col_t *)(void *)page->col_breaks->data);
    }
}

static void set_paper(const CoPage *page)
{
    worksheet_set_paper(page->sheet, 9); /* A4 */
    if (page->landscape)
        worksheet_set_landscape(page->sheet);
    worksheet_set_margins(page->sheet, SIDE_MARGIN_IN, SIDE_MARGIN_IN, TOP_MARGIN_IN,
                          BOTTOM_MARGIN_IN);
    worksheet_gridlines(page->sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_center_horizontally(page->sheet);
    if (page->n_rows > 0 && page->n_cols > 0)
        worksheet_print_area(page->sheet, 0, 0, (lxw_row_t)page->n_rows - 1,
                             (lxw_col_t)(page->n_cols - 1));
}

static void finish_page(void *data)
{
    CoPage *page = data;
    for (guint i = 0; i < page->heights->len; i++) {
        int height = g_array_index(page->heights, int, i);
        if (height > 0)
            worksheet_set_row_pixels(page->sheet, i, (uint32_t)height, NULL);
    }
    set_paper(page);
    set_footer(page);
    set_scale(page);
    set_breaks(page);
}

CoPage *co_page_new(CoBook *book, const CoPageSetup *setup)
{
    g_return_val_if_fail(book != NULL && setup != NULL, NULL);
    g_return_val_if_fail(setup->name != NULL && setup->footer != NULL, NULL);
    CoPage *page = g_new0(CoPage, 1);
    page->book = book;
    page->name = co_book_sheet_name(book, setup->name);
    page->sheet = workbook_add_worksheet(co_book_handle(book), page->name);
    g_assert(page->sheet != NULL); /* the name is valid, so only memory could lack */
    page->footer = g_strdup(setup->footer);
    page->landscape = setup->landscape;
    page->max_scale = 100;
    page->widths = g_array_new(FALSE, TRUE, sizeof(int));
    page->heights = g_array_new(FALSE, TRUE, sizeof(int));
    page->row_breaks = g_array_new(FALSE, FALSE, sizeof(lxw_row_t));
    page->col_breaks = g_array_new(FALSE, FALSE, sizeof(lxw_col_t));
    co_book_adopt(book, page, finish_page, release_page);
    return page;
}

CoBook *co_page_book(const CoPage *page)
{
    g_return_val_if_fail(page != NULL, NULL);
    return page->book;
}

lxw_worksheet *co_page_sheet(const CoPage *page)
{
    g_return_val_if_fail(page != NULL, NULL);
    return page->sheet;
}

const char *co_page_name(const CoPage *page)
{
    g_return_val_if_fail(page != NULL, NULL);
    return page->name;
}

void co_page_set_widths(CoPage *page, const int *width_px, int n_columns)
{
    g_return_if_fail(page != NULL && width_px != NULL && n_columns >= 0);
    g_array_set_size(page->widths, 0);
    g_array_append_vals(page->widths, width_px, (guint)n_columns);
    for (int i = 0; i < n_columns; i++)
        worksheet_set_column_pixels(page->sheet, (lxw_col_t)i, (lxw_col_t)i, (uint32_t)width_px[i],
                                    NULL);
}

int co_page_width_px(const CoPage *page, int col, int n_cols)
{
    g_return_val_if_fail(page != NULL && col >= 0, 0);
    int sum = 0;
    for (int i = col; i < col + n_cols; i++)
        sum +=
            (guint)i < page->widths->len ? g_array_index(page->widths, int, i) : DEFAULT_WIDTH_PX;
    return sum;
}

void co_page_raise_row(CoPage *page, int row, int height_px)
{
    g_return_if_fail(page != NULL && row >= 0);
    if (page->heights->len <= (guint)row)
        g_array_set_size(page->heights, (guint)row + 1);
    int *height = &g_array_index(page->heights, int, row);
    *height = MAX(*height, height_px);
    page->n_rows = MAX(page->n_rows, row + 1);
}

int co_page_height_px(const CoPage *page, int row, int n_rows)
{
    g_return_val_if_fail(page != NULL && row >= 0, 0);
    int sum = 0;
    for (int i = row; i < row + n_rows; i++) {
        int height = (guint)i < page->heights->len ? g_array_index(page->heights, int, i) : 0;
        sum += height > 0 ? height : DEFAULT_HEIGHT_PX;
    }
    return sum;
}

void co_page_extend(CoPage *page, int row, int col)
{
    g_return_if_fail(page != NULL);
    page->n_rows = MAX(page->n_rows, row + 1);
    page->n_cols = MAX(page->n_cols, col + 1);
}

/* @return (transfer full) a text that is valid and of a bearable length */
static char *bounded(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    if (g_utf8_strlen(valid, -1) <= MAX_TEXT)
        return g_steal_pointer(&valid);
    g_autofree char *cut = g_utf8_substring(valid, 0, MAX_TEXT - 1);
    return g_strconcat(cut, "…", NULL);
}

static void raise_for_text(CoPage *page, CoArea area, const char *text, const lxw_format *format)
{
    const CoFace face = {format->font_size, format->bold};
    int width =
        co_page_width_px(page, area.col, area.n_cols) - CELL_MARGIN_PX - format->indent * INDENT_PX;
    int n_lines = format->text_wrap ? co_measure_lines(text, face, width) : 1;
    co_page_raise_row(page, area.row, co_measure_height_px(n_lines, face));
}

static void write_text(CoPage *page, CoArea area, const char *text, lxw_format *format)
{
    lxw_row_t row = (lxw_row_t)area.row;
    lxw_col_t col = (lxw_col_t)area.col;
    if (area.n_rows > 1 || area.n_cols > 1)
        worksheet_merge_range(page->sheet, row, col, row + (lxw_row_t)area.n_rows - 1,
                              (lxw_col_t)(col + area.n_cols - 1), text, format);
    else if (*text == '\0')
        worksheet_write_blank(page->sheet, row, col, format);
    else
        worksheet_write_string(page->sheet, row, col, text, format);
}

void co_page_area(CoPage *page, CoArea area, const char *text, CoLook look)
{
    g_return_if_fail(page != NULL && text != NULL);
    g_return_if_fail(area.row >= 0 && area.col >= 0 && area.n_rows > 0 && area.n_cols > 0);
    lxw_format *format = co_book_look(page->book, look);
    g_autofree char *shown = bounded(text);
    co_page_extend(page, area.row + area.n_rows - 1, area.col + area.n_cols - 1);
    if (area.n_rows == 1)
        raise_for_text(page, area, shown, format);
    write_text(page, area, shown, format);
}

void co_page_text(CoPage *page, int row, int col, const char *text, CoLook look)
{
    co_page_area(page, (CoArea){row, col, 1, 1}, text, look);
}

/* A cell that is a number to the spreadsheet. */
static void write_value(CoPage *page, int row, int col, double value, CoLook look)
{
    g_return_if_fail(page != NULL && row >= 0 && col >= 0);
    lxw_format *format = co_book_look(page->book, look);
    const CoFace face = {format->font_size, format->bold};
    co_page_extend(page, row, col);
    co_page_raise_row(page, row, co_measure_height_px(1, face));
    worksheet_write_number(page->sheet, (lxw_row_t)row, (lxw_col_t)col, value, format);
}

void co_page_day(CoPage *page, int row, int col, CoDay day, CoLook look)
{
    if (day == CO_DAY_NONE)
        co_page_text(page, row, col, "", look);
    else
        write_value(page, row, col, day - DAY_ZERO, look);
}

void co_page_number(CoPage *page, int row, int col, int64_t number, CoLook look)
{
    write_value(page, row, col, (double)number, look);
}

void co_page_decimal(CoPage *page, int row, int col, double number, CoLook look)
{
    write_value(page, row, col, number, look);
}

void co_page_formula(CoPage *page, int row, int col, const CoFormula *formula, CoLook look)
{
    g_return_if_fail(page != NULL && row >= 0 && col >= 0 && formula != NULL);
    lxw_format *format = co_book_look(page->book, look);
    const CoFace face = {format->font_size, format->bold};
    co_page_extend(page, row, col);
    co_page_raise_row(page, row, co_measure_height_px(1, face));
    if (formula->words != NULL)
        worksheet_write_formula_str(page->sheet, (lxw_row_t)row, (lxw_col_t)col, formula->text,
                                    format, formula->words);
    else
        worksheet_write_formula_num(page->sheet, (lxw_row_t)row, (lxw_col_t)col, formula->text,
                                    format, formula->number);
}

void co_page_clock(CoPage *page, int row, int col, int minutes, CoLook look)
{
    write_value(page, row, col, minutes / (24.0 * 60.0), look);
}

void co_page_picture(CoPage *page, int row, int col, const struct CoPicture *picture,
                     const char *words)
{
    g_return_if_fail(page != NULL && picture != NULL && words != NULL && row >= 0 && col >= 0);
    g_autofree char *description = g_strdup(words);
    lxw_image_options options = {.x_scale = picture->scale,
                                 .y_scale = picture->scale,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = description};
    gsize size;
    const unsigned char *png = g_bytes_get_data(picture->png, &size);
    worksheet_insert_image_buffer_opt(page->sheet, (lxw_row_t)row, (lxw_col_t)col, png, size,
                                      &options);
    co_page_raise_row(page, row, picture->height_px + PICTURE_GAP_PX);
}

void co_page_repeat_rows(CoPage *page, int first_row, int n_rows)
{
    g_return_if_fail(page != NULL && first_row >= 0 && n_rows > 0);
    worksheet_repeat_rows(page->sheet, (lxw_row_t)first_row, (lxw_row_t)(first_row + n_rows - 1));
}

void co_page_repeat_columns(CoPage *page, int n_columns)
{
    g_return_if_fail(page != NULL && n_columns > 0);
    worksheet_repeat_columns(page->sheet, 0, (lxw_col_t)(n_columns - 1));
}

void co_page_break_row(CoPage *page, int row)
{
    g_return_if_fail(page != NULL && row > 0);
    const lxw_row_t value = (lxw_row_t)row;
    /* The format allows 1023 breaks; beyond, paper is cut where it ends. */
    if (page->row_breaks->len < LXW_BREAKS_MAX - 1)
        g_array_append_val(page->row_breaks, value);
}

/* @return the height of what fits on one sheet of paper, printed as small as the width asks for */
static int paper_height_px(const CoPage *page)
{
    int64_t width = co_page_width_px(page, 0, page->n_cols);
    int64_t height = co_page_printable_height_px(page);
    return (int)(height * MAX(width, co_page_printable_px(page)) / co_page_printable_px(page));
}

static int last_break_before(const CoPage *page, int row)
{
    int last = 0;
    for (guint i = 0; i < page->row_breaks->len; i++) {
        int position = (int)g_array_index(page->row_breaks, lxw_row_t, i);
        if (position <= row)
            last = MAX(last, position);
    }
    return last;
}

bool co_page_keep_rows(CoPage *page, int row, int n_rows)
{
    g_return_val_if_fail(page != NULL && row >= 0 && n_rows > 0, false);
    int paper_px = paper_height_px(page), needed_px = co_page_height_px(page, row, n_rows);
    int start = last_break_before(page, row);
    int used_px = co_page_height_px(page, start, row - start) % paper_px;
    if (needed_px > paper_px)
        return false;
    if (row > start && used_px + needed_px > paper_px)
        co_page_break_row(page, row);
    return true;
}

void co_page_break_column(CoPage *page, int col)
{
    g_return_if_fail(page != NULL && col > 0);
    const lxw_col_t value = (lxw_col_t)col;
    if (page->col_breaks->len < LXW_BREAKS_MAX - 1)
        g_array_append_val(page->col_breaks, value);
}

void co_page_set_scale(CoPage *page, int percent)
{
    g_return_if_fail(page != NULL && percent >= 10 && percent <= 400);
    page->max_scale = percent;
}

void co_page_freeze(CoPage *page, int row, int col)
{
    g_return_if_fail(page != NULL);
    worksheet_freeze_panes(page->sheet, (lxw_row_t)row, (lxw_col_t)col);
}

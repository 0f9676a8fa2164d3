/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "outputs/kit/table.h"
#include "outputs/words/letter_words.h"

#define LOWEST_SCALE 0.75

/* Where a letter is being written. */
typedef struct Sheet {
    const CoLetter *letter;
    CoPage *page;
    int n_columns, n_left;
} Sheet;

static int write_line(const Sheet *sheet, int row, const char *text, CoStyle style)
{
    co_page_area(sheet->page, (CoArea){row, 0, 1, sheet->n_columns}, text,
                 (CoLook){.style = style});
    return row + 1;
}

/* The left half of a line, and the right one against the edge of the paper. */
static void write_left(const Sheet *sheet, int row, const char *text, CoStyle style)
{
    co_page_area(sheet->page, (CoArea){row, 0, 1, sheet->n_left}, text, (CoLook){.style = style});
}

static CoArea right_half(const Sheet *sheet, int row)
{
    return (CoArea){row, sheet->n_left, 1, sheet->n_columns - sheet->n_left};
}

static void write_right(const Sheet *sheet, int row, const char *text)
{
    co_page_area(sheet->page, right_half(sheet, row), text, (CoLook){.style = CO_STYLE_ISSUE});
}

/* "label: paragraph"; nothing when there is no paragraph. */
static int write_paragraph(const Sheet *sheet, int row, const char *label, const char *text)
{
    if (*text == '\0')
        return row;
    co_page_text(sheet->page, row, 0, label, (CoLook){.style = CO_STYLE_LABEL});
    co_page_area(sheet->page, (CoArea){row, 1, 1, sheet->n_columns - 1}, text,
                 (CoLook){.style = CO_STYLE_LETTER_TEXT});
    return row + 1;
}

static int write_space(const Sheet *sheet, int row, int height_px)
{
    co_page_raise_row(sheet->page, row, height_px);
    return row + 1;
}

static int write_head(const Sheet *sheet, int row)
{
    const CoLetter *letter = sheet->letter;
    g_auto(GStrv) lines = co_texts_lines(letter->texts, CO_TEXT_HEADER, &letter->values);
    g_autofree char *reference =
        g_strconcat("Réf. ", letter->values.value[CO_FIELD_REFERENCE], NULL);
    const struct CoPicture *logo = co_texts_picture(letter->texts);
    int n_lines = (int)g_strv_length(lines);
    if (logo != NULL)
        co_page_picture(sheet->page, row++, 0, logo, lines[0] != NULL ? lines[0] : "");
    for (int i = 0; i < n_lines; i++)
        write_left(sheet, row + i, lines[i], i == 0 ? CO_STYLE_ACADEMY : CO_STYLE_SERVICE);
    write_right(sheet, row, letter->heading->issue);
    write_right(sheet, row + 1, reference);
    return write_space(sheet, row + MAX(n_lines, 2), 14);
}

static int write_title(const Sheet *sheet, int row, const char *title)
{
    row = write_line(sheet, row, title, CO_STYLE_LETTER_HEAD);
    row = write_line(sheet, row, sheet->letter->heading->subtitle, CO_STYLE_SUBTITLE);
    return write_space(sheet, row, 12);
}

static int write_addressee(const Sheet *sheet, int row)
{
    const CoLetter *letter = sheet->letter;
    row = write_line(sheet, row, letter->values.value[CO_FIELD_PERSON], CO_STYLE_LETTER_NAME);
    if (*letter->values.value[CO_FIELD_ROLES] != '\0')
        row = write_line(sheet, row, letter->values.value[CO_FIELD_ROLES], CO_STYLE_LETTER_TEXT);
    if (*letter->school != '\0') {
        row = write_line(sheet, row, letter->school, CO_STYLE_LETTER_TEXT);
        row = write_line(sheet, row, CO_LETTER_THROUGH, CO_STYLE_SMALL);
    }
    return write_space(sheet, row, 10);
}

static CoTable *dates_table(const CoLetterForm *form)
{
    CoColumn columns[CO_LETTER_MAX_COLUMNS] = {{0}};
    for (int i = 0; i < form->n_columns; i++) {
        const CoLetterColumn *column = &form->columns[i];
        CoStyle style = column->is_centered ? CO_STYLE_CELL_CENTER : CO_STYLE_CELL;
        columns[i] = (CoColumn){column->head, i == 0 ? CO_STYLE_CELL_DAY : style, column->width_px,
                                column->width_px, 0};
    }
    return co_table_new(columns, form->n_columns);
}

static int write_dates(const Sheet *sheet, int row)
{
    const CoLetter *letter = sheet->letter;
    g_autoptr(CoTable) table = dates_table(letter->form);
    for (guint i = 0; i < letter->dates->len; i++) {
        const CoLetterDate *date = &g_array_index(letter->dates, CoLetterDate, i);
        co_table_add_day(table, date->day);
        for (int c = 1; c < sheet->n_columns; c++)
            co_table_add_text(table, date->cells[c]);
    }
    row = co_table_write(table, sheet->page, row);
    return write_space(sheet, row, 10);
}

static int write_signatures(const Sheet *sheet, int row)
{
    static const CoLook hint = {.style = CO_STYLE_BOX_HINT};
    const CoLetter *letter = sheet->letter;
    g_auto(GStrv) lines = co_texts_lines(letter->texts, CO_TEXT_SIGNATURE, &letter->values);
    g_autofree char *signature = g_strjoinv("\n", lines);
    row = write_space(sheet, row, 12);
    co_page_area(sheet->page, (CoArea){row, 0, 1, sheet->n_left}, signature, hint);
    co_page_area(sheet->page, right_half(sheet, row), letter->form->visas[0], hint);
    co_page_raise_row(sheet->page, row, 96);
    row = write_space(sheet, row + 1, 8);
    co_page_area(sheet->page, (CoArea){row, 0, 1, sheet->n_columns}, letter->form->visas[1], hint);
    co_page_raise_row(sheet->page, row, 76);
    return row + 1;
}

static int write_block(const Sheet *sheet, int row, const CoBlock *block)
{
    switch (block->kind) {
    case CO_BLOCK_TITLE:
        return write_title(sheet, row, block->text);
    case CO_BLOCK_STRONG:
        row = write_space(sheet, row, 8);
        row = write_line(sheet, row, block->text, CO_STYLE_STRONG);
        return write_space(sheet, row, 6);
    case CO_BLOCK_TEXT:
        return write_line(sheet, row, block->text, CO_STYLE_LETTER_TEXT);
    case CO_BLOCK_FACT:
        return write_paragraph(sheet, row, block->label, block->text);
    case CO_BLOCK_ADDRESSEE:
        return write_addressee(sheet, row);
    case CO_BLOCK_MEETINGS:
        return write_dates(sheet, row);
    case CO_BLOCK_HOURS:
    case CO_BLOCK_PLACES:
    case CO_BLOCK_SIGNATURES:
        break;
    }
    return write_signatures(sheet, row);
}

int co_letter_page_write(const CoLetter *letter, CoPage *page, int row)
{
    g_return_val_if_fail(letter != NULL && page != NULL && row >= 0, row);
    const Sheet sheet = {letter, page, letter->form->n_columns, letter->form->n_left};
    g_autoptr(GArray) blocks = co_letter_blocks(letter);
    row = write_head(&sheet, row);
    for (guint i = 0; i < blocks->len; i++)
        row = write_block(&sheet, row, &g_array_index(blocks, CoBlock, i));
    return row;
}

void co_letter_page_widths(const CoLetterForm *form, CoPage *page)
{
    g_return_if_fail(form != NULL && page != NULL);
    int width_px[CO_LETTER_MAX_COLUMNS] = {0};
    for (int i = 0; i < form->n_columns; i++)
        width_px[i] = form->columns[i].width_px;
    co_page_set_widths(page, width_px, form->n_columns);
}

void co_letter_page_scale(CoPage *page, int longest_px)
{
    g_return_if_fail(page != NULL);
    double scale = (double)co_page_printable_height_px(page) / MAX(longest_px, 1);
    co_page_set_scale(page, (int)(CLAMP(scale, LOWEST_SCALE, 1.0) * 100));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call letters, one sheet of paper each. */
#include "school_book.h"

#include "outputs/words/letter_words.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

static const CoColumn letter_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 104, 104, 0},       {"Horaires", CO_STYLE_CELL_CENTER, 92, 92, 0},
    {"Modalité", CO_STYLE_CELL_CENTER, 92, 92, 0},  {"Module", CO_STYLE_CELL, 226, 226, 0},
    {"Salle ou accès", CO_STYLE_CELL, 202, 202, 0},
};
#define N_COLUMNS ((int)G_N_ELEMENTS(letter_columns))
#define LEFT_COLUMNS 3
#define LOWEST_SCALE 0.75

typedef struct Letter {
    const CoSchoolBook *book;
    const CoCampaign *campaign;
    CoPage *page;
    CoCall call;
    const CoTextValues *values;
} Letter;

static int write_line(const Letter *letter, int row, const char *text, CoStyle style)
{
    co_page_area(letter->page, (CoArea){row, 0, 1, N_COLUMNS}, text, (CoLook){.style = style});
    return row + 1;
}

/* The left half of a line, and the right one against the edge of the paper. */
static void write_left(const Letter *letter, int row, const char *text, CoStyle style)
{
    co_page_area(letter->page, (CoArea){row, 0, 1, LEFT_COLUMNS}, text, (CoLook){.style = style});
}

static void write_right(const Letter *letter, int row, const char *text)
{
    co_page_area(letter->page, (CoArea){row, LEFT_COLUMNS, 1, N_COLUMNS - LEFT_COLUMNS}, text,
                 (CoLook){.style = CO_STYLE_ISSUE});
}

/* "label: paragraph"; nothing when there is no paragraph. */
static int write_paragraph(const Letter *letter, int row, const char *label, const char *text)
{
    if (*text == '\0')
        return row;
    co_page_text(letter->page, row, 0, label, (CoLook){.style = CO_STYLE_LABEL});
    co_page_area(letter->page, (CoArea){row, 1, 1, N_COLUMNS - 1}, text,
                 (CoLook){.style = CO_STYLE_LETTER_TEXT});
    return row + 1;
}

static int write_space(const Letter *letter, int row, int height_px)
{
    co_page_raise_row(letter->page, row, height_px);
    return row + 1;
}

static int write_head(const Letter *letter, int row)
{
    const CoHeading *heading = letter->book->heading;
    g_auto(GStrv) lines = co_texts_lines(letter->book->texts, CO_TEXT_HEADER, letter->values);
    g_autofree char *reference =
        g_strconcat("Réf. ", letter->values->value[CO_FIELD_REFERENCE], NULL);
    int n_lines = (int)g_strv_length(lines);
    for (int i = 0; i < n_lines; i++)
        write_left(letter, row + i, lines[i], i == 0 ? CO_STYLE_ACADEMY : CO_STYLE_SERVICE);
    write_right(letter, row, heading->issue);
    write_right(letter, row + 1, reference);
    return write_space(letter, row + MAX(n_lines, 2), 14);
}

static int write_title(const Letter *letter, int row, const char *title)
{
    row = write_line(letter, row, title, CO_STYLE_LETTER_HEAD);
    row = write_line(letter, row, letter->book->heading->subtitle, CO_STYLE_SUBTITLE);
    return write_space(letter, row, 12);
}

static int write_addressee(const Letter *letter, int row)
{
    g_autofree char *where = co_letter_school(&letter->call);
    row = write_line(letter, row, letter->values->value[CO_FIELD_PERSON], CO_STYLE_LETTER_NAME);
    row = write_line(letter, row, letter->values->value[CO_FIELD_ROLES], CO_STYLE_LETTER_TEXT);
    row = write_line(letter, row, where, CO_STYLE_LETTER_TEXT);
    row = write_line(letter, row, CO_LETTER_THROUGH, CO_STYLE_SMALL);
    return write_space(letter, row, 10);
}

static void add_meeting(CoTable *table, const Letter *letter, const CoEntry *entry)
{
    const CoCampaign *campaign = letter->campaign;
    co_table_add_day(table, entry->day);
    co_table_take_text(table, co_letter_times(campaign, entry));
    co_table_add_text(table, co_wording_mode(co_agenda_mode(campaign, entry)));
    co_table_take_text(table, co_letter_module(campaign, entry));
    co_table_take_text(table, co_letter_access(&letter->call, entry));
}

static int write_meetings(const Letter *letter, int row)
{
    g_autoptr(CoTable) table = co_table_new(letter_columns, N_COLUMNS);
    for (int i = 0; i < letter->call.agenda->n_entries; i++)
        add_meeting(table, letter, &letter->call.agenda->entries[i]);
    row = co_table_write(table, letter->page, row);
    return write_space(letter, row, 10);
}

static int write_signatures(const Letter *letter, int row)
{
    static const CoLook hint = {.style = CO_STYLE_BOX_HINT};
    g_auto(GStrv) lines = co_texts_lines(letter->book->texts, CO_TEXT_SIGNATURE, letter->values);
    g_autofree char *signature = g_strjoinv("\n", lines);
    row = write_space(letter, row, 12);
    co_page_area(letter->page, (CoArea){row, 0, 1, LEFT_COLUMNS}, signature, hint);
    co_page_area(letter->page, (CoArea){row, LEFT_COLUMNS, 1, N_COLUMNS - LEFT_COLUMNS},
                 CO_LETTER_SEEN, hint);
    co_page_raise_row(letter->page, row, 96);
    row = write_space(letter, row + 1, 8);
    co_page_area(letter->page, (CoArea){row, 0, 1, N_COLUMNS}, CO_LETTER_ABSENCE, hint);
    co_page_raise_row(letter->page, row, 76);
    return row + 1;
}

static int write_block(const Letter *letter, int row, const CoBlock *block)
{
    switch (block->kind) {
    case CO_BLOCK_TITLE:
        return write_title(letter, row, block->text);
    case CO_BLOCK_STRONG:
        row = write_space(letter, row, 8);
        row = write_line(letter, row, block->text, CO_STYLE_STRONG);
        return write_space(letter, row, 6);
    case CO_BLOCK_TEXT:
        return write_line(letter, row, block->text, CO_STYLE_LETTER_TEXT);
    case CO_BLOCK_FACT:
        return write_paragraph(letter, row, block->label, block->text);
    case CO_BLOCK_ADDRESSEE:
        return write_addressee(letter, row);
    case CO_BLOCK_MEETINGS:
        return write_meetings(letter, row);
    case CO_BLOCK_SIGNATURES:
        break;
    }
    return write_signatures(letter, row);
}

/* @return the first row after the letter */
static int write_letter(Letter *letter, int row)
{
    g_auto(CoTextValues) values = {{NULL}};
    co_letter_values(&letter->call, letter->book->heading, &values);
    letter->values = &values;
    g_autoptr(GArray) blocks = co_texts_blocks(letter->book->texts, CO_TEXT_LETTER, &values);
    row = write_head(letter, row);
    for (guint i = 0; i < blocks->len; i++)
        row = write_block(letter, row, &g_array_index(blocks, CoBlock, i));
    letter->values = NULL;
    return row;
}

static void set_widths(CoPage *page)
{
    int width_px[G_N_ELEMENTS(letter_columns)];
    for (int i = 0; i < N_COLUMNS; i++)
        width_px[i] = letter_columns[i].min_px;
    co_page_set_widths(page, width_px, N_COLUMNS);
}

/* All letters at the scale of the longest, so that each keeps to its own sheet of paper. */
static void set_scale(CoPage *page, int longest_px)
{
    double scale = (double)co_page_printable_height_px(page) / MAX(longest_px, 1);
    co_page_set_scale(page, (int)(CLAMP(scale, LOWEST_SCALE, 1.0) * 100));
}

bool co_school_calls(const CoSchoolBook *book, int person_idx)
{
    g_return_val_if_fail(book != NULL, false);
    return book->group_of_person[person_idx] >= 0 &&
           book->context->campaign->people[person_idx].named;
}

static int first_called(const CoSchoolBook *book)
{
    for (int i = 0; i < book->n_people; i++)
        if (co_school_calls(book, book->people[i]))
            return i;
    return -1;
}

void co_school_letters(const CoSchoolBook *book)
{
    g_return_if_fail(book != NULL);
    int first = first_called(book), row = 0, longest_px = 0;
    if (first < 0)
        return;
    const CoPlan *plan = book->context->plan;
    const CoHeading *heading = book->heading;
    g_autofree char *footer = g_strdup_printf(
        "%s – EAFC – Convocations, %s – %s", heading->academy,
        book->context->campaign->establishments[book->establishment_idx].uai, heading->version);
    const CoPageSetup setup = {"Convocations", footer, false};
    Letter letter = {book, book->context->campaign, co_page_new(book->book, &setup), {0}, NULL};
    set_widths(letter.page);
    for (int i = first; i < book->n_people; i++) {
        if (!co_school_calls(book, book->people[i]))
            continue;
        int group_idx = book->group_of_person[book->people[i]];
        g_autoptr(CoAgenda) agenda = co_agenda_of_group(letter.campaign, plan, group_idx);
        letter.call = (CoCall){letter.campaign, &plan->groups[group_idx], agenda, book->people[i]};
        if (row > 0)
            co_page_break_row(letter.page, row);
        int end = write_letter(&letter, row);
        longest_px = MAX(longest_px, co_page_height_px(letter.page, row, end - row));
        row = end;
    }
    set_scale(letter.page, longest_px);
}

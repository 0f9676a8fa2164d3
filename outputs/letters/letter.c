/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "cohorte/wording.h"

static void clear_date(gpointer data)
{
    CoLetterDate *date = data;
    for (int i = 0; i < CO_LETTER_MAX_COLUMNS; i++)
        g_free(date->cells[i]);
}

static void clear_place(gpointer data)
{
    co_text_values_clear(data);
}

void co_letter_init(CoLetter *letter, const CoLetterForm *form, const CoTexts *texts,
                    const CoHeading *heading)
{
    g_return_if_fail(letter != NULL && form != NULL && texts != NULL && heading != NULL);
    *letter = (CoLetter){.form = form, .texts = texts, .heading = heading, .school = g_strdup("")};
    letter->dates = g_array_new(FALSE, TRUE, sizeof(CoLetterDate));
    g_array_set_clear_func(letter->dates, clear_date);
    letter->places = g_array_new(FALSE, TRUE, sizeof(CoTextValues));
    g_array_set_clear_func(letter->places, clear_place);
}

void co_letter_clear(CoLetter *letter)
{
    co_text_values_clear(&letter->values);
    g_clear_pointer(&letter->school, g_free);
    g_clear_pointer(&letter->dates, g_array_unref);
    g_clear_pointer(&letter->places, g_array_unref);
}

CoLetterDate *co_letter_add_date(CoLetter *letter, CoDay day)
{
    g_return_val_if_fail(letter != NULL, NULL);
    const CoLetterDate date = {day, {co_wording_day_long(day)}};
    g_array_append_val(letter->dates, date);
    return &g_array_index(letter->dates, CoLetterDate, letter->dates->len - 1);
}

/* Moves the blocks of the text of a place to the end of others. */
static void add_place(GArray *blocks, const CoLetter *letter, guint place)
{
    const CoTextValues *values = &g_array_index(letter->places, CoTextValues, place);
    g_autoptr(GArray) more = co_texts_blocks(letter->texts, CO_TEXT_ORDER_PLACE, values);
    g_array_append_vals(blocks, more->data, more->len);
    g_array_set_clear_func(more, NULL);
}

GArray *co_letter_blocks(const CoLetter *letter)
{
    g_return_val_if_fail(letter != NULL, NULL);
    g_autoptr(GArray) read = co_texts_blocks(letter->texts, letter->form->kind, &letter->values);
    GArray *blocks = co_texts_blocks_new();
    for (guint i = 0; i < read->len; i++) {
        CoBlock *block = &g_array_index(read, CoBlock, i);
        if (block->kind != CO_BLOCK_PLACES) {
            g_array_append_val(blocks, *block);
            *block = (CoBlock){0};
            continue;
        }
        for (guint p = 0; p < letter->places->len; p++)
            add_place(blocks, letter, p);
    }
    return blocks;
}

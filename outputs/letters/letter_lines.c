/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "outputs/words/letter_words.h"

static void append_dates(GString *text, const CoLetter *letter)
{
    for (guint i = 0; i < letter->dates->len; i++) {
        const CoLetterDate *date = &g_array_index(letter->dates, CoLetterDate, i);
        /* What has no day is free: "libre" alone stands for it. */
        g_string_append_printf(text, "  %s%s%s", date->cells[0],
                               *date->cells[0] != '\0' ? ", " : "", date->cells[1]);
        for (int c = 2; c < letter->form->n_columns; c++)
            if (*date->cells[c] != '\0')
                g_string_append_printf(text, " ; %s", date->cells[c]);
        g_string_append_c(text, '\n');
    }
    g_string_append_c(text, '\n');
}

static void append_lines(GString *text, char **lines)
{
    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(text, "%s\n", *line);
}

static void append_addressee(GString *text, const CoLetter *letter)
{
    const char *roles = letter->values.value[CO_FIELD_ROLES];
    g_string_append_printf(text, "%s\n", letter->values.value[CO_FIELD_PERSON]);
    if (*roles != '\0')
        g_string_append_printf(text, "%s\n", roles);
    if (*letter->school != '\0')
        g_string_append_printf(text, "%s\n%s\n", letter->school, CO_LETTER_THROUGH);
    g_string_append_c(text, '\n');
}

static void append_signatures(GString *text, const CoLetter *letter)
{
    g_auto(GStrv) signature = co_texts_lines(letter->texts, CO_TEXT_SIGNATURE, &letter->values);
    append_lines(text, signature);
    for (int i = 0; i < CO_LETTER_N_VISAS; i++)
        g_string_append_printf(text, "%s\n", letter->form->visas[i]);
}

static void append_block(GString *text, const CoLetter *letter, const CoBlock *block)
{
    switch (block->kind) {
    case CO_BLOCK_TITLE:
    case CO_BLOCK_STRONG:
    case CO_BLOCK_TEXT:
        g_string_append_printf(text, "%s\n\n", block->text);
        return;
    case CO_BLOCK_FACT:
        if (*block->text != '\0')
            g_string_append_printf(text, "%s : %s\n\n", block->label, block->text);
        return;
    case CO_BLOCK_ADDRESSEE:
        append_addressee(text, letter);
        return;
    case CO_BLOCK_MEETINGS:
        append_dates(text, letter);
        return;
    case CO_BLOCK_HOURS:
    case CO_BLOCK_PLACES:
    case CO_BLOCK_SIGNATURES:
        break;
    }
    append_signatures(text, letter);
}

char *co_letter_lines(const CoLetter *letter)
{
    g_return_val_if_fail(letter != NULL, NULL);
    const CoTextValues *values = &letter->values;
    GString *text = g_string_new(NULL);
    g_auto(GStrv) header = co_texts_lines(letter->texts, CO_TEXT_HEADER, values);
    g_autoptr(GArray) blocks = co_letter_blocks(letter);
    append_lines(text, header);
    g_string_append_printf(text, "%s – Réf. %s\n\n", values->value[CO_FIELD_ISSUE],
                           values->value[CO_FIELD_REFERENCE]);
    for (guint i = 0; i < blocks->len; i++)
        append_block(text, letter, &g_array_index(blocks, CoBlock, i));
    return g_string_free(text, FALSE);
}

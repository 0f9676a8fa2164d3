/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter.h"

#include "outputs/letterhead.h"
#include "outputs/words/letter_words.h"

#define UPPER_FRAME 76.0
#define LOWER_FRAME 60.0
#define FRAMES_GAPS 9.0 /* one between them, and what rounding takes */
#define LEAST_FRAMES 0.65
#define LAST_PARAGRAPH_HEIGHT 32.0

static void draw_addressee(CoPaper *paper, const CoLetter *letter)
{
    static const CoInk name = {.size = 12, .bold = true, .tag = "P"},
                       line = {.size = 10, .tag = "P"},
                       small = {.size = 8.5, .grey = true, .tag = "P"};
    co_paper_text(paper, &name, letter->values.value[CO_FIELD_PERSON]);
    co_paper_space(paper, 2);
    co_paper_text(paper, &line, letter->values.value[CO_FIELD_ROLES]);
    co_paper_text(paper, &line, letter->school);
    if (*letter->school != '\0')
        co_paper_text(paper, &small, CO_LETTER_THROUGH);
    co_paper_space(paper, 10);
}

static void draw_dates(CoPaper *paper, const CoLetter *letter)
{
    const CoLetterForm *form = letter->form;
    double widths[CO_LETTER_MAX_COLUMNS] = {0};
    const char *heads[CO_LETTER_MAX_COLUMNS] = {NULL};
    for (int i = 0; i < form->n_columns; i++) {
        widths[i] = form->columns[i].width_pt;
        heads[i] = form->columns[i].head;
    }
    const CoPaperTable table = {form->n_columns, widths, heads, 8.5, 0};
    co_paper_table_begin(paper, &table);
    for (guint i = 0; i < letter->dates->len; i++) {
        const CoLetterDate *date = &g_array_index(letter->dates, CoLetterDate, i);
        co_paper_table_row(paper, &table, (const char *const *)date->cells);
    }
    co_paper_table_end(paper);
    co_paper_space(paper, 10);
}

/* Frames give way a little rather than go to a sheet of their own. */
static double frames_scale(const CoPaper *paper)
{
    double scale = (co_paper_left(paper) - FRAMES_GAPS) / (UPPER_FRAME + LOWER_FRAME);
    return scale < LEAST_FRAMES ? 1.0 : MIN(scale, 1.0);
}

static void draw_signatures(CoPaper *paper, const CoLetter *letter)
{
    g_auto(GStrv) lines = co_texts_lines(letter->texts, CO_TEXT_SIGNATURE, &letter->values);
    g_autofree char *signature = g_strjoinv("\n", lines);
    const char *const captions[] = {signature, letter->form->visas[0]};
    co_paper_space(paper, 8);
    double scale = frames_scale(paper);
    co_paper_need(paper, FRAMES_GAPS + (UPPER_FRAME + LOWER_FRAME) * scale); /* all together */
    co_paper_boxes(paper, captions, G_N_ELEMENTS(captions), UPPER_FRAME * scale);
    co_paper_boxes(paper, &letter->form->visas[1], 1, LOWER_FRAME * scale);
}

static void draw_block(CoPaper *paper, const CoLetter *letter, const CoBlock *block)
{
    static const CoInk strong = {.size = 10, .bold = true, .tag = "P"},
                       text = {.size = 9.5, .tag = "P"};
    switch (block->kind) {
    case CO_BLOCK_TITLE:
        co_letterhead_title(paper, block->text, letter->heading->subtitle);
        return;
    case CO_BLOCK_STRONG:
        co_paper_space(paper, 4);
        co_paper_text(paper, &strong, block->text);
        co_paper_space(paper, 8);
        return;
    case CO_BLOCK_TEXT:
        co_paper_text(paper, &text, block->text);
        co_paper_space(paper, 4);
        return;
    case CO_BLOCK_FACT:
        co_paper_fact(paper, block->label, block->text);
        return;
    case CO_BLOCK_ADDRESSEE:
        draw_addressee(paper, letter);
        return;
    case CO_BLOCK_MEETINGS:
        draw_dates(paper, letter);
        return;
    case CO_BLOCK_HOURS:
    case CO_BLOCK_PLACES:
    case CO_BLOCK_SIGNATURES:
        break;
    }
    draw_signatures(paper, letter);
}

void co_letter_paper_draw(CoPaper *paper, void *data)
{
    g_return_if_fail(paper != NULL && data != NULL);
    const CoLetter *letter = data;
    g_autofree char *reference =
        g_strconcat("Réf. ", letter->values.value[CO_FIELD_REFERENCE], NULL);
    g_autoptr(GArray) blocks = co_letter_blocks(letter);
    co_letterhead_draw(paper, letter->texts, &letter->values, reference);
    for (guint i = 0; i < blocks->len; i++) {
        /* Signatures alone on a sheet would sign nothing. */
        if (i + 1 < blocks->len &&
            g_array_index(blocks, CoBlock, i + 1).kind == CO_BLOCK_SIGNATURES)
            co_paper_need(paper, LAST_PARAGRAPH_HEIGHT + FRAMES_GAPS +
                                     (UPPER_FRAME + LOWER_FRAME) * LEAST_FRAMES);
        draw_block(paper, letter, &g_array_index(blocks, CoBlock, i));
    }
}

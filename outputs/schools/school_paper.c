/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convocations/<uai>.pdf: the call letters of one establishment, each from the top of a sheet. */
#include "school_book.h"

#include "outputs/words/letter_words.h"
#include "outputs/letterhead.h"
#include "outputs/kit/paper.h"
#include "cohorte/wording.h"

#define N_COLUMNS 5
static const double meeting_widths[N_COLUMNS] = {72, 72, 68, 152, 131};
static const char *const meeting_heads[N_COLUMNS] = {"Date", "Horaires", "Modalité", "Module",
                                                     "Salle ou accès"};
static const CoPaperTable meeting_table = {N_COLUMNS, meeting_widths, meeting_heads, 8.5, 0};

typedef struct Letter {
    const CoSchoolBook *book;
    CoCall call;
    CoTextValues values;
} Letter;

static void draw_addressee(CoPaper *paper, const Letter *letter)
{
    static const CoInk name = {.size = 12, .bold = true, .tag = "P"},
                       line = {.size = 10, .tag = "P"},
                       small = {.size = 8.5, .grey = true, .tag = "P"};
    g_autofree char *school = co_letter_school(&letter->call);
    co_paper_text(paper, &name, letter->values.value[CO_FIELD_PERSON]);
    co_paper_space(paper, 2);
    co_paper_text(paper, &line, letter->values.value[CO_FIELD_ROLES]);
    co_paper_text(paper, &line, school);
    co_paper_text(paper, &small, CO_LETTER_THROUGH);
    co_paper_space(paper, 10);
}

static void draw_meetings(CoPaper *paper, const Letter *letter)
{
    const CoCampaign *campaign = letter->call.campaign;
    co_paper_table_begin(paper, &meeting_table);
    for (int i = 0; i < letter->call.agenda->n_entries; i++) {
        const CoEntry *entry = &letter->call.agenda->entries[i];
        g_autofree char *day = co_wording_day_long(entry->day);
        g_autofree char *times = co_letter_times(campaign, entry);
        g_autofree char *module = co_letter_module(campaign, entry);
        g_autofree char *access = co_letter_access(&letter->call, entry);
        const char *const cells[N_COLUMNS] = {
            day, times, co_wording_mode(co_agenda_mode(campaign, entry)), module, access};
        co_paper_table_row(paper, &meeting_table, cells);
    }
    co_paper_table_end(paper);
    co_paper_space(paper, 10);
}

static void draw_signatures(CoPaper *paper, const Letter *letter)
{
    static const char *const absence = CO_LETTER_ABSENCE;
    g_auto(GStrv) lines = co_texts_lines(letter->book->texts, CO_TEXT_SIGNATURE, &letter->values);
    g_autofree char *signature = g_strjoinv("\n", lines);
    const char *const captions[] = {signature, CO_LETTER_SEEN};
    co_paper_space(paper, 8);
    co_paper_need(paper, 144); /* the frames stay together */
    co_paper_boxes(paper, captions, G_N_ELEMENTS(captions), 76);
    co_paper_boxes(paper, &absence, 1, 60);
}

static void draw_block(CoPaper *paper, const Letter *letter, const CoBlock *block)
{
    static const CoInk strong = {.size = 10, .bold = true, .tag = "P"},
                       text = {.size = 9.5, .tag = "P"};
    switch (block->kind) {
    case CO_BLOCK_TITLE:
        co_letterhead_title(paper, block->text, letter->book->heading->subtitle);
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
        draw_meetings(paper, letter);
        return;
    case CO_BLOCK_SIGNATURES:
        break;
    }
    draw_signatures(paper, letter);
}

static void draw_letter(CoPaper *paper, void *data)
{
    const Letter *letter = data;
    const CoTexts *texts = letter->book->texts;
    g_autofree char *reference =
        g_strconcat("Réf. ", letter->values.value[CO_FIELD_REFERENCE], NULL);
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_LETTER, &letter->values);
    co_letterhead_draw(paper, texts, &letter->values, reference);
    for (guint i = 0; i < blocks->len; i++)
        draw_block(paper, letter, &g_array_index(blocks, CoBlock, i));
}

static void add_letter(CoPaper *paper, const CoSchoolBook *book, int person_idx)
{
    const CoOutputContext *context = book->context;
    int group_idx = book->group_of_person[person_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(context->campaign, context->plan, group_idx);
    Letter letter = {
        .book = book,
        .call = {context->campaign, &context->plan->groups[group_idx], agenda, person_idx}};
    co_letter_values(&letter.call, book->heading, &letter.values);
    g_autofree char *footer =
        g_strdup_printf("%s – EAFC – Convocation, %s – %s", book->heading->academy,
                        letter.values.value[CO_FIELD_UAI], book->heading->version);
    co_paper_part(paper, footer, draw_letter, &letter);
    co_text_values_clear(&letter.values);
}

bool co_school_has_letters(const CoSchoolBook *book)
{
    g_return_val_if_fail(book != NULL, false);
    for (int i = 0; i < book->n_people; i++)
        if (co_school_calls(book, book->people[i]))
            return true;
    return false;
}

GBytes *co_school_paper(const CoSchoolBook *book, GError **error)
{
    g_return_val_if_fail(book != NULL, NULL);
    const CoEstablishment *school =
        &book->context->campaign->establishments[book->establishment_idx];
    g_autofree char *title = g_strdup_printf("Convocations, %s", school->uai);
    g_autoptr(CoPaper) paper =
        co_letterhead_paper(book->heading, book->context, title, book->texts);
    for (int i = 0; i < book->n_people; i++)
        if (co_school_calls(book, book->people[i]))
            add_letter(paper, book, book->people[i]);
    return co_paper_close(paper, error);
}

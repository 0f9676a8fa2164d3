/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate.h"

#include <string.h>

#include "outputs/letterhead.h"
#include "outputs/letters/mission_order.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

#define TEXT_SIZE 9.5
#define SIGN_HEIGHT 84

static const CoInk plain = {.size = TEXT_SIZE, .tag = "P"};
static const CoInk strong = {.size = TEXT_SIZE + 0.5, .bold = true, .tag = "P"};

static void draw_person(CoPaper *paper, const CoCertificate *certificate)
{
    static const CoInk name = {.size = 13, .bold = true, .centred = true, .tag = "P"};
    static const CoInk under = {.size = TEXT_SIZE, .centred = true, .tag = "P"};
    char *const *values = certificate->values.value;
    g_autofree char *school = g_strdup_printf("%s%s%s (UAI %s)", values[CO_FIELD_SCHOOL],
                                              *values[CO_FIELD_COMMUNE] != '\0' ? ", " : "",
                                              values[CO_FIELD_COMMUNE], values[CO_FIELD_UAI]);
    co_paper_space(paper, 4);
    co_paper_text(paper, &name, values[CO_FIELD_PERSON]);
    if (*values[CO_FIELD_ROLES] != '\0')
        co_paper_text(paper, &under, values[CO_FIELD_ROLES]);
    co_paper_text(paper, &under, school);
    co_paper_space(paper, 8);
}

/* "Présentiel", "Classe virtuelle"... */
static char *mode_word(CoMode mode)
{
    const char *word = co_wording_mode(mode);
    g_autofree char *first = g_utf8_substring(word, 0, 1);
    g_autofree char *upper = g_utf8_strup(first, -1);
    return g_strconcat(upper, word + strlen(first), NULL);
}

static void draw_mode(CoPaper *paper, const CoPaperTable *table, const CoCertificate *certificate,
                      CoMode mode)
{
    const CoFollowed *followed = &certificate->followed;
    if (followed->planned_min[mode] == 0)
        return;
    g_autofree char *word = mode_word(mode);
    g_autofree char *planned = co_mission_hours(followed->planned_min[mode]);
    g_autofree char *done =
        co_certificate_counts(certificate, mode)
            ? co_mission_hours(followed->followed_min[mode])
            : g_strdup(mode == CO_MODE_SELF_STUDY ? "non vérifiée" : "non vérifié");
    const char *const cells[] = {word, planned, done};
    co_paper_table_row(paper, table, cells);
}

static void draw_hours(CoPaper *paper, const CoCertificate *certificate)
{
    static const double widths[] = {235, 130, 130};
    static const char *const heads[] = {"Modalité", "Heures prévues", "Heures suivies"};
    static const CoPaperTable table = {3, widths, heads, 9, 16};
    char *const *values = certificate->values.value;
    const char *const total[] = {"Total des séances vérifiées", values[CO_FIELD_HOURS_PLANNED],
                                 values[CO_FIELD_HOURS_FOLLOWED]};
    co_paper_table_begin(paper, &table);
    for (int mode = 0; mode < CO_ATTENDANCE_N_MODES; mode++)
        draw_mode(paper, &table, certificate, (CoMode)mode);
    co_paper_table_row(paper, &table, total);
    co_paper_table_end(paper);
    co_paper_space(paper, 8);
}

static void draw_half_day(CoPaper *paper, const CoPaperTable *table,
                          const CoCertificate *certificate, const CoAttendance *row)
{
    const CoCampaign *campaign = certificate->context->campaign;
    int path_idx = co_campaign_find_path(campaign, row->path);
    int module_idx = path_idx < 0 ? -1 : co_campaign_find_module(campaign, path_idx, row->module);
    if (module_idx < 0)
        return;
    const CoModule *module = &campaign->modules[module_idx];
    bool is_own = strcmp(row->group, certificate->values.value[CO_FIELD_GROUP]) == 0;
    g_autofree char *day = co_wording_day_long(row->day);
    g_autofree char *title = g_strdup_printf("%s – %s%s%s%s", module->code, module->title,
                                             is_own ? "" : " (rattrapage, groupe ",
                                             is_own ? "" : row->group, is_own ? "" : ")");
    g_autofree char *length =
        co_mission_hours(co_attendance_row_min(&campaign->parameters, row, module->mode));
    const char *const cells[] = {day, co_wording_halves(row->half), title,
                                 co_wording_mode(module->mode), length};
    co_paper_table_row(paper, table, cells);
}

static void draw_half_days(CoPaper *paper, const CoCertificate *certificate)
{
    static const double widths[] = {122, 68, 190, 73, 42};
    static const char *const heads[] = {"Date", "Demi-journée", "Module", "Modalité", "Durée"};
    static const CoPaperTable table = {5, widths, heads, 8.5, 15};
    int n;
    const CoAttendance *const *rows =
        co_register_of_person(certificate->book, certificate->person_idx, &n);
    co_paper_table_begin(paper, &table);
    for (int i = 0; i < n; i++)
        if (rows[i]->state == CO_PRESENCE_PRESENT)
            draw_half_day(paper, &table, certificate, rows[i]);
    co_paper_table_end(paper);
    co_paper_space(paper, 8);
}

static void draw_signature(CoPaper *paper, const CoCertificate *certificate)
{
    g_auto(GStrv) lines =
        co_texts_lines(certificate->texts, CO_TEXT_SIGNATURE, &certificate->values);
    g_autofree char *signature = g_strjoinv("\n", lines);
    const char *const captions[] = {"Cachet de l'académie", signature};
    co_paper_space(paper, 6);
    co_paper_boxes(paper, captions, G_N_ELEMENTS(captions), SIGN_HEIGHT);
}

static void draw_block(CoPaper *paper, const CoCertificate *certificate, const CoBlock *block)
{
    switch (block->kind) {
    case CO_BLOCK_TITLE:
        co_letterhead_title(paper, block->text, certificate->heading->subtitle);
        return;
    case CO_BLOCK_STRONG:
    case CO_BLOCK_TEXT:
        co_paper_text(paper, block->kind == CO_BLOCK_STRONG ? &strong : &plain, block->text);
        co_paper_space(paper, 8);
        return;
    case CO_BLOCK_FACT:
        if (*block->text != '\0')
            co_paper_fact(paper, block->label, block->text);
        return;
    case CO_BLOCK_ADDRESSEE:
        draw_person(paper, certificate);
        return;
    case CO_BLOCK_HOURS:
        co_paper_space(paper, 4);
        draw_hours(paper, certificate);
        return;
    case CO_BLOCK_MEETINGS:
        draw_half_days(paper, certificate);
        return;
    case CO_BLOCK_PLACES:
    case CO_BLOCK_SIGNATURES:
        break;
    }
    draw_signature(paper, certificate);
}

void co_certificate_draw(CoPaper *paper, void *data)
{
    g_return_if_fail(paper != NULL && data != NULL);
    const CoCertificate *certificate = data;
    g_autofree char *reference =
        g_strconcat("Réf. ", certificate->values.value[CO_FIELD_REFERENCE], NULL);
    g_autoptr(GArray) blocks =
        co_texts_blocks(certificate->texts, CO_TEXT_CERTIFICATE, &certificate->values);
    co_letterhead_draw(paper, certificate->texts, &certificate->values, reference);
    for (guint i = 0; i < blocks->len; i++)
        draw_block(paper, certificate, &g_array_index(blocks, CoBlock, i));
}

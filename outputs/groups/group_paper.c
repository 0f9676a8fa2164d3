/* SPDX-License-Identifier: GPL-3.0-or-later */
/* emargements/<groupe>.pdf: a sheet to sign for each meeting, each from the top of a page. */
#include "group_book.h"

#include "outputs/words/letter_words.h"
#include "outputs/letterhead.h"
#include "outputs/words/names.h"
#include "outputs/kit/paper.h"
#include "cohorte/wording.h"

#define N_CATCH_UP_LINES 3
#define MAX_COLUMNS 7
#define NUMBER_WIDTH 20
#define NAME_WIDTH 114
#define SCHOOL_WIDTH 173
#define BOXES_WIDTH (CO_PAPER_WIDTH - NUMBER_WIDTH - NAME_WIDTH - SCHOOL_WIDTH)
#define COUNT_HEIGHT 17

typedef struct Sheet {
    const CoGroupBook *book;
    const CoEntry *entry;
    const CoModule *module;
    CoTextValues values;
    CoPaperTable table;
    double widths[MAX_COLUMNS];
    const char *heads[MAX_COLUMNS];
    char *owned_heads[2];
} Sheet;

static bool is_in_person(const Sheet *sheet)
{
    return sheet->module->mode == CO_MODE_IN_PERSON;
}

static void add_column(Sheet *sheet, const char *head, double width)
{
    sheet->heads[sheet->table.n_columns] = head;
    sheet->widths[sheet->table.n_columns++] = width;
}

static void add_boxes_to_sign(Sheet *sheet)
{
    static const CoHalves both_halves[] = {CO_HALF_AM, CO_HALF_PM};
    const CoParameters *parameters = &sheet->book->context->campaign->parameters;
    double width = BOXES_WIDTH / co_agenda_n_halves(sheet->entry->halves);
    for (int i = 0; i < 2; i++) {
        if (!(sheet->entry->halves & both_halves[i]))
            continue;
        g_autofree char *times = co_agenda_timetable(parameters, both_halves[i]);
        sheet->owned_heads[i] =
            g_strdup_printf("Signature, %s\n%s", co_wording_halves(both_halves[i]), times);
        add_column(sheet, sheet->owned_heads[i], width);
    }
}

static void set_table(Sheet *sheet)
{
    sheet->table = (CoPaperTable){0, sheet->widths, sheet->heads, 8, 25};
    add_column(sheet, "N°", NUMBER_WIDTH);
    add_column(sheet, "Nom, prénom et fonction", NAME_WIDTH);
    add_column(sheet, "Établissement", SCHOOL_WIDTH);
    if (is_in_person(sheet)) {
        add_boxes_to_sign(sheet);
        return;
    }
    add_column(sheet, "Connexion", 51);
    add_column(sheet, "Décon-\nnexion", 42);
    add_column(sheet, "Durée", 33);
    add_column(sheet, "Observations", BOXES_WIDTH - 51 - 42 - 33);
}

/* The count of those present or absent, in each box. */
static void draw_count(CoPaper *paper, const Sheet *sheet, const char *label)
{
    CoPaperTable low = sheet->table;
    const char *const cells[MAX_COLUMNS] = {"", label, "", "", "", "", ""};
    low.row_height = COUNT_HEIGHT;
    co_paper_table_row(paper, &low, cells);
}

static void draw_row(CoPaper *paper, const Sheet *sheet, const char *number, const char *name,
                     const char *school)
{
    const char *const cells[MAX_COLUMNS] = {number, name, school, "", "", "", ""};
    co_paper_table_row(paper, &sheet->table, cells);
}

static void draw_member(CoPaper *paper, const Sheet *sheet, int rank)
{
    const CoCampaign *campaign = sheet->book->context->campaign;
    int person_idx = sheet->book->members[rank];
    g_autofree char *number = g_strdup_printf("%d", rank + 1);
    g_autofree char *roles = co_name_role_codes(campaign, &campaign->people[person_idx]);
    g_autofree char *name = co_group_member_name(campaign, person_idx);
    g_autofree char *whole = g_strdup_printf("%s\n%s", name, roles);
    g_autofree char *where = co_group_member_school(campaign, person_idx);
    draw_row(paper, sheet, number, whole, where);
}

static void draw_table(CoPaper *paper, const Sheet *sheet)
{
    const CoGroup *group = sheet->book->group;
    const CoCampaign *campaign = sheet->book->context->campaign;
    co_paper_table_begin(paper, &sheet->table);
    for (int i = 0; i < group->n_members; i++)
        draw_member(paper, sheet, i);
    co_paper_table_band(paper, &sheet->table, "Rattrapages : participants d'un autre groupe");
    for (int i = 0; i < N_CATCH_UP_LINES; i++)
        draw_row(paper, sheet, "", "", "");
    co_paper_table_band(paper, &sheet->table,
                        is_in_person(sheet) ? "Formateurs"
                                            : "Formateurs (signature en observations)");
    for (int i = 0; i < 2; i++) {
        if (group->trainer_idx[i] < 0)
            continue;
        g_autofree char *name = co_name_trainer(campaign, group->trainer_idx[i]);
        draw_row(paper, sheet, "", name, campaign->trainers[group->trainer_idx[i]].place.name);
    }
    draw_count(paper, sheet, is_in_person(sheet) ? "Nombre de présents" : "Nombre de connectés");
    draw_count(paper, sheet, "Nombre d'absents");
    co_paper_table_end(paper);
}

static void draw_facts(CoPaper *paper, const Sheet *sheet)
{
    const CoCampaign *campaign = sheet->book->context->campaign;
    g_autofree char *module = co_letter_module(campaign, sheet->entry);
    g_autofree char *day = co_wording_day_long(sheet->entry->day);
    g_autofree char *times = co_letter_times(campaign, sheet->entry);
    g_autofree char *date = g_strdup_printf("%s, %s", day, times);
    co_paper_fact(paper, "Parcours", sheet->values.value[CO_FIELD_PATH]);
    co_paper_fact(paper, "Module", module);
    co_paper_fact(paper, "Date", date);
    co_paper_fact(paper, "Lieu", sheet->values.value[CO_FIELD_PLACE]);
    co_paper_fact(paper, "Formateurs", sheet->values.value[CO_FIELD_TEAM]);
    co_paper_space(paper, 4);
}

static void draw_sheet(CoPaper *paper, void *data)
{
    static const CoInk text = {.size = 9, .tag = "P"};
    const Sheet *sheet = data;
    const CoTexts *texts = sheet->book->texts;
    g_autofree char *reference =
        g_strdup_printf("Réf. %s / %s", sheet->book->heading->version, sheet->book->group->code);
    g_autofree char *title = g_strdup_printf(
        "%s – groupe %s", is_in_person(sheet) ? "FEUILLE D'ÉMARGEMENT" : "RELEVÉ DE CONNEXION",
        sheet->book->group->code);
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_SHEET, &sheet->values);
    co_letterhead_draw(paper, texts, &sheet->values, reference);
    co_letterhead_title(paper, title, sheet->book->heading->subtitle);
    draw_facts(paper, sheet);
    for (guint i = 0; i < blocks->len; i++) {
        co_paper_text(paper, &text, g_array_index(blocks, CoBlock, i).text);
        co_paper_space(paper, 6);
    }
    draw_table(paper, sheet);
}

static void add_sheet(CoPaper *paper, const CoGroupBook *book, const CoEntry *entry)
{
    const CoCampaign *campaign = book->context->campaign;
    Sheet sheet = {.book = book, .entry = entry, .module = &campaign->modules[entry->module_idx]};
    char **values = sheet.values.value;
    co_letter_header_values(book->heading, campaign, &sheet.values);
    values[CO_FIELD_GROUP] = g_strdup(book->group->code);
    values[CO_FIELD_PATH] = co_name_path(campaign, book->group->path_idx);
    values[CO_FIELD_TEAM] = co_name_team(campaign, book->group, ", ");
    values[CO_FIELD_PLACE] = co_group_where(book, sheet.module);
    values[CO_FIELD_IN_PERSON] = is_in_person(&sheet) ? g_strdup("1") : NULL;
    set_table(&sheet);
    co_paper_part(paper, book->heading->footer, draw_sheet, &sheet);
    co_text_values_clear(&sheet.values);
    g_free(sheet.owned_heads[0]);
    g_free(sheet.owned_heads[1]);
}

GBytes *co_group_paper(const CoGroupBook *book, GError **error)
{
    g_return_val_if_fail(book != NULL, NULL);
    g_autofree char *title = g_strdup_printf("Feuilles d'émargement, groupe %s", book->group->code);
    g_autoptr(CoPaper) paper =
        co_letterhead_paper(book->heading, book->context, title, book->texts);
    for (int i = 0; i < book->agenda->n_entries; i++)
        if (book->agenda->entries[i].group_idx >= 0)
            add_sheet(paper, book, &book->agenda->entries[i]);
    return co_paper_close(paper, error);
}

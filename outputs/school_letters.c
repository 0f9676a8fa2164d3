/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call letters, one sheet of paper each. */
#include "school_book.h"

#include "letter_words.h"
#include "names.h"
#include "table.h"
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
    const CoPerson *person = &letter->campaign->people[letter->call.person_idx];
    g_autofree char *reference =
        g_strdup_printf("Réf. %s / %s%s%s", heading->version, letter->call.group->code,
                        *person->id != '\0' ? " / " : "", person->id);
    write_left(letter, row, heading->academy, CO_STYLE_ACADEMY);
    write_right(letter, row, heading->issue);
    write_left(letter, row + 1, heading->service, CO_STYLE_SERVICE);
    write_right(letter, row + 1, reference);
    row = write_space(letter, row + 2, 14);
    row = write_line(letter, row, "CONVOCATION VALANT ORDRE DE MISSION", CO_STYLE_LETTER_HEAD);
    row = write_line(letter, row, heading->subtitle, CO_STYLE_SUBTITLE);
    return write_space(letter, row, 12);
}

static int write_addressee(const Letter *letter, int row)
{
    const CoPerson *person = &letter->campaign->people[letter->call.person_idx];
    const CoEstablishment *school = &letter->campaign->establishments[person->establishment_idx];
    g_autofree char *name = co_name_person(letter->campaign, letter->call.person_idx);
    g_autofree char *roles = co_name_role_labels(letter->campaign, person);
    g_autofree char *school_name =
        co_name_establishment(letter->campaign, person->establishment_idx);
    g_autofree char *where =
        g_strdup_printf("%s%s%s (UAI %s)", school_name, *school->place.commune != '\0' ? ", " : "",
                        school->place.commune, school->uai);
    row = write_line(letter, row, name, CO_STYLE_LETTER_NAME);
    row = write_line(letter, row, roles, CO_STYLE_LETTER_TEXT);
    row = write_line(letter, row, where, CO_STYLE_LETTER_TEXT);
    row = write_line(letter, row, "Sous couvert du chef d'établissement", CO_STYLE_SMALL);
    return write_space(letter, row, 10);
}

static int write_subject(const Letter *letter, int row)
{
    const CoGroup *group = letter->call.group;
    g_autofree char *path = co_name_path(letter->campaign, group->path_idx);
    g_autofree char *subject = g_strdup_printf(
        "%s – parcours %s – groupe %s", letter->campaign->parameters.name, path, group->code);
    g_autofree char *team = co_name_team(letter->campaign, group, ", ");
    g_autofree char *mission = co_letter_mission(&letter->call);
    row = write_paragraph(letter, row, "Formation", subject);
    row = write_paragraph(letter, row, "Formateurs", team);
    row = write_space(letter, row, 8);
    row = write_line(letter, row, mission, CO_STYLE_STRONG);
    return write_space(letter, row, 6);
}

/* How to attend what has no link of its own yet. */
static const char *access_words(CoMode mode)
{
    switch (mode) {
    case CO_MODE_SELF_STUDY:
        return "en ligne";
    case CO_MODE_WEBINAR:
        return "lien envoyé par l'EAFC";
    case CO_MODE_VIRTUAL_CLASS:
        return "lien envoyé par les formateurs";
    case CO_MODE_IN_PERSON:
        break;
    }
    return "";
}

static void add_meeting(CoTable *table, const Letter *letter, const CoEntry *entry)
{
    const CoModule *module = &letter->campaign->modules[entry->module_idx];
    bool is_self_study = module->mode == CO_MODE_SELF_STUDY;
    co_table_add_day(table, entry->day);
    if (is_self_study)
        co_table_add_text(table, entry->day == CO_DAY_NONE ? "libre" : "au plus tard");
    else
        co_table_take_text(table,
                           co_agenda_timetable(&letter->campaign->parameters, entry->halves));
    co_table_add_text(table, co_wording_mode(module->mode));
    co_table_take_text(table, g_strdup_printf("%s – %s", module->code, module->title));
    if (module->mode == CO_MODE_IN_PERSON)
        co_table_take_text(table, co_name_room(letter->campaign, letter->call.group->room_idx));
    else if (*module->link != '\0')
        co_table_add_text(table, module->link);
    else
        co_table_add_text(table, access_words(module->mode));
}

static int write_meetings(const Letter *letter, int row)
{
    g_autoptr(CoTable) table = co_table_new(letter_columns, N_COLUMNS);
    for (int i = 0; i < letter->call.agenda->n_entries; i++)
        add_meeting(table, letter, &letter->call.agenda->entries[i]);
    row = co_table_write(table, letter->page, row);
    return write_space(letter, row, 10);
}

static int write_paragraphs(const Letter *letter, int row)
{
    g_autofree char *place = co_letter_place(&letter->call);
    g_autofree char *expenses = co_letter_expenses(&letter->call);
    g_autofree char *to_bring = co_letter_to_bring(&letter->call);
    g_autofree char *absence = co_letter_absence(&letter->call);
    row = write_paragraph(letter, row, "Lieu", place);
    row = write_paragraph(letter, row, "Frais", expenses);
    row = write_paragraph(letter, row, "À prévoir", to_bring);
    row = write_paragraph(letter, row, "Empêchement", absence);
    return write_space(letter, row, 12);
}

static int write_signatures(const Letter *letter, int row)
{
    static const CoLook hint = {.style = CO_STYLE_BOX_HINT};
    co_page_area(letter->page, (CoArea){row, 0, 1, LEFT_COLUMNS},
                 "Pour l'académie, l'école académique de la formation continue", hint);
    co_page_area(letter->page, (CoArea){row, LEFT_COLUMNS, 1, N_COLUMNS - LEFT_COLUMNS},
                 "Vu et transmis : le chef d'établissement (date, cachet, signature)", hint);
    co_page_raise_row(letter->page, row, 96);
    row = write_space(letter, row + 1, 8);
    co_page_area(
        letter->page, (CoArea){row, 0, 1, N_COLUMNS},
        "En cas d'empêchement – motif, date et signature de la personne convoquée ; avis et "
        "signature du chef d'établissement",
        hint);
    co_page_raise_row(letter->page, row, 76);
    return row + 1;
}

/* @return the first row after the letter */
static int write_letter(const Letter *letter, int row)
{
    row = write_head(letter, row);
    row = write_addressee(letter, row);
    row = write_subject(letter, row);
    row = write_meetings(letter, row);
    row = write_paragraphs(letter, row);
    return write_signatures(letter, row);
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
    Letter letter = {book, book->context->campaign, co_page_new(book->book, &setup), {0}};
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trainer_book.h"

#include "outputs/kit/table.h"
#include "outputs/words/letter_words.h"
#include "outputs/words/names.h"
#include "cohorte/attendance.h"
#include "cohorte/wording.h"

static const CoColumn columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 110, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 48, 58, 0},
    {"Fin", CO_STYLE_CELL_CLOCK, 48, 58, 0},
    {"Durée", CO_STYLE_CELL_CLOCK, 50, 60, 0},
    {"Demi-journées", CO_STYLE_CELL_NUMBER, 88, 92, 0},
    {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0},
    {"Module", CO_STYLE_CELL, 140, 260, 0},
    {"Modalité", CO_STYLE_CELL_CENTER, 84, 110, 0},
    {"FM1", CO_STYLE_CELL_CENTER, 44, 54, 0},
    {"Salle et adresse, ou lien", CO_STYLE_CELL, 180, 330, 0},
    {"Binôme", CO_STYLE_CELL, 90, 150, 0},
    {"Effectif", CO_STYLE_CELL_NUMBER, 58, 66, 0},
};
#define N_COLUMNS ((int)G_N_ELEMENTS(columns))

static const CoTrainer *trainer_of(const CoTrainerBook *book)
{
    return &book->mission.publication->context->campaign->trainers[book->mission.trainer_idx];
}

static char *where(const CoCampaign *campaign, const CoGroup *group, const CoEntry *entry)
{
    bool is_in_person = co_agenda_mode(campaign, entry) == CO_MODE_IN_PERSON;
    if (!is_in_person || group->room_idx < 0)
        return co_mission_access(campaign, group, entry);
    return co_letter_place(&campaign->rooms[group->room_idx]);
}

static void add_row(CoTable *table, const CoTrainerBook *book, const CoEntry *entry)
{
    const CoOutputContext *context = book->mission.publication->context;
    const CoCampaign *campaign = context->campaign;
    const CoParameters *parameters = &campaign->parameters;
    const CoGroup *group = &context->plan->groups[entry->group_idx];
    g_autofree char *partner = co_mission_partner(campaign, group, book->mission.trainer_idx);
    co_table_add_day(table, entry->day);
    co_table_add_clock(table, co_agenda_start_min(parameters, entry->halves));
    co_table_add_clock(table, co_agenda_end_min(parameters, entry->halves));
    co_table_add_clock(table, co_attendance_halves_min(parameters, entry->halves));
    co_table_add_number(table, co_agenda_n_halves(entry->halves));
    co_table_add_text(table, group->code);
    co_table_take_text(table, co_letter_module(campaign, entry));
    co_table_add_text(table, co_wording_mode(co_agenda_mode(campaign, entry)));
    co_table_add_text(table, campaign->modules[entry->module_idx].fm1 ? "oui" : "");
    co_table_take_text(table, where(campaign, group, entry));
    co_table_add_text(table, *partner != '\0' ? partner : "–");
    co_table_add_number(table, group->n_members);
}

static int write_fact(CoPage *page, int row, const char *label, const char *value)
{
    return co_heading_fact(page, (CoArea){row, 0, 1, N_COLUMNS}, label, value);
}

/* "7 demi-journées (21 h), sur 18 au plus" */
static char *load_of(const CoTrainerBook *book)
{
    const CoAgenda *agenda = book->mission.agenda;
    const CoParameters *parameters = &book->mission.publication->context->campaign->parameters;
    int n_halves = 0, minutes = 0, most = trainer_of(book)->max_half_days;
    for (int i = 0; i < agenda->n_entries; i++) {
        n_halves += co_agenda_n_halves(agenda->entries[i].halves);
        minutes += co_attendance_halves_min(parameters, agenda->entries[i].halves);
    }
    g_autofree char *count = co_name_count(n_halves, "demi-journée", "demi-journées");
    g_autofree char *hours = co_mission_hours(minutes);
    return most < 0 ? g_strdup_printf("%s (%s), sans limite fixée", count, hours)
                    : g_strdup_printf("%s (%s), sur %d au plus", count, hours, most);
}

static int write_facts(CoPage *page, int row, const CoTrainerBook *book)
{
    const CoTrainer *trainer = trainer_of(book);
    g_autofree char *name =
        co_name_trainer(book->mission.publication->context->campaign, book->mission.trainer_idx);
    g_autofree char *who = g_strdup_printf("%s (%s)", name, trainer->code);
    g_autofree char *post = co_letter_post(&trainer->place);
    g_autofree char *count = co_name_count(book->mission.agenda->n_entries, "séance", "séances");
    g_autofree char *load = load_of(book);
    row = write_fact(page, row, "Formateur", who);
    row = write_fact(page, row, "Résidence administrative", post);
    row = write_fact(page, row, "Séances", count);
    return write_fact(page, row, "Service", load);
}

void co_trainer_agenda(const CoTrainerBook *book)
{
    g_return_if_fail(book != NULL);
    const CoPageSetup setup = {"Agenda", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(columns, N_COLUMNS);
    for (int i = 0; i < book->mission.agenda->n_entries; i++)
        add_row(table, book, &book->mission.agenda->entries[i]);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, NULL);
    row = write_facts(page, row, book);
    co_page_raise_row(page, row, 10);
    co_table_fill_page(table, page, row + 1);
}

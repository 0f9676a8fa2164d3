/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar as tables: by date, by room, by team of trainers. */
#include "calendar.h"

#include "outputs/words/names.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

static const CoColumn list_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 104, 0},
    {"Demi-journée", CO_STYLE_CELL_CENTER, 74, 84, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 46, 52, 0},
    {"Fin", CO_STYLE_CELL_CLOCK, 46, 52, 0},
    {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0},
    {"Module", CO_STYLE_CELL, 60, 100, 0},
    {"Titre", CO_STYLE_CELL, 120, 240, 0},
    {"Modalité", CO_STYLE_CELL, 74, 104, 0},
    {"FM1", CO_STYLE_CELL_CENTER, 42, 46, 0},
    {"Salle", CO_STYLE_CELL_CENTER, 48, 80, 0},
    {"Lieu", CO_STYLE_CELL, 120, 220, 0},
    {"Formateurs", CO_STYLE_CELL, 120, 220, 0},
    {"Effectif", CO_STYLE_CELL_NUMBER, 54, 60, 0},
    {"Académie", CO_STYLE_CELL, 70, 130, 0}, /* only when there are several */
};

static int n_list_columns(const CoCampaign *campaign)
{
    return (int)G_N_ELEMENTS(list_columns) - (campaign->n_academies > 1 ? 0 : 1);
}

static void add_when(CoTable *table, const CoParameters *parameters, const CoEntry *entry)
{
    co_table_add_day(table, entry->day);
    co_table_add_text(table, co_wording_halves(entry->halves));
    co_table_add_clock(table, co_agenda_start_min(parameters, entry->halves));
    co_table_add_clock(table, co_agenda_end_min(parameters, entry->halves));
}

static void add_what(CoTable *table, const char *group_code, const CoModule *module)
{
    co_table_add_text(table, group_code);
    co_table_add_text(table, module->code);
    co_table_add_text(table, module->title);
}

/* "Lycée Vaucanson, Grenoble" */
static char *site_of(const CoRoom *room)
{
    const CoPlace *place = &room->place;
    bool has_both = *place->name != '\0' && *place->commune != '\0';
    return g_strconcat(place->name, has_both ? ", " : "", place->commune, NULL);
}

static void add_where(CoTable *table, const CoCampaign *campaign, const CoGroup *group, CoMode mode)
{
    if (mode != CO_MODE_IN_PERSON || group == NULL || group->room_idx < 0) {
        co_table_add_text(table, "");
        co_table_add_text(table, "à distance");
        return;
    }
    co_table_add_text(table, campaign->rooms[group->room_idx].code);
    co_table_take_text(table, site_of(&campaign->rooms[group->room_idx]));
}

static void add_list_row(CoTable *table, const CoCalendar *calendar, const CoEntry *entry)
{
    const CoCampaign *campaign = calendar->context->campaign;
    const CoPlan *plan = calendar->context->plan;
    const CoModule *module = &campaign->modules[entry->module_idx];
    const CoGroup *group = entry->group_idx < 0 ? NULL : &plan->groups[entry->group_idx];
    add_when(table, &campaign->parameters, entry);
    g_autofree char *whole_path =
        g_strdup_printf("%s (tous)", campaign->paths[module->path_idx].code);
    add_what(table, group != NULL ? group->code : whole_path, module);
    co_table_add_text(table, co_wording_mode(module->mode));
    co_table_add_text(table, module->fm1 ? "oui" : "");
    add_where(table, campaign, group, module->mode);
    co_table_take_text(table, group == NULL ? g_strdup("") : co_name_team(campaign, group, ", "));
    co_table_add_number(table, co_agenda_n_attending(campaign, plan, entry));
    if (campaign->n_academies > 1)
        co_table_add_text(table, group == NULL || group->academy_idx < 0
                                     ? ""
                                     : campaign->academies[group->academy_idx].name);
}

void co_calendar_list(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoPageSetup setup = {"Liste", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    int n_columns = n_list_columns(calendar->context->campaign);
    g_autoptr(CoTable) table = co_table_new(list_columns, n_columns);
    for (int i = 0; i < calendar->agenda->n_entries; i++)
        add_list_row(table, calendar, &calendar->agenda->entries[i]);
    co_table_set_widths(table, page);
    int row = co_heading_draw(calendar->heading, page, n_columns, "Liste des séances");
    co_table_fill_page(table, page, row);
}

static const CoColumn room_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 110, 0},      {"Demi-journée", CO_STYLE_CELL_CENTER, 74, 90, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 46, 56, 0},    {"Fin", CO_STYLE_CELL_CLOCK, 46, 56, 0},
    {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0}, {"Module", CO_STYLE_CELL, 60, 110, 0},
    {"Titre", CO_STYLE_CELL, 140, 300, 0},        {"FM1", CO_STYLE_CELL_CENTER, 42, 50, 0},
    {"Formateurs", CO_STYLE_CELL, 140, 320, 0},   {"Effectif", CO_STYLE_CELL_NUMBER, 54, 64, 0},
};

static bool is_in_room(const CoCalendar *calendar, const CoEntry *entry, int room_idx)
{
    return entry->group_idx >= 0 &&
           co_agenda_mode(calendar->context->campaign, entry) == CO_MODE_IN_PERSON &&
           calendar->context->plan->groups[entry->group_idx].room_idx == room_idx;
}

static void add_room_row(CoTable *table, const CoCalendar *calendar, const CoEntry *entry)
{
    const CoCampaign *campaign = calendar->context->campaign;
    const CoGroup *group = &calendar->context->plan->groups[entry->group_idx];
    const CoModule *module = &campaign->modules[entry->module_idx];
    add_when(table, &campaign->parameters, entry);
    add_what(table, group->code, module);
    co_table_add_text(table, module->fm1 ? "oui" : "");
    co_table_take_text(table, co_name_team(campaign, group, ", "));
    co_table_add_number(table, group->n_members);
}

static char *room_band(const CoCampaign *campaign, int room_idx, int n_halves)
{
    const CoRoom *room = &campaign->rooms[room_idx];
    g_autofree char *site = site_of(room);
    g_autofree char *used = co_name_count(n_halves, "demi-journée", "demi-journées");
    return g_strdup_printf(
        "%s – %s – %d places, %d postes%s%s – %s", room->code, site, room->seats,
        room->workstations, room->canteen ? ", restauration sur place" : "",
        room->accessible ? "" : ", non accessible aux personnes à mobilité réduite", used);
}

/* @return half-days held in the room */
static int room_load(const CoCalendar *calendar, int room_idx)
{
    int n = 0;
    for (int i = 0; i < calendar->agenda->n_entries; i++) {
        const CoEntry *entry = &calendar->agenda->entries[i];
        if (is_in_room(calendar, entry, room_idx))
            n += co_agenda_n_halves(entry->halves);
    }
    return n;
}

static void add_room(CoTable *table, const CoCalendar *calendar, int room_idx)
{
    g_autofree char *band =
        room_band(calendar->context->campaign, room_idx, room_load(calendar, room_idx));
    co_table_add_band(table, band);
    for (int i = 0; i < calendar->agenda->n_entries; i++)
        if (is_in_room(calendar, &calendar->agenda->entries[i], room_idx))
            add_room_row(table, calendar, &calendar->agenda->entries[i]);
}

static void add_unused_rooms(CoTable *table, const CoCalendar *calendar)
{
    const CoCampaign *campaign = calendar->context->campaign;
    GString *codes = g_string_new(NULL);
    for (int r = 0; r < campaign->n_rooms; r++)
        if (room_load(calendar, r) == 0)
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? ", " : "",
                                   campaign->rooms[r].code);
    g_autofree char *list = g_string_free(codes, FALSE);
    if (*list == '\0')
        return;
    g_autofree char *band = g_strdup_printf("Sans séance : %s", list);
    co_table_add_band(table, band);
}

void co_calendar_rooms(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoPageSetup setup = {"Par salle", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    g_autoptr(CoTable) table = co_table_new(room_columns, G_N_ELEMENTS(room_columns));
    for (int r = 0; r < calendar->context->campaign->n_rooms; r++)
        if (room_load(calendar, r) > 0)
            add_room(table, calendar, r);
    add_unused_rooms(table, calendar);
    co_table_set_widths(table, page);
    int row = co_heading_draw(calendar->heading, page, G_N_ELEMENTS(room_columns),
                              "Occupation des salles");
    co_table_fill_page(table, page, row);
}

static const CoColumn team_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 110, 0},
    {"Demi-journée", CO_STYLE_CELL_CENTER, 74, 90, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 46, 56, 0},
    {"Fin", CO_STYLE_CELL_CLOCK, 46, 56, 0},
    {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0},
    {"Module", CO_STYLE_CELL, 60, 110, 0},
    {"Titre", CO_STYLE_CELL, 140, 280, 0},
    {"Modalité", CO_STYLE_CELL, 74, 110, 0},
    {"Salle", CO_STYLE_CELL_CENTER, 48, 80, 0},
    {"Lieu", CO_STYLE_CELL, 140, 350, 0},
    {"Effectif", CO_STYLE_CELL_NUMBER, 54, 64, 0},
};

static bool is_same_team(const CoGroup *a, const CoGroup *b)
{
    return a->trainer_idx[0] == b->trainer_idx[0] && a->trainer_idx[1] == b->trainer_idx[1];
}

static bool is_taught_by(const CoPlan *plan, const CoEntry *entry, const CoGroup *team)
{
    return entry->group_idx >= 0 && is_same_team(&plan->groups[entry->group_idx], team);
}

static void add_team_row(CoTable *table, const CoCalendar *calendar, const CoEntry *entry)
{
    const CoCampaign *campaign = calendar->context->campaign;
    const CoGroup *group = &calendar->context->plan->groups[entry->group_idx];
    const CoModule *module = &campaign->modules[entry->module_idx];
    add_when(table, &campaign->parameters, entry);
    add_what(table, group->code, module);
    co_table_add_text(table, co_wording_mode(module->mode));
    add_where(table, campaign, group, module->mode);
    co_table_add_number(table, group->n_members);
}

static void add_team(CoTable *table, const CoCalendar *calendar, const CoGroup *team)
{
    const CoPlan *plan = calendar->context->plan;
    int n_halves = 0;
    for (int i = 0; i < calendar->agenda->n_entries; i++)
        if (is_taught_by(plan, &calendar->agenda->entries[i], team))
            n_halves += co_agenda_n_halves(calendar->agenda->entries[i].halves);
    g_autofree char *names = co_name_team(calendar->context->campaign, team, " et ");
    g_autofree char *load = co_name_count(n_halves, "demi-journée", "demi-journées");
    g_autofree char *band = g_strdup_printf("%s – %s", names, load);
    co_table_add_band(table, band);
    for (int i = 0; i < calendar->agenda->n_entries; i++)
        if (is_taught_by(plan, &calendar->agenda->entries[i], team))
            add_team_row(table, calendar, &calendar->agenda->entries[i]);
}

static int compare_teams(gconstpointer left, gconstpointer right)
{
    const CoGroup *a = *(const CoGroup *const *)left, *b = *(const CoGroup *const *)right;
    int first = a->trainer_idx[0] - b->trainer_idx[0];
    return first != 0 ? first : a->trainer_idx[1] - b->trainer_idx[1];
}

void co_calendar_teams(const CoCalendar *calendar)
{
    g_return_if_fail(calendar != NULL);
    const CoPlan *plan = calendar->context->plan;
    const CoPageSetup setup = {"Par binôme", calendar->heading->footer, true};
    CoPage *page = co_page_new(calendar->book, &setup);
    g_autoptr(CoTable) table = co_table_new(team_columns, G_N_ELEMENTS(team_columns));
    g_autoptr(GPtrArray) teams = g_ptr_array_new();
    for (int i = 0; i < plan->n_groups; i++)
        g_ptr_array_add(teams, &plan->groups[i]);
    g_ptr_array_sort(teams, compare_teams);
    for (guint i = 0; i < teams->len; i++) {
        const CoGroup *team = g_ptr_array_index(teams, i);
        if (i == 0 || !is_same_team(team, g_ptr_array_index(teams, i - 1)))
            add_team(table, calendar, team);
    }
    co_table_set_widths(table, page);
    int row = co_heading_draw(calendar->heading, page, G_N_ELEMENTS(team_columns),
                              "Calendrier par binôme de formateurs");
    co_table_fill_page(table, page, row);
}

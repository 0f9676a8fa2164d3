/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sofia-sessions.xlsx: the sessions under the heads of SOFIA-FMO's export "plan et sessions", so
 * that they can be compared with it, or typed in. No title above the heads: programs that read the
 * export look for them in the first row. What only SOFIA-FMO knows is left blank. */
#include "exchange.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/attendance.h"
#include "cohorte/wording.h"

#define FILE_NAME "sofia-sessions.xlsx"
#define SHEET_NAME "Liste des dispositifs"

/* Codes, dates and hours are texts in the export. */
static const CoColumn columns[] = {
    {"Dispositif : code", CO_STYLE_CELL, 74, 110, 0},
    {"Dispositif : libellé", CO_STYLE_CELL, 74, 110, 0},
    {"Module : code", CO_STYLE_CELL_STRONG, 60, 110, 0},
    {"Module : libellé", CO_STYLE_CELL, 110, 230, 0},
    {"Groupe : identifiant", CO_STYLE_CELL_STRONG, 74, 110, 0},
    {"Groupe : libellé", CO_STYLE_CELL, 110, 220, 0},
    {"Session", CO_STYLE_CELL, 70, 120, 0},
    {"Début", CO_STYLE_CELL, 76, 120, 0},
    {"Fin", CO_STYLE_CELL, 76, 120, 0},
    {"Durée", CO_STYLE_CELL_CENTER, 46, 60, 0},
    {"Modalité", CO_STYLE_CELL, 70, 90, 0},
    {"UAI", CO_STYLE_CELL, 70, 80, 0},
    {"Lieu", CO_STYLE_CELL, 120, 260, 0},
    {"Préinscriptions : Préinscrits : nombre maximal", CO_STYLE_CELL_NUMBER, 92, 110, 0},
    {"Préinscriptions : Préinscrits : nombre total", CO_STYLE_CELL_NUMBER, 92, 110, 0},
    {"Préinscriptions : Publication : début", CO_STYLE_CELL, 92, 110, 0},
    {"Préinscriptions : Publication : fin", CO_STYLE_CELL, 92, 110, 0},
    {"Préinscriptions : Publication : lien préinscription", CO_STYLE_CELL, 92, 110, 0},
};

typedef struct Sheet {
    const CoPublication *publication;
    const CoCampaign *campaign;
    CoTable *table;
} Sheet;

static void add_blanks(CoTable *table, int n)
{
    for (int i = 0; i < n; i++)
        co_table_add_text(table, "");
}

/* @return (transfer full) "2024-11-13 09:00" */
static char *moment_text(CoDay day, int minutes)
{
    char iso[CO_DAY_ISO_SIZE];
    g_autofree char *clock = co_agenda_clock(minutes);
    return g_strdup_printf("%s %s", co_day_to_iso(day, iso), clock);
}

/* @return (transfer full) "6h", "5h30": what is taught, without the break at noon */
static char *duration_text(const CoParameters *parameters, CoHalves halves)
{
    int minutes = co_attendance_halves_min(parameters, halves);
    return minutes % 60 == 0 ? g_strdup_printf("%dh", minutes / 60)
                             : g_strdup_printf("%dh%02d", minutes / 60, minutes % 60);
}

/* @return (transfer full) "Salle S01, Lycée Vaucanson, Grenoble": the code tells readers of the
 * export which of the rooms of the UAI it is */
static char *place_text(const CoRoom *room)
{
    const char *name = room->place.name, *commune = room->place.commune;
    return g_strdup_printf("Salle %s%s%s%s%s", room->code, *name != '\0' ? ", " : "", name,
                           *commune != '\0' ? ", " : "", commune);
}

static void add_group(const Sheet *sheet, const CoEntry *entry)
{
    const CoModule *module = &sheet->campaign->modules[entry->module_idx];
    const char *path_label = sheet->campaign->paths[module->path_idx].label;
    if (entry->group_idx < 0) {
        /* Of the whole path: SOFIA-FMO knows in which group everybody is. */
        co_table_add_text(sheet->table, "");
        co_table_take_text(sheet->table, g_strdup_printf("%s, tous les groupes", path_label));
        co_table_add_text(sheet->table, module->code);
        return;
    }
    const char *code = sheet->publication->context->plan->groups[entry->group_idx].code;
    co_table_add_text(sheet->table, code);
    co_table_take_text(sheet->table, g_strdup_printf("%s, groupe %s", path_label, code));
    co_table_take_text(sheet->table, g_strdup_printf("%s %s", code, module->code));
}

static void add_place(const Sheet *sheet, const CoEntry *entry, CoMode mode)
{
    bool is_in_person = mode == CO_MODE_IN_PERSON && entry->group_idx >= 0;
    int room_idx =
        is_in_person ? sheet->publication->context->plan->groups[entry->group_idx].room_idx : -1;
    co_table_add_text(sheet->table, mode == CO_MODE_IN_PERSON ? "Présentiel" : "Distance");
    if (room_idx < 0) {
        add_blanks(sheet->table, 2);
        return;
    }
    const CoRoom *room = &sheet->campaign->rooms[room_idx];
    co_table_add_text(sheet->table, room->place.uai);
    co_table_take_text(sheet->table, place_text(room));
}

static void add_session(const Sheet *sheet, const CoEntry *entry)
{
    const CoParameters *parameters = &sheet->campaign->parameters;
    const CoPlan *plan = sheet->publication->context->plan;
    const CoModule *module = &sheet->campaign->modules[entry->module_idx];
    CoTable *table = sheet->table;
    add_blanks(table, 2);
    co_table_add_text(table, module->code);
    co_table_add_text(table, module->title);
    add_group(sheet, entry);
    co_table_take_text(table,
                       moment_text(entry->day, co_agenda_start_min(parameters, entry->halves)));
    co_table_take_text(table,
                       moment_text(entry->day, co_agenda_end_min(parameters, entry->halves)));
    co_table_take_text(table, duration_text(parameters, entry->halves));
    add_place(sheet, entry, module->mode);
    if (entry->group_idx >= 0)
        co_table_add_number(table,
                            co_agenda_capacity(sheet->campaign, &plan->groups[entry->group_idx]));
    else
        co_table_add_text(table, "");
    co_table_add_number(table, co_agenda_n_attending(sheet->campaign, plan, entry));
    add_blanks(table, 3);
}

/* -1 stands for the webinars of whole paths, which belong to no academy in particular. */
static int academy_of(const CoPlan *plan, const CoEntry *entry)
{
    return entry->group_idx < 0 ? -1 : plan->groups[entry->group_idx].academy_idx;
}

/* By path, academy, group and date: as the export goes down from module to group to session. */
static int compare_sessions(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoEntry *a = *(const CoEntry *const *)left, *b = *(const CoEntry *const *)right;
    const Sheet *sheet = data;
    const CoPlan *plan = sheet->publication->context->plan;
    int order = academy_of(plan, a) - academy_of(plan, b);
    if (order == 0)
        order = co_agenda_path(sheet->campaign, a) - co_agenda_path(sheet->campaign, b);
    if (order == 0)
        order = a->group_idx - b->group_idx;
    /* One agenda, in the order of the calendar. */
    return order != 0 ? order : (a > b) - (a < b);
}

static void add_sessions(Sheet *sheet)
{
    const CoAgenda *agenda = sheet->publication->agenda;
    g_autoptr(GPtrArray) sessions = g_ptr_array_new();
    for (int i = 0; i < agenda->n_entries; i++)
        if (agenda->entries[i].day != CO_DAY_NONE)
            g_ptr_array_add(sessions, &agenda->entries[i]);
    g_ptr_array_sort_with_data(sessions, compare_sessions, sheet);
    for (guint i = 0; i < sessions->len; i++)
        add_session(sheet, g_ptr_array_index(sessions, i));
}

bool co_sofia_sessions_publish(const CoPublication *publication, GError **error)
{
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(CoHeading) heading = co_heading_new(
        publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Sessions pour SOFIA-FMO");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, FILE_NAME, error);
    if (book == NULL)
        return false;
    const CoPageSetup setup = {SHEET_NAME, heading->footer, true};
    CoPage *page = co_page_new(book, &setup);
    g_autoptr(CoTable) table = co_table_new(columns, G_N_ELEMENTS(columns));
    Sheet sheet = {publication, publication->context->campaign, table};
    add_sessions(&sheet);
    co_table_set_widths(table, page);
    co_table_fill_page(table, page, 0);
    return co_publication_close(publication, book, FILE_NAME, "EAFC, gestion de SOFIA-FMO", error);
}

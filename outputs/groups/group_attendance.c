/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet for each meeting, one sheet of paper each as long as it stays legible. */
#include "group_book.h"

#include "outputs/words/names.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

#define N_CATCH_UP_LINES 3
#define MEMBER_HEIGHT_PX 30
#define LOWEST_SCALE 0.7
#define MAX_COLUMNS 8

/* Widths add up to a little more than the paper, which is then printed at nine tenths. */
#define NUMBER_PX 30
#define NAME_PX 178
#define ROLE_PX 62
#define SCHOOL_PX 230
#define BOXES_PX 296

typedef struct Sheet {
    const CoGroupBook *book;
    const CoEntry *entry;
    const CoModule *module;
    CoPage *page;
    CoColumn columns[MAX_COLUMNS];
    int n_columns, n_fixed; /* the boxes come after the fixed ones */
    char *headers[2];       /* of the signing boxes */
} Sheet;

static void add_box(Sheet *sheet, const char *header, int width_px)
{
    sheet->columns[sheet->n_columns++] = (CoColumn){header, CO_STYLE_BOX, width_px, width_px, 0};
}

static void set_boxes_in_person(Sheet *sheet)
{
    static const CoHalves both_halves[] = {CO_HALF_AM, CO_HALF_PM};
    int n_boxes = co_agenda_n_halves(sheet->entry->halves), n = 0;
    for (int i = 0; i < 2; i++) {
        if (!(sheet->entry->halves & both_halves[i]))
            continue;
        g_autofree char *times =
            co_agenda_timetable(&sheet->book->context->campaign->parameters, both_halves[i]);
        sheet->headers[n] =
            g_strdup_printf("Signature\n%s %s", co_wording_halves(both_halves[i]), times);
        add_box(sheet, sheet->headers[n++], BOXES_PX / n_boxes);
    }
}

static void set_columns(Sheet *sheet)
{
    static const CoColumn fixed[] = {
        {"N°", CO_STYLE_CELL_CENTER, NUMBER_PX, NUMBER_PX, 0},
        {"Nom et prénom", CO_STYLE_CELL_STRONG, NAME_PX, NAME_PX, 0},
        {"Fonction", CO_STYLE_CELL_CENTER, ROLE_PX, ROLE_PX, 0},
        {"Établissement", CO_STYLE_CELL_SMALL, SCHOOL_PX, SCHOOL_PX, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(fixed); i++)
        sheet->columns[sheet->n_columns++] = fixed[i];
    sheet->n_fixed = sheet->n_columns;
    if (sheet->module->mode == CO_MODE_IN_PERSON) {
        set_boxes_in_person(sheet);
        return;
    }
    add_box(sheet, "Heure de connexion", 68);
    add_box(sheet, "Heure de déconnexion", 84);
    add_box(sheet, "Durée", 50);
    add_box(sheet, "Observations", BOXES_PX - 68 - 84 - 50);
}

static void add_empty_boxes(CoTable *table, const Sheet *sheet)
{
    for (int i = sheet->n_fixed; i < sheet->n_columns; i++)
        co_table_add_text(table, "");
}

char *co_group_member_name(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    const CoPerson *person = &campaign->people[person_idx];
    g_autofree char *name = g_strdup_printf("%s %s", person->last_name, person->first_name);
    g_strstrip(name);
    return *name != '\0' ? g_steal_pointer(&name) : co_name_person_to_others(campaign, person_idx);
}

char *co_group_member_school(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    int school_idx = campaign->people[person_idx].establishment_idx;
    const CoPlace *place = &campaign->establishments[school_idx].place;
    g_autofree char *school = co_name_establishment(campaign, school_idx);
    return g_strconcat(school, *place->commune != '\0' ? ", " : "", place->commune, NULL);
}

static void add_member(CoTable *table, const Sheet *sheet, int rank)
{
    const CoCampaign *campaign = sheet->book->context->campaign;
    int person_idx = sheet->book->members[rank];
    co_table_add_number(table, rank + 1);
    co_table_take_text(table, co_group_member_name(campaign, person_idx));
    co_table_take_text(table, co_name_role_codes(campaign, &campaign->people[person_idx]));
    co_table_take_text(table, co_group_member_school(campaign, person_idx));
    add_empty_boxes(table, sheet);
}

static void add_labelled_row(CoTable *table, const Sheet *sheet, const char *label)
{
    co_table_add_text(table, "");
    co_table_add_text(table, label);
    co_table_add_text(table, "");
    co_table_add_text(table, "");
    add_empty_boxes(table, sheet);
}

static void add_trainer(CoTable *table, const Sheet *sheet, int trainer_idx)
{
    const CoCampaign *campaign = sheet->book->context->campaign;
    if (trainer_idx < 0)
        return;
    const CoPlace *place = &campaign->trainers[trainer_idx].place;
    co_table_add_text(table, "");
    co_table_take_text(table, co_name_trainer(campaign, trainer_idx));
    co_table_add_text(table, "");
    co_table_add_text(table, place->name);
    add_empty_boxes(table, sheet);
}

static CoTable *fill_table(const Sheet *sheet)
{
    CoTable *table = co_table_new(sheet->columns, sheet->n_columns);
    bool is_in_person = sheet->module->mode == CO_MODE_IN_PERSON;
    co_table_set_row_height(table, MEMBER_HEIGHT_PX);
    for (int i = 0; i < sheet->book->group->n_members; i++)
        add_member(table, sheet, i);
    co_table_set_row_height(table, 0);
    co_table_add_band(table, "Rattrapages : participants d'un autre groupe");
    co_table_set_row_height(table, MEMBER_HEIGHT_PX - 4);
    for (int i = 0; i < N_CATCH_UP_LINES; i++)
        add_labelled_row(table, sheet, "");
    co_table_set_row_height(table, 0);
    co_table_add_band(table,
                      is_in_person ? "Formateurs" : "Formateurs (signature en observations)");
    co_table_set_row_height(table, MEMBER_HEIGHT_PX + 4);
    add_trainer(table, sheet, sheet->book->group->trainer_idx[0]);
    add_trainer(table, sheet, sheet->book->group->trainer_idx[1]);
    co_table_set_row_height(table, 22);
    add_labelled_row(table, sheet, is_in_person ? "Nombre de présents" : "Nombre de connectés");
    add_labelled_row(table, sheet, "Nombre d'absents");
    return table;
}

static int write_fact(const Sheet *sheet, int row, const char *label, const char *value)
{
    return co_heading_fact(sheet->page, (CoArea){row, 0, 1, sheet->n_columns}, label, value);
}

char *co_group_where(const CoGroupBook *book, const CoModule *module)
{
    g_return_val_if_fail(book != NULL && module != NULL, NULL);
    int room_idx = book->group->room_idx;
    if (module->mode != CO_MODE_IN_PERSON || room_idx < 0)
        return *module->link != '\0' ? g_strdup_printf("à distance, %s", module->link)
                                     : g_strdup("à distance");
    const CoRoom *room = &book->context->campaign->rooms[room_idx];
    g_autofree char *address = co_name_address(&room->place);
    return g_strdup_printf("Salle %s, %s", room->code, address);
}

static int write_facts(const Sheet *sheet, int row)
{
    const CoCampaign *campaign = sheet->book->context->campaign;
    g_autofree char *path = co_name_path(campaign, sheet->book->group->path_idx);
    g_autofree char *module = g_strdup_printf("%s – %s", sheet->module->code, sheet->module->title);
    g_autofree char *day = co_wording_day_long(sheet->entry->day);
    g_autofree char *times = co_agenda_timetable(&campaign->parameters, sheet->entry->halves);
    g_autofree char *date = g_strdup_printf("%s, %s", day, times);
    g_autofree char *place = co_group_where(sheet->book, sheet->module);
    g_autofree char *team = co_name_team(campaign, sheet->book->group, ", ");
    row = write_fact(sheet, row, "Parcours", path);
    row = write_fact(sheet, row, "Groupe", sheet->book->group->code);
    row = write_fact(sheet, row, "Module", module);
    row = write_fact(sheet, row, "Date et horaires", date);
    row = write_fact(sheet, row, "Lieu", place);
    row = write_fact(sheet, row, "Formateurs", team);
    co_page_raise_row(sheet->page, row, 8);
    return row + 1;
}

static void set_widths(const Sheet *sheet)
{
    int width_px[MAX_COLUMNS];
    for (int i = 0; i < sheet->n_columns; i++)
        width_px[i] = sheet->columns[i].min_px;
    co_page_set_widths(sheet->page, width_px, sheet->n_columns);
}

/* One sheet of paper when that stays legible; else the head comes again on the next. */
static void set_scale(const Sheet *sheet, int end_row)
{
    int width_px = co_page_width_px(sheet->page, 0, sheet->n_columns);
    double across = (double)co_page_printable_px(sheet->page) / width_px;
    double down = (double)co_page_printable_height_px(sheet->page) /
                  co_page_height_px(sheet->page, 0, end_row);
    double scale = down >= LOWEST_SCALE ? MIN(across, down) : across;
    co_page_set_scale(sheet->page, (int)(MIN(scale, 1.0) * 100));
}

static char *sheet_title(const CoModule *module, CoDay day)
{
    int month, of_month;
    co_day_to_ymd(day, NULL, &month, &of_month);
    return g_strdup_printf("%s %02d-%02d", module->code, of_month, month);
}

static void write_sheet(const CoGroupBook *book, const CoEntry *entry)
{
    Sheet sheet = {.book = book,
                   .entry = entry,
                   .module = &book->context->campaign->modules[entry->module_idx]};
    g_autofree char *name = sheet_title(sheet.module, entry->day);
    const CoPageSetup setup = {name, book->heading->footer, false};
    sheet.page = co_page_new(book->book, &setup);
    set_columns(&sheet);
    set_widths(&sheet);
    const char *title =
        sheet.module->mode == CO_MODE_IN_PERSON ? "Feuille d'émargement" : "Relevé de connexion";
    int row = co_heading_draw(book->heading, sheet.page, sheet.n_columns, title);
    int head_row = write_facts(&sheet, row);
    g_autoptr(CoTable) table = fill_table(&sheet);
    int end = co_table_write(table, sheet.page, head_row);
    co_page_repeat_rows(sheet.page, head_row, 1);
    set_scale(&sheet, end);
    g_free(sheet.headers[0]);
    g_free(sheet.headers[1]);
}

void co_group_attendance(const CoGroupBook *book)
{
    g_return_if_fail(book != NULL);
    for (int i = 0; i < book->agenda->n_entries; i++)
        if (book->agenda->entries[i].group_idx >= 0)
            write_sheet(book, &book->agenda->entries[i]);
}

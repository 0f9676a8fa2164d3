/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "group_book.h"

#include "outputs/words/names.h"
#include "outputs/kit/table.h"
#include "cohorte/wording.h"

static const CoColumn schedule_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 110, 0},
    {"Demi-journée", CO_STYLE_CELL_CENTER, 80, 94, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 48, 58, 0},
    {"Fin", CO_STYLE_CELL_CLOCK, 48, 58, 0},
    {"Module", CO_STYLE_CELL_STRONG, 64, 110, 0},
    {"Titre", CO_STYLE_CELL, 180, 330, 0},
    {"Modalité", CO_STYLE_CELL, 90, 120, 0},
    {"FM1", CO_STYLE_CELL_CENTER, 44, 54, 0},
    {"Salle ou accès", CO_STYLE_CELL, 170, 330, 0},
};

static void add_dates(CoTable *table, const CoParameters *parameters, const CoEntry *entry,
                      CoMode mode)
{
    co_table_add_day(table, entry->day);
    if (mode == CO_MODE_SELF_STUDY) {
        co_table_add_text(table, entry->day != CO_DAY_NONE ? "au plus tard" : "libre");
        co_table_add_text(table, "");
        co_table_add_text(table, "");
        return;
    }
    co_table_add_text(table, co_wording_halves(entry->halves));
    co_table_add_clock(table, co_agenda_start_min(parameters, entry->halves));
    co_table_add_clock(table, co_agenda_end_min(parameters, entry->halves));
}

static char *access_of(const CoCampaign *campaign, const CoGroup *group, const CoModule *module)
{
    if (module->mode == CO_MODE_IN_PERSON)
        return co_name_room(campaign, group->room_idx);
    return g_strdup(*module->link != '\0' ? module->link : "à distance");
}

static void add_schedule_row(CoTable *table, const CoGroupBook *book, const CoEntry *entry)
{
    const CoCampaign *campaign = book->context->campaign;
    const CoModule *module = &campaign->modules[entry->module_idx];
    add_dates(table, &campaign->parameters, entry, module->mode);
    co_table_add_text(table, module->code);
    co_table_add_text(table, module->title);
    co_table_add_text(table, co_wording_mode(module->mode));
    co_table_add_text(table, module->fm1 ? "oui" : "");
    co_table_take_text(table, access_of(campaign, book->group, module));
}

static int write_fact(CoPage *page, int row, const char *label, const char *value)
{
    return co_heading_fact(page, (CoArea){row, 0, 1, G_N_ELEMENTS(schedule_columns)}, label, value);
}

static int write_place(CoPage *page, int row, const CoRoom *room)
{
    g_autofree char *address = co_name_address(&room->place);
    g_autofree char *place = g_strdup_printf("Salle %s, %s", room->code, address);
    g_autofree char *means =
        g_strdup_printf("%d places, %d postes de travail, %s", room->seats, room->workstations,
                        room->canteen ? "restauration sur place" : "pas de restauration sur place");
    row = write_fact(page, row, "Lieu", place);
    return write_fact(page, row, "Équipement", means);
}

static int write_trainers(CoPage *page, int row, const CoGroupBook *book)
{
    const CoCampaign *campaign = book->context->campaign;
    for (int i = 0; i < 2; i++) {
        int trainer_idx = book->group->trainer_idx[i];
        if (trainer_idx < 0)
            continue;
        const char *email = campaign->trainers[trainer_idx].email;
        g_autofree char *name = co_name_trainer(campaign, trainer_idx);
        g_autofree char *value = g_strconcat(name, *email != '\0' ? ", " : "", email, NULL);
        row = write_fact(page, row, i == 0 ? "Formateurs" : "", value);
    }
    return row;
}

static char *count_states(const int n[3])
{
    return g_strdup_printf("%d oui, %d non, %d à vérifier", n[CO_TRISTATE_YES], n[CO_TRISTATE_NO],
                           n[CO_TRISTATE_UNKNOWN]);
}

static int write_access_checks(CoPage *page, int row, const CoGroupBook *book)
{
    const CoCampaign *campaign = book->context->campaign;
    if (!co_agenda_uses_fm1(campaign, book->group->path_idx))
        return row;
    int otp[3] = {0}, right[3] = {0};
    for (int i = 0; i < book->group->n_members; i++) {
        otp[campaign->people[book->members[i]].otp]++;
        right[campaign->people[book->members[i]].access_right]++;
    }
    g_autofree char *otps = count_states(otp);
    g_autofree char *rights = count_states(right);
    g_autofree char *value = g_strdup_printf("clé OTP : %s ; habilitation : %s", otps, rights);
    return write_fact(page, row, "Accès à vérifier", value);
}

void co_group_summary(const CoGroupBook *book)
{
    g_return_if_fail(book != NULL);
    const CoCampaign *campaign = book->context->campaign;
    const CoPageSetup setup = {"Groupe", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(schedule_columns, G_N_ELEMENTS(schedule_columns));
    for (int i = 0; i < book->agenda->n_entries; i++)
        add_schedule_row(table, book, &book->agenda->entries[i]);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, G_N_ELEMENTS(schedule_columns), NULL);
    g_autofree char *path = co_name_path(campaign, book->group->path_idx);
    g_autofree char *size = co_name_count(book->group->n_members, "participant", "participants");
    row = write_fact(page, row, "Groupe", book->group->code);
    row = write_fact(page, row, "Parcours", path);
    row = write_fact(page, row, "Effectif", size);
    if (book->group->room_idx >= 0)
        row = write_place(page, row, &campaign->rooms[book->group->room_idx]);
    row = write_trainers(page, row, book);
    row = write_access_checks(page, row, book);
    co_page_raise_row(page, row, 10);
    co_table_write(table, page, row + 1);
}

static const CoColumn roster_columns[] = {
    {"N°", CO_STYLE_CELL_CENTER, 30, 36, 0},
    {"Nom", CO_STYLE_CELL_STRONG, 90, 170, 0},
    {"Prénom", CO_STYLE_CELL, 80, 130, 0},
    {"Fonction", CO_STYLE_CELL_CENTER, 62, 90, 0},
    {"Établissement", CO_STYLE_CELL, 150, 300, 0},
    {"UAI", CO_STYLE_CELL_CENTER, 68, 76, 0},
    {"Commune", CO_STYLE_CELL, 80, 170, 0},
    {"Agence comptable", CO_STYLE_CELL_CENTER, 80, 90, 0},
    {"Courriel", CO_STYLE_CELL, 150, 290, 0},
    {"Clé OTP", CO_STYLE_CELL_CENTER, 62, 70, 0},
    {"Habilitation", CO_STYLE_CELL_CENTER, 78, 86, 0},
};

static const char *state_word(CoTristate state)
{
    switch (state) {
    case CO_TRISTATE_YES:
        return "oui";
    case CO_TRISTATE_NO:
        return "non";
    case CO_TRISTATE_UNKNOWN:
        break;
    }
    return "à vérifier";
}

static const char *agency_of(const CoCampaign *campaign, const CoEstablishment *school)
{
    return school->agency_idx < 0 ? "" : campaign->agencies[school->agency_idx].uai;
}

static void add_name(CoTable *table, const CoCampaign *campaign, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    bool has_name = *person->last_name != '\0' || *person->first_name != '\0';
    if (has_name)
        co_table_add_text(table, person->last_name);
    else
        co_table_take_text(table, co_name_person(campaign, person_idx));
    co_table_add_text(table, person->first_name);
}

static void add_roster_row(CoTable *table, const CoCampaign *campaign, int number, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    const CoEstablishment *school = &campaign->establishments[person->establishment_idx];
    co_table_add_number(table, number);
    add_name(table, campaign, person_idx);
    co_table_take_text(table, co_name_role_codes(campaign, person));
    co_table_take_text(table, co_name_establishment(campaign, person->establishment_idx));
    co_table_add_text(table, school->uai);
    co_table_add_text(table, school->place.commune);
    co_table_add_text(table, agency_of(campaign, school));
    co_table_add_text(table, person->email);
    co_table_add_text(table, state_word(person->otp));
    co_table_add_text(table, state_word(person->access_right));
}

static void write_role_key(CoPage *page, int row, const CoGroupBook *book)
{
    const CoCampaign *campaign = book->context->campaign;
    g_autofree bool *is_used = g_new0(bool, (gsize)campaign->n_roles);
    for (int i = 0; i < book->group->n_members; i++) {
        const CoPerson *person = &campaign->people[book->members[i]];
        for (int r = 0; r < person->n_roles; r++)
            is_used[person->role_idx[r]] = true;
    }
    g_autofree char *key = co_name_role_key(campaign, is_used);
    co_page_area(page, (CoArea){row, 0, 1, G_N_ELEMENTS(roster_columns)}, key,
                 (CoLook){.style = CO_STYLE_SMALL});
}

void co_group_roster(const CoGroupBook *book)
{
    g_return_if_fail(book != NULL);
    const CoPageSetup setup = {book->roster_sheet != NULL ? book->roster_sheet : "Participants",
                               book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autofree char *title = g_strdup_printf("Participants du groupe %s", book->group->code);
    g_autoptr(CoTable) table = co_table_new(roster_columns, G_N_ELEMENTS(roster_columns));
    for (int i = 0; i < book->group->n_members; i++)
        add_roster_row(table, book->context->campaign, i + 1, book->members[i]);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, G_N_ELEMENTS(roster_columns), title);
    row = co_table_fill_page(table, page, row);
    write_role_key(page, row + 1, book);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When FM1 is used, by how many groups and workstations at a time. */
#include "fm1_book.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

/* What is on FM1 at a time, and over some days. */
typedef struct Load {
    int n_groups, n_workstations;
} Load;

static const CoGroup *group_of(const CoFm1Book *book, int session)
{
    return &book->plan->groups[book->sessions[session]->group_idx];
}

static Load load_of(const CoFm1Book *book, CoDay day, CoHalves half)
{
    Load load = {0, 0};
    for (int i = 0; i < book->n_sessions; i++) {
        if (book->sessions[i]->day != day || !(book->sessions[i]->halves & half))
            continue;
        load.n_groups++;
        load.n_workstations += group_of(book, i)->n_members;
    }
    return load;
}

static Load most(Load a, Load b)
{
    return (Load){MAX(a.n_groups, b.n_groups), MAX(a.n_workstations, b.n_workstations)};
}

static Load peak_of(const CoFm1Book *book, CoDay first, CoDay last)
{
    Load peak = {0, 0};
    for (CoDay day = first; day <= last; day++)
        peak = most(peak, most(load_of(book, day, CO_HALF_AM), load_of(book, day, CO_HALF_PM)));
    return peak;
}

/* @return the window that opens FM1 on a day, or NULL */
static const CoFm1Window *window_on(const CoCampaign *campaign, CoDay day)
{
    for (int i = 0; i < campaign->n_fm1_windows; i++)
        if (day >= campaign->fm1_windows[i].first_day && day <= campaign->fm1_windows[i].last_day)
            return &campaign->fm1_windows[i];
    return NULL;
}

/* @return (transfer full) codes of the groups of these days, each once; how many, when they are
 * more than a reader would read in a cell: the sessions tell each */
static char *groups_of(const CoFm1Book *book, CoDay first, CoDay last)
{
    enum { MOST_LISTED = 16 };
    GString *codes = g_string_new(NULL);
    int n_groups = 0;
    for (int g = 0; g < book->plan->n_groups; g++) {
        bool is_there = false;
        for (int i = 0; i < book->n_sessions && !is_there; i++)
            is_there = book->sessions[i]->group_idx == g && book->sessions[i]->day >= first &&
                       book->sessions[i]->day <= last;
        if (is_there && n_groups++ < MOST_LISTED)
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? ", " : "",
                                   book->plan->groups[g].code);
    }
    if (n_groups > MOST_LISTED)
        g_string_printf(codes, "%d groupes : voir la feuille « Séances »", n_groups);
    return g_string_free(codes, FALSE);
}

/* Who connects over some days, each once. */
typedef struct Users {
    int n_schools, n_members, n_trainers;
} Users;

static void mark(bool *is_marked, int idx, int *n)
{
    if (idx < 0 || is_marked[idx])
        return;
    is_marked[idx] = true;
    (*n)++;
}

static Users users_of(const CoFm1Book *book, CoDay first, CoDay last)
{
    const CoCampaign *campaign = book->campaign;
    Users users = {0, 0, 0};
    g_autofree bool *schools = g_new0(bool, (gsize)campaign->n_establishments + 1);
    g_autofree bool *people = g_new0(bool, (gsize)campaign->n_people + 1);
    g_autofree bool *trainers = g_new0(bool, (gsize)campaign->n_trainers + 1);
    for (int i = 0; i < book->n_sessions; i++) {
        if (book->sessions[i]->day < first || book->sessions[i]->day > last)
            continue;
        const CoGroup *group = group_of(book, i);
        for (int m = 0; m < group->n_members; m++) {
            mark(people, group->members[m], &users.n_members);
            mark(schools, campaign->people[group->members[m]].establishment_idx, &users.n_schools);
        }
        for (int t = 0; t < 2; t++)
            mark(trainers, group->trainer_idx[t], &users.n_trainers);
    }
    return users;
}

static const CoColumn week_columns[] = {
    {"Semaine", CO_STYLE_CELL_CENTER, 62, 80, 0},
    {"Du", CO_STYLE_CELL_DAY, 96, 120, 0},
    {"Au", CO_STYLE_CELL_DAY, 96, 120, 0},
    {"Jours où FM1 est ouverte", CO_STYLE_CELL_NUMBER, 84, 110, 0},
    {"Groupes à la fois, au plus", CO_STYLE_CELL_NUMBER, 84, 110, 0},
    {"Postes à la fois, au plus", CO_STYLE_CELL_NUMBER, 84, 110, 0},
    {"Établissements", CO_STYLE_CELL_NUMBER, 96, 110, 0},
    {"Participants", CO_STYLE_CELL_NUMBER, 84, 100, 0},
    {"Formateurs", CO_STYLE_CELL_NUMBER, 80, 100, 0},
    {"Groupes", CO_STYLE_CELL, 150, 320, 0},
};

static int open_days(const CoFm1Book *book, CoDay monday)
{
    int n = 0;
    for (CoDay day = monday; day < monday + 5; day++)
        n += window_on(book->campaign, day) != NULL ? 1 : 0;
    return n;
}

static void add_week(CoTable *table, const CoFm1Book *book, CoDay monday)
{
    CoDay friday = monday + 4;
    Load peak = peak_of(book, monday, friday);
    Users users = users_of(book, monday, friday);
    co_table_take_text(table, g_strdup_printf("S%02d", co_day_iso_week(monday, NULL)));
    co_table_add_day(table, monday);
    co_table_add_day(table, friday);
    co_table_add_number(table, open_days(book, monday));
    co_table_add_number(table, peak.n_groups);
    co_table_add_number(table, peak.n_workstations);
    co_table_add_number(table, users.n_schools);
    co_table_add_number(table, users.n_members);
    co_table_add_number(table, users.n_trainers);
    co_table_take_text(table, groups_of(book, monday, friday));
}

static CoDay first_day(const CoFm1Book *book)
{
    CoDay first = book->sessions[0]->day;
    for (int i = 0; i < book->campaign->n_fm1_windows; i++)
        first = MIN(first, book->campaign->fm1_windows[i].first_day);
    return first;
}

static CoDay last_day(const CoFm1Book *book)
{
    CoDay last = book->sessions[book->n_sessions - 1]->day;
    for (int i = 0; i < book->campaign->n_fm1_windows; i++)
        last = MAX(last, book->campaign->fm1_windows[i].last_day);
    return last;
}

static int write_fact(CoPage *page, int row, const char *label, const char *value)
{
    return co_heading_fact(page, (CoArea){row, 0, 1, G_N_ELEMENTS(week_columns)}, label, value);
}

static int write_windows(const CoFm1Book *book, CoPage *page, int row)
{
    for (int i = 0; i < book->campaign->n_fm1_windows; i++) {
        const CoFm1Window *window = &book->campaign->fm1_windows[i];
        g_autofree char *first = co_wording_day_long(window->first_day);
        g_autofree char *last = co_wording_day_long(window->last_day);
        g_autofree char *groups =
            co_name_count(window->max_groups, "groupe à la fois", "groupes à la fois");
        g_autofree char *value = window->first_day == window->last_day
                                     ? g_strdup_printf("le %s : %s", first, groups)
                                     : g_strdup_printf("du %s au %s : %s", first, last, groups);
        row = write_fact(page, row, i == 0 ? "Ouvertures" : "", value);
    }
    return row;
}

/* @return (transfer full) "clé OTP : 3 à fournir, 12 à vérifier ; habilitation : ..." */
static char *missing_fact(const CoFm1Book *book)
{
    int otp[3] = {0}, right[3] = {0};
    for (int g = 0; g < book->plan->n_groups; g++) {
        const CoGroup *group = &book->plan->groups[g];
        for (int m = 0; book->uses[g].first_day != CO_DAY_NONE && m < group->n_members; m++) {
            otp[book->campaign->people[group->members[m]].otp]++;
            right[book->campaign->people[group->members[m]].access_right]++;
        }
    }
    return g_strdup_printf(
        "clé OTP : %d à fournir, %d à vérifier ; habilitation : %d à ouvrir, %d à vérifier",
        otp[CO_TRISTATE_NO], otp[CO_TRISTATE_UNKNOWN], right[CO_TRISTATE_NO],
        right[CO_TRISTATE_UNKNOWN]);
}

static int write_facts(const CoFm1Book *book, CoPage *page, int row)
{
    const CoEntry *const *sessions = book->sessions;
    g_autofree char *first = co_wording_day_long(sessions[0]->day);
    g_autofree char *last = co_wording_day_long(sessions[book->n_sessions - 1]->day);
    g_autofree char *period = g_strdup_printf("du %s au %s", first, last);
    Users users = users_of(book, sessions[0]->day, sessions[book->n_sessions - 1]->day);
    g_autofree char *schools = co_name_count(users.n_schools, "établissement", "établissements");
    g_autofree char *members = co_name_count(users.n_members, "participant", "participants");
    g_autofree char *trainers = co_name_count(users.n_trainers, "formateur", "formateurs");
    g_autofree char *count = g_strdup_printf("%s de %s, %s", members, schools, trainers);
    g_autofree char *missing = missing_fact(book);
    row = write_fact(page, row, "Séances", period);
    row = write_windows(book, page, row);
    row = write_fact(page, row, "Accès", count);
    row = write_fact(page, row, "À préparer", missing);
    row = write_fact(page, row, "Contact", book->campaign->parameters.organizer_email);
    co_page_raise_row(page, row, 10);
    return row + 1;
}

void co_fm1_weeks(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL && book->n_sessions > 0);
    enum { N_COLUMNS = G_N_ELEMENTS(week_columns) };
    const CoPageSetup setup = {"Semaines", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(week_columns, N_COLUMNS);
    CoDay last = last_day(book);
    for (CoDay monday = co_day_monday(first_day(book)); monday <= last; monday += 7)
        if (open_days(book, monday) > 0 || peak_of(book, monday, monday + 6).n_groups > 0)
            add_week(table, book, monday);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, NULL);
    row = write_facts(book, page, row);
    co_table_fill_page(table, page, row);
}

static const CoColumn day_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 112, 0},
    {"Groupes le matin", CO_STYLE_CELL_NUMBER, 76, 96, 0},
    {"Groupes l'après-midi", CO_STYLE_CELL_NUMBER, 84, 96, 0},
    {"Groupes à la fois, au plus", CO_STYLE_CELL_NUMBER, 84, 110, 0},
    {"Plafond de groupes", CO_STYLE_CELL_NUMBER, 80, 96, 0},
    {"Reste", CO_STYLE_CELL_CENTER, 60, 80, 0},
    {"Postes le matin", CO_STYLE_CELL_NUMBER, 70, 90, 0},
    {"Postes l'après-midi", CO_STYLE_CELL_NUMBER, 84, 96, 0},
    {"Groupes", CO_STYLE_CELL, 150, 360, 0},
};

static void add_room_left(CoTable *table, const CoFm1Window *window, int n_groups)
{
    if (window == NULL) {
        co_table_add_text(table, "");
        co_table_add_text(table, "");
        return;
    }
    bool is_full = n_groups >= window->max_groups;
    co_table_add_number(table, window->max_groups);
    if (is_full) {
        co_table_fill_row(table, CO_FILL_AVOID);
        co_table_add_text(table, "complet");
    } else
        co_table_add_number(table, window->max_groups - n_groups);
}

static void add_day(CoTable *table, const CoFm1Book *book, CoDay day)
{
    Load morning = load_of(book, day, CO_HALF_AM), afternoon = load_of(book, day, CO_HALF_PM);
    int n_groups = most(morning, afternoon).n_groups;
    co_table_add_day(table, day);
    co_table_add_number(table, morning.n_groups);
    co_table_add_number(table, afternoon.n_groups);
    co_table_add_number(table, n_groups);
    add_room_left(table, window_on(book->campaign, day), n_groups);
    co_table_add_number(table, morning.n_workstations);
    co_table_add_number(table, afternoon.n_workstations);
    co_table_take_text(table, groups_of(book, day, day));
}

void co_fm1_days(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL && book->n_sessions > 0);
    enum { N_COLUMNS = G_N_ELEMENTS(day_columns) };
    const CoPageSetup setup = {"Jours", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(day_columns, N_COLUMNS);
    for (int i = 0; i < book->n_sessions; i++)
        if (i == 0 || book->sessions[i]->day != book->sessions[i - 1]->day)
            add_day(table, book, book->sessions[i]->day);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, "Groupes sur FM1, jour par jour");
    co_table_fill_page(table, page, row);
}

static const CoColumn session_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 110, 0},
    {"Horaires", CO_STYLE_CELL_CENTER, 90, 180, 0},
    {"Groupe", CO_STYLE_CELL_STRONG, 70, 110, 0},
    {"Parcours", CO_STYLE_CELL, 110, 240, 0},
    {"Module", CO_STYLE_CELL, 60, 100, 0},
    {"Participants", CO_STYLE_CELL_NUMBER, 84, 96, 0},
    {"Formateurs", CO_STYLE_CELL_NUMBER, 78, 90, 0},
    {"UAI du site", CO_STYLE_CELL_CENTER, 72, 80, 0},
    {"Site", CO_STYLE_CELL, 120, 240, 0},
    {"Commune", CO_STYLE_CELL, 80, 130, 0},
    {"Salle", CO_STYLE_CELL_CENTER, 48, 80, 0},
    {"Académie", CO_STYLE_CELL, 70, 120, 0}, /* only when there are several */
};

static void add_site(CoTable *table, const CoFm1Book *book, const CoEntry *entry)
{
    int room_idx = co_agenda_mode(book->campaign, entry) == CO_MODE_IN_PERSON
                       ? book->plan->groups[entry->group_idx].room_idx
                       : -1;
    const CoRoom *room = room_idx < 0 ? NULL : &book->campaign->rooms[room_idx];
    co_table_add_text(table, room == NULL ? "" : room->place.uai);
    co_table_add_text(table, room == NULL ? "à distance" : room->place.name);
    co_table_add_text(table, room == NULL ? "" : room->place.commune);
    co_table_add_text(table, room == NULL ? "" : room->code);
}

static void add_session(CoTable *table, const CoFm1Book *book, int session)
{
    const CoCampaign *campaign = book->campaign;
    const CoEntry *entry = book->sessions[session];
    const CoGroup *group = group_of(book, session);
    co_table_add_day(table, entry->day);
    co_table_take_text(table, co_agenda_timetable(&campaign->parameters, entry->halves));
    co_table_add_text(table, group->code);
    co_table_add_text(table, campaign->paths[group->path_idx].label);
    co_table_add_text(table, campaign->modules[entry->module_idx].code);
    co_table_add_number(table, group->n_members);
    co_table_add_number(table, (group->trainer_idx[0] >= 0) + (group->trainer_idx[1] >= 0));
    add_site(table, book, entry);
    if (campaign->n_academies > 1)
        co_table_add_text(
            table, group->academy_idx < 0 ? "" : campaign->academies[group->academy_idx].name);
}

void co_fm1_sessions(const CoFm1Book *book)
{
    g_return_if_fail(book != NULL);
    int n_columns = (int)G_N_ELEMENTS(session_columns) - (book->campaign->n_academies > 1 ? 0 : 1);
    const CoPageSetup setup = {"Séances", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(session_columns, n_columns);
    for (int i = 0; i < book->n_sessions; i++)
        add_session(table, book, i);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, n_columns, "Séances sur FM1");
    co_table_fill_page(table, page, row);
}

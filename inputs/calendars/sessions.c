/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sessions.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "inputs/tables/clean.h"
#include "cohorte/text.h"
#include "half_days.h"
#include "inputs/import_context.h"
#include "inputs/tables/numbers.h"
#include "periods.h"
#include "session_people.h"
#include "stamps.h"
#include "inputs/tables/table.h"

enum {
    MODULE,
    START,
    END,
    DURATION,
    MODE,
    UAI,
    PLACE,
    STATUS,
    EMAIL,
    LAST_NAME,
    FIRST_NAME,
    PEOPLE
};
enum { DAY_MIN = 24 * 60, HALF_DAY_MIN = 180 };

/* As the export has them, and as other tools are known to write them. */
static const CoColumn columns[] = {
    [MODULE] = {"module code|code module|module", CO_OPTIONAL},
    [START] = {"debut|date debut|date de debut", CO_REQUIRED},
    [END] = {"fin|date fin|date de fin", CO_PRESENT},
    [DURATION] = {"duree", CO_OPTIONAL},
    [MODE] = {"modalite", CO_OPTIONAL},
    [UAI] = {"uai|rne|code rne|code uai", CO_OPTIONAL},
    [PLACE] = {"lieu", CO_OPTIONAL},
    [STATUS] = {"statut|session statut|etat", CO_OPTIONAL},
    [EMAIL] = {"courriel|email|adresse mail|adresse courriel|courriels", CO_OPTIONAL},
    [LAST_NAME] = {"nom", CO_OPTIONAL},
    [FIRST_NAME] = {"prenom", CO_OPTIONAL},
    [PEOPLE] = {"personnes|formateurs|intervenants|stagiaires|participants", CO_OPTIONAL},
};

typedef struct Reader {
    CoImport *import;
    CoSessionPeople *people;
    CoHalfDays **rooms;     /* by room, NULL = not taken */
    CoHalfDays **somebodys; /* by CoSomebody */
    GHashTable *said;       /* places and names reported already */
    int n_own, n_others;
} Reader;

/* A session of the horizon. */
typedef struct Session {
    int64_t start_min, end_min;
    bool in_person;
} Session;

static void take(const Reader *reader, CoHalfDays **taken, const Session *session)
{
    if (*taken == NULL)
        *taken = co_half_days_new(&reader->import->campaign->parameters);
    co_half_days_take(*taken, session->start_min, session->end_min);
}

/* The same doubt is told once, however many sessions share it. */
static bool is_new(Reader *reader, const char *text)
{
    return g_hash_table_add(reader->said, g_strdup(text));
}

static bool begins_with(const CoRow *row, int column, const char *start)
{
    g_autofree char *key = co_text_key(co_row_cell(row, column));
    return g_str_has_prefix(key, start);
}

static bool is_in_person(const CoRow *row)
{
    static const char *const remote[] = {"distan", "visio", "virtuel", "en ligne", "learning"};
    g_autofree char *key = co_text_key(co_row_cell(row, MODE));
    for (size_t i = 0; i < G_N_ELEMENTS(remote); i++)
        if (strstr(key, remote[i]) != NULL)
            return false;
    return true;
}

static bool is_own(const Reader *reader, const CoRow *row)
{
    const CoCampaign *campaign = reader->import->campaign;
    g_auto(GStrv) codes = g_strsplit_set(co_row_cell(row, MODULE), ";,|\n", -1);
    for (int i = 0; codes[i] != NULL; i++) {
        g_autofree char *code = co_text_fold(codes[i]);
        for (int j = 0; *code != '\0' && j < campaign->n_modules; j++) {
            g_autofree char *own = co_text_fold(campaign->modules[j].code);
            if (strcmp(own, code) == 0)
                return true;
        }
    }
    return false;
}

/* "3h", "3h30", "3:30", "6 h", "7". @return minutes, 0 when it tells none */
static int duration_min(const CoRow *row)
{
    g_autofree char *text = co_text_fold(co_row_cell(row, DURATION));
    char *rest = NULL;
    int64_t hours = g_ascii_strtoll(text, &rest, 10);
    if (rest == text || hours < 0 || hours > 1000)
        return 0;
    rest += strspn(rest, " h:");
    int64_t minutes = g_ascii_strtoll(rest, NULL, 10);
    return (int)(60 * hours + CLAMP(minutes, 0, 59));
}

/* @param minutes  -1 when the cell tells a day only, as midnight does */
static bool read_moment(CoRow *row, int column, CoDay *day, int *minutes)
{
    if (!co_stamp_local(co_row_cell(row, column), day, minutes)) {
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "date");
        row->out = true;
        return false;
    }
    if (*minutes == 0)
        *minutes = -1;
    return true;
}

/* A session of many days that lasts a few hours is on some of them only. */
static bool fills_its_days(const CoRow *row, CoDay first, CoDay last)
{
    enum { LONGEST_DAYS = 5 };
    int n_weekdays = 0, duration = duration_min(row);
    for (CoDay day = first; day <= last && n_weekdays <= 1000; day++)
        n_weekdays += co_day_weekday(day) <= 5;
    if (first == last || (duration == 0 && n_weekdays <= LONGEST_DAYS) ||
        (duration > 0 && duration >= n_weekdays * HALF_DAY_MIN))
        return true;
    g_autofree char *period = co_period_text(first, last);
    const char *told = co_row_cell(row, DURATION);
    co_row_report(row, START,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_SESSION_SPREAD,
                              .action = CO_ACTION_ROW_OUT,
                              .value = period,
                              .detail = co_clean_is_blank(told) ? NULL : told});
    return false;
}

static bool is_in_horizon(const Reader *reader, CoDay first, CoDay last)
{
    const CoParameters *parameters = &reader->import->campaign->parameters;
    return last >= parameters->first_day && first <= parameters->last_day;
}

/* @return whether it may take anything */
static bool read_session(const Reader *reader, CoRow *row, Session *session)
{
    CoDay first, last;
    int start = -1, end = -1;
    if (!read_moment(row, START, &first, &start))
        return false;
    last = first;
    bool has_end = !co_cell_is_blank(row, END);
    if (has_end && !read_moment(row, END, &last, &end))
        return false;
    if (last < first || (last == first && start >= 0 && end >= 0 && end < start)) {
        co_cell_refuse(row, END, CO_PROBLEM_DATES_REVERSED, co_row_cell(row, START));
        return false;
    }
    if (!is_in_horizon(reader, first, last) || !fills_its_days(row, first, last))
        return false;
    if (!has_end && start >= 0 && duration_min(row) > 0)
        end = MIN(start + duration_min(row), DAY_MIN);
    session->start_min = (int64_t)first * DAY_MIN + MAX(start, 0);
    session->end_min = (int64_t)last * DAY_MIN + (end >= 0 ? end : DAY_MIN);
    session->in_person = is_in_person(row);
    return true;
}

static bool has_words(const char *key, const char *words)
{
    g_autofree char *padded = g_strdup_printf(" %s ", key);
    g_autofree char *wanted_key = co_text_key(words);
    g_autofree char *wanted = g_strdup_printf(" %s ", wanted_key);
    return *wanted_key != '\0' && strstr(padded, wanted) != NULL;
}

static void report_place(Reader *reader, const CoRow *row, const char *place, const char *rooms)
{
    g_autofree char *once = g_strdup_printf("%s %s", co_row_cell(row, UAI), place);
    if (is_new(reader, once))
        co_row_report(row, *place != '\0' ? PLACE : UAI,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_SESSION_PLACE,
                                  .value = *place != '\0' ? place : NULL,
                                  .detail = rooms});
}

/* @return how many rooms were named and taken */
static int take_named(const Reader *reader, const char *uai, const char *place_key,
                      const Session *session)
{
    const CoCampaign *campaign = reader->import->campaign;
    int n = 0;
    for (int i = 0; i < campaign->n_rooms; i++) {
        const CoRoom *room = &campaign->rooms[i];
        bool same_site = *uai != '\0' ? strcmp(room->place.uai, uai) == 0
                                      : has_words(place_key, room->place.name);
        if (!same_site || !has_words(place_key, room->code))
            continue;
        take(reader, &reader->rooms[i], session);
        n++;
    }
    return n;
}

static void take_rooms(Reader *reader, CoRow *row, const Session *session)
{
    const CoCampaign *campaign = reader->import->campaign;
    g_autofree char *repaired = co_uai_repair(co_row_cell(row, UAI));
    g_autofree char *place = co_clean_text(co_row_cell(row, PLACE));
    g_autofree char *key = co_text_key(place);
    const char *uai = repaired != NULL ? repaired : "";
    if (take_named(reader, uai, key, session) > 0 || *uai == '\0')
        return;
    g_autoptr(GString) rooms = g_string_new(NULL);
    int only = -1, n = 0;
    for (int i = 0; i < campaign->n_rooms; i++) {
        if (strcmp(campaign->rooms[i].place.uai, uai) != 0)
            continue;
        g_string_append_printf(rooms, "%s%s", n > 0 ? "|" : "", campaign->rooms[i].code);
        only = i;
        n++;
    }
    if (n == 1 && strstr(key, "salle") == NULL)
        take(reader, &reader->rooms[only], session);
    else if (n > 0)
        report_place(reader, row, place, rooms->str);
}

static void take_somebody(Reader *reader, const CoRow *row, int column, const char *text,
                          const Session *session)
{
    const GArray *found = co_session_people_find(reader->people, text);
    if (found == NULL) {
        reader->n_others += is_new(reader, text);
        return;
    }
    if (!co_session_people_are_one(reader->people, found)) {
        if (is_new(reader, text))
            co_row_report(row, column,
                          (CoProblem){.severity = CO_SEVERITY_WARNING,
                                      .code = CO_PROBLEM_SESSION_PERSON,
                                      .value = text});
        return;
    }
    for (guint i = 0; i < found->len; i++)
        take(reader, &reader->somebodys[g_array_index(found, CoSomebody, i)], session);
}

static void take_list(Reader *reader, const CoRow *row, int column, const Session *session)
{
    g_auto(GStrv) items = g_strsplit_set(co_row_cell(row, column), "|;,\n", -1);
    for (int i = 0; items[i] != NULL; i++) {
        g_autofree char *item = co_clean_text(items[i]);
        if (*item != '\0')
            take_somebody(reader, row, column, item, session);
    }
}

static void take_people(Reader *reader, const CoRow *row, const Session *session)
{
    take_list(reader, row, PEOPLE, session);
    if (!co_cell_is_blank(row, EMAIL)) {
        take_list(reader, row, EMAIL, session);
        return;
    }
    if (co_cell_is_blank(row, LAST_NAME) || co_cell_is_blank(row, FIRST_NAME))
        return;
    g_autofree char *whole =
        g_strdup_printf("%s %s", co_row_cell(row, FIRST_NAME), co_row_cell(row, LAST_NAME));
    g_autofree char *name = co_clean_text(whole);
    take_somebody(reader, row, LAST_NAME, name, session);
}

static void read_row(Reader *reader, CoRow *row)
{
    Session session;
    if (begins_with(row, STATUS, "annul") || !read_session(reader, row, &session))
        return;
    if (is_own(reader, row)) {
        reader->n_own++;
        return;
    }
    if (session.in_person)
        take_rooms(reader, row, &session);
    take_people(reader, row, &session);
}

static void read_sheet(Reader *reader, const CoSheet *sheet)
{
    static const CoColumnSet set = {columns, G_N_ELEMENTS(columns), true};
    CoTable table;
    if (!co_table_open(&table, reader->import, sheet, &set))
        return;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        if (co_row_check_required(&row))
            read_row(reader, &row);
    }
}

static void report_taken(CoImport *import, const char *name, const CoHalfDays *taken)
{
    int n = co_half_days_count(taken);
    if (n > 0)
        co_import_report(import, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                             .code = CO_PROBLEM_SESSION_TAKEN,
                                             .value = name,
                                             .number = n});
}

static void keep_somebody(Reader *reader, CoSomebody somebody)
{
    CoCampaign *campaign = reader->import->campaign;
    const CoHalfDays *taken = reader->somebodys[somebody];
    if (somebody < campaign->n_trainers) {
        CoTrainer *trainer = &campaign->trainers[somebody];
        co_half_days_append(taken, campaign, &trainer->spans, &trainer->n_spans);
        report_taken(reader->import, trainer->code, taken);
        return;
    }
    CoPerson *person = &campaign->people[somebody - campaign->n_trainers];
    g_autofree char *name = g_strdup_printf("%s %s", person->first_name, person->last_name);
    co_half_days_append(taken, campaign, &person->spans, &person->n_spans);
    report_taken(reader->import, name, taken);
}

static void keep_taken(Reader *reader)
{
    CoCampaign *campaign = reader->import->campaign;
    for (int i = 0; i < campaign->n_rooms; i++) {
        CoRoom *room = &campaign->rooms[i];
        if (reader->rooms[i] == NULL)
            continue;
        co_half_days_append(reader->rooms[i], campaign, &room->spans, &room->n_spans);
        report_taken(reader->import, room->code, reader->rooms[i]);
        co_half_days_free(reader->rooms[i]);
    }
    for (CoSomebody i = 0; i < campaign->n_trainers + campaign->n_people; i++) {
        if (reader->somebodys[i] == NULL)
            continue;
        keep_somebody(reader, i);
        co_half_days_free(reader->somebodys[i]);
    }
}

static void report_count(CoImport *import, CoProblemCode code, int n)
{
    if (n > 0)
        co_import_report(import,
                         (CoProblem){.severity = CO_SEVERITY_NOTICE, .code = code, .number = n});
}

void co_sessions_read(CoImport *import)
{
    g_return_if_fail(import != NULL);
    const CoCampaign *campaign = import->campaign;
    int n_sheets = co_sheet_store_count(import->sheets, "sessions");
    if (n_sheets == 0 || campaign->parameters.first_day == CO_DAY_NONE)
        return;
    g_autoptr(CoSessionPeople) people = co_session_people_new(campaign);
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree CoHalfDays **rooms = g_new0(CoHalfDays *, (gsize)campaign->n_rooms);
    g_autofree CoHalfDays **somebodys =
        g_new0(CoHalfDays *, (gsize)(campaign->n_trainers + campaign->n_people));
    Reader reader = {
        .import = import, .people = people, .rooms = rooms, .somebodys = somebodys, .said = said};
    for (int i = 0; i < n_sheets; i++)
        read_sheet(&reader, co_sheet_store_get(import->sheets, "sessions", i));
    keep_taken(&reader);
    report_count(import, CO_PROBLEM_SESSION_OTHERS, reader.n_others);
    report_count(import, CO_PROBLEM_SESSION_OWN, reader.n_own);
}

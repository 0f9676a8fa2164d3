/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "cohorte/text.h"
#include "public_holidays.h"
#include "stamps.h"
#include "inputs/tables/tables.h"
#include "territories.h"

enum { DESCRIPTION, POPULATION, START, END, LOCATION, ZONES };

static const CoColumn school_columns[] = {
    [DESCRIPTION] = {"description|summary", CO_REQUIRED},
    [POPULATION] = {"population", CO_OPTIONAL},
    [START] = {"start_date|date de debut|dtstart", CO_REQUIRED},
    [END] = {"end_date|date de fin|dtend", CO_REQUIRED},
    [LOCATION] = {"location|academies", CO_REQUIRED},
    [ZONES] = {"zones", CO_REQUIRED},
};

/* A school holiday as one row tells it. */
typedef struct Holiday {
    CoDay first_day, last_day; /* both included */
    bool open_ended;           /* a start whose end is not published yet */
    char *location, *zone;     /* compared: letters and digits only */
    const char *label;
    CoOrigin origin;
} Holiday;

typedef struct Calendar {
    CoImport *import;
    GArray *holidays;
} Calendar;

static void holiday_clear(gpointer data)
{
    Holiday *holiday = data;
    g_free(holiday->location);
    g_free(holiday->zone);
}

/* "Zone A" and "A" are one; overseas a zone is an academy. */
static char *zone_key(const char *zone)
{
    char *key = co_academy_key(zone);
    if (g_str_has_prefix(key, "zone "))
        memmove(key, key + strlen("zone "), strlen(key) - strlen("zone ") + 1);
    return key;
}

static bool has_word(const char *key, const char *word)
{
    return strstr(key, word) != NULL;
}

/* Rows for teachers, for primary schools or for an island of an academy only are nobody's here;
 * "Premier degré et collèges" is for some. */
static bool is_for_others(const CoRow *row)
{
    g_autofree char *key = co_text_key(co_row_cell(row, POPULATION));
    bool primary_only = has_word(key, "premier degre") && !has_word(key, "college") &&
                        !has_word(key, "lycee") && !has_word(key, "second degre");
    bool islands_only = (has_word(key, "saint martin") || has_word(key, "saint barthelemy")) &&
                        !has_word(key, "guadeloupe");
    return g_str_has_prefix(key, "enseignants") || primary_only || islands_only;
}

static CoDay read_stamp(CoRow *row, int column)
{
    const char *cell = co_row_cell(row, column);
    CoDay day = co_stamp_paris_day(cell);
    if (day == CO_DAY_NONE)
        day = co_stamp_serial_day(cell);
    if (day == CO_DAY_NONE)
        co_cell_refuse(row, column, CO_PROBLEM_VALUE_TYPE, "date");
    return day;
}

/* "Debut des vacances..." with one date tells the start of a long holiday, not a day off. */
static bool is_open_ended(const char *label)
{
    g_autofree char *key = co_text_key(label);
    return g_str_has_prefix(key, "debut des ");
}

static void read_holiday(Calendar *calendar, CoRow *row)
{
    if (is_for_others(row))
        return;
    CoDay first = read_stamp(row, START), back = read_stamp(row, END);
    if (row->out)
        return;
    if (back < first) {
        co_cell_refuse(row, END, CO_PROBLEM_DATES_REVERSED, co_row_cell(row, START));
        return;
    }
    Holiday holiday = {
        .first_day = first,
        .last_day = back == first ? first : back - 1,
        .location = co_academy_key(co_row_cell(row, LOCATION)),
        .zone = zone_key(co_row_cell(row, ZONES)),
        .label = co_cell_published(row, DESCRIPTION),
        .origin = co_row_origin(row),
    };
    holiday.open_ended = back == first && is_open_ended(holiday.label);
    g_array_append_val(calendar->holidays, holiday);
}

static bool meets_horizon(const CoCampaign *campaign, CoDay first, CoDay last)
{
    return last >= campaign->parameters.first_day && first <= campaign->parameters.last_day;
}

/* A sheet that names public holidays holds them; any other should be school holidays. */
static void read_sheet(Calendar *calendar, const CoSheet *sheet)
{
    static const CoColumnSet set = {school_columns, G_N_ELEMENTS(school_columns), true};
    if (co_public_holidays_is(sheet)) {
        co_public_holidays_read(calendar->import, sheet);
        return;
    }
    CoTable table;
    if (!co_table_open(&table, calendar->import, sheet, &set))
        return;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        if (co_row_check_required(&row))
            read_holiday(calendar, &row);
    }
}

static const Holiday *holiday_at(const Calendar *calendar, guint index)
{
    return &g_array_index(calendar->holidays, Holiday, index);
}

/* How the rows of an academy are recognised: by its own name when it has rows on the horizon, else
 * by its zone. Old names (Caen, Rouen) are in the files for old years only. */
typedef struct Scope {
    char *location;
    char *zone;
    bool by_location;
} Scope;

static bool in_scope(const Scope *scope, const Holiday *holiday)
{
    if (scope->by_location)
        return strcmp(holiday->location, scope->location) == 0;
    return *scope->zone != '\0' && strcmp(holiday->zone, scope->zone) == 0;
}

/* Whether the rows of a scope tell of a school year that meets the horizon. */
static bool scope_meets_horizon(const Calendar *calendar, const Scope *scope)
{
    const CoParameters *parameters = &calendar->import->campaign->parameters;
    for (guint i = 0; i < calendar->holidays->len; i++)
        if (in_scope(scope, holiday_at(calendar, i)) &&
            holiday_at(calendar, i)->last_day >= parameters->first_day)
            return true;
    return false;
}

static Scope scope_of(const Calendar *calendar, const CoAcademy *academy)
{
    Scope scope = {
        .location = co_academy_key(academy->name),
        .zone = zone_key(academy->zone),
        .by_location = true,
    };
    scope.by_location = *scope.location != '\0' && scope_meets_horizon(calendar, &scope);
    return scope;
}

static void scope_clear(Scope *scope)
{
    g_free(scope->location);
    g_free(scope->zone);
}

/* @return the day a holiday without a published end lasts to: to the end of the campaign, unless
 * the file goes on to another school year, which then starts after the usual eight weeks or so */
static CoDay open_end(const Calendar *calendar, const Scope *scope, const Holiday *start)
{
    enum { USUAL_DAYS = 59 };
    CoDay end = MAX(calendar->import->campaign->parameters.last_day, start->first_day);
    for (guint i = 0; i < calendar->holidays->len; i++) {
        const Holiday *other = holiday_at(calendar, i);
        if (!in_scope(scope, other) || other == start)
            continue;
        if (!other->open_ended && other->first_day <= start->first_day &&
            other->last_day >= start->first_day)
            return other->last_day; /* another row tells the whole holiday */
        if (other->first_day > start->first_day + USUAL_DAYS)
            end = MIN(end, start->first_day + USUAL_DAYS);
    }
    return end;
}

static bool has_closure(const CoCampaign *campaign, const CoClosure *closure)
{
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *other = &campaign->closures[i];
        if (other->kind == closure->kind && other->academy_idx == closure->academy_idx &&
            other->first_day == closure->first_day && other->last_day == closure->last_day)
            return true;
    }
    return false;
}

/* @return the last day the rows of an academy tell of */
static CoDay close_academy(Calendar *calendar, int academy_idx, const Scope *scope)
{
    CoCampaign *campaign = calendar->import->campaign;
    CoDay covered = CO_DAY_NONE;
    for (guint i = 0; i < calendar->holidays->len; i++) {
        const Holiday *holiday = holiday_at(calendar, i);
        if (!in_scope(scope, holiday))
            continue;
        CoClosure closure = {
            .kind = CO_CLOSURE_SCHOOL_HOLIDAY,
            .first_day = holiday->first_day,
            .last_day =
                holiday->open_ended ? open_end(calendar, scope, holiday) : holiday->last_day,
            .academy_idx = academy_idx,
            .label = holiday->label,
            .origin = holiday->origin,
        };
        covered = MAX(covered, closure.last_day);
        if (meets_horizon(campaign, closure.first_day, closure.last_day) &&
            !has_closure(campaign, &closure))
            *co_campaign_add_closure(campaign) = closure;
    }
    return covered;
}

static void report_cover(CoImport *import, const char *value, CoDay covered)
{
    char last[CO_DAY_ISO_SIZE];
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                         .code = CO_PROBLEM_CALENDAR_COVER,
                                         .value = value,
                                         .detail = co_day_to_iso(covered, last)});
}

static void close_schools(Calendar *calendar)
{
    CoImport *import = calendar->import;
    const CoParameters *parameters = &import->campaign->parameters;
    for (int i = 0; i < import->campaign->n_academies; i++) {
        const CoAcademy *academy = &import->campaign->academies[i];
        Scope scope = scope_of(calendar, academy);
        CoDay covered = close_academy(calendar, i, &scope);
        const char *name = *academy->name != '\0' ? academy->name : academy->zone;
        scope_clear(&scope);
        if (!parameters->close_holidays)
            continue;
        if (covered == CO_DAY_NONE)
            co_import_report(import, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                                 .code = CO_PROBLEM_CALENDAR_ZONE,
                                                 .value = name,
                                                 .detail = academy->zone});
        else if (covered < parameters->last_day)
            report_cover(import, name, covered);
    }
}

void co_calendar_read(CoImport *import)
{
    g_return_if_fail(import != NULL);
    int n_sheets = co_sheet_store_count(import->sheets, "calendrier");
    if (n_sheets == 0) {
        co_table_report_missing(import, "calendrier");
        return;
    }
    g_autoptr(GArray) holidays = g_array_new(FALSE, FALSE, sizeof(Holiday));
    g_array_set_clear_func(holidays, holiday_clear);
    Calendar calendar = {.import = import, .holidays = holidays};
    for (int i = 0; i < n_sheets; i++)
        read_sheet(&calendar, co_sheet_store_get(import->sheets, "calendrier", i));
    const CoParameters *parameters = &import->campaign->parameters;
    if (parameters->first_day == CO_DAY_NONE || parameters->last_day == CO_DAY_NONE)
        return;
    co_public_holidays_close(import);
    close_schools(&calendar);
    co_public_holidays_judge(import);
}

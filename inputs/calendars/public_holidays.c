/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "public_holidays.h"

#include <string.h>

#include "inputs/tables/cells.h"
#include "cohorte/text.h"
#include "half_days.h"
#include "territories.h"

enum { HOLIDAY, TERRITORY, NAME };

static const CoColumn columns[] = {
    [HOLIDAY] = {"date|dtstart", CO_REQUIRED},
    [TERRITORY] = {"zone|x-wr-calname", CO_REQUIRED},
    [NAME] = {"nom_jour_ferie|summary", CO_REQUIRED},
};

typedef struct Holiday {
    CoDay day;
    const char *territory; /* key, shared by its rows */
    const char *label;
    CoOrigin origin;
} Holiday;

struct CoPublicHolidays {
    GArray *days; /* of Holiday, as met */
    GStringChunk *texts;
    GHashTable *said; /* territories reported as unknown */
};

CoPublicHolidays *co_public_holidays_new(void)
{
    CoPublicHolidays *holidays = g_new0(CoPublicHolidays, 1);
    holidays->days = g_array_new(FALSE, FALSE, sizeof(Holiday));
    holidays->texts = g_string_chunk_new(256);
    holidays->said = g_hash_table_new(g_str_hash, g_str_equal);
    return holidays;
}

void co_public_holidays_free(CoPublicHolidays *holidays)
{
    if (holidays == NULL)
        return;
    g_hash_table_unref(holidays->said);
    g_string_chunk_free(holidays->texts);
    g_array_unref(holidays->days);
    g_free(holidays);
}

bool co_public_holidays_is(const CoSheet *sheet)
{
    return co_table_has_header(sheet, "nom_jour_ferie") ||
           co_table_has_header(sheet, "x-wr-calname");
}

void co_public_holidays_read(CoImport *import, const CoSheet *sheet)
{
    static const CoColumnSet set = {columns, G_N_ELEMENTS(columns), true};
    CoPublicHolidays *holidays = import->public_holidays;
    CoTable table;
    if (!co_table_open(&table, import, sheet, &set))
        return;
    for (int i = 0; i < co_sheet_n_rows(sheet); i++) {
        CoRow row = {.table = &table, .row = i};
        Holiday holiday;
        if (!co_row_check_required(&row) || !co_cell_day(&row, HOLIDAY, &holiday.day))
            continue;
        g_autofree char *territory = co_text_key(co_row_cell(&row, TERRITORY));
        holiday.territory = g_string_chunk_insert_const(holidays->texts, territory);
        holiday.label = co_cell_published(&row, NAME);
        holiday.origin = co_row_origin(&row);
        g_array_append_val(holidays->days, holiday);
    }
}

static const Holiday *holiday_at(const CoImport *import, guint index)
{
    return &g_array_index(import->public_holidays->days, Holiday, index);
}

static guint n_holidays(const CoImport *import)
{
    return import->public_holidays->days->len;
}

/* @return the last day of the last year whose holidays a territory has, CO_DAY_NONE without any */
static CoDay covered_to(const CoImport *import, const CoTerritoryFacts *territory)
{
    CoDay last = CO_DAY_NONE;
    for (guint i = 0; i < n_holidays(import); i++)
        if (strcmp(holiday_at(import, i)->territory, territory->holidays) == 0)
            last = MAX(last, holiday_at(import, i)->day);
    int year;
    if (last == CO_DAY_NONE)
        return CO_DAY_NONE;
    co_day_to_ymd(last, &year, NULL, NULL);
    return co_day_from_ymd(year, 12, 31);
}

static void report(CoImport *import, CoProblemCode code, const char *value, const char *detail)
{
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                         .code = code,
                                         .value = value,
                                         .detail = detail});
}

/* @return the territory whose rows stand for one: its own, else the mainland's with a doubt */
static const CoTerritoryFacts *known_territory(CoImport *import, const CoTerritoryFacts *territory)
{
    if (territory == co_territory_mainland() || covered_to(import, territory) != CO_DAY_NONE)
        return territory;
    if (g_hash_table_add(import->public_holidays->said, (gpointer)territory->holidays))
        report(import, CO_PROBLEM_HOLIDAYS_LOCAL, territory->label, NULL);
    return co_territory_mainland();
}

static const CoTerritoryFacts *territory_of(const CoImport *import, int academy_idx)
{
    const CoCampaign *campaign = import->campaign;
    if (import->one_territory)
        return campaign->parameters.territory == CO_TERRITORY_ALSACE_MOSELLE
                   ? co_territory_alsace_moselle()
                   : co_territory_mainland();
    return academy_idx >= 0 ? co_territory_of_academy(campaign->academies[academy_idx].name)
                            : co_territory_mainland();
}

static bool is_closed(const CoCampaign *campaign, CoDay day, int academy_idx)
{
    for (int i = 0; i < campaign->n_closures; i++)
        if (campaign->closures[i].kind == CO_CLOSURE_PUBLIC_HOLIDAY &&
            campaign->closures[i].first_day == day &&
            campaign->closures[i].academy_idx == academy_idx)
            return true;
    return false;
}

static bool is_in_horizon(const CoCampaign *campaign, CoDay day)
{
    return day >= campaign->parameters.first_day && day <= campaign->parameters.last_day;
}

/* @param academy_idx  -1 = all */
static void close_days(CoImport *import, const CoTerritoryFacts *wanted, int academy_idx)
{
    CoCampaign *campaign = import->campaign;
    const CoTerritoryFacts *territory = known_territory(import, wanted);
    for (guint i = 0; i < n_holidays(import); i++) {
        const Holiday *holiday = holiday_at(import, i);
        if (strcmp(holiday->territory, territory->holidays) != 0 ||
            !is_in_horizon(campaign, holiday->day) ||
            is_closed(campaign, holiday->day, academy_idx))
            continue;
        CoClosure *closure = co_campaign_add_closure(campaign);
        closure->kind = CO_CLOSURE_PUBLIC_HOLIDAY;
        closure->first_day = closure->last_day = holiday->day;
        closure->academy_idx = academy_idx;
        closure->label = holiday->label;
        closure->origin = holiday->origin;
    }
}

/* Says what the closed days of a territory do not cover. */
static void judge_cover(CoImport *import, const CoTerritoryFacts *wanted)
{
    const CoTerritoryFacts *territory = known_territory(import, wanted);
    CoDay covered = covered_to(import, territory);
    char last[CO_DAY_ISO_SIZE];
    if (covered == CO_DAY_NONE)
        report(import, CO_PROBLEM_CALENDAR_ZONE, territory->label, territory->label);
    else if (covered < import->campaign->parameters.last_day)
        report(import, CO_PROBLEM_CALENDAR_COVER, territory->label, co_day_to_iso(covered, last));
}

static bool is_shared(const CoImport *import)
{
    for (int i = 1; i < import->campaign->n_academies; i++)
        if (territory_of(import, i) != territory_of(import, 0))
            return false;
    return true;
}

static const CoTerritoryFacts *shared_territory(const CoImport *import)
{
    return territory_of(import, import->campaign->n_academies > 0 ? 0 : -1);
}

void co_public_holidays_close(CoImport *import)
{
    if (is_shared(import)) {
        close_days(import, shared_territory(import), -1);
        return;
    }
    for (int i = 0; i < import->campaign->n_academies; i++)
        close_days(import, territory_of(import, i), i);
}

/* Of several academies, each territory is judged once. */
void co_public_holidays_judge(CoImport *import)
{
    if (is_shared(import)) {
        judge_cover(import, shared_territory(import));
        return;
    }
    for (int i = 0; i < import->campaign->n_academies; i++) {
        bool judged = false;
        for (int j = 0; j < i; j++)
            judged = judged || territory_of(import, j) == territory_of(import, i);
        if (!judged)
            judge_cover(import, territory_of(import, i));
    }
}

static bool has_day(const CoImport *import, const CoTerritoryFacts *territory, CoDay day)
{
    for (guint i = 0; i < n_holidays(import); i++)
        if (holiday_at(import, i)->day == day &&
            strcmp(holiday_at(import, i)->territory, territory->holidays) == 0)
            return true;
    return false;
}

/* A territory within the academy of another one: the days it has besides, and who is there. */
typedef struct Enclave {
    const CoTerritoryFacts *territory, *around;
    CoHalfDays *days;
    GString *dates; /* '|' between */
    int n_kept_away;
} Enclave;

static void enclave_clear(gpointer data)
{
    Enclave *enclave = data;
    co_half_days_free(enclave->days);
    g_string_free(enclave->dates, TRUE);
}

static Enclave enclave_of(CoImport *import, const CoTerritoryFacts *territory,
                          const CoTerritoryFacts *around)
{
    enum { DAY_MIN = 24 * 60 };
    CoCampaign *campaign = import->campaign;
    Enclave enclave = {territory, around, co_half_days_new(&campaign->parameters),
                       g_string_new(NULL), 0};
    const CoTerritoryFacts *known = known_territory(import, territory);
    const CoTerritoryFacts *known_around = known_territory(import, around);
    for (guint i = 0; i < n_holidays(import); i++) {
        CoDay day = holiday_at(import, i)->day;
        if (strcmp(holiday_at(import, i)->territory, known->holidays) != 0 ||
            !is_in_horizon(campaign, day) || has_day(import, known_around, day))
            continue;
        char iso[CO_DAY_ISO_SIZE];
        co_half_days_take(enclave.days, (int64_t)day * DAY_MIN, (int64_t)(day + 1) * DAY_MIN);
        g_string_append_printf(enclave.dates, "%s%s", enclave.dates->len > 0 ? "|" : "",
                               co_day_to_iso(day, iso));
    }
    return enclave;
}

static Enclave *find_enclave(CoImport *import, GArray *enclaves, const CoTerritoryFacts *territory,
                             const CoTerritoryFacts *around)
{
    for (guint i = 0; i < enclaves->len; i++) {
        Enclave *enclave = &g_array_index(enclaves, Enclave, i);
        if (enclave->territory == territory && enclave->around == around)
            return enclave;
    }
    Enclave enclave = enclave_of(import, territory, around);
    g_array_append_val(enclaves, enclave);
    return &g_array_index(enclaves, Enclave, enclaves->len - 1);
}

/* Somebody, or a room, with the array of what keeps them away. */
typedef struct Resident {
    const char *department;
    int academy_idx;
    CoSpan **spans;
    int *n_spans;
} Resident;

static void keep_away(CoImport *import, GArray *enclaves, Resident resident)
{
    const CoTerritoryFacts *territory = co_territory_of_department(resident.department);
    const CoTerritoryFacts *around = territory_of(import, resident.academy_idx);
    if (territory == around || territory == co_territory_mainland())
        return;
    Enclave *enclave = find_enclave(import, enclaves, territory, around);
    if (enclave->dates->len == 0)
        return;
    co_half_days_append(enclave->days, import->campaign, resident.spans, resident.n_spans);
    enclave->n_kept_away++;
}

static void report_enclaves(CoImport *import, const GArray *enclaves)
{
    for (guint i = 0; i < enclaves->len; i++) {
        const Enclave *enclave = &g_array_index(enclaves, Enclave, i);
        if (enclave->n_kept_away > 0)
            co_import_report(import, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                                 .code = CO_PROBLEM_HOLIDAYS_ELSEWHERE,
                                                 .value = enclave->territory->label,
                                                 .detail = enclave->dates->str,
                                                 .number = enclave->n_kept_away});
    }
}

void co_public_holidays_keep_away(CoImport *import)
{
    CoCampaign *campaign = import->campaign;
    if (import->one_territory)
        return;
    g_autoptr(GArray) enclaves = g_array_new(FALSE, FALSE, sizeof(Enclave));
    g_array_set_clear_func(enclaves, enclave_clear);
    for (int i = 0; i < campaign->n_rooms; i++) {
        CoRoom *room = &campaign->rooms[i];
        keep_away(
            import, enclaves,
            (Resident){room->place.department, room->academy_idx, &room->spans, &room->n_spans});
    }
    for (int i = 0; i < campaign->n_trainers; i++) {
        CoTrainer *trainer = &campaign->trainers[i];
        keep_away(import, enclaves,
                  (Resident){trainer->place.department, trainer->academy_idx, &trainer->spans,
                             &trainer->n_spans});
    }
    for (int i = 0; i < campaign->n_people; i++) {
        CoPerson *person = &campaign->people[i];
        const CoEstablishment *at = &campaign->establishments[person->establishment_idx];
        keep_away(
            import, enclaves,
            (Resident){at->place.department, at->academy_idx, &person->spans, &person->n_spans});
    }
    report_enclaves(import, enclaves);
}

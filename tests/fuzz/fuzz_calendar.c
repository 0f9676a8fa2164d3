/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an official calendar, CSV or iCalendar, for academies of three territories: what is
 * closed meets the horizon, and public holidays are single days. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/calendars/calendar.h"
#include "inputs/formats/csv_reader.h"
#include "inputs/calendars/ics_sheet.h"
#include "inputs/import_context.h"
#include "inputs/calendars/public_holidays.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static CoSheet *sheet_of(const char *bytes, size_t size, CoProblemList *problems)
{
    static const char start[] = "BEGIN:VCALENDAR";
    if (size < strlen(start) || memcmp(bytes, start, strlen(start)) != 0)
        return co_csv_read_bytes(bytes, size, "calendrier.csv", problems);
    g_autoptr(CoIcsText) text =
        co_ics_text_read(bytes, size, "calendrier.ics", CO_ICS_PUBLISHED, problems);
    return text != NULL ? co_ics_sheet_of(text, problems) : NULL;
}

static void add_academy(CoCampaign *campaign, const char *name, const char *zone)
{
    CoAcademy *academy = co_campaign_add_academy(campaign);
    academy->name = name;
    academy->zone = zone;
}

/* A room of the Moselle, in an academy whose days off are others. */
static void add_room(CoCampaign *campaign)
{
    CoRoom *room = co_campaign_add_room(campaign);
    room->place.department = "057";
    room->academy_idx = 0;
}

static void check_closures(const CoCampaign *campaign)
{
    const CoParameters *parameters = &campaign->parameters;
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        g_assert_cmpint(closure->first_day, <=, closure->last_day);
        g_assert_cmpint(closure->last_day, >=, parameters->first_day);
        g_assert_cmpint(closure->first_day, <=, parameters->last_day);
        g_assert_cmpint(closure->academy_idx, <, campaign->n_academies);
        if (closure->kind == CO_CLOSURE_PUBLIC_HOLIDAY)
            g_assert_cmpint(closure->first_day, ==, closure->last_day);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = sheet_of((const char *)data, size, problems);
    if (sheet == NULL)
        return 0;
    g_autoptr(CoImport) import = co_import_new("/nowhere/at/all", NULL, problems);
    import->campaign->parameters.first_day = co_day_from_ymd(2024, 9, 2);
    import->campaign->parameters.last_day = co_day_from_ymd(2025, 7, 4);
    add_academy(import->campaign, "Nancy-Metz", "B");
    add_academy(import->campaign, "La Réunion", "");
    add_academy(import->campaign, "Strasbourg", "B");
    add_room(import->campaign);
    import->sheets = co_sheet_store_new();
    co_sheet_store_add(import->sheets, "calendrier", "calendrier", g_steal_pointer(&sheet),
                       problems);
    co_calendar_read(import);
    co_public_holidays_keep_away(import);
    check_closures(import->campaign);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an export of other training: what it takes lies within the campaign, and takes only
 * rooms and people that are there. */
#include <glib.h>

#include <stdint.h>
#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "inputs/import_context.h"
#include "inputs/calendars/sessions.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_room(CoCampaign *campaign, const char *code, const char *uai)
{
    CoRoom *room = co_campaign_add_room(campaign);
    room->code = code;
    room->place.uai = uai;
}

static void add_people(CoCampaign *campaign)
{
    CoTrainer *trainer = co_campaign_add_trainer(campaign);
    trainer->code = "F1";
    trainer->first_name = "Basile";
    trainer->last_name = "Tourneaud";
    trainer->email = "basile@ac-exemple.fr";
    CoPerson *person = co_campaign_add_person(campaign);
    person->first_name = "Inès";
    person->last_name = "Mornavel";
    person->email = "ines@ac-exemple.fr";
    person->named = true;
    CoPerson *unnamed = co_campaign_add_person(campaign);
    unnamed->first_name = unnamed->last_name = unnamed->email = "";
}

static void fill(CoCampaign *campaign)
{
    campaign->parameters.first_day = co_day_from_ymd(2024, 11, 4);
    campaign->parameters.last_day = co_day_from_ymd(2024, 12, 20);
    add_room(campaign, "S1", "0389004F");
    add_room(campaign, "S2", "0389005G");
    add_room(campaign, "S3", "0389005G");
    add_people(campaign);
    co_campaign_add_module(campaign)->code = "75001";
}

static void check_spans(const CoCampaign *campaign, const CoSpan *spans, int n)
{
    const CoParameters *parameters = &campaign->parameters;
    for (int i = 0; i < n; i++) {
        g_assert_cmpint(spans[i].first_day, >=, parameters->first_day);
        g_assert_cmpint(spans[i].last_day, <=, parameters->last_day);
        g_assert_cmpint(spans[i].first_day, <=, spans[i].last_day);
    }
}

static void check(const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_rooms; i++)
        check_spans(campaign, campaign->rooms[i].spans, campaign->rooms[i].n_spans);
    for (int i = 0; i < campaign->n_trainers; i++)
        check_spans(campaign, campaign->trainers[i].spans, campaign->trainers[i].n_spans);
    for (int i = 0; i < campaign->n_people; i++)
        check_spans(campaign, campaign->people[i].spans, campaign->people[i].n_spans);
    g_assert_cmpint(campaign->people[1].n_spans, ==, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *bytes = size > 0 ? g_strndup((const char *)data, size) : g_strdup("");
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    CoImportOptions options = {.write_mapping = false};
    g_autoptr(CoImport) import = co_import_new("/nowhere/at/all", &options, problems);
    fill(import->campaign);
    import->sheets = co_sheet_store_new();
    CoSheet *sheet = co_csv_read_bytes(bytes, strlen(bytes), "sessions.csv", problems);
    if (sheet != NULL)
        co_sheet_store_add(import->sheets, "sessions", "sessions.csv", sheet, problems);
    co_sessions_read(import);
    check(import->campaign);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the export of a survey of two establishments: whoever comes out works in one of them
 * and has a role, and the figures add up. */
#include <glib.h>

#include <stdint.h>

#include "inputs/formats/csv_reader.h"
#include "inputs/import_context.h"
#include "inputs/surveys/survey.h"
#include "inputs/tables/tables.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_establishment(CoImport *import, const char *uai)
{
    int index = import->campaign->n_establishments;
    CoEstablishment *establishment = co_campaign_add_establishment(import->campaign);
    establishment->uai = uai;
    establishment->academy_idx = 0;
    co_keys_add(import->establishments, uai, index, 0);
}

static void add_role(CoImport *import, const char *code, const char *label)
{
    CoRole *role = co_campaign_add_role(import->campaign);
    role->code = code;
    role->label = label;
}

/* No file is read: the mapping is always guessed. */
static CoImport *import_of(CoSheet *sheet, CoProblemList *problems)
{
    CoImportOptions options = {.write_mapping = false};
    CoImport *import = co_import_new("/nowhere/at/all", &options, problems);
    import->campaign->parameters.first_day = co_day_from_ymd(2024, 11, 4);
    import->campaign->parameters.last_day = co_day_from_ymd(2024, 12, 20);
    co_academies_ensure(import);
    add_establishment(import, "0389001C");
    add_establishment(import, "0389002D");
    add_role(import, "SG", "Secrétaire général");
    add_role(import, "ORD", "Ordonnateur");
    co_roles_index(import);
    import->sheets = co_sheet_store_new();
    co_sheet_store_add(import->sheets, "enquete", "enquete.csv", sheet, problems);
    return import;
}

static void check_campaign(const CoCampaign *campaign)
{
    const CoSurveyStats *stats = &campaign->survey;
    g_assert_cmpint(stats->n_kept + stats->n_outside, <=, stats->n_rows);
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        g_assert_cmpint(person->establishment_idx, >=, 0);
        g_assert_cmpint(person->establishment_idx, <, campaign->n_establishments);
        g_assert_true(campaign->establishments[person->establishment_idx].answered);
        g_assert_cmpint(person->n_roles, >, 0);
        g_assert_cmpint(person->origin.row, >, 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    CoSheet *sheet = co_csv_read_bytes((const char *)data, size, "enquete.csv", problems);
    if (sheet == NULL)
        return 0;
    g_autoptr(CoImport) import = import_of(sheet, problems);
    co_survey_read(import);
    co_people_finish(import, true);
    check_campaign(import->campaign);
    return 0;
}

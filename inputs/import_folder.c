/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/calendars/agendas.h"
#include "inputs/calendars/calendar.h"
#include "inputs/checks/cross_checks.h"
#include "inputs/identity/decisions.h"
#include "import_context.h"
#include "import_frame.h"
#include "inputs/calendars/public_holidays.h"
#include "inputs/tables/read_tables.h"
#include "inputs/identity/reserve.h"
#include "inputs/calendars/sessions.h"
#include "inputs/surveys/survey.h"
#include "inputs/tables/tables.h"
#include "inputs/tables/titles.h"

G_DEFINE_QUARK(co_import_error, co_import_error)

/* Each table after those it refers to. */
void co_import_read_frame(CoImport *import)
{
    co_table_read(import, &co_table_parametres);
    co_parametres_judge(import);
    co_table_read(import, &co_table_academies);
    co_academies_ensure(import);
    co_table_read(import, &co_table_vagues);
    import->waves_given = import->campaign->n_waves > 0;
    co_table_read(import, &co_table_agences);
    import->agencies_given = import->campaign->n_agencies > 0;
    co_table_read(import, &co_table_roles);
    co_roles_index(import);
    co_table_read(import, &co_table_parcours);
    co_table_read(import, &co_table_modules);
    co_directory_read(import);
    co_table_read(import, &co_table_etablissements);
}

static void read_means(CoImport *import)
{
    co_calendar_read(import);
    co_table_read(import, &co_table_fermetures);
    co_table_read(import, &co_table_fm1);
    co_table_read(import, &co_table_echeances);
    co_table_read(import, &co_table_formateurs);
    co_table_read(import, &co_table_binomes);
    co_table_read(import, &co_table_salles);
    co_table_read(import, &co_table_verrous);
    co_table_read(import, &co_table_distances);
    co_table_read(import, &co_table_frais);
}

static void leave_surveys(CoImport *import)
{
    int n_sheets = co_sheet_store_count(import->sheets, "enquete");
    for (int i = 0; i < n_sheets; i++)
        co_sheet_report(co_sheet_store_get(import->sheets, "enquete", i), import->problems,
                        (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_SURVEY_UNUSED,
                                    .action = CO_ACTION_FILE_OUT});
}

/* Needs come from `besoins` when it is there, and then from nowhere else. */
static void read_needs(CoImport *import)
{
    bool has_survey = co_sheet_store_count(import->sheets, "enquete") > 0;
    co_titles_step_over(import, &co_table_besoins);
    /* The template has a sheet `besoins`: left as it is beside a survey, it says nothing. */
    bool has_needs = co_sheet_store_was_tried(import->sheets, "besoins") &&
                     !(has_survey && co_table_is_left_blank(import, "besoins"));
    co_decisions_read(import);
    if (has_needs)
        leave_surveys(import);
    if (has_survey && !has_needs)
        co_survey_read(import);
    else if (has_needs || !co_sheet_store_was_tried(import->sheets, "enquete"))
        co_table_read(import, &co_table_besoins);
    else
        import->unusable = true; /* a survey is there that could not be read: said already */
    co_people_finish(import, has_survey && !has_needs);
}

/* When everybody is known: what else keeps people and rooms. */
static void read_absences(CoImport *import)
{
    co_agendas_read(import);
    co_public_holidays_keep_away(import);
    co_sessions_read(import);
}

/* A campaign needs something to plan, whatever the tables look like. */
static bool has_substance(const CoCampaign *campaign)
{
    return campaign->n_roles > 0 && campaign->n_paths > 0 && campaign->n_modules > 0 &&
           campaign->n_establishments > 0;
}

static CoCampaign *finish(CoImport *import, GError **error)
{
    if (import->unusable || !has_substance(import->campaign)) {
        g_set_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNUSABLE,
                    "\"%s\" makes no campaign: see the problems", import->folder);
        return NULL;
    }
    co_reserve_seats(import);
    co_campaign_finish(import->campaign);
    co_check_needs(import);
    co_check_means(import);
    co_check_dates(import);
    return g_steal_pointer(&import->campaign);
}

CoCampaign *co_import_folder(const char *path, const CoImportOptions *options,
                             CoProblemList *problems, GError **error)
{
    g_return_val_if_fail(path != NULL && problems != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    g_autofree char *folder = co_tables_folder(path); /* must outlive the import */
    g_autoptr(CoImport) import = co_import_new(folder, options, problems);
    import->sheets = co_tables_read(path, problems, error);
    if (import->sheets == NULL)
        return NULL;
    co_import_read_frame(import);
    read_means(import);
    read_needs(import);
    read_absences(import);
    return finish(import, error);
}

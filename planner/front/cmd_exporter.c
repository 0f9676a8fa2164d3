/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "publishing.h"

static const CoOption options[] = {
    {"csv", "DOSSIER", "Dossier où écrire les tables du plan.", 0},
    {"version", "NUMÉRO", "Plan à exporter (par défaut le dernier).", 0},
    {NULL, NULL, NULL, 0},
};

static bool export(CoSession *session, const CoStoredPlan *stored, const char *folder,
                   GError **error)
{
    CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    int version = stored->plan->version;
    if (!co_publish_tables(&context, folder, error))
        return false;
    g_autofree char *shown = g_filename_display_name(folder);
    co_session_note(session, "plan %d exporté", version);
    if (session->json != NULL) {
        co_json_integer(session->json, "version", version);
        co_json_text(session->json, "dossier", shown);
    } else {
        co_terminal_print(&session->out, "Les tables du plan %d sont dans « %s ».\n", version,
                          shown);
    }
    return true;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    int version;
    const char *folder = co_arguments_value(arguments, "csv");
    if (folder == NULL) {
        g_autofree char *usage = co_command_usage(&co_cmd_exporter);
        co_fail(error, CO_EXIT_USAGE, "Il faut dire où écrire les tables.", usage);
        return false;
    }
    if (!co_stored_plan_read_version(arguments, NULL, &version, error))
        return false;
    g_auto(CoStoredPlan) stored = {0};
    return co_stored_plan_load(session, CO_STORE_READ, version, &stored, error) &&
           co_stored_plan_require_sound(session, &stored, error) &&
           export(session, &stored, folder, error);
}

const CoCommand co_cmd_exporter = {
    .name = "exporter",
    .summary = "écrit les tables d'un plan en CSV, pour un autre programme",
    .description =
        "groupes, seances, affectations, non_places et bilan (UTF-8, point-virgule, dates "
        "AAAA-MM-JJ) : les mêmes octets pour le même plan. Le plan est contrôlé d'abord.",
    .operands = "",
    .needed = "--csv DOSSIER",
    .options = options,
    .example = "cohorte exporter --csv plan",
    .run = run,
};

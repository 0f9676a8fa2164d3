/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "readiness_view.h"

static const CoOption options[] = {
    {"sortie", "DOSSIER",
     "Écrit aussi le rapport en classeur (qualite.xlsx) et en page (qualite.html), et la liste des "
     "relances (relances.csv).",
     0},
    {"limite", "DATE",
     "Date limite de réponse écrite dans les relances (par défaut la date de convocation).", 0},
    {NULL, NULL, NULL, 0},
};

static bool read_limit(const CoArguments *arguments, const CoCampaign *campaign, CoDay *answer_by,
                       GError **error)
{
    const char *text = co_arguments_value(arguments, "limite");
    *answer_by = text == NULL ? campaign->parameters.convocation_day : co_day_parse(text);
    if (text == NULL || *answer_by != CO_DAY_NONE)
        return true;
    g_autofree char *shown = g_filename_display_name(text);
    g_autofree char *what = g_strdup_printf("« %s » n'est pas une date.", shown);
    co_fail(error, CO_EXIT_USAGE, what, "Écrivez AAAA-MM-JJ ou JJ/MM/AAAA.");
    return false;
}

static bool write_files(const CoArguments *arguments, const CoReadinessContext *context,
                        GError **error)
{
    const char *folder = co_arguments_value(arguments, "sortie");
    GError *failure = NULL;
    if (folder == NULL || co_output_readiness(context, folder, &failure))
        return true;
    co_failure_from_output(&failure, folder);
    g_propagate_error(error, failure);
    return false;
}

static void show(CoSession *session, const CoArguments *arguments,
                 const CoReadinessContext *context)
{
    const char *folder = co_arguments_value(arguments, "sortie");
    g_autofree char *shown = folder != NULL ? g_filename_display_name(folder) : NULL;
    if (session->json != NULL) {
        co_readiness_write(session->json, context);
        co_json_text(session->json, "dossier", shown);
        return;
    }
    co_readiness_show(&session->out, context);
    if (shown != NULL)
        co_terminal_print(&session->out, "\nLe rapport et les relances sont dans « %s ».\n", shown);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    g_autoptr(CoCampaign) campaign = co_session_load(session, CO_STORE_READ, error);
    CoReadinessContext context = {.campaign = campaign};
    if (campaign == NULL || !read_limit(arguments, campaign, &context.answer_by, error))
        return false;
    GError *failure = NULL;
    g_autoptr(CoReadiness) readiness = co_readiness_new(campaign, &failure);
    if (readiness == NULL) {
        co_failure_from_engine(&failure, NULL);
        g_propagate_error(error, failure);
        return false;
    }
    context.readiness = readiness;
    if (!write_files(arguments, &context, error))
        return false;
    show(session, arguments, &context);
    g_autofree char *counts = co_readiness_counts(readiness);
    co_session_note(session, "%s", counts);
    if (readiness->n_of_severity[CO_SEVERITY_ERROR] > 0 ||
        readiness->n_of_severity[CO_SEVERITY_WARNING] > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

const CoCommand co_cmd_qualite = {
    .name = "qualite",
    .summary = "dit avant de planifier si les réponses et les moyens suffisent",
    .description =
        "Taux de réponse par vague et par type, besoins comparés à ceux d'établissements "
        "semblables, besoin estimé de ceux qui n'ont pas répondu, personnes et formateurs qui ne "
        "sont libres à aucune date, et, par parcours et par semaine, les groupes nécessaires face "
        "aux salles, aux formateurs et à FM1. Chaque point a son remède, le plus grave d'abord.\n"
        "Les capacités sont calculées au mieux : un manque annoncé est certain, tandis que "
        "l'absence de manque ne promet pas un plan.\n"
        "Code de retour 1 s'il y a un point bloquant ou à régler.",
    .operands = "",
    .options = options,
    .example = "cohorte qualite --sortie qualite",
    .run = run,
};

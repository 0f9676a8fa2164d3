/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "publishing.h"

static const CoOption options[] = {
    {"version", "NUMÉRO", "Plan à publier (par défaut le dernier).", 0},
    {NULL, NULL, NULL, 0},
};

static bool publish(CoSession *session, const CoStoredPlan *stored, const char *folder,
                    GError **error)
{
    CoOutputContext context = {stored->campaign, stored->plan, stored->report};
    int version = stored->plan->version;
    if (!co_publish_documents(&context, folder, error) || !co_publish_mark(session, version, error))
        return false;
    g_autofree char *shown = g_filename_display_name(folder);
    co_session_note(session, "plan %d publié", version);
    if (session->json != NULL) {
        co_json_integer(session->json, "version", version);
        co_json_text(session->json, "dossier", shown);
    } else {
        co_terminal_print(&session->out, "Le plan %d est publié dans « %s ».\n", version, shown);
    }
    return true;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    int version;
    if (!co_stored_plan_read_version(arguments, NULL, &version, error))
        return false;
    g_auto(CoStoredPlan) stored = {0};
    return co_stored_plan_load(session, CO_STORE_WRITE, version, &stored, error) &&
           co_stored_plan_require_sound(session, &stored, error) &&
           publish(session, &stored, co_arguments_operand(arguments, 0), error);
}

const CoCommand co_cmd_publier = {
    .name = "publier",
    .summary = "écrit les documents d'un plan dans un dossier",
    .description =
        "Calendrier, un classeur par groupe (liste et feuille d'émargement), un classeur par "
        "établissement (absences et convocations), et MANIFESTE.csv. Le dossier est complet ou "
        "n'est pas : un dossier d'une publication précédente est remplacé d'un coup, un dossier "
        "qui contient autre chose est refusé. Le plan est ensuite noté comme publié : c'est lui "
        "que les verrous et le préavis désignent.\n"
        "Le plan est contrôlé d'abord ; s'il ne tient plus (les données ont changé), rien n'est "
        "écrit et le code de retour est 1.",
    .operands = "DOSSIER",
    .least_operands = 1,
    .most_operands = 1,
    .options = options,
    .example = "cohorte publier documents --version 2",
    .run = run,
};

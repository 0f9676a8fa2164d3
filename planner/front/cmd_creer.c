/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

static void show_created(const CoSession *session, const char *shown)
{
    g_autofree char *next = co_session_suggest(session, "importer DOSSIER");
    g_autofree char *text =
        g_strdup_printf("Le fichier de campagne « %s » est créé. Suite : « %s ».", shown, next);
    co_terminal_wrapped(&session->out, text, 0, 0);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    (void)arguments;
    GError *failure = NULL;
    session->store = co_store_create(session->campaign_path, &failure);
    session->store_writes = true;
    if (session->store == NULL) {
        session->journalled = true;
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
        return false;
    }
    g_autofree char *shown = g_filename_display_name(session->campaign_path);
    if (session->json != NULL)
        co_json_text(session->json, "fichier", shown);
    else
        show_created(session, shown);
    return true;
}

const CoCommand co_cmd_creer = {
    .name = "creer",
    .summary = "crée un fichier de campagne vide",
    .description = "Le fichier (campagne.cohorte, ou celui de l'option --campagne) contiendra "
                   "toute la campagne : données, problèmes, plans, journal. Un fichier qui existe "
                   "déjà n'est jamais écrasé.",
    .operands = "",
    .options = options,
    .example = "cohorte creer --campagne v8.cohorte",
    .run = run,
};

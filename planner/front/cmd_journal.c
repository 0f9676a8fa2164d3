/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

static void write_entry(CoJson *json, const CoJournalEntry *entry)
{
    co_json_begin_object(json, NULL);
    co_json_text(json, "date", entry->when);
    co_json_text(json, "commande", entry->command);
    co_json_text(json, "detail", entry->detail);
    co_json_integer(json, "code", entry->exit_code);
    co_json_integer(json, "duree_ms", entry->duration_ms);
    co_json_end(json);
}

static void show_entry(const CoTerminal *out, const CoJournalEntry *entry)
{
    enum { DETAIL_COLUMN = 50 };
    g_autofree char *line =
        g_strdup_printf("%s  %-10s  code %d  %8.1f s", entry->when, entry->command,
                        entry->exit_code, (double)entry->duration_ms / 1000.0);
    co_terminal_print(out, "%s", line);
    if (*entry->detail == '\0') {
        co_terminal_print(out, "\n");
        return;
    }
    co_terminal_print(out, "  ");
    co_terminal_wrapped(out, entry->detail, co_display_width(line) + 2, DETAIL_COLUMN);
}

static void visit(const CoJournalEntry *entry, void *data)
{
    CoSession *session = data;
    if (session->json != NULL)
        write_entry(session->json, entry);
    else
        show_entry(&session->out, entry);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    (void)arguments;
    if (!co_session_open(session, CO_STORE_READ, error))
        return false;
    if (session->json != NULL)
        co_json_begin_array(session->json, "lignes");
    GError *failure = NULL;
    if (!co_store_each_journal(session->store, visit, session, &failure)) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
        return false;
    }
    if (session->json != NULL)
        co_json_end(session->json);
    return true;
}

const CoCommand co_cmd_journal = {
    .name = "journal",
    .summary = "montre les commandes passées sur la campagne",
    .description = "Date (temps universel), commande, code de retour, durée, résultat. Le journal "
                   "ne contient aucun nom de personne.",
    .operands = "",
    .options = options,
    .example = "cohorte journal",
    .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "command.h"
#include "problems_view.h"

static const CoOption options[] = {
    {"gravite", "GRAVITÉ",
     "Ne montre que ce qui est au moins aussi grave : « erreur », « avertissement » ou « avis » "
     "(par défaut).",
     0},
    {NULL, NULL, NULL, 0},
};

static bool read_severity(const CoArguments *arguments, CoSeverity *severity, GError **error)
{
    static const char *const names[] = {"avis", "avertissement", "erreur", NULL};
    const char *name = co_arguments_value(arguments, "gravite");
    *severity = CO_SEVERITY_NOTICE;
    if (name == NULL)
        return true;
    const char *known = co_closest_word(name, names);
    for (int i = 0; names[i] != NULL; i++) {
        if (known == names[i]) {
            *severity = (CoSeverity)i;
            return true;
        }
    }
    g_autofree char *shown = g_filename_display_name(name);
    g_autofree char *what = g_strdup_printf("La gravité « %s » n'existe pas.", shown);
    co_fail(error, CO_EXIT_USAGE, what, "Écrivez erreur, avertissement ou avis.");
    return false;
}

static void show(const CoSession *session, const CoProblemList *problems, CoSeverity at_least)
{
    if (co_problem_list_size(problems) == 0) {
        co_terminal_print(&session->out, "Aucun problème dans les données.\n");
        return;
    }
    co_problems_show(&session->out, problems, at_least);
    g_autofree char *counts = co_problems_counts(problems);
    co_terminal_print(&session->out, "\n");
    co_terminal_styled(&session->out, CO_STYLE_STRONG, counts);
    co_terminal_print(&session->out, "\n");
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    CoSeverity at_least;
    if (!read_severity(arguments, &at_least, error))
        return false;
    if (!co_session_open(session, CO_STORE_READ, error))
        return false;
    GError *failure = NULL;
    g_autoptr(CoProblemList) problems = co_store_load_problems(session->store, &failure);
    if (problems == NULL) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
        return false;
    }
    co_problem_list_sort(problems);
    if (session->json != NULL)
        co_problems_write(session->json, problems);
    else
        show(session, problems, at_least);
    g_autofree char *counts = co_problems_counts(problems);
    co_session_note(session, "%s", counts);
    if (co_problem_list_count(problems, CO_SEVERITY_WARNING) > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

const CoCommand co_cmd_verifier = {
    .name = "verifier",
    .summary = "montre tout ce qui est faux ou douteux dans les données",
    .description =
        "Une seule liste : gravité, fichier, ligne, colonne, valeur, ce qui en a été fait, comment "
        "y remédier. Une erreur laisse une ligne ou une valeur de côté ; un avertissement attend "
        "votre décision ; un avis dit ce qui a été compris ou redressé.\n"
        "Code de retour 1 s'il reste une erreur ou un avertissement.",
    .operands = "",
    .options = options,
    .example = "cohorte verifier --gravite avertissement",
    .run = run,
};

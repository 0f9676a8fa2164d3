/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "attending.h"
#include "command.h"
#include "problems_view.h"

static const CoOption options[] = {
    {"version", "NUMÉRO",
     "Plan dont les séances ont eu lieu (par défaut le plan publié, sinon le dernier).", 0},
    {NULL, NULL, NULL, 0},
};

static void show_problems(const CoSession *session, const CoTerminal *terminal,
                          const CoProblemList *problems)
{
    if (session->json != NULL)
        co_problems_write(session->json, problems);
    else if (co_problem_list_size(problems) > 0)
        co_problems_show(terminal, problems, CO_SEVERITY_NOTICE);
}

/* What could not be read at all leaves the campaign file as it was. */
static bool check_some(CoSession *session, const CoAttendanceList *list,
                       const CoProblemList *problems, GError **error)
{
    if (co_attendance_list_size(list) > 0)
        return true;
    show_problems(session, &session->err, problems);
    co_session_note(session, "aucune présence lue");
    co_fail(error, CO_EXIT_DATA, "Aucune présence n'a pu être lue : rien n'a été enregistré.",
            "Remplissez la feuille « Présences » du classeur publié, ou une table « presences ».");
    return false;
}

static bool save(CoSession *session, const CoAttendanceList *list, CoAttendanceSaved *saved,
                 GError **error)
{
    GError *failure = NULL;
    if (co_store_save_attendance(session->store, list, saved, &failure))
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

static void write_json(CoJson *json, const CoAttending *attending, const CoAttendanceSaved *saved)
{
    CoAttendanceTotals totals;
    co_register_totals(attending->book, &totals);
    co_json_begin_object(json, "presences");
    co_json_integer(json, "version", attending->plan->version);
    co_json_integer(json, "nouvelles", saved->n_new);
    co_json_integer(json, "modifiees", saved->n_changed);
    co_json_integer(json, "inchangees", saved->n_same);
    co_json_integer(json, "groupes", totals.n_groups);
    co_json_integer(json, "groupes_clos", totals.n_closed_groups);
    co_json_integer(json, "attendues", totals.n_expected);
    co_json_integer(json, "presents", totals.n_present);
    co_json_integer(json, "absents", totals.n_absent);
    co_json_integer(json, "excuses", totals.n_excused);
    co_json_integer(json, "rattrapages", totals.n_catch_ups);
    co_json_end(json);
}

/* "1 nouvelle, 12 modifiées, 0 inchangée" */
static char *counts_of(const CoAttendanceSaved *saved)
{
    g_autofree char *fresh = co_french_count(saved->n_new, "nouvelle", "nouvelles");
    g_autofree char *changed = co_french_count(saved->n_changed, "modifiée", "modifiées");
    g_autofree char *same = co_french_count(saved->n_same, "inchangée", "inchangées");
    return g_strjoin(", ", fresh, changed, same, NULL);
}

static void show(CoSession *session, const CoAttending *attending, const CoAttendanceSaved *saved,
                 const CoProblemList *problems)
{
    g_autofree char *counts = counts_of(saved);
    g_autofree char *summary = g_strdup_printf("plan %d, %s.", attending->plan->version, counts);
    if (session->json != NULL)
        write_json(session->json, attending, saved);
    else
        co_terminal_paragraph(&session->out, CO_STYLE_STRONG, "Présences : ", summary);
    show_problems(session, &session->out, problems);
    if (session->json != NULL)
        return;
    g_autofree char *closure = co_attending_closure(attending);
    co_terminal_wrapped(&session->out, closure, 0, 0);
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    g_auto(CoAttending) attending = {0};
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    if (!co_attending_load(session, CO_STORE_WRITE, arguments, &attending, error))
        return false;
    g_autoptr(CoAttendanceList) list =
        co_attendance_read((const char *const *)co_arguments_operands(arguments),
                           attending.campaign, attending.plan, problems);
    CoAttendanceSaved saved;
    co_problem_list_sort(problems);
    if (!check_some(session, list, problems, error) || !save(session, list, &saved, error) ||
        !co_attending_recall(session, &attending, error))
        return false;
    show(session, &attending, &saved, problems);
    g_autofree char *counts = counts_of(&saved);
    g_autofree char *found = co_problems_counts(problems);
    co_session_note(session, "plan %d, présences : %s ; %s", attending.plan->version, counts,
                    found);
    if (co_problem_list_count(problems, CO_SEVERITY_ERROR) > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

const CoCommand co_cmd_presences = {
    .name = "presences",
    .summary = "lit les présences que les formateurs ont relevées",
    .description =
        "FICHIER est un classeur de groupe dont la feuille « Présences » est remplie (.xlsx, ou "
        "enregistré en .ods), ou une table « presences » (.csv, .xlsx, .ods). Chaque état est "
        "enregistré dans la campagne pour une personne et une demi-journée ; relire un fichier "
        "remplace ce qui en avait été lu.\n"
        "Une ligne inutilisable (personne inconnue, date sans séance, état mal écrit) est dite "
        "avec "
        "sa feuille, sa ligne et sa colonne, et n'arrête pas les autres ; le code de retour est "
        "alors 1. Deux lignes qui se contredisent ne comptent ni l'une ni l'autre.\n"
        "Un groupe est clos quand l'état de chaque membre est connu pour chaque séance.",
    .operands = "FICHIER...",
    .least_operands = 1,
    .most_operands = 100000,
    .options = options,
    .example = "cohorte presences retours/SG-01.xlsx retours/SG-02.xlsx",
    .run = run,
};

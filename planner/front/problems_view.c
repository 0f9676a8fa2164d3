/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems_view.h"

#include <glib.h>

#include <string.h>

#include "cohorte/wording.h"

enum { LABEL_WIDTH = 15 };

CoStyle co_severity_style(CoSeverity severity)
{
    switch (severity) {
    case CO_SEVERITY_ERROR:
        return CO_STYLE_RED;
    case CO_SEVERITY_WARNING:
        return CO_STYLE_YELLOW;
    case CO_SEVERITY_NOTICE:
        break;
    }
    return CO_STYLE_CYAN;
}

static size_t n_of(const CoProblemList *problems, CoSeverity severity)
{
    size_t n = co_problem_list_count(problems, severity);
    if (severity < CO_SEVERITY_ERROR)
        n -= co_problem_list_count(problems, severity + 1);
    return n;
}

static void append_place(GString *place, const char *format, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    if (place->len > 0)
        g_string_append(place, ", ");
    g_auto(GStrv) parts = g_strsplit(format, "%s", 2);
    g_string_append_printf(place, "%s%s%s", parts[0], text, parts[1]);
}

/* "besoins.csv, ligne 12, colonne « role », valeur « Prov. »" */
static char *place_of(const CoProblem *problem)
{
    GString *place = g_string_new(NULL);
    append_place(place, "%s", problem->file != NULL ? problem->file : "dossier de la campagne");
    append_place(place, "feuille « %s »", problem->sheet);
    if (problem->line > 0) {
        g_autofree char *line = g_strdup_printf("%d", problem->line);
        append_place(place, "ligne %s", line);
    }
    append_place(place, "colonne « %s »", problem->column);
    append_place(place, "valeur « %s »", problem->value);
    return g_string_free(place, FALSE);
}

/* Some details are the system's words, which are English. */
static char *sentence_of(const CoProblem *problem)
{
    g_autofree char *detail = problem->detail != NULL ? co_failure_french(problem->detail) : NULL;
    CoProblem french = *problem;
    french.detail = detail;
    return co_wording_problem(&french);
}

static void show_labelled(const CoTerminal *terminal, const char *label, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    co_terminal_print(terminal, "%*s", LABEL_WIDTH, "");
    co_terminal_styled(terminal, CO_STYLE_FAINT, label);
    co_terminal_wrapped(terminal, text, LABEL_WIDTH + co_display_width(label), LABEL_WIDTH);
}

static void show_problem(const CoTerminal *terminal, const CoProblem *problem)
{
    g_autofree char *place = place_of(problem);
    g_autofree char *sentence = sentence_of(problem);
    g_autofree char *remedy = co_wording_problem_remedy(problem);
    co_terminal_cell(terminal, co_severity_style(problem->severity),
                     co_wording_severity(problem->severity), LABEL_WIDTH);
    co_terminal_wrapped(terminal, place, LABEL_WIDTH, LABEL_WIDTH);
    show_labelled(terminal, "", sentence);
    if (problem->action != CO_ACTION_NONE)
        show_labelled(terminal, "Fait : ", co_wording_action(problem->action));
    show_labelled(terminal, "À faire : ", remedy);
}

void co_problems_show(const CoTerminal *terminal, const CoProblemList *problems,
                      CoSeverity at_least)
{
    g_return_if_fail(terminal != NULL && problems != NULL);
    bool is_first = true;
    for (size_t i = 0; i < co_problem_list_size(problems); i++) {
        const CoProblem *problem = co_problem_list_at(problems, i);
        if (problem->severity < at_least)
            continue;
        if (!is_first)
            co_terminal_print(terminal, "\n");
        is_first = false;
        show_problem(terminal, problem);
    }
}

char *co_problems_counts(const CoProblemList *problems)
{
    g_return_val_if_fail(problems != NULL, NULL);
    g_autofree char *errors =
        co_french_count((int64_t)n_of(problems, CO_SEVERITY_ERROR), "erreur", "erreurs");
    g_autofree char *warnings = co_french_count((int64_t)n_of(problems, CO_SEVERITY_WARNING),
                                                "avertissement", "avertissements");
    return g_strdup_printf("%s, %s, %d avis", errors, warnings,
                           (int)n_of(problems, CO_SEVERITY_NOTICE));
}

static const CoProblem *first_error(const CoProblemList *problems)
{
    for (size_t i = 0; i < co_problem_list_size(problems); i++)
        if (co_problem_list_at(problems, i)->severity == CO_SEVERITY_ERROR)
            return co_problem_list_at(problems, i);
    return NULL;
}

char *co_problems_reason(const CoProblemList *problems)
{
    g_return_val_if_fail(problems != NULL, NULL);
    const CoProblem *error = first_error(problems);
    if (error == NULL)
        return g_strdup("");
    if (error->line > 1) {
        CoProblem place = *error;
        place.value = NULL;
        return place_of(&place);
    }
    g_autofree char *reason = sentence_of(error);
    if (g_str_has_suffix(reason, "."))
        reason[strlen(reason) - 1] = '\0';
    return g_steal_pointer(&reason);
}

static void write_problem(CoJson *json, const CoProblem *problem)
{
    g_autofree char *sentence = sentence_of(problem);
    g_autofree char *remedy = co_wording_problem_remedy(problem);
    co_json_begin_object(json, NULL);
    co_json_text(json, "gravite", co_wording_severity(problem->severity));
    co_json_integer(json, "code", (int64_t)problem->code);
    co_json_text(json, "fichier", problem->file);
    co_json_text(json, "feuille", problem->sheet);
    if (problem->line > 0)
        co_json_integer(json, "ligne", problem->line);
    else
        co_json_null(json, "ligne");
    co_json_text(json, "colonne", problem->column);
    co_json_text(json, "valeur", problem->value);
    co_json_text(json, "retenu", problem->used);
    co_json_text(json, "detail", problem->detail);
    co_json_integer(json, "nombre", problem->number);
    co_json_text(json, "message", sentence);
    co_json_text(json, "fait", co_wording_action(problem->action));
    co_json_text(json, "remede", remedy);
    co_json_end(json);
}

void co_problems_write(CoJson *json, const CoProblemList *problems)
{
    g_return_if_fail(json != NULL && problems != NULL);
    co_json_integer(json, "erreurs", (int64_t)n_of(problems, CO_SEVERITY_ERROR));
    co_json_integer(json, "avertissements", (int64_t)n_of(problems, CO_SEVERITY_WARNING));
    co_json_integer(json, "avis", (int64_t)n_of(problems, CO_SEVERITY_NOTICE));
    co_json_begin_array(json, "problemes");
    for (size_t i = 0; i < co_problem_list_size(problems); i++)
        write_problem(json, co_problem_list_at(problems, i));
    co_json_end(json);
}

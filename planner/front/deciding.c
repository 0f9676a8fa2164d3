/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "deciding.h"

#include <glib.h>

#include <string.h>

#include "cohorte/wording.h"

static const char *const file_name = "decisions.csv";

static bool was_unreadable(const CoProblemList *problems)
{
    for (size_t i = 0; i < co_problem_list_size(problems); i++) {
        const CoProblem *problem = co_problem_list_at(problems, i);
        if (g_strcmp0(problem->file, file_name) == 0 && problem->action == CO_ACTION_FILE_OUT)
            return true;
    }
    return false;
}

/* Decided by a sheet of a workbook: what is remembered was read nowhere. */
static bool any_decided(const CoQuestionList *questions)
{
    for (size_t i = 0; i < co_question_list_size(questions); i++) {
        const CoQuestion *question = co_question_list_at(questions, i);
        if (*question->decision != '\0' && !question->remembered)
            return true;
    }
    return false;
}

static bool any_asked(const CoQuestionList *questions)
{
    for (size_t i = 0; i < co_question_list_size(questions); i++)
        if (co_question_list_at(questions, i)->n_rows > 0)
            return true;
    return false;
}

void co_deciding_write(const CoSession *session, const char *path, const CoQuestionList *questions,
                       const CoProblemList *problems)
{
    g_return_if_fail(session != NULL && path != NULL && questions != NULL);
    g_autofree char *file = g_build_filename(path, file_name, NULL);
    g_autofree char *known = NULL;
    bool is_there = g_file_get_contents(file, &known, NULL, NULL);
    bool lies_elsewhere = !is_there && any_decided(questions);
    bool is_wanted = is_there ? co_question_list_size(questions) > 0 : any_asked(questions);
    if (!g_file_test(path, G_FILE_TEST_IS_DIR) || !is_wanted || lies_elsewhere ||
        was_unreadable(problems))
        return;
    g_autofree char *text = co_wording_decisions(questions);
    g_autoptr(GError) error = NULL;
    if (g_strcmp0(text, known) == 0 || g_file_set_contents(file, text, -1, &error))
        return;
    g_autofree char *why = co_failure_french(error->message);
    g_autofree char *remark = g_strdup_printf("decisions.csv n'a pas pu être écrit : %s", why);
    co_session_remark(session, remark);
}

static void show_remembered(const CoSession *session, const CoQuestionList *questions)
{
    size_t n = co_question_list_n_remembered(questions);
    if (n == 0)
        return;
    g_autofree char *count =
        co_french_count((int64_t)n, "décision déjà prise, gardée par la campagne, est appliquée",
                        "décisions déjà prises, gardées par la campagne, sont appliquées");
    g_autofree char *text = g_strconcat(count, ".", NULL);
    co_terminal_wrapped(&session->out, text, 0, 0);
}

void co_deciding_show(const CoSession *session, const char *path, const CoQuestionList *questions)
{
    g_return_if_fail(session != NULL && path != NULL && questions != NULL);
    show_remembered(session, questions);
    size_t n = co_question_list_n_open(questions);
    if (n == 0)
        return;
    g_autofree char *count = co_french_count((int64_t)n, "question attend", "questions attendent");
    g_autofree char *file = g_build_filename(path, file_name, NULL);
    g_autofree char *shown = g_filename_display_name(file);
    bool in_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
    g_autofree char *where = in_folder ? g_strdup_printf("la colonne « decision » de %s", shown)
                                       : g_strdup("la feuille « decisions » du classeur");
    g_autofree char *text = g_strdup_printf(
        "%s votre décision : remplissez %s, puis importez de nouveau.", count, where);
    co_terminal_wrapped(&session->out, text, 0, 0);
}

static void write_question(CoJson *json, const CoQuestion *question)
{
    const char *key = co_question_key(question->kind);
    g_autofree char *explanation = co_wording_question(question);
    co_json_begin_object(json, NULL);
    co_json_text(json, "question", key != NULL ? key : question->label);
    co_json_text(json, "valeur", question->value);
    co_json_text(json, "proposition", *question->proposal != '\0' ? question->proposal : NULL);
    co_json_boolean(json, "suivie", question->followed);
    co_json_text(json, "decision", *question->decision != '\0' ? question->decision : NULL);
    co_json_boolean(json, "reprise", question->remembered);
    co_json_integer(json, "nombre", question->n_rows);
    co_json_text(json, "message", explanation);
    co_json_end(json);
}

void co_deciding_write_json(CoJson *json, const CoQuestionList *questions)
{
    g_return_if_fail(json != NULL && questions != NULL);
    co_json_begin_array(json, "questions");
    for (size_t i = 0; i < co_question_list_size(questions); i++)
        write_question(json, co_question_list_at(questions, i));
    co_json_end(json);
}

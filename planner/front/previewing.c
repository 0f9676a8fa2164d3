/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "previewing.h"

#include <glib.h>

#include "cohorte/import.h"
#include "cohorte/wording.h"
#include "deciding.h"
#include "preview_view.h"
#include "problems_view.h"

static bool is_of_survey(const CoPreviewList *previews, const CoProblem *problem)
{
    bool decides = g_strcmp0(problem->file, "decisions.csv") == 0 ||
                   (problem->file != NULL && g_str_has_suffix(problem->file, ".correspondance"));
    for (size_t i = 0; i < co_preview_list_size(previews) && !decides; i++)
        decides = g_strcmp0(problem->file, co_preview_list_at(previews, i)->file) == 0;
    return decides;
}

static bool is_worth_a_look(const CoProblem *problem)
{
    return problem->severity > CO_SEVERITY_NOTICE || problem->code == CO_PROBLEM_QUESTION_GONE ||
           problem->code == CO_PROBLEM_QUESTION_NEW ||
           problem->code == CO_PROBLEM_QUESTION_RENAMED ||
           problem->code == CO_PROBLEM_MAPPING_DOUBTFUL;
}

/* @return (transfer full) what a preview shows of all that was found */
static CoProblemList *select_problems(const CoPreviewList *previews, const CoProblemList *all)
{
    CoProblemList *selected = co_problem_list_new();
    for (size_t i = 0; i < co_problem_list_size(all); i++) {
        const CoProblem *problem = co_problem_list_at(all, i);
        if (is_of_survey(previews, problem) && is_worth_a_look(problem))
            co_problem_list_add(selected, problem);
    }
    co_problem_list_sort(selected);
    return selected;
}

static void show_questions(const CoTerminal *terminal, const CoQuestionList *questions,
                           bool in_folder)
{
    enum { MAX_SHOWN = 20, INDENT = 4 };
    size_t n_open = co_question_list_n_open(questions), n_shown = 0;
    if (n_open == 0)
        return;
    co_terminal_print(terminal, "\nQuestions à trancher dans %s :\n",
                      in_folder ? "decisions.csv" : "la feuille « decisions » du classeur");
    for (size_t i = 0; i < co_question_list_size(questions); i++) {
        const CoQuestion *question = co_question_list_at(questions, i);
        if (question->n_rows == 0 || *question->decision != '\0' || n_shown++ >= MAX_SHOWN)
            continue;
        g_autofree char *said = co_wording_question(question);
        g_autofree char *text = g_strdup_printf("%s « %s ». %s", co_question_key(question->kind),
                                                question->value, said);
        co_terminal_print(terminal, "  - ");
        co_terminal_wrapped(terminal, text, INDENT, INDENT);
    }
    if (n_open > MAX_SHOWN)
        co_terminal_print(terminal, "    … et %d de plus\n", (int)(n_open - MAX_SHOWN));
}

static void show(const CoSession *session, const CoPreviewList *previews,
                 const CoProblemList *problems, const CoQuestionList *questions, bool in_folder)
{
    const CoTerminal *terminal = &session->out;
    if (co_preview_list_size(previews) == 0)
        co_terminal_print(terminal, "Il n'y a pas d'enquête lisible dans ce %s.\n",
                          in_folder ? "dossier" : "classeur");
    for (size_t i = 0; i < co_preview_list_size(previews); i++) {
        if (i > 0)
            co_terminal_print(terminal, "\n");
        co_preview_show(terminal, co_preview_list_at(previews, i));
    }
    if (co_problem_list_size(problems) > 0) {
        co_terminal_print(terminal, "\nÀ vérifier :\n");
        co_problems_show(terminal, problems, CO_SEVERITY_NOTICE);
    }
    show_questions(terminal, questions, in_folder);
    co_terminal_print(terminal, "\nRien n'a été écrit.\n");
}

bool co_preview_run(CoSession *session, const char *path, GError **error)
{
    g_return_val_if_fail(session != NULL && path != NULL, false);
    session->journalled = true; /* nothing was done */
    g_autoptr(CoProblemList) all = co_problem_list_new();
    g_autoptr(CoQuestionList) questions = co_question_list_new();
    GError *failure = NULL;
    g_autoptr(CoPreviewList) previews = co_import_preview(path, all, questions, &failure);
    if (previews == NULL) {
        co_failure_from_import(&failure, path);
        g_propagate_error(error, failure);
        return false;
    }
    g_autoptr(CoProblemList) problems = select_problems(previews, all);
    if (session->json != NULL) {
        co_preview_write(session->json, previews);
        co_problems_write(session->json, problems);
        co_deciding_write_json(session->json, questions);
    } else {
        show(session, previews, problems, questions, g_file_test(path, G_FILE_TEST_IS_DIR));
    }
    if (co_preview_list_size(previews) == 0 ||
        co_problem_list_count(problems, CO_SEVERITY_ERROR) > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importing.h"

#include <glib.h>

#include "changes_view.h"
#include "cohorte/import.h"
#include "counts.h"
#include "deciding.h"
#include "problems_view.h"

/* A changed questionnaire explains errors, and may make some that nobody sees. */
static bool is_shown(const CoProblem *problem)
{
    return problem->severity == CO_SEVERITY_ERROR || problem->code == CO_PROBLEM_QUESTION_GONE ||
           problem->code == CO_PROBLEM_QUESTION_NEW || problem->code == CO_PROBLEM_QUESTION_RENAMED;
}

static void show_errors(const CoTerminal *terminal, const CoProblemList *problems)
{
    g_autoptr(CoProblemList) shown = co_problem_list_new();
    for (size_t i = 0; i < co_problem_list_size(problems); i++)
        if (is_shown(co_problem_list_at(problems, i)))
            co_problem_list_add(shown, co_problem_list_at(problems, i));
    if (co_problem_list_size(shown) == 0)
        return;
    co_terminal_print(terminal, "\n");
    co_problems_show(terminal, shown, CO_SEVERITY_NOTICE);
    co_terminal_print(terminal, "\n");
}

/* For the journal: folders and cells may bear names, so they are not in it. */
static void note_refusal(CoSession *session, const CoProblemList *problems, const GError *failure)
{
    g_autofree char *reason = co_problems_reason(problems);
    if (g_error_matches(failure, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNREADABLE))
        co_session_note(session, "dossier illisible");
    else if (g_error_matches(failure, CO_IMPORT_ERROR, CO_IMPORT_ERROR_WRITE))
        co_session_note(session, "fichier de correspondance non écrit");
    else
        co_session_note(session, "%s", *reason != '\0' ? reason : "données inutilisables");
}

/* One import: what was read, what is said of it. */
typedef struct Import {
    const char *folder;
    CoProblemList *problems;
    CoQuestionList *questions;
    CoQuestionList *remembered; /* what earlier imports settled; NULL as `before` */
    CoCampaign *before;         /* as the last import left it; NULL for a first one */
} Import;

static void import_clear(Import *import)
{
    co_problem_list_free(import->problems);
    co_question_list_free(import->questions);
    co_question_list_free(import->remembered);
    co_campaign_free(import->before);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Import, import_clear)

static CoCampaign *read_folder(CoSession *session, Import *import, GError **error)
{
    CoImportOptions options = CO_IMPORT_OPTIONS_INIT;
    options.questions = import->questions;
    options.remembered = import->remembered;
    CoProblemList *problems = import->problems;
    GError *failure = NULL;
    CoCampaign *campaign = co_import_folder(import->folder, &options, problems, &failure);
    co_problem_list_sort(problems);
    if (campaign != NULL)
        return campaign;
    if (session->json != NULL)
        co_problems_write(session->json, problems);
    else
        show_errors(&session->err, problems);
    note_refusal(session, problems, failure);
    co_failure_from_import(&failure, import->folder);
    g_propagate_error(error, failure);
    return NULL;
}

static CoCampaign *store(CoSession *session, const CoCampaign *campaign, const Import *import,
                         GError **error)
{
    GError *failure = NULL;
    CoCampaign *stored = NULL;
    if (co_store_save_campaign(session->store, campaign, import->problems, &failure) &&
        co_store_save_decisions(session->store, import->questions, &failure))
        stored = co_store_load_campaign(session->store, &failure);
    if (stored != NULL)
        return stored;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return NULL;
}

static void show(CoSession *session, const CoCampaign *campaign, const Import *import)
{
    const CoProblemList *problems = import->problems;
    g_autoptr(CoChanges) changes =
        import->before != NULL ? co_changes_find(import->before, campaign) : NULL;
    if (session->json != NULL) {
        co_counts_write(session->json, campaign);
        co_problems_write(session->json, problems);
        co_deciding_write_json(session->json, import->questions);
        co_changes_write(session->json, changes, import->before, campaign);
        return;
    }
    g_autofree char *summary = co_counts_summary(campaign);
    g_autofree char *counts = co_problems_counts(problems);
    co_terminal_paragraph(&session->out, CO_STYLE_STRONG, "Import : ", summary);
    if (changes != NULL)
        co_changes_show(&session->out, changes, import->before, campaign);
    show_errors(&session->out, problems);
    g_autofree char *command = co_session_suggest(session, "verifier");
    g_autofree char *found = g_strdup_printf("%s ; « %s » les montre tous.", counts, command);
    if (co_problem_list_size(problems) > 0)
        co_terminal_wrapped(&session->out, found, 0, 0);
    else
        co_terminal_print(&session->out, "Aucun problème dans les données.\n");
    co_deciding_show(session, import->folder, import->questions);
}

CoCampaign *co_import_into_store(CoSession *session, const char *folder, GError **error)
{
    g_return_val_if_fail(session->store_writes && folder != NULL, NULL);
    g_auto(Import) import = {
        .folder = folder,
        .problems = co_problem_list_new(),
        .questions = co_question_list_new(),
        /* What cannot be loaded is as good as not there: saving will say what is wrong. */
        .before = co_store_load_campaign(session->store, NULL),
        .remembered = co_store_load_decisions(session->store, NULL),
    };
    g_autoptr(CoCampaign) read = read_folder(session, &import, error);
    g_autofree char *counts = co_problems_counts(import.problems);
    co_session_note(session, "%s", counts);
    if (read == NULL)
        return NULL;
    CoCampaign *campaign = store(session, read, &import, error);
    if (campaign == NULL)
        return NULL;
    co_deciding_write(session, folder, import.questions, import.problems);
    show(session, campaign, &import);
    g_autofree char *people = co_counts_people(campaign);
    co_session_note(session, "%s", people);
    if (co_problem_list_count(import.problems, CO_SEVERITY_ERROR) > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return campaign;
}

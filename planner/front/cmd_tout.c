/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "command.h"
#include "importing.h"
#include "planning.h"
#include "publishing.h"
#include "target.h"

/* A failure names files where they were written; the user knows them by their final place. */
static void name_final_place(GError *failure, const CoTarget *target)
{
    g_autoptr(GString) message = g_string_new(failure->message);
    g_autofree char *work = g_filename_display_name(target->work);
    g_autofree char *folder = g_filename_display_name(target->folder);
    g_string_replace(message, work, folder, 0);
    g_free(failure->message);
    failure->message = g_strdup(message->str);
}

static bool open_store(CoSession *session, const CoTarget *target, const char *folder,
                       GError **error)
{
    g_free(session->campaign_path);
    session->campaign_path = co_target_path(target, "campagne.cohorte");
    session->campaign_final = g_build_filename(folder, "campagne.cohorte", NULL);
    if (!target->is_new)
        return co_session_open(session, CO_STORE_WRITE, error);
    GError *failure = NULL;
    session->store = co_store_create(session->campaign_path, &failure);
    session->store_writes = true;
    if (session->store != NULL)
        return true;
    session->journalled = true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

static bool write_all(CoSession *session, const CoCampaign *campaign, const CoPlanning *planning,
                      const CoTarget *target, GError **error)
{
    CoOutputContext context = {campaign, planning->plan, planning->report};
    g_autofree char *tables = co_target_path(target, "plan");
    g_autofree char *documents = co_target_path(target, "documents");
    g_autoptr(CoTexts) texts = co_publish_texts(session, NULL, error);
    g_autoptr(CoAttendanceList) attendance =
        texts != NULL ? co_publish_attendance(session, error) : NULL;
    const CoDocumentOptions documents_options = {.texts = texts, .attendance = attendance};
    return attendance != NULL && co_publish_tables(&context, tables, error) &&
           co_publish_documents(&context, &documents_options, documents, error) &&
           co_publish_mark(session, planning->plan->version, error);
}

/* What the folder holds now: all of it, or what was complete when something failed. */
static void show_result(const CoSession *session, const char *folder)
{
    static const struct {
        const char *name, *meaning;
    } parts[] = {
        {"documents", "bilan.html pour commencer ; un fichier par lecteur"},
        {"plan", "tables du plan, pour un autre programme"},
        {"campagne.cohorte", "fichier de campagne : données, plans, journal"},
    };
    enum { NAME_WIDTH = 19 };
    g_autofree char *shown = g_filename_display_name(folder);
    if (session->json != NULL) {
        co_json_text(session->json, "dossier", shown);
        return;
    }
    co_terminal_print(&session->out, "\nDans « ");
    co_terminal_styled(&session->out, CO_STYLE_STRONG, shown);
    co_terminal_print(&session->out, " » :\n");
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *path = g_build_filename(folder, parts[i].name, NULL);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        co_terminal_print(&session->out, "  ");
        co_terminal_cell(&session->out, CO_STYLE_PLAIN, parts[i].name, NAME_WIDTH);
        co_terminal_print(&session->out, "%s\n", parts[i].meaning);
    }
}

/* From the import on, what is there is worth keeping whatever follows. */
static bool plan_and_write(CoSession *session, const CoCampaign *campaign,
                           const CoPlanningOptions *options, const CoTarget *target, GError **error)
{
    g_auto(CoPlanning) planning = {0};
    if (!co_planning_run(session, campaign, options, &planning, error))
        return false;
    if (planning.plan == NULL)
        return true;
    return write_all(session, campaign, &planning, target, error);
}

/* The journal goes into the file before the folder moves to its place. */
static bool finish(CoSession *session, CoTarget *target, const char *folder, GError *failure,
                   GError **error)
{
    co_session_write_journal(session, failure != NULL ? (CoExit)failure->code : session->exit_code);
    co_session_close(session);
    GError *misplaced = NULL;
    bool placed = co_target_commit(target, failure == NULL ? &misplaced : NULL);
    if (placed)
        show_result(session, folder);
    if (failure != NULL) {
        name_final_place(failure, target);
        g_propagate_error(error, failure);
    } else if (misplaced != NULL) {
        g_propagate_error(error, misplaced);
    }
    return failure == NULL && placed;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    const char *folder = co_arguments_operand(arguments, 1);
    CoPlanningOptions options;
    if (!co_planning_read_options(arguments, &options, error))
        return false;
    if (session->campaign_was_given) {
        co_fail(error, CO_EXIT_USAGE, "L'option --campagne ne va pas avec « cohorte tout ».",
                "Le fichier de campagne est celui du dossier de sortie.");
        return false;
    }
    g_auto(CoTarget) target = {.lock_fd = -1};
    if (!co_target_open(&target, folder, error)) {
        session->journalled = true;
        return false;
    }
    GError *failure = NULL;
    bool opened = open_store(session, &target, folder, &failure);
    g_autoptr(CoCampaign) campaign =
        opened ? co_import_into_store(session, co_arguments_operand(arguments, 0), &failure) : NULL;
    if (campaign == NULL) {
        /* A new folder goes, and its journal with it. */
        session->journalled = session->journalled || target.is_new;
        co_session_close(session);
        name_final_place(failure, &target);
        g_propagate_error(error, failure);
        return false;
    }
    if (session->json == NULL)
        co_terminal_print(&session->out, "\n");
    plan_and_write(session, campaign, &options, &target, &failure);
    return finish(session, &target, folder, failure, error);
}

const CoCommand co_cmd_tout = {
    .name = "tout",
    .summary = "fait toute la chaîne : des tables aux documents, en une commande",
    .description =
        "Lit les tables de DOSSIER (ou d'un classeur), calcule un plan, le fait contrôler et "
        "laisse dans SORTIE le "
        "fichier de campagne, les tables du plan et les documents. SORTIE est un nouveau dossier, "
        "un dossier vide, ou celui d'une exécution précédente : les personnes y gardent alors leur "
        "numéro, le plan publié sert de référence et le nouveau plan est la version suivante.\n"
        "Rien n'est laissé à moitié : un nouveau dossier n'apparaît qu'une fois rempli. Si les "
        "données sont inutilisables, il n'apparaît pas ; si aucun plan n'est trouvé, il ne "
        "contient que le fichier de campagne.\n"
        "Code de retour 1 si des données sont en erreur ou des personnes non placées, 3 si les "
        "données sont inutilisables, 4 si aucun plan n'est trouvé.",
    .operands = "DOSSIER SORTIE",
    .least_operands = 2,
    .most_operands = 2,
    .options = co_planning_options,
    .example = "cohorte tout donnees-v8 sortie-v8 --temps 120",
    .run = run,
};

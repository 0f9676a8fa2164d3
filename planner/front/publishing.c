/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publishing.h"

#include <glib.h>

#include <string.h>

#include "check_view.h"
#include "planning.h"

void co_stored_plan_clear(CoStoredPlan *stored)
{
    co_check_report_free(stored->report);
    co_plan_free(stored->published);
    co_plan_free(stored->plan);
    co_campaign_free(stored->campaign);
    *stored = (CoStoredPlan){0};
}

bool co_stored_plan_read_version(const CoArguments *arguments, const char *text, int *version,
                                 GError **error)
{
    g_return_val_if_fail(arguments != NULL && version != NULL, false);
    *version = 0;
    int64_t number = 0;
    if (text == NULL) {
        if (!co_arguments_integer(arguments, "version", 1, &number, error))
            return false;
    } else if (!g_ascii_string_to_signed(text, 10, 1, G_MAXINT, &number, NULL)) {
        g_autofree char *shown = g_filename_display_name(text);
        g_autofree char *what = g_strdup_printf("« %s » n'est pas un numéro de version.", shown);
        co_fail(error, CO_EXIT_USAGE, what, "« cohorte etat » montre les versions enregistrées.");
        return false;
    }
    *version = (int)MIN(number, G_MAXINT);
    return true;
}

bool co_stored_plan_load(CoSession *session, CoStoreMode mode, int version, CoStoredPlan *stored,
                         GError **error)
{
    g_return_val_if_fail(session != NULL && stored != NULL, false);
    stored->campaign = co_session_load(session, mode, error);
    if (stored->campaign == NULL)
        return false;
    GError *failure = NULL;
    stored->plan = co_store_load_plan(session->store, stored->campaign, version, &failure);
    if (stored->plan == NULL) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
        return false;
    }
    if (!co_planning_reference(session, stored->campaign, stored->plan->version, &stored->published,
                               error))
        return false;
    g_autofree char *digest = co_campaign_digest(stored->campaign);
    stored->is_current = strcmp(digest, stored->plan->digest) == 0;
    CoCheckOptions check = CO_CHECK_OPTIONS_INIT;
    check.published = stored->published;
    stored->report = co_check_plan(stored->campaign, stored->plan, &check);
    return true;
}

bool co_stored_plan_require_sound(CoSession *session, const CoStoredPlan *stored, GError **error)
{
    g_return_val_if_fail(session != NULL && stored != NULL && stored->report != NULL, false);
    if (co_check_is_sound(stored->report))
        return true;
    if (session->json != NULL)
        co_check_write(session->json, stored->campaign, stored->plan, stored->report);
    else
        co_check_show_faults(&session->err, stored->campaign, stored->plan, stored->report);
    co_session_note(session, "plan %d refusé", stored->plan->version);
    g_autofree char *what = g_strdup_printf(
        "Le vérificateur refuse le plan %d%s : rien n'a été écrit.", stored->plan->version,
        stored->is_current ? "" : ", fait pour d'autres données");
    co_fail(error, CO_EXIT_PROBLEMS, what, "Calculez un nouveau plan par « cohorte planifier ».");
    return false;
}

static bool report_output(bool done, GError *failure, const char *folder, GError **error)
{
    if (done)
        return true;
    co_failure_from_output(&failure, folder);
    g_propagate_error(error, failure);
    return false;
}

CoTexts *co_publish_texts(const CoSession *session, const char *given, GError **error)
{
    g_return_val_if_fail(session != NULL, NULL);
    g_autofree char *home = g_path_get_dirname(session->campaign_path);
    g_autofree char *beside = g_build_filename(home, "modeles", NULL);
    const char *folder = given;
    if (folder == NULL && g_file_test(beside, G_FILE_TEST_IS_DIR))
        folder = beside;
    GError *failure = NULL;
    CoTexts *texts = co_texts_load(folder, &failure);
    report_output(texts != NULL, failure, folder != NULL ? folder : "", error);
    return texts;
}

CoAttendanceList *co_publish_attendance(const CoSession *session, GError **error)
{
    g_return_val_if_fail(session != NULL && session->store != NULL, NULL);
    GError *failure = NULL;
    CoAttendanceList *list = co_store_load_attendance(session->store, &failure);
    if (list == NULL) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
    }
    return list;
}

bool co_publish_documents(const CoOutputContext *context, const CoDocumentOptions *options,
                          const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && options != NULL && folder != NULL, false);
    GError *failure = NULL;
    bool done = co_output_documents_with(context, options, folder, &failure);
    return report_output(done, failure, folder, error);
}

bool co_publish_tables(const CoOutputContext *context, const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && folder != NULL, false);
    GError *failure = NULL;
    bool done = co_output_plan_tables(context, folder, &failure);
    return report_output(done, failure, folder, error);
}

bool co_publish_mark(CoSession *session, int version, GError **error)
{
    g_return_val_if_fail(session != NULL && session->store_writes, false);
    g_autofree char *when = co_session_now();
    GError *failure = NULL;
    if (co_store_mark_published(session->store, version, when, &failure))
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

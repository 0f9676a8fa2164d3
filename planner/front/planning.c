/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning.h"

#include <glib.h>

#include "check_view.h"
#include "incumbent_log.h"
#include "interrupt.h"
#include "plan_view.h"
#include "progress.h"

void co_planning_clear(CoPlanning *planning)
{
    co_plan_free(planning->plan);
    co_check_report_free(planning->report);
    co_plan_free(planning->published);
    *planning = (CoPlanning){0};
}

bool co_planning_reference(CoSession *session, const CoCampaign *campaign, int version,
                           CoPlan **published, GError **error)
{
    g_return_val_if_fail(session->store != NULL && published != NULL, false);
    *published = NULL;
    GError *failure = NULL;
    int number = co_store_published_version(session->store, &failure);
    bool applies = number > 0 && (version == 0 || number <= version);
    int n_gone = 0;
    if (applies)
        *published =
            co_store_load_what_is_left(session->store, campaign, number, &n_gone, &failure);
    if (n_gone > 0) {
        g_autofree char *text = g_strdup_printf(
            "Le plan publié (version %d) cite des personnes, des salles ou des formateurs qui ne "
            "sont plus dans les données : seul le reste sert de référence.",
            number);
        co_session_remark(session, text);
    }
    if (failure == NULL)
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

/* A lock on a group that was never published, or a slip of the pen, would hold nothing unsaid. */
static void remark_idle_locks(CoSession *session, const CoCampaign *campaign,
                              const CoPlan *published)
{
    g_autoptr(GString) groups = g_string_new(NULL);
    for (int l = 0; l < campaign->n_locks; l++) {
        const char *code = campaign->locks[l].group;
        bool seen = published != NULL && co_plan_find_group(published, code) >= 0;
        for (int before = 0; before < l && !seen; before++)
            seen = g_str_equal(campaign->locks[before].group, code);
        if (!seen)
            g_string_append_printf(groups, "%s%s", groups->len > 0 ? ", " : "", code);
    }
    if (groups->len == 0)
        return;
    g_autofree char *text =
        published == NULL
            ? g_strdup_printf("Verrous sans effet : aucun plan n'est encore publié (%s).",
                              groups->str)
            : g_strdup_printf("Verrous sans effet : le plan publié (version %d) n'a pas de groupe "
                              "%s.",
                              published->version, groups->str);
    co_session_remark(session, text);
}

static bool export_model(CoSession *session, const CoCampaign *campaign,
                         const CoPlanningOptions *options, const CoPlan *published, GError **error)
{
    GError *failure = NULL;
    if (co_engine_export_model(campaign, published, options->export_form, options->export_format,
                               options->export_path, &failure)) {
        g_autofree char *shown = g_filename_display_name(options->export_path);
        if (session->json != NULL)
            co_json_text(session->json, "modele", shown);
        else
            co_terminal_print(&session->out, "Modèle écrit dans « %s ».\n", shown);
        co_session_note(session, "modèle exporté");
        return true;
    }
    co_failure_from_engine(&failure, options->export_path);
    g_propagate_error(error, failure);
    return false;
}

/* Who is told of progress. */
typedef struct Watch {
    CoProgressLine line;
    bool draws;
    CoIncumbentLog log;
    bool logs;
} Watch;

static void on_progress(const CoProgress *progress, void *data)
{
    Watch *watch = data;
    if (watch->draws)
        co_progress_line_draw(progress, &watch->line);
    if (watch->logs)
        co_incumbent_log_note(&watch->log, progress);
}

static bool watch_open(Watch *watch, CoSession *session, const char *log_path, GError **error)
{
    *watch = (Watch){.logs = log_path != NULL};
    co_progress_line_init(&watch->line, &session->err);
    watch->draws = !session->quiet && session->json == NULL && session->err.is_tty;
    return !watch->logs || co_incumbent_log_open(&watch->log, log_path, error);
}

/* A plan that was found is worth more than the table of how it was. */
static void watch_close(Watch *watch, CoSession *session)
{
    co_progress_line_clear(&watch->line);
    g_autoptr(GError) failure = NULL;
    if (!watch->logs || co_incumbent_log_close(&watch->log, &failure))
        return;
    co_session_show_failure(session, failure);
    co_session_raise(session, CO_EXIT_PROBLEMS);
}

/* The engine, with a hand on Ctrl-C. */
static CoPlan *seek(CoSession *session, const CoCampaign *campaign,
                    const CoPlanningOptions *options, const CoPlan *published, GError **error)
{
    Watch watch;
    if (!watch_open(&watch, session, options->log_path, error))
        return NULL;
    CoEngineOptions engine = CO_ENGINE_OPTIONS_INIT;
    engine.time_limit_s = options->time_limit_s;
    engine.work_limit = options->work_limit;
    engine.gap_target = options->gap_target;
    engine.seed = options->seed;
    engine.n_threads = options->n_threads;
    engine.published = published;
    engine.cancel = co_interrupt_listen();
    engine.progress = watch.draws || watch.logs ? on_progress : NULL;
    engine.progress_data = &watch;
    GError *failure = NULL;
    CoPlan *plan = co_engine_plan(campaign, &engine, &failure);
    watch_close(&watch, session);
    if (plan != NULL)
        return plan;
    co_failure_from_engine(&failure, NULL);
    g_propagate_error(error, failure);
    return NULL;
}

static bool fail_no_plan(CoSession *session, const CoCampaign *campaign, const CoPlan *plan,
                         GError **error)
{
    if (session->json != NULL)
        co_plan_write(session->json, campaign, plan);
    else
        co_plan_show_unplaced(&session->err, campaign, plan);
    co_session_note(session, "aucun plan");
    if (plan->quality == CO_QUALITY_INFEASIBLE)
        co_fail(error, CO_EXIT_NO_PLAN,
                "Aucun plan : il est prouvé que ces données n'en permettent aucun.",
                "Changez ce que les motifs ci-dessus désignent, ou les verrous et les nombres de "
                "groupes imposés, puis recommencez.");
    else
        co_fail(error, CO_EXIT_NO_PLAN, "Aucun plan n'a été trouvé.",
                "Donnez plus de temps (--temps 300), ou desserrez les contraintes que "
                "« cohorte verifier » signale.");
    return false;
}

static bool fail_unsound(CoSession *session, const CoCampaign *campaign, const CoPlanning *planning,
                         GError **error)
{
    if (session->json != NULL)
        co_check_write(session->json, campaign, planning->plan, planning->report);
    else
        co_check_show_faults(&session->err, campaign, planning->plan, planning->report);
    co_session_note(session, "plan refusé par le vérificateur");
    co_fail(error, CO_EXIT_INTERNAL,
            "Le vérificateur indépendant refuse le plan calculé : il n'a pas été enregistré.",
            "C'est un défaut du programme : signalez-le avec ce qui précède.");
    return false;
}

static bool judge_and_store(CoSession *session, const CoCampaign *campaign, CoPlanning *planning,
                            GError **error)
{
    CoPlan *plan = planning->plan;
    CoCheckOptions check = CO_CHECK_OPTIONS_INIT;
    check.published = planning->published;
    planning->report = co_check_plan(campaign, plan, &check);
    if (!co_check_is_sound(planning->report) || !planning->report->changes_agree)
        return fail_unsound(session, campaign, planning, error);
    GError *failure = NULL;
    if (co_store_save_plan(session->store, campaign, plan, &plan->version, &failure))
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

static void show(CoSession *session, const CoCampaign *campaign, const CoPlan *plan,
                 double elapsed_s)
{
    if (session->json != NULL) {
        co_plan_write(session->json, campaign, plan);
        co_json_number(session->json, "duree_s", elapsed_s);
        return;
    }
    co_plan_show(&session->out, campaign, plan, elapsed_s);
    co_plan_show_unplaced(&session->out, campaign, plan);
}

bool co_planning_run(CoSession *session, const CoCampaign *campaign,
                     const CoPlanningOptions *options, CoPlanning *planning, GError **error)
{
    g_return_val_if_fail(session->store_writes && campaign != NULL && options != NULL, false);
    if (!co_planning_reference(session, campaign, 0, &planning->published, error))
        return false;
    remark_idle_locks(session, campaign, planning->published);
    if (options->export_path != NULL &&
        !export_model(session, campaign, options, planning->published, error))
        return false;
    if (options->export_only)
        return true;
    int64_t start_us = g_get_monotonic_time();
    planning->plan = seek(session, campaign, options, planning->published, error);
    if (planning->plan == NULL)
        return false;
    CoPlan *plan = planning->plan;
    if (plan->quality == CO_QUALITY_INFEASIBLE || plan->quality == CO_QUALITY_NOTHING)
        return fail_no_plan(session, campaign, plan, error);
    if (!judge_and_store(session, campaign, planning, error))
        return false;
    co_interrupt_release();
    show(session, campaign, plan, (double)(g_get_monotonic_time() - start_us) / G_USEC_PER_SEC);
    CoPlanTally tally = co_plan_tally(campaign, plan);
    g_autofree char *left = co_plan_unplaced_text(&tally, "non placé", "non placés");
    co_session_note(session, "plan %d, %s", plan->version, left);
    if (plan->n_unplaced > 0)
        co_session_raise(session, CO_EXIT_PROBLEMS);
    return true;
}

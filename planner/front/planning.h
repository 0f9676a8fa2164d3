/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file planning.h  One run of the engine, judged by the checker and stored: what `planifier` and
 * `tout` share. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "arguments.h"
#include "cohorte/check.h"
#include "cohorte/engine.h"
#include "session.h"
G_BEGIN_DECLS

/** Options of both commands; ends with a NULL name. */
extern const CoOption co_planning_options[];

typedef struct CoPlanningOptions {
    double time_limit_s; /**< 0 = none */
    int64_t work_limit;  /**< 0 = the engine's own */
    double gap_target;   /**< fraction; 0 = off */
    int64_t seed;
    int n_threads;           /**< 0 = as many as processors */
    const char *export_path; /**< (transfer none) NULL = no export */
    CoExportForm export_form;
    CoExportFormat export_format;
    bool export_only;
    const char *log_path; /**< (transfer none) `--suivi`, NULL = none */
} CoPlanningOptions;

/** Reads them; usage errors are #CO_FRONT_ERROR. */
bool co_planning_read_options(const CoArguments *arguments, CoPlanningOptions *options,
                              GError **error);

/** What came of it. */
typedef struct CoPlanning {
    CoPlan *plan;          /**< stored, with its version */
    CoCheckReport *report; /**< sound */
    CoPlan *published;     /**< plan that it was compared with, or NULL */
} CoPlanning;
void co_planning_clear(CoPlanning *planning);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoPlanning, co_planning_clear)

/** The published plan that plan number @p version is compared with (0 = a new plan): locks and
 * notice refer to it. A published plan that no longer fits the data is left out with a remark.
 * @param published  (transfer full) NULL when there is none */
bool co_planning_reference(CoSession *session, const CoCampaign *campaign, int version,
                           CoPlan **published, GError **error);

/** Writes the model and the incumbent log if asked, plans with progress on the error stream (the
 * first Ctrl-C keeps the best plan), has the plan checked, stores it as the next version, then
 * shows it. The session's store is open for writing. A plan with unplaced persons raises the exit
 * code to PROBLEMS.
 * @return false with NO_PLAN when nothing was found, INTERNAL when the checker disagrees (its
 * findings are shown and nothing is stored) */
bool co_planning_run(CoSession *session, const CoCampaign *campaign,
                     const CoPlanningOptions *options, CoPlanning *planning, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file engine.h  Campaign to plan. Implemented by planner/engine/.
 * Pure: no file (the model export excepted, written by the solver), no database, no clock but as a
 * stop. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

#define CO_ENGINE_ERROR (co_engine_error_quark())
typedef enum {
    CO_ENGINE_ERROR_TOO_LARGE, /**< the problem exceeds a limit of the solver; message says which */
    CO_ENGINE_ERROR_SOLVER,    /**< the LP engine failed in a way that left no plan */
    CO_ENGINE_ERROR_EXPORT,    /**< the model file could not be written */
} CoEngineError;
GQuark co_engine_error_quark(void);

typedef enum {
    CO_PHASE_BUILD,
    CO_PHASE_CONSTRUCT,
    CO_PHASE_BOUND,
    CO_PHASE_EXACT,
    CO_PHASE_SEARCH,
    CO_PHASE_DATED_BOUND,
    CO_PHASE_COMFORT,
    CO_PHASE_REASONS,
} CoPhase;

typedef struct CoProgress {
    CoPhase phase;
    bool has_plan;
    int64_t unplaced_weight; /**< of the best plan */
    int64_t cost_cents;
    int64_t comfort_points;
    bool has_bound;
    int64_t bound_cents; /**< on M x U + cost */
    int64_t value_cents; /**< M x U + cost of the best plan */
    int64_t work;
    double elapsed_s;
} CoProgress;
typedef void (*CoProgressFn)(const CoProgress *progress, void *data);

typedef struct CoEngineOptions {
    double time_limit_s; /**< safety stop on the wall clock; 0 = none */
    int64_t
        work_limit; /**< deterministic budget in units of work; 0 = by the size of the campaign */
    double
        gap_target; /**< stop when the stage-1 gap is proven at or below this fraction; 0 = off */
    int64_t seed;   /**< any number; same seed, same work, same plan */
    int n_threads;  /**< at most so many at work; 0 = as many as processors; the plan does not
                       depend on it, unless the clock stops the search */
    const CoPlan
        *published; /**< plan that locks refer to and groups keep codes from; NULL = none */
    const volatile int
        *cancel;           /**< becomes non-zero to stop soon with the best plan; NULL = never */
    CoProgressFn progress; /**< called from the calling thread; NULL = none */
    void *progress_data;
} CoEngineOptions;
#define CO_ENGINE_OPTIONS_INIT                                                                     \
    {                                                                                              \
        60.0, 0, 0.0, 1, 0, NULL, NULL, NULL, NULL                                                 \
    }

/** Plans the campaign. "Nothing found" and "nobody can be placed" are answers (plan->quality), not
 * errors. The plan's tiers are the engine's own figures: check them with co_check_plan().
 * @return (transfer full), or NULL with @p error when the run itself was impossible */
CoPlan *co_engine_plan(const CoCampaign *campaign, const CoEngineOptions *options, GError **error);

typedef enum { CO_EXPORT_BUNDLES, CO_EXPORT_GROUPS } CoExportForm; /**< --forme paquets / groupes */
typedef enum { CO_EXPORT_MPS, CO_EXPORT_LP } CoExportFormat;       /**< free MPS / CPLEX LP */
/** Writes the compact reference model of stage 1 (MODEL.md §4), complete. The file appears whole or
 * not at all. */
bool co_engine_export_model(const CoCampaign *campaign, const CoPlan *published, CoExportForm form,
                            CoExportFormat format, const char *path, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file exact.h  Stage 1 to proven optimality, for small problems. Private to solver/.
 *
 * Branch and cut on the form `bundles`, tier by tier: first everybody placed at least cost; if that
 * is impossible, the least unplaced weight, then the least cost with it. So M never enters the
 * arithmetic of the LP engine and costs stay exact in doubles.
 *
 * How bounds are made safe: the engine's bound is lowered by 0.01 cent and 1e-8 of its size, then
 * rounded up to whole cents (weights alike); its tolerances move a bound by far less. The values of
 * plans are recomputed in integers. */
#pragma once
#include "cohorte/grouping.h"

/** A budget that small problems rarely need in full; about two seconds. */
#define CO_EXACT_WORK 20000

typedef struct CoExactOptions {
    int64_t work_limit;   /**< > 0; simplex iterations + nodes, deterministic */
    double time_limit_s;  /**< 0 = none */
    int64_t cutoff_value; /**< only plans of M x U + cost below it matter; INT64_MAX = any */
    const volatile int *cancel;
    int inject_failure; /**< tests only, see CoLpOptions */
} CoExactOptions;
#define CO_EXACT_OPTIONS_INIT                                                                      \
    {                                                                                              \
        .work_limit = CO_EXACT_WORK, .cutoff_value = INT64_MAX                                     \
    }

/** @return whether the pattern lists are complete and co_exact_solve() mostly answers far within a
 * second; counts columns only */
bool co_exact_is_small(const CoGrouping *grouping);

/** Works on any problem with complete pattern lists; only small ones are solved within reason.
 * Rules are those of in-person meetings (and R07): virtual classes are not dated.
 * @return (transfer full) never NULL. `found` with `stage1.bound == stage1.value`: optimal. Not
 * found with a bound: no plan is worth less than the bound; without any cutoff and stopped as
 * FINISHED: there is no plan at all (the bound is then M x (1 + all weights), above any value). No
 * bound: stopped too early, or the LP engine failed. `comfort` is 0. */
CoGroupingPlan *co_exact_solve(const CoGrouping *grouping, const CoExactOptions *options);

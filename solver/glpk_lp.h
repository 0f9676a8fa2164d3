/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file glpk_lp.h  What branch and cut shares with the relaxation. Implemented by
 * solver/glpk_lp.c. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "lp.h"

/** What is left of the limits of one call. */
typedef struct CoGlpkBudget {
    int64_t iterations;  /**< INT64_MAX = no limit */
    int64_t deadline_us; /**< of the monotonic clock; 0 = none */
    const volatile int *cancel;
} CoGlpkBudget;

CoGlpkBudget co_glpk_budget_new(const CoLpOptions *options);
/** @return milliseconds for GLPK, 1 or more */
int co_glpk_budget_ms(const CoGlpkBudget *budget);
bool co_glpk_budget_is_spent(const CoGlpkBudget *budget);

/** @return the injected failure of attempt number @p attempt, 0 = none */
int co_glpk_injected(const CoLpOptions *options, int attempt);
/** @return the simplex iteration that a progress line of GLPK tells, -1 when it tells none */
int64_t co_glpk_iteration_of(const char *line);
/** A call that GLPK answers by giving up. Only inside the guard. */
void co_glpk_provoke_abort(void *prob);

/** co_lp_solve_relaxation() on a budget that goes on being used. */
void co_glpk_relax(CoLp *lp, const CoLpOptions *options, CoGlpkBudget *budget, CoLpResult *result);

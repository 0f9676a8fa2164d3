/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file glpk_prob.h  GLPK's object of a CoLp: made, kept up to date, forgotten. Implemented by
 * solver/glpk_prob.c; private to solver/lp_copy.c and the other solver/glpk_*.c. */
#pragma once
#include "lp.h"

/** A CoLp begins and ends in the thread whose GLPK it uses. */
void co_glpk_prob_begin_use(void);
void co_glpk_prob_end_use(CoLp *lp);

/** Makes the scratch arrays large enough. Before the guard is entered: it allocates. */
void co_glpk_prob_prepare(CoLp *lp);

/** Makes the engine's object say what our copy says. Only inside the guard, after
 * co_glpk_prob_prepare(); lp->engine is then a glp_prob. */
void co_glpk_prob_update(CoLp *lp);

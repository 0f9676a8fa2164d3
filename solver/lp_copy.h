/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file lp_copy.h  What a CoLp holds: our own copy of the model, by which every answer of the
 * engine is judged. Implemented by solver/lp_copy.c; private to it and to solver/glpk_*.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "lp.h"

typedef struct CoLpCol {
    char *name;
    double lower, upper, cost;
    bool integer;
    int priority;
    bool changed; /* since the engine was last brought up to date */
} CoLpCol;

typedef struct CoLpRow {
    char *name;
    double lower, upper;
    int n, n_alloc;
    int *cols;
    double *values;
    bool changed;
} CoLpRow;

/* A coefficient that came with a column into an older row. */
typedef struct CoLpLate {
    int row, col;
    double value;
} CoLpLate;

struct CoLp {
    CoLpCol *cols;
    CoLpRow *rows;
    int n_cols, cols_alloc;
    int n_rows, rows_alloc;
    /* What the engine does not know yet; the lists name the first `known` columns and rows only. */
    int known_cols, known_rows;
    CoLpLate *late;
    int n_late, late_alloc;
    int *changed_cols, *changed_rows;
    int n_changed_cols, changed_cols_alloc;
    int n_changed_rows, changed_rows_alloc;
    int *branch_first; /* columns with a priority */
    int n_branch_first, branch_first_alloc;
    /* Which simplex suits the last basis. */
    bool new_cols, new_rows;
    /* The engine's object; glpk_prob.c alone looks inside. */
    void *engine;
    unsigned generation;
    int *indices; /* 1-based scratch of at least max(n_cols, n_rows) + 1 places */
    double *values;
    int scratch_alloc;
};

/** @return whether @p x keeps all bounds, and all rows up to 1e-6 of their size */
bool co_lp_copy_accepts(const CoLp *lp, const double *x);
double co_lp_copy_objective(const CoLp *lp, const double *x);
/** The bound that any duals give: each row and column at its better end. Duals of a wrong sign
 * count as 0, so the answer is a lower bound whatever they are.
 * @param reduced  n_cols places, overwritten
 * @return false when some column without a bound lets it fall to minus infinity */
bool co_lp_copy_dual_bound(const CoLp *lp, const double *row_dual, double *reduced, double *bound);
/** @return whether some column or row has lower > upper */
bool co_lp_copy_is_crossed(const CoLp *lp);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file lp_gather.h  A row being gathered, term by term. Implemented by solver/lp_gather.c. */
#pragma once
#include "lp.h"

/** Starts as all zero; co_lp_gather_clear() releases. A column must come once only in a row. */
typedef struct CoLpGather {
    int n, n_alloc;
    int *at;
    double *values;
} CoLpGather;

/** @param col  -1 is passed over, so that callers need not ask whether a column exists */
void co_lp_gather(CoLpGather *row, int col, double value);
/** Adds lower <= row <= upper to the model, unless the row has no term and 0 keeps it, and empties
 * the row. @param name  NULL or see co_lp_add_row() @return its index, -1 when it was left out */
int co_lp_gather_close(CoLpGather *row, CoLp *lp, const char *name, double lower, double upper);
/** @return whether both have the same columns in the same order */
bool co_lp_gather_is_like(const CoLpGather *row, const CoLpGather *other);
/** Makes @p row say what @p from says. */
void co_lp_gather_copy(CoLpGather *row, const CoLpGather *from);
void co_lp_gather_clear(CoLpGather *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoLpGather, co_lp_gather_clear)

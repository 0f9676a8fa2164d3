/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file lp.h  The narrow door to the LP/MIP engine. Implemented by solver/lp_copy.c (the copy)
 * and solver/glpk_*.c, which alone know GLPK: its 1-based indices, its abort on wrong input, its
 * return codes.
 *
 * A #CoLp keeps its own copy of the model; the engine's object is made from it at the first solve
 * and kept for warm starts. Whatever happens inside the engine (abort, stall, wrong status), the
 * CoLp stays usable: the engine's object is thrown away and made again. A CoLp stays in the thread
 * that made it. Minimisation only. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
G_BEGIN_DECLS

typedef struct CoLp CoLp;
#define CO_LP_INF (1e300) /**< bounds at or beyond mean "none" */

CoLp *co_lp_new(void); /**< (transfer full) */
void co_lp_free(CoLp *lp);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoLp, co_lp_free)

/** Coefficients: @p n of them, each at a distinct existing row or column. */
typedef struct CoLpTerms {
    int n;
    const int *at;
    const double *values;
} CoLpTerms;

/** Adds a continuous column that stands in no row yet.
 * @param name  NULL, or a name unique among columns, letters digits _ only (used by co_lp_write())
 * @return its 0-based index */
int co_lp_add_col(CoLp *lp, const char *name, double lower, double upper, double cost);
/** Makes a column integer (for co_lp_solve_mip()); its bounds must be integers or none. */
void co_lp_set_integer(CoLp *lp, int col);
/** Branch and cut splits on fractional columns of the highest priority first; 0 (the default) is
 * left to the engine. Sums that say much, such as a number of groups, deserve one. */
void co_lp_set_priority(CoLp *lp, int col, int priority);
/** Adds lower <= sum of terms over columns <= upper. @param name  as for columns
 * @return 0-based index of the new row */
int co_lp_add_row(CoLp *lp, const char *name, double lower, double upper, const CoLpTerms *terms);
/** Adds a continuous column with its coefficients in existing rows (column generation). */
int co_lp_add_col_in_rows(CoLp *lp, double lower, double upper, double cost,
                          const CoLpTerms *terms);
void co_lp_set_cost(CoLp *lp, int col, double cost);
/** lower > upper is allowed and makes the problem infeasible. */
void co_lp_set_col_bounds(CoLp *lp, int col, double lower, double upper);
void co_lp_set_row_bounds(CoLp *lp, int row, double lower, double upper);
int co_lp_n_cols(const CoLp *lp);
int co_lp_n_rows(const CoLp *lp);

typedef enum {
    CO_LP_OPTIMAL,    /**< proven */
    CO_LP_FEASIBLE,   /**< a limit or the gap was met, a solution is at hand (MIP) */
    CO_LP_INFEASIBLE, /**< proven; with a cutoff: that nothing lies below, bound >= cutoff */
    CO_LP_LIMIT,      /**< a limit was met, no solution; a bound may be there */
    CO_LP_FAILED,     /**< the engine failed; nothing may be concluded */
} CoLpStatus;

typedef struct CoLpOptions {
    int64_t iteration_limit; /**< simplex iterations over the whole call, deterministic; 0 = none */
    double time_limit_s;     /**< 0 = none */
    double relative_gap;     /**< MIP stops at or below; 0 = optimal */
    double cutoff;           /**< MIP: only solutions below this value matter; CO_LP_INF = none */
    bool cuts;               /**< MIP: MIR, cover, clique, Gomory cuts */
    const volatile int *cancel;
    int inject_failure; /**< tests only: 1 = engine abort, 2 = wrong status, 3 = stall, at
                           every attempt; -1, -2, -3 = at the first attempt only */
} CoLpOptions;
#define CO_LP_OPTIONS_INIT                                                                         \
    {                                                                                              \
        .cutoff = CO_LP_INF, .cuts = true                                                          \
    }

typedef struct CoLpResult {
    CoLpStatus status;
    double objective; /**< of the solution at hand */
    bool has_bound;
    double bound; /**< proven lower bound on the optimum: for a relaxation made from the duals and
                     our own copy of the rows, so it holds whatever the engine said; for a MIP the
                     least bound of the open nodes, the solution at hand and the cutoff. Exact up
                     to rounding of doubles: round it with a margin (see solver/exact.h). Absent
                     when a column without a bound lets it fall for ever: give columns bounds */
    double *x;    /**< n_cols values (never NULL) when OPTIMAL or FEASIBLE, else NULL */
    double *row_dual; /**< LP only, when OPTIMAL: n_rows duals, else NULL */
    int64_t iterations;
    int64_t nodes; /**< MIP only */
} CoLpResult;
void co_lp_result_clear(CoLpResult *result); /**< frees x and row_dual */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoLpResult, co_lp_result_clear)

/** Solves the LP relaxation, warm from the last basis. Residuals are checked: an "optimal" whose
 * rows or bounds are off by more than 1e-6 (scaled) is solved again from scratch with the other
 * simplex, then reported FAILED; a stall is met in the same way, and "infeasible" needs both
 * simplexes. An unbounded problem is FAILED.
 * @param result  all zero, or of an earlier solve (cleared first); co_lp_result_clear() releases */
void co_lp_solve_relaxation(CoLp *lp, const CoLpOptions *options, CoLpResult *result);
/** Solves the MIP by branch and cut; the root relaxation is solved first, warm, in the same limits.
 * x is rounded on integer columns and checked against every row. Costs on integer columns should be
 * integers of at most 1e6 or so: GLPK then rounds bounds up and prunes far more. */
void co_lp_solve_mip(CoLp *lp, const CoLpOptions *options, CoLpResult *result);
/** Writes free MPS or CPLEX LP; the file appears whole or not at all. Columns and rows without a
 * name get one of the engine.
 * @param error  #CO_GROUPING_ERROR WRITE or ENGINE */
bool co_lp_write(CoLp *lp, bool lp_format, const char *path, GError **error);
G_END_DECLS

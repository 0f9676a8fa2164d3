/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp_copy.h"

#include <math.h>
#include <string.h>

#include "glpk_prob.h"

#define RESIDUAL (1e-6)
/* A reduced cost below this share of its terms is rounding, not a direction. */
#define NOISE (1e-11)

/* Room for one more in an array that doubles. */
#define GROW(array, used, alloc)                                                                   \
    do {                                                                                           \
        if ((used) == (alloc)) {                                                                   \
            (alloc) = MAX(16, 2 * (alloc));                                                        \
            (array) = g_realloc_n((array), (gsize)(alloc), sizeof *(array));                       \
        }                                                                                          \
    } while (0)

CoLp *co_lp_new(void)
{
    co_glpk_prob_begin_use();
    return g_new0(CoLp, 1);
}

void co_lp_free(CoLp *lp)
{
    if (lp == NULL)
        return;
    co_glpk_prob_end_use(lp);
    for (int i = 0; i < lp->n_cols; i++)
        g_free(lp->cols[i].name);
    for (int i = 0; i < lp->n_rows; i++) {
        g_free(lp->rows[i].name);
        g_free(lp->rows[i].cols);
        g_free(lp->rows[i].values);
    }
    g_free(lp->cols);
    g_free(lp->rows);
    g_free(lp->late);
    g_free(lp->changed_cols);
    g_free(lp->changed_rows);
    g_free(lp->branch_first);
    g_free(lp->indices);
    g_free(lp->values);
    g_free(lp);
}

static double clamp_infinite(double value)
{
    if (value >= CO_LP_INF)
        return CO_LP_INF;
    return value <= -CO_LP_INF ? -CO_LP_INF : value;
}

static bool terms_are_valid(const CoLpTerms *terms, int n_places)
{
    if (terms == NULL || terms->n < 0)
        return false;
    for (int k = 0; k < terms->n; k++)
        if (terms->at[k] < 0 || terms->at[k] >= n_places || !isfinite(terms->values[k]))
            return false;
    return true;
}

static void append_term(CoLpRow *row, int col, double value)
{
    if (row->n == row->n_alloc) {
        row->n_alloc = MAX(8, 2 * row->n_alloc);
        row->cols = g_renew(int, row->cols, (gsize)row->n_alloc);
        row->values = g_renew(double, row->values, (gsize)row->n_alloc);
    }
    row->cols[row->n] = col;
    row->values[row->n++] = value;
}

int co_lp_add_col(CoLp *lp, const char *name, double lower, double upper, double cost)
{
    g_return_val_if_fail(lp != NULL, -1);
    g_return_val_if_fail(!isnan(lower) && !isnan(upper) && isfinite(cost), -1);
    GROW(lp->cols, lp->n_cols, lp->cols_alloc);
    lp->cols[lp->n_cols] = (CoLpCol){.name = g_strdup(name),
                                     .lower = clamp_infinite(lower),
                                     .upper = clamp_infinite(upper),
                                     .cost = cost};
    lp->new_cols = true;
    return lp->n_cols++;
}

int co_lp_add_row(CoLp *lp, const char *name, double lower, double upper, const CoLpTerms *terms)
{
    g_return_val_if_fail(lp != NULL, -1);
    g_return_val_if_fail(!isnan(lower) && !isnan(upper), -1);
    g_return_val_if_fail(terms_are_valid(terms, lp->n_cols), -1);
    GROW(lp->rows, lp->n_rows, lp->rows_alloc);
    CoLpRow *row = &lp->rows[lp->n_rows];
    *row = (CoLpRow){.name = g_strdup(name),
                     .lower = clamp_infinite(lower),
                     .upper = clamp_infinite(upper),
                     .n = terms->n,
                     .n_alloc = terms->n,
                     .cols = g_new(int, (gsize)terms->n),
                     .values = g_new(double, (gsize)terms->n)};
    for (int k = 0; k < terms->n; k++) {
        row->cols[k] = terms->at[k];
        row->values[k] = terms->values[k];
    }
    lp->new_rows = true;
    return lp->n_rows++;
}

int co_lp_add_col_in_rows(CoLp *lp, double lower, double upper, double cost, const CoLpTerms *terms)
{
    g_return_val_if_fail(lp != NULL, -1);
    g_return_val_if_fail(terms_are_valid(terms, lp->n_rows), -1);
    int col = co_lp_add_col(lp, NULL, lower, upper, cost);
    for (int k = 0; col >= 0 && k < terms->n; k++) {
        append_term(&lp->rows[terms->at[k]], col, terms->values[k]);
        if (terms->at[k] >= lp->known_rows)
            continue;
        GROW(lp->late, lp->n_late, lp->late_alloc);
        lp->late[lp->n_late++] = (CoLpLate){terms->at[k], col, terms->values[k]};
    }
    return col;
}

static void mark_col(CoLp *lp, int col)
{
    if (lp->cols[col].changed || col >= lp->known_cols)
        return;
    lp->cols[col].changed = true;
    GROW(lp->changed_cols, lp->n_changed_cols, lp->changed_cols_alloc);
    lp->changed_cols[lp->n_changed_cols++] = col;
}

void co_lp_set_integer(CoLp *lp, int col)
{
    g_return_if_fail(lp != NULL && col >= 0 && col < lp->n_cols);
    lp->cols[col].integer = true;
    mark_col(lp, col);
}

void co_lp_set_priority(CoLp *lp, int col, int priority)
{
    g_return_if_fail(lp != NULL && col >= 0 && col < lp->n_cols && priority >= 0);
    bool is_listed = lp->cols[col].priority > 0;
    lp->cols[col].priority = priority;
    if (is_listed || priority == 0)
        return;
    GROW(lp->branch_first, lp->n_branch_first, lp->branch_first_alloc);
    lp->branch_first[lp->n_branch_first++] = col;
}

void co_lp_set_cost(CoLp *lp, int col, double cost)
{
    g_return_if_fail(lp != NULL && col >= 0 && col < lp->n_cols && isfinite(cost));
    lp->cols[col].cost = cost;
    lp->new_cols = true; /* the basis stays primal feasible, as after a new column */
    mark_col(lp, col);
}

void co_lp_set_col_bounds(CoLp *lp, int col, double lower, double upper)
{
    g_return_if_fail(lp != NULL && col >= 0 && col < lp->n_cols);
    g_return_if_fail(!isnan(lower) && !isnan(upper));
    lp->cols[col].lower = clamp_infinite(lower);
    lp->cols[col].upper = clamp_infinite(upper);
    lp->new_rows = true; /* the basis stays dual feasible, as after a new row */
    mark_col(lp, col);
}

void co_lp_set_row_bounds(CoLp *lp, int row, double lower, double upper)
{
    g_return_if_fail(lp != NULL && row >= 0 && row < lp->n_rows);
    g_return_if_fail(!isnan(lower) && !isnan(upper));
    lp->rows[row].lower = clamp_infinite(lower);
    lp->rows[row].upper = clamp_infinite(upper);
    lp->new_rows = true;
    if (lp->rows[row].changed || row >= lp->known_rows)
        return;
    lp->rows[row].changed = true;
    GROW(lp->changed_rows, lp->n_changed_rows, lp->changed_rows_alloc);
    lp->changed_rows[lp->n_changed_rows++] = row;
}

int co_lp_n_cols(const CoLp *lp)
{
    g_return_val_if_fail(lp != NULL, 0);
    return lp->n_cols;
}

int co_lp_n_rows(const CoLp *lp)
{
    g_return_val_if_fail(lp != NULL, 0);
    return lp->n_rows;
}

void co_lp_result_clear(CoLpResult *result)
{
    g_return_if_fail(result != NULL);
    g_free(result->x);
    g_free(result->row_dual);
    memset(result, 0, sizeof *result);
}

static bool row_is_kept(const CoLpRow *row, const double *x)
{
    double sum = 0, size = 1;
    for (int k = 0; k < row->n; k++) {
        double term = row->values[k] * x[row->cols[k]];
        sum += term;
        size += fabs(term);
    }
    return sum >= row->lower - RESIDUAL * size && sum <= row->upper + RESIDUAL * size;
}

bool co_lp_copy_accepts(const CoLp *lp, const double *x)
{
    for (int j = 0; j < lp->n_cols; j++) {
        double slack = RESIDUAL * (1 + fabs(x[j]));
        if (!isfinite(x[j]) || x[j] < lp->cols[j].lower - slack || x[j] > lp->cols[j].upper + slack)
            return false;
    }
    for (int i = 0; i < lp->n_rows; i++)
        if (!row_is_kept(&lp->rows[i], x))
            return false;
    return true;
}

double co_lp_copy_objective(const CoLp *lp, const double *x)
{
    double sum = 0;
    for (int j = 0; j < lp->n_cols; j++)
        sum += lp->cols[j].cost * x[j];
    return sum;
}

/* A dual that asks for a bound the row does not have proves nothing: take 0. */
static double usable_dual(const CoLpRow *row, double dual)
{
    if (!isfinite(dual) || (dual > 0 && row->lower <= -CO_LP_INF) ||
        (dual < 0 && row->upper >= CO_LP_INF))
        return 0;
    return dual;
}

static void reduce_costs(const CoLp *lp, const double *row_dual, double *reduced, double *noise)
{
    for (int j = 0; j < lp->n_cols; j++) {
        reduced[j] = lp->cols[j].cost;
        noise[j] = fabs(lp->cols[j].cost);
    }
    for (int i = 0; i < lp->n_rows; i++) {
        const CoLpRow *row = &lp->rows[i];
        double dual = usable_dual(row, row_dual[i]);
        for (int k = 0; dual != 0 && k < row->n; k++) {
            reduced[row->cols[k]] -= dual * row->values[k];
            noise[row->cols[k]] += fabs(dual * row->values[k]);
        }
    }
}

bool co_lp_copy_dual_bound(const CoLp *lp, const double *row_dual, double *reduced, double *bound)
{
    g_autofree double *noise = g_new(double, (gsize)lp->n_cols);
    reduce_costs(lp, row_dual, reduced, noise);
    double sum = 0;
    for (int i = 0; i < lp->n_rows; i++) {
        double dual = usable_dual(&lp->rows[i], row_dual[i]);
        if (dual != 0)
            sum += dual * (dual > 0 ? lp->rows[i].lower : lp->rows[i].upper);
    }
    for (int j = 0; j < lp->n_cols; j++) {
        double end = reduced[j] > 0 ? lp->cols[j].lower : lp->cols[j].upper;
        if (fabs(end) >= CO_LP_INF && fabs(reduced[j]) > NOISE * (1 + noise[j]))
            return false;
        if (fabs(end) < CO_LP_INF)
            sum += reduced[j] * end;
    }
    *bound = sum;
    return isfinite(sum);
}

bool co_lp_copy_is_crossed(const CoLp *lp)
{
    for (int j = 0; j < lp->n_cols; j++)
        if (lp->cols[j].lower > lp->cols[j].upper)
            return true;
    for (int i = 0; i < lp->n_rows; i++)
        if (lp->rows[i].lower > lp->rows[i].upper)
            return true;
    return false;
}

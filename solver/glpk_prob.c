/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "glpk_prob.h"

#include <glib.h>
#include <glpk.h>

#include "glpk_guard.h"
#include "lp_copy.h"

void co_glpk_prob_begin_use(void)
{
    co_glpk_enter();
}

static void delete_engine(void *data)
{
    glp_delete_prob(data);
}

void co_glpk_prob_end_use(CoLp *lp)
{
    if (lp->engine != NULL && lp->generation == co_glpk_generation()) {
        CoGlpkCall call = {.body = delete_engine, .data = lp->engine};
        co_glpk_guard(&call);
    }
    lp->engine = NULL;
    co_glpk_leave();
}

void co_glpk_prob_prepare(CoLp *lp)
{
    int n = MAX(lp->n_cols, lp->n_rows) + 1;
    if (n <= lp->scratch_alloc)
        return;
    lp->scratch_alloc = MAX(n, 2 * lp->scratch_alloc);
    lp->indices = g_renew(int, lp->indices, (gsize)lp->scratch_alloc);
    lp->values = g_renew(double, lp->values, (gsize)lp->scratch_alloc);
}

static int bound_type(double lower, double upper)
{
    bool has_lower = lower > -CO_LP_INF, has_upper = upper < CO_LP_INF;
    if (has_lower && has_upper)
        return lower == upper ? GLP_FX : GLP_DB;
    if (has_lower)
        return GLP_LO;
    return has_upper ? GLP_UP : GLP_FR;
}

static void put_col(glp_prob *prob, const CoLpCol *col, int at)
{
    glp_set_col_bnds(prob, at, bound_type(col->lower, col->upper), col->lower, col->upper);
    glp_set_obj_coef(prob, at, col->cost);
    glp_set_col_kind(prob, at, col->integer ? GLP_IV : GLP_CV);
    if (col->name != NULL)
        glp_set_col_name(prob, at, col->name);
}

static void put_row_bounds(glp_prob *prob, const CoLpRow *row, int at)
{
    glp_set_row_bnds(prob, at, bound_type(row->lower, row->upper), row->lower, row->upper);
}

static void begin_again(CoLp *lp)
{
    lp->engine = glp_create_prob();
    lp->generation = co_glpk_generation();
    glp_set_obj_dir(lp->engine, GLP_MIN);
    lp->known_cols = lp->known_rows = 0;
    lp->n_late = 0;
    for (int k = 0; k < lp->n_changed_cols; k++)
        lp->cols[lp->changed_cols[k]].changed = false;
    for (int k = 0; k < lp->n_changed_rows; k++)
        lp->rows[lp->changed_rows[k]].changed = false;
    lp->n_changed_cols = lp->n_changed_rows = 0;
    /* Nothing is known of the slack basis but that costs are mostly positive: dual first. */
    lp->new_rows = true;
}

/* New columns with what they hold in the rows GLPK knows; new rows bring the rest. */
static void put_new_cols(CoLp *lp)
{
    glp_prob *prob = lp->engine;
    if (lp->n_cols > lp->known_cols)
        glp_add_cols(prob, lp->n_cols - lp->known_cols);
    for (int j = lp->known_cols; j < lp->n_cols; j++)
        put_col(prob, &lp->cols[j], j + 1);
    for (int k = 0; k < lp->n_late;) {
        int col = lp->late[k].col, n = 0;
        for (; k < lp->n_late && lp->late[k].col == col; k++) {
            lp->indices[++n] = lp->late[k].row + 1;
            lp->values[n] = lp->late[k].value;
        }
        glp_set_mat_col(prob, col + 1, n, lp->indices, lp->values);
    }
    lp->n_late = 0;
    lp->known_cols = lp->n_cols;
}

static void put_new_rows(CoLp *lp)
{
    glp_prob *prob = lp->engine;
    if (lp->n_rows > lp->known_rows)
        glp_add_rows(prob, lp->n_rows - lp->known_rows);
    for (int i = lp->known_rows; i < lp->n_rows; i++) {
        const CoLpRow *row = &lp->rows[i];
        put_row_bounds(prob, row, i + 1);
        for (int k = 0; k < row->n; k++) {
            lp->indices[k + 1] = row->cols[k] + 1;
            lp->values[k + 1] = row->values[k];
        }
        glp_set_mat_row(prob, i + 1, row->n, lp->indices, lp->values);
        if (row->name != NULL)
            glp_set_row_name(prob, i + 1, row->name);
    }
    lp->known_rows = lp->n_rows;
}

static void put_changes(CoLp *lp)
{
    for (int k = 0; k < lp->n_changed_cols; k++) {
        CoLpCol *col = &lp->cols[lp->changed_cols[k]];
        put_col(lp->engine, col, lp->changed_cols[k] + 1);
        col->changed = false;
    }
    for (int k = 0; k < lp->n_changed_rows; k++) {
        CoLpRow *row = &lp->rows[lp->changed_rows[k]];
        put_row_bounds(lp->engine, row, lp->changed_rows[k] + 1);
        row->changed = false;
    }
    lp->n_changed_cols = lp->n_changed_rows = 0;
}

void co_glpk_prob_update(CoLp *lp)
{
    if (lp->engine == NULL || lp->generation != co_glpk_generation())
        begin_again(lp);
    put_new_cols(lp);
    put_new_rows(lp);
    put_changes(lp);
}

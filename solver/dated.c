/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated.h"

#include <math.h>

#include "dated_ascent.h"
#include "dated_price.h"
#include "dated_rows.h"
#include "lp.h"

#define SMOOTHING 0.7 /* share of the best prices known; 0.5 to 0.9 are alike */
#define ASCENT_STEPS 250
#define MAX_ROUNDS 40
#define COLUMNS_PER_ROOM 6
#define ROWS_PER_ROUND 60
#define MAX_COLUMNS 6000 /* the master is made anew past this */

struct CoDated {
    const CoGrouping *g;
    CoDatedPricer *pricer;
    CoLp *lp;
    int *offset; /* by class: first count index */
    int n_counts;
    int *item_row, *count_row;
    int n_fixed_cols; /* artificial columns before the groups */
    GArray *columns;  /* of CoDatedColumn; LP column = n_fixed_cols + position */
    GArray *rows;     /* of CoDatedRow */
    CoDatedPrices *best, *lp_prices, *tried;
    double *room_value; /* by count index: best group value at the last pricing */
    double artificial;
    int64_t work; /* of pricing, not yet given to a budget */
};

static CoDatedColumn *column_at(const CoDated *d, int k)
{
    return &g_array_index(d->columns, CoDatedColumn, (guint)k);
}

static CoDatedRow *row_at(const CoDated *d, int k)
{
    return &g_array_index(d->rows, CoDatedRow, (guint)k);
}

int co_dated_count_index(const CoDated *d, int class_idx, int room)
{
    return d->offset[class_idx] + room;
}

int co_dated_n_counts(const CoDated *d)
{
    return d->n_counts;
}

/* An empty master: cover rows, count rows, and dear artificial columns that keep it feasible. */
static void start_master(CoDated *d)
{
    co_lp_free(d->lp);
    d->lp = co_lp_new();
    CoLpTerms none = {0};
    for (int i = 0; i < d->g->n_items; i++)
        d->item_row[i] = co_lp_add_row(d->lp, NULL, 1, CO_LP_INF, &none);
    for (int k = 0; k < d->n_counts; k++)
        d->count_row[k] = co_lp_add_row(d->lp, NULL, 0, 0, &none);
    const double one = 1, minus = -1;
    for (int i = 0; i < d->g->n_items; i++)
        co_lp_add_col_in_rows(d->lp, 0, CO_LP_INF, d->artificial,
                              &(CoLpTerms){1, &d->item_row[i], &one});
    for (int k = 0; k < d->n_counts; k++) {
        co_lp_add_col_in_rows(d->lp, 0, CO_LP_INF, 20 * d->artificial,
                              &(CoLpTerms){1, &d->count_row[k], &one});
        co_lp_add_col_in_rows(d->lp, 0, CO_LP_INF, 20 * d->artificial,
                              &(CoLpTerms){1, &d->count_row[k], &minus});
    }
    d->n_fixed_cols = d->g->n_items + 2 * d->n_counts;
}

CoDated *co_dated_new(const CoGrouping *g)
{
    if (!co_dated_can_price(g))
        return NULL;
    CoDated *d = g_new0(CoDated, 1);
    d->g = g;
    d->pricer = co_dated_pricer_new(g);
    d->offset = g_new(int, (size_t)MAX(g->n_classes, 1));
    for (int c = 0; c < g->n_classes; c++) {
        d->offset[c] = d->n_counts;
        d->n_counts += g->classes[c].n_rooms;
    }
    d->item_row = g_new(int, (size_t)MAX(g->n_items, 1));
    d->count_row = g_new(int, (size_t)MAX(d->n_counts, 1));
    d->room_value = g_new0(double, (size_t)MAX(d->n_counts, 1));
    d->columns = g_array_new(FALSE, FALSE, sizeof(CoDatedColumn));
    d->rows = g_array_new(FALSE, FALSE, sizeof(CoDatedRow));
    d->best = co_dated_prices_new(g);
    d->lp_prices = co_dated_prices_new(g);
    d->tried = co_dated_prices_new(g);
    d->artificial = (double)co_penalties_for(g).unplaced;
    start_master(d);
    return d;
}

void co_dated_free(CoDated *d)
{
    if (d == NULL)
        return;
    for (int k = 0; k < (int)d->columns->len; k++)
        g_free(column_at(d, k)->items);
    g_array_unref(d->columns);
    g_array_unref(d->rows);
    co_lp_free(d->lp);
    co_dated_pricer_free(d->pricer);
    co_dated_prices_free(d->best);
    co_dated_prices_free(d->lp_prices);
    co_dated_prices_free(d->tried);
    g_free(d->offset);
    g_free(d->item_row);
    g_free(d->count_row);
    g_free(d->room_value);
    g_free(d);
}

/* ---- columns and rows of the master ---- */

static void put_column_in_master(CoDated *d, const CoDatedColumn *c)
{
    int most = c->n_items + 1 + (int)d->rows->len, n = 0;
    g_autofree int *at = g_new(int, (size_t)most);
    g_autofree double *values = g_new(double, (size_t)most);
    for (int k = 0; k < c->n_items; k++) {
        at[n] = d->item_row[c->items[k]];
        values[n++] = 1;
    }
    at[n] = d->count_row[co_dated_count_index(d, c->class_idx, c->room)];
    values[n++] = 1;
    for (int k = 0; k < (int)d->rows->len; k++) {
        double use = co_dated_row_use(d->g, row_at(d, k), c);
        if (use > 0) {
            at[n] = row_at(d, k)->lp_row;
            values[n++] = use;
        }
    }
    co_lp_add_col_in_rows(d->lp, 0, CO_LP_INF, (double)c->cost, &(CoLpTerms){n, at, values});
}

static void add_row(CoDated *d, CoDatedRow row)
{
    int n_columns = (int)d->columns->len, n = 0;
    g_autofree int *at = g_new(int, (size_t)MAX(n_columns, 1));
    g_autofree double *values = g_new(double, (size_t)MAX(n_columns, 1));
    for (int k = 0; k < n_columns; k++) {
        double use = co_dated_row_use(d->g, &row, column_at(d, k));
        if (use > 0) {
            at[n] = d->n_fixed_cols + k;
            values[n++] = use;
        }
    }
    row.lp_row = co_lp_add_row(d->lp, NULL, -CO_LP_INF, row.limit, &(CoLpTerms){n, at, values});
    g_array_append_val(d->rows, row);
}

/* Keeps the columns that the last solution used and those it has not seen yet (from @p n_solved
 * on), and rebuilds the master with every row. */
static void shrink_master(CoDated *d, const double *x, int n_solved)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(CoDatedColumn));
    for (int k = 0; k < (int)d->columns->len; k++) {
        if (k >= n_solved || x[d->n_fixed_cols + k] > 1e-9)
            g_array_append_val(kept, *column_at(d, k));
        else
            g_free(column_at(d, k)->items);
    }
    g_array_unref(d->columns);
    d->columns = kept;
    start_master(d);
    CoLpTerms none = {0};
    for (int k = 0; k < (int)d->rows->len; k++)
        row_at(d, k)->lp_row = co_lp_add_row(d->lp, NULL, -CO_LP_INF, row_at(d, k)->limit, &none);
    for (int k = 0; k < (int)kept->len; k++)
        put_column_in_master(d, column_at(d, k));
}

/* Dual values as prices: those of the wrong sign, which rounding may leave, are cut to 0. */
static void read_prices(CoDated *d, const double *dual)
{
    for (int i = 0; i < d->g->n_items; i++)
        d->lp_prices->item[i] = MAX(0, dual[d->item_row[i]]);
    for (int k = 0; k < (int)d->rows->len; k++)
        *co_dated_row_price(d->g, d->lp_prices, row_at(d, k)) = MAX(0, -dual[row_at(d, k)->lp_row]);
}

const CoDatedPrices *co_dated_best_prices(const CoDated *d)
{
    return d->best;
}

/* ---- one round ---- */

/* What the master would gain per unit of the column, at its own prices. */
static double reduced_cost(CoDated *d, const CoDatedColumn *c, const double *dual)
{
    double reduced =
        (double)c->cost - dual[d->count_row[co_dated_count_index(d, c->class_idx, c->room)]];
    for (int k = 0; k < c->n_items; k++)
        reduced -= dual[d->item_row[c->items[k]]];
    for (int k = 0; k < (int)d->rows->len; k++)
        if (dual[row_at(d, k)->lp_row] != 0)
            reduced -= dual[row_at(d, k)->lp_row] * co_dated_row_use(d->g, row_at(d, k), c);
    return reduced;
}

/* Columns found at smoothed prices help only when the master's own prices want them too. */
static int offer_columns(CoDated *d, CoDatedColumn *fresh, int n, const double *dual)
{
    int n_added = 0;
    for (int k = 0; k < n; k++) {
        if (reduced_cost(d, &fresh[k], dual) > -0.01) {
            g_free(fresh[k].items);
            continue;
        }
        put_column_in_master(d, &fresh[k]);
        g_array_append_val(d->columns, fresh[k]);
        n_added++;
    }
    return n_added;
}

/* Prices every room that holds groups and offers the best groups to the master.
 * @return the safe bound at these prices */
static double price_round(CoDated *d, const CoDatedPrices *prices, const int *counts,
                          const double *dual, int *n_added)
{
    const CoGrouping *g = d->g;
    CoDatedColumn fresh[COLUMNS_PER_ROOM];
    double bound = co_dated_price_balance(g, prices);
    *n_added = 0;
    for (int c = 0; c < g->n_classes; c++)
        for (int r = 0; r < g->classes[c].n_rooms; r++) {
            int at = co_dated_count_index(d, c, r);
            if (counts[at] == 0)
                continue;
            d->work += co_dated_price_work(g, c);
            double value = co_dated_price_room(d->pricer, prices, c, r);
            bound += counts[at] * value;
            int n = co_dated_take_columns(d->pricer, prices, INFINITY, COLUMNS_PER_ROOM, fresh);
            *n_added += offer_columns(d, fresh, n, dual);
        }
    return bound;
}

static int separate(CoDated *d, const double *x)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(CoDatedRow));
    co_dated_find_broken(d->g, (const CoDatedColumn *)(void *)d->columns->data,
                         (int)d->columns->len, x + d->n_fixed_cols, found, ROWS_PER_ROUND);
    int n = (int)found->len;
    for (int k = 0; k < n; k++)
        add_row(d, g_array_index(found, CoDatedRow, k));
    g_array_unref(found);
    return n;
}

static void set_counts(CoDated *d, const int *counts)
{
    for (int k = 0; k < d->n_counts; k++)
        co_lp_set_row_bounds(d->lp, d->count_row[k], counts[k], counts[k]);
}

static void copy_prices(CoDated *d, CoDatedPrices *to, const CoDatedPrices *from)
{
    co_dated_prices_mix(d->g, to, from, 1);
}

/* State of one bounding: the best safe bound and whether the master's value confirms it. */
typedef struct Bounding {
    double bound, master;
} Bounding;

/* Prices at d->tried; the best prices follow the best bound. @return columns added */
static int try_prices(CoDated *d, const int *counts, const double *dual, Bounding *b)
{
    int added = 0;
    double bound = price_round(d, d->tried, counts, dual, &added);
    if (bound > b->bound) {
        b->bound = bound;
        copy_prices(d, d->best, d->tried);
    }
    return added;
}

/* @return false when nothing more can come */
static bool one_round(CoDated *d, const int *counts, Bounding *b, CoBudget *budget)
{
    CoLpOptions options = CO_LP_OPTIONS_INIT;
    g_auto(CoLpResult) result = {0};
    int added;
    options.iteration_limit = 20000;
    options.time_limit_s = co_budget_seconds_left(budget);
    options.cancel = budget->cancel;
    co_lp_solve_relaxation(d->lp, &options, &result);
    budget->work += 1 + result.iterations / 10;
    if (result.status != CO_LP_OPTIMAL)
        return false;
    if (separate(d, result.x) > 0)
        return true;
    b->master = result.objective;
    read_prices(d, result.row_dual);
    copy_prices(d, d->tried, d->lp_prices);
    co_dated_prices_mix(d->g, d->tried, d->best, SMOOTHING);
    int n_solved = (int)d->columns->len;
    added = try_prices(d, counts, result.row_dual, b);
    if (added == 0) {
        copy_prices(d, d->tried, d->lp_prices);
        added = try_prices(d, counts, result.row_dual, b);
    }
    budget->work += d->work;
    d->work = 0;
    if ((int)d->columns->len > MAX_COLUMNS) {
        shrink_master(d, result.x, n_solved);
        set_counts(d, counts);
    }
    return added > 0;
}

double co_dated_bound(CoDated *d, const int *counts, double aim, CoBudget *budget)
{
    CoDatedAscent ascent = {.grouping = d->g,
                            .pricer = d->pricer,
                            .counts = counts,
                            .n_steps = ASCENT_STEPS,
                            .aim = aim,
                            .enough = aim,
                            .budget = budget};
    Bounding b = {.bound = co_dated_ascend(&ascent, d->best), .master = INFINITY};
    set_counts(d, counts);
    for (int round = 0; round < MAX_ROUNDS && !co_budget_is_spent(budget); round++) {
        if (!one_round(d, counts, &b, budget) || b.bound >= aim)
            break;
        if (b.master < INFINITY && b.master - b.bound <= 2e-5 * b.master)
            break;
    }
    return b.bound;
}

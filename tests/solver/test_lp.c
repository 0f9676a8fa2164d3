/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solver/lp.h"

#include <math.h>

#define TOLERANCE (1e-6)
#define MAX_ITEMS 12

/* A random knapsack with several rows, small enough to enumerate. */
typedef struct Knapsack {
    int n_items, n_rows;
    double gain[MAX_ITEMS], size[4][MAX_ITEMS], room[4];
} Knapsack;

static Knapsack knapsack_new(guint32 seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    Knapsack sack = {.n_items = g_rand_int_range(rand, 5, MAX_ITEMS + 1),
                     .n_rows = g_rand_int_range(rand, 1, 5)};
    for (int j = 0; j < sack.n_items; j++)
        sack.gain[j] = g_rand_int_range(rand, 1, 500);
    for (int i = 0; i < sack.n_rows; i++) {
        for (int j = 0; j < sack.n_items; j++) {
            sack.size[i][j] = g_rand_int_range(rand, 1, 60);
            sack.room[i] += sack.size[i][j];
        }
        sack.room[i] = floor(sack.room[i] * 0.45);
    }
    return sack;
}

static bool keeps_rows(const Knapsack *sack, unsigned chosen)
{
    for (int i = 0; i < sack->n_rows; i++) {
        double sum = 0;
        for (int j = 0; j < sack->n_items; j++)
            sum += (chosen >> j & 1) != 0 ? sack->size[i][j] : 0;
        if (sum > sack->room[i])
            return false;
    }
    return true;
}

/* The least of minus the gain, by trying everything. */
static double knapsack_optimum(const Knapsack *sack)
{
    double best = 0;
    for (unsigned chosen = 0; chosen < 1U << sack->n_items; chosen++) {
        double value = 0;
        for (int j = 0; j < sack->n_items; j++)
            value -= (chosen >> j & 1) != 0 ? sack->gain[j] : 0;
        if (value < best && keeps_rows(sack, chosen))
            best = value;
    }
    return best;
}

static CoLp *knapsack_lp(const Knapsack *sack)
{
    CoLp *lp = co_lp_new();
    int at[MAX_ITEMS];
    for (int j = 0; j < sack->n_items; j++) {
        at[j] = co_lp_add_col(lp, NULL, 0, 1, -sack->gain[j]);
        co_lp_set_integer(lp, at[j]);
    }
    for (int i = 0; i < sack->n_rows; i++)
        co_lp_add_row(lp, NULL, -CO_LP_INF, sack->room[i],
                      &(CoLpTerms){sack->n_items, at, sack->size[i]});
    return lp;
}

/* A market split: equations nobody solves in a short time. Costs are 0, the last column counts
 * misses. */
static CoLp *endless_mip(void)
{
    enum { N_ROWS = 7, N_COLS = 60 };
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    CoLp *lp = co_lp_new();
    for (int j = 0; j < N_COLS; j++)
        co_lp_set_integer(lp, co_lp_add_col(lp, NULL, 0, 1, 0));
    for (int i = 0; i < N_ROWS; i++) {
        int over = co_lp_add_col(lp, NULL, 0, CO_LP_INF, 1);
        int under = co_lp_add_col(lp, NULL, 0, CO_LP_INF, 1);
        int at[N_COLS + 2];
        double values[N_COLS + 2], sum = 0;
        for (int j = 0; j < N_COLS; j++) {
            at[j] = j;
            values[j] = g_rand_int_range(rand, 0, 100);
            sum += values[j];
        }
        at[N_COLS] = over, values[N_COLS] = -1;
        at[N_COLS + 1] = under, values[N_COLS + 1] = 1;
        double goal = floor(sum / 2);
        co_lp_add_row(lp, NULL, goal, goal, &(CoLpTerms){N_COLS + 2, at, values});
    }
    return lp;
}

static CoLpOptions plain_options(void)
{
    return (CoLpOptions)CO_LP_OPTIONS_INIT;
}

static void test_relaxation_gives_optimum_duals_and_bound(void)
{
    /* min -3x - 5y, x <= 4, 2y <= 12, 3x + 2y <= 18: -36 at (2, 6), duals 0, -1.5, -1 */
    g_autoptr(CoLp) lp = co_lp_new();
    int x = co_lp_add_col(lp, "x", 0, CO_LP_INF, -3), y = co_lp_add_col(lp, "y", 0, CO_LP_INF, -5);
    co_lp_add_row(lp, "a", -CO_LP_INF, 4, &(CoLpTerms){1, &x, (double[]){1}});
    co_lp_add_row(lp, "b", -CO_LP_INF, 12, &(CoLpTerms){1, &y, (double[]){2}});
    co_lp_add_row(lp, "c", -CO_LP_INF, 18, &(CoLpTerms){2, (int[]){x, y}, (double[]){3, 2}});
    CoLpOptions options = plain_options();
    g_auto(CoLpResult) result = {0};

    co_lp_solve_relaxation(lp, &options, &result);

    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
    g_assert_cmpfloat_with_epsilon(result.objective, -36, TOLERANCE);
    g_assert_cmpfloat_with_epsilon(result.x[x], 2, TOLERANCE);
    g_assert_cmpfloat_with_epsilon(result.x[y], 6, TOLERANCE);
    g_assert_cmpfloat_with_epsilon(result.row_dual[0], 0, TOLERANCE);
    g_assert_cmpfloat_with_epsilon(result.row_dual[1], -1.5, TOLERANCE);
    g_assert_cmpfloat_with_epsilon(result.row_dual[2], -1, TOLERANCE);
    g_assert_true(result.has_bound);
    g_assert_cmpfloat_with_epsilon(result.bound, -36, TOLERANCE);
}

static void test_infeasible_and_unbounded_are_told_apart(void)
{
    g_autoptr(CoLp) lp = co_lp_new();
    int x = co_lp_add_col(lp, NULL, 0, CO_LP_INF, -1);
    int row = co_lp_add_row(lp, NULL, 5, CO_LP_INF, &(CoLpTerms){1, &x, (double[]){1}});
    CoLpOptions options = plain_options();
    g_auto(CoLpResult) result = {0};

    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_FAILED);
    g_assert_false(result.has_bound);
    g_assert_null(result.x);

    co_lp_set_col_bounds(lp, x, 0, 3);
    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_INFEASIBLE);

    co_lp_set_row_bounds(lp, row, 2, 1);
    co_lp_solve_mip(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_INFEASIBLE);

    co_lp_set_row_bounds(lp, row, 1, 2);
    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
    g_assert_cmpfloat_with_epsilon(result.objective, -2, TOLERANCE);
}

static void test_model_without_rows_or_columns_is_solved(void)
{
    g_autoptr(CoLp) lp = co_lp_new();
    CoLpOptions options = plain_options();
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
    g_assert_cmpfloat(result.objective, ==, 0);

    co_lp_set_integer(lp, co_lp_add_col(lp, NULL, -2, 5, 3));
    co_lp_solve_mip(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
    g_assert_cmpfloat(result.objective, ==, -6);
}

/* The same random changes to a CoLp kept warm and to one made new each time. */
typedef struct Twin {
    GRand *rand;
    CoLp *warm;
    GArray *cols, *rows;
} Twin;

typedef struct TwinCol {
    double upper, cost, values[40];
} TwinCol;

typedef struct TwinRow {
    double lower;
} TwinRow;

static void twin_add_col(Twin *twin)
{
    TwinCol col = {.upper = g_rand_int_range(twin->rand, 1, 9),
                   .cost = g_rand_int_range(twin->rand, 1, 50)};
    int at[40], n = 0;
    double values[40];
    for (guint i = 0; i < twin->rows->len; i++) {
        if (g_rand_int_range(twin->rand, 0, 3) == 0)
            continue;
        col.values[i] = values[n] = g_rand_int_range(twin->rand, 1, 7);
        at[n++] = (int)i;
    }
    co_lp_add_col_in_rows(twin->warm, 0, col.upper, col.cost, &(CoLpTerms){n, at, values});
    g_array_append_val(twin->cols, col);
}

static void twin_add_row(Twin *twin)
{
    TwinRow row = {.lower = g_rand_int_range(twin->rand, 1, 12)};
    int at[200], n = 0;
    double values[200];
    for (guint j = 0; j < twin->cols->len; j++) {
        at[n] = (int)j;
        values[n] = g_rand_int_range(twin->rand, 1, 7);
        g_array_index(twin->cols, TwinCol, j).values[twin->rows->len] = values[n++];
    }
    co_lp_add_row(twin->warm, NULL, row.lower, CO_LP_INF, &(CoLpTerms){n, at, values});
    g_array_append_val(twin->rows, row);
}

static void twin_change(Twin *twin)
{
    int col = g_rand_int_range(twin->rand, 0, (int)twin->cols->len);
    TwinCol *changed = &g_array_index(twin->cols, TwinCol, col);
    switch (g_rand_int_range(twin->rand, 0, 5)) {
    case 0:
        twin_add_col(twin);
        break;
    case 1:
        if (twin->rows->len < 40)
            twin_add_row(twin);
        break;
    case 2:
        changed->upper = g_rand_int_range(twin->rand, 0, 9);
        co_lp_set_col_bounds(twin->warm, col, 0, changed->upper);
        break;
    case 3:
        changed->cost = g_rand_int_range(twin->rand, 1, 50);
        co_lp_set_cost(twin->warm, col, changed->cost);
        break;
    default: {
        int row = g_rand_int_range(twin->rand, 0, (int)twin->rows->len);
        TwinRow *moved = &g_array_index(twin->rows, TwinRow, row);
        moved->lower = g_rand_int_range(twin->rand, 1, 12);
        co_lp_set_row_bounds(twin->warm, row, moved->lower, CO_LP_INF);
    }
    }
}

static CoLp *twin_made_new(const Twin *twin)
{
    CoLp *lp = co_lp_new();
    int at[200];
    double values[200];
    for (guint j = 0; j < twin->cols->len; j++) {
        const TwinCol *col = &g_array_index(twin->cols, TwinCol, j);
        at[j] = co_lp_add_col(lp, NULL, 0, col->upper, col->cost);
    }
    for (guint i = 0; i < twin->rows->len; i++) {
        for (guint j = 0; j < twin->cols->len; j++)
            values[j] = g_array_index(twin->cols, TwinCol, j).values[i];
        co_lp_add_row(lp, NULL, g_array_index(twin->rows, TwinRow, i).lower, CO_LP_INF,
                      &(CoLpTerms){(int)twin->cols->len, at, values});
    }
    return lp;
}

static void test_warm_solves_agree_with_cold_ones(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);
    g_autoptr(GArray) cols = g_array_new(FALSE, TRUE, sizeof(TwinCol));
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(TwinRow));
    g_autoptr(CoLp) warm = co_lp_new();
    Twin twin = {rand, warm, cols, rows};
    for (int k = 0; k < 12; k++)
        twin_add_col(&twin);
    for (int k = 0; k < 4; k++)
        twin_add_row(&twin);
    CoLpOptions options = plain_options();
    int n_optimal = 0, n_infeasible = 0;
    for (int step = 0; step < 150; step++) {
        int n_changes = g_rand_int_range(rand, 1, 4);
        for (int k = 0; k < n_changes; k++)
            twin_change(&twin);
        g_autoptr(CoLp) cold = twin_made_new(&twin);
        g_auto(CoLpResult) got = {0}, expected = {0};
        co_lp_solve_relaxation(warm, &options, &got);
        co_lp_solve_relaxation(cold, &options, &expected);
        g_assert_cmpint(got.status, ==, expected.status);
        n_infeasible += got.status == CO_LP_INFEASIBLE ? 1 : 0;
        if (got.status != CO_LP_OPTIMAL)
            continue;
        n_optimal++;
        g_assert_cmpfloat_with_epsilon(got.objective, expected.objective, 1e-5);
        g_assert_true(got.has_bound);
        g_assert_cmpfloat_with_epsilon(got.bound, expected.objective, 1e-5);
    }
    g_assert_cmpint(n_optimal, >, 50);
    g_assert_cmpint(n_optimal + n_infeasible, ==, 150);
}

static void test_mip_finds_what_enumeration_finds(void)
{
    for (guint32 seed = 1; seed <= 60; seed++) {
        Knapsack sack = knapsack_new(seed);
        g_autoptr(CoLp) lp = knapsack_lp(&sack);
        CoLpOptions options = plain_options();
        options.cuts = seed % 2 == 0;
        g_auto(CoLpResult) result = {0};
        co_lp_solve_mip(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
        g_assert_cmpfloat(result.objective, ==, knapsack_optimum(&sack));
        g_assert_true(result.has_bound);
        g_assert_cmpfloat(result.bound, <=, result.objective);
        g_assert_cmpfloat(result.bound, >, result.objective - 0.001);
    }
}

static void test_stopped_mip_gives_a_true_bound(void)
{
    int n_stopped = 0;
    for (guint32 seed = 100; seed < 130; seed++) {
        Knapsack sack = knapsack_new(seed);
        double optimum = knapsack_optimum(&sack);
        for (int limit = 1; limit < 60; limit += 7) {
            g_autoptr(CoLp) lp = knapsack_lp(&sack);
            CoLpOptions options = plain_options();
            options.iteration_limit = limit;
            options.cuts = limit % 2 == 0;
            g_auto(CoLpResult) result = {0};
            co_lp_solve_mip(lp, &options, &result);
            g_assert_true(result.has_bound);
            g_assert_cmpfloat(result.bound, <=, optimum + TOLERANCE);
            bool has_plan = result.status == CO_LP_OPTIMAL || result.status == CO_LP_FEASIBLE;
            g_assert_true(has_plan || result.status == CO_LP_LIMIT);
            g_assert_true(has_plan == (result.x != NULL));
            if (has_plan)
                g_assert_cmpfloat(result.objective, >=, optimum);
            n_stopped += result.status == CO_LP_OPTIMAL ? 0 : 1;
        }
    }
    g_assert_cmpint(n_stopped, >, 30);
}

static void test_same_iteration_limit_gives_the_same_answer(void)
{
    g_auto(CoLpResult) first = {0}, second = {0};
    CoLpResult *results[] = {&first, &second};
    for (int k = 0; k < 2; k++) {
        g_autoptr(CoLp) lp = endless_mip();
        CoLpOptions options = plain_options();
        options.iteration_limit = 3000;
        co_lp_solve_mip(lp, &options, results[k]);
    }
    g_assert_cmpint(first.status, ==, second.status);
    g_assert_cmpint(first.iterations, ==, second.iterations);
    g_assert_cmpint(first.nodes, ==, second.nodes);
    g_assert_cmpfloat(first.bound, ==, second.bound);
    g_assert_cmpfloat(first.objective, ==, second.objective);
}

static void test_gap_stops_early_and_tells_the_bound(void)
{
    g_autoptr(CoLp) lp = co_lp_new();
    /* 7x + 5y <= 12.5 with gains 10 and 7: LP 17.64, MIP 17 */
    int at[2] = {co_lp_add_col(lp, NULL, 0, 5, -10), co_lp_add_col(lp, NULL, 0, 5, -7.05)};
    co_lp_set_integer(lp, at[0]);
    co_lp_set_integer(lp, at[1]);
    co_lp_add_row(lp, NULL, -CO_LP_INF, 12.5, &(CoLpTerms){2, at, (double[]){7, 5}});
    CoLpOptions options = plain_options();
    options.relative_gap = 0.5;
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_FEASIBLE);
    g_assert_cmpfloat(result.bound, <=, -17.05);
    g_assert_cmpfloat(result.objective, <=, 0.5 * result.bound);
}

static void test_cutoff_prunes_and_stays_sound(void)
{
    int n_nothing = 0, n_found = 0;
    for (guint32 seed = 200; seed < 240; seed++) {
        Knapsack sack = knapsack_new(seed);
        double optimum = knapsack_optimum(&sack);
        for (int shift = -40; shift <= 40; shift += 8) {
            g_autoptr(CoLp) lp = knapsack_lp(&sack);
            CoLpOptions options = plain_options();
            options.cutoff = optimum + shift + 0.5;
            options.cuts = shift % 16 == 0;
            g_auto(CoLpResult) result = {0};
            co_lp_solve_mip(lp, &options, &result);
            g_assert_true(result.has_bound);
            g_assert_cmpfloat(result.bound, <=, optimum + TOLERANCE);
            if (shift < 0) {
                g_assert_cmpfloat(result.bound, >=, options.cutoff);
                g_assert_cmpint(result.status, !=, CO_LP_LIMIT);
                g_assert_cmpint(result.status, !=, CO_LP_FAILED);
                n_nothing += result.status == CO_LP_INFEASIBLE ? 1 : 0;
            } else {
                g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
                g_assert_cmpfloat(result.objective, ==, optimum);
                n_found++;
            }
        }
    }
    g_assert_cmpint(n_nothing, >, 20);
    g_assert_cmpint(n_found, >, 20);
}

static void test_cancel_before_the_start_says_limit(void)
{
    g_autoptr(CoLp) lp = endless_mip();
    volatile int cancel = 1;
    CoLpOptions options = plain_options();
    options.cancel = &cancel;
    g_auto(CoLpResult) result = {0};
    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_LIMIT);
    co_lp_solve_mip(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_LIMIT);
    g_assert_null(result.x);
}

static gpointer cancel_soon(gpointer data)
{
    volatile int *cancel = data;
    g_usleep(50000);
    *cancel = 1;
    return NULL;
}

/* Would run into the time limit of the test program if the cancel were not heard. */
static void test_cancel_is_heard_in_an_endless_search(void)
{
    g_autoptr(CoLp) lp = endless_mip();
    volatile int cancel = 0;
    CoLpOptions options = plain_options();
    options.cancel = &cancel;
    g_auto(CoLpResult) result = {0};
    GThread *thread = g_thread_new("cancel", cancel_soon, (gpointer)&cancel);
    co_lp_solve_mip(lp, &options, &result);
    g_thread_join(thread);
    g_assert_true(result.status == CO_LP_FEASIBLE || result.status == CO_LP_LIMIT);
    g_assert_true(result.has_bound);

    options.cancel = NULL;
    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
}

static void test_time_limit_ends_an_endless_search(void)
{
    g_autoptr(CoLp) lp = endless_mip();
    CoLpOptions options = plain_options();
    options.time_limit_s = 0.1;
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(lp, &options, &result);
    g_assert_true(result.status == CO_LP_FEASIBLE || result.status == CO_LP_LIMIT);
    g_assert_true(result.has_bound);
    g_assert_cmpfloat(result.bound, >=, -TOLERANCE);
}

static void test_failure_at_every_attempt_is_told_and_survived(void)
{
    Knapsack sack = knapsack_new(5);
    g_autoptr(CoLp) lp = knapsack_lp(&sack);
    for (int failure = 1; failure <= 3; failure++) {
        CoLpOptions options = plain_options();
        options.inject_failure = failure;
        g_auto(CoLpResult) result = {0};
        co_lp_solve_relaxation(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_FAILED);
        g_assert_null(result.x);
        co_lp_solve_mip(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_FAILED);
        g_assert_null(result.x);

        options.inject_failure = 0;
        co_lp_solve_mip(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
        g_assert_cmpfloat(result.objective, ==, knapsack_optimum(&sack));
    }
}

static void test_failure_at_the_first_attempt_is_mended(void)
{
    Knapsack sack = knapsack_new(6);
    for (int failure = -3; failure <= -1; failure++) {
        g_autoptr(CoLp) lp = knapsack_lp(&sack);
        CoLpOptions options = plain_options();
        options.inject_failure = failure;
        g_auto(CoLpResult) result = {0};
        co_lp_solve_relaxation(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
        co_lp_solve_mip(lp, &options, &result);
        g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
        g_assert_cmpfloat(result.objective, ==, knapsack_optimum(&sack));
    }
}

static void test_abort_in_one_model_leaves_the_others_usable(void)
{
    Knapsack sack = knapsack_new(9), other_sack = knapsack_new(10);
    g_autoptr(CoLp) lp = knapsack_lp(&sack);
    g_autoptr(CoLp) other = knapsack_lp(&other_sack);
    CoLpOptions options = plain_options();
    g_auto(CoLpResult) result = {0};
    co_lp_solve_relaxation(other, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);

    options.inject_failure = 1;
    co_lp_solve_relaxation(lp, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_FAILED);

    options.inject_failure = 0;
    co_lp_set_col_bounds(other, 0, 0, 0);
    co_lp_set_col_bounds(other, 0, 0, 1);
    co_lp_solve_mip(other, &options, &result);
    g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
    g_assert_cmpfloat(result.objective, ==, knapsack_optimum(&other_sack));
}

static gpointer solve_in_thread(gpointer data)
{
    guint32 seed = GPOINTER_TO_UINT(data);
    Knapsack sack = knapsack_new(seed);
    g_autoptr(CoLp) lp = knapsack_lp(&sack);
    CoLpOptions options = plain_options();
    options.inject_failure = seed % 2 == 0 ? -1 : 0;
    g_auto(CoLpResult) result = {0};
    co_lp_solve_mip(lp, &options, &result);
    bool right = result.status == CO_LP_OPTIMAL && result.objective == knapsack_optimum(&sack);
    return GINT_TO_POINTER(right ? 1 : 0);
}

static void test_each_thread_has_its_own_engine(void)
{
    GThread *threads[8];
    for (guint k = 0; k < G_N_ELEMENTS(threads); k++)
        threads[k] = g_thread_new("solve", solve_in_thread, GUINT_TO_POINTER(k + 1));
    for (guint k = 0; k < G_N_ELEMENTS(threads); k++)
        g_assert_cmpint(GPOINTER_TO_INT(g_thread_join(threads[k])), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lp/relaxation/optimum", test_relaxation_gives_optimum_duals_and_bound);
    g_test_add_func("/lp/relaxation/no-optimum", test_infeasible_and_unbounded_are_told_apart);
    g_test_add_func("/lp/mip/empty", test_model_without_rows_or_columns_is_solved);
    g_test_add_func("/lp/relaxation/warm", test_warm_solves_agree_with_cold_ones);
    g_test_add_func("/lp/mip/optimum", test_mip_finds_what_enumeration_finds);
    g_test_add_func("/lp/mip/stopped", test_stopped_mip_gives_a_true_bound);
    g_test_add_func("/lp/mip/reproducible", test_same_iteration_limit_gives_the_same_answer);
    g_test_add_func("/lp/mip/gap", test_gap_stops_early_and_tells_the_bound);
    g_test_add_func("/lp/mip/cutoff", test_cutoff_prunes_and_stays_sound);
    g_test_add_func("/lp/cancel/before", test_cancel_before_the_start_says_limit);
    g_test_add_func("/lp/cancel/during", test_cancel_is_heard_in_an_endless_search);
    g_test_add_func("/lp/mip/time", test_time_limit_ends_an_endless_search);
    g_test_add_func("/lp/failure/always", test_failure_at_every_attempt_is_told_and_survived);
    g_test_add_func("/lp/failure/once", test_failure_at_the_first_attempt_is_mended);
    g_test_add_func("/lp/failure/others", test_abort_in_one_model_leaves_the_others_usable);
    g_test_add_func("/lp/threads", test_each_thread_has_its_own_engine);
    return g_test_run();
}

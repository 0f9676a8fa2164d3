/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLPK failing in the middle of a whole solve: the n-th simplex or branch and cut stalls, lies or
 * aborts. The linker puts the functions below between solver/ and GLPK (--wrap). The plan must keep
 * every rule, and a bound is true or absent. */
#include <glib.h>
#include <glpk.h>

#include "cohorte/grouping.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"

typedef enum {
    FAILS_TO_FACTORISE,
    STALLS,
    SAYS_OPTIMAL,   /* without having looked: whatever the basis holds */
    SAYS_NO_ANSWER, /* no feasible solution, which is a lie */
    ABORTS,
    FAILURE_END,
} Failure;

static struct {
    Failure failure;
    int at;    /* the call that fails, from 1; 0 = none */
    bool ever; /* and all after it */
    int n_calls, n_failed;
    bool lies; /* about the call just made */
} plot;

/* Names that the linker gives.
 * NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming) */
int __real_glp_simplex(glp_prob *prob, const glp_smcp *parameters);
int __wrap_glp_simplex(glp_prob *prob, const glp_smcp *parameters);
int __real_glp_intopt(glp_prob *prob, const glp_iocp *parameters);
int __wrap_glp_intopt(glp_prob *prob, const glp_iocp *parameters);
int __real_glp_get_status(glp_prob *prob);
int __wrap_glp_get_status(glp_prob *prob);
double __real_glp_mip_col_val(glp_prob *prob, int column);
double __wrap_glp_mip_col_val(glp_prob *prob, int column);
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

static bool is_time_to_fail(void)
{
    int call = ++plot.n_calls;
    bool fails = plot.at > 0 && (call == plot.at || (plot.ever && call > plot.at));
    plot.n_failed += fails;
    plot.lies = fails && (plot.failure == SAYS_OPTIMAL || plot.failure == SAYS_NO_ANSWER);
    return fails;
}

static int fail(glp_prob *prob)
{
    if (plot.failure == ABORTS)
        glp_set_col_bnds(prob, -1, GLP_FR, 0, 0);
    if (plot.failure == FAILS_TO_FACTORISE)
        return GLP_ESING;
    return plot.failure == STALLS ? GLP_EITLIM : 0;
}

int __wrap_glp_simplex(glp_prob *prob, const glp_smcp *parameters)
{
    return is_time_to_fail() ? fail(prob) : __real_glp_simplex(prob, parameters);
}

int __wrap_glp_intopt(glp_prob *prob, const glp_iocp *parameters)
{
    if (!is_time_to_fail())
        return __real_glp_intopt(prob, parameters);
    /* A solution that is none needs a run; "no solution" needs none. */
    return plot.failure == SAYS_OPTIMAL ? __real_glp_intopt(prob, parameters) : fail(prob);
}

int __wrap_glp_get_status(glp_prob *prob)
{
    if (!plot.lies)
        return __real_glp_get_status(prob);
    return plot.failure == SAYS_OPTIMAL ? GLP_OPT : GLP_NOFEAS;
}

double __wrap_glp_mip_col_val(glp_prob *prob, int column)
{
    double value = __real_glp_mip_col_val(prob, column);
    return plot.lies && plot.failure == SAYS_OPTIMAL ? value + 3 : value;
}

static CoGroupingPlan *solve_with(const CoGrouping *grouping, Failure failure, int at, bool ever)
{
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = 300;
    plot.failure = failure;
    plot.at = at;
    plot.ever = ever;
    plot.n_calls = plot.n_failed = 0;
    plot.lies = false;
    CoGroupingPlan *plan = co_grouping_solve(grouping, &options);
    plot.at = 0;
    return plan;
}

static void assert_honest(const CoGrouping *grouping, const CoBruteForce *best,
                          const CoGroupingPlan *plan)
{
    if (plan->stage1.has_bound && best->found)
        g_assert_cmpint(plan->stage1.bound, <=, best->value);
    if (plan->unplaced.has_bound && best->found)
        g_assert_cmpint(plan->unplaced.bound, <=, best->unplaced);
    if (!plan->found) {
        /* "There is none" is a proof, and must not rest on a lie. */
        g_assert_true(!best->found || plan->stop != CO_GRP_FINISHED);
        return;
    }
    g_assert_true(best->found);
    const char *broken = co_brute_force_judge(grouping, plan->groups, plan->n_groups);
    g_assert_cmpstr(broken, ==, NULL);
    CoBruteForce worth = co_brute_force_worth(grouping, plan->groups, plan->n_groups);
    g_assert_cmpint(worth.unplaced, ==, plan->unplaced.value);
    g_assert_cmpint(worth.cost, ==, plan->cost.value);
}

static void test_one_failure_anywhere_costs_neither_plan_nor_truth(void)
{
    int n_failed = 0, n_bounds = 0, n_runs = 0;
    for (uint32_t seed = 1; seed <= 24; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce best = co_brute_force(grouping);
        for (int failure = 0; failure < FAILURE_END; failure++)
            for (int at = 1; at <= 9; at++) {
                g_test_message("seed %u, failure %d at call %d", seed, failure, at);
                g_autoptr(CoGroupingPlan) plan = solve_with(grouping, (Failure)failure, at, false);
                assert_honest(grouping, &best, plan);
                n_failed += plot.n_failed;
                n_bounds += plan->stage1.has_bound;
                n_runs++;
                if (plot.n_calls < at)
                    break; /* no later call either */
            }
    }
    g_test_message("%d runs, %d failures, %d bounds all the same", n_runs, n_failed, n_bounds);
    g_assert_cmpint(n_failed, >, 200);
    g_assert_cmpint(2 * n_bounds, >, n_runs);
}

static void test_a_glpk_that_never_works_again_leaves_the_plan(void)
{
    /* Lies are left out: nobody can tell a lie that is always repeated. */
    static const Failure failures[] = {FAILS_TO_FACTORISE, STALLS, ABORTS, SAYS_OPTIMAL};
    int n_plans = 0, n_found = 0;
    for (uint32_t seed = 1; seed <= 24; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce best = co_brute_force(grouping);
        for (guint f = 0; f < G_N_ELEMENTS(failures); f++)
            for (int at = 1; at <= 3; at += 2) {
                g_test_message("seed %u, failure %d from call %d", seed, failures[f], at);
                g_autoptr(CoGroupingPlan) plan = solve_with(grouping, failures[f], at, true);
                assert_honest(grouping, &best, plan);
                n_found += plan->found;
                n_plans += best.found;
            }
    }
    /* What is found without GLPK is found still. */
    g_assert_cmpint(10 * n_found, >, 7 * n_plans);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/glpk failures/one failure anywhere costs neither plan nor truth",
                    test_one_failure_anywhere_costs_neither_plan_nor_truth);
    g_test_add_func("/solver/glpk failures/a glpk that never works again leaves the plan",
                    test_a_glpk_that_never_works_again_leaves_the_plan);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp.h"

#include <glpk.h>

#include <math.h>
#include <string.h>

#include "glpk_guard.h"
#include "glpk_lp.h"
#include "glpk_prob.h"
#include "lp_copy.h"

/* GLPK drops nodes that could gain less than this share of the solution at hand. Its own 1e-7 would
 * be cents on a budget. */
#define OBJECTIVE_TOLERANCE (1e-11)
/* One node takes some dozens of iterations; a node that takes so many never ends. */
#define NODE_STALL 20000
#define PULSE_MS 50

/* One run of branch and cut. Lives outside the guard, so that what was found stays when GLPK has to
 * be left by the jump. */
typedef struct Search {
    CoLp *lp;
    const CoLpOptions *options;
    const CoGlpkBudget *budget;
    int injected;
    bool cuts;
    /* The best solution that keeps our rows. */
    bool found;
    double *x, *candidate;
    double objective;
    /* The best GLPK believes in, by which it prunes. */
    double engine_objective;
    double open_bound; /* least bound of the open nodes when last looked at */
    int64_t iterations, nodes;
    bool stopped; /* by the budget */
    bool pruned;  /* at least one node by the cutoff */
    int code;
} Search;

static bool take_candidate(Search *search, glp_prob *prob)
{
    const CoLp *lp = search->lp;
    for (int j = 0; j < lp->n_cols; j++) {
        double value = glp_mip_col_val(prob, j + 1);
        search->candidate[j] = lp->cols[j].integer ? round(value) : value;
    }
    if (search->injected == 2 && lp->n_cols > 0)
        search->candidate[0] += 1e7;
    if (!co_lp_copy_accepts(lp, search->candidate))
        return false;
    double objective = co_lp_copy_objective(lp, search->candidate);
    if (search->found && objective >= search->objective)
        return false;
    memcpy(search->x, search->candidate, sizeof(double) * (size_t)lp->n_cols);
    search->objective = objective;
    search->found = true;
    return true;
}

/* GLPK's own heuristics do not announce what they find: look whether its best has moved. */
static void look_for_solution(Search *search, glp_prob *prob)
{
    int status = glp_mip_status(prob);
    if (status != GLP_FEAS && status != GLP_OPT)
        return;
    double objective = glp_mip_obj_val(prob);
    if (objective >= search->engine_objective)
        return;
    search->engine_objective = objective;
    take_candidate(search, prob);
}

static void look_at_tree(Search *search, glp_tree *tree)
{
    int node = glp_ios_best_node(tree), total = 0;
    if (node != 0)
        search->open_bound = glp_ios_node_bound(tree, node);
    glp_ios_tree_size(tree, NULL, NULL, &total);
    search->nodes = total;
}

/* An empty row that asks for 1 makes the node infeasible: the one way to drop a node that GLPK's
 * interface knows. */
static void prune_by_cutoff(Search *search, glp_tree *tree)
{
    if (glp_ios_node_bound(tree, glp_ios_curr_node(tree)) < search->options->cutoff)
        return;
    glp_prob *prob = glp_ios_get_prob(tree);
    int row = glp_add_rows(prob, 1);
    glp_set_row_bnds(prob, row, GLP_LO, 1, 0);
    search->pruned = true;
}

/* Chooses the column nearest to a half among those of the highest priority; none: GLPK chooses. */
static void choose_branch(const Search *search, glp_tree *tree, glp_prob *prob)
{
    const CoLp *lp = search->lp;
    int best = -1, best_priority = 0;
    double best_distance = 1;
    for (int k = 0; k < lp->n_branch_first; k++) {
        int col = lp->branch_first[k], priority = lp->cols[col].priority;
        if (priority < MAX(best_priority, 1) || !glp_ios_can_branch(tree, col + 1))
            continue;
        double value = glp_get_col_prim(prob, col + 1);
        double distance = fabs(value - floor(value) - 0.5);
        if (priority == best_priority && distance >= best_distance)
            continue;
        best = col;
        best_priority = priority;
        best_distance = distance;
    }
    if (best >= 0)
        glp_ios_branch_upon(tree, best + 1, GLP_NO_BRNCH);
}

/* Both limits on iterations are looked at twice: here, and in the lines that GLPK prints by the
 * clock. Whichever sees it first, the answer is the same: what was known at the last callback. */
static bool is_over(Search *search, int64_t iterations)
{
    if (iterations >= search->budget->iterations) {
        search->stopped = true;
        search->iterations = search->budget->iterations;
        return true;
    }
    return iterations > search->iterations + NODE_STALL;
}

static void on_tree(glp_tree *tree, void *data)
{
    Search *search = data;
    glp_prob *prob = glp_ios_get_prob(tree);
    int64_t iterations = glp_get_it_cnt(prob);
    /* Left by the jump, as from a line: the engine must be as lost as it would be then. */
    if (search->injected == 1 || is_over(search, iterations))
        co_glpk_provoke_abort(prob);
    search->iterations = iterations;
    look_for_solution(search, prob);
    int reason = glp_ios_reason(tree);
    if (reason == GLP_ISELECT)
        look_at_tree(search, tree);
    if (reason == GLP_IROWGEN && search->options->cutoff < CO_LP_INF)
        prune_by_cutoff(search, tree);
    if (reason == GLP_IBRANCH)
        choose_branch(search, tree, prob);
    if (co_glpk_budget_is_spent(search->budget)) {
        search->stopped = true;
        glp_ios_terminate(tree);
    }
}

static void set_parameters(Search *search, glp_iocp *parameters)
{
    int cuts = search->cuts ? GLP_ON : GLP_OFF;
    glp_init_iocp(parameters);
    parameters->msg_lev = GLP_MSG_ON;
    parameters->out_frq = PULSE_MS;
    parameters->out_dly = 0;
    parameters->tol_obj = OBJECTIVE_TOLERANCE;
    parameters->mip_gap = search->options->relative_gap;
    parameters->tm_lim = co_glpk_budget_ms(search->budget);
    parameters->mir_cuts = parameters->gmi_cuts = cuts;
    parameters->cov_cuts = parameters->clq_cuts = cuts;
    parameters->cb_func = on_tree;
    parameters->cb_info = search;
}

/* Inside the guard; the root relaxation has just been solved. */
static void run_branch_and_cut(void *data)
{
    Search *search = data;
    co_glpk_prob_update(search->lp);
    glp_prob *prob = search->lp->engine;
    glp_set_it_cnt(prob, 0);
    glp_iocp parameters;
    set_parameters(search, &parameters);
    if (search->injected == 3)
        return;
    int code = glp_intopt(prob, &parameters);
    if (is_over(search, glp_get_it_cnt(prob)))
        co_glpk_provoke_abort(prob);
    search->iterations = glp_get_it_cnt(prob);
    search->code = code;
    look_for_solution(search, prob);
}

static bool search_must_leave(void *data, const char *line)
{
    Search *search = data;
    const volatile int *cancel = search->budget->cancel;
    int64_t iteration = co_glpk_iteration_of(line);
    if (search->stopped)
        return false; /* GLPK is on its way out */
    search->stopped = cancel != NULL && *cancel != 0;
    return search->stopped || is_over(search, iteration);
}

/* The optimum lies in an open node, or it is no better than what GLPK or the cutoff prunes by. */
static double proven_bound(const Search *search, bool finished)
{
    double bound = CO_LP_INF;
    if (search->engine_objective < CO_LP_INF)
        bound =
            search->engine_objective - OBJECTIVE_TOLERANCE * (1 + fabs(search->engine_objective));
    if (search->pruned)
        bound = MIN(bound, search->options->cutoff);
    return finished ? bound : MIN(bound, search->open_bound);
}

static CoLpStatus status_of(const Search *search, bool finished, double bound)
{
    if (search->found) {
        /* A better solution of GLPK that our rows refused leaves a bound below what we have. */
        double margin = 2 * OBJECTIVE_TOLERANCE * (1 + fabs(search->objective));
        return finished && bound >= search->objective - margin ? CO_LP_OPTIMAL : CO_LP_FEASIBLE;
    }
    if (finished && search->engine_objective >= CO_LP_INF)
        return CO_LP_INFEASIBLE;
    return search->stopped ? CO_LP_LIMIT : CO_LP_FAILED;
}

static void report(Search *search, bool finished, CoLpResult *result)
{
    double bound = proven_bound(search, finished);
    result->status = status_of(search, finished, bound);
    /* The bound of the root relaxation stands in any case. */
    if (fabs(bound) < CO_LP_INF && (!result->has_bound || bound > result->bound)) {
        result->bound = bound;
        result->has_bound = true;
    }
    if (search->found) {
        result->objective = search->objective;
        result->x = g_steal_pointer(&search->x);
    }
    result->nodes += search->nodes;
}

static void search_once(Search *search, CoGlpkBudget *budget)
{
    CoGlpkCall call = {.body = run_branch_and_cut, .pulse = search_must_leave, .data = search};
    if (co_glpk_guard(&call) != CO_GLPK_DONE)
        search->code = GLP_EFAIL;
    search->stopped |= search->code == GLP_ETMLIM;
    if (budget->iterations != INT64_MAX)
        budget->iterations -= search->iterations;
}

/* The root once more: an abort has taken the optimal basis that branch and cut begins from. */
static bool root_is_ready(CoLp *lp, const CoLpOptions *options, CoGlpkBudget *budget)
{
    g_auto(CoLpResult) root = {0};
    co_glpk_relax(lp, options, budget, &root);
    return root.status == CO_LP_OPTIMAL;
}

static void branch_and_cut(CoLp *lp, const CoLpOptions *options, CoGlpkBudget *budget,
                           CoLpResult *result)
{
    bool said_infeasible = false;
    /* Cuts are what most often upsets GLPK, so the second attempt does without. "Infeasible" must
     * be said twice. */
    for (int attempt = 0; attempt < 3; attempt++) {
        Search search = {.lp = lp,
                         .options = options,
                         .budget = budget,
                         .injected = co_glpk_injected(options, attempt),
                         .cuts = options->cuts && attempt == 0,
                         .x = g_new(double, (gsize)lp->n_cols + 1),
                         .candidate = g_new(double, (gsize)lp->n_cols + 1),
                         .engine_objective = CO_LP_INF,
                         .open_bound = -CO_LP_INF,
                         .code = GLP_EFAIL};
        if (attempt == 0 || root_is_ready(lp, options, budget))
            search_once(&search, budget);
        result->iterations += search.iterations;
        report(&search, search.code == 0, result);
        g_free(search.x);
        g_free(search.candidate);
        if (result->status == CO_LP_INFEASIBLE && !said_infeasible)
            said_infeasible = true;
        else if (result->status != CO_LP_FAILED)
            return;
    }
    if (result->status == CO_LP_INFEASIBLE)
        result->status = CO_LP_FAILED; /* said once only */
}

void co_lp_solve_mip(CoLp *lp, const CoLpOptions *options, CoLpResult *result)
{
    g_return_if_fail(lp != NULL && options != NULL && result != NULL);
    CoGlpkBudget budget = co_glpk_budget_new(options);
    co_glpk_relax(lp, options, &budget, result);
    if (result->status != CO_LP_OPTIMAL)
        return;
    g_clear_pointer(&result->x, g_free);
    g_clear_pointer(&result->row_dual, g_free);
    result->objective = 0;
    if (result->has_bound && result->bound >= options->cutoff)
        result->status = CO_LP_INFEASIBLE;
    else
        branch_and_cut(lp, options, &budget, result);
}

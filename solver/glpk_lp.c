/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "glpk_lp.h"

#include <glpk.h>

#include <limits.h>

#include "glpk_guard.h"
#include "glpk_prob.h"
#include "lp_copy.h"

/* A warm solve takes some dozens of iterations; one in a thousand never ends. Beyond so many, and
 * some more for a cold start, the other simplex is quicker than waiting. */
#define STALL_BASE 2000
#define STALL_PER_ROW 4
/* How often GLPK says where it stands, hence how soon a cancel is heard. */
#define PULSE_MS 50

typedef enum { SIMPLEX_DUAL, SIMPLEX_PRIMAL } Simplex;

/* One run of GLPK's simplex: what is asked, then what came. Lives outside the guard. */
typedef struct Attempt {
    CoLp *lp;
    const CoGlpkBudget *budget;
    Simplex simplex;
    bool from_scratch;
    int64_t iteration_limit;
    int injected;
    double *x, *row_dual; /* places for the answer */
    int code, status;
    int64_t iterations;
    bool was_wrong; /* an "optimal" of this call did not keep the rows */
} Attempt;

/* What an attempt means for the call. */
typedef enum { SAYS_OPTIMAL, SAYS_INFEASIBLE, SAYS_LIMIT, SAYS_NOTHING } Verdict;

CoGlpkBudget co_glpk_budget_new(const CoLpOptions *options)
{
    CoGlpkBudget budget = {.iterations = INT64_MAX, .cancel = options->cancel};
    if (options->iteration_limit > 0)
        budget.iterations = options->iteration_limit;
    if (options->time_limit_s > 0)
        budget.deadline_us = g_get_monotonic_time() + (int64_t)(options->time_limit_s * 1e6);
    return budget;
}

int co_glpk_budget_ms(const CoGlpkBudget *budget)
{
    if (budget->deadline_us == 0)
        return INT_MAX;
    int64_t left_ms = (budget->deadline_us - g_get_monotonic_time()) / 1000;
    return (int)CLAMP(left_ms, 1, INT_MAX - 1);
}

bool co_glpk_budget_is_spent(const CoGlpkBudget *budget)
{
    if (budget->cancel != NULL && *budget->cancel != 0)
        return true;
    if (budget->iterations <= 0)
        return true;
    return budget->deadline_us != 0 && g_get_monotonic_time() >= budget->deadline_us;
}

int co_glpk_injected(const CoLpOptions *options, int attempt)
{
    if (options->inject_failure < 0)
        return attempt == 0 ? -options->inject_failure : 0;
    return options->inject_failure;
}

int64_t co_glpk_iteration_of(const char *line)
{
    while (*line == ' ' || *line == '#' || *line == '*' || *line == '+')
        line++;
    char *end = NULL;
    gint64 number = g_ascii_strtoll(line, &end, 10);
    return end > line && *end == ':' ? number : -1;
}

void co_glpk_provoke_abort(void *prob)
{
    glp_set_col_bnds(prob, -1, GLP_FR, 0, 0);
}

static void set_parameters(const Attempt *attempt, glp_smcp *parameters)
{
    glp_init_smcp(parameters);
    parameters->meth = attempt->simplex == SIMPLEX_DUAL ? GLP_DUALP : GLP_PRIMAL;
    parameters->r_test = attempt->simplex == SIMPLEX_DUAL ? GLP_RT_FLIP : GLP_RT_HAR;
    parameters->it_lim = (int)MIN(attempt->iteration_limit, INT_MAX);
    parameters->tm_lim = co_glpk_budget_ms(attempt->budget);
    parameters->msg_lev = GLP_MSG_ON;
    parameters->out_frq = PULSE_MS;
    if (attempt->injected == 3)
        parameters->it_lim = 0;
}

static void copy_answer(Attempt *attempt, glp_prob *prob)
{
    for (int j = 0; j < attempt->lp->n_cols; j++)
        attempt->x[j] = glp_get_col_prim(prob, j + 1);
    for (int i = 0; i < attempt->lp->n_rows; i++)
        attempt->row_dual[i] = glp_get_row_dual(prob, i + 1);
    if (attempt->injected == 2 && attempt->lp->n_cols > 0)
        attempt->x[0] += 1e7;
}

/* Inside the guard. */
static void run_simplex(void *data)
{
    Attempt *attempt = data;
    co_glpk_prob_update(attempt->lp);
    glp_prob *prob = attempt->lp->engine;
    if (attempt->injected == 1)
        co_glpk_provoke_abort(prob);
    if (attempt->from_scratch)
        glp_std_basis(prob);
    glp_set_it_cnt(prob, 0);
    glp_smcp parameters;
    set_parameters(attempt, &parameters);
    attempt->code = glp_simplex(prob, &parameters);
    attempt->status = glp_get_status(prob);
    attempt->iterations = glp_get_it_cnt(prob);
    copy_answer(attempt, prob);
}

static bool relaxation_is_cancelled(void *data, const char *line)
{
    (void)line;
    const Attempt *attempt = data;
    return attempt->budget->cancel != NULL && *attempt->budget->cancel != 0;
}

static Verdict judge(Attempt *attempt)
{
    if (attempt->code == GLP_ETMLIM)
        return SAYS_LIMIT;
    if (attempt->code != 0)
        return SAYS_NOTHING;
    if (attempt->status == GLP_NOFEAS)
        return SAYS_INFEASIBLE;
    if (attempt->status != GLP_OPT)
        return SAYS_NOTHING;
    attempt->was_wrong = !co_lp_copy_accepts(attempt->lp, attempt->x);
    return attempt->was_wrong ? SAYS_NOTHING : SAYS_OPTIMAL;
}

static Verdict try_once(Attempt *attempt, CoGlpkBudget *budget)
{
    CoGlpkCall call = {.body = run_simplex, .pulse = relaxation_is_cancelled, .data = attempt};
    CoGlpkOutcome outcome = co_glpk_guard(&call);
    if (outcome == CO_GLPK_INTERRUPTED)
        return SAYS_LIMIT;
    if (outcome == CO_GLPK_ABORTED)
        return SAYS_NOTHING;
    if (budget->iterations != INT64_MAX)
        budget->iterations -= attempt->iterations;
    return judge(attempt);
}

static int64_t stall_limit(const CoLp *lp, int attempt)
{
    bool cold = lp->engine == NULL || lp->known_rows == 0;
    int64_t rows = STALL_PER_ROW * (int64_t)lp->n_rows;
    int64_t limit = STALL_BASE + (cold ? rows + lp->n_cols : rows / 2);
    /* The last resort may take as long as it needs. */
    return attempt < 2 ? limit * (attempt + 1) : INT64_MAX;
}

static void set_up_attempt(Attempt *attempt, const CoLpOptions *options, int number)
{
    /* New columns leave the basis primal feasible, new rows and bounds dual feasible. */
    CoLp *lp = attempt->lp;
    bool primal_first = lp->engine != NULL && lp->new_cols && !lp->new_rows;
    attempt->simplex = primal_first == (number != 1) ? SIMPLEX_PRIMAL : SIMPLEX_DUAL;
    attempt->from_scratch = number == 2 || attempt->was_wrong;
    attempt->iteration_limit = MIN(stall_limit(lp, number), attempt->budget->iterations);
    attempt->injected = co_glpk_injected(options, number);
    attempt->iterations = 0;
}

static void take_bound(const Attempt *attempt, CoLpResult *result)
{
    g_autofree double *reduced = g_new(double, (gsize)attempt->lp->n_cols);
    result->has_bound =
        co_lp_copy_dual_bound(attempt->lp, attempt->row_dual, reduced, &result->bound);
}

static void take_optimum(Attempt *attempt, CoLpResult *result)
{
    result->status = CO_LP_OPTIMAL;
    result->objective = co_lp_copy_objective(attempt->lp, attempt->x);
    result->x = g_steal_pointer(&attempt->x);
    attempt->lp->new_cols = attempt->lp->new_rows = false;
    take_bound(attempt, result);
    result->row_dual = g_steal_pointer(&attempt->row_dual);
}

/* The chain of attempts: the simplex that suits the basis, the other one, then from the standard
 * basis without a stall limit. "Infeasible" must be said twice. */
static Verdict attempt_in_turn(Attempt *attempt, const CoLpOptions *options, CoGlpkBudget *budget,
                               CoLpResult *result)
{
    int n_infeasible = 0;
    for (int number = 0; number < 3 && !co_glpk_budget_is_spent(budget); number++) {
        set_up_attempt(attempt, options, number);
        Verdict verdict = try_once(attempt, budget);
        result->iterations += attempt->iterations;
        if (verdict == SAYS_OPTIMAL || verdict == SAYS_LIMIT)
            return verdict;
        n_infeasible += verdict == SAYS_INFEASIBLE ? 1 : 0;
        if (n_infeasible == 2)
            return SAYS_INFEASIBLE;
    }
    return co_glpk_budget_is_spent(budget) ? SAYS_LIMIT : SAYS_NOTHING;
}

static void take_verdict(Attempt *attempt, Verdict verdict, CoLpResult *result)
{
    switch (verdict) {
    case SAYS_OPTIMAL:
        take_optimum(attempt, result);
        break;
    case SAYS_INFEASIBLE:
        result->status = CO_LP_INFEASIBLE;
        break;
    case SAYS_LIMIT:
        result->status = CO_LP_LIMIT;
        take_bound(attempt, result);
        break;
    case SAYS_NOTHING:
        result->status = CO_LP_FAILED;
        break;
    }
}

void co_glpk_relax(CoLp *lp, const CoLpOptions *options, CoGlpkBudget *budget, CoLpResult *result)
{
    co_lp_result_clear(result);
    if (co_lp_copy_is_crossed(lp)) {
        result->status = CO_LP_INFEASIBLE;
        return;
    }
    co_glpk_prob_prepare(lp);
    Attempt attempt = {.lp = lp, .budget = budget};
    attempt.x = g_new0(double, (gsize)lp->n_cols + 1);
    attempt.row_dual = g_new0(double, (gsize)lp->n_rows + 1);
    take_verdict(&attempt, attempt_in_turn(&attempt, options, budget, result), result);
    g_free(attempt.x);
    g_free(attempt.row_dual);
}

void co_lp_solve_relaxation(CoLp *lp, const CoLpOptions *options, CoLpResult *result)
{
    g_return_if_fail(lp != NULL && options != NULL && result != NULL);
    CoGlpkBudget budget = co_glpk_budget_new(options);
    co_glpk_relax(lp, options, &budget, result);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small cases end to end, against what their attendu.csv says: who is placed, at what cost, and
 * the one cause where somebody is not. */
#include "cohorte/check.h"
#include "cohorte/engine.h"
#include "tests/support/case_campaign.h"

typedef struct Case {
    const char *name;
    int64_t cost_cents;
    int n_unplaced;
    CoRule cause; /* 0: everybody is placed */
    CoRemedy remedy;
} Case;

static const Case cases[] = {
    {"mini", 415472, 0, 0, CO_REMEDY_NONE},
    {"mini-continuite", 182272, 3, CO_R08, CO_REMEDY_RELAX_CONTINUITY},
    {"mini-fm1-sature", 164608, 3, CO_R05, CO_REMEDY_OPEN_FM1},
    {"mini-sans-formateur", 308464, 5, CO_R06, CO_REMEDY_ADD_TRAINER},
};

static void assert_accepted(const CoCampaign *campaign, const CoPlan *plan)
{
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, NULL);
    g_assert_cmpint(report->n_violations, ==, 0);
    g_assert_true(report->tiers_agree);
    g_assert_true(report->unplaced_agree);
}

static void test_a_small_case_is_solved_as_expected(gconstpointer data)
{
    const Case *expected = data;
    g_autofree char *folder = co_case_folder(expected->name);
    if (folder == NULL) {
        g_test_skip("the real cases are not at hand (COHORTE_SHARED)");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = co_case_campaign(folder, &error);
    g_assert_no_error(error);
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 5000;

    g_autoptr(CoPlan) plan = co_engine_plan(campaign, &options, &error);

    g_assert_no_error(error);
    g_assert_cmpint(plan->n_unplaced, ==, expected->n_unplaced);
    g_assert_cmpint(plan->tiers[0].value, ==, expected->n_unplaced);
    int64_t stage1_cost = plan->stage1.value - plan->unplaced_penalty * plan->tiers[0].value;
    g_assert_cmpint(stage1_cost, ==, expected->cost_cents);
    g_assert_cmpint(plan->quality, ==, CO_QUALITY_OPTIMAL);
    for (int i = 0; i < plan->n_unplaced; i++) {
        g_assert_cmpint(plan->unplaced[i].main_rule, ==, expected->cause);
        g_assert_cmpint(plan->unplaced[i].remedy, ==, expected->remedy);
        g_assert_true((plan->unplaced[i].rules & CO_RULE_BIT(expected->cause)) != 0);
    }
    assert_accepted(campaign, plan);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/cases/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_a_small_case_is_solved_as_expected);
    }
    return g_test_run();
}

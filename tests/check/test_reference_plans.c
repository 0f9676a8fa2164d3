/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that come with the cases keep every rule and are worth what their tables say. They
 * settle what the words of the model mean: see the readings listed in check.h. */
#include "cohorte/check.h"
#include "tests/support/case_campaign.h"
#include "tests/support/plan_tables.h"

typedef struct Case {
    const char *name;
    int n_people;
    int64_t cost_cents, comfort_points;
} Case;

static const Case cases[] = {
    {"grenoble-v8", 233, 4586832, 545},
    {"grenoble-tendu", 233, 4670336, 614},
    {"amiens-v6", 259, 5239120, 162},
    {"mini", 14, 415472, 35},
};

static void report_violations(const CoCheckReport *report)
{
    for (int i = 0; i < report->n_violations; i++)
        g_test_message("%s, breach %d", co_rule_id(report->violations[i].rule),
                       report->violations[i].breach);
}

static void test_a_reference_plan_is_accepted_to_the_cent_and_the_point(gconstpointer data)
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
    g_autofree char *tables = g_build_filename(folder, "attendu", "plan", NULL);
    g_autoptr(CoPlan) plan = co_plan_read_tables(campaign, tables, &error);
    g_assert_no_error(error);

    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, NULL);

    report_violations(report);
    g_assert_cmpint(report->n_violations, ==, 0);
    g_assert_cmpint(report->n_placed, ==, expected->n_people);
    g_assert_cmpint(report->unplaced_weight, ==, 0);
    g_assert_cmpint(report->cost_cents, ==, expected->cost_cents);
    g_assert_cmpint(report->comfort_points, ==, expected->comfort_points);
    g_assert_true(report->tiers_agree);
    g_assert_true(report->unplaced_agree);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/check/reference/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i],
                             test_a_reference_plan_is_accepted_to_the_cent_and_the_point);
    }
    return g_test_run();
}

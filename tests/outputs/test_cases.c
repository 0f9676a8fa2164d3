/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that come with the real cases: read, written again, the same bytes; and published. */
#include <glib.h>

#include <string.h>

#include "sample_campaign.h"
#include "tests/support/case_campaign.h"
#include "tests/support/plan_tables.h"

/* As the campaign file does at the first import. */
static void allot_ids(CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_people; i++) {
        g_autofree char *id = g_strdup_printf("P%04d", i + 1);
        campaign->people[i].id = co_campaign_text(campaign, id);
    }
}

static void assert_same_table(const char *written, const char *expected, const char *name)
{
    g_autofree char *written_path = g_build_filename(written, name, NULL);
    g_autofree char *expected_path = g_build_filename(expected, name, NULL);
    g_autofree char *written_text = NULL;
    g_autofree char *expected_text = NULL;
    g_assert_true(g_file_get_contents(written_path, &written_text, NULL, NULL));
    g_assert_true(g_file_get_contents(expected_path, &expected_text, NULL, NULL));
    g_assert_cmpstr(written_text, ==, expected_text);
}

static void write_and_compare(const CoOutputContext *context, const char *tables)
{
    static const char *const names[] = {"groupes.csv", "seances.csv", "affectations.csv",
                                        "non_places.csv"};
    char *folder = co_sample_folder();
    g_autofree char *plan = g_build_filename(folder, "plan", NULL);
    g_autofree char *documents = g_build_filename(folder, "documents", NULL);
    g_autoptr(GError) error = NULL;
    bool done = co_output_plan_tables(context, plan, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        assert_same_table(plan, tables, names[i]);
    done = co_output_documents(context, documents, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    co_sample_remove_folder(folder);
}

static void test_a_given_plan_is_written_as_it_was_read(gconstpointer data)
{
    g_autofree char *folder = co_case_folder(data);
    if (folder == NULL) {
        g_test_skip("the real cases are not here (COHORTE_SHARED)");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = co_case_campaign(folder, &error);
    g_assert_no_error(error);
    g_autofree char *tables = g_build_filename(folder, "attendu", "plan", NULL);
    allot_ids(campaign);
    g_autoptr(CoPlan) plan = co_plan_read_tables(campaign, tables, &error);
    g_assert_no_error(error);
    const CoCheckReport report = {.n_placed = co_plan_n_placed(plan)};
    const CoOutputContext context = {campaign, plan, &report};
    write_and_compare(&context, tables);
}

int main(int argc, char **argv)
{
    static const char *const cases[] = {"mini", "amiens-v6", "grenoble-v8", "grenoble-tendu"};
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = g_strdup_printf("/cases/%s", cases[i]);
        g_test_add_data_func(name, cases[i], test_a_given_plan_is_written_as_it_was_read);
    }
    return g_test_run();
}

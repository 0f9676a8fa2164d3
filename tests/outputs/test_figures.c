/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the committee: on the sample, and on the real cases against what they expect. */
#include "outputs/committee/figures.h"

#include <string.h>

#include "outputs/kit/table.h"
#include "sample_campaign.h"
#include "tests/support/case_campaign.h"
#include "tests/support/plan_tables.h"

static const CoCoverage *row_of(const CoBreakdown *breakdown, const char *label)
{
    for (int i = 0; i < breakdown->n_rows; i++)
        if (g_str_equal(breakdown->rows[i].label, label))
            return &breakdown->rows[i];
    g_error("no line \"%s\"", label);
}

static void assert_coverage(const CoCoverage *row, int n_declared, int n_placed, int n_trained,
                            int n_reserved)
{
    g_assert_cmpint(row->n_declared, ==, n_declared);
    g_assert_cmpint(row->n_placed, ==, n_placed);
    g_assert_cmpint(row->n_trained, ==, n_trained);
    g_assert_cmpint(row->n_reserved, ==, n_reserved);
}

static void assert_sums(const CoBreakdown *breakdown)
{
    CoCoverage sum = {0};
    for (int i = 0; i < breakdown->n_rows; i++) {
        sum.n_declared += breakdown->rows[i].n_declared;
        sum.n_placed += breakdown->rows[i].n_placed;
        sum.n_trained += breakdown->rows[i].n_trained;
        sum.n_reserved += breakdown->rows[i].n_reserved;
    }
    assert_coverage(&breakdown->total, sum.n_declared, sum.n_placed, sum.n_trained, sum.n_reserved);
}

static void test_the_trained_and_reserved_seats_are_apart_from_the_need(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->people[SAMPLE_UNNAMED].reserved = true;
    g_autoptr(CoBreakdown) roles = co_breakdown_new(&sample.context, CO_BY_ROLE);
    g_assert_cmpint(roles->n_rows, ==, 3);
    assert_coverage(row_of(roles, "SG – Secrétaire général d'EPLE"), 4, 3, 1, 1);
    assert_coverage(&roles->total, 6, 5, 1, 1);
}

static void test_every_breakdown_has_the_same_total_which_is_its_sum(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    for (int kind = 0; kind < CO_N_BREAKDOWNS; kind++) {
        g_autoptr(CoBreakdown) breakdown = co_breakdown_new(&sample.context, (CoBreakdownKind)kind);
        assert_coverage(&breakdown->total, 7, 6, 1, 0);
        assert_sums(breakdown);
    }
}

static void test_people_of_no_path_or_wave_have_a_line(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->people[SAMPLE_UNPLACED].path_idx = -1;
    sample.campaign->establishments[SAMPLE_SCHOOL_C].wave_idx = -1;
    g_autoptr(CoBreakdown) paths = co_breakdown_new(&sample.context, CO_BY_PATH);
    g_autoptr(CoBreakdown) waves = co_breakdown_new(&sample.context, CO_BY_WAVE);
    assert_coverage(row_of(paths, "Sans parcours"), 1, 0, 0, 0);
    assert_coverage(row_of(waves, "Non renseigné"), 1, 1, 0, 0);
    assert_coverage(row_of(waves, "Vague V8, bascule le 1er janvier 2025"), 6, 5, 1, 0);
}

static void test_a_path_without_meetings_needs_no_place(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoCampaign *campaign = sample.campaign;
    sample.campaign->people[SAMPLE_UNPLACED].path_idx = 2;
    for (int m = 0; m < campaign->n_modules; m++)
        if (campaign->modules[m].path_idx == 2)
            campaign->modules[m].mode = CO_MODE_SELF_STUDY;
    g_autoptr(CoBreakdown) roles = co_breakdown_new(&sample.context, CO_BY_ROLE);
    assert_coverage(&roles->total, 7, 7, 1, 0);
}

static void test_establishments_are_counted_by_family_and_answer(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->establishments[0].place.type = "LYCEE POLYVALENT";
    sample.campaign->establishments[1].place.type = "Collège";
    sample.campaign->establishments[SAMPLE_SCHOOL_SILENT].place.type = "CLG";
    CoVolume all = co_volume_of(sample.campaign, CO_ANY, CO_ANY);
    CoVolume none = co_volume_of(sample.campaign, -1, CO_ANY);
    g_assert_cmpint(all.n_establishments, ==, 4);
    g_assert_cmpint(all.n_answered, ==, 3);
    g_assert_cmpint(all.n_of_family[CO_FAMILY_COLLEGE], ==, 2);
    g_assert_cmpint(all.n_answered_of_family[CO_FAMILY_COLLEGE], ==, 1);
    g_assert_cmpint(all.n_of_family[CO_FAMILY_LYCEE], ==, 1);
    g_assert_cmpint(all.n_of_family[CO_FAMILY_OTHER], ==, 1);
    g_assert_cmpint(none.n_establishments, ==, 0);
}

static void test_a_group_is_as_large_as_path_seats_and_workstations_allow(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->rooms[0].seats = 11;
    sample.campaign->rooms[0].workstations = 6;
    CoFill with_fm1 = co_fill_of(sample.campaign, &sample.plan->groups[SAMPLE_SG_01]);
    CoFill without = co_fill_of(sample.campaign, &sample.plan->groups[SAMPLE_ORD_01]);
    CoFill remote = co_fill_of(sample.campaign, &sample.plan->groups[SAMPLE_DIST_01]);
    g_assert_cmpint(with_fm1.max_size, ==, 6);
    g_assert_cmpint(with_fm1.n_members, ==, 4);
    g_assert_cmpint(with_fm1.half_days, ==, 5);
    g_assert_cmpint(with_fm1.first, ==, co_day_parse("2024-11-13"));
    g_assert_cmpint(with_fm1.last, ==, co_day_parse("2024-11-25"));
    g_assert_cmpint(without.max_size, ==, 11);
    g_assert_cmpint(remote.max_size, ==, 12);
}

static void test_fm1_at_a_distance_wants_no_workstation_of_the_room(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->rooms[0].seats = 11;
    sample.campaign->rooms[0].workstations = 0;
    const CoPath *path = &sample.campaign->paths[sample.plan->groups[SAMPLE_SG_01].path_idx];
    for (int i = 0; i < path->n_modules; i++) {
        CoModule *module = &sample.campaign->modules[path->module_idx[i]];
        module->fm1 = module->mode == CO_MODE_VIRTUAL_CLASS;
    }
    CoFill fill = co_fill_of(sample.campaign, &sample.plan->groups[SAMPLE_SG_01]);
    g_assert_cmpint(fill.max_size, ==, 11);
}

static void test_percentages_are_rounded_to_hundredths_halves_away_from_zero(void)
{
    g_assert_cmpint(co_table_hundredths(50, 61), ==, 8197);
    g_assert_cmpint(co_table_hundredths(72, 73), ==, 9863);
    g_assert_cmpint(co_table_hundredths(16393, 20000), ==, 8197); /* 81.965 % */
    g_assert_cmpint(co_table_hundredths(1, 20000), ==, 1);        /* 0.005 % */
    g_assert_cmpint(co_table_hundredths(-1, 20000), ==, -1);
    g_assert_cmpint(co_table_hundredths(1, 20001), ==, 0);
    g_assert_cmpint(co_table_hundredths(7, 7), ==, 10000);
    g_assert_cmpint(co_table_hundredths(0, 7), ==, 0);
}

/* ---- real cases ---- */

/* @return the number that a case expects under a key, -1 when it has none */
static int expected(const char *folder, const char *key)
{
    g_autofree char *path = g_build_filename(folder, "attendu.csv", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autofree char *prefix = g_strconcat(key, ";", NULL);
    for (char **line = lines; *line != NULL; line++)
        if (g_str_has_prefix(*line, prefix))
            return (int)g_ascii_strtoll(*line + strlen(prefix), NULL, 10);
    return -1;
}

/* Lines begin with the code of what they count: "SG – Secrétaire général". */
static int compare_lines(const CoBreakdown *breakdown, const char *folder, const char *key_prefix)
{
    int n_compared = 0;
    for (int i = 0; i < breakdown->n_rows; i++) {
        g_auto(GStrv) parts = g_strsplit(breakdown->rows[i].label, " – ", 2);
        g_autofree char *key = g_strconcat(key_prefix, parts[0], NULL);
        int wanted = expected(folder, key);
        if (wanted < 0)
            continue;
        g_assert_cmpint(breakdown->rows[i].n_declared, ==, wanted);
        n_compared++;
    }
    return n_compared;
}

static void compare_people(const CoOutputContext *context, const char *folder)
{
    g_autoptr(CoBreakdown) roles = co_breakdown_new(context, CO_BY_ROLE);
    g_autoptr(CoBreakdown) spheres = co_breakdown_new(context, CO_BY_SPHERE);
    g_autoptr(CoBreakdown) paths = co_breakdown_new(context, CO_BY_PATH);
    g_assert_cmpint(roles->total.n_declared, ==, expected(folder, "personnes"));
    g_assert_cmpint(roles->total.n_placed, ==, roles->total.n_declared);
    g_assert_cmpint(compare_lines(paths, folder, "personnes_"), ==, paths->n_rows);
    if (expected(folder, "SG") >= 0)
        g_assert_cmpint(compare_lines(roles, folder, ""), ==, roles->n_rows);
    if (expected(folder, "sphere_ordo") >= 0) {
        g_assert_cmpint(row_of(spheres, "Sphère ordonnateur")->n_declared, ==,
                        expected(folder, "sphere_ordo"));
        g_assert_cmpint(row_of(spheres, "Sphère comptable")->n_declared, ==,
                        expected(folder, "sphere_compta"));
    }
}

static void compare_establishments(const CoCampaign *campaign, const char *folder)
{
    CoVolume all = co_volume_of(campaign, CO_ANY, CO_ANY);
    g_assert_cmpint(all.n_establishments, ==, expected(folder, "etablissements"));
    if (expected(folder, "colleges_V8") < 0)
        return;
    CoVolume v8 = co_volume_of(campaign, co_campaign_find_wave(campaign, "V8"), CO_ANY);
    g_assert_cmpint(all.n_answered, ==, expected(folder, "etablissements_repondants"));
    g_assert_cmpint(v8.n_establishments, ==, expected(folder, "etablissements_V8"));
    g_assert_cmpint(v8.n_of_family[CO_FAMILY_COLLEGE], ==, expected(folder, "colleges_V8"));
    g_assert_cmpint(v8.n_of_family[CO_FAMILY_LYCEE] + v8.n_of_family[CO_FAMILY_VOCATIONAL], ==,
                    expected(folder, "lycees_V8"));
}

static void test_a_case_counts_what_it_expects(gconstpointer data)
{
    g_autofree char *folder = co_case_folder(data);
    if (folder == NULL) {
        g_test_skip("the real cases are not here (COHORTE_SHARED)");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = co_case_campaign(folder, &error);
    g_assert_no_error(error);
    for (int i = 0; i < campaign->n_people; i++) {
        g_autofree char *id = g_strdup_printf("P%04d", i + 1);
        campaign->people[i].id = co_campaign_text(campaign, id);
    }
    g_autofree char *tables = g_build_filename(folder, "attendu", "plan", NULL);
    g_autoptr(CoPlan) plan = co_plan_read_tables(campaign, tables, &error);
    g_assert_no_error(error);
    const CoCheckReport report = {.n_placed = co_plan_n_placed(plan)};
    const CoOutputContext context = {campaign, plan, &report};
    compare_people(&context, folder);
    compare_establishments(campaign, folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/figures/apart", test_the_trained_and_reserved_seats_are_apart_from_the_need);
    g_test_add_func("/figures/sums", test_every_breakdown_has_the_same_total_which_is_its_sum);
    g_test_add_func("/figures/none", test_people_of_no_path_or_wave_have_a_line);
    g_test_add_func("/figures/no-meeting", test_a_path_without_meetings_needs_no_place);
    g_test_add_func("/figures/establishments",
                    test_establishments_are_counted_by_family_and_answer);
    g_test_add_func("/figures/fill", test_a_group_is_as_large_as_path_seats_and_workstations_allow);
    g_test_add_func("/figures/fm1-at-a-distance",
                    test_fm1_at_a_distance_wants_no_workstation_of_the_room);
    g_test_add_func("/figures/percent",
                    test_percentages_are_rounded_to_hundredths_halves_away_from_zero);
    g_test_add_data_func("/figures/case/grenoble-v8", "grenoble-v8",
                         test_a_case_counts_what_it_expects);
    g_test_add_data_func("/figures/case/amiens-v6", "amiens-v6",
                         test_a_case_counts_what_it_expects);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both forms of the reference model against trying everything, in the program and through the
 * written files. */
#include "solver/model_bundles.h"
#include "solver/model_groups.h"

#include <glib/gstdio.h>

#include <string.h>

#include "cohorte/grouping.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"

#define BUNDLES_SEEDS 300
#define GROUPS_SEEDS 120
#define WRITTEN_SEEDS 16

static CoRandomGrouping *tiny(uint32_t seed)
{
    return co_random_grouping_new(seed, &CO_RANDOM_SHAPE_TINY);
}

static void solve(CoLp *lp, CoLpResult *result)
{
    CoLpOptions options = CO_LP_OPTIONS_INIT;
    co_lp_solve_mip(lp, &options, result);
}

static void free_groups(CoGrpGroup *groups, int n_groups)
{
    for (int k = 0; k < n_groups; k++)
        g_free(groups[k].items);
    g_free(groups);
}

/* The groups read from a solution keep every rule and are worth the objective. */
static void check_solution(const CoBundlesModel *model, const CoLpResult *result)
{
    int n_groups = 0;
    CoGrpGroup *groups = co_bundles_model_groups(model, result->x, &n_groups);
    g_assert_cmpstr(co_brute_force_judge(model->grouping, groups, n_groups), ==, NULL);
    CoBruteForce worth = co_brute_force_worth(model->grouping, groups, n_groups);
    g_assert_cmpfloat_with_epsilon(result->objective, (double)worth.value, 0.01);
    free_groups(groups, n_groups);
}

static void test_bundles_have_the_optimum_of_trying_everything(void)
{
    for (uint32_t seed = 1; seed <= BUNDLES_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        g_autoptr(CoBundlesModel) model = co_bundles_model_new(grouping, false);
        g_auto(CoLpResult) result = {0};
        solve(model->base.lp, &result);
        g_test_message("seed %u", seed);
        if (!expected.found) {
            g_assert_cmpint(result.status, ==, CO_LP_INFEASIBLE);
            continue;
        }
        g_assert_cmpint(result.status, ==, CO_LP_OPTIMAL);
        g_assert_cmpfloat_with_epsilon(result.objective, (double)expected.value, 0.01);
        check_solution(model, &result);
    }
}

static void test_numbered_groups_have_the_optimum_of_trying_everything(void)
{
    for (uint32_t seed = 1; seed <= GROUPS_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        CoBruteForce expected = co_brute_force(grouping);
        g_autoptr(CoGroupsModel) model = co_groups_model_new(grouping, false);
        g_auto(CoLpResult) result = {0};
        solve(model->base.lp, &result);
        g_test_message("seed %u", seed);
        g_assert_cmpint(result.status, ==, expected.found ? CO_LP_OPTIMAL : CO_LP_INFEASIBLE);
        if (expected.found)
            g_assert_cmpfloat_with_epsilon(result.objective, (double)expected.value, 0.01);
    }
}

static void test_columns_are_counted_without_building(void)
{
    for (uint32_t seed = 1; seed <= 40; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        const CoGrouping *grouping = co_random_grouping_get(random);
        g_autoptr(CoBundlesModel) bundles = co_bundles_model_new(grouping, false);
        g_autoptr(CoGroupsModel) groups = co_groups_model_new(grouping, false);
        int locked = 0, cars = 0;
        for (int i = 0; i < grouping->n_items; i++)
            locked += grouping->items[i].lock >= 0;
        for (guint b = 0; b < bundles->bundles->len; b++)
            cars += grouping->car_seats > 0 ? grouping->n_items : 0;
        int64_t counted = co_bundles_model_n_cols(grouping);
        int n_cols = co_lp_n_cols(bundles->base.lp);
        g_assert_cmpint(n_cols, >=, counted - locked);
        g_assert_cmpint(n_cols, <=, counted + cars);
        if (grouping->car_seats == 0)
            g_assert_cmpint(co_lp_n_cols(groups->base.lp), <=, co_groups_model_n_cols(grouping));
    }
}

/* ---- what the random problems cover ---- */

typedef struct Coverage {
    int none, partial, full;
    int locks, kept_dates, shared_cars, whole_establishments, teaching_members, never_in_person;
    int second_word, by_trainer, forbidden_pairs, profiles, cutovers, days_taught, both_limits;
} Coverage;

static void cover_class(Coverage *seen, const CoGrouping *grouping, int class_idx)
{
    const CoGrpClass *cls = &grouping->classes[class_idx];
    CoModelTeaching *teaching = co_model_teaching_new(grouping, class_idx);
    seen->by_trainer += !teaching->by_team;
    seen->forbidden_pairs += teaching->n_cliques > 0;
    co_model_teaching_free(teaching);
    seen->never_in_person += cls->n_in_person == 0;
    seen->profiles += cls->n_profiles > 1;
    seen->both_limits += cls->min_groups > 0 && cls->max_groups > 0;
    for (int p = 0; p < cls->n_patterns; p++)
        seen->kept_dates += cls->patterns[p].lock >= 0;
}

static void cover(Coverage *seen, const CoGrouping *grouping)
{
    for (int c = 0; c < grouping->n_classes; c++)
        cover_class(seen, grouping, c);
    for (int i = 0; i < grouping->n_items; i++) {
        seen->whole_establishments += grouping->items[i].n_persons > 1;
        seen->teaching_members += grouping->items[i].trainer >= 0;
        seen->cutovers += grouping->items[i].cutover_slot < grouping->n_slots;
    }
    for (int t = 0; t < grouping->n_trainers; t++)
        seen->days_taught += grouping->trainers[t].max_slots >= 0;
    seen->locks += grouping->n_locks;
    seen->shared_cars += grouping->car_seats > 0;
    seen->second_word += grouping->n_words > 1;
    CoBruteForce best = co_brute_force(grouping);
    seen->none += !best.found;
    seen->partial += best.found && best.unplaced > 0;
    seen->full += best.found && best.unplaced == 0;
}

static void test_random_problems_cover_every_kind(void)
{
    Coverage seen = {0};
    for (uint32_t seed = 1; seed <= 80; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        cover(&seen, co_random_grouping_get(random));
    }
    g_assert_cmpint(seen.none, >, 5);
    g_assert_cmpint(seen.partial, >, 20);
    g_assert_cmpint(seen.full, >, 10);
    g_assert_cmpint(seen.locks, >, 10);
    g_assert_cmpint(seen.kept_dates, >, 3);
    g_assert_cmpint(seen.shared_cars, >, 10);
    g_assert_cmpint(seen.whole_establishments, >, 20);
    g_assert_cmpint(seen.teaching_members, >, 10);
    g_assert_cmpint(seen.never_in_person, >, 3);
    g_assert_cmpint(seen.second_word, >, 5);
    g_assert_cmpint(seen.by_trainer, >, 5);
    g_assert_cmpint(seen.forbidden_pairs, >, 5);
    g_assert_cmpint(seen.profiles, >, 20);
    g_assert_cmpint(seen.cutovers, >, 20);
    g_assert_cmpint(seen.days_taught, >, 20);
    g_assert_cmpint(seen.both_limits, >, 2);
}

/* ---- the written model ---- */

typedef struct Written {
    char *folder, *model, *answer;
} Written;

static Written written_new(void)
{
    g_autoptr(GError) error = NULL;
    Written written = {.folder = g_dir_make_tmp("cohorte-model-XXXXXX", &error)};
    g_assert_no_error(error);
    written.answer = g_build_filename(written.folder, "answer", NULL);
    return written;
}

static void written_end(Written *written)
{
    g_assert_cmpint(g_rmdir(written->folder), ==, 0);
    g_free(written->folder);
    g_free(written->answer);
}

static bool is_installed(const char *program)
{
    g_autofree char *path = g_find_program_in_path(program);
    if (path == NULL)
        g_test_skip("glpsol or cbc is not installed (Debian: glpk-utils, coinor-cbc)");
    return path != NULL;
}

static char *run_and_read(const Written *written, const char *const *arguments)
{
    g_autoptr(GError) error = NULL;
    char *text = NULL;
    GSpawnFlags flags =
        G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
    g_spawn_sync(NULL, (char **)arguments, NULL, flags, NULL, NULL, NULL, NULL, NULL, &error);
    g_assert_no_error(error);
    g_file_get_contents(written->answer, &text, NULL, &error);
    g_assert_no_error(error);
    g_unlink(written->answer);
    return text;
}

/* @return the objective, -1 when the program says that there is no solution */
static double ask_glpsol(const Written *written, bool lp_format)
{
    const char *arguments[] = {
        "glpsol", lp_format ? "--lp" : "--freemps", written->model, "-o", written->answer, NULL};
    g_autofree char *text = run_and_read(written, arguments);
    const char *objective = strstr(text, "Objective:");
    g_assert_nonnull(objective);
    if (strstr(text, "INTEGER OPTIMAL") == NULL) {
        g_assert_true(strstr(text, "EMPTY") != NULL || strstr(text, "UNDEFINED") != NULL ||
                      strstr(text, "INFEASIBLE") != NULL);
        return -1;
    }
    return g_ascii_strtod(strchr(objective, '=') + 1, NULL);
}

static double ask_cbc(const Written *written, bool lp_format)
{
    (void)lp_format; /* by the name of the file */
    const char *arguments[] = {"cbc",   written->model, "-ratioGap",     "0", "-allowableGap", "0",
                               "solve", "solu",         written->answer, NULL};
    g_autofree char *text = run_and_read(written, arguments);
    if (!g_str_has_prefix(text, "Optimal")) {
        g_assert_true(strstr(text, "nfeasible") != NULL);
        return -1;
    }
    const char *value = strstr(text, "objective value");
    g_assert_nonnull(value);
    return g_ascii_strtod(value + strlen("objective value"), NULL);
}

typedef double (*AskFn)(const Written *written, bool lp_format);

static void write_and_ask(Written *written, const CoGrouping *grouping, int form, AskFn ask)
{
    CoBruteForce expected = co_brute_force(grouping);
    bool by_groups = form / 2 == 1, lp_format = form % 2 == 1;
    g_autoptr(GError) error = NULL;
    written->model = g_build_filename(written->folder, lp_format ? "m.lp" : "m.mps", NULL);
    bool done = co_grouping_export(grouping, by_groups, lp_format, written->model, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    double value = ask(written, lp_format);
    g_assert_cmpfloat_with_epsilon(value, expected.found ? (double)expected.value : -1, 0.5);
    g_assert_cmpint(g_unlink(written->model), ==, 0);
    g_clear_pointer(&written->model, g_free);
}

static void ask_about_all_forms(const char *program, AskFn ask)
{
    if (!is_installed(program))
        return;
    Written written = written_new();
    for (uint32_t seed = 1; seed <= WRITTEN_SEEDS; seed++) {
        g_autoptr(CoRandomGrouping) random = tiny(seed);
        for (int form = 0; form < 4; form++)
            write_and_ask(&written, co_random_grouping_get(random), form, ask);
    }
    written_end(&written);
}

static void test_glpsol_finds_the_optimum_in_all_written_forms(void)
{
    ask_about_all_forms("glpsol", ask_glpsol);
}

static void test_cbc_finds_the_optimum_in_all_written_forms(void)
{
    ask_about_all_forms("cbc", ask_cbc);
}

static void test_names_tell_what_columns_are(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("cohorte-model-XXXXXX", &error);
    g_autofree char *path = g_build_filename(folder, "m.lp", NULL);
    g_autoptr(CoRandomGrouping) random = tiny(2);
    const char *wanted[2][4] = {{"u_i0", "y_b0_c0_", "r14_i0:", "r02_most_b0:"},
                                {"u_i0", "v_g0_c0", "r14_i0:", "r02_most_g0_r0:"}};
    for (int form = 0; form < 2; form++) {
        g_autofree char *text = NULL;
        co_grouping_export(co_random_grouping_get(random), form == 1, true, path, &error);
        g_assert_no_error(error);
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        for (int k = 0; k < 4; k++)
            g_assert_nonnull(strstr(text, wanted[form][k]));
    }
    g_unlink(path);
    g_rmdir(folder);
}

static void assert_refused(const CoGrouping *grouping, bool by_groups, int code)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "cohorte-absent", "m.lp", NULL);
    g_assert_false(co_grouping_export(grouping, by_groups, true, path, &error));
    g_assert_error(error, CO_GROUPING_ERROR, code);
}

static void test_what_cannot_be_written_is_refused(void)
{
    g_autoptr(CoRandomGrouping) random = tiny(1);
    CoGrouping grouping = *co_random_grouping_get(random);
    g_autofree CoGrpClass *classes =
        g_memdup2(grouping.classes, sizeof *classes * (gsize)grouping.n_classes);
    assert_refused(&grouping, false, CO_GROUPING_ERROR_WRITE);
    assert_refused(&grouping, true, CO_GROUPING_ERROR_WRITE);

    grouping.classes = classes;
    classes[0].patterns_complete = false;
    assert_refused(&grouping, false, CO_GROUPING_ERROR_TOO_LARGE);
    assert_refused(&grouping, true, CO_GROUPING_ERROR_TOO_LARGE);

    classes[0].patterns_complete = true;
    classes[0].n_patterns = 10000000; /* counted, not looked at, in this form */
    assert_refused(&grouping, true, CO_GROUPING_ERROR_TOO_LARGE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/models/random/coverage", test_random_problems_cover_every_kind);
    g_test_add_func("/models/bundles/optimum", test_bundles_have_the_optimum_of_trying_everything);
    g_test_add_func("/models/groups/optimum",
                    test_numbered_groups_have_the_optimum_of_trying_everything);
    g_test_add_func("/models/size", test_columns_are_counted_without_building);
    g_test_add_func("/models/written/glpsol", test_glpsol_finds_the_optimum_in_all_written_forms);
    g_test_add_func("/models/written/cbc", test_cbc_finds_the_optimum_in_all_written_forms);
    g_test_add_func("/models/written/names", test_names_tell_what_columns_are);
    g_test_add_func("/models/written/refused", test_what_cannot_be_written_is_refused);
    return g_test_run();
}

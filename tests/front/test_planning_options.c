/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/planning.h"

#include "planner/front/failure.h"

/* (transfer full) what was read from a line of options */
static CoArguments *arguments_of(const char *line)
{
    static const CoOption *const tables[] = {co_planning_options, NULL};
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    if (*line == '\0')
        words[0] = NULL;
    CoArguments *arguments = co_arguments_parse(tables, words, false, NULL);
    g_assert_nonnull(arguments);
    return arguments;
}

static CoPlanningOptions options_of(const CoArguments *arguments)
{
    g_autoptr(GError) error = NULL;
    CoPlanningOptions options;
    bool read = co_planning_read_options(arguments, &options, &error);
    g_assert_no_error(error);
    g_assert_true(read);
    return options;
}

static void assert_refused(const char *line)
{
    g_autoptr(CoArguments) arguments = arguments_of(line);
    g_autoptr(GError) error = NULL;
    CoPlanningOptions options;
    g_assert_false(co_planning_read_options(arguments, &options, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_USAGE);
}

static void test_nothing_asked_leaves_the_budget_to_the_engine(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("");
    CoPlanningOptions options = options_of(arguments);
    g_assert_cmpfloat(options.time_limit_s, ==, 60);
    g_assert_cmpint(options.work_limit, ==, 0);
    g_assert_cmpfloat(options.gap_target, ==, 0);
    g_assert_cmpint(options.seed, ==, 1);
    g_assert_null(options.export_path);
}

static void test_a_time_alone_is_not_cut_short_by_work(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("--temps 300");
    CoPlanningOptions options = options_of(arguments);
    g_assert_cmpfloat(options.time_limit_s, ==, 300);
    g_assert_cmpint(options.work_limit, >=, 10000000);
}

static void test_even_an_endless_time_gives_work_that_can_be_counted(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("--temps 99999999999999999999999");
    CoPlanningOptions options = options_of(arguments);
    g_assert_cmpint(options.work_limit, >, 0);
    g_assert_cmpint(options.work_limit, <, G_MAXINT64 / 1000);
}

static void test_work_alone_is_not_cut_short_by_time(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("--travail 5000");
    CoPlanningOptions options = options_of(arguments);
    g_assert_cmpfloat(options.time_limit_s, ==, 0);
    g_assert_cmpint(options.work_limit, ==, 5000);
}

static void test_both_limits_stand_together(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("--travail 5000 --temps 2,5");
    CoPlanningOptions options = options_of(arguments);
    g_assert_cmpfloat(options.time_limit_s, ==, 2.5);
    g_assert_cmpint(options.work_limit, ==, 5000);
}

static void test_a_gap_is_read_in_percent(void)
{
    g_autoptr(CoArguments) plain = arguments_of("--ecart 2");
    g_autoptr(CoArguments) comma = arguments_of("--ecart 0,5%");
    g_assert_cmpfloat_with_epsilon(options_of(plain).gap_target, 0.02, 1e-12);
    g_assert_cmpfloat_with_epsilon(options_of(comma).gap_target, 0.005, 1e-12);
}

static void test_the_name_of_a_model_gives_its_format(void)
{
    g_autoptr(CoArguments) mps = arguments_of("--export-model a.mps --sans-plan");
    g_autoptr(CoArguments) lp = arguments_of("--export-model a.lp --forme groupes");
    CoPlanningOptions first = options_of(mps);
    CoPlanningOptions second = options_of(lp);
    g_assert_cmpstr(first.export_path, ==, "a.mps");
    g_assert_true(first.export_format == CO_EXPORT_MPS && first.export_only);
    g_assert_true(first.export_form == CO_EXPORT_BUNDLES);
    g_assert_true(second.export_format == CO_EXPORT_LP && !second.export_only);
    g_assert_true(second.export_form == CO_EXPORT_GROUPS);
}

static void test_a_negative_seed_is_a_seed(void)
{
    g_autoptr(CoArguments) arguments = arguments_of("--graine -7");
    g_assert_cmpint(options_of(arguments).seed, ==, -7);
}

static void test_what_makes_no_sense_is_refused(void)
{
    static const char *const lines[] = {
        "--temps 0",
        "--temps -1",
        "--travail 0",
        "--ecart 100",
        "--ecart x",
        "--graine 1.5",
        "--fils 0",
        "--fils 257",
        "--fils deux",
        "--export-model a.x",
        "--forme lots",
        "--forme paquets",
        "--sans-plan",
        "--export-model a.lp --forme lots",
        "--export-model a.lp --sans-plan --suivi s.csv",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        assert_refused(lines[i]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/options/none", test_nothing_asked_leaves_the_budget_to_the_engine);
    g_test_add_func("/options/time", test_a_time_alone_is_not_cut_short_by_work);
    g_test_add_func("/options/time/endless",
                    test_even_an_endless_time_gives_work_that_can_be_counted);
    g_test_add_func("/options/work", test_work_alone_is_not_cut_short_by_time);
    g_test_add_func("/options/both", test_both_limits_stand_together);
    g_test_add_func("/options/gap", test_a_gap_is_read_in_percent);
    g_test_add_func("/options/model", test_the_name_of_a_model_gives_its_format);
    g_test_add_func("/options/seed", test_a_negative_seed_is_a_seed);
    g_test_add_func("/options/refused", test_what_makes_no_sense_is_refused);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/arguments.h"

#include <string.h>

#include "planner/front/failure.h"

static const CoOption own_options[] = {
    {"temps", "SECONDES", "Temps.", 0},
    {"version", "NUMÉRO", "Version.", 0},
    {"bornes", "DÉBUT FIN", "Bornes.", 0},
    {NULL, NULL, NULL, 0},
};
static const CoOption global_options[] = {
    {"json", NULL, "JSON.", 0},
    {"silencieux", NULL, "Sans bruit.", 'q'},
    {"version", NULL, "Version du programme.", 0},
    {NULL, NULL, NULL, 0},
};
static const CoOption *const tables[] = {own_options, global_options, NULL};

static CoArguments *parse(const char *line, bool stop, GError **error)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    if (*line == '\0')
        words[0] = NULL;
    return co_arguments_parse(tables, words, stop, error);
}

static void assert_refused(const char *line, const char *what, const char *remedy)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(parse(line, false, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_USAGE);
    g_autofree char *text = co_failure_what(error);
    g_autofree char *todo = co_failure_remedy(error);
    g_assert_cmpstr(text, ==, what);
    g_assert_cmpstr(todo, ==, remedy);
}

static void test_options_and_operands_mix(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse("a --temps 5 -q b --temps=7", false, &error);
    g_assert_no_error(error);
    g_assert_cmpint(co_arguments_count(got), ==, 2);
    g_assert_cmpstr(co_arguments_operand(got, 0), ==, "a");
    g_assert_cmpstr(co_arguments_operand(got, 1), ==, "b");
    g_assert_cmpstr(co_arguments_value(got, "temps"), ==, "7");
    g_assert_true(co_arguments_has(got, "silencieux"));
    g_assert_false(co_arguments_has(got, "json"));
    g_assert_null(co_arguments_value(got, "version"));
}

static void test_sorting_stops_at_the_name_of_the_command(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse("--json etat --inconnue -- x", true, &error);
    g_assert_no_error(error);
    g_assert_true(co_arguments_has(got, "json"));
    g_assert_cmpint(co_arguments_count(got), ==, 4);
    g_assert_cmpstr(co_arguments_operand(got, 0), ==, "etat");
    g_assert_cmpstr(co_arguments_operand(got, 1), ==, "--inconnue");
    g_assert_cmpstr(co_arguments_operand(got, 2), ==, "--");
}

static void test_words_after_two_dashes_are_operands(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse("-q -- --temps -x", false, &error);
    g_assert_no_error(error);
    g_assert_cmpint(co_arguments_count(got), ==, 2);
    g_assert_cmpstr(co_arguments_operand(got, 0), ==, "--temps");
    g_assert_cmpstr(co_arguments_operand(got, 1), ==, "-x");
}

static void test_nothing_at_all_is_understood(void)
{
    g_autoptr(CoArguments) got = parse("", false, NULL);
    g_assert_cmpint(co_arguments_count(got), ==, 0);
    g_assert_null(co_arguments_operands(got)[0]);
}

static void test_an_option_of_the_first_table_hides_its_namesake(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse("--version 3", false, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(co_arguments_value(got, "version"), ==, "3");
}

static void test_unknown_options_name_the_closest_one(void)
{
    assert_refused("--tmps 5", "L'option « --tmps » n'existe pas ici.",
                   "Vouliez-vous écrire --temps ?");
    assert_refused("--xyzxyz", "L'option « --xyzxyz » n'existe pas ici.",
                   "L'option --aide montre celles de la commande.");
    assert_refused("-z", "L'option « -z » n'existe pas ici.",
                   "L'option --aide montre celles de la commande.");
}

static void test_an_option_without_its_value_is_told(void)
{
    assert_refused("a --temps", "Il manque la valeur de l'option --temps.",
                   "Écrivez --temps SECONDES.");
}

static void assert_bounds(const char *line, const char *value, int n_operands)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse(line, false, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(co_arguments_value(got, "bornes"), ==, value);
    g_assert_cmpint(co_arguments_count(got), ==, n_operands);
}

static void test_an_option_of_two_words_takes_both_wherever_it_stands(void)
{
    assert_bounds("--bornes 1 2 a", "1 2", 1);
    assert_bounds("a --bornes 1 2", "1 2", 1);
    assert_bounds("--bornes 1 2 --temps 5 a b", "1 2", 2);
    assert_bounds("--temps --bornes 1 2", NULL, 2); /* a value, whatever it looks like */
    assert_bounds("-- --bornes 1 2", NULL, 3);
}

static void test_an_option_of_two_words_and_one_given_has_that_one(void)
{
    assert_bounds("a --bornes 1", "1", 1);
    assert_bounds("--bornes 1 --temps 5", "1", 0);
    assert_refused("--bornes", "Il manque la valeur de l'option --bornes.",
                   "Écrivez --bornes DÉBUT FIN.");
}

static void assert_number(const char *line, double expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse(line, false, NULL);
    double value = -1;
    bool read = co_arguments_number(got, "temps", "s", &value, &error);
    g_assert_no_error(error);
    g_assert_true(read);
    g_assert_cmpfloat(value, ==, expected);
}

static void assert_no_number(const char *line)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoArguments) got = parse(line, false, NULL);
    double value = -1;
    g_assert_false(co_arguments_number(got, "temps", "s", &value, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_USAGE);
    g_assert_cmpfloat(value, ==, -1);
}

static void test_numbers_have_a_comma_or_a_point_and_maybe_a_unit(void)
{
    assert_number("--temps 60", 60);
    assert_number("--temps 0,5", 0.5);
    assert_number("--temps 1.25s", 1.25);
    assert_number("", -1);
}

static void test_what_is_no_number_is_refused(void)
{
    static const char *const lines[] = {"--temps x",    "--temps -3",  "--temps 1e3",
                                        "--temps 0x10", "--temps inf", "--temps 1,2,3",
                                        "--temps=",     "--temps s"};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        assert_no_number(lines[i]);
}

static void test_integers_are_whole_and_in_range(void)
{
    g_autoptr(GError) error = NULL;
    int64_t value = 7;
    g_autoptr(CoArguments) good = parse("--temps 12", false, NULL);
    g_assert_true(co_arguments_integer(good, "temps", 1, &value, &error));
    g_assert_cmpint(value, ==, 12);
    g_autoptr(CoArguments) low = parse("--temps 0", false, NULL);
    g_assert_false(co_arguments_integer(low, "temps", 1, &value, &error));
    g_assert_error(error, CO_FRONT_ERROR, CO_EXIT_USAGE);
    g_assert_cmpint(value, ==, 12);
    g_clear_error(&error);
    g_autoptr(CoArguments) huge = parse("--temps 99999999999999999999", false, NULL);
    g_assert_false(co_arguments_integer(huge, "temps", 1, &value, &error));
    g_clear_error(&error);
    g_autoptr(CoArguments) broken = parse("--temps 1.5", false, NULL);
    g_assert_false(co_arguments_integer(broken, "temps", 1, &value, &error));
}

static void test_the_closest_word_forgives_accents_ends_and_slips(void)
{
    static const char *const words[] = {"planifier", "publier", "verifier", "etat", NULL};
    g_assert_cmpstr(co_closest_word("plan", words), ==, "planifier");
    g_assert_cmpstr(co_closest_word("vérifeir", words), ==, "verifier");
    g_assert_cmpstr(co_closest_word("ETATS", words), ==, "etat");
    g_assert_cmpstr(co_closest_word("pubier", words), ==, "publier");
    g_assert_null(co_closest_word("zzzzzz", words));
    g_assert_null(co_closest_word("", words));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/front/arguments/an option of two words takes both wherever it stands",
                    test_an_option_of_two_words_takes_both_wherever_it_stands);
    g_test_add_func("/front/arguments/an option of two words and one given has that one",
                    test_an_option_of_two_words_and_one_given_has_that_one);
    g_test_add_func("/arguments/mix", test_options_and_operands_mix);
    g_test_add_func("/arguments/stop", test_sorting_stops_at_the_name_of_the_command);
    g_test_add_func("/arguments/dashes", test_words_after_two_dashes_are_operands);
    g_test_add_func("/arguments/none", test_nothing_at_all_is_understood);
    g_test_add_func("/arguments/namesake", test_an_option_of_the_first_table_hides_its_namesake);
    g_test_add_func("/arguments/unknown", test_unknown_options_name_the_closest_one);
    g_test_add_func("/arguments/missing_value", test_an_option_without_its_value_is_told);
    g_test_add_func("/arguments/number", test_numbers_have_a_comma_or_a_point_and_maybe_a_unit);
    g_test_add_func("/arguments/number/refused", test_what_is_no_number_is_refused);
    g_test_add_func("/arguments/integer", test_integers_are_whole_and_in_range);
    g_test_add_func("/arguments/closest", test_the_closest_word_forgives_accents_ends_and_slips);
    return g_test_run();
}

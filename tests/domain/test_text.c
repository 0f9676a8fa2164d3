/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/text.h"

#include <glib.h>

#include <stdlib.h>
#include <string.h>

static void assert_folds(const char *text, const char *expected)
{
    g_autofree char *folded = co_text_fold(text);
    g_assert_cmpstr(folded, ==, expected);
    g_autofree char *again = co_text_fold(folded);
    g_assert_cmpstr(again, ==, folded);
}

static void assert_keys(const char *text, const char *expected)
{
    g_autofree char *key = co_text_key(text);
    g_assert_cmpstr(key, ==, expected);
}

static void test_the_example_of_the_header_holds(void)
{
    assert_folds("Secrétaire  Général d’EPLE ", "secretaire general d'eple");
}

static void test_accents_are_undone_in_either_form(void)
{
    assert_folds("ÉÈÊËéèêë", "eeeeeeee");
    assert_folds("E\u0301cole", "ecole");
    assert_folds("Çà et là, Noël, où, aiguë", "ca et la, noel, ou, aigue");
    assert_folds("Muñoz Peña", "munoz pena");
}

static void test_ligatures_and_barred_letters_are_undone(void)
{
    assert_folds("Cœur ŒUVRE", "coeur oeuvre");
    assert_folds("Lætitia ÆTHER \u01FC", "laetitia aether ae");
    assert_folds("Straße STRASSE", "strasse strasse");
    assert_folds("ﬁn", "fin");
    assert_folds("Łukasz Søren Đorđe Þór", "lukasz soren dorde thor");
}

static void test_apostrophes_are_all_one(void)
{
    assert_folds("d'a d’a d‘a d\u02BCa d`a d´a d\u2032a", "d'a d'a d'a d'a d'a d'a d'a");
}

static void test_hyphens_are_all_one(void)
{
    assert_folds("a-b a‐b a‑b a‒b a–b a—b a―b a−b", "a-b a-b a-b a-b a-b a-b a-b a-b");
    assert_folds("Saint\u00AD-Denis", "saint-denis");
}

static void test_blanks_are_all_one_and_none_at_the_ends(void)
{
    assert_folds("\uFEFF a\u00A0b\u202Fc\u2007d\u200Be\u2003f\r\ng\th\u2028i\u3000 ",
                 "a b c d e f g h i");
    assert_folds(" \t\u00A0 ", "");
}

static void test_no_text_gives_an_empty_one(void)
{
    assert_folds("", "");
    assert_folds(NULL, "");
    assert_keys(NULL, "");
    assert_keys("- ' /", "");
}

static void test_bytes_that_are_no_utf8_are_survived(void)
{
    static const char *const texts[] = {"\xff", "caf\xe9", "\xc3", "a\xed\xa0\x80z", "\xf8\x88"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *folded = co_text_fold(texts[i]);
        g_autofree char *key = co_text_key(texts[i]);
        g_assert_true(g_utf8_validate(folded, -1, NULL));
        g_assert_true(g_utf8_validate(key, -1, NULL));
        g_assert_cmpint(co_text_distance(texts[i], texts[i], 3), ==, 0);
        g_assert_cmpint(co_text_compare(texts[i], texts[i]), ==, 0);
    }
}

static void test_any_letter_folds_to_the_same_twice(void)
{
    /* The scripts people here type; GLib folds some others (Cherokee) back and forth. */
    static const gunichar ranges[][2] = {{1, 0x1000}, {0x1E00, 0x3000}, {0xFB00, 0x10000}};
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
        for (gunichar letter = ranges[i][0]; letter < ranges[i][1]; letter++) {
            char text[8] = {0};
            g_unichar_to_utf8(letter, text);
            g_autofree char *once = co_text_fold(text);
            g_autofree char *twice = co_text_fold(once);
            g_assert_cmpstr(once, ==, twice);
        }
    }
}

static void test_a_key_has_letters_and_digits_only(void)
{
    assert_keys("Adjoint-gestionnaire", "adjoint gestionnaire");
    assert_keys("adjoint  gestionnaire", "adjoint gestionnaire");
    assert_keys("(Adjoint/Gestionnaire)", "adjoint gestionnaire");
    assert_keys("l’École n° 12", "l ecole n 12");
}

static void test_distances_are_counted_in_single_letters(void)
{
    static const struct {
        const char *a, *b;
        int distance;
    } cases[] = {
        {"", "", 0},
        {"a", "", 1},
        {"", "abc", 3},
        {"role", "role", 0},
        {"role", "roles", 1},
        {"role", "rule", 1},
        {"role", "rloe", 2},
        {"kitten", "sitting", 3},
        {"gestion", "agestio", 2},
        {"\u03B1\u03B2", "\u03B1", 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_cmpint(co_text_distance(cases[i].a, cases[i].b, 9), ==, cases[i].distance);
        g_assert_cmpint(co_text_distance(cases[i].b, cases[i].a, 9), ==, cases[i].distance);
    }
}

static void test_distances_stop_just_past_the_limit(void)
{
    g_assert_cmpint(co_text_distance("kitten", "sitting", 3), ==, 3);
    g_assert_cmpint(co_text_distance("kitten", "sitting", 2), ==, 3);
    g_assert_cmpint(co_text_distance("kitten", "sitting", 0), ==, 1);
    g_assert_cmpint(co_text_distance("abcdef", "ghijkl", 2), ==, 3);
    g_assert_cmpint(co_text_distance("abcd", "cdab", 2), ==, 3);
    g_assert_cmpint(co_text_distance("a", "abcdefghij", 4), ==, 5);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return co_text_compare(*(const char *const *)a, *(const char *const *)b);
}

static void test_names_stand_in_the_order_of_a_directory(void)
{
    static const char *const ordered[] = {
        "abel",    "Ébert",    "Eberth",  "Étienne", "Le Goff", "Le-Goff",
        "Leblanc", "OEuvrard", "Œuvrard", "Zoé",     "zoé",
    };
    const char *names[G_N_ELEMENTS(ordered)];
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++)
        names[i] = ordered[(i * 7) % G_N_ELEMENTS(ordered)];
    qsort(names, G_N_ELEMENTS(names), sizeof *names, compare_names);
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++)
        g_assert_cmpstr(names[i], ==, ordered[i]);
}

static void test_accents_decide_between_equal_letters(void)
{
    static const char *const ordered[] = {"Cote", "cote", "Coté", "coté", "côte", "côté"};
    for (size_t i = 0; i < G_N_ELEMENTS(ordered); i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(ordered); j++) {
            int order = co_text_compare(ordered[i], ordered[j]);
            g_assert_true(i < j ? order < 0 : i > j ? order > 0 : order == 0);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/fold/example", test_the_example_of_the_header_holds);
    g_test_add_func("/text/fold/accents", test_accents_are_undone_in_either_form);
    g_test_add_func("/text/fold/ligatures", test_ligatures_and_barred_letters_are_undone);
    g_test_add_func("/text/fold/apostrophes", test_apostrophes_are_all_one);
    g_test_add_func("/text/fold/hyphens", test_hyphens_are_all_one);
    g_test_add_func("/text/fold/blanks", test_blanks_are_all_one_and_none_at_the_ends);
    g_test_add_func("/text/fold/nothing", test_no_text_gives_an_empty_one);
    g_test_add_func("/text/fold/no_utf8", test_bytes_that_are_no_utf8_are_survived);
    g_test_add_func("/text/fold/twice", test_any_letter_folds_to_the_same_twice);
    g_test_add_func("/text/key/letters", test_a_key_has_letters_and_digits_only);
    g_test_add_func("/text/distance/letters", test_distances_are_counted_in_single_letters);
    g_test_add_func("/text/distance/limit", test_distances_stop_just_past_the_limit);
    g_test_add_func("/text/compare/directory", test_names_stand_in_the_order_of_a_directory);
    g_test_add_func("/text/compare/accents", test_accents_decide_between_equal_letters);
    return g_test_run();
}

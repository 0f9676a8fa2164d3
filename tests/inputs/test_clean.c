/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/tables/clean.h"

#include <glib.h>

static void assert_cleans(const char *text, const char *expected)
{
    g_autofree char *clean = co_clean_text(text);
    g_assert_cmpstr(clean, ==, expected);
}

static void test_blanks_of_every_kind_become_one_space(void)
{
    assert_cleans("  Lornelly-Persandrin  ", "Lornelly-Persandrin");
    assert_cleans("\u00A0Inès\u202F de\r\n La\tTour \u2003", "Inès de La Tour");
    assert_cleans("", "");
    assert_cleans(" \u00A0\n", "");
}

static void test_invisible_characters_go_without_a_trace(void)
{
    assert_cleans("\uFEFFco\u00ADordon\u200Bnées", "coordonnées");
}

static void test_case_accents_and_signs_stay(void)
{
    assert_cleans("N'DOLARÉ – d’Œuvre", "N'DOLARÉ – d’Œuvre");
}

static void test_what_cannot_be_seen_is_blank(void)
{
    g_assert_true(co_clean_is_blank(""));
    g_assert_true(co_clean_is_blank(" \u00A0\t\u200B\uFEFF"));
    g_assert_false(co_clean_is_blank("\u00A0-"));
}

static void test_formulas_are_told_from_numbers_and_words(void)
{
    g_assert_true(co_clean_looks_like_formula("=2+3"));
    g_assert_true(co_clean_looks_like_formula("@SOMME(1;2)"));
    g_assert_true(co_clean_looks_like_formula("+A1"));
    g_assert_true(co_clean_looks_like_formula("-B2"));
    g_assert_false(co_clean_looks_like_formula("-1"));
    g_assert_false(co_clean_looks_like_formula("+33 1 23"));
    g_assert_false(co_clean_looks_like_formula("-"));
    g_assert_false(co_clean_looks_like_formula(""));
    g_assert_false(co_clean_looks_like_formula("a=b"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clean/text/blanks", test_blanks_of_every_kind_become_one_space);
    g_test_add_func("/clean/text/invisible", test_invisible_characters_go_without_a_trace);
    g_test_add_func("/clean/text/kept", test_case_accents_and_signs_stay);
    g_test_add_func("/clean/is_blank", test_what_cannot_be_seen_is_blank);
    g_test_add_func("/clean/formula", test_formulas_are_told_from_numbers_and_words);
    return g_test_run();
}

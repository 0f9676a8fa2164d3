/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a French line may be broken. */
#include <glib.h>

#include "outputs/kit/blanks.h"

/* @return (transfer full) the text with '_' at each blank that clings */
static char *marked(const char *text)
{
    GString *found = g_string_new(NULL);
    for (const char *c = text; *c != '\0'; c++)
        g_string_append_c(found, *c == ' ' && co_blank_clings(text, c) ? '_' : *c);
    return g_string_free(found, FALSE);
}

static void assert_marked(const char *text, const char *expected)
{
    g_autofree char *found = marked(text);
    g_assert_cmpstr(found, ==, expected);
}

static void test_high_punctuation_never_begins_a_line(void)
{
    assert_marked("Frais : oui ; sûr ? non ! rien", "Frais_: oui_; sûr_? non_! rien");
}

static void test_guillemets_hold_their_text(void)
{
    assert_marked("la formation « mini », suite", "la formation «_mini_», suite");
}

static void test_a_number_keeps_its_unit(void)
{
    assert_marked("54 h d'animation, 12 km, 20,00 € (10 %)",
                  "54_h d'animation, 12_km, 20,00_€ (10_%)");
    assert_marked("3 heures, un h, 2 kmh", "3 heures, un h, 2 kmh");
}

static void test_a_code_stays_with_what_announces_it(void)
{
    assert_marked("Lycée des Ormes (UAI 0800001A), Plan n° 1",
                  "Lycée des Ormes (UAI_0800001A), Plan n°_1");
}

static void test_a_blank_at_either_end_is_no_trap(void)
{
    assert_marked(" ", " ");
    assert_marked(" :", "_:");
    assert_marked("n° ", "n°_");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/blanks/high punctuation never begins a line",
                    test_high_punctuation_never_begins_a_line);
    g_test_add_func("/blanks/guillemets hold their text", test_guillemets_hold_their_text);
    g_test_add_func("/blanks/a number keeps its unit", test_a_number_keeps_its_unit);
    g_test_add_func("/blanks/a code stays with what announces it",
                    test_a_code_stays_with_what_announces_it);
    g_test_add_func("/blanks/a blank at either end is no trap",
                    test_a_blank_at_either_end_is_no_trap);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "cohorte/text.h"

static void test_published_codes_carry_their_check_letter(void)
{
    static const char *const uais[] = {"0010001W", "0071245R", "0480017H", "0932030B", "0772228D"};
    for (size_t i = 0; i < G_N_ELEMENTS(uais); i++) {
        g_autofree char *digits = g_strndup(uais[i], 7);
        g_assert_cmpint(co_uai_check_letter(digits), ==, uais[i][7]);
        g_assert_true(co_uai_is_valid(uais[i]));
    }
}

static void test_one_letter_in_twenty_three_is_right(void)
{
    char digits[8];
    for (int number = 380000; number < 390000; number++) {
        g_snprintf(digits, sizeof digits, "%07d", number);
        int n_valid = 0;
        for (int letter = 'A'; letter <= 'Z'; letter++) {
            g_autofree char *uai = g_strdup_printf("%s%c", digits, letter);
            n_valid += co_uai_is_valid(uai);
        }
        g_assert_cmpint(n_valid, ==, 1);
        g_assert_null(strchr("IOQ", co_uai_check_letter(digits)));
    }
}

static void test_any_wrong_digit_is_seen(void)
{
    for (int position = 0; position < 7; position++) {
        for (int digit = '0'; digit <= '9'; digit++) {
            char uai[] = "0932030B";
            bool same = uai[position] == digit;
            uai[position] = (char)digit;
            g_assert_true(co_uai_is_valid(uai) == same);
        }
    }
}

static void test_what_is_not_seven_digits_has_no_check_letter(void)
{
    static const char *const texts[] = {"", "001000", "00100011", "001000A", "001 001", "\u0660"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_cmpint(co_uai_check_letter(texts[i]), ==, '\0');
    g_assert_cmpint(co_uai_check_letter(NULL), ==, '\0');
}

static void test_only_the_exact_form_is_valid(void)
{
    static const char *const texts[] = {"",          "0010001w", " 0010001W",
                                        "0010001W ", "010001W",  "0010001WW",
                                        "0010001",   "OO10001W", "W0010001"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_false(co_uai_is_valid(texts[i]));
    g_assert_false(co_uai_is_valid(NULL));
}

static void test_what_hands_do_to_a_code_is_undone(void)
{
    static const char *const texts[] = {"0010001W",   "0010001w",       " 001 0001 W ",
                                        "001.0001.W", "OO1ooo1w",       "\u00A00010001W\u200B",
                                        "0010001\tW", "0 0 1 0 0 0 1 w"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *uai = co_uai_repair(texts[i]);
        g_assert_cmpstr(uai, ==, "0010001W");
    }
}

static void test_nothing_is_mended_without_proof(void)
{
    static const char *const texts[] = {
        "",         "0010001X",      "0010001",     "010001W", "00100010W", "0010001WW",
        "001000IW", "0010001\u0157", "0010001\xff", "rien",    "0010001-W", "001000100010001W"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_null(co_uai_repair(texts[i]));
    g_assert_null(co_uai_repair(NULL));
}

static void test_every_code_of_the_directory_is_valid(void)
{
    const char *shared = g_getenv("COHORTE_SHARED");
    g_autofree char *path = g_build_filename(shared == NULL ? "" : shared, "data", "annuaire",
                                             "etablissements-publics-france.csv", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_test_skip("the directory of establishments is not here (COHORTE_SHARED)");
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint n_lines = g_strv_length(lines);
    g_assert_cmpuint(n_lines, >, 1000);
    for (guint i = 1; i < n_lines && *lines[i] != '\0'; i++) {
        g_auto(GStrv) cells = g_strsplit(lines[i], ",", 2);
        g_assert_true(co_uai_is_valid(cells[0]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/uai/check_letter/published", test_published_codes_carry_their_check_letter);
    g_test_add_func("/uai/check_letter/one", test_one_letter_in_twenty_three_is_right);
    g_test_add_func("/uai/check_letter/none", test_what_is_not_seven_digits_has_no_check_letter);
    g_test_add_func("/uai/is_valid/wrong_digit", test_any_wrong_digit_is_seen);
    g_test_add_func("/uai/is_valid/exact", test_only_the_exact_form_is_valid);
    g_test_add_func("/uai/is_valid/directory", test_every_code_of_the_directory_is_valid);
    g_test_add_func("/uai/repair/hands", test_what_hands_do_to_a_code_is_undone);
    g_test_add_func("/uai/repair/proof", test_nothing_is_mended_without_proof);
    return g_test_run();
}

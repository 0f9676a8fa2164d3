/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/surveys/survey_headers.h"

static CoSheet *sheet_of(const char *const *headers)
{
    CoSheet *sheet = co_sheet_new("enquete.csv", NULL);
    for (int i = 0; headers[i] != NULL; i++)
        co_sheet_add_cell(sheet, headers[i]);
    co_sheet_end_row(sheet, 1);
    return sheet;
}

static void assert_fills(const char *name, int n, const char *expected)
{
    g_autofree char *filled = co_placeholder_fill(name, n);
    g_assert_cmpstr(filled, ==, expected);
}

static void test_a_placeholder_stands_for_the_number_of_the_person(void)
{
    assert_fills("Agent {n} [Nom]", 12, "Agent 12 [Nom]");
    assert_fills("Q5[SQ{nnn}_SQ002]", 7, "Q5[SQ007_SQ002]");
    assert_fills("Q5[SQ{nnn}]", 1234, "Q5[SQ1234]");
    assert_fills("G{nn+1}Q03", 1, "G02Q03");
    assert_fills("Nom{n?}", 1, "Nom");
    assert_fills("Nom{n?}", 2, "Nom2");
    assert_fills("p{n}[{n}]", 3, "p3[3]");
}

static void test_what_is_no_placeholder_stands_as_it_is(void)
{
    static const char *const names[] = {"", "{", "{}", "{n", "{x}", "{n+1000}", "n}", "{+1}"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_fills(names[i], 2, names[i]);
        g_assert_false(co_placeholder_is_in(names[i]));
    }
    assert_fills("{{n}", 2, "{2");
    g_assert_true(co_placeholder_is_in("{{n}"));
}

static void test_a_numbering_is_written_as_it_is_read(void)
{
    static const char *const names[] = {"{n}", "{nnn}", "{nn+12}", "{n?}", "{n+1?}"};
    static const CoNumbering numberings[] = {
        {1, 0, false}, {3, 0, false}, {2, 12, false}, {1, 0, true}, {1, 1, true}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *text = co_placeholder_text(&numberings[i]);
        g_assert_cmpstr(text, ==, names[i]);
        g_assert_true(co_placeholder_is_in(text));
    }
}

static void test_headers_are_found_folded_then_by_letters_and_digits(void)
{
    static const char *const names[] = {"Code\u00A0UAI ", "Code_de_l’agence", "Nom", NULL};
    g_autoptr(CoSheet) sheet = sheet_of(names);
    g_autoptr(CoHeaders) headers = co_headers_new(sheet);
    g_assert_cmpint(co_headers_find(headers, "code uai", 0), ==, 0);
    g_assert_cmpint(co_headers_find(headers, "Code de l'agence", 0), ==, 1);
    g_assert_cmpint(co_headers_find(headers, "Prénom", 0), ==, -1);
    g_assert_cmpint(co_headers_find(headers, "", 0), ==, -1);
}

static void test_repeated_headers_are_told_apart_by_their_order(void)
{
    static const char *const names[] = {"Nom", "Fonction", "Nom", "Fonction", "Nom2", NULL};
    g_autoptr(CoSheet) sheet = sheet_of(names);
    g_autoptr(CoHeaders) headers = co_headers_new(sheet);
    g_assert_cmpint(co_headers_find_person(headers, "Nom", 1), ==, 0);
    g_assert_cmpint(co_headers_find_person(headers, "Nom", 2), ==, 2);
    g_assert_cmpint(co_headers_find_person(headers, "Nom", 3), ==, -1);
    g_assert_cmpint(co_headers_find_person(headers, "Nom{n?}", 1), ==, 0);
    g_assert_cmpint(co_headers_find_person(headers, "Nom{n?}", 2), ==, 4);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/survey/placeholder", test_a_placeholder_stands_for_the_number_of_the_person);
    g_test_add_func("/survey/placeholder/none", test_what_is_no_placeholder_stands_as_it_is);
    g_test_add_func("/survey/placeholder/text", test_a_numbering_is_written_as_it_is_read);
    g_test_add_func("/survey/headers", test_headers_are_found_folded_then_by_letters_and_digits);
    g_test_add_func("/survey/headers/repeated",
                    test_repeated_headers_are_told_apart_by_their_order);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles above the headers of a table. */
#include "folder.h"

static void put_above(const Folder *folder, const char *name, const char *lines)
{
    g_autofree char *before = folder_read(folder, name);
    g_autofree char *text = g_strconcat(lines, before, NULL);
    folder_write(folder, name, text);
}

static char *digest_of(Folder *folder)
{
    folder_import(folder);
    return co_campaign_digest(folder->campaign);
}

static void test_one_or_two_lines_of_title_are_stepped_over_and_told(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *plain = digest_of(&folder);
    put_above(&folder, "roles.csv", "Fonctions de la campagne\n");
    put_above(&folder, "salles.csv", "Salles;;;;;;;;;\n\nMises à jour le 3 mai\n");
    put_above(&folder, "besoins.csv", "Besoins\n");
    g_autofree char *titled = digest_of(&folder);
    g_assert_cmpstr(plain, ==, titled);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TITLE_ABOVE), ==, 4);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROW_LENGTH), ==, 0);
    problems_assert_below(folder.problems, CO_SEVERITY_WARNING);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_TITLE_ABOVE, "salles.csv", 3);
    g_assert_cmpstr(problem->value, ==, "Mises à jour le 3 mai");
}

static void test_a_third_line_is_no_title(void)
{
    g_auto(Folder) folder = folder_new();
    put_above(&folder, "roles.csv", "Un\nDeux\nTrois\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TITLE_ABOVE), ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_COLUMN_MISSING), >, 0);
}

static void test_headers_that_lack_a_column_are_still_the_headers(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "roles.csv", "sphere", "spher");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_COLUMN_MISSING);
    g_assert_cmpint(problem->line, ==, 1);
    g_assert_cmpstr(problem->detail, ==, "spher");
}

static void test_a_row_longer_than_the_headers_under_a_title_is_told(void)
{
    g_auto(Folder) folder = folder_new();
    put_above(&folder, "roles.csv", "Fonctions\n");
    folder_append(&folder, "roles.csv", "DIV;Divers;ordo;autre;non;;en trop\n");
    folder_import(&folder);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_ROW_LENGTH, "roles.csv", 7);
    g_assert_cmpstr(problem->value, ==, "en trop");
}

static void test_a_title_alone_is_no_table(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "roles.csv", "Fonctions\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TITLE_ABOVE), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/titles/stepped over",
                    test_one_or_two_lines_of_title_are_stepped_over_and_told);
    g_test_add_func("/import/titles/third", test_a_third_line_is_no_title);
    g_test_add_func("/import/titles/headers",
                    test_headers_that_lack_a_column_are_still_the_headers);
    g_test_add_func("/import/titles/length",
                    test_a_row_longer_than_the_headers_under_a_title_is_told);
    g_test_add_func("/import/titles/alone", test_a_title_alone_is_no_table);
    return g_test_run();
}

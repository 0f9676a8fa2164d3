/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory by itself: establishments of a commune. How it completes a campaign is tested with
 * whole folders (test_import_annuaire.c). */
#include "inputs/identity/directory.h"

#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "inputs/import_context.h"
#include "problems.h"

static CoImport *import_of(const char *text, CoProblemList *problems)
{
    CoImport *import = co_import_new("/nowhere/at/all", NULL, problems);
    import->sheets = co_sheet_store_new();
    CoSheet *sheet = co_csv_read_bytes(text, strlen(text), "annuaire.csv", problems);
    co_sheet_store_add(import->sheets, "annuaire", "annuaire.csv", sheet, problems);
    co_directory_read(import);
    return import;
}

static void note(const char *uai, const char *name, gpointer data)
{
    g_string_append_printf(data, "%s %s;", uai, name);
}

static void assert_in_commune(CoImport *import, const char *commune, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    co_directory_visit_commune(import->directory, commune, note, found);
    g_assert_cmpstr(found->str, ==, wanted);
}

static void test_a_commune_is_found_however_it_is_typed(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoImport) import = import_of("uai;nom;commune\n"
                                           "0389001C;Des Essarts;Saint-Égrève\n"
                                           "0389002D;Du Bief;SAINT EGREVE CEDEX 9\n"
                                           "0389003E;Des Combes;Lyon 3e Arrondissement\n"
                                           "0389004F;Du Plateau;\n",
                                           problems);
    assert_in_commune(import, "saint egreve", "0389001C Des Essarts;0389002D Du Bief;");
    assert_in_commune(import, "LYON 07", "0389003E Des Combes;");
    assert_in_commune(import, "Grenoble", "");
    assert_in_commune(import, "", "");
}

static void test_closed_establishments_and_twins_are_passed_over(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoImport) import = import_of("uai;nom;commune;etat\n"
                                           "0389001C;Ancien nom;Voiron;FERME\n"
                                           "0389001C;Des Essarts;Voiron;OUVERT\n"
                                           "0389002D;Du Bief;Voiron;FERME\n",
                                           problems);
    assert_in_commune(import, "Voiron", "0389001C Des Essarts;");
}

static void test_a_uai_typed_with_blanks_is_found(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoImport) import =
        import_of("uai;nom;commune\n0 389 001c;Des Essarts;Voiron\n", problems);
    CoDirectoryEntry entry;
    g_assert_true(co_directory_find(import, "0389001C", &entry));
    g_assert_cmpstr(entry.place.name, ==, "Des Essarts");
    g_assert_false(co_directory_find(import, "0389002D", &entry));
    g_assert_cmpstr(entry.place.name, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/directory/commune", test_a_commune_is_found_however_it_is_typed);
    g_test_add_func("/directory/commune/closed",
                    test_closed_establishments_and_twins_are_passed_over);
    g_test_add_func("/directory/uai", test_a_uai_typed_with_blanks_is_found);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official directories: two layouts, twins, closed and attached establishments. */
#include "folder.h"

#define FIRST_LAYOUT                                                                               \
    "\uFEFFIdentifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Adresse_1;"         \
    "Code_postal;Code_commune;Nom_commune;position;Libelle_academie;latitude;longitude;etat;"      \
    "code_nature;libelle_nature;etablissement_mere;Telephone\r\n"
#define SECOND_LAYOUT                                                                              \
    "\uFEFFnumero_uai;appellation_officielle;adresse_uai;code_postal_uai;libelle_commune;"         \
    "latitude;longitude;nature_uai;nature_uai_libe;etat_etablissement;etat_etablissement_libe;"    \
    "code_commune;libelle_academie;position\r\n"

static void test_both_official_layouts_are_read(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "annuaire.csv", "0389001C,", "0389006H,");
    folder_replace(&folder, "annuaire.csv", "0389002D,", "0389007J,");
    folder_write(&folder, "annuaire-lycees.csv",
                 FIRST_LAYOUT "0389001C;Lycée des Essarts;Lycée;3 rue Basse;1000;1053;Bourg;"
                              "\"46.2, 5.2\";Grenoble;;;OUVERT;320;LYCEE PROFESSIONNEL;;\r\n");
    folder_write(&folder, "annuaire-colleges.csv",
                 SECOND_LAYOUT "0389002D;Collège du Bief;8 quai Vert;38500;Voiron;45.36;5.59;340;"
                               "COLLEGE;1;OUVERT;38563;Grenoble;\"45.36, 5.59\"\r\n");
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
    const CoPlace *first = &folder.campaign->establishments[0].place;
    g_assert_cmpstr(first->type, ==, "Lycée professionnel");
    g_assert_cmpstr(first->address, ==, "3 rue Basse");
    g_assert_cmpstr(first->post_code, ==, "01000");
    g_assert_cmpstr(first->commune_code, ==, "01053");
    g_assert_true(first->located);
    g_assert_cmpfloat_with_epsilon(first->longitude, 5.2, 1e-9);
    const CoPlace *second = &folder.campaign->establishments[1].place;
    g_assert_cmpstr(second->type, ==, "Collège");
    g_assert_cmpstr(second->commune_code, ==, "38563");
    g_assert_cmpstr(second->address, ==, "8 quai Vert");
}

static void test_the_nature_code_tells_more_than_the_type(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "annuaire.csv", "0389003E,", "0389008K,");
    folder_write(&folder, "annuaire-2.csv",
                 FIRST_LAYOUT "0389003E;Collège des Combes;Lycée;;38220;;Vizille;;Grenoble;45.07;"
                              "5.77;OUVERT;340;COLLEGE;;\r\n");
    folder_import(&folder);
    g_assert_cmpstr(folder.campaign->establishments[2].place.type, ==, "Collège");
}

static void test_of_twins_the_open_and_located_one_stands(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "annuaire.csv", "0389003E,", "0389008K,");
    folder_write(&folder, "annuaire-2.csv",
                 FIRST_LAYOUT
                 "0389003E;Ancien nom;Collège;;38220;;Vizille;;Grenoble;45.07;5.77;FERME;340;;;\r\n"
                 "0389003E;Collège des Combes;Collège;;38220;;Vizille;;Grenoble;;;OUVERT;340;;;\r\n"
                 "0389003E;Collège des Combes;Collège;;38221;;Vizille;;Grenoble;45.07;5.77;OUVERT;"
                 "340;;;\r\n");
    folder_import(&folder);
    const CoPlace *place = &folder.campaign->establishments[2].place;
    g_assert_cmpstr(place->name, ==, "Collège des Combes");
    g_assert_cmpstr(place->post_code, ==, "38221");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_DIRECTORY_TWICE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->detail, ==, "annuaire-2.csv:4");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DIRECTORY_TWICE), ==, 1);
}

static void test_twins_that_agree_or_that_nobody_needs_are_passed_over(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "annuaire.csv",
                  "0389003E,Collège des Combes,CLG,Vizille,38220,038,Grenoble,45.07,5.77\n"
                  "0389009L,Un nom,CLG,Vizille,38220,038,Grenoble,45.07,5.77\n"
                  "0389009L,Un autre,CLG,Vizille,38220,038,Grenoble,45.07,5.77\n"
                  "sans code,Rien,CLG,Vizille,38220,038,Grenoble,45.07,5.77\n");
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
}

static void test_closed_and_attached_establishments_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "annuaire.csv", "0389003E,", "0389008K,");
    folder_write(&folder, "annuaire-2.csv",
                 FIRST_LAYOUT "0389003E;SEP du lycée;Lycée;;38220;;Vizille;;Grenoble;45.07;5.77;"
                              "A FERMER;334;SECTION;0389001C;\r\n");
    folder_import(&folder);
    const CoProblem *closed = problems_get(folder.problems, CO_PROBLEM_DIRECTORY_CLOSED);
    g_assert_cmpstr(closed->detail, ==, "A FERMER");
    g_assert_cmpint(closed->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_DIRECTORY_ATTACHED)->detail, ==,
                    "0389001C");
}

static void test_a_directory_without_uais_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "annuaire-3.csv", "siret;nom\n123;x\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_COLUMN_MISSING);
    g_assert_cmpstr(problem->file, ==, "annuaire-3.csv");
    g_assert_cmpint(problem->action, ==, CO_ACTION_FILE_OUT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/annuaire/layouts", test_both_official_layouts_are_read);
    g_test_add_func("/import/annuaire/nature", test_the_nature_code_tells_more_than_the_type);
    g_test_add_func("/import/annuaire/twins", test_of_twins_the_open_and_located_one_stands);
    g_test_add_func("/import/annuaire/twins/quiet",
                    test_twins_that_agree_or_that_nobody_needs_are_passed_over);
    g_test_add_func("/import/annuaire/state", test_closed_and_attached_establishments_are_told);
    g_test_add_func("/import/annuaire/no_uai", test_a_directory_without_uais_is_left_out);
    return g_test_run();
}

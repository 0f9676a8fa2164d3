/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and tables as wholes: missing, empty, misnamed, unreadable, enormous. */
#include "folder.h"

#include <glib/gstdio.h>

#include <string.h>

static void test_the_base_folder_raises_no_problem_at_all(void)
{
    g_auto(Folder) folder = folder_new();
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpint(folder.campaign->n_establishments, ==, 3);
    g_assert_cmpint(folder.campaign->n_people, ==, 5);
}

static void test_the_same_folder_gives_the_same_digest(void)
{
    g_auto(Folder) folder = folder_new();
    folder_import(&folder);
    g_autofree char *first = co_campaign_digest(folder.campaign);
    folder_import(&folder);
    g_autofree char *second = co_campaign_digest(folder.campaign);
    g_assert_cmpstr(first, ==, second);
}

static void test_each_required_table_is_missed_by_name(void)
{
    static const char *const tables[] = {"parametres", "roles",          "parcours",
                                         "modules",    "etablissements", "besoins",
                                         "formateurs", "salles",         "fm1"};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_auto(Folder) folder = folder_new();
        g_autofree char *file = g_strconcat(tables[i], ".csv", NULL);
        folder_write(&folder, file, NULL);
        folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
        const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_MISSING);
        g_assert_cmpstr(problem->value, ==, tables[i]);
        g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    }
}

static void test_a_missing_calendar_is_missed_by_name(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-vacances.csv", NULL);
    folder_write(&folder, "calendrier-feries.csv", NULL);
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_MISSING);
    g_assert_cmpstr(problem->value, ==, "calendrier");
}

static void test_optional_tables_may_be_missing(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "vagues.csv", NULL);
    folder_write(&folder, "agences.csv", NULL);
    folder_write(&folder, "annuaire.csv", NULL);
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
    g_assert_cmpint(folder.campaign->n_waves, ==, 1);
    g_assert_cmpint(folder.campaign->n_agencies, ==, 1);
    g_assert_cmpint(folder.campaign->waves[0].cutover, ==, CO_DAY_NONE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PLACE_UNKNOWN), ==, 3);
}

static void test_an_empty_required_table_is_an_error(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "salles.csv", "salle;site;commune;latitude;longitude;places;postes\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_EMPTY);
    g_assert_cmpstr(problem->value, ==, "salles");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
}

static void test_an_empty_optional_table_is_a_notice(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "echeances.csv", "code;libelle;debut;fin\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_EMPTY);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_a_file_without_a_byte_is_said_empty_not_missing(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "salles.csv", "");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_FILE_EMPTY)->file, ==, "salles.csv");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 0);
}

static void test_a_binary_file_named_csv_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *path = g_build_filename(folder.path, "salles.csv", NULL);
    g_assert_true(g_file_set_contents(path, "PK\3\4\0\0\0", 7, NULL));
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_FILE_NOT_TEXT);
    g_assert_cmpstr(problem->file, ==, "salles.csv");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 0);
}

static void test_tables_whose_rows_are_all_left_out_make_no_campaign(void)
{
    static const struct {
        const char *file, *text;
    } tables[] = {{"etablissements.csv", "uai;vague\n0389001X;V8\n"},
                  {"roles.csv", "role;libelle;sphere\nSG;Secrétaire;autre\n"},
                  {"modules.csv", "parcours;ordre;module;titre;modalite;demi_journees\n"
                                  "X;1;A;A;presentiel;1\n"}};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_auto(Folder) folder = folder_new();
        folder_write(&folder, tables[i].file, tables[i].text);
        folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
        g_assert_cmpuint(co_problem_list_count(folder.problems, CO_SEVERITY_ERROR), >, 0);
    }
}

static void test_an_unreadable_folder_is_a_failure(void)
{
    static const char *const paths[] = {"/nowhere/at/all", "/dev/null"};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(CoProblemList) problems = co_problem_list_new();
        g_autoptr(GError) error = NULL;
        g_assert_null(co_import_folder(paths[i], NULL, problems, &error));
        g_assert_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNREADABLE);
    }
}

static void test_an_empty_folder_misses_everything_at_once(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *inner = g_build_filename(folder.path, "vide", NULL);
    g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_import_folder(inner, NULL, folder.problems, &error));
    g_assert_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 10);
}

static void assert_recognised(const Folder *folder, const char *file, const char *table)
{
    const CoProblem *problem =
        problems_get_at(folder->problems, CO_PROBLEM_TABLE_RECOGNISED, file, -1);
    g_assert_cmpstr(problem->value, ==, table);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void rename_table(const Folder *folder, const char *from, const char *to)
{
    g_autofree char *text = folder_read(folder, from);
    folder_write(folder, to, text);
    folder_write(folder, from, NULL);
}

static void test_official_files_keep_the_name_they_are_published_under(void)
{
    g_auto(Folder) folder = folder_new();
    folder_import(&folder);
    g_autofree char *before = co_campaign_digest(folder.campaign);
    rename_table(&folder, "calendrier-vacances.csv", "fr-en-calendrier-scolaire.csv");
    rename_table(&folder, "calendrier-feries.csv", "jours_feries_metropole.csv");
    folder_write(&folder, "annuaire.csv", NULL);
    folder_write(&folder, "fr-en-annuaire-education_2024.csv",
                 "Identifiant_de_l_etablissement;Nom_etablissement;Libelle_academie;Nom_commune;"
                 "latitude;longitude\n"
                 "0389001C;Lycée inventé;Grenoble;Voiron;45.36;5.59\n");
    folder_import(&folder);
    assert_recognised(&folder, "fr-en-calendrier-scolaire.csv", "calendrier");
    assert_recognised(&folder, "jours_feries_metropole.csv", "calendrier");
    assert_recognised(&folder, "fr-en-annuaire-education_2024.csv", "annuaire");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_UNKNOWN), ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 0);
    g_autofree char *after = co_campaign_digest(folder.campaign);
    g_assert_cmpstr(after, !=, before); /* another directory */
}

static void test_a_calendar_to_subscribe_to_is_told_from_an_agenda(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-feries.csv", NULL);
    folder_write(&folder, "jours_feries_metropole.ics",
                 "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Jours fériés Métropole\n"
                 "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20241111\nSUMMARY:11 novembre\nEND:VEVENT\n"
                 "END:VCALENDAR\n");
    folder_write(&folder, "personnel.ics",
                 "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20241112\n"
                 "SUMMARY:Dentiste\nEND:VEVENT\nEND:VCALENDAR\n");
    folder_import(&folder);
    assert_recognised(&folder, "jours_feries_metropole.ics", "calendrier");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_RECOGNISED), ==, 1);
}

static void test_a_survey_is_told_by_the_columns_of_its_tool(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "results-survey123456.csv",
                 "\"ID de la réponse\",\"Date de soumission\",\"Dernière page\","
                 "\"Langue de départ\",\"UAI de l'établissement\",\"Nom\",\"Prénom\","
                 "\"Fonction\"\n"
                 "\"1\",\"2024-09-20 10:00:00\",\"3\",\"fr\",\"0389002D\",\"Nomun\","
                 "\"Prénom\",\"SG\"\n");
    folder_write(&folder, "satisfaction.csv",
                 "\"Horodateur\",\"Qu'avez-vous pensé du repas ?\"\n\"x\",\"bien\"\n");
    folder_import(&folder);
    assert_recognised(&folder, "results-survey123456.csv", "enquete");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    problems_get_at(folder.problems, CO_PROBLEM_TABLE_UNKNOWN, "satisfaction.csv", -1);
}

static void test_a_missing_table_is_told_with_the_files_that_are_none(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "salles.csv", NULL);
    folder_write(&folder, "lieux.csv", "a;b\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_TABLE_MISSING)->detail, ==,
                    "lieux.csv");
}

static void test_a_misnamed_file_is_told_its_nearest_table(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "sales.csv", "a;b\n");
    folder_write(&folder, "archives.csv", "a;b\n");
    folder_import(&folder);
    const CoProblem *near =
        problems_get_at(folder.problems, CO_PROBLEM_TABLE_UNKNOWN, "sales.csv", -1);
    g_assert_cmpstr(near->detail, ==, "salles");
    g_assert_cmpint(near->severity, ==, CO_SEVERITY_WARNING);
    const CoProblem *far =
        problems_get_at(folder.problems, CO_PROBLEM_TABLE_UNKNOWN, "archives.csv", -1);
    g_assert_cmpstr(far->detail, ==, NULL);
    g_assert_cmpint(far->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_file_names_fold_and_a_second_file_of_a_table_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *text = folder_read(&folder, "parametres.csv");
    folder_write(&folder, "parametres.csv", NULL);
    folder_write(&folder, "Paramètres.CSV", text);
    folder_write(&folder, "SALLES.csv", "salle\nX\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_TWICE);
    g_assert_cmpstr(problem->file, ==, "salles.csv");
    g_assert_cmpstr(problem->detail, ==, "SALLES.csv");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 0);
}

static void test_lock_files_hidden_files_and_other_papers_are_passed_over(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "~$salles.csv", "x");
    folder_write(&folder, ".~lock.salles.csv", "x");
    folder_write(&folder, "README.md", "x");
    folder_write(&folder, "campagne.cohorte", "x");
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
}

static void test_a_broken_workbook_is_an_error_that_names_it(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "enquete.xlsx", "PK");
    folder_write(&folder, "carnet.ods", "PK");
    folder_write(&folder, "vagues.xls", "vague;bascule");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_BOOK_DAMAGED), ==, 3);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_BOOK_DAMAGED, "carnet.ods", -1);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problem->action, ==, CO_ACTION_FILE_OUT);
}

static void test_what_a_lost_workbook_may_have_held_is_not_called_missing(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "salles.csv", NULL);
    folder_write(&folder, "campagne.xlsx", "PK");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_TABLE_MISSING), ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_BOOK_DAMAGED), ==, 1);
}

static void test_a_hundred_thousand_rows_are_read(void)
{
    enum { N_ROWS = 100000 };
    g_auto(Folder) folder = folder_new();
    g_autoptr(GString) text = g_string_new("uai;role;nom;prenom;courriel\n");
    for (int i = 0; i < N_ROWS; i++)
        g_string_append_printf(text, "0389002D;SG;Nom;Prénom;p%d@ac-exemple.fr\n", i);
    folder_write(&folder, "besoins.csv", text->str);
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, N_ROWS);
    /* 99 999 homonyms: the list holds what it can, and says so. */
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_LIMIT_TRUNCATED), ==, 1);
}

static void test_a_hundred_thousand_wrong_rows_are_judged_without_delay(void)
{
    enum { N_ROWS = 100000 };
    g_auto(Folder) folder = folder_new();
    g_autoptr(GString) text = g_string_new("uai;role;nom\n0389002D;SG;Nom\n");
    for (int i = 0; i < N_ROWS; i++)
        g_string_append_printf(text, "0389002D;métier numéro %d;Nom\n", i);
    folder_write(&folder, "besoins.csv", text->str);
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpuint(co_problem_list_count(folder.problems, CO_SEVERITY_ERROR), >=, N_ROWS);
}

static void test_a_cell_of_ten_megabytes_costs_its_cell_only(void)
{
    enum { SIZE = 10 << 20 };
    g_auto(Folder) folder = folder_new();
    g_autofree char *filling = g_strnfill(SIZE, 'x');
    g_autofree char *row = g_strconcat("S2;Site;Voiron;45,3;5,5;12;12;\"", filling, "\"\n", NULL);
    folder_replace(&folder, "salles.csv", "places;postes\n", "places;postes;adresse\n");
    folder_append(&folder, "salles.csv", row);
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_rooms, ==, 2);
    g_assert_cmpstr(folder.campaign->rooms[1].place.address, ==, "");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_CELL_TOO_LARGE);
    g_assert_cmpstr(problem->column, ==, "adresse");
    g_assert_cmpint(problem->line, ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/files/published",
                    test_official_files_keep_the_name_they_are_published_under);
    g_test_add_func("/import/files/calendar",
                    test_a_calendar_to_subscribe_to_is_told_from_an_agenda);
    g_test_add_func("/import/files/survey", test_a_survey_is_told_by_the_columns_of_its_tool);
    g_test_add_func("/import/files/strangers",
                    test_a_missing_table_is_told_with_the_files_that_are_none);
    g_test_add_func("/import/files/sound", test_the_base_folder_raises_no_problem_at_all);
    g_test_add_func("/import/files/digest", test_the_same_folder_gives_the_same_digest);
    g_test_add_func("/import/files/missing", test_each_required_table_is_missed_by_name);
    g_test_add_func("/import/files/missing/calendar", test_a_missing_calendar_is_missed_by_name);
    g_test_add_func("/import/files/optional", test_optional_tables_may_be_missing);
    g_test_add_func("/import/files/empty", test_an_empty_required_table_is_an_error);
    g_test_add_func("/import/files/empty/optional", test_an_empty_optional_table_is_a_notice);
    g_test_add_func("/import/files/empty/bytes",
                    test_a_file_without_a_byte_is_said_empty_not_missing);
    g_test_add_func("/import/files/binary", test_a_binary_file_named_csv_is_left_out);
    g_test_add_func("/import/files/nothing_left",
                    test_tables_whose_rows_are_all_left_out_make_no_campaign);
    g_test_add_func("/import/files/folder", test_an_unreadable_folder_is_a_failure);
    g_test_add_func("/import/files/folder/empty", test_an_empty_folder_misses_everything_at_once);
    g_test_add_func("/import/files/misnamed", test_a_misnamed_file_is_told_its_nearest_table);
    g_test_add_func("/import/files/twice",
                    test_file_names_fold_and_a_second_file_of_a_table_is_left_out);
    g_test_add_func("/import/files/passed_over",
                    test_lock_files_hidden_files_and_other_papers_are_passed_over);
    g_test_add_func("/import/files/workbooks/broken",
                    test_a_broken_workbook_is_an_error_that_names_it);
    g_test_add_func("/import/files/workbooks/lost",
                    test_what_a_lost_workbook_may_have_held_is_not_called_missing);
    g_test_add_func("/import/files/many_rows", test_a_hundred_thousand_rows_are_read);
    g_test_add_func("/import/files/many_wrong_rows",
                    test_a_hundred_thousand_wrong_rows_are_judged_without_delay);
    g_test_add_func("/import/files/large_cell", test_a_cell_of_ten_megabytes_costs_its_cell_only);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys that ask how many persons of a role there are, and not who. */
#include "folder.h"

#include <string.h>

static Folder folder_with_survey(const char *text)
{
    Folder folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv", text);
    return folder;
}

static int count_people(const CoCampaign *campaign, const char *uai, const char *role, bool named)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        n += person->named == named &&
             strcmp(campaign->establishments[person->establishment_idx].uai, uai) == 0 &&
             strcmp(campaign->roles[person->role_idx[0]].code, role) == 0;
    }
    return n;
}

static void test_numbers_by_role_make_unnamed_persons(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "Code UAI;Nombre de SG;Combien d'agents comptables à former ?;Commentaire\n"
        "0389001C;1;3;\n0389002D;2;0;merci\n0389003E;0;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 6);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "SG", false), ==, 1);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "AC", false), ==, 3);
    g_assert_cmpint(count_people(folder.campaign, "0389002D", "SG", false), ==, 2);
    g_assert_true(folder.campaign->establishments[2].answered);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_EMPTY), ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_DOUBTFUL), ==, 0);
}

static void test_an_answer_without_any_number_is_empty(void)
{
    g_auto(Folder) folder = folder_with_survey("Code UAI;Nombre de SG\n0389001C;1\n0389002D;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_EMPTY), ==, 1);
}

static void test_a_number_that_is_none_is_told(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "Code UAI;Nombre de SG\n0389001C;1\n0389001C;2\n0389002D;3\n0389002D;4\n0389003E;deux\n");
    folder_import(&folder);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_VALUE_TYPE, "enquete.csv", 6);
    g_assert_cmpstr(problem->value, ==, "deux");
    g_assert_cmpstr(problem->column, ==, "Nombre de SG");
}

static void test_persons_named_are_part_of_the_number(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "Code UAI;Nombre de SG à former;Agent 1 [Nom];Agent 1 [Fonction];Agent 2 [Nom];"
        "Agent 2 [Fonction]\n"
        "0389001C;3;Mornavel;SG;Perlogeat;ORD\n0389002D;0;Grandisel;SG;;\n");
    folder_import(&folder);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "SG", true), ==, 1);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "SG", false), ==, 2);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "ORD", true), ==, 1);
    g_assert_cmpint(count_people(folder.campaign, "0389002D", "SG", true), ==, 1);
    g_assert_cmpint(folder.campaign->n_people, ==, 5);
}

static void test_numbers_of_something_else_are_left_alone(void)
{
    static const char *const headers[] = {
        "Nombre de personnes du service (SG compris)",
        "Nombre de SG déjà formés",
        "Nombre de SG et d'ordonnateurs",
        "Nombre de classes",
        "Nombre de jours d'absence du SG",
        "SG présent ?",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(headers); i++) {
        g_autofree char *text = g_strconcat("Code UAI;Agent 1 [Nom];Agent 1 [Fonction];",
                                            headers[i], "\n0389001C;Mornavel;ORD;4\n", NULL);
        g_auto(Folder) folder = folder_with_survey(text);
        folder_import(&folder);
        g_assert_cmpint(folder.campaign->n_people, ==, 1);
    }
}

static void test_of_two_numbers_of_a_role_the_one_to_train_counts(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "Code UAI;Nombre de SG;Nombre de SG à former;Nombre d'ordonnateurs;Combien d'ordonnateurs\n"
        "0389001C;5;2;1;1\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "SG", false), ==, 2);
}

static void test_a_row_a_person_with_one_number_stays_so(void)
{
    g_auto(Folder) folder =
        folder_with_survey("Code UAI;Nom;Prénom;Fonction;Nombre de SG\n0389001C;Mornavel;Inès;ORD;"
                           "2\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_true(folder.campaign->people[0].named);
}

static void test_who_answers_is_not_to_train_where_roles_are_counted(void)
{
    g_auto(Folder) folder =
        folder_with_survey("Code UAI;Votre nom;Votre fonction;Nombre de SG;Nombre d'assistants\n"
                           "0389001C;Mornavel;ORD;2;1\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "ASG", false), ==, 1);
}

static void test_the_mapping_keeps_them_and_may_be_corrected(void)
{
    g_auto(Folder) folder = folder_with_survey("Code UAI;Nombre de SG;Effectif AC\n0389001C;1;3\n");
    folder.write_mapping = true;
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_autofree char *mapping = folder_read(&folder, "enquete.correspondance");
    g_assert_nonnull(strstr(mapping, "sg=Nombre de SG\n"));
    folder_replace(&folder, "enquete.correspondance", "sg=Nombre de SG\n",
                   "SG=Nombre de SG\nAC=Effectif AC\nInconnue=Nombre de SG\nORD=Disparu\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 4);
    g_assert_cmpint(count_people(folder.campaign, "0389001C", "AC", false), ==, 3);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_MAPPING_INVALID)->value, ==,
                    "Inconnue");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_MAPPING_COLUMN)->value, ==, "Disparu");
}

static void test_a_mapping_of_numbers_alone_may_say_a_row_a_person(void)
{
    g_auto(Folder) folder = folder_with_survey("Code UAI;Nombre de SG\n0389001C;2\n0389001C;3\n");
    folder_write(&folder, "enquete.correspondance",
                 "[fichier]\nformat=tableur\nune_ligne_par=personne\n[colonnes]\nuai=Code UAI\n"
                 "[effectifs]\nSG=Nombre de SG\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/survey/counts/unnamed", test_numbers_by_role_make_unnamed_persons);
    g_test_add_func("/survey/counts/empty", test_an_answer_without_any_number_is_empty);
    g_test_add_func("/survey/counts/no number", test_a_number_that_is_none_is_told);
    g_test_add_func("/survey/counts/named", test_persons_named_are_part_of_the_number);
    g_test_add_func("/survey/counts/else", test_numbers_of_something_else_are_left_alone);
    g_test_add_func("/survey/counts/twins", test_of_two_numbers_of_a_role_the_one_to_train_counts);
    g_test_add_func("/survey/counts/person", test_a_row_a_person_with_one_number_stays_so);
    g_test_add_func("/survey/counts/respondent",
                    test_who_answers_is_not_to_train_where_roles_are_counted);
    g_test_add_func("/survey/counts/mapping", test_the_mapping_keeps_them_and_may_be_corrected);
    g_test_add_func("/survey/counts/person mapping",
                    test_a_mapping_of_numbers_alone_may_say_a_row_a_person);
    return g_test_run();
}

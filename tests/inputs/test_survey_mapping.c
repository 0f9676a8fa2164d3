/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/surveys/survey_mapping.h"

#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "problems.h"

static const char *const limesurvey =
    "\"ID de la réponse\";\"Date de soumission\";\"Dernière page\";\"Langue de départ\";"
    "\"Tête de série\";\"Code UAI de votre établissement \";\"Nom de l’établissement\";"
    "\"Effectif du service de gestion (secrétaire général compris)\";"
    "\"Personnel 1 [Nom]\";\"Personnel 1 [Prénom]\";\"Personnel 1 [Fonction]\";"
    "\"Personnel 1 [Courriel]\";\"Personnel 1 [Indisponibilités]\";"
    "\"Personnel 2  [Nom]\";\"Personnel 2  [Prénom]\";\"Personnel 2  [Fonction]\";"
    "\"Personnel 2  [Courriel]\";\"Personnel 2  [Indisponibilités]\";\"Commentaire\u00A0libre\"\n"
    "\"1\";\"2024-09-24 09:34:48\";\"4\";\"fr\";\"12\";\"0389001C\";\"Lycée\";\"3\";\"A\";\"B\";"
    "\"SG\";\"a@x.fr\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\n";

static CoSheet *sheet_of(const char *text)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    CoSheet *sheet = co_csv_read_bytes(text, strlen(text), "enquete.csv", problems);
    g_assert_nonnull(sheet);
    return sheet;
}

static void test_a_limesurvey_export_is_guessed_as_people_would(void)
{
    g_autoptr(CoSheet) sheet = sheet_of(limesurvey);
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    g_assert_cmpint(mapping->format, ==, CO_FORMAT_LIMESURVEY);
    g_assert_false(mapping->per_person);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Code UAI de votre établissement");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_SUBMITTED], ==, "Date de soumission");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_STAFF], ==,
                    "Effectif du service de gestion (secrétaire général compris)");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_ID], ==, "ID de la réponse");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Personnel {n} [Nom]");
    g_assert_cmpstr(mapping->person[CO_PERSON_FIRST_NAME], ==, "Personnel {n} [Prénom]");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Personnel {n} [Fonction]");
    g_assert_cmpstr(mapping->person[CO_PERSON_EMAIL], ==, "Personnel {n} [Courriel]");
    g_assert_cmpstr(mapping->person[CO_PERSON_SPANS], ==, "Personnel {n} [Indisponibilités]");
}

static void test_one_person_an_answer_is_guessed_too(void)
{
    g_autoptr(CoSheet) sheet = sheet_of(
        "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Code UAI de votre "
        "établissement\u00A0;Nom de l'établissement;Nom du stagiaire;Prénom du stagiaire;Adresse "
        "professionnelle du stagiaire;Fonction du stagiaire;\"Indisponibilités habituelles ou "
        "datées\n\";Besoin d'un aménagement\u00A0?\n"
        "1;x;x;ce@x.fr;Lycée;0389001C;Lycée;A;B;a@x.fr;SG;;Non\n");
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    g_assert_cmpint(mapping->format, ==, CO_FORMAT_MSFORMS);
    g_assert_true(mapping->per_person);
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Nom du stagiaire");
    g_assert_cmpstr(mapping->person[CO_PERSON_FIRST_NAME], ==, "Prénom du stagiaire");
    g_assert_cmpstr(mapping->person[CO_PERSON_EMAIL], ==, "Adresse professionnelle du stagiaire");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Fonction du stagiaire");
    g_assert_cmpstr(mapping->person[CO_PERSON_ACCESS], ==, "Besoin d'un aménagement ?");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_SUBMITTED], ==, "Heure de fin");
}

static void test_a_uai_is_recognised_by_what_the_cells_hold(void)
{
    g_autoptr(CoSheet) sheet = sheet_of("Votre code;Fonction;Nom\n0389001C;SG;A\n"
                                        "o389oo2d;SG;B\n;SG;C\nje ne sais pas;SG;D\n");
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Votre code");
}

static void test_what_cannot_be_guessed_is_left_open(void)
{
    g_autoptr(CoSheet) sheet = sheet_of("Q1;Q2;Q3\na;b;c\n");
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    g_assert_null(mapping->answer[CO_ANSWER_UAI]);
    g_assert_null(mapping->person[CO_PERSON_ROLE]);
    g_autofree char *text = co_mapping_to_text(mapping);
    g_assert_nonnull(strstr(text, "\nuai=\n"));
    g_assert_nonnull(strstr(text, "\nrole=\n"));
}

static void test_a_guess_written_down_reads_back_the_same(void)
{
    g_autoptr(CoSheet) sheet = sheet_of(limesurvey);
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    mapping->duplicates = CO_DUPLICATES_ALL;
    mapping->incomplete = CO_INCOMPLETE_KEEP;
    g_autofree char *text = co_mapping_to_text(mapping);
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoMapping) again = co_mapping_parse(text, "enquete.correspondance", problems);
    g_assert_cmpuint(co_problem_list_size(problems), ==, 0);
    g_autofree char *text_again = co_mapping_to_text(again);
    g_assert_cmpstr(text, ==, text_again);
    g_assert_cmpint(again->duplicates, ==, CO_DUPLICATES_ALL);
    g_assert_cmpint(again->incomplete, ==, CO_INCOMPLETE_KEEP);
    g_assert_nonnull(strstr(text, "# écrit par cohorte importer"));
    g_assert_nonnull(strstr(text, "[personnes]"));
}

static CoMapping *parse(const char *text, CoProblemList *problems)
{
    return co_mapping_parse(text, "enquete.correspondance", problems);
}

static void test_a_mapping_that_is_no_key_file_is_refused(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_assert_null(parse("uai=Code\n", problems));
    g_assert_null(parse("[colonnes\nuai", problems));
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_MAPPING_INVALID), ==, 2);
    const CoProblem *problem = problems_get(problems, CO_PROBLEM_MAPPING_INVALID);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_nonnull(problem->detail);
}

static void test_words_a_mapping_does_not_know_are_told(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoMapping) mapping = parse("[fichier]\nformat=google\nune_ligne_par=personne\n"
                                         "[colonnes]\nuai=Code\ncouleur=Bleu\n"
                                         "[personnes]\nrole=Fonction\nuai=Code\n"
                                         "[autre]\nx=y\n"
                                         "[regles]\ndoublons=au hasard\n",
                                         problems);
    g_assert_nonnull(mapping);
    g_assert_true(mapping->per_person);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Code");
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_MAPPING_INVALID), ==, 5);
    problems_assert_below(problems, CO_SEVERITY_ERROR);
}

static void test_backslashes_are_escapes_or_stand_as_typed(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoMapping) mapping = parse("[colonnes]\nuai=Code\\nUAI\nsoumis=fin\\\nreponse=a\\xb\n"
                                         "[personnes]\nrole=\\sFonction\\\\\n",
                                         problems);
    g_assert_cmpuint(co_problem_list_size(problems), ==, 0);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Code\nUAI");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_SUBMITTED], ==, "fin\\");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_ID], ==, "a\\xb");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, " Fonction\\");
}

static void test_headers_are_found_folded_or_with_underscores(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet =
        sheet_of("CODE_UAI_de_votre_établissement;Personnel  1 [fonction];Personnel 2 [Fonction];"
                 "Personnel 4 [Fonction]\n0389001C;SG;SG;SG\n");
    g_autoptr(CoMapping) mapping = parse("[colonnes]\nuai=Code UAI de votre établissement\n"
                                         "[personnes]\nrole=Personnel {n} [Fonction]\n",
                                         problems);
    g_auto(CoLayout) layout = {0};
    g_assert_true(co_mapping_resolve(mapping, "x", sheet, problems, &layout));
    g_assert_cmpint(layout.answer[CO_ANSWER_UAI], ==, 0);
    g_assert_cmpint(layout.answer[CO_ANSWER_STAFF], ==, -1);
    g_assert_cmpuint(layout.blocks->len, ==, 2);
    g_assert_cmpint(g_array_index(layout.blocks, CoBlock, 1).position[CO_PERSON_ROLE], ==, 2);
    g_assert_cmpuint(co_problem_list_size(problems), ==, 0);
}

static void test_headers_that_repeat_are_taken_one_after_the_other(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet =
        sheet_of("Fonction;Nom;UAI;Nom;Fonction;Fonction\nSG;A;0389001C;B;SG;SG\n");
    g_autoptr(CoMapping) mapping = co_mapping_guess(sheet, NULL);
    g_assert_false(mapping->per_person);
    g_auto(CoLayout) layout = {0};
    g_assert_true(co_mapping_resolve(mapping, "x", sheet, problems, &layout));
    g_assert_cmpuint(layout.blocks->len, ==, 3);
    const CoBlock *second = &g_array_index(layout.blocks, CoBlock, 1);
    g_assert_cmpint(second->position[CO_PERSON_LAST_NAME], ==, 3);
    g_assert_cmpint(second->position[CO_PERSON_ROLE], ==, 4);
    g_assert_cmpint(g_array_index(layout.blocks, CoBlock, 2).position[CO_PERSON_LAST_NAME], ==, -1);
}

static void test_a_mapped_header_that_is_gone_names_its_nearest(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = sheet_of("Code UAI de l'établissement;Fonction\n0389001C;SG\n");
    g_autoptr(CoMapping) mapping = parse("[colonnes]\nuai=Code UAI de votre établissement\n"
                                         "effectif_service=Effectif\n"
                                         "[personnes]\nrole=Fonction\n",
                                         problems);
    g_auto(CoLayout) layout = {0};
    g_assert_false(co_mapping_resolve(mapping, "x.correspondance", sheet, problems, &layout));
    const CoProblem *problem = problems_get(problems, CO_PROBLEM_MAPPING_COLUMN);
    g_assert_cmpstr(problem->value, ==, "Code UAI de votre établissement");
    g_assert_cmpstr(problem->detail, ==, "Code UAI de l'établissement");
    g_assert_cmpstr(problem->used, ==, "x.correspondance");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_MAPPING_COLUMN), ==, 2);
    g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_WARNING), ==, 2);
}

static void test_a_mapped_header_that_is_gone_names_what_asks_the_same(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet =
        sheet_of("Code UAI;Nom;Quelle est votre fonction principale ?;Régime\n0389001C;A;SG;\n");
    g_autoptr(CoMapping) mapping = parse("[colonnes]\nuai=Code UAI\n"
                                         "[personnes]\nrole=Fonction\nnom=Nom\n",
                                         problems);
    g_auto(CoLayout) layout = {0};
    g_assert_false(co_mapping_resolve(mapping, "x.correspondance", sheet, problems, &layout));
    g_assert_cmpstr(problems_get(problems, CO_PROBLEM_MAPPING_COLUMN)->detail, ==,
                    "Quelle est votre fonction principale ?");
}

static void test_a_mapping_with_gaps_says_which(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = sheet_of("A;B\n1;2\n");
    g_autoptr(CoMapping) mapping = parse("[colonnes]\nuai=\n[personnes]\nnom=B\n", problems);
    g_auto(CoLayout) layout = {0};
    g_assert_false(co_mapping_resolve(mapping, "x", sheet, problems, &layout));
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_MAPPING_GAP), ==, 2);
    g_assert_cmpstr(problems_get(problems, CO_PROBLEM_MAPPING_GAP)->value, ==, "uai");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mapping/guess/limesurvey",
                    test_a_limesurvey_export_is_guessed_as_people_would);
    g_test_add_func("/mapping/guess/person", test_one_person_an_answer_is_guessed_too);
    g_test_add_func("/mapping/guess/uai", test_a_uai_is_recognised_by_what_the_cells_hold);
    g_test_add_func("/mapping/guess/open", test_what_cannot_be_guessed_is_left_open);
    g_test_add_func("/mapping/round_trip", test_a_guess_written_down_reads_back_the_same);
    g_test_add_func("/mapping/parse/refused", test_a_mapping_that_is_no_key_file_is_refused);
    g_test_add_func("/mapping/parse/words", test_words_a_mapping_does_not_know_are_told);
    g_test_add_func("/mapping/parse/backslash", test_backslashes_are_escapes_or_stand_as_typed);
    g_test_add_func("/mapping/resolve/folded", test_headers_are_found_folded_or_with_underscores);
    g_test_add_func("/mapping/resolve/repeated",
                    test_headers_that_repeat_are_taken_one_after_the_other);
    g_test_add_func("/mapping/resolve/gone", test_a_mapped_header_that_is_gone_names_its_nearest);
    g_test_add_func("/survey/mapping/successor",
                    test_a_mapped_header_that_is_gone_names_what_asks_the_same);
    g_test_add_func("/mapping/resolve/gaps", test_a_mapping_with_gaps_says_which);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First guesses where words do not tell, or tell too much. */
#include <string.h>

#include "cohorte/text.h"
#include "inputs/formats/csv_reader.h"
#include "inputs/surveys/survey_mapping.h"

static CoMapping *guess_of(const char *text)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_csv_read_bytes(text, strlen(text), "enquete.csv", problems);
    g_assert_nonnull(sheet);
    g_autoptr(CoKeys) roles = co_keys_new(co_text_key);
    static const char *const names[] = {"SG", "ORD", "AC", "Secrétaire général", "Proviseur"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        co_keys_add(roles, names[i], (int)i, 0);
    return co_mapping_guess(sheet, roles);
}

static void test_codes_are_told_by_what_the_cells_hold(void)
{
    g_autoptr(CoMapping) mapping = guess_of(
        "id;submitdate;lastpage;startlanguage;seed;Q1;Q2;Q3[SQ001_SQ001];Q3[SQ001_SQ002];"
        "Q3[SQ001_SQ003];Q3[SQ001_SQ004];Q3[SQ001_SQ005];Q3[SQ002_SQ001];Q3[SQ002_SQ002];"
        "Q3[SQ002_SQ003];Q3[SQ002_SQ004];Q3[SQ002_SQ005];Q4\n"
        "1;2024-09-24 09:00:00;4;fr;11;0389001C;3;Zoé;Grandisel;SG;zoe.grandisel@ac-exemple.fr;"
        "mercredi;Luc;Perlogeat;Proviseur;luc.perlogeat@ac-exemple.fr;;merci\n"
        "2;2024-09-24 10:00:00;4;fr;12;0389002D;2;Inès;Mornavel;Secrétaire général;"
        "ines.mornavel@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(mapping->format, ==, CO_FORMAT_LIMESURVEY);
    g_assert_false(mapping->per_person);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Q1");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_SUBMITTED], ==, "submitdate");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_ID], ==, "id");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Q3[SQ{nnn}_SQ003]");
    g_assert_cmpstr(mapping->person[CO_PERSON_EMAIL], ==, "Q3[SQ{nnn}_SQ004]");
    g_assert_cmpstr(mapping->person[CO_PERSON_FIRST_NAME], ==, "Q3[SQ{nnn}_SQ001]");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Q3[SQ{nnn}_SQ002]");
    g_assert_cmpstr(mapping->person[CO_PERSON_SPANS], ==, "Q3[SQ{nnn}_SQ005]");
}

static void test_a_group_of_questions_a_person_may_begin_at_any_number(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("id;submitdate;G01Q01;G02Q01;G02Q02;G02Q03;G03Q01;G03Q02;G03Q03\n"
                 "1;2024-09-24 09:00:00;0389001C;GRANDISEL;Zoé;SG;PERLOGEAT;Luc;AC\n"
                 "2;2024-09-24 09:00:00;0389002D;MORNAVEL;Inès;SG;;;\n");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "G{nn+1}Q03");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "G{nn+1}Q01");
    g_assert_cmpstr(mapping->person[CO_PERSON_FIRST_NAME], ==, "G{nn+1}Q02");
}

static void test_codes_with_one_person_an_answer_are_told_too(void)
{
    g_autoptr(CoMapping) mapping = guess_of("id;submitdate;Q1;Q2;Q3;Q4;Q5\n"
                                            "1;2024-09-24 09:00:00;0389001C;Inès;MORNAVEL;SG;ok\n"
                                            "2;2024-09-24 09:00:00;0389002D;Luc;PERLOGEAT;AC;\n");
    g_assert_true(mapping->per_person);
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Q4");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Q3");
    g_assert_cmpstr(mapping->person[CO_PERSON_FIRST_NAME], ==, "Q2");
}

static void test_short_answers_without_words_leave_a_gap(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("id;submitdate;Q1;Q2;Q3\n1;2024-09-24 09:00:00;0389001C;A1;A2\n");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Q1");
    g_assert_null(mapping->person[CO_PERSON_ROLE]);
}

static void test_abbreviated_headers_still_tell(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("\"ID de la répons.. \";\"Date de soumiss.. \";\"Code UAI de vot.. \";"
                 "\"Effectif du ser.. \";\"Personnel 1 [Nom]\";\"Personnel 1 [Fonction]\";"
                 "\"Personnel 2 [Nom]\";\"Personnel 2 [Fonction]\"\n"
                 "1;2024-09-24 09:00:00;0389001C;3;Mornavel;SG;;\n");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_UAI], ==, "Code UAI de vot..");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_STAFF], ==, "Effectif du ser..");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_SUBMITTED], ==, "Date de soumiss..");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Personnel {n} [Fonction]");
}

static void test_a_question_repeated_with_a_suffix_is_one_question(void)
{
    g_autoptr(CoMapping) mapping = guess_of(
        "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Code UAI;Nom du stagiaire;"
        "Fonction du stagiaire;Nom du stagiaire2;Fonction du stagiaire2\n"
        "1;24/09/2024 09:00:00;24/09/2024 09:05:00;anonymous;;0389001C;Mornavel;SG;Perlogeat;AC\n");
    g_assert_false(mapping->per_person);
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Fonction du stagiaire{n?}");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Nom du stagiaire{n?}");
}

static void test_points_and_feedback_are_no_questions(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("ID;Heure de début;Heure de fin;Code UAI;Points - Fonction;Feedback - Fonction;"
                 "Fonction;Points - Nom;Nom\n1;x;x;0389001C;0;;SG;0;Mornavel\n");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Fonction");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Nom");
}

static void test_the_joined_options_stand_for_their_question(void)
{
    g_autoptr(CoMapping) mapping = guess_of(
        "UAI;Personnel 1 - Fonction [SG];Personnel 1 - Fonction [AC];Personnel 2 - Fonction [SG];"
        "Personnel 2 - Fonction [AC];Personnel 1 - Fonction [*];Personnel 2 - Fonction [*]\n"
        "0389001C;Oui;Non;Non;Non;SG;\n");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Personnel {n} - Fonction [*]");
    g_autoptr(CoMapping) single =
        guess_of("UAI;Fonction [SG];Fonction [AC];Fonction [*]\n0389001C;Oui;Non;SG\n");
    g_assert_cmpstr(single->person[CO_PERSON_ROLE], ==, "Fonction [*]");
}

static void test_a_list_with_other_has_its_text_beside(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("UAI;Nom;Fonction;Fonction [Autre]\n0389001C;A;Autre;Proviseur\n");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE], ==, "Fonction");
    g_assert_cmpstr(mapping->person[CO_PERSON_ROLE_OTHER], ==, "Fonction [Autre]");
}

static void test_the_name_and_commune_of_a_school_are_known(void)
{
    g_autoptr(CoMapping) mapping =
        guess_of("Nom de l'établissement;Commune;Nom;Prénom;Fonction\nCollège A;Vif;B;C;SG\n");
    g_assert_null(mapping->answer[CO_ANSWER_UAI]);
    g_assert_cmpstr(mapping->answer[CO_ANSWER_NAME], ==, "Nom de l'établissement");
    g_assert_cmpstr(mapping->answer[CO_ANSWER_COMMUNE], ==, "Commune");
    g_assert_cmpstr(mapping->person[CO_PERSON_LAST_NAME], ==, "Nom");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/survey/guess/codes", test_codes_are_told_by_what_the_cells_hold);
    g_test_add_func("/survey/guess/codes/offset",
                    test_a_group_of_questions_a_person_may_begin_at_any_number);
    g_test_add_func("/survey/guess/codes/person",
                    test_codes_with_one_person_an_answer_are_told_too);
    g_test_add_func("/survey/guess/codes/short", test_short_answers_without_words_leave_a_gap);
    g_test_add_func("/survey/guess/abbreviated", test_abbreviated_headers_still_tell);
    g_test_add_func("/survey/guess/suffix", test_a_question_repeated_with_a_suffix_is_one_question);
    g_test_add_func("/survey/guess/points", test_points_and_feedback_are_no_questions);
    g_test_add_func("/survey/guess/options", test_the_joined_options_stand_for_their_question);
    g_test_add_func("/survey/guess/other", test_a_list_with_other_has_its_text_beside);
    g_test_add_func("/survey/guess/name", test_the_name_and_commune_of_a_school_are_known);
    return g_test_run();
}

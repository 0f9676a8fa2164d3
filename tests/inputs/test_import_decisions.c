/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import cannot settle alone: proposals, questions, decisions replayed. */
#include <string.h>

#include "folder.h"

#define HEADERS "Code UAI;Nom de l'établissement;Commune;Nom;Prénom;Fonction;Courriel\n"

static Folder folder_with_survey(const char *rows)
{
    Folder folder = folder_new();
    g_autofree char *text = g_strconcat(HEADERS, rows, NULL);
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv", text);
    return folder;
}

static void decide(const Folder *folder, const char *rows)
{
    g_autofree char *text =
        g_strconcat("question;valeur;proposition;decision;explication\n", rows, NULL);
    folder_write(folder, "decisions.csv", text);
}

static const char *uai_of(const Folder *folder, int person)
{
    const CoCampaign *campaign = folder->campaign;
    return campaign->establishments[campaign->people[person].establishment_idx].uai;
}

static const char *role_of(const Folder *folder, int person)
{
    const CoCampaign *campaign = folder->campaign;
    return campaign->roles[campaign->people[person].role_idx[0]].code;
}

static const CoQuestion *only_question(const Folder *folder)
{
    g_assert_cmpuint(co_question_list_size(folder->questions), ==, 1);
    return co_question_list_at(folder->questions, 0);
}

#define SOUND "0389001C;;;Valbertin;Odile;ORD;\n"

static void test_a_uai_one_slip_away_waits_until_somebody_says_yes(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002X;;;Mornavel;Inès;SG;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_UAI_NEAR);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problem->action, ==, CO_ACTION_ROW_OUT);
    g_assert_cmpstr(problem->detail, ==, "0389002D");
    const CoQuestion *question = only_question(&folder);
    g_assert_cmpstr(question->value, ==, "0389002X");
    g_assert_cmpstr(question->proposal, ==, "0389002D");
    g_assert_cmpstr(question->where, ==, "enquete.csv:3");
    g_assert_false(question->followed);

    decide(&folder, "uai;0389002x;0389002D;Oui;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpstr(uai_of(&folder, 1), ==, "0389002D");
    problem = problems_get(folder.problems, CO_PROBLEM_UAI_NEAR);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->used, ==, "0389002D");
    g_assert_cmpuint(co_question_list_n_open(folder.questions), ==, 0);
}

static void test_a_uai_whose_name_agrees_is_taken_with_a_warning(void)
{
    g_auto(Folder) folder =
        folder_with_survey("0389020D;Collège du Bief;Voiron;Mornavel;Inès;SG;\n");
    folder_import(&folder);
    g_assert_cmpstr(uai_of(&folder, 0), ==, "0389002D");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_UAI_NEAR);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problem->action, ==, CO_ACTION_MENDED);
    g_assert_true(only_question(&folder)->followed);

    decide(&folder, "uai;0389020D;0389002D;non;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 0);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_NEAR)->severity, ==,
                    CO_SEVERITY_NOTICE);
}

static void test_another_uai_may_be_decided_and_nonsense_is_told(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002X;;;Mornavel;Inès;SG;\n");
    decide(&folder, "uai;0389002X;0389002D;0389003e;\n");
    folder_import(&folder);
    g_assert_cmpstr(uai_of(&folder, 1), ==, "0389003E");

    decide(&folder, "uai;0389002X;0389002D;peut-être;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_DECISION_INVALID)->value, ==,
                    "peut-être");
}

static void test_a_uai_like_no_other_is_simply_wrong(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "je ne sais pas;;;Mornavel;Inès;SG;\n");
    folder_import(&folder);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_INVALID)->line, ==, 3);
    g_assert_cmpstr(only_question(&folder)->proposal, ==, "");
}

static void test_a_wrong_uai_is_told_beside_the_name(void)
{
    g_auto(Folder) folder =
        folder_with_survey(SOUND "9999999Z;Lycée inconnu;Ville;Mornavel;Inès;SG;\n"
                                 "9999999Z;CLG le Bief;VOIRON CEDEX;Grandisel;Zoé;SG;\n");
    folder_import(&folder);
    const CoProblem *lost =
        problems_get_at(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME, "enquete.csv", 3);
    g_assert_cmpstr(lost->value, ==, "9999999Z, Lycée inconnu, Ville");
    const CoProblem *found =
        problems_get_at(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME, "enquete.csv", 4);
    g_assert_cmpstr(found->value, ==, "9999999Z, CLG le Bief, VOIRON CEDEX");
    g_assert_cmpstr(found->used, ==, "0389002D");
}

static void test_an_establishment_is_known_by_its_name(void)
{
    g_auto(Folder) folder = folder_with_survey(";CLG le Bief;VOIRON CEDEX;Mornavel;Inès;SG;\n"
                                               ";Collège des Combes;;Perlogeat;Luc;SG;\n"
                                               ";LPO des Essarts;grenoble;Valbertin;Odile;ORD;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(uai_of(&folder, 0), ==, "0389001C");
    g_assert_cmpstr(uai_of(&folder, 1), ==, "0389002D");
    g_assert_cmpstr(uai_of(&folder, 2), ==, "0389003E");
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME, "enquete.csv", 2);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problem->value, ==, "CLG le Bief, VOIRON CEDEX");
    g_assert_cmpstr(problem->used, ==, "0389002D");
}

static void test_a_name_that_does_not_tell_one_is_asked_about(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND ";Collège du Bief;Annecy;A;B;SG;\n"
                                                     ";Lycée du Bief;Voiron;A;C;SG;\n"
                                                     ";Collège;;A;D;SG;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME), ==, 3);
    g_assert_cmpuint(co_question_list_n_open(folder.questions), ==, 3);

    decide(&folder, "etablissement;Lycée du Bief, Voiron;;0389002D;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpstr(uai_of(&folder, 1), ==, "0389002D");
}

static void test_two_schools_of_one_name_are_a_choice(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND ";Lycée;Grenoble;A;B;SG;\n"
                                                     ";Collège du Bief;;A;C;SG;\n");
    folder_append(&folder, "annuaire.csv",
                  "0389006H,Collège du Bief,CLG,Gap,05000,005,Grenoble,44.5,6.1\n");
    folder_append(&folder, "etablissements.csv", "0389006H;V8;;2\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME, "enquete.csv", 4);
    g_assert_cmpstr(problem->detail, ==, "0389002D|0389006H");
    g_assert_cmpstr(co_question_list_at(folder.questions, 1)->choices, ==, "0389002D|0389006H");
}

static void test_a_school_outside_the_campaign_is_found_in_the_directory(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND ";Collège du Lac;Annecy;A;B;SG;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->survey.n_outside, ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_ESTABLISHMENT_BY_NAME)->used, ==,
                    "0389005G");
}

static void test_a_close_spelling_is_read_with_a_question_to_settle(void)
{
    g_auto(Folder) folder = folder_with_survey("0389002D;;;Mornavel;Inès;Secrétaire générale;\n"
                                               "0389003E;;;Perlogeat;Luc;secretaire general;\n"
                                               "0389001C;;;Valbertin;Odile;Secretaire generale;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(role_of(&folder, 1), ==, "SG");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_NEAR), ==, 2);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ROLE_NEAR);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problem->used, ==, "SG");
    const CoQuestion *question = only_question(&folder);
    g_assert_cmpint(question->n_rows, ==, 2);
    g_assert_cmpstr(question->proposal, ==, "SG");

    decide(&folder, "role;Secrétaire générale;SG;ASG;\n");
    folder_import(&folder);
    g_assert_cmpstr(role_of(&folder, 1), ==, "ASG");
    decide(&folder, "role;Secrétaire générale;SG;non;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_ROLE_NEAR)->action, ==,
                    CO_ACTION_ROW_OUT);
}

static void test_short_codes_are_nobodys_misspelling(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002D;;;Mornavel;Inès;SGA;\n"
                                                     "0389003E;;;Perlogeat;Luc;Jardinier;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_UNKNOWN), ==, 2);
    g_assert_cmpuint(co_question_list_n_open(folder.questions), ==, 2);

    decide(&folder, "role;SGA;;SG|AC;\nrole;jardinier;;-;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(folder.campaign->people[1].n_roles, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_UNKNOWN), ==, 0);
}

static void test_answer_codes_are_given_their_meaning_once(void)
{
    g_auto(Folder) folder = folder_with_survey("0389001C;;;Valbertin;Odile;A1;\n"
                                               "0389002D;;;Mornavel;Inès;A2;\n");
    decide(&folder, "role;A1;;ORD;\nrole;A2;;Secrétaire général;\n");
    folder_import(&folder);
    g_assert_cmpstr(role_of(&folder, 0), ==, "ORD");
    g_assert_cmpstr(role_of(&folder, 1), ==, "SG");
}

static void test_decisions_of_nothing_known_are_kept_and_told(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND);
    decide(&folder, "couleur;bleu;;oui;\nrole;Ancien;SG;oui;\n;x;;oui;\n");
    folder_import(&folder);
    g_assert_cmpuint(co_question_list_size(folder.questions), ==, 2);
    g_assert_cmpint(co_question_list_at(folder.questions, 0)->kind, ==, CO_QUESTION_FOREIGN);
    g_assert_cmpstr(co_question_list_at(folder.questions, 0)->label, ==, "couleur");
    g_assert_cmpint(co_question_list_at(folder.questions, 1)->n_rows, ==, 0);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_CHOICE)->line, ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 4);
}

static void test_decisions_without_their_columns_are_told(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND);
    folder_write(&folder, "decisions.csv", "question;valeur\nrole;A1\n");
    folder_import(&folder);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_COLUMN_MISSING)->column, ==,
                    "decision");
    g_assert_cmpuint(co_question_list_size(folder.questions), ==, 0);
}

static void test_homonyms_with_two_addresses_are_two_persons(void)
{
    g_auto(Folder) folder =
        folder_with_survey("0389002D;;;Mornavel;Inès;SG;ines.mornavel@ac-exemple.fr\n"
                           "0389002D;;;MORNAVEL;Ines;SG;ines.mornavel2@ac-exemple.fr\n"
                           "0389002D;;;mornavel;inès;SG;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_HOMONYM), ==, 1);
}

static void test_a_trainer_who_is_a_participant_is_one_human_with_a_notice(void)
{
    g_auto(Folder) folder =
        folder_with_survey("0389002D;;;Charvolin;Hugo;SG;HUGO.charvolin@ac-exemple.fr\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->trainers[0].person_idx, ==, 0);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TRAINER_IS_PARTICIPANT);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->value, ==, "F1");
    g_assert_cmpstr(problem->used, ==, "0389002D");
    g_assert_cmpstr(problem->file, ==, "formateurs.csv");
}

static void remember(Folder *folder, CoQuestion question)
{
    if (folder->remembered == NULL)
        folder->remembered = co_question_list_new();
    question.label = "";
    co_question_list_add(folder->remembered, &question);
}

static void test_what_an_earlier_import_settled_holds_without_a_file(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002X;;;Mornavel;Inès;SG;\n"
                                                     "0389002D;;;Perlogeat;Luc;Bureau du fond;\n");
    remember(&folder, (CoQuestion){.kind = CO_QUESTION_UAI,
                                   .value = "0389002X",
                                   .proposal = "0389002D",
                                   .decision = "0389003E"});
    remember(&folder, (CoQuestion){.kind = CO_QUESTION_ROLE,
                                   .value = "bureau du fond",
                                   .proposal = "SG",
                                   .followed = true});
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(uai_of(&folder, 2), ==, "0389003E");
    g_assert_cmpstr(role_of(&folder, 1), ==, "SG");
    g_assert_cmpuint(co_question_list_n_remembered(folder.questions), ==, 2);
}

static void test_a_file_wins_over_what_is_remembered(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002X;;;Mornavel;Inès;SG;\n");
    remember(&folder,
             (CoQuestion){.kind = CO_QUESTION_UAI, .value = "0389002X", .decision = "0389002D"});
    decide(&folder, "uai;0389002X;0389002D;0389003E;\n");
    folder_import(&folder);
    g_assert_cmpstr(uai_of(&folder, 1), ==, "0389003E");
    decide(&folder, "uai;0389002X;0389002D;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpuint(co_question_list_n_remembered(folder.questions), ==, 0);
}

static void test_a_role_followed_that_is_gone_since_is_asked_anew(void)
{
    g_auto(Folder) folder = folder_with_survey(SOUND "0389002D;;;Perlogeat;Luc;Bureau du fond;\n");
    remember(&folder, (CoQuestion){.kind = CO_QUESTION_ROLE,
                                   .value = "Bureau du fond",
                                   .proposal = "DISPARUE",
                                   .followed = true});
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DECISION_INVALID), ==, 0);
    g_assert_false(only_question(&folder)->remembered);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/decisions/uai",
                    test_a_uai_one_slip_away_waits_until_somebody_says_yes);
    g_test_add_func("/import/decisions/uai/agrees",
                    test_a_uai_whose_name_agrees_is_taken_with_a_warning);
    g_test_add_func("/import/decisions/uai/other",
                    test_another_uai_may_be_decided_and_nonsense_is_told);
    g_test_add_func("/import/decisions/uai/wrong", test_a_uai_like_no_other_is_simply_wrong);
    g_test_add_func("/import/decisions/wrong_uai", test_a_wrong_uai_is_told_beside_the_name);
    g_test_add_func("/import/decisions/name", test_an_establishment_is_known_by_its_name);
    g_test_add_func("/import/decisions/name/unclear",
                    test_a_name_that_does_not_tell_one_is_asked_about);
    g_test_add_func("/import/decisions/name/two", test_two_schools_of_one_name_are_a_choice);
    g_test_add_func("/import/decisions/name/outside",
                    test_a_school_outside_the_campaign_is_found_in_the_directory);
    g_test_add_func("/import/decisions/role",
                    test_a_close_spelling_is_read_with_a_question_to_settle);
    g_test_add_func("/import/decisions/role/short", test_short_codes_are_nobodys_misspelling);
    g_test_add_func("/import/decisions/role/codes", test_answer_codes_are_given_their_meaning_once);
    g_test_add_func("/import/decisions/foreign", test_decisions_of_nothing_known_are_kept_and_told);
    g_test_add_func("/import/decisions/columns", test_decisions_without_their_columns_are_told);
    g_test_add_func("/import/decisions/homonyms", test_homonyms_with_two_addresses_are_two_persons);
    g_test_add_func("/import/decisions/trainer",
                    test_a_trainer_who_is_a_participant_is_one_human_with_a_notice);
    g_test_add_func("/import/decisions/remembered",
                    test_what_an_earlier_import_settled_holds_without_a_file);
    g_test_add_func("/import/decisions/remembered/file", test_a_file_wins_over_what_is_remembered);
    g_test_add_func("/import/decisions/remembered/gone",
                    test_a_role_followed_that_is_gone_since_is_asked_anew);
    return g_test_run();
}

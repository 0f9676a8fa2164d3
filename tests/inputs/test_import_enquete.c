/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey instead of the table of needs. */
#include "folder.h"

#include <glib/gstdio.h>

#include <string.h>

#define HEADERS                                                                                    \
    "\uFEFF\"ID de la réponse\";\"Date de soumission\";\"Code UAI\";\"Effectif du service\";"     \
    "\"Agent 1 [Nom]\";\"Agent 1 [Prénom]\";\"Agent 1 [Fonction]\";\"Agent 1 [Courriel]\";"       \
    "\"Agent 1 [Indisponibilités]\";\"Agent 2 [Nom]\";\"Agent 2 [Prénom]\";"                     \
    "\"Agent 2 [Fonction]\";\"Agent 2 [Courriel]\";\"Agent 2 [Indisponibilités]\";"               \
    "\"Commentaire\"\r\n"
#define NOBODY "\"N/A\";\"N/A\";\"N/A\";\"N/A\";\"N/A\""
#define INES "\"Mornavel\";\"Inès\";\"Secrétaire général\";\"ines@ac-exemple.fr\";\"mercredi\""
#define ZOE "\"Grandisel \";\" Zoé\";\"INTENDANCE\";\"Zoe@AC-exemple.fr\";\"\""
#define BASILE "\"Tourneaud\";\"Basile\";\"agente-comptable\";\"basile@ac-exemple.fr\";\"N/A\""

static Folder folder_with_survey(const char *rows)
{
    Folder folder = folder_new();
    g_autofree char *text = g_strconcat(HEADERS, rows, "\r\n", NULL);
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv", text);
    return folder;
}

static void test_answers_become_persons_by_establishment(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-24 09:00:00\";\"0389003E\";\"2\";" ZOE ";" NOBODY ";\"=2+3\"\r\n"
        "\"2\";\"2024-09-24 10:00:00\";\"0389002d\";\"2\";" INES
        ";\"\";\"\";\"\";\"\";\"\";\"\"\r\n");
    folder_import(&folder);
    const CoCampaign *campaign = folder.campaign;
    g_assert_cmpint(campaign->n_people, ==, 2);
    g_assert_cmpstr(campaign->people[0].last_name, ==, "Mornavel");
    g_assert_cmpstr(campaign->people[1].last_name, ==, "Grandisel");
    g_assert_cmpstr(campaign->people[1].first_name, ==, "Zoé");
    g_assert_cmpstr(campaign->people[1].email, ==, "zoe@ac-exemple.fr");
    g_assert_cmpint(campaign->people[1].origin.row, ==, 2);
    g_assert_cmpint(campaign->people[0].n_spans, ==, 1);
    g_assert_cmpint(campaign->survey.n_rows, ==, 2);
    g_assert_cmpint(campaign->survey.n_kept, ==, 2);
    g_assert_cmpint(campaign->survey.n_uai_mended, ==, 1);
    g_assert_false(campaign->establishments[0].answered);
    g_assert_true(campaign->establishments[1].answered);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_ANSWER_MISSING)->value, ==,
                    "0389001C");
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
}

static void test_the_last_complete_answer_stands(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"24/09/2024 09:00:00\";\"0389002D\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n"
        "\"3\";\"\";\"0389002D\";\"2\";" ZOE ";" INES ";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Mornavel");
    const CoSurveyStats *stats = &folder.campaign->survey;
    g_assert_cmpint(stats->n_rows, ==, 3);
    g_assert_cmpint(stats->n_kept, ==, 1);
    g_assert_cmpint(stats->n_replaced, ==, 1);
    g_assert_cmpint(stats->n_unsubmitted, ==, 1);
    const CoProblem *replaced = problems_get(folder.problems, CO_PROBLEM_ANSWER_REPLACED);
    g_assert_cmpint(replaced->line, ==, 3);
    g_assert_cmpint((int)replaced->number, ==, 2);
    g_assert_cmpstr(replaced->value, ==, "0389002D");
    g_assert_cmpstr(replaced->detail, ==, "enquete.csv:2");
    const CoProblem *draft = problems_get(folder.problems, CO_PROBLEM_ANSWER_NOT_SUBMITTED);
    g_assert_cmpint(draft->line, ==, 4);
    g_assert_cmpint(draft->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_equal_moments_are_told_apart_by_the_order_of_rows(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"1980-01-01 00:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"1980-01-01 00:00:00\";\"0389002D\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Grandisel");

    folder.write_mapping = true;
    folder_import(&folder);
    folder_replace(&folder, "enquete.correspondance", "doublons=derniere", "doublons=premiere");
    folder_import(&folder);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Mornavel");
}

static void test_a_draft_alone_is_left_out_or_kept_as_the_rule_says(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"2024-09-24 09:00:00\";\"0389003E\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n");
    folder.write_mapping = true;
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_false(folder.campaign->establishments[1].answered);
    const CoProblem *draft = problems_get(folder.problems, CO_PROBLEM_ANSWER_NOT_SUBMITTED);
    g_assert_cmpint(draft->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(draft->action, ==, CO_ACTION_ROW_OUT);

    folder_replace(&folder, "enquete.correspondance", "incompletes=signaler", "incompletes=garder");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(folder.campaign->survey.n_kept, ==, 2);
    g_assert_cmpint(folder.campaign->survey.n_unsubmitted, ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_ANSWER_NOT_SUBMITTED)->action, ==,
                    CO_ACTION_NONE);
}

static void test_every_rule_on_duplicates_is_kept(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"2024-09-24 09:00:00\";\"0389002D\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n");
    folder.write_mapping = true;
    folder_import(&folder);
    folder_replace(&folder, "enquete.correspondance", "doublons=derniere_reponse_complete",
                   "doublons=premiere_reponse_complete");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Grandisel");
    folder_replace(&folder, "enquete.correspondance", "doublons=premiere_reponse_complete",
                   "doublons=toutes");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_REPLACED), ==, 0);
}

static void test_answers_from_elsewhere_are_rejected_and_counted(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389004F\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"2024-09-25 09:00:00\";\"0389002X\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"3\";\"2024-09-25 09:00:00\";\"\";\"2\";" INES ";" NOBODY ";\"\"\r\n"
        "\"4\";\"2024-09-24 09:00:00\";\"0389002D\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(folder.campaign->survey.n_rows, ==, 4);
    g_assert_cmpint(folder.campaign->survey.n_outside, ==, 1);
    const CoProblem *outside = problems_get(folder.problems, CO_PROBLEM_UAI_UNKNOWN);
    g_assert_cmpint((int)outside->number, ==, 1);
    g_assert_cmpint(outside->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_NEAR)->line, ==, 3);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 4);
}

static void test_humans_met_twice_are_counted_once_and_in_the_figures(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" BASILE ";" INES ";\"\"\r\n"
        "\"2\";\"2024-09-25 09:00:00\";\"0389001C\";\"4\";" BASILE ";" NOBODY ";\"\"\r\n"
        "\"3\";\"2024-09-25 09:00:00\";\"0389003E\";\"2\";" ZOE ";" ZOE ";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Tourneaud");
    g_assert_cmpint(folder.campaign->people[0].establishment_idx, ==, 0);
    g_assert_cmpint(folder.campaign->survey.n_person_twice, ==, 1);
    g_assert_cmpint(folder.campaign->survey.n_person_two_places, ==, 1);
    const CoProblem *moved = problems_get(folder.problems, CO_PROBLEM_PERSON_TWO_PLACES);
    g_assert_cmpint(moved->line, ==, 2);
    g_assert_cmpstr(moved->used, ==, "0389001C");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_PERSON_TWICE)->column, ==,
                    "Agent 2 [Courriel]");
}

static void test_an_unknown_function_leaves_out_its_person_only(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";\"Nom\";\"P\";\"gestionnaire\";"
        "\"x@ac-exemple.fr\";\"\";" INES ";\"\"\r\n"
        "\"2\";\"2024-09-25 09:00:00\";\"0389003E\";\"2\";\"Nom\";\"Q\";\"N/A\";\"\";\"\";" NOBODY
        ";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    const CoProblem *role = problems_get(folder.problems, CO_PROBLEM_ROLE_UNKNOWN);
    g_assert_cmpstr(role->value, ==, "gestionnaire");
    g_assert_cmpstr(role->column, ==, "Agent 1 [Fonction]");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 3);

    folder_replace(&folder, "roles.csv", "adjoint gestionnaire", "gestionnaire");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_UNKNOWN), ==, 0);
}

static void test_a_role_in_ones_own_words_is_read_where_the_list_says_other(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "Code UAI;Nom;Prénom;Fonction;Fonction [Autre]\n"
                 "0389001C;Mornavel;Inès;Autre;Secrétaire général\n"
                 "0389002D;Grandisel;Zoé;SG;présidente du club\n"
                 "0389003E;Perlogeat;Luc;;intendance\n");
    folder_write(&folder, "enquete.correspondance",
                 "[fichier]\nune_ligne_par=personne\n[colonnes]\nuai=Code UAI\n[personnes]\n"
                 "nom=Nom\nprenom=Prénom\nrole=Fonction\nrole_autre=Fonction [Autre]\n");
    folder_import(&folder);
    const CoCampaign *campaign = folder.campaign;
    g_assert_cmpint(campaign->n_people, ==, 3);
    g_assert_cmpstr(campaign->roles[campaign->people[0].role_idx[0]].code, ==, "SG");
    g_assert_cmpstr(campaign->roles[campaign->people[1].role_idx[0]].code, ==, "SG");
    g_assert_cmpstr(campaign->roles[campaign->people[2].role_idx[0]].code, ==, "ASG");
}

/* Imports a survey of one file or two. */
static Folder folder_with_export(const char *first, const char *second)
{
    Folder folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv", first);
    if (second != NULL)
        folder_write(&folder, "enquete-bloc.csv", second);
    folder_import(&folder);
    return folder;
}

static void test_repeated_blocks_give_their_people_to_their_file(void)
{
    g_auto(Folder) folder = folder_with_export(
        "ID;Email;État du dossier;Déposé le;Code UAI\n"
        "71;a@ac-exemple.fr;accepté;2024-09-24 09:00:00;0389002D\n"
        "72;b@ac-exemple.fr;accepté;2024-09-24 10:00:00;0389003E\n"
        "73;b@ac-exemple.fr;accepté;2024-09-25 10:00:00;0389003E\n",
        "Dossier ID;Ligne;Nom;Prénom;Fonction\n71;1;Mornavel;Inès;SG\n"
        "71;2;Perlogeat;Luc;intendance\n72;1;Perdu;Jean;SG\n73;1;Grandisel;Zoé;SG\n"
        "74;1;Egare;Max;SG\n");
    const CoProblem *orphan = problems_get(folder.problems, CO_PROBLEM_BLOCK_ORPHAN);
    g_assert_cmpstr(orphan->value, ==, "74");
    g_assert_cmpstr(orphan->file, ==, "enquete-bloc.csv");
    g_assert_cmpint(orphan->line, ==, 6);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(folder.campaign->people[1].last_name, ==, "Perlogeat");
    g_assert_cmpstr(folder.campaign->people[2].last_name, ==, "Grandisel");
    g_assert_cmpint(folder.campaign->survey.n_replaced, ==, 1);
}

static void test_bare_codes_need_no_mapping_where_the_cells_tell(void)
{
    g_auto(Folder) folder = folder_with_export(
        "id;submitdate;lastpage;startlanguage;Q1;Q3[SQ001_SQ001];Q3[SQ001_SQ002];"
        "Q3[SQ001_SQ003];Q3[SQ002_SQ001];Q3[SQ002_SQ002];Q3[SQ002_SQ003]\n"
        "1;2024-09-24 09:00:00;4;fr;0389002D;MORNAVEL;Inès;SG;PERLOGEAT;Luc;intendance\n"
        "2;;4;fr;0389003E;GRANDISEL;Zoé;SG;;;\n"
        "3;2024-09-24 09:00:00;4;fr;0389001C;VALBERTIN;Odile;ORD;;;\n",
        NULL);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(folder.campaign->people[1].last_name, ==, "MORNAVEL");
    g_assert_cmpstr(folder.campaign->people[2].first_name, ==, "Luc");
    g_assert_cmpint(folder.campaign->survey.n_unsubmitted, ==, 1);
}

static void test_dates_month_first_still_say_which_answer_is_last(void)
{
    g_auto(Folder) folder = folder_with_export(
        "ID,Start time,Completion time,Email,Name,Code UAI,Last name,Nom du stagiaire,"
        "Fonction du stagiaire,Courriel du stagiaire\n"
        "1,x,10/2/24 19:06:23,anonymous,,0389002D,,Mornavel,SG;,ines@ac-exemple.fr\n"
        "2,x,9/27/24 19:06:23,anonymous,,0389002D,,Mornavel,ORD;,ines@ac-exemple.fr\n",
        NULL);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(folder.campaign->roles[folder.campaign->people[0].role_idx[0]].code, ==, "SG");
}

static void test_an_answer_that_names_nobody_is_an_answer(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" NOBODY ";" NOBODY ";\"\"\r\n"
        "\"2\";\"2024-09-25 09:00:00\";\"0389003E\";\"2\";" ZOE ";" NOBODY ";\"\"\r\n");
    folder_import(&folder);
    g_assert_true(folder.campaign->establishments[1].answered);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_ANSWER_EMPTY)->line, ==, 2);
    g_assert_cmpint(folder.campaign->survey.n_kept, ==, 2);
}

static void test_staff_comes_from_the_answer_where_the_table_says_nothing(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"5\";" INES ";" NOBODY ";\"\"\r\n"
        "\"2\";\"2024-09-25 09:00:00\";\"0389003E\";\"7\";" ZOE ";" NOBODY ";\"\"\r\n"
        "\"3\";\"2024-09-25 09:00:00\";\"0389001C\";\"trois\";" BASILE ";" NOBODY ";\"\"\r\n");
    folder_replace(&folder, "etablissements.csv", "0389002D;V8;0389001C;2", "0389002D;V8;;");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->establishments[1].staff, ==, 5);
    g_assert_cmpint(folder.campaign->establishments[2].staff, ==, 2);
    const CoProblem *differs = problems_get(folder.problems, CO_PROBLEM_VALUE_DIFFERS);
    g_assert_cmpstr(differs->used, ==, "2");
    g_assert_cmpstr(differs->detail, ==, "7");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE)->value, ==, "trois");
}

static void test_the_guess_is_written_once_and_read_the_next_time(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n");
    folder_import(&folder);
    g_assert_null(folder_read(&folder, "enquete.correspondance"));
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_MAPPING_GUESSED)->value, ==, NULL);

    folder.write_mapping = true;
    folder_import(&folder);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_MAPPING_GUESSED)->value, ==,
                    "enquete.correspondance");
    g_autofree char *written = folder_read(&folder, "enquete.correspondance");
    g_assert_nonnull(strstr(written, "nom=Agent {n} [Nom]"));

    folder_replace(&folder, "enquete.correspondance", "nom=Agent {n} [Nom]",
                   "nom=Agent {n} [Prénom]");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_GUESSED), ==, 0);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Inès");
}

static void test_a_folder_that_cannot_be_written_to_is_no_obstacle(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n");
    folder.write_mapping = true;
    g_chmod(folder.path, 0500);
    folder_import(&folder);
    g_chmod(folder.path, 0700);
    g_autofree char *written = folder_read(&folder, "enquete.correspondance");
    if (written != NULL) {
        g_test_skip("this user may write anywhere");
        return;
    }
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_NOT_WRITTEN), ==, 1);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
}

static void test_a_mapping_that_cannot_be_used_leaves_the_survey_out(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n");
    folder_write(&folder, "enquete.correspondance", "uai=Code UAI\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_INVALID), ==, 1);
    folder_write(&folder, "enquete.correspondance",
                 "[colonnes]\nuai=Codes UAI\n[personnes]\nrole=Agent {n} [Fonction]\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_MAPPING_COLUMN)->detail, ==,
                    "Code UAI");
}

static void test_a_mapping_saved_by_another_editor_is_read(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n");
    folder_write(&folder, "enquete.correspondance",
                 "[colonnes]\r\nuai=Code UAI\r\n[personnes]\r\nrole=Agent {n} [Fonction]\r\n"
                 "prenom=Agent {n} [Pr\xE9nom]\r\n");
    folder_import(&folder);
    g_assert_cmpstr(folder.campaign->people[0].first_name, ==, "Inès");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_FILE_CP1252), ==, 1);
}

static void test_several_exports_are_read_together(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"1\";\"2024-09-25 09:00:00\";\"0389002D\";\"2\";" INES ";" NOBODY ";\"\"\r\n");
    folder_write(&folder, "enquete-relance.csv",
                 "Code UAI;Nom;Prénom;Fonction\n0389003E;Grandisel;Zoé;Assistant\n"
                 "0389003E;Perlogeat;Luc;SG\n");
    folder.write_mapping = true;
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpint(folder.campaign->survey.n_rows, ==, 3);
    g_autofree char *own = folder_read(&folder, "enquete-relance.correspondance");
    g_assert_nonnull(strstr(own, "une_ligne_par=personne"));
}

static void test_one_person_an_answer_replaces_by_person(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "ID;Heure de début;Heure de fin;Code UAI;Nom du stagiaire;Prénom;Courriel;"
                 "Fonction\n"
                 "1;09/10/2023 08:00:00;09/10/2023 08:10:00;0389002D;Mornavel;Inès;"
                 "ines@ac-exemple.fr;Assistant\n"
                 "2;09/10/2023 09:00:00;09/10/2023 09:10:00;0389002D;Grandisel;Zoé;"
                 "zoe@ac-exemple.fr;Assistant\n"
                 "3;10/10/2023 08:00:00;10/10/2023 08:10:00;0389002D;Mornavel;Inès;"
                 "INES@ac-exemple.fr;SG\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(folder.campaign->people[1].role_idx[0], ==, 1);
    const CoProblem *replaced = problems_get(folder.problems, CO_PROBLEM_ANSWER_REPLACED);
    g_assert_cmpint(replaced->line, ==, 2);
    g_assert_cmpstr(replaced->value, ==, "ines@ac-exemple.fr");
    g_assert_cmpstr(replaced->used, ==, "Inès Mornavel");
    g_assert_cmpint(replaced->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(folder.campaign->survey.n_replaced, ==, 1);
}

static void test_one_person_an_answer_keeps_both_names_of_one_mailbox(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "ID;Heure de début;Heure de fin;Code UAI;Nom du stagiaire;Prénom;Courriel;"
                 "Fonction\n"
                 "1;09/10/2023 08:00:00;09/10/2023 08:10:00;0389002D;Mornavel;Inès;"
                 "ce@ac-exemple.fr;SG\n"
                 "2;09/10/2023 09:00:00;09/10/2023 09:10:00;0389002D;Grandisel;Zoé;"
                 "CE@ac-exemple.fr ;Assistant\n"
                 "3;09/10/2023 09:00:00;09/10/2023 09:10:00;0389002D;Perlogeat;Luc;;SG\n"
                 "4;09/10/2023 09:00:00;09/10/2023 09:10:00;0389002D;PERLOGEAT;Luc;;Assistant\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpint(folder.campaign->people[2].n_roles, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_REPLACED), ==, 0);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_ADDRESS_SHARED)->line, ==, 3);
}

static void test_who_filled_in_the_form_is_no_person_of_it(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Code UAI;Nom2;Prénom;"
                 "Fonction;Nom3;Prénom2;Fonction2\n"
                 "1;09/10/2023 08:00;09/10/2023 08:10;ines@ac-exemple.fr;Chef;0389002D;Mornavel;"
                 "Inès;SG;Grandisel;Zoé;Assistant\n"
                 "2;09/10/2023 08:00;09/10/2023 08:10;luc@ac-exemple.fr;Chef;0389003E;Perlogeat;"
                 "Luc;Assistant;;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Mornavel");
    g_assert_cmpstr(folder.campaign->people[1].last_name, ==, "Grandisel");
    g_assert_cmpstr(folder.campaign->people[1].first_name, ==, "Zoé");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_MISSING), ==, 0);
}

static void test_a_column_of_nobody_leaves_its_place_to_one_of_addresses(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "ID,Start time,Completion time,Email,Name,UAI,Last name,First name,Role,Work "
                 "email\n"
                 "1,9/25/24 10:00:00,9/25/24 10:05:00,anonymous,anonymous,0389002D,Mornavel,Inès,"
                 "\"SG, Assistant\",ines@ac-exemple.fr\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "Mornavel");
    g_assert_cmpstr(folder.campaign->people[0].first_name, ==, "Inès");
    g_assert_cmpstr(folder.campaign->people[0].email, ==, "ines@ac-exemple.fr");
    g_assert_cmpint(folder.campaign->people[0].n_roles, ==, 2);
}

static void test_files_refused_or_never_sent_are_set_aside_one_by_one(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "ID;Email;État du dossier;Déposé le;Code UAI;Nom;Prénom;Fonction\n"
                 "11;ines@ac-exemple.fr;Refusé;2023-10-09;0389002D;Mornavel;Inès;SG\n"
                 "12;luc@ac-exemple.fr;Classé sans suite;2023-10-09;0389002D;Perlogeat;Luc;SG\n"
                 "13;max@ac-exemple.fr;Brouillon;2023-10-09;0389002D;Charvolin;Max;SG\n"
                 "14;zoe@ac-exemple.fr;En construction;2023-10-09;0389002D;Grandisel;Zoé;SG\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_REFUSED), ==, 3);
    const CoProblem *refused = problems_get(folder.problems, CO_PROBLEM_ANSWER_REFUSED);
    g_assert_cmpint(refused->number, ==, 11);
    g_assert_cmpstr(refused->value, ==, "Refusé");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SURVEY_NOBODY), ==, 0);
}

static void test_options_in_columns_are_read_together(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "Série;SID;Heure de soumission;Brouillon;Code UAI;Nom;Prénom;Courriel;Fonction;;"
                 "Indisponibilités;\n"
                 ";;;;;;;;SG;Agent comptable;lundi;mardi\n"
                 "1;501;25/09/2024 - 10:00;0;0389002D;Mornavel;Inès;i@ac-exemple.fr;X;;;X\n"
                 "2;502;25/09/2024 - 11:00;0;0389003E;Grandisel;Zoé;z@ac-exemple.fr;;X;X;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(folder.campaign->people[0].n_spans, ==, 1);
    g_assert_cmpint(folder.campaign->people[1].n_roles, ==, 1);
}

static void test_days_in_a_column_that_is_not_read_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv",
                 "Code UAI;Nom;Prénom;Fonction;Courriel;Pas dispo;Marché\n"
                 "0389002D;Mornavel;Inès;SG;i@ac-exemple.fr;mercredi;jeudi\n"
                 "0389003E;Grandisel;Zoé;SG;z@ac-exemple.fr;lundi;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->people[0].n_spans, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DAYS_UNUSED), ==, 1);
    const CoProblem *unused = problems_get(folder.problems, CO_PROBLEM_DAYS_UNUSED);
    g_assert_cmpstr(unused->value, ==, "Marché");
    g_assert_cmpint(unused->severity, ==, CO_SEVERITY_WARNING);
}

static void test_needs_in_a_table_make_the_survey_useless(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "enquete.csv", "Code UAI;Nom;Fonction\n0389003E;Autre;SG\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 5);
    g_assert_cmpint(folder.campaign->survey.n_rows, ==, 0);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SURVEY_UNUSED);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->file, ==, "enquete.csv");
}

static void test_a_survey_without_an_answer_leaves_everybody_unknown(void)
{
    g_auto(Folder) folder = folder_with_survey(
        "\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 0);
    g_assert_cmpint(folder.campaign->survey.n_rows, ==, 0);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_SURVEY_NOBODY)->severity, ==,
                    CO_SEVERITY_ERROR);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ANSWER_MISSING), ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/enquete/read", test_answers_become_persons_by_establishment);
    g_test_add_func("/import/enquete/last", test_the_last_complete_answer_stands);
    g_test_add_func("/import/enquete/same_moment",
                    test_equal_moments_are_told_apart_by_the_order_of_rows);
    g_test_add_func("/import/enquete/draft",
                    test_a_draft_alone_is_left_out_or_kept_as_the_rule_says);
    g_test_add_func("/import/enquete/duplicates", test_every_rule_on_duplicates_is_kept);
    g_test_add_func("/import/enquete/outside",
                    test_answers_from_elsewhere_are_rejected_and_counted);
    g_test_add_func("/import/enquete/humans",
                    test_humans_met_twice_are_counted_once_and_in_the_figures);
    g_test_add_func("/import/enquete/role", test_an_unknown_function_leaves_out_its_person_only);
    g_test_add_func("/import/enquete/role/other",
                    test_a_role_in_ones_own_words_is_read_where_the_list_says_other);
    g_test_add_func("/import/enquete/blocks", test_repeated_blocks_give_their_people_to_their_file);
    g_test_add_func("/import/enquete/codes", test_bare_codes_need_no_mapping_where_the_cells_tell);
    g_test_add_func("/import/enquete/month-first",
                    test_dates_month_first_still_say_which_answer_is_last);
    g_test_add_func("/import/enquete/nobody", test_an_answer_that_names_nobody_is_an_answer);
    g_test_add_func("/import/enquete/staff",
                    test_staff_comes_from_the_answer_where_the_table_says_nothing);
    g_test_add_func("/import/enquete/mapping",
                    test_the_guess_is_written_once_and_read_the_next_time);
    g_test_add_func("/import/enquete/mapping/read_only",
                    test_a_folder_that_cannot_be_written_to_is_no_obstacle);
    g_test_add_func("/import/enquete/mapping/unusable",
                    test_a_mapping_that_cannot_be_used_leaves_the_survey_out);
    g_test_add_func("/import/enquete/mapping/editor",
                    test_a_mapping_saved_by_another_editor_is_read);
    g_test_add_func("/import/enquete/several", test_several_exports_are_read_together);
    g_test_add_func("/import/enquete/person", test_one_person_an_answer_replaces_by_person);
    g_test_add_func("/import/enquete/mailbox",
                    test_one_person_an_answer_keeps_both_names_of_one_mailbox);
    g_test_add_func("/import/enquete/respondent", test_who_filled_in_the_form_is_no_person_of_it);
    g_test_add_func("/import/enquete/anonymous",
                    test_a_column_of_nobody_leaves_its_place_to_one_of_addresses);
    g_test_add_func("/import/enquete/refused",
                    test_files_refused_or_never_sent_are_set_aside_one_by_one);
    g_test_add_func("/import/enquete/options", test_options_in_columns_are_read_together);
    g_test_add_func("/import/enquete/days", test_days_in_a_column_that_is_not_read_are_told);
    g_test_add_func("/import/enquete/unused", test_needs_in_a_table_make_the_survey_useless);
    g_test_add_func("/import/enquete/none",
                    test_a_survey_without_an_answer_leaves_everybody_unknown);
    return g_test_run();
}

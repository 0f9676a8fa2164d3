/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey before it is imported, and one whose questions are no longer what they were. */
#include <string.h>

#include "cohorte/preview.h"
#include "folder.h"

#define HEADERS                                                                                    \
    "ID de la réponse;Date de soumission;Code UAI;Effectif;Agent 1 [Nom];Agent 1 [Fonction];"     \
    "Agent 2 [Nom];Agent 2 [Fonction];Commentaire\n"
#define ROWS                                                                                       \
    "1;2024-09-24 09:00:00;0389001C;3;Mornavel;SG;Perlogeat;AC;merci\n"                            \
    "2;2024-09-24 10:00:00;0389002D;2;Grandisel;SG;;;merci\n"

static Folder folder_with_survey(const char *text)
{
    Folder folder = folder_new();
    folder_write(&folder, "besoins.csv", NULL);
    folder_write(&folder, "enquete.csv", text);
    return folder;
}

static CoPreviewList *preview_of(Folder *folder)
{
    g_autoptr(GError) error = NULL;
    co_problem_list_free(folder->problems);
    folder->problems = co_problem_list_new();
    CoPreviewList *list = co_import_preview(folder->path, folder->problems, NULL, &error);
    g_assert_no_error(error);
    return list;
}

static const CoPreviewColumn *column_of(const CoPreview *preview, const char *header)
{
    for (int i = 0; i < preview->n_columns; i++)
        if (strcmp(preview->columns[i].header, header) == 0)
            return &preview->columns[i];
    g_error("no column \"%s\"", header);
}

static void test_every_column_says_what_it_was_taken_for(void)
{
    g_auto(Folder) folder = folder_with_survey(HEADERS ROWS);
    g_autoptr(CoPreviewList) list = preview_of(&folder);
    g_assert_cmpuint(co_preview_list_size(list), ==, 1);
    const CoPreview *preview = co_preview_list_at(list, 0);
    g_assert_cmpstr(preview->file, ==, "enquete.csv");
    g_assert_cmpstr(preview->format, ==, "limesurvey");
    g_assert_null(preview->mapping);
    g_assert_true(preview->complete);
    g_assert_false(preview->per_person);
    g_assert_cmpint(preview->n_rows, ==, 2);
    g_assert_cmpint(preview->n_persons, ==, 2);
    g_assert_cmpint(preview->confidence, >, 90);
    const CoPreviewColumn *uai = column_of(preview, "Code UAI");
    g_assert_cmpstr(uai->key, ==, "uai");
    g_assert_cmpint(uai->person, ==, 0);
    g_assert_cmpint(uai->confidence, ==, 98);
    g_assert_cmpstr(uai->samples[1], ==, "0389002D");
    g_assert_cmpstr(uai->samples[2], ==, "");
    const CoPreviewColumn *role = column_of(preview, "Agent 2 [Fonction]");
    g_assert_cmpstr(role->key, ==, "role");
    g_assert_cmpint(role->person, ==, 2);
    g_assert_null(column_of(preview, "Commentaire")->key);
    g_assert_cmpstr(column_of(preview, "Commentaire")->samples[1], ==, "");
}

static void test_a_preview_writes_nothing(void)
{
    g_auto(Folder) folder = folder_with_survey(HEADERS ROWS);
    co_preview_list_free(preview_of(&folder));
    g_assert_null(folder_read(&folder, "enquete.correspondance"));
    g_assert_null(folder_read(&folder, "decisions.csv"));
}

static void test_an_export_alone_is_previewed_all_the_same(void)
{
    g_auto(Folder) folder = folder_with_survey(HEADERS ROWS);
    folder_write(&folder, "parametres.csv", NULL);
    folder_write(&folder, "roles.csv", NULL);
    folder_write(&folder, "etablissements.csv", NULL);
    g_autoptr(CoPreviewList) list = preview_of(&folder);
    g_assert_cmpstr(column_of(co_preview_list_at(list, 0), "Code UAI")->key, ==, "uai");
}

static void test_what_cannot_be_read_is_shown_too(void)
{
    g_auto(Folder) folder = folder_with_survey("Q1;Q2\na;b\n");
    g_autoptr(CoPreviewList) list = preview_of(&folder);
    const CoPreview *preview = co_preview_list_at(list, 0);
    g_assert_false(preview->complete);
    g_assert_cmpint(preview->confidence, ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MAPPING_GAP), >, 0);
}

static void test_words_that_the_cells_belie_are_doubtful(void)
{
    g_auto(Folder) folder = folder_with_survey("Code UAI;Fonction;Nom\n0389001C;A1;Mornavel\n"
                                               "0389002D;A2;Grandisel\n");
    folder_write(&folder, "decisions.csv", "question;valeur;decision\nrole;A1;SG\nrole;A2;SG\n");
    folder_import(&folder);
    const CoProblem *doubt = problems_get(folder.problems, CO_PROBLEM_MAPPING_DOUBTFUL);
    g_assert_cmpstr(doubt->value, ==, "Fonction");
    g_assert_cmpstr(doubt->detail, ==, "role");
    g_assert_cmpint((int)doubt->number, <, CO_PREVIEW_DOUBT);
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
}

static void test_a_folder_that_cannot_be_listed_is_an_error(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(co_import_preview("/nowhere/at/all", problems, NULL, &error));
    g_assert_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNREADABLE);
}

static void test_a_questionnaire_that_changed_is_told(void)
{
    g_auto(Folder) folder = folder_with_survey(HEADERS ROWS);
    folder.write_mapping = true;
    folder_import(&folder);
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_QUESTION_NEW), ==, 0);

    folder_write(&folder, "enquete.csv",
                 "ID de la réponse;Date de soumission;Code UAI;Effectifs;Agent 1 [Nom];"
                 "Agent 1 [Fonction];Agent 2 [Nom];Agent 2 [Fonction];Agent 3 [Nom];"
                 "Agent 3 [Fonction];Êtes-vous un GRETA ?\n"
                 "1;2024-09-24 09:00:00;0389001C;3;Mornavel;SG;Perlogeat;AC;Valbertin;ORD;non\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    const CoProblem *renamed = problems_get(folder.problems, CO_PROBLEM_QUESTION_RENAMED);
    g_assert_cmpstr(renamed->value, ==, "Effectif");
    g_assert_cmpstr(renamed->used, ==, "Effectifs");
    g_assert_cmpstr(renamed->detail, ==, "effectif_service");
    g_assert_cmpint(renamed->severity, ==, CO_SEVERITY_WARNING);
    const CoProblem *gone = problems_get(folder.problems, CO_PROBLEM_QUESTION_GONE);
    g_assert_cmpstr(gone->value, ==, "Commentaire");
    g_assert_cmpint(gone->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_QUESTION_NEW)->value, ==,
                    "Êtes-vous un GRETA ?");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_QUESTION_NEW), ==, 1);
}

/* @return (transfer full) a survey with that many questions of one person, in its own words */
static char *wide_survey(const char *word, int n_questions)
{
    GString *text = g_string_new("Code UAI;Nom;Fonction");
    for (int i = 0; i < n_questions; i++)
        g_string_append_printf(text, ";%s %c%c%c", word, 'a' + i % 26, 'a' + i / 26 % 26, 'z');
    g_string_append(text, "\n0389001C;Mornavel;SG\n");
    return g_string_free(text, FALSE);
}

static void test_a_questionnaire_with_next_to_nothing_in_common_is_told_too(void)
{
    enum { N_QUESTIONS = 600 };
    g_autofree char *first =
        wide_survey("question sans rapport aucun avec la suivante", N_QUESTIONS);
    g_autofree char *second = wide_survey("demande toute nouvelle posée autrement", N_QUESTIONS);
    g_auto(Folder) folder = folder_with_survey(first);
    folder.write_mapping = true;
    folder_import(&folder);
    folder_write(&folder, "enquete.csv", second);
    folder_import(&folder);
    int n_told = problems_count(folder.problems, CO_PROBLEM_QUESTION_RENAMED) +
                 problems_count(folder.problems, CO_PROBLEM_QUESTION_GONE);
    g_assert_cmpint(n_told, ==, N_QUESTIONS);
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
}

static void test_a_mapping_made_by_hand_remembers_from_its_first_import(void)
{
    g_auto(Folder) folder = folder_with_survey(HEADERS ROWS);
    folder.write_mapping = true;
    folder_write(&folder, "enquete.correspondance",
                 "# le mien\n[colonnes]\nuai=Code UAI\n[personnes]\nrole=Agent {n} [Fonction]\n"
                 "nom=Agent {n} [Nom]");
    folder_import(&folder);
    g_autofree char *text = folder_read(&folder, "enquete.correspondance");
    g_assert_true(g_str_has_prefix(text, "# le mien\n[colonnes]\n"));
    g_assert_nonnull(strstr(text, "nom=Agent {n} [Nom]\n"));
    g_assert_nonnull(strstr(text, "colonne_9=Commentaire"));
    folder_import(&folder);
    g_autofree char *again = folder_read(&folder, "enquete.correspondance");
    g_assert_cmpstr(text, ==, again);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/preview", test_every_column_says_what_it_was_taken_for);
    g_test_add_func("/import/preview/writes", test_a_preview_writes_nothing);
    g_test_add_func("/import/preview/alone", test_an_export_alone_is_previewed_all_the_same);
    g_test_add_func("/import/preview/gap", test_what_cannot_be_read_is_shown_too);
    g_test_add_func("/import/preview/doubt", test_words_that_the_cells_belie_are_doubtful);
    g_test_add_func("/import/preview/error", test_a_folder_that_cannot_be_listed_is_an_error);
    g_test_add_func("/import/questionnaire", test_a_questionnaire_that_changed_is_told);
    g_test_add_func("/import/questionnaire/all",
                    test_a_questionnaire_with_next_to_nothing_in_common_is_told_too);
    g_test_add_func("/import/questionnaire/hand",
                    test_a_mapping_made_by_hand_remembers_from_its_first_import);
    return g_test_run();
}

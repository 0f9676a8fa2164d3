/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What survey tools export, each in its own shape, to headers and rows. */
#include "inputs/surveys/survey_shape.h"

#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "problems.h"

/* Sheets given as CSV, and their shapes. */
typedef struct Case {
    GPtrArray *sheets;
    CoProblemList *problems;
    CoShapes *shapes;
} Case;

static Case case_new(void)
{
    return (Case){g_ptr_array_new_with_free_func((GDestroyNotify)co_sheet_free),
                  co_problem_list_new(), NULL};
}

static void case_clear(Case *test)
{
    co_shapes_free(test->shapes);
    g_ptr_array_unref(test->sheets);
    co_problem_list_free(test->problems);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static void add_csv(const Case *test, const char *file, const char *text)
{
    CoSheet *sheet = co_csv_read_bytes(text, strlen(text), file, test->problems);
    g_assert_nonnull(sheet);
    g_ptr_array_add(test->sheets, sheet);
}

/* One sheet of a workbook: rows of cells, ';' between. */
static void add_sheet(const Case *test, const char *name, const char *const *rows)
{
    CoSheet *sheet = co_sheet_new("enquete.xlsx", name);
    char *buffer = g_strjoinv("\n", (char **)rows);
    co_sheet_adopt(sheet, buffer);
    int line = 1;
    for (char *at = buffer; at != NULL;) {
        char *next = strchr(at, '\n');
        if (next != NULL)
            *next++ = '\0';
        for (char *cell = at; cell != NULL;) {
            char *end = strchr(cell, ';');
            if (end != NULL)
                *end++ = '\0';
            co_sheet_add_cell(sheet, cell);
            cell = end;
        }
        co_sheet_end_row(sheet, line++);
        at = next;
    }
    g_ptr_array_add(test->sheets, sheet);
}

static const CoShape *only_shape(Case *test)
{
    test->shapes = co_shapes_new(test->sheets, test->problems);
    g_assert_cmpint(co_shapes_count(test->shapes), ==, 1);
    return co_shapes_at(test->shapes, 0);
}

static int column_of(const CoSheet *sheet, const char *header)
{
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        if (strcmp(co_sheet_header(sheet, i), header) == 0)
            return i;
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        g_test_message("header: %s", co_sheet_header(sheet, i));
    g_error("no header \"%s\"", header);
}

static const char *cell_of(const CoSheet *sheet, int row, const char *header)
{
    return co_sheet_cell(sheet, row, column_of(sheet, header));
}

static void test_a_plain_table_is_passed_on_as_it_is(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv", "Code UAI;Nom;Fonction\n0389001C;A;SG\n");
    const CoShape *shape = only_shape(&test);
    g_assert_true(shape->sheet == test.sheets->pdata[0]);
    g_assert_cmpint(shape->format, ==, CO_FORMAT_TABLE);
    g_assert_cmpint(shape->headers, ==, CO_HEADERS_TEXT);
    g_assert_cmpint(shape->n_header_lines, ==, 1);
}

static void assert_format(const char *headers, CoSurveyFormat format)
{
    g_auto(Case) test = case_new();
    g_autofree char *text = g_strconcat(headers, "\n1;2;3;4;5\n", NULL);
    add_csv(&test, "enquete.csv", text);
    g_assert_cmpint(only_shape(&test)->format, ==, format);
}

static void test_each_tool_is_known_by_its_own_columns(void)
{
    assert_format("id;submitdate;lastpage;startlanguage;Q1", CO_FORMAT_LIMESURVEY);
    assert_format("ID de la réponse;Date de soumission;Dernière page;Q", CO_FORMAT_LIMESURVEY);
    assert_format("Response ID;Date submitted;Last page;Q", CO_FORMAT_LIMESURVEY);
    assert_format("ID;Heure de début;Heure de fin;Adresse de messagerie;Nom", CO_FORMAT_MSFORMS);
    assert_format("Id;Start time;Completion time;Email;Name", CO_FORMAT_MSFORMS);
    assert_format("Horodateur;Code UAI;Nom", CO_FORMAT_GOOGLE);
    assert_format("Timestamp;Code UAI;Nom", CO_FORMAT_GOOGLE);
    assert_format("ID;Email;État du dossier;Déposé le;Nom", CO_FORMAT_DEMARCHES);
    assert_format("CLE;DATE_SAISIE;DATE_ENREG;TEMPS_SAISIE;UAI", CO_FORMAT_SPHINX);
    assert_format("Série;SID;Heure de soumission;Brouillon;UAI", CO_FORMAT_FRAMAFORMS);
    assert_format("UAI;Nom;Prénom;Fonction", CO_FORMAT_TABLE);
}

static void test_codes_before_the_text_of_a_question_are_taken_off(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "id. ID de la réponse;submitdate. Date de soumission;Q1. Code UAI ?;"
            "P1[SQ001]. Personnel 1 [Nom];P1[SQ002]. Personnel 1 [Fonction]\n"
            "1;2024-09-24 09:00:00;0389001C;A;SG\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->headers, ==, CO_HEADERS_CODE_TEXT);
    g_assert_cmpint(shape->format, ==, CO_FORMAT_LIMESURVEY);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Code UAI ?"), ==, "0389001C");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Personnel 1 [Fonction]"), ==, "SG");
    g_assert_cmpint(co_sheet_line(shape->sheet, 0), ==, 2);
}

static void test_codes_alone_are_known_for_codes(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv", "id;submitdate;Q1;Q2[SQ001];Q2[SQ002]\n1;;;;\n");
    g_assert_cmpint(only_shape(&test)->headers, ==, CO_HEADERS_CODE);
}

static void test_words_are_not_taken_for_codes(void)
{
    static const char *const headers[] = {"Code UAI", "Agent 1 [Nom]", "Nom : en capitales ?",
                                          "Q1",       "P1[SQ001]",     ""};
    for (size_t i = 0; i < 2; i++)
        g_assert_cmpstr(co_survey_header_text(headers[i]), ==, headers[i]);
    g_assert_cmpstr(co_survey_header_text("Q1"), ==, "Q1");
    g_assert_cmpstr(co_survey_header_text(""), ==, "");
    g_assert_cmpstr(co_survey_header_text("Q1[SQ001] - Nom"), ==, "Nom");
}

static void test_lines_above_the_headers_are_stepped_over(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "A;B;C;D;E;F\n"
            "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Code UAI\n"
            "1;27/07/2026 19:00:00;27/07/2026 19:06:23;a@ac-exemple.fr;Lycée;0389001C\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->n_lines_above, ==, 1);
    g_assert_cmpint(shape->n_header_lines, ==, 1);
    g_assert_cmpint(shape->format, ==, CO_FORMAT_MSFORMS);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Code UAI"), ==, "0389001C");
    g_assert_cmpint(co_sheet_n_rows(shape->sheet), ==, 1);
    g_assert_cmpint(co_sheet_line(shape->sheet, 0), ==, 3);
}

static void test_a_title_above_any_table_is_stepped_over(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "Enquête sur les besoins;;;\n"
            "Réponses au 12 octobre;;;\n"
            "UAI;Nom;Prénom;Fonction\n"
            "0389001C;A;B;SG\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->n_lines_above, ==, 2);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Fonction"), ==, "SG");
    g_assert_cmpint(co_sheet_header_line(shape->sheet), ==, 3);
}

static void test_headers_on_three_lines_become_one(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "Enquête\t\t\t\t\t\t\t\t\n"
            "\t\t\t\tPersonnel 1\t\t\tJours absents\t\n"
            "Série\tSID\tHeure de soumission\tUAI\tNom\tPrénom\tFonction\tLundi\tMardi\n"
            "1\t12\t24/09/2024 09:00\t0389001C\tA\tB\tSG\tX\t\n"
            "2\t13\t24/09/2024 10:00\t0389002D\tC\tD\tSG\tX\tX\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->format, ==, CO_FORMAT_FRAMAFORMS);
    g_assert_cmpint(shape->n_header_lines + shape->n_lines_above, ==, 3);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "SID"), ==, "12");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "UAI"), ==, "0389001C");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Personnel 1 [Prénom]"), ==, "B");
    g_assert_cmpstr(cell_of(shape->sheet, 1, "Personnel 1 [Fonction]"), ==, "SG");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Jours absents [*]"), ==, "Lundi");
    g_assert_cmpstr(cell_of(shape->sheet, 1, "Jours absents [*]"), ==, "Lundi|Mardi");
    g_assert_cmpint(co_sheet_n_rows(shape->sheet), ==, 2);
}

/* Found by fuzzing: header lines that were joined leaked; the leak checker fails this test then. */
static void test_a_group_after_another_leaves_nothing_behind(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "\t\t\t\tPremier\t\t\tSecond\t\tTroisième\n"
            "\t\t\t\tAgent\t\tChef\t\tAgent\tAgent\n"
            "Série\tSID\tHeure de soumission\tUAI\tNom\tFonction\tNom\tFonction\tNom\tNom\n"
            "1\t12\t24/09/2024 09:00\t0389001C\tA\tSG\tB\tORD\tC\tD\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->n_header_lines, ==, 3);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Premier - Agent [Nom]"), ==, "A");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Premier - Agent [Fonction]"), ==, "SG");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Premier - Chef [Nom]"), ==, "B");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Second [Fonction]"), ==, "ORD");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Second - Agent [Nom]"), ==, "C");
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Troisième - Agent [Nom]"), ==, "D");
}

static void test_joined_headers_without_an_answer_are_headers_still(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "Série;SID;Heure de soumission;UAI;Jours absents;\n;;;;Lundi;Mardi\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->n_header_lines, ==, 2);
    g_assert_cmpint(co_sheet_n_rows(shape->sheet), ==, 0);
    g_assert_cmpstr(co_sheet_header(shape->sheet, 4), ==, "Jours absents [Lundi]");
}

static void test_options_under_the_questions_are_headers_too(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "Série;SID;Heure de soumission;UAI;Jours absents;\n"
            ";;;;Lundi;Mardi\n"
            "1;12;24/09/2024 09:00;0389001C;;X\n");
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->n_header_lines, ==, 2);
    g_assert_cmpstr(cell_of(shape->sheet, 0, "Jours absents [Mardi]"), ==, "X");
    g_assert_cmpint(co_sheet_n_rows(shape->sheet), ==, 1);
}

static void test_options_in_columns_of_their_own_are_joined(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv",
            "UAI;Fonctions  [SG];Fonctions [Commentaire];Fonctions [AC];Fonctions [Commentaire];"
            "Fonctions [Autre];Personnel 1 [Nom];Personnel 1 [Prénom]\n"
            "0389001C;Oui;depuis peu;Non;;;A;B\n"
            "0389002D;Y;;1;;DDFPT;C;D\n"
            "0389003E;N/A;;0;;N/A;;\n");
    const CoSheet *sheet = only_shape(&test)->sheet;
    g_assert_cmpstr(cell_of(sheet, 0, "Fonctions [*]"), ==, "SG");
    g_assert_cmpstr(cell_of(sheet, 1, "Fonctions [*]"), ==, "SG|AC|DDFPT");
    g_assert_cmpstr(cell_of(sheet, 2, "Fonctions [*]"), ==, "");
    g_assert_cmpint(co_sheet_n_columns(sheet), ==, 9);
}

static const char *const files[] = {
    "ID;Email;État du dossier;Déposé le;Code UAI",
    "7001;ce.0389001c@ac-exemple.fr;accepté;2024-09-24 09:00:00;0389001C",
    "7002;ce.0389002d@ac-exemple.fr;accepté;2024-09-24 10:00:00;0389002D", NULL};
static const char *const block[] = {
    "Dossier ID;Ligne;Nom;Prénom;Fonction", "7002;1;Grandisel;Zoé;ASG", "7001;1;Mornavel;Inès;SG",
    "7001;2;Tourneaud;Basile;AC",           "9999;1;Perdu;Jean;SG",     NULL};
static const char *const opinions[] = {"Dossier ID;Introduction;Réponse", "7001;Avis ?;Oui", NULL};

static void test_repeated_blocks_join_their_file(void)
{
    g_auto(Case) test = case_new();
    add_sheet(&test, "Dossiers", files);
    add_sheet(&test, "Avis", opinions);
    add_sheet(&test, "(7) Personnel", block);
    const CoShape *shape = only_shape(&test);
    g_assert_cmpint(shape->format, ==, CO_FORMAT_DEMARCHES);
    const CoSheet *sheet = shape->sheet;
    g_assert_cmpint(co_sheet_n_rows(sheet), ==, 2);
    g_assert_cmpstr(cell_of(sheet, 0, "Personnel 1 [Nom]"), ==, "Mornavel");
    g_assert_cmpstr(cell_of(sheet, 0, "Personnel 2 [Fonction]"), ==, "AC");
    g_assert_cmpstr(cell_of(sheet, 1, "Personnel 1 [Nom]"), ==, "Grandisel");
    g_assert_cmpstr(cell_of(sheet, 1, "Personnel 2 [Nom]"), ==, "");
    const CoProblem *left_out = problems_get(test.problems, CO_PROBLEM_SURVEY_SHEET_UNUSED);
    g_assert_cmpstr(left_out->sheet, ==, "Avis");
}

static void test_notes_in_the_workbook_of_an_export_are_no_answers(void)
{
    static const char *const answers[] = {"UAI;Nom;Prénom;Fonction", "0389001C;A;B;SG", NULL};
    static const char *const notes[] = {"Mémo;Fait", "relancer;non", NULL};
    static const char *const again[] = {"UAI;Nom;Prénom;Fonction", "0389002D;C;D;SG", NULL};
    g_auto(Case) test = case_new();
    add_sheet(&test, "Notes", notes);
    add_sheet(&test, "Réponses", answers);
    add_sheet(&test, "Relance", again);
    test.shapes = co_shapes_new(test.sheets, test.problems);
    g_assert_cmpint(co_shapes_count(test.shapes), ==, 2);
    g_assert_cmpstr(problems_get(test.problems, CO_PROBLEM_SURVEY_SHEET_UNUSED)->sheet, ==,
                    "Notes");
}

static void test_blocks_in_files_of_their_own_join_too(void)
{
    g_auto(Case) test = case_new();
    g_autofree char *first = g_strjoinv("\n", (char **)files);
    g_autofree char *second = g_strjoinv("\n", (char **)block);
    add_csv(&test, "enquete-bloc.csv", second);
    add_csv(&test, "enquete-dossiers.csv", first);
    const CoSheet *sheet = only_shape(&test)->sheet;
    g_assert_cmpstr(co_sheet_file(sheet), ==, "enquete-dossiers.csv");
    g_assert_cmpstr(cell_of(sheet, 0, "Bloc 2 [Nom]"), ==, "Tourneaud");
}

static void test_a_block_of_more_rows_than_a_sheet_has_columns_is_cut(void)
{
    g_auto(Case) test = case_new();
    g_autoptr(GString) rows = g_string_new("Dossier ID;Ligne;Nom;Fonction\n");
    for (int i = 1; i <= 600; i++)
        g_string_append_printf(rows, "7001;%d;Nom %d;SG\n", i, i);
    g_autofree char *first = g_strjoinv("\n", (char **)files);
    add_csv(&test, "enquete-dossiers.csv", first);
    add_csv(&test, "enquete-bloc.csv", rows->str);
    const CoSheet *sheet = only_shape(&test)->sheet;
    g_assert_cmpint(co_sheet_n_columns(sheet), <=, CO_SHEET_MAX_COLUMNS);
    g_assert_cmpint(problems_count(test.problems, CO_PROBLEM_TOO_MANY_COLUMNS), ==, 1);
}

static void test_sheets_without_an_answer_are_no_trouble(void)
{
    g_auto(Case) test = case_new();
    add_csv(&test, "enquete.csv", "id;submitdate;Q1\n;;\n");
    add_csv(&test, "enquete-b.csv", "Dossier ID;Ligne;Nom\n");
    test.shapes = co_shapes_new(test.sheets, test.problems);
    g_assert_cmpint(co_shapes_count(test.shapes), ==, 2);
    g_assert_cmpint(co_sheet_n_rows(co_shapes_at(test.shapes, 0)->sheet), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/survey/shape/plain", test_a_plain_table_is_passed_on_as_it_is);
    g_test_add_func("/survey/shape/tools", test_each_tool_is_known_by_its_own_columns);
    g_test_add_func("/survey/shape/code-text",
                    test_codes_before_the_text_of_a_question_are_taken_off);
    g_test_add_func("/survey/shape/codes", test_codes_alone_are_known_for_codes);
    g_test_add_func("/survey/shape/words", test_words_are_not_taken_for_codes);
    g_test_add_func("/survey/shape/letters", test_lines_above_the_headers_are_stepped_over);
    g_test_add_func("/survey/shape/title", test_a_title_above_any_table_is_stepped_over);
    g_test_add_func("/survey/shape/lines", test_headers_on_three_lines_become_one);
    g_test_add_func("/survey/shape/lines/groups", test_a_group_after_another_leaves_nothing_behind);
    g_test_add_func("/survey/shape/lines/empty",
                    test_joined_headers_without_an_answer_are_headers_still);
    g_test_add_func("/survey/shape/lines/below", test_options_under_the_questions_are_headers_too);
    g_test_add_func("/survey/shape/options", test_options_in_columns_of_their_own_are_joined);
    g_test_add_func("/survey/shape/blocks", test_repeated_blocks_join_their_file);
    g_test_add_func("/survey/shape/notes", test_notes_in_the_workbook_of_an_export_are_no_answers);
    g_test_add_func("/survey/shape/blocks/csv", test_blocks_in_files_of_their_own_join_too);
    g_test_add_func("/survey/shape/blocks/many",
                    test_a_block_of_more_rows_than_a_sheet_has_columns_is_cut);
    g_test_add_func("/survey/shape/empty", test_sheets_without_an_answer_are_no_trouble);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks among the tables of a campaign, and instead of them. */
#include "cohorte/import.h"

#include <string.h>

#include "folder.h"
#include "packing.h"
#include "problems.h"

/* Appends a CSV text as the sheet of an .ods. */
static void append_sheet(GString *content, const char *name, const char *csv)
{
    g_auto(GStrv) lines = g_strsplit(csv, "\n", -1);
    g_string_append_printf(content, "<table:table table:name=\"%s\">", name);
    for (int i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto(GStrv) cells = g_strsplit(lines[i], strchr(csv, ';') != NULL ? ";" : ",", -1);
        g_string_append(content, "<table:table-row>");
        for (int j = 0; cells[j] != NULL; j++) {
            g_autofree char *text = g_markup_escape_text(cells[j], -1);
            g_string_append_printf(
                content, "<table:table-cell><text:p>%s</text:p></table:table-cell>", text);
        }
        g_string_append(content, "</table:table-row>");
    }
    g_string_append(content, "</table:table>");
}

static void write_book(const Folder *folder, const char *name, const char *tables)
{
    g_autofree char *content =
        g_strconcat("<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
                    "xmlns:text=\"x\" xmlns:calcext=\"c\">"
                    "<office:body><office:spreadsheet>",
                    tables, "</office:spreadsheet></office:body></office:document-content>", NULL);
    Packing *packing = packing_new();
    packing_add(packing, "content.xml", content, -1);
    gsize size;
    g_autofree char *bytes = packing_finish(packing, TRUE, &size);
    g_autofree char *path = g_build_filename(folder->path, name, NULL);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

/* Turns a table of the folder into a workbook of its own. @param sheet  name of its sheet */
static void make_book(const Folder *folder, const char *table, const char *sheet)
{
    g_autofree char *csv = g_strconcat(table, ".csv", NULL);
    g_autofree char *ods = g_strconcat(table, ".ods", NULL);
    g_autofree char *text = folder_read(folder, csv);
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, sheet, text);
    write_book(folder, ods, content->str);
    folder_write(folder, csv, NULL);
}

static char *digest_of(const char *path)
{
    CoImportOptions options = {.write_mapping = false};
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = co_import_folder(path, &options, problems, &error);
    if (campaign == NULL)
        problems_print(problems);
    g_assert_no_error(error);
    return co_campaign_digest(campaign);
}

static void test_a_merged_title_above_the_headers_is_stepped_over(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *expected = digest_of(folder.path);
    g_autofree char *csv = folder_read(&folder, "salles.csv");
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "salles", csv);
    const char *first_row = strstr(content->str, "<table:table-row>");
    g_string_insert(content, first_row - content->str,
                    "<table:table-row><table:table-cell table:number-columns-spanned=\"4\">"
                    "<text:p>Salles de la campagne</text:p></table:table-cell>"
                    "<table:covered-table-cell table:number-columns-repeated=\"3\"/>"
                    "</table:table-row>");
    write_book(&folder, "salles.ods", content->str);
    folder_write(&folder, "salles.csv", NULL);
    folder_import(&folder);
    g_autofree char *found = co_campaign_digest(folder.campaign);
    g_assert_cmpstr(expected, ==, found);
    problems_assert_below(folder.problems, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_TITLE_ABOVE)->value, ==,
                    "Salles de la campagne");
}

static void test_a_workbook_named_after_a_table_is_that_table(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *expected = digest_of(folder.path);
    make_book(&folder, "salles", "Feuille1");
    make_book(&folder, "besoins", "besoins");
    make_book(&folder, "annuaire", "Feuille1");
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
    g_autofree char *digest = co_campaign_digest(folder.campaign);
    g_assert_cmpstr(digest, ==, expected);
}

static char *all_tables(const Folder *folder, const char *but)
{
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
    g_autoptr(GString) content = g_string_new(NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *stem = g_strndup(name, strcspn(name, "."));
        if (!g_str_has_suffix(name, ".csv") || g_strcmp0(stem, but) == 0)
            continue;
        g_autofree char *text = folder_read(folder, name);
        append_sheet(content, stem, text);
    }
    return g_string_free(g_steal_pointer(&content), FALSE);
}

static void test_a_workbook_alone_is_the_campaign_whatever_lies_beside(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *expected = digest_of(folder.path);
    g_autofree char *tables = all_tables(&folder, NULL);
    write_book(&folder, "campagne.ods", tables);
    folder_write(&folder, "salles.csv", "salle;site\n");
    g_autofree char *path = g_build_filename(folder.path, "campagne.ods", NULL);
    g_autofree char *digest = digest_of(path);
    g_assert_cmpstr(digest, ==, expected);
}

static void test_a_table_given_twice_names_both_files(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *text = folder_read(&folder, "salles.csv");
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "salles", text);
    write_book(&folder, "carnet.ods", content->str);
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_TWICE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpstr(problem->file, ==, "salles.csv");
    g_assert_cmpstr(problem->detail, ==, "carnet.ods");
}

static void test_what_is_wrong_in_a_workbook_is_told_by_sheet_and_letter(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "etablissements.csv", "0389002D;V8;0389001C;2",
                   "0389002D;V8;0389001C;deux");
    make_book(&folder, "etablissements", "etablissements");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE);
    g_assert_cmpstr(problem->file, ==, "etablissements.ods");
    g_assert_cmpstr(problem->sheet, ==, "etablissements");
    g_assert_cmpint(problem->line, ==, 3);
    g_assert_cmpstr(problem->column, ==, "effectif_service (D)");
    g_assert_cmpstr(problem->value, ==, "deux");
}

static void test_a_cell_in_error_is_not_also_said_to_be_empty(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *rooms = folder_read(&folder, "salles.csv");
    g_autofree char *text = g_strconcat(rooms, "EN-ERREUR;Site;Voiron;45,3;5,5;12;12\n", NULL);
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "salles", text);
    g_string_replace(content, "<table:table-cell><text:p>EN-ERREUR</text:p>",
                     "<table:table-cell office:value-type=\"string\" office:string-value=\"\" "
                     "calcext:value-type=\"error\"><text:p>#N/A</text:p>",
                     1);
    write_book(&folder, "salles.ods", content->str);
    folder_write(&folder, "salles.csv", NULL);
    folder_import(&folder);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_CELL_ERROR)->value, ==, "#N/A");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_MISSING), ==, 0);
    g_assert_cmpint(folder.campaign->n_rooms, ==, 1);
}

static void test_a_workbook_without_any_table_is_left_aside(void)
{
    g_auto(Folder) folder = folder_new();
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "Feuille1", "a;b\n");
    write_book(&folder, "reunion-bilan.ods", content->str);
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_BOOK_NO_TABLE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->value, ==, "Feuille1");
    g_autofree char *path = g_build_filename(folder.path, "reunion-bilan.ods", NULL);
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(co_import_folder(path, NULL, problems, &error));
    g_assert_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_get(problems, CO_PROBLEM_BOOK_NO_TABLE)->severity, ==,
                    CO_SEVERITY_ERROR);
}

static void test_an_official_file_saved_as_a_workbook_is_told_by_its_columns(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-feries.csv", NULL);
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "jours_feries_metropole",
                 "date;annee;zone;nom_jour_ferie\n2024-11-11;2024;Métropole;11 novembre\n");
    append_sheet(content, "Feuille1", "a;b\n");
    write_book(&folder, "telechargement.ods", content->str);
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_TABLE_RECOGNISED);
    g_assert_cmpstr(problem->value, ==, "calendrier");
    g_assert_cmpstr(problem->sheet, ==, "jours_feries_metropole");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_TABLE_UNKNOWN)->sheet, ==, "Feuille1");
}

static void test_only_one_sheet_of_a_table_is_read(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *text = folder_read(&folder, "salles.csv");
    g_autoptr(GString) content = g_string_new(NULL);
    append_sheet(content, "brouillon", "a;b\n");
    append_sheet(content, "Salles", text);
    write_book(&folder, "salles.ods", content->str);
    folder_write(&folder, "salles.csv", NULL);
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SHEET_UNUSED);
    g_assert_cmpstr(problem->sheet, ==, "brouillon");
    g_assert_cmpstr(problem->detail, ==, "Salles");
    problems_assert_below(folder.problems, CO_SEVERITY_WARNING);
}

static void test_example_rows_say_nothing(void)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *expected = digest_of(folder.path);
    folder_append(&folder, "salles.csv", "Exemple : S9;quelque part\n");
    folder_write(&folder, "frais.csv", "code;valeur;debut;fin\nexemple : repas;x;y;z\n");
    folder_import(&folder);
    problems_assert_below(folder.problems, CO_SEVERITY_NOTICE);
    g_autofree char *digest = co_campaign_digest(folder.campaign);
    g_assert_cmpstr(digest, ==, expected);
}

static void test_the_columns_known_are_those_that_are_read(void)
{
    g_autoptr(CoCatalogue) catalogue = co_import_catalogue();
    g_assert_cmpint(catalogue->n_tables, ==, 22);
    g_assert_cmpint(catalogue->n_parameters, >=, 24);
    for (int i = 0; i < catalogue->n_tables; i++) {
        const CoCatalogueTable *table = &catalogue->tables[i];
        for (int j = 0; j < table->n_columns; j++) {
            const CoCatalogueColumn *column = &table->columns[j];
            g_assert_true((column->kind == CO_VALUE_CHOICE) == (column->choices != NULL));
            if (column->kind == CO_VALUE_WHOLE)
                g_assert_cmpint(column->min, <, column->max);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/classeurs/published",
                    test_an_official_file_saved_as_a_workbook_is_told_by_its_columns);
    g_test_add_func("/import/books/error", test_a_cell_in_error_is_not_also_said_to_be_empty);
    g_test_add_func("/import/books/table", test_a_workbook_named_after_a_table_is_that_table);
    g_test_add_func("/import/books/alone",
                    test_a_workbook_alone_is_the_campaign_whatever_lies_beside);
    g_test_add_func("/import/books/twice", test_a_table_given_twice_names_both_files);
    g_test_add_func("/import/books/letter",
                    test_what_is_wrong_in_a_workbook_is_told_by_sheet_and_letter);
    g_test_add_func("/import/books/stranger", test_a_workbook_without_any_table_is_left_aside);
    g_test_add_func("/import/books/one_sheet", test_only_one_sheet_of_a_table_is_read);
    g_test_add_func("/import/books/example", test_example_rows_say_nothing);
    g_test_add_func("/import/books/catalogue", test_the_columns_known_are_those_that_are_read);
    g_test_add_func("/import/books/merged title",
                    test_a_merged_title_above_the_headers_is_stepped_over);
    return g_test_run();
}

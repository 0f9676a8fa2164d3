/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files read in blocks: what comes out is what the whole file says. */
#include "inputs/formats/csv_stream.h"

#include <glib/gstdio.h>

#include <string.h>

#include "inputs/formats/csv_reader.h"
#include "problems.h"

typedef struct File {
    char *path;
    CoProblemList *problems;
    CoCsvStream *stream;
} File;

static File file_of(const char *bytes, gsize size)
{
    g_autoptr(GError) error = NULL;
    File file = {.problems = co_problem_list_new()};
    int descriptor = g_file_open_tmp("cohorte-stream-XXXXXX", &file.path, &error);
    g_assert_no_error(error);
    g_close(descriptor, NULL);
    g_assert_true(g_file_set_contents(file.path, bytes, (gssize)size, NULL));
    file.stream = co_csv_stream_open(file.path, "grand.csv", file.problems);
    g_assert_nonnull(file.stream);
    return file;
}

static void file_clear(File *file)
{
    co_csv_stream_free(file->stream);
    co_problem_list_free(file->problems);
    g_remove(file->path);
    g_free(file->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(File, file_clear)

/* Every row, "line:cell|cell" each. */
static char *read_all(File *file, int *n_sheets)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (*n_sheets = 0;; (*n_sheets)++) {
        g_autoptr(CoSheet) sheet = co_csv_stream_next(file->stream);
        if (sheet == NULL)
            return g_string_free(g_steal_pointer(&text), FALSE);
        g_assert_cmpstr(co_sheet_header(sheet, 0), ==, "uai");
        for (int i = 0; i < co_sheet_n_rows(sheet); i++)
            g_string_append_printf(text, "%d:%s|%s\n", co_sheet_line(sheet, i),
                                   co_sheet_cell(sheet, i, 0), co_sheet_cell(sheet, i, 1));
    }
}

static char *read_whole(const char *bytes, gsize size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_csv_read_bytes(bytes, size, "grand.csv", problems);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < co_sheet_n_rows(sheet); i++)
        g_string_append_printf(text, "%d:%s|%s\n", co_sheet_line(sheet, i),
                               co_sheet_cell(sheet, i, 0), co_sheet_cell(sheet, i, 1));
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Rows of every length, with quotes, separators and line breaks inside them, over several blocks.
 */
static char *large_file(const char *line_end)
{
    g_autoptr(GString) text = g_string_new("\xEF\xBB\xBFuai;nom");
    g_string_append(text, line_end);
    for (int i = 0; text->len < 3500000; i++) {
        g_string_append_printf(text, "%07d;\"Collège %d ; dit \"\"le %d\"\"", i, i, i % 97);
        for (int j = 0; j < i % 5; j++)
            g_string_append_printf(text, "%ssuite %d", line_end, j);
        g_string_append_printf(text, "\"%s%s", line_end, i % 50 == 0 ? line_end : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void test_a_large_file_says_in_blocks_what_it_says_whole(void)
{
    static const char *const line_ends[] = {"\r\n", "\n", "\r"};
    for (size_t i = 0; i < G_N_ELEMENTS(line_ends); i++) {
        g_autofree char *text = large_file(line_ends[i]);
        g_auto(File) file = file_of(text, strlen(text));
        int n_sheets;
        g_autofree char *found = read_all(&file, &n_sheets);
        g_autofree char *wanted = read_whole(text, strlen(text));
        g_assert_true(strcmp(found, wanted) == 0);
        g_assert_cmpint(n_sheets, >, 2);
        g_assert_cmpuint(co_problem_list_size(file.problems), ==, 0);
    }
}

static void test_a_file_of_headers_only_has_one_sheet_without_rows(void)
{
    g_auto(File) file = file_of("uai;nom\n", 8);
    int n_sheets;
    g_autofree char *found = read_all(&file, &n_sheets);
    g_assert_cmpint(n_sheets, ==, 1);
    g_assert_cmpstr(found, ==, "");
    g_assert_cmpuint(co_problem_list_size(file.problems), ==, 0);
}

static void test_a_file_that_says_nothing_is_empty(void)
{
    g_auto(File) file = file_of("\n\n", 2);
    g_assert_null(co_csv_stream_next(file.stream));
    g_assert_null(co_csv_stream_next(file.stream));
    g_assert_cmpint(problems_count(file.problems, CO_PROBLEM_FILE_EMPTY), ==, 1);
}

static void test_a_quote_that_never_closes_costs_its_row_only(void)
{
    g_autoptr(GString) text = g_string_new("uai;nom\n1;\"ouvert\n");
    for (int i = 0; text->len < 6000000; i++)
        g_string_append_printf(text, "%d;Collège des Combes\n", i);
    g_auto(File) file = file_of(text->str, text->len);
    int n_sheets;
    g_autofree char *found = read_all(&file, &n_sheets);
    g_assert_cmpint(n_sheets, >, 1);
    g_assert_true(g_str_has_prefix(found, "2:1|\"ouvert\n3:0|Collège des Combes\n"));
    g_assert_cmpint(problems_get(file.problems, CO_PROBLEM_CSV_QUOTE)->line, ==, 2);
}

static void test_windows_1252_is_said_once_with_its_line(void)
{
    g_autoptr(GString) text = g_string_new("uai;nom\n");
    while (text->len < 2500000)
        g_string_append(text, "1;Coll\xE8ge\n");
    g_auto(File) file = file_of(text->str, text->len);
    int n_sheets;
    g_autofree char *found = read_all(&file, &n_sheets);
    g_assert_true(g_str_has_prefix(found, "2:1|Collège\n"));
    g_assert_cmpint(problems_count(file.problems, CO_PROBLEM_FILE_CP1252), ==, 1);
    g_assert_cmpint(problems_get(file.problems, CO_PROBLEM_FILE_CP1252)->line, ==, 2);
}

static void test_utf16_is_read_whole(void)
{
    static const char bytes[] = "\xFF\xFEu\0a\0i\0;\0n\0o\0m\0\n\0001\0;\0x\0\n\0";
    g_auto(File) file = file_of(bytes, sizeof bytes - 1);
    int n_sheets;
    g_autofree char *found = read_all(&file, &n_sheets);
    g_assert_cmpstr(found, ==, "2:1|x\n");
    g_assert_cmpint(n_sheets, ==, 1);
}

static void test_bytes_that_are_no_text_end_the_file(void)
{
    g_auto(File) file = file_of("PK\3\4 uai;nom\n", 13);
    g_assert_null(co_csv_stream_next(file.stream));
    g_assert_cmpint(problems_count(file.problems, CO_PROBLEM_FILE_NOT_TEXT), ==, 1);
}

static void test_too_many_rows_are_said_and_left_out(void)
{
    g_autoptr(GString) text = g_string_new("uai;nom\n");
    for (int i = 0; i < CO_SHEET_MAX_ROWS + 300000; i++)
        g_string_append(text, "1;x\n");
    g_auto(File) file = file_of(text->str, text->len);
    gint64 n_rows = 0;
    for (;;) {
        g_autoptr(CoSheet) sheet = co_csv_stream_next(file.stream);
        if (sheet == NULL)
            break;
        n_rows += co_sheet_n_rows(sheet);
    }
    g_assert_cmpint(n_rows, >=, CO_SHEET_MAX_ROWS);
    g_assert_cmpint(n_rows, <, CO_SHEET_MAX_ROWS + 300000);
    g_assert_cmpint(problems_count(file.problems, CO_PROBLEM_TOO_MANY_ROWS), ==, 1);
}

static void test_what_cannot_be_opened_is_a_problem(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_assert_null(co_csv_stream_open("/nowhere/at/all.csv", "all.csv", problems));
    g_assert_null(co_csv_stream_open(g_get_tmp_dir(), "tmp", problems));
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_FILE_UNREADABLE), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv_stream/large", test_a_large_file_says_in_blocks_what_it_says_whole);
    g_test_add_func("/csv_stream/headers", test_a_file_of_headers_only_has_one_sheet_without_rows);
    g_test_add_func("/csv_stream/empty", test_a_file_that_says_nothing_is_empty);
    g_test_add_func("/csv_stream/quote", test_a_quote_that_never_closes_costs_its_row_only);
    g_test_add_func("/csv_stream/cp1252", test_windows_1252_is_said_once_with_its_line);
    g_test_add_func("/csv_stream/utf16", test_utf16_is_read_whole);
    g_test_add_func("/csv_stream/binary", test_bytes_that_are_no_text_end_the_file);
    g_test_add_func("/csv_stream/rows", test_too_many_rows_are_said_and_left_out);
    g_test_add_func("/csv_stream/unreadable", test_what_cannot_be_opened_is_a_problem);
    return g_test_run();
}

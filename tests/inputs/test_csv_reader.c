/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/formats/csv_reader.h"

#include <glib/gstdio.h>

#include <string.h>

#include "problems.h"

typedef struct Reading {
    CoProblemList *problems;
    CoSheet *sheet;
} Reading;

static Reading read_bytes(const char *bytes, gsize size)
{
    Reading reading = {.problems = co_problem_list_new()};
    reading.sheet = co_csv_read_bytes(bytes, size, "essai.csv", reading.problems);
    return reading;
}

static Reading read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void reading_clear(Reading *reading)
{
    co_sheet_free(reading->sheet);
    co_problem_list_free(reading->problems);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reading, reading_clear)

static void assert_row(const Reading *reading, int row, int line, const char *cells)
{
    g_auto(GStrv) expected = g_strsplit(cells, "|", -1);
    for (int i = 0; expected[i] != NULL; i++)
        g_assert_cmpstr(co_sheet_cell(reading->sheet, row, i), ==, expected[i]);
    g_assert_cmpint(co_sheet_line(reading->sheet, row), ==, line);
}

static void test_plain_rows_are_read_with_their_lines(void)
{
    g_auto(Reading) reading = read_text("a;b\n1;2\n3;4\n");
    g_assert_cmpint(co_sheet_n_columns(reading.sheet), ==, 2);
    g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, 2);
    g_assert_cmpstr(co_sheet_header(reading.sheet, 1), ==, "b");
    g_assert_cmpint(co_sheet_header_line(reading.sheet), ==, 1);
    assert_row(&reading, 0, 2, "1|2");
    assert_row(&reading, 1, 3, "3|4");
    g_assert_cmpuint(co_problem_list_size(reading.problems), ==, 0);
}

static void test_every_line_end_and_a_missing_last_one_will_do(void)
{
    static const char *const texts[] = {"a;b\r\n1;2\r\n3;4", "a;b\n1;2\n3;4", "a;b\r1;2\r3;4\r"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(Reading) reading = read_text(texts[i]);
        g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, 2);
        assert_row(&reading, 1, 3, "3|4");
    }
}

static void test_the_separator_is_told_from_the_header_line(void)
{
    static const char *const texts[] = {"a;b\n1;2,5\n", "a,b\n1,\"2,5\"\n", "a\tb\n1\t2,5\n",
                                        "\"a;x;y;z\",b\n1,\"2,5\"\n", "sep=|\na|b\n1|2,5\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(Reading) reading = read_text(texts[i]);
        g_assert_cmpint(co_sheet_n_columns(reading.sheet), ==, 2);
        g_assert_cmpstr(co_sheet_cell(reading.sheet, 0, 1), ==, "2,5");
    }
}

static void test_quotes_hold_separators_line_breaks_and_doubled_quotes(void)
{
    g_auto(Reading) reading =
        read_text("\"a\";\"b\nc\"\n\"1;\"\"2\"\"\";\"x\r\ny\"\n\"\";\"\"\"\"\n");
    g_assert_cmpstr(co_sheet_header(reading.sheet, 1), ==, "b\nc");
    assert_row(&reading, 0, 3, "1;\"2\"|x\r\ny");
    assert_row(&reading, 1, 5, "|\"");
    g_assert_cmpuint(co_problem_list_size(reading.problems), ==, 0);
}

static void test_blank_rows_and_missing_last_cells_are_no_problem(void)
{
    g_auto(Reading) reading = read_text("\n a ;b;c\n\n1\n;;\n \t;\u00A0;\n2;3;4;;\n\r\n");
    g_assert_cmpint(co_sheet_header_line(reading.sheet), ==, 2);
    g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, 2);
    assert_row(&reading, 0, 4, "1||");
    assert_row(&reading, 1, 7, "2|3|4");
    g_assert_cmpuint(co_problem_list_size(reading.problems), ==, 0);
}

static void test_a_cell_too_many_is_reported_and_the_row_kept(void)
{
    g_auto(Reading) reading = read_text("a;b\n1;2;trois;4\n");
    assert_row(&reading, 0, 2, "1|2");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_ROW_LENGTH);
    g_assert_cmpint(problem->line, ==, 2);
    g_assert_cmpstr(problem->value, ==, "trois");
    g_assert_cmpint((int)problem->number, ==, 2);
    g_assert_cmpstr(problem->file, ==, "essai.csv");
}

static void test_the_first_filled_cell_too_many_is_the_one_shown(void)
{
    g_auto(Reading) reading = read_text("a;b\n1;2;; ;quatre\n1;2;;\n");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_ROW_LENGTH), ==, 1);
    g_assert_cmpstr(problems_get(reading.problems, CO_PROBLEM_ROW_LENGTH)->value, ==, "quatre");
}

static void test_a_quote_that_never_closes_costs_its_row_only(void)
{
    g_auto(Reading) reading = read_text("a;b\n\"1;2\n3;4\n5;6\n");
    g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, 3);
    assert_row(&reading, 0, 2, "\"1|2");
    assert_row(&reading, 2, 4, "5|6");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_CSV_QUOTE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problem->line, ==, 2);
}

static void test_a_stray_quote_does_not_swallow_the_rows_that_follow(void)
{
    g_auto(Reading) reading = read_text("a;b\n\"1;2\n\"3\";4\n5;\"6\"\n");
    g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, 3);
    assert_row(&reading, 0, 2, "\"1|2");
    assert_row(&reading, 1, 3, "3|4");
    assert_row(&reading, 2, 4, "5|6");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_CSV_QUOTE), ==, 1);
}

static void test_text_after_a_closing_quote_is_kept_with_a_notice(void)
{
    g_auto(Reading) reading = read_text("a;b\n\"1\"bis;2\nx \"y\" z;4\n");
    assert_row(&reading, 0, 2, "1bis|2");
    assert_row(&reading, 1, 3, "x \"y\" z|4");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_CSV_QUOTE), ==, 1);
    problems_assert_below(reading.problems, CO_SEVERITY_WARNING);
}

static void test_a_cell_of_ten_megabytes_is_left_out_and_the_rest_read(void)
{
    enum { SIZE = 10 << 20 };
    g_autoptr(GString) text = g_string_new("a;b\n1;\"");
    g_autofree char *filling = g_strnfill(SIZE, 'x');
    g_string_append_len(text, filling, SIZE);
    g_string_append(text, "\"\n3;4\n");
    g_auto(Reading) reading = read_bytes(text->str, text->len);
    assert_row(&reading, 0, 2, "1|");
    assert_row(&reading, 1, 3, "3|4");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_CELL_TOO_LARGE);
    g_assert_cmpstr(problem->column, ==, "b");
    g_assert_cmpint((int)problem->number, ==, CO_SHEET_MAX_CELL_BYTES);
    g_assert_cmpint(problem->action, ==, CO_ACTION_CELL_OUT);
}

static void test_a_large_cell_under_no_header_has_no_column(void)
{
    g_autofree char *filling = g_strnfill(CO_SHEET_MAX_CELL_BYTES + 1, 'x');
    g_autofree char *text = g_strconcat("a\n1;", filling, "\n", NULL);
    g_auto(Reading) reading = read_text(text);
    assert_row(&reading, 0, 2, "1");
    g_assert_cmpstr(problems_get(reading.problems, CO_PROBLEM_CELL_TOO_LARGE)->column, ==, NULL);
}

static void test_a_cell_of_the_largest_size_is_read(void)
{
    g_autofree char *filling = g_strnfill(CO_SHEET_MAX_CELL_BYTES, 'x');
    g_autofree char *text = g_strconcat("a\n", filling, "\n", NULL);
    g_auto(Reading) reading = read_text(text);
    g_assert_cmpuint(strlen(co_sheet_cell(reading.sheet, 0, 0)), ==, CO_SHEET_MAX_CELL_BYTES);
    g_assert_cmpuint(co_problem_list_size(reading.problems), ==, 0);
}

/* The buffer grows from 64 KiB by four: a file that just fills it needs room for its NUL. */
static void test_files_that_fill_the_buffer_are_read_whole(void)
{
    static const gsize sizes[] = {(1 << 16) - 1, 1 << 16, (1 << 16) + 1, 1 << 18, 1 << 20};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *path = NULL;
        int file = g_file_open_tmp("cohorte-XXXXXX.csv", &path, NULL);
        g_close(file, NULL);
        g_autofree char *text = g_strnfill(sizes[i], 'x');
        text[1] = '\n';
        g_assert_true(g_file_set_contents(path, text, (gssize)sizes[i], NULL));
        g_autoptr(CoProblemList) problems = co_problem_list_new();
        g_autoptr(CoSheet) sheet = co_csv_read_file(path, "plein.csv", problems);
        g_assert_cmpuint(strlen(co_sheet_cell(sheet, 0, 0)), ==, sizes[i] - 2);
        g_unlink(path);
    }
}

static void test_too_many_rows_and_columns_are_cut_with_one_problem_each(void)
{
    g_autoptr(GString) text = g_string_new("a");
    for (int i = 0; i < CO_SHEET_MAX_COLUMNS + 5; i++)
        g_string_append(text, ";x");
    g_string_append_c(text, '\n');
    for (int i = 0; i < CO_SHEET_MAX_ROWS + 3; i++)
        g_string_append(text, "1\n");
    g_auto(Reading) reading = read_bytes(text->str, text->len);
    g_assert_cmpint(co_sheet_n_columns(reading.sheet), ==, CO_SHEET_MAX_COLUMNS);
    g_assert_cmpint(co_sheet_n_rows(reading.sheet), ==, CO_SHEET_MAX_ROWS);
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_TOO_MANY_COLUMNS), ==, 1);
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_TOO_MANY_ROWS), ==, 1);
}

static void test_windows_1252_is_noticed(void)
{
    g_auto(Reading) reading = read_text("nom;ville\nRen\xE9;N\xEEmes\n");
    assert_row(&reading, 0, 2, "René|Nîmes");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_FILE_CP1252);
    g_assert_cmpint(problem->line, ==, 2);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void assert_left_out(const char *bytes, gsize size, CoProblemCode code)
{
    g_auto(Reading) reading = read_bytes(bytes, size);
    g_assert_null(reading.sheet);
    const CoProblem *problem = problems_get(reading.problems, code);
    g_assert_cmpint(problem->action, ==, CO_ACTION_FILE_OUT);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
}

static void test_binary_and_empty_files_are_left_out(void)
{
    assert_left_out("PK\3\4\0\0", 6, CO_PROBLEM_FILE_NOT_TEXT);
    assert_left_out("a;b\0\n", 5, CO_PROBLEM_FILE_NOT_TEXT);
    assert_left_out("", 0, CO_PROBLEM_FILE_EMPTY);
    assert_left_out("\xEF\xBB\xBF\r\n ;\n", 7, CO_PROBLEM_FILE_EMPTY);
}

static void test_files_that_cannot_be_read_say_why(void)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_assert_null(co_csv_read_file("/nowhere/at/all.csv", "all.csv", problems));
    const CoProblem *problem = problems_get(problems, CO_PROBLEM_FILE_UNREADABLE);
    g_assert_cmpstr(problem->detail, !=, NULL);
    g_assert_null(co_csv_read_file("/", "racine", problems));
    g_assert_null(co_csv_read_file("/dev/zero", "zero", problems));
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_FILE_UNREADABLE), ==, 3);
}

static void test_a_file_over_the_limit_is_left_out(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("cohorte-XXXXXX.csv", &path, &error);
    g_assert_no_error(error);
    g_close(file, NULL);
    g_autofree char *filling = g_strnfill(CO_CSV_MAX_FILE_BYTES + 1, 'x');
    g_assert_true(g_file_set_contents(path, filling, CO_CSV_MAX_FILE_BYTES + 1, NULL));
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_csv_read_file(path, "grand.csv", problems);
    g_assert_null(sheet);
    const CoProblem *problem = problems_get(problems, CO_PROBLEM_FILE_TOO_LARGE);
    g_assert_cmpint((int)problem->number, ==, CO_CSV_MAX_FILE_BYTES);
    g_unlink(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/plain", test_plain_rows_are_read_with_their_lines);
    g_test_add_func("/csv/line_ends", test_every_line_end_and_a_missing_last_one_will_do);
    g_test_add_func("/csv/separator", test_the_separator_is_told_from_the_header_line);
    g_test_add_func("/csv/quotes", test_quotes_hold_separators_line_breaks_and_doubled_quotes);
    g_test_add_func("/csv/blanks", test_blank_rows_and_missing_last_cells_are_no_problem);
    g_test_add_func("/csv/row_length", test_a_cell_too_many_is_reported_and_the_row_kept);
    g_test_add_func("/csv/row_length/first", test_the_first_filled_cell_too_many_is_the_one_shown);
    g_test_add_func("/csv/limits/cell/no_header", test_a_large_cell_under_no_header_has_no_column);
    g_test_add_func("/csv/limits/cell/largest", test_a_cell_of_the_largest_size_is_read);
    g_test_add_func("/csv/buffer", test_files_that_fill_the_buffer_are_read_whole);
    g_test_add_func("/csv/quotes/open", test_a_quote_that_never_closes_costs_its_row_only);
    g_test_add_func("/csv/quotes/stray", test_a_stray_quote_does_not_swallow_the_rows_that_follow);
    g_test_add_func("/csv/quotes/tail", test_text_after_a_closing_quote_is_kept_with_a_notice);
    g_test_add_func("/csv/limits/cell", test_a_cell_of_ten_megabytes_is_left_out_and_the_rest_read);
    g_test_add_func("/csv/limits/rows_and_columns",
                    test_too_many_rows_and_columns_are_cut_with_one_problem_each);
    g_test_add_func("/csv/cp1252", test_windows_1252_is_noticed);
    g_test_add_func("/csv/no_table", test_binary_and_empty_files_are_left_out);
    g_test_add_func("/csv/unreadable", test_files_that_cannot_be_read_say_why);
    g_test_add_func("/csv/limits/file", test_a_file_over_the_limit_is_left_out);
    return g_test_run();
}

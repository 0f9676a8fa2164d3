/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kit by itself: what a cell becomes in the file. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "outputs/kit/page.h"
#include "outputs/kit/table.h"
#include "sample_campaign.h"
#include "xlsx_file.h"

static const CoLook cell_look = {.style = CO_STYLE_CELL};

typedef struct Bench {
    char *folder, *path;
    CoBook *book;
    CoPage *page;
} Bench;

static void bench_init(Bench *bench)
{
    const CoBookInfo info = {"Titre", "Sujet", "Auteur", "Académie", 0};
    const CoPageSetup setup = {"Feuille", "Pied & page", false};
    bench->folder = co_sample_folder();
    bench->path = g_build_filename(bench->folder, "livre.xlsx", NULL);
    bench->book = co_book_new(bench->path, bench->folder, &info);
    bench->page = co_page_new(bench->book, &setup);
}

static CoXlsxFile *bench_close(Bench *bench)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) data = co_book_close(bench->book, &error);
    g_assert_no_error(error);
    g_assert_nonnull(data);
    CoXlsxFile *file = co_xlsx_file_open(bench->path);
    co_book_free(bench->book);
    co_sample_remove_folder(bench->folder);
    g_free(bench->path);
    return file;
}

static void assert_footer(const char *footer, const char *wanted)
{
    const CoPageSetup setup = {"Pied", footer, false};
    Bench bench;
    bench_init(&bench);
    co_page_text(co_page_new(bench.book, &setup), 0, 0, "x", cell_look);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    g_autofree char *left = g_strdup_printf("&amp;L&amp;8%s&amp;R", wanted);
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Pied"), left));
}

static void test_a_footer_is_shown_whatever_it_begins_with(void)
{
    assert_footer("Pied & page", "Pied &amp;&amp; page");
    assert_footer("30 académies", " 30 académies");
}

static void test_text_that_looks_like_a_formula_stays_text(void)
{
    static const char *const texts[] = {"=2+3",       "+33 4 56", "-1",
                                        "@SOMME(A1)", "{=1}",     "'apostrophe"};
    Bench bench;
    bench_init(&bench);
    for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++)
        co_page_text(bench.page, i, 0, texts[i], cell_look);
    co_page_area(bench.page, (CoArea){9, 0, 1, 3}, "=A1", cell_look);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
        g_autofree char *address = g_strdup_printf("A%d", i + 1);
        g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", address), ==, texts[i]);
        g_assert_true(co_xlsx_file_is_text(file, "Feuille", address));
    }
    g_assert_true(co_xlsx_file_is_text(file, "Feuille", "A10"));
    g_assert_null(strstr(co_xlsx_file_sheet(file, "Feuille"), "<f>"));
}

static void test_days_numbers_and_times_are_numbers(void)
{
    Bench bench;
    bench_init(&bench);
    co_page_day(bench.page, 0, 0, co_day_parse("2024-11-18"), (CoLook){.style = CO_STYLE_CELL_DAY});
    co_page_day(bench.page, 1, 0, CO_DAY_NONE, (CoLook){.style = CO_STYLE_CELL_DAY});
    co_page_number(bench.page, 2, 0, 24, (CoLook){.style = CO_STYLE_CELL_NUMBER});
    co_page_clock(bench.page, 3, 0, 540, (CoLook){.style = CO_STYLE_CELL_CLOCK});
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A1"), ==, "45614");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A2"), ==, "");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A3"), ==, "24");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A4"), ==, "0.375");
    g_assert_false(co_xlsx_file_is_text(file, "Feuille", "A1"));
    g_assert_nonnull(strstr(co_xlsx_file_part(file, "xl/styles.xml"), "[$-40C]ddd"));
}

static void test_sheet_names_are_valid_and_differ(void)
{
    Bench bench;
    bench_init(&bench);
    static const char *const wanted[] = {"a/b:c",
                                         "feuille",
                                         "'x'",
                                         "",
                                         "Un nom de feuille bien trop long pour un classeur",
                                         "Un nom de feuille bien trop long pour un autre"};
    static const char *const made[] = {"a-b-c",
                                       "feuille (2)",
                                       " x ",
                                       "Feuille (3)",
                                       "Un nom de feuille bien trop lon",
                                       "Un nom de feuille bien trop (2)"};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        g_autofree char *name = co_book_sheet_name(bench.book, wanted[i]);
        g_assert_cmpstr(name, ==, made[i]);
    }
    co_xlsx_file_free(bench_close(&bench));
}

static void test_dates_inside_never_come_from_the_clock(void)
{
    Bench bench;
    bench_init(&bench);
    co_page_text(bench.page, 0, 0, "x", cell_look);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    const char *core = co_xlsx_file_part(file, "docProps/core.xml");
    g_assert_nonnull(strstr(core, "2000-01-01T00:00:00Z</dcterms:created>"));
    g_assert_nonnull(strstr(core, "2000-01-01T00:00:00Z</dcterms:modified>"));
    g_assert_nonnull(strstr(core, "<dc:title>Titre</dc:title>"));
    g_assert_true(co_xlsx_file_is_undated(file));
}

static void test_pages_are_a4_and_numbered(void)
{
    Bench bench;
    bench_init(&bench);
    co_page_text(bench.page, 0, 0, "x", cell_look);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    const char *sheet = co_xlsx_file_sheet(file, "Feuille");
    g_assert_nonnull(strstr(sheet, "paperSize=\"9\""));
    g_assert_nonnull(strstr(sheet, "fitToWidth=\"1\"") == NULL
                         ? strstr(sheet, "<pageSetUpPr fitToPage=\"1\"/>")
                         : sheet);
    g_assert_nonnull(strstr(sheet, "Pied &amp;&amp; page&amp;R&amp;8Page &amp;P/&amp;N"));
}

static void test_a_very_long_text_is_cut_and_the_file_stays_valid(void)
{
    Bench bench;
    bench_init(&bench);
    g_autofree char *text = g_strnfill(1 << 20, 'a');
    co_page_text(bench.page, 0, 0, text, cell_look);
    co_page_text(bench.page, 1, 0,
                 "a\x01\x1f"
                 "b\xff",
                 cell_look);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    const char *shown = co_xlsx_file_cell(file, "Feuille", "A1");
    g_assert_cmpint(g_utf8_strlen(shown, -1), ==, 4000);
    g_assert_true(g_str_has_suffix(shown, "…"));
}

static void test_a_row_grows_with_the_text_that_wraps_in_it(void)
{
    static const int widths_px[] = {60, 60};
    Bench bench;
    bench_init(&bench);
    co_page_set_widths(bench.page, widths_px, 2);
    co_page_text(bench.page, 0, 0, "court", cell_look);
    co_page_text(bench.page, 1, 0, "un texte bien plus long que sa colonne", cell_look);
    co_page_area(bench.page, (CoArea){2, 0, 1, 2}, "un texte bien plus long que sa colonne",
                 cell_look);
    int one = co_page_height_px(bench.page, 0, 1);
    int wrapped = co_page_height_px(bench.page, 1, 1);
    int merged = co_page_height_px(bench.page, 2, 1);
    g_assert_cmpint(wrapped, >, 2 * one);
    g_assert_cmpint(merged, <, wrapped);
    g_assert_cmpint(merged, >, one);
    co_xlsx_file_free(bench_close(&bench));
}

static CoTable *wide_table(void)
{
    static const CoColumn columns[] = {{"Code", CO_STYLE_CELL_STRONG, 30, 200, 0},
                                       {"Texte", CO_STYLE_CELL, 30, 2000, 0}};
    CoTable *table = co_table_new(columns, 2);
    co_table_add_text(table, "COMPTA-01");
    co_table_take_text(table, g_strnfill(300, 'm'));
    return table;
}

static void test_a_table_fits_the_width_without_breaking_words(void)
{
    g_autoptr(CoTable) table = wide_table();
    int widths[2] = {0};
    co_table_measure(table, widths);
    int code = widths[0];
    co_table_fit(table, widths, 300);
    g_assert_cmpint(widths[0], ==, code);
    widths[0] = widths[1] = 100;
    co_table_fit(table, widths, 1000);
    g_assert_cmpint(widths[0] + widths[1], <=, 1000);
    g_assert_cmpint(widths[0] + widths[1], >=, 998);
    g_assert_cmpint(widths[0], <=, 200);
}

static void test_bands_rows_and_breaks_come_where_they_were_added(void)
{
    static const CoColumn columns[] = {{"A", CO_STYLE_CELL, 60, 60, 0},
                                       {"B", CO_STYLE_CELL_NUMBER, 60, 60, 0}};
    Bench bench;
    bench_init(&bench);
    g_autoptr(CoTable) table = co_table_new(columns, 2);
    co_table_add_band(table, "Bande");
    co_table_add_text(table, "un");
    co_table_add_number(table, 1);
    co_table_add_break(table);
    co_table_add_text(table, "deux");
    co_table_add_number(table, 2);
    g_assert_cmpint(co_table_n_rows(table), ==, 2);
    co_table_set_widths(table, bench.page);
    g_assert_cmpint(co_table_write(table, bench.page, 3), ==, 7);
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A4"), ==, "A");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A5"), ==, "Bande");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "B6"), ==, "1");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Feuille", "A7"), ==, "deux");
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Feuille"), "<brk id=\"6\""));
}

static void test_rows_kept_together_begin_a_new_paper(void)
{
    static const int widths_px[] = {200, 200};
    Bench bench;
    bench_init(&bench);
    co_page_set_widths(bench.page, widths_px, 2);
    int paper_px = co_page_printable_height_px(bench.page);
    for (int i = 0; i < 4; i++) {
        co_page_text(bench.page, i, 1, "x", cell_look);
        co_page_raise_row(bench.page, i, paper_px * 2 / 5);
    }
    g_assert_true(co_page_keep_rows(bench.page, 0, 2));
    g_assert_true(co_page_keep_rows(bench.page, 1, 2)); /* the third would be cut */
    g_assert_true(co_page_keep_rows(bench.page, 1, 2)); /* it is not any more */
    g_assert_false(co_page_keep_rows(bench.page, 1, 3));
    g_autoptr(CoXlsxFile) file = bench_close(&bench);
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, "Feuille"),
                            "<rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"1\""));
}

static void test_a_book_that_is_dropped_leaves_no_file(void)
{
    Bench bench;
    bench_init(&bench);
    co_page_text(bench.page, 0, 0, "x", cell_look);
    co_book_free(bench.book);
    g_assert_false(g_file_test(bench.path, G_FILE_TEST_EXISTS));
    co_sample_remove_folder(bench.folder);
    g_free(bench.path);
}

/* The archive is far below the limit, the temporary file of the sheet far above: the library itself
 * sees nothing wrong. */
static void test_a_temporary_file_cut_short_is_noticed(void)
{
    if (!g_test_subprocess()) {
        g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
        g_test_trap_assert_passed();
        return;
    }
    Bench bench;
    bench_init(&bench);
    for (int i = 0; i < 5000; i++)
        co_page_text(bench.page, i, 0, "x", cell_look);
    const struct rlimit limit = {60000, 60000};
    g_autoptr(GError) error = NULL;
    signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
    g_autoptr(GBytes) data = co_book_close(bench.book, &error);
    g_assert_null(data);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "incomplet"));
    co_book_free(bench.book);
    co_sample_remove_folder(bench.folder);
    g_free(bench.path);
}

static void test_a_folder_that_has_gone_is_an_error(void)
{
    const CoBookInfo info = {"", "", "", "", 0};
    const CoPageSetup setup = {"x", "", true};
    g_autoptr(GError) error = NULL;
    g_autoptr(CoBook) book = co_book_new("/proc/cohorte/livre.xlsx", "/proc/cohorte", &info);
    co_page_new(book, &setup);
    g_autoptr(GBytes) data = co_book_close(book, &error);
    g_assert_null(data);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/workbook/formula", test_text_that_looks_like_a_formula_stays_text);
    g_test_add_func("/workbook/numbers", test_days_numbers_and_times_are_numbers);
    g_test_add_func("/workbook/names", test_sheet_names_are_valid_and_differ);
    g_test_add_func("/workbook/clock", test_dates_inside_never_come_from_the_clock);
    g_test_add_func("/workbook/paper", test_pages_are_a4_and_numbered);
    g_test_add_func("/workbook/long", test_a_very_long_text_is_cut_and_the_file_stays_valid);
    g_test_add_func("/workbook/rows", test_a_row_grows_with_the_text_that_wraps_in_it);
    g_test_add_func("/workbook/table/fit", test_a_table_fits_the_width_without_breaking_words);
    g_test_add_func("/workbook/table/rows", test_bands_rows_and_breaks_come_where_they_were_added);
    g_test_add_func("/workbook/kept", test_rows_kept_together_begin_a_new_paper);
    g_test_add_func("/workbook/footer", test_a_footer_is_shown_whatever_it_begins_with);
    g_test_add_func("/workbook/dropped", test_a_book_that_is_dropped_leaves_no_file);
    g_test_add_func("/workbook/cut", test_a_temporary_file_cut_short_is_noticed);
    g_test_add_func("/workbook/gone", test_a_folder_that_has_gone_is_an_error);
    return g_test_run();
}

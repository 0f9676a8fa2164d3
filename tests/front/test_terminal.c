/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/terminal.h"

#include <stdio.h>
#include <string.h>

/* A terminal that writes to memory. */
typedef struct {
    CoTerminal terminal;
    char *text;
    size_t size;
} Sink;

static void sink_open(Sink *sink, int width)
{
    *sink = (Sink){0};
    sink->terminal.file = open_memstream(&sink->text, &sink->size);
    sink->terminal.width = width;
}

/* (transfer full) from malloc() */
static char *sink_close(Sink *sink)
{
    fclose(sink->terminal.file);
    return sink->text;
}

static void assert_wrapped(const char *text, int width, int column, int indent,
                           const char *expected)
{
    Sink sink;
    sink_open(&sink, width);
    co_terminal_wrapped(&sink.terminal, text, column, indent);
    char *written = sink_close(&sink);
    g_assert_cmpstr(written, ==, expected);
    free(written);
}

static void test_lines_break_at_blanks_and_are_indented(void)
{
    assert_wrapped("un deux trois quatre", 40, 0, 2, "un deux trois quatre\n");
    assert_wrapped("un deux trois quatre", 10, 0, 2, "un deux\n  trois\n  quatre\n");
    assert_wrapped("un deux trois", 10, 6, 2, "un\n  deux\n  trois\n");
}

static void test_a_word_longer_than_the_line_is_not_cut(void)
{
    assert_wrapped("ab anticonstitutionnellement cd", 10, 0, 0,
                   "ab\nanticonstitutionnellement\ncd\n");
}

static void test_french_signs_stay_with_their_word(void)
{
    assert_wrapped("Vouliez-vous ?", 13, 0, 0, "Vouliez-vous ?\n");
    assert_wrapped("ici « deux » là", 8, 0, 0, "ici\n« deux »\nlà\n");
    assert_wrapped("reste 12 %", 8, 0, 0, "reste\n12 %\n");
}

static void test_the_width_of_a_text_is_what_a_terminal_shows(void)
{
    g_assert_cmpint(co_display_width("été"), ==, 3);
    g_assert_cmpint(co_display_width("e\xcc\x81t"), ==, 2);
    g_assert_cmpint(co_display_width("日本"), ==, 4);
    g_assert_cmpint(co_display_width("a\033b"), ==, 2);
}

static void test_control_characters_never_reach_the_terminal(void)
{
    g_autofree char *safe = co_terminal_safe("a\033[2Jb\nc\xc2\x9b"
                                             "d\xe2\x80\xae"
                                             "e\xff",
                                             0);
    g_assert_cmpstr(safe, ==, "a [2Jb c d e\xef\xbf\xbd");
    assert_wrapped("a\033[2J b", 40, 0, 0, "a [2J b\n");
}

static void test_a_text_is_cut_with_an_ellipsis(void)
{
    g_autofree char *cut = co_terminal_safe("préparation", 5);
    g_autofree char *whole = co_terminal_safe("prép.", 5);
    g_assert_cmpstr(cut, ==, "prép…");
    g_assert_cmpstr(whole, ==, "prép.");
}

static void test_cells_are_filled_up_by_width_and_not_by_bytes(void)
{
    Sink sink;
    sink_open(&sink, 40);
    co_terminal_cell(&sink.terminal, CO_STYLE_RED, "été", 5);
    co_terminal_cell(&sink.terminal, CO_STYLE_RED, "trop long", 3);
    char *written = sink_close(&sink);
    g_assert_cmpstr(written, ==, "été  trop long");
    free(written);
}

static void test_styles_are_written_only_where_colours_are_welcome(void)
{
    Sink sink;
    sink_open(&sink, 40);
    co_terminal_styled(&sink.terminal, CO_STYLE_STRONG, "a");
    sink.terminal.coloured = true;
    co_terminal_styled(&sink.terminal, CO_STYLE_STRONG, "b");
    co_terminal_styled(&sink.terminal, CO_STYLE_PLAIN, "c");
    char *written = sink_close(&sink);
    g_assert_cmpstr(written, ==, "a\033[1mb\033[0mc");
    free(written);
}

static void test_a_file_is_no_terminal_and_follows_columns(void)
{
    FILE *file = tmpfile();
    CoTerminal terminal;
    g_setenv("COLUMNS", "72", TRUE);
    co_terminal_init(&terminal, file);
    g_assert_false(terminal.is_tty);
    g_assert_false(terminal.coloured);
    g_assert_cmpint(terminal.width, ==, 72);
    g_setenv("COLUMNS", "3", TRUE);
    co_terminal_init(&terminal, file);
    g_assert_cmpint(terminal.width, ==, 40);
    g_unsetenv("COLUMNS");
    co_terminal_init(&terminal, file);
    /* That of the terminal of the errors, if there is one. */
    g_assert_cmpint(terminal.width, >=, 40);
    g_assert_cmpint(terminal.width, <=, 200);
    fclose(file);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/terminal/wrapped/breaks", test_lines_break_at_blanks_and_are_indented);
    g_test_add_func("/terminal/wrapped/long_word", test_a_word_longer_than_the_line_is_not_cut);
    g_test_add_func("/terminal/wrapped/french", test_french_signs_stay_with_their_word);
    g_test_add_func("/terminal/width", test_the_width_of_a_text_is_what_a_terminal_shows);
    g_test_add_func("/terminal/safe/controls", test_control_characters_never_reach_the_terminal);
    g_test_add_func("/terminal/safe/cut", test_a_text_is_cut_with_an_ellipsis);
    g_test_add_func("/terminal/cell", test_cells_are_filled_up_by_width_and_not_by_bytes);
    g_test_add_func("/terminal/style", test_styles_are_written_only_where_colours_are_welcome);
    g_test_add_func("/terminal/init", test_a_file_is_no_terminal_and_follows_columns);
    return g_test_run();
}

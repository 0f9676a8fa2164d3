/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/kit/measure.h"

#include <glib.h>

static const CoFace face = {10, false};

static void test_a_text_is_as_wide_as_its_letters(void)
{
    /* "00" in 10 points: 2 x 0.507 em of 13.33 pixels */
    g_assert_cmpint(co_measure_width_px("00", face), ==, 14);
    g_assert_cmpint(co_measure_width_px("", face), ==, 0);
    g_assert_cmpint(co_measure_width_px("i", face), <, co_measure_width_px("W", face));
    const CoFace large = {20, false};
    g_assert_cmpint(co_measure_width_px("0000", large), ==, 55);
}

static void test_bold_is_not_narrower(void)
{
    const CoFace bold = {10, true};
    const char *text = "Secrétaires généraux d'EPLE";
    g_assert_cmpint(co_measure_width_px(text, bold), >, co_measure_width_px(text, face));
}

static void test_accents_add_nothing_and_strange_letters_count_wide(void)
{
    g_assert_cmpint(co_measure_width_px("éàçÉ", face), ==, co_measure_width_px("eacE", face));
    g_assert_cmpint(co_measure_width_px("漢", face), >=, co_measure_width_px("M", face));
}

static void test_the_longest_line_counts(void)
{
    g_assert_cmpint(co_measure_width_px("court\nbeaucoup plus long", face), ==,
                    co_measure_width_px("beaucoup plus long", face));
}

static void test_lines_break_at_blanks(void)
{
    int two_words = co_measure_width_px("mot mot", face);
    g_assert_cmpint(co_measure_lines("mot mot mot mot", face, two_words + 1), ==, 2);
    g_assert_cmpint(co_measure_lines("mot mot mot mot", face, 4 * two_words), ==, 1);
    g_assert_cmpint(co_measure_lines("", face, 10), ==, 1);
    g_assert_cmpint(co_measure_lines("a\nb\nc", face, 100), ==, 3);
}

static void test_a_word_too_long_is_broken_inside(void)
{
    int four = co_measure_width_px("0000", face);
    g_assert_cmpint(co_measure_lines("000000000000", face, four), ==, 3);
    g_assert_cmpint(co_measure_lines("x", face, 0), ==, 2);
}

static void test_no_break_blanks_do_not_break(void)
{
    int width = co_measure_width_px("lun. 18 nov.", face) - 5;
    g_assert_cmpint(co_measure_lines("a lun.\xc2\xa0"
                                     "18\xc2\xa0nov.",
                                     face, width),
                    >, 2);
}

static void test_rows_grow_with_lines(void)
{
    g_assert_cmpint(co_measure_height_px(1, face), >=, 17);
    g_assert_cmpint(co_measure_height_px(3, face), >, 2 * co_measure_height_px(1, face));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measure/width", test_a_text_is_as_wide_as_its_letters);
    g_test_add_func("/measure/bold", test_bold_is_not_narrower);
    g_test_add_func("/measure/accents", test_accents_add_nothing_and_strange_letters_count_wide);
    g_test_add_func("/measure/longest", test_the_longest_line_counts);
    g_test_add_func("/measure/lines", test_lines_break_at_blanks);
    g_test_add_func("/measure/word", test_a_word_too_long_is_broken_inside);
    g_test_add_func("/measure/unbroken", test_no_break_blanks_do_not_break);
    g_test_add_func("/measure/rows", test_rows_grow_with_lines);
    return g_test_run();
}

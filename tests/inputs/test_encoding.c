/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/formats/encoding.h"

#include <string.h>

static char *decode(const char *bytes, gsize size, CoDecoding *decoding)
{
    char *copy = g_malloc(size + 1);
    memcpy(copy, bytes, size);
    return co_encoding_decode(copy, size, decoding);
}

static void assert_decodes(const char *bytes, gsize size, const char *expected, int cp1252_line)
{
    CoDecoding decoding;
    g_autofree char *text = decode(bytes, size, &decoding);
    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpuint(decoding.size, ==, strlen(expected));
    g_assert_cmpint(decoding.cp1252_line, ==, cp1252_line);
}

#define ASSERT_DECODES(bytes, expected, line)                                                      \
    assert_decodes(bytes, sizeof(bytes) - 1, expected, line)

static void test_utf8_is_taken_as_it_is_its_mark_removed(void)
{
    ASSERT_DECODES("né;à\n", "né;à\n", 0);
    ASSERT_DECODES("\xEF\xBB\xBFné", "né", 0);
    ASSERT_DECODES("\xEF\xBB\xBF", "", 0);
    ASSERT_DECODES("", "", 0);
}

static void test_utf16_with_a_mark_is_read_in_both_orders(void)
{
    ASSERT_DECODES("\xFF\xFE"
                   "a\0\xE9\0",
                   "aé", 0);
    ASSERT_DECODES("\xFE\xFF"
                   "\0a\0\xE9",
                   "aé", 0);
}

static void test_windows_1252_is_read_and_its_first_line_told(void)
{
    ASSERT_DECODES("a;b\nn\xE9;\x80\x92\x9C\n", "a;b\nné;€’œ\n", 2);
    ASSERT_DECODES("\x81", "\uFFFD", 1);
}

static void test_one_stray_byte_does_not_spoil_a_utf8_file(void)
{
    ASSERT_DECODES("é à ç\nn\xE9", "é à ç\nné", 2);
    ASSERT_DECODES("\xEF\xBB\xBFn\xE9", "né", 1);
    ASSERT_DECODES("\xC3\xA9\xE9\xE8\xE7", "Ã©éèç", 1);
}

static void assert_is_no_text(const char *bytes, gsize size)
{
    CoDecoding decoding;
    g_autofree char *text = decode(bytes, size, &decoding);
    g_assert_null(text);
}

static void test_what_is_no_text_is_refused(void)
{
    assert_is_no_text("a;b\0c\n", 6);
    assert_is_no_text("PK\3\4 workbook", 13);
    assert_is_no_text("%PDF-1.7", 8);
    assert_is_no_text("\xD0\xCF\x11\xE0", 4);
    assert_is_no_text("\1\2\3\4\5 bell", 10);
    assert_is_no_text("\xFF\xFE"
                      "a\0\0\0",
                      6);
}

static void test_a_lone_control_character_is_forgiven(void)
{
    static char text[] = "a comment pasted from a word processor, long enough\x0B to be text\x01.";
    CoDecoding decoding;
    g_autofree char *decoded = decode(text, sizeof text - 1, &decoding);
    g_assert_cmpstr(decoded, ==, text);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/encoding/utf8", test_utf8_is_taken_as_it_is_its_mark_removed);
    g_test_add_func("/encoding/utf16", test_utf16_with_a_mark_is_read_in_both_orders);
    g_test_add_func("/encoding/cp1252", test_windows_1252_is_read_and_its_first_line_told);
    g_test_add_func("/encoding/mixed", test_one_stray_byte_does_not_spoil_a_utf8_file);
    g_test_add_func("/encoding/binary", test_what_is_no_text_is_refused);
    g_test_add_func("/encoding/control", test_a_lone_control_character_is_forgiven);
    return g_test_run();
}

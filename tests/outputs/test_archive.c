/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/kit/archive.h"

#include <glib.h>
#include <zlib.h>

#include <string.h>

static void append_u16(GByteArray *out, guint value)
{
    const guint8 bytes[] = {(guint8)(value & 0xff), (guint8)(value >> 8 & 0xff)};
    g_byte_array_append(out, bytes, sizeof bytes);
}

static void append_u32(GByteArray *out, guint32 value)
{
    append_u16(out, value & 0xffff);
    append_u16(out, value >> 16);
}

static GByteArray *deflate_text(const char *text)
{
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)strlen(text) + 100);
    z_stream stream = {.next_in = (Bytef *)text,
                       .avail_in = (uInt)strlen(text),
                       .next_out = packed->data,
                       .avail_out = packed->len};
    g_assert_cmpint(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY), ==,
                    Z_OK);
    g_assert_cmpint(deflate(&stream, Z_FINISH), ==, Z_STREAM_END);
    g_byte_array_set_size(packed, (guint)stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/* The fields that a local header and an entry of the directory share. */
static void append_fields(GByteArray *out, const char *text, const GByteArray *packed)
{
    append_u16(out, 20);
    append_u16(out, 0);
    append_u16(out, Z_DEFLATED);
    append_u32(out, 0);
    append_u32(out, (guint32)crc32(0, (const Bytef *)text, (uInt)strlen(text)));
    append_u32(out, packed->len);
    append_u32(out, (guint32)strlen(text));
    append_u16(out, 1);
    append_u16(out, 0);
}

/* An archive of one part, called "x". */
static GByteArray *archive_of(const char *text)
{
    g_autoptr(GByteArray) packed = deflate_text(text);
    GByteArray *out = g_byte_array_new();
    append_u32(out, 0x04034b50);
    append_fields(out, text, packed);
    g_byte_array_append(out, (const guint8 *)"x", 1);
    g_byte_array_append(out, packed->data, packed->len);
    guint directory = out->len;
    append_u32(out, 0x02014b50);
    append_u16(out, 20);
    append_fields(out, text, packed);
    append_u16(out, 0); /* comment */
    append_u32(out, 0); /* disk, inner attributes */
    append_u32(out, 0); /* outer attributes */
    append_u32(out, 0); /* where its local header is */
    g_byte_array_append(out, (const guint8 *)"x", 1);
    guint size = out->len - directory;
    append_u32(out, 0x06054b50);
    append_u32(out, 0);
    append_u16(out, 1);
    append_u16(out, 1);
    append_u32(out, size);
    append_u32(out, directory);
    append_u16(out, 0);
    return out;
}

static bool is_whole(const char *text)
{
    g_autoptr(GByteArray) archive = archive_of(text);
    return co_archive_is_whole(archive->data, archive->len);
}

#define DECLARATION "<?xml version=\"1.0\"?>\n"

static void test_a_part_that_closes_its_root_is_whole(void)
{
    g_assert_true(is_whole(DECLARATION "<sst count=\"1\"><si/></sst>"));
    g_assert_true(is_whole(DECLARATION "<a:theme>x</a:theme>\n"));
}

static void test_a_part_cut_short_is_not_whole(void)
{
    g_assert_false(is_whole(DECLARATION "<sst count=\"1\"><si/></ss"));
    g_assert_false(is_whole(DECLARATION "<sst count=\"1\"><si/>"));
    g_assert_false(is_whole(DECLARATION));
    g_assert_false(is_whole("texte"));
    g_assert_false(is_whole(""));
}

static void test_an_archive_of_nothing_is_not_a_workbook(void)
{
    g_autoptr(GByteArray) end = g_byte_array_new();
    append_u32(end, 0x06054b50);
    for (int i = 0; i < 9; i++)
        append_u16(end, 0);
    g_assert_cmpuint(end->len, ==, 22);
    g_assert_false(co_archive_is_whole(end->data, end->len));
}

static void test_every_shorter_file_is_refused(void)
{
    g_autoptr(GByteArray) archive = archive_of(DECLARATION "<sst><si/></sst>");
    for (guint size = 0; size < archive->len; size++) {
        /* A copy of its own size, so that a read past the end is seen. */
        g_autofree guint8 *cut = g_memdup2(archive->data, size);
        g_assert_false(co_archive_is_whole(cut, size));
    }
}

static void test_no_changed_byte_reads_outside(void)
{
    g_autoptr(GByteArray) archive = archive_of(DECLARATION "<sst><si/></sst>");
    for (guint i = 0; i < archive->len; i++)
        for (guint bit = 0; bit < 8; bit++) {
            g_autofree guint8 *changed = g_memdup2(archive->data, archive->len);
            changed[i] = (guint8)(changed[i] ^ 1u << bit);
            (void)co_archive_is_whole(changed, archive->len);
        }
}

static void test_a_changed_content_is_refused(void)
{
    g_autoptr(GByteArray) archive = archive_of(DECLARATION "<sst><si/></sst>");
    archive->data[40] ^= 0x10;
    g_assert_false(co_archive_is_whole(archive->data, archive->len));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/archive/whole", test_a_part_that_closes_its_root_is_whole);
    g_test_add_func("/archive/cut", test_a_part_cut_short_is_not_whole);
    g_test_add_func("/archive/nothing", test_an_archive_of_nothing_is_not_a_workbook);
    g_test_add_func("/archive/shorter", test_every_shorter_file_is_refused);
    g_test_add_func("/archive/changed-bits", test_no_changed_byte_reads_outside);
    g_test_add_func("/archive/changed-content", test_a_changed_content_is_refused);
    return g_test_run();
}

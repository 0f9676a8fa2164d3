/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive.h"

#include <glib.h>
#include <zlib.h>

#include <string.h>

#define END_SIZE 22   /* end of central directory, without comment */
#define ENTRY_SIZE 46 /* central directory entry, without its texts */
#define LOCAL_SIZE 30 /* local header, without its texts */

static uint32_t read_u16(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t read_u32(const uint8_t *p)
{
    return read_u16(p) | read_u16(p + 2) << 16;
}

/* @return whether the text ends with the end tag of its root element */
static bool closes_its_root(const char *xml, size_t size)
{
    /* Drawings of comments have no declaration. */
    bool declared = size >= 2 && memcmp(xml, "<?", 2) == 0;
    const char *root = declared ? g_strstr_len(xml, (gssize)size, "?>") : xml;
    root = root == NULL ? NULL : memchr(root, '<', size - (size_t)(root - xml));
    if (root == NULL)
        return false;
    size_t left = size - (size_t)(root + 1 - xml), length = 0;
    while (length < left && strchr(" />\n", root[1 + length]) == NULL)
        length++;
    g_autofree char *end = g_strdup_printf("</%.*s>", (int)length, root + 1);
    size_t end_size = strlen(end);
    while (size > 0 && g_ascii_isspace(xml[size - 1]))
        size--;
    return size >= end_size && memcmp(xml + size - end_size, end, end_size) == 0;
}

/* @return whether this is a PNG with its last chunk */
static bool ends_as_picture(const uint8_t *data, size_t size)
{
    static const uint8_t first[] = {0x89, 'P', 'N', 'G'}, last[] = {'I', 'E', 'N', 'D'};
    const size_t checksum = 4;
    return size >= sizeof first + sizeof last + checksum &&
           memcmp(data, first, sizeof first) == 0 &&
           memcmp(data + size - sizeof last - checksum, last, sizeof last) == 0;
}

/* @return (transfer full) the @p size bytes that a raw deflate stream gives, or NULL */
static uint8_t *unpack(const uint8_t *packed, size_t packed_size, size_t size)
{
    g_autofree uint8_t *plain = g_try_malloc(size + 1);
    z_stream stream = {.next_in = (Bytef *)packed,
                       .avail_in = (uInt)packed_size,
                       .next_out = plain,
                       .avail_out = (uInt)size};
    if (plain == NULL || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return NULL;
    int end = inflate(&stream, Z_FINISH);
    bool whole = end == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return whole ? g_steal_pointer(&plain) : NULL;
}

static bool part_is_whole(const uint8_t *entry, const uint8_t *data, size_t limit)
{
    size_t packed_size = read_u32(entry + 20), size = read_u32(entry + 24);
    size_t local = read_u32(entry + 42);
    if (local + LOCAL_SIZE > limit || read_u32(data + local) != 0x04034b50)
        return false;
    size_t start = local + LOCAL_SIZE + read_u16(data + local + 26) + read_u16(data + local + 28);
    if (start > limit || packed_size > limit - start || read_u16(entry + 10) != Z_DEFLATED)
        return false;
    g_autofree uint8_t *plain = unpack(data + start, packed_size, size);
    return plain != NULL && crc32(0, plain, (uInt)size) == read_u32(entry + 16) &&
           (ends_as_picture(plain, size) || closes_its_root((const char *)plain, size));
}

bool co_archive_is_whole(const uint8_t *data, size_t size)
{
    g_return_val_if_fail(data != NULL || size == 0, false);
    if (size < END_SIZE || read_u32(data + size - END_SIZE) != 0x06054b50)
        return false;
    const uint8_t *end = data + size - END_SIZE;
    uint32_t n_entries = read_u16(end + 10);
    size_t position = read_u32(end + 16), limit = size - END_SIZE;
    for (uint32_t i = 0; i < n_entries; i++) {
        if (position + ENTRY_SIZE > limit || read_u32(data + position) != 0x02014b50)
            return false;
        const uint8_t *entry = data + position;
        if (!part_is_whole(entry, data, limit))
            return false;
        position += ENTRY_SIZE + read_u16(entry + 28) + read_u16(entry + 30) + read_u16(entry + 32);
    }
    return n_entries > 0 && position == limit;
}

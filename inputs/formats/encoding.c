/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encoding.h"

#include <string.h>

/* Bytes 0x80 to 0x9F; the others are those of Latin-1. The five that mean nothing are shown as the
 * replacement character. */
static const gunichar cp1252_high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static bool starts_like(const char *bytes, gsize size, const char *start, gsize n)
{
    return size >= n && memcmp(bytes, start, n) == 0;
}

static bool is_binary(const char *bytes, gsize size)
{
    if (starts_like(bytes, size, "PK\3\4", 4) || starts_like(bytes, size, "%PDF", 4) ||
        starts_like(bytes, size, "\xD0\xCF\x11\xE0", 4) || memchr(bytes, '\0', size) != NULL)
        return true;
    gsize n_controls = 0;
    for (gsize i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        n_controls += (byte < ' ' && strchr("\t\n\v\f\r", byte) == NULL) || byte == 0x7F;
    }
    return n_controls > size / 50;
}

static char *decode_utf16(const char *bytes, gsize size, bool big_endian, CoDecoding *decoding)
{
    gsize n_units = (size - 2) / 2;
    g_autofree gunichar2 *units = g_new(gunichar2, n_units + 1);
    for (gsize i = 0; i < n_units; i++) {
        const unsigned char *pair = (const unsigned char *)bytes + 2 + 2 * i;
        units[i] = (gunichar2)(big_endian ? pair[0] << 8 | pair[1] : pair[1] << 8 | pair[0]);
        if (units[i] == 0)
            return NULL;
    }
    glong n_bytes = 0;
    char *text = g_utf16_to_utf8(units, (glong)n_units, NULL, &n_bytes, NULL);
    decoding->size = (gsize)n_bytes;
    return text;
}

/* Splits a text at its bytes that are no UTF-8 and judges which encoding the whole is in. */
typedef struct Mixture {
    gsize n_strays;    /* bytes that are no UTF-8 */
    gsize n_sequences; /* characters of several bytes that are */
    gsize first_stray;
} Mixture;

static Mixture measure(const char *bytes, gsize size)
{
    Mixture mixture = {.first_stray = size};
    const char *at = bytes, *end = bytes + size;
    while (at < end) {
        const char *stop;
        bool valid = g_utf8_validate_len(at, (gsize)(end - at), &stop);
        for (const char *c = at; c < stop; c++)
            mixture.n_sequences += ((unsigned char)*c & 0xC0) == 0xC0;
        if (valid)
            break;
        if (mixture.n_strays++ == 0)
            mixture.first_stray = (gsize)(stop - bytes);
        at = stop + 1;
    }
    return mixture;
}

static void append_cp1252(GString *text, unsigned char byte)
{
    gunichar letter = byte >= 0x80 && byte < 0xA0 ? cp1252_high[byte - 0x80] : byte;
    g_string_append_unichar(text, letter);
}

static char *decode_cp1252(const char *bytes, gsize size, bool keep_utf8, CoDecoding *decoding)
{
    GString *text = g_string_sized_new(size + size / 8 + 1);
    const char *at = bytes, *end = bytes + size;
    while (at < end) {
        const char *stop = at;
        if (keep_utf8) {
            g_utf8_validate_len(at, (gsize)(end - at), &stop);
            g_string_append_len(text, at, stop - at);
        }
        if (stop < end)
            append_cp1252(text, (unsigned char)*stop);
        at = stop + 1;
    }
    decoding->size = text->len;
    return g_string_free(text, FALSE);
}

static int line_of(const char *bytes, gsize position)
{
    int line = 1;
    for (gsize i = 0; i < position; i++)
        line += bytes[i] == '\n';
    return line;
}

/* The byte order mark of UTF-8 goes; everything else stays where it is when it is UTF-8 already. */
static char *decode_bytes(char *bytes, gsize size, CoDecoding *decoding)
{
    gsize mark = starts_like(bytes, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
    if (is_binary(bytes, size)) {
        g_free(bytes);
        return NULL;
    }
    Mixture mixture = measure(bytes + mark, size - mark);
    if (mixture.n_strays > 0) {
        decoding->cp1252_line = line_of(bytes, mark + mixture.first_stray);
        bool keep_utf8 = mark > 0 || mixture.n_sequences > mixture.n_strays;
        char *text = decode_cp1252(bytes + mark, size - mark, keep_utf8, decoding);
        g_free(bytes);
        return text;
    }
    decoding->size = size - mark;
    memmove(bytes, bytes + mark, decoding->size);
    bytes[decoding->size] = '\0';
    return bytes;
}

char *co_encoding_decode(char *bytes, gsize size, CoDecoding *decoding)
{
    g_return_val_if_fail(bytes != NULL && decoding != NULL, NULL);
    *decoding = (CoDecoding){0};
    bool little_endian = starts_like(bytes, size, "\xFF\xFE", 2);
    if (little_endian || starts_like(bytes, size, "\xFE\xFF", 2)) {
        char *text = decode_utf16(bytes, size, !little_endian, decoding);
        g_free(bytes);
        return text;
    }
    return decode_bytes(bytes, size, decoding);
}

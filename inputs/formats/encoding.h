/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file encoding.h  Bytes of a text file to UTF-8, whatever program saved it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct CoDecoding {
    gsize size;      /**< bytes of the text, its final NUL apart */
    int cp1252_line; /**< first line that was not UTF-8 and was read as Windows-1252; 0 = none */
} CoDecoding;

/** Reads UTF-8 (byte order mark or not), UTF-16 with a byte order mark, and Windows-1252. Where a
 * file mixes UTF-8 and Windows-1252 (pasted by hand), each stray byte is read on its own.
 * @param bytes  (transfer full) from g_malloc, @p size bytes and one more for the final NUL
 * @return (transfer full) valid UTF-8 without NUL inside, or NULL when this is no text (a NUL byte,
 *     too many control characters, the beginning of a zip, PDF or old Office file) */
char *co_encoding_decode(char *bytes, gsize size, CoDecoding *decoding);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xlsx_strings.h  The texts of an .xlsx workbook: its shared strings, and what texts in it
 * have in common. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "package.h"
#include "text_pool.h"

/** Reads the shared strings, rich ones as plain text, phonetic guides left out.
 * @return (transfer full) const char * of the pool, by index; NULL, the package failed, otherwise
 */
GPtrArray *co_xlsx_strings_read(CoPackage *package, const char *part, CoTextPool *pool);

/** Follows the elements of a rich text. */
typedef struct CoXlsxText {
    GString *text;
    int phonetic; /**< depth inside a phonetic guide */
    bool inside;  /**< in a text element */
} CoXlsxText;

/** To be told of the elements below a shared or inline string, and of their text. */
void co_xlsx_text_start(CoXlsxText *text, const char *name);
void co_xlsx_text_end(CoXlsxText *text, const char *name);
void co_xlsx_text_add(CoXlsxText *text, const char *piece, int length);

/** Undoes "_x000D_", how the format writes characters that XML cannot. Carriage returns and other
 * control characters are left out. */
void co_xlsx_unescape(GString *text);

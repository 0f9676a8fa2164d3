/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file csv_reader.h  CSV files to sheets.
 *
 * RFC 4180 with what is met in the field: `;` `,` or tab (told from the header line, outside
 * quotes), CRLF, LF or lone CR, line breaks inside quotes, blank lines, a first line "sep=;".
 * A quote that never closes, or that closes in the middle of another row's text, is taken as a
 * plain character, so that one slip of the keyboard costs one row and not the rest of the file. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "sheet.h"

enum { CO_CSV_MAX_FILE_BYTES = 64 << 20 };

/** Reads a CSV file. Everything found wrong goes to @p problems; rows over the limits of sheet.h
 * are left out with one problem each kind. Costs one copy of the file in memory.
 * @param path  in the encoding of file names
 * @param file  base name to show
 * @return (transfer full) the sheet, or NULL when the file had to be left out as a whole */
CoSheet *co_csv_read_file(const char *path, const char *file, CoProblemList *problems);

/** The same for bytes already in memory, of which it makes a copy. */
CoSheet *co_csv_read_bytes(const char *bytes, gsize size, const char *file,
                           CoProblemList *problems);

/** Reads a small or large text file whole, as UTF-8, under the same limits and problems.
 * @return (transfer full) the text, or NULL with a problem added */
char *co_csv_read_text(const char *path, const char *file, CoProblemList *problems);

/** Where the reading of a file in parts has come to. */
typedef struct CoCsvState {
    char separator; /**< '\0' until the first part told it */
    bool lone_cr;   /**< told by the first part too */
    int line;       /**< 1-based line the next part begins on */
} CoCsvState;
#define CO_CSV_STATE_INIT                                                                          \
    {                                                                                              \
        '\0', false, 1                                                                             \
    }

/** Reads whole rows of a file into a sheet: its headers first, unless the sheet has some already.
 * @param text  (transfer full) valid UTF-8, @p size bytes and a NUL; adopted by the sheet
 * @param state  in and out */
void co_csv_append(CoSheet *sheet, char *text, gsize size, CoCsvState *state,
                   CoProblemList *problems);

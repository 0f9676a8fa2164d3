/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file book.h  Workbooks (.xlsx, .ods) to sheets, whatever their file is called.
 *
 * Sheets are read by streaming: memory follows their distinct texts and their number of cells, not
 * the size of the XML. Cells come as a planner would have typed them (sheet.h). A file under a
 * password, with macros, in an old format, broken or over the limits is left out as a whole and
 * said so: never half a table. Hidden sheets are left out with a notice, hidden rows are read with
 * one. Limits: 64 MiB a file, 2 GiB inflated, 40 million cells, and those of sheet.h. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "sheet.h"
#include "sheet_builder.h"

enum { CO_BOOK_MAX_FILE_BYTES = 64 << 20 };

/** Says whether a sheet is wanted, by its name; those that are not are not read. */
typedef bool (*CoSheetWanted)(const char *sheet_name, void *user_data);

/** Reads a workbook.
 * @param path  in the encoding of file names
 * @param file  base name to show
 * @param wanted  NULL for every sheet
 * @return (transfer full) of CoSheet, in the order of the workbook, those without headers left out;
 *     NULL, with a problem, when the file had to be left out */
GPtrArray *co_book_read_file(const char *path, const char *file, CoSheetWanted wanted,
                             void *user_data, CoProblemList *problems);
/** What to read of bytes in memory. */
typedef struct CoBookSource {
    const char *bytes;
    gsize size;
    const char *file; /**< base name to show */
} CoBookSource;
/** The same for bytes already in memory. */
GPtrArray *co_book_read_bytes(const CoBookSource *source, CoSheetWanted wanted, void *user_data,
                              CoProblemList *problems);

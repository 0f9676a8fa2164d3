/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file csv_stream.h  A CSV file of any size as a run of small sheets with the same headers.
 *
 * For published files of which a few rows or columns are wanted: memory is that of one block of
 * about a mebibyte, whatever the file holds. What is read is what csv_reader.h would read, but a
 * quoted cell of more than CO_SHEET_MAX_CELL_BYTES may be cut, and of UTF-16 no more than
 * CO_CSV_MAX_FILE_BYTES. Rows beyond CO_SHEET_MAX_ROWS are reported and left out. */
#pragma once
#include <glib.h>

#include "cohorte/problem.h"
#include "sheet.h"

typedef struct CoCsvStream CoCsvStream;

/** @param path  in the encoding of file names
 * @param file  base name to show, copied
 * @param problems  the caller's; must outlive the stream
 * @return (transfer full) NULL, with a problem, when the file cannot be opened */
CoCsvStream *co_csv_stream_open(const char *path, const char *file, CoProblemList *problems);
void co_csv_stream_free(CoCsvStream *stream); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCsvStream, co_csv_stream_free)

/** Reads the next rows.
 * @return (transfer full) a sheet with the headers and some rows (the first one perhaps none), to
 *     be freed before the stream; NULL at the end, or, with a problem, when the rest is no text */
CoSheet *co_csv_stream_next(CoCsvStream *stream);

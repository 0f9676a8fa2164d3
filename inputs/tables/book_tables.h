/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file book_tables.h  The sheets of a workbook to the tables of a store.
 *
 * A file named after a table is that table: its one sheet, the sheet of that name, else its first
 * one; of `annuaire*`, `calendrier*` and `enquete*`, every sheet. In any other workbook, sheets are
 * named after tables. */
#pragma once
#include <stdbool.h>

#include "sheet_store.h"

/** What makes a workbook known. */
typedef struct CoBookFile {
    const char *path; /**< in the encoding of file names */
    const char *file; /**< base name to show */
    const char *stem; /**< the same without its extension; NULL: its name tells nothing */
} CoBookFile;

/** Reads the tables of a workbook into a store; everything found wrong is reported.
 * @return false when the workbook could not be read, so that nobody knows what it holds */
bool co_book_tables_add(CoSheetStore *store, const CoBookFile *book, CoProblemList *problems);

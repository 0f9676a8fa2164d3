/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sheet_store.h  Every table of a campaign folder, by table name, whatever file it came
 * from.
 *
 * Files are read in the order of their names. A file belongs to the table its name folds to, or
 * begins with for `annuaire*`, `calendrier*` and `enquete*`. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "cohorte/problem.h"
#include "inputs/formats/sheet.h"

typedef struct CoSheetStore CoSheetStore;

CoSheetStore *co_sheet_store_new(void);        /**< (transfer full) without a sheet */
void co_sheet_store_free(CoSheetStore *store); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSheetStore, co_sheet_store_free)

/** Adds what a reader found: one CSV file, one sheet of a workbook.
 * @param name   of the file or sheet, without extension; tells the table
 * @param file   base name to show
 * @param sheet  (transfer full) NULL when it could not be read: the table was then tried
 * @return false, the sheet freed, when the name is of no table, or of one that is there already and
 *     may be only one sheet: both are reported */
bool co_sheet_store_add(CoSheetStore *store, const char *name, const char *file, CoSheet *sheet,
                        CoProblemList *problems);

/** Notes a file too large to hold as a sheet: its table reads it row by row. Otherwise like
 * co_sheet_store_add().
 * @param path  in the encoding of file names; copied */
bool co_sheet_store_add_path(CoSheetStore *store, const char *name, const char *file,
                             const char *path, CoProblemList *problems);

/** @return how many sheets hold that table; several only for annuaire, calendrier and enquete */
int co_sheet_store_count(const CoSheetStore *store, const char *table);
/** @return (transfer none) the sheet, by order of file name; @p index < count */
const CoSheet *co_sheet_store_get(const CoSheetStore *store, const char *table, int index);
/** @return (transfer none) where to read the table from, NULL when it is held as a sheet; only for
 * annuaire, whose co_sheet_store_get() is then NULL */
const char *co_sheet_store_path(const CoSheetStore *store, const char *table, int index);
/** @return (transfer none) base name of the file of co_sheet_store_get() or _path() */
const char *co_sheet_store_file(const CoSheetStore *store, const char *table, int index);
/** @return whether a file of that table is there, readable or not: "missing" would be wrong then */
bool co_sheet_store_was_tried(const CoSheetStore *store, const char *table);

/** Makes a later line of the first sheet of a table its headers, as co_sheet_step_over(). */
void co_sheet_store_step_over(CoSheetStore *store, const char *table, int n_lines);

/** Notes a file or sheet that is no table, for whoever misses one. */
void co_sheet_store_note_stranger(CoSheetStore *store, const char *name);
/** @return (transfer full) those noted, ", " between, an ellipsis past a few; NULL when none is */
char *co_sheet_store_strangers(const CoSheetStore *store);

/** Notes that a workbook which may hold any table could not be read. */
void co_sheet_store_lose_book(CoSheetStore *store);
/** @return whether "missing" would be wrong of any table for that reason */
bool co_sheet_store_has_lost_book(const CoSheetStore *store);

/** @return whether a file or sheet of this name, without extension, is a table */
bool co_sheet_store_knows(const char *name);
/** @return whether it is one that several files or sheets may make together */
bool co_sheet_store_takes_several(const char *name);
/** @return (transfer none) the name of a table nearest to a name that is none, or NULL */
const char *co_sheet_store_closest(const char *name);

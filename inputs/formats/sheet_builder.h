/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sheet_builder.h  The cells of a workbook's sheet, by row and column, to a CoSheet.
 *
 * What every format of workbook shares: limits, cells left blank between others, merged areas,
 * hidden rows, errors and formulas without a result; each kind of finding is reported once per
 * column or sheet, with its number. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "package.h"
#include "sheet.h"
#include "text_pool.h"

/** What the sheets of one workbook share. */
typedef struct CoBookContext {
    const char *file; /**< base name to show */
    CoPackage *package;
    CoTextPool *pool;
    CoProblemList *problems;
    int64_t n_cells; /**< held by all sheets so far */
} CoBookContext;

/** Most cells that the sheets of one workbook hold together. */
#define CO_BOOK_MAX_CELLS INT64_C(40000000)
/** Largest sheet of any spreadsheet program: what lies beyond is no honest file. */
enum { CO_BOOK_MAX_LINE = 1 << 24, CO_BOOK_MAX_COLUMN = 1 << 14 };

typedef struct CoSheetBuilder CoSheetBuilder;

/** @param context  outlives the builder */
CoSheetBuilder *co_sheet_builder_new(CoBookContext *context, const char *sheet_name);
void co_sheet_builder_free(CoSheetBuilder *builder); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSheetBuilder, co_sheet_builder_free)

/** Puts a cell into the row being built; a blank text need not be put.
 * @param column  from 0 */
void co_sheet_builder_put(CoSheetBuilder *builder, int column, const char *text, gsize length);
/** Notes an error (its words, "#N/A") or, with NULL, a formula whose result is not in the file, in
 * a cell of the row being built; the cell stays blank. */
void co_sheet_builder_put_fault(CoSheetBuilder *builder, int column, const char *error);
/** Ends a row, then leaves it in place for @p n_rows rows in all.
 * @param line  1-based; the package fails unless it is after all earlier ones */
void co_sheet_builder_end_row(CoSheetBuilder *builder, int line, int n_rows, bool hidden);
/** Notes a merged area, 1-based lines and 0-based columns, all included; the cells it covers are
 * filled at the end: in the header row, and downwards in its first column. */
void co_sheet_builder_merge(CoSheetBuilder *builder, int first_line, int first_column,
                            int last_line, int last_column);
/** Fills merged cells, reports what was found and ends the building.
 * @return (transfer full) the sheet; it may have no headers */
CoSheet *co_sheet_builder_finish(CoSheetBuilder *builder);

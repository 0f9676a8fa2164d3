/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sheet.h  One table as a reader found it: rows of text cells, each with its line.
 *
 * The meeting point of file formats and everything else. A reader (CSV, workbook...) fills a sheet
 * and knows nothing of campaigns; what comes after knows nothing of formats. To that end a reader
 * writes a typed cell as a planner would have typed it: a date as AAAA-MM-JJ (then " HH:MM:SS" when
 * it has a time), a number in its shortest decimal form, a truth value as oui or non.
 *
 * The first row ended is the headers; the data rows are counted from 0 after it. Not thread-safe.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "cohorte/problem.h"
#include "text_pool.h"

typedef struct CoSheet CoSheet;

/** Most that one sheet may hold; readers report what lies beyond and leave it out. */
enum {
    CO_SHEET_MAX_ROWS = 1000000,
    CO_SHEET_MAX_COLUMNS = 1000,
    CO_SHEET_MAX_CELL_BYTES = 1 << 20,
};

/** @param file  base name of the file, copied
 * @param name  sheet of a workbook, copied; NULL for a file that is one table
 * @return (transfer full) a sheet without headers or rows */
CoSheet *co_sheet_new(const char *file, const char *name);
void co_sheet_free(CoSheet *sheet); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSheet, co_sheet_free)

/** Makes @p buffer (transfer full, from g_malloc) live as long as the sheet, so that cells may
 * point into it. Once per sheet. */
void co_sheet_adopt(CoSheet *sheet, char *buffer);
/** Makes @p pool (transfer none) live as long as the sheet, so that cells may point into it. Once
 * per sheet. */
void co_sheet_share(CoSheet *sheet, CoTextPool *pool);
/** Appends a cell to the row being built.
 * @param text  valid UTF-8 that outlives the sheet: in the adopted buffer, a shared pool, or static
 */
void co_sheet_add_cell(CoSheet *sheet, const char *text);
/** Ends the row being built; a row of blank cells only is dropped, headers too.
 * @param line  1-based line or row of the file it began on
 * @return how many cells the row has, 0 when it was dropped */
int co_sheet_end_row(CoSheet *sheet, int line);
/** Reports the first cell of the last row ended that says something under no header; where the
 * first lines may be titles, the line under them tells how many headers there are. */
void co_sheet_judge_length(const CoSheet *sheet, CoProblemList *problems);
/** Writes a cell after the fact.
 * @param line  of the file; no row on it, or one that was dropped, is left alone
 * @param text  as for co_sheet_add_cell()
 * @return whether the cell was there to be written and was blank before */
bool co_sheet_fill_blank(CoSheet *sheet, int line, int column, const char *text);

/** Notes that a cell is blank for a reason that was reported. */
void co_sheet_note_fault(CoSheet *sheet, int line, int column);
/** @return whether co_sheet_note_fault() was told of the cell */
bool co_sheet_has_fault(const CoSheet *sheet, int line, int column);

/** Makes a later line the headers and drops those before it. @param n_lines  0..co_sheet_n_rows()
 */
void co_sheet_step_over(CoSheet *sheet, int n_lines);

const char *co_sheet_file(const CoSheet *sheet);
const char *co_sheet_name(const CoSheet *sheet); /**< NULL for a file that is one table */
int co_sheet_n_columns(const CoSheet *sheet); /**< cells of the header row; 0 when there is none */
int co_sheet_n_rows(const CoSheet *sheet);    /**< data rows */
/** @return (transfer none) the header as typed */
const char *co_sheet_header(const CoSheet *sheet, int column);
int co_sheet_header_line(const CoSheet *sheet); /**< 0 when there are no headers */
/** @return (transfer none) the cell as typed; "" past the end of a short row */
const char *co_sheet_cell(const CoSheet *sheet, int row, int column);
int co_sheet_line(const CoSheet *sheet, int row);
/** @return (transfer none) how to name a column to its reader: its header, and its letter too where
 * the sheet was read from a workbook: "places (F)" */
const char *co_sheet_column_label(const CoSheet *sheet, int column);
/** Writes the letters of a column (0 = A). */
void co_sheet_column_letters(int column, char letters[4]);

/** @param name  sheet of a workbook, or NULL
 * @return (transfer full) where another row is, for `detail` of a problem: "file:line", or
 * "file|sheet:line" */
char *co_sheet_where(const char *file, const char *name, int line);
/** Reports a problem of this sheet: fills `file` and `sheet` of @p problem. */
void co_sheet_report(const CoSheet *sheet, CoProblemList *problems, CoProblem problem);

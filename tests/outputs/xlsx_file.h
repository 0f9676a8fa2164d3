/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xlsx_file.h  Reads back, for tests, the workbooks that outputs/ writes. Implemented by
 * tests/outputs/xlsx_file.c. Knows only what libxlsxwriter makes: deflated parts, shared strings.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

typedef struct CoXlsxFile CoXlsxFile;

/** Ends the test when the file cannot be read. @return (transfer full) */
CoXlsxFile *co_xlsx_file_open(const char *path);
void co_xlsx_file_free(CoXlsxFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoXlsxFile, co_xlsx_file_free)

/** @return (transfer none) the text of a part, e.g. "docProps/core.xml"; NULL when absent */
const char *co_xlsx_file_part(const CoXlsxFile *file, const char *name);
/** @return (transfer none) names of the sheets, in order, NULL-terminated */
char **co_xlsx_file_sheets(const CoXlsxFile *file);
/** @return (transfer none) the XML of a sheet, which must exist */
const char *co_xlsx_file_sheet(const CoXlsxFile *file, const char *sheet);
/** @return (transfer none) what a cell holds, a number as it is written; "" for an empty one */
const char *co_xlsx_file_cell(const CoXlsxFile *file, const char *sheet, const char *cell);
/** @return whether the cell holds a text, not a number or a formula */
bool co_xlsx_file_is_text(const CoXlsxFile *file, const char *sheet, const char *cell);
/** @return (transfer full) address of the first cell, row by row, that holds exactly this; NULL
 * when none */
char *co_xlsx_file_find(const CoXlsxFile *file, const char *sheet, const char *text);
/** @return (transfer none) the cell so many columns right and rows below another */
const char *co_xlsx_file_near(const CoXlsxFile *file, const char *sheet, const char *cell,
                              int right, int below);
/** @return whether any part, unescaped, holds this text: sheets, shared strings, properties, names
 */
bool co_xlsx_file_holds(const CoXlsxFile *file, const char *text);
/** Ends the test when no cell of the sheet holds exactly this, or when any part holds this; "" is
 * nowhere. */
void co_xlsx_file_assert_found(const CoXlsxFile *file, const char *sheet, const char *text);
void co_xlsx_file_assert_absent(const CoXlsxFile *file, const char *text);
/** @return whether every part bears the date that libxlsxwriter gives all, 1 January 1980 */
bool co_xlsx_file_is_undated(const CoXlsxFile *file);
G_END_DECLS

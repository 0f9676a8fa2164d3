/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file read_tables.h  What a planner gives to import, a folder or a workbook, to tables. */
#pragma once
#include "sheet_store.h"

/** Reads every table of a folder, from CSV files and workbooks, or of one workbook; files that are
 * none are reported and left out.
 * @param path  in the encoding of file names
 * @return (transfer full) NULL with @p error (#CO_IMPORT_ERROR) when it cannot be listed or opened
 */
CoSheetStore *co_tables_read(const char *path, CoProblemList *problems, GError **error);
/** @return (transfer full) the folder that @p path is, or lies in when it is a file */
char *co_tables_folder(const char *path);

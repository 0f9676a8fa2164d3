/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file csv.h  Rows of CSV as OUTPUTS.md wants them. Implemented by outputs/kit/csv.c. */
#pragma once
#include <glib.h>

/** Appends one row: ";" between the cells, LF at the end, quotes (RFC 4180) only where needed. */
void co_csv_append_row(GString *text, const char *const *cells, int n_cells);

/** The first bytes of a table that people open by a double click: office programs then know it is
 * UTF-8. */
#define CO_CSV_OFFICE_MARK "\xef\xbb\xbf"
/** The same for such a table: a cell that an office program would run as a formula (it begins with
 * =, +, -, @, a tab or a carriage return) gets an apostrophe before it. */
void co_csv_append_office_row(GString *text, const char *const *cells, int n_cells);

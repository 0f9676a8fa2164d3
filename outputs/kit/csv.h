/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file csv.h  Rows of CSV as OUTPUTS.md wants them. Implemented by outputs/kit/csv.c. */
#pragma once
#include <glib.h>

/** Appends one row: ";" between the cells, LF at the end, quotes (RFC 4180) only where needed. */
void co_csv_append_row(GString *text, const char *const *cells, int n_cells);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file csv_rows.h  A CSV table in memory, for tests. Implemented by tests/support/csv_rows.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

typedef struct CoCsvRows CoCsvRows;

/** Reads "<folder>/<table>.csv": UTF-8, BOM or not, `;`, RFC 4180 quotes, LF or CRLF.
 * @return (transfer full), or NULL with @p error (of G_FILE_ERROR) */
CoCsvRows *co_csv_rows_read(const char *folder, const char *table, GError **error);
void co_csv_rows_free(CoCsvRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCsvRows, co_csv_rows_free)

/** @return number of rows under the header */
guint co_csv_rows_size(const CoCsvRows *rows);
bool co_csv_rows_has_column(const CoCsvRows *rows, const char *column);
/** @return (transfer none) the cell; "" when the row is short or the column absent */
const char *co_csv_rows_cell(const CoCsvRows *rows, guint row, const char *column);
G_END_DECLS

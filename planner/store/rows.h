/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file rows.h  C structures to rows of a table and back. Private to planner/store/.
 *
 * A table is described once, by its columns and where each lies in a structure; saving and loading
 * both follow that description and cannot drift apart. Every table has `pos`, the 0-based position
 * of a row among its likes, so that what is loaded stands in the order of what was saved. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "sql.h"
G_BEGIN_DECLS

typedef enum {
    CO_COLUMN_TEXT,  /**< const char *, never NULL */
    CO_COLUMN_MAYBE, /**< const char *, NULL is NULL */
    CO_COLUMN_INT,   /**< int or an enumeration */
    CO_COLUMN_BOOL,
    CO_COLUMN_DAY, /**< CoDay; "AAAA-MM-JJ", NULL for none */
    CO_COLUMN_INT64,
    CO_COLUMN_REAL,
    CO_COLUMN_REF, /**< int, the `pos` of a row elsewhere; NULL for -1 */
} CoColumnType;

typedef struct CoColumn {
    const char *name;
    CoColumnType type;
    size_t offset; /**< in the structure */
} CoColumn;

typedef struct CoTable {
    const char *name;
    bool is_list; /**< rows belong to the row `owner` of another table and are counted within it */
    size_t row_size;
    int n_columns;
    const CoColumn *columns;
} CoTable;

/** @return (transfer full) the statement that inserts one row; fill it by co_rows_bind(), run it */
CoSql *co_rows_new_insert(sqlite3 *db, const CoTable *table, GError **error);
/** @return (transfer full) the statement that gives all rows in order */
CoSql *co_rows_new_select(sqlite3 *db, const CoTable *table, GError **error);
/** @param owner  of a list's row; ignored otherwise */
void co_rows_bind(CoSql *sql, const CoTable *table, int owner, int pos, const void *row);
/** Inserts @p n rows, numbered from 0. */
bool co_rows_insert(sqlite3 *db, const CoTable *table, const void *rows, int n, GError **error);

/** Fills @p row from the current row. Texts are (transfer none) and good until the next step. */
void co_rows_read(CoSql *sql, const CoTable *table, void *row);
int co_rows_owner(CoSql *sql, const CoTable *table); /**< of a list's row */
int co_rows_pos(CoSql *sql, const CoTable *table);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sql.h  SQLite with every return code looked at. Private to planner/store/.
 *
 * A #CoSql is one prepared statement. Values are bound in order, one call each; a bind or a column
 * that fails is remembered and makes the next step fail, so nothing is lost by reading on. */
#pragma once
#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
G_BEGIN_DECLS

typedef struct CoSql CoSql;

typedef enum { CO_SQL_FAILED, CO_SQL_DONE, CO_SQL_ROW } CoSqlStep;

/** @return (transfer full), or NULL with a CO_STORE_ERROR */
CoSql *co_sql_new(sqlite3 *db, const char *text, GError **error);
void co_sql_free(CoSql *sql); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSql, co_sql_free)

/** Each binds the next parameter. */
void co_sql_bind_int(CoSql *sql, int64_t value);
void co_sql_bind_real(CoSql *sql, double value);
/** @param text  not copied: it lives until the statement has run; NULL binds NULL */
void co_sql_bind_text(CoSql *sql, const char *text);
void co_sql_bind_text_copy(CoSql *sql, const char *text); /**< the same, copied */
void co_sql_bind_null(CoSql *sql);

/** The next row. After DONE or FAILED the statement is ready for new values. */
CoSqlStep co_sql_step(CoSql *sql, GError **error);
/** Runs a statement that gives no row. */
bool co_sql_run(CoSql *sql, GError **error);

/** Columns of the current row, from 0. An integer that does not fit an int counts as damage. */
int co_sql_int(CoSql *sql, int column);
int64_t co_sql_int64(CoSql *sql, int column);
double co_sql_real(CoSql *sql, int column);
/** @return (transfer none) good until the next step; NULL for NULL */
const char *co_sql_text(CoSql *sql, int column);
bool co_sql_is_null(CoSql *sql, int column);

/** Runs statements that bind nothing and give no row. */
bool co_sql_exec(sqlite3 *db, const char *text, GError **error);
/** The first column of the first row; a query without a row fails. */
bool co_sql_query_int(sqlite3 *db, const char *text, int64_t *value, GError **error);
/** Ends the transaction under way, if any, undoing it. Also right after a failed commit. */
void co_sql_rollback(sqlite3 *db);

/** Sets a CO_STORE_ERROR for what SQLite answered last. @param what  a few words for the log
 * @return false, to be returned on */
bool co_sql_fail(sqlite3 *db, int rc, const char *what, GError **error);
G_END_DECLS

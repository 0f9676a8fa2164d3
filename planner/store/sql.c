/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sql.h"

#include <limits.h>

#include "cohorte/store.h"
#include "files.h"

struct CoSql {
    sqlite3 *db;
    sqlite3_stmt *statement;
    int next_parameter;
    int rc; /* first failure since the last step */
};

/* A quota and the like are only input/output errors to SQLite, and errno may by now be that of the
 * rollback: the file remembers its own. */
static CoStoreError code_of_input_output(sqlite3 *db)
{
    int number = 0;
    CoStoreError code = co_files_error_code(sqlite3_system_errno(db), CO_STORE_ERROR_IO);
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &number) != SQLITE_OK)
        return code;
    return co_files_error_code(number, code);
}

static CoStoreError code_of_sqlite(sqlite3 *db, int rc)
{
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return CO_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return CO_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
        return CO_STORE_ERROR_FULL;
    case SQLITE_NOTADB: /* its first bytes were looked at before: it was a campaign file once */
    case SQLITE_CORRUPT:
    case SQLITE_MISMATCH:
        return CO_STORE_ERROR_DAMAGED;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return code_of_input_output(db);
    default:
        return CO_STORE_ERROR_IO;
    }
}

bool co_sql_fail(sqlite3 *db, int rc, const char *what, GError **error)
{
    /* A column out of range is found here, not by SQLite, whose own message would be of success. */
    const char *why = sqlite3_errcode(db) == (rc & 0xff) || sqlite3_extended_errcode(db) == rc
                          ? sqlite3_errmsg(db)
                          : sqlite3_errstr(rc);
    g_set_error(error, CO_STORE_ERROR, (int)code_of_sqlite(db, rc), "%s: %s (%d)", what, why, rc);
    return false;
}

CoSql *co_sql_new(sqlite3 *db, const char *text, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int rc = sqlite3_prepare_v2(db, text, -1, &statement, NULL);
    if (rc != SQLITE_OK) {
        co_sql_fail(db, rc, text, error);
        return NULL;
    }
    CoSql *sql = g_new0(CoSql, 1);
    sql->db = db;
    sql->statement = statement;
    sql->next_parameter = 1;
    return sql;
}

void co_sql_free(CoSql *sql)
{
    if (sql == NULL)
        return;
    /* Its answer repeats that of the last step, which was looked at. */
    sqlite3_finalize(sql->statement);
    g_free(sql);
}

static void note(CoSql *sql, int rc)
{
    if (sql->rc == SQLITE_OK)
        sql->rc = rc;
}

void co_sql_bind_int(CoSql *sql, int64_t value)
{
    note(sql, sqlite3_bind_int64(sql->statement, sql->next_parameter++, value));
}

void co_sql_bind_real(CoSql *sql, double value)
{
    note(sql, sqlite3_bind_double(sql->statement, sql->next_parameter++, value));
}

void co_sql_bind_text(CoSql *sql, const char *text)
{
    note(sql, sqlite3_bind_text(sql->statement, sql->next_parameter++, text, -1, SQLITE_STATIC));
}

void co_sql_bind_text_copy(CoSql *sql, const char *text)
{
    note(sql, sqlite3_bind_text(sql->statement, sql->next_parameter++, text, -1, SQLITE_TRANSIENT));
}

void co_sql_bind_null(CoSql *sql)
{
    note(sql, sqlite3_bind_null(sql->statement, sql->next_parameter++));
}

static CoSqlStep finish(CoSql *sql, CoSqlStep step, int rc, GError **error)
{
    if (step == CO_SQL_FAILED)
        co_sql_fail(sql->db, rc, sqlite3_sql(sql->statement), error);
    /* Again the answer of the last step. */
    sqlite3_reset(sql->statement);
    sql->next_parameter = 1;
    sql->rc = SQLITE_OK;
    return step;
}

CoSqlStep co_sql_step(CoSql *sql, GError **error)
{
    if (sql->rc != SQLITE_OK)
        return finish(sql, CO_SQL_FAILED, sql->rc, error);
    int rc = sqlite3_step(sql->statement);
    if (rc == SQLITE_ROW)
        return CO_SQL_ROW;
    return finish(sql, rc == SQLITE_DONE ? CO_SQL_DONE : CO_SQL_FAILED, rc, error);
}

bool co_sql_run(CoSql *sql, GError **error)
{
    CoSqlStep step = co_sql_step(sql, error);
    g_assert(step != CO_SQL_ROW);
    return step == CO_SQL_DONE;
}

int64_t co_sql_int64(CoSql *sql, int column)
{
    return sqlite3_column_int64(sql->statement, column);
}

int co_sql_int(CoSql *sql, int column)
{
    int64_t value = co_sql_int64(sql, column);
    if (value >= INT_MIN && value <= INT_MAX)
        return (int)value;
    note(sql, SQLITE_MISMATCH);
    return 0;
}

double co_sql_real(CoSql *sql, int column)
{
    return sqlite3_column_double(sql->statement, column);
}

bool co_sql_is_null(CoSql *sql, int column)
{
    return sqlite3_column_type(sql->statement, column) == SQLITE_NULL;
}

const char *co_sql_text(CoSql *sql, int column)
{
    const char *text = (const char *)sqlite3_column_text(sql->statement, column);
    if (text != NULL || co_sql_is_null(sql, column))
        return text;
    note(sql, SQLITE_NOMEM);
    return "";
}

bool co_sql_exec(sqlite3 *db, const char *text, GError **error)
{
    int rc = sqlite3_exec(db, text, NULL, NULL, NULL);
    return rc == SQLITE_OK || co_sql_fail(db, rc, text, error);
}

bool co_sql_query_int(sqlite3 *db, const char *text, int64_t *value, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(db, text, error);
    if (sql == NULL)
        return false;
    CoSqlStep step = co_sql_step(sql, error);
    if (step == CO_SQL_DONE)
        co_sql_fail(db, SQLITE_CORRUPT, text, error);
    if (step != CO_SQL_ROW)
        return false;
    *value = co_sql_int64(sql, 0);
    return true;
}

void co_sql_rollback(sqlite3 *db)
{
    /* After a full disk SQLite has already rolled back by itself. If a rollback fails, the journal
     * stays and the next opening finishes it: nothing else can be done here. */
    if (sqlite3_get_autocommit(db) == 0)
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
}

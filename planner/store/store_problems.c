/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <stddef.h>

#include "rows.h"
#include "sql.h"
#include "store_private.h"

G_STATIC_ASSERT(CO_SEVERITY_ERROR == 2 && CO_ACTION_FILE_OUT == 6);
G_STATIC_ASSERT(sizeof(CoProblemCode) == sizeof(int));

static const CoColumn columns[] = {
    {"severity", CO_COLUMN_INT, offsetof(CoProblem, severity)},
    {"code", CO_COLUMN_INT, offsetof(CoProblem, code)},
    {"action", CO_COLUMN_INT, offsetof(CoProblem, action)},
    {"file", CO_COLUMN_MAYBE, offsetof(CoProblem, file)},
    {"sheet", CO_COLUMN_MAYBE, offsetof(CoProblem, sheet)},
    {"line", CO_COLUMN_INT, offsetof(CoProblem, line)},
    {"header", CO_COLUMN_MAYBE, offsetof(CoProblem, column)},
    {"value", CO_COLUMN_MAYBE, offsetof(CoProblem, value)},
    {"used", CO_COLUMN_MAYBE, offsetof(CoProblem, used)},
    {"detail", CO_COLUMN_MAYBE, offsetof(CoProblem, detail)},
    {"number", CO_COLUMN_INT64, offsetof(CoProblem, number)},
};

static const CoTable problems_table = {
    "problems", false, sizeof(CoProblem), G_N_ELEMENTS(columns), columns,
};

/* Problems of exactly this severity; those that the list only counts included. */
static size_t count_exactly(const CoProblemList *list, int severity)
{
    size_t n = co_problem_list_count(list, (CoSeverity)severity);
    return severity == CO_SEVERITY_ERROR
               ? n
               : n - co_problem_list_count(list, (CoSeverity)(severity + 1));
}

/* @param left_out  in: problems of each severity; out: those of them that the list only counts. The
 * note that a full list ends with is saved as one of them, and grows again as they are loaded. */
static bool insert_listed(sqlite3 *db, const CoProblemList *list, size_t left_out[], GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_insert(db, &problems_table, error);
    if (sql == NULL)
        return false;
    for (size_t i = 0; i < co_problem_list_size(list); i++) {
        const CoProblem *problem = co_problem_list_at(list, i);
        left_out[problem->severity]--;
        co_rows_bind(sql, &problems_table, 0, (int)i, problem);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

bool co_store_save_problems(sqlite3 *db, const CoProblemList *problems, GError **error)
{
    if (!co_sql_exec(db, "DELETE FROM problems; DELETE FROM problems_left_out", error))
        return false;
    if (problems == NULL)
        return true;
    size_t left_out[CO_SEVERITY_ERROR + 1];
    for (int i = 0; i <= CO_SEVERITY_ERROR; i++)
        left_out[i] = count_exactly(problems, i);
    if (!insert_listed(db, problems, left_out, error))
        return false;
    g_autoptr(CoSql) sql =
        co_sql_new(db, "INSERT INTO problems_left_out (severity, number) VALUES (?, ?)", error);
    if (sql == NULL)
        return false;
    for (int i = 0; i <= CO_SEVERITY_ERROR; i++) {
        co_sql_bind_int(sql, i);
        co_sql_bind_int(sql, (int64_t)left_out[i]);
        if (!co_sql_run(sql, error))
            return false;
    }
    return true;
}

static bool load_listed(sqlite3 *db, CoProblemList *list, GError **error)
{
    g_autoptr(CoSql) sql = co_rows_new_select(db, &problems_table, error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoProblem problem = {0};
        co_rows_read(sql, &problems_table, &problem);
        co_problem_list_add(list, &problem);
    }
    return step == CO_SQL_DONE;
}

static bool load_left_out(sqlite3 *db, CoProblemList *list, GError **error)
{
    g_autoptr(CoSql) sql =
        co_sql_new(db, "SELECT severity, number FROM problems_left_out ORDER BY severity", error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoProblem problem = {.severity = (CoSeverity)co_sql_int(sql, 0),
                             .code = CO_PROBLEM_LIMIT_TRUNCATED};
        for (int n = co_sql_int(sql, 1); n > 0; n--)
            co_problem_list_add(list, &problem);
    }
    return step == CO_SQL_DONE;
}

CoProblemList *co_store_load_problems(CoStore *store, GError **error)
{
    g_return_val_if_fail(store != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    if (!co_store_require_campaign(store->db, error))
        return NULL;
    g_autoptr(CoProblemList) list = co_problem_list_new();
    if (!load_listed(store->db, list, error) || !load_left_out(store->db, list, error))
        return NULL;
    return g_steal_pointer(&list);
}

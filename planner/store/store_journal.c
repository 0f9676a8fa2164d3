/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include "sql.h"
#include "store_private.h"

static bool add_entry(sqlite3 *db, void *data, GError **error)
{
    const CoJournalEntry *entry = data;
    g_autoptr(CoSql) sql =
        co_sql_new(db,
                   "INSERT INTO journal (id, started_at, command, detail, exit_code, duration_ms)"
                   " SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ? FROM journal",
                   error);
    if (sql == NULL)
        return false;
    co_sql_bind_text(sql, entry->when);
    co_sql_bind_text(sql, entry->command);
    co_sql_bind_text(sql, entry->detail);
    co_sql_bind_int(sql, entry->exit_code);
    co_sql_bind_int(sql, entry->duration_ms);
    return co_sql_run(sql, error);
}

bool co_store_add_journal(CoStore *store, const CoJournalEntry *entry, GError **error)
{
    g_return_val_if_fail(store != NULL && entry != NULL, false);
    g_return_val_if_fail(entry->when != NULL && entry->command != NULL, false);
    g_return_val_if_fail(entry->detail != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    return co_store_transact(store, add_entry, (void *)entry, error);
}

bool co_store_each_journal(CoStore *store, CoJournalVisit visit, void *data, GError **error)
{
    g_return_val_if_fail(store != NULL && visit != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    g_autoptr(CoSql) sql =
        co_sql_new(store->db,
                   "SELECT id, started_at, command, detail, exit_code, duration_ms"
                   " FROM journal ORDER BY id",
                   error);
    if (sql == NULL)
        return false;
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW) {
        CoJournalEntry entry = {
            .id = co_sql_int64(sql, 0),
            .when = (char *)co_sql_text(sql, 1),
            .command = (char *)co_sql_text(sql, 2),
            .detail = (char *)co_sql_text(sql, 3),
            .exit_code = co_sql_int(sql, 4),
            .duration_ms = co_sql_int64(sql, 5),
        };
        visit(&entry, data);
    }
    return step == CO_SQL_DONE;
}

typedef struct Publication {
    int version;
    const char *when;
} Publication;

static bool publish(sqlite3 *db, void *data, GError **error)
{
    const Publication *publication = data;
    g_autoptr(CoSql) sql = co_sql_new(db,
                                      "INSERT INTO publications (id, version, published_at)"
                                      " SELECT coalesce(max(id), 0) + 1, ?, ? FROM publications",
                                      error);
    if (sql == NULL)
        return false;
    co_sql_bind_int(sql, publication->version);
    co_sql_bind_text(sql, publication->when);
    return co_sql_run(sql, error);
}

bool co_store_mark_published(CoStore *store, int version, const char *when, GError **error)
{
    g_return_val_if_fail(store != NULL && when != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    int latest = co_store_latest_version(store, error);
    if (latest < 0)
        return false;
    if (version < 1 || version > latest) {
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_PLAN, "no plan version %d", version);
        return false;
    }
    int published = co_store_published_version(store, error);
    if (published < 0)
        return false;
    Publication publication = {version, when};
    return published == version || co_store_transact(store, publish, &publication, error);
}

int co_store_published_before(CoStore *store, int version, GError **error)
{
    g_return_val_if_fail(store != NULL && version >= 0, -1);
    g_return_val_if_fail(error == NULL || *error == NULL, -1);
    g_autofree char *text =
        g_strdup_printf("SELECT coalesce((SELECT version FROM publications WHERE version < %d"
                        " ORDER BY id DESC LIMIT 1), 0)",
                        version);
    int64_t published = 0;
    return co_sql_query_int(store->db, text, &published, error) ? (int)published : -1;
}

int co_store_published_version(CoStore *store, GError **error)
{
    return co_store_published_before(store, G_MAXINT, error);
}

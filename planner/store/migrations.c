/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "migrations.h"

#include <glib/gstdio.h>

#include "files.h"
#include "sql.h"

static const CoMigration *const migrations[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                                &co_schema_v4};
const CoMigrationList co_migrations = {migrations, G_N_ELEMENTS(migrations)};

bool co_migrate_check_foreign_keys(sqlite3 *db, GError **error)
{
    int64_t n_faults = 0;
    if (!co_sql_query_int(db, "SELECT count(*) FROM pragma_foreign_key_check", &n_faults, error))
        return false;
    if (n_faults > 0)
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED, "%d rows refer to nothing",
                    (int)n_faults);
    return n_faults == 0;
}

static bool run_migration(sqlite3 *db, const CoMigration *migration, int version, GError **error)
{
    for (int i = 0; migration->statements[i] != NULL; i++)
        if (!co_sql_exec(db, migration->statements[i], error))
            return false;
    g_autofree char *marks = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                             CO_APPLICATION_ID, version);
    return co_migrate_check_foreign_keys(db, error) && co_sql_exec(db, marks, error);
}

static bool run_steps(sqlite3 *db, const CoMigrationList *list, int from, int to, GError **error)
{
    for (int i = from; i < to; i++)
        if (!run_migration(db, list->migrations[i], i + 1, error))
            return false;
    return true;
}

/* From one version to another in one transaction. */
static bool migrate_between(sqlite3 *db, const CoMigrationList *list, int from, int to,
                            GError **error)
{
    if (!co_sql_exec(db, "BEGIN EXCLUSIVE", error))
        return false;
    if (run_steps(db, list, from, to, error) && co_sql_exec(db, "COMMIT", error))
        return true;
    co_sql_rollback(db);
    g_prefix_error(error, "to version %d: ", to);
    return false;
}

static bool migrate_all(sqlite3 *db, const CoMigrationList *list, GError **error)
{
    int64_t version = 0;
    if (!co_sql_query_int(db, "PRAGMA user_version", &version, error))
        return false;
    /* A new file is never of an older version, whenever its making is killed. */
    if (version == 0)
        return migrate_between(db, list, 0, list->n, error);
    for (int from = (int)version; from < list->n; from++)
        if (!migrate_between(db, list, from, from + 1, error))
            return false;
    return true;
}

bool co_migrate(sqlite3 *db, const CoMigrationList *list, GError **error)
{
    /* A table is rebuilt by making another and dropping the first, which must not cascade. */
    if (!co_sql_exec(db, "PRAGMA foreign_keys = OFF", error))
        return false;
    bool done = migrate_all(db, list, error);
    return co_sql_exec(db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

static char *free_backup_name(const char *path, int version)
{
    char *name = g_strdup_printf("%s.v%d.bak", path, version);
    for (int i = 2; g_file_test(name, G_FILE_TEST_EXISTS); i++) {
        g_free(name);
        name = g_strdup_printf("%s.v%d-%d.bak", path, version, i);
    }
    return name;
}

bool co_migrate_copy(sqlite3 *db, sqlite3 *target, GError **error)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", db, "main");
    if (backup == NULL)
        return co_sql_fail(target, sqlite3_errcode(target), "copy", error);
    int rc = sqlite3_backup_step(backup, -1);
    int finish_rc = sqlite3_backup_finish(backup);
    if (rc == SQLITE_DONE && finish_rc == SQLITE_OK)
        return true;
    return co_sql_fail(target, rc == SQLITE_DONE ? finish_rc : rc, "copy", error);
}

/* A part that is not complete is thrown away, so it needs no journal. */
static bool fill_copy(sqlite3 *db, sqlite3 *target, GError **error)
{
    return co_sql_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL", error) &&
           co_migrate_copy(db, target, error);
}

static bool write_copy(sqlite3 *db, const char *part, GError **error)
{
    sqlite3 *target = NULL;
    int rc = sqlite3_open_v2(part, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    bool done =
        rc == SQLITE_OK ? fill_copy(db, target, error) : co_sql_fail(target, rc, "backup", error);
    rc = sqlite3_close(target);
    return done && (rc == SQLITE_OK || co_sql_fail(db, rc, "backup", error));
}

bool co_migrate_back_up(sqlite3 *db, const char *path, GError **error)
{
    int64_t version = 0;
    if (!co_sql_query_int(db, "PRAGMA user_version", &version, error))
        return false;
    /* Whoever holds the campaign file holds this name too: one found here was left by a kill. */
    g_autofree char *part = g_strdup_printf("%s.bak-part", path);
    g_autofree char *name = free_backup_name(path, (int)version);
    g_unlink(part);
    if (!write_copy(db, part, error) || !co_files_move(part, name, error)) {
        g_unlink(part);
        g_prefix_error(error, "backup copy: ");
        return false;
    }
    return true;
}

/* The statements that make the schema, in order of names; SQLite's own tables apart. */
static char *schema_text(sqlite3 *db, GError **error)
{
    g_autoptr(CoSql) sql =
        co_sql_new(db,
                   "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                   " WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY type, name",
                   error);
    if (sql == NULL)
        return NULL;
    GString *text = g_string_new(NULL);
    CoSqlStep step;
    while ((step = co_sql_step(sql, error)) == CO_SQL_ROW)
        g_string_append_printf(text, "%s\n", co_sql_text(sql, 0));
    return g_string_free(text, step == CO_SQL_FAILED);
}

static char *expected_schema(const CoMigrationList *list, GError **error)
{
    sqlite3 *db = NULL;
    int rc = sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    char *text = NULL;
    if (rc != SQLITE_OK)
        co_sql_fail(db, rc, "schema", error);
    else if (co_migrate(db, list, error))
        text = schema_text(db, error);
    sqlite3_close(db);
    return text;
}

bool co_migrate_check_schema(sqlite3 *db, const CoMigrationList *list, GError **error)
{
    g_autofree char *expected = expected_schema(list, error);
    if (expected == NULL)
        return false;
    g_autofree char *found = schema_text(db, error);
    if (found == NULL)
        return false;
    bool same = g_strcmp0(expected, found) == 0;
    if (!same)
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED,
                    "the tables are not those of a campaign file of version %d", list->n);
    return same;
}

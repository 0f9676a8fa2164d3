/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/store.h"

#include <glib/gstdio.h>

#include <string.h>

#include "files.h"
#include "sql.h"
#include "store_private.h"

G_DEFINE_QUARK(co_store_error_quark, co_store_error)

enum {
    BUSY_MS = 250,     /* long enough for a reader that is just leaving */
    HEADER_SIZE = 100, /* first bytes of an SQLite file and where they say what */
    HEADER_PAGE_SIZE = 16,
    HEADER_VERSION = 60,
    HEADER_APPLICATION = 68,
};

static bool fail(CoStoreError code, const char *path, const char *what, GError **error)
{
    g_set_error(error, CO_STORE_ERROR, (int)code, "%s: %s", path, what);
    return false;
}

/* SQLite gives names such as ":memory:" a meaning; none of them begins with "/". */
static char *absolute_path(const char *path)
{
    if (g_path_is_absolute(path))
        return g_strdup(path);
    g_autofree char *folder = g_get_current_dir();
    return g_build_filename(folder, path, NULL);
}

/* The file may come by mail: nothing in it is trusted to be what this program wrote. Deleted names
 * are overwritten, and never spill into temporary files. */
static bool configure(sqlite3 *db, GError **error)
{
    const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        int rc = sqlite3_db_config(db, options[i].option, options[i].value, NULL);
        if (rc != SQLITE_OK)
            return co_sql_fail(db, rc, "configuration", error);
    }
    int rc = sqlite3_busy_timeout(db, BUSY_MS);
    if (rc != SQLITE_OK)
        return co_sql_fail(db, rc, "configuration", error);
    return co_sql_exec(db,
                       "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
                       "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
                       error);
}

static CoStore *connect_to(const char *path, CoStoreMode mode, GError **error)
{
    g_autofree char *absolute = absolute_path(path);
    g_autoptr(CoStore) store = g_new0(CoStore, 1);
    store->mode = mode;
    /* Readers too: after a crash it is the next one to come who rolls back. SQLite itself opens for
     * reading what cannot be written. */
    int rc =
        sqlite3_open_v2(absolute, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc != SQLITE_OK) {
        co_sql_fail(store->db, rc, path, error);
        return NULL;
    }
    return g_steal_pointer(&store);
}

/* Reads through SQLite's own descriptor: closing another one would drop all locks of this process
 * on the file. @return size of the file, -1 on error */
static int64_t read_header(sqlite3 *db, unsigned char header[HEADER_SIZE], GError **error)
{
    memset(header, 0, HEADER_SIZE);
    sqlite3_file *file = NULL;
    int rc = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_int64 size = 0;
    if (rc == SQLITE_OK)
        rc = file->pMethods->xFileSize(file, &size);
    if (rc == SQLITE_OK && size > 0)
        rc = file->pMethods->xRead(file, header, HEADER_SIZE, 0);
    if (rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ)
        return size;
    co_sql_fail(db, rc, "header", error);
    return -1;
}

static int64_t big_endian_at(const unsigned char *header, int offset)
{
    uint32_t value = 0;
    memcpy(&value, header + offset, sizeof value);
    return GUINT32_FROM_BE(value);
}

static bool has_journal(const char *path)
{
    g_autofree char *journal = g_strconcat(path, "-journal", NULL);
    return g_file_test(journal, G_FILE_TEST_EXISTS);
}

/* A creation that was killed leaves a database of any kind or nothing but zeros, and a journal. */
static bool may_be_unfinished(const unsigned char *header, bool is_database, const char *path)
{
    static const unsigned char blank[16];
    return (is_database || memcmp(header, blank, sizeof blank) == 0) && has_journal(path);
}

/* Judges the file by its first bytes, before SQLite may do anything to it: what is not ours, or is
 * from a newer version, is not even locked. */
static bool check_first_bytes(CoStore *store, const char *path, const CoMigrationList *list,
                              GError **error)
{
    unsigned char header[HEADER_SIZE];
    int64_t size = read_header(store->db, header, error);
    if (size < 0)
        return false;
    bool is_database = memcmp(header, "SQLite format 3", 16) == 0;
    bool is_ours = is_database && big_endian_at(header, HEADER_APPLICATION) == CO_APPLICATION_ID;
    if (is_ours && big_endian_at(header, HEADER_VERSION) > list->n)
        return fail(CO_STORE_ERROR_NEWER, path, "made by a newer version", error);
    if (is_ours || may_be_unfinished(header, is_database, path))
        return true;
    if (size == 0)
        return fail(CO_STORE_ERROR_MISSING, path, "empty file", error);
    return fail(CO_STORE_ERROR_FOREIGN, path, "not a campaign file", error);
}

static bool check_writable(const CoStore *store, const char *path, GError **error)
{
    if (sqlite3_db_readonly(store->db, "main") == 1)
        return fail(CO_STORE_ERROR_READ_ONLY, path, "the file cannot be written", error);
    if (!co_files_folder_is_writable(path))
        return fail(CO_STORE_ERROR_READ_ONLY, path, "its folder cannot be written", error);
    return true;
}

/* The lock outlives the empty transaction. Rolled back: committing would write to an empty file.
 * EXTRA is FULL, and the folder is synced when the journal goes. */
static bool lock_for_writing(CoStore *store, GError **error)
{
    return co_sql_exec(store->db,
                       "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;"
                       "PRAGMA synchronous = EXTRA; BEGIN EXCLUSIVE; ROLLBACK",
                       error);
}

/* One transaction from opening to closing: all that is read belongs together. */
static bool lock_for_reading(CoStore *store, GError **error)
{
    return co_sql_exec(store->db, "PRAGMA query_only = ON; BEGIN; SELECT 1 FROM sqlite_schema",
                       error);
}

/* SQLite takes what is cut off the last page for zeros, and a table may end with zeros. */
static bool has_whole_pages(const unsigned char *header, int64_t size)
{
    int page_size = header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
    return page_size < 512 || size % page_size == 0; /* 1 means 65536; other sizes are no sizes */
}

/* Under the lock, so after what a crash left was rolled back. */
static bool check_made(CoStore *store, const char *path, GError **error)
{
    unsigned char header[HEADER_SIZE];
    int64_t size = read_header(store->db, header, error);
    if (size == 0)
        return fail(CO_STORE_ERROR_MISSING, path, "empty file", error);
    int64_t application = 0;
    if (size < 0 || !co_sql_query_int(store->db, "PRAGMA application_id", &application, error))
        return false;
    if (application != CO_APPLICATION_ID)
        return fail(CO_STORE_ERROR_FOREIGN, path, "not a campaign file", error);
    return has_whole_pages(header, size) || fail(CO_STORE_ERROR_DAMAGED, path, "cut short", error);
}

static bool check_integrity(sqlite3 *db, GError **error)
{
    g_autoptr(CoSql) sql = co_sql_new(db, "PRAGMA integrity_check(1)", error);
    if (sql == NULL || co_sql_step(sql, error) != CO_SQL_ROW)
        return false;
    const char *answer = co_sql_text(sql, 0);
    if (g_strcmp0(answer, "ok") != 0) {
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED, "damaged: %s", answer);
        return false;
    }
    return co_migrate_check_foreign_keys(db, error);
}

/* Reading changes no file, so an older version is brought up to date in a copy in memory. */
static bool move_to_memory(CoStore *store, GError **error)
{
    sqlite3 *copy = NULL;
    int rc =
        sqlite3_open_v2(":memory:", &copy,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc != SQLITE_OK) {
        co_sql_fail(copy, rc, "copy in memory", error);
        sqlite3_close(copy);
        return false;
    }
    bool copied = co_migrate_copy(store->db, copy, error);
    sqlite3_close(store->db);
    store->db = copy;
    return copied && configure(copy, error);
}

static bool bring_up_to_date(CoStore *store, const char *path, const CoMigrationList *list,
                             GError **error)
{
    int64_t version = 0;
    if (!co_sql_query_int(store->db, "PRAGMA user_version", &version, error))
        return false;
    if (version > list->n)
        return fail(CO_STORE_ERROR_NEWER, path, "made by a newer version", error);
    if (version == list->n)
        return true;
    bool ready = store->mode == CO_STORE_READ ? move_to_memory(store, error)
                                              : co_migrate_back_up(store->db, path, error);
    return ready && co_migrate(store->db, list, error);
}

CoStore *co_store_open_as(const char *path, CoStoreMode mode, const CoMigrationList *list,
                          GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        fail(CO_STORE_ERROR_MISSING, path, "no such file", error);
        return NULL;
    }
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        fail(CO_STORE_ERROR_FOREIGN, path, "a folder, not a campaign file", error);
        return NULL;
    }
    g_autoptr(CoStore) store = connect_to(path, mode, error);
    if (store == NULL || !check_first_bytes(store, path, list, error))
        return NULL;
    if (mode == CO_STORE_WRITE && !check_writable(store, path, error))
        return NULL;
    bool locked =
        configure(store->db, error) &&
        (mode == CO_STORE_WRITE ? lock_for_writing(store, error) : lock_for_reading(store, error));
    bool ready = locked && check_made(store, path, error) && check_integrity(store->db, error) &&
                 bring_up_to_date(store, path, list, error) &&
                 co_migrate_check_schema(store->db, list, error);
    return ready ? g_steal_pointer(&store) : NULL;
}

CoStore *co_store_open(const char *path, CoStoreMode mode, GError **error)
{
    g_return_val_if_fail(path != NULL && *path != '\0', NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    return co_store_open_as(path, mode, &co_migrations, error);
}

/* Makes the tables in an empty file; one that is no longer empty is somebody else's. */
static bool fill(CoStore *store, const char *path, GError **error)
{
    unsigned char header[HEADER_SIZE];
    int64_t size = read_header(store->db, header, error);
    if (size > 0)
        return fail(CO_STORE_ERROR_EXISTS, path, "already there", error);
    return size == 0 && co_migrate(store->db, &co_migrations, error) &&
           co_files_sync_folder(path, error);
}

/* A file of no byte holds nothing: it is what a creation leaves that was killed at once. One with a
 * journal may turn out to be empty. */
static bool may_be_empty(CoStore *store, const char *path, GError **error)
{
    unsigned char header[HEADER_SIZE];
    int64_t size = read_header(store->db, header, error);
    if (size > 0 && !has_journal(path))
        return fail(CO_STORE_ERROR_EXISTS, path, "already there", error);
    return size >= 0;
}

static CoStore *create_in(const char *path, GError **error)
{
    g_autoptr(CoStore) store = connect_to(path, CO_STORE_WRITE, error);
    bool done = store != NULL && may_be_empty(store, path, error) &&
                check_writable(store, path, error) && configure(store->db, error) &&
                lock_for_writing(store, error) && fill(store, path, error);
    return done ? g_steal_pointer(&store) : NULL;
}

CoStore *co_store_create(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL && *path != '\0', NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        fail(CO_STORE_ERROR_EXISTS, path, "a folder", error);
        return NULL;
    }
    bool made = false;
    if (!co_files_make(path, &made, error))
        return NULL;
    GError *failure = NULL;
    CoStore *store = create_in(path, &failure);
    if (store != NULL)
        return store;
    g_assert(failure != NULL);
    if (made)
        g_unlink(path);
    /* Whoever holds or wrote it, there is a file. */
    else if (g_error_matches(failure, CO_STORE_ERROR, CO_STORE_ERROR_BUSY) ||
             g_error_matches(failure, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED))
        failure->code = CO_STORE_ERROR_EXISTS;
    g_propagate_error(error, failure);
    return NULL;
}

void co_store_close(CoStore *store)
{
    if (store == NULL)
        return;
    /* A transaction of reading ends here too. */
    int rc = sqlite3_close(store->db);
    g_warn_if_fail(rc == SQLITE_OK);
    g_free(store);
}

bool co_store_transact(CoStore *store, CoStoreWork work, void *data, GError **error)
{
    if (store->mode == CO_STORE_READ) {
        g_set_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY, "opened for reading");
        return false;
    }
    if (!co_sql_exec(store->db, "BEGIN IMMEDIATE", error))
        return false;
    if (work(store->db, data, error) && co_sql_exec(store->db, "COMMIT", error))
        return true;
    co_sql_rollback(store->db);
    return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store_fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include <string.h>

static void remove_tree(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_tree(inner);
    }
    g_remove(path);
}

static void set_up(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    fixture->folder = g_dir_make_tmp("cohorte-store-XXXXXX", &error);
    g_assert_no_error(error);
    fixture->path = g_build_filename(fixture->folder, "campagne.cohorte", NULL);
}

static void tear_down(Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
    remove_tree(fixture->folder);
    g_free(fixture->folder);
    g_free(fixture->path);
}

/* A pointer to a function does not fit a pointer to data, which is what GLib passes on. */
typedef struct Case {
    void (*test)(const Fixture *fixture);
} Case;

static void run_case(Fixture *fixture, gconstpointer data)
{
    ((const Case *)data)->test(fixture);
}

void fixture_add_test(const char *name, void (*test)(const Fixture *fixture))
{
    static Case cases[40];
    static size_t n_cases = 0;
    g_assert_cmpuint(n_cases, <, G_N_ELEMENTS(cases));
    cases[n_cases].test = test;
    g_test_add(name, Fixture, &cases[n_cases], set_up, run_case, tear_down);
    n_cases++;
}

CoProblemList *fixture_problems(int n)
{
    CoProblemList *list = co_problem_list_new();
    for (int i = 0; i < n; i++) {
        g_autofree char *value = g_strdup_printf("valeur %d sur %d", i, n);
        CoProblem problem = {
            .severity = (CoSeverity)(i % 3),
            .code = i % 2 == 0 ? CO_PROBLEM_UAI_MENDED : CO_PROBLEM_LIMIT_TRUNCATED - 1,
            .action = (CoAction)(i % 7),
            .file = "besoins.csv",
            .sheet = i % 4 == 0 ? "Feuille 1" : NULL,
            .line = i + 2,
            .column = i % 5 == 0 ? NULL : "uai",
            .value = value,
            .used = i % 3 == 0 ? "0380001A" : NULL,
            .detail = i % 2 == 0 ? "détail" : NULL,
            .number = i % 2 == 0 ? INT64_C(1) << 40 : 0,
        };
        co_problem_list_add(list, &problem);
    }
    return list;
}

CoStore *fixture_create(const char *path)
{
    g_autoptr(GError) error = NULL;
    CoStore *store = co_store_create(path, &error);
    g_assert_no_error(error);
    g_assert_nonnull(store);
    return store;
}

CoStore *fixture_open(const char *path, CoStoreMode mode)
{
    g_autoptr(GError) error = NULL;
    CoStore *store = co_store_open(path, mode, &error);
    g_assert_no_error(error);
    g_assert_nonnull(store);
    return store;
}

void fixture_save(CoStore *store, const CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    bool saved = co_store_save_campaign(store, campaign, NULL, &error);
    g_assert_no_error(error);
    g_assert_true(saved);
}

CoCampaign *fixture_load(CoStore *store)
{
    g_autoptr(GError) error = NULL;
    CoCampaign *campaign = co_store_load_campaign(store, &error);
    g_assert_no_error(error);
    g_assert_nonnull(campaign);
    return campaign;
}

void fixture_make_file(const char *path, const CoCampaign *campaign)
{
    g_autoptr(CoStore) store = fixture_create(path);
    fixture_save(store, campaign);
}

char *fixture_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    char *answer = NULL;
    int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    for (const char *rest = sql; rc == SQLITE_OK && *rest != '\0';) {
        rc = sqlite3_prepare_v2(db, rest, -1, &statement, &rest);
        while (rc == SQLITE_OK && statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
            if (answer == NULL)
                answer = g_strdup((const char *)sqlite3_column_text(statement, 0));
        if (rc == SQLITE_OK)
            rc = sqlite3_finalize(statement);
    }
    if (rc != SQLITE_OK) {
        g_free(answer);
        answer = g_strconcat("error: ", sqlite3_errmsg(db), NULL);
    }
    sqlite3_close(db);
    return answer;
}

void fixture_assert_sql(const char *path, const char *sql, const char *answer)
{
    g_autofree char *found = fixture_sql(path, sql);
    bool failed = found != NULL && g_str_has_prefix(found, "error: ");
    if (!failed || answer == NULL || strstr(found, answer) == NULL)
        g_assert_cmpstr(found, ==, answer);
}

char *fixture_hash(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size = 0;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &bytes, &size, &error);
    g_assert_no_error(error);
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

bool fixture_file_holds(const char *path, const char *text)
{
    g_autofree char *bytes = NULL;
    gsize size = 0, length = strlen(text);
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    for (gsize i = 0; i + length <= size; i++)
        if (memcmp(bytes + i, text, length) == 0)
            return true;
    return false;
}

int fixture_count_files(const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    int n = 0;
    while (g_dir_read_name(names) != NULL)
        n++;
    return n;
}

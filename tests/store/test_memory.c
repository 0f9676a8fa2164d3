/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "planner/store/store_private.h"
#include "store_fixture.h"

/* SQLite is refused the n-th piece of memory it asks for, for one n after the other: whatever it
 * was about to do fails, and with it everything that may fail in planner/store/. */
static sqlite3_mem_methods real_methods;
static int countdown; /* pieces left to give; 0 gives without end */
static bool refused;

static bool refuses(void)
{
    if (countdown == 0 || --countdown > 0)
        return false;
    refused = true;
    return true;
}

static void *give(int size)
{
    return refuses() ? NULL : real_methods.xMalloc(size);
}

static void *give_more(void *piece, int size)
{
    return refuses() ? NULL : real_methods.xRealloc(piece, size);
}

static void install(void)
{
    g_assert_cmpint(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_methods), ==, SQLITE_OK);
    static sqlite3_mem_methods methods;
    methods = real_methods;
    methods.xMalloc = give;
    methods.xRealloc = give_more;
    g_assert_cmpint(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
    /* Small pieces come from a private store otherwise, and are never refused. */
    g_assert_cmpint(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

/* One thing done to a campaign file. */
typedef struct Work {
    bool (*act)(const Fixture *fixture, CoStore *store, GError **error);
    void (*check)(const Fixture *fixture); /* what must be true afterwards, done or not */
    bool opens; /* memory is refused to the opening too; else `store` is open for writing */
} Work;

static bool act_once(const Fixture *fixture, const Work *work, int n)
{
    g_autoptr(CoStore) store = work->opens ? NULL : fixture_open(fixture->path, CO_STORE_WRITE);
    g_autoptr(GError) error = NULL;
    countdown = n;
    refused = false;
    bool done = work->act(fixture, store, &error);
    countdown = 0;
    g_assert_true(done == (error == NULL));
    if (!done)
        g_assert_cmpint(error->domain, ==, CO_STORE_ERROR);
    return done;
}

/* Every n at first, then every few: the calls of a long work are alike. */
static void refuse_everywhere(const Fixture *fixture, const Work *work)
{
    int n_failures = 0;
    for (int n = 1; n == 1 || refused; n += 1 + n / 6) {
        n_failures += !act_once(fixture, work, n);
        work->check(fixture);
    }
    g_test_message("%d failures", n_failures);
    g_assert_cmpint(n_failures, >, 10);
}

static CoCampaign *campaigns[2]; /* what may be in the file */

static void check_content(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    bool is_first = loaded->n_people == campaigns[0]->n_people;
    fixture_assert_same_campaign(campaigns[is_first ? 0 : 1], loaded, false);
}

static void make_file(const Fixture *fixture)
{
    fixture_make_file(fixture->path, campaigns[0]);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(loaded, 1);
    g_assert_true(co_store_save_plan(store, loaded, plan, NULL, NULL));
}

static bool create(const Fixture *fixture, G_GNUC_UNUSED CoStore *unused, GError **error)
{
    g_autofree char *path = g_build_filename(fixture->folder, "autre.cohorte", NULL);
    g_autoptr(CoStore) store = co_store_create(path, error);
    return store != NULL;
}

static void check_created(const Fixture *fixture)
{
    g_autofree char *path = g_build_filename(fixture->folder, "autre.cohorte", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return;
    co_store_close(fixture_open(path, CO_STORE_WRITE));
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    g_assert_cmpint(g_remove(path), ==, 0);
}

static void test_creating(const Fixture *fixture)
{
    refuse_everywhere(fixture, &(const Work){create, check_created, true});
}

static bool save(G_GNUC_UNUSED const Fixture *fixture, CoStore *store, GError **error)
{
    g_autoptr(CoProblemList) problems = fixture_problems(3);
    return co_store_save_campaign(store, campaigns[1], problems, error);
}

static void test_saving_a_campaign(const Fixture *fixture)
{
    make_file(fixture);
    refuse_everywhere(fixture, &(const Work){save, check_content, false});
}

static bool load(G_GNUC_UNUSED const Fixture *fixture, CoStore *store, GError **error)
{
    g_autoptr(CoCampaign) campaign = co_store_load_campaign(store, error);
    if (campaign == NULL)
        return false;
    fixture_assert_same_campaign(campaigns[0], campaign, false);
    g_autoptr(CoProblemList) problems = co_store_load_problems(store, error);
    if (problems == NULL)
        return false;
    g_autoptr(CoPlan) plan = co_store_load_plan(store, campaign, 0, error);
    if (plan == NULL)
        return false;
    g_autoptr(CoPlan) expected = fixture_plan(campaign, 1);
    fixture_assert_same_plan(expected, plan);
    return true;
}

static bool open_to_write(const Fixture *fixture, G_GNUC_UNUSED CoStore *unused, GError **error)
{
    g_autoptr(CoStore) store = co_store_open(fixture->path, CO_STORE_WRITE, error);
    return store != NULL;
}

static void test_opening(const Fixture *fixture)
{
    make_file(fixture);
    refuse_everywhere(fixture, &(const Work){open_to_write, check_content, true});
}

static void test_loading(const Fixture *fixture)
{
    make_file(fixture);
    refuse_everywhere(fixture, &(const Work){load, check_content, false});
}

static void ignore_entry(G_GNUC_UNUSED const CoJournalEntry *entry, G_GNUC_UNUSED void *data)
{
}

static bool plan_and_publish(G_GNUC_UNUSED const Fixture *fixture, CoStore *store, GError **error)
{
    g_autoptr(CoCampaign) campaign = co_store_load_campaign(store, error);
    if (campaign == NULL)
        return false;
    g_autoptr(CoPlan) plan = fixture_plan(campaign, 2);
    const CoJournalEntry entry = {0, (char *)"2024", (char *)"publier", (char *)"", 0, 0};
    int version = 0;
    return co_store_save_plan(store, campaign, plan, &version, error) &&
           co_store_mark_published(store, version, "2024", error) &&
           co_store_published_version(store, error) == version &&
           co_store_add_journal(store, &entry, error) &&
           co_store_each_journal(store, ignore_entry, NULL, error);
}

static void test_planning_and_publishing(const Fixture *fixture)
{
    make_file(fixture);
    refuse_everywhere(fixture, &(const Work){plan_and_publish, check_content, false});
}

static const char *const later_statements[] = {"CREATE TABLE later (a INTEGER) STRICT", NULL};
static const CoMigration later = {later_statements};
static const CoMigration *const later_migrations[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                                      &co_schema_v4, &later};
static const CoMigrationList later_list = {later_migrations, 5};

static bool read_as_later(const Fixture *fixture, G_GNUC_UNUSED CoStore *unused, GError **error)
{
    g_autoptr(CoStore) store = co_store_open_as(fixture->path, CO_STORE_READ, &later_list, error);
    return store != NULL;
}

static void test_reading_an_older_file(const Fixture *fixture)
{
    make_file(fixture);
    refuse_everywhere(fixture, &(const Work){read_as_later, check_content, true});
}

int main(int argc, char **argv)
{
    install();
    g_test_init(&argc, &argv, NULL);
    for (int i = 0; i < 2; i++)
        campaigns[i] = fixture_campaign(3 + 3 * i, i);
    fixture_add_test("/store/memory/creating", test_creating);
    fixture_add_test("/store/memory/opening", test_opening);
    fixture_add_test("/store/memory/saving a campaign", test_saving_a_campaign);
    fixture_add_test("/store/memory/loading", test_loading);
    fixture_add_test("/store/memory/planning and publishing", test_planning_and_publishing);
    fixture_add_test("/store/memory/reading an older file", test_reading_an_older_file);
    int status = g_test_run();
    for (int i = 0; i < 2; i++)
        co_campaign_free(campaigns[i]);
    return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include "store_fixture.h"

static void assert_create_fails(const char *path, CoStoreError code)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_create(path, &error));
    g_assert_error(error, CO_STORE_ERROR, (int)code);
}

static void test_a_closed_campaign_is_exactly_one_file(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(20, 0);
    fixture_make_file(fixture->path, campaign);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    fixture_save(store, campaign);
    g_clear_pointer(&store, co_store_close);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    store = fixture_open(fixture->path, CO_STORE_READ);
    g_clear_pointer(&store, co_store_close);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void test_the_file_says_what_it_is(const Fixture *fixture)
{
    co_store_close(fixture_create(fixture->path));
    fixture_assert_sql(fixture->path, "PRAGMA application_id", "1131366511");
    fixture_assert_sql(fixture->path, "PRAGMA user_version", "4");
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode", "delete");
}

static void test_every_table_is_strict(const Fixture *fixture)
{
    co_store_close(fixture_create(fixture->path));
    fixture_assert_sql(fixture->path,
                       "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                       " AND name NOT LIKE 'sqlite_%' AND NOT strict",
                       "0");
    fixture_assert_sql(fixture->path, "INSERT INTO counters VALUES ('P', 'douze')",
                       "cannot store TEXT value in INTEGER column");
}

static void test_a_file_is_never_overwritten(const Fixture *fixture)
{
    g_assert_true(g_file_set_contents(fixture->path, "Bonjour", -1, NULL));
    assert_create_fails(fixture->path, CO_STORE_ERROR_EXISTS);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(fixture->path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "Bonjour");
}

static void test_another_database_is_left_alone(const Fixture *fixture)
{
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode = WAL; CREATE TABLE t (a)", "wal");
    g_autofree char *before = fixture_hash(fixture->path);
    assert_create_fails(fixture->path, CO_STORE_ERROR_EXISTS);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void test_a_campaign_is_never_overwritten(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(5, 0);
    fixture_make_file(fixture->path, campaign);
    g_autofree char *before = fixture_hash(fixture->path);
    assert_create_fails(fixture->path, CO_STORE_ERROR_EXISTS);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
}

static void test_a_campaign_that_is_open_is_never_overwritten(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    assert_create_fails(fixture->path, CO_STORE_ERROR_EXISTS);
    g_autoptr(CoCampaign) campaign = fixture_campaign(5, 0);
    fixture_save(store, campaign);
}

static void test_a_file_of_no_byte_may_become_a_campaign(const Fixture *fixture)
{
    g_assert_true(g_file_set_contents(fixture->path, "", 0, NULL));
    co_store_close(fixture_create(fixture->path));
    co_store_close(fixture_open(fixture->path, CO_STORE_READ));
}

static void test_a_folder_is_in_the_way(const Fixture *fixture)
{
    assert_create_fails(fixture->folder, CO_STORE_ERROR_EXISTS);
}

static void test_without_a_folder_there_is_no_file(const Fixture *fixture)
{
    g_autofree char *path = g_build_filename(fixture->folder, "absent", "a.cohorte", NULL);
    assert_create_fails(path, CO_STORE_ERROR_MISSING);
}

/* SQLite gives these names a meaning of their own. */
static void test_strange_names_are_only_names(const Fixture *fixture)
{
    const char *names[] = {":memory:", "file:a?mode=memory", "-c", "é ü.cohorte"};
    g_autofree char *before = g_get_current_dir();
    g_assert_cmpint(g_chdir(fixture->folder), ==, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        co_store_close(fixture_create(names[i]));
        g_assert_true(g_file_test(names[i], G_FILE_TEST_IS_REGULAR));
        co_store_close(fixture_open(names[i], CO_STORE_WRITE));
        g_assert_cmpint(fixture_count_files("."), ==, (int)i + 1);
    }
    g_assert_cmpint(g_chdir(before), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/create/a closed campaign is exactly one file",
                     test_a_closed_campaign_is_exactly_one_file);
    fixture_add_test("/store/create/the file says what it is", test_the_file_says_what_it_is);
    fixture_add_test("/store/create/every table is strict", test_every_table_is_strict);
    fixture_add_test("/store/create/a file is never overwritten", test_a_file_is_never_overwritten);
    fixture_add_test("/store/create/another database is left alone",
                     test_another_database_is_left_alone);
    fixture_add_test("/store/create/a campaign is never overwritten",
                     test_a_campaign_is_never_overwritten);
    fixture_add_test("/store/create/a campaign that is open is never overwritten",
                     test_a_campaign_that_is_open_is_never_overwritten);
    fixture_add_test("/store/create/a file of no byte may become a campaign",
                     test_a_file_of_no_byte_may_become_a_campaign);
    fixture_add_test("/store/create/a folder is in the way", test_a_folder_is_in_the_way);
    fixture_add_test("/store/create/without a folder there is no file",
                     test_without_a_folder_there_is_no_file);
    fixture_add_test("/store/create/strange names are only names",
                     test_strange_names_are_only_names);
    return g_test_run();
}

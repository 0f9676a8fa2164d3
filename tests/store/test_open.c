/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "store_fixture.h"

/* Neither mode opens the file, and neither changes a byte or leaves another file. */
static void assert_refused(const Fixture *fixture, CoStoreError code)
{
    g_autofree char *before = fixture_hash(fixture->path);
    for (int mode = CO_STORE_READ; mode <= CO_STORE_WRITE; mode++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(co_store_open(fixture->path, (CoStoreMode)mode, &error));
        g_assert_error(error, CO_STORE_ERROR, (int)code);
    }
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void make_file(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(60, 0);
    fixture_make_file(fixture->path, campaign);
}

static void test_a_missing_file_is_told(const Fixture *fixture)
{
    for (int mode = CO_STORE_READ; mode <= CO_STORE_WRITE; mode++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(co_store_open(fixture->path, (CoStoreMode)mode, &error));
        g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_MISSING);
    }
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 0);
}

static void test_an_empty_file_is_no_campaign_yet(const Fixture *fixture)
{
    g_assert_true(g_file_set_contents(fixture->path, "", 0, NULL));
    assert_refused(fixture, CO_STORE_ERROR_MISSING);
}

static void test_a_folder_is_no_campaign(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_open(fixture->folder, CO_STORE_READ, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FOREIGN);
}

static void test_a_text_is_no_campaign(const Fixture *fixture)
{
    g_autofree char *text = g_strnfill(10000, 'x');
    g_assert_true(g_file_set_contents(fixture->path, text, -1, NULL));
    assert_refused(fixture, CO_STORE_ERROR_FOREIGN);
    g_assert_true(g_file_set_contents(fixture->path, "SQLite format 3", -1, NULL));
    assert_refused(fixture, CO_STORE_ERROR_FOREIGN);
}

static void test_another_database_is_no_campaign(const Fixture *fixture)
{
    fixture_assert_sql(fixture->path, "CREATE TABLE t (a); PRAGMA user_version = 1", NULL);
    assert_refused(fixture, CO_STORE_ERROR_FOREIGN);
}

static void test_another_database_with_a_log_is_left_alone(const Fixture *fixture)
{
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode = WAL; CREATE TABLE t (a)", "wal");
    assert_refused(fixture, CO_STORE_ERROR_FOREIGN);
}

/* A journal may be what a killed creation left, so it takes a second look. */
static void test_a_journal_beside_makes_nothing_a_campaign(const Fixture *fixture)
{
    g_autofree char *journal = g_strconcat(fixture->path, "-journal", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(journal, "", 0, NULL));
    g_assert_true(g_file_set_contents(fixture->path, "Bonjour", -1, NULL));
    g_assert_null(co_store_open(fixture->path, CO_STORE_READ, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FOREIGN);
    g_clear_error(&error);
    g_assert_cmpint(g_remove(fixture->path), ==, 0);
    fixture_assert_sql(fixture->path, "CREATE TABLE t (a)", NULL);
    g_assert_true(g_file_set_contents(journal, "", 0, NULL));
    g_assert_null(co_store_open(fixture->path, CO_STORE_READ, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FOREIGN);
}

static void test_a_newer_version_is_never_touched(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path, "CREATE TABLE later (a); PRAGMA user_version = 5", NULL);
    assert_refused(fixture, CO_STORE_ERROR_NEWER);
    fixture_assert_sql(fixture->path, "PRAGMA user_version = 2000000000", NULL);
    assert_refused(fixture, CO_STORE_ERROR_NEWER);
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode = WAL", "wal");
    assert_refused(fixture, CO_STORE_ERROR_NEWER);
}

static void overwrite(const char *path, gsize offset, const char *bytes, gsize n)
{
    g_autofree char *content = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(path, &content, &size, NULL));
    g_assert_cmpuint(offset + n, <=, size);
    memcpy(content + offset, bytes, n);
    g_assert_true(g_file_set_contents(path, content, (gssize)size, NULL));
}

static void test_every_broken_page_is_noticed(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *content = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(fixture->path, &content, &size, NULL));
    static const char noise[16] = "\xff\xfe\xfd\xfc\xff\xfe\xfd\xfc\xff\xfe\xfd\xfc\xff\xfe\xfd";
    for (gsize page = 4096; page < size; page += 4096) {
        overwrite(fixture->path, page, noise, sizeof noise);
        assert_refused(fixture, CO_STORE_ERROR_DAMAGED);
        overwrite(fixture->path, page, content + page, sizeof noise);
    }
    co_store_close(fixture_open(fixture->path, CO_STORE_READ));
}

static void test_a_file_cut_short_is_noticed(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *content = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(fixture->path, &content, &size, NULL));
    const gsize sizes[] = {size - 1, size - 4096, size / 2, 4096, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_assert_true(g_file_set_contents(fixture->path, content, (gssize)sizes[i], NULL));
        assert_refused(fixture, CO_STORE_ERROR_DAMAGED);
    }
}

/* What a hand may do to a file that SQLite itself finds in order. */
static void test_a_file_that_breaks_its_own_rules_is_noticed(const Fixture *fixture)
{
    const char *faults[] = {
        "PRAGMA foreign_keys = OFF; DELETE FROM roles",
        "PRAGMA ignore_check_constraints = ON; UPDATE modules SET mode = 17",
        "PRAGMA ignore_check_constraints = ON; UPDATE people SET named = 2",
        "DROP TABLE journal",
        "DROP TRIGGER plans_no_delete",
        "CREATE TABLE extra (a)",
        "CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM identities; END",
        "ALTER TABLE people ADD COLUMN extra TEXT",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        make_file(fixture);
        fixture_assert_sql(fixture->path, faults[i], NULL);
        assert_refused(fixture, CO_STORE_ERROR_DAMAGED);
        g_assert_cmpint(g_remove(fixture->path), ==, 0);
    }
}

static void test_positions_with_a_hole_are_noticed(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path, "UPDATE rooms SET pos = 1000 WHERE pos = 7", NULL);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_load_campaign(store, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED);
}

static void test_a_number_too_large_is_noticed(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path, "UPDATE rooms SET seats = 1 << 40 WHERE pos = 3", NULL);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_load_campaign(store, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_DAMAGED);
}

static void test_opening_and_reading_change_no_byte(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *before = fixture_hash(fixture->path);
    for (int mode = CO_STORE_READ; mode <= CO_STORE_WRITE; mode++) {
        g_autoptr(CoStore) store = fixture_open(fixture->path, (CoStoreMode)mode);
        co_campaign_free(fixture_load(store));
        g_clear_pointer(&store, co_store_close);
        g_autofree char *after = fixture_hash(fixture->path);
        g_assert_cmpstr(before, ==, after);
    }
}

static void test_a_file_moved_to_a_log_works_again_as_one_file(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode = WAL", "wal");
    co_store_close(fixture_open(fixture->path, CO_STORE_READ));
    co_store_close(fixture_open(fixture->path, CO_STORE_WRITE));
    fixture_assert_sql(fixture->path, "PRAGMA journal_mode", "delete");
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void test_closing_nothing_is_allowed(G_GNUC_UNUSED const Fixture *fixture)
{
    co_store_close(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/open/a missing file is told", test_a_missing_file_is_told);
    fixture_add_test("/store/open/an empty file is no campaign yet",
                     test_an_empty_file_is_no_campaign_yet);
    fixture_add_test("/store/open/a folder is no campaign", test_a_folder_is_no_campaign);
    fixture_add_test("/store/open/a text is no campaign", test_a_text_is_no_campaign);
    fixture_add_test("/store/open/another database is no campaign",
                     test_another_database_is_no_campaign);
    fixture_add_test("/store/open/another database with a log is left alone",
                     test_another_database_with_a_log_is_left_alone);
    fixture_add_test("/store/open/a journal beside makes nothing a campaign",
                     test_a_journal_beside_makes_nothing_a_campaign);
    fixture_add_test("/store/open/a newer version is never touched",
                     test_a_newer_version_is_never_touched);
    fixture_add_test("/store/open/every broken page is noticed", test_every_broken_page_is_noticed);
    fixture_add_test("/store/open/a file cut short is noticed", test_a_file_cut_short_is_noticed);
    fixture_add_test("/store/open/a file that breaks its own rules is noticed",
                     test_a_file_that_breaks_its_own_rules_is_noticed);
    fixture_add_test("/store/open/positions with a hole are noticed",
                     test_positions_with_a_hole_are_noticed);
    fixture_add_test("/store/open/a number too large is noticed",
                     test_a_number_too_large_is_noticed);
    fixture_add_test("/store/open/opening and reading change no byte",
                     test_opening_and_reading_change_no_byte);
    fixture_add_test("/store/open/a file moved to a log works again as one file",
                     test_a_file_moved_to_a_log_works_again_as_one_file);
    fixture_add_test("/store/open/closing nothing is allowed", test_closing_nothing_is_allowed);
    return g_test_run();
}

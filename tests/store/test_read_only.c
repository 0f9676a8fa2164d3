/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include <unistd.h>

#include "store_fixture.h"

enum { NOBODY = 65534 };

/* The superuser may write everywhere: the test goes on as somebody else. */
static void become_somebody(const Fixture *fixture)
{
    if (geteuid() != 0)
        return;
    g_assert_cmpint(chown(fixture->folder, NOBODY, NOBODY), ==, 0);
    if (g_file_test(fixture->path, G_FILE_TEST_EXISTS))
        g_assert_cmpint(chown(fixture->path, NOBODY, NOBODY), ==, 0);
    g_assert_cmpint(seteuid(NOBODY), ==, 0);
}

static void become_oneself(const Fixture *fixture)
{
    if (getuid() == 0)
        g_assert_cmpint(seteuid(0), ==, 0);
    g_assert_cmpint(g_chmod(fixture->folder, 0700), ==, 0);
}

static void protect(const Fixture *fixture, unsigned file_mode, unsigned folder_mode)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(20, 0);
    fixture_make_file(fixture->path, campaign);
    g_assert_cmpint(g_chmod(fixture->path, file_mode), ==, 0);
    g_assert_cmpint(g_chmod(fixture->folder, folder_mode), ==, 0);
    become_somebody(fixture);
}

static void assert_reads(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoStore) beside = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoCampaign) again = fixture_load(beside);
    fixture_assert_same_campaign(loaded, again, true);
}

static void assert_does_not_write(const Fixture *fixture)
{
    g_autofree char *before = fixture_hash(fixture->path);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_open(fixture->path, CO_STORE_WRITE, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void test_a_read_only_file_is_read(const Fixture *fixture)
{
    protect(fixture, 0444, 0700);
    assert_reads(fixture);
    assert_does_not_write(fixture);
    become_oneself(fixture);
}

static void test_a_file_in_a_read_only_folder_is_read(const Fixture *fixture)
{
    protect(fixture, 0644, 0500);
    assert_reads(fixture);
    assert_does_not_write(fixture);
    become_oneself(fixture);
}

static void test_both_read_only_are_read(const Fixture *fixture)
{
    protect(fixture, 0444, 0500);
    assert_reads(fixture);
    assert_does_not_write(fixture);
    become_oneself(fixture);
}

static void test_nothing_is_made_in_a_read_only_folder(const Fixture *fixture)
{
    g_assert_cmpint(g_chmod(fixture->folder, 0500), ==, 0);
    become_somebody(fixture);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_create(fixture->path, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
    become_oneself(fixture);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 0);
}

static void copy(const char *path, const char *suffix_from, const char *suffix_to)
{
    g_autofree char *from = g_strconcat(path, suffix_from, NULL);
    g_autofree char *to = g_strconcat(path, suffix_to, NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
}

/* The file and its journal as they are in the middle of a large transaction. */
static void interrupt_a_transaction(const char *path)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    int rc = sqlite3_exec(db,
                          "PRAGMA cache_size = 2; PRAGMA cache_spill = 2; BEGIN;"
                          "UPDATE establishments SET address = hex(zeroblob(3000))",
                          NULL, NULL, NULL);
    g_assert_cmpint(rc, ==, SQLITE_OK);
    copy(path, "", ".kept");
    copy(path, "-journal", ".kept-journal");
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
    copy(path, ".kept", "");
    copy(path, ".kept-journal", "-journal");
}

static void test_what_a_crash_left_is_never_read_as_it_is(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(20, 0);
    fixture_make_file(fixture->path, campaign);
    interrupt_a_transaction(fixture->path);
    g_assert_cmpint(g_chmod(fixture->path, 0444), ==, 0);
    g_assert_cmpint(g_chmod(fixture->folder, 0500), ==, 0);
    become_somebody(fixture);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_open(fixture->path, CO_STORE_READ, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
    become_oneself(fixture);
    g_assert_cmpint(g_chmod(fixture->path, 0644), ==, 0);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(campaign, loaded, false);
}

static void test_an_unreadable_file_is_an_error(const Fixture *fixture)
{
    protect(fixture, 0000, 0700);
    for (int mode = CO_STORE_READ; mode <= CO_STORE_WRITE; mode++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(co_store_open(fixture->path, (CoStoreMode)mode, &error));
        g_assert_nonnull(error);
        g_assert_cmpint(error->domain, ==, CO_STORE_ERROR);
    }
    become_oneself(fixture);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/read-only/a read-only file is read", test_a_read_only_file_is_read);
    fixture_add_test("/store/read-only/a file in a read-only folder is read",
                     test_a_file_in_a_read_only_folder_is_read);
    fixture_add_test("/store/read-only/both read-only are read", test_both_read_only_are_read);
    fixture_add_test("/store/read-only/nothing is made in a read-only folder",
                     test_nothing_is_made_in_a_read_only_folder);
    fixture_add_test("/store/read-only/what a crash left is never read as it is",
                     test_what_a_crash_left_is_never_read_as_it_is);
    fixture_add_test("/store/read-only/an unreadable file is an error",
                     test_an_unreadable_file_is_an_error);
    return g_test_run();
}

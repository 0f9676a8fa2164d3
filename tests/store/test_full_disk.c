/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "planner/store/store_private.h"
#include "store_fixture.h"

/* No file may grow past @p size; 0 for no limit. To SQLite it is much like a full disk. */
static void limit_files(rlim_t size)
{
    struct rlimit limit;
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &limit), ==, 0);
    limit.rlim_cur = size == 0 ? limit.rlim_max : size;
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
    signal(SIGXFSZ, size == 0 ? SIG_DFL : SIG_IGN);
}

static rlim_t size_of(const char *path)
{
    GStatBuf status;
    g_assert_cmpint(g_stat(path, &status), ==, 0);
    return (rlim_t)status.st_size;
}

static void assert_save_is_full(CoStore *store, const CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_campaign(store, campaign, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
}

static void assert_holds(CoStore *store, const CoCampaign *campaign)
{
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(campaign, loaded, false);
}

static void test_an_import_too_large_leaves_the_last_one(const Fixture *fixture)
{
    g_autoptr(CoCampaign) small = fixture_campaign(40, 0);
    g_autoptr(CoCampaign) large = fixture_campaign(1500, 1);
    fixture_make_file(fixture->path, small);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    limit_files(size_of(fixture->path) + 8192);
    assert_save_is_full(store, large);
    assert_holds(store, small);
    g_clear_pointer(&store, co_store_close);
    limit_files(0);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);

    store = fixture_open(fixture->path, CO_STORE_WRITE);
    assert_holds(store, small);
    fixture_save(store, large);
    assert_holds(store, large);
}

/* Here it is the journal that does not fit. */
static void test_no_room_for_the_journal_leaves_the_last_one(const Fixture *fixture)
{
    g_autoptr(CoCampaign) first = fixture_campaign(300, 0);
    g_autoptr(CoCampaign) second = fixture_campaign(300, 1);
    fixture_make_file(fixture->path, first);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    limit_files(20000);
    assert_save_is_full(store, second);
    assert_holds(store, first);
    g_clear_pointer(&store, co_store_close);
    limit_files(0);
    store = fixture_open(fixture->path, CO_STORE_WRITE);
    assert_holds(store, first);
}

static void test_a_plan_too_large_is_no_version(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(400, 0);
    fixture_make_file(fixture->path, campaign);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(loaded, 0);
    g_autoptr(GError) error = NULL;
    limit_files(size_of(fixture->path) + 4096);
    bool saved = co_store_save_plan(store, loaded, plan, NULL, &error);
    limit_files(0);
    g_assert_false(saved);
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
    g_assert_cmpint(co_store_latest_version(store, NULL), ==, 0);
    g_assert_true(co_store_save_plan(store, loaded, plan, NULL, NULL));
}

/* @return as many days of one person as asked for */
static CoAttendanceList *attendance_of(const char *person, int n)
{
    enum { DAY = 739196 }; /* 13 November 2024 */
    CoAttendanceList *list = co_attendance_list_new();
    for (int i = 0; i < n; i++) {
        const CoAttendance row = {
            "SG-01", "SG", "SG-P1", DAY + i, CO_HALF_AM, person, CO_PRESENCE_PRESENT, -1, 1};
        co_attendance_list_add(list, &row);
    }
    return list;
}

static void test_attendance_too_large_leaves_what_was_known(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    fixture_make_file(fixture->path, campaign);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(loaded, 0);
    g_autoptr(CoAttendanceList) few = attendance_of("P0001", 2);
    g_autoptr(CoAttendanceList) many = attendance_of("P0002", 5000);
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_save_plan(store, loaded, plan, NULL, &error));
    g_assert_true(co_store_save_attendance(store, few, NULL, &error));
    limit_files(size_of(fixture->path) + 8192);
    bool saved = co_store_save_attendance(store, many, NULL, &error);
    limit_files(0);
    g_assert_false(saved);
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
    g_autoptr(CoAttendanceList) found = co_store_load_attendance(store, NULL);
    g_assert_cmpuint(co_attendance_list_size(found), ==, 2);
    g_assert_true(co_store_save_attendance(store, many, NULL, NULL));
}

static void test_a_file_that_cannot_be_made_is_not_there(const Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    limit_files(10000);
    CoStore *store = co_store_create(fixture->path, &error);
    limit_files(0);
    g_assert_null(store);
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 0);
}

static void test_without_room_for_a_copy_nothing_is_migrated(const Fixture *fixture)
{
    static const char *const statements[] = {"CREATE TABLE later (a)", NULL};
    static const CoMigration second = {statements};
    static const CoMigration *const migrations[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                                    &co_schema_v4, &second};
    static const CoMigrationList list = {migrations, 5};
    g_autoptr(CoCampaign) campaign = fixture_campaign(40, 0);
    fixture_make_file(fixture->path, campaign);
    g_autofree char *before = fixture_hash(fixture->path);
    g_autoptr(GError) error = NULL;
    limit_files(20000);
    CoStore *store = co_store_open_as(fixture->path, CO_STORE_WRITE, &list, &error);
    limit_files(0);
    g_assert_null(store);
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_FULL);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
}

static void fill_a_small_disk(const char *path)
{
    g_autoptr(CoCampaign) small = fixture_campaign(40, 0);
    g_autoptr(CoCampaign) large = fixture_campaign(1500, 1);
    fixture_make_file(path, small);
    g_autoptr(CoStore) store = fixture_open(path, CO_STORE_WRITE);
    assert_save_is_full(store, large);
    assert_holds(store, small);
    g_clear_pointer(&store, co_store_close);
    store = fixture_open(path, CO_STORE_WRITE);
    assert_holds(store, small);
}

static void test_a_disk_really_full_leaves_the_last_import(const Fixture *fixture)
{
    if (mount("none", fixture->folder, "tmpfs", 0, "size=512k") != 0) {
        g_test_skip("no right to mount a small disk");
        return;
    }
    fill_a_small_disk(fixture->path);
    g_assert_cmpint(umount(fixture->folder), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/full-disk/an import too large leaves the last one",
                     test_an_import_too_large_leaves_the_last_one);
    fixture_add_test("/store/full-disk/no room for the journal leaves the last one",
                     test_no_room_for_the_journal_leaves_the_last_one);
    fixture_add_test("/store/full-disk/a plan too large is no version",
                     test_a_plan_too_large_is_no_version);
    fixture_add_test("/store/full-disk/attendance too large leaves what was known",
                     test_attendance_too_large_leaves_what_was_known);
    fixture_add_test("/store/full-disk/a file that cannot be made is not there",
                     test_a_file_that_cannot_be_made_is_not_there);
    fixture_add_test("/store/full-disk/without room for a copy nothing is migrated",
                     test_without_room_for_a_copy_nothing_is_migrated);
    fixture_add_test("/store/full-disk/a disk really full leaves the last import",
                     test_a_disk_really_full_leaves_the_last_import);
    return g_test_run();
}

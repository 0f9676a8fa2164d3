/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "planner/store/migrations.h"
#include "planner/store/store_private.h"
#include "store_fixture.h"

/* Versions to come, as this test imagines them. */
static const char *const second_statements[] = {
    "CREATE TABLE remarks (pos INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    "INSERT INTO remarks (pos, text) SELECT pos, name FROM parameters", NULL};
static const char *const third_statements[] = {
    "CREATE TABLE remarks_2 (pos INTEGER PRIMARY KEY, text TEXT NOT NULL, author TEXT) STRICT",
    "INSERT INTO remarks_2 SELECT pos, text || '!', NULL FROM remarks", "DROP TABLE remarks",
    "ALTER TABLE remarks_2 RENAME TO remarks", NULL};
static const char *const misspelt_statements[] = {"DELETE FROM people", "CREATE TABEL x (a)", NULL};
static const char *const orphan_statements[] = {"DELETE FROM roles", NULL};

static const CoMigration second = {second_statements}, third = {third_statements};
static const CoMigration misspelt = {misspelt_statements}, orphan = {orphan_statements};

static const CoMigration *const to_two[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                            &co_schema_v4, &second};
static const CoMigration *const to_three[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                              &co_schema_v4, &second,       &third};
static const CoMigration *const to_fault[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                              &co_schema_v4, &misspelt};
static const CoMigration *const to_orphan[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                               &co_schema_v4, &orphan};
static const CoMigration *const to_late_fault[] = {&co_schema_v1, &co_schema_v2, &co_schema_v3,
                                                   &co_schema_v4, &second,       &misspelt};
static const CoMigrationList two = {to_two, 5}, three = {to_three, 6};
static const CoMigrationList fault = {to_fault, 5}, orphans = {to_orphan, 5};
static const CoMigrationList late_fault = {to_late_fault, 6};

static void make_file(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    fixture_make_file(fixture->path, campaign);
}

static char *name_beside(const Fixture *fixture, const char *suffix)
{
    return g_strconcat(fixture->path, suffix, NULL);
}

static void assert_opens_as(const char *path, CoStoreMode mode, const CoMigrationList *list)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoStore) store = co_store_open_as(path, mode, list, &error);
    g_assert_no_error(error);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    fixture_assert_same_campaign(campaign, loaded, false);
}

static void assert_does_not_open_as(const char *path, CoStoreMode mode, const CoMigrationList *list,
                                    CoStoreError code)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_open_as(path, mode, list, &error));
    g_assert_error(error, CO_STORE_ERROR, (int)code);
}

static void test_an_older_file_is_brought_up_to_date(const Fixture *fixture)
{
    make_file(fixture);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &three);
    fixture_assert_sql(fixture->path, "PRAGMA user_version", "6");
    fixture_assert_sql(fixture->path, "SELECT text FROM remarks", "Campagne!");
    fixture_assert_sql(fixture->path, "PRAGMA foreign_key_check", NULL);
    assert_opens_as(fixture->path, CO_STORE_READ, &three);
}

static void test_a_copy_of_the_old_file_is_kept(const Fixture *fixture)
{
    make_file(fixture);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &three);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 2);
    g_autofree char *backup = name_beside(fixture, ".v4.bak");
    fixture_assert_sql(backup, "PRAGMA user_version", "4");
    assert_opens_as(backup, CO_STORE_READ, &co_migrations);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 2);
}

static void test_no_copy_ever_replaces_another(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *first = name_beside(fixture, ".v4.bak");
    g_autofree char *second_copy = name_beside(fixture, ".v4-2.bak");
    g_autofree char *third_copy = name_beside(fixture, ".v4-3.bak");
    g_assert_true(g_file_set_contents(first, "premier", -1, NULL));
    g_assert_true(g_file_set_contents(second_copy, "second", -1, NULL));
    assert_opens_as(fixture->path, CO_STORE_WRITE, &two);
    g_assert_true(fixture_file_holds(first, "premier"));
    g_assert_true(fixture_file_holds(second_copy, "second"));
    assert_opens_as(third_copy, CO_STORE_READ, &co_migrations);
}

static void test_an_unfinished_copy_is_made_anew(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *part = name_beside(fixture, ".bak-part");
    g_autofree char *junk = g_strnfill(200000, 'x');
    g_assert_true(g_file_set_contents(part, junk, -1, NULL));
    assert_opens_as(fixture->path, CO_STORE_WRITE, &two);
    g_assert_false(g_file_test(part, G_FILE_TEST_EXISTS));
    g_autofree char *backup = name_beside(fixture, ".v4.bak");
    assert_opens_as(backup, CO_STORE_READ, &co_migrations);
}

static void test_a_file_of_this_version_gets_no_copy(const Fixture *fixture)
{
    make_file(fixture);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &two);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &two);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 2);
}

static void test_reading_an_older_file_changes_nothing(const Fixture *fixture)
{
    make_file(fixture);
    g_autofree char *before = fixture_hash(fixture->path);
    assert_opens_as(fixture->path, CO_STORE_READ, &three);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpint(fixture_count_files(fixture->folder), ==, 1);
    assert_opens_as(fixture->path, CO_STORE_READ, &co_migrations);
}

static void test_an_older_file_being_read_is_not_written(const Fixture *fixture)
{
    make_file(fixture);
    g_autoptr(CoCampaign) campaign = fixture_campaign(3, 1);
    g_autoptr(CoStore) store = co_store_open_as(fixture->path, CO_STORE_READ, &two, NULL);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_campaign(store, campaign, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
}

static void test_a_migration_that_fails_leaves_the_old_version(const Fixture *fixture)
{
    make_file(fixture);
    assert_does_not_open_as(fixture->path, CO_STORE_WRITE, &fault, CO_STORE_ERROR_IO);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &co_migrations);
    assert_does_not_open_as(fixture->path, CO_STORE_READ, &fault, CO_STORE_ERROR_IO);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &co_migrations);
}

static void test_a_migration_may_not_leave_orphans(const Fixture *fixture)
{
    make_file(fixture);
    assert_does_not_open_as(fixture->path, CO_STORE_WRITE, &orphans, CO_STORE_ERROR_DAMAGED);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &co_migrations);
}

static void test_each_step_stands_by_itself(const Fixture *fixture)
{
    make_file(fixture);
    assert_does_not_open_as(fixture->path, CO_STORE_WRITE, &late_fault, CO_STORE_ERROR_IO);
    fixture_assert_sql(fixture->path, "PRAGMA user_version", "5");
    assert_opens_as(fixture->path, CO_STORE_WRITE, &three);
    g_autofree char *old_backup = name_beside(fixture, ".v4.bak");
    g_autofree char *backup = name_beside(fixture, ".v5.bak");
    assert_opens_as(old_backup, CO_STORE_READ, &co_migrations);
    assert_opens_as(backup, CO_STORE_READ, &two);
}

static void test_an_older_program_refuses_the_new_file(const Fixture *fixture)
{
    make_file(fixture);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &two);
    g_autofree char *before = fixture_hash(fixture->path);
    assert_does_not_open_as(fixture->path, CO_STORE_WRITE, &co_migrations, CO_STORE_ERROR_NEWER);
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
}

static void test_a_file_of_version_2_names_no_organizer(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path,
                       "DROP TABLE attendance; ALTER TABLE parameters DROP COLUMN organizer_email;"
                       " PRAGMA user_version = 2",
                       NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoStore) store = co_store_open(fixture->path, CO_STORE_WRITE, &error);
    g_assert_no_error(error);
    g_autoptr(CoCampaign) campaign = fixture_load(store);
    g_assert_cmpstr(campaign->parameters.organizer_email, ==, "");
    g_assert_cmpstr(campaign->parameters.name, ==, "Campagne");
}

static void test_a_file_of_version_3_knows_nobody_present(const Fixture *fixture)
{
    make_file(fixture);
    fixture_assert_sql(fixture->path, "DROP TABLE attendance; PRAGMA user_version = 3", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoStore) reader = co_store_open(fixture->path, CO_STORE_READ, &error);
    g_assert_no_error(error);
    g_autoptr(CoAttendanceList) none = co_store_load_attendance(reader, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(co_attendance_list_size(none), ==, 0);
    g_clear_pointer(&reader, co_store_close);
    assert_opens_as(fixture->path, CO_STORE_WRITE, &co_migrations);
    fixture_assert_sql(fixture->path, "PRAGMA user_version", "4");
    fixture_assert_sql(fixture->path, "SELECT count(*) FROM attendance", "0");
    g_autofree char *backup = name_beside(fixture, ".v3.bak");
    fixture_assert_sql(backup, "PRAGMA user_version", "3");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/migrations/an older file is brought up to date",
                     test_an_older_file_is_brought_up_to_date);
    fixture_add_test("/store/migrations/a copy of the old file is kept",
                     test_a_copy_of_the_old_file_is_kept);
    fixture_add_test("/store/migrations/no copy ever replaces another",
                     test_no_copy_ever_replaces_another);
    fixture_add_test("/store/migrations/an unfinished copy is made anew",
                     test_an_unfinished_copy_is_made_anew);
    fixture_add_test("/store/migrations/a file of this version gets no copy",
                     test_a_file_of_this_version_gets_no_copy);
    fixture_add_test("/store/migrations/reading an older file changes nothing",
                     test_reading_an_older_file_changes_nothing);
    fixture_add_test("/store/migrations/an older file being read is not written",
                     test_an_older_file_being_read_is_not_written);
    fixture_add_test("/store/migrations/a migration that fails leaves the old version",
                     test_a_migration_that_fails_leaves_the_old_version);
    fixture_add_test("/store/migrations/a migration may not leave orphans",
                     test_a_migration_may_not_leave_orphans);
    fixture_add_test("/store/migrations/each step stands by itself",
                     test_each_step_stands_by_itself);
    fixture_add_test("/store/migrations/an older program refuses the new file",
                     test_an_older_program_refuses_the_new_file);
    fixture_add_test("/store/migrations/a file of version 2 names no organizer",
                     test_a_file_of_version_2_names_no_organizer);
    fixture_add_test("/store/migrations/a file of version 3 knows nobody present",
                     test_a_file_of_version_3_knows_nobody_present);
    return g_test_run();
}

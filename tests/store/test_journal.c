/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "store_fixture.h"

static void add(CoStore *store, const char *command, int exit_code)
{
    const CoJournalEntry entry = {
        .when = (char *)"2024-11-04T08:30:00Z",
        .command = (char *)command,
        .detail = (char *)"--graine 3 ; 12 personnes, P0007 non placée",
        .exit_code = exit_code,
        .duration_ms = INT64_C(1) << 33,
    };
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_add_journal(store, &entry, &error));
    g_assert_no_error(error);
}

static void collect(const CoJournalEntry *entry, void *data)
{
    g_string_append_printf(data, "%d %s %s %s %d %d\n", (int)entry->id, entry->when, entry->command,
                           entry->detail, entry->exit_code, entry->duration_ms == INT64_C(1) << 33);
}

static void test_lines_come_back_in_order(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    add(store, "importer", 0);
    add(store, "planifier", 4);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_true(co_store_each_journal(store, collect, text, NULL));
    g_assert_cmpstr(text->str, ==,
                    "1 2024-11-04T08:30:00Z importer --graine 3 ; 12 personnes, P0007 non placée"
                    " 0 1\n"
                    "2 2024-11-04T08:30:00Z planifier --graine 3 ; 12 personnes, P0007 non placée"
                    " 4 1\n");
}

static void test_a_new_file_has_no_line(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_true(co_store_each_journal(store, collect, text, NULL));
    g_assert_cmpstr(text->str, ==, "");
}

static void test_lines_can_only_be_added(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    add(store, "importer", 0);
    add(store, "importer", 0);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "DELETE FROM journal", "only added");
    fixture_assert_sql(fixture->path, "UPDATE journal SET exit_code = 1", "only added");
    fixture_assert_sql(fixture->path,
                       "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE id = 1",
                       "in turn");
    fixture_assert_sql(fixture->path, "SELECT count(*) FROM journal", "2");
}

static void save_plans(CoStore *store, int n)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(9, 0);
    fixture_save(store, campaign);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    for (int i = 0; i < n; i++) {
        g_autoptr(CoPlan) plan = fixture_plan(loaded, i);
        g_assert_true(co_store_save_plan(store, loaded, plan, NULL, NULL));
    }
}

static void publish(CoStore *store, int version)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_mark_published(store, version, "2024-11-05T10:00:00Z", &error));
    g_assert_no_error(error);
    g_assert_cmpint(co_store_published_version(store, &error), ==, version);
}

static void test_the_version_people_hold_is_the_last_published(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save_plans(store, 3);
    g_assert_cmpint(co_store_published_version(store, NULL), ==, 0);
    publish(store, 2);
    publish(store, 3);
    publish(store, 1);
}

static void test_what_was_published_before_a_version_is_known(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save_plans(store, 4);
    g_assert_cmpint(co_store_published_before(store, 4, NULL), ==, 0);
    publish(store, 1);
    publish(store, 3);
    g_assert_cmpint(co_store_published_before(store, 4, NULL), ==, 3);
    g_assert_cmpint(co_store_published_before(store, 3, NULL), ==, 1);
    g_assert_cmpint(co_store_published_before(store, 1, NULL), ==, 0);
}

static void test_publishing_twice_is_publishing_once(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save_plans(store, 1);
    publish(store, 1);
    publish(store, 1);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "SELECT count(*) FROM publications", "1");
    fixture_assert_sql(fixture->path, "DELETE FROM publications", "only added");
}

static void test_no_plan_no_publication(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    save_plans(store, 1);
    const int versions[] = {0, -1, 2};
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(co_store_mark_published(store, versions[i], "2024", &error));
        g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_PLAN);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/journal/lines come back in order", test_lines_come_back_in_order);
    fixture_add_test("/store/journal/a new file has no line", test_a_new_file_has_no_line);
    fixture_add_test("/store/journal/lines can only be added", test_lines_can_only_be_added);
    fixture_add_test("/store/published/the version people hold is the last published",
                     test_the_version_people_hold_is_the_last_published);
    fixture_add_test("/store/journal/what was published before a version is known",
                     test_what_was_published_before_a_version_is_known);
    fixture_add_test("/store/published/publishing twice is publishing once",
                     test_publishing_twice_is_publishing_once);
    fixture_add_test("/store/published/no plan, no publication", test_no_plan_no_publication);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "store_fixture.h"

enum { DAY = 739196 }; /* 13 November 2024 */

/* A file with a campaign and a stored plan, open for writing. */
static CoStore *make_store(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    CoStore *store = fixture_create(fixture->path);
    fixture_save(store, campaign);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(loaded, 0);
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_save_plan(store, loaded, plan, NULL, &error));
    g_assert_no_error(error);
    return store;
}

static CoAttendance row_of(const char *person, CoDay day, CoHalves half, CoPresence state)
{
    return (CoAttendance){.group = "SG-01",
                          .path = "SG",
                          .module = "SG-P1",
                          .day = day,
                          .half = half,
                          .person_id = person,
                          .state = state,
                          .minutes = -1,
                          .version = 1};
}

static CoAttendanceSaved save(CoStore *store, const CoAttendance *rows, size_t n)
{
    g_autoptr(CoAttendanceList) list = co_attendance_list_new();
    for (size_t i = 0; i < n; i++)
        co_attendance_list_add(list, &rows[i]);
    CoAttendanceSaved saved = {-1, -1, -1};
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_save_attendance(store, list, &saved, &error));
    g_assert_no_error(error);
    return saved;
}

static CoAttendanceList *load(CoStore *store)
{
    g_autoptr(GError) error = NULL;
    CoAttendanceList *list = co_store_load_attendance(store, &error);
    g_assert_no_error(error);
    return list;
}

static void test_rows_come_back_by_day_with_all_they_say(const Fixture *fixture)
{
    g_autoptr(CoStore) store = make_store(fixture);
    CoAttendance rows[] = {row_of("P0002", DAY + 7, CO_HALF_AM, CO_PRESENCE_EXCUSED),
                           row_of("P0001", DAY, CO_HALF_PM, CO_PRESENCE_PRESENT)};
    rows[1].minutes = 95;
    CoAttendanceSaved saved = save(store, rows, 2);
    g_assert_cmpint(saved.n_new, ==, 2);
    g_assert_cmpint(saved.n_changed + saved.n_same, ==, 0);
    g_clear_pointer(&store, co_store_close);
    store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoAttendanceList) list = load(store);
    g_assert_cmpuint(co_attendance_list_size(list), ==, 2);
    const CoAttendance *first = co_attendance_list_at(list, 0);
    g_assert_cmpstr(first->person_id, ==, "P0001");
    g_assert_cmpstr(first->group, ==, "SG-01");
    g_assert_cmpstr(first->path, ==, "SG");
    g_assert_cmpstr(first->module, ==, "SG-P1");
    g_assert_cmpint(first->day, ==, DAY);
    g_assert_cmpint(first->half, ==, CO_HALF_PM);
    g_assert_cmpint(first->state, ==, CO_PRESENCE_PRESENT);
    g_assert_cmpint(first->minutes, ==, 95);
    g_assert_cmpint(first->version, ==, 1);
    g_assert_cmpint(co_attendance_list_at(list, 1)->state, ==, CO_PRESENCE_EXCUSED);
    g_assert_cmpint(co_attendance_list_at(list, 1)->minutes, ==, -1);
}

static void test_the_same_key_is_replaced_and_others_stay(const Fixture *fixture)
{
    g_autoptr(CoStore) store = make_store(fixture);
    const CoAttendance first[] = {row_of("P0001", DAY, CO_HALF_AM, CO_PRESENCE_PRESENT),
                                  row_of("P0002", DAY, CO_HALF_AM, CO_PRESENCE_PRESENT)};
    CoAttendance second[] = {first[0], first[1], first[1]};
    second[1].state = CO_PRESENCE_ABSENT;
    second[2].group = "SG-02";
    save(store, first, 2);
    CoAttendanceSaved saved = save(store, second, 3);
    g_assert_cmpint(saved.n_new, ==, 1);
    g_assert_cmpint(saved.n_changed, ==, 1);
    g_assert_cmpint(saved.n_same, ==, 1);
    g_autoptr(CoAttendanceList) list = load(store);
    g_assert_cmpuint(co_attendance_list_size(list), ==, 3);
    g_assert_cmpint(co_attendance_list_at(list, 1)->state, ==, CO_PRESENCE_ABSENT);
    g_assert_cmpstr(co_attendance_list_at(list, 2)->group, ==, "SG-02");
}

static void test_a_person_the_file_does_not_know_leaves_it_as_it_was(const Fixture *fixture)
{
    g_autoptr(CoStore) store = make_store(fixture);
    const CoAttendance known = row_of("P0001", DAY, CO_HALF_AM, CO_PRESENCE_PRESENT);
    const CoAttendance unknown = row_of("P9999", DAY, CO_HALF_AM, CO_PRESENCE_PRESENT);
    g_autoptr(CoAttendanceList) list = co_attendance_list_new();
    co_attendance_list_add(list, &known);
    co_attendance_list_add(list, &unknown);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_attendance(store, list, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
    g_autoptr(CoAttendanceList) found = load(store);
    g_assert_cmpuint(co_attendance_list_size(found), ==, 0);
}

static void test_attendance_outlives_the_next_import(const Fixture *fixture)
{
    g_autoptr(CoStore) store = make_store(fixture);
    const CoAttendance row = row_of("P0001", DAY, CO_HALF_AM, CO_PRESENCE_PRESENT);
    save(store, &row, 1);
    g_autoptr(CoCampaign) other = fixture_campaign(3, 1);
    fixture_save(store, other);
    g_autoptr(CoAttendanceList) list = load(store);
    g_assert_cmpuint(co_attendance_list_size(list), ==, 1);
}

static void test_a_file_open_for_reading_takes_none(const Fixture *fixture)
{
    co_store_close(make_store(fixture));
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoAttendanceList) list = co_attendance_list_new();
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_attendance(store, list, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_READ_ONLY);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/attendance/rows come back by day with all they say",
                     test_rows_come_back_by_day_with_all_they_say);
    fixture_add_test("/store/attendance/the same key is replaced and others stay",
                     test_the_same_key_is_replaced_and_others_stay);
    fixture_add_test("/store/attendance/a person the file does not know leaves it as it was",
                     test_a_person_the_file_does_not_know_leaves_it_as_it_was);
    fixture_add_test("/store/attendance/attendance outlives the next import",
                     test_attendance_outlives_the_next_import);
    fixture_add_test("/store/attendance/a file open for reading takes none",
                     test_a_file_open_for_reading_takes_none);
    return g_test_run();
}

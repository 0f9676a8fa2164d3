/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/attendance.h"

#include "tests/support/tiny_campaign.h"

/* The tiny campaign and what was told of it. */
typedef struct Told {
    CoCampaign *campaign;
    CoPlan *plan;
    CoAttendanceList *list;
    CoRegister *book;
} Told;

static Told told_new(void)
{
    Told told = {.campaign = co_tiny_campaign(NULL), .list = co_attendance_list_new()};
    told.plan = co_tiny_plan(told.campaign);
    return told;
}

static void told_clear(Told *told)
{
    co_register_free(told->book);
    co_attendance_list_free(told->list);
    co_plan_free(told->plan);
    co_campaign_free(told->campaign);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Told, told_clear)

/* One half-day of a group: its code, the meeting and the half. */
typedef struct Held {
    const char *group;
    int meeting;
    CoHalves half;
} Held;

static void tell(Told *told, Held at, const char *person, CoPresence state)
{
    const CoGroup *of_group = &told->plan->groups[co_plan_find_group(told->plan, at.group)];
    const CoMeeting *held = &of_group->meetings[at.meeting];
    const CoAttendance row = {at.group,
                              told->campaign->paths[of_group->path_idx].code,
                              told->campaign->modules[held->module_idx].code,
                              held->day,
                              at.half,
                              person,
                              state,
                              -1,
                              1};
    co_attendance_list_add(told->list, &row);
}

/* P1 and P2 whole, V1 in the morning, V2 in the afternoon: six half-days. */
static void tell_all(Told *told, const char *person, CoPresence state)
{
    for (int meeting = 0; meeting < 2; meeting++) {
        tell(told, (Held){"SG-01", meeting, CO_HALF_AM}, person, state);
        tell(told, (Held){"SG-01", meeting, CO_HALF_PM}, person, state);
    }
    tell(told, (Held){"SG-01", 2, CO_HALF_AM}, person, state);
    tell(told, (Held){"SG-01", 3, CO_HALF_PM}, person, state);
}

static const CoRegister *open_book(Told *told)
{
    co_attendance_list_sort(told->list);
    told->book = co_register_new(told->campaign, told->plan, told->list);
    return told->book;
}

static void test_a_group_is_closed_once_everybody_is_told(void)
{
    static const char *const members[] = {"P0002", "P0005", "P0008", "P0011"};
    g_auto(Told) told = told_new();
    g_assert_cmpint(co_register_n_missing(open_book(&told), TINY_SG_01), ==, 24);
    g_clear_pointer(&told.book, co_register_free);
    for (int i = 0; i < 4; i++)
        tell_all(&told, members[i], i == 3 ? CO_PRESENCE_EXCUSED : CO_PRESENCE_PRESENT);
    g_assert_cmpint(co_register_n_missing(open_book(&told), TINY_SG_01), ==, 0);
    CoAttendanceTotals totals;
    co_register_totals(told.book, &totals);
    g_assert_cmpint(totals.n_groups, ==, 4);
    g_assert_cmpint(totals.n_closed_groups, ==, 1);
    g_assert_cmpint(totals.n_expected, ==, 24 + 24 + 4);
    g_assert_cmpint(totals.n_present, ==, 18);
    g_assert_cmpint(totals.n_excused, ==, 6);
    g_assert_cmpint(totals.n_absent, ==, 0);
    g_assert_cmpint(totals.n_people, ==, 3);
    g_assert_cmpint(totals.n_trained, ==, 3);
    g_assert_cmpint(totals.n_catch_ups, ==, 0);
}

static void test_hours_are_counted_by_modality(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    tell(&told, (Held){"SG-01", 0, CO_HALF_AM}, "P0002", CO_PRESENCE_PRESENT);
    tell(&told, (Held){"SG-01", 0, CO_HALF_PM}, "P0002", CO_PRESENCE_ABSENT);
    tell(&told, (Held){"SG-01", 2, CO_HALF_AM}, "P0002", CO_PRESENCE_EXCUSED);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.planned_min[CO_MODE_IN_PERSON], ==, 720);
    g_assert_cmpint(followed.followed_min[CO_MODE_IN_PERSON], ==, 180);
    g_assert_cmpint(followed.planned_min[CO_MODE_VIRTUAL_CLASS], ==, 360);
    g_assert_cmpint(followed.followed_min[CO_MODE_VIRTUAL_CLASS], ==, 0);
    g_assert_cmpint(followed.planned_min[CO_MODE_SELF_STUDY], ==, 180);
    g_assert_cmpint(followed.planned_min[CO_MODE_WEBINAR], ==, 180);
    g_assert_true(followed.is_told[CO_MODE_VIRTUAL_CLASS]);
    g_assert_false(followed.is_told[CO_MODE_SELF_STUDY]);
    g_assert_false(followed.is_told[CO_MODE_WEBINAR]);
    g_assert_cmpint(followed.n_half_days, ==, 1);
}

static void test_minutes_connected_count_up_to_the_length_of_the_class(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    CoAttendance row = {"SG-01",
                        "GEST",
                        "G-V1",
                        co_day_from_ymd(2024, 11, 19),
                        CO_HALF_AM,
                        "P0002",
                        CO_PRESENCE_PRESENT,
                        100,
                        1};
    co_attendance_list_add(told.list, &row);
    row.module = "G-V2";
    row.day = co_day_from_ymd(2024, 11, 26);
    row.half = CO_HALF_PM;
    row.minutes = 400;
    co_attendance_list_add(told.list, &row);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.followed_min[CO_MODE_VIRTUAL_CLASS], ==, 100 + 180);
}

static void test_catching_up_counts_once(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    tell(&told, (Held){"SG-01", 0, CO_HALF_AM}, "P0002", CO_PRESENCE_PRESENT);
    tell(&told, (Held){"SG-01", 0, CO_HALF_PM}, "P0002", CO_PRESENCE_PRESENT);
    tell(&told, (Held){"SG-02", 0, CO_HALF_PM}, "P0002", CO_PRESENCE_PRESENT);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.followed_min[CO_MODE_IN_PERSON], ==, 360);
    CoAttendanceTotals totals;
    co_register_totals(told.book, &totals);
    g_assert_cmpint(totals.n_catch_ups, ==, 1);
    g_assert_cmpint(totals.n_trained, ==, 0);
}

static void test_a_half_followed_twice_is_not_the_other_half(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    tell(&told, (Held){"SG-01", 0, CO_HALF_AM}, "P0002", CO_PRESENCE_PRESENT);
    tell(&told, (Held){"SG-01", 0, CO_HALF_PM}, "P0002", CO_PRESENCE_ABSENT);
    tell(&told, (Held){"SG-02", 0, CO_HALF_AM}, "P0002", CO_PRESENCE_PRESENT);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.followed_min[CO_MODE_IN_PERSON], ==, 180);
}

static void test_a_class_is_caught_up_at_another_half_of_the_day(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    co_tiny_move(&told.plan->groups[TINY_SG_02], TINY_V1, "2024-11-21", CO_HALF_PM);
    tell(&told, (Held){"SG-01", 2, CO_HALF_AM}, "P0002", CO_PRESENCE_ABSENT);
    tell(&told, (Held){"SG-02", 2, CO_HALF_PM}, "P0002", CO_PRESENCE_PRESENT);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.followed_min[CO_MODE_VIRTUAL_CLASS], ==, 180);
}

static void test_minutes_told_of_a_room_take_nothing_off(void)
{
    g_auto(Told) told = told_new();
    CoFollowed followed;
    const CoMeeting *held = &told.plan->groups[TINY_SG_01].meetings[0];
    const CoAttendance row = {
        "SG-01", "GEST", "G-P1", held->day, CO_HALF_AM, "P0002", CO_PRESENCE_PRESENT, 10, 1};
    co_attendance_list_add(told.list, &row);
    co_register_followed(open_book(&told), TINY_PERSON(0, TINY_SECRETARY), &followed);
    g_assert_cmpint(followed.followed_min[CO_MODE_IN_PERSON], ==, 180);
}

static void test_who_has_no_group_belongs_where_they_came(void)
{
    g_auto(Told) told = told_new();
    tell(&told, (Held){"SG-02", 0, CO_HALF_AM}, "P0013", CO_PRESENCE_PRESENT);
    tell(&told, (Held){"SG-02", 0, CO_HALF_AM}, "P0002", CO_PRESENCE_PRESENT);
    open_book(&told);
    g_assert_cmpint(co_register_group_of(told.book, TINY_ELSEWHERE), ==, TINY_SG_02);
    g_assert_cmpint(co_register_group_of(told.book, TINY_PERSON(0, TINY_SECRETARY)), ==,
                    TINY_SG_01);
    g_assert_cmpint(co_register_group_of(told.book, TINY_TRAINED), ==, -1);
}

static void test_who_has_left_counts_for_nobody(void)
{
    g_auto(Told) told = told_new();
    CoAttendanceTotals totals;
    tell(&told, (Held){"SG-01", 0, CO_HALF_AM}, "P0999", CO_PRESENCE_PRESENT);
    co_register_totals(open_book(&told), &totals);
    g_assert_cmpint(totals.n_people, ==, 0);
    g_assert_cmpint(totals.n_present, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/attendance/closed", test_a_group_is_closed_once_everybody_is_told);
    g_test_add_func("/attendance/hours", test_hours_are_counted_by_modality);
    g_test_add_func("/attendance/minutes",
                    test_minutes_connected_count_up_to_the_length_of_the_class);
    g_test_add_func("/attendance/catch-up", test_catching_up_counts_once);
    g_test_add_func("/attendance/half-twice", test_a_half_followed_twice_is_not_the_other_half);
    g_test_add_func("/attendance/other-half", test_a_class_is_caught_up_at_another_half_of_the_day);
    g_test_add_func("/attendance/minutes-in-a-room", test_minutes_told_of_a_room_take_nothing_off);
    g_test_add_func("/attendance/home", test_who_has_no_group_belongs_where_they_came);
    g_test_add_func("/attendance/gone", test_who_has_left_counts_for_nobody);
    return g_test_run();
}

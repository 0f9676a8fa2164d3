/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sites/: what the hosts of rooms receive. The sample has two rooms on one site, without a UAI. */
#include <string.h>

#include "published.h"

#define SITE "sites/S1.xlsx"
#define BOOKINGS "Réservations"
#define MEALS "Repas"
#define WEEKS "Calendrier"

/* 13, 14 and 20 November 2024, as spreadsheets count days. */
#define DAY_13 "45609"
#define DAY_14 "45610"
#define DAY_20 "45616"

static CoXlsxFile *site_file(CoSampleAmend amend)
{
    return co_published_file(amend, SITE);
}

static void assert_row(const CoXlsxFile *file, const char *sheet, const char *first, int below,
                       const char *const *cells)
{
    for (int i = 0; cells[i] != NULL; i++)
        g_assert_cmpstr(co_xlsx_file_near(file, sheet, first, i, below), ==, cells[i]);
}

static void test_each_half_day_of_a_room_is_one_line(void)
{
    static const char *const lines[][14] = {
        {DAY_13, "matin", "0.375", "0.5", "S1", "SG-01", "4", "2", "6", "12", "4", "FM1",
         "Inès Premier, Inès Second", NULL},
        {DAY_13, "après-midi", "0.5625", "0.6875", "S1", "SG-01", "4", "2", "6", "12", "4", "FM1",
         "Inès Premier, Inès Second", NULL},
        {DAY_14, "matin", "0.375", "0.5", "S1", "ORD-01", "1", "1", "2", "12", "0", "",
         "Inès Second", NULL},
        {DAY_20, "matin", "0.375", "0.5", "S1", "SG-01", "4", "2", "6", "12", "4", "FM1",
         "Inès Premier, Inès Second", NULL},
        {DAY_20, "après-midi", "0.5625", "0.6875", "S1", "SG-01", "4", "2", "6", "12", "4", "FM1",
         "Inès Premier, Inès Second", NULL},
        {"", NULL},
    };
    g_autoptr(CoXlsxFile) file = site_file(NULL);
    g_autofree char *head = co_xlsx_file_find(file, BOOKINGS, "Date");
    for (int i = 0; i < (int)G_N_ELEMENTS(lines); i++)
        assert_row(file, BOOKINGS, head, i + 1, lines[i]);
}

static void test_a_whole_day_comes_with_both_its_halves_among_those_of_others(void)
{
    g_autoptr(CoXlsxFile) file = NULL;
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    /* ORD-01 on the day of SG-01: all mornings of a day come before its afternoons. */
    test.sample.plan->groups[SAMPLE_ORD_01].room_idx = 1;
    test.sample.plan->groups[SAMPLE_ORD_01].meetings[0].day = co_day_parse("2024-11-13");
    g_free(test.target);
    test.target = co_sample_publish(&test.sample, test.folder);
    file = co_published_open(&test, SITE);
    g_autofree char *head = co_xlsx_file_find(file, BOOKINGS, "Date");
    static const char *const groups[] = {"ORD-01", "SG-01", "SG-01"};
    for (int i = 0; i < (int)G_N_ELEMENTS(groups); i++)
        g_assert_cmpstr(co_xlsx_file_near(file, BOOKINGS, head, 5, i + 1), ==, groups[i]);
    g_assert_cmpstr(co_xlsx_file_near(file, BOOKINGS, head, 1, 2), ==, "matin");
    g_assert_cmpstr(co_xlsx_file_near(file, BOOKINGS, head, 1, 3), ==, "après-midi");
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Salles", 2, 0), ==,
                    "S1 : 12 places, 12 postes de travail ; 4 demi-journées réservées");
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Salles", 2, 1), ==,
                    "S2 : 12 places, 12 postes de travail ; 1 demi-journée réservée");
}

static void give_a_contact(CoSample *sample)
{
    sample->campaign->parameters.organizer_email = "eafc@ac-exemple.fr";
}

static void test_the_site_is_told_with_its_rooms_and_contact(void)
{
    g_autoptr(CoXlsxFile) file = site_file(give_a_contact);
    g_assert_cmpstr(co_xlsx_file_cell(file, BOOKINGS, "A3"), ==,
                    "Salles réservées, Lycée des Tilleuls");
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Site", 2, 0), ==,
                    "Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont");
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Salle", 2, 0), ==,
                    "S1 : 12 places, 12 postes de travail ; 5 demi-journées réservées");
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Votre contact", 2, 0), ==,
                    "eafc@ac-exemple.fr");
    g_assert_false(co_xlsx_file_holds(file, "S2"));
}

static void test_meals_are_for_whole_days_only(void)
{
    static const char *const lines[][6] = {
        {DAY_13, "SG-01", "4", "2", "6", NULL},
        {DAY_14, "", "0", "0", "0", NULL},
        {DAY_20, "SG-01", "4", "2", "6", NULL},
        {"", NULL},
    };
    g_autoptr(CoXlsxFile) file = site_file(NULL);
    g_autofree char *head = co_xlsx_file_find(file, MEALS, "Date");
    for (int i = 0; i < (int)G_N_ELEMENTS(lines); i++)
        assert_row(file, MEALS, head, i + 1, lines[i]);
}

static void close_the_canteen(CoSample *sample)
{
    sample->campaign->rooms[0].canteen = false;
}

static void test_without_a_canteen_there_are_no_meals(void)
{
    static const char *const sheets[] = {BOOKINGS, WEEKS, NULL};
    g_autoptr(CoXlsxFile) file = site_file(close_the_canteen);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    g_assert_cmpstr(co_published_near(file, BOOKINGS, "Restauration", 2, 0), ==,
                    "aucune sur place : aucun repas à prévoir");
}

/* F2 teaches ORD-01 in the afternoon after a morning of SG-01 that has become a half-day. */
static void give_a_trainer_two_groups_in_a_day(CoSample *sample)
{
    CoGroup *orders = &sample->plan->groups[SAMPLE_ORD_01];
    sample->plan->groups[SAMPLE_SG_01].meetings[0].halves = CO_HALF_AM;
    orders->meetings[0].day = sample->plan->groups[SAMPLE_SG_01].meetings[0].day;
    orders->meetings[0].halves = CO_HALF_PM;
}

static void test_a_trainer_of_two_groups_in_a_day_lunches_once(void)
{
    static const char *const line[] = {DAY_13, "", "0", "1", "1", NULL};
    g_autoptr(CoXlsxFile) file = site_file(give_a_trainer_two_groups_in_a_day);
    g_autofree char *head = co_xlsx_file_find(file, MEALS, "Date");
    assert_row(file, MEALS, head, 1, line);
}

/* SG-01 begins its second module in the afternoon of the day on which it ends the first. */
static void give_a_group_two_modules_in_a_day(CoSample *sample)
{
    CoGroup *group = &sample->plan->groups[SAMPLE_SG_01];
    group->meetings[0].halves = CO_HALF_AM;
    group->meetings[1].day = group->meetings[0].day;
    group->meetings[1].halves = CO_HALF_PM;
}

static void test_a_group_of_two_modules_in_a_day_lunches_once(void)
{
    static const char *const line[] = {DAY_13, "SG-01", "4", "2", "6", NULL};
    g_autoptr(CoXlsxFile) file = site_file(give_a_group_two_modules_in_a_day);
    g_autofree char *head = co_xlsx_file_find(file, MEALS, "Date");
    assert_row(file, MEALS, head, 1, line);
    g_assert_cmpstr(co_xlsx_file_near(file, MEALS, head, 0, 2), ==, DAY_14);
}

static void test_the_calendar_shows_weeks_rooms_and_halves(void)
{
    g_autoptr(CoXlsxFile) file = site_file(NULL);
    g_autofree char *month = co_xlsx_file_find(file, WEEKS, "Novembre 2024");
    g_assert_nonnull(month);
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 1), ==, "Semaine 46");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 4, 1), ==, DAY_13);
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 2), ==, "S1");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 4, 2), ==, "SG-01 : 6 pers., FM1");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 5, 2), ==, "ORD-01 : 2 pers.");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 5, 3), ==, "");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 4), ==, "Semaine 47");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 4, 5), ==, "SG-01 : 6 pers., FM1");
}

static void use_another_room_the_next_week(CoSample *sample)
{
    CoGroup *orders = &sample->plan->groups[SAMPLE_ORD_01];
    orders->room_idx = 1;
    orders->meetings[0].day = co_day_parse("2024-11-21");
}

static void test_a_week_shows_the_rooms_booked_in_it(void)
{
    g_autoptr(CoXlsxFile) file = site_file(use_another_room_the_next_week);
    g_autofree char *month = co_xlsx_file_find(file, WEEKS, "Novembre 2024");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 2), ==, "S1");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 4), ==, "Semaine 47");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 5), ==, "S1");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 0, 7), ==, "S2");
    g_assert_cmpstr(co_xlsx_file_near(file, WEEKS, month, 5, 7), ==, "ORD-01 : 2 pers.");
}

static void put_a_meeting_off(CoSample *sample)
{
    sample->plan->groups[SAMPLE_SG_01].meetings[1].day = co_day_parse("2025-01-08");
}

static void test_empty_weeks_take_a_line_and_empty_months_none(void)
{
    g_autoptr(CoXlsxFile) file = site_file(put_a_meeting_off);
    g_autofree char *december = co_xlsx_file_find(file, WEEKS, "Décembre 2024");
    g_assert_null(december);
    g_assert_cmpstr(co_published_near(file, WEEKS, "Novembre 2024", 2, 4), ==,
                    "aucune réservation");
    g_assert_cmpstr(co_published_near(file, WEEKS, "Janvier 2025", 4, 2), ==,
                    "SG-01 : 6 pers., FM1");
}

static void split_the_site(CoSample *sample)
{
    sample->campaign->rooms[1].place.uai = "0800009J";
}

static void use_both_sites(CoSample *sample)
{
    split_the_site(sample);
    sample->plan->groups[SAMPLE_ORD_01].room_idx = 1;
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->campaign->rooms[1].academy_idx = 1;
}

static void test_each_site_sees_its_own_bookings_under_its_academy(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, use_both_sites);
    g_autoptr(CoXlsxFile) first = co_published_open(&test, SITE);
    g_autoptr(CoXlsxFile) second = co_published_open(&test, "sites/0800009J.xlsx");
    g_assert_false(co_xlsx_file_holds(first, "ORD-01"));
    g_assert_false(co_xlsx_file_holds(second, "SG-01"));
    g_assert_cmpstr(co_xlsx_file_cell(first, BOOKINGS, "A1"), ==, "Académie d'Amiens");
    g_assert_cmpstr(co_xlsx_file_cell(second, BOOKINGS, "A1"), ==, "Académie de Lille");
    g_assert_cmpstr(co_published_near(second, BOOKINGS, "UAI", 2, 0), ==, "0800009J");
}

static void test_a_site_without_a_meeting_has_no_file(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, split_the_site);
    g_autofree char *path = g_build_filename(test.target, "sites", "0800009J.xlsx", NULL);
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void test_no_participant_is_told_of(void)
{
    static const char *const words[] = {"@ac-exemple.fr", "F1@", "ménagement", "Lycée des Ormes",
                                        "Secrétaire"};
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autoptr(CoXlsxFile) file = co_published_open(&test, SITE);
    const CoCampaign *campaign = test.sample.campaign;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        g_assert_false(co_xlsx_file_holds(file, person->id));
        g_assert_false(*person->last_name != '\0' && co_xlsx_file_holds(file, person->last_name));
        g_assert_false(*person->first_name != '\0' && co_xlsx_file_holds(file, person->first_name));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_false(co_xlsx_file_holds(file, words[i]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sites/half-days", test_each_half_day_of_a_room_is_one_line);
    g_test_add_func("/sites/order",
                    test_a_whole_day_comes_with_both_its_halves_among_those_of_others);
    g_test_add_func("/sites/facts", test_the_site_is_told_with_its_rooms_and_contact);
    g_test_add_func("/sites/meals", test_meals_are_for_whole_days_only);
    g_test_add_func("/sites/no-canteen", test_without_a_canteen_there_are_no_meals);
    g_test_add_func("/sites/trainer", test_a_trainer_of_two_groups_in_a_day_lunches_once);
    g_test_add_func("/sites/modules", test_a_group_of_two_modules_in_a_day_lunches_once);
    g_test_add_func("/sites/weeks", test_the_calendar_shows_weeks_rooms_and_halves);
    g_test_add_func("/sites/booked-rooms", test_a_week_shows_the_rooms_booked_in_it);
    g_test_add_func("/sites/empty-weeks", test_empty_weeks_take_a_line_and_empty_months_none);
    g_test_add_func("/sites/own", test_each_site_sees_its_own_bookings_under_its_academy);
    g_test_add_func("/sites/unused", test_a_site_without_a_meeting_has_no_file);
    g_test_add_func("/sites/privacy", test_no_participant_is_told_of);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official calendars to closed days. */
#include "folder.h"

#include <string.h>

static const char *const header =
    "description;population;start_date;end_date;location;zones;annee_scolaire\n";

/* Imports the base folder with this school calendar on another horizon. */
static void import_between(Folder *folder, const char *first, const char *last, const char *rows)
{
    g_autofree char *calendar = g_strconcat(header, rows, NULL);
    g_autofree char *parameters =
        g_strdup_printf("cle;valeur\nacademie;Grenoble\nzone;A\ndebut;%s\nfin;%s\n", first, last);
    folder_write(folder, "calendrier-vacances.csv", calendar);
    folder_write(folder, "parametres.csv", parameters);
    folder_import(folder);
}

static int count_school_closures(const CoCampaign *campaign)
{
    int n = 0;
    for (int i = 0; i < campaign->n_closures; i++)
        n += campaign->closures[i].kind == CO_CLOSURE_SCHOOL_HOLIDAY;
    return n;
}

static void assert_closed(const CoCampaign *campaign, const char *first, const char *last)
{
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        if (closure->kind == CO_CLOSURE_SCHOOL_HOLIDAY &&
            closure->first_day == co_day_parse(first) && closure->last_day == co_day_parse(last))
            return;
    }
    g_error("no school holiday from %s to %s", first, last);
}

static void test_utc_stamps_close_paris_days_return_day_excluded(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-10-01", "2024-12-31",
                   "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Grenoble;"
                   "Zone A;2024-2025\n"
                   "Noël;-;2024-12-20T23:00:00+00:00;2025-01-05T23:00:00+00:00;Grenoble;"
                   "Zone A;2024-2025\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 2);
    assert_closed(folder.campaign, "2024-10-19", "2024-11-03");
    assert_closed(folder.campaign, "2024-12-21", "2025-01-05");
}

static void test_local_stamps_and_the_third_header_form_say_the_same(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-10-01", "2024-11-30", "");
    folder_write(&folder, "calendrier-vacances.csv",
                 "Description;Population;Date de début;Date de fin;Académies;Zones;"
                 "annee_scolaire\r\n"
                 "Toussaint;-;2024-10-19T00:00:00+02:00;2024-11-04T00:00:00+01:00;Grenoble;"
                 "Zone A;2024-2025\r\n");
    folder_import(&folder);
    assert_closed(folder.campaign, "2024-10-19", "2024-11-03");
}

static void test_one_day_holidays_end_where_they_start(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2027-05-01", "2027-06-30",
                   "Pont de l'Ascension;-;2027-05-06T22:00:00+00:00;2027-05-06T22:00:00+00:00;"
                   "Grenoble;Zone A;2026-2027\n");
    assert_closed(folder.campaign, "2027-05-07", "2027-05-07");
}

static void test_rows_for_teachers_are_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-06-01", "2024-09-30",
                   "Été;Enseignants;2024-07-05T22:00:00+00:00;2024-08-29T22:00:00+00:00;"
                   "Grenoble;Zone A;x\n"
                   "Été;Enseignants du premier degré;2024-07-05T22:00:00+00:00;"
                   "2024-08-28T22:00:00+00:00;Grenoble;Zone A;x\n"
                   "Été;Élèves;2024-07-05T22:00:00+00:00;2024-09-01T22:00:00+00:00;Grenoble;"
                   "Zone A;x\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
    assert_closed(folder.campaign, "2024-07-06", "2024-09-01");
}

static void test_a_summer_without_an_end_closes_all_that_follows(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2027-06-01", "2027-10-15",
                   "Début des Vacances d'Été;-;2027-07-02T22:00:00+00:00;"
                   "2027-07-02T22:00:00+00:00;Grenoble;Zone A;2026-2027\n");
    assert_closed(folder.campaign, "2027-07-03", "2027-10-15");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_CALENDAR_COVER), ==, 1);
}

static void test_a_summer_told_by_another_row_or_year_ends(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-06-01", "2024-12-15",
                   "Début des Vacances d'Été;-;2024-07-05T22:00:00+00:00;"
                   "2024-07-05T22:00:00+00:00;Grenoble;Zone A;x\n"
                   "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Grenoble;"
                   "Zone A;x\n");
    assert_closed(folder.campaign, "2024-07-06", "2024-09-03");
    import_between(&folder, "2024-06-01", "2024-12-15",
                   "Début des Vacances d'Été;-;2024-07-05T22:00:00+00:00;"
                   "2024-07-05T22:00:00+00:00;Grenoble;Zone A;x\n"
                   "Été;Élèves;2024-07-05T22:00:00+00:00;2024-09-01T22:00:00+00:00;Grenoble;"
                   "Zone A;x\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
    assert_closed(folder.campaign, "2024-07-06", "2024-09-01");
}

static void test_the_zone_speaks_for_an_academy_the_file_does_not_name(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(
        &folder, "2024-10-01", "2024-11-30",
        "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Lyon;Zone A;x\n"
        "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Dijon;Zone A;x\n"
        "Autre;-;2024-11-10T23:00:00+00:00;2024-11-12T23:00:00+00:00;Lille;Zone B;x\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
    assert_closed(folder.campaign, "2024-10-19", "2024-11-03");
}

static void test_an_academy_may_be_its_own_zone(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "academies.csv", "academie;zone\nGrenoble;A\nLa Réunion;Réunion\n");
    import_between(&folder, "2024-10-01", "2024-11-30",
                   "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Grenoble;"
                   "Zone A;x\n"
                   "Vacances;-;2024-10-11T22:00:00+00:00;2024-10-27T23:00:00+00:00;Réunion;"
                   "Réunion;x\n");
    const CoCampaign *campaign = folder.campaign;
    g_assert_cmpint(count_school_closures(campaign), ==, 2);
    for (int i = 0; i < campaign->n_closures; i++)
        if (campaign->closures[i].first_day == co_day_from_ymd(2024, 10, 12))
            g_assert_cmpint(campaign->closures[i].academy_idx, ==, 1);
}

static void test_a_calendar_that_stops_short_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-10-01", "2025-06-30",
                   "Noël;-;2024-12-20T23:00:00+00:00;2025-01-05T23:00:00+00:00;Grenoble;"
                   "Zone A;2024-2025\n");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_CALENDAR_COVER);
    g_assert_cmpstr(problem->value, ==, "Grenoble");
    g_assert_cmpstr(problem->detail, ==, "2025-01-05");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_CALENDAR_COVER), ==, 2);
}

static void test_a_calendar_of_another_zone_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-feries.csv",
                 "date,annee,zone,nom_jour_ferie\n2024-11-11,2024,Guadeloupe,Armistice\n");
    import_between(&folder, "2024-10-01", "2024-11-30",
                   "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Lille;"
                   "Zone B;x\n");
    g_assert_cmpint(folder.campaign->n_closures, ==, 0);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_CALENDAR_ZONE), ==, 2);
    g_assert_cmpuint(co_problem_list_count(folder.problems, CO_SEVERITY_WARNING), >=, 2);
    for (size_t i = 0; i < co_problem_list_size(folder.problems); i++)
        if (co_problem_list_at(folder.problems, i)->code == CO_PROBLEM_CALENDAR_ZONE)
            g_assert_cmpint(co_problem_list_at(folder.problems, i)->severity, ==,
                            CO_SEVERITY_WARNING);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_CALENDAR_ZONE)->value, ==, "Grenoble");
}

static void test_public_holidays_follow_the_territory(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-feries.csv",
                 "date,annee,zone,nom_jour_ferie\n"
                 "2024-11-11,2024,Métropole,11 novembre\n"
                 "2024-11-11,2024,Alsace-Moselle,11 novembre\n"
                 "2024-12-26,2024,Alsace-Moselle,2ème jour de Noël\n");
    folder_replace(&folder, "parametres.csv", "fin;20/12/2024", "fin;31/12/2024");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_closures, ==, 2);
    folder_append(&folder, "parametres.csv", "jours_feries;alsace-moselle\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_closures, ==, 3);
    const CoClosure *second = &folder.campaign->closures[1];
    g_assert_cmpint(second->kind, ==, CO_CLOSURE_PUBLIC_HOLIDAY);
    g_assert_cmpint(second->academy_idx, ==, -1);
    g_assert_cmpstr(second->label, ==, "2ème jour de Noël");
}

static void test_rows_that_cannot_be_are_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(&folder, "2024-10-01", "2024-11-30",
                   "A;-;2024-11-03;2024-10-19;Grenoble;Zone A;x\n"
                   "B;-;un jour;2024-10-19;Grenoble;Zone A;x\n"
                   "C;-;19/10/2024;04/11/2024;Grenoble;Zone A;x\n"
                   ";-;19/10/2024;04/11/2024;Grenoble;Zone A;x\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
    assert_closed(folder.campaign, "2024-10-19", "2024-11-03");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_DATES_REVERSED)->line, ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE)->line, ==, 3);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 5);
}

static void test_a_file_that_is_no_calendar_names_what_it_lacks(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-autre.csv", "jour;motif\n2024-11-12;x\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_COLUMN_MISSING), ==, 5);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/calendrier/utc", test_utc_stamps_close_paris_days_return_day_excluded);
    g_test_add_func("/import/calendrier/local",
                    test_local_stamps_and_the_third_header_form_say_the_same);
    g_test_add_func("/import/calendrier/one_day", test_one_day_holidays_end_where_they_start);
    g_test_add_func("/import/calendrier/teachers", test_rows_for_teachers_are_left_out);
    g_test_add_func("/import/calendrier/summer",
                    test_a_summer_without_an_end_closes_all_that_follows);
    g_test_add_func("/import/calendrier/summer/ended",
                    test_a_summer_told_by_another_row_or_year_ends);
    g_test_add_func("/import/calendrier/zone",
                    test_the_zone_speaks_for_an_academy_the_file_does_not_name);
    g_test_add_func("/import/calendrier/own_zone", test_an_academy_may_be_its_own_zone);
    g_test_add_func("/import/calendrier/cover", test_a_calendar_that_stops_short_is_a_doubt);
    g_test_add_func("/import/calendrier/other_zone", test_a_calendar_of_another_zone_is_a_doubt);
    g_test_add_func("/import/calendrier/territory", test_public_holidays_follow_the_territory);
    g_test_add_func("/import/calendrier/refused", test_rows_that_cannot_be_are_left_out);
    g_test_add_func("/import/calendrier/no_calendar",
                    test_a_file_that_is_no_calendar_names_what_it_lacks);
    return g_test_run();
}

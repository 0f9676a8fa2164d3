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

static void test_a_territory_that_is_none_leaves_each_academy_its_own(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-feries.csv",
                 "date,annee,zone,nom_jour_ferie\n"
                 "2024-11-11,2024,Métropole,11 novembre\n"
                 "2024-11-11,2024,Alsace-Moselle,11 novembre\n"
                 "2024-12-13,2024,Alsace-Moselle,Jour inventé\n");
    folder_replace(&folder, "parametres.csv", "Grenoble", "Strasbourg");
    folder_append(&folder, "parametres.csv", "jours_feries;alsace\n");
    folder_import(&folder);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_CHOICE)->action, ==,
                    CO_ACTION_CELL_OUT);
    bool closed = false;
    for (int i = 0; i < folder.campaign->n_closures; i++)
        closed = closed || strcmp(folder.campaign->closures[i].label, "Jour inventé") == 0;
    g_assert_true(closed);
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

#define ICS(name, events)                                                                          \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:" name "\r\n" events "END:VCALENDAR\r\n"
#define ICS_EVENT(text) "BEGIN:VEVENT\r\n" text "END:VEVENT\r\n"

/* Without any calendar but those the test writes. */
static Folder folder_without_calendars(void)
{
    Folder folder = folder_new();
    folder_write(&folder, "calendrier-vacances.csv", NULL);
    folder_write(&folder, "calendrier-feries.csv", NULL);
    folder_replace(&folder, "parametres.csv", "fin;20/12/2024", "fin;30/06/2025");
    return folder;
}

static void test_public_holidays_may_be_icalendar(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_write(&folder, "calendrier-feries.ics",
                 ICS("Jours fériés Métropole",
                     ICS_EVENT("DTSTART;VALUE=DATE:20241111\r\nDTEND;VALUE=DATE:20241111\r\n"
                               "SUMMARY:11 novembre\r\n")
                         ICS_EVENT("DTSTART;VALUE=DATE:20250501\r\nDTEND;VALUE=DATE:20250502\r\n"
                                   "SUMMARY:1er mai\r\n")));
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_closures, ==, 2);
    const CoClosure *second = &folder.campaign->closures[1];
    g_assert_cmpint(second->kind, ==, CO_CLOSURE_PUBLIC_HOLIDAY);
    g_assert_cmpint(second->first_day, ==, co_day_from_ymd(2025, 5, 1));
    g_assert_cmpint(second->last_day, ==, second->first_day);
    g_assert_cmpstr(second->label, ==, "1er mai");
    g_assert_cmpstr(second->origin.file, ==, "calendrier-feries.ics");
    g_assert_cmpint(second->origin.row, ==, 9);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_CALENDAR_COVER), ==, 0);
}

static void test_school_holidays_may_be_icalendar_by_zones(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_write(
        &folder, "calendrier-zones.ics",
        ICS("Calendrier Scolaire",
            ICS_EVENT("DTSTART;VALUE=DATE:20241221\r\nDTEND;VALUE=DATE:20250106\r\n"
                      "SUMMARY:Vacances de Noël - Zones A/B/C - Corse\r\n"
                      "LOCATION:Zones A/B/C - Corse\r\n")
                ICS_EVENT("DTSTART;VALUE=DATE:20250405\r\nDTEND;VALUE=DATE:20250419\r\n"
                          "SUMMARY:Vacances de Printemps - Zones B/C - Corse\r\n")
                    ICS_EVENT("DTSTART;VALUE=DATE:20250602\r\nDTEND;VALUE=DATE:20250605\r\n"
                              "SUMMARY:Vacances d'Été(prérentrée Enseignants) - Zone A\r\n")
                        ICS_EVENT("DTSTART;VALUE=DATE:20250829\r\n"
                                  "SUMMARY:Rentrée scolaire - Zone A\r\n")));
    folder_import(&folder);
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
    assert_closed(folder.campaign, "2024-12-21", "2025-01-05");
    g_assert_cmpstr(folder.campaign->closures[0].label, ==, "Vacances de Noël");
}

static void test_school_holidays_may_be_icalendar_by_academies(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_write(&folder, "calendrier-vacances.ics",
                 ICS("Calendrier Scolaire - Zones A B C",
                     ICS_EVENT("DTSTART;VALUE=DATE:20241221\r\nDTEND;VALUE=DATE:20250106\r\n"
                               "SUMMARY:Vacances de Noël - Zones A B C\r\n"
                               "LOCATION:Aix-Marseille\\, Gre\r\n noble\\, Lyon\r\n")
                         ICS_EVENT("DTSTART;VALUE=DATE:20250208\r\nDTEND;VALUE=DATE:20250224\r\n"
                                   "SUMMARY:Vacances d'Hiver - Zone B\r\n"
                                   "LOCATION:Aix-Marseille\\, Amiens\r\n")
                             ICS_EVENT("DTSTART;VALUE=DATE:20250222\r\n"
                                       "DTEND;VALUE=DATE:20250310\r\n"
                                       "SUMMARY:Vacances d'Hiver\r\nLOCATION:Grenoble\r\n")));
    folder_import(&folder);
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 2);
    assert_closed(folder.campaign, "2025-02-22", "2025-03-09");
}

static void test_a_broken_icalendar_file_names_what_it_lacks(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "calendrier-3.ics", "nom;prenom\n");
    folder_write(&folder, "calendrier-4.ics", ICS("Vide", ""));
    folder_write(&folder, "calendrier-5.ics",
                 ICS("Zone A", ICS_EVENT("DTSTART:bientôt\r\nSUMMARY:Pont - Zone A\r\n")));
    folder_write(&folder, "reunions.ics", "nom;prenom\n");
    folder_import(&folder);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_ICS_INVALID)->file, ==,
                    "calendrier-3.ics");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_FILE_EMPTY)->file, ==,
                    "calendrier-4.ics");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE);
    g_assert_cmpstr(problem->column, ==, "DTSTART");
    g_assert_cmpint(problem->line, ==, 4);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ICS_INVALID), ==, 1);
}

#define PUBLIC_HOLIDAYS                                                                            \
    "date,annee,zone,nom_jour_ferie\n"                                                             \
    "2024-11-11,2024,Métropole,11 novembre\n2025-05-01,2025,Métropole,1er mai\n"                 \
    "2024-11-11,2024,Alsace-Moselle,11 novembre\n2025-04-18,2025,Alsace-Moselle,Vendredi saint\n"  \
    "2025-05-01,2025,Alsace-Moselle,1er mai\n"                                                     \
    "2024-11-11,2024,La Réunion,11 novembre\n2024-12-20,2024,La Réunion,Abolition\n"             \
    "2025-05-01,2025,La Réunion,1er mai\n"

static int count_public(const CoCampaign *campaign, int academy_idx)
{
    int n = 0;
    for (int i = 0; i < campaign->n_closures; i++)
        n += campaign->closures[i].kind == CO_CLOSURE_PUBLIC_HOLIDAY &&
             campaign->closures[i].academy_idx == academy_idx;
    return n;
}

static void test_an_academy_follows_its_own_territory(void)
{
    static const struct {
        const char *academy;
        int n_days;
    } cases[] = {{"Grenoble", 2}, {"Strasbourg", 3}, {"Académie de La Réunion", 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Folder) folder = folder_without_calendars();
        g_autofree char *line = g_strconcat("academie;", cases[i].academy, NULL);
        folder_replace(&folder, "parametres.csv", "academie;Grenoble", line);
        folder_write(&folder, "calendrier.csv", PUBLIC_HOLIDAYS);
        folder_import(&folder);
        g_assert_cmpint(count_public(folder.campaign, -1), ==, cases[i].n_days);
        folder_append(&folder, "parametres.csv", "jours_feries;metropole\n");
        folder_import(&folder);
        g_assert_cmpint(count_public(folder.campaign, -1), ==, 2);
    }
}

static void test_academies_of_two_territories_close_apart(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_write(&folder, "academies.csv", "academie;zone\nGrenoble;A\nRéunion;Réunion\n");
    folder_write(&folder, "calendrier.csv", PUBLIC_HOLIDAYS);
    folder_replace(&folder, "salles.csv", "postes\n", "postes;academie\n");
    folder_replace(&folder, "salles.csv", "20;18\n", "20;18;Grenoble\n");
    folder_import(&folder);
    g_assert_cmpint(count_public(folder.campaign, -1), ==, 0);
    g_assert_cmpint(count_public(folder.campaign, 0), ==, 2);
    g_assert_cmpint(count_public(folder.campaign, 1), ==, 3);
}

static void test_a_territory_the_calendar_does_not_know_has_the_days_of_the_country(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_replace(&folder, "parametres.csv", "academie;Grenoble", "academie;Mayotte");
    folder_write(&folder, "calendrier.csv", PUBLIC_HOLIDAYS);
    folder_import(&folder);
    g_assert_cmpint(count_public(folder.campaign, -1), ==, 2);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_HOLIDAYS_LOCAL);
    g_assert_cmpstr(problem->value, ==, "Mayotte");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_HOLIDAYS_LOCAL), ==, 1);
}

static bool is_away_on(const CoSpan *spans, int n, CoDay day)
{
    for (int i = 0; i < n; i++)
        if (co_span_covers(&spans[i], day, CO_HALF_AM))
            return true;
    return false;
}

static void test_the_moselle_keeps_its_days_in_an_academy_that_has_them_not(void)
{
    g_auto(Folder) folder = folder_without_calendars();
    folder_replace(&folder, "parametres.csv", "academie;Grenoble", "academie;Nancy-Metz");
    folder_write(&folder, "calendrier.csv", PUBLIC_HOLIDAYS);
    folder_replace(&folder, "salles.csv", "salle;site;commune;",
                   "salle;site;commune;code_commune;");
    folder_replace(&folder, "salles.csv", "Grenoble;45.17", "Metz;57463;45.17");
    folder_append(&folder, "salles.csv", "S2;Ailleurs;Nancy;54395;48.7;6.2;20;18\n");
    folder_import(&folder);
    CoDay good_friday = co_day_from_ymd(2025, 4, 18);
    const CoRoom *rooms = folder.campaign->rooms;
    g_assert_true(is_away_on(rooms[0].spans, rooms[0].n_spans, good_friday));
    g_assert_cmpint(rooms[0].n_spans, ==, 1);
    g_assert_cmpint(rooms[1].n_spans, ==, 0);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_HOLIDAYS_ELSEWHERE);
    g_assert_cmpstr(problem->value, ==, "Alsace-Moselle");
    g_assert_cmpstr(problem->detail, ==, "2025-04-18");
    g_assert_cmpint(problem->number, ==, 1);
    folder_append(&folder, "parametres.csv", "jours_feries;metropole\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->rooms[0].n_spans, ==, 0);
}

static void test_overseas_names_are_one_in_every_spelling(void)
{
    static const char *const names[] = {"La Réunion", "Réunion", "Académie de la Réunion"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_auto(Folder) folder = folder_new();
        g_autofree char *line = g_strconcat("academie;", names[i], NULL);
        folder_replace(&folder, "parametres.csv", "academie;Grenoble", line);
        folder_replace(&folder, "parametres.csv", "zone;A", "zone;");
        folder_replace(&folder, "parametres.csv", "debut;04/11/2024", "debut;01/10/2024");
        g_autofree char *calendar = g_strconcat(
            header,
            "Vacances après 1ère période;-;2024-10-11T22:00:00+00:00;2024-10-27T23:00:00+00:00;"
            "Réunion;Réunion;2024-2025\n"
            "Toussaint;-;2024-10-18T22:00:00+00:00;2024-11-03T23:00:00+00:00;Grenoble;"
            "Zone A;2024-2025\n",
            NULL);
        folder_write(&folder, "calendrier-vacances.csv", calendar);
        folder_import(&folder);
        g_assert_cmpint(count_school_closures(folder.campaign), ==, 1);
        assert_closed(folder.campaign, "2024-10-12", "2024-10-27");
    }
}

static void test_rows_for_primary_schools_or_one_island_are_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    import_between(
        &folder, "2024-10-01", "2025-06-30",
        "Vacances de Mai;Premier degré;2025-05-03;2025-05-12;Grenoble;Zone A;x\n"
        "Vacances d'Été;Élèves du premier degré;2025-06-01;2025-06-10;Grenoble;Zone A;x\n"
        "Abolition;Saint-Barthélémy;2024-10-09;2024-10-09;Grenoble;Zone A;x\n"
        "Mi-carême;Guadeloupe & Saint-Martin;2025-03-27;2025-03-27;Grenoble;Zone A;x\n"
        "Semaine;Premier degré et collèges;2025-05-19;2025-05-24;Grenoble;Zone A;x\n");
    g_assert_cmpint(count_school_closures(folder.campaign), ==, 2);
    assert_closed(folder.campaign, "2025-03-27", "2025-03-27");
    assert_closed(folder.campaign, "2025-05-19", "2025-05-23");
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
    g_test_add_func("/import/calendrier/no_territory",
                    test_a_territory_that_is_none_leaves_each_academy_its_own);
    g_test_add_func("/import/calendrier/refused", test_rows_that_cannot_be_are_left_out);
    g_test_add_func("/import/calendrier/no_calendar",
                    test_a_file_that_is_no_calendar_names_what_it_lacks);
    g_test_add_func("/import/calendrier/ics/public", test_public_holidays_may_be_icalendar);
    g_test_add_func("/import/calendrier/ics/zones", test_school_holidays_may_be_icalendar_by_zones);
    g_test_add_func("/import/calendrier/ics/academies",
                    test_school_holidays_may_be_icalendar_by_academies);
    g_test_add_func("/import/calendrier/ics/broken",
                    test_a_broken_icalendar_file_names_what_it_lacks);
    g_test_add_func("/import/calendrier/territory/own", test_an_academy_follows_its_own_territory);
    g_test_add_func("/import/calendrier/territory/apart",
                    test_academies_of_two_territories_close_apart);
    g_test_add_func("/import/calendrier/territory/unknown",
                    test_a_territory_the_calendar_does_not_know_has_the_days_of_the_country);
    g_test_add_func("/import/calendrier/territory/moselle",
                    test_the_moselle_keeps_its_days_in_an_academy_that_has_them_not);
    g_test_add_func("/import/calendrier/overseas", test_overseas_names_are_one_in_every_spelling);
    g_test_add_func("/import/calendrier/population",
                    test_rows_for_primary_schools_or_one_island_are_left_out);
    return g_test_run();
}

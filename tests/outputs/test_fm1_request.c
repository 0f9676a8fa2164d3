/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fm1.xlsx: what is asked of those who run the platform. Of the sample only SG-01 practises on it,
 * on 13 and 20 November, in windows of two groups from the 12th to the 22nd. */
#include <string.h>

#include "published.h"

#define REQUEST "fm1.xlsx"
#define DAY_13 "45609"
#define DAY_20 "45616"

static CoXlsxFile *request_file(CoSampleAmend amend)
{
    return co_published_file(amend, REQUEST);
}

static void assert_row(const CoXlsxFile *file, const char *sheet, const char *first,
                       const char *const *cells)
{
    g_autofree char *address = co_xlsx_file_find(file, sheet, first);
    g_assert_nonnull(address);
    for (int i = 0; cells[i] != NULL; i++)
        g_assert_cmpstr(co_xlsx_file_near(file, sheet, address, i, 0), ==, cells[i]);
}

static void test_there_is_a_sheet_for_each_question(void)
{
    static const char *const sheets[] = {"Semaines",     "Jours",      "Séances", "Établissements",
                                         "Utilisateurs", "Formateurs", NULL};
    g_autoptr(CoXlsxFile) file = request_file(NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
    for (int i = 0; sheets[i] != NULL; i++)
        g_assert_nonnull(strstr(co_xlsx_file_sheet(file, sheets[i]), "<autoFilter"));
}

static void test_the_request_in_short(void)
{
    g_autoptr(CoXlsxFile) file = request_file(NULL);
    const char *sheet = "Semaines";
    g_assert_cmpstr(co_published_near(file, sheet, "Séances", 2, 0), ==,
                    "du mercredi 13 novembre 2024 au mercredi 20 novembre 2024");
    g_assert_cmpstr(co_published_near(file, sheet, "Ouvertures", 2, 0), ==,
                    "du mardi 12 novembre 2024 au vendredi 22 novembre 2024 : 2 groupes à la fois");
    g_assert_cmpstr(co_published_near(file, sheet, "Accès", 2, 0), ==,
                    "4 participants de 3 établissements, 2 formateurs");
    g_assert_cmpstr(co_published_near(file, sheet, "À préparer", 2, 0), ==,
                    "clé OTP : 1 à fournir, 2 à vérifier ; habilitation : 0 à ouvrir, 3 à "
                    "vérifier");
}

static void test_weeks_tell_open_days_peaks_and_users(void)
{
    static const char *const first[] = {"S46", "45607", "45611", "4",     "1", "4",
                                        "3",   "4",     "2",     "SG-01", NULL};
    static const char *const second[] = {"S47", "45614", "45618", "5",     "1", "4",
                                         "3",   "4",     "2",     "SG-01", NULL};
    g_autoptr(CoXlsxFile) file = request_file(NULL);
    assert_row(file, "Semaines", "S46", first);
    assert_row(file, "Semaines", "S47", second);
    g_assert_cmpstr(co_published_near(file, "Semaines", "S47", 0, 1), ==, "");
}

static void widen_a_window(CoSample *sample)
{
    sample->campaign->fm1_windows[0].last_day = co_day_parse("2024-11-26");
}

static void test_a_week_that_is_open_and_unused_is_told_too(void)
{
    static const char *const third[] = {"S48", "45621", "45625", "2", "0", "0",
                                        "0",   "0",     "0",     "",  NULL};
    g_autoptr(CoXlsxFile) file = request_file(widen_a_window);
    assert_row(file, "Semaines", "S48", third);
}

/* ORD-01 joins on the morning of the 13th, and practises too. */
static void add_a_second_group(CoSample *sample)
{
    CoGroup *orders = &sample->plan->groups[SAMPLE_ORD_01];
    sample->campaign->modules[orders->meetings[0].module_idx].fm1 = true;
    orders->meetings[0].day = co_day_parse("2024-11-13");
}

static void test_days_tell_the_peak_against_the_limit(void)
{
    static const char *const full[] = {DAY_13,          "2", "1", "2", "2", "complet", "5", "4",
                                       "ORD-01, SG-01", NULL};
    static const char *const free_day[] = {DAY_20, "1", "1", "1",     "2",
                                           "1",    "4", "4", "SG-01", NULL};
    g_autoptr(CoXlsxFile) file = request_file(add_a_second_group);
    assert_row(file, "Jours", DAY_13, full);
    assert_row(file, "Jours", DAY_20, free_day);
    /* What is left is a number, that of the fifth column after the day. */
    g_autofree char *day = co_xlsx_file_find(file, "Jours", DAY_20);
    g_autofree char *left = g_strconcat("F", day + 1, NULL);
    g_assert_cmpstr(co_xlsx_file_cell(file, "Jours", left), ==, "1");
    g_assert_false(co_xlsx_file_is_text(file, "Jours", left));
    g_assert_cmpstr(co_published_near(file, "Jours", DAY_20, 0, 1), ==, "");
}

static void add_many_groups(CoSample *sample)
{
    const CoMeeting meeting = sample->plan->groups[SAMPLE_SG_01].meetings[0];
    int path_idx = sample->plan->groups[SAMPLE_SG_01].path_idx;
    for (int i = 2; i <= 17; i++) {
        CoGroup *group = co_plan_add_group(sample->plan);
        g_free(group->code);
        group->code = g_strdup_printf("SG-%02d", i);
        group->path_idx = path_idx;
        group->academy_idx = 0;
        co_group_add_meeting(group, &meeting);
    }
}

static void test_many_groups_are_counted_rather_than_listed(void)
{
    g_autoptr(CoXlsxFile) file = request_file(add_many_groups);
    g_assert_cmpstr(co_published_near(file, "Jours", DAY_13, 8, 0), ==,
                    "17 groupes : voir la feuille « Séances »");
    g_assert_cmpstr(co_published_near(file, "Jours", DAY_20, 8, 0), ==, "SG-01");
}

static void test_sessions_tell_where_people_connect_from(void)
{
    static const char *const session[] = {DAY_13,
                                          "09:00-12:00 et 13:30-16:30",
                                          "SG-01",
                                          "Secrétaires généraux",
                                          "SG-P1",
                                          "4",
                                          "2",
                                          "",
                                          "Lycée des Tilleuls",
                                          "Valmont",
                                          "S1",
                                          "",
                                          NULL};
    g_autoptr(CoXlsxFile) file = request_file(NULL);
    assert_row(file, "Séances", DAY_13, session);
}

static void practise_at_a_distance(CoSample *sample)
{
    CoGroup *remote = &sample->plan->groups[SAMPLE_DIST_01];
    sample->campaign->modules[remote->meetings[0].module_idx].fm1 = true;
}

static void test_practice_at_a_distance_has_no_site(void)
{
    g_autoptr(CoXlsxFile) file = request_file(practise_at_a_distance);
    g_assert_cmpstr(co_published_near(file, "Séances", "DIST-01", 6, 0), ==, "à distance");
    g_assert_cmpstr(co_published_near(file, "Séances", "DIST-01", 8, 0), ==, "");
    /* Outside every window: no limit is invented. */
    g_assert_cmpstr(co_published_near(file, "Jours", "45624", 4, 0), ==, "");
}

static void test_establishments_count_who_lacks_what(void)
{
    static const char *const ormes[] = {"0800001A", "Lycée des Ormes",
                                        "Clairval", "V8",
                                        "45658",    "2",
                                        "1",        "1",
                                        "0",        "1",
                                        DAY_13,     DAY_20,
                                        NULL};
    g_autoptr(CoXlsxFile) file = request_file(NULL);
    assert_row(file, "Établissements", "0800001A", ormes);
    g_assert_cmpstr(co_published_near(file, "Établissements", "0800002B", 5, 0), ==, "1");
    g_autofree char *silent = co_xlsx_file_find(file, "Établissements", "0800004D");
    g_assert_null(silent);
}

static void give_spheres(CoSample *sample)
{
    sample->campaign->roles[1].sphere = CO_SPHERE_ORDERING;
    sample->campaign->trainers[0].sphere = CO_SPHERE_ACCOUNTING;
}

static void test_users_have_role_sphere_profile_and_states(void)
{
    static const char *const user[] = {"<Tag> & \"Fils\"",
                                       "Bruno",
                                       "SG",
                                       "ordonnateur",
                                       "SG",
                                       "SG-01",
                                       DAY_13,
                                       DAY_20,
                                       "non",
                                       "oui",
                                       NULL};
    g_autoptr(CoXlsxFile) file = request_file(give_spheres);
    const char *sheet = "Utilisateurs";
    assert_row(file, sheet, "<Tag> & \"Fils\"", user);
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", -3, 0), ==, "0800001A");
    g_assert_cmpstr(co_published_near(file, sheet, "<Tag> & \"Fils\"", -1, 0), ==, "P0002");
    g_assert_cmpstr(co_published_near(file, sheet, "@Ailleurs", 8, 0), ==, "oui");
    g_assert_cmpstr(co_published_near(file, sheet, "@Ailleurs", 9, 0), ==, "à vérifier");
    g_assert_cmpstr(co_published_near(file, sheet, "à nommer", -1, 0), ==, "P0008");
    g_autofree char *key = co_xlsx_file_find(file, sheet, "SG – Secrétaires généraux");
    g_assert_nonnull(key);
}

static void test_trainers_on_fm1_have_their_groups_and_days(void)
{
    static const char *const trainer[] = {
        "Inès Premier", "0800001A", "Lycée des Peupliers", "SG",         "comptable", "SG-01",
        DAY_13,         DAY_20,     "à vérifier",          "à vérifier", NULL};
    g_autoptr(CoXlsxFile) file = request_file(give_spheres);
    assert_row(file, "Formateurs", "Inès Premier", trainer);
}

static void give_a_trainer_a_seat(CoSample *sample)
{
    sample->campaign->trainers[1].person_idx = SAMPLE_SECRETARY;
}

static void test_a_trainer_who_is_a_participant_has_the_same_states(void)
{
    g_autoptr(CoXlsxFile) file = request_file(give_a_trainer_a_seat);
    g_assert_cmpstr(co_published_near(file, "Formateurs", "Inès Second", 8, 0), ==, "non");
    g_assert_cmpstr(co_published_near(file, "Formateurs", "Inès Second", 9, 0), ==, "oui");
}

static void add_academy(CoSample *sample)
{
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->campaign->establishments[SAMPLE_SCHOOL_A].academy_idx = 1;
    sample->campaign->trainers[0].academy_idx = 1;
}

static void test_each_list_goes_by_academy_when_there_are_several(void)
{
    g_autoptr(CoXlsxFile) file = request_file(add_academy);
    g_autoptr(CoXlsxFile) alone = request_file(NULL);
    g_assert_cmpstr(co_published_near(file, "Utilisateurs", "UAI", 13, 0), ==, "Académie");
    g_assert_cmpstr(co_published_near(alone, "Utilisateurs", "UAI", 13, 0), ==, "");
    g_assert_cmpstr(co_published_near(file, "Utilisateurs", "UAI", 3, 1), ==, "@Ailleurs");
    g_assert_cmpstr(co_published_near(alone, "Utilisateurs", "UAI", 3, 1), ==, "<Tag> & \"Fils\"");
    g_assert_cmpstr(co_published_near(file, "Utilisateurs", "-Tiret", 10, 0), ==, "Lille");
    g_assert_cmpstr(co_published_near(file, "Établissements", "UAI", 0, 3), ==, "0800001A");
    g_assert_cmpstr(co_published_near(file, "Formateurs", "Formateur", 0, 1), ==, "Inès Second");
    g_assert_cmpstr(co_published_near(file, "Séances", "SG-01", 9, 0), ==, "Amiens");
}

static void practise_nowhere(CoSample *sample)
{
    for (int i = 0; i < sample->campaign->n_modules; i++)
        sample->campaign->modules[i].fm1 = false;
}

static void test_without_practice_nothing_is_asked_for(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, practise_nowhere);
    g_autofree char *path = g_build_filename(test.target, REQUEST, NULL);
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

/* Known by an address alone, and asking for an arrangement. */
static void leave_an_address_only(CoSample *sample)
{
    CoPerson *person = &sample->campaign->people[SAMPLE_OTHER];
    person->last_name = person->first_name = "";
    person->needs_access = true;
}

static void test_nobody_else_is_named_and_no_address_told(void)
{
    static const char *const words[] = {
        "@ac-exemple.fr", "mardi 5", "ndisponib", "ménagement", "=Formule", "Virgule", "Sansgroupe",
        "Dejaforme",      "P0001",   "P0005",     "P0006",      "P0007",    "0800004D"};
    g_autoptr(CoXlsxFile) file = request_file(leave_an_address_only);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (co_xlsx_file_holds(file, words[i]))
            g_error("found \"%s\"", words[i]);
    g_assert_cmpstr(co_published_near(file, "Utilisateurs", "à préciser", -1, 0), ==, "P0004");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fm1/sheets", test_there_is_a_sheet_for_each_question);
    g_test_add_func("/fm1/short", test_the_request_in_short);
    g_test_add_func("/fm1/weeks", test_weeks_tell_open_days_peaks_and_users);
    g_test_add_func("/fm1/unused-week", test_a_week_that_is_open_and_unused_is_told_too);
    g_test_add_func("/fm1/days", test_days_tell_the_peak_against_the_limit);
    g_test_add_func("/fm1/many", test_many_groups_are_counted_rather_than_listed);
    g_test_add_func("/fm1/sessions", test_sessions_tell_where_people_connect_from);
    g_test_add_func("/fm1/remote", test_practice_at_a_distance_has_no_site);
    g_test_add_func("/fm1/establishments", test_establishments_count_who_lacks_what);
    g_test_add_func("/fm1/users", test_users_have_role_sphere_profile_and_states);
    g_test_add_func("/fm1/trainers", test_trainers_on_fm1_have_their_groups_and_days);
    g_test_add_func("/fm1/both", test_a_trainer_who_is_a_participant_has_the_same_states);
    g_test_add_func("/fm1/academies", test_each_list_goes_by_academy_when_there_are_several);
    g_test_add_func("/fm1/none", test_without_practice_nothing_is_asked_for);
    g_test_add_func("/fm1/privacy", test_nobody_else_is_named_and_no_address_told);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include "cohorte/attendance.h"
#include "problems.h"
#include "tests/support/tiny_campaign.h"

#define HEADERS "groupe;personne;module;date;demi;etat;minutes;commentaire\n"
/* What is published for SG-01, first and last lines; titles stand above. */
#define SHEET                                                                                      \
    "Académie d'Essai;;;;;;;\n"                                                                   \
    "Présences du groupe SG-01;;;;;;;\n"                                                          \
    "Numéro;Nom;Établissement;mar. 12;mar. 12;mar. 19;Minutes;Suivies\n"                         \
    "cohorte-presences|1|SG-01;nom;;etat|2024-11-12|am|G-P1;etat|2024-11-12|pm|G-P1;"              \
    "etat|2024-11-19|am|G-V1;minutes|2024-11-19|am|G-V1;\n"

/* Files read against the tiny campaign. */
typedef struct Reading {
    CoCampaign *campaign;
    CoPlan *plan;
    CoProblemList *problems;
    CoAttendanceList *list;
} Reading;

static void reading_clear(Reading *reading)
{
    co_attendance_list_free(reading->list);
    co_problem_list_free(reading->problems);
    co_plan_free(reading->plan);
    co_campaign_free(reading->campaign);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reading, reading_clear)

/* Two files of one reading; @p second may be NULL. */
static Reading read_two(const char *first, const char *second)
{
    Reading reading = {.campaign = co_tiny_campaign(NULL), .problems = co_problem_list_new()};
    reading.plan = co_tiny_plan(reading.campaign);
    reading.plan->version = 1;
    g_autofree char *folder = g_dir_make_tmp("cohorte-presences-XXXXXX", NULL);
    g_autofree char *a = g_build_filename(folder, "a.csv", NULL);
    g_autofree char *b = g_build_filename(folder, "b.csv", NULL);
    const char *const paths[] = {a, second != NULL ? b : NULL, NULL};
    g_assert_true(g_file_set_contents(a, first, -1, NULL));
    g_assert_true(second == NULL || g_file_set_contents(b, second, -1, NULL));
    reading.list = co_attendance_read(paths, reading.campaign, reading.plan, reading.problems);
    g_remove(a);
    g_remove(b);
    g_rmdir(folder);
    return reading;
}

static Reading read_one(const char *text)
{
    return read_two(text, NULL);
}

static void assert_row(const Reading *reading, size_t index, const CoAttendance *expected)
{
    g_assert_cmpuint(co_attendance_list_size(reading->list), >, index);
    const CoAttendance *row = co_attendance_list_at(reading->list, index);
    g_assert_cmpstr(row->group, ==, expected->group);
    g_assert_cmpstr(row->path, ==, expected->path);
    g_assert_cmpstr(row->module, ==, expected->module);
    g_assert_cmpstr(row->person_id, ==, expected->person_id);
    g_assert_cmpint(row->day, ==, expected->day);
    g_assert_cmpint(row->half, ==, expected->half);
    g_assert_cmpint(row->state, ==, expected->state);
    g_assert_cmpint(row->minutes, ==, expected->minutes);
    g_assert_cmpint(row->version, ==, 1);
}

static void test_a_line_of_the_table_is_read_whole(void)
{
    g_auto(Reading) reading =
        read_one(HEADERS "SG-01;P0002;G-V1;19/11/2024;am;Présente;95;arrivée en retard\n"
                         "sg-01;p0005;g-p1;2024-11-12;journée;absent;;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 3);
    assert_row(&reading, 0,
               &(CoAttendance){"SG-01", "GEST", "G-P1", co_day_from_ymd(2024, 11, 12), CO_HALF_AM,
                               "P0005", CO_PRESENCE_ABSENT, -1, 1});
    g_assert_cmpint(co_attendance_list_at(reading.list, 1)->half, ==, CO_HALF_PM);
    assert_row(&reading, 2,
               &(CoAttendance){"SG-01", "GEST", "G-V1", co_day_from_ymd(2024, 11, 19), CO_HALF_AM,
                               "P0002", CO_PRESENCE_PRESENT, 95, 1});
}

static void test_a_filled_sheet_is_read_by_its_keys(void)
{
    g_auto(Reading) reading = read_one(SHEET "P0002;Durnel Camille;;présent;absent;p;170;2\n"
                                             "P0005;;;excusé;excusé;;;0\n"
                                             ";;Rattrapage;;;;;0\n"
                                             "cohorte-fin\n"
                                             ";;Présents;1;0;1;;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 5);
    assert_row(&reading, 1,
               &(CoAttendance){"SG-01", "GEST", "G-P1", co_day_from_ymd(2024, 11, 12), CO_HALF_AM,
                               "P0005", CO_PRESENCE_EXCUSED, -1, 1});
    assert_row(&reading, 2,
               &(CoAttendance){"SG-01", "GEST", "G-P1", co_day_from_ymd(2024, 11, 12), CO_HALF_PM,
                               "P0002", CO_PRESENCE_ABSENT, -1, 1});
    assert_row(&reading, 4,
               &(CoAttendance){"SG-01", "GEST", "G-V1", co_day_from_ymd(2024, 11, 19), CO_HALF_AM,
                               "P0002", CO_PRESENCE_PRESENT, 170, 1});
}

static void test_the_order_of_lines_and_columns_does_not_matter(void)
{
    g_auto(Reading) reading =
        read_one("Remarque;etat|2024-11-12|pm|G-P1;cohorte-presences|1|SG-01;nom\n"
                 "vu;absent;P0005;\n"
                 "vu;présent;;Camille DURNEL\n"
                 ";;cohorte-fin;\n"
                 ";absent;P0008;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 2);
    g_assert_cmpstr(co_attendance_list_at(reading.list, 0)->person_id, ==, "P0002");
    g_assert_cmpstr(co_attendance_list_at(reading.list, 1)->person_id, ==, "P0005");
}

static void test_somebody_of_another_group_has_caught_up(void)
{
    g_auto(Reading) reading = read_one(SHEET ";Dauvel Camille;;présent;présent;;;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_WARNING);
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_PRESENCE_CATCH_UP);
    g_assert_cmpstr(problem->value, ==, "P0003");
    g_assert_cmpstr(problem->used, ==, "SG-02");
    g_assert_cmpstr(problem->detail, ==, "SG-01");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_PRESENCE_CATCH_UP), ==, 1);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 2);
    g_assert_cmpstr(co_attendance_list_at(reading.list, 0)->group, ==, "SG-01");
}

/* @return the problem of a single bad line, beside a good one that counts */
static const CoProblem *refuse(Reading *reading, const char *line, CoProblemCode code)
{
    g_autofree char *text =
        g_strconcat(HEADERS, line, "\nSG-02;P0003;G-P1;18/11/2024;am;present;;\n", NULL);
    *reading = read_one(text);
    g_assert_cmpuint(co_attendance_list_size(reading->list), ==, 1);
    const CoProblem *problem = problems_get(reading->problems, code);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(problem->line, ==, 2);
    g_assert_cmpstr(problem->file, ==, "a.csv");
    g_assert_cmpint(problem->action, ==, CO_ACTION_ROW_OUT);
    return problem;
}

static void assert_refused(const char *line, CoProblemCode code, const char *column,
                           const char *value, const char *detail)
{
    g_auto(Reading) reading = {0};
    const CoProblem *problem = refuse(&reading, line, code);
    g_assert_cmpstr(problem->column, ==, column);
    g_assert_cmpstr(problem->value, ==, value);
    g_assert_cmpstr(problem->detail, ==, detail);
}

static void test_what_is_not_in_the_plan_is_refused_with_what_is(void)
{
    assert_refused("SG-1;P0002;G-P1;12/11/2024;am;present;;", CO_PROBLEM_PRESENCE_GROUP, "groupe",
                   "SG-1", "SG-01");
    assert_refused("SG-01;P0999;G-P1;12/11/2024;am;present;;", CO_PROBLEM_PRESENCE_PERSON,
                   "personne", "P0999", NULL);
    assert_refused("SG-01;P0002;G-P9;12/11/2024;am;present;;", CO_PROBLEM_PRESENCE_MODULE, "module",
                   "G-P9", "G-P1");
    assert_refused("SG-01;P0002;G-P1;13/11/2024;am;present;;", CO_PROBLEM_PRESENCE_DATE, "date",
                   "2024-11-13 am", "2024-11-12 am|2024-11-12 pm");
    assert_refused("SG-01;P0002;G-V1;19/11/2024;pm;present;;", CO_PROBLEM_PRESENCE_DATE, "date",
                   "2024-11-19 pm", "2024-11-19 am");
    assert_refused("SG-01;P0001;G-P1;12/11/2024;am;present;;", CO_PROBLEM_PRESENCE_OTHER_PATH,
                   "personne", "P0001", "GEST");
    assert_refused("ORD-01;Derbel Camille;O-P1;15/11/2024;am;present;;",
                   CO_PROBLEM_PRESENCE_NAMESAKES, "personne", "Derbel Camille", "P0001|P0010");
}

static void test_what_is_misspelt_is_refused_with_the_nearest_word(void)
{
    assert_refused("SG-01;P0002;G-P1;12/11/2024;am;presnt;;", CO_PROBLEM_PRESENCE_STATE, "etat",
                   "presnt", "present");
    assert_refused("SG-01;P0002;G-P1;12/11/2024;am;malade;;", CO_PROBLEM_PRESENCE_STATE, "etat",
                   "malade", NULL);
    assert_refused("SG-01;P0002;G-P1;12/11/2024;soir;present;;", CO_PROBLEM_VALUE_CHOICE, "demi",
                   "soir", "am|pm|journee|matin|apres-midi");
    assert_refused("SG-01;P0002;G-P1;bientôt;am;present;;", CO_PROBLEM_VALUE_TYPE, "date",
                   "bientôt", "date");
    assert_refused("SG-01;P0002;G-V1;19/11/2024;am;present;une heure;", CO_PROBLEM_VALUE_TYPE,
                   "minutes", "une heure", "entier");
    assert_refused("SG-01;P0002;G-V1;19/11/2024;am;present;999;", CO_PROBLEM_VALUE_RANGE, "minutes",
                   "999", "0..600");
    assert_refused("SG-01;P0002;G-P1;12/11/2024;am;;;", CO_PROBLEM_VALUE_MISSING, "etat", NULL,
                   NULL);
}

static void test_lines_that_agree_count_once_whatever_their_file(void)
{
    static const char line[] = HEADERS "SG-01;P0002;G-P1;12/11/2024;am;présent;;\n";
    g_auto(Reading) reading = read_two(line, line);
    problems_assert_below(reading.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
}

static void test_lines_that_disagree_count_for_nothing(void)
{
    g_auto(Reading) reading = read_two(HEADERS "SG-01;P0002;G-P1;12/11/2024;am;présent;;\n"
                                               "SG-01;P0005;G-P1;12/11/2024;am;présent;;\n",
                                       HEADERS "SG-01;P0002;G-P1;12/11/2024;am;absent;;\n");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_PRESENCE_CONFLICT);
    g_assert_cmpstr(problem->file, ==, "b.csv");
    g_assert_cmpstr(problem->value, ==, "P0002");
    g_assert_cmpstr(problem->used, ==, "absent");
    g_assert_cmpstr(problem->detail, ==, "a.csv:2");
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
    g_assert_cmpstr(co_attendance_list_at(reading.list, 0)->person_id, ==, "P0005");
}

static void test_absent_here_and_present_there_is_no_contradiction(void)
{
    g_auto(Reading) reading = read_one(HEADERS "SG-02;P0003;G-P1;18/11/2024;am;absent;;\n"
                                               "SG-01;P0003;G-P1;12/11/2024;am;present;;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_WARNING);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 2);
}

static void test_a_webinar_is_attended_by_groups(void)
{
    g_auto(Reading) reading = read_one(HEADERS "SG-01;P0002;G-W;07/11/2024;pm;present;;\n");
    problems_assert_below(reading.problems, CO_SEVERITY_NOTICE);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
}

static void test_a_sheet_with_a_broken_key_says_which_column_is_lost(void)
{
    g_auto(Reading) reading =
        read_one("cohorte-presences|1|SG-01;nom;etat|12 nov|am|G-P1;etat|2024-11-12|pm|G-P1\n"
                 "P0002;;présent;présent\n");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_PRESENCE_KEY);
    g_assert_cmpstr(problem->column, ==, "C");
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
}

static void test_a_sheet_for_another_plan_is_read_and_said(void)
{
    g_auto(Reading) reading =
        read_one("cohorte-presences|7|SG-01;nom;etat|2024-12-02|am|G-P1;etat|2024-12-03|am|G-P1;"
                 "etat|2024-11-12|pm|G-P1\n"
                 "P0002;;;présent;absent\n");
    const CoProblem *version = problems_get(reading.problems, CO_PROBLEM_PRESENCE_VERSION);
    g_assert_cmpstr(version->value, ==, "7");
    g_assert_cmpstr(version->used, ==, "1");
    /* Once for the column, and not for the one in which nobody has typed. */
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_PRESENCE_DATE), ==, 1);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
}

static void test_states_of_nobody_are_told(void)
{
    g_auto(Reading) reading = read_one(SHEET ";;Rattrapage;présent;;;;\n");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_VALUE_MISSING), ==, 1);
    g_assert_cmpstr(problems_get(reading.problems, CO_PROBLEM_VALUE_MISSING)->column, ==, "A");
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 0);
}

static void test_minutes_without_a_state_are_told(void)
{
    g_auto(Reading) reading = read_one(SHEET "P0002;;;présent;;;30;\n");
    const CoProblem *problem = problems_get(reading.problems, CO_PROBLEM_VALUE_MISSING);
    g_assert_cmpstr(problem->column, ==, "F");
    g_assert_cmpint(problem->line, ==, 5);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 1);
}

static void test_files_without_attendance_are_told(void)
{
    g_auto(Reading) reading = read_two("nom;prenom\nDurnel;Camille\n", "groupe;personne;etat\n"
                                                                       "SG-01;P0002;present\n");
    g_assert_cmpstr(problems_get(reading.problems, CO_PROBLEM_PRESENCE_NO_SHEET)->file, ==,
                    "a.csv");
    g_assert_cmpint(problems_count(reading.problems, CO_PROBLEM_COLUMN_MISSING), ==, 3);
    g_assert_cmpuint(co_attendance_list_size(reading.list), ==, 0);
}

static void test_a_file_that_is_not_there_is_told(void)
{
    const char *const paths[] = {"/nowhere/at/all/SG-01.xlsx", NULL};
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(NULL);
    g_autoptr(CoPlan) plan = co_tiny_plan(campaign);
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoAttendanceList) list = co_attendance_read(paths, campaign, plan, problems);
    g_assert_cmpint(problems_count(problems, CO_PROBLEM_FILE_UNREADABLE), ==, 1);
    g_assert_cmpuint(co_attendance_list_size(list), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/attendance/table/line", test_a_line_of_the_table_is_read_whole);
    g_test_add_func("/attendance/table/unknown",
                    test_what_is_not_in_the_plan_is_refused_with_what_is);
    g_test_add_func("/attendance/table/misspelt",
                    test_what_is_misspelt_is_refused_with_the_nearest_word);
    g_test_add_func("/attendance/table/webinar", test_a_webinar_is_attended_by_groups);
    g_test_add_func("/attendance/sheet/keys", test_a_filled_sheet_is_read_by_its_keys);
    g_test_add_func("/attendance/sheet/order", test_the_order_of_lines_and_columns_does_not_matter);
    g_test_add_func("/attendance/sheet/catch-up", test_somebody_of_another_group_has_caught_up);
    g_test_add_func("/attendance/sheet/broken-key",
                    test_a_sheet_with_a_broken_key_says_which_column_is_lost);
    g_test_add_func("/attendance/sheet/version", test_a_sheet_for_another_plan_is_read_and_said);
    g_test_add_func("/attendance/sheet/nobody", test_states_of_nobody_are_told);
    g_test_add_func("/attendance/sheet/minutes", test_minutes_without_a_state_are_told);
    g_test_add_func("/attendance/agree", test_lines_that_agree_count_once_whatever_their_file);
    g_test_add_func("/attendance/disagree", test_lines_that_disagree_count_for_nothing);
    g_test_add_func("/attendance/absent-and-present",
                    test_absent_here_and_present_there_is_no_contradiction);
    g_test_add_func("/attendance/files/none", test_files_without_attendance_are_told);
    g_test_add_func("/attendance/files/missing", test_a_file_that_is_not_there_is_told);
    return g_test_run();
}

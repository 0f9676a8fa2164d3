/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trainers' agendas in the folder `agendas`: whose they are, what becomes of them. */
#include "folder.h"

#include <string.h>

#define AGENDA(days)                                                                               \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Rendez-vous\r\n" days      \
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define ONE_DAY AGENDA("DTSTART;VALUE=DATE:20241114\r\n")

static bool is_away(const CoSpan *spans, int n, const char *date)
{
    CoDay day = co_day_parse(date);
    for (int i = 0; i < n; i++)
        if (co_span_covers(&spans[i], day, CO_HALF_AM) &&
            co_span_covers(&spans[i], day, CO_HALF_PM))
            return true;
    return false;
}

static bool trainer_is_away(const Folder *folder, int trainer_idx, const char *date)
{
    const CoTrainer *trainer = &folder->campaign->trainers[trainer_idx];
    return is_away(trainer->spans, trainer->n_spans, date);
}

static void test_an_agenda_named_by_code_or_address_is_the_trainers(void)
{
    static const char *const names[] = {"agendas/F1.ics", "agendas/f1.ICS",
                                        "agendas/Hugo.Charvolin@ac-exemple.fr.ics"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_auto(Folder) folder = folder_new();
        folder_write(&folder, names[i], ONE_DAY);
        folder_import(&folder);
        g_assert_true(trainer_is_away(&folder, 0, "2024-11-14"));
        g_assert_false(trainer_is_away(&folder, 0, "2024-11-15"));
        g_assert_cmpint(folder.campaign->trainers[1].n_spans, ==, 0);
        const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_AGENDA_READ);
        g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
        g_assert_cmpstr(problem->file, ==, names[i]);
        g_assert_cmpstr(problem->value, ==, "F1");
        g_assert_cmpint(problem->number, ==, 2);
        g_assert_cmpuint(co_problem_list_size(folder.problems), ==, 1);
    }
}

static void test_a_column_may_name_the_file(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "formateurs.csv", "parcours\n", "parcours;indisponibilites;agenda\n");
    folder_replace(&folder, "formateurs.csv", "GEST|DIR\n", "GEST|DIR;15/11/2024;Mon Agenda.ics\n");
    folder_replace(&folder, "formateurs.csv", "GEST|COMPTA\n", "GEST|COMPTA;;mon agenda\n");
    folder_write(&folder, "agendas/mon agenda.ics", ONE_DAY);
    folder_import(&folder);
    g_assert_true(trainer_is_away(&folder, 0, "2024-11-14"));
    g_assert_true(trainer_is_away(&folder, 0, "2024-11-15"));
    g_assert_true(trainer_is_away(&folder, 1, "2024-11-14"));
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_AGENDA_READ), ==, 2);
}

static void test_a_file_named_that_is_not_there_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "formateurs.csv", "parcours\n", "parcours;agenda\n");
    folder_replace(&folder, "formateurs.csv", "GEST|DIR\n", "GEST|DIR;../parametres.csv\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_AGENDA_MISSING);
    g_assert_cmpstr(problem->column, ==, "agenda");
    g_assert_cmpstr(problem->value, ==, "../parametres.csv");
    g_assert_cmpint(problem->line, ==, 2);
}

static void test_agendas_of_nobody_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "agendas/F9.ics", ONE_DAY);
    folder_write(&folder, "agendas/.F1.ics", ONE_DAY);
    folder_write(&folder, "agendas/F1.txt", ONE_DAY);
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_AGENDA_UNUSED);
    g_assert_cmpstr(problem->file, ==, "agendas/F9.ics");
    g_assert_cmpstr(problem->detail, ==, "F1");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpuint(co_problem_list_size(folder.problems), ==, 2); /* and F1.txt */
}

static void test_a_participant_of_the_same_address_is_away_too(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "formateurs.csv", "hugo.charvolin@ac-exemple.fr",
                   "odile.valbertin@ac-exemple.fr");
    folder_write(&folder, "agendas/F1.ics", ONE_DAY);
    folder_import(&folder);
    const CoPerson *person = &folder.campaign->people[0];
    g_assert_true(is_away(person->spans, person->n_spans, "2024-11-14"));
    g_assert_cmpint(person->spans[0].weekday, ==, 3);
    g_assert_cmpint(folder.campaign->people[1].n_spans, ==, 0);
}

static void test_an_agenda_of_another_period_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "agendas/F1.ics", AGENDA("DTSTART;VALUE=DATE:20231114\r\n"));
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_AGENDA_READ);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problem->number, ==, 0);
    g_assert_cmpint(folder.campaign->trainers[0].n_spans, ==, 0);
}

static void test_a_file_that_is_no_agenda_changes_nothing(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "agendas/F1.ics", "nom;prenom\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ICS_INVALID);
    g_assert_cmpstr(problem->file, ==, "agendas/F1.ics");
    g_assert_cmpint(folder.campaign->trainers[0].n_spans, ==, 0);
}

static void test_half_days_follow_the_hours_and_the_clock_of_the_academy(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parametres.csv", "academie;Grenoble", "academie;La Réunion");
    folder_append(&folder, "parametres.csv", "matin;08:00-11:00\n");
    folder_write(&folder, "agendas/F1.ics",
                 AGENDA("DTSTART:20241114T040000Z\r\nDTEND:20241114T050000Z\r\n"));
    folder_import(&folder);
    const CoTrainer *trainer = &folder.campaign->trainers[0];
    g_assert_cmpint(trainer->n_spans, ==, 1);
    g_assert_cmpint(trainer->spans[0].halves, ==, CO_HALF_AM);
}

static void test_what_is_no_calendar_among_the_agendas_is_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "agendas/F007.txt", "lundi\n");
    folder_import(&folder);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_FILE_FORMAT, "agendas/F007.txt", -1);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->value, ==, "txt");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/agendas/format", test_what_is_no_calendar_among_the_agendas_is_told);
    g_test_add_func("/import/agendas/whose",
                    test_an_agenda_named_by_code_or_address_is_the_trainers);
    g_test_add_func("/import/agendas/column", test_a_column_may_name_the_file);
    g_test_add_func("/import/agendas/column/missing",
                    test_a_file_named_that_is_not_there_is_a_doubt);
    g_test_add_func("/import/agendas/unused", test_agendas_of_nobody_are_told);
    g_test_add_func("/import/agendas/participant",
                    test_a_participant_of_the_same_address_is_away_too);
    g_test_add_func("/import/agendas/period", test_an_agenda_of_another_period_is_a_doubt);
    g_test_add_func("/import/agendas/invalid", test_a_file_that_is_no_agenda_changes_nothing);
    g_test_add_func("/import/agendas/clock",
                    test_half_days_follow_the_hours_and_the_clock_of_the_academy);
    return g_test_run();
}

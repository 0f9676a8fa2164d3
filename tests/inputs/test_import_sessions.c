/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other training ("plan et sessions") that takes rooms and people of the campaign. */
#include "folder.h"

#include <string.h>

#define HEADERS                                                                                    \
    "Dispositif : code;Dispositif : libellé;Module : code;Module : libellé;"                     \
    "Groupe : identifiant;Groupe : libellé;Session;Début;Fin;Durée;Modalité;UAI;Lieu"
#define ROW(start, end, duration, mode, uai, place)                                                \
    "26A0130001;Un dispositif;75001;Un module;12;Groupe 12;S1;" start ";" end ";" duration         \
    ";" mode ";" uai ";" place

/* The base folder with two rooms of known UAIs: S1 at 0389004F, alone there; S2 and S3 at
 * 0389005G. */
static Folder folder_with_rooms(void)
{
    Folder folder = folder_new();
    folder_write(&folder, "salles.csv",
                 "salle;site;uai;commune;latitude;longitude;places;postes\n"
                 "S1;Lycée du Plateau;0389004F;Grenoble;45.17;5.73;20;18\n"
                 "S2;Collège du Lac;0389005G;Annecy;45.90;6.12;20;18\n"
                 "S3;Collège du Lac;0389005G;Annecy;45.90;6.12;20;18\n");
    return folder;
}

static void import_rows(Folder *folder, const char *rows)
{
    g_autofree char *text = g_strconcat(HEADERS "\n", rows, NULL);
    folder_write(folder, "EAFC Formation Export plan et sessions (66).csv", text);
    folder_import(folder);
}

static char *describe(const CoSpan *spans, int n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < n; i++) {
        g_autofree char *span = co_span_to_text(&spans[i]);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", span);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void assert_room(const Folder *folder, int room_idx, const char *wanted)
{
    const CoRoom *room = &folder->campaign->rooms[room_idx];
    g_autofree char *taken = describe(room->spans, room->n_spans);
    g_assert_cmpstr(taken, ==, wanted);
}

static void assert_trainer(const Folder *folder, int trainer_idx, const char *wanted)
{
    const CoTrainer *trainer = &folder->campaign->trainers[trainer_idx];
    g_autofree char *taken = describe(trainer->spans, trainer->n_spans);
    g_assert_cmpstr(taken, ==, wanted);
}

static void assert_person(const Folder *folder, int person_idx, const char *wanted)
{
    const CoPerson *person = &folder->campaign->people[person_idx];
    g_autofree char *taken = describe(person->spans, person->n_spans);
    g_assert_cmpstr(taken, ==, wanted);
}

static void test_a_session_takes_the_only_room_of_its_site(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    import_rows(&folder,
                ROW("2024-11-14 09:00", "2024-11-14 12:00", "3h", "Présentiel", "0389004F", "\n"));
    assert_room(&folder, 0, "2024-11-14-am");
    assert_room(&folder, 1, "");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SESSION_TAKEN);
    g_assert_cmpstr(problem->value, ==, "S1");
    g_assert_cmpint(problem->number, ==, 1);
    g_assert_cmpuint(co_problem_list_size(folder.problems), ==, 1);
}

static void test_dates_come_as_text_as_days_or_as_serial_numbers(void)
{
    static const struct {
        const char *start, *end, *taken;
    } cases[] = {
        {"2024-11-14", "2024-11-14", "2024-11-14"},
        {"14/11/2024 13:30", "14/11/2024 16:30", "2024-11-14-pm"},
        {"45610.375", "45610.5", "2024-11-14-am"},
        {"2024-11-14 09:00:00", "2024-11-14 16:00:00", "2024-11-14"},
        {"2024-11-14T12:30:00Z", "2024-11-14T15:00:00Z", "2024-11-14-pm"},
        {"2024-11-14 00:00:00", "2024-11-15 00:00:00", "2024-11-14..2024-11-15"},
        {"2024-11-14 13:30", "2024-11-15 12:00", "2024-11-14-pm 2024-11-15-am"},
        {"2024-10-01", "2024-10-01", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Folder) folder = folder_with_rooms();
        g_autofree char *row = g_strdup_printf("x;x;7;x;1;x;S;%s;%s;;Présentiel;0389004F;\n",
                                               cases[i].start, cases[i].end);
        import_rows(&folder, row);
        assert_room(&folder, 0, cases[i].taken);
    }
}

static void test_the_place_tells_which_room_of_a_site(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    import_rows(&folder,
                ROW("2024-11-14", "2024-11-14", "6h", "Présentiel", "0389005G",
                    "Collège du Lac - salle S3\n") ROW("2024-11-15", "2024-11-15", "6h",
                                                       "Présentiel", "0389005G", "Annecy\n")
                    ROW("2024-11-18", "2024-11-18", "6h", "Présentiel", "0389005G", "ANNECY\n")
                        ROW("2024-11-19", "2024-11-19", "6h", "Présentiel", "0389004F",
                            "Salle polyvalente\n") ROW("2024-11-20", "2024-11-20", "6h",
                                                       "Présentiel", "", "Lycée du Plateau, S1\n"));
    assert_room(&folder, 0, "2024-11-20");
    assert_room(&folder, 1, "");
    assert_room(&folder, 2, "2024-11-14");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SESSION_PLACE);
    g_assert_cmpstr(problem->value, ==, "Annecy");
    g_assert_cmpstr(problem->detail, ==, "S2|S3");
    g_assert_cmpstr(problem->column, ==, "Lieu");
    g_assert_cmpint(problem->line, ==, 3);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SESSION_PLACE), ==, 3);
}

static void test_remote_cancelled_and_foreign_sessions_take_no_room(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    folder_write(&folder, "sofia.csv",
                 "Session;Début;Fin;Modalité;UAI;Lieu;Statut\n"
                 "1;2024-11-14;2024-11-14;Distance;0389004F;S1;\n"
                 "2;2024-11-14;2024-11-14;Présentiel;0389004F;S1;Annulée\n"
                 "3;2024-11-14;2024-11-14;Présentiel;0389001C;Ailleurs;\n"
                 "4;2024-11-14;2024-11-14;Présentiel;;Ailleurs;\n");
    folder_import(&folder);
    assert_room(&folder, 0, "");
    g_assert_cmpuint(co_problem_list_size(folder.problems), ==, 0);
}

static void test_sessions_of_this_campaign_are_passed_over(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    folder_write(&folder, "sessions.csv",
                 "Module : code;Session;Début;Fin;Modalité;UAI;Lieu\n"
                 "D-1;1;2024-11-14;2024-11-14;Présentiel;0389004F;S1\n"
                 "75001 ; g-1;2;2024-11-15;2024-11-15;Présentiel;0389004F;S1\n");
    folder_replace(&folder, "sessions.csv", "75001 ; g-1", "\"75001 ; g-1\"");
    folder_import(&folder);
    assert_room(&folder, 0, "");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_SESSION_OWN)->number, ==, 2);
}

static void test_people_are_found_by_address_or_name(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    folder_write(&folder, "sessions.csv",
                 "Session;Début;Fin;Modalité;Courriel;Nom;Prénom;Intervenants\n"
                 "1;2024-11-14;2024-11-14;Distance;Hugo.Charvolin@ac-exemple.fr;;;\n"
                 "2;2024-11-15;2024-11-15;Distance;;MORNAVEL;Ines;\n"
                 "3;2024-11-18;2024-11-18;Distance;;;;Lise SAUVERNAY | perlogeat luc, "
                 "Quelqu'un D'autre\n"
                 "4;2024-11-19;2024-11-19;Distance;;;;Quelqu'un d'autre\n");
    folder_import(&folder);
    assert_trainer(&folder, 0, "2024-11-14");
    assert_trainer(&folder, 1, "2024-11-18");
    assert_person(&folder, 2, "2024-11-15");
    assert_person(&folder, 3, "2024-11-18");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SESSION_TAKEN), ==, 4);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_SESSION_OTHERS)->number, ==, 2);
}

static void test_a_name_of_two_people_blocks_neither(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    folder_append(&folder, "besoins.csv",
                  "0389001C;SG;Perlogeat;Luc;l.perlogeat@ac-exemple.fr;;\n"
                  "0389001C;SG;Charvolin;Hugo;hugo.charvolin@ac-exemple.fr;;\n");
    folder_write(&folder, "sessions.csv",
                 "Session;Début;Fin;Modalité;Nom;Prénom\n"
                 "1;2024-11-14;2024-11-14;Distance;Perlogeat;Luc\n"
                 "2;2024-11-15;2024-11-15;Distance;Perlogeat;Luc\n"
                 "3;2024-11-18;2024-11-18;Distance;Charvolin;Hugo\n");
    folder_import(&folder);
    assert_person(&folder, 3, "");
    assert_person(&folder, 5, "");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SESSION_PERSON);
    g_assert_cmpstr(problem->value, ==, "Luc Perlogeat");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SESSION_PERSON), ==, 1);
    /* Same address: one human, who teaches and is taught. */
    assert_trainer(&folder, 0, "2024-11-18");
    assert_person(&folder, 6, "2024-11-18");
}

static void test_a_short_session_over_many_days_blocks_none_of_them(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    import_rows(&folder,
                ROW("2024-11-12", "2024-12-13", "6h", "Présentiel", "0389004F", "S1\n")
                    ROW("2024-11-12", "2024-12-13", "", "Présentiel", "0389004F", "S1\n")
                        ROW("2024-11-14", "2024-11-15", "12h30", "Présentiel", "0389004F", "S1\n"));
    assert_room(&folder, 0, "2024-11-14..2024-11-15");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_SESSION_SPREAD);
    g_assert_cmpstr(problem->value, ==, "2024-11-12..2024-12-13");
    g_assert_cmpstr(problem->detail, ==, "6h");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SESSION_SPREAD), ==, 2);
}

static void test_dates_that_cannot_be_are_refused(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    import_rows(&folder, ROW("bientôt", "2024-11-14", "", "", "0389004F",
                             "S1\n") ROW("2024-11-14", "2024-11-13", "", "", "0389004F", "S1\n")
                             ROW("2024-11-14 10:00", "2024-11-14 09:00", "", "", "0389004F", "S1\n")
                                 ROW("", "2024-11-14", "", "", "0389004F", "S1\n"));
    assert_room(&folder, 0, "");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE)->line, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_DATES_REVERSED), ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 5);
}

static void test_a_file_without_dates_names_what_it_lacks(void)
{
    g_auto(Folder) folder = folder_with_rooms();
    folder_write(&folder, "sessions.csv", "Session;Lieu\n1;S1\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_COLUMN_MISSING), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/sessions/room", test_a_session_takes_the_only_room_of_its_site);
    g_test_add_func("/import/sessions/dates", test_dates_come_as_text_as_days_or_as_serial_numbers);
    g_test_add_func("/import/sessions/place", test_the_place_tells_which_room_of_a_site);
    g_test_add_func("/import/sessions/no_room",
                    test_remote_cancelled_and_foreign_sessions_take_no_room);
    g_test_add_func("/import/sessions/own", test_sessions_of_this_campaign_are_passed_over);
    g_test_add_func("/import/sessions/people", test_people_are_found_by_address_or_name);
    g_test_add_func("/import/sessions/homonym", test_a_name_of_two_people_blocks_neither);
    g_test_add_func("/import/sessions/spread",
                    test_a_short_session_over_many_days_blocks_none_of_them);
    g_test_add_func("/import/sessions/refused", test_dates_that_cannot_be_are_refused);
    g_test_add_func("/import/sessions/no_dates", test_a_file_without_dates_names_what_it_lacks);
    return g_test_run();
}

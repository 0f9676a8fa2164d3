/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables tell only together, and seats kept for persons unknown. */
#include "folder.h"

static void test_silent_schools_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "etablissements.csv", "0389005G;V8;;3\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ANSWER_MISSING);
    g_assert_cmpstr(problem->value, ==, "0389005G");
    g_assert_cmpstr(problem->file, ==, "etablissements.csv");
    g_assert_cmpint(problem->line, ==, 5);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
}

static void test_a_role_nobody_trains_is_told_once(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", "SG|ASG", "SG");
    folder_append(&folder, "besoins.csv", "0389002D;ASG;Autre;;;;\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ROLE_NO_PATH);
    g_assert_cmpstr(problem->value, ==, "ASG");
    g_assert_cmpint((int)problem->number, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ROLE_NO_PATH), ==, 1);
    g_assert_cmpint(folder.campaign->people[4].path_idx, ==, -1);
}

static void test_unknown_staff_is_told_where_somebody_of_the_office_goes(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "etablissements.csv",
                 "uai;vague;effectif_service\n"
                 "0389001C;V8;\n0389002D;V8;2\n0389003E;V8;\n"
                 "0389004F;V8;\n");
    folder_append(&folder, "besoins.csv", "0389004F;ORD;Autre;;;;\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_STAFF_UNKNOWN), ==, 2);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_STAFF_UNKNOWN, "etablissements.csv", 4);
    g_assert_cmpint((int)problem->number, ==, 2);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_persons_trained_already_are_counted_not_planned(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "besoins.csv", "indisponibilites\n", "indisponibilites;deja_forme\n");
    folder_append(&folder, "besoins.csv", "0389002D;ASG;Autre;;;;;oui\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 6);
    g_assert_false(co_campaign_person_is_planned(folder.campaign, 5));
    g_assert_cmpint((int)problems_get(folder.problems, CO_PROBLEM_ALREADY_TRAINED)->number, ==, 1);
}

static void test_paths_want_trainers_pairs_and_modules(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "formateurs.csv", "GEST|DIR", "GEST");
    folder_replace(&folder, "parcours.csv", "un_confirme", "fixe");
    folder_append(&folder, "parcours.csv", "VIDE;Vide;ASG;1;2;3;1;libre;;\n");
    folder_replace(&folder, "parcours.csv", "SG|ASG", "SG");
    folder_import(&folder);
    const CoProblem *trainers = problems_get(folder.problems, CO_PROBLEM_PATH_NO_TRAINER);
    g_assert_cmpstr(trainers->value, ==, "DIR");
    g_assert_cmpint((int)trainers->number, ==, 0);
    g_assert_cmpstr(trainers->detail, ==, NULL);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_PAIR_MISSING)->value, ==, "GEST");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_PATH_NO_MODULE)->value, ==, "VIDE");
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);

    folder_write(&folder, "binomes.csv", "binome;formateur_1;formateur_2\nB1;F1;F2\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PAIR_MISSING), ==, 0);
}

static void test_too_few_and_too_many_persons_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", "ORD;1;4;8;1;", "ORD;2;4;8;1;");
    folder_replace(&folder, "parcours.csv", ";1;6;10;2;un_confirme;;", ";1;2;2;2;un_confirme;;1");
    folder_import(&folder);
    const CoProblem *few = problems_get(folder.problems, CO_PROBLEM_PATH_TOO_FEW);
    g_assert_cmpint((int)few->number, ==, 1);
    g_assert_cmpstr(few->detail, ==, "2");
    const CoProblem *many = problems_get(folder.problems, CO_PROBLEM_PATH_TOO_MANY);
    g_assert_cmpint((int)many->number, ==, 3);
    g_assert_cmpstr(many->detail, ==, "2");
}

static void test_rooms_must_be_there_and_accessible(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "besoins.csv", "indisponibilites\n", "indisponibilites;amenagement\n");
    folder_append(&folder, "besoins.csv", "0389002D;ASG;Autre;;;;;oui\n");
    folder_replace(&folder, "salles.csv", "places;postes\n", "places;postes;accessible\n");
    folder_replace(&folder, "salles.csv", "20;18", "20;18;non");
    folder_import(&folder);
    const CoProblem *access = problems_get(folder.problems, CO_PROBLEM_NO_ACCESSIBLE_ROOM);
    g_assert_cmpint((int)access->number, ==, 1);

    folder_replace(&folder, "salles.csv", "20;18", "0;18");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_NO_ROOM), ==, 1);
}

static void test_a_module_no_date_fits_is_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "DIR;2;D-2;Dimanche;presentiel;1;;;;;17/11/2024;17/11/2024;;\n"
                  "DIR;3;D-3;Férié;presentiel;1;;;;;11/11/2024;11/11/2024;;\n"
                  "DIR;4;D-4;Hors FM1;presentiel;1;;oui;;;02/12/2024;;;\n"
                  "DIR;5;D-5;Seul;autoformation;1;;;;;17/11/2024;17/11/2024;;\n"
                  "DIR;6;D-6;Bon;presentiel;1;;oui;;;29/11/2024;;;\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_MODULE_WINDOW), ==, 3);
    for (int line = 6; line <= 8; line++)
        problems_get_at(folder.problems, CO_PROBLEM_MODULE_WINDOW, "modules.csv", line);
}

static void test_fm1_that_never_opens_is_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "fm1.csv", "debut;fin;groupes_max\n12/11/2023;29/11/2023;2\n");
    folder_import(&folder);
    g_assert_cmpint((int)problems_get(folder.problems, CO_PROBLEM_FM1_CLOSED)->number, ==, 2);
}

static void test_a_cutover_already_past_is_a_notice(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "vagues.csv", "V7;01/09/2024;\n");
    folder_replace(&folder, "etablissements.csv", "0389003E;V8", "0389003E;V7");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_CUTOVER_PAST);
    g_assert_cmpstr(problem->value, ==, "V7");
    g_assert_cmpint((int)problem->number, ==, 2);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static int count_reserved(const CoCampaign *campaign, int establishment_idx, int role_idx)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        n += person->reserved && person->establishment_idx == establishment_idx &&
             person->role_idx[0] == role_idx;
    }
    return n;
}

static void test_vacant_posts_and_silent_schools_keep_no_seat_unasked(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "agences.csv", ";oui", ";non");
    folder_append(&folder, "etablissements.csv", "0389005G;V8;;3\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 5);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_AGENCY_VACANT)->value, ==, "0389001C");
}

static void test_every_family_has_its_mean(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "parametres.csv", "reserver_places;oui\n");
    folder_write(&folder, "etablissements.csv",
                 "uai;vague;effectif_service;type\n"
                 "0389001C;V8;4;EREA\n0389002D;V8;2;EREA\n"
                 "0389003E;V8;2;Service\n");
    folder_write(&folder, "besoins.csv",
                 "uai;role;nom\n0389001C;AC;Tourneaud\n"
                 "0389003E;SG;Perlogeat\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpint(count_reserved(folder.campaign, 1, 3), ==, 1);
}

static void test_seats_are_kept_by_the_mean_of_the_family(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "parametres.csv", "reserver_places;oui\n");
    folder_replace(&folder, "agences.csv", ";oui", ";non");
    folder_append(&folder, "etablissements.csv", "0389005G;V8;;3\n0389004F;V8;;3\n");
    folder_import(&folder);
    const CoCampaign *campaign = folder.campaign;
    /* Two collèges answered: 2 SG and 1 ASG, so 1 and a half rounded up. One lycée: ORD and AC. */
    g_assert_cmpint(count_reserved(campaign, 3, 1), ==, 1);
    g_assert_cmpint(count_reserved(campaign, 3, 2), ==, 1);
    g_assert_cmpint(count_reserved(campaign, 3, 0), ==, 0);
    g_assert_cmpint(count_reserved(campaign, 4, 0), ==, 1);
    g_assert_cmpint(count_reserved(campaign, 4, 3), ==, 1);
    g_assert_cmpint(count_reserved(campaign, 0, 3), ==, 1);
    g_assert_cmpint(campaign->n_people, ==, 10);
    const CoPerson *seat = &campaign->people[5];
    g_assert_false(seat->named);
    g_assert_cmpint(seat->weight, ==, 1);
    g_assert_cmpstr(seat->id, ==, "");
    g_assert_cmpint(seat->path_idx, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_SEAT_RESERVED), ==, 5);
    g_assert_false(campaign->establishments[3].answered);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/controles/silent", test_silent_schools_are_told);
    g_test_add_func("/import/controles/role", test_a_role_nobody_trains_is_told_once);
    g_test_add_func("/import/controles/staff",
                    test_unknown_staff_is_told_where_somebody_of_the_office_goes);
    g_test_add_func("/import/controles/trained",
                    test_persons_trained_already_are_counted_not_planned);
    g_test_add_func("/import/controles/paths", test_paths_want_trainers_pairs_and_modules);
    g_test_add_func("/import/controles/sizes", test_too_few_and_too_many_persons_are_told);
    g_test_add_func("/import/controles/rooms", test_rooms_must_be_there_and_accessible);
    g_test_add_func("/import/controles/dates", test_a_module_no_date_fits_is_told);
    g_test_add_func("/import/controles/fm1", test_fm1_that_never_opens_is_told);
    g_test_add_func("/import/controles/cutover", test_a_cutover_already_past_is_a_notice);
    g_test_add_func("/import/reserve/unasked",
                    test_vacant_posts_and_silent_schools_keep_no_seat_unasked);
    g_test_add_func("/import/reserve/family", test_every_family_has_its_mean);
    g_test_add_func("/import/reserve/mean", test_seats_are_kept_by_the_mean_of_the_family);
    return g_test_run();
}

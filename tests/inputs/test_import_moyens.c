/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Establishments, trainers, pairs, rooms, periods and the tables that overrule. */
#include "folder.h"

static void test_establishments_are_filled_from_the_directory(void)
{
    g_auto(Folder) folder = folder_new();
    folder_import(&folder);
    const CoEstablishment *establishment = &folder.campaign->establishments[1];
    g_assert_cmpstr(establishment->uai, ==, "0389002D");
    g_assert_cmpstr(establishment->place.name, ==, "Collège du Bief");
    g_assert_cmpstr(establishment->place.type, ==, "Collège");
    g_assert_cmpstr(establishment->place.commune, ==, "Voiron");
    g_assert_cmpstr(establishment->place.post_code, ==, "38500");
    g_assert_cmpstr(establishment->place.department, ==, "038");
    g_assert_true(establishment->place.located);
    g_assert_cmpint(establishment->wave_idx, ==, 0);
    g_assert_cmpint(establishment->agency_idx, ==, 0);
    g_assert_cmpint(establishment->academy_idx, ==, 0);
    g_assert_cmpint(establishment->staff, ==, 2);
    g_assert_true(establishment->answered);
}

static void test_a_filled_cell_wins_over_the_directory_with_a_notice(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "etablissements.csv",
                 "uai;vague;agence;effectif_service;nom;type;commune;latitude;longitude\n"
                 "0389001C;V8;0389001C;4;Lycée des Essarts;LPO, support de GRETA;;;\n"
                 "0389002D;V8;0389001C;2;Collège neuf;;Moirans;45,9;5,1\n"
                 "0389003E;V8;0389001C;2;;;;;\n");
    folder_import(&folder);
    const CoPlace *place = &folder.campaign->establishments[1].place;
    g_assert_cmpstr(place->name, ==, "Collège neuf");
    g_assert_cmpstr(place->commune, ==, "Moirans");
    g_assert_cmpfloat_with_epsilon(place->latitude, 45.9, 1e-9);
    g_assert_cmpstr(folder.campaign->establishments[0].place.type, ==, "LPO, support de GRETA");
    g_assert_cmpstr(folder.campaign->establishments[2].place.name, ==, "Collège des Combes");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_DIFFERS), ==, 3);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_DIFFERS);
    g_assert_cmpstr(problem->value, ==, "Collège neuf");
    g_assert_cmpstr(problem->detail, ==, "Collège du Bief");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_uais_are_mended_refused_and_missed(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "etablissements.csv",
                  "o389oo4 f;V8;;3\n"
                  "0389005A;V8;;3\n"
                  "0389009L;V8;;3\n"
                  "0389001C;V8;;3\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_establishments, ==, 5);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_UAI_MENDED)->used, ==, "0389004F");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_UAI_INVALID)->value, ==, "0389005A");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_NOT_IN_DIRECTORY)->line, ==, 7);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_PLACE_UNKNOWN)->line, ==, 7);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_KEY_TWICE)->line, ==, 8);
}

static void test_unknown_waves_and_agencies_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "etablissements.csv", "0389004F;V9;0389002D;3\n");
    folder_import(&folder);
    const CoEstablishment *establishment = &folder.campaign->establishments[3];
    g_assert_cmpstr(folder.campaign->waves[establishment->wave_idx].code, ==, "V9");
    g_assert_cmpint(establishment->agency_idx, ==, -1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN), ==, 2);
}

static void test_a_table_of_several_academies_places_everybody(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "academies.csv", "academie;zone\nGrenoble;A\nLyon;Zone A\n");
    folder_replace(&folder, "annuaire.csv", "074,Grenoble", "074,Lyon");
    folder_replace(&folder, "annuaire.csv", "038,Grenoble,45.07", "038,Dijon,45.07");
    folder_write(&folder, "etablissements.csv",
                 "uai;vague;academie\n"
                 "0389001C;V8;\n"
                 "0389002D;V8;Lyon\n"
                 "0389003E;V8;\n"
                 "0389005G;V8;Paris\n");
    folder_replace(&folder, "salles.csv", "places;postes\n", "places;postes;uai\n");
    folder_replace(&folder, "salles.csv", "20;18", "20;18;0389005G");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_academies, ==, 2);
    g_assert_cmpstr(folder.campaign->academies[1].zone, ==, "A");
    g_assert_cmpint(folder.campaign->n_establishments, ==, 3);
    g_assert_cmpint(folder.campaign->establishments[0].academy_idx, ==, 0);
    g_assert_cmpint(folder.campaign->establishments[1].academy_idx, ==, 1);
    g_assert_cmpint(folder.campaign->establishments[2].academy_idx, ==, 1);
    g_assert_cmpint(folder.campaign->rooms[0].academy_idx, ==, 1);
    g_assert_cmpint(folder.campaign->trainers[1].academy_idx, ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 4);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN)->value, ==,
                    "Paris");
}

static void test_trainers_are_read_in_full(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "formateurs.csv",
                 "formateur;nom;prenom;courriel;uai;role;sphere;vague_entree;confirme;parcours;"
                 "max_demi_journees;indisponibilites\n"
                 "F1;Charvolin;Hugo;Hugo.Charvolin@AC-Exemple.fr ;0389003E;agente comptable;;V5;"
                 "oui;GEST|DIR;18;lundi|12/11/2024-pm\n"
                 "F2;Sauvernay;Lise;;0389005G;SG;;;non;COMPTA|GEST;;\n");
    folder_import(&folder);
    const CoTrainer *trainer = &folder.campaign->trainers[0];
    g_assert_cmpstr(trainer->email, ==, "hugo.charvolin@ac-exemple.fr");
    g_assert_cmpint(trainer->role_idx, ==, 3);
    g_assert_cmpint(trainer->sphere, ==, CO_SPHERE_ACCOUNTING);
    g_assert_cmpstr(trainer->entry_wave, ==, "V5");
    g_assert_true(trainer->confirmed);
    g_assert_cmpint(trainer->n_paths, ==, 2);
    g_assert_cmpint(trainer->max_half_days, ==, 18);
    g_assert_cmpint(trainer->n_spans, ==, 2);
    g_assert_cmpint(trainer->establishment_idx, ==, 2);
    g_assert_cmpstr(trainer->place.commune, ==, "Vizille");
    g_assert_cmpint(folder.campaign->trainers[1].max_half_days, ==, -1);
}

static void test_trainers_that_cannot_be_are_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "formateurs.csv",
                  "F1;Autre;;;0389004F;;;;GEST\n"
                  "F3;Autre;;HUGO.CHARVOLIN@ac-exemple.fr;0389004F;;;;GEST\n"
                  "F4;Autre;;;0389004F;;;;MENUISERIE\n"
                  "F5;Autre;;;0389004X;;;;GEST\n"
                  "F6;Autre;;;0389004F;Jardinier;;;GEST\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_trainers, ==, 3);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_KEY_TWICE), ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN)->line, ==, 6);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_INVALID)->line, ==, 7);
    g_assert_cmpint(folder.campaign->trainers[2].role_idx, ==, -1);
    const CoProblem *role = problems_get(folder.problems, CO_PROBLEM_ROLE_UNKNOWN);
    g_assert_cmpint(role->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(role->action, ==, CO_ACTION_CELL_OUT);
}

static void test_a_trainer_from_nowhere_is_kept_with_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "formateurs.csv", "F3;Autre;;;0389009L;;;oui;GEST\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_trainers, ==, 3);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_UAI_NOT_IN_DIRECTORY);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(problem->line, ==, 4);
}

static void test_what_a_pair_rule_needs_must_be_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "formateurs.csv", "F3;Autre;;;0389004F;;;;GEST\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING);
    g_assert_cmpstr(problem->column, ==, "confirme");
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(folder.campaign->n_trainers, ==, 3);
}

static void test_a_pair_is_two_trainers_who_teach_its_paths(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "binomes.csv",
                 "binome;formateur_1;formateur_2;parcours\n"
                 "B1;F1;F2;GEST\n"
                 "B2;F1;F1;GEST\n"
                 "B3;F1;F9;GEST\n"
                 "B4;F1;F2;GEST|COMPTA\n"
                 "B1;F2;F1;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_pairs, ==, 2);
    g_assert_cmpint(folder.campaign->pairs[0].trainer_idx[1], ==, 1);
    const CoProblem *same = problems_get(folder.problems, CO_PROBLEM_PAIR_SAME_TRAINER);
    g_assert_cmpint(same->line, ==, 3);
    g_assert_cmpint(same->action, ==, CO_ACTION_ROW_OUT);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN)->value, ==, "F9");
    const CoProblem *unskilled = problems_get(folder.problems, CO_PROBLEM_PAIR_UNSKILLED);
    g_assert_cmpstr(unskilled->value, ==, "COMPTA");
    g_assert_cmpstr(unskilled->detail, ==, "F1");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_KEY_TWICE)->line, ==, 6);
}

static void test_rooms_are_filled_from_the_directory(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "salles.csv",
                 "salle;site;uai;commune;code_commune;adresse;latitude;longitude;places;postes;"
                 "restauration;accessible;indisponibilites\n"
                 "S1;Site;0389004F;Grenoble;;12 rue Haute;;;20;18;oui;;14/11/2024\n"
                 "S2;Ailleurs;;Voiron;38563;;45,36;5,59;12;0;non;non;\n");
    folder_import(&folder);
    const CoRoom *room = &folder.campaign->rooms[0];
    g_assert_cmpstr(room->place.name, ==, "Site");
    g_assert_true(room->place.located);
    g_assert_cmpfloat_with_epsilon(room->place.latitude, 45.17, 1e-9);
    g_assert_true(room->accessible);
    g_assert_true(room->canteen);
    g_assert_cmpint(room->n_spans, ==, 1);
    g_assert_false(folder.campaign->rooms[1].accessible);
    g_assert_cmpstr(folder.campaign->rooms[1].place.department, ==, "038");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ROOM_NO_WORKSTATION);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_a_room_in_another_commune_than_its_school_is_noticed(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "annuaire-2.csv",
                 "uai;nom;code_commune;commune\n"
                 "0389006H;Lycée;38185;Grenoble\n");
    folder_write(&folder, "salles.csv",
                 "salle;site;uai;commune;code_commune;latitude;longitude;places;postes\n"
                 "S1;Site;0389006H;Grenoble;38185;45,1;5,7;20;18\n"
                 "S2;Site;0389006H;Voiron;38563;45,3;5,5;20;18\n"
                 "S3;Site;0389006H;Grenoble;;45,1;5,7;20;18\n");
    folder_import(&folder);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_DIFFERS), ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_DIFFERS)->detail, ==, "38185");
    g_assert_cmpstr(folder.campaign->rooms[1].place.commune_code, ==, "38563");
    g_assert_cmpstr(folder.campaign->rooms[2].place.commune_code, ==, "38185");
}

static void test_a_room_without_seats_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "salles.csv",
                  "S2;Site;Voiron;45,3;5,5;0;0\n"
                  "S3;Site;Voiron;;;12;12\n"
                  "S1;Site;Voiron;45,3;5,5;12;12\n"
                  "S4;Site;Voiron;45,3;500;12;12\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_rooms, ==, 3);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ROOM_NO_SEAT);
    g_assert_cmpint(problem->line, ==, 3);
    g_assert_cmpint(problem->action, ==, CO_ACTION_ROW_OUT);
    g_assert_false(folder.campaign->rooms[1].place.located);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PLACE_UNKNOWN), ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_KEY_TWICE), ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_RANGE)->detail, ==, "-180..180");
}

static void test_fm1_windows_neither_overlap_nor_run_backwards(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "fm1.csv",
                  "29/11/2024;02/12/2024;2\n"
                  "10/12/2024;09/12/2024;2\n"
                  "09/12/2024;13/12/2024;0\n"
                  "09/12/2023;13/12/2023;2\n"
                  "09/12/2024;13/12/2024;2\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_fm1_windows, ==, 3);
    const CoProblem *overlap = problems_get(folder.problems, CO_PROBLEM_WINDOW_OVERLAP);
    g_assert_cmpint(overlap->line, ==, 3);
    g_assert_cmpstr(overlap->detail, ==, "2");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_DATES_REVERSED)->line, ==, 4);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_RANGE)->line, ==, 5);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_DATE_OUTSIDE)->line, ==, 6);
}

static void test_milestones_and_closures_are_read(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "echeances.csv",
                 "code;libelle;debut;fin;roles;effet\n"
                 "B;Budget;18/11/2024;29/11/2024;SG;evite\n"
                 "P;Paie;05/12/2024;06/12/2024;AC;INTERDIT\n"
                 "T;Tous;05/12/2024;06/12/2024;;\n"
                 "X;Faux;05/12/2024;06/12/2024;Jardinier;evite\n");
    folder_write(&folder, "fermetures.csv",
                 "debut;fin;motif\n"
                 "02/12/2024;03/12/2024;Journée académique\n");
    folder_import(&folder);
    const CoCampaign *campaign = folder.campaign;
    g_assert_cmpint(campaign->n_milestones, ==, 3);
    g_assert_false(campaign->milestones[0].forbidden);
    g_assert_cmpint(campaign->milestones[0].role_idx[0], ==, 1);
    g_assert_true(campaign->milestones[1].forbidden);
    g_assert_cmpint(campaign->milestones[2].n_roles, ==, 0);
    const CoClosure *closure = &campaign->closures[campaign->n_closures - 1];
    g_assert_cmpint(closure->kind, ==, CO_CLOSURE_LOCAL);
    g_assert_cmpint(closure->academy_idx, ==, -1);
    g_assert_cmpint(closure->last_day, ==, co_day_from_ymd(2024, 12, 3));
    g_assert_cmpstr(closure->label, ==, "Journée académique");
}

static void test_a_closure_of_an_unknown_academy_does_not_close_all(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "fermetures.csv",
                 "debut;fin;academie\n"
                 "02/12/2024;03/12/2024;Grenobel\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_closures, ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN)->action, ==,
                    CO_ACTION_ROW_OUT);
}

static void test_locks_distances_and_rates_are_read(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "verrous.csv",
                 "groupe;element;valeur\n"
                 "DIR-01;;\nDIR-02;salle;S1\nDIR-03;personne;P0001\n"
                 "DIR-04;couleur;x\nDIR-05;personne;\n");
    folder_write(&folder, "distances.csv",
                 "uai_origine;salle;km;minutes\n"
                 "0389002D;S1;23,4;31\n0389002D;S1;25;\n"
                 "0389002D;S9;25;\n");
    folder_write(&folder, "frais.csv",
                 "code;valeur;debut;fin\n"
                 "taux_km;0,32;01/01/2024;31/12/2024\n"
                 "taux_km;0,41;01/12/2024;\n"
                 "taux_km;0,41;01/01/2025;\n"
                 "taux_horaire_formateur;50;01/01/2024;\n");
    folder_import(&folder);
    const CoCampaign *campaign = folder.campaign;
    g_assert_cmpint(campaign->n_locks, ==, 3);
    g_assert_cmpint(campaign->locks[0].kind, ==, CO_LOCK_ALL);
    g_assert_cmpint(campaign->locks[1].kind, ==, CO_LOCK_ROOM);
    g_assert_cmpstr(campaign->locks[2].value, ==, "P0001");
    g_assert_cmpint(campaign->n_distances, ==, 1);
    g_assert_cmpint((int)campaign->distances[0].km_milli, ==, 23400);
    g_assert_cmpint(campaign->distances[0].minutes, ==, 31);
    g_assert_cmpint(campaign->n_rates, ==, 2);
    g_assert_cmpint((int)campaign->rates[0].value_micro, ==, 320000);
    g_assert_cmpint(campaign->rates[1].last_day, ==, CO_DAY_NONE);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_RATE_NOT_DATED), ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_WINDOW_OVERLAP), ==, 1);
}

static void test_text_that_looks_like_a_formula_stays_text(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "modules.csv", "Le rôle", "=HYPERLINK(1)");
    folder_import(&folder);
    g_assert_cmpstr(folder.campaign->modules[0].title, ==, "=HYPERLINK(1)");
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_FORMULA_TEXT)->column, ==, "titre");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/etablissements/filled",
                    test_establishments_are_filled_from_the_directory);
    g_test_add_func("/import/etablissements/overruled",
                    test_a_filled_cell_wins_over_the_directory_with_a_notice);
    g_test_add_func("/import/etablissements/uai", test_uais_are_mended_refused_and_missed);
    g_test_add_func("/import/etablissements/references", test_unknown_waves_and_agencies_are_told);
    g_test_add_func("/import/academies/several",
                    test_a_table_of_several_academies_places_everybody);
    g_test_add_func("/import/formateurs/read", test_trainers_are_read_in_full);
    g_test_add_func("/import/formateurs/refused", test_trainers_that_cannot_be_are_left_out);
    g_test_add_func("/import/formateurs/nowhere", test_a_trainer_from_nowhere_is_kept_with_a_doubt);
    g_test_add_func("/import/formateurs/rule", test_what_a_pair_rule_needs_must_be_told);
    g_test_add_func("/import/binomes", test_a_pair_is_two_trainers_who_teach_its_paths);
    g_test_add_func("/import/salles/filled", test_rooms_are_filled_from_the_directory);
    g_test_add_func("/import/salles/commune",
                    test_a_room_in_another_commune_than_its_school_is_noticed);
    g_test_add_func("/import/salles/refused", test_a_room_without_seats_is_left_out);
    g_test_add_func("/import/fm1", test_fm1_windows_neither_overlap_nor_run_backwards);
    g_test_add_func("/import/periods", test_milestones_and_closures_are_read);
    g_test_add_func("/import/fermetures/academy",
                    test_a_closure_of_an_unknown_academy_does_not_close_all);
    g_test_add_func("/import/overruling", test_locks_distances_and_rates_are_read);
    g_test_add_func("/import/formula", test_text_that_looks_like_a_formula_stays_text);
    return g_test_run();
}

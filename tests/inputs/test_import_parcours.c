/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles, paths and modules. */
#include "folder.h"

static void test_roles_are_read_with_their_spellings(void)
{
    g_auto(Folder) folder = folder_new();
    folder_import(&folder);
    const CoRole *role = &folder.campaign->roles[0];
    g_assert_cmpstr(role->code, ==, "ORD");
    g_assert_cmpint(role->sphere, ==, CO_SPHERE_ORDERING);
    g_assert_cmpint(role->office, ==, CO_OFFICE_HEAD);
    g_assert_false(role->service);
    g_assert_cmpint(role->n_aliases, ==, 2);
    g_assert_cmpstr(role->aliases[1], ==, "chef d'établissement");
    g_assert_cmpint(folder.campaign->roles[3].sphere, ==, CO_SPHERE_ACCOUNTING);
    g_assert_cmpint(role->origin.row, ==, 2);
    g_assert_cmpstr(role->origin.file, ==, "roles.csv");
}

static void test_an_alias_of_two_roles_stays_with_the_first(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "roles.csv", "oui;intendance", "oui;intendance|adjoint-gestionnaire");
    folder_replace(&folder, "besoins.csv", "0389003E;ASG;", "0389003E;Adjoint Gestionnaire;");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ALIAS_TWICE);
    g_assert_cmpstr(problem->value, ==, "adjoint-gestionnaire");
    g_assert_cmpstr(problem->used, ==, "SG");
    g_assert_cmpint(problem->line, ==, 4);
    g_assert_cmpint(folder.campaign->people[4].role_idx[0], ==, 1);
}

static void test_an_alias_never_hides_the_code_of_a_later_role(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "roles.csv", "proviseur|", "proviseur|ASG|");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->people[4].role_idx[0], ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ALIAS_TWICE), ==, 1);
}

static void test_a_role_of_two_paths_stays_with_the_first(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", "COMPTA;Agence;AC", "COMPTA;Agence;AC|SG");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_ROLE_TWO_PATHS);
    g_assert_cmpstr(problem->value, ==, "SG");
    g_assert_cmpstr(problem->used, ==, "GEST");
    g_assert_cmpint(folder.campaign->paths[2].n_roles, ==, 1);
}

static void test_an_unknown_role_of_a_path_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", "DIR;Direction;ORD", "DIR;Direction;ORD|Jardinier");
    folder_append(&folder, "parcours.csv", "X;Autre;Menuisier;1;2;3;1;libre;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_paths, ==, 3);
    g_assert_cmpint(folder.campaign->paths[0].n_roles, ==, 1);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN);
    g_assert_cmpstr(problem->value, ==, "Jardinier");
    g_assert_cmpstr(problem->detail, ==, "roles");
}

static void test_sizes_that_contradict_one_another_are_mended(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", ";1;6;10;2;", ";12;6;10;2;");
    folder_replace(&folder, "parcours.csv", ";1;4;8;1;libre;;", ";1;9;8;1;libre;3;2");
    folder_import(&folder);
    const CoPath *management = &folder.campaign->paths[1];
    g_assert_cmpint(management->min_size, ==, 10);
    g_assert_cmpint(management->target_size, ==, 10);
    g_assert_cmpint(folder.campaign->paths[0].target_size, ==, 8);
    g_assert_cmpint(folder.campaign->paths[0].min_groups, ==, -1);
    g_assert_cmpint(folder.campaign->paths[0].max_groups, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PATH_SIZES), ==, 4);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_PATH_SIZES, "parcours.csv", 3);
    g_assert_cmpstr(problem->column, ==, "effectif_min");
    g_assert_cmpstr(problem->used, ==, "10");
}

static void test_a_rule_for_pairs_needs_two_trainers(void)
{
    g_auto(Folder) folder = folder_new();
    folder_replace(&folder, "parcours.csv", ";1;4;8;1;libre;", ";1;4;8;1;fixe;");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->paths[0].pair_rule, ==, CO_PAIR_FREE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_PAIR_RULE);
    g_assert_cmpstr(problem->value, ==, "fixe");
    g_assert_cmpstr(problem->used, ==, "libre");
}

static void test_wrong_numbers_leave_the_path_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "parcours.csv",
                  "A;Autre;ORD;zéro;2;3;1;libre;;\n"
                  "B;Autre;ORD;0;2;3;1;libre;;\n"
                  "C;Autre;ORD;1;2;3;3;libre;;\n"
                  "D;Autre;ORD;1;2;;1;libre;;\n"
                  "GEST;Autre;ORD;1;2;3;1;libre;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_paths, ==, 3);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_TYPE), ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_RANGE), ==, 2);
    const CoProblem *missing = problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING);
    g_assert_cmpstr(missing->column, ==, "effectif_max");
    g_assert_cmpint(missing->action, ==, CO_ACTION_ROW_OUT);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_KEY_TWICE)->line, ==, 9);
}

static void test_modules_are_read_in_full(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "GEST;3;G-3;Suite;presentiel;2;pm;oui;2;10;12/11/2024;06/12/2024;non;"
                  "https://exemple.fr/suite\n");
    folder_import(&folder);
    const CoModule *module = &folder.campaign->modules[4];
    g_assert_cmpint(module->path_idx, ==, 1);
    g_assert_cmpint(module->order, ==, 3);
    g_assert_cmpint(module->mode, ==, CO_MODE_IN_PERSON);
    g_assert_cmpint(module->half_days, ==, 2);
    g_assert_cmpint(module->moment, ==, CO_MOMENT_PM);
    g_assert_true(module->fm1);
    g_assert_cmpint(module->gap_min_days, ==, 2);
    g_assert_cmpint(module->gap_max_days, ==, 10);
    g_assert_cmpint(module->earliest, ==, co_day_from_ymd(2024, 11, 12));
    g_assert_cmpint(module->latest, ==, co_day_from_ymd(2024, 12, 6));
    g_assert_false(module->before_cutover);
    g_assert_cmpstr(module->link, ==, "https://exemple.fr/suite");
    g_assert_cmpint(folder.campaign->modules[0].gap_min_days, ==, 1);
    g_assert_cmpint(folder.campaign->modules[0].gap_max_days, ==, -1);
}

static void test_an_unknown_path_leaves_the_module_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv", "TOTO;1;T-1;Titre;presentiel;1;;;;;;;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_modules, ==, 4);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_REFERENCE_UNKNOWN);
    g_assert_cmpstr(problem->value, ==, "TOTO");
    g_assert_cmpstr(problem->detail, ==, "parcours");
    g_assert_cmpint(problem->action, ==, CO_ACTION_ROW_OUT);
}

static void test_contradictory_windows_are_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "GEST;3;G-3;Suite;presentiel;1;;;8;3;06/12/2024;12/11/2024;;\n");
    folder_import(&folder);
    const CoModule *module = &folder.campaign->modules[4];
    g_assert_cmpint(module->earliest, ==, CO_DAY_NONE);
    g_assert_cmpint(module->latest, ==, CO_DAY_NONE);
    g_assert_cmpint(module->gap_max_days, ==, -1);
    const CoProblem *dates = problems_get(folder.problems, CO_PROBLEM_DATES_REVERSED);
    g_assert_cmpstr(dates->value, ==, "12/11/2024");
    g_assert_cmpstr(dates->detail, ==, "06/12/2024");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_GAPS_REVERSED), ==, 1);
}

static void test_a_date_outside_the_horizon_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv", "GEST;3;G-3;Suite;presentiel;1;;;;;06/12/2023;;;\n");
    folder_import(&folder);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_DATE_OUTSIDE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problem->value, ==, "06/12/2023");
}

static void test_a_module_code_or_place_taken_twice_is_left_out(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "GEST;3;G-1;Titre;presentiel;1;;;;;;;;\n"
                  "GEST;1;G-9;Titre;presentiel;1;;;;;;;;\n"
                  "DIR;2;G-1;Titre;presentiel;1;;;;;;;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_modules, ==, 5);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_KEY_TWICE), ==, 2);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_KEY_TWICE)->value, ==, "G-1");
}

static void test_a_webinar_has_one_date(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "GEST;3;W-1;Un;webinaire;1;pm;;;;07/11/2024;;;\n"
                  "GEST;4;W-2;Deux;webinaire;1;pm;;;;07/11/2024;08/11/2024;;\n"
                  "GEST;5;W-3;Trois;webinaire;1;pm;;;;;;;\n");
    folder_import(&folder);
    CoDay day = co_day_from_ymd(2024, 11, 7);
    g_assert_cmpint(folder.campaign->n_modules, ==, 6);
    for (int i = 4; i < 6; i++) {
        g_assert_cmpint(folder.campaign->modules[i].earliest, ==, day);
        g_assert_cmpint(folder.campaign->modules[i].latest, ==, day);
    }
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_WEBINAR_DATES)->used, ==,
                    "2024-11-07");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 8);
}

static void test_the_length_of_self_study_says_nothing(void)
{
    g_auto(Folder) folder = folder_new();
    folder_append(&folder, "modules.csv",
                  "GEST;3;A-1;Seul;autoformation;6;;;;;;12/11/2024;;\n"
                  "GEST;4;P-9;Long;presentiel;3;;;;;;;;\n");
    folder_import(&folder);
    g_assert_cmpint(folder.campaign->n_modules, ==, 5);
    g_assert_cmpint(folder.campaign->modules[4].half_days, ==, 2);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_RANGE)->detail, ==, "1..2");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/roles/read", test_roles_are_read_with_their_spellings);
    g_test_add_func("/import/roles/alias", test_an_alias_of_two_roles_stays_with_the_first);
    g_test_add_func("/import/roles/code", test_an_alias_never_hides_the_code_of_a_later_role);
    g_test_add_func("/import/parcours/role_twice", test_a_role_of_two_paths_stays_with_the_first);
    g_test_add_func("/import/parcours/role_unknown", test_an_unknown_role_of_a_path_is_left_out);
    g_test_add_func("/import/parcours/sizes", test_sizes_that_contradict_one_another_are_mended);
    g_test_add_func("/import/parcours/pair_rule", test_a_rule_for_pairs_needs_two_trainers);
    g_test_add_func("/import/parcours/numbers", test_wrong_numbers_leave_the_path_out);
    g_test_add_func("/import/modules/read", test_modules_are_read_in_full);
    g_test_add_func("/import/modules/path", test_an_unknown_path_leaves_the_module_out);
    g_test_add_func("/import/modules/window", test_contradictory_windows_are_left_out);
    g_test_add_func("/import/modules/horizon", test_a_date_outside_the_horizon_is_a_doubt);
    g_test_add_func("/import/modules/twice", test_a_module_code_or_place_taken_twice_is_left_out);
    g_test_add_func("/import/modules/webinar", test_a_webinar_has_one_date);
    g_test_add_func("/import/modules/self_study", test_the_length_of_self_study_says_nothing);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of needs: who is one human, where, with what. */
#include "folder.h"

static const char *const header =
    "uai;role;nom;prenom;courriel;nombre;indisponibilites;priorite;deja_forme;amenagement;otp;"
    "habilitation\n";

static void import_needs(Folder *folder, const char *lines)
{
    g_autofree char *text = g_strconcat(header, lines, NULL);
    folder_write(folder, "besoins.csv", text);
    folder_import(folder);
}

static void test_a_row_is_read_in_full(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG|AC; Mornavel ;Inès;Ines.Mornavel@AC-exemple.fr;;mercredi|"
                          "29/11/2024-pm;9;non;oui;oui;inconnu\n");
    const CoPerson *person = &folder.campaign->people[0];
    g_assert_cmpint(person->establishment_idx, ==, 1);
    g_assert_cmpint(person->n_roles, ==, 2);
    g_assert_cmpint(person->role_idx[1], ==, 3);
    g_assert_true(person->named);
    g_assert_cmpstr(person->last_name, ==, "Mornavel");
    g_assert_cmpstr(person->email, ==, "ines.mornavel@ac-exemple.fr");
    g_assert_cmpint(person->n_spans, ==, 2);
    g_assert_cmpint(person->spans[0].weekday, ==, 3);
    g_assert_cmpint(person->spans[1].halves, ==, CO_HALF_PM);
    g_assert_cmpint(person->weight, ==, 9);
    g_assert_true(person->needs_access);
    g_assert_false(person->already_trained);
    g_assert_cmpint(person->otp, ==, CO_TRISTATE_YES);
    g_assert_cmpint(person->access_right, ==, CO_TRISTATE_UNKNOWN);
    g_assert_cmpstr(person->id, ==, "");
    g_assert_cmpint(person->origin.row, ==, 2);
}

static void test_a_head_count_makes_unnamed_persons(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;;;;3;;;;;;\n0389002D;SG;;;;;;;;;;\n"
                          "0389002D;SG;;;;0;;;;;;\n0389002D;SG;Nom;;;4;;;;;;\n"
                          "0389002D;SG;;;;5000;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 4);
    g_assert_false(folder.campaign->people[2].named);
    g_assert_true(folder.campaign->people[3].named);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PERSON_UNNAMED), ==, 3);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_RANGE), ==, 2);
}

static void test_equal_addresses_are_one_human(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;ines@ac-exemple.fr;;lundi;2;;;;\n"
                          "0389002D;SG;MORNAVEL;Ines;INES@ac-exemple.fr;;mardi;5;;oui;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    const CoPerson *person = &folder.campaign->people[0];
    g_assert_cmpint(person->n_roles, ==, 1);
    g_assert_cmpint(person->n_spans, ==, 2);
    g_assert_cmpint(person->weight, ==, 5);
    g_assert_true(person->needs_access);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_PERSON_TWICE);
    g_assert_cmpint(problem->line, ==, 3);
    g_assert_cmpstr(problem->value, ==, "ines@ac-exemple.fr");
    g_assert_cmpstr(problem->used, ==, "courriel");
    g_assert_cmpstr(problem->detail, ==, "besoins.csv:2");
    g_assert_cmpint(problem->action, ==, CO_ACTION_MERGED);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_equal_names_in_one_school_are_one_human(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;D'Ornavel;Anne-Lise;;;;;;;;\n"
                          "0389002D;ASG;d’ornavel;ANNE LISE;anne@ac-exemple.fr;;;;;;;\n"
                          "0389003E;SG;D'Ornavel;Anne-Lise;;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpstr(folder.campaign->people[0].email, ==, "anne@ac-exemple.fr");
    g_assert_cmpint(folder.campaign->people[0].n_roles, ==, 2);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_PERSON_TWICE)->used, ==, "nom");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_HOMONYM)->line, ==, 4);
}

static void test_two_addresses_are_two_humans_even_with_one_name(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;ines@ac-exemple.fr;;;;;;;\n"
                          "0389002D;SG;Mornavel;Inès;ines2@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_HOMONYM);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpstr(problem->detail, ==, "besoins.csv:2");
}

static void test_two_schools_count_at_the_seat_of_the_agency(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;AC;Tourneaud;Basile;basile@ac-exemple.fr;;lundi;;;;;\n"
                          "0389001C;ORD;Valbertin;Odile;odile@ac-exemple.fr;;;;;;;\n"
                          "0389001C;AC;Tourneaud;Basile;basile@ac-exemple.fr;;mardi;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    const CoPerson *person = &folder.campaign->people[1];
    g_assert_cmpstr(person->last_name, ==, "Tourneaud");
    g_assert_cmpint(person->establishment_idx, ==, 0);
    g_assert_cmpint(person->n_spans, ==, 2);
    g_assert_cmpint(person->origin.row, ==, 4);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_PERSON_TWO_PLACES);
    g_assert_cmpint(problem->line, ==, 2);
    g_assert_cmpstr(problem->used, ==, "0389001C");
}

static void test_two_schools_without_a_seat_count_where_first_named(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389003E;SG;Perlogeat;Luc;luc@ac-exemple.fr;;;;;;;\n"
                          "0389002D;SG;Perlogeat;Luc;luc@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(folder.campaign->people[0].establishment_idx, ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_PERSON_TWO_PLACES)->line, ==, 3);
}

static void test_one_address_for_two_names_is_two_humans(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;intendance@ac-exemple.fr;;;;;;;\n"
                          "0389002D;ASG;Grandisel;Zoé;intendance@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    const CoProblem *shared = problems_get(folder.problems, CO_PROBLEM_ADDRESS_SHARED);
    g_assert_cmpint(shared->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(shared->line, ==, 3);
    g_assert_cmpstr(shared->value, ==, "Inès Mornavel|Zoé Grandisel");
    g_assert_cmpstr(shared->used, ==, "intendance@ac-exemple.fr");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PERSON_TWICE), ==, 0);
}

static void test_a_shared_address_still_finds_each_of_its_humans(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;ce@ac-exemple.fr;;;;;;;\n"
                          "0389002D;ASG;Grandisel;Zoé;ce@ac-exemple.fr;;;;;;;\n"
                          "0389003E;ASG;ZOE;Grandisel;ce@ac-exemple.fr;;;;;;;\n"
                          "0389002D;SG;Mornavel;Ines;ce@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 2);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_ADDRESS_SHARED), ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_PERSON_TWO_PLACES)->line, ==, 4);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_PERSON_TWICE)->line, ==, 5);
}

static void test_swapped_names_are_no_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;ines@ac-exemple.fr;;;;;;;\n"
                          "0389002D;SG;Inès;Mornavel;ines@ac-exemple.fr;;;;;;;\n");
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_PERSON_TWICE)->severity, ==,
                    CO_SEVERITY_NOTICE);
}

static void test_what_is_no_address_does_not_make_people_one(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;aucun;;;;;;;\n"
                          "0389002D;ASG;Grandisel;Zoé;aucun;;;;;;;\n"
                          "0389003E;ASG;Charvolin;Max;a b@x;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 3);
    g_assert_cmpstr(folder.campaign->people[0].email, ==, "");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_TYPE), ==, 3);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE)->detail, ==, "courriel");
}

static void test_unknown_schools_and_roles_leave_the_row_out(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389004F;SG;Autre;;;;;;;;;\n"
                          "0389002;SG;Autre;;;;;;;;;\n"
                          "0389002D;Secrétairiat généraux;Autre;;;;;;;;;\n"
                          "0389002D;;Autre;;;;;;;;;\n"
                          "0389002D;SG|Jardinier;Autre;;;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_UNKNOWN)->line, ==, 2);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_INVALID)->line, ==, 3);
    const CoProblem *role =
        problems_get_at(folder.problems, CO_PROBLEM_ROLE_UNKNOWN, "besoins.csv", 4);
    g_assert_cmpstr(role->detail, ==, "Secrétaire général");
    g_assert_cmpint(role->action, ==, CO_ACTION_ROW_OUT);
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_VALUE_MISSING)->line, ==, 5);
    const CoProblem *partly =
        problems_get_at(folder.problems, CO_PROBLEM_ROLE_UNKNOWN, "besoins.csv", 6);
    g_assert_cmpint(partly->action, ==, CO_ACTION_CELL_OUT);
}

static void test_a_uai_among_other_words_is_found(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D - Collège du Bief (Voiron);SG;Un;;;;;;;;;\n"
                          "0389002D ou 0389003E;SG;Deux;;;;;;;;;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_UAI_MENDED)->used, ==, "0389002D");
    g_assert_cmpint(problems_get(folder.problems, CO_PROBLEM_UAI_INVALID)->line, ==, 3);
}

static void test_wrong_optional_cells_cost_themselves_only(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;;;jamais|mercredi;12;peut-être;oui;bof;\n");
    g_assert_cmpint(folder.campaign->n_people, ==, 1);
    g_assert_cmpint(folder.campaign->people[0].weight, ==, 1);
    g_assert_cmpint(folder.campaign->people[0].n_spans, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_TYPE), ==, 3);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_VALUE_RANGE)->used, ==, "1");
}

static void assert_spans(const char *cell, const char *expected, int n_mended)
{
    g_auto(Folder) folder = folder_new();
    g_autofree char *row = g_strdup_printf("0389002D;SG;Mornavel;Inès;;;\"%s\";;;;;\n", cell);
    import_needs(&folder, row);
    const CoPerson *person = &folder.campaign->people[0];
    g_autoptr(GString) spans = g_string_new(NULL);
    for (int i = 0; i < person->n_spans; i++) {
        g_autofree char *text = co_span_to_text(&person->spans[i]);
        g_string_append_printf(spans, "%s%s", i > 0 ? "|" : "", text);
    }
    g_assert_cmpstr(spans->str, ==, expected);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_TYPE), ==, n_mended);
    problems_assert_below(folder.problems, CO_SEVERITY_ERROR);
}

static void test_unavailabilities_are_read_as_people_write_them(void)
{
    assert_spans(" Mercredi |2024-12-11", "mercredi|2024-12-11", 0);
    assert_spans("27/11/2024..29/11/2024", "2024-11-27..2024-11-29", 0);
    assert_spans("mercredi après-midi", "mercredi-pm", 1);
    assert_spans("Les mercredis matin|tous les vendredis", "mercredi-am|vendredi", 2);
    assert_spans("du 27/11/2024 au 29/11/2024", "2024-11-27..2024-11-29", 1);
    assert_spans("lundi, mardi ; 12/11/2024 matin", "lundi|mardi|2024-11-12-am", 1);
    assert_spans("45618", "2024-11-22", 1);
    assert_spans("le 4/12/24 après-midi|5.12.2024", "2024-12-04-pm|2024-12-05", 2);
    assert_spans("lundi\nmardi", "lundi|mardi", 1);
}

static void test_a_date_outside_the_campaign_is_noticed_and_kept(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Mornavel;Inès;;;12/11/2023;;;;;\n");
    g_assert_cmpint(folder.campaign->people[0].n_spans, ==, 1);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_SPAN_OUTSIDE)->value, ==,
                    "2023-11-12");
}

static void test_two_roles_take_one_path_with_a_notice(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG|ASG;Un;;;;;;;;;\n0389002D;ORD|SG;Deux;;;;;;;;;\n");
    g_assert_cmpint(folder.campaign->people[0].path_idx, ==, 1);
    g_assert_cmpint(folder.campaign->people[1].path_idx, ==, 1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PERSON_TWO_ROLES), ==, 1);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_PERSON_TWO_ROLES);
    g_assert_cmpstr(problem->value, ==, "ORD|SG");
    g_assert_cmpstr(problem->used, ==, "GEST");
}

static void test_persons_keep_the_order_of_the_table(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389003E;SG;A;;;;;;;;;\n0389001C;SG;B;;;;;;;;;\n"
                          "0389002D;SG;C;;;;;;;;;\n");
    g_assert_cmpstr(folder.campaign->people[0].last_name, ==, "A");
    g_assert_cmpstr(folder.campaign->people[1].last_name, ==, "B");
    g_assert_cmpstr(folder.campaign->people[2].last_name, ==, "C");
}

static void test_a_trainer_may_be_a_participant(void)
{
    g_auto(Folder) folder = folder_new();
    import_needs(&folder, "0389002D;SG;Charvolin;Hugo;Hugo.Charvolin@ac-exemple.fr;;;;;;;\n");
    g_assert_cmpint(folder.campaign->trainers[0].person_idx, ==, 0);
    g_assert_cmpint(folder.campaign->trainers[1].person_idx, ==, -1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/personnes/read", test_a_row_is_read_in_full);
    g_test_add_func("/import/personnes/count", test_a_head_count_makes_unnamed_persons);
    g_test_add_func("/import/personnes/email", test_equal_addresses_are_one_human);
    g_test_add_func("/import/personnes/name", test_equal_names_in_one_school_are_one_human);
    g_test_add_func("/import/personnes/homonym",
                    test_two_addresses_are_two_humans_even_with_one_name);
    g_test_add_func("/import/personnes/seat", test_two_schools_count_at_the_seat_of_the_agency);
    g_test_add_func("/import/personnes/first",
                    test_two_schools_without_a_seat_count_where_first_named);
    g_test_add_func("/import/personnes/shared_address",
                    test_one_address_for_two_names_is_two_humans);
    g_test_add_func("/import/personnes/shared_again",
                    test_a_shared_address_still_finds_each_of_its_humans);
    g_test_add_func("/import/personnes/swapped", test_swapped_names_are_no_doubt);
    g_test_add_func("/import/personnes/no_address",
                    test_what_is_no_address_does_not_make_people_one);
    g_test_add_func("/import/personnes/unknown", test_unknown_schools_and_roles_leave_the_row_out);
    g_test_add_func("/import/personnes/uai", test_a_uai_among_other_words_is_found);
    g_test_add_func("/import/personnes/cells", test_wrong_optional_cells_cost_themselves_only);
    g_test_add_func("/import/personnes/spans", test_unavailabilities_are_read_as_people_write_them);
    g_test_add_func("/import/personnes/spans/outside",
                    test_a_date_outside_the_campaign_is_noticed_and_kept);
    g_test_add_func("/import/personnes/two_roles", test_two_roles_take_one_path_with_a_notice);
    g_test_add_func("/import/personnes/order", test_persons_keep_the_order_of_the_table);
    g_test_add_func("/import/personnes/trainer", test_a_trainer_may_be_a_participant);
    return g_test_run();
}

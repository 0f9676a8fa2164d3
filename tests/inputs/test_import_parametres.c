/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

static const char *const frame = "cle;valeur\nacademie;Grenoble\nzone;A\n"
                                 "debut;04/11/2024\nfin;20/12/2024\n";

/* Imports the base folder with these lines after the four that every campaign needs. */
static void import_with(Folder *folder, const char *lines)
{
    g_autofree char *text = g_strconcat(frame, lines, NULL);
    folder_write(folder, "parametres.csv", text);
    folder_import(folder);
}

static void test_defaults_stand_where_nothing_is_said(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "preavis_jours;\n");
    const CoParameters *parameters = &folder.campaign->parameters;
    g_assert_cmpint(parameters->notice_warn_days, ==, 15);
    g_assert_cmpint(parameters->notice_block_days, ==, 7);
    g_assert_cmpint(parameters->convocation_day, ==, co_day_from_ymd(2024, 10, 20));
    g_assert_cmpint(parameters->wednesday, ==, CO_WEDNESDAY_AVOIDED);
    g_assert_true(parameters->close_holidays);
    g_assert_cmpint(parameters->trainer_rate_cents, ==, -1);
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_RATE_UNSET), ==, 1);
}

static void test_every_parameter_is_read(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "Campagne;Op@le vague 8\n"
                         "date convocation;2024-10-18\n"
                         "courriel_eafc;EAFC@ac-exemple.fr\n"
                         "preavis_jours;20\n"
                         "preavis_bloquant_jours;10\n"
                         "matin;8h30-11h30\n"
                         "après-midi;14:00-17:00\n"
                         "mercredi;FERMÉ\n"
                         "fermer_vacances;non\n"
                         "jours_feries;métropole\n"
                         "coefficient_route;1,25\n"
                         "taux_km;0,41\n"
                         "repas;17,5 €\n"
                         "repas_restauration;8.755\n"
                         "taux_horaire_formateur;40\n"
                         "trajet_max_km;120\n"
                         "grouper_par_etablissement;oui\n"
                         "covoiturage_places;3\n"
                         "direction_presente;non\n"
                         "continuite_distance;oui\n"
                         "absents_classe;2\n"
                         "reserver_places;oui\n"
                         "tolerance_cout;0,75\n");
    problems_assert_below(folder.problems, CO_SEVERITY_WARNING);
    const CoParameters *parameters = &folder.campaign->parameters;
    g_assert_cmpstr(parameters->name, ==, "Op@le vague 8");
    g_assert_cmpstr(parameters->academy, ==, "Grenoble");
    g_assert_cmpstr(parameters->zone, ==, "A");
    g_assert_cmpint(parameters->first_day, ==, co_day_from_ymd(2024, 11, 4));
    g_assert_cmpint(parameters->last_day, ==, co_day_from_ymd(2024, 12, 20));
    g_assert_cmpint(parameters->convocation_day, ==, co_day_from_ymd(2024, 10, 18));
    g_assert_cmpint(parameters->notice_warn_days, ==, 20);
    g_assert_cmpint(parameters->notice_block_days, ==, 10);
    g_assert_cmpint(parameters->morning_start_min, ==, 510);
    g_assert_cmpint(parameters->morning_end_min, ==, 690);
    g_assert_cmpint(parameters->afternoon_start_min, ==, 840);
    g_assert_cmpint(parameters->afternoon_end_min, ==, 1020);
    g_assert_cmpint(parameters->wednesday, ==, CO_WEDNESDAY_CLOSED);
    g_assert_false(parameters->close_holidays);
    g_assert_cmpint(parameters->territory, ==, CO_TERRITORY_MAINLAND);
    g_assert_cmpstr(parameters->organizer_email, ==, "eafc@ac-exemple.fr");
    g_assert_cmpint((int)parameters->route_micro, ==, 1250000);
    g_assert_cmpint((int)parameters->km_rate_micro, ==, 410000);
    g_assert_cmpint((int)parameters->meal_cents, ==, 1750);
    g_assert_cmpint((int)parameters->meal_canteen_cents, ==, 876);
    g_assert_cmpint((int)parameters->trainer_rate_cents, ==, 4000);
    g_assert_cmpint(parameters->max_trip_km, ==, 120);
    g_assert_true(parameters->group_by_establishment);
    g_assert_cmpint(parameters->car_seats, ==, 3);
    g_assert_false(parameters->head_present);
    g_assert_true(parameters->continuity_remote);
    g_assert_cmpint(parameters->class_absentees, ==, 2);
    g_assert_true(parameters->reserve_seats);
    g_assert_cmpint((int)parameters->cost_tolerance_micro, ==, 750000);
}

static void test_a_value_of_the_wrong_type_leaves_the_default(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "preavis_jours;quinze\nmatin;le matin\nmercredi;parfois\n"
                         "taux_km;beaucoup\nfermer_vacances;peut-être\n");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_TYPE), ==, 4);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_VALUE_TYPE, "parametres.csv", 6);
    g_assert_cmpstr(problem->value, ==, "quinze");
    g_assert_cmpstr(problem->detail, ==, "entier");
    g_assert_cmpstr(problem->used, ==, "15");
    g_assert_cmpint(problem->action, ==, CO_ACTION_DEFAULT);
    problem = problems_get(folder.problems, CO_PROBLEM_VALUE_CHOICE);
    g_assert_cmpstr(problem->detail, ==, "ouvert|evite|ferme");
    g_assert_cmpint(folder.campaign->parameters.notice_warn_days, ==, 15);
    g_assert_cmpint(folder.campaign->parameters.morning_start_min, ==, 540);
}

static void test_a_value_out_of_range_leaves_the_default(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "preavis_jours;-3\ncoefficient_route;0,5\ntolerance_cout;150\n");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_VALUE_RANGE), ==, 3);
    const CoProblem *problem =
        problems_get_at(folder.problems, CO_PROBLEM_VALUE_RANGE, "parametres.csv", 7);
    g_assert_cmpstr(problem->detail, ==, "1..5");
    g_assert_cmpint((int)folder.campaign->parameters.route_micro, ==, 1300000);
}

static void test_an_unknown_parameter_is_told_its_nearest(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "preavi_jour;10\nmeteo;beau\n");
    const CoProblem *near =
        problems_get_at(folder.problems, CO_PROBLEM_PARAMETER_UNKNOWN, "parametres.csv", 6);
    g_assert_cmpstr(near->detail, ==, "preavis_jours");
    const CoProblem *far =
        problems_get_at(folder.problems, CO_PROBLEM_PARAMETER_UNKNOWN, "parametres.csv", 7);
    g_assert_cmpstr(far->detail, ==, NULL);
}

static void test_a_parameter_given_twice_stands_the_first_time(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "preavis_jours;10\npreavis_jours;20\n");
    g_assert_cmpint(folder.campaign->parameters.notice_warn_days, ==, 10);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_KEY_TWICE);
    g_assert_cmpint(problem->line, ==, 7);
    g_assert_cmpstr(problem->detail, ==, "6");
}

static void fails_with(const char *text, CoProblemCode code)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "parametres.csv", text);
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    g_assert_cmpint(problems_count(folder.problems, code), ==, 1);
    g_assert_cmpint(problems_get(folder.problems, code)->severity, ==, CO_SEVERITY_ERROR);
}

static void test_a_campaign_needs_its_two_dates_in_order(void)
{
    fails_with("cle;valeur\nacademie;Grenoble\nfin;20/12/2024\n", CO_PROBLEM_PARAMETER_MISSING);
    fails_with("cle;valeur\ndebut;04/11/2024\nfin;\n", CO_PROBLEM_PARAMETER_MISSING);
    fails_with("cle;valeur\ndebut;20/12/2024\nfin;04/11/2024\n", CO_PROBLEM_DATES_REVERSED);
    fails_with("cle;valeur\ndebut;04/11/2024\nfin;04/11/2034\n", CO_PROBLEM_HORIZON_LONG);
}

static void test_a_date_that_is_none_is_said_once(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "parametres.csv", "cle;valeur\ndebut;31/11/2024\nfin;20/12/2024\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE);
    g_assert_cmpstr(problem->detail, ==, "date");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_PARAMETER_MISSING), ==, 0);
}

static void test_every_form_of_a_date_is_read(void)
{
    static const char *const forms[] = {"2024-11-04", "04/11/2024",          "45600",
                                        "45600.0",    "04/11/2024 00:00:00", " 04/11/2024 "};
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_auto(Folder) folder = folder_new();
        g_autofree char *text = g_strdup_printf(
            "cle;valeur\nacademie;Grenoble\nzone;A\ndebut;%s\nfin;20/12/2024\n", forms[i]);
        folder_write(&folder, "parametres.csv", text);
        folder_import(&folder);
        g_assert_cmpint(folder.campaign->parameters.first_day, ==, co_day_from_ymd(2024, 11, 4));
    }
}

static void test_a_date_typed_by_hand_is_mended_with_a_notice(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "date_convocation;8/10/24\n");
    g_assert_cmpint(folder.campaign->parameters.convocation_day, ==, co_day_from_ymd(2024, 10, 8));
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_VALUE_TYPE);
    g_assert_cmpstr(problem->used, ==, "2024-10-08");
    g_assert_cmpint(problem->action, ==, CO_ACTION_MENDED);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_NOTICE);
}

static void test_halves_that_overlap_fall_back_to_the_usual_hours(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "matin;09:00-14:00\n");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_HALVES_OVERLAP), ==, 1);
    g_assert_cmpint(folder.campaign->parameters.morning_end_min, ==, 720);
}

static void test_a_reference_day_too_late_is_a_doubt(void)
{
    g_auto(Folder) folder = folder_new();
    import_with(&folder, "date_convocation;18/12/2024\n");
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_DATE_OUTSIDE);
    g_assert_cmpint(problem->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpstr(problem->detail, ==, "2024-11-04..2024-12-20");
}

static void test_a_missing_column_names_its_nearest_header(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "parametres.csv", "cle;valleur\ndebut;04/11/2024\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_COLUMN_MISSING);
    g_assert_cmpstr(problem->column, ==, "valeur");
    g_assert_cmpstr(problem->detail, ==, "valleur");
    g_assert_cmpstr(problem->file, ==, "parametres.csv");
    g_assert_cmpint(problem->line, ==, 1);
}

static void test_headers_fold_and_strangers_and_twins_are_told(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "parametres.csv",
                 "\uFEFF Clé\u00A0;VALEUR;valeur;comentaire;couleur;\n"
                 "academie;Grenoble;x;;;\nzone;A;;;;\ndebut;04/11/2024;;;;\n"
                 "fin;20/12/2024;;;bleu;\n");
    folder_import(&folder);
    g_assert_cmpstr(problems_get(folder.problems, CO_PROBLEM_COLUMN_TWICE)->column, ==, "valeur");
    g_assert_cmpint(problems_count(folder.problems, CO_PROBLEM_COLUMN_UNKNOWN), ==, 2);
    const CoProblem *near = problems_get(folder.problems, CO_PROBLEM_COLUMN_UNKNOWN);
    g_assert_cmpstr(near->column, ==, "comentaire");
    g_assert_cmpstr(near->detail, ==, "commentaire");
    g_assert_cmpint(near->severity, ==, CO_SEVERITY_WARNING);
}

static void test_a_missing_parameter_names_its_key_and_the_column_of_keys(void)
{
    g_auto(Folder) folder = folder_new();
    folder_write(&folder, "parametres.csv", "cle;valeur\nfin;20/12/2024\n");
    folder_import_fails(&folder, CO_IMPORT_ERROR_UNUSABLE);
    const CoProblem *problem = problems_get(folder.problems, CO_PROBLEM_PARAMETER_MISSING);
    g_assert_cmpstr(problem->value, ==, "debut");
    g_assert_cmpstr(problem->column, ==, "cle");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/import/parametres/missing",
                    test_a_missing_parameter_names_its_key_and_the_column_of_keys);
    g_test_add_func("/import/parametres/defaults", test_defaults_stand_where_nothing_is_said);
    g_test_add_func("/import/parametres/all", test_every_parameter_is_read);
    g_test_add_func("/import/parametres/type", test_a_value_of_the_wrong_type_leaves_the_default);
    g_test_add_func("/import/parametres/range", test_a_value_out_of_range_leaves_the_default);
    g_test_add_func("/import/parametres/unknown", test_an_unknown_parameter_is_told_its_nearest);
    g_test_add_func("/import/parametres/twice", test_a_parameter_given_twice_stands_the_first_time);
    g_test_add_func("/import/parametres/horizon", test_a_campaign_needs_its_two_dates_in_order);
    g_test_add_func("/import/parametres/no_date", test_a_date_that_is_none_is_said_once);
    g_test_add_func("/import/parametres/dates", test_every_form_of_a_date_is_read);
    g_test_add_func("/import/parametres/hand", test_a_date_typed_by_hand_is_mended_with_a_notice);
    g_test_add_func("/import/parametres/halves",
                    test_halves_that_overlap_fall_back_to_the_usual_hours);
    g_test_add_func("/import/parametres/convocation", test_a_reference_day_too_late_is_a_doubt);
    g_test_add_func("/import/columns/missing", test_a_missing_column_names_its_nearest_header);
    g_test_add_func("/import/columns/folded", test_headers_fold_and_strangers_and_twins_are_told);
    return g_test_run();
}

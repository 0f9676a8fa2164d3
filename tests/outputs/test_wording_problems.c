/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/wording.h"

#include <string.h>

#define NBSP "\xc2\xa0"

static void assert_says(const CoProblem *problem, const char *sentence, const char *remedy)
{
    g_autofree char *said = co_wording_problem(problem);
    g_autofree char *advised = co_wording_problem_remedy(problem);
    g_assert_cmpstr(said, ==, sentence);
    g_assert_cmpstr(advised, ==, remedy);
}

/* Every hole is filled or gone, even where a problem says less than it should. */
static void assert_is_filled(const char *text)
{
    g_assert_true(g_str_has_suffix(text, "."));
    g_assert_null(strpbrk(text, "{}[]"));
    g_assert_null(strstr(text, "(null)"));
}

static void assert_is_a_sentence(const char *text)
{
    assert_is_filled(text);
    g_assert_null(strstr(text, "  "));
    g_assert_null(strstr(text, " ;"));
    g_assert_null(strstr(text, " :"));
    g_assert_null(strstr(text, "« "));
    g_assert_null(strstr(text, " »"));
}

static void check_words(const CoProblem *problem, void (*check)(const char *text))
{
    g_autofree char *said = co_wording_problem(problem);
    g_autofree char *advised = co_wording_problem_remedy(problem);
    check(said);
    g_assert_null(strstr(said, "inconnu de cette version"));
    if (*advised != '\0')
        check(advised);
}

static void check_code(CoProblemCode code, CoSeverity severity, CoAction action)
{
    CoProblem problem = {.severity = severity, .code = code, .action = action};
    check_words(&problem, assert_is_filled);
    problem.column = "uai";
    problem.value = "valeur";
    problem.used = "retenu";
    problem.detail = "date";
    problem.number = 3;
    check_words(&problem, assert_is_a_sentence);
}

static void test_every_code_has_its_sentence_whatever_the_problem_says(void)
{
    for (int code = CO_PROBLEM_FILE_UNREADABLE; code < CO_PROBLEM_END; code++)
        for (int severity = 0; severity <= CO_SEVERITY_ERROR; severity++)
            for (int action = 0; action <= CO_ACTION_FILE_OUT; action++)
                check_code((CoProblemCode)code, (CoSeverity)severity, (CoAction)action);
}

static void test_a_code_of_a_later_version_is_admitted(void)
{
    CoProblem problem = {.code = (CoProblemCode)9999};
    assert_says(&problem, "Ce problème est inconnu de cette version.", "");
}

static void test_what_has_nothing_to_say_is_left_out(void)
{
    CoProblem problem = {.code = CO_PROBLEM_COLUMN_MISSING, .column = "postes"};
    assert_says(&problem, "La colonne obligatoire «" NBSP "postes" NBSP "» manque.",
                "Ajoutez la colonne, ou corrigez son en-tête.");
    problem.detail = "Poste";
    assert_says(&problem,
                "La colonne obligatoire «" NBSP "postes" NBSP "» manque" NBSP
                "; l'en-tête le plus proche est «" NBSP "Poste" NBSP "».",
                "Ajoutez la colonne, ou corrigez son en-tête.");
}

static void test_types_are_named_and_their_form_given(void)
{
    CoProblem problem = {.severity = CO_SEVERITY_ERROR,
                         .code = CO_PROBLEM_VALUE_TYPE,
                         .action = CO_ACTION_CELL_OUT,
                         .value = "31/11/2024",
                         .detail = "date"};
    assert_says(&problem, "«" NBSP "31/11/2024" NBSP "» n'est pas une date.",
                "Écrivez la date sous la forme JJ/MM/AAAA.");
    problem.action = CO_ACTION_DEFAULT;
    problem.value = "quinze";
    problem.used = "15";
    problem.detail = "entier";
    assert_says(&problem,
                "«" NBSP "quinze" NBSP "» n'est pas un nombre entier" NBSP
                "; la valeur habituelle, «" NBSP "15" NBSP "», est retenue.",
                "Écrivez un nombre entier, sans autre texte.");
    problem.action = CO_ACTION_MENDED;
    problem.value = "mercredi matin";
    problem.used = "mercredi-am";
    assert_says(&problem,
                "«" NBSP "mercredi matin" NBSP "» a été lu «" NBSP "mercredi-am" NBSP "».",
                "Vérifiez que c'est bien ce qui était voulu.");
}

static void test_half_days_and_states_of_attendance_are_put_in_words(void)
{
    const CoProblem date = {.code = CO_PROBLEM_PRESENCE_DATE,
                            .value = "2024-11-13 am",
                            .used = "G-P1",
                            .detail = "2024-11-12 am|2024-11-12 pm"};
    assert_says(&date, "Le groupe n'a pas de séance de G-P1 le 13/11/2024 matin.",
                "Corrigez la date ou la demi-journée" NBSP "; dans ce plan" NBSP
                ": 12/11/2024 matin ou 12/11/2024 après-midi.");
    const CoProblem conflict = {.code = CO_PROBLEM_PRESENCE_CONFLICT,
                                .value = "P0002",
                                .used = "excuse",
                                .detail = "a.csv:2"};
    assert_says(&conflict,
                "P0002 est dit «" NBSP "excusé" NBSP "» ici, et autrement dans a.csv, ligne" NBSP
                "2" NBSP ": aucun des deux n'est retenu.",
                "Corrigez l'une des deux lignes, puis relisez les deux fichiers ensemble.");
    const CoProblem other = {
        .code = CO_PROBLEM_PRESENCE_DATE, .value = "2024-11-13 amont", .used = "G-P1"};
    assert_says(&other, "Le groupe n'a pas de séance de G-P1 le 13/11/2024 amont.",
                "Corrigez la date ou la demi-journée.");
}

static void test_choices_ranges_and_places_are_put_in_words(void)
{
    CoProblem choice = {
        .code = CO_PROBLEM_VALUE_CHOICE, .value = "parfois", .detail = "ouvert|evite|ferme"};
    assert_says(&choice, "«" NBSP "parfois" NBSP "» n'est pas une valeur permise.",
                "Choisissez parmi" NBSP ": ouvert, evite ou ferme.");
    CoProblem range = {.code = CO_PROBLEM_VALUE_RANGE, .value = "12", .detail = "1..9"};
    assert_says(&range, "«" NBSP "12" NBSP "» sort des limites permises.",
                "Indiquez un nombre de 1 à 9.");
    CoProblem single = {.code = CO_PROBLEM_VALUE_RANGE, .value = "4", .detail = "1..1"};
    assert_says(&single, "«" NBSP "4" NBSP "» sort des limites permises.",
                "Indiquez un nombre égal à 1.");
    CoProblem twice = {.code = CO_PROBLEM_PERSON_TWICE, .detail = "enquete.csv:2"};
    assert_says(&twice,
                "Cette personne est déjà citée (enquete.csv, ligne" NBSP "2)" NBSP
                "; elle compte une seule fois.",
                "");
}

static void test_dates_are_shown_as_people_write_them(void)
{
    CoProblem problem = {
        .code = CO_PROBLEM_DATE_OUTSIDE, .value = "2023-12-06", .detail = "2024-11-04..2024-12-20"};
    assert_says(&problem,
                "«" NBSP "06/12/2023" NBSP "» sort de la campagne (du 04/11/2024 au 20/12/2024).",
                "Vérifiez la date (souvent l'année), ou les paramètres «" NBSP "debut" NBSP
                "» et «" NBSP "fin" NBSP "».");
    CoProblem other = {.code = CO_PROBLEM_ROLE_UNKNOWN, .value = "12024-11-041"};
    g_autofree char *said = co_wording_problem(&other);
    g_assert_nonnull(strstr(said, "12024-11-041"));
}

static void test_numbers_agree_with_their_words(void)
{
    CoProblem problem = {.code = CO_PROBLEM_ROLE_NO_PATH, .value = "DDFPT", .number = 1};
    g_autofree char *one = co_wording_problem(&problem);
    g_assert_cmpstr(one, ==, "Aucun parcours ne forme le rôle DDFPT (1" NBSP "personne).");
    problem.number = 2;
    g_autofree char *two = co_wording_problem(&problem);
    g_assert_cmpstr(two, ==, "Aucun parcours ne forme le rôle DDFPT (2" NBSP "personnes).");
    CoProblem size = {.code = CO_PROBLEM_CELL_TOO_LARGE, .number = 1 << 20};
    g_autofree char *large = co_wording_problem(&size);
    g_assert_cmpstr(large, ==, "La cellule dépasse la taille permise (1" NBSP "Mio).");
}

static void test_one_code_may_be_worded_by_what_was_done(void)
{
    CoProblem draft = {.code = CO_PROBLEM_ANSWER_NOT_SUBMITTED, .action = CO_ACTION_ROW_OUT};
    g_autofree char *alone = co_wording_problem(&draft);
    g_assert_nonnull(strstr(alone, "reste inconnu"));
    draft.detail = "enquete.csv:76";
    g_autofree char *replaced = co_wording_problem(&draft);
    g_assert_nonnull(strstr(replaced, "celle qui l'a été est retenue"));
    draft.action = CO_ACTION_NONE;
    g_autofree char *kept = co_wording_problem(&draft);
    g_assert_nonnull(strstr(kept, "elle compte, faute d'autre"));
    CoProblem shared = {.severity = CO_SEVERITY_WARNING,
                        .code = CO_PROBLEM_ADDRESS_SHARED,
                        .value = "Inès Mornavel|Zoé Grandisel",
                        .used = "intendance@ac-exemple.fr",
                        .detail = "besoins.csv:2"};
    g_autofree char *doubt = co_wording_problem(&shared);
    g_assert_nonnull(strstr(doubt, "Inès Mornavel, Zoé Grandisel (besoins.csv"));
}

static void assert_uai_said(const char *value, const char *ending)
{
    const CoProblem problem = {.code = CO_PROBLEM_UAI_MENDED, .value = value, .used = "0389004F"};
    g_autofree char *expected =
        g_strdup_printf("L'UAI «" NBSP "%s" NBSP "» a été lu 0389004F%s.", value, ending);
    assert_says(&problem, expected, "");
}

static void test_what_readers_do_not_see_of_an_uai_is_told(void)
{
    assert_uai_said("0389004F ", " (espaces retirées)");
    assert_uai_said("038" NBSP "9004F", " (espaces retirées)");
    assert_uai_said("0389004f", " (lettres mises en capitales)");
    assert_uai_said("038 9004f", " (espaces retirées, lettres mises en capitales)");
    assert_uai_said("389004F", "");
    assert_uai_said("0389004F - Lycee", "");
}

static void test_an_answer_may_stand_for_a_school_or_a_person(void)
{
    CoProblem problem = {
        .code = CO_PROBLEM_ANSWER_REPLACED, .value = "Inès Mornavel", .detail = "enquete.csv:12"};
    assert_says(&problem,
                "La réponse «" NBSP "Inès Mornavel" NBSP "» est écartée" NBSP
                ": une autre, complète, du même établissement ou de la même personne, est retenue "
                "(enquete.csv, ligne" NBSP "12).",
                "");
    problem.severity = CO_SEVERITY_WARNING;
    g_autofree char *doubt = co_wording_problem(&problem);
    g_assert_nonnull(strstr(doubt, "avec une autre fonction"));
}

static void test_missing_needs_may_come_from_either_file(void)
{
    CoProblem problem = {.code = CO_PROBLEM_TABLE_MISSING, .value = "besoins"};
    g_autofree char *remedy = co_wording_problem_remedy(&problem);
    g_assert_nonnull(strstr(remedy, "enquete.csv"));
    problem.value = "salles";
    assert_says(&problem, "La table obligatoire «" NBSP "salles" NBSP "» manque.",
                "Ajoutez le fichier salles.csv, salles.xlsx ou salles.ods au dossier, ou la "
                "feuille salles au classeur.");
}

static void test_severities_and_actions_have_their_words(void)
{
    g_assert_cmpstr(co_wording_severity(CO_SEVERITY_ERROR), ==, "erreur");
    g_assert_cmpstr(co_wording_severity(CO_SEVERITY_WARNING), ==, "avertissement");
    g_assert_cmpstr(co_wording_severity(CO_SEVERITY_NOTICE), ==, "avis");
    g_assert_cmpstr(co_wording_action(CO_ACTION_ROW_OUT), ==, "ligne écartée");
    for (int action = 0; action <= CO_ACTION_FILE_OUT; action++)
        g_assert_cmpstr(co_wording_action((CoAction)action), !=, "");
}

static void test_a_row_of_a_workbook_is_told_with_its_sheet(void)
{
    CoProblem problem = {.code = CO_PROBLEM_HOMONYM, .detail = "m.xlsx|etablissements:192"};
    g_autofree char *text = co_wording_problem(&problem);
    g_assert_nonnull(strstr(text, "m.xlsx, feuille\u00A0etablissements, ligne\u00A0192"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/problems/sheet", test_a_row_of_a_workbook_is_told_with_its_sheet);
    g_test_add_func("/wording/problem/all",
                    test_every_code_has_its_sentence_whatever_the_problem_says);
    g_test_add_func("/wording/problem/later", test_a_code_of_a_later_version_is_admitted);
    g_test_add_func("/wording/problem/optional", test_what_has_nothing_to_say_is_left_out);
    g_test_add_func("/wording/problem/types", test_types_are_named_and_their_form_given);
    g_test_add_func("/wording/problem/attendance",
                    test_half_days_and_states_of_attendance_are_put_in_words);
    g_test_add_func("/wording/problem/words", test_choices_ranges_and_places_are_put_in_words);
    g_test_add_func("/wording/problem/dates", test_dates_are_shown_as_people_write_them);
    g_test_add_func("/wording/problem/numbers", test_numbers_agree_with_their_words);
    g_test_add_func("/wording/problem/action", test_one_code_may_be_worded_by_what_was_done);
    g_test_add_func("/wording/problem/uai", test_what_readers_do_not_see_of_an_uai_is_told);
    g_test_add_func("/wording/problem/replaced", test_an_answer_may_stand_for_a_school_or_a_person);
    g_test_add_func("/wording/problem/needs", test_missing_needs_may_come_from_either_file);
    g_test_add_func("/wording/severity", test_severities_and_actions_have_their_words);
    return g_test_run();
}

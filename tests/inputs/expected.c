/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "expected.h"

#include <string.h>

#include "cohorte/family.h"
#include "problems.h"
#include "tests/support/csv_rows.h"

static CoCsvRows *read_rows(const char *folder, const char *table)
{
    g_autoptr(GError) error = NULL;
    CoCsvRows *rows = co_csv_rows_read(folder, table, &error);
    g_assert_no_error(error);
    return rows;
}

/* ---- figures ---- */

static int count_role(const CoCampaign *campaign, int role_idx)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++)
        n += campaign->people[i].role_idx[0] == role_idx;
    return n;
}

static int count_sphere(const CoCampaign *campaign, CoSphere sphere)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++)
        n += campaign->roles[campaign->people[i].role_idx[0]].sphere == sphere;
    return n;
}

static int count_path(const CoCampaign *campaign, int path_idx)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++)
        n += campaign->people[i].path_idx == path_idx;
    return n;
}

static bool uses_fm1(const CoCampaign *campaign, const CoPath *path)
{
    for (int i = 0; i < path->n_modules; i++)
        if (campaign->modules[path->module_idx[i]].fm1)
            return true;
    return false;
}

static int largest_group(const CoCampaign *campaign, int path_idx)
{
    const CoPath *path = &campaign->paths[path_idx];
    int largest = 0;
    for (int i = 0; i < campaign->n_rooms; i++) {
        const CoRoom *room = &campaign->rooms[i];
        int seats = uses_fm1(campaign, path) ? MIN(room->seats, room->workstations) : room->seats;
        largest = MAX(largest, MIN(seats, path->max_size));
    }
    return largest;
}

/* Families: 0 counts all of a wave. */
static int count_wave(const CoCampaign *campaign, const char *wave, bool colleges, bool lycees)
{
    int n = 0;
    for (int i = 0; i < campaign->n_establishments; i++) {
        const CoEstablishment *establishment = &campaign->establishments[i];
        CoFamily family = co_place_family(establishment->place.type);
        bool college = family == CO_FAMILY_COLLEGE;
        bool lycee = family == CO_FAMILY_LYCEE || family == CO_FAMILY_VOCATIONAL;
        n += strcmp(campaign->waves[establishment->wave_idx].code, wave) == 0 &&
             (!colleges || college) && (!lycees || lycee);
    }
    return n;
}

static bool is_closed(const CoCampaign *campaign, CoDay day)
{
    for (int i = 0; i < campaign->n_closures; i++)
        if (day >= campaign->closures[i].first_day && day <= campaign->closures[i].last_day)
            return true;
    return false;
}

static int count_fm1_days(const CoCampaign *campaign)
{
    int n = 0;
    for (int i = 0; i < campaign->n_fm1_windows; i++) {
        const CoFm1Window *window = &campaign->fm1_windows[i];
        for (CoDay day = window->first_day; day <= window->last_day; day++)
            n += co_day_weekday(day) <= 5 && !is_closed(campaign, day);
    }
    return n;
}

static int count_answered(const CoCampaign *campaign)
{
    int n = 0;
    for (int i = 0; i < campaign->n_establishments; i++)
        n += campaign->establishments[i].answered;
    return n;
}

/* A key followed by a code: "personnes_GEST". @return false when it is none of these */
static bool find_coded(const CoCampaign *campaign, const char *key, int *value)
{
    const char *code = strrchr(key, '_');
    int role = co_campaign_find_role(campaign, key);
    int path = code != NULL ? co_campaign_find_path(campaign, code + 1) : -1;
    int wave = code != NULL ? co_campaign_find_wave(campaign, code + 1) : -1;
    if (role >= 0)
        *value = count_role(campaign, role);
    else if (path >= 0 && g_str_has_prefix(key, "personnes_"))
        *value = count_path(campaign, path);
    else if (path >= 0 && g_str_has_prefix(key, "capacite_max_groupe_"))
        *value = largest_group(campaign, path);
    else if (path >= 0 && g_str_has_prefix(key, "groupes_minimum_"))
        *value = (count_path(campaign, path) + largest_group(campaign, path) - 1) /
                 largest_group(campaign, path);
    else if (wave >= 0)
        *value = count_wave(campaign, code + 1, g_str_has_prefix(key, "colleges_"),
                            g_str_has_prefix(key, "lycees_"));
    else
        return false;
    return true;
}

static bool find_number(const CoCampaign *campaign, const char *key, int *value)
{
    const CoSurveyStats *survey = &campaign->survey;
    bool has_survey = survey->n_rows > 0;
    const struct {
        const char *key;
        bool known;
        int value;
    } figures[] = {
        {"etablissements", true, campaign->n_establishments},
        {"agences", true, campaign->n_agencies},
        {"academies", true, campaign->n_academies},
        {"personnes", true, campaign->n_people},
        {"formateurs", true, campaign->n_trainers},
        {"binomes", true, campaign->n_pairs},
        {"salles", true, campaign->n_rooms},
        {"semaines_fm1", true, campaign->n_fm1_windows},
        {"jours_fm1", true, count_fm1_days(campaign)},
        {"sphere_ordo", true, count_sphere(campaign, CO_SPHERE_ORDERING)},
        {"sphere_compta", true, count_sphere(campaign, CO_SPHERE_ACCOUNTING)},
        {"lignes_besoins", true, campaign->n_people},
        {"etablissements_repondants", true, count_answered(campaign)},
        {"lignes_enquete", has_survey, survey->n_rows},
        {"reponses_retenues", has_survey, survey->n_kept},
        {"etablissements_repondu_deux_fois", has_survey, survey->n_replaced},
        {"reponses_non_soumises", has_survey, survey->n_unsubmitted},
        {"uai_hors_vague", has_survey, survey->n_outside},
        {"uai_corriges", has_survey, survey->n_uai_mended},
        {"personnes_en_double_dans_une_reponse", has_survey, survey->n_person_twice},
        {"personnes_dans_deux_etablissements", has_survey, survey->n_person_two_places},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        if (strcmp(figures[i].key, key) != 0)
            continue;
        *value = figures[i].value;
        return figures[i].known;
    }
    return find_coded(campaign, key, value);
}

static const char *greta_of(const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_establishments; i++)
        if (strstr(campaign->establishments[i].place.type, "GRETA") != NULL)
            return campaign->establishments[i].uai;
    return "";
}

static const char *role_of_address(const CoCampaign *campaign, const char *address)
{
    for (int i = 0; i < campaign->n_people; i++)
        if (strcmp(campaign->people[i].email, address) == 0)
            return campaign->roles[campaign->people[i].role_idx[0]].code;
    return "";
}

/* @return the text a key must be equal to, NULL when it is no such key */
static const char *find_text(const CoCampaign *campaign, const CoProblemList *problems,
                             const char *key)
{
    if (strcmp(key, "support_greta") == 0)
        return greta_of(campaign);
    if (strcmp(key, "etablissement_sans_reponse") == 0)
        return problems_get(problems, CO_PROBLEM_ANSWER_MISSING)->value;
    if (strcmp(key, "uai_hors_vague_valeur") == 0)
        return problems_get(problems, CO_PROBLEM_UAI_UNKNOWN)->value;
    if (strcmp(key, "courriel_dans_deux_etablissements") == 0)
        return problems_get(problems, CO_PROBLEM_PERSON_TWO_PLACES)->value;
    if (strcmp(key, "etablissement_retenu_pour_ce_courriel") == 0)
        return problems_get(problems, CO_PROBLEM_PERSON_TWO_PLACES)->used;
    return NULL;
}

int expected_check(const char *folder, const CoCampaign *campaign, const CoProblemList *problems)
{
    g_autoptr(CoCsvRows) rows = read_rows(folder, "attendu");
    int n_compared = 0;
    for (guint i = 0; i < co_csv_rows_size(rows); i++) {
        const char *key = co_csv_rows_cell(rows, i, "cle");
        const char *expected = co_csv_rows_cell(rows, i, "valeur");
        int value = 0;
        const char *text = find_text(campaign, problems, key);
        bool is_number = text == NULL && find_number(campaign, key, &value);
        g_autofree char *number = g_strdup_printf("%d", value);
        if (strcmp(key, "fonction_resolue_par_alias_gestionnaire") == 0) {
            g_assert_cmpstr(role_of_address(campaign, expected), ==, "SG");
        } else if (text != NULL || is_number) {
            g_test_message("%s: %s", key, text != NULL ? text : number);
            g_assert_cmpstr(text != NULL ? text : number, ==, expected);
        } else {
            continue;
        }
        n_compared++;
    }
    return n_compared;
}

/* ---- people ---- */

static void assert_spans(const CoPerson *person, const char *cell)
{
    g_auto(GStrv) items = g_strsplit(cell, "|", -1);
    int n = *cell == '\0' ? 0 : (int)g_strv_length(items);
    g_assert_cmpint(person->n_spans, ==, n);
    for (int i = 0; i < n; i++) {
        CoSpan span;
        g_assert_true(co_span_parse(items[i], &span));
        g_autofree char *expected = co_span_to_text(&span);
        g_autofree char *actual = co_span_to_text(&person->spans[i]);
        g_assert_cmpstr(actual, ==, expected);
    }
}

static void check_person(const CoCampaign *campaign, const CoPerson *person, const CoCsvRows *rows,
                         guint row)
{
    g_assert_cmpstr(campaign->establishments[person->establishment_idx].uai, ==,
                    co_csv_rows_cell(rows, row, "uai"));
    g_assert_cmpint(person->n_roles, ==, 1);
    g_assert_cmpstr(campaign->roles[person->role_idx[0]].code, ==,
                    co_csv_rows_cell(rows, row, "role"));
    g_assert_cmpstr(person->last_name, ==, co_csv_rows_cell(rows, row, "nom"));
    g_assert_cmpstr(person->first_name, ==, co_csv_rows_cell(rows, row, "prenom"));
    g_assert_cmpstr(person->email, ==, co_csv_rows_cell(rows, row, "courriel"));
    assert_spans(person, co_csv_rows_cell(rows, row, "indisponibilites"));
    g_assert_cmpint(person->weight, ==, 1);
}

void expected_check_people(const char *folder, const CoCampaign *campaign)
{
    g_autoptr(CoCsvRows) rows = read_rows(folder, "besoins");
    g_assert_cmpint(campaign->n_people, ==, (int)co_csv_rows_size(rows));
    for (int i = 0; i < campaign->n_people; i++)
        check_person(campaign, &campaign->people[i], rows, (guint)i);
}

void expected_check_people_by_email(const char *folder, const CoCampaign *campaign)
{
    g_autoptr(CoCsvRows) rows = read_rows(folder, "besoins");
    g_autoptr(GHashTable) row_of = g_hash_table_new(g_str_hash, g_str_equal);
    g_assert_cmpint(campaign->n_people, ==, (int)co_csv_rows_size(rows));
    for (guint i = 0; i < co_csv_rows_size(rows); i++)
        g_assert_true(g_hash_table_insert(row_of, (gpointer)co_csv_rows_cell(rows, i, "courriel"),
                                          GUINT_TO_POINTER(i)));
    for (int i = 0; i < campaign->n_people; i++) {
        gpointer row = NULL;
        const CoPerson *person = &campaign->people[i];
        g_assert_true(g_hash_table_lookup_extended(row_of, person->email, NULL, &row));
        check_person(campaign, person, rows, GPOINTER_TO_UINT(row));
    }
}

/* ---- answers set aside ---- */

/* @param survey  its text; NULL for a workbook, where answers follow the headers in order
 * @return the line of the survey on which the answer with this id begins */
static int line_of_answer(const char *survey, const char *id)
{
    if (survey == NULL)
        return 1 + (int)g_ascii_strtoll(id, NULL, 10);
    g_autofree char *start = g_strdup_printf("\n\"%s\";", id);
    const char *at = strstr(survey, start);
    g_assert_nonnull(at);
    int line = 2;
    for (const char *c = survey; c < at; c++)
        line += *c == '\n';
    return line;
}

static const CoProblemCode reject_codes[] = {CO_PROBLEM_PERSON_TWICE, CO_PROBLEM_ANSWER_REPLACED,
                                             CO_PROBLEM_ANSWER_NOT_SUBMITTED,
                                             CO_PROBLEM_UAI_UNKNOWN, CO_PROBLEM_PERSON_TWO_PLACES};

static CoProblemCode code_of(const char *reason)
{
    static const char *const words[] = {"deux fois dans", "remplacée", "non soumise",
                                        "hors de la vague", "déjà comptée"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(reason, words[i]) != NULL)
            return reject_codes[i];
    g_error("unknown reason: %s", reason);
}

void expected_check_rejects(const char *folder, const CoProblemList *problems)
{
    g_autofree char *path = g_build_filename(folder, "enquete.csv", NULL);
    g_autofree char *survey = NULL;
    const char *file =
        g_file_get_contents(path, &survey, NULL, NULL) ? "enquete.csv" : "enquete.xlsx";
    g_autofree char *expected = g_build_filename(folder, "attendu", NULL);
    g_autoptr(CoCsvRows) rows = read_rows(expected, "rejets");
    for (guint i = 0; i < co_csv_rows_size(rows); i++) {
        const char *id = co_csv_rows_cell(rows, i, "reponse");
        const char *reason = co_csv_rows_cell(rows, i, "motif");
        CoProblemCode code = code_of(reason);
        const CoProblem *problem =
            problems_get_at(problems, code, file, line_of_answer(survey, id));
        g_assert_cmpstr(problem->value, ==, co_csv_rows_cell(rows, i, "valeur"));
        if (code == CO_PROBLEM_PERSON_TWO_PLACES)
            g_assert_nonnull(strstr(reason, problem->used));
    }
    int n_rejects = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(reject_codes); i++)
        n_rejects += problems_count(problems, reject_codes[i]);
    g_assert_cmpint(n_rejects, ==, (int)co_csv_rows_size(rows));
}

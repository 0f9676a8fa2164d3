/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cosui.xlsx: figures with what they are a part of, charts that read the right cells, and nobody.
 */
#include <string.h>

#include "cohorte/attendance.h"
#include "published.h"

static CoXlsxFile *open_with(CoSampleAmend amend)
{
    return co_published_file(amend, "cosui.xlsx");
}

static void give_costs(CoSample *sample)
{
    sample->report.trainer_time_cents = 100000;
    sample->report.mileage_cents = 33333;
    sample->report.meal_cents = 16667;
    sample->report.cost_cents = 150000;
}

static void give_survey(CoSample *sample)
{
    sample->campaign->survey = (CoSurveyStats){
        .n_rows = 8, .n_kept = 3, .n_replaced = 2, .n_unsubmitted = 1, .n_outside = 2};
}

static void give_types(CoSample *sample)
{
    sample->campaign->establishments[SAMPLE_SCHOOL_A].place.type = "Lycée";
}

static void many_groups(CoSample *sample)
{
    for (int i = 0; i < 38; i++) {
        CoGroup *group = co_plan_add_group(sample->plan);
        g_free(group->code);
        group->code = g_strdup_printf("SG-%02d", i + 2);
        group->path_idx = 1;
        group->academy_idx = group->trainer_idx[0] = 0;
    }
}

static void empty_plan(CoSample *sample)
{
    co_plan_free(sample->plan);
    sample->plan = co_plan_new();
    sample->context.plan = sample->plan;
    for (int m = 0; m < sample->campaign->n_modules; m++)
        if (sample->campaign->modules[m].mode == CO_MODE_WEBINAR)
            sample->campaign->modules[m].mode = CO_MODE_SELF_STUDY;
}

static void two_academies(CoSample *sample)
{
    CoCampaign *campaign = sample->campaign;
    co_campaign_add_academy(campaign)->name = "Lille";
    campaign->establishments[SAMPLE_SCHOOL_C].academy_idx = campaign->n_academies - 1;
    campaign->establishments[SAMPLE_SCHOOL_SILENT].academy_idx = campaign->n_academies - 1;
}

static void test_the_sheets_are_those_of_a_committee(void)
{
    static const char *const sheets[] = {"Synthèse", "Groupes",    "Couverture",
                                         "Coût",     "Calendrier", NULL};
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    g_assert_true(g_strv_equal((const char *const *)co_xlsx_file_sheets(file), sheets));
}

/* A label spans four columns. */
static void assert_figure(const CoXlsxFile *file, const char *label, const char *part,
                          const char *whole, const char *share)
{
    g_assert_cmpstr(co_published_near(file, "Synthèse", label, 4, 0), ==, part);
    g_assert_cmpstr(co_published_near(file, "Synthèse", label, 5, 0), ==, whole);
    g_assert_cmpstr(co_published_near(file, "Synthèse", label, 6, 0), ==, share);
}

static void test_key_figures_have_numerator_denominator_and_percentage(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    assert_figure(file, "Établissements dont le besoin est connu", "3", "4", "0.75");
    assert_figure(file, "Personnes placées, sur le besoin déclaré", "6", "7", "0.8571");
    assert_figure(file, "Couverture : placées et déjà formées, sur le besoin et les déjà formées",
                  "7", "8", "0.875");
    assert_figure(file, "Personnes déjà formées (à part)", "1", "–", "–");
    assert_figure(file, "Établissements dont quelqu'un est convoqué", "3", "4", "0.75");
    assert_figure(file, "Groupes constitués", "3", "–", "–");
    assert_figure(file, "Places occupées, réservées comprises, sur le maximum des groupes", "6",
                  "36", "0.1667");
    assert_figure(file, "Formateurs qui animent un groupe", "2", "2", "1");
}

static void test_a_survey_is_counted_answer_by_answer(void)
{
    g_autoptr(CoXlsxFile) file = open_with(give_survey);
    assert_figure(file, "Établissements ayant répondu à l'enquête", "3", "4", "0.75");
    assert_figure(file, "Réponses reçues", "8", "–", "–");
    assert_figure(file, "Réponses retenues", "3", "8", "0.375");
    assert_figure(file, "Réponses non envoyées (brouillons)", "1", "8", "0.125");
    assert_figure(file, "Réponses d'établissements hors campagne", "2", "8", "0.25");
}

static void test_without_a_survey_the_sheet_says_so(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    g_autofree char *said =
        co_xlsx_file_find(file, "Synthèse",
                          "Aucune enquête n'a été importée : les besoins viennent de la table "
                          "besoins.");
    g_autofree char *received = co_xlsx_file_find(file, "Synthèse", "Réponses reçues");
    g_assert_nonnull(said);
    g_assert_null(received);
}

/* ORD-01 has one member and meets one morning. */
static void tell(CoAttendanceList *list, const char *person_id, CoPresence state)
{
    const CoAttendance row = {.group = "ORD-01",
                              .path = "ORD",
                              .module = "ORD-P1",
                              .day = co_day_parse("2024-11-14"),
                              .half = CO_HALF_AM,
                              .person_id = person_id,
                              .state = state,
                              .minutes = -1,
                              .version = 3};
    co_attendance_list_add(list, &row);
}

static CoXlsxFile *open_attended(const CoAttendanceList *list)
{
    g_auto(CoSample) sample = {0};
    g_autoptr(GError) error = NULL;
    co_sample_init(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = g_build_filename(folder, "documents", NULL);
    CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    options.attendance = list;
    bool done = co_output_documents_with(&sample.context, &options, target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    g_autofree char *path = g_build_filename(target, "cosui.xlsx", NULL);
    CoXlsxFile *file = co_xlsx_file_open(path);
    co_sample_remove_folder(folder);
    return file;
}

static void test_attendance_is_counted_once_some_is_told(void)
{
    g_autoptr(CoAttendanceList) list = co_attendance_list_new();
    g_autoptr(CoXlsxFile) before = open_attended(list);
    tell(list, "P0001", CO_PRESENCE_PRESENT);
    co_attendance_list_sort(list);
    g_autoptr(CoXlsxFile) after = open_attended(list);
    g_assert_false(co_xlsx_file_holds(before, "Présences connues à ce jour"));
    assert_figure(after, "Groupes dont toutes les présences sont connues", "1", "3", "0.3333");
    /* One half-day of ORD-01, five of four people of SG-01, one of DIST-01. */
    assert_figure(after, "Demi-journées suivies, sur les demi-journées prévues des participants",
                  "1", "22", "0.0455");
    assert_figure(after, "Demi-journées d'absence", "0", "22", "0");
    assert_figure(after, "Personnes venues une fois au moins", "1", "6", "0.1667");
    assert_figure(after, "Personnes ayant suivi toutes les heures prévues", "1", "6", "0.1667");
    g_assert_false(co_xlsx_file_holds(after, "P0001"));
}

static void test_needs_by_role_add_up(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    const char *sheet = "Synthèse", *role = "SG – Secrétaire général d'EPLE";
    g_assert_cmpstr(co_published_near(file, sheet, role, 1, 0), ==, "5");
    g_assert_cmpstr(co_published_near(file, sheet, role, 2, 0), ==, "4");
    g_assert_cmpstr(co_published_near(file, sheet, role, 3, 0), ==, "0.8");
    g_assert_cmpstr(co_published_near(file, sheet, role, 4, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, role, 0, 2), ==, "Total");
    g_assert_cmpstr(co_published_near(file, sheet, role, 1, 2), ==, "7");
    g_assert_cmpstr(co_published_near(file, sheet, role, 2, 2), ==, "6");
}

static void test_groups_show_their_fill_and_dates_as_numbers(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    const char *sheet = "Groupes";
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 3, 0), ==, "4");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 6, 0), ==, "12");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 7, 0), ==, "0.3333");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 8, 0), ==, "45609");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 9, 0), ==, "45621");
    g_assert_cmpstr(co_published_near(file, sheet, "SG-01", 10, 0), ==, "5");
    g_assert_cmpstr(co_published_near(file, sheet, "DIST-01", 2, 0), ==, "À distance");
    g_assert_nonnull(strstr(co_xlsx_file_sheet(file, sheet), "<dataBar"));
    g_assert_nonnull(
        strstr(co_xlsx_file_sheet(file, sheet), "<conditionalFormatting sqref=\"H7:H9\""));
}

static void test_who_is_unplaced_is_counted_by_reason(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    const char *reason = "R08 continuité du service";
    g_assert_cmpstr(co_published_near(file, "Couverture", reason, 1, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, "Couverture", reason, 3, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, "Couverture", "80", 1, 0), ==, "7");
}

static void test_the_cost_is_the_sum_of_its_lines(void)
{
    g_autoptr(CoXlsxFile) file = open_with(give_costs);
    const char *first = "Indemnités de formation";
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 0), ==, "1000");
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 1), ==, "333.33");
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 2), ==, "166.67");
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 3), ==, "1500");
    g_assert_cmpstr(co_published_near(file, "Coût", first, 2, 0), ==, "0.6667");
    g_assert_true(co_xlsx_file_holds(file, "Le taux horaire n'est pas renseigné : 0 €."));
}

static void give_rate(CoSample *sample)
{
    sample->campaign->parameters.trainer_rate_cents = 4200;
}

static void test_the_budget_stands_under_the_cost_of_the_plan(void)
{
    /* Two trainers for the 15 hours of SG-01, one for the 3 hours of each other group. */
    g_autoptr(CoXlsxFile) file = open_with(give_rate);
    const char *first = "Indemnités de formation";
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 0), ==, "0");
    g_assert_cmpstr(co_published_near(file, "Coût", first, 0, 7), ==, first);
    g_assert_cmpstr(co_published_near(file, "Coût", first, 1, 7), ==, "1512");
    g_assert_false(co_xlsx_file_holds(file, "Le taux horaire n'est pas renseigné : 0 €."));
}

static void close_a_friday(CoSample *sample)
{
    CoClosure *closure = co_campaign_add_closure(sample->campaign);
    closure->kind = CO_CLOSURE_LOCAL;
    closure->first_day = closure->last_day = co_day_parse("2024-11-15");
    closure->label = "Fermeture";
}

static void test_fm1_offers_nothing_on_a_closed_day(void)
{
    g_autoptr(CoXlsxFile) file = open_with(close_a_friday);
    g_assert_cmpstr(co_published_near(file, "Calendrier", "S46", 10, 0), ==, "12");
}

static void test_weeks_show_the_load_and_fm1_against_what_it_takes(void)
{
    /* Week 46: FM1 is open from the 12th, SG-P1 takes the 13th. */
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    const char *sheet = "Calendrier";
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 3, 0), ==, "3");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 7, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 8, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 9, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 10, 0), ==, "16");
    g_assert_cmpstr(co_published_near(file, sheet, "S46", 11, 0), ==, "0.125");
    g_assert_cmpstr(co_published_near(file, sheet, "S45", 4, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, sheet, "Ensemble", 5, 0), ==, "8");
}

/* ---- charts ---- */

static const char *chart_part(const CoXlsxFile *file, int number)
{
    g_autofree char *name = g_strdup_printf("xl/charts/chart%d.xml", number);
    return co_xlsx_file_part(file, name);
}

/* @return (transfer full) every reference of a chart, '|' between */
static char *references(const char *chart)
{
    GString *all = g_string_new(NULL);
    for (const char *at = strstr(chart, "<c:f>"); at != NULL; at = strstr(at + 5, "<c:f>")) {
        const char *end = strstr(at, "</c:f>");
        g_string_append_printf(all, "%s%.*s", all->len > 0 ? "|" : "", (int)(end - at - 5), at + 5);
    }
    return g_string_free(all, FALSE);
}

/* @return the row number of the cell that holds a text */
static int row_of(const CoXlsxFile *file, const char *sheet, const char *text)
{
    g_autofree char *address = co_xlsx_file_find(file, sheet, text);
    g_assert_nonnull(address);
    return (int)g_ascii_strtoll(address + strcspn(address, "0123456789"), NULL, 10);
}

typedef struct Series {
    const char *sheet;
    char column; /* of the values */
    int head, last;
} Series;

static void assert_series(const char *chart, const Series *series)
{
    g_autofree char *all = references(chart);
    g_autofree char *name =
        g_strdup_printf("%s!$%c$%d", series->sheet, series->column, series->head);
    g_autofree char *values = g_strdup_printf("%s!$%c$%d:$%c$%d", series->sheet, series->column,
                                              series->head + 1, series->column, series->last);
    g_autofree char *categories =
        g_strdup_printf("%s!$A$%d:$A$%d", series->sheet, series->head + 1, series->last);
    if (strstr(all, name) == NULL || strstr(all, values) == NULL || strstr(all, categories) == NULL)
        g_error("%s lacks %s, %s or %s", all, name, values, categories);
}

static void test_charts_read_the_lines_of_their_tables_without_the_total(void)
{
    g_autoptr(CoXlsxFile) file = open_with(give_types);
    int role = row_of(file, "Synthèse", "Fonction"), type = row_of(file, "Synthèse", "Type");
    const Series series[][2] = {
        {{"'Synthèse'", 'C', type, type + 2}, {"'Synthèse'", 'D', type, type + 2}},
        {{"'Synthèse'", 'B', role, role + 3}, {"'Synthèse'", 'C', role, role + 3}},
        {{"Groupes", 'D', 6, 9}, {"Groupes", 'G', 6, 9}},
        {{"Calendrier", 'D', 6, 10}, {"Calendrier", 'E', 6, 10}},
        {{"Calendrier", 'H', 6, 10}, {"Calendrier", 'I', 6, 10}},
    };
    for (int i = 0; i < (int)G_N_ELEMENTS(series); i++) {
        const char *chart = chart_part(file, i + 1);
        g_assert_nonnull(chart);
        assert_series(chart, &series[i][0]);
        assert_series(chart, &series[i][1]);
    }
    g_assert_null(chart_part(file, G_N_ELEMENTS(series) + 1));
}

static void test_charts_have_titles_axes_patterns_labels_and_words(void)
{
    g_autoptr(CoXlsxFile) file = open_with(NULL);
    for (int i = 1; i <= 5; i++) {
        const char *chart = chart_part(file, i);
        g_assert_nonnull(strstr(chart, "<c:title>"));
        g_assert_nonnull(strstr(strstr(chart, "<c:catAx>"), "<c:title>"));
        g_assert_nonnull(strstr(strstr(chart, "<c:valAx>"), "<c:title>"));
        g_assert_nonnull(strstr(chart, "<a:pattFill"));
        g_assert_nonnull(strstr(chart, "<c:showVal"));
    }
    for (int i = 1; i <= 3; i++) {
        g_autofree char *name = g_strdup_printf("xl/drawings/drawing%d.xml", i);
        const char *drawing = co_xlsx_file_part(file, name);
        g_assert_nonnull(drawing);
        g_assert_nonnull(strstr(drawing, "descr=\""));
    }
}

/* ---- what may be missing ---- */

static void test_a_plan_of_nothing_has_sentences_instead_of_tables(void)
{
    g_autoptr(CoXlsxFile) file = open_with(empty_plan);
    g_assert_cmpstr(co_xlsx_file_cell(file, "Groupes", "A6"), ==,
                    "Le plan ne constitue aucun groupe.");
    g_assert_cmpstr(co_xlsx_file_cell(file, "Calendrier", "A6"), ==,
                    "Le plan ne tient aucune séance.");
    assert_figure(file, "Places occupées, réservées comprises, sur le maximum des groupes", "0",
                  "0", "–");
    g_assert_null(chart_part(file, 3));
}

static void test_too_many_groups_have_no_chart_and_the_sheet_says_so(void)
{
    g_autoptr(CoXlsxFile) file = open_with(many_groups);
    g_assert_null(strstr(co_xlsx_file_sheet(file, "Groupes"), "<drawing"));
    g_assert_true(co_xlsx_file_holds(file, "Il y a trop de groupes pour un graphique."));
    g_autoptr(CoXlsxFile) few = open_with(NULL);
    g_assert_nonnull(strstr(co_xlsx_file_sheet(few, "Groupes"), "<drawing"));
    g_assert_false(co_xlsx_file_holds(few, "Il y a trop de groupes pour un graphique."));
}

static void test_several_academies_have_a_line_each(void)
{
    g_autoptr(CoXlsxFile) one = open_with(NULL), two = open_with(two_academies);
    g_autofree char *alone = co_xlsx_file_find(one, "Synthèse", "Académie");
    g_assert_null(alone);
    g_assert_cmpstr(co_published_near(two, "Synthèse", "Lille", 1, 0), ==, "2");
    g_assert_cmpstr(co_published_near(two, "Synthèse", "Lille", 2, 0), ==, "1");
    g_assert_cmpstr(co_published_near(two, "Synthèse", "Lille", 4, 0), ==, "1");
    g_assert_cmpstr(co_published_near(two, "Synthèse", "Lille", 1, 1), ==, "4");
    g_assert_cmpstr(co_published_near(two, "Synthèse", "Lille", 6, 1), ==, "3");
    g_assert_cmpstr(co_published_near(one, "Groupes", "SG-01", 11, 0), ==, "");
    g_assert_cmpstr(co_published_near(two, "Groupes", "SG-01", 11, 0), ==, "Amiens");
}

/* ---- privacy ---- */

static void test_nobody_is_named_and_no_address_is_given(void)
{
    g_auto(CoPublished) test = {0};
    co_published_init(&test, NULL);
    g_autoptr(CoXlsxFile) file = co_published_open(&test, "cosui.xlsx");
    const CoCampaign *campaign = test.sample.campaign;
    for (int i = 0; i < campaign->n_people; i++) {
        co_xlsx_file_assert_absent(file, campaign->people[i].last_name);
        co_xlsx_file_assert_absent(file, campaign->people[i].first_name);
        co_xlsx_file_assert_absent(file, campaign->people[i].id);
    }
    for (int t = 0; t < campaign->n_trainers; t++) {
        co_xlsx_file_assert_absent(file, campaign->trainers[t].last_name);
        co_xlsx_file_assert_absent(file, campaign->trainers[t].first_name);
    }
    co_xlsx_file_assert_absent(file, "@ac-exemple.fr");
    co_xlsx_file_assert_absent(file, "ndisponib");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cosui/sheets", test_the_sheets_are_those_of_a_committee);
    g_test_add_func("/cosui/figures", test_key_figures_have_numerator_denominator_and_percentage);
    g_test_add_func("/cosui/survey", test_a_survey_is_counted_answer_by_answer);
    g_test_add_func("/cosui/survey/none", test_without_a_survey_the_sheet_says_so);
    g_test_add_func("/cosui/attendance", test_attendance_is_counted_once_some_is_told);
    g_test_add_func("/cosui/needs", test_needs_by_role_add_up);
    g_test_add_func("/cosui/groups", test_groups_show_their_fill_and_dates_as_numbers);
    g_test_add_func("/cosui/unplaced", test_who_is_unplaced_is_counted_by_reason);
    g_test_add_func("/cosui/cost", test_the_cost_is_the_sum_of_its_lines);
    g_test_add_func("/cosui/budget", test_the_budget_stands_under_the_cost_of_the_plan);
    g_test_add_func("/cosui/weeks/closed", test_fm1_offers_nothing_on_a_closed_day);
    g_test_add_func("/cosui/weeks", test_weeks_show_the_load_and_fm1_against_what_it_takes);
    g_test_add_func("/cosui/charts/ranges",
                    test_charts_read_the_lines_of_their_tables_without_the_total);
    g_test_add_func("/cosui/charts/words", test_charts_have_titles_axes_patterns_labels_and_words);
    g_test_add_func("/cosui/empty", test_a_plan_of_nothing_has_sentences_instead_of_tables);
    g_test_add_func("/cosui/many-groups", test_too_many_groups_have_no_chart_and_the_sheet_says_so);
    g_test_add_func("/cosui/academies", test_several_academies_have_a_line_each);
    g_test_add_func("/cosui/privacy", test_nobody_is_named_and_no_address_is_given);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frais.xlsx. Every rule behind the amounts: test_expenses.c. That a spreadsheet computes the same
 * amounts from the formulas: tests/e2e/test_frais.py. */
#include <stdlib.h>
#include <string.h>

#include "cohorte/texts.h"
#include "published.h"

#define TRIPS "Déplacements"
#define SUMMARY "Synthèse"
#define FIRST_ROW 10 /* of trips, as the reader sees it */

/* School A is 100 km and 90 minutes from the rooms, C 30 km, the trainer from outside 50 km. */
static void add_distances(CoSample *sample)
{
    static const struct {
        const char *uai;
        int km, minutes;
    } rows[] = {{"0800001A", 100, 90}, {"0800003C", 30, 0}, {"0809999Z", 50, 60}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        CoDistance *distance = co_campaign_add_distance(sample->campaign);
        distance->uai = rows[i].uai;
        distance->room_idx = 0;
        distance->km_milli = rows[i].km * 1000;
        distance->minutes = rows[i].minutes;
    }
    sample->campaign->parameters.trainer_rate_cents = 4000;
}

static CoXlsxFile *frais_file(CoSampleAmend amend)
{
    return co_published_file(amend, "frais.xlsx");
}

static const char *trip_cell(const CoXlsxFile *file, char column, int line)
{
    g_autofree char *address = g_strdup_printf("%c%d", column, FIRST_ROW + line);
    return co_xlsx_file_cell(file, TRIPS, address);
}

static double number_at(const CoXlsxFile *file, const char *sheet, const char *address)
{
    return g_ascii_strtod(co_xlsx_file_cell(file, sheet, address), NULL);
}

static void assert_amount(const char *cell, double wanted)
{
    g_assert_cmpfloat_with_epsilon(g_ascii_strtod(cell, NULL), wanted, 1e-6);
}

/* @return the line of a person's first trip */
static int line_of(const CoXlsxFile *file, const char *reference)
{
    int line = 0;
    while (strcmp(trip_cell(file, 'B', line), reference) != 0)
        g_assert_cmpint(++line, <, 40);
    return line;
}

static void test_sheets_go_from_the_sum_to_the_rates(void)
{
    static const char *const names[] = {
        SUMMARY, TRIPS, "Formateurs", "Par groupe", "Par établissement", "Barèmes", "Taux du jour"};
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    char **sheets = co_xlsx_file_sheets(file);
    g_assert_cmpuint(g_strv_length(sheets), ==, G_N_ELEMENTS(names));
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_cmpstr(sheets[i], ==, names[i]);
}

static void test_a_trip_is_a_row_with_its_amounts(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    int line = line_of(file, "P0003");
    g_assert_cmpstr(trip_cell(file, 'A', line), ==, "Chloé -Tiret");
    g_assert_cmpstr(trip_cell(file, 'C', line), ==, "participant");
    g_assert_cmpstr(trip_cell(file, 'E', line), ==, "SG-01");
    assert_amount(trip_cell(file, 'F', line), 45609); /* 13 November 2024 */
    assert_amount(trip_cell(file, 'M', line), 7.5 / 24);
    assert_amount(trip_cell(file, 'N', line), 18.0 / 24);
    g_assert_cmpstr(trip_cell(file, 'O', line), ==, "oui");
    assert_amount(trip_cell(file, 'R', line), 200);
    assert_amount(trip_cell(file, 'U', line), 64);
    assert_amount(trip_cell(file, 'W', line), 10);
    assert_amount(trip_cell(file, 'X', line), 74);
    assert_amount(trip_cell(file, 'S', line + 1), 200);
    assert_amount(trip_cell(file, 'L', line_of(file, "P0008")), 30); /* at 60 km/h */
}

static void test_right_and_reason_are_told(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    int same = line_of(file, "P0004"), unknown = line_of(file, "F2");
    g_assert_cmpstr(trip_cell(file, 'O', same), ==, "non");
    g_assert_cmpstr(trip_cell(file, 'P', same), ==, "même commune");
    assert_amount(trip_cell(file, 'X', same), 0);
    g_assert_cmpstr(trip_cell(file, 'O', unknown), ==, "à confirmer");
    assert_amount(trip_cell(file, 'U', unknown), 32);
    g_assert_cmpstr(co_published_near(file, SUMMARY, "Droits à confirmer", 2, 0), !=, "0");
}

/* Calls @p check with each formula of the workbook. */
static int for_each_formula(const CoXlsxFile *file, void (*check)(const char *formula))
{
    int n = 0;
    for (char **sheet = co_xlsx_file_sheets(file); *sheet != NULL; sheet++) {
        const char *xml = co_xlsx_file_sheet(file, *sheet);
        for (const char *p = strstr(xml, "<f>"); p != NULL; p = strstr(p + 1, "<f>"), n++) {
            g_autofree char *formula = g_strndup(p + 3, (gsize)(strstr(p, "</f>") - p - 3));
            check(formula);
        }
    }
    return n;
}

/* Numbers that are neither rows nor part of a name are 0, decimals of cents, or ranks. */
static void has_no_constant(const char *formula)
{
    bool is_quoted = false;
    for (const char *p = formula; *p != '\0'; p++) {
        if (g_str_has_prefix(p, "&quot;") || *p == '"')
            is_quoted = !is_quoted;
        bool begins = g_ascii_isdigit(*p) && (p == formula || strchr("(,+-*/<>=", p[-1]) != NULL);
        if (!is_quoted && begins && strtol(p, NULL, 10) > 3)
            g_error("a constant in %s", formula);
    }
}

static void test_no_rate_is_typed_in_a_formula(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    g_assert_cmpint(for_each_formula(file, has_no_constant), >, 100);
    const char *workbook = co_xlsx_file_part(file, "xl/workbook.xml");
    static const char *const names[] = {"\"bareme_valeur\"", "\"jour_km_1\"", "\"jour_repas\"",
                                        "\"taux_horaire_formateur\"", "\"heures_demi_journee\""};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_nonnull(strstr(workbook, names[i]));
}

static void test_amounts_are_formulas(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    const char *xml = co_xlsx_file_sheet(file, TRIPS);
    for (const char *column = "MNRUXZ"; *column != '\0'; column++) {
        g_autofree char *cell = g_strdup_printf("<c r=\"%c%d\"", *column, FIRST_ROW);
        const char *found = strstr(xml, cell);
        g_assert_nonnull(found);
        g_assert_true(g_str_has_prefix(strchr(found, '>') + 1, "<f>"));
    }
}

static double sum_of_column(const CoXlsxFile *file, char column)
{
    double sum = 0;
    for (int line = 0; *trip_cell(file, 'B', line) != '\0'; line++)
        sum += g_ascii_strtod(trip_cell(file, column, line), NULL);
    return sum;
}

static void test_totals_are_the_sums_of_the_lines_shown(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    double mileage = sum_of_column(file, 'U'), meals = sum_of_column(file, 'W');
    g_assert_cmpfloat(mileage, >, 0);
    assert_amount(co_published_near(file, SUMMARY, "Indemnités kilométriques", 4, 0), mileage);
    assert_amount(co_published_near(file, SUMMARY, "Repas", 4, 0), meals);
    g_autofree char *pay = co_xlsx_file_find(file, SUMMARY, "Indemnités de formation");
    assert_amount(co_xlsx_file_near(file, SUMMARY, pay, 4, 1),
                  mileage + meals +
                      g_ascii_strtod(co_xlsx_file_near(file, SUMMARY, pay, 4, 0), NULL));
    double groups = 0;
    for (int g = 0; g < 2; g++)
        groups += g_ascii_strtod(
            co_published_near(file, "Par groupe", g == 0 ? "SG-01" : "ORD-01", 7, 0), NULL);
    g_assert_cmpfloat_with_epsilon(groups, mileage + meals, 1e-6);
}

static void test_hours_times_the_rate_are_the_pay(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    /* Two whole days and a virtual class; then, elsewhere, one more virtual class. */
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 5, 0), 12);
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 6, 0), 480);
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 8, 0), 6);
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 11, 0), 720);
}

static void forget_the_rate(CoSample *sample)
{
    add_distances(sample);
    sample->campaign->parameters.trainer_rate_cents = -1;
}

static void test_a_rate_that_is_not_set_is_asked_for_and_counts_nothing(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(forget_the_rate);
    g_autofree char *rate = co_xlsx_file_find(file, "Barèmes", "à renseigner");
    g_assert_nonnull(rate);
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 11, 0), 0);
    assert_amount(co_published_near(file, "Formateurs", "Inès Premier", 5, 0), 12);
}

static void share_cars(CoSample *sample)
{
    add_distances(sample);
    sample->campaign->parameters.car_seats = 4;
}

static void test_shared_cars_have_a_sheet(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(share_cars);
    g_assert_cmpstr(co_published_near(file, "Covoiturage", "Lycée des Ormes", 1, 0), ==, "2");
    g_assert_cmpstr(co_published_near(file, "Covoiturage", "Lycée des Ormes", 2, 0), ==, "1");
    g_assert_cmpstr(co_published_near(file, "Covoiturage", "Lycée des Ormes", 3, 0), ==,
                    "Bruno <Tag> & \"Fils\"");
    g_assert_cmpstr(co_published_near(file, "Covoiturage", "Lycée des Ormes", 4, 0), ==,
                    "Chloé -Tiret");
    int passenger = line_of(file, "P0003");
    assert_amount(trip_cell(file, 'U', passenger), 0);
    assert_amount(trip_cell(file, 'W', passenger), 10);
}

static void misspell_a_code(CoSample *sample)
{
    CoRate *rate = co_campaign_add_rate(sample->campaign);
    rate->code = "km_5cv";
    rate->first_day = sample->campaign->parameters.first_day;
}

static void test_codes_that_are_not_known_are_named(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(misspell_a_code);
    g_assert_true(co_xlsx_file_holds(file, "(inconnus, ou valeur impossible) : km_5cv."));
}

static void hold_nothing(CoSample *sample)
{
    for (int g = 0; g < sample->plan->n_groups; g++)
        sample->plan->groups[g].room_idx = -1;
}

static void test_a_plan_without_trips_has_a_file_all_the_same(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(hold_nothing);
    assert_amount(co_published_near(file, SUMMARY, "Indemnités kilométriques", 4, 0), 0);
    g_assert_cmpfloat(number_at(file, TRIPS, "U11"), ==, 0);
}

static void know_by_address(CoSample *sample)
{
    add_distances(sample);
    sample->campaign->people[SAMPLE_ASSISTANT].last_name = "";
    sample->campaign->people[SAMPLE_ASSISTANT].first_name = "";
    sample->campaign->people[SAMPLE_ASSISTANT].needs_access = true;
}

static void test_no_address_and_no_unavailability_is_anywhere(void)
{
    static const char *const words[] = {"@ac-exemple.fr", "mardi",      "mar. ",    "ndisponib",
                                        "ménagement",     "Sansgroupe", "Dejaforme"};
    g_autoptr(CoXlsxFile) file = frais_file(know_by_address);
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (co_xlsx_file_holds(file, words[i]))
            g_error("found \"%s\"", words[i]);
    g_assert_cmpstr(trip_cell(file, 'A', line_of(file, "P0003")), ==,
                    "Personnel connu par son courriel (P0003)");
}

static void test_names_that_look_like_formulas_stay_texts(void)
{
    g_autoptr(CoXlsxFile) file = frais_file(add_distances);
    g_autofree char *address = g_strdup_printf("A%d", FIRST_ROW + line_of(file, "P0001"));
    g_assert_cmpstr(co_xlsx_file_cell(file, TRIPS, address), ==, "Aline =Formule");
    g_assert_true(co_xlsx_file_is_text(file, TRIPS, address));
}

/* Publishes the sample with the rates of a folder of texts. */
static CoXlsxFile *publish_with_rates(const char *folder, const char *rates)
{
    g_autoptr(GError) error = NULL;
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    add_distances(&sample);
    g_autofree char *path = g_build_filename(folder, "baremes.csv", NULL);
    g_assert_true(g_file_set_contents(path, rates, -1, NULL));
    g_autoptr(CoTexts) texts = co_texts_load(folder, &error);
    g_assert_no_error(error);
    CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    options.texts = texts;
    g_autofree char *target = g_build_filename(folder, "documents", NULL);
    co_output_documents_with(&sample.context, &options, target, &error);
    g_assert_no_error(error);
    g_autofree char *file = g_build_filename(target, "frais.xlsx", NULL);
    return co_xlsx_file_open(file);
}

static void test_an_academy_may_change_the_rates(void)
{
    if (g_getenv("COHORTE_SOURCE_DIR") == NULL) {
        g_test_skip("COHORTE_SOURCE_DIR is not set");
        return;
    }
    g_autofree char *shipped =
        g_build_filename(g_getenv("COHORTE_SOURCE_DIR"), "modeles", "baremes.csv", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(shipped, &text, NULL, NULL));
    g_autoptr(GString) rates = g_string_new(text);
    g_string_replace(rates, "km_5cv_1;0,32", "km_5cv_1;1,00", 1);
    char *folder = co_sample_folder();
    g_autoptr(CoXlsxFile) file = publish_with_rates(folder, rates->str);
    assert_amount(trip_cell(file, 'U', line_of(file, "P0003")), 200);
    co_sample_remove_folder(folder);
}

static void test_rates_that_cannot_be_read_are_refused_before_anything_is_written(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder();
    g_autofree char *path = g_build_filename(folder, "baremes.csv", NULL);
    g_assert_true(g_file_set_contents(
        path, "code;valeur;debut;fin;libelle;source\nrepas;vingt;01/01/2024;;x;y\n", -1, NULL));
    g_assert_null(co_texts_load(folder, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    g_assert_nonnull(strstr(error->message, "« baremes.csv », ligne 2, colonne « valeur »"));
    co_sample_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/frais/sheets", test_sheets_go_from_the_sum_to_the_rates);
    g_test_add_func("/frais/trip", test_a_trip_is_a_row_with_its_amounts);
    g_test_add_func("/frais/right", test_right_and_reason_are_told);
    g_test_add_func("/frais/formulas/constants", test_no_rate_is_typed_in_a_formula);
    g_test_add_func("/frais/formulas/amounts", test_amounts_are_formulas);
    g_test_add_func("/frais/totals", test_totals_are_the_sums_of_the_lines_shown);
    g_test_add_func("/frais/pay", test_hours_times_the_rate_are_the_pay);
    g_test_add_func("/frais/pay/unset",
                    test_a_rate_that_is_not_set_is_asked_for_and_counts_nothing);
    g_test_add_func("/frais/cars", test_shared_cars_have_a_sheet);
    g_test_add_func("/frais/codes", test_codes_that_are_not_known_are_named);
    g_test_add_func("/frais/empty", test_a_plan_without_trips_has_a_file_all_the_same);
    g_test_add_func("/frais/privacy", test_no_address_and_no_unavailability_is_anywhere);
    g_test_add_func("/frais/text", test_names_that_look_like_formulas_stay_texts);
    g_test_add_func("/frais/rates", test_an_academy_may_change_the_rates);
    g_test_add_func("/frais/rates/wrong",
                    test_rates_that_cannot_be_read_are_refused_before_anything_is_written);
    return g_test_run();
}

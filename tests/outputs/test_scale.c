/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/money/scale.h"

#include <string.h>

#include "cohorte/documents.h"
#include "outputs/words/texts_fields.h"

#define HEAD "code;valeur;debut;fin;libelle;source\n"

static CoTexts *shipped(void)
{
    g_autoptr(GError) error = NULL;
    CoTexts *texts = co_texts_load(NULL, &error);
    g_assert_no_error(error);
    return texts;
}

static void assert_refused(const char *text, gssize size, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) data = g_bytes_new(text, size < 0 ? strlen(text) : (gsize)size);
    g_assert_null(co_scale_parse("baremes.csv", data, &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    if (strstr(error->message, wanted) == NULL)
        g_error("\"%s\" does not hold \"%s\"", error->message, wanted);
}

static void test_the_shipped_scale_holds_the_official_rates(void)
{
    g_autoptr(CoTexts) texts = shipped();
    const CoScale *scale = co_texts_scale(texts);
    CoDay day = co_day_from_ymd(2024, 11, 14);
    static const int cents[] = {32, 40, 23, 41, 51, 30, 45, 55, 32};
    for (int i = 0; i < 9; i++)
        g_assert_cmpint((int)co_scale_on(scale, co_scale_km_item(i / 3, i % 3), day), ==,
                        cents[i] * 10000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, day), ==, 20000000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, co_day_from_ymd(2023, 9, 21)), ==,
                    17500000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_NIGHT_PARIS, day), ==, 140000000);
    g_assert_cmpint(co_scale_minutes_on(scale, CO_SCALE_NOON_END, day), ==, 14 * 60);
    g_assert_null(co_scale_row_on(scale, CO_SCALE_KM, co_day_from_ymd(2021, 12, 31)));
}

static void test_what_is_wrong_in_a_file_is_told_with_its_place_and_a_remedy(void)
{
    assert_refused("", -1, "vide");
    assert_refused("code;valeur\n", -1, "ligne 1, colonne « debut »");
    assert_refused(HEAD "repas;20\n", -1, "ligne 2 : 2 colonnes au lieu de 6");
    assert_refused(HEAD "repaz;20;01/01/2024;;x;y\n", -1,
                   "ligne 2, colonne « code » : « repaz » n'est le code d'aucun taux ; le plus "
                   "proche est « repas »");
    assert_refused(HEAD "\n# note\nrepas;vingt;01/01/2024;;x;y\n", -1,
                   "ligne 4, colonne « valeur » : « vingt » n'est pas un nombre");
    assert_refused(HEAD "repas;-20;01/01/2024;;x;y\n", -1, "« -20 » n'est pas un nombre");
    assert_refused(HEAD "repas;0,1234567;01/01/2024;;x;y\n", -1, "n'est pas un nombre");
    assert_refused(HEAD "vitesse_km_h;0;01/01/2024;;x;y\n", -1, "vérifiez l'unité");
    assert_refused(HEAD "repas;20;2024;;x;y\n", -1, "colonne « debut » : « 2024 »");
    assert_refused(HEAD "repas;20;01/01/2024;hier;x;y\n", -1, "colonne « fin » : « hier »");
    assert_refused(HEAD "repas;20;02/01/2024;01/01/2024;x;y\n", -1, "avant le début");
    assert_refused(HEAD "repas;20;01/01/2024;;x;y\nrepas;21;01/06/2024;;x;y\n", -1,
                   "tombe dans la période de la ligne 2");
    assert_refused(HEAD "repas;20;01/01/2024;;x;y\n", -1, "aucune ligne ne donne");
    assert_refused(HEAD "repas;20;01/01/2024;;caf\xE9;y\n", -1, "UTF-8");
    assert_refused(HEAD "a\0b", (gssize)strlen(HEAD) + 3, "UTF-8");
    g_autofree char *long_text = g_strnfill((256 << 10) + 1, '\n');
    assert_refused(long_text, -1, "trop lourd");
}

/* The shipped file with one line changed. */
static char *amended(const char *from, const char *to)
{
    g_autofree char *path =
        g_build_filename(g_getenv("COHORTE_SOURCE_DIR"), "modeles", "baremes.csv", NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(GString) changed = g_string_new(text);
    g_assert_cmpint((int)g_string_replace(changed, from, to, 1), ==, 1);
    return g_strdup(changed->str);
}

static void test_spreadsheets_may_save_the_file(void)
{
    if (g_getenv("COHORTE_SOURCE_DIR") == NULL) {
        g_test_skip("COHORTE_SOURCE_DIR is not set");
        return;
    }
    g_autofree char *text =
        amended("nuitee;90;22/09/2023;;Nuitée, petit déjeuner compris",
                "nuitee;1 090.50;2023-09-22;;\"Nuitée ; \"\"tout\"\" compris\"");
    g_autofree char *saved = g_strconcat("\xEF\xBB\xBF", text, NULL);
    g_autoptr(GString) crlf = g_string_new(saved);
    g_string_replace(crlf, "\n", "\r\n", 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) data = g_bytes_new(crlf->str, crlf->len);
    g_autoptr(CoScale) scale = co_scale_parse("baremes.csv", data, &error);
    g_assert_no_error(error);
    const CoScaleRow *row = co_scale_row_on(scale, CO_SCALE_NIGHT, co_day_from_ymd(2024, 1, 1));
    g_assert_cmpint((int)(row->value_micro / 1000), ==, 1090500);
    g_assert_cmpstr(row->label, ==, "Nuitée ; \"tout\" compris");
}

static void add_rate(CoCampaign *campaign, const char *code, int64_t micro, CoDay first, CoDay last)
{
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = code;
    rate->value_micro = micro;
    rate->first_day = first;
    rate->last_day = last;
    rate->origin.row = campaign->n_rates + 1;
}

static void test_rows_of_the_campaign_stand_on_their_dates(void)
{
    g_autoptr(CoTexts) texts = shipped();
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    CoDay first = co_day_from_ymd(2024, 11, 1), last = co_day_from_ymd(2024, 11, 30);
    add_rate(campaign, "repas", 15000000, first, last);
    add_rate(campaign, "repas", 16000000, first + 10, first + 12);
    g_autoptr(CoScale) scale = co_scale_of_campaign(co_texts_scale(texts), campaign);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, first - 1), ==, 20000000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, first), ==, 15000000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, first + 12), ==, 16000000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, last), ==, 15000000);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_MEAL, last + 1), ==, 20000000);
    const CoScaleRow *row = co_scale_row_on(scale, CO_SCALE_MEAL, first);
    g_assert_true(row->is_of_campaign);
    g_assert_cmpstr(row->source, ==, "Table frais de la campagne, ligne 2");
    for (int i = 1; i < scale->n_rows; i++)
        if (scale->rows[i].item == scale->rows[i - 1].item)
            g_assert_cmpint(scale->rows[i].first_day, >, scale->rows[i - 1].last_day);
    g_assert_null(scale->left_out[0]);
}

static void test_a_row_of_the_campaign_over_two_periods_stays_one(void)
{
    g_autoptr(CoTexts) texts = shipped();
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    add_rate(campaign, "repas", 15000000, co_day_from_ymd(2020, 1, 1), CO_DAY_NONE);
    g_autoptr(CoScale) scale = co_scale_of_campaign(co_texts_scale(texts), campaign);
    g_assert_cmpint(scale->first[CO_SCALE_MEAL + 1] - scale->first[CO_SCALE_MEAL], ==, 1);
    g_assert_cmpint(scale->rows[scale->first[CO_SCALE_MEAL]].last_day, ==, CO_DAY_NONE);
}

static void test_rows_that_cannot_be_used_are_listed(void)
{
    g_autoptr(CoTexts) texts = shipped();
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    add_rate(campaign, "taux_km", 250000, 1, CO_DAY_NONE); /* of the plan's cost */
    add_rate(campaign, "km_5cv", 250000, 1, CO_DAY_NONE);
    add_rate(campaign, "vitesse_km_h", 0, 1, CO_DAY_NONE);
    add_rate(campaign, "km_5cv", 250000, 1, CO_DAY_NONE);
    g_autoptr(CoScale) scale = co_scale_of_campaign(co_texts_scale(texts), campaign);
    g_assert_cmpuint(g_strv_length(scale->left_out), ==, 2);
    g_assert_cmpstr(scale->left_out[0], ==, "km_5cv");
    g_assert_cmpstr(scale->left_out[1], ==, "vitesse_km_h");
    CoDay day = co_day_from_ymd(2024, 11, 14);
    g_assert_cmpint((int)co_scale_on(scale, CO_SCALE_SPEED, day), ==, 60000000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scale/shipped", test_the_shipped_scale_holds_the_official_rates);
    g_test_add_func("/scale/wrong",
                    test_what_is_wrong_in_a_file_is_told_with_its_place_and_a_remedy);
    g_test_add_func("/scale/saved", test_spreadsheets_may_save_the_file);
    g_test_add_func("/scale/campaign", test_rows_of_the_campaign_stand_on_their_dates);
    g_test_add_func("/scale/campaign/one", test_a_row_of_the_campaign_over_two_periods_stays_one);
    g_test_add_func("/scale/left_out", test_rows_that_cannot_be_used_are_listed);
    return g_test_run();
}

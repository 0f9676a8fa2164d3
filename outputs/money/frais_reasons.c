/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the estimate is not the cost of the plan, in words and figures, and what it supposes. */
#include "frais_summary.h"

#include "cohorte/wording.h"
#include "outputs/words/names.h"

/* Where the two counts part. */
typedef struct Parting {
    int n_joined;         /* trips that the plan counts once more each */
    int64_t joined_cents; /* what it counts for them */
    int n_meals_gone;     /* meals of whole days that the hours do not give */
    int n_meals_new;      /* meals that the hours give beyond whole days */
} Parting;

static int n_meals(const CoExpenseLine *line)
{
    return (line->noon != CO_MEAL_NONE) + (line->evening != CO_MEAL_NONE);
}

static Parting compare(const CoExpenses *expenses)
{
    Parting parting = {0};
    for (int i = 0; i < expenses->n_lines; i++) {
        const CoExpenseLine *line = &expenses->lines[i];
        if (line->other_group_idx >= 0 && line->plan_mileage_cents > 0) {
            parting.n_joined++;
            parting.joined_cents += line->plan_mileage_cents - line->plan_mileage_cents / 2;
        }
        int n_plan = line->plan_meal_cents > 0 ? 1 : 0;
        parting.n_meals_gone += MAX(n_plan - n_meals(line), 0);
        parting.n_meals_new += MAX(n_meals(line) - n_plan, 0);
    }
    return parting;
}

static char *why_mileage(const CoFraisBook *frais, const Parting *parting)
{
    double rate = (double)frais->campaign->parameters.km_rate_micro / CO_SCALE_MICRO;
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.2f", rate);
    g_strdelimit(digits, ".", ',');
    GString *text = g_string_new(NULL);
    g_string_append_printf(text,
                           "Le plan compte chaque kilomètre à un seul taux (taux_km, %s € sauf "
                           "table « frais »), la prévision au taux de la puissance fiscale et de "
                           "la tranche annuelle.",
                           digits);
    if (parting->n_joined > 0) {
        g_autofree char *cents = co_wording_cents(parting->joined_cents);
        g_autofree char *trips = co_name_count(parting->n_joined, "trajet", "trajets");
        g_string_append_printf(text,
                               " Deux groupes vus le même jour au même endroit sont un seul trajet "
                               "(%s de moins, %s).",
                               trips, cents);
    }
    return g_string_free(text, FALSE);
}

static char *why_meals(const Parting *parting)
{
    static const char rule[] = "Le plan compte un repas par journée entière, la prévision selon "
                               "les heures de départ et de "
                               "retour et le barème du jour";
    if (parting->n_meals_gone + parting->n_meals_new == 0)
        return g_strdup_printf("%s ; ce sont ici les mêmes repas.", rule);
    g_autofree char *gone = co_name_count(parting->n_meals_gone, "repas", "repas");
    g_autofree char *more = co_name_count(parting->n_meals_new, "repas", "repas");
    return g_strdup_printf("%s : %s de moins, %s de plus.", rule, gone, more);
}

static void write_part(const CoFraisBook *frais, int row, const char *label, int64_t plan_cents)
{
    co_summary_label(frais->summary, row, label);
    co_page_decimal(frais->summary, row, 2, co_frais_euros(plan_cents),
                    (CoLook){.style = CO_STYLE_CELL_MONEY});
}

/* @param rank  of the kind among the sums of the first table, from 1 */
static void write_estimate(const CoFraisBook *frais, int row, int rank, int64_t cents,
                           int64_t plan_cents)
{
    g_autofree char *text = g_strdup_printf("=INDEX(synthese_totaux,%d)", rank);
    const CoSummaryCell estimate = {text, co_frais_euros(cents), CO_STYLE_CELL_MONEY, 0};
    const CoSummaryCell gap = {"=D#-C#", co_frais_euros(cents - plan_cents), CO_STYLE_CELL_MONEY,
                               0};
    co_summary_formula(frais->summary, row, 3, &estimate);
    co_summary_formula(frais->summary, row, 4, &gap);
}

static void write_total(CoPage *page, int row, int64_t plan_cents, int64_t cents)
{
    const double values[] = {co_frais_euros(plan_cents), co_frais_euros(cents),
                             co_frais_euros(cents - plan_cents)};
    co_page_area(page, (CoArea){row, 0, 1, 2}, "Total",
                 (CoLook){.style = CO_STYLE_CELL_STRONG, .fill = CO_FILL_FM1});
    for (int c = 0; c < 3; c++) {
        g_autofree char *text = g_strdup_printf("=SUM(%c%d:%c%d)", 'C' + c, row - 2, 'C' + c, row);
        const CoSummaryCell cell = {text, values[c], CO_STYLE_CELL_MONEY, CO_FILL_FM1};
        co_summary_formula(page, row, 2 + c, &cell);
    }
}

int co_summary_comparison(const CoFraisBook *frais, int row)
{
    static const char *const headers[CO_SUMMARY_COLS] = {
        "Poste", NULL, "Coût du plan", "Prévision", "Écart", "Pourquoi", NULL, NULL};
    const CoCheckReport *report = frais->publication->context->report;
    const CoExpenseTotals totals = co_expenses_total(frais->expenses);
    const Parting parting = compare(frais->expenses);
    int64_t pay = 0;
    for (int t = 0; t < frais->campaign->n_trainers; t++)
        pay += co_expenses_pay_cents(&frais->expenses->pay[t]);
    const struct {
        const char *label;
        int64_t plan_cents, cents;
    } parts[] = {
        {"Indemnités kilométriques", report->mileage_cents, totals.mileage_cents},
        {"Repas", report->meal_cents, totals.meal_cents},
        {"Indemnités de formation", report->trainer_time_cents, pay},
    };
    g_autofree char *mileage = why_mileage(frais, &parting);
    g_autofree char *meals = why_meals(&parting);
    const char *const reasons[] = {
        mileage, meals,
        frais->expenses->rate_is_set
            ? "Même règle : heures par demi-journée × taux horaire, chaque formateur en entier."
            : "taux_horaire_formateur est à renseigner : compté pour 0 des deux côtés."};
    int top = row;
    row = co_summary_section(frais->summary, row, "Rapprochement avec le coût du plan", headers);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++, row++) {
        write_part(frais, row, parts[i].label, parts[i].plan_cents);
        write_estimate(frais, row, (int)i + 1, parts[i].cents, parts[i].plan_cents);
        co_summary_text(frais->summary, (CoArea){row, 5, 1, 3}, reasons[i], CO_STYLE_CELL_SMALL);
    }
    write_total(frais->summary, row,
                report->mileage_cents + report->meal_cents + report->trainer_time_cents,
                totals.mileage_cents + totals.meal_cents + pay);
    co_page_keep_rows(frais->summary, top, row + 1 - top);
    return row + 1;
}

/* ---- what the estimate supposes ---- */

static const char *const hypotheses[] = {
    "Trajets : de l'établissement d'affectation au lieu de formation, aller et retour chaque jour. "
    "Rien n'est dû dans la commune d'affectation ; la commune du domicile n'est pas connue de la "
    "campagne : à vérifier par l'agent.",
    "Kilomètres : cumul par personne et par année civile, de 0 au début de la campagne ; les "
    "kilomètres parcourus pour d'autres missions ne sont pas connus. Un trajet qui passe un seuil "
    "est partagé entre les deux tranches.",
    "Véhicules : la puissance fiscale est inconnue ; celle de la feuille « Barèmes » vaut pour "
    "tous.",
    "Horaires : départ et retour à la durée de la table « distances », sinon à la vitesse moyenne "
    "de la feuille « Barèmes ».",
    "Repas : dû à qui est absent pendant toute la période de midi, ou du soir ; tarif réduit à "
    "midi "
    "là où une restauration est proposée. Un repas gratuit n'est pas connu de la campagne.",
    "Nuitées : signalées, jamais comptées. Péages et stationnement ne sont pas comptés.",
    NULL,
};

/* @return (transfer full) codes without a rate on some day of travel, "" when there is none */
static char *missing_rates(const CoFraisBook *frais)
{
    GString *codes = g_string_new(NULL);
    for (int item = 0; item < CO_N_SCALE_ITEMS; item++)
        for (guint d = 0; d < frais->dates->len; d++) {
            CoDay day = g_array_index(frais->dates, CoDay, d);
            if (co_scale_row_on(frais->expenses->scale, (CoScaleItem)item, day) != NULL)
                continue;
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? ", " : "",
                                   co_scale_code((CoScaleItem)item));
            break;
        }
    return g_string_free(codes, FALSE);
}

int co_summary_hypotheses(const CoFraisBook *frais, int row)
{
    CoPage *page = frais->summary;
    const CoArea line = {row, 0, 1, CO_SUMMARY_COLS};
    g_autofree char *missing = missing_rates(frais);
    row = co_summary_section(page, line.row, "Hypothèses", NULL);
    if (*missing != '\0') {
        g_autofree char *text = g_strdup_printf(
            "Aucun taux certains jours de la campagne pour : %s. Complétez la feuille « Barèmes » "
            "ou le modèle « baremes.csv » ; ces montants comptent pour 0.",
            missing);
        co_summary_text(page, (CoArea){row++, 0, 1, CO_SUMMARY_COLS}, text, CO_STYLE_WARNING);
    }
    for (const char *const *text = hypotheses; *text != NULL; text++)
        co_summary_text(page, (CoArea){row++, 0, 1, CO_SUMMARY_COLS}, *text, CO_STYLE_PLAIN);
    return row;
}

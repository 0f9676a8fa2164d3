/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan costs by its own measure, and what it may cost by the rules of payment: the two are
 * not the same number, and the sheet says why. */
#include "cosui.h"

#include "outputs/money/expenses.h"
#include "outputs/words/names.h"

enum { N_COLUMNS = 4, N_NATURES = 3 };

static const CoColumn columns[N_COLUMNS] = {
    {"Nature", CO_STYLE_CELL_STRONG, 220, 260, 0},
    {"Montant", CO_STYLE_CELL_MONEY, 120, 140, 0},
    {"Part", CO_STYLE_CELL_PERCENT, 90, 100, 0},
    {"Ce qui est compté", CO_STYLE_CELL, 400, 480, 0},
};

/* One nature of cost. */
typedef struct Cost {
    const char *nature;
    int64_t cents;
    const char *what;
} Cost;

static void add_cost(CoTable *table, const Cost *cost, int64_t total_cents)
{
    co_table_add_text(table, cost->nature);
    co_table_add_decimal(table, (double)cost->cents / 100);
    co_table_add_percent(table, cost->cents, total_cents);
    co_table_add_text(table, cost->what);
}

static CoTable *table_of(const Cost *costs, const char *total_what)
{
    CoTable *table = co_table_new(columns, N_COLUMNS);
    Cost total = {"Total", 0, total_what};
    for (int i = 0; i < N_NATURES; i++)
        total.cents += costs[i].cents;
    for (int i = 0; i < N_NATURES; i++)
        add_cost(table, &costs[i], total.cents);
    co_table_fill_row(table, CO_FILL_TOTAL);
    add_cost(table, &total, total.cents);
    return table;
}

static CoTable *plan_cost(const CoOutputContext *context)
{
    const CoCheckReport *report = context->report;
    bool has_rate = context->campaign->parameters.trainer_rate_cents >= 0;
    const Cost costs[N_NATURES] = {
        {"Indemnités de formation", report->trainer_time_cents,
         has_rate ? "Heures animées au taux horaire de la campagne, chaque formateur compté."
                  : "Le taux horaire n'est pas renseigné : 0 €."},
        {"Indemnités kilométriques", report->mileage_cents,
         "Aller et retour de chaque jour en présentiel, à un seul taux, hors de la commune."},
        {"Repas", report->meal_cents, "Un repas par journée entière hors de la commune."},
    };
    return table_of(costs, "Mesure du plan, qui sert à comparer des plans entre eux.");
}

static CoTable *budget(const CoCosui *cosui)
{
    const CoExpenses *expenses = cosui->publication->expenses;
    CoExpenseTotals totals = co_expenses_total(expenses);
    int64_t pay_cents = 0;
    for (int t = 0; t < cosui->context->campaign->n_trainers; t++)
        pay_cents += co_expenses_pay_cents(&expenses->pay[t]);
    const Cost costs[N_NATURES] = {
        {"Indemnités de formation", pay_cents,
         expenses->rate_is_set ? "Heures d'animation des états de service, au taux horaire."
                               : "Le taux horaire n'est pas renseigné : 0 €."},
        {"Indemnités kilométriques", totals.mileage_cents,
         "Barème daté, par tranche de kilomètres de l'année civile et par personne."},
        {"Repas", totals.meal_cents,
         "Repas dus d'après les heures de départ et de retour ; taux réduit avec restauration."},
    };
    return table_of(costs, "Estimation du budget, détaillée dans frais.xlsx.");
}

static int write_part(CoPage *page, int row, const char *title, const CoTable *table)
{
    co_page_area(page, (CoArea){row, 0, 1, N_COLUMNS}, title, (CoLook){.style = CO_STYLE_SECTION});
    row = co_table_write(table, page, row + 1);
    co_page_raise_row(page, row, 12);
    return row + 1;
}

static int write_unsure(const CoCosui *cosui, CoPage *page, int row)
{
    CoExpenseTotals totals = co_expenses_total(cosui->publication->expenses);
    g_autofree char *trips = co_name_count(totals.n_trips, "déplacement", "déplacements");
    g_autofree char *unsure = g_strdup_printf(
        "L'estimation compte %s, dont %d à confirmer, la commune étant inconnue. Nuitées, non "
        "chiffrées : %d. Aucune des deux mesures n'est une dépense constatée.",
        trips, totals.n_to_confirm, totals.n_overnights);
    co_page_area(page, (CoArea){row, 0, 1, N_COLUMNS}, unsure, (CoLook){.style = CO_STYLE_SMALL});
    return row + 1;
}

void co_cosui_cost(const CoCosui *cosui)
{
    g_return_if_fail(cosui != NULL);
    const CoPageSetup setup = {"Coût", cosui->heading->footer, true};
    CoPage *page = co_page_new(cosui->book, &setup);
    g_autoptr(CoTable) plan = plan_cost(cosui->context);
    g_autoptr(CoTable) estimate = budget(cosui);
    co_table_set_widths(plan, page);
    int row = co_heading_draw(cosui->heading, page, N_COLUMNS, "Coût");
    row = write_part(page, row, "Coût du plan, critère de choix", plan);
    row = write_part(page, row, "Estimation du budget, par les règles de paiement", estimate);
    write_unsure(cosui, page, row);
}

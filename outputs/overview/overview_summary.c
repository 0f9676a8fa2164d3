/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan is worth, and how sure that is. A gap shows only where it was proven. */
#include "outputs/kit/html.h"
#include "outputs/money/expenses.h"
#include "outputs/words/names.h"
#include "overview.h"
#include "cohorte/wording.h"

#define NOT_PROVEN "non prouvé"
#define MILLIONTHS 1000000.0

/* The three tiers, and the cost before comfort spent some of it. */
typedef enum Tier { TIER_UNPLACED, TIER_COST, TIER_BEFORE_COMFORT, TIER_COMFORT } Tier;

static bool is_least(const CoTier *tier)
{
    return tier->has_bound && tier->bound == tier->value;
}

/* Stage 1 is who has no place, at so much each, and the cost: the cost alone. Its bound speaks of
 * the cost only where no plan leaves fewer without a place. */
static CoTier cost_before_comfort(const CoPlan *plan)
{
    int64_t unplaced = plan->unplaced_penalty * plan->tiers[0].value;
    bool has_bound = plan->stage1.has_bound && is_least(&plan->tiers[0]);
    return (CoTier){plan->stage1.value - unplaced, has_bound,
                    has_bound ? MAX(plan->stage1.bound - unplaced, 0) : 0, has_bound};
}

/* @return cents that comfort added to the cost */
static int64_t spent_on_comfort(const CoPlan *plan)
{
    return MAX(plan->tiers[1].value - cost_before_comfort(plan).value, 0);
}

/* ---- figures ---- */

/* @param opening  of its box @param remark  "" for none */
static void append_figure(GString *page, const char *opening, const char *label, const char *value,
                          const char *remark)
{
    g_string_append(page, opening);
    co_html_element(page, "dt", label);
    g_string_append(page, "<dd>");
    co_html_text(page, value);
    if (*remark != '\0')
        co_html_element(page, "small", remark);
    g_string_append(page, "</dd></div>\n");
}

static void append_count(GString *page, const char *label, int count, const char *remark)
{
    g_autofree char *number = g_strdup_printf("%d", count);
    append_figure(page, "<div>", label, number, remark);
}

static int n_reserved(const CoOverview *overview)
{
    const CoCampaign *campaign = overview->campaign;
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++)
        if (campaign->people[i].reserved && overview->publication->group_of_person[i] >= 0)
            n++;
    return n;
}

static int n_meetings(const CoPlan *plan)
{
    int n = 0;
    for (int g = 0; g < plan->n_groups; g++)
        n += plan->groups[g].n_meetings;
    return n;
}

static void append_figures(GString *page, const CoOverview *overview)
{
    const CoPlan *plan = overview->plan;
    int n_placed = co_plan_n_placed(plan), n_seats = n_reserved(overview);
    g_autofree char *seats =
        n_seats == 0 ? g_strdup("") : co_name_count(n_seats, "place réservée", "places réservées");
    g_autofree char *placed = g_strconcat(n_seats > 0 ? "dont " : "", seats, NULL);
    g_autofree char *meetings = co_name_count(n_meetings(plan), "séance", "séances");
    g_autofree char *unplaced = g_strdup_printf("%d", plan->n_unplaced);
    g_autofree char *cost = co_wording_cents(plan->tiers[1].value);
    bool is_rate_set = overview->campaign->parameters.trainer_rate_cents >= 0;
    g_string_append(page, "<dl class=\"figures\">\n");
    append_count(page, "Personnes à former", n_placed + plan->n_unplaced, "");
    append_count(page, "Placées", n_placed, placed);
    append_figure(page, plan->n_unplaced > 0 ? "<div class=\"alert\">" : "<div>", "Non placées",
                  unplaced, plan->n_unplaced > 0 ? "raisons et remèdes plus bas" : "");
    append_count(page, "Groupes", plan->n_groups, meetings);
    append_figure(page, "<div>", "Coût prévu", cost,
                  is_rate_set ? "" : "heures de formateurs non comptées");
    g_string_append(page, "</dl>\n");
}

/* ---- what is proven ---- */

/* "0,44 %"; what is not nothing is never said to be. */
static char *gap_text(const CoTier *tier)
{
    if (!tier->gap_proven || !tier->has_bound)
        return g_strdup(NOT_PROVEN);
    if (is_least(tier))
        return g_strdup("nul");
    double gap = co_tier_gap(tier);
    return gap < 0.00005 ? g_strdup("moins de 0,01\xc2\xa0%") : co_wording_percent(gap);
}

static char *value_text(Tier which, int64_t value)
{
    bool is_money = which == TIER_COST || which == TIER_BEFORE_COMFORT;
    return is_money ? co_wording_cents(value) : g_strdup_printf("%" G_GINT64_FORMAT, value);
}

static const char *unplaced_meaning(const CoTier *tier)
{
    if (tier->value == 0)
        return "Tout le monde est placé : on ne peut faire mieux.";
    if (is_least(tier))
        return "Il est prouvé qu'aucun plan ne peut en laisser moins de côté.";
    if (tier->has_bound)
        return "On ne sait pas si un plan peut en laisser moins de côté, mais aucun ne descend "
               "sous "
               "la borne.";
    return "Rien ne prouve qu'un autre plan n'en placerait pas plus.";
}

/* What a bound of the cost speaks of: a new plan keeps to the published one before it saves. */
static const char *equal_plan(const CoPlan *plan)
{
    return plan->version > 1 || plan->changes > 0
               ? "plan qui place autant de monde et ne change pas plus le plan publié"
               : "plan qui place autant de monde";
}

static char *cost_meaning(const CoPlan *plan, const CoTier *tier)
{
    if (!tier->gap_proven || !tier->has_bound)
        return g_strdup(
            "Un plan moins cher existe peut-être : rien n'est prouvé tant que le palier "
            "du dessus n'est pas à son minimum prouvé.");
    if (is_least(tier))
        return g_strdup_printf("Il est prouvé qu'aucun %s ne coûte moins.", equal_plan(plan));
    g_autofree char *more = co_wording_cents(tier->value - tier->bound);
    return g_strdup_printf("Un %s coûterait au mieux %s de moins : c'est prouvé.", equal_plan(plan),
                           more);
}

static char *comfort_meaning(const CoTier *tier)
{
    static const char scale[] = "Mercredis, effectifs inégaux, échéances à éviter… : moins il y a "
                                "de points, mieux c'est.";
    if (!tier->has_bound || !tier->gap_proven)
        return g_strdup(scale);
    if (is_least(tier))
        return g_strconcat(scale, " Il est prouvé qu'on ne peut faire mieux à ce coût.", NULL);
    return g_strconcat(scale, " La borne ne dit pas qu'on puisse l'atteindre.", NULL);
}

static char *before_comfort_meaning(const CoOverview *overview)
{
    const CoPlan *plan = overview->plan;
    const CoTier before = cost_before_comfort(plan);
    g_autofree char *spent = co_wording_cents(spent_on_comfort(plan));
    g_autofree char *tolerance = co_wording_percent(
        (double)overview->campaign->parameters.cost_tolerance_micro / MILLIONTHS / 100);
    g_autofree char *cost = cost_meaning(plan, &before);
    return g_strdup_printf("%s Le confort a dépensé %s de plus, sur les %s que permet la "
                           "tolérance.",
                           cost, spent, tolerance);
}

static char *meaning(const CoOverview *overview, Tier which)
{
    const CoTier *tiers = overview->plan->tiers;
    switch (which) {
    case TIER_UNPLACED:
        return g_strdup(unplaced_meaning(&tiers[0]));
    case TIER_COST:
        return cost_meaning(overview->plan, &tiers[1]);
    case TIER_BEFORE_COMFORT:
        return before_comfort_meaning(overview);
    case TIER_COMFORT:
        break;
    }
    return comfort_meaning(&tiers[2]);
}

static CoTier tier_of(const CoPlan *plan, Tier which)
{
    switch (which) {
    case TIER_UNPLACED:
        return plan->tiers[0];
    case TIER_COST:
        return plan->tiers[1];
    case TIER_BEFORE_COMFORT:
        return cost_before_comfort(plan);
    case TIER_COMFORT:
        break;
    }
    return plan->tiers[2];
}

static void append_tier(GString *page, const CoOverview *overview, Tier which)
{
    static const char *const labels[] = {"1. Personnes non placées (poids)", "2. Coût",
                                         "Coût avant confort", "3. Confort (points)"};
    const CoTier tier = tier_of(overview->plan, which);
    g_string_append(page, "<tr>");
    co_html_head_cell(page, labels[which]);
    co_html_take_element(page, "td class=\"t\"", value_text(which, tier.value));
    co_html_take_element(page, "td class=\"t\"",
                         tier.has_bound ? value_text(which, tier.bound) : g_strdup("non prouvée"));
    co_html_take_element(page, "td class=\"t\"", gap_text(&tier));
    co_html_take_cell(page, meaning(overview, which));
    g_string_append(page, "</tr>\n");
}

/* A tier of its own between placing and cost, of which no bound is kept. */
static void append_changes(GString *page, const CoPlan *plan)
{
    if (plan->changes == 0)
        return;
    g_string_append(page, "<tr>");
    co_html_head_cell(page, "Changements");
    co_html_take_element(page, "td class=\"t\"",
                         g_strdup_printf("%" G_GINT64_FORMAT, plan->changes));
    co_html_element(page, "td class=\"t\"", "non gardée");
    co_html_element(page, "td class=\"t\"", NOT_PROVEN);
    co_html_cell(page, "Séances déplacées, groupes et formateurs changés depuis le plan publié ; "
                       "passe avant le coût.");
    g_string_append(page, "</tr>\n");
}

static void append_tiers(GString *page, const CoOverview *overview)
{
    static const char *const columns[] = {
        "Palier", "#Valeur", "#Borne prouvée", "#Écart prouvé", "Ce que cela veut dire", NULL};
    co_html_open_table(page,
                       "Ce qui est minimisé, dans cet ordre ; la borne est ce sous quoi aucun "
                       "plan ne peut descendre",
                       columns);
    append_tier(page, overview, TIER_UNPLACED);
    append_changes(page, overview->plan);
    if (spent_on_comfort(overview->plan) != 0)
        append_tier(page, overview, TIER_BEFORE_COMFORT);
    append_tier(page, overview, TIER_COST);
    append_tier(page, overview, TIER_COMFORT);
    co_html_close_table(page);
}

static char *feasible_verdict(const CoPlan *plan)
{
    const CoTier *cost = &plan->tiers[1];
    if (!cost->has_bound || !cost->gap_proven)
        return g_strdup("Plan réalisable : il respecte toutes les règles ; son écart au meilleur "
                        "plan possible n'est pas prouvé.");
    g_autofree char *more = co_wording_cents(cost->value - cost->bound);
    g_autofree char *gap = gap_text(cost);
    if (is_least(cost))
        return g_strdup_printf("Plan réalisable : il respecte toutes les règles. Aucun %s ne coûte "
                               "moins : c'est prouvé.",
                               equal_plan(plan));
    return g_strdup_printf("Plan réalisable : il respecte toutes les règles. Un %s coûterait au "
                           "mieux %s de moins (écart %s) : c'est prouvé.",
                           equal_plan(plan), more, gap);
}

static char *optimal_verdict(const CoPlan *plan)
{
    g_autofree char *spent = co_wording_cents(spent_on_comfort(plan));
    bool has_spent = spent_on_comfort(plan) != 0;
    return g_strdup_printf(
        "Plan optimal, c'est prouvé%s%s : aucun autre ne place plus de monde, et "
        "aucun %s ne coûte moins.",
        has_spent ? ", avant que le confort ne dépense " : "", has_spent ? spent : "",
        equal_plan(plan));
}

static char *verdict(const CoPlan *plan)
{
    switch (plan->quality) {
    case CO_QUALITY_OPTIMAL:
        return optimal_verdict(plan);
    case CO_QUALITY_FEASIBLE:
        return feasible_verdict(plan);
    case CO_QUALITY_INFEASIBLE:
        return g_strdup("Aucun plan ne peut placer quelqu'un : c'est prouvé.");
    case CO_QUALITY_NOTHING:
        break;
    }
    return g_strdup("Aucun plan trouvé : rien ne prouve qu'il n'y en ait pas.");
}

/* ---- what the cost is made of ---- */

/* One measure of the cost: the plan's own, or that of the official rates. */
typedef struct Cost {
    int64_t trainer_cents, mileage_cents, meal_cents;
} Cost;

/* What would be paid, by dated rates: bands of kilometres, meals by hours away. */
static Cost official_cost(const CoOverview *overview)
{
    const CoExpenses *expenses = overview->publication->expenses;
    const CoExpenseTotals totals = co_expenses_total(expenses);
    Cost cost = {0, totals.mileage_cents, totals.meal_cents};
    for (int t = 0; t < overview->campaign->n_trainers; t++)
        cost.trainer_cents += co_expenses_pay_cents(&expenses->pay[t]);
    return cost;
}

/* @param row  of a table @param unknown  shown in place of amounts, or NULL */
static void append_part(GString *page, const char *row, int64_t planned_cents,
                        int64_t official_cents, const char *unknown)
{
    co_html_head_cell(page, row);
    co_html_take_number(page,
                        unknown != NULL ? g_strdup(unknown) : co_wording_cents(planned_cents));
    co_html_take_number(page,
                        unknown != NULL ? g_strdup(unknown) : co_wording_cents(official_cents));
    g_string_append(page, "</tr>\n");
}

static void append_parts(GString *page, const CoOverview *overview)
{
    static const char *const columns[] = {"Poste", "#Coût du plan", "#Aux barèmes officiels", NULL};
    const CoCheckReport *report = overview->publication->context->report;
    const Cost cost = official_cost(overview);
    bool is_rate_set = overview->campaign->parameters.trainer_rate_cents >= 0;
    g_string_append(page, "<h3>De quoi le coût est fait</h3>\n<div class=\"narrow\">");
    co_html_open_table(page,
                       "Le coût du plan, qui sert à choisir, recalculé par le vérificateur ; "
                       "et ce qui serait payé, détaillé dans frais.xlsx",
                       columns);
    g_string_append(page, "<tr>");
    append_part(page, "Indemnités de formation", report->trainer_time_cents, cost.trainer_cents,
                is_rate_set ? NULL : "taux à renseigner");
    g_string_append(page, "<tr>");
    append_part(page, "Indemnités kilométriques", report->mileage_cents, cost.mileage_cents, NULL);
    g_string_append(page, "<tr>");
    append_part(page, "Repas", report->meal_cents, cost.meal_cents, NULL);
    g_string_append(page, "<tr class=\"total\">");
    append_part(page, "Ensemble", report->cost_cents,
                cost.trainer_cents + cost.mileage_cents + cost.meal_cents, NULL);
    co_html_close_table(page);
    g_string_append(page, "</div>\n");
}

void co_overview_summary(GString *page, const CoOverview *overview)
{
    g_return_if_fail(page != NULL && overview != NULL);
    bool is_sure =
        overview->plan->quality == CO_QUALITY_OPTIMAL ||
        (overview->plan->quality == CO_QUALITY_FEASIBLE && overview->plan->tiers[1].gap_proven);
    co_html_section(page, "essentiel", "L'essentiel", "");
    append_figures(page, overview);
    co_html_take_element(page, is_sure ? "p class=\"verdict\"" : "p class=\"verdict open\"",
                         verdict(overview->plan));
    append_tiers(page, overview);
    append_parts(page, overview);
}

/* ---- how it was computed ---- */

static void append_fact(GString *page, const char *label, const char *value)
{
    co_html_element(page, "dt", label);
    co_html_element(page, "dd", value);
    g_string_append_c(page, '\n');
}

void co_overview_run(GString *page, const CoOverview *overview)
{
    g_return_if_fail(page != NULL && overview != NULL);
    const CoPlan *plan = overview->plan;
    g_autofree char *seed = g_strdup_printf("%" G_GINT64_FORMAT, plan->seed);
    g_autofree char *work = g_strdup_printf("%" G_GINT64_FORMAT, plan->work);
    co_html_section(page, "calcul", "Calcul",
                    "Les mêmes données, la même graine et le même travail redonnent le même plan.");
    g_string_append(page, "<dl class=\"run\">\n");
    append_fact(page, "Version", overview->heading->version);
    append_fact(page, "État", co_wording_quality(plan->quality));
    append_fact(page, "Arrêt", co_wording_stop(plan->stop));
    append_fact(page, "Graine", seed);
    append_fact(page, "Travail dépensé", work);
    append_fact(page, "Empreinte des données", plan->digest);
    g_string_append(page, "</dl>\n");
}

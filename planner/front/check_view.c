/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_view.h"

#include <glib.h>

#include "cohorte/rules.h"
#include "cohorte/wording.h"
#include "plan_view.h"

/* Beyond this a rule only says how many more there are; --json has all. */
enum { MAX_SHOWN_PER_RULE = 10, ID_WIDTH = 5, TITLE_WIDTH = 46, TIER_WIDTH = 25 };

bool co_check_is_sound(const CoCheckReport *report)
{
    g_return_val_if_fail(report != NULL, false);
    return report->n_violations == 0 && report->tiers_agree && report->unplaced_agree;
}

static int n_violations_of(const CoCheckReport *report, CoRule rule)
{
    int n = 0;
    for (int i = 0; i < report->n_violations; i++)
        n += report->violations[i].rule == rule ? 1 : 0;
    return n;
}

static void show_violations(const CoTerminal *terminal, const CoCampaign *campaign,
                            const CoPlan *plan, const CoCheckReport *report, CoRule rule)
{
    int n_shown = 0;
    for (int i = 0; i < report->n_violations && n_shown < MAX_SHOWN_PER_RULE; i++) {
        if (report->violations[i].rule != rule)
            continue;
        g_autofree char *sentence = co_wording_violation(campaign, plan, &report->violations[i]);
        co_terminal_print(terminal, "%*s", 2 + ID_WIDTH, "");
        co_terminal_wrapped(terminal, sentence, 2 + ID_WIDTH, 2 + ID_WIDTH + 2);
        n_shown++;
    }
    int n_left = n_violations_of(report, rule) - n_shown;
    if (n_left > 0)
        co_terminal_print(terminal, "%*s… et %d de plus : voir l'option --json.\n", 2 + ID_WIDTH,
                          "", n_left);
}

static void show_rule(const CoTerminal *terminal, const CoCheckReport *report, CoRule rule)
{
    int n = n_violations_of(report, rule);
    g_autofree char *broken = co_french_count(n, "manquement", "manquements");
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal, CO_STYLE_PLAIN, co_rule_id(rule), ID_WIDTH);
    co_terminal_cell(terminal, CO_STYLE_PLAIN, co_wording_rule(rule), TITLE_WIDTH);
    co_terminal_styled(terminal, n > 0 ? CO_STYLE_RED : CO_STYLE_GREEN,
                       n > 0 ? broken : "respectée");
    co_terminal_print(terminal, "\n");
}

static void show_tier(const CoTerminal *terminal, const char *label, const char *found,
                      const char *stated, bool same)
{
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal, CO_STYLE_PLAIN, label, TIER_WIDTH);
    co_terminal_print(terminal, "%s, ", found);
    if (same) {
        co_terminal_styled(terminal, CO_STYLE_GREEN, "comme annoncé");
    } else {
        g_autofree char *other = g_strdup_printf("le plan annonce %s", stated);
        co_terminal_styled(terminal, CO_STYLE_RED, other);
    }
    co_terminal_print(terminal, "\n");
}

static char *points(int64_t n)
{
    return co_french_count(n, "point", "points");
}

/* "formateurs 12 400,00 €, trajets 8 120,00 €, repas 2 000,00 €" */
static char *parts_text(const CoCampaign *campaign, const CoCheckReport *report)
{
    g_autofree char *trainers = co_plan_trainer_rate_is_set(campaign)
                                    ? co_wording_cents(report->trainer_time_cents)
                                    : g_strdup("à renseigner");
    g_autofree char *mileage = co_wording_cents(report->mileage_cents);
    g_autofree char *meals = co_wording_cents(report->meal_cents);
    return g_strdup_printf("formateurs %s, trajets %s, repas %s", trainers, mileage, meals);
}

static void show_tiers(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                       const CoCheckReport *report)
{
    g_autofree char *weight = points(report->unplaced_weight);
    g_autofree char *stated_weight = points(plan->tiers[0].value);
    g_autofree char *cost = co_plan_cost_text(campaign, report->cost_cents);
    g_autofree char *stated_cost = co_wording_cents(plan->tiers[1].value);
    g_autofree char *comfort = points(report->comfort_points);
    g_autofree char *stated_comfort = points(plan->tiers[2].value);
    show_tier(terminal, "1. poids des non placés", weight, stated_weight,
              report->unplaced_weight == plan->tiers[0].value);
    show_tier(terminal, "2. coût", cost, stated_cost, report->cost_cents == plan->tiers[1].value);
    g_autofree char *parts = parts_text(campaign, report);
    co_terminal_print(terminal, "%*s", 2 + TIER_WIDTH, "");
    co_terminal_wrapped(terminal, parts, 2 + TIER_WIDTH, 2 + TIER_WIDTH);
    show_tier(terminal, "3. gêne (confort)", comfort, stated_comfort,
              report->comfort_points == plan->tiers[2].value);
    if (!report->unplaced_agree)
        co_terminal_wrapped(terminal,
                            "  La liste des personnes non placées n'est pas celle des personnes "
                            "sans groupe.",
                            0, 2);
}

void co_check_show(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                   const CoCheckReport *report)
{
    g_return_if_fail(terminal != NULL && campaign != NULL && plan != NULL && report != NULL);
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_STRONG, "Règles");
    co_terminal_print(terminal, "\n");
    for (int rule = CO_R01; rule < CO_RULE_END; rule++) {
        show_rule(terminal, report, (CoRule)rule);
        show_violations(terminal, campaign, plan, report, (CoRule)rule);
    }
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_STRONG, "Paliers recalculés");
    co_terminal_print(terminal, "\n");
    show_tiers(terminal, campaign, plan, report);
}

void co_check_show_faults(const CoTerminal *terminal, const CoCampaign *campaign,
                          const CoPlan *plan, const CoCheckReport *report)
{
    g_return_if_fail(terminal != NULL && campaign != NULL && plan != NULL && report != NULL);
    for (int rule = CO_R01; rule < CO_RULE_END; rule++) {
        if (n_violations_of(report, (CoRule)rule) == 0)
            continue;
        show_rule(terminal, report, (CoRule)rule);
        show_violations(terminal, campaign, plan, report, (CoRule)rule);
    }
    if (!report->tiers_agree || !report->unplaced_agree)
        show_tiers(terminal, campaign, plan, report);
}

static void write_violation(CoJson *json, const CoCampaign *campaign, const CoPlan *plan,
                            const CoViolation *violation)
{
    g_autofree char *sentence = co_wording_violation(campaign, plan, violation);
    bool in_group = violation->group_idx >= 0 && violation->group_idx < plan->n_groups;
    bool of_person = violation->person_idx >= 0 && violation->person_idx < campaign->n_people;
    char day[CO_DAY_ISO_SIZE];
    co_json_begin_object(json, NULL);
    co_json_text(json, "regle", co_rule_id(violation->rule));
    co_json_text(json, "groupe", in_group ? plan->groups[violation->group_idx].code : NULL);
    co_json_text(json, "personne", of_person ? campaign->people[violation->person_idx].id : NULL);
    co_json_text(json, "jour",
                 violation->day != CO_DAY_NONE ? co_day_to_iso(violation->day, day) : NULL);
    co_json_text(json, "message", sentence);
    co_json_end(json);
}

static void write_recomputed(CoJson *json, const CoCheckReport *report)
{
    co_json_integer(json, "palier1", report->unplaced_weight);
    co_json_integer(json, "palier2", report->cost_cents);
    co_json_integer(json, "palier3", report->comfort_points);
    co_json_integer(json, "formateurs_centimes", report->trainer_time_cents);
    co_json_integer(json, "trajets_centimes", report->mileage_cents);
    co_json_integer(json, "repas_centimes", report->meal_cents);
}

void co_check_write(CoJson *json, const CoCampaign *campaign, const CoPlan *plan,
                    const CoCheckReport *report)
{
    g_return_if_fail(json != NULL && campaign != NULL && plan != NULL && report != NULL);
    co_json_begin_object(json, "controle");
    co_json_boolean(json, "valable", co_check_is_sound(report));
    co_json_boolean(json, "paliers_concordants", report->tiers_agree);
    co_json_boolean(json, "non_places_concordants", report->unplaced_agree);
    co_json_boolean(json, "taux_formateur_renseigne", co_plan_trainer_rate_is_set(campaign));
    write_recomputed(json, report);
    co_json_begin_object(json, "regles");
    for (int rule = CO_R01; rule < CO_RULE_END; rule++)
        co_json_integer(json, co_rule_id((CoRule)rule), n_violations_of(report, (CoRule)rule));
    co_json_end(json);
    co_json_begin_array(json, "manquements");
    for (int i = 0; i < report->n_violations; i++)
        write_violation(json, campaign, plan, &report->violations[i]);
    co_json_end(json);
    co_json_end(json);
}

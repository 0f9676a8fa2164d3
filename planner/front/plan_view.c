/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_view.h"

#include <glib.h>

#include "cohorte/rules.h"
#include "cohorte/wording.h"

/* Beyond this no new reason is begun on the terminal; --json and the tables have all. */
enum { MAX_UNPLACED_SHOWN = 40, LABEL_WIDTH = 15, HUNDREDTHS = 10000 };

CoPlanTally co_plan_tally(const CoCampaign *campaign, const CoPlan *plan)
{
    CoPlanTally tally = {0};
    g_return_val_if_fail(campaign != NULL && plan != NULL, tally);
    for (int i = 0; i < plan->n_unplaced; i++)
        *(campaign->people[plan->unplaced[i].person_idx].reserved ? &tally.n_seats
                                                                  : &tally.n_wanted) += 1;
    for (int g = 0; g < plan->n_groups; g++)
        for (int m = 0; m < plan->groups[g].n_members; m++) {
            bool is_seat = campaign->people[plan->groups[g].members[m]].reserved;
            *(is_seat ? &tally.n_seats_placed : &tally.n_placed) += 1;
        }
    tally.n_wanted += tally.n_placed;
    tally.n_seats += tally.n_seats_placed;
    return tally;
}

char *co_plan_seats_text(const CoPlanTally *tally)
{
    g_return_val_if_fail(tally != NULL, NULL);
    if (tally->n_seats == 0)
        return g_strdup("");
    g_autofree char *placed =
        co_french_count(tally->n_seats_placed, "place réservée", "places réservées");
    return tally->n_seats_placed == tally->n_seats
               ? g_strdup_printf(", et %s", placed)
               : g_strdup_printf(", et %s sur %d", placed, tally->n_seats);
}

char *co_plan_unplaced_text(const CoPlanTally *tally, const char *singular, const char *plural)
{
    g_return_val_if_fail(tally != NULL && singular != NULL && plural != NULL, NULL);
    g_autofree char *people = co_french_count(tally->n_wanted - tally->n_placed, singular, plural);
    int n_seats = tally->n_seats - tally->n_seats_placed;
    g_autofree char *seats = co_french_count(n_seats, "place réservée", "places réservées");
    return n_seats == 0 ? g_steal_pointer(&people) : g_strdup_printf("%s, et %s", people, seats);
}

/* In hundredths of a percent of the bound, rounded up: "at most" must stay true. */
static int64_t gap_above_bound(const CoTier *tier)
{
    double excess = (double)(tier->value - tier->bound) / (double)tier->bound * HUNDREDTHS;
    int64_t hundredths = (int64_t)excess;
    return (double)hundredths < excess ? hundredths + 1 : hundredths;
}

char *co_plan_gap_text(const CoTier *tier, bool proven)
{
    g_return_val_if_fail(tier != NULL, NULL);
    if (!proven || !tier->has_bound)
        return g_strdup("écart non prouvé");
    if (tier->value <= tier->bound)
        return g_strdup("le minimum prouvé");
    g_autofree char *bound = co_wording_cents(tier->bound);
    if (tier->bound <= 0)
        return g_strdup_printf("minimum prouvé %s", bound);
    int64_t hundredths = gap_above_bound(tier);
    return g_strdup_printf("au plus %" G_GINT64_FORMAT
                           ",%02d\xc2\xa0%% au-dessus du minimum prouvé (%s)",
                           hundredths / 100, (int)(hundredths % 100), bound);
}

bool co_plan_trainer_rate_is_set(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, false);
    return campaign->parameters.trainer_rate_cents >= 0;
}

char *co_plan_cost_text(const CoCampaign *campaign, int64_t cents)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    g_autofree char *amount = co_wording_cents(cents);
    return g_strconcat(
        amount, co_plan_trainer_rate_is_set(campaign) ? "" : ", temps de formateur à renseigner",
        NULL);
}

static void show_field(const CoTerminal *terminal, const char *label, const char *text)
{
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal, CO_STYLE_FAINT, label, LABEL_WIDTH);
    co_terminal_wrapped(terminal, text, LABEL_WIDTH + 2, LABEL_WIDTH + 2);
}

static void show_title(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan)
{
    CoPlanTally tally = co_plan_tally(campaign, plan);
    g_autofree char *version =
        plan->version > 0 ? g_strdup_printf("Plan %d", plan->version) : g_strdup("Plan");
    g_autofree char *placed =
        co_french_count(tally.n_placed, "personne placée", "personnes placées");
    g_autofree char *seats = co_plan_seats_text(&tally);
    g_autofree char *groups = co_french_count(plan->n_groups, "groupe", "groupes");
    co_terminal_styled(terminal, CO_STYLE_STRONG, version);
    co_terminal_print(terminal, " : ");
    co_terminal_styled(terminal, plan->n_unplaced > 0 ? CO_STYLE_YELLOW : CO_STYLE_GREEN, placed);
    co_terminal_print(terminal, " sur %d%s, en %s\n", tally.n_wanted, seats, groups);
}

static void show_cost(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan)
{
    const CoTier *cost = &plan->tiers[1];
    g_autofree char *amount = co_plan_cost_text(campaign, cost->value);
    g_autofree char *gap = co_plan_gap_text(cost, cost->gap_proven);
    g_autofree char *text = g_strdup_printf("%s, %s", amount, gap);
    show_field(terminal, "coût", text);
    bool same = plan->stage1.value == cost->value;
    if (plan->tiers[0].value != 0 || same)
        return;
    g_autofree char *stage1 = co_plan_cost_text(campaign, plan->stage1.value);
    g_autofree char *stage1_gap = co_plan_gap_text(&plan->stage1, plan->stage1.has_bound);
    g_autofree char *before = g_strdup_printf("%s, %s", stage1, stage1_gap);
    show_field(terminal, "avant confort", before);
}

static char *groups_by_path(const CoCampaign *campaign, const CoPlan *plan)
{
    g_autofree int *n_of_path = g_new0(int, (size_t)campaign->n_paths + 1);
    for (int g = 0; g < plan->n_groups; g++)
        n_of_path[plan->groups[g].path_idx]++;
    GString *text = g_string_new(NULL);
    for (int p = 0; p < campaign->n_paths; p++)
        if (n_of_path[p] > 0)
            g_string_append_printf(text, "%s%s %d", text->len > 0 ? ", " : "",
                                   campaign->paths[p].code, n_of_path[p]);
    return g_string_free(text, FALSE);
}

void co_plan_show(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                  double elapsed_s)
{
    g_return_if_fail(terminal != NULL && campaign != NULL && plan != NULL);
    show_title(terminal, campaign, plan);
    show_cost(terminal, campaign, plan);
    g_autofree char *groups = groups_by_path(campaign, plan);
    if (plan->n_groups > 0)
        show_field(terminal, "groupes", groups);
    g_autofree char *comfort =
        co_french_count(plan->tiers[2].value, "point de gêne", "points de gêne");
    show_field(terminal, "confort", comfort);
    if (plan->changes > 0) {
        g_autofree char *changes = co_french_count(plan->changes, "point", "points");
        show_field(terminal, "changements", changes);
    }
    g_autofree char *run = g_strdup_printf(
        "%s, %s (graine %" G_GINT64_FORMAT ", travail %" G_GINT64_FORMAT ")",
        co_wording_quality(plan->quality), co_wording_stop(plan->stop), plan->seed, plan->work);
    show_field(terminal, "résultat", run);
    show_field(terminal, "contrôle", "règles tenues et totaux confirmés par le vérificateur");
    if (elapsed_s >= 0) {
        int tenths = (int)(elapsed_s * 10 + 0.5);
        g_autofree char *duration = tenths < 100
                                        ? g_strdup_printf("%d,%d s", tenths / 10, tenths % 10)
                                        : g_strdup_printf("%d s", (tenths + 5) / 10);
        show_field(terminal, "durée", duration);
    }
}

/* "P0012 Jeanne Exemple (SG, 0380001A Collège d'Exemple, Voiron)" */
static char *person_label(const CoCampaign *campaign, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    GString *label = g_string_new(person->id);
    if (person->named)
        g_string_append_printf(label, " %s %s", person->first_name, person->last_name);
    g_string_append(label, " (");
    for (int r = 0; r < person->n_roles; r++)
        g_string_append_printf(label, "%s%s", r > 0 ? "+" : "",
                               campaign->roles[person->role_idx[r]].code);
    if (person->establishment_idx >= 0) {
        const CoEstablishment *school = &campaign->establishments[person->establishment_idx];
        g_string_append_printf(label, ", %s %s", school->uai, school->place.name);
    }
    g_string_append_c(label, ')');
    return g_string_free(label, FALSE);
}

/* Reason and remedy of one person, and whom of the list they were shown for. */
typedef struct {
    char *reason, *remedy;
    bool is_shown;
} Cause;

static void cause_clear(gpointer data)
{
    Cause *cause = data;
    g_free(cause->reason);
    g_free(cause->remedy);
}

static GArray *causes_of(const CoCampaign *campaign, const CoPlan *plan)
{
    GArray *causes = g_array_new(FALSE, TRUE, sizeof(Cause));
    g_array_set_clear_func(causes, cause_clear);
    for (int i = 0; i < plan->n_unplaced; i++) {
        Cause cause = {
            .reason = co_wording_unplaced_reason(campaign, plan, &plan->unplaced[i]),
            .remedy = co_wording_unplaced_remedy(campaign, plan, &plan->unplaced[i]),
        };
        g_array_append_val(causes, cause);
    }
    return causes;
}

static void show_cause(const CoTerminal *terminal, const Cause *cause)
{
    co_terminal_print(terminal, "\n  ");
    co_terminal_styled(terminal, CO_STYLE_FAINT, "Motif : ");
    co_terminal_wrapped(terminal, cause->reason, 10, 4);
    if (*cause->remedy == '\0')
        return;
    co_terminal_print(terminal, "  ");
    co_terminal_styled(terminal, CO_STYLE_FAINT, "À faire : ");
    co_terminal_wrapped(terminal, cause->remedy, 12, 4);
}

/* The persons from @p first on who share its cause. @return how many were shown */
static int show_alike(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                      GArray *causes, int first)
{
    const Cause *shared = &g_array_index(causes, Cause, first);
    int n_shown = 0;
    show_cause(terminal, shared);
    for (int i = first; i < plan->n_unplaced; i++) {
        Cause *cause = &g_array_index(causes, Cause, i);
        if (!g_str_equal(cause->reason, shared->reason) ||
            !g_str_equal(cause->remedy, shared->remedy))
            continue;
        g_autofree char *label = person_label(campaign, plan->unplaced[i].person_idx);
        co_terminal_print(terminal, "    ");
        co_terminal_wrapped(terminal, label, 4, 6);
        cause->is_shown = true;
        n_shown++;
    }
    return n_shown;
}

void co_plan_show_unplaced(const CoTerminal *terminal, const CoCampaign *campaign,
                           const CoPlan *plan)
{
    g_return_if_fail(terminal != NULL && campaign != NULL && plan != NULL);
    if (plan->n_unplaced == 0)
        return;
    CoPlanTally tally = co_plan_tally(campaign, plan);
    g_autofree char *count =
        co_plan_unplaced_text(&tally, "personne non placée", "personnes non placées");
    co_terminal_print(terminal, "\n");
    co_terminal_styled(terminal, CO_STYLE_YELLOW, count);
    const CoTier *first = &plan->tiers[0];
    bool least = first->has_bound && first->bound == first->value;
    co_terminal_print(terminal, "%s\n",
                      least ? ", et il est prouvé qu'on ne peut faire mieux" : "");
    g_autoptr(GArray) causes = causes_of(campaign, plan);
    int n_shown = 0;
    for (int i = 0; i < plan->n_unplaced && n_shown < MAX_UNPLACED_SHOWN; i++)
        if (!g_array_index(causes, Cause, i).is_shown)
            n_shown += show_alike(terminal, campaign, plan, causes, i);
    if (n_shown < plan->n_unplaced)
        co_terminal_print(terminal, "  … et %d de plus : voir l'option --json.\n",
                          plan->n_unplaced - n_shown);
}

static void write_tier(CoJson *json, const char *key, const CoTier *tier, bool gap_proven)
{
    co_json_begin_object(json, key);
    co_json_integer(json, "valeur", tier->value);
    if (tier->has_bound)
        co_json_integer(json, "borne", tier->bound);
    else
        co_json_null(json, "borne");
    if (tier->has_bound && gap_proven)
        co_json_number(json, "ecart", co_tier_gap(tier));
    else
        co_json_null(json, "ecart");
    co_json_end(json);
}

static void write_unplaced(CoJson *json, const CoCampaign *campaign, const CoPlan *plan,
                           const CoUnplaced *unplaced)
{
    g_autofree char *reason = co_wording_unplaced_reason(campaign, plan, unplaced);
    g_autofree char *remedy = co_wording_unplaced_remedy(campaign, plan, unplaced);
    co_json_begin_object(json, NULL);
    co_json_text(json, "personne", campaign->people[unplaced->person_idx].id);
    co_json_begin_array(json, "regles");
    for (int rule = CO_R01; rule < CO_RULE_END; rule++)
        if ((unplaced->rules & CO_RULE_BIT(rule)) != 0)
            co_json_text(json, NULL, co_rule_id((CoRule)rule));
    co_json_end(json);
    co_json_text(json, "regle_principale", co_rule_id(unplaced->main_rule));
    co_json_text(json, "motif", reason);
    co_json_text(json, "remede", remedy);
    co_json_end(json);
}

void co_plan_write(CoJson *json, const CoCampaign *campaign, const CoPlan *plan)
{
    g_return_if_fail(json != NULL && campaign != NULL && plan != NULL);
    co_json_begin_object(json, "plan");
    co_json_integer(json, "version", plan->version);
    co_json_text(json, "qualite", co_wording_quality_key(plan->quality));
    co_json_text(json, "arret", co_wording_stop_key(plan->stop));
    CoPlanTally tally = co_plan_tally(campaign, plan);
    co_json_integer(json, "personnes", tally.n_wanted);
    co_json_integer(json, "placees", tally.n_placed);
    co_json_integer(json, "places_reservees", tally.n_seats);
    co_json_integer(json, "places_reservees_placees", tally.n_seats_placed);
    co_json_integer(json, "groupes", plan->n_groups);
    write_tier(json, "palier1", &plan->tiers[0], plan->tiers[0].gap_proven);
    write_tier(json, "palier2", &plan->tiers[1], plan->tiers[1].gap_proven);
    write_tier(json, "palier3", &plan->tiers[2], plan->tiers[2].gap_proven);
    write_tier(json, "etape1", &plan->stage1, plan->stage1.has_bound);
    co_json_boolean(json, "taux_formateur_renseigne", co_plan_trainer_rate_is_set(campaign));
    co_json_integer(json, "penalite_non_place", plan->unplaced_penalty);
    co_json_integer(json, "changements", plan->changes);
    co_json_integer(json, "graine", plan->seed);
    co_json_integer(json, "travail", plan->work);
    co_json_text(json, "empreinte", plan->digest);
    co_json_begin_array(json, "non_places");
    for (int i = 0; i < plan->n_unplaced; i++)
        write_unplaced(json, campaign, plan, &plan->unplaced[i]);
    co_json_end(json);
    co_json_end(json);
}

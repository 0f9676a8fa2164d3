/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "cohorte/wording.h"
#include "command.h"
#include "counts.h"
#include "plan_view.h"

static const CoOption options[] = {{NULL, NULL, NULL, 0}};

typedef struct {
    CoSession *session;
    const CoCampaign *campaign;
    char *digest; /* of the inputs as they are now */
    int latest, published;
} Versions;

static bool read_versions(CoSession *session, Versions *versions, GError **error)
{
    GError *failure = NULL;
    versions->latest = co_store_latest_version(session->store, &failure);
    if (versions->latest >= 0)
        versions->published = co_store_published_version(session->store, &failure);
    if (failure == NULL)
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

static void show_plan(const Versions *versions, const CoPlan *plan)
{
    const CoTerminal *out = &versions->session->out;
    const CoTier *cost = &plan->tiers[1];
    g_autofree char *amount = co_plan_cost_text(versions->campaign, cost->value);
    g_autofree char *gap = co_plan_gap_text(cost, cost->gap_proven);
    bool is_current = g_str_equal(versions->digest, plan->digest);
    CoPlanTally tally = co_plan_tally(versions->campaign, plan);
    g_autofree char *placed = co_french_count(tally.n_placed, "placée", "placées");
    g_autofree char *seats = co_plan_seats_text(&tally);
    g_autofree char *text =
        g_strdup_printf("%s sur %d%s, %s, %s%s%s", placed, tally.n_wanted, seats, amount, gap,
                        plan->version == versions->published ? " ; publié" : "",
                        is_current ? "" : " ; fait pour d'autres données");
    g_autofree char *label = g_strdup_printf("  plan %-12d ", plan->version);
    co_terminal_print(out, "%s", label);
    co_terminal_wrapped(out, text, co_display_width(label), co_display_width(label));
}

static void write_plan(const Versions *versions, const CoPlan *plan)
{
    CoJson *json = versions->session->json;
    const CoTier *cost = &plan->tiers[1];
    co_json_begin_object(json, NULL);
    co_json_integer(json, "version", plan->version);
    CoPlanTally tally = co_plan_tally(versions->campaign, plan);
    co_json_integer(json, "placees", tally.n_placed);
    co_json_integer(json, "non_placees", tally.n_wanted - tally.n_placed);
    co_json_integer(json, "places_reservees", tally.n_seats);
    co_json_integer(json, "places_reservees_placees", tally.n_seats_placed);
    co_json_integer(json, "groupes", plan->n_groups);
    co_json_integer(json, "cout_centimes", cost->value);
    co_json_boolean(json, "taux_formateur_renseigne",
                    co_plan_trainer_rate_is_set(versions->campaign));
    if (cost->gap_proven)
        co_json_number(json, "ecart", co_tier_gap(cost));
    else
        co_json_null(json, "ecart");
    co_json_boolean(json, "publie", plan->version == versions->published);
    co_json_boolean(json, "donnees_actuelles", g_str_equal(versions->digest, plan->digest));
    co_json_end(json);
}

static void stale_plan(const Versions *versions, int version)
{
    CoJson *json = versions->session->json;
    if (json == NULL) {
        co_terminal_print(&versions->session->out,
                          "  plan %-12d fait pour d'autres données, qui ne sont plus là\n",
                          version);
        return;
    }
    co_json_begin_object(json, NULL);
    co_json_integer(json, "version", version);
    co_json_boolean(json, "publie", version == versions->published);
    co_json_boolean(json, "donnees_actuelles", false);
    co_json_end(json);
}

static bool report_version(const Versions *versions, int version, GError **error)
{
    GError *failure = NULL;
    g_autoptr(CoPlan) plan =
        co_store_load_plan(versions->session->store, versions->campaign, version, &failure);
    if (plan != NULL && versions->session->json != NULL) {
        write_plan(versions, plan);
    } else if (plan != NULL) {
        show_plan(versions, plan);
    } else if (g_error_matches(failure, CO_STORE_ERROR, CO_STORE_ERROR_STALE)) {
        g_clear_error(&failure);
        stale_plan(versions, version);
    } else {
        co_failure_from_store(&failure, versions->session->campaign_path);
        g_propagate_error(error, failure);
        return false;
    }
    return true;
}

static bool report_versions(const Versions *versions, GError **error)
{
    CoSession *session = versions->session;
    if (session->json != NULL)
        co_json_begin_array(session->json, "plans");
    else if (versions->latest == 0)
        co_terminal_print(&session->out, "  aucun plan : « cohorte planifier » en calcule un\n");
    for (int version = 1; version <= versions->latest; version++)
        if (!report_version(versions, version, error))
            return false;
    if (session->json != NULL)
        co_json_end(session->json);
    return true;
}

static bool run(CoSession *session, const CoArguments *arguments, GError **error)
{
    (void)arguments;
    g_autoptr(CoCampaign) campaign = co_session_load(session, CO_STORE_READ, error);
    if (campaign == NULL)
        return false;
    g_autofree char *digest = co_campaign_digest(campaign);
    Versions versions = {.session = session, .campaign = campaign, .digest = digest};
    if (!read_versions(session, &versions, error))
        return false;
    if (session->json != NULL)
        co_counts_write(session->json, campaign);
    else
        co_counts_show(&session->out, campaign);
    return report_versions(&versions, error);
}

const CoCommand co_cmd_etat = {
    .name = "etat",
    .summary = "compte ce que la campagne contient et montre ses plans",
    .description =
        "Établissements et taux de réponse, personnes par fonction, parcours et sphère, "
        "formateurs, salles, jours FM1, puis chaque plan enregistré avec son coût, son écart "
        "prouvé et le nombre de personnes placées.",
    .operands = "",
    .options = options,
    .example = "cohorte etat",
    .run = run,
};

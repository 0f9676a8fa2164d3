/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the campaign, the checker, which shares no code with the engine, accepts the plan and
 * reckons the same three tiers; and every person left out is given a reason. Environment:
 * COHORTE_SEEDS = how many campaigns (default 80), COHORTE_SEED = the first. */
#include <stdlib.h>

#include "cohorte/check.h"
#include "cohorte/engine.h"
#include "random_campaign.h"

static CoPlan *plan_of(const CoCampaign *campaign, const CoPlan *published)
{
    g_autoptr(GError) error = NULL;
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 400;
    options.time_limit_s = 0;
    options.published = published;
    CoPlan *plan = co_engine_plan(campaign, &options, &error);
    g_assert_no_error(error);
    return plan;
}

static bool is_accepted(const CoCampaign *campaign, const CoPlan *plan, const CoPlan *published)
{
    CoCheckOptions options = {.published = published};
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, &options);
    for (int i = 0; i < report->n_violations; i++) {
        const CoViolation *violation = &report->violations[i];
        g_test_message("%s, breach %d, group %d, person %d, trainer %d, module %d",
                       co_rule_id(violation->rule), violation->breach, violation->group_idx,
                       violation->person_idx, violation->trainer_idx, violation->module_idx);
    }
    if (!report->tiers_agree)
        g_test_message("tiers: plan %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                       ", checker %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                       plan->tiers[0].value, plan->tiers[1].value, plan->tiers[2].value,
                       report->unplaced_weight, report->cost_cents, report->comfort_points);
    if (!report->changes_agree)
        g_test_message("changes: plan %" G_GINT64_FORMAT ", checker %" G_GINT64_FORMAT,
                       plan->changes, report->changes);
    return report->n_violations == 0 && report->tiers_agree && report->unplaced_agree &&
           report->changes_agree;
}

static bool is_explained(const CoPlan *plan)
{
    for (int i = 0; i < plan->n_unplaced; i++)
        if (plan->unplaced[i].rules == 0 ||
            !(plan->unplaced[i].rules & CO_RULE_BIT(plan->unplaced[i].main_rule)))
            return false;
    return true;
}

static bool bounds_hold(const CoPlan *plan)
{
    for (int t = 0; t < 3; t++)
        if (plan->tiers[t].has_bound && plan->tiers[t].bound > plan->tiers[t].value)
            return false;
    return true;
}

/* A plan that could not be made keeps no rule about locks or numbers of groups: nothing to check.
 */
static bool is_no_plan(const CoPlan *plan)
{
    return plan->n_groups == 0 &&
           (plan->quality == CO_QUALITY_INFEASIBLE || plan->quality == CO_QUALITY_NOTHING);
}

static void assert_sound(guint32 seed, const CoCampaign *campaign, const CoPlan *plan,
                         const CoPlan *published)
{
    bool sound = is_explained(plan) && bounds_hold(plan) &&
                 (is_no_plan(plan) || is_accepted(campaign, plan, published));
    if (!sound)
        g_error("campaign of seed %u%s: see the messages above", seed,
                published != NULL ? ", replanned" : "");
}

/* Nothing happened since: as many are placed, and then nothing changes. */
static void assert_stays_as_it_is(guint32 seed, const CoCampaign *campaign, const CoPlan *plan)
{
    g_autoptr(CoPlan) again = plan_of(campaign, plan);
    assert_sound(seed, campaign, again, plan);
    if (is_no_plan(plan))
        return;
    bool kept = again->tiers[0].value < plan->tiers[0].value ||
                (again->tiers[0].value == plan->tiers[0].value && again->changes == 0);
    if (!kept)
        g_error("campaign of seed %u, replanned as it is: unplaced %" G_GINT64_FORMAT
                " then %" G_GINT64_FORMAT ", changes %" G_GINT64_FORMAT,
                seed, plan->tiers[0].value, again->tiers[0].value, again->changes);
}

static guint32 number_from(const char *variable, guint32 otherwise)
{
    const char *text = g_getenv(variable);
    return text == NULL ? otherwise : (guint32)g_ascii_strtoull(text, NULL, 10);
}

static void test_the_checker_accepts_the_plan_of_any_campaign(void)
{
    guint32 first = number_from("COHORTE_SEED", 1), n = number_from("COHORTE_SEEDS", 80);
    int n_placed = 0, n_people = 0;
    for (guint32 seed = first; seed < first + n; seed++) {
        g_autoptr(CoCampaign) campaign = co_random_campaign(seed, NULL);
        g_autoptr(CoPlan) plan = plan_of(campaign, NULL);
        assert_sound(seed, campaign, plan, NULL);
        n_placed += co_plan_n_placed(plan);
        n_people += co_plan_n_placed(plan) + plan->n_unplaced;

        assert_stays_as_it_is(seed, campaign, plan);
        g_autoptr(CoCampaign) locked = co_random_campaign(seed, plan);
        g_autoptr(CoPlan) again = plan_of(locked, plan);
        assert_sound(seed, locked, again, plan);
    }
    g_test_message("%d of %d persons placed", n_placed, n_people);
    /* If nobody were ever placed, this would test nothing. */
    g_assert_cmpint(3 * n_placed, >, n_people);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/random-campaigns/checker", test_the_checker_accepts_the_plan_of_any_campaign);
    return g_test_run();
}

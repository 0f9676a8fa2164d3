/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readiness report proves is held against plans: no plan of a random campaign may do
 * better than the report says is possible. Environment as in test_random_campaigns.c: COHORTE_SEEDS
 * (default 60), COHORTE_SEED. */
#include "cohorte/engine.h"
#include "cohorte/readiness.h"
#include "random_campaign.h"

static CoPlan *plan_of(const CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    CoEngineOptions options = CO_ENGINE_OPTIONS_INIT;
    options.work_limit = 400;
    options.time_limit_s = 0;
    CoPlan *plan = co_engine_plan(campaign, &options, &error);
    g_assert_no_error(error);
    return plan;
}

static int n_groups_of(const CoPlan *plan, const CoCapacity *capacity)
{
    int n = 0;
    for (int g = 0; g < plan->n_groups; g++)
        n += plan->groups[g].path_idx == capacity->path_idx &&
             plan->groups[g].academy_idx == capacity->academy_idx;
    return n;
}

static int n_left_of(const CoCampaign *campaign, const CoPlan *plan, const CoCapacity *capacity)
{
    int n = 0;
    for (int i = 0; i < plan->n_unplaced; i++) {
        int person_idx = plan->unplaced[i].person_idx;
        n += campaign->people[person_idx].path_idx == capacity->path_idx &&
             co_campaign_person_academy(campaign, person_idx) == capacity->academy_idx;
    }
    return n;
}

static bool capacities_hold(const CoCampaign *campaign, const CoReadiness *readiness,
                            const CoPlan *plan)
{
    for (int i = 0; i < readiness->n_capacities; i++) {
        const CoCapacity *capacity = &readiness->capacities[i];
        int n_groups = n_groups_of(plan, capacity), n_left = n_left_of(campaign, plan, capacity);
        if (n_groups <= capacity->possible && n_left >= capacity->n_left + capacity->n_excluded &&
            (n_left > capacity->n_excluded || n_groups >= capacity->needed))
            continue;
        g_test_message("path %d, academy %d: %d groups and %d left, said to be %d..%d and %d + %d",
                       capacity->path_idx, capacity->academy_idx, n_groups, n_left,
                       capacity->needed, capacity->possible, capacity->n_left,
                       capacity->n_excluded);
        return false;
    }
    return true;
}

/* Somebody is left out of every plan of a campaign with an error, persons without a path apart:
 * they are in no plan at all. */
static bool errors_hold(const CoReadiness *readiness, const CoPlan *plan)
{
    for (int i = 0; i < readiness->n_findings; i++) {
        const CoFinding *finding = &readiness->findings[i];
        if (finding->severity != CO_SEVERITY_ERROR ||
            finding->kind == CO_FINDING_ROLE_WITHOUT_PATH || plan->n_unplaced > 0)
            continue;
        g_test_message("finding of kind %d, yet everybody is placed", finding->kind);
        return false;
    }
    return true;
}

static bool persons_hold(const CoCampaign *campaign, const CoReadiness *readiness,
                         const CoPlan *plan)
{
    g_autofree int *groups = co_plan_groups_of_people(plan, campaign);
    for (int i = 0; i < readiness->n_findings; i++) {
        const CoFinding *finding = &readiness->findings[i];
        if (finding->person_idx < 0 || groups[finding->person_idx] < 0)
            continue;
        g_test_message("person %d has a seat against finding %d", finding->person_idx,
                       finding->kind);
        return false;
    }
    return true;
}

static bool is_away_from(const CoCampaign *campaign, int person_idx, int establishment_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    for (int r = 0; r < person->n_roles; r++)
        if (campaign->roles[person->role_idx[r]].service)
            return person->establishment_idx == establishment_idx;
    return false;
}

/* Of an office, no more are called in person than the report says. */
static bool offices_hold(const CoCampaign *campaign, const CoReadiness *readiness,
                         const CoPlan *plan)
{
    for (int i = 0; i < readiness->n_findings; i++) {
        const CoFinding *finding = &readiness->findings[i];
        int n_away = 0;
        for (int g = 0; finding->kind == CO_FINDING_OFFICE_SHORT && g < plan->n_groups; g++)
            for (int m = 0; plan->groups[g].room_idx >= 0 && m < plan->groups[g].n_members; m++)
                n_away +=
                    is_away_from(campaign, plan->groups[g].members[m], finding->establishment_idx);
        if (n_away <= finding->allowed || finding->kind != CO_FINDING_OFFICE_SHORT)
            continue;
        g_test_message("establishment %d: %d away, said to be at most %d",
                       finding->establishment_idx, n_away, finding->allowed);
        return false;
    }
    return true;
}

static guint32 number_from(const char *variable, guint32 otherwise)
{
    const char *text = g_getenv(variable);
    return text == NULL ? otherwise : (guint32)g_ascii_strtoull(text, NULL, 10);
}

static void test_no_plan_does_better_than_the_report_allows(void)
{
    guint32 first = number_from("COHORTE_SEED", 1), n = number_from("COHORTE_SEEDS", 60);
    int n_short = 0;
    for (guint32 seed = first; seed < first + n; seed++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(CoCampaign) campaign = co_random_campaign(seed, NULL);
        g_autoptr(CoPlan) plan = plan_of(campaign);
        g_autoptr(CoReadiness) readiness = co_readiness_new(campaign, &error);
        g_assert_no_error(error);
        /* Without any plan (R11, R13) there is nothing to hold against the report. */
        if (plan->n_groups == 0)
            continue;
        n_short += readiness->n_of_severity[CO_SEVERITY_ERROR] > 0;
        if (!capacities_hold(campaign, readiness, plan) || !errors_hold(readiness, plan) ||
            !persons_hold(campaign, readiness, plan) || !offices_hold(campaign, readiness, plan))
            g_error("campaign of seed %u: see the messages above", seed);
    }
    /* A report that never says anything would pass too. */
    g_assert_cmpint(n_short, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readiness/random", test_no_plan_does_better_than_the_report_allows);
    return g_test_run();
}

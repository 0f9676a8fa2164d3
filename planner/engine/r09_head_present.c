/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R09: head and general secretary of one establishment are not all away at once. What if: they
 * could be. */
#include "rule_models.h"

typedef struct HeadCount {
    int n_people; /* of either office */
    bool head, secretary;
} HeadCount;

/* @return whether the person is head or general secretary; @p count, when not NULL, learns which */
static bool counts(const CoCampaign *campaign, int person_idx, HeadCount *count)
{
    const CoPerson *person = &campaign->people[person_idx];
    bool head = false, secretary = false;
    for (int i = 0; i < person->n_roles; i++) {
        CoOffice office =
            person->role_idx[i] < 0 ? CO_OFFICE_OTHER : campaign->roles[person->role_idx[i]].office;
        head = head || office == CO_OFFICE_HEAD;
        secretary = secretary || office == CO_OFFICE_GENERAL_SECRETARY;
    }
    if (count != NULL) {
        count->n_people += head || secretary;
        count->head = count->head || head;
        count->secretary = count->secretary || secretary;
    }
    return head || secretary;
}

static void make_sets(CoEngineProblem *problem, const HeadCount *found)
{
    const CoCampaign *campaign = problem->campaign;
    int n = campaign->n_establishments, n_sets = 0;
    bool watched =
        campaign->parameters.head_present && !co_is_relaxed(problem, CO_RULE_BIT(CO_R09));
    problem->heads_of = CO_ARENA_NEW(problem->arena, int, n);
    problem->heads_limit = CO_ARENA_NEW(problem->arena, int, n);
    for (int e = 0; e < n; e++) {
        problem->heads_of[e] = -1;
        if (!watched || !found[e].head || !found[e].secretary || found[e].n_people < 2)
            continue;
        problem->heads_limit[n_sets] = found[e].n_people - 1;
        problem->heads_of[e] = n_sets++;
    }
    problem->grouping.n_heads = n_sets;
}

void co_r09_head_present(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    g_autofree HeadCount *found = g_new0(HeadCount, (gsize)campaign->n_establishments + 1);
    for (int i = 0; i < campaign->n_people; i++)
        if (co_campaign_person_is_planned(campaign, i) &&
            campaign->people[i].establishment_idx >= 0)
            counts(campaign, i, &found[campaign->people[i].establishment_idx]);
    make_sets(problem, found);
    for (int i = 0; i < problem->grouping.n_items; i++) {
        const CoEngineItem *item = &problem->items[i];
        CoGrpItem *grp = &problem->grp_items[i];
        for (int k = 0; k < item->n_people; k++)
            grp->n_heads += counts(campaign, item->people[k], NULL);
        if (grp->n_heads > 0 && item->establishment_idx >= 0)
            grp->heads = problem->heads_of[item->establishment_idx];
    }
}

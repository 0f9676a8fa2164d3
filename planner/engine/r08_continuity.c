/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R08: of a finance office whose staff is known, one stays. What if: no office had a limit.
 *
 * Humans are counted where the record with the service role is posted. One who has two such posts
 * (participant here, trainer there) is missed at both; the grouping knows one post per item and
 * trainer, so the other office keeps one place for them at all times: a little too strict, and told
 * by `exact`. */
#include "rule_models.h"

static bool serves(const CoCampaign *campaign, const int *role_idx, int n_roles)
{
    for (int i = 0; i < n_roles; i++)
        if (role_idx[i] >= 0 && campaign->roles[role_idx[i]].service)
            return true;
    return false;
}

int co_r08_person_post(const CoCampaign *campaign, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    return serves(campaign, person->role_idx, person->n_roles) ? person->establishment_idx : -1;
}

int co_r08_trainer_post(const CoCampaign *campaign, int trainer_idx)
{
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    return serves(campaign, &trainer->role_idx, 1) ? trainer->establishment_idx : -1;
}

/* @return (transfer full) by establishment: how many humans could be away at once, at most */
static int *count_service(const CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int *n_service = g_new0(int, (gsize)campaign->n_establishments + 1);
    for (int i = 0; i < campaign->n_people; i++) {
        int post = co_r08_person_post(campaign, i);
        if (post >= 0 && (problem->item_of_person[i] >= 0 || problem->trainer_of_person[i] >= 0))
            n_service[post]++;
    }
    for (int t = 0; t < campaign->n_trainers; t++) {
        int post = co_r08_trainer_post(campaign, t);
        if (post >= 0)
            n_service[post]++;
    }
    return n_service;
}

/* An office that can never come to its limit needs no watching; one that can just reach it still
 * counts for comfort. */
static bool needs_watching(const CoEstablishment *establishment, int n_service)
{
    if (establishment->staff < 0)
        return false;
    int limit = MAX(1, establishment->staff - 1);
    return n_service > limit || (limit >= 2 && n_service == limit);
}

static void make_offices(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    g_autofree int *n_service = count_service(problem);
    int n = campaign->n_establishments, n_offices = 0;
    problem->office_of = CO_ARENA_NEW(problem->arena, int, n);
    problem->office_limit = CO_ARENA_NEW(problem->arena, int, n);
    for (int e = 0; e < n; e++) {
        problem->office_of[e] = -1;
        if (co_is_relaxed(problem, CO_RULE_BIT(CO_R08)) ||
            !needs_watching(&campaign->establishments[e], n_service[e]))
            continue;
        problem->office_limit[n_offices] = MAX(1, campaign->establishments[e].staff - 1);
        problem->office_of[e] = n_offices++;
    }
    problem->grouping.n_offices = n_offices;
}

static int office_at(const CoEngineProblem *problem, int establishment_idx)
{
    return establishment_idx < 0 ? -1 : problem->office_of[establishment_idx];
}

static void keep_place(CoEngineProblem *problem, int office)
{
    if (problem->office_limit[office] > 0)
        problem->office_limit[office]--;
    problem->exact = false;
}

static void post_item(CoEngineProblem *problem, int item_idx)
{
    const CoEngineItem *item = &problem->items[item_idx];
    CoGrpItem *grp = &problem->grp_items[item_idx];
    grp->office = office_at(problem, item->establishment_idx);
    for (int i = 0; grp->office >= 0 && i < item->n_people; i++)
        grp->n_service += co_r08_person_post(problem->campaign, item->people[i]) >= 0;
    if (grp->n_service == 0)
        grp->office = -1;
}

/* The trainer's post also misses the participant, and the other way round. */
static void post_same_human(CoEngineProblem *problem, int trainer_idx)
{
    const CoCampaign *campaign = problem->campaign;
    int person_idx = campaign->trainers[trainer_idx].person_idx;
    int taught_from = office_at(problem, co_r08_trainer_post(campaign, trainer_idx));
    int attended_from = office_at(problem, co_r08_person_post(campaign, person_idx));
    CoGrpTrainer *trainer = &problem->grp_trainers[trainer_idx];
    if (trainer->office < 0)
        trainer->office = attended_from;
    else if (attended_from >= 0 && attended_from != taught_from)
        keep_place(problem, attended_from);
    int item_idx = problem->item_of_person[person_idx];
    if (item_idx < 0 || taught_from < 0 || taught_from == attended_from)
        return;
    CoGrpItem *item = &problem->grp_items[item_idx];
    if (item->n_service == 0 || item->office == taught_from) {
        item->office = taught_from;
        item->n_service++;
    } else {
        keep_place(problem, taught_from);
    }
}

void co_r08_continuity(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    make_offices(problem);
    for (int i = 0; i < problem->grouping.n_items; i++)
        post_item(problem, i);
    for (int t = 0; t < campaign->n_trainers; t++)
        problem->grp_trainers[t].office = office_at(problem, co_r08_trainer_post(campaign, t));
    for (int t = 0; t < campaign->n_trainers; t++)
        if (campaign->trainers[t].person_idx >= 0)
            post_same_human(problem, t);
    for (int t = 0; t < campaign->n_trainers; t++)
        problem->grp_trainers[t].service = problem->grp_trainers[t].office >= 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R07: how much a trainer teaches. What if: any number of half-days. */
#include "rule_models.h"
#include "slots.h"

int co_r07_half_days(const CoCampaign *campaign, int path_idx)
{
    const CoPath *path = &campaign->paths[path_idx];
    int half_days = 0;
    for (int i = 0; i < path->n_modules; i++) {
        const CoModule *module = &campaign->modules[path->module_idx[i]];
        if (module->mode == CO_MODE_IN_PERSON || module->mode == CO_MODE_VIRTUAL_CLASS)
            half_days += module->half_days >= 2 ? 2 : 1;
    }
    return half_days;
}

/* The trainer's own absences, and those of the participant who is the same human. */
static void add_busy(const CoEngineProblem *problem, int trainer_idx, CoSlotWord *away,
                     CoSlotWord *remote)
{
    const CoCampaign *campaign = problem->campaign;
    int person_idx = campaign->trainers[trainer_idx].person_idx;
    bool planned = person_idx >= 0 && co_campaign_person_is_planned(campaign, person_idx);
    co_r03_trainer(problem, trainer_idx, remote);
    if (planned) {
        co_r03_person(problem, person_idx, remote);
        co_slots_add(remote, problem->webinar[campaign->people[person_idx].path_idx],
                     problem->grouping.n_words);
    }
    co_slots_add(away, remote, problem->grouping.n_words);
    co_r10_forbidden_to_trainer(problem, trainer_idx, away);
    if (campaign->parameters.continuity_remote)
        co_slots_add(remote, away, problem->grouping.n_words);
}

/* Groups are taught whole, so the limit is rounded down to what groups of the trainer's classes can
 * add up to: no plan can tell, and bounds gain by it. */
static int reachable_half_days(const CoEngineProblem *problem, int trainer_idx)
{
    int most = problem->campaign->trainers[trainer_idx].max_half_days, best = 0;
    if (most < 0 || most > problem->grouping.n_slots) /* more than there are says nothing */
        return most;
    g_autofree bool *reached = g_new0(bool, (gsize)most + 1);
    reached[0] = true;
    for (int c = 0; c < problem->grouping.n_classes; c++) {
        int a_group = problem->grp_classes[c].n_sync_slots;
        if (a_group == 0 || !co_r06_may_teach(problem, trainer_idx, c))
            continue;
        for (int n = a_group; n <= most; n++) {
            reached[n] = reached[n] || reached[n - a_group];
            best = reached[n] ? MAX(best, n) : best;
        }
    }
    return best;
}

void co_r07_load(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    bool relaxed = co_is_relaxed(problem, CO_RULE_BIT(CO_R07));
    problem->grouping.n_trainers = campaign->n_trainers;
    problem->grp_trainers = CO_ARENA_NEW(problem->arena, CoGrpTrainer, campaign->n_trainers);
    for (int t = 0; t < campaign->n_trainers; t++) {
        CoSlotWord *away = co_new_slots(problem), *remote = co_new_slots(problem);
        add_busy(problem, t, away, remote);
        problem->grp_trainers[t] = (CoGrpTrainer){
            .max_slots = relaxed ? -1 : reachable_half_days(problem, t),
            .busy_away = away,
            .busy_remote = remote,
            .office = -1,
        };
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R01: a human is in at most one meeting per slot. Between groups the solver keeps it; here stand
 * the meetings without a group (webinars), and the humans who both attend and teach. */
#include "rule_models.h"
#include "slots.h"

static void add_webinar(const CoEngineProblem *problem, const CoModule *module, CoSlotWord *set)
{
    int day = module->earliest == CO_DAY_NONE ? -1 : co_slot_of_day(problem, module->earliest);
    if (day < 0 || day >= problem->grouping.n_slots)
        return;
    bool afternoon_only = module->moment == CO_MOMENT_PM && module->half_days < 2;
    if (!afternoon_only)
        co_slots_set(set, day);
    if (afternoon_only || module->half_days >= 2)
        co_slots_set(set, day + 1);
}

void co_r01_webinars(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    problem->webinar = CO_ARENA_NEW(problem->arena, CoSlotWord *, campaign->n_paths);
    for (int p = 0; p < campaign->n_paths; p++)
        problem->webinar[p] = co_new_slots(problem);
    for (int m = 0; m < campaign->n_modules; m++) {
        const CoModule *module = &campaign->modules[m];
        if (module->mode == CO_MODE_WEBINAR && module->path_idx >= 0)
            add_webinar(problem, module, problem->webinar[module->path_idx]);
    }
}

/* The grouping knows one trainer per item: any other of a whole establishment (R12) does not teach,
 * which is too strict, but never puts a human in two places. */
static void forbid_teaching(CoEngineProblem *problem, int trainer_idx)
{
    problem->grp_trainers[trainer_idx].max_slots = 0;
    problem->exact = false;
}

void co_r01_same_human(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    for (int t = 0; t < campaign->n_trainers; t++) {
        int person_idx = campaign->trainers[t].person_idx;
        int item = person_idx < 0 ? -1 : problem->item_of_person[person_idx];
        if (item >= 0 && problem->grp_items[item].trainer < 0)
            problem->grp_items[item].trainer = t;
        else if (item >= 0)
            forbid_teaching(problem, t);
    }
}

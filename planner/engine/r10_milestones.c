/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R10: periods in which some roles must not be away (and, for comfort, should not). What if: no
 * period was forbidden to these persons. */
#include "rule_models.h"
#include "slots.h"

static bool names_role(const CoMilestone *milestone, const int *role_idx, int n_roles)
{
    if (milestone->n_roles == 0)
        return true;
    for (int i = 0; i < n_roles; i++)
        for (int j = 0; j < milestone->n_roles; j++)
            if (role_idx[i] >= 0 && role_idx[i] == milestone->role_idx[j])
                return true;
    return false;
}

static bool applies(const CoMilestone *milestone, int academy_idx)
{
    return milestone->academy_idx < 0 || milestone->academy_idx == academy_idx;
}

static void add_days(const CoEngineProblem *problem, const CoMilestone *milestone, CoSlotWord *set)
{
    const CoParameters *parameters = &problem->campaign->parameters;
    CoDay first = MAX(milestone->first_day, parameters->first_day);
    CoDay last = MIN(milestone->last_day, parameters->last_day);
    for (CoDay day = first; day <= last; day++) {
        co_slots_set(set, co_slot_of_day(problem, day));
        co_slots_set(set, co_slot_of_day(problem, day) + 1);
    }
}

static bool names_human(const CoCampaign *campaign, const CoMilestone *milestone, int person_idx,
                        int trainer_idx)
{
    const CoPerson *person = person_idx < 0 ? NULL : &campaign->people[person_idx];
    const CoTrainer *trainer = trainer_idx < 0 ? NULL : &campaign->trainers[trainer_idx];
    return (person != NULL && names_role(milestone, person->role_idx, person->n_roles)) ||
           (trainer != NULL && names_role(milestone, &trainer->role_idx, 1));
}

static bool is_free_of_r10(const CoEngineProblem *problem, int person_idx)
{
    return person_idx >= 0 && co_is_relaxed_for(problem, CO_RULE_BIT(CO_R10), person_idx);
}

void co_r10_forbidden_to_person(const CoEngineProblem *problem, int person_idx, CoSlotWord *set)
{
    const CoCampaign *campaign = problem->campaign;
    int academy_idx = co_campaign_person_academy(campaign, person_idx);
    int trainer_idx = problem->trainer_of_person[person_idx];
    for (int m = 0; m < campaign->n_milestones && !is_free_of_r10(problem, person_idx); m++) {
        const CoMilestone *milestone = &campaign->milestones[m];
        if (milestone->forbidden && applies(milestone, academy_idx) &&
            names_human(campaign, milestone, person_idx, trainer_idx))
            add_days(problem, milestone, set);
    }
}

void co_r10_forbidden_to_trainer(const CoEngineProblem *problem, int trainer_idx, CoSlotWord *set)
{
    const CoCampaign *campaign = problem->campaign;
    const CoTrainer *trainer = &campaign->trainers[trainer_idx];
    int person_idx = trainer->person_idx;
    for (int m = 0; m < campaign->n_milestones && !is_free_of_r10(problem, person_idx); m++) {
        const CoMilestone *milestone = &campaign->milestones[m];
        if (milestone->forbidden && applies(milestone, trainer->academy_idx) &&
            names_human(campaign, milestone, person_idx, trainer_idx))
            add_days(problem, milestone, set);
    }
}

void co_r10_avoided(const CoEngineProblem *problem, int person_idx, CoSlotWord *set)
{
    const CoCampaign *campaign = problem->campaign;
    for (int m = 0; m < campaign->n_milestones; m++)
        if (!campaign->milestones[m].forbidden &&
            applies(&campaign->milestones[m], co_campaign_person_academy(campaign, person_idx)) &&
            names_human(campaign, &campaign->milestones[m], person_idx, -1))
            add_days(problem, &campaign->milestones[m], set);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

/* A human as participant, as trainer, or as both (-1 = not so). */
typedef struct Human {
    int person_idx, trainer_idx;
} Human;

static bool is_meant(const CoCampaign *campaign, const CoMilestone *milestone, Human human)
{
    if (milestone->n_roles == 0)
        return true;
    for (int i = 0; i < milestone->n_roles; i++) {
        int role_idx = milestone->role_idx[i];
        if (human.person_idx >= 0 &&
            co_person_has_role(&campaign->people[human.person_idx], role_idx))
            return true;
        if (human.trainer_idx >= 0 && campaign->trainers[human.trainer_idx].role_idx == role_idx)
            return true;
    }
    return false;
}

static void check_member(CoInspection *inspection, CoViolation violation, int person_idx)
{
    Human human = {person_idx, inspection->trainer_of_person[person_idx]};
    violation.person_idx = person_idx;
    if (is_meant(inspection->campaign, &inspection->campaign->milestones[violation.milestone_idx],
                 human))
        co_inspection_report(inspection, violation);
}

static void check_trainer(CoInspection *inspection, CoViolation violation, int trainer_idx)
{
    Human human = {inspection->campaign->trainers[trainer_idx].person_idx, trainer_idx};
    violation.trainer_idx = trainer_idx;
    if (is_meant(inspection->campaign, &inspection->campaign->milestones[violation.milestone_idx],
                 human))
        co_inspection_report(inspection, violation);
}

static void check_sitting(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int m = 0; m < campaign->n_milestones; m++) {
        const CoMilestone *milestone = &campaign->milestones[m];
        if (!milestone->forbidden ||
            !co_milestone_holds(milestone, team->group->academy_idx, sitting->day))
            continue;
        CoViolation violation = co_sitting_violation(team, sitting, CO_R10, CO_BREACH_MILESTONE);
        violation.milestone_idx = m;
        for (int i = 0; i < team->n_members; i++)
            check_member(inspection, violation, team->members[i]);
        for (int i = 0; i < team->n_trainers; i++)
            check_trainer(inspection, violation, team->trainers[i]);
    }
}

void co_check_r10_milestones(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        for (int s = 0; s < team->n_sittings; s++) {
            if (co_sitting_is_away(inspection, &team->sittings[s]))
                check_sitting(inspection, team, &team->sittings[s]);
        }
    }
}

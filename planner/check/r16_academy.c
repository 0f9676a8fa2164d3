/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static void check_team(CoInspection *inspection, const CoTeam *team)
{
    const CoCampaign *campaign = inspection->campaign;
    int academy_idx = team->group->academy_idx;
    for (int i = 0; i < team->n_members; i++) {
        CoViolation violation = co_team_violation(team, CO_R16, CO_BREACH_ACADEMY_MEMBER);
        violation.person_idx = team->members[i];
        violation.academy_idx = co_campaign_person_academy(campaign, team->members[i]);
        if (violation.academy_idx != academy_idx)
            co_inspection_report(inspection, violation);
    }
    for (int i = 0; i < team->n_trainers; i++) {
        CoViolation violation = co_team_violation(team, CO_R16, CO_BREACH_ACADEMY_TRAINER);
        violation.trainer_idx = team->trainers[i];
        violation.academy_idx = campaign->trainers[team->trainers[i]].academy_idx;
        if (violation.academy_idx != academy_idx)
            co_inspection_report(inspection, violation);
    }
    if (team->room != NULL && team->room->academy_idx != academy_idx) {
        CoViolation violation = co_team_violation(team, CO_R16, CO_BREACH_ACADEMY_ROOM);
        violation.room_idx = team->group->room_idx;
        violation.academy_idx = team->room->academy_idx;
        co_inspection_report(inspection, violation);
    }
}

void co_check_r16_academy(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        int academy_idx = team->group->academy_idx;
        if (academy_idx < 0 || academy_idx >= inspection->campaign->n_academies)
            co_inspection_report(inspection,
                                 co_team_violation(team, CO_R16, CO_BREACH_ACADEMY_UNKNOWN));
        else
            check_team(inspection, team);
    }
}

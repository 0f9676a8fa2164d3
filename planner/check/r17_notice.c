/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

/* @return whether people were told of this very meeting already */
static bool is_published(const CoInspection *inspection, const CoTeam *team,
                         const CoSitting *sitting)
{
    if (inspection->published == NULL || team->group->code == NULL)
        return false;
    int before_idx = co_plan_find_group(inspection->published, team->group->code);
    if (before_idx < 0)
        return false;
    const CoGroup *before = &inspection->published->groups[before_idx];
    if (sitting->in_person && before->room_idx != team->group->room_idx)
        return false;
    for (int i = 0; i < before->n_meetings; i++) {
        const CoMeeting *meeting = &before->meetings[i];
        if (meeting->module_idx == sitting->module_idx && meeting->day == sitting->day &&
            meeting->halves == sitting->halves)
            return true;
    }
    return false;
}

void co_check_r17_notice(CoInspection *inspection)
{
    const CoParameters *parameters = &inspection->campaign->parameters;
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        for (int s = 0; s < team->n_sittings; s++) {
            const CoSitting *sitting = &team->sittings[s];
            int64_t notice_days = (int64_t)sitting->day - parameters->convocation_day;
            if (!sitting->dated || notice_days >= parameters->notice_block_days ||
                is_published(inspection, team, sitting))
                continue;
            CoViolation violation = co_sitting_violation(team, sitting, CO_R17, CO_BREACH_NOTICE);
            violation.found = notice_days;
            violation.allowed = parameters->notice_block_days;
            co_inspection_report(inspection, violation);
        }
    }
}

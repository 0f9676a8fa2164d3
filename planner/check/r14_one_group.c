/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static void report_person(CoInspection *inspection, const CoTeam *team, CoBreach breach,
                          int person_idx)
{
    CoViolation violation = co_team_violation(team, CO_R14, breach);
    violation.person_idx = person_idx;
    if (breach == CO_BREACH_PERSON_TWO_GROUPS)
        violation.other_group_idx = inspection->team_of_person[person_idx];
    co_inspection_report(inspection, violation);
}

/* The list as the plan has it, doubles and all. */
static void check_list(CoInspection *inspection, const CoTeam *team)
{
    const CoGroup *group = team->group;
    g_autofree bool *seen = g_new0(bool, (gsize)inspection->campaign->n_people);
    for (int i = 0; group->members != NULL && i < group->n_members; i++) {
        int person_idx = group->members[i];
        if (person_idx < 0 || person_idx >= inspection->campaign->n_people) {
            report_person(inspection, team, CO_BREACH_PERSON_UNKNOWN, -1);
            continue;
        }
        if (seen[person_idx])
            report_person(inspection, team, CO_BREACH_PERSON_TWICE, person_idx);
        seen[person_idx] = true;
    }
}

static void check_member(CoInspection *inspection, const CoTeam *team, int person_idx)
{
    const CoCampaign *campaign = inspection->campaign;
    if (!co_campaign_person_is_planned(campaign, person_idx))
        report_person(inspection, team, CO_BREACH_PERSON_NOT_PLANNED, person_idx);
    else if (team->path != NULL &&
             team->path != &campaign->paths[campaign->people[person_idx].path_idx])
        report_person(inspection, team, CO_BREACH_PERSON_OTHER_PATH, person_idx);
    if (inspection->team_of_person[person_idx] != team->group_idx)
        report_person(inspection, team, CO_BREACH_PERSON_TWO_GROUPS, person_idx);
}

void co_check_r14_one_group(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        if (team->path == NULL)
            co_inspection_report(inspection,
                                 co_team_violation(team, CO_R14, CO_BREACH_PATH_UNKNOWN));
        check_list(inspection, team);
        for (int i = 0; i < team->n_members; i++)
            check_member(inspection, team, team->members[i]);
    }
}

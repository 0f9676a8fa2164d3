/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static void report_size(CoInspection *inspection, const CoTeam *team, CoBreach breach,
                        int64_t allowed)
{
    CoViolation violation = co_team_violation(team, CO_R02, breach);
    violation.found = team->n_members;
    violation.allowed = allowed;
    if (team->room != NULL)
        violation.room_idx = (int)(team->room - inspection->campaign->rooms);
    co_inspection_report(inspection, violation);
}

/* FM1 practice in the room: one workstation per member. */
static bool needs_workstations(const CoCampaign *campaign, const CoPath *path)
{
    for (int i = 0; path != NULL && i < path->n_modules; i++) {
        const CoModule *module = &campaign->modules[path->module_idx[i]];
        if (module->fm1 && module->mode == CO_MODE_IN_PERSON)
            return true;
    }
    return false;
}

static void check_path(CoInspection *inspection, const CoTeam *team)
{
    if (team->n_members < team->path->min_size)
        report_size(inspection, team, CO_BREACH_TOO_FEW_MEMBERS, team->path->min_size);
    if (team->n_members > team->path->max_size)
        report_size(inspection, team, CO_BREACH_TOO_MANY_MEMBERS, team->path->max_size);
}

static void check_room(CoInspection *inspection, const CoTeam *team)
{
    if (!co_team_meets_in_person(inspection, team))
        return;
    if (team->n_members > team->room->seats)
        report_size(inspection, team, CO_BREACH_SEATS, team->room->seats);
    if (needs_workstations(inspection->campaign, team->path) &&
        team->n_members > team->room->workstations)
        report_size(inspection, team, CO_BREACH_WORKSTATIONS, team->room->workstations);
}

void co_check_r02_size(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        if (team->path != NULL)
            check_path(inspection, team);
        if (team->room != NULL)
            check_room(inspection, team);
    }
}

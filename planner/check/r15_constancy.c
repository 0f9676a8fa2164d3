/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

/* That a group keeps one room and its trainers throughout is in the form of a plan: a group names
 * them once. What is left to see to: there is such a room when one is needed, and none else. */
void co_check_r15_constancy(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        int room_idx = team->group->room_idx;
        bool in_person = co_team_meets_in_person(inspection, team);
        CoBreach breach = CO_BREACH_NONE;
        if (room_idx != -1 && team->room == NULL)
            breach = CO_BREACH_ROOM_UNKNOWN;
        else if (in_person && room_idx == -1)
            breach = CO_BREACH_ROOM_MISSING;
        else if (team->path != NULL && !in_person && room_idx != -1)
            breach = CO_BREACH_ROOM_NEEDLESS;
        if (breach == CO_BREACH_NONE)
            continue;
        CoViolation violation = co_team_violation(team, CO_R15, breach);
        violation.room_idx = team->room != NULL ? room_idx : -1;
        co_inspection_report(inspection, violation);
    }
}

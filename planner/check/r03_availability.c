/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

/* @p blocked: the halves of the meeting that stand in the way; 0 is no violation. */
static void report_blocked(CoInspection *inspection, CoViolation violation, CoHalves blocked)
{
    violation.halves = blocked;
    if (blocked != 0)
        co_inspection_report(inspection, violation);
}

static void check_opening(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    CoHalves closed = 0;
    for (CoHalves half = CO_HALF_AM; half <= CO_HALF_PM; half++) {
        if ((sitting->halves & half) &&
            !co_check_slot_is_open(inspection->campaign, team->group->academy_idx, sitting->day,
                                   half))
            closed |= half;
    }
    CoViolation violation = co_sitting_violation(team, sitting, CO_R03, CO_BREACH_SLOT_CLOSED);
    report_blocked(inspection, violation, closed);
}

static void check_room(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    if (team->room == NULL || !sitting->in_person)
        return;
    CoViolation violation = co_sitting_violation(team, sitting, CO_R03, CO_BREACH_ROOM_UNAVAILABLE);
    violation.room_idx = (int)(team->room - inspection->campaign->rooms);
    report_blocked(inspection, violation,
                   co_sitting_blocked(sitting, team->room->spans, team->room->n_spans));
}

static void check_trainers(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    for (int i = 0; i < team->n_trainers; i++) {
        const CoTrainer *trainer = &inspection->campaign->trainers[team->trainers[i]];
        CoViolation violation =
            co_sitting_violation(team, sitting, CO_R03, CO_BREACH_TRAINER_UNAVAILABLE);
        violation.trainer_idx = team->trainers[i];
        report_blocked(inspection, violation,
                       co_sitting_blocked(sitting, trainer->spans, trainer->n_spans));
    }
}

static CoHalves member_blocked(const CoInspection *inspection, int person_idx,
                               const CoSitting *sitting)
{
    const CoPerson *person = &inspection->campaign->people[person_idx];
    return co_sitting_blocked(sitting, person->spans, person->n_spans);
}

static void check_members(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    for (int i = 0; i < team->n_members; i++) {
        CoViolation violation =
            co_sitting_violation(team, sitting, CO_R03, CO_BREACH_MEMBER_UNAVAILABLE);
        violation.person_idx = team->members[i];
        report_blocked(inspection, violation,
                       member_blocked(inspection, team->members[i], sitting));
    }
}

/* Of a virtual class a few members may see the recording instead. */
static void check_class(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    int n_absent = 0;
    for (int i = 0; i < team->n_members; i++)
        n_absent += member_blocked(inspection, team->members[i], sitting) != 0 ? 1 : 0;
    if (n_absent <= inspection->campaign->parameters.class_absentees)
        return;
    CoViolation violation = co_sitting_violation(team, sitting, CO_R03, CO_BREACH_CLASS_ABSENTEES);
    violation.found = n_absent;
    violation.allowed = inspection->campaign->parameters.class_absentees;
    co_inspection_report(inspection, violation);
}

static void check_sitting(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    if (!sitting->dated) {
        co_inspection_report(inspection,
                             co_sitting_violation(team, sitting, CO_R03, CO_BREACH_OUT_OF_HORIZON));
        return;
    }
    check_opening(inspection, team, sitting);
    check_room(inspection, team, sitting);
    check_trainers(inspection, team, sitting);
    if (sitting->is_class)
        check_class(inspection, team, sitting);
    else
        check_members(inspection, team, sitting);
}

void co_check_r03_availability(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        for (int s = 0; s < team->n_sittings; s++)
            check_sitting(inspection, team, &team->sittings[s]);
    }
}

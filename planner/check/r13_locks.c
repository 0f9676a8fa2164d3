/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

/* A lock, the group as published, and the group as it stands now. */
typedef struct Hold {
    const CoLock *lock;
    int lock_idx;
    const CoGroup *before;
    const CoTeam *now;
} Hold;

static void report_hold(CoInspection *inspection, const Hold *hold, CoBreach breach, int person_idx)
{
    CoViolation violation = co_violation(CO_R13, breach);
    violation.group_idx = hold->now != NULL ? hold->now->group_idx : -1;
    violation.person_idx = person_idx;
    violation.lock_idx = hold->lock_idx;
    co_inspection_report(inspection, violation);
}

static bool is_kept(const CoTeam *team, const CoMeeting *before)
{
    for (int s = 0; s < team->n_sittings; s++) {
        const CoSitting *sitting = &team->sittings[s];
        if (sitting->module_idx == before->module_idx && sitting->day == before->day &&
            sitting->halves == before->halves)
            return true;
    }
    return false;
}

static void check_dates(CoInspection *inspection, const Hold *hold)
{
    for (int i = 0; i < hold->before->n_meetings; i++) {
        const CoMeeting *before = &hold->before->meetings[i];
        if (is_kept(hold->now, before))
            continue;
        CoViolation violation = co_team_violation(hold->now, CO_R13, CO_BREACH_LOCK_DATE);
        violation.lock_idx = hold->lock_idx;
        violation.module_idx = before->module_idx;
        violation.day = before->day;
        violation.halves = before->halves;
        co_inspection_report(inspection, violation);
    }
}

static void check_room(CoInspection *inspection, const Hold *hold)
{
    if (hold->before->room_idx == hold->now->group->room_idx)
        return;
    CoViolation violation = co_team_violation(hold->now, CO_R13, CO_BREACH_LOCK_ROOM);
    violation.lock_idx = hold->lock_idx;
    violation.room_idx = hold->before->room_idx;
    co_inspection_report(inspection, violation);
}

static void check_pair(CoInspection *inspection, const Hold *hold)
{
    const int *before = hold->before->trainer_idx, *now = hold->now->group->trainer_idx;
    bool same = (before[0] == now[0] && before[1] == now[1]) ||
                (before[0] == now[1] && before[1] == now[0]);
    if (!same)
        report_hold(inspection, hold, CO_BREACH_LOCK_PAIR, -1);
}

static bool was_member(const CoGroup *group, int person_idx)
{
    for (int i = 0; i < group->n_members; i++) {
        if (group->members[i] == person_idx)
            return true;
    }
    return false;
}

/* @return whether the person could still be in the group at all: to be trained, on its path */
static bool could_stay(const CoInspection *inspection, const CoGroup *before, int person_idx)
{
    const CoCampaign *campaign = inspection->campaign;
    return person_idx >= 0 && person_idx < campaign->n_people &&
           co_campaign_person_is_planned(campaign, person_idx) &&
           campaign->people[person_idx].path_idx == before->path_idx &&
           co_campaign_person_academy(campaign, person_idx) == before->academy_idx;
}

static void check_members(CoInspection *inspection, const Hold *hold)
{
    for (int i = 0; i < hold->before->n_members; i++) {
        if (could_stay(inspection, hold->before, hold->before->members[i]) &&
            !co_team_has_member(hold->now, hold->before->members[i]))
            report_hold(inspection, hold, CO_BREACH_LOCK_LEFT, hold->before->members[i]);
    }
    for (int i = 0; i < hold->now->n_members; i++) {
        if (!was_member(hold->before, hold->now->members[i]))
            report_hold(inspection, hold, CO_BREACH_LOCK_JOINED, hold->now->members[i]);
    }
}

static void check_person(CoInspection *inspection, const Hold *hold)
{
    const char *id = hold->lock->value;
    int person_idx = *id != '\0' ? co_campaign_find_person(inspection->campaign, id) : -1;
    if (person_idx >= 0 && was_member(hold->before, person_idx) &&
        could_stay(inspection, hold->before, person_idx) &&
        !co_team_has_member(hold->now, person_idx))
        report_hold(inspection, hold, CO_BREACH_LOCK_LEFT, person_idx);
}

static void check_hold(CoInspection *inspection, const Hold *hold)
{
    CoLockKind kind = hold->lock->kind;
    bool all = kind == CO_LOCK_ALL;
    if (all || kind == CO_LOCK_DATE)
        check_dates(inspection, hold);
    if (all || kind == CO_LOCK_ROOM)
        check_room(inspection, hold);
    if (all || kind == CO_LOCK_PAIR)
        check_pair(inspection, hold);
    if (all || kind == CO_LOCK_MEMBERS)
        check_members(inspection, hold);
    if (kind == CO_LOCK_PERSON)
        check_person(inspection, hold);
}

void co_check_r13_locks(CoInspection *inspection)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int l = 0; inspection->published != NULL && l < campaign->n_locks; l++) {
        const CoLock *lock = &campaign->locks[l];
        int before_idx = co_plan_find_group(inspection->published, lock->group);
        int now_idx = co_plan_find_group(inspection->plan, lock->group);
        if (before_idx < 0)
            continue;
        Hold hold = {
            .lock = lock,
            .lock_idx = l,
            .before = &inspection->published->groups[before_idx],
            .now = now_idx >= 0 ? &inspection->teams[now_idx] : NULL,
        };
        if (hold.now == NULL)
            report_hold(inspection, &hold, CO_BREACH_LOCK_GROUP, -1);
        else
            check_hold(inspection, &hold);
    }
}

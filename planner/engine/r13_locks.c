/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R13: what `verrous` names stays as published: dates, room, pair, members of a group, or one
 * person in it. Locked dates need no notice (R17) but keep every other rule; where they cannot, or
 * a locked room or pair is no longer possible, the problem is contradictory. What if: no lock.
 * A lock whose group the published plan lacks is idle, and so is one on a person who was not in
 * the group. */
#include <string.h>

#include "rule_models.h"

bool co_r13_is_locked(const CoCampaign *campaign, const char *group_code)
{
    for (int i = 0; i < campaign->n_locks; i++)
        if (strcmp(campaign->locks[i].group, group_code) == 0)
            return true;
    return false;
}

/* ---- which groups, and what of them ---- */

static void collect_kinds(const CoEngineProblem *problem, CoEngineLock *lock, const char *code)
{
    const CoCampaign *campaign = problem->campaign;
    for (int i = 0; i < campaign->n_locks; i++)
        if (strcmp(campaign->locks[i].group, code) == 0)
            lock->kept[campaign->locks[i].kind] = true;
    for (int kind = CO_LOCK_DATE; kind < CO_LOCK_ALL; kind++)
        lock->kept[kind] = lock->kept[kind] || lock->kept[CO_LOCK_ALL];
}

/* A question may ask that every group of a plan stands, whatever is locked. */
static void keep_standing(CoEngineLock *lock)
{
    lock->kept[CO_LOCK_DATE] = lock->kept[CO_LOCK_ROOM] = lock->kept[CO_LOCK_PAIR] = true;
}

static void add_lock(CoEngineProblem *problem, const CoGroup *group)
{
    bool stands = problem->options.standing != NULL;
    int class_idx = co_class_of(problem, group->path_idx, group->academy_idx);
    if (class_idx < 0 || (!stands && !co_r13_is_locked(problem->campaign, group->code)))
        return;
    int n = problem->grouping.n_locks++;
    problem->locks[n].group = group;
    if (!co_is_relaxed(problem, CO_RULE_BIT(CO_R13)))
        collect_kinds(problem, &problem->locks[n], group->code);
    if (stands)
        keep_standing(&problem->locks[n]);
    problem->grp_locks[n] =
        (CoGrpLock){.class_idx = class_idx, .room = -1, .pattern = -1, .team = -1};
}

/* ---- dates ---- */

const CoMeeting *co_r13_meeting_of(const CoGroup *group, int module_idx)
{
    for (int i = 0; i < group->n_meetings; i++)
        if (group->meetings[i].module_idx == module_idx)
            return &group->meetings[i];
    return NULL;
}

int co_r13_published_start(const CoEngineProblem *problem, const CoGroup *group, int module_idx)
{
    const CoMeeting *meeting = co_r13_meeting_of(group, module_idx);
    bool whole_day = problem->campaign->modules[module_idx].half_days >= 2;
    if (meeting == NULL || whole_day != (meeting->halves == CO_HALF_BOTH))
        return -1;
    int slot = co_slot_of_day(problem, meeting->day) + (meeting->halves == CO_HALF_PM ? 1 : 0);
    return slot < problem->grouping.n_slots ? slot : -1;
}

/* @return (transfer full) the starts of these modules, or NULL when one has none */
static int *published_starts(const CoEngineProblem *problem, const CoGroup *group,
                             const int *modules, int n_modules)
{
    g_autofree int *starts = g_new(int, (gsize)n_modules + 1);
    for (int i = 0; i < n_modules; i++) {
        starts[i] = co_r13_published_start(problem, group, modules[i]);
        if (starts[i] < 0)
            return NULL;
    }
    return g_steal_pointer(&starts);
}

int co_r13_find_pattern(const CoPatternSet *set, const int *starts, int n_modules)
{
    for (int p = 0; p < set->n_patterns; p++)
        if (set->patterns[p].lock < 0 &&
            memcmp(set->patterns[p].starts, starts, sizeof *starts * (gsize)n_modules) == 0)
            return p;
    return -1;
}

static bool lock_in_person(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    CoGrpLock *lock = &problem->grp_locks[lock_idx];
    const CoEngineClass *cls = &problem->classes[lock->class_idx];
    g_autofree int *starts = published_starts(problem, group, cls->in_person, cls->n_in_person);
    if (starts == NULL)
        return false;
    lock->pattern = co_r13_find_pattern(cls->patterns, starts, cls->n_in_person);
    if (lock->pattern >= 0)
        return true;
    CoGrpPattern pattern;
    if (!co_r04_pattern_at(problem, lock->class_idx, starts, &pattern))
        return false;
    pattern.lock = lock_idx;
    lock->pattern = co_r04_append_pattern(problem, lock->class_idx, &pattern);
    return true;
}

static bool lock_virtual_classes(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    CoGrpLock *lock = &problem->grp_locks[lock_idx];
    const CoEngineClass *cls = &problem->classes[lock->class_idx];
    g_autofree int *starts = published_starts(problem, group, cls->virtuals, cls->n_virtual);
    if (starts == NULL || !co_r04_virtual_starts_allowed(problem, cls, starts))
        return false;
    int *kept = CO_ARENA_NEW(problem->arena, int, cls->n_virtual);
    memcpy(kept, starts, sizeof *kept * (gsize)cls->n_virtual);
    lock->virtual_locked = true;
    lock->virtual_starts = kept;
    return true;
}

/* ---- room, pair, members ---- */

int co_r13_published_room(const CoEngineProblem *problem, int class_idx, const CoGroup *group)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    for (int r = 0; r < cls->n_rooms; r++)
        if (cls->rooms[r] == group->room_idx)
            return r;
    return -1;
}

int co_r13_published_team(const CoEngineProblem *problem, int class_idx, const CoGroup *group)
{
    const CoGrpClass *cls = &problem->grp_classes[class_idx];
    const int *wanted = group->trainer_idx;
    for (int t = 0; t < cls->n_teams; t++) {
        const int *team = cls->teams[t].trainer;
        if ((team[0] == wanted[0] && team[1] == wanted[1]) ||
            (team[0] == wanted[1] && team[1] == wanted[0]))
            return t;
    }
    return -1;
}

static bool lock_room(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    CoGrpLock *lock = &problem->grp_locks[lock_idx];
    lock->room = co_r13_published_room(problem, lock->class_idx, group);
    return lock->room >= 0 || problem->classes[lock->class_idx].n_in_person == 0;
}

static bool lock_team(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    CoGrpLock *lock = &problem->grp_locks[lock_idx];
    lock->team = co_r13_published_team(problem, lock->class_idx, group);
    return lock->team >= 0;
}

static void lock_person(CoEngineProblem *problem, int lock_idx, int person_idx)
{
    int item = person_idx < 0 || person_idx >= problem->campaign->n_people
                   ? -1
                   : problem->item_of_person[person_idx];
    if (item >= 0 && problem->grp_items[item].class_idx == problem->grp_locks[lock_idx].class_idx)
        problem->grp_items[item].lock = lock_idx;
}

static bool is_member(const CoGroup *group, int person_idx)
{
    for (int i = 0; i < group->n_members; i++)
        if (group->members[i] == person_idx)
            return true;
    return false;
}

static void lock_named_persons(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    const CoCampaign *campaign = problem->campaign;
    for (int i = 0; i < campaign->n_locks; i++) {
        const CoLock *lock = &campaign->locks[i];
        if (lock->kind != CO_LOCK_PERSON || strcmp(lock->group, group->code) != 0)
            continue;
        int person_idx = co_campaign_find_person(campaign, lock->value);
        if (is_member(group, person_idx))
            lock_person(problem, lock_idx, person_idx);
    }
}

static void lock_members(CoEngineProblem *problem, int lock_idx, const CoGroup *group)
{
    problem->grp_locks[lock_idx].members_locked = true;
    for (int i = 0; i < group->n_members; i++)
        lock_person(problem, lock_idx, group->members[i]);
}

static void apply_lock(CoEngineProblem *problem, int lock_idx)
{
    const CoEngineLock *lock = &problem->locks[lock_idx];
    const CoGroup *group = lock->group;
    bool stands = true;
    if (lock->kept[CO_LOCK_DATE])
        stands = lock_in_person(problem, lock_idx, group) &&
                 lock_virtual_classes(problem, lock_idx, group);
    if (lock->kept[CO_LOCK_ROOM])
        stands = lock_room(problem, lock_idx, group) && stands;
    if (lock->kept[CO_LOCK_PAIR])
        stands = lock_team(problem, lock_idx, group) && stands;
    if (lock->kept[CO_LOCK_MEMBERS])
        lock_members(problem, lock_idx, group);
    if (lock->kept[CO_LOCK_PERSON])
        lock_named_persons(problem, lock_idx, group);
    problem->contradictory = problem->contradictory || !stands;
}

void co_r13_locks(CoEngineProblem *problem)
{
    const CoBuildOptions *options = &problem->options;
    const CoPlan *source = options->standing != NULL ? options->standing : options->published;
    bool idle = problem->campaign->n_locks == 0 || co_is_relaxed(problem, CO_RULE_BIT(CO_R13));
    if (source == NULL || (idle && options->standing == NULL))
        return;
    problem->locks = CO_ARENA_NEW(problem->arena, CoEngineLock, source->n_groups);
    problem->grp_locks = CO_ARENA_NEW(problem->arena, CoGrpLock, source->n_groups);
    for (int g = 0; g < source->n_groups; g++)
        add_lock(problem, &source->groups[g]);
    for (int l = 0; l < problem->grouping.n_locks; l++)
        apply_lock(problem, l);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3 of a finished plan, as MODEL.md counts it. The solver steers by a coarser count: one post
 * per human, one set of milestones per whole establishment. What a plan states is counted here. */
#include <stdlib.h>
#include <string.h>

#include "to_plan.h"

#include "rule_models.h"
#include "slots.h"

enum {
    POINTS_WEDNESDAY = 10,
    POINTS_SIZE = 1,
    POINTS_BALANCE = 2,
    POINTS_EMPTIED_WEEKS = 5,
    POINTS_MILESTONE = 3,
    POINTS_MISSED_CLASS = 3,
};

typedef struct Count {
    const CoEngineProblem *problem;
    const CoPlan *plan;
    CoSlotWord *set; /* one set of slots to work in */
} Count;

static CoSlotWord *cleared_set(const Count *count)
{
    memset(count->set, 0, sizeof *count->set * (gsize)count->problem->grouping.n_words);
    return count->set;
}

static bool is_class(const Count *count, const CoMeeting *meeting)
{
    return count->problem->campaign->modules[meeting->module_idx].mode == CO_MODE_VIRTUAL_CLASS;
}

/* ---- groups ---- */

static int64_t group_points(const Count *count, const CoGroup *group)
{
    const CoEngineProblem *problem = count->problem;
    int64_t points =
        POINTS_SIZE *
        (int64_t)abs(group->n_members - problem->campaign->paths[group->path_idx].target_size);
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        if (!is_class(count, meeting) &&
            co_slots_test(problem->grouping.wednesday, co_slot_of_day(problem, meeting->day)))
            points += POINTS_WEDNESDAY;
    }
    return points;
}

/* ---- members ---- */

/* No two meetings of a group are on one date but an in-person day and a class. */
static bool date_is_counted(const CoGroup *group, int meeting)
{
    for (int i = 0; i < meeting; i++)
        if (group->meetings[i].day == group->meetings[meeting].day)
            return true;
    return false;
}

static int64_t milestone_points(const Count *count, const CoGroup *group, int person_idx)
{
    int64_t points = 0;
    CoSlotWord *avoided = cleared_set(count);
    co_r10_avoided(count->problem, person_idx, avoided);
    for (int i = 0; i < group->n_meetings; i++)
        if (co_slots_test(avoided, co_slot_of_day(count->problem, group->meetings[i].day)) &&
            !date_is_counted(group, i))
            points += POINTS_MILESTONE;
    return points;
}

static int64_t missed_points(const Count *count, const CoGroup *group, int person_idx)
{
    int64_t points = 0;
    CoSlotWord *absent = cleared_set(count);
    co_r03_person(count->problem, person_idx, absent);
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        int slot = co_slot_of_day(count->problem, meeting->day);
        bool missed = (meeting->halves & CO_HALF_AM && co_slots_test(absent, slot)) ||
                      (meeting->halves & CO_HALF_PM && co_slots_test(absent, slot + 1));
        points += is_class(count, meeting) && missed ? POINTS_MISSED_CLASS : 0;
    }
    return points;
}

/* ---- balance between the trainers of a path ---- */

static int64_t balance_points(const Count *count, int path_idx)
{
    const CoCampaign *campaign = count->problem->campaign;
    g_autofree int *load = g_new0(int, (gsize)campaign->n_trainers + 1);
    for (int g = 0; g < count->plan->n_groups; g++) {
        const CoGroup *group = &count->plan->groups[g];
        for (int k = 0; k < 2; k++)
            if (group->path_idx == path_idx && group->trainer_idx[k] >= 0)
                load[group->trainer_idx[k]] += co_r07_half_days(campaign, path_idx);
    }
    int least = 0, most = 0;
    for (int t = 0; t < campaign->n_trainers; t++) {
        if (load[t] > 0)
            least = least == 0 ? load[t] : MIN(least, load[t]);
        most = MAX(most, load[t]);
    }
    return POINTS_BALANCE * (int64_t)(most - least);
}

/* ---- offices emptied two weeks running ---- */

static void miss(const Count *count, int *load, int establishment_idx, const CoSlotWord *away)
{
    int n_slots = count->problem->grouping.n_slots;
    for (int s = 0; establishment_idx >= 0 && s < n_slots; s++)
        load[establishment_idx * n_slots + s] += co_slots_test(away, s);
}

/* A human is missed once at each post: as participant, and as trainer elsewhere. */
static void miss_human(const Count *count, int *load, int person_idx, int trainer_idx,
                       const CoSlotWord *away)
{
    const CoCampaign *campaign = count->problem->campaign;
    int attends = person_idx < 0 ? -1 : co_r08_person_post(campaign, person_idx);
    int teaches = trainer_idx < 0 ? -1 : co_r08_trainer_post(campaign, trainer_idx);
    miss(count, load, attends, away);
    if (teaches != attends)
        miss(count, load, teaches, away);
}

static void miss_group(const Count *count, int *load, const CoGroup *group)
{
    const CoEngineProblem *problem = count->problem;
    CoSlotWord *away = cleared_set(count);
    for (int i = 0; i < group->n_meetings; i++)
        if (!is_class(count, &group->meetings[i]) || problem->grouping.offices_remote)
            co_hold_meeting(problem, &group->meetings[i], away);
    for (int i = 0; i < group->n_members; i++)
        miss_human(count, load, group->members[i], problem->trainer_of_person[group->members[i]],
                   away);
    for (int k = 0; k < 2; k++)
        if (group->trainer_idx[k] >= 0)
            miss_human(count, load, problem->campaign->trainers[group->trainer_idx[k]].person_idx,
                       group->trainer_idx[k], away);
}

static int64_t emptied_weeks(const Count *count, const int *load, int limit)
{
    const CoGrouping *grouping = &count->problem->grouping;
    int64_t points = 0;
    int last_week = -2;
    for (int s = 0; s < grouping->n_slots; s++) {
        if (load[s] < limit)
            continue;
        points += grouping->week[s] == last_week + 1 ? POINTS_EMPTIED_WEEKS : 0;
        last_week = grouping->week[s];
    }
    return points;
}

static int64_t continuity_points(const Count *count)
{
    const CoCampaign *campaign = count->problem->campaign;
    int n_slots = count->problem->grouping.n_slots;
    g_autofree int *load = g_new0(int, (gsize)campaign->n_establishments *(gsize)n_slots + 1);
    for (int g = 0; g < count->plan->n_groups; g++)
        miss_group(count, load, &count->plan->groups[g]);
    int64_t points = 0;
    for (int e = 0; e < campaign->n_establishments; e++) {
        int limit = campaign->establishments[e].staff - 1;
        points += limit < 2 ? 0 : emptied_weeks(count, load + e * n_slots, limit);
    }
    return points;
}

int64_t co_comfort_points(const CoEngineProblem *problem, const CoPlan *plan)
{
    g_autofree CoSlotWord *set = g_new(CoSlotWord, (gsize)problem->grouping.n_words);
    Count count = {problem, plan, set};
    int64_t points = continuity_points(&count);
    for (int p = 0; p < problem->campaign->n_paths; p++)
        points += balance_points(&count, p);
    for (int g = 0; g < plan->n_groups; g++) {
        const CoGroup *group = &plan->groups[g];
        points += group_points(&count, group);
        for (int i = 0; i < group->n_members; i++)
            points += milestone_points(&count, group, group->members[i]) +
                      missed_points(&count, group, group->members[i]);
    }
    return points;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tier between 1 and 2, on a replan: what people must be told anew. */
#include "tiers.h"

enum { POINTS_PERSON = 1, POINTS_TRAINERS = 2, POINTS_CANCELLED = 3 };

/* @return (transfer full) by person: the published group that lists them first, -1 = none */
static int *published_groups(const CoInspection *inspection)
{
    const CoPlan *published = inspection->published;
    int n_people = inspection->campaign->n_people;
    int *group_of = g_new(int, (gsize)n_people + 1);
    for (int i = 0; i < n_people; i++)
        group_of[i] = -1;
    for (int g = published->n_groups - 1; g >= 0; g--) {
        const CoGroup *group = &published->groups[g];
        for (int i = 0; i < group->n_members; i++) {
            if (group->members[i] >= 0 && group->members[i] < n_people)
                group_of[group->members[i]] = g;
        }
    }
    return group_of;
}

static bool is_in_person(const CoCampaign *campaign, int module_idx)
{
    return module_idx >= 0 && module_idx < campaign->n_modules &&
           campaign->modules[module_idx].mode == CO_MODE_IN_PERSON;
}

/* @return whether who was told of the meeting finds it as it was, in this group */
static bool stands(const CoInspection *inspection, const CoGroup *before, const CoTeam *now,
                   const CoMeeting *meeting)
{
    const CoSitting *sitting = co_team_sitting(now, meeting->module_idx);
    if (sitting == NULL || sitting->day != meeting->day || sitting->halves != meeting->halves)
        return false;
    return !is_in_person(inspection->campaign, meeting->module_idx) ||
           before->room_idx == now->group->room_idx;
}

static int64_t of_person(const CoInspection *inspection, const CoGroup *before, const CoTeam *now)
{
    bool same_group = g_strcmp0(before->code, now->group->code) == 0;
    int64_t n_told = 0;
    for (int i = 0; i < before->n_meetings; i++)
        n_told += same_group && stands(inspection, before, now, &before->meetings[i]) ? 0 : 1;
    return POINTS_PERSON * n_told;
}

static bool has_same_trainers(const CoGroup *a, const CoGroup *b)
{
    return (a->trainer_idx[0] == b->trainer_idx[0] && a->trainer_idx[1] == b->trainer_idx[1]) ||
           (a->trainer_idx[0] == b->trainer_idx[1] && a->trainer_idx[1] == b->trainer_idx[0]);
}

static int64_t of_group(const CoInspection *inspection, const CoGroup *before)
{
    int now_idx = co_plan_find_group(inspection->plan, before->code);
    if (now_idx < 0)
        return POINTS_CANCELLED * (int64_t)before->n_meetings;
    const CoTeam *now = &inspection->teams[now_idx];
    int64_t points = has_same_trainers(before, now->group) ? 0 : POINTS_TRAINERS;
    for (int i = 0; i < before->n_meetings; i++)
        points +=
            co_team_sitting(now, before->meetings[i].module_idx) == NULL ? POINTS_CANCELLED : 0;
    return points;
}

int64_t co_tier_changes(const CoInspection *inspection)
{
    const CoPlan *published = inspection->published;
    if (published == NULL)
        return 0;
    g_autofree int *group_of = published_groups(inspection);
    int64_t points = 0;
    for (int i = 0; i < inspection->campaign->n_people; i++) {
        if (group_of[i] >= 0 && inspection->team_of_person[i] >= 0)
            points += of_person(inspection, &published->groups[group_of[i]],
                                &inspection->teams[inspection->team_of_person[i]]);
    }
    for (int g = 0; g < published->n_groups; g++)
        points += of_group(inspection, &published->groups[g]);
    return points;
}

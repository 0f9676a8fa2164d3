/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people notice when a plan replaces another (MODEL.md §3): a person's meeting on another date
 * or in another place, or with another group, counts 1; a group with other trainers 2; a meeting
 * that is no longer held 3. Persons newly placed count nothing. Groups are the same when their
 * codes are. */
#include <string.h>

#include "rule_models.h"
#include "to_plan.h"

static bool meeting_moved(const CoCampaign *campaign, const CoGroup *old, const CoGroup *new,
                          const CoMeeting *before)
{
    const CoMeeting *after = co_r13_meeting_of(new, before->module_idx);
    if (after == NULL)
        return true;
    bool in_person = campaign->modules[before->module_idx].mode == CO_MODE_IN_PERSON;
    return after->day != before->day || after->halves != before->halves ||
           (in_person && old->room_idx != new->room_idx);
}

static int64_t person_changes(const CoCampaign *campaign, const CoGroup *old, const CoGroup *new)
{
    bool other_group = strcmp(old->code, new->code) != 0;
    int64_t changes = 0;
    for (int i = 0; i < old->n_meetings; i++)
        changes += other_group || meeting_moved(campaign, old, new, &old->meetings[i]);
    return changes;
}

static int64_t group_changes(const CoPlan *plan, const CoGroup *old)
{
    int group_idx = co_plan_find_group(plan, old->code);
    if (group_idx < 0)
        return 3 * (int64_t)old->n_meetings;
    const CoGroup *new = &plan->groups[group_idx];
    int64_t changes = 0;
    for (int i = 0; i < old->n_meetings; i++)
        changes += co_r13_meeting_of(new, old->meetings[i].module_idx) == NULL ? 3 : 0;
    bool same_team =
        old->trainer_idx[0] == new->trainer_idx[0] && old->trainer_idx[1] == new->trainer_idx[1];
    return changes + (same_team ? 0 : 2);
}

int64_t co_count_changes(const CoEngineProblem *problem, const CoPlan *plan)
{
    const CoPlan *published = problem->published;
    if (published == NULL)
        return 0;
    const CoCampaign *campaign = problem->campaign;
    g_autofree int *before = co_plan_groups_of_people(published, campaign);
    g_autofree int *after = co_plan_groups_of_people(plan, campaign);
    int64_t changes = 0;
    for (int i = 0; i < campaign->n_people; i++)
        if (before[i] >= 0 && after[i] >= 0)
            changes +=
                person_changes(campaign, &published->groups[before[i]], &plan->groups[after[i]]);
    for (int g = 0; g < published->n_groups; g++)
        changes += group_changes(plan, &published->groups[g]);
    return changes;
}

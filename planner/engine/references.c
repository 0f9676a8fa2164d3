/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan that this one replaces, as the solver wants it: a replan changes as little of it as it
 * can (MODEL.md §3). Its groups keep their numbers, so that reference r is published group r. */
#include "rule_models.h"

/* @return the starts of these modules, adding to @p n_known those that the group met */
static int *starts_of(const CoEngineProblem *problem, const CoGroup *group, const int *modules,
                      int n_modules, int *n_known)
{
    int *starts = CO_ARENA_NEW(problem->arena, int, n_modules + 1);
    for (int i = 0; i < n_modules; i++) {
        starts[i] = -1;
        if (co_r13_meeting_of(group, modules[i]) == NULL)
            continue;
        starts[i] = co_r13_published_start(problem, group, modules[i]);
        if (starts[i] < 0)
            starts[i] = CO_GRP_ELSEWHERE;
        (*n_known)++;
    }
    return starts;
}

static void set_reference(const CoEngineProblem *problem, const CoGroup *group,
                          CoGrpReference *reference)
{
    int class_idx = co_class_of(problem, group->path_idx, group->academy_idx);
    *reference = (CoGrpReference){.class_idx = class_idx,
                                  .n_meetings = group->n_meetings,
                                  .room = -1,
                                  .team = -1,
                                  .pattern = -1};
    if (class_idx < 0)
        return;
    const CoEngineClass *cls = &problem->classes[class_idx];
    int n_known = 0;
    int *starts = starts_of(problem, group, cls->in_person, cls->n_in_person, &n_known);
    reference->starts = starts;
    reference->virtual_starts = starts_of(problem, group, cls->virtuals, cls->n_virtual, &n_known);
    reference->n_lost = group->n_meetings - n_known;
    if (group->room_idx >= 0)
        reference->room = co_r13_published_room(problem, class_idx, group);
    if (group->room_idx >= 0 && reference->room < 0)
        reference->room = CO_GRP_ELSEWHERE;
    reference->team = co_r13_published_team(problem, class_idx, group);
    reference->pattern = co_r13_find_pattern(cls->patterns, starts, cls->n_in_person);
}

/* Where the persons of an item were; nearly always all in one group. */
static void set_shares(CoEngineProblem *problem, int item_idx, const int *group_of)
{
    const CoEngineItem *item = &problem->items[item_idx];
    CoGrpItem *grp = &problem->grp_items[item_idx];
    CoGrpShare *shares = CO_ARENA_NEW(problem->arena, CoGrpShare, item->n_people);
    for (int k = 0; k < item->n_people; k++) {
        int reference = group_of[item->people[k]], at = 0;
        if (reference < 0)
            continue;
        while (at < grp->n_shares && shares[at].reference != reference)
            at++;
        if (at == grp->n_shares)
            shares[grp->n_shares++].reference = reference;
        shares[at].n_persons++;
    }
    grp->shares = shares;
}

void co_references(CoEngineProblem *problem)
{
    const CoPlan *published = problem->published;
    if (published == NULL || !problem->options.least_change)
        return;
    CoGrouping *grouping = &problem->grouping;
    CoGrpReference *references =
        CO_ARENA_NEW(problem->arena, CoGrpReference, published->n_groups + 1);
    for (int g = 0; g < published->n_groups; g++)
        set_reference(problem, &published->groups[g], &references[g]);
    for (int l = 0; l < grouping->n_locks; l++)
        problem->grp_locks[l].reference = (int)(problem->locks[l].group - published->groups);
    g_autofree int *group_of = co_plan_groups_of_people(published, problem->campaign);
    for (int i = 0; i < grouping->n_items; i++)
        set_shares(problem, i, group_of);
    grouping->references = references;
    grouping->n_references = published->n_groups;
}

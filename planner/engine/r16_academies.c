/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R16: members, room and trainers of a group belong to one academy; so a class is a path in one
 * academy, with that academy's rooms (and trainers: r06_teams.c). */
#include "rule_models.h"

static int *modules_of_mode(CoEngineProblem *problem, const CoPath *path, CoMode mode, int *n)
{
    int *modules = CO_ARENA_NEW(problem->arena, int, path->n_modules);
    *n = 0;
    for (int i = 0; i < path->n_modules; i++)
        if (problem->campaign->modules[path->module_idx[i]].mode == mode)
            modules[(*n)++] = path->module_idx[i];
    return modules;
}

static void make_class(CoEngineProblem *problem, int path_idx, int academy_idx)
{
    const CoCampaign *campaign = problem->campaign;
    int class_idx = problem->grouping.n_classes++;
    problem->class_at[path_idx * (campaign->n_academies + 1) + academy_idx + 1] = class_idx;
    CoEngineClass *cls = &problem->classes[class_idx];
    const CoPath *path = &campaign->paths[path_idx];
    cls->path_idx = path_idx;
    cls->academy_idx = academy_idx;
    cls->in_person = modules_of_mode(problem, path, CO_MODE_IN_PERSON, &cls->n_in_person);
    cls->virtuals = modules_of_mode(problem, path, CO_MODE_VIRTUAL_CLASS, &cls->n_virtual);
    CoGrpClass *grp = &problem->grp_classes[class_idx];
    grp->path = path_idx;
    grp->n_in_person = cls->n_in_person;
    grp->n_sync_slots = co_r07_half_days(campaign, path_idx);
    int64_t rate = MAX(campaign->parameters.trainer_rate_cents, 0);
    grp->group_cents = (int64_t)grp->n_sync_slots * 3 * rate * path->trainers_per_group;
}

static bool is_asked(const CoEngineProblem *problem, int academy_idx)
{
    const bool *academies = problem->options.academies;
    return academies == NULL || (academy_idx >= 0 && academies[academy_idx]);
}

/* Whom the class must serve, by [path x (academies + 1) + academy + 1]; a locked group of the
 * published plan counts too, for it must be held (R13). */
static bool *needed_classes(const CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    size_t n_academies = (size_t)campaign->n_academies + 1;
    bool *needed = g_new0(bool, (size_t)campaign->n_paths *n_academies + 1);
    for (int i = 0; i < campaign->n_people; i++)
        if (co_needs_group(campaign, i) &&
            is_asked(problem, co_campaign_person_academy(campaign, i)))
            needed[(size_t)campaign->people[i].path_idx * n_academies +
                   (size_t)(co_campaign_person_academy(campaign, i) + 1)] = true;
    for (int g = 0; problem->published != NULL && g < problem->published->n_groups; g++) {
        const CoGroup *group = &problem->published->groups[g];
        if (group->path_idx >= 0 && is_asked(problem, group->academy_idx) &&
            co_r13_is_locked(campaign, group->code))
            needed[(size_t)group->path_idx * n_academies + (size_t)(group->academy_idx + 1)] = true;
    }
    return needed;
}

void co_r16_classes(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int n_academies = campaign->n_academies + 1;
    int n = campaign->n_paths * n_academies;
    problem->class_at = CO_ARENA_NEW(problem->arena, int, n);
    problem->classes = CO_ARENA_NEW(problem->arena, CoEngineClass, n);
    problem->grp_classes = CO_ARENA_NEW(problem->arena, CoGrpClass, n);
    g_autofree bool *needed = needed_classes(problem);
    for (int i = 0; i < n; i++) {
        problem->class_at[i] = -1;
        if (needed[i])
            make_class(problem, i / n_academies, i % n_academies - 1);
    }
}

void co_r16_rooms(CoEngineProblem *problem, int class_idx)
{
    const CoCampaign *campaign = problem->campaign;
    CoEngineClass *cls = &problem->classes[class_idx];
    CoGrpClass *grp = &problem->grp_classes[class_idx];
    int *rooms = CO_ARENA_NEW(problem->arena, int, campaign->n_rooms);
    int *capacity = CO_ARENA_NEW(problem->arena, int, campaign->n_rooms);
    int n = 0;
    for (int r = 0; cls->n_in_person > 0 && cls->academy_idx >= 0 && r < campaign->n_rooms; r++) {
        int seats = co_r02_capacity(problem, cls, r);
        if (campaign->rooms[r].academy_idx != cls->academy_idx || seats < grp->min_size)
            continue;
        rooms[n] = r;
        capacity[n++] = seats;
    }
    cls->n_rooms = grp->n_rooms = n;
    cls->rooms = grp->rooms = rooms;
    grp->room_capacity = capacity;
}

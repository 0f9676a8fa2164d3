/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R02: how many persons make a group. What if: one seat more, or no minimum. */
#include "rule_models.h"

static bool uses_workstations(const CoEngineProblem *problem, const CoEngineClass *cls)
{
    for (int i = 0; i < cls->n_in_person; i++)
        if (problem->campaign->modules[cls->in_person[i]].fm1)
            return true;
    return false;
}

static int extra_seats(const CoEngineProblem *problem)
{
    return co_is_relaxed(problem, CO_RULE_BIT(CO_R02)) ? 1 : 0;
}

int co_r02_capacity(const CoEngineProblem *problem, const CoEngineClass *cls, int room_idx)
{
    const CoRoom *room = &problem->campaign->rooms[room_idx];
    int capacity = MIN(problem->campaign->paths[cls->path_idx].max_size, room->seats);
    if (uses_workstations(problem, cls))
        capacity = MIN(capacity, room->workstations);
    return capacity + extra_seats(problem);
}

void co_r02_sizes(CoEngineProblem *problem, int class_idx)
{
    const CoPath *path = &problem->campaign->paths[problem->classes[class_idx].path_idx];
    CoGrpClass *cls = &problem->grp_classes[class_idx];
    cls->min_size = co_is_relaxed(problem, CO_RELAX_MINIMUM) ? 1 : MAX(path->min_size, 1);
    cls->target_size = path->target_size;
    cls->max_size = path->max_size + extra_seats(problem);
}

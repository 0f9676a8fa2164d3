/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R05: FM1 is open in windows, to so many groups at once over all academies. What if: to any number
 * of groups; or on every day besides. */
#include "rule_models.h"

#define ANY_NUMBER_OF_GROUPS 10000

static void open_window(const CoEngineProblem *problem, const CoFm1Window *window)
{
    const CoParameters *parameters = &problem->campaign->parameters;
    bool relaxed = co_is_relaxed(problem, CO_RULE_BIT(CO_R05));
    CoDay first = MAX(window->first_day, parameters->first_day);
    CoDay last = MIN(window->last_day, parameters->last_day);
    for (CoDay day = first; day <= last; day++) {
        int slot = co_slot_of_day(problem, day);
        for (int s = slot; s < slot + 2; s++)
            problem->fm1_capacity[s] = relaxed ? ANY_NUMBER_OF_GROUPS : window->max_groups;
    }
}

void co_r05_fm1(CoEngineProblem *problem)
{
    int n_slots = problem->grouping.n_slots;
    problem->fm1_capacity = CO_ARENA_NEW(problem->arena, int, n_slots);
    if (co_is_relaxed(problem, CO_RELAX_FM1_DAYS))
        for (int s = 0; s < n_slots; s++)
            problem->fm1_capacity[s] = ANY_NUMBER_OF_GROUPS;
    else
        for (int i = 0; i < problem->campaign->n_fm1_windows; i++)
            open_window(problem, &problem->campaign->fm1_windows[i]);
}

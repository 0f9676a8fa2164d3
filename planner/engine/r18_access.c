/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R18: who can be called to which room. What if: these persons, to any. */
#include "rule_models.h"

static bool item_needs_access(const CoCampaign *campaign, const CoEngineItem *item)
{
    for (int i = 0; i < item->n_people; i++)
        if (campaign->people[item->people[i]].needs_access)
            return true;
    return false;
}

static bool too_far(const CoEngineProblem *problem, int establishment_idx, int room_idx)
{
    const CoCampaign *campaign = problem->campaign;
    int max_km = campaign->parameters.max_trip_km;
    if (max_km < 0 || establishment_idx < 0)
        return false;
    const CoPlace *from = &campaign->establishments[establishment_idx].place;
    return co_trip_way(problem->trips, from, room_idx).km_milli > (int64_t)max_km * 1000;
}

static bool room_suits(const CoEngineProblem *problem, const CoEngineItem *item, int room_idx)
{
    const CoCampaign *campaign = problem->campaign;
    if (co_is_relaxed_for(problem, CO_RULE_BIT(CO_R18), item->people[0]))
        return true;
    if (!campaign->rooms[room_idx].accessible && item_needs_access(campaign, item))
        return false;
    return !too_far(problem, item->establishment_idx, room_idx);
}

void co_r18_access(CoEngineProblem *problem)
{
    for (int i = 0; i < problem->grouping.n_items; i++) {
        CoGrpItem *grp = &problem->grp_items[i];
        const CoEngineClass *cls = &problem->classes[grp->class_idx];
        bool *room_ok = CO_ARENA_NEW(problem->arena, bool, cls->n_rooms);
        for (int r = 0; r < cls->n_rooms; r++)
            room_ok[r] = room_suits(problem, &problem->items[i], cls->rooms[r]);
        grp->room_ok = room_ok;
    }
}

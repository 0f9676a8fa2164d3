/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3: what the solver needs to count Wednesdays, emptied weeks and milestones to avoid. */
#include "rule_models.h"
#include "slots.h"

enum { WEDNESDAY = 3 };

static void mark_wednesdays(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    CoSlotWord *wednesday = co_new_slots(problem);
    problem->grouping.wednesday = wednesday;
    if (campaign->parameters.wednesday != CO_WEDNESDAY_AVOIDED)
        return;
    for (int s = 0; s < problem->grouping.n_slots; s++)
        if (co_day_weekday(co_campaign_slot_day(campaign, s)) == WEDNESDAY)
            co_slots_set(wednesday, s);
}

static void number_weeks(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int *week = CO_ARENA_NEW(problem->arena, int, problem->grouping.n_slots);
    for (int s = 0; s < problem->grouping.n_slots; s++)
        week[s] =
            (co_campaign_slot_day(campaign, s) - co_day_monday(campaign->parameters.first_day)) / 7;
    problem->grouping.week = week;
}

/* Of a whole establishment, what any of its persons should avoid: nearly always the same for all.
 * co_comfort_points() counts person by person. */
static void mark_milestones(CoEngineProblem *problem, int item_idx)
{
    const CoEngineItem *item = &problem->items[item_idx];
    CoSlotWord *avoid = co_new_slots(problem);
    for (int k = 0; k < item->n_people; k++)
        co_r10_avoided(problem, item->people[k], avoid);
    problem->grp_items[item_idx].avoid = avoid;
}

void co_comfort(CoEngineProblem *problem)
{
    mark_wednesdays(problem);
    number_weeks(problem);
    for (int i = 0; i < problem->grouping.n_items; i++)
        mark_milestones(problem, i);
}

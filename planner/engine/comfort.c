/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3: what the solver needs to count Wednesdays, emptied weeks and milestones to avoid. */
#include <string.h>

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

/* One set serves all persons of an item; where they differ it stays empty, and co_comfort_rest()
 * counts them one by one. */
static void mark_milestones(CoEngineProblem *problem, CoEngineItem *item, CoGrpItem *grp)
{
    int n_words = problem->grouping.n_words;
    CoSlotWord *avoid = co_new_slots(problem);
    g_autofree CoSlotWord *other = g_new(CoSlotWord, (gsize)n_words);
    co_r10_avoided(problem, item->people[0], avoid);
    for (int k = 1; k < item->n_people; k++) {
        memset(other, 0, sizeof *other * (gsize)n_words);
        co_r10_avoided(problem, item->people[k], other);
        item->avoids_differ = item->avoids_differ || !co_slots_equal(avoid, other, n_words);
    }
    grp->avoid = item->avoids_differ ? problem->none : avoid;
}

void co_comfort(CoEngineProblem *problem)
{
    mark_wednesdays(problem);
    number_weeks(problem);
    for (int i = 0; i < problem->grouping.n_items; i++)
        mark_milestones(problem, &problem->items[i], &problem->grp_items[i]);
}

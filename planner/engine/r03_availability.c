/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R03: open slots, and who or what is available. What if: these persons (or all rooms, or
 * trainers) were always free; the calendar stands. */
#include "rule_models.h"
#include "slots.h"

enum { WEDNESDAY = 3, SATURDAY = 6 };

static bool day_is_worked(const CoParameters *parameters, CoDay day)
{
    int weekday = co_day_weekday(day);
    if (weekday >= SATURDAY)
        return false;
    return weekday != WEDNESDAY || parameters->wednesday != CO_WEDNESDAY_CLOSED;
}

static bool closure_applies(const CoParameters *parameters, const CoClosure *closure,
                            int academy_idx)
{
    if (closure->kind == CO_CLOSURE_SCHOOL_HOLIDAY && !parameters->close_holidays)
        return false;
    return closure->academy_idx < 0 || closure->academy_idx == academy_idx;
}

static void close_days(const CoEngineProblem *problem, const CoClosure *closure, CoSlotWord *open)
{
    const CoParameters *parameters = &problem->campaign->parameters;
    CoDay first = MAX(closure->first_day, parameters->first_day);
    CoDay last = MIN(closure->last_day, parameters->last_day);
    for (CoDay day = first; day <= last; day++) {
        int slot = co_slot_of_day(problem, day);
        for (int s = slot; s < slot + 2; s++)
            open[s / 64] &= ~((CoSlotWord)1 << (s % 64));
    }
}

static CoSlotWord *open_slots(CoEngineProblem *problem, int academy_idx)
{
    const CoCampaign *campaign = problem->campaign;
    CoSlotWord *open = co_new_slots(problem);
    for (int s = 0; s < problem->grouping.n_slots; s++)
        if (day_is_worked(&campaign->parameters, co_campaign_slot_day(campaign, s)))
            co_slots_set(open, s);
    for (int i = 0; i < campaign->n_closures; i++)
        if (closure_applies(&campaign->parameters, &campaign->closures[i], academy_idx))
            close_days(problem, &campaign->closures[i], open);
    return open;
}

void co_r03_open_slots(CoEngineProblem *problem)
{
    int n = problem->campaign->n_academies;
    problem->open = CO_ARENA_NEW(problem->arena, CoSlotWord *, n);
    for (int a = 0; a < n; a++)
        problem->open[a] = open_slots(problem, a);
}

void co_r03_add_spans(const CoEngineProblem *problem, const CoSpan *spans, int n_spans,
                      CoSlotWord *set)
{
    for (int i = 0; i < n_spans; i++)
        for (int s = 0; s < problem->grouping.n_slots; s++)
            if (co_span_covers(&spans[i], co_campaign_slot_day(problem->campaign, s),
                               s % 2 == 0 ? CO_HALF_AM : CO_HALF_PM))
                co_slots_set(set, s);
}

void co_r03_person(const CoEngineProblem *problem, int person_idx, CoSlotWord *set)
{
    const CoPerson *person = &problem->campaign->people[person_idx];
    if (!co_is_relaxed_for(problem, CO_RULE_BIT(CO_R03), person_idx))
        co_r03_add_spans(problem, person->spans, person->n_spans, set);
}

void co_r03_trainer(const CoEngineProblem *problem, int trainer_idx, CoSlotWord *set)
{
    const CoTrainer *trainer = &problem->campaign->trainers[trainer_idx];
    if (!co_is_relaxed(problem, CO_RELAX_TRAINERS_FREE))
        co_r03_add_spans(problem, trainer->spans, trainer->n_spans, set);
}

void co_r03_rooms(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    problem->grouping.n_rooms = campaign->n_rooms;
    problem->room_busy = CO_ARENA_NEW(problem->arena, CoSlotWord *, campaign->n_rooms);
    for (int r = 0; r < campaign->n_rooms; r++) {
        const CoRoom *room = &campaign->rooms[r];
        problem->room_busy[r] = co_new_slots(problem);
        if (!co_is_relaxed(problem, CO_RELAX_ROOMS_FREE))
            co_r03_add_spans(problem, room->spans, room->n_spans, problem->room_busy[r]);
    }
}

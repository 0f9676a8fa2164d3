/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R04: when one module may be held. What if: no earliest, latest, cutover or gap; the order
 * stands. */
#include "rule_models.h"
#include "slots.h"

int co_r04_cutover_slot(const CoEngineProblem *problem, int establishment_idx)
{
    const CoCampaign *campaign = problem->campaign;
    int n_slots = problem->grouping.n_slots;
    int wave_idx =
        establishment_idx < 0 ? -1 : campaign->establishments[establishment_idx].wave_idx;
    if (wave_idx < 0 || co_is_relaxed(problem, CO_RULE_BIT(CO_R04)))
        return n_slots;
    CoDay cutover = campaign->waves[wave_idx].cutover;
    /* A wave that changed over before the campaign is trained afterwards: a notice, no rule. */
    if (cutover == CO_DAY_NONE || cutover <= campaign->parameters.convocation_day)
        return n_slots;
    return CLAMP(co_slot_of_day(problem, cutover), 0, n_slots);
}

void co_r04_gap(const CoEngineProblem *problem, int module_idx, int *least, int *most)
{
    const CoModule *module = &problem->campaign->modules[module_idx];
    bool relaxed = co_is_relaxed(problem, CO_RULE_BIT(CO_R04));
    *least = relaxed ? 1 : MAX(module->gap_min_days, 1);
    *most = relaxed ? -1 : module->gap_max_days;
}

/* Halves at which a meeting of one half-day may start. */
static CoHalves allowed_halves(const CoModule *module)
{
    switch (module->moment) {
    case CO_MOMENT_AM:
        return CO_HALF_AM;
    case CO_MOMENT_PM:
        return CO_HALF_PM;
    case CO_MOMENT_FREE:
        return CO_HALF_BOTH;
    case CO_MOMENT_DEFAULT:
        break;
    }
    return module->mode == CO_MODE_VIRTUAL_CLASS ? CO_HALF_BOTH : CO_HALF_AM;
}

/* First and last slot of the window of a module; R04 relaxed, the whole horizon. */
static void window(const CoEngineProblem *problem, const CoEngineClass *cls, const CoModule *module,
                   int *first, int *last)
{
    *last = problem->grouping.n_slots - 1;
    if (co_is_relaxed(problem, CO_RULE_BIT(CO_R04)))
        return;
    if (module->earliest != CO_DAY_NONE)
        *first = MAX(*first, co_slot_of_day(problem, module->earliest));
    if (module->latest != CO_DAY_NONE)
        *last = MIN(*last, co_slot_of_day(problem, module->latest) + 1);
    if (module->before_cutover)
        *last = MIN(*last, cls->last_cutover - 1);
}

static bool slot_serves(const CoEngineProblem *problem, const CoSlotWord *open, bool fm1, int slot)
{
    return co_slots_test(open, slot) && (!fm1 || problem->fm1_capacity[slot] > 0);
}

void co_r04_starts(const CoEngineProblem *problem, const CoEngineClass *cls, int module_idx,
                   int first_slot, CoSlotWord *set)
{
    const CoModule *module = &problem->campaign->modules[module_idx];
    if (cls->academy_idx < 0)
        return;
    const CoSlotWord *open = problem->open[cls->academy_idx];
    int n_slots_held = module->half_days >= 2 ? 2 : 1;
    CoHalves halves = n_slots_held == 2 ? CO_HALF_AM : allowed_halves(module);
    int first = first_slot, last;
    window(problem, cls, module, &first, &last);
    for (int s = MAX(first, 0); s + n_slots_held - 1 <= last; s++) {
        if (!(halves & (s % 2 == 0 ? CO_HALF_AM : CO_HALF_PM)))
            continue;
        bool serves = true;
        for (int held = s; held < s + n_slots_held; held++)
            serves = serves && slot_serves(problem, open, module->fm1, held);
        if (serves)
            co_slots_set(set, s);
    }
}

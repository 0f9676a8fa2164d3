/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R04, virtual classes: where each may start, and how far from the one before. */
#include "rule_models.h"
#include "slots.h"

static CoGrpVirtual virtual_class(CoEngineProblem *problem, const CoEngineClass *cls,
                                  int module_idx)
{
    const CoModule *module = &problem->campaign->modules[module_idx];
    CoGrpVirtual virt = {
        .n_slots = module->half_days >= 2 ? 2 : 1,
        .before_cutover = module->before_cutover && !co_is_relaxed(problem, CO_RULE_BIT(CO_R04)),
        .fm1 = module->fm1,
    };
    CoSlotWord *starts = co_new_slots(problem);
    co_r04_starts(problem, cls, module_idx, problem->first_slot, starts);
    virt.starts = starts;
    co_r04_gap(problem, module_idx, &virt.gap_min, &virt.gap_max);
    return virt;
}

void co_r04_virtual_classes(CoEngineProblem *problem, int class_idx)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    CoGrpVirtual *virtuals = CO_ARENA_NEW(problem->arena, CoGrpVirtual, cls->n_virtual);
    for (int v = 0; v < cls->n_virtual; v++)
        virtuals[v] = virtual_class(problem, cls, cls->virtuals[v]);
    problem->grp_classes[class_idx].n_virtual = cls->n_virtual;
    problem->grp_classes[class_idx].virtuals = virtuals;
}

bool co_r04_virtual_starts_allowed(CoEngineProblem *problem, const CoEngineClass *cls,
                                   const int *starts)
{
    for (int v = 0; v < cls->n_virtual; v++) {
        CoSlotWord *allowed = co_new_slots(problem);
        co_r04_starts(problem, cls, cls->virtuals[v], 0, allowed);
        if (!co_slots_test(allowed, starts[v]))
            return false;
        int least, most;
        co_r04_gap(problem, cls->virtuals[v], &least, &most);
        int gap = v == 0 ? 0 : starts[v] / 2 - starts[v - 1] / 2;
        if (v > 0 && (gap < least || (most >= 0 && gap > most)))
            return false;
    }
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 3 as MODEL.md counts it, where #CoGrouping is coarser: trainers' balance is of a path over
 * all academies (a class has one), and the persons of a whole establishment may have different
 * milestones, or miss different halves of a virtual class. The solver steers by its own count; the
 * plan states this one. */
#include <string.h>

#include "rule_models.h"
#include "slots.h"

/* ---- balance ---- */

typedef bool (*CountsGroup)(const CoEngineProblem *problem, const CoGrpGroup *group, int which);

static bool is_of_class(G_GNUC_UNUSED const CoEngineProblem *problem, const CoGrpGroup *group,
                        int class_idx)
{
    return group->class_idx == class_idx;
}

static bool is_of_path(const CoEngineProblem *problem, const CoGrpGroup *group, int path_idx)
{
    return problem->classes[group->class_idx].path_idx == path_idx;
}

/* 2 per half-day between the trainer who teaches most of these groups and the one who teaches
 * least. */
static int64_t spread(const CoEngineProblem *problem, const CoGroupingPlan *found,
                      CountsGroup counts, int which)
{
    g_autofree int *load = g_new0(int, (gsize)problem->grouping.n_trainers + 1);
    for (int g = 0; g < found->n_groups; g++) {
        const CoGrpGroup *group = &found->groups[g];
        const CoGrpClass *cls = &problem->grp_classes[group->class_idx];
        for (int k = 0; counts(problem, group, which) && k < cls->team_size; k++)
            load[cls->teams[group->team].trainer[k]] += cls->n_sync_slots;
    }
    int least = 0, most = 0;
    for (int t = 0; t < problem->grouping.n_trainers; t++) {
        if (load[t] > 0)
            least = least == 0 ? load[t] : MIN(least, load[t]);
        most = MAX(most, load[t]);
    }
    return 2 * (int64_t)(most - least);
}

static int64_t balance_rest(const CoEngineProblem *problem, const CoGroupingPlan *found)
{
    int64_t points = 0;
    if (problem->campaign->n_academies < 2)
        return 0;
    for (int c = 0; c < problem->grouping.n_classes; c++)
        points -= spread(problem, found, is_of_class, c);
    for (int p = 0; p < problem->campaign->n_paths; p++)
        points += spread(problem, found, is_of_path, p);
    return points;
}

/* ---- whole establishments ---- */

/* Dates on which the group meets inside one of these slots' days. */
static int64_t dates_within(const CoEngineProblem *problem, const CoGrpGroup *group,
                            const CoSlotWord *avoid)
{
    const CoGrpClass *cls = &problem->grp_classes[group->class_idx];
    g_autofree CoSlotWord *days = g_new0(CoSlotWord, (gsize)problem->grouping.n_words);
    for (int k = 0; k < cls->n_in_person; k++)
        co_slots_set(days, cls->patterns[group->pattern].starts[k] & ~1);
    for (int v = 0; group->virtual_starts != NULL && v < cls->n_virtual; v++)
        co_slots_set(days, group->virtual_starts[v] & ~1);
    int64_t n_dates = 0;
    for (int s = 0; s < problem->grouping.n_slots; s += 2)
        n_dates += co_slots_test(days, s) && co_slots_test(avoid, s);
    return n_dates;
}

static int64_t milestones_rest(const CoEngineProblem *problem, const CoGrpGroup *group,
                               const CoEngineItem *item)
{
    int64_t points = 0;
    for (int k = 0; item->avoids_differ && k < item->n_people; k++) {
        g_autofree CoSlotWord *avoid = g_new0(CoSlotWord, (gsize)problem->grouping.n_words);
        co_r10_avoided(problem, item->people[k], avoid);
        points += 3 * dates_within(problem, group, avoid);
    }
    return points;
}

/* Persons who miss either half, beyond the larger of those who miss one and those who miss the
 * other. */
static int64_t missed_halves_rest(const CoEngineProblem *problem, const CoEngineItem *item,
                                  const int *n_absent, int start)
{
    int n_either = 0;
    for (int k = 0; k < item->n_people; k++) {
        g_autofree CoSlotWord *absent = g_new0(CoSlotWord, (gsize)problem->grouping.n_words);
        co_r03_person(problem, item->people[k], absent);
        n_either += co_slots_test(absent, start) || co_slots_test(absent, start + 1);
    }
    return 3 * (int64_t)(n_either - MAX(n_absent[start], n_absent[start + 1]));
}

static int64_t item_rest(const CoEngineProblem *problem, const CoGrpGroup *group, int item_idx)
{
    const CoGrpClass *cls = &problem->grp_classes[group->class_idx];
    const CoEngineItem *item = &problem->items[item_idx];
    if (item->n_people == 1)
        return 0;
    int64_t points = milestones_rest(problem, group, item);
    for (int v = 0; group->virtual_starts != NULL && v < cls->n_virtual; v++)
        if (cls->virtuals[v].n_slots == 2)
            points +=
                missed_halves_rest(problem, item, problem->grp_items[item_idx].n_absent_remote,
                                   group->virtual_starts[v]);
    return points;
}

int64_t co_comfort_rest(const CoEngineProblem *problem, const CoGroupingPlan *found)
{
    int64_t points = balance_rest(problem, found);
    for (int g = 0; g < found->n_groups; g++)
        for (int i = 0; i < found->groups[g].n_items; i++)
            points += item_rest(problem, &found->groups[g], found->groups[g].items[i]);
    return points;
}

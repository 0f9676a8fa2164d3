/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "to_plan.h"

#include <string.h>

/* ---- groups ---- */

static CoHalves halves_at(int slot, bool whole_day)
{
    if (whole_day)
        return CO_HALF_BOTH;
    return slot % 2 == 0 ? CO_HALF_AM : CO_HALF_PM;
}

static void add_meetings(const CoEngineProblem *problem, CoGroup *group, const int *modules,
                         int n_modules, const int *starts)
{
    const CoCampaign *campaign = problem->campaign;
    for (int i = 0; i < n_modules; i++) {
        bool whole_day = campaign->modules[modules[i]].half_days >= 2;
        CoMeeting meeting = {modules[i], co_campaign_slot_day(campaign, starts[i]),
                             halves_at(starts[i], whole_day)};
        co_group_add_meeting(group, &meeting);
    }
}

static void add_members(const CoEngineProblem *problem, CoGroup *group, const CoGrpGroup *found)
{
    for (int i = 0; i < found->n_items; i++) {
        const CoEngineItem *item = &problem->items[found->items[i]];
        for (int k = 0; k < item->n_people; k++)
            co_group_add_member(group, item->people[k]);
    }
}

static void add_group(const CoEngineProblem *problem, CoPlan *plan, const CoGrpGroup *found)
{
    const CoEngineClass *cls = &problem->classes[found->class_idx];
    const CoGrpClass *grp = &problem->grp_classes[found->class_idx];
    CoGroup *group = co_plan_add_group(plan);
    group->path_idx = cls->path_idx;
    group->academy_idx = cls->academy_idx;
    group->room_idx = found->room < 0 ? -1 : cls->rooms[found->room];
    for (int i = 0; i < grp->team_size && found->team >= 0; i++)
        group->trainer_idx[i] = grp->teams[found->team].trainer[i];
    if (found->pattern >= 0)
        add_meetings(problem, group, cls->in_person, cls->n_in_person,
                     grp->patterns[found->pattern].starts);
    if (found->virtual_starts != NULL)
        add_meetings(problem, group, cls->virtuals, cls->n_virtual, found->virtual_starts);
    add_members(problem, group, found);
}

/* ---- their order ---- */

typedef struct Placement {
    const CoEngineProblem *problem;
    const CoGrpGroup *groups;
} Placement;

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static const char *room_code(const CoEngineProblem *problem, const CoGrpGroup *group)
{
    if (group->room < 0)
        return "";
    int room_idx = problem->classes[group->class_idx].rooms[group->room];
    return problem->campaign->rooms[room_idx].code;
}

static int first_slot(const CoEngineProblem *problem, const CoGrpGroup *group)
{
    const CoGrpClass *cls = &problem->grp_classes[group->class_idx];
    if (cls->n_in_person > 0 && group->pattern >= 0)
        return cls->patterns[group->pattern].starts[0];
    return group->virtual_starts == NULL || cls->n_virtual == 0 ? -1 : group->virtual_starts[0];
}

/* Path, academy, room code, first date, first member: an order that does not depend on how the
 * groups were found. */
static int compare_groups(gconstpointer left, gconstpointer right, gpointer data)
{
    const Placement *placement = data;
    const CoEngineProblem *problem = placement->problem;
    const CoGrpGroup *a = &placement->groups[*(const int *)left];
    const CoGrpGroup *b = &placement->groups[*(const int *)right];
    const CoEngineClass *class_a = &problem->classes[a->class_idx];
    const CoEngineClass *class_b = &problem->classes[b->class_idx];
    int order = compare_ints(class_a->path_idx, class_b->path_idx);
    if (order == 0)
        order = compare_ints(class_a->academy_idx, class_b->academy_idx);
    if (order == 0)
        order = strcmp(room_code(problem, a), room_code(problem, b));
    if (order == 0)
        order = compare_ints(first_slot(problem, a), first_slot(problem, b));
    if (order == 0 && a->n_items > 0 && b->n_items > 0)
        order = compare_ints(a->items[0], b->items[0]);
    return order;
}

static void add_groups(const CoEngineProblem *problem, CoPlan *plan, const CoGroupingPlan *found)
{
    g_autofree int *order = g_new(int, (gsize)found->n_groups + 1);
    g_autofree CoGroupOrigin *origins = g_new(CoGroupOrigin, (gsize)found->n_groups + 1);
    for (int g = 0; g < found->n_groups; g++)
        order[g] = g;
    Placement placement = {problem, found->groups};
    if (found->n_groups > 1)
        g_qsort_with_data(order, found->n_groups, sizeof(int), compare_groups, &placement);
    for (int g = 0; g < found->n_groups; g++) {
        add_group(problem, plan, &found->groups[order[g]]);
        const CoGrpGroup *group = &found->groups[order[g]];
        origins[g] = (CoGroupOrigin){group->lock, group->reference};
    }
    co_name_groups(problem, plan, origins);
}

static void add_unplaced(const CoEngineProblem *problem, CoPlan *plan)
{
    const CoCampaign *campaign = problem->campaign;
    g_autofree int *group_of = co_plan_groups_of_people(plan, campaign);
    for (int i = 0; i < campaign->n_people; i++)
        if (group_of[i] < 0 && co_needs_group(campaign, i))
            co_plan_add_unplaced(plan)->person_idx = i;
}

/* ---- what it is worth ---- */

static CoTier tier_of(const CoEngineProblem *problem, const CoGrpValue *value, bool above_proven)
{
    CoTier tier = {.value = value->value, .has_bound = value->has_bound && problem->exact};
    if (tier.has_bound)
        tier.bound = MIN(value->bound, value->value);
    tier.gap_proven = tier.has_bound && above_proven;
    return tier;
}

static bool at_optimum(const CoTier *tier)
{
    return tier->has_bound && tier->value == tier->bound;
}

/* Without a plan nobody is placed, and nothing is proven of it. */
static void fill_tiers_of_nothing(const CoEngineProblem *problem, CoPlan *plan)
{
    for (int i = 0; i < plan->n_unplaced; i++)
        plan->tiers[0].value +=
            MAX(problem->campaign->people[plan->unplaced[i].person_idx].weight, 1);
    plan->unplaced_penalty = problem->grouping.unplaced_penalty;
    plan->stage1.value = plan->unplaced_penalty * plan->tiers[0].value;
}

/* The solver counts comfort more coarsely; sizes and Wednesdays, which its bound is made of, are
 * counted alike. */
static void restate_comfort(const CoEngineProblem *problem, CoPlan *plan,
                            const CoGrpValue *by_solver)
{
    CoTier *tier = &plan->tiers[2];
    tier->value = co_comfort_points(problem, plan);
    tier->bound = MIN(by_solver->bound, tier->value);
}

static void fill_tiers(const CoEngineProblem *problem, CoPlan *plan, const CoGroupingPlan *found)
{
    plan->tiers[0] = tier_of(problem, &found->unplaced, true);
    CoTier changes = tier_of(problem, &found->changes, true);
    bool unchanged = problem->grouping.n_references == 0 || at_optimum(&changes);
    bool proven = at_optimum(&plan->tiers[0]) && unchanged;
    plan->tiers[1] = tier_of(problem, &found->cost, proven);
    proven = proven && at_optimum(&plan->tiers[1]);
    plan->tiers[2] = tier_of(problem, &found->comfort, proven);
    restate_comfort(problem, plan, &found->comfort);
    plan->stage1 = tier_of(problem, &found->stage1, true);
    plan->unplaced_penalty = problem->grouping.unplaced_penalty;
}

static CoStop stop_of(CoGrpStop stop)
{
    switch (stop) {
    case CO_GRP_TIME:
        return CO_STOP_TIME;
    case CO_GRP_WORK:
        return CO_STOP_WORK;
    case CO_GRP_GAP:
        return CO_STOP_GAP;
    case CO_GRP_CANCELLED:
        return CO_STOP_CANCELLED;
    case CO_GRP_FINISHED:
        break;
    }
    return CO_STOP_FINISHED;
}

/* Tiers above comfort are what stage 1 is: comfort may then have spent some of its tolerance. */
static CoQuality quality_of(const CoEngineProblem *problem, const CoPlan *plan,
                            const CoGroupingPlan *found)
{
    if (!found->found)
        return found->stop == CO_GRP_FINISHED && problem->exact ? CO_QUALITY_INFEASIBLE
                                                                : CO_QUALITY_NOTHING;
    bool proven = at_optimum(&plan->tiers[0]);
    if (plan->n_groups == 0 && plan->n_unplaced > 0)
        return proven ? CO_QUALITY_INFEASIBLE : CO_QUALITY_NOTHING;
    return proven && at_optimum(&plan->stage1) ? CO_QUALITY_OPTIMAL : CO_QUALITY_FEASIBLE;
}

CoPlan *co_to_plan(const CoEngineProblem *problem, const CoGroupingPlan *found)
{
    CoPlan *plan = co_plan_new();
    if (found->found)
        add_groups(problem, plan, found);
    add_unplaced(problem, plan);
    co_plan_sort(plan, problem->campaign);
    if (found->found)
        fill_tiers(problem, plan, found);
    else
        fill_tiers_of_nothing(problem, plan);
    plan->stop = stop_of(found->stop);
    plan->quality = quality_of(problem, plan, found);
    plan->work = found->work;
    plan->changes = co_count_changes(problem, plan);
    return plan;
}

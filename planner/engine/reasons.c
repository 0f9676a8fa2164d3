/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reasons.h"

#include "rule_models.h"

typedef struct Explanation {
    const CoEngineProblem *problem;
    CoPlan *plan;
    CoOccupancy *occupancy;
    GArray *answers; /* of CoWhatIf, best first */
} Explanation;

static bool is_of_class(const CoEngineProblem *problem, const CoGroup *group, int class_idx)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    return group->path_idx == cls->path_idx && group->academy_idx == cls->academy_idx;
}

/* The rules that close each group of the class to the person, all together. */
static CoRuleSet rules_of_groups(const Explanation *explanation, int item_idx)
{
    const CoEngineProblem *problem = explanation->problem;
    CoRuleSet rules = 0;
    for (int g = 0; g < explanation->plan->n_groups; g++)
        if (is_of_class(problem, &explanation->plan->groups[g],
                        problem->grp_items[item_idx].class_idx))
            rules |= co_blocking_rules(explanation->occupancy, item_idx, g);
    return rules;
}

/* @return a group that this rule alone closes to the item, -1 = none */
static int group_closed_by(const Explanation *explanation, int item_idx, CoRule rule)
{
    const CoEngineProblem *problem = explanation->problem;
    for (int g = 0; g < explanation->plan->n_groups; g++)
        if (is_of_class(problem, &explanation->plan->groups[g],
                        problem->grp_items[item_idx].class_idx) &&
            co_blocking_rules(explanation->occupancy, item_idx, g) == CO_RULE_BIT(rule))
            return g;
    return -1;
}

/* ---- when no single change was found to help ---- */

/* What keeps the class from having any group at all, read from the tables of the problem. */
static CoRule rule_against_class(const CoEngineProblem *problem, int class_idx)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    const CoGrpClass *grp = &problem->grp_classes[class_idx];
    if (grp->n_teams == 0)
        return CO_R06;
    if (grp->max_groups == 0)
        return CO_R11;
    if (cls->n_persons < grp->min_size || (cls->n_in_person > 0 && cls->n_rooms == 0))
        return CO_R02;
    if (grp->n_patterns == 0)
        return CO_R04;
    return CO_R03;
}

static CoRemedy remedy_for(CoRule rule)
{
    switch (rule) {
    case CO_R02:
        return CO_REMEDY_RAISE_SEATS;
    case CO_R03:
        return CO_REMEDY_FREE_PERSON;
    case CO_R04:
    case CO_R17:
        return CO_REMEDY_ADD_DATES;
    case CO_R05:
        return CO_REMEDY_OPEN_FM1;
    case CO_R06:
    case CO_R07:
        return CO_REMEDY_ADD_TRAINER;
    case CO_R08:
        return CO_REMEDY_RELAX_CONTINUITY;
    case CO_R09:
        return CO_REMEDY_RELAX_HEAD;
    case CO_R10:
        return CO_REMEDY_MOVE_MILESTONE;
    case CO_R11:
        return CO_REMEDY_ADD_GROUP;
    case CO_R13:
        return CO_REMEDY_UNLOCK;
    case CO_R18:
        return CO_REMEDY_ADD_ROOM;
    default:
        return CO_REMEDY_NONE;
    }
}

/* A rule that alone closes a group names a sure change; else the first that closes any; else what
 * closes the whole class. */
static void settle_without_answer(const Explanation *explanation, CoUnplaced *unplaced,
                                  int item_idx)
{
    for (int rule = CO_R01; rule < CO_RULE_END; rule++) {
        if (!(unplaced->rules & CO_RULE_BIT(rule)))
            continue;
        if (unplaced->main_rule == 0)
            unplaced->main_rule = (CoRule)rule;
        int group_idx = group_closed_by(explanation, item_idx, (CoRule)rule);
        if (group_idx < 0)
            continue;
        unplaced->main_rule = (CoRule)rule;
        unplaced->group_idx = group_idx;
        unplaced->remedy = remedy_for((CoRule)rule);
        return;
    }
    if (unplaced->main_rule != 0)
        return;
    unplaced->main_rule = rule_against_class(explanation->problem,
                                             explanation->problem->grp_items[item_idx].class_idx);
    unplaced->remedy = remedy_for(unplaced->main_rule);
}

/* ---- one person ---- */

static const CoWhatIf *first_that_places(const Explanation *explanation, int person_idx)
{
    for (guint i = 0; i < explanation->answers->len; i++) {
        const CoWhatIf *answer = &g_array_index(explanation->answers, CoWhatIf, i);
        if (answer->placed[person_idx])
            return answer;
    }
    return NULL;
}

static void explain_person(const Explanation *explanation, CoUnplaced *unplaced)
{
    int item_idx = explanation->problem->item_of_person[unplaced->person_idx];
    if (item_idx < 0) { /* of no academy: no room, no trainer */
        unplaced->main_rule = CO_R16;
        unplaced->rules = CO_RULE_BIT(CO_R16);
        return;
    }
    unplaced->rules = rules_of_groups(explanation, item_idx);
    const CoWhatIf *answer = first_that_places(explanation, unplaced->person_idx);
    if (answer != NULL) {
        unplaced->main_rule = answer->rule;
        unplaced->remedy = answer->remedy;
        unplaced->group_idx = group_closed_by(explanation, item_idx, answer->rule);
    } else {
        settle_without_answer(explanation, unplaced, item_idx);
    }
    unplaced->rules |= CO_RULE_BIT(unplaced->main_rule);
}

/* Locks that contradict the other rules leave everybody out, for that one reason. */
static void blame_locks(CoPlan *plan)
{
    for (int i = 0; i < plan->n_unplaced; i++) {
        plan->unplaced[i].rules = CO_RULE_BIT(CO_R13);
        plan->unplaced[i].main_rule = CO_R13;
        plan->unplaced[i].remedy = CO_REMEDY_UNLOCK;
    }
}

void co_explain(const CoEngineProblem *problem, CoPlan *plan, const volatile int *cancel)
{
    if (plan->n_unplaced == 0)
        return;
    if (problem->contradictory) {
        blame_locks(plan);
        return;
    }
    g_autoptr(CoOccupancy) occupancy = co_occupancy_new(problem, plan);
    Explanation explanation = {
        .problem = problem,
        .plan = plan,
        .occupancy = occupancy,
        .answers = co_try_what_ifs(problem, plan, cancel),
    };
    for (int i = 0; i < plan->n_unplaced; i++)
        explain_person(&explanation, &plan->unplaced[i]);
    g_array_unref(explanation.answers);
}

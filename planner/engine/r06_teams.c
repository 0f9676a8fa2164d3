/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R06: who may teach a path, alone or together. What if: every trainer of the academy had the
 * skill, and no pair rule stood. */
#include "rule_models.h"

static bool has_path(const int *path_idx, int n_paths, int wanted)
{
    for (int i = 0; i < n_paths; i++)
        if (path_idx[i] == wanted)
            return true;
    return false;
}

bool co_r06_may_teach(const CoEngineProblem *problem, int trainer_idx, int class_idx)
{
    const CoTrainer *trainer = &problem->campaign->trainers[trainer_idx];
    const CoEngineClass *cls = &problem->classes[class_idx];
    if (cls->academy_idx < 0 || trainer->academy_idx != cls->academy_idx) /* R16 */
        return false;
    return co_is_relaxed(problem, CO_RULE_BIT(CO_R06)) ||
           has_path(trainer->path_idx, trainer->n_paths, cls->path_idx);
}

static bool pair_is_listed(const CoCampaign *campaign, int path_idx, const int *trainers)
{
    for (int i = 0; i < campaign->n_pairs; i++) {
        const CoPair *pair = &campaign->pairs[i];
        if (pair->n_paths > 0 && !has_path(pair->path_idx, pair->n_paths, path_idx))
            continue;
        const int *listed = pair->trainer_idx;
        if ((listed[0] == trainers[0] && listed[1] == trainers[1]) ||
            (listed[0] == trainers[1] && listed[1] == trainers[0]))
            return true;
    }
    return false;
}

/* A lone trainer (second = -1) is confirmed or not, but never of both spheres nor a listed pair. */
static bool pair_rule_holds(const CoEngineProblem *problem, int path_idx, const int *trainers)
{
    const CoCampaign *campaign = problem->campaign;
    const CoTrainer *first = &campaign->trainers[trainers[0]];
    const CoTrainer *second = trainers[1] < 0 ? NULL : &campaign->trainers[trainers[1]];
    if (co_is_relaxed(problem, CO_RULE_BIT(CO_R06)))
        return true;
    switch (campaign->paths[path_idx].pair_rule) {
    case CO_PAIR_FREE:
        break;
    case CO_PAIR_ONE_CONFIRMED:
        return first->confirmed || (second != NULL && second->confirmed);
    case CO_PAIR_ONE_PER_SPHERE:
        return second != NULL && first->sphere != second->sphere &&
               first->sphere != CO_SPHERE_NONE && second->sphere != CO_SPHERE_NONE;
    case CO_PAIR_FIXED:
        return second != NULL && pair_is_listed(campaign, path_idx, trainers);
    }
    return true;
}

static void add_team(const CoEngineProblem *problem, int class_idx, GArray *teams, int first,
                     int second)
{
    CoGrpTeam team = {{first, second}};
    if (pair_rule_holds(problem, problem->classes[class_idx].path_idx, team.trainer))
        g_array_append_val(teams, team);
}

void co_r06_teams(CoEngineProblem *problem, int class_idx)
{
    const CoCampaign *campaign = problem->campaign;
    CoGrpClass *cls = &problem->grp_classes[class_idx];
    cls->team_size = campaign->paths[problem->classes[class_idx].path_idx].trainers_per_group;
    g_autoptr(GArray) teams = g_array_new(FALSE, FALSE, sizeof(CoGrpTeam));
    for (int a = 0; a < campaign->n_trainers; a++) {
        if (!co_r06_may_teach(problem, a, class_idx))
            continue;
        if (cls->team_size < 2)
            add_team(problem, class_idx, teams, a, -1);
        for (int b = a + 1; cls->team_size >= 2 && b < campaign->n_trainers; b++)
            if (co_r06_may_teach(problem, b, class_idx))
                add_team(problem, class_idx, teams, a, b);
    }
    CoGrpTeam *kept = CO_ARENA_NEW(problem->arena, CoGrpTeam, teams->len);
    for (guint i = 0; i < teams->len; i++)
        kept[i] = g_array_index(teams, CoGrpTeam, i);
    cls->n_teams = (int)teams->len;
    cls->teams = kept;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* R11: how many groups a path has in an academy. What if: one more, and no least number. */
#include "rule_models.h"

void co_r11_group_counts(CoEngineProblem *problem, int class_idx)
{
    const CoPath *path = &problem->campaign->paths[problem->classes[class_idx].path_idx];
    CoGrpClass *cls = &problem->grp_classes[class_idx];
    bool relaxed = co_is_relaxed(problem, CO_RULE_BIT(CO_R11));
    cls->min_groups = relaxed ? 0 : MAX(path->min_groups, 0);
    cls->max_groups = path->max_groups < 0 ? -1 : path->max_groups + (relaxed ? 1 : 0);
}

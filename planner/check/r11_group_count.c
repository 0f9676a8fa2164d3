/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static int count_groups(const CoInspection *inspection, const CoPath *path, int academy_idx)
{
    int n_groups = 0;
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        n_groups += team->path == path && team->group->academy_idx == academy_idx ? 1 : 0;
    }
    return n_groups;
}

static void report_count(CoInspection *inspection, CoViolation violation, int found, int allowed)
{
    violation.found = found;
    violation.allowed = allowed;
    co_inspection_report(inspection, violation);
}

/* @p has_people: without anybody to train no group is asked for. */
static void check_path(CoInspection *inspection, int path_idx, int academy_idx, bool has_people)
{
    const CoPath *path = &inspection->campaign->paths[path_idx];
    int n_groups = count_groups(inspection, path, academy_idx);
    CoBreach breach = CO_BREACH_NONE;
    if (path->max_groups >= 0 && n_groups > path->max_groups)
        breach = CO_BREACH_GROUPS_MANY;
    else if (has_people && n_groups < path->min_groups)
        breach = CO_BREACH_GROUPS_FEW;
    if (breach == CO_BREACH_NONE)
        return;
    CoViolation violation = co_violation(CO_R11, breach);
    violation.path_idx = path_idx;
    violation.academy_idx = academy_idx;
    report_count(inspection, violation, n_groups,
                 breach == CO_BREACH_GROUPS_MANY ? path->max_groups : path->min_groups);
}

void co_check_r11_group_count(CoInspection *inspection)
{
    const CoCampaign *campaign = inspection->campaign;
    size_t n_academies = (size_t)campaign->n_academies, n_paths = (size_t)campaign->n_paths;
    g_autofree bool *has_people = g_new0(bool, n_academies *n_paths);
    for (int i = 0; i < campaign->n_people; i++) {
        int academy_idx = co_campaign_person_academy(campaign, i);
        if (academy_idx >= 0 && co_person_needs_group(campaign, i))
            has_people[n_academies * (size_t)campaign->people[i].path_idx + (size_t)academy_idx] =
                true;
    }
    for (int p = 0; p < campaign->n_paths; p++) {
        for (int a = 0; a < campaign->n_academies; a++)
            check_path(inspection, p, a, has_people[n_academies * (size_t)p + (size_t)a]);
    }
}

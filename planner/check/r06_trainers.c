/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static void report_team(CoInspection *inspection, const CoTeam *team, CoBreach breach,
                        int trainer_idx)
{
    CoViolation violation = co_team_violation(team, CO_R06, breach);
    violation.trainer_idx = trainer_idx;
    violation.found = team->n_trainers;
    violation.allowed = team->path != NULL ? team->path->trainers_per_group : 0;
    co_inspection_report(inspection, violation);
}

/* @return whether the two trainer cells of the group hold what they may hold at all */
static bool check_cells(CoInspection *inspection, const CoTeam *team)
{
    const int *cells = team->group->trainer_idx;
    bool good = true;
    for (int i = 0; i < 2; i++) {
        if (cells[i] < -1 || cells[i] >= inspection->campaign->n_trainers) {
            report_team(inspection, team, CO_BREACH_TRAINER_UNKNOWN, -1);
            good = false;
        }
    }
    if (good && cells[0] >= 0 && cells[0] == cells[1]) {
        report_team(inspection, team, CO_BREACH_TRAINER_TWICE, cells[0]);
        good = false;
    }
    return good;
}

static bool is_listed(const int *elements, int n, int element)
{
    for (int i = 0; i < n; i++) {
        if (elements[i] == element)
            return true;
    }
    return false;
}

static void check_skills(CoInspection *inspection, const CoTeam *team)
{
    int path_idx = (int)(team->path - inspection->campaign->paths);
    for (int i = 0; i < team->n_trainers; i++) {
        const CoTrainer *trainer = &inspection->campaign->trainers[team->trainers[i]];
        if (!is_listed(trainer->path_idx, trainer->n_paths, path_idx))
            report_team(inspection, team, CO_BREACH_TRAINER_UNSKILLED, team->trainers[i]);
    }
}

static bool has_confirmed(const CoCampaign *campaign, const CoTeam *team)
{
    for (int i = 0; i < team->n_trainers; i++) {
        if (campaign->trainers[team->trainers[i]].confirmed)
            return true;
    }
    return false;
}

static bool has_both_spheres(const CoCampaign *campaign, const CoTeam *team)
{
    bool ordering = false, accounting = false;
    for (int i = 0; i < team->n_trainers; i++) {
        CoSphere sphere = campaign->trainers[team->trainers[i]].sphere;
        ordering = ordering || sphere == CO_SPHERE_ORDERING;
        accounting = accounting || sphere == CO_SPHERE_ACCOUNTING;
    }
    return ordering && accounting;
}

static bool is_listed_pair(const CoCampaign *campaign, const CoTeam *team)
{
    int path_idx = (int)(team->path - campaign->paths);
    for (int i = 0; team->n_trainers == 2 && i < campaign->n_pairs; i++) {
        const CoPair *pair = &campaign->pairs[i];
        const int *a = pair->trainer_idx, *b = team->trainers;
        bool same = (a[0] == b[0] && a[1] == b[1]) || (a[0] == b[1] && a[1] == b[0]);
        if (same && (pair->n_paths == 0 || is_listed(pair->path_idx, pair->n_paths, path_idx)))
            return true;
    }
    return false;
}

static void check_pair(CoInspection *inspection, const CoTeam *team)
{
    const CoCampaign *campaign = inspection->campaign;
    CoPairRule rule = team->path->pair_rule;
    if (rule == CO_PAIR_ONE_CONFIRMED && !has_confirmed(campaign, team))
        report_team(inspection, team, CO_BREACH_PAIR_NOT_CONFIRMED, -1);
    if (rule == CO_PAIR_ONE_PER_SPHERE && !has_both_spheres(campaign, team))
        report_team(inspection, team, CO_BREACH_PAIR_SPHERES, -1);
    if (rule == CO_PAIR_FIXED && !is_listed_pair(campaign, team))
        report_team(inspection, team, CO_BREACH_PAIR_NOT_LISTED, -1);
}

void co_check_r06_trainers(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        bool good = check_cells(inspection, team);
        if (team->path == NULL)
            continue;
        check_skills(inspection, team);
        if (!good)
            continue;
        if (team->n_trainers != team->path->trainers_per_group)
            report_team(inspection, team, CO_BREACH_TRAINER_COUNT, -1);
        else
            check_pair(inspection, team);
    }
}

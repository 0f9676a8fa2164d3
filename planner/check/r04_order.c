/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

static bool is_of_path(const CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    return sitting->module != NULL && team->path != NULL &&
           &inspection->campaign->paths[sitting->module->path_idx] == team->path &&
           co_module_is_synchronous(sitting->module);
}

static bool is_right_time(const CoSitting *sitting)
{
    const CoModule *module = sitting->module;
    if (module->half_days >= 2)
        return sitting->halves == CO_HALF_BOTH;
    bool morning = sitting->halves == CO_HALF_AM, afternoon = sitting->halves == CO_HALF_PM;
    switch (module->moment) {
    case CO_MOMENT_AM:
        return morning;
    case CO_MOMENT_PM:
        return afternoon;
    case CO_MOMENT_DEFAULT:
        return morning || (afternoon && module->mode != CO_MODE_IN_PERSON);
    case CO_MOMENT_FREE:
        break;
    }
    return morning || afternoon;
}

static void report_sitting(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting,
                           CoBreach breach)
{
    co_inspection_report(inspection, co_sitting_violation(team, sitting, CO_R04, breach));
}

/* A cutover before the campaign's "today" cannot be kept any more: it only gave a notice. */
static void check_cutover(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    const CoCampaign *campaign = inspection->campaign;
    for (int i = 0; i < team->n_members; i++) {
        const CoEstablishment *post = co_person_establishment(campaign, team->members[i]);
        int wave_idx = post != NULL ? post->wave_idx : -1;
        CoDay cutover = wave_idx >= 0 ? campaign->waves[wave_idx].cutover : CO_DAY_NONE;
        if (cutover <= campaign->parameters.convocation_day || sitting->day < cutover)
            continue;
        CoViolation violation =
            co_sitting_violation(team, sitting, CO_R04, CO_BREACH_AFTER_CUTOVER);
        violation.person_idx = team->members[i];
        co_inspection_report(inspection, violation);
    }
}

static void check_sitting(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting)
{
    if (!is_of_path(inspection, team, sitting)) {
        report_sitting(inspection, team, sitting, CO_BREACH_MODULE_UNKNOWN);
        return;
    }
    const CoModule *module = sitting->module;
    if (!is_right_time(sitting))
        report_sitting(inspection, team, sitting, CO_BREACH_WRONG_HALVES);
    if (!sitting->dated)
        return;
    if (module->earliest != CO_DAY_NONE && sitting->day < module->earliest)
        report_sitting(inspection, team, sitting, CO_BREACH_BEFORE_EARLIEST);
    if (module->latest != CO_DAY_NONE && sitting->day > module->latest)
        report_sitting(inspection, team, sitting, CO_BREACH_AFTER_LATEST);
    if (module->before_cutover)
        check_cutover(inspection, team, sitting);
}

static void check_times_met(CoInspection *inspection, const CoTeam *team, int module_idx)
{
    int n_met = 0;
    for (int s = 0; s < team->n_sittings; s++)
        n_met += team->sittings[s].module_idx == module_idx ? 1 : 0;
    if (n_met == 1)
        return;
    CoViolation violation = co_team_violation(
        team, CO_R04, n_met == 0 ? CO_BREACH_MODULE_MISSING : CO_BREACH_MODULE_TWICE);
    violation.module_idx = module_idx;
    violation.found = n_met;
    violation.allowed = 1;
    co_inspection_report(inspection, violation);
}

static void report_gap(CoInspection *inspection, const CoTeam *team, const CoSitting *sitting,
                       int gap_days)
{
    const CoModule *module = sitting->module;
    int least = MAX(1, module->gap_min_days);
    bool is_long = module->gap_max_days >= 0 && gap_days > module->gap_max_days;
    if (gap_days >= least && !is_long)
        return;
    CoViolation violation = co_sitting_violation(
        team, sitting, CO_R04, gap_days < least ? CO_BREACH_GAP_SHORT : CO_BREACH_GAP_LONG);
    violation.found = gap_days;
    violation.allowed = gap_days < least ? least : module->gap_max_days;
    co_inspection_report(inspection, violation);
}

/* @return the meeting of the first module of that mode, NULL when it has none that is dated */
static const CoSitting *check_chain(CoInspection *inspection, const CoTeam *team, CoMode mode)
{
    const CoSitting *first = NULL, *previous = NULL;
    bool is_first = true;
    for (int i = 0; i < team->path->n_modules; i++) {
        int module_idx = team->path->module_idx[i];
        if (inspection->campaign->modules[module_idx].mode != mode)
            continue;
        check_times_met(inspection, team, module_idx);
        const CoSitting *sitting = co_team_sitting(team, module_idx);
        if (sitting != NULL && !sitting->dated)
            sitting = NULL;
        if (is_first)
            first = sitting;
        else if (previous != NULL && sitting != NULL)
            report_gap(inspection, team, sitting, sitting->day - previous->day);
        is_first = false;
        previous = sitting;
    }
    return first;
}

void co_check_r04_order(CoInspection *inspection)
{
    for (int g = 0; g < inspection->n_teams; g++) {
        const CoTeam *team = &inspection->teams[g];
        for (int s = 0; s < team->n_sittings; s++)
            check_sitting(inspection, team, &team->sittings[s]);
        if (team->path == NULL)
            continue;
        const CoSitting *in_person = check_chain(inspection, team, CO_MODE_IN_PERSON);
        const CoSitting *class = check_chain(inspection, team, CO_MODE_VIRTUAL_CLASS);
        if (in_person != NULL && class != NULL && class->day <= in_person->day)
            report_sitting(inspection, team, class, CO_BREACH_CLASS_TOO_SOON);
    }
}

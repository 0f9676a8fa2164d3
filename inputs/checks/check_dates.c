/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cross_checks.h"
#include "inputs/import_context.h"

static bool is_closed(const CoCampaign *campaign, CoDay day, int academy_idx)
{
    for (int i = 0; i < campaign->n_closures; i++) {
        const CoClosure *closure = &campaign->closures[i];
        bool counts =
            closure->kind != CO_CLOSURE_SCHOOL_HOLIDAY || campaign->parameters.close_holidays;
        if (counts && (closure->academy_idx < 0 || closure->academy_idx == academy_idx) &&
            day >= closure->first_day && day <= closure->last_day)
            return true;
    }
    return false;
}

static bool is_open(const CoCampaign *campaign, CoDay day, int academy_idx)
{
    enum { WEDNESDAY = 3, SATURDAY = 6 };
    int weekday = co_day_weekday(day);
    if (weekday >= SATURDAY ||
        (weekday == WEDNESDAY && campaign->parameters.wednesday == CO_WEDNESDAY_CLOSED))
        return false;
    return !is_closed(campaign, day, academy_idx);
}

static bool in_fm1_window(const CoCampaign *campaign, CoDay day)
{
    for (int i = 0; i < campaign->n_fm1_windows; i++)
        if (day >= campaign->fm1_windows[i].first_day && day <= campaign->fm1_windows[i].last_day)
            return true;
    return false;
}

static bool is_past(const CoCampaign *campaign, const CoWave *wave)
{
    return wave->cutover != CO_DAY_NONE && wave->cutover <= campaign->parameters.convocation_day;
}

/* @return the last day on which a module that must precede the cutover can still serve somebody:
 * the eve of the latest cutover to come; the end of the campaign when a wave has none or is past it
 */
static CoDay last_before_cutover(const CoCampaign *campaign)
{
    CoDay last = CO_DAY_NONE;
    for (int i = 0; i < campaign->n_waves; i++) {
        const CoWave *wave = &campaign->waves[i];
        if (wave->cutover == CO_DAY_NONE || is_past(campaign, wave))
            return campaign->parameters.last_day;
        last = MAX(last, wave->cutover - 1);
    }
    return last == CO_DAY_NONE ? campaign->parameters.last_day : last;
}

static bool fits_somewhere(const CoCampaign *campaign, const CoModule *module)
{
    const CoParameters *parameters = &campaign->parameters;
    CoDay first = MAX(parameters->first_day, module->earliest);
    CoDay last = parameters->last_day;
    first = MAX(first, parameters->convocation_day + parameters->notice_block_days);
    if (module->latest != CO_DAY_NONE)
        last = MIN(last, module->latest);
    if (module->before_cutover)
        last = MIN(last, last_before_cutover(campaign));
    for (CoDay day = first; day <= last; day++) {
        if (module->fm1 && !in_fm1_window(campaign, day))
            continue;
        for (int academy = 0; academy < campaign->n_academies; academy++)
            if (is_open(campaign, day, academy))
                return true;
    }
    return false;
}

static void judge_modules(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int i = 0; i < campaign->n_modules; i++) {
        const CoModule *module = &campaign->modules[i];
        if (module->mode != CO_MODE_SELF_STUDY && !fits_somewhere(campaign, module))
            co_import_report_at(import, &module->origin,
                                (CoProblem){.severity = CO_SEVERITY_WARNING,
                                            .code = CO_PROBLEM_MODULE_WINDOW,
                                            .column = "module",
                                            .value = module->code});
    }
}

static int count_fm1_modules(const CoCampaign *campaign)
{
    int n = 0;
    for (int i = 0; i < campaign->n_modules; i++)
        n += campaign->modules[i].fm1;
    return n;
}

static void judge_fm1(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    int n_modules = count_fm1_modules(campaign);
    for (int i = 0; i < campaign->n_fm1_windows; i++) {
        const CoFm1Window *window = &campaign->fm1_windows[i];
        if (window->first_day <= campaign->parameters.last_day &&
            window->last_day >= campaign->parameters.first_day)
            return;
    }
    if (n_modules > 0)
        co_import_report(import, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                             .code = CO_PROBLEM_FM1_CLOSED,
                                             .number = n_modules});
}

static int count_persons(const CoCampaign *campaign, int wave_idx)
{
    int n = 0;
    for (int i = 0; i < campaign->n_people; i++) {
        int establishment = campaign->people[i].establishment_idx;
        n += co_campaign_person_is_planned(campaign, i) &&
             campaign->establishments[establishment].wave_idx == wave_idx;
    }
    return n;
}

static void judge_waves(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int i = 0; i < campaign->n_waves; i++) {
        int n_persons = is_past(campaign, &campaign->waves[i]) ? count_persons(campaign, i) : 0;
        if (n_persons > 0)
            co_import_report_at(import, &campaign->waves[i].origin,
                                (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                            .code = CO_PROBLEM_CUTOVER_PAST,
                                            .column = "bascule",
                                            .value = campaign->waves[i].code,
                                            .number = n_persons});
    }
}

void co_check_dates(CoImport *import)
{
    g_return_if_fail(import != NULL);
    judge_modules(import);
    judge_fm1(import);
    judge_waves(import);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cells.h"
#include "inputs/calendars/periods.h"
#include "tables.h"

enum {
    PATH,
    ORDER,
    MODULE,
    TITLE,
    MODE,
    HALF_DAYS,
    MOMENT,
    FM1,
    GAP_MIN,
    GAP_MAX,
    EARLIEST,
    LATEST,
    BEFORE_CUTOVER,
    LINK
};

static const CoColumn columns[] = {
    [PATH] = {"parcours", CO_REQUIRED},
    [ORDER] = {"ordre", CO_REQUIRED},
    [MODULE] = {"module", CO_REQUIRED},
    [TITLE] = {"titre", CO_REQUIRED},
    [MODE] = {"modalite", CO_REQUIRED},
    [HALF_DAYS] = {"demi_journees", CO_REQUIRED},
    [MOMENT] = {"moment", CO_OPTIONAL},
    [FM1] = {"fm1", CO_OPTIONAL},
    [GAP_MIN] = {"ecart_min_jours", CO_OPTIONAL},
    [GAP_MAX] = {"ecart_max_jours", CO_OPTIONAL},
    [EARLIEST] = {"au_plus_tot", CO_OPTIONAL},
    [LATEST] = {"au_plus_tard", CO_OPTIONAL},
    [BEFORE_CUTOVER] = {"avant_bascule", CO_OPTIONAL},
    [LINK] = {"lien", CO_OPTIONAL},
};

enum { MAX_GAP_DAYS = 1000 };

static CoMode read_mode(CoRow *row)
{
    static const char *const choices[] = {"presentiel", "classe_virtuelle", "autoformation",
                                          "webinaire", NULL};
    static const CoMode values[] = {CO_MODE_IN_PERSON, CO_MODE_VIRTUAL_CLASS, CO_MODE_SELF_STUDY,
                                    CO_MODE_WEBINAR};
    int choice = 0;
    co_cell_choice(row, MODE, choices, &choice);
    return values[choice];
}

static CoMoment read_moment(CoRow *row)
{
    static const char *const choices[] = {"am", "pm", "libre", NULL};
    static const CoMoment values[] = {CO_MOMENT_AM, CO_MOMENT_PM, CO_MOMENT_FREE};
    int choice;
    return co_cell_choice(row, MOMENT, choices, &choice) ? values[choice] : CO_MOMENT_DEFAULT;
}

/* A meeting fills one or both halves of a day; self-study meets nobody, so its length says nothing
 * and is not worth a row. */
static void read_half_days(CoRow *row, CoModule *module)
{
    int half_days = 1;
    if (module->mode != CO_MODE_SELF_STUDY)
        co_cell_int(row, HALF_DAYS, 1, 2, &half_days);
    else
        co_cell_int(row, HALF_DAYS, 0, 1000, &half_days);
    module->half_days = CLAMP(half_days, 1, 2);
}

static void read_gaps(CoRow *row, CoModule *module)
{
    co_cell_int(row, GAP_MIN, 1, MAX_GAP_DAYS, &module->gap_min_days);
    co_cell_int(row, GAP_MAX, 1, MAX_GAP_DAYS, &module->gap_max_days);
    if (module->gap_max_days < 0 || module->gap_max_days >= module->gap_min_days)
        return;
    module->gap_max_days = -1;
    co_row_report(row, GAP_MAX,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_GAPS_REVERSED,
                              .action = CO_ACTION_CELL_OUT,
                              .value = co_row_cell(row, GAP_MAX),
                              .detail = co_row_cell(row, GAP_MIN)});
}

static void report_window(const CoRow *row, CoProblem problem)
{
    problem.value = co_row_cell(row, LATEST);
    problem.detail = co_row_cell(row, EARLIEST);
    co_row_report(row, LATEST, problem);
}

/* A webinar has one date: the two columns must agree on it, one alone says it. */
static void read_webinar_day(CoRow *row, CoModule *module)
{
    if (module->earliest == CO_DAY_NONE && module->latest == CO_DAY_NONE) {
        co_row_report(row, EARLIEST,
                      (CoProblem){.severity = CO_SEVERITY_ERROR,
                                  .code = CO_PROBLEM_VALUE_MISSING,
                                  .action = CO_ACTION_ROW_OUT});
        row->out = true;
        return;
    }
    if (module->earliest != CO_DAY_NONE && module->latest != CO_DAY_NONE &&
        module->earliest != module->latest) {
        char used[CO_DAY_ISO_SIZE];
        report_window(row, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                       .code = CO_PROBLEM_WEBINAR_DATES,
                                       .action = CO_ACTION_MENDED,
                                       .used = co_day_to_iso(module->earliest, used)});
    }
    CoDay day = module->earliest != CO_DAY_NONE ? module->earliest : module->latest;
    module->earliest = module->latest = day;
}

static void judge_day(const CoRow *row, int column, CoDay day)
{
    const CoParameters *parameters = &row->table->import->campaign->parameters;
    if (day == CO_DAY_NONE || parameters->first_day == CO_DAY_NONE ||
        parameters->last_day == CO_DAY_NONE ||
        (day >= parameters->first_day && day <= parameters->last_day))
        return;
    g_autofree char *horizon = co_period_text(parameters->first_day, parameters->last_day);
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_DATE_OUTSIDE,
                              .value = co_row_cell(row, column),
                              .detail = horizon});
}

static void read_window(CoRow *row, CoModule *module)
{
    co_cell_day(row, EARLIEST, &module->earliest);
    co_cell_day(row, LATEST, &module->latest);
    judge_day(row, EARLIEST, module->earliest);
    judge_day(row, LATEST, module->latest);
    if (module->mode == CO_MODE_WEBINAR) {
        read_webinar_day(row, module);
        return;
    }
    if (module->latest == CO_DAY_NONE || module->earliest <= module->latest)
        return;
    module->earliest = module->latest = CO_DAY_NONE;
    report_window(row, (CoProblem){.severity = CO_SEVERITY_ERROR,
                                   .code = CO_PROBLEM_DATES_REVERSED,
                                   .action = CO_ACTION_CELL_OUT});
}

/* One code and one place in the order, within the path. */
static bool claim_module(CoRow *row, const CoModule *module)
{
    CoImport *import = row->table->import;
    const char *path = import->campaign->paths[module->path_idx].code;
    g_autofree char *code_key = g_strdup_printf("%s / %s", path, module->code);
    g_autofree char *order_key = g_strdup_printf("%s / #%d", path, module->order);
    int index = import->campaign->n_modules;
    return co_row_claim_key(row, MODULE, import->modules, code_key, index) &&
           co_row_claim_key(row, ORDER, import->modules, order_key, index);
}

static void read_row(CoImport *import, CoRow *row)
{
    CoModule module = {
        .path_idx = co_cell_reference(row, PATH, import->paths, "parcours"),
        .code = co_cell_text(row, MODULE),
        .title = co_cell_text(row, TITLE),
        .link = co_cell_text(row, LINK),
        .mode = read_mode(row),
        .moment = read_moment(row),
        .half_days = 1,
        .gap_min_days = 1,
        .gap_max_days = -1,
        .origin = co_row_origin(row),
    };
    co_cell_int(row, ORDER, 0, 10000, &module.order);
    co_cell_bool(row, FM1, &module.fm1);
    co_cell_bool(row, BEFORE_CUTOVER, &module.before_cutover);
    read_half_days(row, &module);
    read_gaps(row, &module);
    read_window(row, &module);
    if (!row->out && claim_module(row, &module))
        *co_campaign_add_module(import->campaign) = module;
}

const CoTableKind co_table_modules = {
    "modules", columns, G_N_ELEMENTS(columns), true, read_row,
};

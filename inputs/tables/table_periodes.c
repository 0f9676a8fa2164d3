/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stretches of days: FM1 windows, local closures, milestones. */
#include "cells.h"
#include "inputs/calendars/periods.h"
#include "tables.h"

/* Days that can concern no meeting: harmless, but most often a wrong year. */
static void judge_horizon(const CoRow *row, int column, CoDay first, CoDay last)
{
    const CoParameters *parameters = &row->table->import->campaign->parameters;
    if (parameters->first_day == CO_DAY_NONE || parameters->last_day == CO_DAY_NONE ||
        (first <= parameters->last_day && last >= parameters->first_day))
        return;
    g_autofree char *horizon = co_period_text(parameters->first_day, parameters->last_day);
    g_autofree char *period = co_period_text(first, last);
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_DATE_OUTSIDE,
                              .value = period,
                              .detail = horizon});
}

enum { FM1_FIRST, FM1_LAST, FM1_GROUPS };

static const CoColumn fm1_columns[] = {
    [FM1_FIRST] = {"debut", CO_REQUIRED},
    [FM1_LAST] = {"fin", CO_REQUIRED},
    [FM1_GROUPS] = {"groupes_max", CO_REQUIRED},
};

static void read_fm1(CoImport *import, CoRow *row)
{
    CoCampaign *campaign = import->campaign;
    CoFm1Window window = {.origin = co_row_origin(row)};
    co_cell_int(row, FM1_GROUPS, 1, 100000, &window.max_groups);
    if (!co_cell_period(row, FM1_FIRST, FM1_LAST, &window.first_day, &window.last_day))
        return;
    for (int i = 0; i < campaign->n_fm1_windows; i++) {
        const CoFm1Window *other = &campaign->fm1_windows[i];
        if (window.first_day > other->last_day || window.last_day < other->first_day)
            continue;
        g_autofree char *line = g_strdup_printf("%d", other->origin.row);
        co_cell_refuse(row, FM1_FIRST, CO_PROBLEM_WINDOW_OVERLAP, line);
        return;
    }
    judge_horizon(row, FM1_FIRST, window.first_day, window.last_day);
    *co_campaign_add_fm1_window(campaign) = window;
}

const CoTableKind co_table_fm1 = {
    "fm1", fm1_columns, G_N_ELEMENTS(fm1_columns), true, read_fm1,
};

enum { CLOSURE_FIRST, CLOSURE_LAST, CLOSURE_LABEL, CLOSURE_ACADEMY };

static const CoColumn closure_columns[] = {
    [CLOSURE_FIRST] = {"debut", CO_REQUIRED},
    [CLOSURE_LAST] = {"fin", CO_REQUIRED},
    [CLOSURE_LABEL] = {"motif", CO_OPTIONAL},
    [CLOSURE_ACADEMY] = {"academie", CO_SOUND},
};

static void read_closure(CoImport *import, CoRow *row)
{
    CoClosure closure = {
        .kind = CO_CLOSURE_LOCAL,
        .academy_idx = co_cell_reference(row, CLOSURE_ACADEMY, import->academies, "academies"),
        .label = co_cell_text(row, CLOSURE_LABEL),
        .origin = co_row_origin(row),
    };
    if (!co_cell_period(row, CLOSURE_FIRST, CLOSURE_LAST, &closure.first_day, &closure.last_day))
        return;
    judge_horizon(row, CLOSURE_FIRST, closure.first_day, closure.last_day);
    *co_campaign_add_closure(import->campaign) = closure;
}

const CoTableKind co_table_fermetures = {
    "fermetures", closure_columns, G_N_ELEMENTS(closure_columns), false, read_closure,
};

enum {
    MILESTONE,
    MILESTONE_LABEL,
    MILESTONE_FIRST,
    MILESTONE_LAST,
    MILESTONE_ROLES,
    MILESTONE_EFFECT,
    MILESTONE_ACADEMY
};

static const CoColumn milestone_columns[] = {
    [MILESTONE] = {"code", CO_REQUIRED},          [MILESTONE_LABEL] = {"libelle", CO_REQUIRED},
    [MILESTONE_FIRST] = {"debut", CO_REQUIRED},   [MILESTONE_LAST] = {"fin", CO_REQUIRED},
    [MILESTONE_ROLES] = {"roles", CO_SOUND},      [MILESTONE_EFFECT] = {"effet", CO_OPTIONAL},
    [MILESTONE_ACADEMY] = {"academie", CO_SOUND},
};

/* The same code may stand on several rows: one milestone, several periods. */
static void read_milestone(CoImport *import, CoRow *row)
{
    static const char *const effects[] = {"evite", "interdit", NULL};
    CoMilestone milestone = {
        .code = co_cell_text(row, MILESTONE),
        .label = co_cell_text(row, MILESTONE_LABEL),
        .academy_idx = co_cell_reference(row, MILESTONE_ACADEMY, import->academies, "academies"),
        .origin = co_row_origin(row),
    };
    /* Roles are CO_SOUND: a list of which none is known must not come to mean "everybody". */
    milestone.role_idx =
        co_cell_references(row, MILESTONE_ROLES, import->roles, "roles", &milestone.n_roles);
    int effect = 0;
    row->fallback = effects[0];
    co_cell_choice(row, MILESTONE_EFFECT, effects, &effect);
    row->fallback = NULL;
    milestone.forbidden = effect == 1;
    if (!co_cell_period(row, MILESTONE_FIRST, MILESTONE_LAST, &milestone.first_day,
                        &milestone.last_day))
        return;
    judge_horizon(row, MILESTONE_FIRST, milestone.first_day, milestone.last_day);
    *co_campaign_add_milestone(import->campaign) = milestone;
}

const CoTableKind co_table_echeances = {
    "echeances", milestone_columns, G_N_ELEMENTS(milestone_columns), false, read_milestone,
};

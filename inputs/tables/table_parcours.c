/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cells.h"
#include "tables.h"

enum {
    PATH,
    LABEL,
    ROLES,
    MIN_SIZE,
    TARGET_SIZE,
    MAX_SIZE,
    TRAINERS,
    RULE,
    MIN_GROUPS,
    MAX_GROUPS
};

static const CoColumn columns[] = {
    [PATH] = {"parcours", CO_REQUIRED},
    [LABEL] = {"libelle", CO_REQUIRED},
    [ROLES] = {"roles", CO_REQUIRED},
    [MIN_SIZE] = {"effectif_min", CO_REQUIRED},
    [TARGET_SIZE] = {"effectif_cible", CO_REQUIRED},
    [MAX_SIZE] = {"effectif_max", CO_REQUIRED},
    [TRAINERS] = {"formateurs_par_groupe", CO_REQUIRED},
    [RULE] = {"regle_binome", CO_OPTIONAL},
    [MIN_GROUPS] = {"groupes_min", CO_OPTIONAL},
    [MAX_GROUPS] = {"groupes_max", CO_OPTIONAL},
};

enum { SIZE_LIMIT = 1000, GROUP_LIMIT = 999 };

/* @param used  the size that stands instead, -1 for none */
static void report_sizes(const CoRow *row, int column, const char *other_columns, int used)
{
    g_autofree char *text = used < 0 ? NULL : g_strdup_printf("%d", used);
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_PATH_SIZES,
                              .action = used < 0 ? CO_ACTION_CELL_OUT : CO_ACTION_MENDED,
                              .value = co_row_cell(row, column),
                              .used = text,
                              .detail = other_columns});
}

/* Of sizes that contradict one another the largest stands, so that the path can be kept. */
static void order_sizes(const CoRow *row, CoPath *path)
{
    if (path->min_size > path->max_size) {
        path->min_size = path->max_size;
        report_sizes(row, MIN_SIZE, "effectif_max", path->max_size);
    }
    int target = CLAMP(path->target_size, path->min_size, path->max_size);
    if (target != path->target_size) {
        path->target_size = target;
        report_sizes(row, TARGET_SIZE, "effectif_min|effectif_max", target);
    }
    if (path->max_groups >= 0 && path->min_groups > path->max_groups) {
        path->min_groups = -1;
        report_sizes(row, MIN_GROUPS, "groupes_max", -1);
    }
}

static void read_rule(CoRow *row, CoPath *path)
{
    static const char *const choices[] = {"libre", "un_confirme", "une_par_sphere", "fixe", NULL};
    static const CoPairRule values[] = {CO_PAIR_FREE, CO_PAIR_ONE_CONFIRMED, CO_PAIR_ONE_PER_SPHERE,
                                        CO_PAIR_FIXED};
    int choice = 0;
    co_cell_choice(row, RULE, choices, &choice);
    path->pair_rule = values[choice];
    bool needs_two = path->pair_rule == CO_PAIR_ONE_PER_SPHERE || path->pair_rule == CO_PAIR_FIXED;
    if (!needs_two || path->trainers_per_group == 2)
        return;
    path->pair_rule = CO_PAIR_FREE;
    co_row_report(row, RULE,
                  (CoProblem){.severity = CO_SEVERITY_WARNING,
                              .code = CO_PROBLEM_PAIR_RULE,
                              .action = CO_ACTION_DEFAULT,
                              .value = choices[choice],
                              .used = choices[0]});
}

/* A role is trained by one path only: the first one keeps it. */
static void drop_taken_roles(CoRow *row, CoPath *path)
{
    const CoCampaign *campaign = row->table->import->campaign;
    int n_kept = 0;
    for (int i = 0; i < path->n_roles; i++) {
        int role_idx = path->role_idx[i];
        int owner = co_campaign_path_for_roles(campaign, &role_idx, 1);
        if (owner < 0) {
            path->role_idx[n_kept++] = role_idx;
            continue;
        }
        co_row_report(row, ROLES,
                      (CoProblem){.severity = CO_SEVERITY_ERROR,
                                  .code = CO_PROBLEM_ROLE_TWO_PATHS,
                                  .action = CO_ACTION_CELL_OUT,
                                  .value = campaign->roles[role_idx].code,
                                  .used = campaign->paths[owner].code});
    }
    path->n_roles = n_kept;
}

static void read_row(CoImport *import, CoRow *row)
{
    CoPath path = {
        .code = co_cell_text(row, PATH),
        .label = co_cell_text(row, LABEL),
        .trainers_per_group = 1,
        .min_groups = -1,
        .max_groups = -1,
        .origin = co_row_origin(row),
    };
    path.role_idx = co_cell_references(row, ROLES, import->roles, "roles", &path.n_roles);
    co_cell_int(row, MIN_SIZE, 1, SIZE_LIMIT, &path.min_size);
    co_cell_int(row, TARGET_SIZE, 1, SIZE_LIMIT, &path.target_size);
    co_cell_int(row, MAX_SIZE, 1, SIZE_LIMIT, &path.max_size);
    co_cell_int(row, TRAINERS, 1, 2, &path.trainers_per_group);
    co_cell_int(row, MIN_GROUPS, 0, GROUP_LIMIT, &path.min_groups);
    co_cell_int(row, MAX_GROUPS, 0, GROUP_LIMIT, &path.max_groups);
    read_rule(row, &path);
    if (row->out ||
        !co_row_claim_key(row, PATH, import->paths, path.code, import->campaign->n_paths))
        return;
    order_sizes(row, &path);
    drop_taken_roles(row, &path);
    *co_campaign_add_path(import->campaign) = path;
}

const CoTableKind co_table_parcours = {
    "parcours", columns, G_N_ELEMENTS(columns), true, read_row,
};

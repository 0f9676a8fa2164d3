/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cells.h"
#include "cohorte/text.h"
#include "tables.h"

enum { ROLE, LABEL, SPHERE, OFFICE, SERVICE, ALIASES };

static const CoColumn columns[] = {
    [ROLE] = {"role", CO_REQUIRED},       [LABEL] = {"libelle", CO_REQUIRED},
    [SPHERE] = {"sphere", CO_REQUIRED},   [OFFICE] = {"fonction", CO_OPTIONAL},
    [SERVICE] = {"service", CO_OPTIONAL}, [ALIASES] = {"alias", CO_OPTIONAL},
};

static CoSphere read_sphere(CoRow *row)
{
    static const char *const choices[] = {"ordo", "compta", NULL};
    static const CoSphere values[] = {CO_SPHERE_ORDERING, CO_SPHERE_ACCOUNTING};
    int choice;
    return co_cell_choice(row, SPHERE, choices, &choice) ? values[choice] : CO_SPHERE_NONE;
}

static CoOffice read_office(CoRow *row)
{
    static const char *const choices[] = {"direction", "secretariat_general", "agence", "autre",
                                          NULL};
    static const CoOffice values[] = {CO_OFFICE_HEAD, CO_OFFICE_GENERAL_SECRETARY, CO_OFFICE_AGENCY,
                                      CO_OFFICE_OTHER};
    int choice;
    return co_cell_choice(row, OFFICE, choices, &choice) ? values[choice] : CO_OFFICE_OTHER;
}

static const char **keep_aliases(CoRow *row, int *n)
{
    CoCampaign *campaign = row->table->import->campaign;
    g_auto(GStrv) aliases = co_cell_list(row, ALIASES);
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(const char *));
    for (int i = 0; aliases[i] != NULL; i++) {
        const char *alias = co_campaign_text(campaign, aliases[i]);
        g_array_append_val(kept, alias);
    }
    *n = (int)kept->len;
    return co_campaign_array(campaign, kept->data, *n, sizeof(const char *));
}

static void read_row(CoImport *import, CoRow *row)
{
    CoRole role = {
        .code = co_cell_text(row, ROLE),
        .label = co_cell_text(row, LABEL),
        .sphere = read_sphere(row),
        .office = read_office(row),
        .origin = co_row_origin(row),
    };
    co_cell_bool(row, SERVICE, &role.service);
    role.aliases = keep_aliases(row, &role.n_aliases);
    if (!row->out &&
        co_row_claim_key(row, ROLE, import->role_codes, role.code, import->campaign->n_roles))
        *co_campaign_add_role(import->campaign) = role;
}

const CoTableKind co_table_roles = {
    "roles", columns, G_N_ELEMENTS(columns), true, read_row,
};

static void add_alias(CoImport *import, int role_idx, const char *alias)
{
    const CoRole *role = &import->campaign->roles[role_idx];
    if (co_keys_add(import->roles, alias, role_idx, role->origin.row))
        return;
    int known = co_keys_find(import->roles, alias);
    if (known < 0 || known == role_idx)
        return;
    co_import_report_at(import, &role->origin,
                        (CoProblem){.severity = CO_SEVERITY_WARNING,
                                    .code = CO_PROBLEM_ALIAS_TWICE,
                                    .action = CO_ACTION_CELL_OUT,
                                    .column = columns[ALIASES].name,
                                    .value = alias,
                                    .used = import->campaign->roles[known].code});
}

/* Codes first, then aliases, then labels: an alias never hides a code that comes later, nor a label
 * an alias. */
void co_roles_index(CoImport *import)
{
    const CoCampaign *campaign = import->campaign;
    for (int i = 0; i < campaign->n_roles; i++)
        co_keys_add(import->roles, campaign->roles[i].code, i, campaign->roles[i].origin.row);
    for (int i = 0; i < campaign->n_roles; i++)
        for (int j = 0; j < campaign->roles[i].n_aliases; j++)
            add_alias(import, i, campaign->roles[i].aliases[j]);
    for (int i = 0; i < campaign->n_roles; i++)
        co_keys_add(import->roles, campaign->roles[i].label, i, campaign->roles[i].origin.row);
}

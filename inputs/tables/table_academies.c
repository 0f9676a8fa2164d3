/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Academies, waves and agencies: what establishments belong to. */
#include "cells.h"
#include "tables.h"

enum { ACADEMY, ZONE };

static const CoColumn academy_columns[] = {
    [ACADEMY] = {"academie", CO_REQUIRED},
    [ZONE] = {"zone", CO_REQUIRED},
};

static void read_academy(CoImport *import, CoRow *row)
{
    const char *name = co_cell_text(row, ACADEMY);
    const char *zone = co_cell_text(row, ZONE);
    int index = import->campaign->n_academies;
    if (!co_row_claim_key(row, ACADEMY, import->academies, name, index))
        return;
    CoAcademy *academy = co_campaign_add_academy(import->campaign);
    academy->name = name;
    academy->zone = g_ascii_strncasecmp(zone, "zone ", 5) == 0 ? zone + 5 : zone;
    academy->origin = co_row_origin(row);
}

const CoTableKind co_table_academies = {
    "academies", academy_columns, G_N_ELEMENTS(academy_columns), false, read_academy,
};

int co_academies_choose(CoRow *row, int column, const char *directory_academy)
{
    CoImport *import = row->table->import;
    int typed = co_cell_reference(row, column, import->academies, "academies");
    if (typed >= 0)
        return typed;
    int known =
        *directory_academy != '\0' ? co_keys_find(import->academies, directory_academy) : -1;
    if (known >= 0)
        return known;
    if (import->campaign->n_academies == 1)
        return 0;
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_ERROR,
                              .code = CO_PROBLEM_VALUE_MISSING,
                              .action = CO_ACTION_ROW_OUT});
    row->out = true;
    return -1;
}

void co_academies_ensure(CoImport *import)
{
    CoCampaign *campaign = import->campaign;
    if (campaign->n_academies > 0)
        return;
    CoAcademy *academy = co_campaign_add_academy(campaign);
    academy->name = campaign->parameters.academy;
    academy->zone = campaign->parameters.zone;
    co_keys_add(import->academies, academy->name, 0, 0);
}

enum { WAVE, CUTOVER, WAVE_LABEL };

static const CoColumn wave_columns[] = {
    [WAVE] = {"vague", CO_REQUIRED},
    [CUTOVER] = {"bascule", CO_REQUIRED},
    [WAVE_LABEL] = {"libelle", CO_OPTIONAL},
};

static void read_wave(CoImport *import, CoRow *row)
{
    CoWave wave = {
        .code = co_cell_text(row, WAVE),
        .label = co_cell_text(row, WAVE_LABEL),
        .origin = co_row_origin(row),
    };
    co_cell_day(row, CUTOVER, &wave.cutover);
    if (!row->out &&
        co_row_claim_key(row, WAVE, import->waves, wave.code, import->campaign->n_waves))
        *co_campaign_add_wave(import->campaign) = wave;
}

const CoTableKind co_table_vagues = {
    "vagues", wave_columns, G_N_ELEMENTS(wave_columns), false, read_wave,
};

enum { AGENCY, AGENCY_LABEL, ACCOUNTANT };

static const CoColumn agency_columns[] = {
    [AGENCY] = {"agence", CO_REQUIRED},
    [AGENCY_LABEL] = {"libelle", CO_OPTIONAL},
    [ACCOUNTANT] = {"ac_pourvu", CO_OPTIONAL},
};

static void read_agency(CoImport *import, CoRow *row)
{
    CoAgency agency = {
        .uai = "",
        .label = co_cell_text(row, AGENCY_LABEL),
        .accountant_present = true,
        .origin = co_row_origin(row),
    };
    co_cell_uai(row, AGENCY, &agency.uai);
    co_cell_bool(row, ACCOUNTANT, &agency.accountant_present);
    if (!row->out &&
        co_row_claim_key(row, AGENCY, import->agencies, agency.uai, import->campaign->n_agencies))
        *co_campaign_add_agency(import->campaign) = agency;
}

const CoTableKind co_table_agences = {
    "agences", agency_columns, G_N_ELEMENTS(agency_columns), false, read_agency,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cells.h"
#include "cohorte/family.h"
#include "cohorte/text.h"
#include "inputs/identity/place.h"
#include "tables.h"

enum {
    UAI,
    WAVE,
    AGENCY,
    STAFF,
    ACADEMY,
    RESPONDENT,
    NAME,
    TYPE,
    COMMUNE,
    COMMUNE_CODE,
    POST_CODE,
    LATITUDE,
    LONGITUDE
};

static const CoColumn columns[] = {
    [UAI] = {"uai", CO_REQUIRED},
    [WAVE] = {"vague", CO_REQUIRED},
    [AGENCY] = {"agence", CO_OPTIONAL},
    [STAFF] = {"effectif_service", CO_OPTIONAL},
    [ACADEMY] = {"academie", CO_OPTIONAL},
    [RESPONDENT] = {"repondant", CO_OPTIONAL},
    [NAME] = {"nom", CO_OPTIONAL},
    [TYPE] = {"type", CO_OPTIONAL},
    [COMMUNE] = {"commune", CO_OPTIONAL},
    [COMMUNE_CODE] = {"code_commune", CO_OPTIONAL},
    [POST_CODE] = {"code_postal", CO_OPTIONAL},
    [LATITUDE] = {"latitude", CO_OPTIONAL},
    [LONGITUDE] = {"longitude", CO_OPTIONAL},
};

static void report_difference(const CoRow *row, int column, const char *used, const char *other)
{
    co_row_report(row, column,
                  (CoProblem){.severity = CO_SEVERITY_NOTICE,
                              .code = CO_PROBLEM_VALUE_DIFFERS,
                              .value = used,
                              .used = used,
                              .detail = other});
}

/* A filled cell wins over the directory, with a notice when they differ; a blank one never does. */
static void overrule(const CoRow *row, int column, const char **known)
{
    const char *typed = co_cell_text(row, column);
    if (*typed == '\0')
        return;
    g_autofree char *typed_key = co_text_key(typed), *known_key = co_text_key(*known);
    if (*known_key != '\0' && strcmp(typed_key, known_key) != 0)
        report_difference(row, column, typed, *known);
    *known = typed;
}

/* "LPO" and "Lycée" are no difference. */
static void overrule_type(const CoRow *row, const char **known)
{
    const char *typed = co_cell_text(row, TYPE);
    if (*typed == '\0')
        return;
    if (**known != '\0' && co_place_family(typed) != co_place_family(*known))
        report_difference(row, TYPE, typed, *known);
    *known = typed;
}

static void overrule_position(CoRow *row, CoPlace *place)
{
    double latitude = 0, longitude = 0;
    bool has_latitude = co_cell_degrees(row, LATITUDE, 90, &latitude);
    if (!co_cell_degrees(row, LONGITUDE, 180, &longitude) || !has_latitude)
        return;
    CoPlace typed = co_place_unknown();
    if (!co_place_set_position(&typed, co_row_cell(row, LATITUDE), co_row_cell(row, LONGITUDE)))
        return;
    if (!co_place_same_position(&typed, place)) {
        g_autofree char *known = g_strdup_printf("%.6f, %.6f", place->latitude, place->longitude);
        report_difference(row, LATITUDE, co_row_cell(row, LATITUDE), known);
    }
    place->located = true;
    place->latitude = typed.latitude;
    place->longitude = typed.longitude;
}

static void read_place(CoImport *import, CoRow *row, CoPlace *place)
{
    overrule(row, NAME, &place->name);
    overrule_type(row, &place->type);
    overrule(row, COMMUNE, &place->commune);
    overrule(row, COMMUNE_CODE, &place->commune_code);
    overrule(row, POST_CODE, &place->post_code);
    place->commune_code = co_place_five_digits(import->campaign, place->commune_code);
    place->post_code = co_place_five_digits(import->campaign, place->post_code);
    overrule_position(row, place);
    place->department = co_place_department(import->campaign, place);
}

/* Without a table of waves, or for one it forgot, a wave without a cutover date. */
static int find_wave(CoImport *import, CoRow *row)
{
    const char *code = co_cell_text(row, WAVE);
    int index = co_keys_find(import->waves, code);
    if (index >= 0)
        return index;
    if (import->waves_given)
        co_row_report(row, WAVE,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_REFERENCE_UNKNOWN,
                                  .value = code,
                                  .detail = "vagues"});
    index = import->campaign->n_waves;
    CoWave *wave = co_campaign_add_wave(import->campaign);
    wave->code = code;
    wave->origin = co_row_origin(row);
    co_keys_add(import->waves, code, index, co_row_line(row));
    return index;
}

static int find_agency(CoImport *import, CoRow *row)
{
    const char *uai = NULL;
    if (!co_cell_uai(row, AGENCY, &uai))
        return -1;
    int index = co_keys_find(import->agencies, uai);
    if (index >= 0)
        return index;
    if (import->agencies_given) {
        co_cell_refuse(row, AGENCY, CO_PROBLEM_REFERENCE_UNKNOWN, "agences");
        return -1;
    }
    index = import->campaign->n_agencies;
    CoAgency *agency = co_campaign_add_agency(import->campaign);
    agency->uai = uai;
    agency->origin = co_row_origin(row);
    co_keys_add(import->agencies, uai, index, co_row_line(row));
    return index;
}

static void report_place(CoImport *import, CoRow *row, const CoPlace *place, bool in_directory)
{
    if (!in_directory && !co_directory_is_empty(import->directory))
        co_row_report(row, UAI,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_UAI_NOT_IN_DIRECTORY,
                                  .value = place->uai});
    if (!place->located)
        co_row_report(row, UAI,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_PLACE_UNKNOWN,
                                  .value = place->uai});
}

static void read_row(CoImport *import, CoRow *row)
{
    const char *uai = "";
    CoDirectoryEntry known;
    if (!co_cell_uai(row, UAI, &uai))
        return;
    bool in_directory = co_directory_find(import, uai, &known);
    int academy_idx = co_academies_choose(row, ACADEMY, known.academy);
    if (row->out || !co_row_claim_key(row, UAI, import->establishments, uai,
                                      import->campaign->n_establishments))
        return;
    known.place.uai = uai;
    CoEstablishment establishment = {
        .uai = uai,
        .wave_idx = find_wave(import, row),
        .agency_idx = find_agency(import, row),
        .academy_idx = academy_idx,
        .staff = -1,
        .respondent = co_cell_text(row, RESPONDENT),
        .origin = co_row_origin(row),
    };
    co_cell_int(row, STAFF, 0, 9999, &establishment.staff);
    read_place(import, row, &known.place);
    establishment.place = known.place;
    report_place(import, row, &known.place, in_directory);
    co_directory_judge(import, uai);
    *co_campaign_add_establishment(import->campaign) = establishment;
}

const CoTableKind co_table_etablissements = {
    "etablissements", columns, G_N_ELEMENTS(columns), true, read_row,
};

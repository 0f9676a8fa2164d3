/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cells.h"
#include "inputs/identity/place.h"
#include "tables.h"

enum {
    ROOM,
    SITE,
    UAI,
    COMMUNE,
    COMMUNE_CODE,
    ADDRESS,
    LATITUDE,
    LONGITUDE,
    SEATS,
    WORKSTATIONS,
    CANTEEN,
    ACCESSIBLE,
    SPANS,
    ACADEMY
};

static const CoColumn columns[] = {
    [ROOM] = {"salle", CO_REQUIRED},
    [SITE] = {"site", CO_REQUIRED},
    [UAI] = {"uai", CO_OPTIONAL},
    [COMMUNE] = {"commune", CO_REQUIRED},
    [COMMUNE_CODE] = {"code_commune", CO_OPTIONAL},
    [ADDRESS] = {"adresse", CO_OPTIONAL},
    [LATITUDE] = {"latitude", CO_PRESENT},
    [LONGITUDE] = {"longitude", CO_PRESENT},
    [SEATS] = {"places", CO_REQUIRED},
    [WORKSTATIONS] = {"postes", CO_REQUIRED},
    [CANTEEN] = {"restauration", CO_OPTIONAL},
    [ACCESSIBLE] = {"accessible", CO_OPTIONAL},
    [SPANS] = {"indisponibilites", CO_OPTIONAL},
    [ACADEMY] = {"academie", CO_OPTIONAL},
};

enum { MAX_SEATS = 10000 };

static void set_text(const char **known, const char *typed)
{
    if (*typed != '\0')
        *known = typed;
}

/* A room at a known establishment stands in its commune; names and addresses differ for good
 * reasons, codes do not. */
static void set_commune_code(const CoRow *row, CoPlace *place)
{
    CoCampaign *campaign = row->table->import->campaign;
    const char *known = place->commune_code;
    set_text(&place->commune_code, co_cell_text(row, COMMUNE_CODE));
    place->commune_code = co_place_five_digits(campaign, place->commune_code);
    if (*known != '\0' && strcmp(known, place->commune_code) != 0)
        co_row_report(row, COMMUNE_CODE,
                      (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                  .code = CO_PROBLEM_VALUE_DIFFERS,
                                  .value = place->commune_code,
                                  .used = place->commune_code,
                                  .detail = known});
}

/* Blank cells are filled from the directory when the room is in a known establishment. */
static void read_place(CoImport *import, CoRow *row, CoRoom *room)
{
    const char *uai = "";
    CoDirectoryEntry known = {.place = co_place_unknown(), .academy = ""};
    if (co_cell_uai(row, UAI, &uai))
        co_directory_find(import, uai, &known);
    CoPlace *place = &room->place;
    *place = known.place;
    place->uai = uai;
    place->name = co_cell_text(row, SITE);
    set_text(&place->commune, co_cell_text(row, COMMUNE));
    set_commune_code(row, place);
    set_text(&place->address, co_cell_text(row, ADDRESS));
    double degrees;
    if (co_cell_degrees(row, LATITUDE, 90, &degrees) &&
        co_cell_degrees(row, LONGITUDE, 180, &degrees))
        co_place_set_position(place, co_row_cell(row, LATITUDE), co_row_cell(row, LONGITUDE));
    place->department = co_place_department(import->campaign, place);
    room->academy_idx = co_academies_choose(row, ACADEMY, known.academy);
}

static bool uses_fm1(const CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_modules; i++)
        if (campaign->modules[i].fm1)
            return true;
    return false;
}

static void judge_room(CoRow *row, const CoRoom *room)
{
    if (!room->place.located)
        co_row_report(row, LATITUDE,
                      (CoProblem){.severity = CO_SEVERITY_WARNING,
                                  .code = CO_PROBLEM_PLACE_UNKNOWN,
                                  .value = room->code});
    if (room->workstations == 0 && uses_fm1(row->table->import->campaign))
        co_row_report(row, WORKSTATIONS,
                      (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                  .code = CO_PROBLEM_ROOM_NO_WORKSTATION,
                                  .value = room->code});
}

static void read_row(CoImport *import, CoRow *row)
{
    CoRoom room = {
        .code = co_cell_text(row, ROOM),
        .accessible = true,
        .academy_idx = -1,
        .origin = co_row_origin(row),
    };
    read_place(import, row, &room);
    co_cell_int(row, SEATS, 0, MAX_SEATS, &room.seats);
    co_cell_int(row, WORKSTATIONS, 0, MAX_SEATS, &room.workstations);
    co_cell_bool(row, CANTEEN, &room.canteen);
    co_cell_bool(row, ACCESSIBLE, &room.accessible);
    room.spans = co_cell_spans(row, SPANS, &room.n_spans);
    if (!row->out && room.seats == 0)
        co_cell_refuse(row, SEATS, CO_PROBLEM_ROOM_NO_SEAT, NULL);
    if (row->out ||
        !co_row_claim_key(row, ROOM, import->rooms, room.code, import->campaign->n_rooms))
        return;
    judge_room(row, &room);
    *co_campaign_add_room(import->campaign) = room;
}

const CoTableKind co_table_salles = {
    "salles", columns, G_N_ELEMENTS(columns), true, read_row,
};

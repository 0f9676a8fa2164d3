/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that overrule what the program would decide or estimate: locks, distances, rates. */
#include <string.h>

#include "cells.h"
#include "inputs/calendars/periods.h"
#include "tables.h"

enum { LOCK_GROUP, LOCK_ELEMENT, LOCK_VALUE };

static const CoColumn lock_columns[] = {
    [LOCK_GROUP] = {"groupe", CO_REQUIRED},
    [LOCK_ELEMENT] = {"element", CO_SOUND},
    [LOCK_VALUE] = {"valeur", CO_OPTIONAL},
};

static void read_lock(CoImport *import, CoRow *row)
{
    static const char *const choices[] = {"tout",    "date",     "salle", "binome",
                                          "membres", "personne", NULL};
    static const CoLockKind kinds[] = {CO_LOCK_ALL,  CO_LOCK_DATE,    CO_LOCK_ROOM,
                                       CO_LOCK_PAIR, CO_LOCK_MEMBERS, CO_LOCK_PERSON};
    CoLock lock = {
        .group = co_cell_text(row, LOCK_GROUP),
        .value = co_cell_text(row, LOCK_VALUE),
        .origin = co_row_origin(row),
    };
    int choice = 0;
    co_cell_choice(row, LOCK_ELEMENT, choices, &choice);
    if (row->out)
        return;
    lock.kind = kinds[choice];
    if (lock.kind == CO_LOCK_PERSON && *lock.value == '\0') {
        co_row_report(row, LOCK_VALUE,
                      (CoProblem){.severity = CO_SEVERITY_ERROR,
                                  .code = CO_PROBLEM_VALUE_MISSING,
                                  .action = CO_ACTION_ROW_OUT});
        return;
    }
    *co_campaign_add_lock(import->campaign) = lock;
}

const CoTableKind co_table_verrous = {
    "verrous", lock_columns, G_N_ELEMENTS(lock_columns), false, read_lock,
};

enum { DISTANCE_UAI, DISTANCE_ROOM, DISTANCE_KM, DISTANCE_MINUTES };

static const CoColumn distance_columns[] = {
    [DISTANCE_UAI] = {"uai_origine", CO_REQUIRED},
    [DISTANCE_ROOM] = {"salle", CO_REQUIRED},
    [DISTANCE_KM] = {"km", CO_REQUIRED},
    [DISTANCE_MINUTES] = {"minutes", CO_OPTIONAL},
};

/* Distances from places outside the campaign are common (a table made once for an academy) and harm
 * nothing: they are kept without a word. */
static void read_distance(CoImport *import, CoRow *row)
{
    CoDistance distance = {
        .uai = "",
        .room_idx = co_cell_reference(row, DISTANCE_ROOM, import->rooms, "salles"),
        .minutes = 0,
        .origin = co_row_origin(row),
    };
    int64_t km_micro = 0;
    co_cell_uai(row, DISTANCE_UAI, &distance.uai);
    co_cell_micro(row, DISTANCE_KM, 20000, &km_micro);
    co_cell_int(row, DISTANCE_MINUTES, 0, 100000, &distance.minutes);
    if (row->out)
        return;
    distance.km_milli = (km_micro + 500) / 1000;
    g_autofree char *key = g_strdup_printf("%s / %d", distance.uai, distance.room_idx);
    if (co_row_claim_key(row, DISTANCE_UAI, import->distances, key, import->campaign->n_distances))
        *co_campaign_add_distance(import->campaign) = distance;
}

const CoTableKind co_table_distances = {
    "distances", distance_columns, G_N_ELEMENTS(distance_columns), false, read_distance,
};

enum { RATE_CODE, RATE_VALUE, RATE_FIRST, RATE_LAST };

static const CoColumn rate_columns[] = {
    [RATE_CODE] = {"code", CO_REQUIRED},
    [RATE_VALUE] = {"valeur", CO_REQUIRED},
    [RATE_FIRST] = {"debut", CO_REQUIRED},
    [RATE_LAST] = {"fin", CO_OPTIONAL},
};

static CoDay last_or_never(const CoRate *rate)
{
    return rate->last_day == CO_DAY_NONE ? G_MAXINT32 : rate->last_day;
}

/* @return the line of a rate with the same code on a day of this one, or 0 */
static int overlapping_line(const CoCampaign *campaign, const CoRate *rate)
{
    for (int i = 0; i < campaign->n_rates; i++) {
        const CoRate *other = &campaign->rates[i];
        if (strcmp(other->code, rate->code) == 0 && rate->first_day <= last_or_never(other) &&
            other->first_day <= last_or_never(rate))
            return other->origin.row;
    }
    return 0;
}

static void read_rate(CoImport *import, CoRow *row)
{
    CoRate rate = {.code = co_cell_text(row, RATE_CODE), .origin = co_row_origin(row)};
    co_cell_micro(row, RATE_VALUE, 1000000, &rate.value_micro);
    if (!co_cell_period(row, RATE_FIRST, RATE_LAST, &rate.first_day, &rate.last_day))
        return;
    if (strcmp(rate.code, "taux_horaire_formateur") == 0) {
        co_cell_refuse(row, RATE_CODE, CO_PROBLEM_RATE_NOT_DATED, NULL);
        return;
    }
    int line = overlapping_line(import->campaign, &rate);
    if (line > 0) {
        g_autofree char *where = g_strdup_printf("%d", line);
        co_cell_refuse(row, RATE_FIRST, CO_PROBLEM_WINDOW_OVERLAP, where);
        return;
    }
    *co_campaign_add_rate(import->campaign) = rate;
}

const CoTableKind co_table_frais = {
    "frais", rate_columns, G_N_ELEMENTS(rate_columns), false, read_rate,
};

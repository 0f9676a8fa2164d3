/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file figures.h  A campaign and its plan counted, for the committee: numbers of people and
 * establishments, never who. Implemented by outputs/committee/figures.c.
 *
 * Who is already trained, and seats kept for nobody yet, are counted apart: they are in no figure
 * of the survey. A person with two roles counts once, for the first. */
#pragma once
#include <glib.h>
#include "cohorte/documents.h"
#include "cohorte/family.h"
G_BEGIN_DECLS

/** People of one line. */
typedef struct CoCoverage {
    char *label;    /**< of the line, in words */
    int n_declared; /**< to be trained, by name or by number */
    int n_placed;   /**< of them, those with a place; a path without meetings needs none */
    int n_trained;  /**< already trained */
    int n_reserved; /**< seats kept */
} CoCoverage;

typedef enum CoBreakdownKind {
    CO_BY_ROLE,
    CO_BY_SPHERE,
    CO_BY_PATH,
    CO_BY_TYPE, /**< family of establishments */
    CO_BY_DEPARTMENT,
    CO_BY_WAVE,
    CO_BY_ACADEMY,
    CO_N_BREAKDOWNS
} CoBreakdownKind;

/** All people, line by line; lines of nobody are left out. */
typedef struct CoBreakdown {
    int n_rows;
    CoCoverage *rows;
    CoCoverage total; /**< the sum of the lines */
} CoBreakdown;

/** @return (transfer full) */
CoBreakdown *co_breakdown_new(const CoOutputContext *context, CoBreakdownKind kind);
void co_breakdown_free(CoBreakdown *breakdown); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoBreakdown, co_breakdown_free)

enum { CO_N_FAMILIES = CO_FAMILY_EREA + 1 };

/** Establishments of one line. */
typedef struct CoVolume {
    int n_of_family[CO_N_FAMILIES], n_answered_of_family[CO_N_FAMILIES];
    int n_establishments, n_answered;
} CoVolume;
/** @param wave_idx  -1 = of no wave, #CO_ANY = all @param academy_idx  #CO_ANY = all */
CoVolume co_volume_of(const CoCampaign *campaign, int wave_idx, int academy_idx);
#define CO_ANY (-2)
/** @return (static) "Collège"; "Autre" for #CO_FAMILY_OTHER */
const char *co_family_word(CoFamily family);

/** One group. */
typedef struct CoFill {
    int n_members, min_size, target_size;
    int max_size;      /**< of the path and the room: co_agenda_capacity() */
    int half_days;     /**< of its meetings */
    CoDay first, last; /**< CO_DAY_NONE without meetings */
} CoFill;
CoFill co_fill_of(const CoCampaign *campaign, const CoGroup *group);
G_END_DECLS

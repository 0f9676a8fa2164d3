/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file told.h  Who must be told of a difference of plans, how they are reached and what is sent
 * to them. Implemented by outputs/difference/told.c. */
#pragma once
#include <glib.h>
#include "outputs/publication.h"
#include "cohorte/difference.h"
G_BEGIN_DECLS

typedef enum {
    CO_TOLD_PERSON, /**< by name: seats without one are told to their establishment */
    CO_TOLD_TRAINER,
    CO_TOLD_SCHOOL,
    CO_TOLD_SITE,
    CO_N_TOLD,
} CoToldKind;

/** One reader. */
typedef struct CoTold {
    CoToldKind kind;
    const char *code;  /**< person id, trainer code, UAI; of a site its UAI or a room */
    char *name;        /**< owned */
    const char *email; /**< "" when unknown */
    char *files;       /**< of the delivery, ", " between; owned */
    GPtrArray *facts;  /**< of const CoFact *, at least one */
} CoTold;

/** Those who have facts, by kind, then in the order of the tables. Every file must have been
 * written.
 * @return (transfer full) of CoTold, g_array_unref() */
GArray *co_told_of(const CoPublication *publication, const CoDifference *difference);
/** @return how many of a kind */
int co_told_count(const GArray *told, CoToldKind kind);

/** changements.xlsx and changements.csv: every reader and what changed for them. */
bool co_told_write_book(const CoPublication *publication, const CoDifference *difference,
                        const GArray *told, GError **error);
bool co_told_write_table(const CoPublication *publication, const CoDifference *difference,
                         const GArray *told, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file random_grouping.h  Small random grouping problems for tests. Implemented by
 * tests/support/random_grouping.c.
 *
 * The same seed and shape give the same problem everywhere. Over the seeds every field of
 * #CoGrouping takes every kind of value: shared rooms, FM1, teams of each rule, offices, heads,
 * weights, items of several persons, shared cars, locks, group counts, participants who teach,
 * cutovers, access, classes that never meet in person, virtual classes, sets of slots of two words.
 * Some problems have no plan at all. */
#pragma once
#include <glib.h>
#include <stdint.h>
#include "cohorte/grouping.h"

/** How large a problem may be; each is drawn up to the value. */
typedef struct CoRandomShape {
    int n_classes;  /**< >= 1 */
    int n_items;    /**< of one class, >= 1 */
    int n_patterns; /**< of one class, >= 1 */
    int n_rooms;    /**< >= 1 */
    int n_trainers; /**< >= 2 */
    int n_days;     /**< >= 6 */
    int n_groups;   /**< about so many groups of one class: sets the smallest group size */
} CoRandomShape;
/** Small enough for co_brute_force(). */
#define CO_RANDOM_SHAPE_TINY ((CoRandomShape){2, 6, 5, 3, 6, 8, 3})

typedef struct CoRandomGrouping CoRandomGrouping;
/** @return (transfer full) */
CoRandomGrouping *co_random_grouping_new(uint32_t seed, const CoRandomShape *shape);
/** @return (transfer none) the problem, valid as long as its owner */
const CoGrouping *co_random_grouping_get(const CoRandomGrouping *random);
void co_random_grouping_free(CoRandomGrouping *random);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoRandomGrouping, co_random_grouping_free)

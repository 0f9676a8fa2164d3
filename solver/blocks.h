/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file blocks.h  Classes that have nothing in common but FM1, apart. Private to solver/.
 *
 * Two classes belong together when they share a room, a trainer, an office or a heads set (R01,
 * R07, R08, R09), or when a participant of one teaches the other. Academies are such blocks (R16).
 * A block is a grouping of its own: rooms, trainers, offices and heads are numbered anew, rooms,
 * patterns and teams keep their places within a class. */
#pragma once
#include <glib.h>

#include "cohorte/grouping.h"

typedef struct CoBlock {
    CoGrouping grouping; /**< its arrays belong to the block, slots and costs to the whole */
    int n_persons;
    int *classes, *items, *locks, *references; /**< number in the whole, by number in the block */
    int *fm1_capacity;                         /**< grouping.fm1_capacity, to be changed */
    GPtrArray *owned;
} CoBlock;

/** @return (transfer full) array of CoBlock, by their first class; at least one */
GPtrArray *co_blocks_new(const CoGrouping *grouping);

/** Writes groups of a block as groups of the whole. @return n_groups copies, owned by the caller */
CoGrpGroup *co_block_lift_groups(const CoBlock *block, const CoGrpGroup *groups, int n_groups);

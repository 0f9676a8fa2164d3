/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sketch.h  First ideas of a plan: how many groups of each class, in which rooms.
 * Private to solver/. */
#pragma once
#include "search.h"

/** As few groups as seats allow (and R11 asks), in the rooms nearest to the people; locked groups
 * first. @return owned; release with co_sketch_clear() */
CoSketch co_sketch_greedy(const CoGrouping *grouping);

/** Puts the locked groups in front of a sketch, each in place of an ordinary group of its class. */
void co_sketch_add_locks(const CoGrouping *grouping, CoSketch *sketch);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file seating.h  Who sits in which group, calendars standing. Private to solver/.
 *
 * For items of one person this is a transportation problem, solved by cancelling negative cycles on
 * the small graph of the class's groups; the rules that couple items (R08, R09, absences, cars) are
 * kept at each step, which makes it a local search where they bite. Items of several persons are
 * improved by single moves and swaps. */
#pragma once
#include <stdint.h>

#include "state.h"

/** Prices of what a state may lack, in cents. */
typedef struct CoPenalties {
    int64_t unplaced; /**< per unit of weight */
    int64_t missing;  /**< per person under a group's minimum, per locked item astray */
    int64_t change;   /**< per change against the references: above any detour; 0 without them */
    int64_t seat;     /**< what one seat is worth in money alone */
} CoPenalties;

/** Penalties above any saving they could buy, yet small enough to compare in 64 bits. */
CoPenalties co_penalties_for(const CoGrouping *grouping);

/** cost + penalties: what seating and search minimise. */
int64_t co_state_objective(const CoState *state, const CoPenalties *penalties);

/** What seating the item in the group adds to that. */
int64_t co_seat_price(const CoState *state, const CoPenalties *penalties, int item, int group);

/** Seats the unplaced items of a class and improves all its seats. @return number of rounds (work)
 */
int co_seat_class(CoState *state, int class_idx, const CoPenalties *penalties);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file virtual.h  Dating the virtual classes of one group. Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "state.h"

/** Chooses starts for all virtual classes of a calendar whose room, pattern and team are set, so
 * that order, gaps, trainers, FM1 and the group's own in-person slots are respected and the summed
 * price of the starts is least. The group must not hold resources in the state. Dynamic programming
 * over (class, start): starts x gap window per class.
 * @param price  by slot, >= 0: what starting there costs (absences, comfort, noise)
 * @return false when no dates exist; the starts are then unspecified */
bool co_virtual_date(const CoState *state, int class_idx, CoCalendar *calendar,
                     const int64_t *price);

/** Fills @p price (n_slots) with the absences of those of @p items that can follow the calendar in
 * person: @p absent_price per person beyond the allowed absences, a little per allowed one. */
void co_virtual_price(const CoGrouping *grouping, int class_idx, const CoCalendar *calendar,
                      const int *items, int n_items, int64_t absent_price, int64_t *price);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file calendar.h  Finding a room, dates, trainers and virtual-class dates for one group.
 * Private to solver/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "state.h"

/** What a calendar is looked for. */
typedef struct CoCalendarWish {
    int class_idx;
    int lock;         /**< elements of this lock stand; -1 = free */
    int room;         /**< wanted local room; -1 = any */
    int pattern;      /**< wanted pattern; -1 = any */
    const int *items; /**< members hoped for (may be empty: then all of the class) */
    int n_items;
    int n_samples;        /**< room x pattern pairs looked at */
    int64_t noise;        /**< cents of random preference, to vary the answers */
    int64_t evict_price;  /**< cents charged per hoped-for member that the dates exclude */
    int reference;        /**< the one that the group would continue; -1 = none */
    int64_t change_price; /**< cents per change against it; 0 = whatever it continues */
} CoCalendarWish;

/** Samples rooms and patterns, ranks them by what the hoped-for members would cost, and completes
 * the best with a team and virtual-class dates. The answer satisfies co_state_can_hold().
 * @return false when no sampled pair could be completed */
bool co_calendar_find(const CoState *state, GRand *random, const CoCalendarWish *wish,
                      CoCalendar *calendar);

/** Dates the virtual classes of a calendar whose room, pattern and team are set, as the lock has
 * them or at the least price. @param lock  -1 = none @param price  by slot, see co_virtual_date()
 * @return whether the whole calendar can then be held */
bool co_calendar_date(const CoState *state, int class_idx, int lock, const int64_t *price,
                      CoCalendar *calendar);

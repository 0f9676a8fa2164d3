/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file comfort.h  Tier 3 of a state, kept as it changes, and what no plan can go below. Private
 * to solver/.
 *
 * The state tells which groups, paths and offices a step touches; what they are worth is reckoned
 * again only when somebody asks. Always equal to co_evaluate_comfort(). */
#pragma once
#include "state.h"

/** Measures from now on; a state that nobody measures pays nothing. Released with the state. */
void co_comfort_attach(CoState *state);
void co_comfort_free(struct CoComfort *comfort);

/** @return tier 3 points; cost: what was touched since the last question */
int64_t co_comfort_measured(const CoState *state);

/* ---- for the state alone ---- */
/** A group was opened or is about to close: its own points, its path's trainers, their offices. */
void co_comfort_touch_group(const CoState *state, int group);
/** An item came or went. */
void co_comfort_touch_seat(const CoState *state, int item, int group);

/** @return points that no plan avoids which places everybody: sizes off target and Wednesdays,
 * class by class */
int64_t co_comfort_bound(const CoGrouping *grouping);

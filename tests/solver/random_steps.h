/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file random_steps.h  Calendars drawn for tests that walk a state at random. Implemented by
 * tests/solver/random_steps.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "solver/state.h"

/** @return whether a class and a calendar that the state can hold were drawn */
bool co_random_calendar(const CoState *state, GRand *rand, int *class_idx, CoCalendar *calendar);

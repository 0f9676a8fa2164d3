/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file polish.h  Exact seating for fixed calendars. Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "search.h"

/** Seats the members of the best plan anew, calendars and teams standing, as a small MIP with every
 * rule that couples members (sizes, R08, R09, absences); the plan is replaced when that is cheaper
 * or places more. Does nothing with car sharing, whose cost is not linear, and on
 * problems of more than 700 items.
 * @return whether the plan became better */
bool co_polish_members(CoSearch *search);

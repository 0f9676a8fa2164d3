/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file restart.h  A plan of stage 1 as the start of a search. Private to solver/. */
#pragma once
#include "search.h"

/** Empties the state and builds the plan again: calendars kept where they still hold, virtual
 * classes dated around its members, who keep their seats where they can; then everybody is seated
 * at least cost, and the state is noted when it is whole. */
void co_search_restart(CoSearch *search, const CoGroupingPlan *plan);

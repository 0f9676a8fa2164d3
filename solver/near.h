/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file near.h  The patterns most like the dates of a reference. Private to solver/. */
#pragma once
#include <glib.h>

#include "cohorte/grouping.h"

#define CO_NEAR_MAX 256

/** Patterns of its class, those that move fewest meetings in person first, rooms apart, then
 * in their own order; at most #CO_NEAR_MAX. Linear in patterns.
 * @return (transfer full) NULL when its class is gone */
int *co_near_patterns(const CoGrouping *grouping, int reference, int *n);

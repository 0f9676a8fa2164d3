/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file brute_force.h  The optimum of stage 1 by trying everything. Implemented by
 * tests/support/brute_force.c, which shares no code with solver/: it is what solvers are measured
 * against. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/grouping.h"

typedef struct CoBruteForce {
    bool found; /**< false: no plan keeps R11 and R13 */
    int64_t unplaced, cost;
    int64_t value; /**< M x unplaced + cost */
} CoBruteForce;

/** For problems of about 2 classes of 5 items; beyond, it takes for ever. */
CoBruteForce co_brute_force(const CoGrouping *grouping);

/** Judges groups made by others, in person only, by code of its own.
 * @return NULL when every rule is kept, else the id of one that is not ("R08") */
const char *co_brute_force_judge(const CoGrouping *grouping, const CoGrpGroup *groups,
                                 int n_groups);
/** @return what these groups are worth */
CoBruteForce co_brute_force_worth(const CoGrouping *grouping, const CoGrpGroup *groups,
                                  int n_groups);

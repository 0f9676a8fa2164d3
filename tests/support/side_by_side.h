/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file side_by_side.h  Two random grouping problems as two academies of one, sharing nothing but
 * FM1. Implemented by tests/support/side_by_side.c. */
#pragma once
#include "random_grouping.h"

typedef struct CoSideBySide CoSideBySide;
/** @param seed  of the first; the second is the next seed with as many slots
 * @param fm1  groups at once in every slot that either leaves open; -1 = the sum of both
 * @return (transfer full) */
CoSideBySide *co_side_by_side_new(uint32_t seed, const CoRandomShape *shape, int fm1);
/** @return (transfer none) valid as long as its owner */
const CoGrouping *co_side_by_side_get(const CoSideBySide *both);
void co_side_by_side_free(CoSideBySide *both);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoSideBySide, co_side_by_side_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file slots.h  Sets of slots as the solver wants them. Private to planner/engine/. */
#pragma once
#include <stdbool.h>
#include "cohorte/grouping.h"

static inline void co_slots_set(CoSlotWord *set, int slot)
{
    set[slot / 64] |= (CoSlotWord)1 << (slot % 64);
}

static inline bool co_slots_test(const CoSlotWord *set, int slot)
{
    return (set[slot / 64] >> (slot % 64)) & 1u;
}

static inline void co_slots_add(CoSlotWord *set, const CoSlotWord *other, int n_words)
{
    for (int w = 0; w < n_words; w++)
        set[w] |= other[w];
}

static inline bool co_slots_meet(const CoSlotWord *a, const CoSlotWord *b, int n_words)
{
    for (int w = 0; w < n_words; w++)
        if (a[w] & b[w])
            return true;
    return false;
}

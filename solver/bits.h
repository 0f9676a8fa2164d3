/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file bits.h  Sets of slots as arrays of 64-bit words. Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "cohorte/grouping.h"

static inline bool co_bits_meet(const CoSlotWord *a, const CoSlotWord *b, int n_words)
{
    for (int w = 0; w < n_words; w++)
        if (a[w] & b[w])
            return true;
    return false;
}

static inline bool co_bits_test(const CoSlotWord *set, int slot)
{
    return (set[slot >> 6] >> (slot & 63)) & 1u;
}

static inline void co_bits_set(CoSlotWord *set, int slot)
{
    set[slot >> 6] |= (CoSlotWord)1 << (slot & 63);
}

static inline void co_bits_add(CoSlotWord *set, const CoSlotWord *other, int n_words)
{
    for (int w = 0; w < n_words; w++)
        set[w] |= other[w];
}

static inline void co_bits_remove(CoSlotWord *set, const CoSlotWord *other, int n_words)
{
    for (int w = 0; w < n_words; w++)
        set[w] &= ~other[w];
}

/** First member at or after @p from, or -1. */
static inline int co_bits_next(const CoSlotWord *set, int n_words, int from)
{
    for (int w = from >> 6; w < n_words; w++) {
        CoSlotWord word = set[w];
        if (w == from >> 6)
            word &= ~(CoSlotWord)0 << (from & 63);
        if (word != 0)
            return w * 64 + __builtin_ctzll(word);
    }
    return -1;
}

/** Walks the members of a set. */
#define CO_BITS_EACH(slot, set, n_words)                                                           \
    for (int slot = co_bits_next((set), (n_words), 0); slot >= 0;                                  \
         slot = slot + 1 < (n_words)*64 ? co_bits_next((set), (n_words), slot + 1) : -1)

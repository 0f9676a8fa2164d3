/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file trip.h  How far it is from a post to a room, whether that is a trip at all, and what a
 * dated rate is on a day. Implemented by planner/domain/trip.c. For engine and documents; the
 * checker has its own on purpose (check.h). */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/campaign.h"
G_BEGIN_DECLS

/** Where a distance comes from. */
typedef enum CoWaySource {
    CO_WAY_UNKNOWN,  /**< one of the two places is not located: 0 km */
    CO_WAY_ESTIMATE, /**< great circle x `coefficient_route`, whole kilometres */
    CO_WAY_TABLE,    /**< the table `distances`, as typed */
} CoWaySource;

/** One way from a post to a room. */
typedef struct CoWay {
    CoWaySource source;
    int64_t km_milli; /**< thousandths of km */
    int minutes;      /**< of the table; 0 = not given there */
} CoWay;

/** Where trips begin: a campaign and the index of its table `distances`. */
typedef struct CoTripBook CoTripBook;
/** @param campaign  must outlive the book @return (transfer full) */
CoTripBook *co_trip_book_new(const CoCampaign *campaign);
void co_trip_book_free(CoTripBook *book); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoTripBook, co_trip_book_free)

/** @param room_idx  a room of the campaign @return the way there; of two rows of the table the
 * first stands. Expected time O(1). */
CoWay co_trip_way(const CoTripBook *book, const CoPlace *from, int room_idx);

/** @return whether two places are in one commune, so that no trip is paid (MODEL.md, 3): by code
 * when both are known, Paris, Lyon and Marseille being one each; else by name and département */
bool co_trip_same_commune(const CoPlace *a, const CoPlace *b);
/** @return whether co_trip_same_commune() has what it needs to tell: both codes, or both names */
bool co_trip_communes_are_known(const CoPlace *a, const CoPlace *b);

/** @return (transfer none) the row of `frais` that holds on a day, or NULL: of rows that overlap
 * the one that begins last, of equal ones the last. Linear in the rows. */
const CoRate *co_trip_rate_on(const CoCampaign *campaign, const char *code, CoDay day);
/** @return the rate of `frais` that holds on a day in cents, halves away from zero; @p otherwise
 * when none does */
int64_t co_trip_cents_on(const CoCampaign *campaign, const char *code, CoDay day,
                         int64_t otherwise);
/** @return value / divisor (> 0), halves away from zero */
int64_t co_trip_round(int64_t value, int64_t divisor);
G_END_DECLS

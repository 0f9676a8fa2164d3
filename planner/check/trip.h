/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file trip.h  Distances and what one trip costs. Whole numbers throughout; only the great circle
 * itself is computed in floating point, and rounded at once. */
#pragma once
#include "cohorte/check.h"

/** The table `distances`, ready for many questions. Keeps the campaign it was made of. */
typedef struct CoDistanceBook CoDistanceBook;
CoDistanceBook *co_distance_book_new(const CoCampaign *campaign); /**< (transfer full) */
void co_distance_book_free(CoDistanceBook *book);                 /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDistanceBook, co_distance_book_free)

/** @param room_idx  a room of the campaign
 * @return one way, thousandths of km: the table's, else the estimate. Expected time O(1). */
int64_t co_distance_km_milli(const CoDistanceBook *book, const CoPlace *from, int room_idx);

/** One human going to a room and back, on one day. */
typedef struct CoJourney {
    const CoPlace *from;
    const CoRoom *room;
    CoDay day;
    bool full_day;
    int64_t km_milli; /**< one way */
} CoJourney;
/** @return what the journey costs. Linear in the rows of `frais`. */
CoTrip co_trip_price(const CoCampaign *campaign, const CoJourney *journey);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_price.h  Pricing for the dated relaxation: the best group of each class and room
 * under given prices. Private to solver/dated*.c.
 *
 * A bundle (room, pattern) is priced exactly: its fixed cost, the cheapest team, and the cheapest
 * members between minimum size and seats, whole establishments and shared cars included
 * (dated_members.h). One round looks at every bundle: about bundles x items of the class
 * operations. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

/** Prices, all >= 0: what a placed item brings, what a scarce thing costs. */
typedef struct CoDatedPrices {
    double *item;    /**< by item */
    double *fm1;     /**< by slot */
    double *room;    /**< rooms x n_slots */
    double *trainer; /**< trainers x n_slots */
    double *load;    /**< by trainer, per half-day (R07) */
    double *office;  /**< offices x n_slots */
    double *heads;   /**< heads x n_slots */
    double *cars;    /**< by item, where co_dated_cars_wanted() is not 0: what a car brings */
} CoDatedPrices;

/** A group priced. */
typedef struct CoDatedColumn {
    int class_idx, room, pattern, team;
    int n_items;
    int *items; /**< owned */
} CoDatedColumn;

typedef struct CoDatedPricer CoDatedPricer;

/** @return whether the problem can be priced exactly: every pattern known, each in person, few
 * enough bundles */
bool co_dated_can_price(const CoGrouping *grouping);
CoDatedPricer *co_dated_pricer_new(const CoGrouping *grouping);
void co_dated_pricer_free(CoDatedPricer *pricer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDatedPricer, co_dated_pricer_free)

CoDatedPrices *co_dated_prices_new(const CoGrouping *grouping);
void co_dated_prices_free(CoDatedPrices *prices);
/** All prices 0. */
void co_dated_prices_clear(const CoGrouping *grouping, CoDatedPrices *prices);
/** to = share x from + (1 - share) x to, over all prices */
void co_dated_prices_mix(const CoGrouping *grouping, CoDatedPrices *to, const CoDatedPrices *from,
                         double share);

/** @return work of one co_dated_price_room() of that class, in moves of the search, and of the
 * knapsacks solved since it was last asked */
int64_t co_dated_price_work(CoDatedPricer *pricer, int class_idx);

/** Best reduced cost of a group of that class and room, +inf when none exists. */
double co_dated_price_room(CoDatedPricer *pricer, const CoDatedPrices *prices, int class_idx,
                           int room);
/** The best group of the last co_dated_price_room() call, under the same prices.
 * @param column  gets it; items owned by the caller @return false when there is none */
bool co_dated_take_best(CoDatedPricer *pricer, const CoDatedPrices *prices, CoDatedColumn *column);

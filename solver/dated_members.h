/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_members.h  The best members of one group where items are several persons or share
 * cars. Private to solver/dated*.c.
 *
 * The items of a class that share cars are a party; every other item is a party of its own. What a
 * party is worth is known for each number of its persons, cars paid: whole cars, so neither convex
 * nor rising. Choosing the numbers is a multiple-choice knapsack over persons. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

typedef struct CoDatedMembers CoDatedMembers;

/** @return whether members of the class cannot be chosen one by one */
bool co_dated_members_are_tied(const CoGrouping *grouping, int class_idx);
CoDatedMembers *co_dated_members_new(const CoGrouping *grouping);
void co_dated_members_free(CoDatedMembers *members);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDatedMembers, co_dated_members_free)

/** A group to be filled. */
typedef struct CoDatedSeats {
    int class_idx, room, profile;
    const double *value; /**< by position in the class: worth of the item, travelling alone;
                            INFINITY = it cannot come */
    const double *cars;  /**< by item: what a car of those it is the first of brings */
} CoDatedSeats;

/** @return a lower bound on the worth of the members, +inf when the minimum size is out of reach:
 * of every party the convex hull, so that one party at most is cut. Persons x a few operations */
double co_dated_members_floor(CoDatedMembers *members, const CoDatedSeats *seats);
/** @return the worth of the best members, +inf when none are legal. Persons x seats operations */
double co_dated_members_best(CoDatedMembers *members, const CoDatedSeats *seats);
/** Lists the members found by the last co_dated_members_best(), which were finite.
 * @param positions  gets them; room for all items of the class @return how many */
int co_dated_members_list(const CoDatedMembers *members, int *positions);
/** @return cells of tables filled since this was last asked */
int64_t co_dated_members_take_cells(CoDatedMembers *members);

/** @return the sum of the @p n least of @p size values, which are reordered */
double co_dated_sum_least(double *values, int size, int n);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_counts.h  Which group counts could be cheapest, by all that prices have proven so
 * far. Private to solver/dated*.c.
 *
 * A count vector says how many groups a class holds in each room. Any prices prove that a plan with
 * counts n costs at least balance + sum over the classes of (item prices + sum of n x least reduced
 * cost of a group of that class and room): a cut, linear in n and valid for all vectors. With the
 * shared prices 0 the classes fall apart, so each class keeps the best such bound of every vector
 * (its floor), which no cut's part of that vector is below: shared prices only add. The bound of
 * the whole problem is the least, over all combinations of the classes' vectors, of the best cut
 * there. Vectors are listed once, class by class, and dropped for good as soon as no combination
 * with them can be below the aim. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

typedef struct CoCounts CoCounts;

/** What a class costs at least. */
typedef struct CoClassFloor {
    double per_group; /**< a group, whatever its room and team */
    double items;     /**< all its items together, wherever they go */
} CoClassFloor;

/** Lists the vectors of every class that can seat all its items within R02 and R11, and that do not
 * by their floors alone bring the whole to @p aim.
 * @param floors  by class
 * @return NULL when they are too many to list */
CoCounts *co_counts_new(const CoGrouping *grouping, const CoClassFloor *floors, double aim);
void co_counts_free(CoCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCounts, co_counts_free)

/** Count vectors are arrays over class and local room, classes one after the other. */
int co_counts_size(const CoCounts *counts);
int co_counts_index(const CoCounts *counts, int class_idx, int room);

/** What prices prove. */
typedef struct CoCut {
    double balance;      /**< shared prices x limits, negative or 0 */
    const double *items; /**< by class: sum of its item prices */
    const double *value; /**< by count index: least reduced cost of a group; +inf forbids groups */
} CoCut;

/** Adds a cut. Vectors and combinations of cost @p aim or more are of no interest, now and later.
 */
void co_counts_add_cut(CoCounts *counts, const CoCut *cut, double aim);
/** Lifts the floors of a class by what prices without shared ones prove. @param items  sum of the
 * class's item prices @param value  by local room */
void co_counts_lift_class(CoCounts *counts, int class_idx, double items, const double *value);
/** @return the least floor of a class */
double co_counts_floor(const CoCounts *counts, int class_idx);
/** Finds the combination whose best cut is least.
 * @param at    gets the counts; untouched when nothing below @p aim is left
 * @param work  gets vectors x cuts looked at
 * @return the proven least value, @p aim when nothing below it is left */
double co_counts_least(CoCounts *counts, double aim, int *at, int64_t *work);
/** Finds a combination that looks cheap, by improving one class after the other; a small part of
 * the work of co_counts_least(). @return false when a class has no vector left */
bool co_counts_cheap(const CoCounts *counts, int *at, int64_t *work);

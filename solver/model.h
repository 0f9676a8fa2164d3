/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file model.h  What both forms of the reference model of stage 1 stand on. Implemented by
 * solver/model.c. Private to solver/.
 *
 * Stage 1 is the plan of the in-person meetings, R07 counting the virtual classes too. A *place* of
 * a class is a local room, or the single place 0 of a class that never meets in person. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/grouping.h"
#include "lp.h"

/** The model being written: what all columns share. */
typedef struct CoModelBase {
    CoLp *lp;
    GArray *cost; /**< double by column: cents, tier 2 */
    bool named;   /**< columns and rows get names */
    char name[64];
} CoModelBase;
void co_model_base_init(CoModelBase *base, bool named);
void co_model_base_clear(CoModelBase *base);
/** @return the formatted name, valid until the next one; NULL when the model has no names */
const char *co_model_name(CoModelBase *base, const char *format, ...) G_GNUC_PRINTF(2, 3);
/** Adds an integer column from 0 to @p most. @return its index */
int co_model_add_col(CoModelBase *base, int most, int64_t cents, const char *name);
/** Adds a column from 0 to 1 that is whole when the integer columns are. */
int co_model_add_share(CoModelBase *base, const char *name);
/** Sets the objective to unplaced x (unplaced weight) + cost x (cost).
 * @param unplaced_cols  by item, -1 = none */
void co_model_set_objective(CoModelBase *base, const CoGrouping *grouping, const int *unplaced_cols,
                            double unplaced, double cost);

/** @return number of places of a class */
int co_model_n_places(const CoGrpClass *cls);
/** @return the local room of a place, -1 when nothing is in person */
int co_model_room(const CoGrpClass *cls, int place);
/** @return seats of a place (R02) */
int co_model_seats(const CoGrpClass *cls, int place);

/** R01, R05: the room is not taken by others on these dates and FM1 is open. */
bool co_model_place_is_free(const CoGrouping *grouping, int class_idx, int place, int pattern);
/** R03, R04, R10: the item can come on these dates. */
bool co_model_item_can_come(const CoGrouping *grouping, int item, int pattern);
/** R02, R18: the item can sit in that place. */
bool co_model_item_can_sit(const CoGrouping *grouping, int item, int place);
/** R13: the item may be in a group of that lock (-1 = ordinary group). */
bool co_model_item_may_join(const CoGrouping *grouping, int item, int lock);
/** R13: the element (room, pattern, team) may be that of a group of that lock. */
bool co_model_room_is_allowed(const CoGrouping *grouping, int room, int lock);
bool co_model_pattern_is_allowed(const CoGrouping *grouping, int class_idx, int pattern, int lock);

/** @return what an item costs at a place by one profile; where cars are shared, meals only (the
 * cars are columns of their own) */
int64_t co_model_item_cost(const CoGrouping *grouping, int item, int place, int profile);
/** @return cars for so many persons of one cluster; needs car_seats > 0 */
int co_model_cars(const CoGrouping *grouping, int n_persons);
/** @return whether the item's cars are shared there, and hence columns */
bool co_model_shares_cars(const CoGrouping *grouping, int item, int place, int profile);

/** @return whether all who count for an office (R08), or for a set of heads (R09), exceed its limit
 */
bool co_model_office_binds(const CoGrouping *grouping, int office);
bool co_model_heads_bind(const CoGrouping *grouping, int heads);
/** @return persons of a class */
int co_model_n_persons(const CoGrouping *grouping, int class_idx);
/** @return a number of groups that no plan of the class exceeds: R11, else persons / smallest size
 */
int co_model_most_groups(const CoGrouping *grouping, int class_idx);
int co_model_n_locks(const CoGrouping *grouping, int class_idx);

/** The valid row `per_group x groups + unplaced persons >= sum`: what seating everybody needs, each
 * group less leaving at least per_group persons out (R11 as minimum group counts). */
typedef struct CoModelLeast {
    int per_group, sum;
} CoModelLeast;
CoModelLeast co_model_least_groups(const CoGrouping *grouping, int class_idx);

/** How the team of a group is chosen (R06, R16): exactly @p per_group of the choices, at most one
 * of each clique. Choices are the teams themselves where these are few, else the trainers, whose
 * forbidden pairs are covered by cliques; both say the same in whole numbers. */
typedef struct CoModelTeaching {
    int class_idx;
    bool by_team;
    int per_group;
    int n;
    int (*trainer)[2]; /**< by choice; second -1 */
    int *team;         /**< by choice, by_team only: its index in the class */
    int n_cliques;
    int **cliques; /**< choices, ended by -1 */
} CoModelTeaching;
CoModelTeaching *co_model_teaching_new(const CoGrouping *grouping, int class_idx);
void co_model_teaching_free(CoModelTeaching *teaching);
/** @return what the trainers of a choice cost at a place by one profile */
int64_t co_model_choice_cost(const CoGrouping *grouping, const CoModelTeaching *teaching,
                             int choice, int place, int profile);
/** R13: the choice may be (part of) the team of a group of that lock. */
bool co_model_choice_is_allowed(const CoGrouping *grouping, const CoModelTeaching *teaching,
                                int choice, int lock);
/** R03, R07, R10: all trainers of the choice can teach a group on these dates. */
bool co_model_choice_can_come(const CoGrouping *grouping, const CoModelTeaching *teaching,
                              int choice, int pattern);
/** @return whether a choice has that trainer */
bool co_model_teaches(const CoModelTeaching *teaching, int choice, int trainer);
/** @param chosen  per_group choices @return index of the team in the class; -1 = there is none */
int co_model_team_of(const CoGrouping *grouping, const CoModelTeaching *teaching,
                     const int *chosen);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file difference.h  What one plan changes for each reader of another, as typed facts.
 * Implemented by planner/domain/difference.c.
 *
 * Two plans of one campaign are compared: groups meet again by code, meetings by module. A reader
 * has a fact exactly when something that his documents show is not what it was; what the data say
 * apart from the plan (a name, an address) is not compared, nor what the search says of itself
 * (bounds, work). The campaign must know all that either plan names: see
 * co_store_load_campaign_of_plan(). */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

typedef enum CoFactKind {
    CO_FACT_CALLED,      /**< a person has a group and had none */
    CO_FACT_RELEASED,    /**< had a group and has none */
    CO_FACT_OTHER_GROUP, /**< goes from one group to another; what follows compares the two */
    CO_FACT_REASON,      /**< has no group, and it is not told as it was */
    CO_FACT_TEACHES,     /**< a trainer has a group more */
    CO_FACT_TEACHES_NOT, /**< a trainer has a group less */
    CO_FACT_GROUP_NEW,   /**< the group is new */
    CO_FACT_GROUP_GONE,  /**< the group is no more */
    CO_FACT_ROOM,        /**< the group is in another room */
    CO_FACT_TEAM,        /**< the group has other trainers */
    CO_FACT_MOVED,       /**< a meeting has another day or other half-days */
    CO_FACT_ADDED,       /**< a meeting that was not */
    CO_FACT_CANCELLED,   /**< a meeting that is no more */
    CO_FACT_JOINED,      /**< somebody joined the group */
    CO_FACT_LEFT,        /**< somebody left the group */
    CO_FACT_SIZE,        /**< of a room: the group has another number of members */
    CO_N_FACTS,
} CoFactKind;

typedef struct CoFact {
    CoFactKind kind;
    int before_idx, after_idx; /**< groups of the two plans, -1 = none */
    int person_idx;            /**< whom it is about; -1 = nobody, or the reader */
    int trainer_idx;           /**< the same, of somebody of an establishment who teaches */
    CoMeeting before, after;   /**< of MOVED, ADDED, CANCELLED: module_idx -1 where there is none */
} CoFact;

/** What one reader must be told, in the order of groups and modules. */
typedef struct CoFacts {
    int n_facts;
    CoFact *facts;
} CoFacts;

typedef struct CoDifference {
    const CoCampaign *campaign;
    const CoPlan *before, *after;
    CoFacts *people;   /**< n_people of the campaign */
    CoFacts *trainers; /**< n_trainers: the groups they teach, rosters included */
    CoFacts *groups;   /**< n_groups of @c after: what trainers and members see */
    CoFacts
        *schools; /**< n_establishments: their staff, and what those who teach do, rosters apart */
    CoFacts *rooms; /**< n_rooms: who is in them when */
    CoFacts eafc;   /**< what only who plans sees: GROUP_GONE, and every REASON and remedy */
} CoDifference;

/** Compares two plans in their canonical order. What is given must outlive the result. Cost: all
 * groups, members and meetings once for each reader.
 * @return (transfer full) */
CoDifference *co_difference_new(const CoCampaign *campaign, const CoPlan *before,
                                const CoPlan *after);
void co_difference_free(CoDifference *difference); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDifference, co_difference_free)
/** @return whether nobody has anything to be told */
bool co_difference_is_empty(const CoDifference *difference);
/** @return how many of @p n readers have facts */
int co_facts_count(const CoFacts *readers, int n);
G_END_DECLS

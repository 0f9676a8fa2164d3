/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file plan.h  A plan: dated groups, who is in them, who is not, and what it is worth.
 * Implemented by planner/domain/plan.c. Refers to a #CoCampaign by index; means nothing without it.
 * A plan owns all its memory. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/campaign.h"
#include "cohorte/rules.h"
G_BEGIN_DECLS

/** One meeting of a group: a synchronous module (in person or virtual class) on one day. */
typedef struct CoMeeting {
    int module_idx;
    CoDay day;
    CoHalves halves; /**< AM, PM, or BOTH for a module of two half-days */
} CoMeeting;

typedef struct CoGroup {
    char *code; /**< "SG-01": readable, stable across replans */
    int path_idx;
    int academy_idx;
    int room_idx;       /**< -1 when the path has no in-person module */
    int trainer_idx[2]; /**< second is -1 with one trainer; by index otherwise ascending */
    int n_members;
    int *members; /**< person indices, ascending */
    int n_meetings;
    CoMeeting *meetings; /**< by module order */
} CoGroup;

/** The cheapest change found that would place a person. */
typedef enum {
    CO_REMEDY_NONE,        /**< none found among single changes */
    CO_REMEDY_RAISE_SEATS, /**< one more seat or workstation in a group's room, or effectif_max */
    CO_REMEDY_FREE_PERSON, /**< lift the person's unavailability; see group */
    CO_REMEDY_ADD_TRAINER, /**< give the path's skill to one more trainer, or more half-days */
    CO_REMEDY_OPEN_FM1,    /**< open more FM1 groups or days */
    CO_REMEDY_RELAX_CONTINUITY, /**< let one more of the office be away */
    CO_REMEDY_RELAX_HEAD,       /**< let head and general secretary be away together */
    CO_REMEDY_MOVE_MILESTONE,
    CO_REMEDY_ADD_GROUP,     /**< allow one more group of the path */
    CO_REMEDY_LOWER_MINIMUM, /**< let a group be smaller than effectif_min */
    CO_REMEDY_ADD_DATES,     /**< a wider horizon or gaps */
    CO_REMEDY_ADD_ROOM,
    CO_REMEDY_UNLOCK,
    CO_REMEDY_DEFINE_PATH, /**< no path trains this role */
} CoRemedy;

typedef struct CoUnplaced {
    int person_idx;
    CoRuleSet rules; /**< the rules that block every possible group; never 0 for a planned person */
    CoRule main_rule; /**< the one whose lifting places most; first in words */
    CoRemedy remedy;
    int group_idx; /**< group the remedy is about, -1 = none in particular */
} CoUnplaced;

/** One tier of the objective (MODEL.md §3). Values: 1 weight, 2 cents, 3 points. */
typedef struct CoTier {
    int64_t value;
    bool has_bound;  /**< a bound was proven */
    int64_t bound;   /**< proven lower bound, <= value */
    bool gap_proven; /**< has_bound and the tiers above are at their proven optimum */
} CoTier;

/** How the run ended, apart from what was found. */
typedef enum {
    CO_STOP_FINISHED,
    CO_STOP_TIME,
    CO_STOP_WORK,
    CO_STOP_GAP,
    CO_STOP_CANCELLED,
} CoStop;
typedef enum {
    CO_QUALITY_OPTIMAL,    /**< every tier above comfort proven optimal */
    CO_QUALITY_FEASIBLE,   /**< keeps every rule */
    CO_QUALITY_INFEASIBLE, /**< proven: nobody can be placed, or locks contradict one another */
    CO_QUALITY_NOTHING,    /**< nothing found */
} CoQuality;

typedef struct CoPlan {
    int version;     /**< 0 until stored */
    char digest[65]; /**< co_campaign_digest() of the inputs */
    CoStop stop;
    CoQuality quality;
    int n_groups;
    CoGroup *groups; /**< by path order of the campaign, then code */
    int n_unplaced;
    CoUnplaced *unplaced; /**< planned persons in no group, by person index */
    CoTier tiers[3];
    CoTier stage1;            /**< value M x U + cost before comfort */
    int64_t unplaced_penalty; /**< M */
    int64_t changes;          /**< against the published plan; 0 on a first plan */
    int64_t seed;
    int64_t work; /**< units of work spent */
} CoPlan;

CoPlan *co_plan_new(void); /**< (transfer full) empty */
void co_plan_free(CoPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPlan, co_plan_free)
CoPlan *co_plan_copy(const CoPlan *plan); /**< (transfer full) deep copy */
/** Appends an empty group (indices -1); the pointer is good until the next append. */
CoGroup *co_plan_add_group(CoPlan *plan);
/** Appends a copy of each. */
void co_group_add_member(CoGroup *group, int person_idx);
void co_group_add_meeting(CoGroup *group, const CoMeeting *meeting);
/** @return whether a trainer is one of the group's two */
bool co_group_is_taught_by(const CoGroup *group, int trainer_idx);
CoUnplaced *co_plan_add_unplaced(CoPlan *plan);
/** Puts members, meetings, groups and unplaced in their canonical order. */
void co_plan_sort(CoPlan *plan, const CoCampaign *campaign);
/** @return index of the group with this code, or -1 */
int co_plan_find_group(const CoPlan *plan, const char *code);
/** @return index of the group of each person (-1 = none), n_people ints. (transfer full) g_free */
int *co_plan_groups_of_people(const CoPlan *plan, const CoCampaign *campaign);
/** @return number of persons placed */
int co_plan_n_placed(const CoPlan *plan);
/** Gap of a tier, (value - bound) / value, 0 when both are 0. Only meaningful with has_bound. */
double co_tier_gap(const CoTier *tier);
G_END_DECLS

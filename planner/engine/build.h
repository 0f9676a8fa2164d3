/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file build.h  Campaign to grouping problem, with the maps that lead back. Private to
 * planner/engine/.
 *
 * Each rule of MODEL.md is modelled in the file that bears its id (rule_models.h lists
 * their functions). Three hold by the shape of #CoGrouping itself: R14 (an item belongs to one
 * class and one group), R15 (a group has one room and one team) and the rooms and trainers of R01
 * (the solver keeps their slots disjoint).
 *
 * A class is a path in one academy that has planned persons, or a locked group. Persons whose path
 * never meets in a group (self-study and webinars only) need no group: they are in no class. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "arena.h"
#include "cohorte/campaign.h"
#include "cohorte/grouping.h"
#include "cohorte/plan.h"
#include "cohorte/rules.h"
#include "cohorte/trip.h"

/** More patterns of one class than this are sampled. */
#define CO_MAX_PATTERNS 150000
/** More virtual classes in one path than this are refused. */
#define CO_MAX_VIRTUAL_CLASSES 16
/** A longer horizon is refused. */
#define CO_MAX_HORIZON_DAYS 1000

/** What `relaxed` may hold beside the rules: weaker or other ways to lift one. */
#define CO_RELAX_FM1_DAYS ((CoRuleSet)1 << 24)      /**< R05: open on every day, not only wider */
#define CO_RELAX_MINIMUM ((CoRuleSet)1 << 25)       /**< R02: groups of one person */
#define CO_RELAX_ROOMS_FREE ((CoRuleSet)1 << 26)    /**< R03 of rooms */
#define CO_RELAX_TRAINERS_FREE ((CoRuleSet)1 << 27) /**< R03 of trainers */

/** The dated patterns of one or several classes. */
typedef struct CoPatternSet {
    int n_patterns;
    const CoGrpPattern *patterns;
    bool complete;       /**< every pattern is there */
    int n_profiles;      /**< >= 1 */
    const int *profiles; /**< [profile][rate period][2]: full days, half days */
} CoPatternSet;

/** What the grouping no longer knows of a class. */
typedef struct CoEngineClass {
    int path_idx, academy_idx;
    int n_in_person, n_virtual;
    const int *in_person, *virtuals; /**< module indices, by order */
    int n_persons;                   /**< planned persons */
    int n_rooms;
    const int *rooms; /**< room indices, by local room */
    int last_cutover; /**< first slot after every member's cutover */
    const CoPatternSet *patterns;
} CoEngineClass;

typedef struct CoEngineItem {
    int establishment_idx;
    int n_people;
    const int *people; /**< ascending */
} CoEngineItem;

/** What the grouping no longer knows of a lock. */
typedef struct CoEngineLock {
    const CoGroup *group; /**< as published (or standing) */
    bool kept[CO_LOCK_PERSON + 1];
} CoEngineLock;

/** Rates of `frais` that stand together on some days. */
typedef struct CoRatePeriod {
    int64_t km_rate_micro, meal_cents, meal_canteen_cents;
} CoRatePeriod;

/** How to build. All NULL and 0: the problem as it is. The others are questions of the form "what
 * if"; what they point to must outlive the problem. */
typedef struct CoBuildOptions {
    const CoPlan *published;    /**< plan that locks refer to; NULL = none */
    bool least_change;          /**< changes of it count, between unplaced and cost */
    CoRuleSet relaxed;          /**< rules (and CO_RELAX_...) left out */
    const bool *relaxed_people; /**< for whom the rules of one person (R03, R10, R18) are left out;
                                     NULL = for everybody */
    const bool *academies;      /**< the academies to plan; NULL = all */
    const CoPlan *standing;     /**< every group of it keeps dates, room and pair; NULL = none */
} CoBuildOptions;

typedef struct CoEngineProblem {
    const CoCampaign *campaign;
    const CoPlan *published; /**< NULL: none */
    CoBuildOptions options;
    CoGrouping grouping; /**< views of the arrays below and of the arena */
    CoArena *arena;
    const CoSlotWord *none; /**< the empty set */

    CoGrpClass *grp_classes;
    CoEngineClass *classes;
    int *class_at; /**< [path x (academies + 1) + academy + 1], -1 = none */
    CoGrpItem *grp_items;
    CoEngineItem *items;
    int *item_of_person; /**< -1 = in no class */
    CoGrpTrainer *grp_trainers;
    int *trainer_of_person; /**< the same human, -1 = none */
    CoSlotWord **room_busy;
    int *fm1_capacity;
    int *office_limit, *office_of; /**< office by establishment, -1 = none */
    int *heads_limit, *heads_of;   /**< set by establishment, -1 = none */
    CoGrpLock *grp_locks;
    CoEngineLock *locks;

    CoSlotWord **open;    /**< by academy (R03) */
    CoSlotWord **webinar; /**< by path (R01) */
    int first_slot;       /**< R17: nothing new before */
    int n_periods;
    CoRatePeriod *periods;
    int *period_of_day;       /**< by day of the horizon */
    GHashTable *pattern_sets; /**< CoPatternSet by what it was made from: academies share them */
    CoTripBook *trips;        /**< distances to rooms */

    bool exact;         /**< false: some rule is modelled too strictly; bounds prove nothing */
    bool contradictory; /**< locked elements cannot stand together with the other rules */
} CoEngineProblem;

/** Builds the problem; campaign and published plan must outlive it. Linear in people x slots,
 * patterns, and people x rooms.
 * @return (transfer full), or NULL with CO_ENGINE_ERROR_TOO_LARGE */
CoEngineProblem *co_engine_build(const CoCampaign *campaign, const CoBuildOptions *options,
                                 GError **error);
void co_engine_problem_free(CoEngineProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoEngineProblem, co_engine_problem_free)

/** @return whether this rule (or CO_RELAX_ bit) is left out */
bool co_is_relaxed(const CoEngineProblem *problem, CoRuleSet bit);
/** @return whether it is left out for this person */
bool co_is_relaxed_for(const CoEngineProblem *problem, CoRuleSet bit, int person_idx);
/** @return a new empty set of slots */
CoSlotWord *co_new_slots(CoEngineProblem *problem);
/** @return the class of a path in an academy, -1 = none */
int co_class_of(const CoEngineProblem *problem, int path_idx, int academy_idx);
/** @return the first slot of a day; may lie outside the horizon */
int co_slot_of_day(const CoEngineProblem *problem, CoDay day);
/** Adds the slots of a meeting; it must be inside the horizon. */
void co_hold_meeting(const CoEngineProblem *problem, const CoMeeting *meeting, CoSlotWord *set);
/** @return whether the person needs a group: planned, and the path meets in one */
bool co_needs_group(const CoCampaign *campaign, int person_idx);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file grouping.h  The solver's door: arrays in, arrays out. Implemented by solver/.
 *
 * The grouping problem, without a name or a date. Items (persons, or establishments kept whole) of
 * a class (a path in one academy) are seated in groups; a group takes a bundle (a room and a dated
 * pattern of in-person slots), a team of trainers, and afterwards slots for its virtual classes.
 * Everything refers to everything by 0-based index, -1 = none. Slots are half-days: day = slot / 2,
 * morning = even. Money in cents. The planner's engine fills a #CoGrouping (it owns it) and reads a
 * #CoGroupingPlan; the meaning of each field is the rule it names (MODEL.md §2). */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
G_BEGIN_DECLS

/** A set of slots: n_words words of 64 bits, slot s is bit s % 64 of word s / 64. */
typedef uint64_t CoSlotWord;
#define CO_GRP_MAX_SLOTS 2048 /**< of a horizon; the engine refuses more */
#define CO_GRP_MAX_WORDS (CO_GRP_MAX_SLOTS / 64)

/** A dated way to hold all in-person meetings of one class, room and persons apart: order, gaps,
 * windows and notice are already kept (R03 calendar, R04, R05 windows, R17). */
typedef struct CoGrpPattern {
    const CoSlotWord *slots;     /**< slots in person */
    const CoSlotWord *fm1_slots; /**< those of them that use FM1 */
    int profile; /**< which cost profile of the class: cost depends on room and profile only */
    int deadline_slot; /**< last slot that must precede a member's cutover; -1 = none */
    int first_day;     /**< day of the first in-person meeting; -1 when the class has none */
    int lock;          /**< usable only by the group of this lock; -1 = by any */
    const int
        *starts; /**< first slot of each in-person module in order, n_in_person of the class */
} CoGrpPattern;

/** One virtual class of a class, in order. */
typedef struct CoGrpVirtual {
    int n_slots;              /**< 1, or 2 = both halves of a day */
    const CoSlotWord *starts; /**< slots at which it may start (calendar, window, notice, half) */
    int gap_min, gap_max; /**< days from the previous virtual class; gap_max -1 = no limit; unused
                             on the first */
    bool before_cutover;  /**< must end before each member's cutover */
    bool fm1;             /**< uses FM1 capacity (R05) */
} CoGrpVirtual;

/** Two trainers (or one: second = -1) who may teach a class together: skills, spheres, academy and
 * pair rule already kept (R06, R16). */
typedef struct CoGrpTeam {
    int trainer[2];
} CoGrpTeam;

typedef struct CoGrpClass {
    int min_size, target_size, max_size; /**< persons in a group, R02 */
    int min_groups, max_groups;          /**< R11; max_groups -1 = no limit */
    int team_size;                       /**< 1 or 2 */
    int n_sync_slots;    /**< half-days a trainer teaches per group, in person + virtual, R07 */
    int64_t group_cents; /**< trainer time of one group, whole team */
    int n_in_person;     /**< in-person modules */
    int n_rooms;
    const int *rooms;         /**< usable rooms (academy); local room index = position here */
    const int *room_capacity; /**< persons, by local room: min(max_size, places, postes with FM1) */
    int n_profiles;           /**< >= 1 */
    int n_patterns;
    const CoGrpPattern *patterns; /**< a class without in-person module has one empty pattern */
    bool patterns_complete;       /**< false: only a sample; no proof may rest on the list */
    int n_virtual;
    const CoGrpVirtual *virtuals;
    int n_teams;
    const CoGrpTeam *teams;
    int n_items;
    const int *items; /**< its items, ascending */
    int path;         /**< classes of one path share it: comfort balances its trainers over all */
} CoGrpClass;

#define CO_GRP_ELSEWHERE (-2) /**< published, but no longer possible: never met again */

/** A group of the plan that this one replaces (MODEL.md §3, changes). A new group may continue it:
 * then only what differs counts. Each is continued by at most one. */
typedef struct CoGrpReference {
    int class_idx;  /**< -1 = its class is gone: it is cancelled whatever is done */
    int n_meetings; /**< as published */
    int n_lost;     /**< of them, those of modules that the class no longer has */
    int room;       /**< local; -1 = it had none; or #CO_GRP_ELSEWHERE */
    int team;       /**< -1 = no longer possible */
    int pattern;    /**< one with these starts, open to any group; -1 = none */
    /** First slot of each in-person module, and of each virtual class, in order; -1 = it was not
     * published; or #CO_GRP_ELSEWHERE. */
    const int *starts, *virtual_starts;
} CoGrpReference;

/** Persons of an item who were in one group of the plan that this one replaces. */
typedef struct CoGrpShare {
    int reference, n_persons;
} CoGrpShare;

/** One person, or all persons of one establishment and class when they stay together (R12). */
typedef struct CoGrpItem {
    int class_idx;
    int n_persons;
    int64_t weight;                /**< sum of priorities, > 0 */
    const CoSlotWord *busy_away;   /**< slots it cannot be in person: unavailable, R10, webinars */
    const CoSlotWord *busy_remote; /**< slots at which it has another meeting for certain
                                      (webinars): hard for virtual classes */
    const CoSlotWord
        *absent_remote; /**< slots unavailable for a virtual class: counts against max_absent */
    const int *n_absent_remote; /**< by slot, persons absent (NULL when n_persons is 1) */
    int cutover_slot;    /**< meetings before cutover must be on slots < this; n_slots or more = no
                            constraint */
    int office;          /**< R08 office, -1 = none */
    int n_service;       /**< its persons that count for R08 */
    int heads;           /**< R09 set, -1 = none */
    int n_heads;         /**< its persons that count for R09 */
    int trainer;         /**< the same human as this trainer, -1 (R01) */
    const bool *room_ok; /**< by local room of its class: access and distance, R18 */
    const int64_t *cost; /**< [local room x n_profiles + profile]: travel of the whole item alone */
    const int64_t
        *mileage; /**< same shape: one car's mileage; only with car_seats > 0, else NULL */
    int cluster;  /**< items of equal cluster share cars in one group; -1 = none */
    int lock;     /**< must be in the group of this lock; -1 = free */
    const CoSlotWord *avoid; /**< comfort: slots inside a milestone to avoid */
    int n_shares;
    const CoGrpShare *shares; /**< where its persons were; each reference once */
} CoGrpItem;

typedef struct CoGrpTrainer {
    int max_slots;               /**< R07; -1 = no limit */
    const CoSlotWord *busy_away; /**< unavailable, R10, webinar */
    const CoSlotWord *busy_remote;
    int office;   /**< R08 office of the post, -1 */
    bool service; /**< counts for R08 */
    const int64_t *const
        *cost; /**< [class][local room x n_profiles + profile], NULL where not skilled */
} CoGrpTrainer;

/** A mandatory group whose elements stay as published (R13). */
typedef struct CoGrpLock {
    int class_idx;
    int room;                  /**< local room, -1 = free */
    int pattern;               /**< in-person dates, -1 = free */
    int team;                  /**< -1 = free */
    bool virtual_locked;       /**< virtual_starts stand */
    const int *virtual_starts; /**< by virtual class */
    bool members_locked;       /**< its items are exactly those whose lock is this one */
    int reference;             /**< the one it continues; means nothing without references */
} CoGrpLock;

typedef struct CoGrouping {
    int n_slots, n_words;
    int n_classes;
    const CoGrpClass *classes;
    int n_items;
    const CoGrpItem *items;
    int n_rooms;
    const CoSlotWord *const *room_busy; /**< by room */
    int n_trainers;
    const CoGrpTrainer *trainers;
    const int *fm1_capacity; /**< by slot: groups at once, 0 = closed (R05) */
    int n_offices;
    const int *office_limit; /**< persons away at once, R08 */
    int n_heads;
    const int *heads_limit; /**< persons away at once, R09 */
    bool offices_remote;    /**< virtual classes count as away for R08 */
    int car_seats;          /**< 0 = no car sharing */
    int max_absent;         /**< members who may miss one virtual class */
    int n_locks;
    const CoGrpLock *locks;
    int64_t unplaced_penalty; /**< M: above any cost */
    int n_references;         /**< 0 = a first plan: nothing counts as a change */
    const CoGrpReference *references;
    /* comfort */
    const CoSlotWord
        *wednesday;          /**< slots on a Wednesday to avoid, all clear when it is not avoided */
    const int *week;         /**< by slot: number of its ISO week, consecutive weeks differ by 1 */
    int64_t tolerance_micro; /**< cost that comfort may use, millionths of a percent x 1e6: percent
                                x 1e6 */
} CoGrouping;

typedef struct CoGrpGroup {
    int class_idx;
    int room; /**< local room of the class; -1 when nothing is in person */
    int pattern;
    int team;
    int lock; /**< -1 = ordinary */
    int n_items;
    int *items;          /**< ascending; owned by the plan */
    int *virtual_starts; /**< by virtual class; owned; NULL = not dated */
    int reference;       /**< of an answer: the one it continues, -1 = none; else unread */
} CoGrpGroup;

/** A value with its proven lower bound. */
typedef struct CoGrpValue {
    int64_t value;
    bool has_bound;
    int64_t bound;
} CoGrpValue;

typedef enum { CO_GRP_FINISHED, CO_GRP_TIME, CO_GRP_WORK, CO_GRP_GAP, CO_GRP_CANCELLED } CoGrpStop;

typedef struct CoGroupingPlan {
    int n_groups;
    CoGrpGroup *groups;
    CoGrpStop stop;
    bool found;          /**< false: not even an empty plan keeps the rules (R11, R13) */
    CoGrpValue unplaced; /**< tier 1 */
    CoGrpValue changes;  /**< against the references, between tiers 1 and 2; 0 without any */
    CoGrpValue cost;     /**< tier 2 of this plan; bound valid when unplaced is at its bound */
    CoGrpValue comfort;  /**< tier 3 of this plan */
    CoGrpValue stage1;   /**< M x U + cost before comfort */
    int64_t work;
} CoGroupingPlan;

void co_grouping_plan_free(CoGroupingPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoGroupingPlan, co_grouping_plan_free)

typedef enum {
    CO_GRP_PHASE_CONSTRUCT,
    CO_GRP_PHASE_BOUND,
    CO_GRP_PHASE_EXACT,
    CO_GRP_PHASE_SEARCH,
    CO_GRP_PHASE_DATED,
    CO_GRP_PHASE_COMFORT,
} CoGrpPhase;

typedef struct CoGrpProgress {
    CoGrpPhase phase;
    bool has_plan, has_bound;
    int64_t unplaced, cost, comfort; /**< of the best plan */
    int64_t value, bound;            /**< stage 1 */
    int64_t work;
} CoGrpProgress;
/** Called from the calling thread at each better plan or bound, at each phase and search round. */
typedef void (*CoGrpProgressFn)(const CoGrpProgress *progress, void *data);

typedef struct CoGroupingOptions {
    int64_t work_limit;  /**< > 0; deterministic */
    double time_limit_s; /**< 0 = none; a safety stop */
    double gap_target;   /**< 0 = off */
    uint64_t seed;
    bool comfort;  /**< optimise tier 3 at the end */
    int n_threads; /**< at most so many at work; 0 = as many as processors. The answer is the same
                      for any number, unless the clock stops it */
    const volatile int *cancel;
    CoGrpProgressFn progress;
    void *progress_data;
} CoGroupingOptions;
#define CO_GROUPING_OPTIONS_INIT                                                                   \
    {                                                                                              \
        .work_limit = 400000, .seed = 1, .comfort = true                                           \
    }

/** Solves the problem, blocks of classes that share nothing but FM1 apart: constructive start,
 * undated bound, exact solution where the problem is small, neighbourhood search beside the dated
 * bound, comfort. Without a solution that keeps
 * R11 and R13 the plan comes back with found = false. GLPK failures never lose the plan: bounds are
 * then absent.
 * @return (transfer full) never NULL */
CoGroupingPlan *co_grouping_solve(const CoGrouping *grouping, const CoGroupingOptions *options);

#define CO_GROUPING_ERROR (co_grouping_error_quark())
typedef enum {
    CO_GROUPING_ERROR_TOO_LARGE, /**< more columns or patterns than the model writer takes */
    CO_GROUPING_ERROR_WRITE,     /**< the file could not be written */
    CO_GROUPING_ERROR_ENGINE,    /**< the LP engine failed */
} CoGroupingError;
GQuark co_grouping_error_quark(void);

/** Writes the compact model of stage 1. @param by_groups  numbered groups with date variables, else
 * one binary per room x pattern @param lp_format  CPLEX LP, else free MPS. Complete file or none.
 */
bool co_grouping_export(const CoGrouping *grouping, bool by_groups, bool lp_format,
                        const char *path, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file check.h  The independent checker. Implemented by planner/check/.
 * Recomputes every hard rule and every tier of MODEL.md from campaign + plan alone, with code of
 * its own (openness, availability, distances, costs: nothing shared with engine or solver). A plan
 * counts only when this agrees. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

/** The ways to break a rule; each belongs to one rule. `found` and `allowed` of the violation are
 * the two numbers named in brackets, 0 where none are. */
typedef enum CoBreach {
    CO_BREACH_NONE,
    CO_BREACH_HUMAN_TWICE,         /**< R01 (other_group_idx; -1 = the webinar of module_idx) */
    CO_BREACH_ROOM_TWICE,          /**< R01 */
    CO_BREACH_TOO_FEW_MEMBERS,     /**< R02 [members, effectif_min] */
    CO_BREACH_TOO_MANY_MEMBERS,    /**< R02 [members, effectif_max] */
    CO_BREACH_SEATS,               /**< R02 [members, places] */
    CO_BREACH_WORKSTATIONS,        /**< R02 [members, postes] */
    CO_BREACH_OUT_OF_HORIZON,      /**< R03 the meeting is not in debut..fin */
    CO_BREACH_SLOT_CLOSED,         /**< R03 */
    CO_BREACH_ROOM_UNAVAILABLE,    /**< R03 */
    CO_BREACH_TRAINER_UNAVAILABLE, /**< R03 */
    CO_BREACH_MEMBER_UNAVAILABLE,  /**< R03, in person */
    CO_BREACH_CLASS_ABSENTEES,     /**< R03 [members unavailable, absents_classe] */
    CO_BREACH_MODULE_UNKNOWN,      /**< R04 a meeting of no synchronous module of the path */
    CO_BREACH_MODULE_MISSING,      /**< R04 a synchronous module that is never met */
    CO_BREACH_MODULE_TWICE,        /**< R04 [meetings of it, 1] */
    CO_BREACH_WRONG_HALVES,      /**< R04 not the half-days that demi_journees and moment ask for */
    CO_BREACH_GAP_SHORT,         /**< R04 [days since the previous module, least] */
    CO_BREACH_GAP_LONG,          /**< R04 [days since the previous module, most] */
    CO_BREACH_CLASS_TOO_SOON,    /**< R04 first virtual class not after the first in-person day */
    CO_BREACH_BEFORE_EARLIEST,   /**< R04 au_plus_tot */
    CO_BREACH_AFTER_LATEST,      /**< R04 au_plus_tard */
    CO_BREACH_AFTER_CUTOVER,     /**< R04 avant_bascule, for person_idx */
    CO_BREACH_FM1_CLOSED,        /**< R05 outside every window */
    CO_BREACH_FM1_FULL,          /**< R05 [groups, groupes_max]; group_idx is one of them */
    CO_BREACH_TRAINER_UNKNOWN,   /**< R06 an index of no trainer */
    CO_BREACH_TRAINER_TWICE,     /**< R06 */
    CO_BREACH_TRAINER_COUNT,     /**< R06 [trainers, formateurs_par_groupe] */
    CO_BREACH_TRAINER_UNSKILLED, /**< R06 */
    CO_BREACH_PAIR_NOT_CONFIRMED, /**< R06 un_confirme */
    CO_BREACH_PAIR_SPHERES,       /**< R06 une_par_sphere */
    CO_BREACH_PAIR_NOT_LISTED,    /**< R06 fixe */
    CO_BREACH_WORKLOAD,           /**< R07 [half-days, max_demi_journees] */
    CO_BREACH_SERVICE_EMPTY,      /**< R08 [away, most away] */
    CO_BREACH_HEAD_AND_SECRETARY, /**< R09 [away, most away] */
    CO_BREACH_MILESTONE,          /**< R10 (milestone_idx) */
    CO_BREACH_GROUPS_FEW,         /**< R11 [groups, groupes_min] (path_idx, academy_idx) */
    CO_BREACH_GROUPS_MANY,        /**< R11 [groups, groupes_max] (path_idx, academy_idx) */
    CO_BREACH_SPLIT,          /**< R12 person_idx is not where the first of them is: group_idx and
                                   other_group_idx, -1 = unplaced */
    CO_BREACH_LOCK_GROUP,     /**< R13 the locked group is gone (lock_idx in all of R13) */
    CO_BREACH_LOCK_DATE,      /**< R13 module_idx no longer on its day and halves */
    CO_BREACH_LOCK_ROOM,      /**< R13 (room_idx = published) */
    CO_BREACH_LOCK_PAIR,      /**< R13 */
    CO_BREACH_LOCK_LEFT,      /**< R13 person_idx left the locked group */
    CO_BREACH_LOCK_JOINED,    /**< R13 person_idx joined the locked group */
    CO_BREACH_PATH_UNKNOWN,   /**< R14 a group of no path */
    CO_BREACH_PERSON_UNKNOWN, /**< R14 an index of no person */
    CO_BREACH_PERSON_NOT_PLANNED, /**< R14 already trained, or of no path */
    CO_BREACH_PERSON_OTHER_PATH,  /**< R14 */
    CO_BREACH_PERSON_TWICE,       /**< R14 listed twice in one group */
    CO_BREACH_PERSON_TWO_GROUPS,  /**< R14 (other_group_idx = the first one) */
    CO_BREACH_ROOM_MISSING,       /**< R15 in-person days without a room */
    CO_BREACH_ROOM_NEEDLESS,      /**< R15 a room for a group that never meets in person */
    CO_BREACH_ROOM_UNKNOWN,       /**< R15 an index of no room */
    CO_BREACH_ACADEMY_UNKNOWN,    /**< R16 a group of no academy */
    CO_BREACH_ACADEMY_MEMBER,     /**< R16 */
    CO_BREACH_ACADEMY_ROOM,       /**< R16 */
    CO_BREACH_ACADEMY_TRAINER,    /**< R16 */
    CO_BREACH_NOTICE,             /**< R17 [days from convocation_day, preavis_bloquant_jours] */
    CO_BREACH_NOT_ACCESSIBLE,     /**< R18 */
    CO_BREACH_TRIP_TOO_LONG,      /**< R18 [km, trajet_max_km] */
    CO_BREACH_END,
} CoBreach;

/** One broken rule. Indices are -1 where they say nothing; a group index counts in the plan
 * checked. */
typedef struct CoViolation {
    CoRule rule;
    CoBreach breach; /**< how it is broken */
    int group_idx, other_group_idx;
    int person_idx, trainer_idx, room_idx, establishment_idx;
    int module_idx;
    int path_idx, academy_idx;
    int milestone_idx, lock_idx;
    CoDay day;              /**< CO_DAY_NONE where no day is meant */
    CoHalves halves;        /**< 0 where no day is meant */
    int64_t found, allowed; /**< the two numbers compared, where the rule compares numbers */
} CoViolation;

typedef struct CoCheckReport {
    int n_violations;
    CoViolation *violations;                               /**< by rule, then group, then day */
    int64_t unplaced_weight;                               /**< tier 1 */
    int64_t cost_cents;                                    /**< tier 2 */
    int64_t comfort_points;                                /**< tier 3 */
    int64_t trainer_time_cents, mileage_cents, meal_cents; /**< parts of tier 2 */
    int n_placed;
    bool tiers_agree;    /**< the plan's stated tier values equal these */
    int64_t changes;     /**< against the published plan, between tiers 1 and 2; 0 without one */
    bool changes_agree;  /**< the plan states as many; only of use with the published plan that it
                            was made from, which may be replaced since */
    bool unplaced_agree; /**< plan->unplaced lists the planned persons in no group, each once */
} CoCheckReport;

/** Options: @p published is the plan that locks (R13) and moves (R17) refer to; NULL = none: R13 is
 * idle, every meeting is new. */
typedef struct CoCheckOptions {
    const CoPlan *published;
} CoCheckOptions;
#define CO_CHECK_OPTIONS_INIT                                                                      \
    {                                                                                              \
        NULL                                                                                       \
    }

/** Never fails: whatever the plan holds (indices out of range included, reported under the closest
 * rule), it is judged. Under 50 ms for 250 persons; meetings x members, but for a sort.
 *
 * Where MODEL.md leaves a choice, this checker, and whoever wants to agree with it, reads:
 * - A human is a participant, a trainer, or both (CoTrainer.person_idx). R01 counts places: one
 *   human who teaches and sits in the same meeting is there twice. A webinar holds the slot of
 *   every planned person of its path, placed or not.
 * - Who is planned on a path without any synchronous module (webinars, self-study) needs no group:
 *   neither placed nor unplaced, and no group is asked for (R11).
 * - "Away" (R08, R09, R10): in person, and virtual classes too with continuity_remote. All members
 *   of a group count, those who miss a virtual class too.
 * - R08 and R10 look at the whole human: as participant and as trainer. A human counts once in an
 *   establishment, where the record with the service role is posted.
 * - R09 needs at least two planned persons, one of each office.
 * - R05 holds for every meeting of a module marked fm1, whatever its mode; R02 counts workstations
 *   only for in-person modules.
 * - R13: a lock whose group the published plan lacks is idle; `personne` keeps a person who was in
 *   that group. Who is trained already, or has left for another path or academy, is free to leave
 *   a group whose members are locked.
 * - Changes: a group is the same when its code is. Who is no longer placed, or is placed for the
 *   first time, counts nothing.
 * - R17: a meeting of the same group code, module, day, halves and (in person) room as in the
 *   published plan is neither new nor moved.
 * - Communes whose codes are not both known are the same when co_text_key() of their names and
 *   their departments are. A row of `distances` is charged as typed, fractions of a km included.
 * - Trips are counted once per group, in-person day and human: a trainer of two groups on one day
 *   travels twice. Car sharing rounds up per establishment, group and day.
 * - Comfort, `evite` milestones: members of groups only, not trainers; one person and date counts
 *   once. Balance between trainers is per path, over all academies.
 * @return (transfer full) */
CoCheckReport *co_check_plan(const CoCampaign *campaign, const CoPlan *plan,
                             const CoCheckOptions *options);
void co_check_report_free(CoCheckReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCheckReport, co_check_report_free)

/** Cost of one human's travel for one in-person day: shared with documents. */
typedef struct CoTrip {
    int64_t km_milli;  /**< one way, thousandths of km as charged: whole kilometres when estimated,
                            as typed when the `distances` table has the trip */
    int64_t km;        /**< the same, nearest whole kilometre, for display */
    bool same_commune; /**< nothing is paid; the distance stands all the same (R18) */
    int64_t mileage_cents; /**< round trip */
    int64_t meal_cents;
} CoTrip;
/** A place that is not located counts 0 km; a room_idx of no room gives a trip of nothing. Of dated
 * rates (`frais`) of one code that overlap, the one that begins last stands, then the last row.
 * Linear in the rows of `distances` and `frais`.
 * @param day       chooses the dated rates @param full_day  both halves are held */
CoTrip co_check_trip(const CoCampaign *campaign, const CoPlace *from, int room_idx, CoDay day,
                     bool full_day);
/** @return whether nothing forbids a meeting on that half-day in that academy: inside the horizon,
 * no weekend, holiday, closure or closed Wednesday */
bool co_check_slot_is_open(const CoCampaign *campaign, int academy_idx, CoDay day, CoHalves half);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file readiness.h  Is a campaign ready to be planned? Implemented by planner/engine/.
 *
 * Looks at the data before any plan is sought: who answered, whose needs differ from what similar
 * establishments declare, who can never be called, and whether the means can carry the groups. The
 * capacity figures are bounds: what is said to be short is short in every plan, whereas enough by
 * these figures is no promise that a plan exists. Pure; French words: readiness_report.h. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/campaign.h"
#include "cohorte/problem.h"
#include "cohorte/rules.h"
G_BEGIN_DECLS

/** Fewer similar establishments than this prove nothing about one that differs. */
#define CO_MIN_SIMILAR 5

typedef enum CoFindingKind {
    CO_FINDING_PATH_WITHOUT_ROLE,    /**< path */
    CO_FINDING_ROLE_WITHOUT_PATH,    /**< role; n_persons have it */
    CO_FINDING_PATH_WITHOUT_DATE,    /**< path, academy; n_persons: no dates fit all modules */
    CO_FINDING_PATH_WITHOUT_ROOM,    /**< path, academy; n_persons; allowed = effectif_min */
    CO_FINDING_PATH_WITHOUT_TRAINER, /**< path, academy; n_persons; found = skilled trainers,
                                        allowed = trainers of a group */
    CO_FINDING_GROUPS_SHORT,         /**< path, academy, limit; found = groups needed, allowed = at
                                        best; n_persons = least number left without a seat */
    CO_FINDING_SIZES,      /**< path, academy; n_persons left out by effectif_min and effectif_max;
                              found = persons, allowed = effectif_min */
    CO_FINDING_SHARED_FM1, /**< found = half-days x groups needed, allowed = at best */
    CO_FINDING_SHARED_ROOMS,    /**< academy; the same for rooms */
    CO_FINDING_SHARED_TRAINERS, /**< academy; the same for half-days of trainers */
    CO_FINDING_OFFICE_SHORT,    /**< establishment (R08); found = persons of the office to train,
                                   allowed = at best */
    CO_FINDING_OFFICE_WHOLE, /**< establishment, path: R12 calls them all at once, rule (R08, R09)
                                forbids it; found = away, allowed = most away */
    CO_FINDING_PERSON_NEVER_FREE,   /**< person, path, rule (0 = several together); found = usable
                                       half-days, allowed = half-days in person of the path */
    CO_FINDING_PERSON_WITHOUT_ROOM, /**< person, path (R18) */
    CO_FINDING_TRAINER_NEVER_FREE,  /**< trainer: no dates of any path they teach */
    CO_FINDING_TRAINER_LOAD,        /**< trainer: found = max_demi_journees, allowed = half-days of
                                       the shortest path they teach */
    CO_FINDING_NEED_OVER_STAFF,     /**< establishment; found = persons of the office declared,
                                       allowed = effectif_service */
    CO_FINDING_NEED_UNUSUAL,        /**< establishment, role; found; low..high = usual range,
                                       median_x2, n_similar */
    CO_FINDING_ANSWER_MISSING,      /**< establishment; found = persons expected, an estimate */
    CO_FINDING_NO_MARGIN,           /**< path, academy, limit; found = groups needed = at best */
    CO_FINDING_PATH_WITHOUT_PERSON, /**< path */
    CO_FINDING_KIND_END,
} CoFindingKind;

/** What holds the number of groups down most. */
typedef enum CoLimit {
    CO_LIMIT_NONE,
    CO_LIMIT_DATES,   /**< no dates at all */
    CO_LIMIT_COUNT,   /**< groupes_max */
    CO_LIMIT_FM1,     /**< FM1 windows and groups at once */
    CO_LIMIT_ROOMS,   /**< rooms large enough, on usable dates */
    CO_LIMIT_TEAMS,   /**< trainers who may teach together, on usable dates */
    CO_LIMIT_LOAD,    /**< half-days of each trainer */
    CO_LIMIT_TOGETHER /**< none of these alone, but all of them day by day */
} CoLimit;

/** One thing to settle. Indices are -1 and numbers 0 where the kind does not name them. Severity:
 * ERROR = somebody stays without a place in every plan; WARNING = a doubt that the planner should
 * settle; NOTICE = good to know. */
typedef struct CoFinding {
    CoFindingKind kind;
    CoSeverity severity;
    int academy_idx, path_idx, role_idx, establishment_idx, person_idx, trainer_idx;
    CoLimit limit;
    CoRule rule; /**< 0 = none in particular */
    int found, allowed, n_persons;
    int low, high, median_x2, n_similar;
} CoFinding;

/** Answers of one wave and type. */
typedef struct CoAnswerRate {
    int wave_idx;     /**< -1 = unknown */
    const char *type; /**< as first written, "" unknown; of the campaign */
    int n_expected, n_answered;
} CoAnswerRate;

/** Classes of size, by `effectif_service`. */
typedef enum { CO_SIZE_UNKNOWN, CO_SIZE_SMALL, CO_SIZE_MEDIUM, CO_SIZE_LARGE, CO_N_SIZES } CoSize;
/** @return the class: up to 2 persons, 3 or 4, 5 and more */
CoSize co_readiness_size(int staff);

/** What the establishments of one type and size that answered declare for one role, those already
 * trained left out. */
typedef struct CoNeedProfile {
    const char *type;
    CoSize size;
    int role_idx;
    int n_establishments;
    int least, most, median_x2; /**< twice the median, which may be a half */
    int total;
} CoNeedProfile;

/** An establishment that did not answer. */
typedef struct CoSilent {
    int establishment_idx;
    int n_similar;        /**< establishments that the estimate rests on; 0 = no estimate */
    bool is_reserved;     /**< the figures are the seats kept (reserver_places) */
    const int *n_persons; /**< by role, mean of the similar ones rounded half up */
    int total;
} CoSilent;

/** One week of a path in an academy: what could be used in it at best. */
typedef struct CoCapacityWeek {
    CoDay monday;
    int n_days;          /**< days on which the path can meet */
    int fm1;             /**< groups at once in FM1; -1 = FM1 is not needed */
    int rooms;           /**< most rooms free at once */
    int teams;           /**< most groups with trainers at once */
    int at_once;         /**< most groups at once, all taken together */
    int group_half_days; /**< sum over the half-days of the groups at once */
} CoCapacityWeek;

/** Means against need of one path in one academy. All "at best". */
typedef struct CoCapacity {
    int path_idx, academy_idx;
    int n_persons;  /**< to gather */
    int n_reserved; /**< of them seats of nobody yet */
    int n_excluded; /**< of them never free or without a room */
    int group_size; /**< most persons in one group, in the largest room; 0 = no room */
    int half_days;  /**< in person, of one group */
    int needed;     /**< least number of groups for all who can come */
    int possible;   /**< most groups that the means carry */
    CoLimit limit;  /**< what holds `possible` down */
    int by_count, by_fm1, by_rooms, by_teams, by_load; /**< each alone; -1 = no limit */
    int n_teams;    /**< trainers' pairs (or trainers) that the pair rule allows */
    int n_trainers; /**< skilled */
    int n_left;     /**< persons who stay without a seat at least */
    int n_weeks;
    CoCapacityWeek *weeks;
} CoCapacity;

typedef struct CoReadiness {
    int n_findings;
    CoFinding *findings; /**< worst first, then by kind and place in the tables */
    int n_of_severity[CO_SEVERITY_ERROR + 1]; /**< how many of each */
    int n_rates;
    CoAnswerRate *rates; /**< by wave of the table, then type */
    int n_profiles;
    CoNeedProfile *profiles; /**< by type, size and role; roles that nobody declares left out */
    int n_silent;
    CoSilent *silent; /**< in the order of `etablissements` */
    int n_capacities;
    CoCapacity *capacities; /**< by path and academy */
} CoReadiness;

/** Looks at a finished campaign. About as long as building its problem: 0.1 s for 250 persons.
 * @return (transfer full), or NULL with #CO_ENGINE_ERROR_TOO_LARGE; the campaign must outlive it */
CoReadiness *co_readiness_new(const CoCampaign *campaign, GError **error);
void co_readiness_free(CoReadiness *readiness); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoReadiness, co_readiness_free)
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file anomalies.h  What a planner should know of a plan before it is published, as one typed
 * list with its words. Implemented by outputs/committee/anomalies*.c.
 *
 * For the planner only: persons are named. Of an unavailability nothing is told but that there is
 * one. anomalies.xlsx and the page of the plan show the same list. */
#pragma once
#include <glib.h>
#include "cohorte/documents.h"
G_BEGIN_DECLS

/** The parts of the report, in its order. */
typedef enum CoAnomalyPart {
    CO_ANOMALY_PART_UNPLACED, /**< who has no group, and why */
    CO_ANOMALY_PART_PLAN,     /**< what the check says of the plan: rules, notice, cutover */
    CO_ANOMALY_PART_DATA,     /**< what is missing or unknown in the data */
    CO_ANOMALY_PART_LOCKS,    /**< what was kept by hand */
    CO_ANOMALY_N_PARTS
} CoAnomalyPart;

typedef enum CoAnomalyKind {
    CO_ANOMALY_UNPLACED,       /**< person; rule = the main one, rules = all that block */
    CO_ANOMALY_RULE_BROKEN,    /**< a violation of the check; group, person... as it names them */
    CO_ANOMALY_VALUES_DIFFER,  /**< the plan states values that the check does not find */
    CO_ANOMALY_NOTICE_SHORT,   /**< group, R17: begins within `preavis_jours`; found, allowed */
    CO_ANOMALY_AFTER_CUTOVER,  /**< group, R04: found of allowed members meet on their cutover or
                                  later */
    CO_ANOMALY_ANSWER_MISSING, /**< establishment: no answer to the survey */
    CO_ANOMALY_PEOPLE_UNNAMED, /**< establishment: found people with a seat, whose names lack */
    CO_ANOMALY_SEATS_RESERVED, /**< establishment: found seats kept for nobody yet */
    CO_ANOMALY_PEOPLE_WITHOUT_EMAIL,  /**< establishment: found people with a seat and a name */
    CO_ANOMALY_TRAINER_WITHOUT_EMAIL, /**< trainer of found groups */
    CO_ANOMALY_OTP_MISSING,           /**< group on FM1: found of allowed members */
    CO_ANOMALY_RIGHT_MISSING,         /**< group on FM1: found of allowed members */
    CO_ANOMALY_STAFF_UNKNOWN, /**< establishment, R08: found people of an office whose staff is
                                 unknown, so that its continuity is not checked */
    CO_ANOMALY_PLACE_UNKNOWN, /**< establishment, trainer or room without a location: the trips of
                                 found people, or groups, count 0 km */
    CO_ANOMALY_LINK_MISSING,  /**< module at a distance without a link */
    CO_ANOMALY_RATE_MISSING,  /**< trainers' hours are counted 0 */
    CO_ANOMALY_ORGANIZER_MISSING, /**< no address that messages come from */
    CO_ANOMALY_LOCK,              /**< lock, R13; group when the plan has it */
    CO_ANOMALY_N_KINDS
} CoAnomalyKind;

/** One line of the report. Indices are -1, numbers 0 where the kind names none. Severity: ERROR =
 * somebody stays without a place, or the plan is not sound; WARNING = to settle before the letters
 * leave; NOTICE = good to know. */
typedef struct CoAnomaly {
    CoAnomalyKind kind;
    CoSeverity severity;
    CoRule rule; /**< 0 = none */
    CoRuleSet rules;
    int group_idx, person_idx, trainer_idx, establishment_idx, room_idx, module_idx, lock_idx;
    int academy_idx;
    int found, allowed;
    char *object;   /**< who or what: "Anne Durnel", "SG-01", "Collège X (0380001A)" */
    char *where;    /**< establishment of a person, path of a group; "" where that says nothing */
    char *sentence; /**< what is the matter; capital letter and full stop */
    char *remedy;   /**< what to do; the same */
} CoAnomaly;

typedef struct CoAnomalyList {
    int n_anomalies;
    CoAnomaly *anomalies; /**< by part, kind, then place in the tables */
    int n_of_part[CO_ANOMALY_N_PARTS];
    int n_of_kind[CO_ANOMALY_N_KINDS];
    int n_of_severity[CO_SEVERITY_ERROR + 1];
} CoAnomalyList;

/** Looks at a plan, whose indices are all of the campaign, and at its check. Cost: establishments x
 * people at worst, groups x trainers. @return (transfer full); it keeps nothing of the context */
CoAnomalyList *co_anomalies_find(const CoOutputContext *context);
void co_anomalies_free(CoAnomalyList *list); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoAnomalyList, co_anomalies_free)

CoAnomalyPart co_anomaly_part(CoAnomalyKind kind);
/** Static: "Personnes sans place". */
const char *co_wording_anomaly_part(CoAnomalyPart part);
/** Static: what a part says when it holds nothing, one sentence. */
const char *co_wording_anomaly_nothing(CoAnomalyPart part);
/** Static: "Préavis court". */
const char *co_wording_anomaly_kind(CoAnomalyKind kind);
/** @return (transfer full) "R08 continuité du service, R03 ...", the main rule first; "" for none
 */
char *co_wording_anomaly_rules(const CoAnomaly *anomaly);
G_END_DECLS

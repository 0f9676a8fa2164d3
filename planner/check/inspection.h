/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file inspection.h  What all rules of the checker look at: one plan, with only what exists.
 *
 * A plan may hold anything. Each rule reads the groups through #CoTeam, where every index is known
 * to be good and every list free of doubles, and reports what it finds; the rules named after the
 * bad indices themselves (R04, R06, R14, R15, R16) read the plan's own group beside it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/check.h"

/** A meeting of the plan. */
typedef struct CoSitting {
    int module_idx;
    const CoModule *module; /**< NULL: the index is no module of the campaign */
    CoDay day;
    CoHalves halves; /**< AM, PM or both; 0 when the plan says nothing of the kind */
    bool in_person, is_class;
    bool dated; /**< inside the horizon; rules other than R03 leave the others alone */
} CoSitting;

/** A group of the plan. */
typedef struct CoTeam {
    int group_idx;
    const CoGroup *group;
    const CoPath *path; /**< NULL: unknown */
    const CoRoom *room; /**< NULL: unknown or none */
    int n_members;
    int *members; /**< known persons, each once, ascending */
    int n_trainers;
    int trainers[2]; /**< known trainers, each once */
    int n_sittings;
    CoSitting *sittings; /**< as in the plan, one for one */
} CoTeam;

/** How many humans of the finance office are away from an establishment in a slot. */
typedef struct CoAbsence {
    int establishment_idx;
    int64_t slot; /**< see co_slot_of() */
    int n_away;
} CoAbsence;

typedef struct CoInspection {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoPlan *published; /**< NULL: none */
    int n_teams;
    CoTeam *teams;          /**< one per group of the plan, same index */
    int *team_of_person;    /**< first group of each person, -1 = none */
    int *trainer_of_person; /**< the trainer who is the same human, -1 = none */
    int n_absences;
    CoAbsence *absences; /**< by establishment, then slot */
    GArray *violations;  /**< of CoViolation */
} CoInspection;

/** Looks the plan over; campaign and plans must outlive the inspection. Release with
 * co_inspection_clear(). */
void co_inspection_init(CoInspection *inspection, const CoCampaign *campaign, const CoPlan *plan,
                        const CoPlan *published);
void co_inspection_clear(CoInspection *inspection);

/** @return a violation that says nothing yet: all indices -1 */
CoViolation co_violation(CoRule rule, CoBreach breach);
/** @return a violation about a group */
CoViolation co_team_violation(const CoTeam *team, CoRule rule, CoBreach breach);
/** @return a violation about a meeting of a group: its module, day and halves too */
CoViolation co_sitting_violation(const CoTeam *team, const CoSitting *sitting, CoRule rule,
                                 CoBreach breach);
void co_inspection_report(CoInspection *inspection, CoViolation violation);

/** @return a number that grows with time: 2 x day, plus 1 in the afternoon */
int64_t co_slot_of(CoDay day, CoHalves half);
CoDay co_slot_day(int64_t slot);
CoHalves co_slot_half(int64_t slot);

/** @return whether those who sit are away from their posts */
bool co_sitting_is_away(const CoInspection *inspection, const CoSitting *sitting);
/** @return the halves of the sitting that one of the spans covers, 0 = free */
CoHalves co_sitting_blocked(const CoSitting *sitting, const CoSpan *spans, int n_spans);
/** @return number of half-days, 0 to 2 */
int co_sitting_half_days(const CoSitting *sitting);
/** @return the first meeting of that module, or NULL */
const CoSitting *co_team_sitting(const CoTeam *team, int module_idx);
/** @return whether a module of the path is held in person; false when the path is unknown */
bool co_team_meets_in_person(const CoInspection *inspection, const CoTeam *team);
bool co_team_has_member(const CoTeam *team, int person_idx);
/** @return whether the path's module is one that a group meets for */
bool co_module_is_synchronous(const CoModule *module);

/** @return whether the person is to be planned on a path for which groups meet; one who only
 * follows webinars and self-study is neither placed nor unplaced */
bool co_person_needs_group(const CoCampaign *campaign, int person_idx);
/** @return the person's establishment, NULL when unknown */
const CoEstablishment *co_person_establishment(const CoCampaign *campaign, int person_idx);
/** @return the place that the person comes from, one of which nothing is known when unknown */
const CoPlace *co_person_place(const CoCampaign *campaign, int person_idx);
/** @return the establishment that loses this person in service, or -1 */
int co_person_post(const CoCampaign *campaign, int person_idx);
/** @return the same of a trainer */
int co_trainer_post(const CoCampaign *campaign, int trainer_idx);
/** @return the most humans that may be away from the office in one slot; -1 = no limit */
int co_service_limit(const CoEstablishment *establishment);
bool co_person_has_role(const CoPerson *person, int role_idx);
/** @return whether the milestone is meant for this academy and holds this day */
bool co_milestone_holds(const CoMilestone *milestone, int academy_idx, CoDay day);

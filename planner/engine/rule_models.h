/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file rule_models.h  One door per rule: where R08 is modelled is told by its name. Private to
 * planner/engine/. Each works on the problem of build.h, in the order of build.c, and does nothing
 * (or the widest thing) when its rule is relaxed. */
#pragma once
#include "build.h"

/* r01_one_place.c */
/** Fills problem->webinar: slots of each path's webinars. */
void co_r01_webinars(CoEngineProblem *problem);
/** Sets who is the same human: item and trainer. */
void co_r01_same_human(CoEngineProblem *problem);

/* r02_sizes.c */
void co_r02_sizes(CoEngineProblem *problem, int class_idx);
/** @return the most persons of a group of that path in that room */
int co_r02_capacity(const CoEngineProblem *problem, const CoEngineClass *cls, int room_idx);

/* r03_availability.c */
/** Fills problem->open, by academy. */
void co_r03_open_slots(CoEngineProblem *problem);
void co_r03_rooms(CoEngineProblem *problem);
/** Adds the slots that the spans cover. */
void co_r03_add_spans(const CoEngineProblem *problem, const CoSpan *spans, int n_spans,
                      CoSlotWord *set);
/** Adds the slots at which a person is unavailable; nothing when R03 is relaxed. */
void co_r03_person(const CoEngineProblem *problem, int person_idx, CoSlotWord *set);
void co_r03_trainer(const CoEngineProblem *problem, int trainer_idx, CoSlotWord *set);

/* r04_dates.c */
/** @return first slot after the cutover that binds this establishment; n_slots when none does */
int co_r04_cutover_slot(const CoEngineProblem *problem, int establishment_idx);
/** Fills the slots at which a module of the class may start: calendar, half, window, earliest and
 * latest, cutover, and nothing before @p first_slot. */
void co_r04_starts(const CoEngineProblem *problem, const CoEngineClass *cls, int module_idx,
                   int first_slot, CoSlotWord *set);
/** @return days after the previous module: least and most (-1 = no limit) */
void co_r04_gap(const CoEngineProblem *problem, int module_idx, int *least, int *most);
/* r04_patterns.c */
/** Sets the in-person patterns of a class. */
void co_r04_patterns(CoEngineProblem *problem, int class_idx);
/** Makes a pattern of given starts. @return whether order, gaps and dates (notice apart) allow it
 */
bool co_r04_pattern_at(CoEngineProblem *problem, int class_idx, const int *starts,
                       CoGrpPattern *pattern);
/** Gives the class patterns of its own, with one more. @return its index */
int co_r04_append_pattern(CoEngineProblem *problem, int class_idx, const CoGrpPattern *pattern);
/* r04_virtual_classes.c */
void co_r04_virtual_classes(CoEngineProblem *problem, int class_idx);
/** @return whether order, gaps and dates (notice apart) allow these starts */
bool co_r04_virtual_starts_allowed(CoEngineProblem *problem, const CoEngineClass *cls,
                                   const int *starts);

/* r05_fm1.c */
void co_r05_fm1(CoEngineProblem *problem);

/* r06_teams.c */
void co_r06_teams(CoEngineProblem *problem, int class_idx);
/** @return whether the trainer may teach the path in that academy (skill, R16) */
bool co_r06_may_teach(const CoEngineProblem *problem, int trainer_idx, int class_idx);

/* r07_load.c */
void co_r07_load(CoEngineProblem *problem);
/** @return half-days that each trainer of a group teaches */
int co_r07_half_days(const CoCampaign *campaign, int path_idx);

/* r08_continuity.c */
void co_r08_continuity(CoEngineProblem *problem);
/** @return the establishment that misses this person in service, -1 = none */
int co_r08_person_post(const CoCampaign *campaign, int person_idx);
int co_r08_trainer_post(const CoCampaign *campaign, int trainer_idx);

/* r09_head_present.c */
void co_r09_head_present(CoEngineProblem *problem);

/* r10_milestones.c */
/** Adds the slots that forbidden milestones close to this participant, or trainer: those of the
 * academy in which they sit, for any role of the human. */
void co_r10_forbidden_to_person(const CoEngineProblem *problem, int person_idx, CoSlotWord *set);
void co_r10_forbidden_to_trainer(const CoEngineProblem *problem, int trainer_idx, CoSlotWord *set);
/** Adds the slots of the milestones that a person should avoid (comfort). */
void co_r10_avoided(const CoEngineProblem *problem, int person_idx, CoSlotWord *set);

/* r11_group_counts.c */
void co_r11_group_counts(CoEngineProblem *problem, int class_idx);

/* r12_whole_establishments.c */
/** Makes the items: persons, or establishments kept whole. */
void co_r12_items(CoEngineProblem *problem);

/* r13_locks.c */
void co_r13_locks(CoEngineProblem *problem);
/** @return whether a lock of the campaign names this group */
bool co_r13_is_locked(const CoCampaign *campaign, const char *group_code);

/** @return the group's meeting of a module, NULL when it has none */
const CoMeeting *co_r13_meeting_of(const CoGroup *group, int module_idx);
/** @return the slot at which the group's meeting of a module starts, -1 when it has none of that
 * length in the horizon */
int co_r13_published_start(const CoEngineProblem *problem, const CoGroup *group, int module_idx);
/** @return the pattern, open to any group, with these starts; -1 = none */
int co_r13_find_pattern(const CoPatternSet *set, const int *starts, int n_modules);
/** @return the group's local room, its team, in a class; -1 = none any more */
int co_r13_published_room(const CoEngineProblem *problem, int class_idx, const CoGroup *group);
int co_r13_published_team(const CoEngineProblem *problem, int class_idx, const CoGroup *group);

/* references.c: the plan that this one replaces */
/** Sets the references, one per published group, and where everybody was; locks and items are
 * final. */
void co_references(CoEngineProblem *problem);

/* r16_academies.c */
/** Makes the classes, one per path and academy. */
void co_r16_classes(CoEngineProblem *problem);
/** Sets the rooms of a class: its academy's, large enough for a group. */
void co_r16_rooms(CoEngineProblem *problem, int class_idx);

/* r17_notice.c */
/** Sets the first slot at which something new may be held. */
void co_r17_notice(CoEngineProblem *problem);

/* r18_access.c */
/** Sets which rooms each item can be called to. */
void co_r18_access(CoEngineProblem *problem);

/* costs.c: not a rule, but tier 2 */
/** Finds the periods of constant rates. */
void co_costs_periods(CoEngineProblem *problem);
/** Sets what trips, trainers' time and an unplaced person cost; patterns are final. */
void co_costs(CoEngineProblem *problem);

/* comfort.c: tier 3 */
void co_comfort(CoEngineProblem *problem);

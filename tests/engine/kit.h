/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file kit.h  Small invented campaigns for the tests of the engine.
 *
 * kit_begin() gives two weeks, Monday 4 to Friday 15 November 2024, without closures, called
 * together long before; one academy, one wave that changes over on 1 January 2025; roles ORD
 * (head), SG (general secretary, service), ASG (service). Everything else a test adds, changes, and
 * closes with co_campaign_finish(). Indices are given out from 0 in order. */
#pragma once
#include "cohorte/campaign.h"
#include "planner/engine/build.h"

enum { KIT_ORD, KIT_SG, KIT_ASG };

#define KIT_MONDAY co_day_from_ymd(2024, 11, 4)

CoCampaign *kit_begin(void);
/** A path for one role, groups of 1 to 10, one trainer, any. */
CoPath *kit_path(CoCampaign *campaign, const char *code, int role_idx);
/** The next module of a path, of one day (2) or half a day (1), gap 1.. */
CoModule *kit_module(CoCampaign *campaign, int path_idx, CoMode mode, int half_days);
/** At a place of its own in the same commune as every other. */
CoEstablishment *kit_establishment(CoCampaign *campaign, const char *uai);
CoPerson *kit_person(CoCampaign *campaign, int establishment_idx, int role_idx);
/** 10 seats, 10 workstations, same commune as the establishments. */
CoRoom *kit_room(CoCampaign *campaign, const char *code);
/** Skilled for that path, posted elsewhere in the same commune. */
CoTrainer *kit_trainer(CoCampaign *campaign, const char *code, int path_idx);
/** Moves a place to another commune, so many degrees of latitude north of the common one. */
void kit_move(CoPlace *place, const char *commune, double degrees);
/** Adds one span, "2024-11-05" or "mercredi", to an array of the campaign. */
void kit_unavailable(CoCampaign *campaign, int *n_spans, CoSpan **spans, const char *text);

/** Path SG of one day, two persons in E1 and E2, room S1, trainers F1 and F2; not finished. */
CoCampaign *kit_two(void);
/** Gives a participant and a trainer one e-mail. */
void kit_same_human(CoCampaign *campaign, int person_idx, int trainer_idx);

/** Finishes and builds. */
CoEngineProblem *kit_finish(CoCampaign *campaign);
/** Builds with nothing relaxed and asserts that it worked. */
CoEngineProblem *kit_build(const CoCampaign *campaign);
CoEngineProblem *kit_build_relaxed(const CoCampaign *campaign, CoRuleSet relaxed);
/** @return the slot of a day of the first fortnight: 0-based day, half 0 or 1 */
int kit_slot(int day, int half);
/** A whole campaign that can be planned: path SG of two FM1 days and a virtual class, six persons
 * in six establishments, one room, two trainers; not finished. */
CoCampaign *kit_begin_plannable(void);
/** A plan of it: SG-01 in S1 with F1, persons 0 to 2, on Tuesday, Thursday, and the afternoon of
 * the Tuesday after. */
CoPlan *kit_published(void);

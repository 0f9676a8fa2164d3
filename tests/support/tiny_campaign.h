/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file tiny_campaign.h  A campaign small enough to reckon by hand, and a plan of it that keeps
 * every rule. Everybody is invented. Implemented by tests/support/tiny_campaign.c.
 *
 * Six weeks from Monday 4 November 2024. Everything stands on one meridian, a tenth of a degree
 * (14, 29, 43 km by road) apart. Four establishments of the first academy send a head (path ORD), a
 * secretary and an assistant (path GEST) each; SG-01 trains the secretaries, SG-02 the assistants,
 * ORD-01 and ORD-02 the heads. One secretary of the second academy finds no group.
 *
 *   cost     trainers 312 000, mileage 38 464, meals 18 000: 368 464 cents
 *   comfort  a Wednesday 10, sizes 2, milestone 8 x 3: 36 points
 *   unplaced weight 3 */
#pragma once
#include "cohorte/plan.h"

/** Establishment e of 0..3 holds persons 3e (head), 3e + 1 (secretary), 3e + 2 (assistant). */
enum {
    TINY_HEAD = 0,
    TINY_SECRETARY = 1,
    TINY_ASSISTANT = 2,
    TINY_ELSEWHERE = 12, /**< the secretary of the second academy, weight 3 */
    TINY_TRAINED = 13,   /**< an assistant of establishment 1 who is trained already */
    TINY_N_PEOPLE,
};
#define TINY_PERSON(establishment, office) (3 * (establishment) + (office))

enum { TINY_ROLE_HEAD, TINY_ROLE_SECRETARY, TINY_ROLE_ASSISTANT, TINY_ROLE_ACCOUNTANT };
enum { TINY_PATH_GEST, TINY_PATH_ORD };
/** Modules of GEST: self-study, two full days with FM1, two virtual classes, a webinar. */
enum { TINY_SELF, TINY_P1, TINY_P2, TINY_V1, TINY_V2, TINY_WEBINAR, TINY_O1 };
/** T1 and T3 are confirmed. T1 is posted at establishment 0, T2 at 1 with a service role; T5
 * teaches ORD; T6 is of the second academy; T7 is the head of establishment 3 and may teach ORD. */
enum { TINY_T1, TINY_T2, TINY_T3, TINY_T4, TINY_T5, TINY_T6, TINY_T7 };
/** S1: canteen, same commune as establishment 0. S2: same commune as establishment 1. S3: second
 * academy. */
enum { TINY_S1, TINY_S2, TINY_S3 };
enum {
    TINY_VOTE,
    TINY_CLOSING
}; /**< milestones: to avoid for secretaries, forbidden to accountants */
enum { TINY_SG_01, TINY_SG_02, TINY_ORD_01, TINY_ORD_02 };

enum { TINY_COST = 368464, TINY_COMFORT = 36, TINY_UNPLACED = 3 };

/** Changes the campaign before it is finished; rows may be appended. */
typedef void (*CoTinyAmend)(CoCampaign *campaign);

/** @param amend  NULL for none @return (transfer full) a finished campaign */
CoCampaign *co_tiny_campaign(CoTinyAmend amend);
/** @return (transfer full) the plan of the campaign as it is without amendment, tiers stated */
CoPlan *co_tiny_plan(const CoCampaign *campaign);
/** Moves a meeting of a group. */
void co_tiny_move(CoGroup *group, int module_idx, const char *day, CoHalves halves);
/** Takes a person out of a group. */
void co_tiny_drop(CoGroup *group, int person_idx);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file judge.h  What the tests of the checker share: a tiny case, and how to state a verdict. */
#pragma once
#include "cohorte/check.h"
#include "tests/support/tiny_campaign.h"

typedef struct CoTinyCase {
    CoCampaign *campaign;
    CoPlan *plan;      /**< keeps every rule until the test breaks one */
    CoPlan *published; /**< NULL unless the test sets one */
} CoTinyCase;

/** @param amend  see co_tiny_campaign() */
void co_tiny_case_init(CoTinyCase *tiny, CoTinyAmend amend);
void co_tiny_case_clear(CoTinyCase *tiny);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoTinyCase, co_tiny_case_clear)

/** Fails the test unless the plan keeps every rule. */
void co_assert_kept(const CoTinyCase *tiny);
/** Fails the test unless exactly @p n violations are found, all of them this breach of this rule.
 * @return the first one */
CoViolation co_assert_broken(const CoTinyCase *tiny, CoRule rule, CoBreach breach, int n);
/** co_day_parse() of a day that is one. */
CoDay co_day(const char *iso);

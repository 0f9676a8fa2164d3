/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file letter_words.h  The paragraphs of a call letter. Implemented by outputs/letter_words.c.
 * All results are (transfer full) French text. */
#pragma once
#include "agenda.h"

/** Whom a letter calls, to what. */
typedef struct CoCall {
    const CoCampaign *campaign;
    const CoGroup *group;
    const CoAgenda *agenda; /**< of the group, webinars and self-study included */
    int person_idx;
} CoCall;

/** Whether the letter stands as a mission order, and for what. */
char *co_letter_mission(const CoCall *call);
/** Right to expenses, yes or no, and why. */
char *co_letter_expenses(const CoCall *call);
/** What to bring and to check beforehand. */
char *co_letter_to_bring(const CoCall *call);
/** What to do when one cannot come. */
char *co_letter_absence(const CoCall *call);
/** Where the in-person meetings are; "" when there are none. */
char *co_letter_place(const CoCall *call);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file call_letter.h  The letter that calls one person to the meetings of a group. Implemented by
 * outputs/letters/call_letter.c. */
#pragma once
#include "letter.h"
#include "outputs/words/letter_words.h"
G_BEGIN_DECLS

/** What all call letters have in common. */
extern const CoLetterForm co_call_letter_form;

/** Fills a letter; clear it with co_letter_clear(). */
void co_call_letter_init(CoLetter *letter, const CoCall *call, const CoTexts *texts,
                         const CoHeading *heading);
/** @return (transfer full) the whole letter as plain lines */
char *co_call_letter_as_text(const CoCall *call, const CoTexts *texts, const CoHeading *heading);
G_END_DECLS

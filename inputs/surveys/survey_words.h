/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_words.h  What a question asks for, told by the words of its header. */
#pragma once
#include <stdbool.h>

#include "inputs/formats/sheet.h"

/** All take a header as co_text_key() gives it. */

/** @return whether the key holds one of the words ('|' between), each at the beginning of a word */
bool co_words_says(const char *key, const char *words);
/** @return the person column (CO_PERSON_...) a header speaks of, or -1; what may be two things is
 * the first */
int co_words_person(const char *key);
/** @return the column of an answer (CO_ANSWER_...) a header speaks of, or -1 */
int co_words_answer(const char *key);
/** @return whether two headers, as typed, ask for the same thing by their words */
bool co_words_ask_alike(const char *header, const char *other);
/** How likely an unnumbered header speaks of the person to train rather than of somebody else.
 * @return 0 = somebody or something else, 1 = perhaps, 2 = it says so */
int co_words_likelihood(const char *key);

/** @return whether a header, as typed, asks for something that is read of an answer */
bool co_guess_is_question(const char *header);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file ics_busy.h  The events of a calendar, to the half-days they take.
 *
 * Recurring events are followed over the horizon: RRULE, RDATE, EXDATE, and single occurrences
 * moved or cancelled (RECURRENCE-ID). Events marked free (TRANSP:TRANSPARENT) or cancelled take
 * nothing; published free/busy periods are read too. What is not understood of a recurrence is
 * reported by line and property, never by title, and its first occurrence still counts. */
#pragma once
#include <stdbool.h>

#include "cohorte/problem.h"
#include "half_days.h"
#include "ics_text.h"

/** Most that is followed, so that a file cannot keep the import busy for ever. */
enum {
    CO_ICS_MAX_STEPS_PER_EVENT = 50000, /**< occurrences, from the first one to the horizon's end */
    CO_ICS_MAX_STEPS = 1000000,         /**< of a whole file */
    CO_ICS_MAX_FUTURES = 50,            /**< changes to a series from some occurrence on */
    CO_ICS_MAX_EMPTY_RULES = 3,         /**< rules that never come true, which are dear to follow */
};

/** Takes in @p half_days what the events of @p text keep somebody from.
 * @param place  IANA name of the zone whose clock the half-days follow ("Europe/Paris") */
void co_ics_busy_read(const CoIcsText *text, const CoParameters *parameters, const char *place,
                      CoHalfDays *half_days, CoProblemList *problems);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file day.h  Calendar days, half-days and slots. Implemented by planner/domain/day.c.
 *
 * A #CoDay is a day count in the proleptic Gregorian calendar (1 = 0001-01-01, the Julian day of
 * GLib's GDate); 0 means "no day". A slot is one half-day of a campaign's horizon, counted from the
 * morning of its first day: slot = 2 x (day - first_day) + half. Nothing here reads a clock or a
 * locale. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef int32_t CoDay; /**< 1..; differences are numbers of days */
#define CO_DAY_NONE 0
#define CO_DAY_ISO_SIZE 11 /**< "AAAA-MM-JJ" and its NUL */

/** Halves of a day; also usable as a mask. */
typedef enum {
    CO_HALF_AM = 1,
    CO_HALF_PM = 2,
    CO_HALF_BOTH = 3,
} CoHalves;

/** @return the day, or CO_DAY_NONE when the three numbers are no date (years 1900..2199 only) */
CoDay co_day_from_ymd(int year, int month, int day);
/** Splits a valid @p day; every out pointer may be NULL. */
void co_day_to_ymd(CoDay day, int *year, int *month, int *day_of_month);
/** Reads exactly "AAAA-MM-JJ" or "JJ/MM/AAAA", blanks around allowed.
 * @return the day, or CO_DAY_NONE when @p text is NULL or anything else */
CoDay co_day_parse(const char *text);
/** Writes "AAAA-MM-JJ" (or "" for CO_DAY_NONE) into @p buffer. @return @p buffer */
char *co_day_to_iso(CoDay day, char buffer[CO_DAY_ISO_SIZE]);
/** @return 1 (Monday) to 7 (Sunday) */
int co_day_weekday(CoDay day);
/** @return the ISO 8601 week number, 1..53; @p iso_year, when not NULL, gets the week's year */
int co_day_iso_week(CoDay day, int *iso_year);
/** @return the Monday of the ISO week that holds @p day */
CoDay co_day_monday(CoDay day);

/** A recurring or dated stretch of half-days: one item of a "plages" cell (INPUTS.md). */
typedef struct CoSpan {
    CoDay first_day; /**< CO_DAY_NONE for a weekday span */
    CoDay last_day;  /**< included; CO_DAY_NONE for a weekday span */
    int weekday;     /**< 1..7 for every such weekday, else 0 */
    CoHalves halves; /**< which halves of each of these days */
} CoSpan;

/** Reads one item: a date, "date..date", a weekday word ("mercredi", "mercredi-am"), a dated half
 * ("29/11/2024-pm"); case, accents and blanks around do not matter.
 * @return false, @p span untouched, when @p text is none of these or the range runs backwards */
bool co_span_parse(const char *text, CoSpan *span);
/** @return (transfer full) the canonical text of a span, which co_span_parse() reads back */
char *co_span_to_text(const CoSpan *span);
/** @return whether the span holds that half-day (@p half is AM or PM) */
bool co_span_covers(const CoSpan *span, CoDay day, CoHalves half);

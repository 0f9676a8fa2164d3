/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file stamps.h  Dates and times as exports and open data write them, to days in Paris.
 *
 * The summer-time rule of the European Union (in force since 1996) is applied here rather than
 * looked up: results must not depend on the time zone files of the machine. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/day.h"

/** Reads "AAAA-MM-JJ" or "JJ/MM/AAAA", then perhaps a time ("T" or a blank, HH:MM or HH:MM:SS,
 * fractions ignored), then perhaps an offset ("Z", "+02:00", "+0200").
 * With an offset the day is the one in Paris. Without, a time other than midnight is taken as UTC
 * too: official stamps are all midnight in Paris, so "2024-10-18 22:00" can only be the 19th.
 * @return the day, or CO_DAY_NONE when this is no such stamp */
CoDay co_stamp_paris_day(const char *text);

/** @return minutes that Paris is ahead of UTC at a moment of UTC: 60, or 120 in summer time */
int co_stamp_paris_offset_min(CoDay utc_day, int utc_min);

/** Reads the same forms as a moment of a local clock, the offset taken into account when there is
 * one, for putting answers in order.
 * @param seconds  set to a number that grows with time
 * @return false, @p seconds untouched, when this is no such stamp */
bool co_stamp_moment(const char *text, int64_t *seconds);

/** Reads a date as hands type it: day, month and year in that order, one or two digits each, the
 * year of four or (20..) two, '/', '.', '-' or a blank between. @return the day, or CO_DAY_NONE */
CoDay co_stamp_hand_day(const char *text);

/** @return the day of a spreadsheet's serial number (1900 system, "45618" or "45618.5") between the
 * years 1982 and 2119, else CO_DAY_NONE */
CoDay co_stamp_serial_day(const char *text);

/** Reads a moment of the local clock: the forms of co_stamp_paris_day(), where a time without an
 * offset is local, or a spreadsheet's serial number ("46260.25" is 06:00).
 * @param minutes  set to those after midnight, -1 when the text tells a day only
 * @return false, nothing set, when this is no such moment */
bool co_stamp_local(const char *text, CoDay *day, int *minutes);

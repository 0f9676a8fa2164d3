/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file numbers.h  Numbers and times as French hands type them. Nothing depends on the locale. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/** Reads a decimal number: comma or point, blanks between thousands, a trailing €, % or km.
 * "1 300,5" gives 1 300 500 000. Further decimals are rounded half away from zero.
 * @param micro  set to the number x 1e6
 * @return false, @p micro untouched, when this is no such number or exceeds 1e12 */
bool co_number_parse(const char *text, int64_t *micro);
/** Reads a whole number ("12", "12,0"). @return false when it is not one */
bool co_number_parse_whole(const char *text, int64_t *value);
/** Reads an angle in degrees, comma or point, no exponent, to seven decimals: a centimetre on the
 * ground. */
bool co_number_parse_degrees(const char *text, double *degrees);

/** Reads "09:00-12:00", "9h-12h", "9h00 à 12h00" into minutes of the day.
 * @return false when this is no such pair or the end is not after the start */
bool co_number_parse_hours(const char *text, int *start_min, int *end_min);

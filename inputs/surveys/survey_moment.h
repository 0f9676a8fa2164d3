/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_moment.h  When an answer was sent, in whatever form its tool writes it. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "inputs/formats/sheet.h"

/** Reads a date and perhaps a time: year first ("2024-09-24 09:34:48", "2024/09/24 9:34:48 PM
 * UTC+2"), day first ("24/09/2024 09:34"), month first ("9/24/24 19:06:23", when @p month_first) or
 * the serial number of a spreadsheet ("45559.398").
 * @param seconds  set to a number that grows with time
 * @return false, @p seconds untouched, when this is no such moment */
bool co_survey_moment(const char *text, bool month_first, int64_t *seconds);
/** @return whether the cells of a column can only be read month first: some have a second number
 * that is no month, none a first one */
bool co_survey_moments_are_month_first(const CoSheet *sheet, int column);

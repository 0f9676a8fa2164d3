/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file place.h  Where something stands: filling a CoPlace from what is typed and what is known.
 */
#pragma once
#include <stdbool.h>

#include "cohorte/campaign.h"

/** Sets latitude and longitude. @return false, nothing set, when they are no position on Earth, or
 * 0, 0, which is how spreadsheets write "unknown" */
bool co_place_set_position(CoPlace *place, const char *latitude, const char *longitude);
/** @return whether two positions are less than about 100 m apart, or one of them is unknown */
bool co_place_same_position(const CoPlace *a, const CoPlace *b);

/** @return (transfer none) a post or commune code with the zero a spreadsheet ate put back */
const char *co_place_five_digits(CoCampaign *campaign, const char *code);
/** @return (transfer none) the département of a place, "038", "02B", "974": from the UAI, else the
 * commune code, else the post code; "" when none tells */
const char *co_place_department(CoCampaign *campaign, const CoPlace *place);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file closing.h  Which days are shaded in a calendar, and why. Implemented by
 * outputs/kit/closing.c.
 */
#pragma once
#include <stdint.h>
#include "cohorte/campaign.h"

/** @param academy_idx  -1 = only closures of every academy
 * @return (transfer none) the closure that a day falls in, public holidays before the others; NULL
 */
const CoClosure *co_closing_on(const CoCampaign *campaign, int academy_idx, CoDay day);
/** @return the fill of a day in a calendar, 0 = none: closures, and Wednesdays when they are closed
 */
uint32_t co_closing_fill(const CoCampaign *campaign, int academy_idx, CoDay day);
/** @return the fill of a kind of closure */
uint32_t co_closing_kind_fill(CoClosureKind kind);

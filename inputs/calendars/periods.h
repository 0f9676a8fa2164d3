/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file periods.h  Stretches of days in problems. */
#pragma once
#include "cohorte/day.h"

/** @return (transfer full) "AAAA-MM-JJ..AAAA-MM-JJ", or one date when both are the same */
char *co_period_text(CoDay first, CoDay last);

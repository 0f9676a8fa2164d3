/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file examine.h  Readiness reports for tests. */
#pragma once
#include "cohorte/readiness.h"

/** Finishes the campaign and asserts that it can be examined. @return (transfer full) */
CoReadiness *examine(CoCampaign *campaign);
/** @return the first finding of that kind, NULL when there is none */
const CoFinding *find_kind(const CoReadiness *readiness, CoFindingKind kind);
/** Sets the first FM1 window: days counted from the first Monday. */
void open_fm1(CoCampaign *campaign, int first, int last, int max_groups);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file comparing.h  A stored plan and an earlier one of the same campaign file: `publier
 * --difference`. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/difference.h"
#include "publishing.h"
G_BEGIN_DECLS

/** An earlier plan and what the later one changes. */
typedef struct CoComparison {
    CoCampaign *campaign; /**< that of the later plan, and after its rows who has left since */
    CoPlan *before;
    CoDifference *difference;
    int held;     /**< version that readers hold: the one published last, the later plan apart */
    bool is_held; /**< the earlier plan is that one */
} CoComparison;
void co_comparison_clear(CoComparison *comparison);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoComparison, co_comparison_clear)

/** Reads the option --difference, "V1 V2", with 1 <= V1 < V2. */
bool co_comparison_read_versions(const CoArguments *arguments, int *before, int *after,
                                 GError **error);
/** Compares a loaded plan with version @p before. @return success; DATA when the data no longer
 * have what that version stands on */
bool co_comparison_load(CoSession *session, const CoStoredPlan *after, int before,
                        CoComparison *comparison, GError **error);

/** What changed, group by group, and who must be told, on one screen. */
void co_comparison_show(const CoTerminal *terminal, const CoDifference *difference);
/** Adds the object `difference`. */
void co_comparison_write(CoJson *json, const CoDifference *difference);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file overview.h  The parts of bilan.html, in the order of the page: the plan on one page, for
 * the planner. Persons without a place are named; nobody's address or unavailability shows. */
#pragma once
#include "outputs/publication.h"
G_BEGIN_DECLS

/** What every part is made from. */
typedef struct CoOverview {
    const CoPublication *publication;
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoHeading *heading;
} CoOverview;

/** Figures, what is proven, the three tiers. Implemented by outputs/overview/overview_summary.c. */
void co_overview_summary(GString *page, const CoOverview *overview);
/** Who has no group, and why. Implemented by outputs/overview/overview_points.c. */
void co_overview_unplaced(GString *page, const CoOverview *overview);
/** What else is to be known, part by part. Implemented by outputs/overview/overview_points.c. */
void co_overview_anomalies(GString *page, const CoOverview *overview);
/** Groups by week, one grid for each academy. Implemented by outputs/overview/overview_weeks.c. */
void co_overview_weeks(GString *page, const CoOverview *overview);
/** Implemented by outputs/overview/overview_groups.c. */
void co_overview_groups(GString *page, const CoOverview *overview);
/** A map for each academy, and its trips as tables. Implemented by
 * outputs/overview/overview_travel.c. */
void co_overview_travel(GString *page, const CoOverview *overview);
/** How the plan was computed. Implemented by outputs/overview/overview_summary.c. */
void co_overview_run(GString *page, const CoOverview *overview);

/** @return whether what belongs to an academy is shown among what is of another: a campaign of one
 * academy asks nothing */
bool co_overview_is_of(const CoOverview *overview, int academy_idx, int shown_idx);

/** Writes bilan.html. Implemented by outputs/overview/overview.c. */
bool co_overview_publish(const CoPublication *publication, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file calendar_lanes.h  What lies over the days of calendars: FM1, closures, milestones,
 * cutovers. Implemented by outputs/calendar/calendar_lanes.c. */
#pragma once
#include <glib.h>
#include <stdint.h>
#include "cohorte/campaign.h"

typedef enum { CO_LANE_FM1, CO_LANE_CLOSURE, CO_LANE_MILESTONE, CO_N_LANE_KINDS } CoLaneKind;

/** A stretch of days with words on it. */
typedef struct CoLaneItem {
    CoLaneKind kind;
    CoDay first_day, last_day;
    int lane; /**< 0.., among those of its kind */
    uint32_t fill;
    char *text;       /**< in full */
    char *short_text; /**< where there is little room */
} CoLaneItem;

/** The items that touch some days, those that overlap in lanes of their own. */
typedef struct CoLanes {
    GArray *items; /**< of #CoLaneItem, by kind, then first day */
    int n_lanes[CO_N_LANE_KINDS];
} CoLanes;

/** @param academy_idx  what concerns this academy; -1 = only what concerns all of several
 * @return (transfer full) */
CoLanes *co_lanes_new(const CoCampaign *campaign, int academy_idx, CoDay first_day, CoDay last_day);
void co_lanes_free(CoLanes *lanes); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoLanes, co_lanes_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file time_zone.h  The clock of an academy, as agendas describe it. Implemented by
 * outputs/kit/time_zone.c. */
#pragma once
#include <libical/ical.h>
#include "cohorte/campaign.h"

typedef struct CoTimeZone CoTimeZone;

/** @param academy_idx  -1 = that of the parameters
 * @return (transfer none) the zone of an overseas academy, else that of Paris */
const CoTimeZone *co_time_zone_of(const CoCampaign *campaign, int academy_idx);
/** @return "Europe/Paris" */
const char *co_time_zone_id(const CoTimeZone *zone);
/** The rules in force since 2007, written by us: those of the machine's own files change with its
 * updates, and the same plan must give the same bytes. @return (transfer full) a VTIMEZONE */
icalcomponent *co_time_zone_component(const CoTimeZone *zone);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file ics_zones.h  The time zones of an iCalendar file, all to one local clock.
 *
 * The clock is that of the place where somebody works. What is already in it (floating times, its
 * own zone under any usual name) is taken as it stands, and UTC is brought to Paris by rule: only
 * what comes from elsewhere needs the zones of the file, or those of the machine. */
#pragma once
#include <glib.h>
#include <libical/ical.h>
#include <stdbool.h>
#include <stdint.h>

#include "ics_text.h"

typedef struct CoIcsZones CoIcsZones;

/** @param text  its parts of kind CO_ICS_TIME_ZONE are read; it must outlive the zones
 * @param place  "Europe/Paris" or another IANA name
 * @return (transfer full) */
CoIcsZones *co_ics_zones_new(const CoIcsText *text, const char *place);
void co_ics_zones_free(CoIcsZones *zones); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoIcsZones, co_ics_zones_free)

/** @return whether this is a day and time that exist, of the years 1 to 9999: what the functions
 * below want */
bool co_ics_time_is_sound(struct icaltimetype time);
/** @return minutes of the wall clock of @p time itself, as half_days.h counts them */
int64_t co_ics_wall_minutes(struct icaltimetype time);
/** @param tzid  of the property, NULL or "" when it has none
 * @return minutes of the local clock; in the file's own words when its zone is unknown */
int64_t co_ics_local_minutes(CoIcsZones *zones, struct icaltimetype time, const char *tzid);
/** Turns a moment in UTC into the wall clock of @p tzid, without a zone. */
struct icaltimetype co_ics_utc_to_wall(CoIcsZones *zones, struct icaltimetype utc,
                                       const char *tzid);
/** @return whether the zone is one that could be understood */
bool co_ics_zone_is_known(CoIcsZones *zones, const char *tzid);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics_zones.h"

#include <string.h>

#include "stamps.h"

enum { DAY_MIN = 24 * 60 };

/* Names that mail programs give to zones, without saying what they mean. */
static const struct {
    const char *name, *place;
} windows_names[] = {
    {"Romance Standard Time", "Europe/Paris"},
    {"W. Europe Standard Time", "Europe/Paris"},
    {"Central Europe Standard Time", "Europe/Paris"},
    {"Central European Standard Time", "Europe/Paris"},
    {"CET", "Europe/Paris"},
    {"Paris, Madrid", "Europe/Paris"},
    {"GMT Standard Time", "Europe/London"},
    {"GTB Standard Time", "Europe/Athens"},
    {"Mauritius Standard Time", "Indian/Reunion"},
    {"E. Africa Standard Time", "Indian/Mayotte"},
    {"SA Western Standard Time", "America/Martinique"},
    {"SA Eastern Standard Time", "America/Cayenne"},
    {"Saint Pierre Standard Time", "America/Miquelon"},
    {"Central Pacific Standard Time", "Pacific/Noumea"},
    {"Hawaiian Standard Time", "Pacific/Tahiti"},
};

typedef struct Zone {
    bool is_local;      /* the clock of the place itself */
    icaltimezone *zone; /* NULL when unknown */
    bool owned;
} Zone;

struct CoIcsZones {
    const CoIcsText *text;
    char *place;
    icaltimezone *place_zone; /* NULL: Paris, by rule */
    GHashTable *zones;        /* TZID -> Zone */
};

static void zone_free(gpointer data)
{
    Zone *zone = data;
    if (zone->owned)
        icaltimezone_free(zone->zone, 1);
    g_free(zone);
}

/* The library makes file names of what it is asked for. */
static icaltimezone *builtin_zone(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-+/";
    bool plain = strspn(name, letters) == strlen(name) && strchr(name, '/') != NULL;
    return plain ? icaltimezone_get_builtin_timezone(name) : NULL;
}

CoIcsZones *co_ics_zones_new(const CoIcsText *text, const char *place)
{
    g_return_val_if_fail(text != NULL && place != NULL, NULL);
    CoIcsZones *zones = g_new0(CoIcsZones, 1);
    zones->text = text;
    zones->place = g_strdup(place);
    if (strcmp(place, "Europe/Paris") != 0)
        zones->place_zone = builtin_zone(place);
    zones->zones = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, zone_free);
    return zones;
}

void co_ics_zones_free(CoIcsZones *zones)
{
    if (zones == NULL)
        return;
    g_hash_table_unref(zones->zones);
    g_free(zones->place);
    g_free(zones);
}

bool co_ics_time_is_sound(struct icaltimetype time)
{
    bool is_day =
        time.year >= 1 && time.year <= 9999 && time.month >= 1 && time.month <= 12 &&
        time.day >= 1 && time.day <= 31 &&
        g_date_valid_dmy((GDateDay)time.day, (GDateMonth)time.month, (GDateYear)time.year);
    return is_day && (time.is_date || (time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
                                       time.minute < 60 && time.second >= 0 && time.second <= 60));
}

/* The years for which zones are asked: a birthday may go back to 1604. */
static bool is_recent(struct icaltimetype time)
{
    return co_ics_time_is_sound(time) && time.year >= 1970 && time.year <= 2199;
}

int64_t co_ics_wall_minutes(struct icaltimetype time)
{
    g_return_val_if_fail(co_ics_time_is_sound(time), 0);
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)time.day, (GDateMonth)time.month, (GDateYear)time.year);
    int64_t day_min = (int64_t)g_date_get_julian(&date) * DAY_MIN;
    return time.is_date ? day_min : day_min + 60 * time.hour + time.minute;
}

/* "/vendor/Europe/Paris" and "Europe/Paris" are one. @return the IANA name, or the text itself */
static const char *place_of(const char *tzid)
{
    for (size_t i = 0; i < G_N_ELEMENTS(windows_names); i++)
        if (g_ascii_strcasecmp(tzid, windows_names[i].name) == 0)
            return windows_names[i].place;
    if (*tzid != '/')
        return tzid;
    const char *city = strrchr(tzid, '/');
    const char *area = city;
    while (area > tzid && area[-1] != '/')
        area--;
    return area > tzid ? area : tzid;
}

/* A rule finer or dearer than any zone of the world has would keep the library busy for ever. */
static bool is_zone_line_sound(const char *line)
{
    static const char *const refused[] = {"BYHOUR",    "BYMINUTE", "BYSECOND",
                                          "BYYEARDAY", "BYWEEKNO", "BYSETPOS"};
    if (g_ascii_strncasecmp(line, "RRULE", strlen("RRULE")) != 0)
        return true;
    g_autofree char *upper = g_ascii_strup(line, (gssize)strcspn(line, "\r\n"));
    if (strstr(upper, "FREQ=YEARLY") == NULL || strstr(upper, "RSCALE") != NULL)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        if (strstr(upper, refused[i]) != NULL)
            return false;
    return true;
}

static bool is_zone_sound(const CoIcsPart *part)
{
    enum { MAX_LINES = 1000 };
    int n = 0;
    for (const char *line = part->text; *line != '\0'; line = strchr(line, '\n') + 1)
        if (++n > MAX_LINES || !is_zone_line_sound(line))
            return false;
    return true;
}

/* @return (transfer full) the zone as the file itself describes it, or NULL */
static icaltimezone *described_zone(const CoIcsZones *zones, const char *tzid)
{
    for (guint i = 0; i < zones->text->parts->len; i++) {
        const CoIcsPart *part = zones->text->parts->pdata[i];
        if (part->kind != CO_ICS_TIME_ZONE)
            continue;
        g_autofree char *name = co_ics_part_value(part, "TZID");
        if (g_strcmp0(name, tzid) != 0 || !is_zone_sound(part))
            continue;
        icalcomponent *component = icalcomponent_new_from_string(part->text);
        if (component == NULL)
            return NULL;
        icaltimezone *zone = icaltimezone_new();
        if (icaltimezone_set_component(zone, component))
            return zone;
        icalcomponent_free(component);
        icaltimezone_free(zone, 1);
    }
    return NULL;
}

static Zone *find_zone(CoIcsZones *zones, const char *tzid)
{
    Zone *zone = g_hash_table_lookup(zones->zones, tzid);
    if (zone != NULL)
        return zone;
    const char *place = place_of(tzid);
    zone = g_new0(Zone, 1);
    zone->is_local = g_ascii_strcasecmp(place, zones->place) == 0;
    if (!zone->is_local) {
        zone->zone = described_zone(zones, tzid);
        zone->owned = zone->zone != NULL;
    }
    if (!zone->is_local && zone->zone == NULL)
        zone->zone = builtin_zone(place);
    g_hash_table_insert(zones->zones, g_strdup(tzid), zone);
    return zone;
}

bool co_ics_zone_is_known(CoIcsZones *zones, const char *tzid)
{
    if (tzid == NULL || *tzid == '\0')
        return true;
    const Zone *zone = find_zone(zones, tzid);
    return zone->is_local || zone->zone != NULL;
}

/* @param utc  its zone is left out of account */
static int place_offset_min(const CoIcsZones *zones, struct icaltimetype utc)
{
    if (zones->place_zone != NULL)
        return icaltimezone_get_utc_offset_of_utc_time(zones->place_zone, &utc, NULL) / 60;
    CoDay day = co_day_from_ymd(utc.year, utc.month, utc.day);
    return co_stamp_paris_offset_min(day, 60 * utc.hour + utc.minute);
}

int64_t co_ics_local_minutes(CoIcsZones *zones, struct icaltimetype time, const char *tzid)
{
    int64_t wall = co_ics_wall_minutes(time);
    if (time.is_date || !is_recent(time))
        return wall;
    if (icaltime_is_utc(time))
        return wall + place_offset_min(zones, time);
    if (tzid == NULL || *tzid == '\0')
        return wall;
    const Zone *zone = find_zone(zones, tzid);
    if (zone->is_local || zone->zone == NULL)
        return wall;
    int offset_s = icaltimezone_get_utc_offset(zone->zone, &time, NULL);
    struct icaltimetype utc = time;
    icaltime_adjust(&utc, 0, 0, 0, -offset_s);
    return wall - offset_s / 60 + place_offset_min(zones, utc);
}

struct icaltimetype co_ics_utc_to_wall(CoIcsZones *zones, struct icaltimetype utc, const char *tzid)
{
    int offset_min = 0;
    if (!is_recent(utc))
        return utc;
    const Zone *zone = tzid != NULL && *tzid != '\0' ? find_zone(zones, tzid) : NULL;
    if (zone == NULL || zone->is_local)
        offset_min = place_offset_min(zones, utc);
    else if (zone->zone != NULL)
        offset_min = icaltimezone_get_utc_offset_of_utc_time(zone->zone, &utc, NULL) / 60;
    struct icaltimetype wall = utc;
    wall.zone = NULL;
    icaltime_adjust(&wall, 0, 0, offset_min, 0);
    return wall;
}

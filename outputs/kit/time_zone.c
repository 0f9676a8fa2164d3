/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time_zone.h"

#include <glib.h>

#include <string.h>

#include "cohorte/text.h"

/* One change of the clock a year. */
typedef struct Turn {
    const char *name, *start, *rule;
    int from_min, to_min; /* minutes east of Greenwich */
} Turn;

struct CoTimeZone {
    const char *academy; /* words of its name, folded */
    const char *id;
    Turn standard, daylight; /* daylight without a name: the clock never changes */
};

#define NO_TURN                                                                                    \
    {                                                                                              \
        NULL, NULL, NULL, 0, 0                                                                     \
    }
#define FIXED(academy, id, name, hours)                                                            \
    {                                                                                              \
        academy, id, {name, "19700101T000000", NULL, (hours)*60, (hours)*60}, NO_TURN              \
    }

static const CoTimeZone paris = {
    "",
    "Europe/Paris",
    {"CET", "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", 120, 60},
    {"CEST", "19960331T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", 60, 120},
};

static const CoTimeZone overseas[] = {
    FIXED("guadeloupe", "America/Guadeloupe", "AST", -4),
    FIXED("martinique", "America/Martinique", "AST", -4),
    FIXED("guyane", "America/Cayenne", "-03", -3),
    FIXED("reunion", "Indian/Reunion", "+04", 4),
    FIXED("mayotte", "Indian/Mayotte", "EAT", 3),
    FIXED("wallis", "Pacific/Wallis", "+12", 12),
    FIXED("polynesie", "Pacific/Tahiti", "-10", -10),
    FIXED("caledonie", "Pacific/Noumea", "+11", 11),
    {"miquelon",
     "America/Miquelon",
     {"-03", "20071104T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", -120, -180},
     {"-02", "20070311T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", -180, -120}},
};

static bool has_word(const char *text, const char *word)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    return g_strv_contains((const char *const *)words, word);
}

const CoTimeZone *co_time_zone_of(const CoCampaign *campaign, int academy_idx)
{
    g_return_val_if_fail(campaign != NULL && academy_idx < campaign->n_academies, &paris);
    const char *name =
        academy_idx < 0 ? campaign->parameters.academy : campaign->academies[academy_idx].name;
    g_autofree char *key = co_text_key(name);
    for (size_t i = 0; i < G_N_ELEMENTS(overseas); i++)
        if (has_word(key, overseas[i].academy))
            return &overseas[i];
    return &paris;
}

const char *co_time_zone_id(const CoTimeZone *zone)
{
    g_return_val_if_fail(zone != NULL, NULL);
    return zone->id;
}

static icalcomponent *turn_component(icalcomponent_kind kind, const Turn *turn)
{
    icalcomponent *part = icalcomponent_new(kind);
    icalcomponent_add_property(part, icalproperty_new_tzname(turn->name));
    icalcomponent_add_property(part, icalproperty_new_tzoffsetfrom(turn->from_min * 60));
    icalcomponent_add_property(part, icalproperty_new_tzoffsetto(turn->to_min * 60));
    icalcomponent_add_property(part, icalproperty_new_dtstart(icaltime_from_string(turn->start)));
    if (turn->rule != NULL)
        icalcomponent_add_property(
            part, icalproperty_new_rrule(icalrecurrencetype_from_string(turn->rule)));
    return part;
}

icalcomponent *co_time_zone_component(const CoTimeZone *zone)
{
    g_return_val_if_fail(zone != NULL, NULL);
    icalcomponent *component = icalcomponent_new_vtimezone();
    icalcomponent_add_property(component, icalproperty_new_tzid(zone->id));
    icalcomponent_add_component(component,
                                turn_component(ICAL_XSTANDARD_COMPONENT, &zone->standard));
    if (zone->daylight.name != NULL)
        icalcomponent_add_component(component,
                                    turn_component(ICAL_XDAYLIGHT_COMPONENT, &zone->daylight));
    return component;
}

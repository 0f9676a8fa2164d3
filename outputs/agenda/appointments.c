/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appointments.h"

#include <libical/ical.h>

#include "outputs/words/names.h"
#include "outputs/kit/time_zone.h"
#include "cohorte/wording.h"

static const CoGroup *group_of(const CoAppointments *appointments, const CoEntry *entry)
{
    return entry->group_idx < 0 ? NULL : &appointments->context->plan->groups[entry->group_idx];
}

static const CoModule *module_of(const CoAppointments *appointments, const CoEntry *entry)
{
    return &appointments->context->campaign->modules[entry->module_idx];
}

/* Control characters stand for nothing in a name and would break lines apart. */
static char *clean(const char *text, bool is_parameter)
{
    char *copy = g_strdup(text);
    for (char *p = copy; *p != '\0'; p++) {
        if (g_ascii_iscntrl(*p) && (is_parameter || *p != '\n'))
            *p = ' ';
        else if (is_parameter && *p == '"')
            *p = '\'';
    }
    return copy;
}

bool co_appointments_has_event(const CoCampaign *campaign, const CoEntry *entry)
{
    g_return_val_if_fail(campaign != NULL && entry != NULL, false);
    return entry->day != CO_DAY_NONE && co_agenda_mode(campaign, entry) != CO_MODE_SELF_STUDY;
}

char *co_appointments_uid(const CoAppointments *appointments, const CoEntry *entry)
{
    g_return_val_if_fail(appointments != NULL && entry != NULL, NULL);
    const CoCampaign *campaign = appointments->context->campaign;
    const CoGroup *group = group_of(appointments, entry);
    const CoModule *module = module_of(appointments, entry);
    g_autofree char *key =
        g_strjoin("\n", campaign->parameters.academy, campaign->parameters.name,
                  campaign->paths[module->path_idx].code, group != NULL ? group->code : "",
                  module->code, appointments->reader, NULL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    return g_strdup_printf("%.32s@cohorte.invalid", digest);
}

static struct icaltimetype local_time(CoDay day, int minutes)
{
    struct icaltimetype time = icaltime_null_time();
    co_day_to_ymd(day, &time.year, &time.month, &time.day);
    time.hour = minutes / 60;
    time.minute = minutes % 60;
    return time;
}

/* No clock is read: the day of the letters, one minute later with each version. */
static icalproperty *stamp(const CoAppointments *appointments)
{
    const CoParameters *parameters = &appointments->context->campaign->parameters;
    int version = MIN(appointments->version, 24 * 60 - 1);
    struct icaltimetype time = local_time(parameters->convocation_day, version);
    time.zone = icaltimezone_get_utc_timezone();
    return icalproperty_new_dtstamp(time);
}

/* Takes @p property. */
static icalproperty *in_zone(icalproperty *property, const CoTimeZone *zone)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(co_time_zone_id(zone)));
    return property;
}

static void add_times(icalcomponent *event, const CoAppointments *appointments,
                      const CoEntry *entry, const CoTimeZone *zone)
{
    const CoParameters *parameters = &appointments->context->campaign->parameters;
    int start_min = co_agenda_start_min(parameters, entry->halves);
    int end_min = co_agenda_end_min(parameters, entry->halves);
    icalcomponent_add_property(
        event, in_zone(icalproperty_new_dtstart(local_time(entry->day, start_min)), zone));
    icalcomponent_add_property(
        event, in_zone(icalproperty_new_dtend(local_time(entry->day, end_min)), zone));
}

/* Before the module's name comes the group, or the path that meets as a whole. */
static char *summary(const CoAppointments *appointments, const CoEntry *entry)
{
    const CoGroup *group = group_of(appointments, entry);
    const CoModule *module = module_of(appointments, entry);
    const char *code =
        group != NULL ? group->code : appointments->context->campaign->paths[module->path_idx].code;
    const char *title = *module->title != '\0' ? module->title : module->code;
    const char *away = *appointments->reader != '\0' ? "En formation – " : "";
    return g_strdup_printf("%s%s – %s", away, code, title);
}

static char *description(const CoAppointments *appointments, const CoEntry *entry, const char *note)
{
    const CoCampaign *campaign = appointments->context->campaign;
    const CoGroup *group = group_of(appointments, entry);
    const CoModule *module = module_of(appointments, entry);
    g_autofree char *hours = co_agenda_timetable(&campaign->parameters, entry->halves);
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "Module %s, %s, %s.", module->code, co_wording_mode(module->mode),
                           hours);
    if (group != NULL) {
        g_autofree char *team = co_name_team(campaign, group, " et ");
        g_string_append_printf(text, "\nGroupe %s, formation assurée par %s.", group->code, team);
    }
    if (*module->link != '\0')
        g_string_append_printf(text, "\nConnexion : %s", module->link);
    if (note != NULL)
        g_string_append_printf(text, "\n%s", note);
    return g_string_free(text, FALSE);
}

static char *location(const CoAppointments *appointments, const CoEntry *entry)
{
    const CoCampaign *campaign = appointments->context->campaign;
    const CoGroup *group = group_of(appointments, entry);
    const CoModule *module = module_of(appointments, entry);
    if (module->mode != CO_MODE_IN_PERSON || group == NULL || group->room_idx < 0)
        return g_strdup(*module->link != '\0' ? module->link : "À distance");
    const CoRoom *room = &campaign->rooms[group->room_idx];
    g_autofree char *address = co_name_address(&room->place);
    return g_strdup_printf("Salle %s, %s", room->code, address);
}

static void add_texts(icalcomponent *event, const CoAppointments *appointments,
                      const CoEntry *entry, const char *note)
{
    g_autofree char *raw_summary = summary(appointments, entry);
    g_autofree char *raw_description = description(appointments, entry, note);
    g_autofree char *raw_location = location(appointments, entry);
    g_autofree char *title = clean(raw_summary, false);
    g_autofree char *body = clean(raw_description, false);
    g_autofree char *place = clean(raw_location, false);
    icalcomponent_add_property(event, icalproperty_new_summary(title));
    icalcomponent_add_property(event, icalproperty_new_description(body));
    icalcomponent_add_property(event, icalproperty_new_location(place));
}

static void add_organizer(icalcomponent *event, const CoAppointments *appointments)
{
    const CoParameters *parameters = &appointments->context->campaign->parameters;
    if (*parameters->organizer_email == '\0')
        return;
    g_autofree char *address = g_strconcat("mailto:", parameters->organizer_email, NULL);
    icalproperty *organizer = icalproperty_new_organizer(address);
    icalproperty_add_parameter(organizer, icalparameter_new_cn("EAFC"));
    icalcomponent_add_property(event, organizer);
}

static void add_attendee(icalcomponent *event, const CoAppointments *appointments)
{
    g_autofree char *address = g_strconcat("mailto:", appointments->email, NULL);
    g_autofree char *name = clean(appointments->name, true);
    icalproperty *attendee = icalproperty_new_attendee(address);
    icalproperty_add_parameter(attendee, icalparameter_new_cn(name));
    icalproperty_add_parameter(attendee, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    if (appointments->method == CO_APPOINTMENTS_REQUEST) {
        icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
        icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
    }
    icalcomponent_add_property(event, attendee);
}

/* The academy of a group; a whole path meets on the clock of the campaign. */
static const CoTimeZone *zone_of(const CoAppointments *appointments, const CoEntry *entry)
{
    const CoGroup *group = group_of(appointments, entry);
    return co_time_zone_of(appointments->context->campaign,
                           group != NULL ? group->academy_idx : -1);
}

static icalcomponent *event_new(const CoAppointments *appointments, const CoEntry *entry,
                                const char *note)
{
    icalcomponent *event = icalcomponent_new_vevent();
    g_autofree char *uid = co_appointments_uid(appointments, entry);
    bool is_cancelled = appointments->method == CO_APPOINTMENTS_CANCEL;
    bool attends = *appointments->reader == '\0';
    icalcomponent_add_property(event, icalproperty_new_uid(uid));
    icalcomponent_add_property(event, stamp(appointments));
    icalcomponent_add_property(event, icalproperty_new_sequence(appointments->version));
    add_times(event, appointments, entry, zone_of(appointments, entry));
    add_texts(event, appointments, entry, note);
    icalcomponent_add_property(
        event,
        icalproperty_new_status(is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(
        event, icalproperty_new_transp(attends ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    add_organizer(event, appointments);
    if (appointments->method != CO_APPOINTMENTS_PUBLISH)
        add_attendee(event, appointments);
    return event;
}

static icalcomponent *calendar_new(const CoAppointments *appointments)
{
    static const icalproperty_method methods[] = {
        [CO_APPOINTMENTS_PUBLISH] = ICAL_METHOD_PUBLISH,
        [CO_APPOINTMENTS_REQUEST] = ICAL_METHOD_REQUEST,
        [CO_APPOINTMENTS_CANCEL] = ICAL_METHOD_CANCEL,
    };
    icalcomponent *calendar = icalcomponent_new_vcalendar();
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Cohorte//Cohorte//FR"));
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar, icalproperty_new_method(methods[appointments->method]));
    if (appointments->method == CO_APPOINTMENTS_PUBLISH) {
        g_autofree char *title = clean(appointments->title, true);
        icalproperty *name = icalproperty_new_x(title);
        icalproperty_set_x_name(name, "X-WR-CALNAME");
        icalcomponent_add_property(calendar, name);
    }
    return calendar;
}

static void add_zones(icalcomponent *calendar, const CoAppointments *appointments,
                      const CoEntry *entries, int n_entries)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (int i = 0; i < n_entries; i++) {
        const CoTimeZone *zone = zone_of(appointments, &entries[i]);
        if (co_appointments_has_event(appointments->context->campaign, &entries[i]) &&
            g_hash_table_add(known, (gpointer)zone))
            icalcomponent_add_component(calendar, co_time_zone_component(zone));
    }
}

char *co_appointments_text(const CoAppointments *appointments, const CoEntry *entries,
                           int n_entries)
{
    g_return_val_if_fail(appointments != NULL && appointments->context != NULL, NULL);
    g_return_val_if_fail(n_entries == 0 || entries != NULL, NULL);
    g_return_val_if_fail(appointments->method == CO_APPOINTMENTS_PUBLISH ||
                             (appointments->email != NULL && n_entries == 1),
                         NULL);
    icalcomponent *calendar = calendar_new(appointments);
    add_zones(calendar, appointments, entries, n_entries);
    for (int i = 0; i < n_entries; i++)
        if (co_appointments_has_event(appointments->context->campaign, &entries[i]))
            icalcomponent_add_component(
                calendar, event_new(appointments, &entries[i],
                                    appointments->notes != NULL ? appointments->notes[i] : NULL));
    char *text = icalcomponent_as_ical_string_r(calendar);
    char *copy = g_strdup(text);
    icalmemory_free_buffer(text);
    icalcomponent_free(calendar);
    return copy;
}

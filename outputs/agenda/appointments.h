/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file appointments.h  Meetings of a plan as iCalendar objects (RFC 5545), files to subscribe to
 * and invitations (RFC 5546). Implemented by outputs/agenda/appointments.c.
 *
 * One event a meeting; a whole day is one event. The UID of an event stands on its campaign, group
 * and module, so that a meeting that moves stays the same event; SEQUENCE and DTSTAMP grow with the
 * version of the plan. Self-study has no hour and gives no event. */
#pragma once
#include <glib.h>
#include "agenda.h"
#include "cohorte/documents.h"
G_BEGIN_DECLS

typedef enum {
    CO_APPOINTMENTS_PUBLISH, /**< a file: all events together, no attendee */
    CO_APPOINTMENTS_REQUEST, /**< an invitation: one event, one attendee */
    CO_APPOINTMENTS_CANCEL,  /**< takes an invitation back */
} CoAppointmentsMethod;

typedef struct CoAppointments {
    const CoOutputContext *context;
    CoAppointmentsMethod method;
    int version;        /**< of the plan being published, whatever plan the entries are of */
    const char *title;  /**< of a PUBLISH file, shown as the name of the agenda */
    const char *reader; /**< "" for those who attend; else sets these events apart from theirs, e.g.
                             the UAI of a school, and they do not make their reader busy */
    const char *const *notes; /**< one per entry, said under its description; NULL for none */
    const char *name, *email; /**< the attendee of REQUEST and CANCEL */
} CoAppointments;

/** @return (transfer full) the object as text, lines ended by CR LF; every entry is of the plan of
 * the context */
char *co_appointments_text(const CoAppointments *appointments, const CoEntry *entries,
                           int n_entries);
/** @return (transfer full) the UID of the event of an entry */
char *co_appointments_uid(const CoAppointments *appointments, const CoEntry *entry);
/** @return whether an entry has an hour, and so an event */
bool co_appointments_has_event(const CoCampaign *campaign, const CoEntry *entry);
G_END_DECLS

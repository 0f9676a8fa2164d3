/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file message_parts.h  What is attached to a message. Implemented by
 * outputs/messages/message_parts.c. */
#pragma once
#include <glib.h>
#include "outputs/agenda/appointments.h"
#include "outputs/kit/mail.h"
G_BEGIN_DECLS

/** @return (transfer full) an empty array of CoMailPart that owns what is added below */
GArray *co_message_parts_new(void);

/** Attaches a file of the published folder; one that is not there is none of this reader's.
 * @param name  "groupes/SG-01.xlsx" @param type  MIME
 * @return false with @p error set when it is there and cannot be read */
bool co_message_parts_add_file(GArray *parts, const char *documents, const char *name,
                               const char *type, GError **error);
/** Attaches one object for each entry that has an event; RFC 5546 wants one event in each.
 * @return how many */
int co_message_parts_add_events(GArray *parts, const CoAppointments *appointments,
                                const CoAgenda *agenda);
/** @return (transfer full) the entries of @p before whose events @p now no longer has; @p old tells
 * of the plan of @p before, @p current of that of @p now */
CoAgenda *co_message_parts_gone(const CoAppointments *old, const CoAgenda *before,
                                const CoAppointments *current, const CoAgenda *now);
G_END_DECLS

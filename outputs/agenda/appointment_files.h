/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file appointment_files.h  The agendas (.ics) of a publication: one per group, per trainer and
 * per establishment. Implemented by outputs/agenda/appointment_files.c. */
#pragma once
#include "agenda.h"
#include "outputs/kit/delivery.h"
G_BEGIN_DECLS

/** What a trainer does: the meetings of the groups, webinars apart. (transfer full) */
CoAgenda *co_appointments_of_trainer(const CoPlan *plan, int trainer_idx);

/** Writes groupes/ *.ics, formateurs/ *.ics and etablissements/ *.ics; readers without a meeting
 * get none.
 * @param names  names in use, of co_file_names_new() */
bool co_appointment_files_write(const CoOutputContext *context, CoDelivery *delivery,
                                GHashTable *names, GError **error);
G_END_DECLS

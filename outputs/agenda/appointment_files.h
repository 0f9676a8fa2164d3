/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file appointment_files.h  The agendas (.ics) of a publication: one per group, per trainer and
 * per establishment. Implemented by outputs/agenda/appointment_files.c. */
#pragma once
#include "outputs/publication.h"

/** Writes groupes/ *.ics, formateurs/ *.ics and etablissements/ *.ics; readers without a meeting
 * get none. */
bool co_appointments_publish(const CoPublication *publication, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file certificates.h  Attendance certificates. Implemented by outputs/certificates/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/attendance.h"
#include "cohorte/documents.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

typedef struct CoCertificateOptions {
    const CoRegister *book; /**< of the campaign and plan of the context */
    CoDay issue_day;        /**< that certificates bear; groups that meet later have none yet */
    const CoTexts *texts;   /**< NULL = as shipped */
} CoCertificateOptions;

/** Writes attestations/<groupe>.pdf of every group that is ready on the day of issue
 * (co_register_is_ready()), one certificate for each person who came to a half-day at least, and
 * ATTESTATIONS.csv (path, recipient, SHA-256) into @p folder: complete or absent, the same bytes
 * for the same attendance; a folder that holds anything else is refused. The report of the context
 * may be NULL. @param error  #CO_OUTPUT_ERROR, in French */
bool co_output_certificates(const CoOutputContext *context, const CoCertificateOptions *options,
                            const char *folder, GError **error);
G_END_DECLS

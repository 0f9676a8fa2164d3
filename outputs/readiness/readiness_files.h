/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file readiness_files.h  The parts of the readiness report. Private to outputs/. Texts are
 * (transfer full). */
#pragma once
#include "cohorte/readiness_report.h"

/* readiness_reminders.c */
/** One row of the reminders: cells in the order of the columns, NULL-terminated. */
typedef struct CoReminder {
    const char *uai, *type, *commune, *post_code;
    char *name, *email, *contact, *wave, *expected;
    CoDay cutover;
} CoReminder;
CoReminder *co_reminder_new(const CoCampaign *campaign, const CoSilent *silent);
void co_reminder_free(CoReminder *reminder); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoReminder, co_reminder_free)
/** @return relances.csv */
char *co_readiness_reminders(const CoReadinessContext *context);

/* readiness_page.c */
/** @return qualite.html */
char *co_readiness_page(const CoReadinessContext *context);

/* readiness_workbook.c */
bool co_readiness_workbook(const CoReadinessContext *context, const char *path, const char *scratch,
                           GError **error);

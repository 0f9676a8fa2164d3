/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file messaging.h  The messages of a publication: `publier --courriels`. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/difference.h"
#include "publishing.h"
G_BEGIN_DECLS

/** What messages are made from, and where they go. */
typedef struct CoMessaging {
    const CoTexts *texts;           /**< wording of letters */
    const char *folder;             /**< of the messages; NULL = none are wanted */
    const char *documents;          /**< folder of the documents */
    const CoDifference *difference; /**< whom it tells alone, and of what they hold; NULL = all */
} CoMessaging;

/** Checks, before anything is written, that messages can be.
 * @return success; errors are USAGE (folders one in the other) and DATA (no sender) */
bool co_messaging_check(const CoMessaging *messaging, const CoCampaign *campaign, GError **error);
/** Writes the messages of a plan whose documents were just written, and says how many. Does nothing
 * when none are wanted. */
bool co_messaging_write(CoSession *session, const CoMessaging *messaging,
                        const CoStoredPlan *stored, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file messaging.h  The messages of a publication: `publier --courriels`. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "publishing.h"
G_BEGIN_DECLS

/** Checks, before anything is written, that messages can be.
 * @param folder  of the messages @param documents  of the documents
 * @return success; errors are USAGE (folders one in the other) and DATA (no sender) */
bool co_messaging_check(const CoCampaign *campaign, const char *folder, const char *documents,
                        GError **error);
/** Writes the messages of a plan whose documents were just written, and says how many. */
bool co_messaging_write(CoSession *session, const CoStoredPlan *stored, const CoTexts *texts,
                        const char *folder, const char *documents, GError **error);
G_END_DECLS

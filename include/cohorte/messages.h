/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file messages.h  A published plan as messages, one file (.eml) a recipient, ready for a mailer;
 * nothing is sent. Implemented by outputs/messages/messages.c.
 *
 * Trainers get the books of their groups, establishments their own book and agenda, participants
 * their call letter as text; trainers and participants also an invitation a meeting, and its
 * cancellation when the plan published before had called them to one that is no more. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/difference.h"
#include "cohorte/documents.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

typedef struct CoMessageOptions {
    const CoOutputContext *context; /**< what is published */
    const CoPlan *previous;         /**< what people hold, of the same campaign; NULL = nothing */
    const CoTexts *texts;           /**< wording of letters */
    const char *documents;          /**< folder where this plan was just published */
    /** Messages only for those whom it tells something, who are told it first. Its plans are those
     * above, its campaign that of the context. NULL = everybody. */
    const CoDifference *difference;
} CoMessageOptions;

typedef struct CoMessageCounts {
    int n_messages;
    int n_cancelled;       /**< meetings taken back, one a recipient */
    int n_without_address; /**< recipients listed in sans-adresse.csv */
} CoMessageCounts;

/** @return whether the parameter courriel_eafc is an address that messages can come from */
bool co_messages_have_sender(const CoCampaign *campaign);

/** Writes formateurs/ *.eml, etablissements/ *.eml, participants/ *.eml, sans-adresse.csv and
 * MANIFESTE.csv into @p folder, as co_output_documents() does: complete or absent, same plan, same
 * bytes. co_messages_have_sender() must hold.
 * @param error  #CO_OUTPUT_ERROR, one French sentence without full stop */
bool co_output_messages(const CoMessageOptions *options, const char *folder,
                        CoMessageCounts *counts, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file texts.h  The wording of call letters and attendance sheets, which an academy may change.
 * Implemented by outputs/words/texts.c.
 *
 * A folder of texts holds any of convocation.txt, entete.txt, signature.txt, emargement.txt,
 * attestation.txt and logo.png; what it lacks is as shipped. docs/modeles.md tells users how they
 * are written. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/documents.h"
G_BEGIN_DECLS

typedef struct CoTexts CoTexts;

/** Reads and checks every text of a folder, so that filling them in cannot fail.
 * @param folder  NULL for the texts that are shipped
 * @param error  #CO_OUTPUT_ERROR_TEXTS, one French sentence naming file, line and column
 * @return (transfer full) or NULL */
CoTexts *co_texts_load(const char *folder, GError **error);
void co_texts_free(CoTexts *texts); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoTexts, co_texts_free)

/** Writes all that is shipped (texts and rates) into a new or empty folder, complete or not at all,
 * for somebody to change. Implemented, with the next, by outputs/words/texts_export.c.
 * @param error  #CO_OUTPUT_ERROR; nothing changed then */
bool co_texts_export(const char *folder, GError **error);
/** @return (transfer full) names of the files that are shipped, NULL-terminated */
char **co_texts_shipped(void);

/** One call letter of each kind that the plan has (on the spot or at a distance; expenses paid, not
 * paid, to be confirmed), as lines of text, in the order of the plan. Implemented by
 * outputs/letters/letter_preview.c. @return (transfer full) NULL-terminated; empty when nobody is
 * called */
char **co_texts_preview(const CoTexts *texts, const CoOutputContext *context);
/** The same of mission orders, in the order of the trainers. Implemented by
 * outputs/letters/letter_preview.c. */
char **co_texts_preview_orders(const CoTexts *texts, const CoOutputContext *context);
G_END_DECLS

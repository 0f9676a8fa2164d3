/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file letter_words.h  What a call letter says of one person. Implemented by
 * outputs/words/letter_words.c. All texts are (transfer full) French. */
#pragma once
#include "outputs/agenda/agenda.h"
#include "outputs/heading.h"
#include "texts_fields.h"
#include "cohorte/texts.h"

/** Whom a letter calls, to what. */
typedef struct CoCall {
    const CoCampaign *campaign;
    const CoGroup *group;
    const CoAgenda *agenda; /**< of the group, webinars and self-study included */
    int person_idx;
} CoCall;

/** Sets the fields that every document of the campaign has. @p values begin all NULL. */
void co_letter_header_values(const CoHeading *heading, const CoCampaign *campaign,
                             CoTextValues *values);
/** Sets all the fields of one letter. */
void co_letter_values(const CoCall *call, const CoHeading *heading, CoTextValues *values);

/** The whole letter as plain lines. */
char *co_letter_as_text(const CoCall *call, const CoTexts *texts, const CoHeading *heading);

/** One line of the table of dates. */
char *co_letter_times(const CoCampaign *campaign, const CoEntry *entry);
char *co_letter_module(const CoCampaign *campaign, const CoEntry *entry);
/** The room, the link, or how the link will come. */
char *co_letter_access(const CoCall *call, const CoEntry *entry);

/** The lines under the name: roles, establishment, "Sous couvert du chef d'établissement". */
char *co_letter_school(const CoCall *call);
#define CO_LETTER_THROUGH "Sous couvert du chef d'établissement"
#define CO_LETTER_SEEN "Vu et transmis : le chef d'établissement (date, cachet, signature)"
#define CO_LETTER_ABSENCE                                                                          \
    "En cas d'empêchement – motif, date et signature de la personne convoquée ; avis et "      \
    "signature du chef d'établissement"

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file letter_words.h  What a call letter says of one person. Implemented by
 * outputs/words/letter_words.c. All texts are (transfer full) French. */
#pragma once
#include "outputs/agenda/agenda.h"
#include "outputs/heading.h"
#include "outputs/money/expenses.h"
#include "texts_fields.h"
#include "cohorte/texts.h"

/** Whom a letter calls, to what. */
typedef struct CoCall {
    const CoCampaign *campaign;
    const CoGroup *group;
    const CoAgenda *agenda; /**< of the group, webinars and self-study included */
    int person_idx;
    const CoExpenses *expenses; /**< of the plan; NULL = meals and nights are left out */
} CoCall;

/** @param group_of_person  of each person, -1 = none
 * @return whether somebody is called: in a group, and known by name. Head-counts and reserved seats
 * are to be named first */
bool co_letter_is_due(const CoCampaign *campaign, const int *group_of_person, int person_idx);

/** Sets the fields that every document of the campaign has. @p values begin all NULL. */
void co_letter_header_values(const CoHeading *heading, const CoCampaign *campaign,
                             CoTextValues *values);
/** Sets all the fields of one letter. */
void co_letter_values(const CoCall *call, const CoHeading *heading, CoTextValues *values);

/** The trips of one human to one site. */
typedef struct CoStay {
    const CoPlace *post;     /**< where they begin */
    const CoRoom *room;      /**< NULL = all at a distance */
    bool has_trips;          /**< whether the two below are known */
    int n_meals[CO_N_MEALS]; /**< days by what noon gives a right to */
    bool overnight;          /**< one of them cannot be done in a day */
} CoStay;
/** Adds one trip to meals and nights. */
void co_letter_stay_add(CoStay *stay, const CoExpenseLine *line);
/** Sets the fields of the right to expenses, yes or no, and why. */
void co_letter_stay_values(const CoStay *stay, CoTextValues *values);
/** The commune of a room, else its site. */
char *co_letter_commune(const CoPlace *site);
/** "Salle S01, Lycée..., address (UAI ...)", @p rooms standing for "Salle S01". */
char *co_letter_place(const CoRoom *room);
char *co_letter_site(const CoPlace *site, const char *rooms);

/** One line of the table of dates. */
char *co_letter_times(const CoCampaign *campaign, const CoEntry *entry);
char *co_letter_module(const CoCampaign *campaign, const CoEntry *entry);
/** The room, the link, or how the link will come. */
char *co_letter_access(const CoCall *call, const CoEntry *entry);

/** The establishment of who is called, or the post of a trainer: "Lycée..., commune (UAI ...)"; ""
 * when nothing is known of it. */
char *co_letter_school(const CoCall *call);
char *co_letter_post(const CoPlace *post);
/** Stands under the establishment. */
#define CO_LETTER_THROUGH "Sous couvert du chef d'établissement"

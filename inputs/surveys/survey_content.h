/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_content.h  What the cells of a column hold, where its header does not tell.
 *
 * Only the top of a column is looked at (the first filled cells of the first rows), so that the
 * cost does not grow with the survey. */
#pragma once
#include <stdbool.h>

#include "inputs/identity/keys.h"
#include "inputs/formats/sheet.h"

/** Shares of the filled cells looked at, in percent. */
typedef struct CoContent {
    int n_filled; /**< filled cells looked at; 0 = nothing is known */
    int uai;      /**< hold a UAI */
    int email;    /**< are one address */
    int role;     /**< are roles of the campaign, by code, label or alias */
    int stamp;    /**< are a date, with or without a time */
    int count;    /**< are whole numbers below 10 000 */
    int truth;    /**< are yes or no */
    int spans;    /**< are unavailabilities: week days, dates */
    int name;     /**< may be a name: a few letters, no digit */
    int capitals; /**< of the names: all in capitals */
} CoContent;

/** @param columns  several columns of one meaning (one per person) count together
 * @param roles  spellings of the roles, or NULL */
CoContent co_content_of(const CoSheet *sheet, const int *columns, int n_columns, CoKeys *roles);
/** @return share of the rows with an address in @p email_column whose address begins by what
 * @p name_column holds ("ines.mornavel@" begins by "Inès"), in percent */
int co_content_begins_address(const CoSheet *sheet, int name_column, int email_column);
/** @return whether a cell says yes or no, or nothing at all */
bool co_content_is_choice(const char *cell);
/** @return whether a cell says yes: Oui, Y, X, 1, Vrai */
bool co_content_is_yes(const char *cell);
/** @return whether a survey tool says here that nothing was answered: blank, "N/A", "anonymous" */
bool co_content_is_unsaid(const char *cell);

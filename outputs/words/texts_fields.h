/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file texts_fields.h  The fields that the texts of modeles/ may name. Implemented by
 * outputs/words/texts.c, which says which text knows which. */
#pragma once
#include "outputs/kit/mustache.h"
#include "outputs/money/scale.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

typedef enum CoTextField {
    CO_FIELD_ACADEMY,
    CO_FIELD_CAMPAIGN,
    CO_FIELD_SUBTITLE,
    CO_FIELD_VERSION,
    CO_FIELD_CONTACT,
    CO_FIELD_ISSUE, /**< of the campaign, up to here */
    CO_FIELD_GROUP,
    CO_FIELD_PATH,
    CO_FIELD_TEAM,
    CO_FIELD_PLACE,
    CO_FIELD_IN_PERSON,
    CO_FIELD_PERSON, /**< participant or trainer */
    CO_FIELD_ROLES,
    CO_FIELD_SCHOOL,
    CO_FIELD_UAI,
    CO_FIELD_COMMUNE,
    CO_FIELD_COMMUNE_OF_ROOM,
    CO_FIELD_REFERENCE,
    CO_FIELD_LIVE_REMOTE,
    CO_FIELD_FM1,
    CO_FIELD_PAID,
    CO_FIELD_UNPAID_SAME_COMMUNE,
    CO_FIELD_UNPAID_REMOTE,
    CO_FIELD_PAID_UNKNOWN,
    CO_FIELD_MEAL_FULL,
    CO_FIELD_MEAL_REDUCED,
    CO_FIELD_MEAL_NONE,
    CO_FIELD_OTP_YES,
    CO_FIELD_OTP_NO,
    CO_FIELD_OTP_UNKNOWN,
    CO_FIELD_ACCESS_YES,
    CO_FIELD_ACCESS_NO,
    CO_FIELD_ACCESS_UNKNOWN,
    CO_FIELD_GROUPS, /**< of a mission order, from here */
    CO_FIELD_PERIOD,
    CO_FIELD_PARTNERS,
    CO_FIELD_HOURS,
    CO_FIELD_HOURS_IN_PERSON,
    CO_FIELD_HOURS_REMOTE,
    CO_FIELD_HALF_DAYS, /**< to here */
    CO_FIELD_DATES,     /**< in one place */
    CO_FIELD_DAYS_REDUCED,
    CO_FIELD_DAYS_FULL,
    CO_FIELD_OVERNIGHT,
    CO_FIELD_HOURS_FOLLOWED, /**< of a certificate, from here */
    CO_FIELD_HOURS_PLANNED,
    CO_FIELD_ALL_FOLLOWED,
    CO_FIELD_SELF_STUDY, /**< to here */
    CO_N_FIELDS
} CoTextField;

/** The texts, by their place in the folder. */
typedef enum CoTextKind {
    CO_TEXT_LETTER,
    CO_TEXT_HEADER,
    CO_TEXT_SIGNATURE,
    CO_TEXT_SHEET,
    CO_TEXT_ORDER,       /**< mission order of a trainer */
    CO_TEXT_ORDER_PLACE, /**< what a mission order says of each place */
    CO_TEXT_CERTIFICATE,
    CO_N_TEXTS
} CoTextKind;

/** Values of the fields, all owned or NULL. */
typedef struct CoTextValues {
    char *value[CO_N_FIELDS];
} CoTextValues;
void co_text_values_clear(CoTextValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoTextValues, co_text_values_clear)

/** What a line of a filled-in text is. */
typedef enum CoBlockKind {
    CO_BLOCK_TITLE,
    CO_BLOCK_STRONG,
    CO_BLOCK_TEXT,
    CO_BLOCK_FACT, /**< a paragraph with a label */
    CO_BLOCK_ADDRESSEE,
    CO_BLOCK_MEETINGS,
    CO_BLOCK_PLACES,
    CO_BLOCK_HOURS,
    CO_BLOCK_SIGNATURES,
} CoBlockKind;

typedef struct CoBlock {
    CoBlockKind kind;
    char *label, *text; /**< one line each, owned */
} CoBlock;

/** @return (transfer full) an empty GArray that owns its #CoBlock */
GArray *co_texts_blocks_new(void);
/** @return (transfer full) the paragraphs of a filled-in text, a GArray of #CoBlock. What a value
 * holds is never taken for a mark of the text. */
GArray *co_texts_blocks(const CoTexts *texts, CoTextKind kind, const CoTextValues *values);
/** @return (transfer full) the lines of a filled-in text that are not blank, NULL-terminated */
char **co_texts_lines(const CoTexts *texts, CoTextKind kind, const CoTextValues *values);
/** @return (transfer none) the bytes of logo.png, or NULL */
GBytes *co_texts_logo(const CoTexts *texts);
/** @return (transfer none) the same for the letterhead of a sheet (outputs/kit/picture.h), or NULL
 */
const struct CoPicture *co_texts_picture(const CoTexts *texts);
/** @return (transfer none) the rates of baremes.csv */
const CoScale *co_texts_scale(const CoTexts *texts);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_format.h  Which tool a survey was exported from, told by its headers alone. */
#pragma once
#include <stdbool.h>

#include "inputs/formats/sheet.h"

typedef enum {
    CO_FORMAT_TABLE, /**< tableur: none of the others */
    CO_FORMAT_LIMESURVEY,
    CO_FORMAT_MSFORMS,
    CO_FORMAT_DEMARCHES,
    CO_FORMAT_GOOGLE,
    CO_FORMAT_FRAMAFORMS,
    CO_FORMAT_SPHINX,
} CoSurveyFormat;

/** How LimeSurvey, or whoever names columns like it, heads them. */
typedef enum {
    CO_HEADERS_TEXT,      /**< the question, perhaps cut short */
    CO_HEADERS_CODE,      /**< "Q1[SQ001]" */
    CO_HEADERS_CODE_TEXT, /**< "Q1[SQ001]. Question" */
} CoHeaderMode;

CoSurveyFormat co_survey_format(const CoSheet *sheet);
CoHeaderMode co_survey_header_mode(const CoSheet *sheet);
/** @return the text of a header "code, separator, text", within it; the whole for any other */
const char *co_survey_header_text(const char *header);
/** @return whether a header reads so, whole or cut short ("Date de soumiss.. ")
 * @param name  as co_text_key() gives it */
bool co_survey_header_is(const char *header, const char *name);
/** @return whether a header is of those a survey tool adds by itself (submission date, language,
 * IP address...): no answer to a question */
bool co_survey_is_service_header(const char *header);
/** @return the column of the state of a file of Démarches simplifiées, -1 = none */
int co_survey_state_column(const CoSheet *sheet);
/** @return whether a state says that the file was refused, closed or never sent */
bool co_survey_state_is_void(const char *state);
/** @return whether a column tells who filled in the form, as Microsoft Forms adds by itself after
 * the times: address, then name. A question in the same words is then headed "Nom2" */
bool co_survey_is_respondent(const CoSheet *sheet, int column);

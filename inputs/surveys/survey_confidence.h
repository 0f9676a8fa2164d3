/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_confidence.h  How sure a mapping is, whoever made it: what the headers say against
 * what the cells hold. The same files give the same numbers. */
#pragma once
#include "survey_mapping.h"

/** In 0..100; 0 for a column that leads nowhere. Below CO_CONFIDENCE_DOUBT somebody should look. */
typedef struct CoConfidence {
    int answer[CO_ANSWER_N_COLUMNS];
    int person[CO_PERSON_N_COLUMNS];
    int count;   /**< of the least sure head-count; 0 = there is none */
    int overall; /**< of what an import cannot do without: establishment, role, name */
} CoConfidence;

enum { CO_CONFIDENCE_DOUBT = 60 };

/** @param layout  from co_mapping_resolve(), complete or not
 * @param roles  spellings of the roles, or NULL */
CoConfidence co_confidence_of(const CoMapping *mapping, const CoSheet *sheet,
                              const CoLayout *layout, CoKeys *roles);
/** Warns of each column that holds days and is not read (CO_PROBLEM_DAYS_UNUSED): somebody's
 * unavailabilities would not count. */
void co_survey_report_unused_days(const CoSheet *sheet, const CoLayout *layout,
                                  CoProblemList *problems);

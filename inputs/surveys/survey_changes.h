/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_changes.h  A questionnaire that is no longer the one that was mapped.
 *
 * A mapping remembers the headers it was made from ([questionnaire]). Numbers within headers of
 * words make no difference: one person more is no other questionnaire. */
#pragma once
#include "survey_mapping.h"

/** @return (transfer full) the headers of a sheet as a mapping remembers them, NULL-ended */
char **co_survey_headers(const CoSheet *sheet);
/** Reports what came, went or was renamed since (CO_PROBLEM_QUESTION_...): a warning where the
 * mapping leads there, else a notice. Does nothing for a mapping that remembers nothing. */
void co_survey_compare(const CoMapping *mapping, const CoSheet *sheet, CoProblemList *problems);

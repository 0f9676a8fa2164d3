/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_shape.h  From the sheets of a survey as exported to plain tables of answers.
 *
 * What tools do beside writing one line of headers and one row an answer is undone here, so that
 * what follows meets headers and rows only: lines above the headers, headers on two or three lines
 * (group, question, option), codes before the text of a question, one column for each option of a
 * question, one sheet for each repeated block of a file. A sheet that needs nothing is passed on as
 * it is. */
#pragma once
#include <glib.h>

#include "inputs/formats/sheet.h"
#include "survey_format.h"

typedef struct CoShape {
    const CoSheet *sheet; /**< answers, in the shape of one header line */
    CoSurveyFormat format;
    CoHeaderMode headers;
    int n_header_lines; /**< of the file; 1 for most */
    int n_lines_above;  /**< lines of the file before its headers */
} CoShape;

typedef struct CoShapes CoShapes;

/** @param sheets  of const CoSheet, which must outlive the result
 * @return (transfer full) one shape for each table of answers, in order. A sheet of a file that is
 * none (opinions, companies) is reported (CO_PROBLEM_SURVEY_SHEET_UNUSED) and left out. */
CoShapes *co_shapes_new(const GPtrArray *sheets, CoProblemList *problems);
void co_shapes_free(CoShapes *shapes); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoShapes, co_shapes_free)

int co_shapes_count(const CoShapes *shapes);
const CoShape *co_shapes_at(const CoShapes *shapes, int index); /**< (transfer none) */

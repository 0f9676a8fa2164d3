/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_shape_steps.h  The steps of survey_shape.c, each in a file of its own. Every one
 * returns (transfer full) a new sheet whose cells point into the sheets it was made from and into
 * @p texts, or NULL when there is nothing to do. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "inputs/formats/sheet.h"
#include "survey_shape.h"

/** Puts the headers on one line: survey_lines.c. Fills the lines of @p shape. */
CoSheet *co_shape_lines(const CoSheet *sheet, GStringChunk *texts, CoShape *shape);
/** Adds a column "Question [*]" for each question with a column an option: survey_choices.c. */
CoSheet *co_shape_choices(const CoSheet *sheet, GStringChunk *texts);
/** @return whether a sheet holds the rows of a repeated block, or the files they belong to */
bool co_shape_is_block(const CoSheet *sheet);
bool co_shape_is_files(const CoSheet *sheet);
/** Widens files by their blocks, "Block 1 [Field]", "Block 2 [Field]"...: survey_blocks.c.
 * @param blocks  of const CoSheet, one or more */
CoSheet *co_shape_blocks(const CoSheet *files, const GPtrArray *blocks, GStringChunk *texts,
                         CoProblemList *problems);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file measure.h  How much room a text takes in a cell. Implemented by outputs/kit/measure.c.
 *
 * Spreadsheet programs do not fit columns and rows to what a file holds, merged cells least of all,
 * so the kit measures texts itself. Figures are those of Calibri (and Carlito, which has the same
 * advance widths) at 96 pixels per inch; kerning is left out, so they err on the large side. */
#pragma once
#include <stdbool.h>

/** The face a text is set in. */
typedef struct CoFace {
    double size_pt;
    bool bold;
} CoFace;

/** @return the width in pixels of the longest line of @p text (lines end at '\n') */
int co_measure_width_px(const char *text, CoFace face);

/** @return how many lines @p text takes when it is broken at blanks to stay within @p width_px; a
 * word longer than that is broken inside. At least 1, for "" too. */
int co_measure_lines(const char *text, CoFace face, int width_px);

/** @return the height in pixels of a cell of @p n_lines lines */
int co_measure_height_px(int n_lines, CoFace face);

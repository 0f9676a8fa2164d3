/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file frais_summary.h  The parts of the first sheet of frais.xlsx. Private to outputs/money/.
 * Implemented by outputs/money/frais_summary.c unless said. */
#pragma once
#include "frais_book.h"
G_BEGIN_DECLS

enum { CO_SUMMARY_COLS = 8 };

/** A formula in which "#" is the number of its row. */
typedef struct CoSummaryCell {
    const char *formula;
    double value;
    CoStyle style;
    uint32_t fill;
} CoSummaryCell;

void co_summary_text(CoPage *page, CoArea area, const char *text, CoStyle style);
/** A text over the first two columns. */
void co_summary_label(CoPage *page, int row, const char *text);
void co_summary_formula(CoPage *page, int row, int col, const CoSummaryCell *cell);
/** @param headers  CO_SUMMARY_COLS texts, NULL = goes on, "" = none; or NULL
 * @return the row after the head */
int co_summary_section(CoPage *page, int row, const char *title, const char *const *headers);

/** The cost of the plan beside the estimate, and why they differ; then what the estimate supposes.
 * Implemented by outputs/money/frais_reasons.c. @return the next free row */
int co_summary_comparison(const CoFraisBook *frais, int row);
int co_summary_hypotheses(const CoFraisBook *frais, int row);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file cosui.h  The sheets of cosui.xlsx, in their order. Each adds its page to the book, and
 * names nobody. */
#pragma once
#include "committee.h"
#include "figures.h"
#include "outputs/kit/chart.h"
#include "outputs/kit/table.h"

typedef struct CoCosui {
    const CoPublication *publication;
    const CoOutputContext *context;
    const CoHeading *heading;
    CoBook *book;
} CoCosui;

/** Key figures, survey, establishments, needs. Implemented by outputs/committee/cosui_summary.c. */
void co_cosui_summary(const CoCosui *cosui);
/** Implemented by outputs/committee/cosui_groups.c. */
void co_cosui_groups(const CoCosui *cosui);
/** Implemented by outputs/committee/cosui_coverage.c. */
void co_cosui_coverage(const CoCosui *cosui);
/** Implemented by outputs/committee/cosui_cost.c. */
void co_cosui_cost(const CoCosui *cosui);
/** Implemented by outputs/committee/cosui_weeks.c. */
void co_cosui_weeks(const CoCosui *cosui);

/* Sheets of several tables, which share these columns. Implemented by
 * outputs/committee/cosui_coverage.c. */
enum { CO_COSUI_COLUMNS = 7 };
/** @return a new sheet with these columns */
CoPage *co_cosui_page(const CoCosui *cosui, const char *name);
/** Writes the title of a part, a table under it and a blank row, on one sheet of paper as far as it
 * fits. @return the next row */
int co_cosui_part(CoPage *page, int row, const char *title, const CoTable *table);
/** Writes a remark. @return the next row */
int co_cosui_remark(CoPage *page, int row, const char *text);
/** @param header  of the labels; static @return (transfer full) a line for each of a breakdown, and
 * their sum */
CoTable *co_cosui_coverage_table(const CoBreakdown *breakdown, const char *header);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file table.h  Rows under a head, sized to what they hold. Implemented by outputs/kit/table.c.
 *
 * A table is filled cell after cell, measured, then written. Several tables of one sheet share its
 * columns: measure them all into the same widths first. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "page.h"
G_BEGIN_DECLS

/** One column. Narrower content makes it narrower, down to the minimum; longer content wraps at the
 * maximum. */
typedef struct CoColumn {
    const char *header; /**< static */
    CoStyle style;      /**< of its cells */
    int min_px, max_px;
    int span; /**< columns of the sheet it covers; 0 is 1 */
} CoColumn;

typedef struct CoTable CoTable;

/** @param columns  copied; its texts are not
 * @return (transfer full) */
CoTable *co_table_new(const CoColumn *columns, int n_columns);
void co_table_free(CoTable *table); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoTable, co_table_free)

/** The next cell of the current row; a row is complete with its last column. Texts are copied. */
void co_table_add_text(CoTable *table, const char *text);
/** The same, and frees @p text. */
void co_table_take_text(CoTable *table, char *text);
void co_table_add_day(CoTable *table, CoDay day);
void co_table_add_number(CoTable *table, int64_t number);
void co_table_add_decimal(CoTable *table, double number);
void co_table_add_clock(CoTable *table, int minutes);
/** A formula, beginning with "=": each "#" in it stands for the number of its own row as the reader
 * sees it, each "@" for that of the row above. Copied. @param value  what it gives */
void co_table_add_formula(CoTable *table, const char *formula, double value);
/** @p part of @p whole, rounded to hundredths of a percent, as a share of one; "–" of nothing. Give
 * the column #CO_STYLE_CELL_PERCENT. */
void co_table_add_percent(CoTable *table, int64_t part, int64_t whole);
/** A heading across the table, between two rows. */
void co_table_add_band(CoTable *table, const char *heading);
/** Fills the rest of the sheet of paper after the last row: the next row begins a new one. */
void co_table_add_break(CoTable *table);
/** Gives the row begun, or about to begin, a fill. */
void co_table_fill_row(CoTable *table, uint32_t fill);
/** Gives every later row at least this height; 0 = what its texts need. */
void co_table_set_row_height(CoTable *table, int height_px);

/** @return number of complete rows, bands apart */
int co_table_n_rows(const CoTable *table);
/** @return @p part of @p whole (> 0) in hundredths of a percent, halves away from zero */
int64_t co_table_hundredths(int64_t part, int64_t whole);

/** Raises @p width_px (one per column of the table, spans not allowed) to what this table needs. */
void co_table_measure(const CoTable *table, int *width_px);
/** Spreads or narrows measured widths so that they add up to @p total_px, within the columns'
 * limits as far as possible. */
void co_table_fit(const CoTable *table, int *width_px, int total_px);

/** Writes head and rows from @p row on. @return the first row after the table */
int co_table_write(const CoTable *table, CoPage *page, int row);
/** The same for the only table of a sheet: head repeated on paper, kept in view, with filter
 * buttons unless the table has bands. @return the first row after the table */
int co_table_fill_page(const CoTable *table, CoPage *page, int row);
/** Measures, fits to the paper (a wide table to what is legible when it is printed smaller) and
 * sets the widths of a page, for the only table of a sheet. */
void co_table_set_widths(const CoTable *table, CoPage *page);
G_END_DECLS

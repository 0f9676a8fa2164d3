/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file page.h  A sheet that also looks right on A4 paper. Implemented by outputs/kit/page.c.
 *
 * Rows and columns are counted from 0; widths and heights are pixels at 96 per inch, of which A4
 * less its margins has co_page_printable_px(). A row grows with the texts put in it; widths must
 * therefore be set before the texts. Paper settings are applied when the book is closed. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/day.h"
#include "workbook.h"
G_BEGIN_DECLS

/** A block of cells that count as one. */
typedef struct CoArea {
    int row, col, n_rows, n_cols;
} CoArea;

typedef struct CoPageSetup {
    const char *name;   /**< of the tab; made valid and unique */
    const char *footer; /**< left part of the footer; the right part is "page x/y" */
    bool landscape;
} CoPageSetup;

struct CoPicture;
typedef struct CoPage CoPage;

/** @return (transfer none) a new sheet, owned by the book */
CoPage *co_page_new(CoBook *book, const CoPageSetup *setup);

CoBook *co_page_book(const CoPage *page);
lxw_worksheet *co_page_sheet(const CoPage *page);
/** @return the name of the tab as it stands (transfer none) */
const char *co_page_name(const CoPage *page);

/** @return width (or height) of what fits between the margins at full scale, in every program */
int co_page_printable_px(const CoPage *page);
int co_page_printable_height_px(const CoPage *page);

void co_page_set_widths(CoPage *page, const int *width_px, int n_columns);
/** @return the sum of the widths of some columns */
int co_page_width_px(const CoPage *page, int col, int n_cols);
/** Makes a row at least this high. */
void co_page_raise_row(CoPage *page, int row, int height_px);
/** @return the sum of the heights of some rows */
int co_page_height_px(const CoPage *page, int row, int n_rows);

/** Puts a text (always as text, whatever it begins with), measured so that its row is high enough
 * when the look wraps. Texts over 4000 characters are cut with "…". */
void co_page_text(CoPage *page, int row, int col, const char *text, CoLook look);
/** The same in merged cells. A block of several rows does not raise them. */
void co_page_area(CoPage *page, CoArea area, const char *text, CoLook look);
/** A date as a date, blank when CO_DAY_NONE. */
void co_page_day(CoPage *page, int row, int col, CoDay day, CoLook look);
void co_page_number(CoPage *page, int row, int col, int64_t number, CoLook look);
void co_page_decimal(CoPage *page, int row, int col, double number, CoLook look);

/** A formula and what it gives, for readers that do not compute. */
typedef struct CoFormula {
    const char *text;  /**< in English, beginning with "=" */
    const char *words; /**< the result when it is a text, else NULL */
    double number;     /**< the result when it is a number */
} CoFormula;
void co_page_formula(CoPage *page, int row, int col, const CoFormula *formula, CoLook look);
/** A time of day as a time. */
void co_page_clock(CoPage *page, int row, int col, int minutes, CoLook look);

/** Puts a picture (picture.h) with its upper left corner on that of a cell; the row is made high
 * enough. @param words  what it shows, for those who do not see it */
void co_page_picture(CoPage *page, int row, int col, const struct CoPicture *picture,
                     const char *words);

/** Print: rows repeated on each sheet of paper (n_rows 0 = none), columns likewise. */
void co_page_repeat_rows(CoPage *page, int first_row, int n_rows);
void co_page_repeat_columns(CoPage *page, int n_columns);
/** Print: a new sheet of paper begins with this row, or column. */
void co_page_break_row(CoPage *page, int row);
void co_page_break_column(CoPage *page, int col);
/** Print: some rows stay on one sheet of paper: a new one begins with them when they would be cut.
 * Heights and widths must be final. @return false, nothing done, when they are higher than a sheet
 * of paper */
bool co_page_keep_rows(CoPage *page, int row, int n_rows);
/** Print: never larger than this percentage (default 100). */
void co_page_set_scale(CoPage *page, int percent);
/** Screen: rows above and columns left of here stay in view. */
void co_page_freeze(CoPage *page, int row, int col);
/** Rows and columns used so far; texts extend it by themselves, charts must say so. */
void co_page_extend(CoPage *page, int row, int col);
G_END_DECLS

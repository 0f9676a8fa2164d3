/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file paper.h  A PDF file of A4 sheets, tagged for screen readers. Implemented by
 * outputs/kit/paper.c.
 *
 * Lengths are points (72 per inch). Text flows down from the top of a sheet; what does not fit goes
 * to the next one. A file is made of parts, each numbered by itself ("page 1/2"). Texts are set in
 * Liberation Sans (Debian package fonts-liberation), or whatever the system puts in its place, and
 * the file carries the letters it uses. Nothing in it depends on the clock or on the locale. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/day.h"
G_BEGIN_DECLS

#define CO_PAPER_WIDTH 495.0 /**< between the margins */

typedef struct CoPaper CoPaper;

typedef struct CoPaperInfo {
    const char *title, *subject, *author;
    CoDay day;    /**< that the file bears */
    GBytes *logo; /**< a PNG, or NULL; one that cannot be read is an error of co_paper_close() */
} CoPaperInfo;

/** @return (transfer full) an empty file, in memory */
CoPaper *co_paper_new(const CoPaperInfo *info);
void co_paper_free(CoPaper *paper); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPaper, co_paper_free)
/** Finishes the file. @return (transfer full) its bytes, or NULL */
GBytes *co_paper_close(CoPaper *paper, GError **error);

/** Draws one part, from the top of a sheet to its end. Called twice: the first time only to count
 * the sheets. */
typedef void (*CoPaperDraw)(CoPaper *paper, void *data);
/** @param footer  left part of the foot of each sheet; "page x/y" stands at the right */
void co_paper_part(CoPaper *paper, const char *footer, CoPaperDraw draw, void *data);

/** How a text looks. */
typedef struct CoInk {
    double size;
    bool bold, grey, centred, right;
    const char *tag; /**< structure element: "P", "H1", "TH", "TD"... */
} CoInk;

/** Where a text stands across the sheet. */
typedef struct CoSpanAcross {
    double left, width; /**< from the left margin */
} CoSpanAcross;

/** Writes a text under what is there. */
void co_paper_text(CoPaper *paper, const CoInk *ink, const char *text);
/** A paragraph with its label beside it; both keep to one sheet. */
void co_paper_fact(CoPaper *paper, const char *label, const char *text);
void co_paper_space(CoPaper *paper, double height);
/** @return the height left on this sheet */
double co_paper_left(const CoPaper *paper);
/** Goes on with a new sheet unless so much is left on this one. */
void co_paper_need(CoPaper *paper, double height);
/** A line of text at a height from the top of the sheet; does not move on. */
void co_paper_place(CoPaper *paper, const CoInk *ink, CoSpanAcross across, double top,
                    const char *text);
/** The logo in the top left corner, at most so high. @return its width, 0 without a logo */
double co_paper_logo(CoPaper *paper, double height);
/** Moves down to a height from the top of the sheet, if still above it. */
void co_paper_descend(CoPaper *paper, double top);

/** Empty frames side by side with a caption in each. */
void co_paper_boxes(CoPaper *paper, const char *const *captions, int n_boxes, double height);

/** A table: rows keep to one sheet and the head comes again on the next. */
typedef struct CoPaperTable {
    int n_columns;
    const double *widths; /**< add up to #CO_PAPER_WIDTH at most */
    const char *const *heads;
    double size;       /**< of the letters */
    double row_height; /**< least height of a row */
} CoPaperTable;
void co_paper_table_begin(CoPaper *paper, const CoPaperTable *table);
void co_paper_table_row(CoPaper *paper, const CoPaperTable *table, const char *const *cells);
/** A row of one cell, to head the rows that follow. */
void co_paper_table_band(CoPaper *paper, const CoPaperTable *table, const char *text);
void co_paper_table_end(CoPaper *paper);
G_END_DECLS

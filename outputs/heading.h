/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file heading.h  What stands at the top of every document. Implemented by outputs/heading.c. */
#pragma once
#include <glib.h>
#include "cohorte/documents.h"
#include "outputs/kit/page.h"
G_BEGIN_DECLS

/** The lines of a title block. All owned. */
typedef struct CoHeading {
    char *academy; /**< "Académie de Grenoble" */
    char *service; /**< and how to reach it, when that is known */
    char *contact; /**< e-mail of the service, "" unknown */
    char *title;
    char *subtitle; /**< campaign, school year, waves */
    char *version;  /**< "Plan n° 3", "Avant planification" */
    char *issue;    /**< "Établi le vendredi 18 octobre 2024" */
    char *footer;
} CoHeading;

/** Whose document it is: -1 = not in particular. */
typedef struct CoHeadingScope {
    int academy_idx, wave_idx;
} CoHeadingScope;
#define CO_HEADING_SCOPE_INIT                                                                      \
    {                                                                                              \
        -1, -1                                                                                     \
    }

/** The context needs no report, and no plan for what is written before there is one.
 * @return (transfer full) */
CoHeading *co_heading_new(const CoOutputContext *context, CoHeadingScope scope, const char *title);
void co_heading_free(CoHeading *heading); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoHeading, co_heading_free)

/** Draws the block from row 0 over @p n_cols columns, whose widths are set.
 * @param title  of this sheet, or NULL for that of the heading @return the first row below it */
int co_heading_draw(const CoHeading *heading, CoPage *page, int n_cols, const char *title);

/** Writes "label: value" over the columns of @p line, the label in the first two; nothing when @p
 * value is "".
 * @return the next free row */
int co_heading_fact(CoPage *page, CoArea line, const char *label, const char *value);

/** @return (transfer full) a new book whose properties say what the heading says */
CoBook *co_heading_book(const CoHeading *heading, const CoOutputContext *context, const char *path,
                        const char *scratch);
G_END_DECLS

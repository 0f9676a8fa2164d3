/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file letterhead.h  What stands at the top of a printed letter or sheet, in the academy's own
 * words. Implemented by outputs/letterhead.c. */
#pragma once
#include "heading.h"
#include "outputs/kit/paper.h"
#include "outputs/words/texts_fields.h"
G_BEGIN_DECLS

/** @return (transfer full) a new file whose properties say what the heading says */
CoPaper *co_letterhead_paper(const CoHeading *heading, const CoOutputContext *context,
                             const char *title, const CoTexts *texts);
/** Logo and entete.txt at the left, date and reference at the right. */
void co_letterhead_draw(CoPaper *paper, const CoTexts *texts, const CoTextValues *values,
                        const char *reference);
/** The title and the line under it. */
void co_letterhead_title(CoPaper *paper, const char *title, const char *subtitle);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file preview_view.h  What an import would make of a survey, for a reader or a program. Private
 * to planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/preview.h"
#include "session.h"
G_BEGIN_DECLS

/** Shows one survey: its tool, each column taken with its confidence and samples, what is not
 * used. Of the columns asked again for each person, those of the first one. */
void co_preview_show(const CoTerminal *terminal, const CoPreview *preview);
/** Adds the array `enquetes`, with every column. */
void co_preview_write(CoJson *json, const CoPreviewList *previews);
G_END_DECLS

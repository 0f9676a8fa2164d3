/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file changes_view.h  What an import changed, for a reader or a program. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/changes.h"
#include "session.h"
G_BEGIN_DECLS

/** Shows counts, then who: new, modified (what of them), gone; a long list is cut. */
void co_changes_show(const CoTerminal *terminal, const CoChanges *changes, const CoCampaign *before,
                     const CoCampaign *after);
/** Adds the object `changements`; NULL, for a first import, gives null. */
void co_changes_write(CoJson *json, const CoChanges *changes, const CoCampaign *before,
                      const CoCampaign *after);
G_END_DECLS

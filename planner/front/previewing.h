/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file previewing.h  The preview of an import: `importer --apercu`. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "session.h"
G_BEGIN_DECLS

/** Shows how the surveys of a folder or workbook would be read, what is doubtful, what would be
 * asked. Writes nothing: no mapping, no decisions, no journal; needs no campaign file. Errors of
 * the surveys raise the exit code to PROBLEMS. */
bool co_preview_run(CoSession *session, const char *path, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file importing.h  A folder of tables into the open campaign file: what `importer` and `tout`
 * share. Private to planner/front/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "session.h"
G_BEGIN_DECLS

/** Reads the folder, stores campaign and problems in the session's store (open for writing), then
 * shows counts and errors. Errors among the problems raise the exit code to PROBLEMS. When no
 * campaign can be made, the problems are shown and the file stays as it was.
 * @return (transfer full) the campaign as stored, ids allotted; or NULL */
CoCampaign *co_import_into_store(CoSession *session, const char *folder, GError **error);
G_END_DECLS

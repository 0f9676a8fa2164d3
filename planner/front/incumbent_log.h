/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file incumbent_log.h  `--suivi`: how the best plan and its bound came about, one CSV line each.
 * Private to planner/front/.
 *
 * The file is whole whenever it is looked at: it is replaced at most every two seconds and at the
 * end, so even a run that is killed leaves a complete table of what it had found by then. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/engine.h"
G_BEGIN_DECLS

typedef struct CoIncumbentLog {
    char *path;
    GString *text;   /**< the table so far */
    CoProgress last; /**< what its last line says */
    bool has_last;
    bool is_stale;   /**< lines that the file has not got yet */
    double next_s;   /**< not written before, in seconds of the run */
    GError *failure; /**< the first write that failed, told when the log is closed */
} CoIncumbentLog;

/** Writes the head of the table, so that a place that cannot be written is known before the search.
 * @return success; errors are #CO_FRONT_ERROR, and @p log then needs no closing */
bool co_incumbent_log_open(CoIncumbentLog *log, const char *path, GError **error);
/** Adds a line when the best plan or the bound is another than in the last line. */
void co_incumbent_log_note(CoIncumbentLog *log, const CoProgress *progress);
/** Writes what is left and frees. @return false when any line could not be written */
bool co_incumbent_log_close(CoIncumbentLog *log, GError **error);
G_END_DECLS

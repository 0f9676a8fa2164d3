/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file failure.h  How a command ends, and failures told in French. Private to planner/front/.
 *
 * Errors of other folders are typed; the functions below turn each into one of #CO_FRONT_ERROR,
 * whose code is the exit code and whose message has two parts: what happened and where, then, after
 * a line break, what to do about it. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

/** Exit codes of the program; documented in docs/commandes.md. */
typedef enum CoExit {
    CO_EXIT_OK,
    CO_EXIT_PROBLEMS, /**< done, and there is something to settle */
    CO_EXIT_USAGE,
    CO_EXIT_DATA, /**< data, file or folder that cannot be used */
    CO_EXIT_NO_PLAN,
    CO_EXIT_INTERNAL,
} CoExit;

#define CO_FRONT_ERROR (co_front_error_quark())
GQuark co_front_error_quark(void);

/** Fails with a sentence on what happened and one on what to do. */
void co_fail(GError **error, CoExit code, const char *what, const char *remedy);

/** The part of a message before (what) and after (remedy, "" if none) the line break.
 * (transfer full) */
char *co_failure_what(const GError *error);
char *co_failure_remedy(const GError *error);

/** Each replaces *@p error, which is set and of the domain named, by one of ours.
 * @param path  the campaign file, folder or target that the call was about */
void co_failure_from_store(GError **error, const char *path);
void co_failure_from_import(GError **error, const char *folder);
void co_failure_from_output(GError **error, const char *target);
/** @param model  the model file, when the call was about one; else NULL */
void co_failure_from_engine(GError **error, const char *model);
/** @param path  the file that could not be written */
void co_failure_from_file(GError **error, const char *path);
/** @param number  an errno value @param doing  "créer le dossier", after "impossible de" */
void co_failure_from_system(GError **error, const char *doing, const char *path, int number);

/** @return (transfer full) @p text, in which the C library's English words on a system error, if
 * there are any, became French */
char *co_failure_french(const char *text);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file store.h  The campaign file: one SQLite database. Implemented by planner/store/.
 *
 * One writer at a time; every call below is one transaction: it is done whole or not at all,
 * whatever kills the process. Rollback journal, synchronous=FULL, exclusive locking while open for
 * writing: a closed campaign is exactly one file. Errors are typed; words are for the front. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/attendance.h"
#include "cohorte/campaign.h"
#include "cohorte/plan.h"
#include "cohorte/problem.h"
#include "cohorte/question.h"
G_BEGIN_DECLS

#define CO_STORE_ERROR (co_store_error_quark())
typedef enum {
    CO_STORE_ERROR_MISSING,     /**< no such file */
    CO_STORE_ERROR_EXISTS,      /**< a file is already there (create) */
    CO_STORE_ERROR_FOREIGN,     /**< not a campaign file (no SQLite, or another application_id) */
    CO_STORE_ERROR_NEWER,       /**< made by a newer version; never touched */
    CO_STORE_ERROR_DAMAGED,     /**< integrity check failed */
    CO_STORE_ERROR_BUSY,        /**< someone else holds it */
    CO_STORE_ERROR_READ_ONLY,   /**< cannot be written */
    CO_STORE_ERROR_FULL,        /**< disk full or quota */
    CO_STORE_ERROR_NO_PLAN,     /**< no such plan version */
    CO_STORE_ERROR_NO_CAMPAIGN, /**< nothing imported yet */
    CO_STORE_ERROR_STALE,       /**< the plan refers to objects the campaign no longer has */
    CO_STORE_ERROR_IO,          /**< any other failure, message from SQLite */
} CoStoreError;
GQuark co_store_error_quark(void);

typedef struct CoStore CoStore;
typedef enum { CO_STORE_READ, CO_STORE_WRITE } CoStoreMode;

/** Makes a new, empty campaign file; refuses to overwrite. @return (transfer full) open for writing
 */
CoStore *co_store_create(const char *path, GError **error);
/** Opens a campaign file: application_id, version and integrity are checked first; an older version
 * is copied to "<path>.v<N>.bak" and migrated (WRITE mode only; READ of an older version too, in
 * memory-safe ways or refused as READ_ONLY). */
CoStore *co_store_open(const char *path, CoStoreMode mode, GError **error);
void co_store_close(CoStore *store); /**< NULL allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoStore, co_store_close)

/** Replaces the campaign's inputs and their problem list. Person ids: a human already known (equal
 * e-mail, else equal folded name, first name and establishment; head-counts by establishment, roles
 * and rank) keeps the id, others get the next "P%04d" / "R%04d"; ids are never reused. Identities
 * (names, e-mails) are written to one table only. The campaign itself is not changed: load it to
 * see the ids. */
bool co_store_save_campaign(CoStore *store, const CoCampaign *campaign,
                            const CoProblemList *problems, GError **error);
/** @return (transfer full) a finished campaign, equal to what was saved plus ids */
CoCampaign *co_store_load_campaign(CoStore *store, GError **error);
/** The same, and after the rows of each table who and what a plan names and the campaign has no
 * more, so that a plan of earlier data can be read against it: persons by name and establishment,
 * without roles; trainers and rooms by their code alone. An unknown version adds nothing.
 * @param version  1.. @return (transfer full) */
CoCampaign *co_store_load_campaign_of_plan(CoStore *store, int version, GError **error);
/** @return (transfer full) the problems of the last import */
CoProblemList *co_store_load_problems(CoStore *store, GError **error);

/** Replaces what is remembered of earlier imports by the questions of @p questions that are settled
 * (co_question_is_settled()), foreign ones apart. */
bool co_store_save_decisions(CoStore *store, const CoQuestionList *questions, GError **error);
/** @return (transfer full) the questions settled by earlier imports, in the order saved, without
 * choices, rows and places; empty before the first */
CoQuestionList *co_store_load_decisions(CoStore *store, GError **error);

/** Stores a plan as the next version, never changed afterwards, and gives its number.
 * The plan's digest must be that of the stored campaign (else CO_STORE_ERROR_STALE). */
bool co_store_save_plan(CoStore *store, const CoCampaign *campaign, const CoPlan *plan,
                        int *version, GError **error);
/** @param version  1.., or 0 for the latest @return (transfer full) */
CoPlan *co_store_load_plan(CoStore *store, const CoCampaign *campaign, int version, GError **error);
/** The same, without what the campaign no longer has, instead of CO_STORE_ERROR_STALE: persons and
 * modules are left out, a room or trainer gone is -1, a group without its path or academy is
 * dropped. A plan to compare with, not to publish.
 * @param n_gone  set to how many references were left out */
CoPlan *co_store_load_what_is_left(CoStore *store, const CoCampaign *campaign, int version,
                                   int *n_gone, GError **error);
/** @return number of the latest version, 0 = none, -1 on error */
int co_store_latest_version(CoStore *store, GError **error);

/** What saving attendance did. */
typedef struct CoAttendanceSaved {
    int n_new, n_changed, n_same; /**< rows; the same: state and minutes were there already */
} CoAttendanceSaved;
/** Adds rows to what is known of attendance; a row replaces the one of the same key (attendance.h).
 * Persons must have ids of this file, versions must be stored.
 * @param saved  NULL to ignore */
bool co_store_save_attendance(CoStore *store, const CoAttendanceList *list,
                              CoAttendanceSaved *saved, GError **error);
/** @return (transfer full) every row, sorted; empty before the first */
CoAttendanceList *co_store_load_attendance(CoStore *store, GError **error);

/** One line of the journal of commands; `detail` holds person ids only, never names. */
typedef struct CoJournalEntry {
    int64_t id;
    char *when;    /**< UTC, "AAAA-MM-JJTHH:MM:SSZ"; given by the caller */
    char *command; /**< "importer", "planifier"... */
    char *detail;  /**< options and outcome, free text */
    int exit_code;
    int64_t duration_ms;
} CoJournalEntry;
bool co_store_add_journal(CoStore *store, const CoJournalEntry *entry, GError **error);
/** Marks a version as published (documents were written). Idempotent. */
bool co_store_mark_published(CoStore *store, int version, const char *when, GError **error);
/** @return latest published version, 0 = none, -1 on error */
int co_store_published_version(CoStore *store, GError **error);
/** @return the version published last among those below @p version, 0 = none, -1 on error */
int co_store_published_before(CoStore *store, int version, GError **error);
typedef void (*CoJournalVisit)(const CoJournalEntry *entry, void *data);
bool co_store_each_journal(CoStore *store, CoJournalVisit visit, void *data, GError **error);
G_END_DECLS

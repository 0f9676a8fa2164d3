/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file store_private.h  What the files of planner/store/ share. */
#pragma once
#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>
#include "cohorte/store.h"
#include "migrations.h"
G_BEGIN_DECLS

struct CoStore {
    sqlite3 *db;
    CoStoreMode mode;
};

/** co_store_open() for a program that knows the versions of @p list. */
CoStore *co_store_open_as(const char *path, CoStoreMode mode, const CoMigrationList *list,
                          GError **error);

typedef bool (*CoStoreWork)(sqlite3 *db, void *data, GError **error);
/** Does @p work in one transaction: whole, or not at all when it returns false.
 * CO_STORE_ERROR_READ_ONLY when the store is open for reading. */
bool co_store_transact(CoStore *store, CoStoreWork work, void *data, GError **error);

/** Gives each person of @p campaign the id of store.h, and notes new ones; within a transaction.
 * @return (transfer full) n_people ids, then NULL; g_strfreev() */
char **co_store_allot_ids(sqlite3 *db, const CoCampaign *campaign, GError **error);
/** Notes who the people (of these ids) and the trainers are. */
bool co_store_save_identities(sqlite3 *db, const CoCampaign *campaign, char *const *ids,
                              GError **error);
/** Fills the names and e-mails of people and trainers; those erased stay "". */
bool co_store_load_identities(sqlite3 *db, CoCampaign *campaign, GError **error);

/** Adds to a campaign not finished yet who and what a plan names and the campaign lacks. */
bool co_store_load_departed(sqlite3 *db, CoCampaign *campaign, int version, GError **error);

/** Replaces the problem list; @p problems may be NULL. */
bool co_store_save_problems(sqlite3 *db, const CoProblemList *problems, GError **error);
/** @return whether a campaign has been saved; else false with CO_STORE_ERROR_NO_CAMPAIGN */
bool co_store_require_campaign(sqlite3 *db, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file migrations.h  Schema versions of the campaign file. Private to planner/store/.
 * Migration i of a list brings a file from version i to i + 1; a new file goes through all of them,
 * so that a new file and a migrated one are the same. */
#pragma once
#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>
G_BEGIN_DECLS

/** "CoHo": tells a campaign file from other databases. */
#define CO_APPLICATION_ID 0x436F486F

typedef struct CoMigration {
    const char *const *statements; /**< ends with NULL */
} CoMigration;

typedef struct CoMigrationList {
    const CoMigration *const *migrations;
    int n; /**< also the version of the files this program makes */
} CoMigrationList;

extern const CoMigration co_schema_v1, co_schema_v2, co_schema_v3, co_schema_v4;
/** The versions of this program. */
extern const CoMigrationList co_migrations;

/** Brings the database from its version to the last of @p list, each step in a transaction of its
 * own (all of them in one, for a new file) with foreign keys checked at its end. The file stays at
 * the last complete step on failure. */
bool co_migrate(sqlite3 *db, const CoMigrationList *list, GError **error);
/** @return whether no row refers to a row that is not there; else false with CO_STORE_ERROR_DAMAGED
 */
bool co_migrate_check_foreign_keys(sqlite3 *db, GError **error);
/** Copies all of @p db into @p target. SQLite copies, not read() and write(): closing a second
 * descriptor of the campaign file would drop the lock that we hold on it. */
bool co_migrate_copy(sqlite3 *db, sqlite3 *target, GError **error);
/** Copies the database to "<path>.v<N>.bak" ("<path>.v<N>-2.bak"... when that one is taken: no copy
 * is ever replaced), synced; N is its version. Complete or absent. */
bool co_migrate_back_up(sqlite3 *db, const char *path, GError **error);
/** @return whether the tables, indexes and triggers are exactly those that @p list makes; false
 * with CO_STORE_ERROR_DAMAGED when not */
bool co_migrate_check_schema(sqlite3 *db, const CoMigrationList *list, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file store_fixture.h  Campaigns, plans and folders for the tests of the campaign file. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/campaign.h"
#include "cohorte/plan.h"
#include "cohorte/problem.h"
#include "cohorte/store.h"

/** An empty folder of its own for one test, and the path of a campaign file in it. */
typedef struct Fixture {
    char *folder;
    char *path;
} Fixture;
/** Adds a test that gets a fresh #Fixture; at most 40 in a program. */
void fixture_add_test(const char *name, void (*test)(const Fixture *fixture));

/** @return finished, every field of every structure set to something that is not its default */
CoCampaign *fixture_full_campaign(void);
/** @return finished, @p n_people people in a third as many establishments, three paths; campaigns
 * of different @p variant differ in people, rooms and dates */
CoCampaign *fixture_campaign(int n_people, int variant);
/** @return a plan of @p campaign that uses every field; the digest is that of @p campaign */
CoPlan *fixture_plan(const CoCampaign *campaign, int variant);
/** @return @p n problems, told apart by @p n in their texts */
CoProblemList *fixture_problems(int n);

/** Field by field. @p with_ids  compares person ids too */
void fixture_assert_same_campaign(const CoCampaign *a, const CoCampaign *b, bool with_ids);
void fixture_assert_same_plan(const CoPlan *a, const CoPlan *b);
void fixture_assert_same_problems(const CoProblemList *a, const CoProblemList *b);

/** Shorthands that insist on success. */
CoStore *fixture_create(const char *path);
CoStore *fixture_open(const char *path, CoStoreMode mode);
void fixture_save(CoStore *store, const CoCampaign *campaign);
CoCampaign *fixture_load(CoStore *store);
/** Makes a file that holds @p campaign, closed. */
void fixture_make_file(const char *path, const CoCampaign *campaign);

/** Runs SQL on a file behind the store's back. @return the first column of the first row as text
 * (transfer full), or the error message after "error: " */
char *fixture_sql(const char *path, const char *sql);
/** Insists that fixture_sql() gives @p answer, or fails with an error that holds @p answer. */
void fixture_assert_sql(const char *path, const char *sql, const char *answer);
/** @return (transfer full) SHA-256 of a file's bytes */
char *fixture_hash(const char *path);
/** @return whether these bytes are anywhere in a file */
bool fixture_file_holds(const char *path, const char *text);
/** @return number of names in a folder */
int fixture_count_files(const char *folder);

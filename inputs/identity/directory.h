/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file directory.h  The official directories of establishments, by UAI.
 *
 * Reads the two layouts of the ministry's open data and a compact table, as published or saved
 * again by a spreadsheet. A national file has tens of thousands of rows of every kind of
 * establishment: it is streamed, and of each row only what an entry needs is kept, as published.
 * A row is read, and judged, when the campaign asks for its UAI. About 250 bytes a row. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "cohorte/campaign.h"
#include "inputs/formats/sheet.h"

struct CoImport;
typedef struct CoDirectory CoDirectory;

/** What a directory says of one establishment. Texts belong to the campaign, "" when it says
 * nothing. */
typedef struct CoDirectoryEntry {
    CoPlace place;
    const char *academy;
} CoDirectoryEntry;

CoDirectory *co_directory_new(void);
void co_directory_free(CoDirectory *directory); /**< NULL is allowed */

/** Indexes every sheet of the table `annuaire`; one without a column of UAIs is left out. */
void co_directory_read(struct CoImport *import);
bool co_directory_is_empty(const CoDirectory *directory);
/** @return whether a row has this UAI, nothing being read or judged */
bool co_directory_knows(const CoDirectory *directory, const char *uai);
/** Finds an establishment. Of several rows with its UAI, one that is open and located stands; that
 * they differ is reported once.
 * @return false, @p entry zeroed but for "" texts, when no row has it */
bool co_directory_find(struct CoImport *import, const char *uai, CoDirectoryEntry *entry);
/** Reports what a planner should know of an establishment that enters: closed, or only a part of
 * another one. Does nothing for a UAI that is not in the directory. */
void co_directory_judge(struct CoImport *import, const char *uai);

/** Called for an establishment of a commune. @param name  as published */
typedef void (*CoDirectoryVisit)(const char *uai, const char *name, gpointer data);
/** Visits every open establishment of a commune, in the order of the files, each UAI once: where to
 * look for one that is known by its name only. Case, accents, a "CEDEX" and the arrondissement of
 * Paris, Lyon or Marseille make no difference. The first call indexes the communes. */
void co_directory_visit_commune(CoDirectory *directory, const char *commune, CoDirectoryVisit visit,
                                gpointer data);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file folder.h  A campaign folder made for one test: a small sound campaign, whose tables the
 * test overwrites, adds to or removes before it is imported. Everybody in it is invented.
 *
 * Three establishments enter (0389001C a lycée and seat of the only agency, 0389002D and 0389003E
 * collèges), 0389004F and 0389005G are in the directory only. Horizon 4 November to 20 December
 * 2024, Grenoble, zone A. Imported as it is, it raises no problem at all. */
#pragma once
#include "cohorte/import.h"
#include "problems.h"

typedef struct Folder {
    char *path;
    CoProblemList *problems;
    CoCampaign *campaign; /* NULL before folder_import(), or when it failed */
    GError *error;
    CoQuestionList *questions;  /* of the last import */
    CoQuestionList *remembered; /* for the import: what earlier ones settled; NULL unless made */
    bool write_mapping;         /* for the import; false unless the test says otherwise */
} Folder;

Folder folder_new(void);
void folder_clear(Folder *folder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Folder, folder_clear)

/** Writes a file, perhaps of a folder within ("agendas/F1.ics"); @p text NULL removes it. */
void folder_write(const Folder *folder, const char *name, const char *text);
/** Adds lines at the end of a file. */
void folder_append(const Folder *folder, const char *name, const char *text);
/** Replaces the first occurrence of @p from in a file, which must be there. */
void folder_replace(const Folder *folder, const char *name, const char *from, const char *to);
/** @return (transfer full) the text of a file, NULL when it is not there */
char *folder_read(const Folder *folder, const char *name);

/** Imports the folder; fails the test, showing the problems, unless it makes a campaign. */
void folder_import(Folder *folder);
/** Imports the folder; fails the test unless it fails, with that code. */
void folder_import_fails(Folder *folder, int code);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file files.h  Names in folders, made to last. Private to planner/store/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/store.h"
G_BEGIN_DECLS

/** Makes an empty file unless there is one. @param made  whether this call made it */
bool co_files_make(const char *path, bool *made, GError **error);
/** Syncs the folder that holds @p path: a new name there survives a power cut. */
bool co_files_sync_folder(const char *path, GError **error);
/** Gives a file another name in the same folder, and syncs the folder. */
bool co_files_move(const char *from, const char *to, GError **error);
/** @return whether names can be made in the folder that holds @p path: a journal must be */
bool co_files_folder_is_writable(const char *path);
/** @return what a system error is to us, @p otherwise when it is none of the foreseen ones */
CoStoreError co_files_error_code(int number, CoStoreError otherwise);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file folder.h  Whole folders: walking, flushing, removing, exchanging. Implemented by
 * outputs/kit/folder.c. Symbolic links are never followed. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/** What a walk meets. @param path  the full path @param name  relative to the walked folder
 * @return false to stop the walk */
typedef bool (*CoFolderVisit)(const char *path, const char *name, bool is_folder, void *data);

/** Visits what a folder holds, sub-folders before what is in them, in no set order.
 * @return false, errno set, when the walk was stopped (errno 0) or a folder could not be read */
bool co_folder_walk(const char *folder, CoFolderVisit visit, void *data);

/** Removes a folder and all it holds; a missing one is no failure. @return false with errno set */
bool co_folder_remove(const char *folder);

/** Asks the disk to hold every file of a folder, and the folders themselves. @return false, errno
 * set */
bool co_folder_flush(const char *folder);

/** Flushes one folder's own list of names, where the file system can. */
void co_folder_flush_names(const char *folder);

/** Puts @p fresh where @p target is and the other way round, in one step where the system can;
 * where it cannot, @p target is first moved to @p spare, which co_folder_recover() puts back after
 * a crash. Afterwards the old folder, if any, is at @p fresh or @p spare. @return false with errno
 * set */
bool co_folder_exchange(const char *fresh, const char *target, const char *spare);

/** Ends an exchange that was cut short: when @p target is missing and @p spare is there, moves it
 * back; otherwise removes @p spare. */
void co_folder_recover(const char *target, const char *spare);

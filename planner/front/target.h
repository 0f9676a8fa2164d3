/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file target.h  The folder that `tout` leaves: new as a whole, or an earlier one taken further.
 * Private to planner/front/.
 *
 * A new folder is filled under a hidden name beside its place and moved there at the end, so a run
 * that is killed leaves nothing under the name that was asked for; the next run clears its remains
 * away. In an earlier folder of ours (it holds a campaign file) the work is done in place: each of
 * its parts is replaced whole or not at all. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

typedef struct CoTarget {
    char *folder;   /**< where the result belongs, links resolved */
    char *work;     /**< where to write now; the same as folder when that is ours already */
    char *ancestor; /**< deepest folder above that was there before */
    int lock_fd;    /**< open on a new folder: tells a live run from a dead one's remains */
    bool is_new;
} CoTarget;

/** Prepares the folder. @return success; a folder that holds something else is refused
 * (#CO_FRONT_ERROR, DATA) and nothing is changed */
bool co_target_open(CoTarget *target, const char *folder, GError **error);
/** @return (transfer full) the name of a file or folder to write now */
char *co_target_path(const CoTarget *target, const char *name);
/** Moves a new folder to its place. */
bool co_target_commit(CoTarget *target, GError **error);
/** Drops a new folder that was not committed. Frees everything. */
void co_target_clear(CoTarget *target);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoTarget, co_target_clear)
G_END_DECLS

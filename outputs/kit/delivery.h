/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file delivery.h  A folder of files that appears whole or not at all. Implemented by
 * outputs/kit/delivery.c.
 *
 * Files are written to a hidden sibling of the target, flushed to the disk, then the two folders
 * are exchanged in one step. Killed at any moment, the target is the old complete folder or the new
 * one; what a killed run left beside it is removed by the next one. An existing target is replaced
 * only when it holds nothing but what an earlier delivery of the same kind put there. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "cohorte/documents.h"
G_BEGIN_DECLS

/** How the files of an earlier delivery are known. */
typedef struct CoDeliveryKind {
    const char *manifest;     /**< name of the list of files that the folder holds, or NULL */
    const char *const *names; /**< without a manifest: the only names allowed, NULL-terminated */
    const char *witness;      /**< with a manifest: a file that it must name, or NULL */
    const char *stranger;     /**< the same: a file that it must not name: the folder is of another
                                   kind, and is not replaced */
} CoDeliveryKind;

#define CO_MANIFEST_NAME "MANIFESTE.csv"

typedef struct CoDelivery CoDelivery;

/** Makes the hidden folder and checks the target.
 * @param target  absent, empty, or an earlier delivery of this kind; parents are made if absent
 * @param error   #CO_OUTPUT_ERROR, in French
 * @return (transfer full) or NULL, nothing changed then */
CoDelivery *co_delivery_new(const char *target, const CoDeliveryKind *kind, GError **error);
/** Drops what was not committed. NULL is allowed. */
void co_delivery_free(CoDelivery *delivery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDelivery, co_delivery_free)

/** @return (transfer none) the hidden folder, also the place for scratch files */
const char *co_delivery_folder(const CoDelivery *delivery);

/** Makes the sub-folder a file goes to.
 * @param name  relative, "/" between, e.g. "groupes/SG-01.xlsx"
 * @return (transfer full) where to write it, or NULL */
char *co_delivery_path(CoDelivery *delivery, const char *name, GError **error);

/** Writes one file at once. */
bool co_delivery_write(CoDelivery *delivery, const char *name, const char *data, size_t size,
                       GError **error);

/** Notes a finished file for the manifest: its SHA-256 is taken from @p data, its content. */
void co_delivery_record(CoDelivery *delivery, const char *name, const char *recipient,
                        GBytes *data);

/** @return whether a file was recorded */
bool co_delivery_has(const CoDelivery *delivery, const char *name);

/** Writes the manifest if the kind has one, flushes everything and puts the folder in place. */
bool co_delivery_commit(CoDelivery *delivery, GError **error);

/** A name that every file system takes, from any code: letters of ASCII, digits, "-", "_" and ".";
 * anything else becomes "_". Never empty, never hidden. @return (transfer full) */
char *co_delivery_safe_name(const char *code);
G_END_DECLS

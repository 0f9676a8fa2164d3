/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file package.h  The zip container of a workbook, part by part, from memory.
 *
 * Parts are only ever looked up by name and inflated piece by piece; nothing is written anywhere.
 * The first thing found wrong stays with the package (co_package_fail()): whatever reads its parts
 * stops there, and whoever opened it reports it once. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/problem.h"

typedef struct CoPackage CoPackage;
typedef struct CoPart CoPart;

/** Limits of what a package may inflate to. */
enum {
    CO_PACKAGE_MAX_PARTS = 10000,
    CO_PACKAGE_MAX_RATIO = 400,           /**< inflated to packed, once a part exceeds... */
    CO_PACKAGE_RATIO_FREE_BYTES = 1 << 24 /**< ...this size */
};
#define CO_PACKAGE_MAX_BYTES (INT64_C(2) << 30) /**< of all parts read together */

/** @param bytes  outlive the package
 * @return (transfer full) never NULL; one that has failed when this is no zip */
CoPackage *co_package_open(const char *bytes, gsize size);
void co_package_close(CoPackage *package); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPackage, co_package_close)

/** Keeps the first failure. @param detail  the part at fault, copied; NULL for the whole */
void co_package_fail(CoPackage *package, CoProblemCode code, const char *detail);
bool co_package_has_failed(const CoPackage *package);
/** @return the code of the failure, 0 when there is none; @p detail is set (transfer none) */
CoProblemCode co_package_failure(const CoPackage *package, const char **detail);

/** Names are compared without regard to case, as the standards want. */
bool co_package_has(const CoPackage *package, const char *name);
/** @return whether a part lies in a folder, named with its final '/' */
bool co_package_has_folder(const CoPackage *package, const char *folder);

/** @return (transfer full) NULL, the package failed, when there is no such part or it is encrypted
 */
CoPart *co_part_open(CoPackage *package, const char *name);
void co_part_close(CoPart *part); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPart, co_part_close)
/** Inflates the next bytes. @return how many, 0 at the end; -1, the package failed, when the part
 * is broken or exceeds a limit */
int co_part_read(CoPart *part, void *buffer, int size);

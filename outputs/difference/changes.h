/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file changes.h  The list of changes of a difference of plans. Implemented by
 * outputs/difference/changes.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "outputs/publication.h"
#include "cohorte/difference.h"
G_BEGIN_DECLS

/** In every folder of a difference, and in no other. */
#define CO_CHANGES_TABLE_NAME "changements.csv"

/** Writes changements.xlsx and changements.csv: who must be told and what changed for them. To be
 * called last: it names the files that were written. */
bool co_changes_publish(const CoPublication *publication, const CoDifference *difference,
                        GError **error);
G_END_DECLS

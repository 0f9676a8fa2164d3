/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file selection.h  Whose files a difference of plans writes. Implemented by
 * outputs/difference/selection.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "outputs/publication.h"
#include "cohorte/difference.h"
G_BEGIN_DECLS

/** By reader, as CoPublication.wanted. All owned. */
typedef struct CoSelection {
    bool *wanted[CO_N_READERS];
} CoSelection;

/** Those who have something to be told; the EAFC when anybody has. The campaign of the publication
 * begins with the same rows as that of the difference, which may have more. */
void co_selection_init(CoSelection *selection, const CoPublication *publication,
                       const CoDifference *difference);
void co_selection_clear(CoSelection *selection);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoSelection, co_selection_clear)
G_END_DECLS

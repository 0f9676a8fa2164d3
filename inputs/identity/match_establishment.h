/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file match_establishment.h  Establishments by what people call them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct CoImport;

/** What an answer says of its establishment beside the UAI; "" = nothing. */
typedef struct CoSpokenName {
    const char *name;
    const char *commune;
} CoSpokenName;

/** The names of the campaign's establishments in words, made when first needed. */
typedef struct CoNameIndex CoNameIndex;
void co_name_index_free(CoNameIndex *index); /**< NULL is allowed */

/** Finds the establishments that may be meant: those of the campaign, else those of the directory
 * in that commune. Names are compared by their words, without those of kind ("collège", "lycée",
 * "LPO") and without the commune; one may be a part of the other. The kind, where both tell it,
 * and the commune must agree. Of several, one with exactly these words stands alone.
 * @return (transfer full) UAIs, each once, in the order of the campaign or directory */
GPtrArray *co_match_establishment(struct CoImport *import, const CoSpokenName *spoken);
/** @return whether what is said fits this establishment, of the campaign or of the directory: the
 * name, where one is said, and the commune, where one is said; false when neither is */
bool co_match_agrees(struct CoImport *import, const CoSpokenName *spoken, const char *uai);

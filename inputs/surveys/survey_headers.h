/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_headers.h  Headers of a survey by name, and names that stand for one header a
 * person.
 *
 * A name may hold a placeholder for the number of the person: "{n}" is 1, 2, 3...; "{nn}" and
 * "{nnn}" are 01 and 001; "{n+4}" is 5, 6, 7...; "{n?}" is nothing for the first person, then 2,
 * 3... A name without one that several headers bear is taken by its n-th occurrence. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "inputs/formats/sheet.h"

/** How a number is written in a placeholder. */
typedef struct CoNumbering {
    int width;           /**< least digits, 1..9 */
    int offset;          /**< added to the number of the person, 0..999 */
    bool first_is_blank; /**< nothing stands for the first one */
} CoNumbering;

/** @return (transfer full) the placeholder of a numbering: "{nn+4}" */
char *co_placeholder_text(const CoNumbering *numbering);
/** @return whether a name holds a placeholder */
bool co_placeholder_is_in(const char *name);
/** @return (transfer full) the name with each placeholder replaced for person @p n (from 1) */
char *co_placeholder_fill(const char *name, int n);

typedef struct CoHeaders CoHeaders;

/** @param sheet  must outlive the result */
CoHeaders *co_headers_new(const CoSheet *sheet);
void co_headers_free(CoHeaders *headers); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoHeaders, co_headers_free)
const CoSheet *co_headers_sheet(const CoHeaders *headers);

/** Finds a header: by its folded whole, else by its letters and digits only, for an export may have
 * written "_" for every blank. @return the column of the n-th (from 0) that reads so, or -1 */
int co_headers_find(const CoHeaders *headers, const char *name, int n);
/** @return the column of person @p n (from 1) for a name as above, or -1 */
int co_headers_find_person(const CoHeaders *headers, const char *name, int n);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file cells.h  Typed cells of a row.
 *
 * Every reader takes the row and a column of its table. What it cannot use it reports, with the
 * expected type, and then: a CO_REQUIRED or CO_SOUND cell puts the row out (row->out), any other
 * leaves the target as it was, which is how defaults are given. Texts belong to the campaign. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/campaign.h"
#include "table.h"

bool co_cell_is_blank(const CoRow *row, int column);

/** @return (transfer none) the text with its blanks tidied, "" when blank. A text that looks like a
 * formula is kept and noticed. */
const char *co_cell_text(const CoRow *row, int column);
/** The same for a published file, whose texts are taken as they are. */
const char *co_cell_published(const CoRow *row, int column);
/** @return (transfer none) an e-mail address in lower case; "" when blank, or when it is no
 * address, which is reported: "aucun" on ten rows must not make ten persons one */
const char *co_cell_email(const CoRow *row, int column);

/** Reports the cell as unusable (CO_PROBLEM_VALUE_TYPE, CHOICE, RANGE...; @p detail as the code
 * wants it); puts the row out when the column needs it. */
void co_cell_refuse(CoRow *row, int column, CoProblemCode code, const char *detail);

/** The readers below answer true when @p value was set. */
/** A date; one typed by hand ("4/12/24") is mended with a notice. */
bool co_cell_day(CoRow *row, int column, CoDay *value);
bool co_cell_bool(CoRow *row, int column, bool *value);
bool co_cell_tristate(CoRow *row, int column, CoTristate *value);
/** Whole number in @p min .. @p max. */
bool co_cell_int(CoRow *row, int column, int min, int max, int *value);
/** Number x 1e6, in 0 .. @p max (in units, not millionths). */
bool co_cell_micro(CoRow *row, int column, int max, int64_t *value);
/** Angle in degrees of at most @p max either way. */
bool co_cell_degrees(CoRow *row, int column, double max, double *value);
/** One word of a list. @param choices  NULL-ended, compared folded; @p value is the position */
bool co_cell_choice(CoRow *row, int column, const char *const *choices, int *value);
/** A UAI; one that can be proven, or that stands among other words, is mended with a notice. @p
 * value belongs to the campaign. */
bool co_cell_uai(CoRow *row, int column, const char **value);

/** The same, without a word about what cannot be proven. */
bool co_cell_proven_uai(CoRow *row, int column, const char **value);

/** Two dates; when they run backwards that is reported and the row put out.
 * @return !row->out */
bool co_cell_period(CoRow *row, int first_column, int last_column, CoDay *first, CoDay *last);

/** @return (transfer full) the items of a list cell, tidied, blank ones left out; NULL-ended */
char **co_cell_list(const CoRow *row, int column);
/** Reads a list of references.
 * @param table  name of the table the keys come from, for the problem about an unknown one
 * @return (transfer none) the indices without repeats, in the campaign; *n is set. Unknown items
 * are reported and left out; when none is left the row may be put out, as above. */
int *co_cell_references(CoRow *row, int column, CoKeys *keys, const char *table, int *n);
/** Reads one reference. @return the index, or -1 when blank or unknown (reported) */
int co_cell_reference(CoRow *row, int column, CoKeys *keys, const char *table);
/** Reads a role by code, label or alias. @return the index, or -1 when blank or unknown (reported
 * with @p severity; the row may be put out, as above) */
int co_cell_role(CoRow *row, int column, CoSeverity severity);
/** Reads a list of roles, '|' between (';' and '/' too where the whole is no role). A spelling that
 * is none is asked about (decisions.h).
 * @return (transfer none) as co_cell_references() */
int *co_cell_roles(CoRow *row, int column, int *n);

/** Reads stretches of half-days, '|' between; words people use ("mercredi après-midi", "du ... au
 * ...", "tous les lundis", other separators) are mended with a notice.
 * @return (transfer none) the spans, in the campaign; *n is set */
CoSpan *co_cell_spans(CoRow *row, int column, int *n);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file text.h  Comparing what people type. Implemented by planner/domain/text.c.
 * All texts are UTF-8. Nothing depends on the locale. */
#pragma once
#include <stdbool.h>

/** Folds a text for comparison: compatibility form, case folded, accents and ligatures undone,
 * typographic apostrophes made "'", every run of blanks (NBSP, line breaks, zero-width too) made
 * one space, none at the ends. "Secrétaire  Général d’EPLE " gives "secretaire general d'eple".
 * @return (transfer full) never NULL; "" for NULL */
char *co_text_fold(const char *text);
/** @return (transfer full) co_text_fold() with everything but letters and digits made one space:
 * "Adjoint-gestionnaire" and "adjoint gestionnaire" give the same key */
char *co_text_key(const char *text);
/** @return the number of single-letter edits between two folded texts, capped at @p limit + 1 */
int co_text_distance(const char *a, const char *b, int limit);
/** Orders two names as a French reader expects (letters first, accents second), then by bytes, so
 * that the order is total. */
int co_text_compare(const char *a, const char *b);
/** @return the check letter of seven digits, or '\0' when @p digits are not seven digits */
char co_uai_check_letter(const char *digits);
/** @return whether @p uai is seven digits and their check letter, upper case, nothing else */
bool co_uai_is_valid(const char *uai);
/** Undoes what hands and keyboards do to a UAI: blanks and dots removed, upper case, letter O read
 * as 0 among the digits. Accepted only when the check letter proves it.
 * @return (transfer full) a valid UAI, or NULL when none is proven */
char *co_uai_repair(const char *text);

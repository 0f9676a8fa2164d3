/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file match_uai.h  UAIs one slip of the hand away from what was typed. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef bool (*CoUaiTest)(const char *uai, gpointer data);

/** Finds the UAIs that one change makes of a text: one sign replaced, two neighbours swapped, or
 * the letters O and I read as the digits they look like; of which the check letter is right and
 * @p is_known holds. The last change, where it leads anywhere, is the only one looked at.
 * @return (transfer full) of owned char *, each once, sorted; empty for a text that is no 8 signs
 */
GPtrArray *co_match_uai(const char *text, CoUaiTest is_known, gpointer data);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file clean.h  Typed text as it should be kept and shown: its blanks tidied, nothing else. */
#pragma once
#include <stdbool.h>

/** @return (transfer full) @p text with each run of blanks (no-break spaces, tabs, line breaks)
 * made one space, none at the ends, and invisible characters (zero-width, soft hyphen) gone */
char *co_clean_text(const char *text);
/** @return whether nothing of @p text can be seen */
bool co_clean_is_blank(const char *text);
/** @return whether a spreadsheet would take @p text for a formula: it begins with = + - or @ and is
 * neither a number nor a lone dash */
bool co_clean_looks_like_formula(const char *text);

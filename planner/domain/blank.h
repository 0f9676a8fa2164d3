/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file blank.h  What counts as blank in typed text. Private to planner/domain; see text.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/** Spaces of every width (none included), line breaks, control and direction marks. */
bool co_char_is_blank(gunichar letter);
/** @return the first byte of @p text that is not blank; bytes that are no UTF-8 are not blank */
const char *co_skip_blanks(const char *text);

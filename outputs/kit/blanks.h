/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file blanks.h  Blanks at which a French line is never broken.
 * Implemented by outputs/kit/blanks.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

/** Whether the line must go on after a blank: before ":" and its like, inside guillemets, between a
 * number and its unit, between "UAI" or "n°" and what they announce.
 * @param text  in UTF-8, the beginning of the line @param blank  a ' ' in it */
bool co_blank_clings(const char *text, const char *blank);

G_END_DECLS

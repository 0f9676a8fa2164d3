/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file template.h  A campaign workbook to be filled. Implemented by outputs/template_*.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/catalogue.h"
G_BEGIN_DECLS

/** Writes an .xlsx with a sheet of instructions, then one per table: explained headers, drop-down
 * lists, checks, and a first row that begins with "exemple :", which the import leaves aside. As it
 * is, it can be imported without a word about its form. Same catalogue, same bytes.
 * @param path  must not exist yet; nothing is there on failure
 * @param error  #CO_OUTPUT_ERROR, one French sentence without full stop */
bool co_output_template(const CoCatalogue *catalogue, const char *path, GError **error);
G_END_DECLS

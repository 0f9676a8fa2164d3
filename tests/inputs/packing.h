/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file packing.h  Zip packages made by hand, for what no spreadsheet program would write. */
#pragma once
#include <glib.h>

typedef struct Packing Packing;

Packing *packing_new(void);
/** Adds a part. @param size  of @p bytes; -1 for a text */
void packing_add(Packing *packing, const char *name, const char *bytes, gssize size);
/** Adds the parts of a text: each begins with a line "%%name". */
void packing_add_all(Packing *packing, const char *text, gsize size);
/** Ends the packing. @param packed  whether to deflate the parts
 * @return (transfer full) the zip; an empty one has no bytes */
char *packing_finish(Packing *packing, gboolean packed, gsize *size);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file file_names.h  What the files of a publication are called. Implemented by
 * outputs/kit/file_names.c. Codes that look alike to a file system get names of their own: asked
 * for in the same order, the same codes always get the same names. */
#pragma once
#include <glib.h>

/** @return (transfer full) an empty set of names; g_hash_table_unref() */
GHashTable *co_file_names_new(void);
/** Takes the next free name. @param extension  ".xlsx"
 * @return (transfer full) "<folder>/<code><extension>", unlike any name given before, case apart */
char *co_file_names_take(GHashTable *names, const char *folder, const char *code,
                         const char *extension);

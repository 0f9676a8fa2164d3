/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file file_names.h  What the files about the rows of one table are called. Implemented by
 * outputs/kit/file_names.c. Codes that look alike to a file system get names of their own: the same
 * codes in the same order always get the same names, so whoever has the table finds the files. */
#pragma once
#include <glib.h>

/** @return (transfer full) one file name without folder or extension per code, all different, case
 * apart; NULL-terminated; g_strfreev() */
char **co_file_names(const char *const *codes, int n_codes);
/** @return (transfer full) "<folder>/<name><extension>" */
char *co_file_path(const char *folder, const char *name, const char *extension);

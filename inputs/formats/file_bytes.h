/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file file_bytes.h  Opening and loading files that others made, with what is wrong as problems.
 */
#pragma once
#include <glib.h>

#include <stdio.h>

#include "cohorte/problem.h"

/** Opens a regular file for reading: a pipe would keep the reader waiting for ever.
 * @param path  in the encoding of file names
 * @param file  base name to show
 * @return (transfer full) the stream, or NULL with a problem added */
FILE *co_file_open(const char *path, const char *file, CoProblemList *problems);
/** Reports that a file cannot be read. @param error  the errno */
void co_file_report_unreadable(const char *file, CoProblemList *problems, int error);
/** Loads a file of at most @p max_bytes.
 * @param size  set to its bytes
 * @return (transfer full) the bytes and room for one more, or NULL with a problem added */
char *co_file_load(const char *path, const char *file, gsize max_bytes, gsize *size,
                   CoProblemList *problems);

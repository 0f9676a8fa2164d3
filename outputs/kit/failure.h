/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file failure.h  Telling in French why a file or folder could not be written. Implemented by
 * outputs/kit/failure.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/documents.h"

/** Sets @p error to "<what> « <path> » : <why>".
 * @param what  e.g. "impossible d'écrire"
 * @param code  turned into #CO_OUTPUT_ERROR_WRITE when the disk is full, whatever was attempted
 * @param system_error  an errno value
 * @return false, for the caller to return */
bool co_output_fail(GError **error, CoOutputError code, const char *what, const char *path,
                    int system_error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file titles.h  One or two lines of title above the headers of a table. */
#pragma once
#include "tables.h"

/** Takes the line under a title for the headers of a table, when that line holds every column the
 * table must have and the first line does not; each title is told (CO_PROBLEM_TITLE_ABOVE). Does
 * nothing the second time, or when there is no such table. */
void co_titles_step_over(CoImport *import, const CoTableKind *kind);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_counts.h  Head-counts of a survey: a question a role, a number an establishment. */
#pragma once
#include "survey_mapping.h"

/** Adds to a guess the questions that ask how many persons of one role there are to train, when
 * their cells are numbers. Two that may be of one role, and nothing to choose by, are left alone;
 * so is a table with a row a person. */
void co_counts_guess(const CoSheet *sheet, CoKeys *roles, CoMapping *mapping);

/** The head-count of one role in one sheet. */
typedef struct CoCountTable {
    int role_idx;
    CoTable table; /**< of one column */
} CoCountTable;

/** @return (transfer full) of CoCountTable. A role nobody knows is reported
 * (CO_PROBLEM_MAPPING_INVALID) and left out.
 * @param answers  the table of the answers, whose sheet the layout is of
 * @param mapping_file  base name of the mapping, named in problems */
GArray *co_counts_open(const CoTable *answers, const CoLayout *layout, const char *mapping_file);
/** Adds the unnamed persons of one answer: as many as counted, less those of the role it names.
 * @param n_named  by role, persons the answer names
 * @return how many cells say a number, even 0 */
int co_counts_read(const GArray *tables, int row, int establishment_idx, const int *n_named);

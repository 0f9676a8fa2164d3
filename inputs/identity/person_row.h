/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file person_row.h  One naming of a person, in a row of `besoins` or in an answer of a survey.
 */
#pragma once
#include <stdbool.h>

#include "inputs/tables/table.h"

/** Columns of `besoins`, then those that only a survey has; a survey fills in those it has. */
enum {
    CO_PERSON_UAI,
    CO_PERSON_ROLE,
    CO_PERSON_LAST_NAME,
    CO_PERSON_FIRST_NAME,
    CO_PERSON_EMAIL,
    CO_PERSON_COUNT,
    CO_PERSON_SPANS,
    CO_PERSON_WEIGHT,
    CO_PERSON_TRAINED,
    CO_PERSON_ACCESS,
    CO_PERSON_OTP,
    CO_PERSON_RIGHT,
    CO_PERSON_ROLE_OTHER, /**< the role in one's own words: "Question [Autre]" */
    CO_PERSON_N_COLUMNS
};

extern const CoColumn co_person_columns[CO_PERSON_N_COLUMNS];

/** @return whether the cells that name a person or a role are all blank */
bool co_person_row_is_blank(const CoRow *row);
/** @return the column that tells the role: CO_PERSON_ROLE, or CO_PERSON_ROLE_OTHER where the first
 * says nothing, or "other" */
int co_person_row_role_column(const CoRow *row);
/** Reads the person of a row and adds them to the people of the import, unless the row is put out.
 * @param establishment_idx  where they work
 * @param read  the person, if somebody was read; may be NULL
 * @return whether somebody was added */
bool co_person_row_add(CoImport *import, CoRow *row, int establishment_idx, CoPerson *read);

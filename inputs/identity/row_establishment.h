/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file row_establishment.h  Which establishment a row speaks of: by its UAI, by a UAI one slip
 * away, by its name and commune. */
#pragma once
#include "inputs/tables/table.h"

/** Columns of the table; -1 = it has no such column. */
typedef struct CoPlaceColumns {
    int uai, name, commune;
} CoPlaceColumns;

/** Reads the UAI of a row. What is not proven is asked about (decisions.h): a UAI one slip away is
 * taken for want of a decision where name or commune agree, a name where one establishment alone
 * bears it. Everything is reported.
 * @return (transfer none) a valid UAI, in the campaign, perhaps of an establishment outside it; or
 *     NULL, the row put out */
const char *co_row_establishment(CoRow *row, const CoPlaceColumns *columns);

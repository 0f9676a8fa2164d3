/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file table.h  A sheet seen through the columns its reader wants: found by folded name, never by
 * position. */
#pragma once
#include <stdbool.h>

#include "cohorte/campaign.h"
#include "inputs/import_context.h"
#include "inputs/formats/sheet.h"

typedef enum {
    CO_OPTIONAL, /**< may be absent, may be blank */
    CO_REQUIRED, /**< the table is left out without it, a row is when its cell is blank or unusable
                  */
    CO_PRESENT,  /**< the table is left out without it; a cell may be blank */
    CO_SOUND,    /**< may be absent or blank, but a row is left out when its cell is unusable */
} CoNeed;

/** One column a reader wants. */
typedef struct CoColumn {
    const char *name; /**< as INPUTS.md writes it; '|' between names that mean the same */
    CoNeed need;
} CoColumn;

enum { CO_TABLE_MAX_COLUMNS = 32 };

typedef struct CoTable {
    CoImport *import;
    const CoSheet *sheet;
    const CoColumn *columns;
    int n_columns;
    int position[CO_TABLE_MAX_COLUMNS]; /**< column of the sheet, -1 = not there */
    bool is_survey; /**< "N/A" is a question that was not shown, "'=" guards against formulas */
} CoTable;

typedef struct CoRow {
    const CoTable *table;
    int row;
    bool out; /**< a required cell is missing or unusable: the row is to be left out (reported) */
    const char *fallback; /**< what stands instead of an unusable optional cell, for the report */
} CoRow;

/** The columns a reader wants of a sheet. */
typedef struct CoColumnSet {
    const CoColumn *columns;
    int n_columns; /**< at most CO_TABLE_MAX_COLUMNS */
    bool open;     /**< others are expected: a published file. Else they are reported */
} CoColumnSet;

/** Finds the columns in a sheet. A missing one is reported with the nearest header, twins and
 * (unless the set is open) strangers too.
 * @return false when a column that must be there is missing: the sheet is not this table */
bool co_table_open(CoTable *table, CoImport *import, const CoSheet *sheet, const CoColumnSet *set);

/** @return whether a header of the sheet folds to @p name */
bool co_table_has_header(const CoSheet *sheet, const char *name);
/** @return (transfer none) the header of the sheet nearest to a name, or NULL when none is near */
const char *co_table_closest_header(const CoSheet *sheet, const char *name);

/** @return whether the sheet has this column */
bool co_table_has(const CoTable *table, int column);
/** @return (transfer none) the header as the file has it, else the wanted name */
const char *co_table_header(const CoTable *table, int column);

/** @return (transfer none) the cell as typed; "" when the column is not there */
const char *co_row_cell(const CoRow *row, int column);
CoOrigin co_row_origin(const CoRow *row); /**< texts belong to the campaign */
int co_row_line(const CoRow *row);

/** Reports a problem of one cell (@p column >= 0) or of the row (-1): fills file, sheet, line,
 * column. */
void co_row_report(const CoRow *row, int column, CoProblem problem);
/** Checks that one cell says something, else reports it and puts the row out. @return !row->out */
bool co_row_check_filled(CoRow *row, int column);
/** Checks that every required cell says something, reports those that do not. @return !row->out */
bool co_row_check_required(CoRow *row);
/** Adds the key of this row, or reports CO_PROBLEM_KEY_TWICE and sets row->out when it is taken.
 * @param column  a column that is there, whose cell is shown
 * @param name  the key, which may join several cells */
bool co_row_claim_key(CoRow *row, int column, CoKeys *keys, const char *name, int index);

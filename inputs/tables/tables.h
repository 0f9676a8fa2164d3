/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file tables.h  The tables of a campaign: their columns and how a row of each becomes a part of
 * the campaign. One file per table or small family; the names are those of INPUTS.md. */
#pragma once
#include <stdbool.h>

#include "table.h"

typedef struct CoTableKind {
    const char *name;
    const CoColumn *columns;
    int n_columns;
    bool required; /**< no campaign can be made without it */
    /** Reads a row whose required cells all say something. */
    void (*read_row)(CoImport *import, CoRow *row);
} CoTableKind;

extern const CoTableKind co_table_parametres;
extern const CoTableKind co_table_academies;
extern const CoTableKind co_table_vagues;
extern const CoTableKind co_table_agences;
extern const CoTableKind co_table_roles;
extern const CoTableKind co_table_parcours;
extern const CoTableKind co_table_modules;
extern const CoTableKind co_table_etablissements;
extern const CoTableKind co_table_besoins;
extern const CoTableKind co_table_formateurs;
extern const CoTableKind co_table_binomes;
extern const CoTableKind co_table_salles;
extern const CoTableKind co_table_fm1;
extern const CoTableKind co_table_fermetures;
extern const CoTableKind co_table_echeances;
extern const CoTableKind co_table_verrous;
extern const CoTableKind co_table_distances;
extern const CoTableKind co_table_frais;

/** Reads the table from the sheets of the import, row by row. A missing or empty table is reported:
 * as an error that makes the import unusable when it is required. */
void co_table_read(CoImport *import, const CoTableKind *kind);
/** @return whether the table is there and has no row but examples (first cell "exemple : ...") */
bool co_table_is_left_blank(const CoImport *import, const char *name);
/** Reports that a required table is not there, unless a file of it was and could not be read. */
void co_table_report_missing(CoImport *import, const char *name);

/** @return how many parameters there are */
int co_parametres_count(void);
/** @param fallback  set (transfer none) to what stands for it when blank, or NULL
 * @param required  set to whether planners should fill it in
 * @return (transfer none) the key of a parameter, by index */
const char *co_parametres_key(int index, const char **fallback, bool *required);

/** What only parameters together tell: horizon, convocation day, times of day. */
void co_parametres_judge(CoImport *import);
/** Makes every spelling of the roles known to co_cell_role(): once, after the table is read. */
void co_roles_index(CoImport *import);
/** Makes the academy of the parameters the only one when no table named any. */
void co_academies_ensure(CoImport *import);
/** @return the academy an academie cell names, else the one of a directory entry, else the only
 * one; -1 when several are possible and none is told: that is reported and the row put out. */
int co_academies_choose(CoRow *row, int column, const char *directory_academy);

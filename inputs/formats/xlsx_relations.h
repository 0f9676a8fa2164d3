/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xlsx_relations.h  Which part of an .xlsx package another one refers to. */
#pragma once
#include <glib.h>

#include "package.h"

typedef struct CoXlsxRelation {
    char *id;
    char *kind; /**< last word of its type: "worksheet", "sharedStrings", "styles"... */
    char *part; /**< name of the part, without leading '/' */
} CoXlsxRelation;

/** Reads the relations of a part ("" for those of the package). Those to something outside the
 * package, or by a path that leaves it, are left out.
 * @return (transfer full) of CoXlsxRelation, in order; empty when the part has none or the package
 *     failed */
GArray *co_xlsx_relations_read(CoPackage *package, const char *part);
/** @return (transfer none) the part a relation of this kind or, when @p by_id, this id, leads to;
 * NULL when there is none */
const char *co_xlsx_relations_find(const GArray *relations, const char *name, bool by_id);

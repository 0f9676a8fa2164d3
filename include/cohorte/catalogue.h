/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file catalogue.h  What the tables of a campaign are made of: their columns and parameters, for
 * whoever writes tables to be filled. Made by co_import_catalogue() (import.h) from what the
 * importer itself knows. Implemented by planner/domain/catalogue.c. */
#pragma once
#include <glib.h>
#include <stdbool.h>
G_BEGIN_DECLS

typedef enum {
    CO_VALUE_TEXT,
    CO_VALUE_UAI,
    CO_VALUE_DATE,
    CO_VALUE_YES_NO,
    CO_VALUE_WHOLE,     /**< whole number of `min`..`max` */
    CO_VALUE_NUMBER,    /**< decimal number */
    CO_VALUE_CHOICE,    /**< one of `choices` */
    CO_VALUE_REFERENCE, /**< a key of another table, in its first column */
    CO_VALUE_LIST,  /**< several such keys, '|' between, or several words when `table` is NULL */
    CO_VALUE_SPANS, /**< stretches of half-days, '|' between */
} CoValueKind;

/** One column, or one parameter. Texts are static. */
typedef struct CoCatalogueColumn {
    const char *name;
    bool required; /**< no row without it */
    CoValueKind kind;
    const char *choices;  /**< '|' between; NULL unless `kind` is CO_VALUE_CHOICE */
    const char *table;    /**< of CO_VALUE_REFERENCE and CO_VALUE_LIST; NULL otherwise */
    int min, max;         /**< of CO_VALUE_WHOLE */
    const char *fallback; /**< what stands for a parameter left blank; NULL = nothing */
} CoCatalogueColumn;

typedef struct CoCatalogueTable {
    const char *name;
    bool required;  /**< no campaign without it */
    bool published; /**< an official file, to be pasted as it is published */
    int n_columns;
    CoCatalogueColumn *columns;
} CoCatalogueTable;

/** All tables that people fill, in the order of INPUTS.md, and the parameters. */
typedef struct CoCatalogue {
    int n_tables;
    CoCatalogueTable *tables;
    int n_parameters;
    CoCatalogueColumn *parameters;
} CoCatalogue;

void co_catalogue_free(CoCatalogue *catalogue); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCatalogue, co_catalogue_free)
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file import.h  Files to campaign. Implemented by inputs/. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/campaign.h"
#include "cohorte/catalogue.h"
#include "cohorte/problem.h"
#include "cohorte/question.h"
G_BEGIN_DECLS

#define CO_IMPORT_ERROR (co_import_error_quark())
typedef enum {
    CO_IMPORT_ERROR_UNREADABLE, /**< the folder cannot be opened or listed */
    CO_IMPORT_ERROR_UNUSABLE,   /**< read, but no campaign can be made (required table missing...):
                                   see the problems */
    CO_IMPORT_ERROR_WRITE,      /**< the mapping file could not be written */
} CoImportError;
GQuark co_import_error_quark(void);

typedef struct CoImportOptions {
    bool write_mapping; /**< write a first guess beside the survey, as its .correspondance; a folder
                           that cannot be written to is a problem, not a failure */
    CoQuestionList *questions; /**< if not NULL, an empty list: filled with the decisions read and
                                  the questions asked */
    const CoQuestionList *remembered; /**< what earlier imports settled, or NULL; the table
                                         `decisions` says otherwise where it has a decision */
} CoImportOptions;
#define CO_IMPORT_OPTIONS_INIT                                                                     \
    {                                                                                              \
        true, NULL, NULL                                                                           \
    }

/** Reads every table of INPUTS.md from a folder of CSV files and workbooks (.xlsx, .ods), or from
 * one workbook whose sheets are named after them, what lies beside it left alone; the survey
 * through its mapping, which lies beside it, the directory and calendars as published; judges every
 * row into
 * @p problems (also on failure).
 * Person ids are left "" (the store allots them); persons stand in the order of `besoins`, or, from
 * a survey, by establishment as in `etablissements` then as named in the answer. Limits: 64 MiB
 * (none for a directory in CSV, which is streamed) and 1 000 000 rows a file, 1 MiB a cell, 1000
 * columns. The folder `agendas` beside the tables, or beside the workbook, holds trainers'
 * calendars
 * (.ics, 16 MiB each); what other training takes is the table `sessions`.
 * @param path  folder or workbook, in the encoding of file names
 * @return (transfer full) a finished campaign, or NULL with @p error */
CoCampaign *co_import_folder(const char *path, const CoImportOptions *options,
                             CoProblemList *problems, GError **error);

/** @return (transfer full) the tables, columns and parameters that an import reads */
CoCatalogue *co_import_catalogue(void);
G_END_DECLS

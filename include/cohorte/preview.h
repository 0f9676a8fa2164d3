/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file preview.h  What an import would make of a survey, before it does. Implemented by inputs/.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "cohorte/problem.h"
#include "cohorte/question.h"
G_BEGIN_DECLS

enum { CO_PREVIEW_N_SAMPLES = 3, CO_PREVIEW_DOUBT = 60 };

/** One column, and what it was taken for. Texts belong to the list and are never NULL unless said.
 */
typedef struct CoPreviewColumn {
    const char *header;
    const char *key; /**< of the mapping: "uai", "nom"...; NULL = the column is not used */
    int person;      /**< whose it is, from 1; 0 = the answer's */
    int confidence;  /**< 0..100; below CO_PREVIEW_DOUBT it should be looked at */
    const char *samples[CO_PREVIEW_N_SAMPLES]; /**< the first values that differ; "" = no more */
} CoPreviewColumn;

/** One table of answers. */
typedef struct CoPreview {
    const char *file;
    const char *sheet;   /**< NULL for a file that is one table */
    const char *format;  /**< as the mapping writes it: "limesurvey"... */
    const char *mapping; /**< file of the mapping read; NULL = guessed */
    bool per_person;     /**< one row a person, else one an establishment */
    bool complete;       /**< the import could read it so */
    int n_rows;
    int n_persons;      /**< most an answer may name */
    int n_header_lines; /**< lines of the file that make the headers */
    int n_lines_above;  /**< lines before them, stepped over */
    int confidence;     /**< 0..100, of the whole */
    int n_columns;
    CoPreviewColumn *columns; /**< in the order of the file */
} CoPreview;

typedef struct CoPreviewList CoPreviewList;

void co_preview_list_free(CoPreviewList *list); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPreviewList, co_preview_list_free)
size_t co_preview_list_size(const CoPreviewList *list);
const CoPreview *co_preview_list_at(const CoPreviewList *list, size_t index);

/** Reads a folder or workbook like co_import_folder() and writes nothing at all. A folder that
 * makes no campaign (an export alone, say) is previewed all the same.
 * @param questions  an empty list, or NULL
 * @return (transfer full) every survey, or NULL with #CO_IMPORT_ERROR when nothing can be listed */
CoPreviewList *co_import_preview(const char *path, CoProblemList *problems,
                                 CoQuestionList *questions, GError **error);
G_END_DECLS

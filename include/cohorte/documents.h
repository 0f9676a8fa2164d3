/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file documents.h  Plan to documents and plan tables. Implemented by outputs/. Everything is
 * written to a new folder beside the target and moved into place at the end: complete or absent.
 * Same plan, same bytes. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/check.h"
#include "cohorte/plan.h"
#include "cohorte/problem.h"
G_BEGIN_DECLS

#define CO_OUTPUT_ERROR (co_output_error_quark())
typedef enum {
    CO_OUTPUT_ERROR_TARGET, /**< target exists and is not one of ours, or cannot be made */
    CO_OUTPUT_ERROR_WRITE,  /**< a file could not be written (full disk, rights) */
    CO_OUTPUT_ERROR_TEXTS,  /**< a text of letters cannot be read, or is not written as it must */
} CoOutputError;
GQuark co_output_error_quark(void);

/** What every writer gets. */
typedef struct CoOutputContext {
    const CoCampaign *campaign;
    const CoPlan *plan;
    const CoCheckReport *report; /**< of that plan, without violations */
} CoOutputContext;

/** Writes groupes, seances, affectations, non_places, bilan (.csv) of OUTPUTS.md into @p folder
 * (made if absent, parents too; a folder holding only earlier plan tables is replaced in one step).
 * @param error  #CO_OUTPUT_ERROR, one French sentence without full stop, naming the file or folder
 */
bool co_output_plan_tables(const CoOutputContext *context, const char *folder, GError **error);
/** Writes every document of the table in outputs/documents.c: calendrier.xlsx, convocations.csv,
 * sofia-sessions.xlsx, fm1.xlsx, frais.xlsx, cosui.xlsx, anomalies.xlsx, bilan.html, sites/ *.xlsx,
 * groupes/ *.xlsx, etablissements/ *.xlsx, formateurs/ *.xlsx, letters and sheets to sign in PDF,
 * agendas (groupes/ *.ics, formateurs/ *.ics, etablissements/ *.ics) and MANIFESTE.csv into
 * @p folder (as above; an existing folder is replaced only when its manifest lists every file in
 * it). A killed run leaves the old folder or the new one, and a hidden one beside it that the next
 * run removes. About a second of computing and 300 files for 230 people. */
bool co_output_documents(const CoOutputContext *context, const char *folder, GError **error);

/** What a publication may do otherwise. */
typedef struct CoDocumentOptions {
    const struct CoTexts *texts; /**< wording of letters (texts.h); NULL = as shipped */
    /** Only the files of readers for whom something changed, and changements.xlsx and .csv, which
     * say what and for whom (difference.h). Its @c after is the plan of the context; its campaign
     * begins with the same rows, in each table, as that of the context. Such a folder never takes
     * the place of a whole publication, nor the other way round. NULL = every file. */
    const struct CoDifference *difference;
    /** What trainers told of who came (attendance.h), for the counts of cosui.xlsx; nobody's own
     * attendance is shown. NULL = nothing told. */
    const struct CoAttendanceList *attendance;
} CoDocumentOptions;
#define CO_DOCUMENT_OPTIONS_INIT                                                                   \
    {                                                                                              \
        NULL, NULL, NULL                                                                           \
    }
/** co_output_documents() with options. */
bool co_output_documents_with(const CoOutputContext *context, const CoDocumentOptions *options,
                              const char *folder, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file import_context.h  What the readers of one import share. One import, one thread. */
#pragma once
#include <stdbool.h>

#include "inputs/calendars/agendas.h"
#include "cohorte/campaign.h"
#include "cohorte/import.h"
#include "cohorte/problem.h"
#include "cohorte/question.h"
#include "inputs/identity/directory.h"
#include "inputs/identity/keys.h"
#include "inputs/identity/match_establishment.h"
#include "inputs/identity/people.h"
#include "inputs/tables/sheet_store.h"

typedef struct CoImport {
    CoCampaign *campaign;    /* owned until the import ends well */
    CoProblemList *problems; /* the caller's */
    const char *folder;      /* the caller's */
    bool write_mapping;
    CoSheetStore *sheets;
    CoDirectory *directory;
    CoAgendas *agendas;
    struct CoPublicHolidays *public_holidays;
    CoPeople *people;                 /* named so far, before one human is one person */
    CoNameIndex *names;               /* of establishments; NULL until one is looked for by name */
    CoQuestionList *questions;        /* the caller's, or own_questions */
    const CoQuestionList *remembered; /* of earlier imports, or NULL */
    struct CoPreviewList *previews;   /* what a preview shows; NULL: nobody asks for one */
    CoQuestionList *own_questions;    /* when the caller wants none */

    /* Keys of the tables read so far, each to its index in the campaign. */
    CoKeys *parameters; /* key -> position in the list of parameters, as met */
    CoKeys *academies;
    CoKeys *waves;
    CoKeys *agencies;
    CoKeys *roles; /* codes, labels and aliases alike */
    CoKeys *role_codes;
    CoKeys *paths;
    CoKeys *modules; /* "path / module" and "path / order" */
    CoKeys *establishments;
    CoKeys *trainers;
    CoKeys *trainer_emails;
    CoKeys *pairs;
    CoKeys *rooms;
    CoKeys *milestones;
    CoKeys *distances; /* "uai / room" */

    bool waves_given, agencies_given; /* these optional tables are there */
    bool one_territory;               /* `jours_feries` tells one for all academies */
    bool unusable;                    /* no campaign can be made of this */
} CoImport;

CoImport *co_import_new(const char *folder, const CoImportOptions *options,
                        CoProblemList *problems);
void co_import_free(CoImport *import); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoImport, co_import_free)

/** Adds a problem that belongs to no row: of a file, of a table, of the campaign as a whole. */
void co_import_report(CoImport *import, CoProblem problem);
/** The same for a row read earlier: fills file, sheet and line of @p problem. */
void co_import_report_at(CoImport *import, const CoOrigin *origin, CoProblem problem);
/** @return whether the list of problems is full: further ones are only counted, so that what would
 * explain them need not be looked for */
bool co_import_is_flooded(const CoImport *import);

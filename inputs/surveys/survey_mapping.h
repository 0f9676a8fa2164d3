/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file survey_mapping.h  Which column of a survey says what: the file enquete.correspondance.
 *
 * A key file. [colonnes]: what an answer says once. [personnes]: what it says of
 * each person; headers with "{n}" are those of survey_headers.h. [effectifs]: by role, how many
 * persons it does not name. [regles]: which answer counts.
 * [questionnaire]: the headers it was made from.
 * Headers are compared folded. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "inputs/identity/keys.h"
#include "inputs/identity/person_row.h"
#include "inputs/formats/sheet.h"
#include "survey_format.h"

/** What an answer says once. */
enum {
    CO_ANSWER_UAI,
    CO_ANSWER_SUBMITTED,
    CO_ANSWER_STAFF,
    CO_ANSWER_ID,
    CO_ANSWER_NAME,    /**< of the establishment, where the UAI is missing */
    CO_ANSWER_COMMUNE, /**< the same */
    CO_ANSWER_N_COLUMNS
};

typedef enum {
    CO_DUPLICATES_LAST,  /**< derniere_reponse_complete */
    CO_DUPLICATES_FIRST, /**< premiere_reponse_complete */
    CO_DUPLICATES_ALL,   /**< toutes: everybody named in any of them */
} CoDuplicates;

typedef enum {
    CO_INCOMPLETE_REPORT, /**< signaler: left out */
    CO_INCOMPLETE_KEEP,   /**< garder: counted where there is no complete answer */
} CoIncomplete;

/** A question that asks how many persons of a role there are. */
typedef struct CoCountColumn {
    char *role; /**< any spelling of it */
    char *header;
} CoCountColumn;

typedef struct CoMapping {
    CoSurveyFormat format;
    bool per_person;                   /**< une_ligne_par=personne */
    char *answer[CO_ANSWER_N_COLUMNS]; /**< header, or NULL */
    char *person[CO_PERSON_N_COLUMNS]; /**< header with {n}, or NULL */
    GArray *counts;                    /**< of CoCountColumn */
    CoDuplicates duplicates;
    CoIncomplete incomplete;
    char **headers; /**< of the questionnaire it was made from, NULL-ended; NULL = not remembered */
} CoMapping;

const char *co_mapping_answer_key(int field);             /**< (static) "uai"... */
const char *co_mapping_person_key(int field);             /**< (static) "nom"...; may be NULL */
const char *co_mapping_format_key(CoSurveyFormat format); /**< (static) "limesurvey"... */

CoMapping *co_mapping_new(void);
void co_mapping_free(CoMapping *mapping); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoMapping, co_mapping_free)

/** Adds a head-count; a role that has one already gets this one. */
void co_mapping_add_count(CoMapping *mapping, const char *role, const char *header);

/** Reads a mapping. Words it does not know are reported (CO_PROBLEM_MAPPING_INVALID) and left out.
 * @param file  base name, for problems
 * @return (transfer full) NULL, with a problem, when this is no key file at all */
CoMapping *co_mapping_parse(const char *text, const char *file, CoProblemList *problems);
/** @return (transfer full) the mapping as a commented key file, which co_mapping_parse() reads back
 */
char *co_mapping_to_text(const CoMapping *mapping);
/** @return (transfer full) the part [questionnaire] alone, to be added at the end of a mapping file
 * that has none */
char *co_mapping_questionnaire_text(char *const *headers);
/** Guesses from the words of the headers, then from what the cells hold. What is not found stays
 * NULL: a gap is better than something unlikely.
 * @param roles  spellings of the roles, or NULL
 * @return (transfer full) */
CoMapping *co_mapping_guess(const CoSheet *sheet, CoKeys *roles);

/** The columns of one person; -1 = none. */
typedef struct CoBlock {
    int position[CO_PERSON_N_COLUMNS];
} CoBlock;

/** The column of a head-count. */
typedef struct CoCountPlace {
    const char *role; /**< the mapping's */
    int column;
} CoCountPlace;

/** The columns of one sheet that a mapping leads to; -1 = none. */
typedef struct CoLayout {
    int answer[CO_ANSWER_N_COLUMNS];
    GArray *blocks; /**< of CoBlock, one per person an answer may name */
    GArray *counts; /**< of CoCountPlace, of the head-counts that are there */
} CoLayout;

/** Finds the mapped headers. One that is not there is reported with the nearest header present.
 * @param mapping_file  base name of the mapping, named in problems
 * @return false, with an error reported, when the UAI cannot be found, or neither the persons'
 * roles nor a head-count */
bool co_mapping_resolve(const CoMapping *mapping, const char *mapping_file, const CoSheet *sheet,
                        CoProblemList *problems, CoLayout *layout);
void co_layout_clear(CoLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoLayout, co_layout_clear)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file school_book.h  etablissements/<uai>.xlsx, for the head of one establishment: who is away
 * when and who stays, then one call letter a person. Nobody else's staff but the trainers' names.
 */
#pragma once
#include "outputs/agenda/agenda.h"
#include "outputs/letters/letter.h"
#include "outputs/publication.h"
#include "cohorte/texts.h"

/** What every sheet of the file is made from. */
typedef struct CoSchoolBook {
    const CoOutputContext *context;
    const CoHeading *heading;
    const CoAgenda *agenda; /**< of the whole plan */
    const CoTexts *texts;   /**< words of the letters */
    const struct CoExpenses *expenses;
    CoBook *book;
    int establishment_idx;
    const int *group_of_person; /**< -1 = none */
    int n_people;
    const int *people; /**< of this establishment, in the order of names */
} CoSchoolBook;

/** Situation of each person, absences by half-day, continuity. Implemented by
 * outputs/schools/school_notice.c. */
void co_school_notice(const CoSchoolBook *book);
/** One letter for each person who is called; no sheet when there is none. Implemented by
 * outputs/schools/school_letters.c. */
void co_school_letters(const CoSchoolBook *book);
/** @return whether a letter is due: co_letter_is_due(). Implemented by
 * outputs/schools/school_letters.c. */
bool co_school_calls(const CoSchoolBook *book, int person_idx);
/** Fills the letter of somebody to whom one is due; clear it with co_letter_clear(). Implemented by
 * outputs/schools/school_letters.c. */
void co_school_letter_init(CoLetter *letter, const CoSchoolBook *book, int person_idx);
/** @return whether the establishment has any letter. Implemented by outputs/schools/school_paper.c.
 */
bool co_school_has_letters(const CoSchoolBook *book);
/** The letters as a PDF file. Implemented by outputs/schools/school_paper.c. @return (transfer
 * full) NULL on failure */
GBytes *co_school_paper(const CoSchoolBook *book, GError **error);
/** Writes etablissements/<uai>.xlsx of every establishment, convocations/<uai>.pdf of those with
 * letters. Implemented by outputs/schools/school_files.c. */
bool co_schools_publish(const CoPublication *publication, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file letter.h  A letter ready to be set: whom it is to, its dates, the words of its text and
 * who signs it. Set on a sheet, on paper or as plain lines, it says the same. */
#pragma once
#include "outputs/heading.h"
#include "outputs/kit/page.h"
#include "outputs/kit/paper.h"
#include "outputs/words/texts_fields.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

#define CO_LETTER_MAX_COLUMNS 6
#define CO_LETTER_N_VISAS 2

/** A column of the table of dates. */
typedef struct CoLetterColumn {
    const char *head;
    int width_px;     /**< on a sheet */
    double width_pt;  /**< on paper; all add up to #CO_PAPER_WIDTH */
    bool is_centered; /**< on a sheet */
} CoLetterColumn;

/** What all letters of a kind have in common. Static. */
typedef struct CoLetterForm {
    CoTextKind kind;
    int n_columns; /**< the first holds the day */
    const CoLetterColumn *columns;
    int n_left; /**< columns of the left half of a sheet */
    /** Captions of the frames to sign: beside that of the academy, and across below. */
    const char *visas[CO_LETTER_N_VISAS];
} CoLetterForm;

/** A line of the table of dates; cells are owned, the first is the day in words. */
typedef struct CoLetterDate {
    CoDay day;
    char *cells[CO_LETTER_MAX_COLUMNS];
} CoLetterDate;

typedef struct CoLetter {
    const CoLetterForm *form;
    const CoTexts *texts;
    const CoHeading *heading;
    CoTextValues values; /**< of its text: CO_FIELD_PERSON, _ROLES, _ISSUE and _REFERENCE are shown
                            by themselves */
    char *school;        /**< the line under the roles; "" for none */
    GArray *dates;       /**< of #CoLetterDate */
    GArray *places;      /**< of #CoTextValues, one for each place that [lieux] stands for */
} CoLetter;

/** Empties a letter for filling. What is given must outlive it. Implemented, with the three
 * functions that follow, by outputs/letters/letter.c. */
void co_letter_init(CoLetter *letter, const CoLetterForm *form, const CoTexts *texts,
                    const CoHeading *heading);
void co_letter_clear(CoLetter *letter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoLetter, co_letter_clear)
/** @return a new line of the table, with its day in words; other cells are to be set (transfer
 * none, until the next) */
CoLetterDate *co_letter_add_date(CoLetter *letter, CoDay day);
/** @return (transfer full) the paragraphs, a GArray of #CoBlock, places in their place */
GArray *co_letter_blocks(const CoLetter *letter);

/** Widths of a sheet for letters of a form, the letter from a row on (@return the first row after
 * it), and a scale at which the longest keeps to one sheet of paper. Implemented by
 * outputs/letters/letter_page.c. */
void co_letter_page_widths(const CoLetterForm *form, CoPage *page);
int co_letter_page_write(const CoLetter *letter, CoPage *page, int row);
void co_letter_page_scale(CoPage *page, int longest_px);

/** Draws the letter as a part of a file of paper. @param data  a #CoLetter. Implemented by
 * outputs/letters/letter_paper.c. */
void co_letter_paper_draw(CoPaper *paper, void *data);

/** @return (transfer full) the letter as plain lines. Implemented by outputs/letters/letter_lines.c
 */
char *co_letter_lines(const CoLetter *letter);
G_END_DECLS

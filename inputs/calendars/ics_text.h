/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file ics_text.h  An iCalendar file cut into its events, of which only what tells time is kept.
 *
 * Agendas are private: titles, places, guests and notes are dropped here, line by line, before
 * anything else sees them, unless the file is a published calendar. What is kept of an event is
 * iCalendar text again, unfolded, for the library that knows its rules. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "cohorte/problem.h"

/** Most that one file may hold; what lies beyond is reported and left out. */
enum {
    CO_ICS_MAX_FILE_BYTES = 16 << 20,
    CO_ICS_MAX_PARTS = 50000,
    CO_ICS_MAX_PART_BYTES = 1 << 16,
};

typedef enum { CO_ICS_EVENT, CO_ICS_FREE_BUSY, CO_ICS_TIME_ZONE } CoIcsKind;

/** A component of the file. */
typedef struct CoIcsPart {
    CoIcsKind kind;
    int line;   /**< it begins on, 1-based */
    char *text; /**< from BEGIN to END, one property a line */
} CoIcsPart;

typedef struct CoIcsText {
    char *file;       /**< base name to show */
    char *name;       /**< of the calendar, "" unknown; a title: only in a published calendar */
    GPtrArray *parts; /**< of CoIcsPart, in the order of the file */
} CoIcsText;

typedef enum {
    CO_ICS_PRIVATE,   /**< times only */
    CO_ICS_PUBLISHED, /**< SUMMARY, LOCATION and the name of the calendar too */
} CoIcsContent;

/** Loads and cuts a file.
 * @param path  in the encoding of file names
 * @param file  base name to show, copied
 * @return (transfer full) NULL, with a problem, when this is no calendar */
CoIcsText *co_ics_text_load(const char *path, const char *file, CoIcsContent content,
                            CoProblemList *problems);
/** The same for bytes already in memory, of which it makes a copy. */
CoIcsText *co_ics_text_read(const char *bytes, gsize size, const char *file, CoIcsContent content,
                            CoProblemList *problems);
void co_ics_text_free(CoIcsText *text); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoIcsText, co_ics_text_free)

/** @return (transfer full) the value of the first property of that name, parameters left out,
 *     escapes undone; NULL when the part has none */
char *co_ics_part_value(const CoIcsPart *part, const char *property);

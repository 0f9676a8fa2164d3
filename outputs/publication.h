/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file publication.h  What all the documents of one publication share. Implemented by
 * outputs/publication.c.
 *
 * Each document, or family of documents, is one writer: `bool co_<document>_publish(const
 * CoPublication *, GError **)`, in a folder of its own, named in the table of documents.c. A writer
 * makes its files through the functions below and keeps nothing. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "outputs/agenda/agenda.h"
#include "outputs/kit/delivery.h"
#include "heading.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

/** Who has files of their own, by the table they are rows of. */
typedef enum CoReader {
    CO_READER_EAFC,    /**< files about the whole campaign; index 0 */
    CO_READER_GROUP,   /**< trainers and members of a group of the plan */
    CO_READER_TRAINER, /**< index of `trainers` */
    CO_READER_SCHOOL,  /**< index of `establishments` */
    CO_READER_SITE,    /**< host of rooms, index of #CoSites */
    CO_N_READERS
} CoReader;

/** File names, one per row of a table (file_names.h). */
typedef struct CoRowNames {
    char **groups;   /**< of the plan: groupes/, emargements/... */
    char **trainers; /**< formateurs/ */
    char **schools;  /**< by UAI: etablissements/, convocations/... */
} CoRowNames;
void co_row_names_init(CoRowNames *names, const CoCampaign *campaign, const CoPlan *plan);
void co_row_names_clear(CoRowNames *names);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoRowNames, co_row_names_clear)

/** The people of every establishment, in the order of names. */
typedef struct CoStaff {
    int *first; /**< of each establishment, in people; one more at the end */
    int *people;
} CoStaff;

/** The places that host rooms: rooms of one UAI, or of one name in one commune without. */
typedef struct CoSites {
    int n_sites;
    int *of_room;    /**< site of each room */
    int *first_room; /**< of each site, for its place */
    char **names;    /**< of files: the UAI, else the code of the first room */
} CoSites;
void co_sites_init(CoSites *sites, const CoCampaign *campaign);
void co_sites_clear(CoSites *sites);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoSites, co_sites_clear)

typedef struct CoPublication {
    const CoOutputContext *context;
    const CoTexts *texts;
    const CoAgenda *agenda;                    /**< of the whole plan */
    const struct CoAttendanceList *attendance; /**< NULL = nothing told (documents.h) */
    const struct CoExpenses *expenses;         /**< of the whole plan (outputs/money/expenses.h) */
    const int *group_of_person;                /**< -1 = none */
    CoRowNames names;
    CoStaff staff;
    CoSites sites;
    CoDelivery *delivery;
    const bool *wanted[CO_N_READERS]; /**< by index; NULL = every one of them */
} CoPublication;

/** Gathers what is shared. What is given must outlive the publication. */
void co_publication_init(CoPublication *publication, const CoOutputContext *context,
                         const CoTexts *texts, CoDelivery *delivery);
void co_publication_clear(CoPublication *publication);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoPublication, co_publication_clear)

/** @return whether the files of a reader are to be written: writers ask before each */
bool co_publication_wants(const CoPublication *publication, CoReader reader, int idx);
/** @param n_people  (out) @return (transfer none) person indices of an establishment, by name;
 * those who have none come last */
const int *co_publication_staff(const CoPublication *publication, int establishment_idx,
                                int *n_people);
/** Puts person indices in the order of names; those who have none come last. */
void co_publication_sort_by_name(const CoCampaign *campaign, int *people, int n_people);

/** @param name  in the delivery, e.g. "groupes/SG-01.xlsx" @return (transfer full) a book to fill,
 * with the properties of its heading; NULL on failure */
CoBook *co_publication_open(const CoPublication *publication, const CoHeading *heading,
                            const char *name, GError **error);
/** Closes a book and lists it. @param recipient  in words, for the manifest */
bool co_publication_close(const CoPublication *publication, CoBook *book, const char *name,
                          const char *recipient, GError **error);
/** Writes and lists a file made in memory. @param data  NULL passes on a failure already in @p
 * error */
bool co_publication_write(const CoPublication *publication, const char *name, GBytes *data,
                          const char *recipient, GError **error);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sample_campaign.h  A small campaign with something of everything that documents show.
 * Everybody and every school is invented. Implemented by tests/outputs/sample_campaign.c.
 *
 * Four weeks from Monday 4 November 2024; ORD-01 meets one morning, SG-01 two whole days and one
 * virtual class, DIST-01 only at a distance. Names hold what spreadsheets, XML and CSV trip over.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/documents.h"
G_BEGIN_DECLS

/** People by index. */
enum {
    SAMPLE_HEAD,      /**< Aline Formule, written "=Formule", establishment 0, ORD-01 */
    SAMPLE_SECRETARY, /**< Bruno <Tag> & "Fils", establishment 0, SG-01 */
    SAMPLE_ASSISTANT, /**< Chloé -Tiret, establishment 0, SG-01; away on a Tuesday that shows
                         nowhere */
    SAMPLE_OTHER,     /**< Denis @Ailleurs, establishment 1, SG-01; in the commune of the room */
    SAMPLE_REMOTE,    /**< Élise Point;Virgule, establishment 1, DIST-01 */
    SAMPLE_UNPLACED,  /**< Fanny Sansgroupe, establishment 1, unplaced by R03 and R08 */
    SAMPLE_TRAINED,   /**< Gilles Dejaforme, establishment 1, already trained */
    SAMPLE_UNNAMED,   /**< a head-count of establishment 2, SG-01 */
    SAMPLE_N_PEOPLE,
};
enum { SAMPLE_SCHOOL_A, SAMPLE_SCHOOL_B, SAMPLE_SCHOOL_C, SAMPLE_SCHOOL_SILENT };
enum { SAMPLE_ORD_01, SAMPLE_SG_01, SAMPLE_DIST_01 };

typedef struct CoSample {
    CoCampaign *campaign;
    CoPlan *plan;
    CoCheckReport report;
    CoOutputContext context;
} CoSample;

/** Fills a sample; free with co_sample_clear(). */
void co_sample_init(CoSample *sample);
void co_sample_clear(CoSample *sample);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoSample, co_sample_clear)

/** @return (transfer full) a new empty folder; remove with co_sample_remove_folder() */
char *co_sample_folder(void);
/** Removes a folder of tests with all it holds, and frees its name. */
void co_sample_remove_folder(char *folder);
/** Writes the documents of a sample into "<folder>/documents". @return (transfer full) that path */
char *co_sample_publish(const CoSample *sample, const char *folder);
G_END_DECLS

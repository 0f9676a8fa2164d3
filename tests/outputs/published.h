/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file published.h  The sample campaign as published documents, to be read back. Implemented by
 * tests/outputs/published.c. */
#pragma once
#include "sample_campaign.h"
#include "xlsx_file.h"

/** Lets the sample be changed before it is published. */
typedef void (*CoSampleAmend)(CoSample *sample);

/** A publication in a folder of its own. */
typedef struct CoPublished {
    CoSample sample;
    char *folder, *target; /**< a temporary folder; the documents in it */
} CoPublished;
/** @param amend  NULL for none */
void co_published_init(CoPublished *published, CoSampleAmend amend);
void co_published_clear(CoPublished *published);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoPublished, co_published_clear)
/** @param name  e.g. "groupes/SG-01.xlsx" @return (transfer full) a workbook, which must exist */
CoXlsxFile *co_published_open(const CoPublished *published, const char *name);

/** One workbook of a publication that lasts no longer than this call.
 * @param amend  NULL for none
 * @param name  e.g. "groupes/SG-01.xlsx" @return (transfer full) */
CoXlsxFile *co_published_file(CoSampleAmend amend, const char *name);
/** @return (transfer none) what lies so many columns right of and rows under the cell, which must
 * exist, that holds exactly this text */
const char *co_published_near(const CoXlsxFile *file, const char *sheet, const char *text,
                              int right, int below);

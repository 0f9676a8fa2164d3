/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file published.h  One workbook of the sample campaign, written and read back. Implemented by
 * tests/outputs/published.c. */
#pragma once
#include "sample_campaign.h"
#include "xlsx_file.h"

/** Lets the sample be changed before it is published. */
typedef void (*CoSampleAmend)(CoSample *sample);

/** @param amend  NULL for none
 * @param name  e.g. "groupes/SG-01.xlsx" @return (transfer full) */
CoXlsxFile *co_published_file(CoSampleAmend amend, const char *name);
/** @return (transfer none) what lies so many columns right of and rows under the cell, which must
 * exist, that holds exactly this text */
const char *co_published_near(const CoXlsxFile *file, const char *sheet, const char *text,
                              int right, int below);

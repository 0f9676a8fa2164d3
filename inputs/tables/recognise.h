/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file recognise.h  Official files and survey exports under the name they were downloaded with,
 * told by their columns. */
#pragma once
#include "inputs/formats/sheet.h"

/** @return (transfer none) the table a sheet is by its headers: annuaire, calendrier, enquete; NULL
 * when they are of none of them */
const char *co_recognise_sheet(const CoSheet *sheet);
/** The same for a CSV file, of which no more than the first mebibyte is read; what is wrong with it
 * is not told.
 * @param path  in the encoding of file names */
const char *co_recognise_csv(const char *path, const char *file);
/** @return whether a sheet made of a .ics (ics_sheet.h) is an official calendar: public holidays,
 * or events called holidays */
bool co_recognise_calendar(const CoSheet *sheet);

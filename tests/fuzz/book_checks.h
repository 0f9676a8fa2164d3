/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file book_checks.h  What must hold of any bytes read as a workbook or a CSV file. */
#pragma once
#include <glib.h>

#include "inputs/formats/sheet.h"

/** Checks a sheet, however it was read: valid texts within the limits, row by row. */
void book_checks_sheet(const CoSheet *sheet);
/** Reads the bytes; either sheets within all limits come out, or an error says why not. */
void book_checks_run(const char *bytes, gsize size);

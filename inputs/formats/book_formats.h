/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file book_formats.h  The formats of workbooks, for book.c only. */
#pragma once
#include "book.h"

/** A workbook being read. */
typedef struct CoBookReading {
    CoBookContext context;
    CoSheetWanted wanted; /**< NULL for every sheet */
    void *user_data;
    GPtrArray *sheets; /**< of CoSheet, read so far */
} CoBookReading;

/** @return whether a sheet is to be read; a hidden one that is wanted is reported and is not */
bool co_book_wants(CoBookReading *reading, const char *sheet_name, bool hidden);
/** Ends a sheet and keeps it when it has headers. */
void co_book_keep(CoBookReading *reading, CoSheetBuilder *builder);

bool co_xlsx_is(const CoPackage *package);
void co_xlsx_read(CoBookReading *reading); /**< failures stay with the package */
bool co_ods_is(const CoPackage *package);
void co_ods_read(CoBookReading *book);

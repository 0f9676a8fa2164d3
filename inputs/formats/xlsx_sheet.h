/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xlsx_sheet.h  One worksheet part of an .xlsx workbook. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "sheet_builder.h"

/** What the cells of a worksheet refer to. */
typedef struct CoXlsxTables {
    const GPtrArray *strings; /**< of const char *; NULL when the workbook shares none */
    const GArray *forms;      /**< of CoNumberForm; NULL when it has no styles */
    bool from_1904;
} CoXlsxTables;

/** Reads the rows of a worksheet.
 * @return !co_package_has_failed() */
bool co_xlsx_sheet_read(CoPackage *package, const char *part, const CoXlsxTables *tables,
                        CoSheetBuilder *builder);

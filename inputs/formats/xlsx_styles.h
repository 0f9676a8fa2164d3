/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xlsx_styles.h  What the number formats of an .xlsx workbook make of its numbers. */
#pragma once
#include <glib.h>

#include "package.h"

/** Reads the cell styles.
 * @return (transfer full) CoNumberForm by style index; NULL, the package failed, otherwise */
GArray *co_xlsx_styles_read(CoPackage *package, const char *part);

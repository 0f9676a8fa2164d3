/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file template_sheet.h  One table of the template as a sheet. Implemented by
 * outputs/template/template_sheet.c. */
#pragma once
#include <stdbool.h>
#include "cohorte/catalogue.h"
#include "outputs/kit/page.h"

#define CO_TEMPLATE_REQUIRED_FILL 0x1F3864
#define CO_TEMPLATE_OPTIONAL_FILL 0xDDE6F3

/** Writes the head of a column that must, or may, be filled. */
void co_template_write_header(CoPage *page, int row, int col, const char *name, bool required);
/** Adds the sheet of a table, by index. */
void co_template_write_sheet(CoBook *book, const CoCatalogue *catalogue, int index);

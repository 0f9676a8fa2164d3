/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the file of a workbook: mostly what a zip may do wrong. */
#include <stdint.h>

#include "book_checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    book_checks_run((const char *)data, size);
    return 0;
}

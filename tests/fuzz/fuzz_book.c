/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any texts as the parts of a workbook, each after a line "%%name", packed into a sound zip: what
 * .xlsx and .ods may hold wrong, with no checksum in the way. */
#include <glib.h>

#include <stdint.h>

#include "book_checks.h"
#include "tests/inputs/packing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Packing *packing = packing_new();
    packing_add_all(packing, (const char *)data, size);
    gsize n_bytes;
    g_autofree char *bytes = packing_finish(packing, FALSE, &n_bytes);
    book_checks_run(bytes, n_bytes);
    return 0;
}

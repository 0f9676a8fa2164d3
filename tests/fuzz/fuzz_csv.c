/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a CSV file: what comes out is valid text within the limits, row by row. */
#include <glib.h>

#include <stdint.h>

#include "book_checks.h"
#include "inputs/formats/csv_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_csv_read_bytes((const char *)data, size, "essai.csv", problems);
    if (sheet != NULL)
        book_checks_sheet(sheet);
    else
        g_assert_cmpuint(co_problem_list_count(problems, CO_SEVERITY_ERROR), >, 0);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of rates: refused with a message, or one value at most for each day. */
#include <glib.h>

#include <stdint.h>

#include "cohorte/documents.h"
#include "outputs/money/scale.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_rows(const CoScale *scale)
{
    for (int i = 0; i < scale->n_rows; i++) {
        const CoScaleRow *row = &scale->rows[i];
        g_assert_true(co_scale_takes(row->item, row->value_micro));
        g_assert_true(row->first_day != CO_DAY_NONE);
        g_assert_true(co_scale_row_on(scale, row->item, row->first_day) == row);
        if (i == 0 || row[-1].item != row->item)
            continue;
        g_assert_true(row[-1].last_day != CO_DAY_NONE && row[-1].last_day < row->first_day);
    }
}

/* A campaign that changes nothing leaves every value. */
static void check_joined(const CoScale *scale)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    g_autoptr(CoScale) joined = co_scale_of_campaign(scale, campaign);
    check_rows(joined);
    for (int i = 0; i < scale->n_rows; i++) {
        const CoScaleRow *row = &scale->rows[i];
        g_assert_true(co_scale_on(joined, row->item, row->first_day) == row->value_micro);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoScale) scale = co_scale_parse("essai.csv", bytes, &error);
    g_assert_true((scale == NULL) == (error != NULL));
    if (scale == NULL) {
        g_assert_true(g_error_matches(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS));
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        return 0;
    }
    check_rows(scale);
    check_joined(scale);
    return 0;
}

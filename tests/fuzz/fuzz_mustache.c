/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a text with fields: refused with a message, or filled in as valid text. */
#include <glib.h>

#include <stdint.h>

#include "cohorte/documents.h"
#include "outputs/kit/mustache.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const CoField names[] = {{"nom", false}, {"lieu", false}, {"a_distance", true}};

static void check_filled(const CoMustache *mustache, const char *const *values)
{
    g_autofree char *text = co_mustache_render(mustache, values);
    g_assert_true(g_utf8_validate(text, -1, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CoFields fields = {names, G_N_ELEMENTS(names)};
    static const char *const nothing[G_N_ELEMENTS(names)] = {NULL};
    static const char *const all[] = {"Élise {{nom}}", "# Amiens", "1"};
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoMustache) mustache = co_mustache_parse("essai.txt", bytes, &fields, &error);
    g_assert_true((mustache == NULL) == (error != NULL));
    if (mustache == NULL) {
        g_assert_true(g_error_matches(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS));
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        return 0;
    }
    check_filled(mustache, nothing);
    check_filled(mustache, all);
    return 0;
}

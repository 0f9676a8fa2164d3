/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "packing.h"

#include <zip.h>

#include <stddef.h>
#include <string.h>

struct Packing {
    zip_source_t *target; /* in memory; outlives the archive */
    zip_t *zip;
    GPtrArray *parts; /* owned bytes, which the archive reads when it is closed */
};

Packing *packing_new(void)
{
    Packing *packing = g_new0(Packing, 1);
    packing->target = zip_source_buffer_create(NULL, 0, 0, NULL);
    g_assert_nonnull(packing->target);
    zip_source_keep(packing->target);
    packing->zip = zip_open_from_source(packing->target, ZIP_TRUNCATE, NULL);
    g_assert_nonnull(packing->zip);
    packing->parts = g_ptr_array_new_with_free_func(g_free);
    return packing;
}

/* @param bytes  (transfer full) */
static void add(Packing *packing, const char *name, void *bytes, gsize size)
{
    g_ptr_array_add(packing->parts, bytes);
    zip_source_t *source = zip_source_buffer(packing->zip, bytes, size, 0);
    g_assert_nonnull(source);
    if (zip_file_add(packing->zip, name, source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE) < 0)
        zip_source_free(source); /* a name that zip refuses */
}

void packing_add(Packing *packing, const char *name, const char *bytes, gssize size)
{
    gsize length = size < 0 ? strlen(bytes) : (gsize)size;
    char *copy = g_malloc(length + 1);
    memcpy(copy, bytes, length); /* bytes, no text. NOLINT(bugprone-not-null-terminated-result) */
    add(packing, name, copy, length);
}

void packing_add_all(Packing *packing, const char *text, gsize size)
{
    const char *at = text, *end = text + size;
    while (at < end && at[0] == '%') {
        const char *line_end = memchr(at, '\n', (gsize)(end - at));
        if (line_end == NULL)
            return;
        ptrdiff_t sign = MIN(2, line_end - at);
        g_autofree char *name = g_strndup(at + sign, (gsize)(line_end - at - sign));
        const char *next = g_strstr_len(line_end, end - line_end, "\n%%");
        const char *content_end = next != NULL ? next : end;
        const char *content = MIN(line_end + 1, content_end);
        packing_add(packing, name, content, content_end - content);
        at = next != NULL ? next + 1 : end;
    }
}

static void choose_method(zip_t *zip, gboolean packed)
{
    zip_int64_t n = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < n; i++)
        zip_set_file_compression(zip, (zip_uint64_t)i, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
}

char *packing_finish(Packing *packing, gboolean packed, gsize *size)
{
    choose_method(packing->zip, packed);
    g_assert_cmpint(zip_close(packing->zip), ==, 0);
    zip_stat_t about;
    zip_stat_init(&about);
    zip_source_stat(packing->target, &about);
    *size = (about.valid & ZIP_STAT_SIZE) != 0 ? about.size : 0;
    char *bytes = g_malloc(*size + 1);
    if (*size > 0) {
        g_assert_cmpint(zip_source_open(packing->target), ==, 0);
        g_assert_cmpint(zip_source_read(packing->target, bytes, *size), ==, (zip_int64_t)*size);
        zip_source_close(packing->target);
    }
    zip_source_free(packing->target);
    g_ptr_array_unref(packing->parts);
    g_free(packing);
    return bytes;
}

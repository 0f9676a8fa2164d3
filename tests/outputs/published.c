/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "published.h"

void co_published_init(CoPublished *published, CoSampleAmend amend)
{
    co_sample_init(&published->sample);
    if (amend != NULL)
        amend(&published->sample);
    published->folder = co_sample_folder();
    published->target = co_sample_publish(&published->sample, published->folder);
}

void co_published_clear(CoPublished *published)
{
    co_sample_remove_folder(published->folder);
    g_free(published->target);
    co_sample_clear(&published->sample);
}

CoXlsxFile *co_published_open(const CoPublished *published, const char *name)
{
    g_autofree char *path = g_build_filename(published->target, name, NULL);
    return co_xlsx_file_open(path);
}

CoXlsxFile *co_published_file(CoSampleAmend amend, const char *name)
{
    g_auto(CoPublished) published = {0};
    co_published_init(&published, amend);
    return co_published_open(&published, name);
}

const char *co_published_near(const CoXlsxFile *file, const char *sheet, const char *text,
                              int right, int below)
{
    g_autofree char *address = co_xlsx_file_find(file, sheet, text);
    if (address == NULL)
        g_error("no cell of \"%s\" holds \"%s\"", sheet, text);
    return co_xlsx_file_near(file, sheet, address, right, below);
}

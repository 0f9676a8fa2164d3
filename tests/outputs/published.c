/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "published.h"

CoXlsxFile *co_published_file(CoSampleAmend amend, const char *name)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    if (amend != NULL)
        amend(&sample);
    char *folder = co_sample_folder();
    g_autofree char *target = co_sample_publish(&sample, folder);
    g_autofree char *path = g_build_filename(target, name, NULL);
    CoXlsxFile *file = co_xlsx_file_open(path);
    co_sample_remove_folder(folder);
    return file;
}

const char *co_published_near(const CoXlsxFile *file, const char *sheet, const char *text,
                              int right, int below)
{
    g_autofree char *address = co_xlsx_file_find(file, sheet, text);
    if (address == NULL)
        g_error("no cell of \"%s\" holds \"%s\"", sheet, text);
    return co_xlsx_file_near(file, sheet, address, right, below);
}

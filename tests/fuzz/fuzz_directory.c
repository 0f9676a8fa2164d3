/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a directory, read in blocks as the national file is: what is found has the UAI that
 * was asked for, and every establishment of a commune can be found. */
#include <glib.h>
#include <glib/gstdio.h>

#include <stdint.h>
#include <string.h>

#include "cohorte/text.h"
#include "inputs/identity/directory.h"
#include "inputs/import_context.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* One file for the whole run. */
static const char *write_file(const uint8_t *data, size_t size)
{
    static char *path;
    if (path == NULL)
        g_close(g_file_open_tmp("cohorte-annuaire-XXXXXX", &path, NULL), NULL);
    FILE *stream = g_fopen(path, "wb");
    g_assert_nonnull(stream);
    g_assert_true(size == 0 || fwrite(data, 1, size, stream) == size);
    fclose(stream);
    return path;
}

static void check_entry(const CoDirectoryEntry *entry, const char *uai)
{
    const CoPlace *place = &entry->place;
    g_assert_cmpstr(place->uai, ==, uai);
    g_assert_true(g_utf8_validate(place->name, -1, NULL));
    g_assert_true(g_utf8_validate(place->type, -1, NULL));
    g_assert_true(g_utf8_validate(entry->academy, -1, NULL));
    g_assert_true(!place->located || (place->latitude >= -90 && place->latitude <= 90 &&
                                      place->longitude >= -180 && place->longitude <= 180));
}

static void visit(const char *uai, const char *name, gpointer data)
{
    g_assert_true(co_uai_is_valid(uai));
    g_assert_true(g_utf8_validate(name, -1, NULL));
    CoDirectoryEntry entry;
    g_assert_true(co_directory_find(data, uai, &entry));
    check_entry(&entry, uai);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = write_file(data, size);
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoImport) import = co_import_new("/nowhere/at/all", NULL, problems);
    import->sheets = co_sheet_store_new();
    co_sheet_store_add_path(import->sheets, "annuaire", "annuaire.csv", path, problems);
    co_directory_read(import);
    CoDirectoryEntry entry;
    if (co_directory_find(import, "0389001C", &entry)) {
        check_entry(&entry, "0389001C");
        co_directory_judge(import, "0389001C");
    }
    co_directory_visit_commune(import->directory, "Grenoble", visit, import);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case_campaign.h"

#include <glib/gstdio.h>

#include "cohorte/import.h"

char *co_case_folder(const char *name)
{
    const char *shared = g_getenv("COHORTE_SHARED"), *source = g_getenv("COHORTE_SOURCE_DIR");
    g_autofree char *beside = g_build_filename(source != NULL ? source : ".", "..", "shared", NULL);
    g_autofree char *folder =
        g_build_filename(shared != NULL ? shared : beside, "data", "cases", name, NULL);
    return g_file_test(folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&folder) : NULL;
}

static bool copy_file(const char *from, const char *name, const char *to_folder, const char *to,
                      GError **error)
{
    g_autofree char *source = g_build_filename(from, name, NULL);
    g_autofree char *target = g_build_filename(to_folder, to, NULL);
    g_autofree char *content = NULL;
    gsize size = 0;
    return g_file_get_contents(source, &content, &size, error) &&
           g_file_set_contents(target, content, (gssize)size, error);
}

/* The case with its clean needs, the raw survey left out. */
static bool copy_case(const char *folder, const char *copy, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    if (dir == NULL)
        return false;
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        bool wanted = g_str_has_suffix(name, ".csv") && !g_str_has_prefix(name, "enquete") &&
                      !g_str_equal(name, "attendu.csv");
        if (wanted && !copy_file(folder, name, copy, name, error))
            return false;
    }
    return copy_file(folder, "attendu/besoins.csv", copy, "besoins.csv", error);
}

static void remove_copy(const char *copy)
{
    g_autoptr(GDir) dir = g_dir_open(copy, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(copy, name, NULL);
        g_remove(path);
    }
    g_rmdir(copy);
}

static CoCampaign *import(const char *folder, GError **error)
{
    CoImportOptions options = {.write_mapping = false};
    g_autoptr(CoProblemList) problems = co_problem_list_new();
    g_autoptr(CoCampaign) campaign = co_import_folder(folder, &options, problems, error);
    if (campaign != NULL && co_problem_list_count(problems, CO_SEVERITY_ERROR) > 0) {
        g_set_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNUSABLE, "%s: problems found", folder);
        return NULL;
    }
    return g_steal_pointer(&campaign);
}

CoCampaign *co_case_campaign(const char *folder, GError **error)
{
    g_autofree char *needs = g_build_filename(folder, "besoins.csv", NULL);
    if (g_file_test(needs, G_FILE_TEST_EXISTS))
        return import(folder, error);
    g_autofree char *copy = g_dir_make_tmp("cohorte-case-XXXXXX", error);
    if (copy == NULL)
        return NULL;
    CoCampaign *campaign = copy_case(folder, copy, error) ? import(copy, error) : NULL;
    remove_copy(copy);
    return campaign;
}

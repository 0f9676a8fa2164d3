/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read_tables.h"

#include <string.h>

#include "book_tables.h"
#include "cohorte/import.h"
#include "cohorte/text.h"
#include "inputs/formats/csv_reader.h"
#include "inputs/calendars/ics_sheet.h"
#include "recognise.h"

/* @return (transfer full) a file name without its extension */
static char *stem_of(const char *file)
{
    const char *dot = strrchr(file, '.');
    return dot != NULL ? g_strndup(file, (gsize)(dot - file)) : g_strdup(file);
}

static bool has_extension(const char *file, const char *const *extensions)
{
    const char *dot = strrchr(file, '.');
    for (int i = 0; dot != NULL && extensions[i] != NULL; i++)
        if (g_ascii_strcasecmp(dot + 1, extensions[i]) == 0)
            return true;
    return false;
}

/* A directory may be the whole country's, of which a few columns are wanted. */
static bool is_streamed(const char *stem)
{
    g_autofree char *folded = co_text_fold(stem);
    return co_sheet_store_knows(stem) && g_str_has_prefix(folded, "annuaire");
}

static void report_recognised(const char *table, const char *file, CoProblemList *problems)
{
    CoProblem problem = {
        .severity = CO_SEVERITY_NOTICE,
        .code = CO_PROBLEM_TABLE_RECOGNISED,
        .file = file,
        .value = table,
    };
    co_problem_list_add(problems, &problem);
}

/* @return (transfer full) the name to add a CSV file under: its own, or that of the table its
 * columns tell */
static char *table_name_of(const char *path, const char *file, CoProblemList *problems)
{
    g_autofree char *stem = stem_of(file);
    const char *table = co_sheet_store_knows(stem) ? NULL : co_recognise_csv(path, file);
    if (table == NULL)
        return g_steal_pointer(&stem);
    report_recognised(table, file, problems);
    return g_strdup(table);
}

/* A file that is no table is opened for its headers only. */
static void add_csv(CoSheetStore *store, const char *path, const char *file,
                    CoProblemList *problems)
{
    g_autofree char *stem = table_name_of(path, file, problems);
    if (is_streamed(stem)) {
        co_sheet_store_add_path(store, stem, file, path, problems);
        return;
    }
    CoSheet *sheet = co_sheet_store_knows(stem) ? co_csv_read_file(path, file, problems) : NULL;
    co_sheet_store_add(store, stem, file, sheet, problems);
}

/* A published calendar; agendas have their own folder. */
static void add_calendar(CoSheetStore *store, const char *path, const char *file,
                         CoProblemList *problems)
{
    g_autofree char *stem = stem_of(file);
    g_autofree char *folded = co_text_fold(stem);
    if (co_sheet_store_knows(stem) && g_str_has_prefix(folded, "calendrier")) {
        co_sheet_store_add(store, stem, file, co_ics_sheet_load(path, file, problems), problems);
        return;
    }
    /* Whatever else it is, an agenda perhaps, is nobody's business here. */
    g_autoptr(CoProblemList) unsaid = co_problem_list_new();
    g_autoptr(CoSheet) sheet = co_ics_sheet_load(path, file, unsaid);
    if (sheet == NULL || !co_recognise_calendar(sheet))
        return;
    report_recognised("calendrier", file, problems);
    co_sheet_store_add(store, "calendrier", file, g_steal_pointer(&sheet), problems);
}

static void add_book(CoSheetStore *store, const char *path, const char *file,
                     CoProblemList *problems)
{
    g_autofree char *stem = stem_of(file);
    CoBookFile book = {path, file, stem};
    if (!co_book_tables_add(store, &book, problems) && !co_sheet_store_knows(stem))
        co_sheet_store_lose_book(store);
}

static void add_file(CoSheetStore *store, const char *folder, const char *name,
                     CoProblemList *problems)
{
    static const char *const csv[] = {"csv", NULL};
    static const char *const calendars[] = {"ics", NULL};
    static const char *const books[] = {"xlsx", "xlsm", "xls", "xlsb", "ods", NULL};
    g_autofree char *file = g_filename_display_name(name);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (has_extension(file, csv))
        add_csv(store, path, file, problems);
    else if (has_extension(file, books))
        add_book(store, path, file, problems);
    else if (has_extension(file, calendars))
        add_calendar(store, path, file, problems);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* @return (transfer full) the names of a folder in order, hidden ones and lock files apart */
static GPtrArray *list_folder(const char *folder, GError **error)
{
    g_autoptr(GError) reason = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &reason);
    if (dir == NULL) {
        g_set_error(error, CO_IMPORT_ERROR, CO_IMPORT_ERROR_UNREADABLE,
                    "folder \"%s\" cannot be read: %s", folder, reason->message);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        if (*name != '.' && *name != '~')
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* A workbook given alone: what lies beside it is not read. */
static CoSheetStore *read_book(const char *path, CoProblemList *problems)
{
    CoSheetStore *store = co_sheet_store_new();
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *file = g_filename_display_name(name);
    CoBookFile book = {path, file, NULL};
    if (!co_book_tables_add(store, &book, problems))
        co_sheet_store_lose_book(store);
    return store;
}

CoSheetStore *co_tables_read(const char *path, CoProblemList *problems, GError **error)
{
    g_return_val_if_fail(path != NULL && problems != NULL, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return read_book(path, problems);
    g_autoptr(GPtrArray) names = list_folder(path, error);
    if (names == NULL)
        return NULL;
    CoSheetStore *store = co_sheet_store_new();
    for (guint i = 0; i < names->len; i++)
        add_file(store, path, names->pdata[i], problems);
    return store;
}

char *co_tables_folder(const char *path)
{
    g_return_val_if_fail(path != NULL, NULL);
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? g_path_get_dirname(path) : g_strdup(path);
}

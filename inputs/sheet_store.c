/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet_store.h"

#include <errno.h>
#include <string.h>

#include "cohorte/import.h"
#include "cohorte/text.h"
#include "csv_reader.h"

typedef struct TableName {
    const char *name;
    bool several; /* every file whose name begins so */
} TableName;

static const TableName table_names[] = {
    {"parametres", false}, {"academies", false},      {"vagues", false},  {"agences", false},
    {"roles", false},      {"parcours", false},       {"modules", false}, {"annuaire", true},
    {"besoins", false},    {"etablissements", false}, {"enquete", true},  {"formateurs", false},
    {"binomes", false},    {"salles", false},         {"fm1", false},     {"calendrier", true},
    {"fermetures", false}, {"echeances", false},      {"verrous", false}, {"distances", false},
    {"frais", false},
};

typedef struct Entry {
    const TableName *table;
    char *file;
    CoSheet *sheet; /* NULL when it could not be read, or is to be read row by row */
    char *path;     /* where to read it from then */
} Entry;

struct CoSheetStore {
    GArray *entries;
};

static void entry_clear(gpointer data)
{
    Entry *entry = data;
    co_sheet_free(entry->sheet);
    g_free(entry->file);
    g_free(entry->path);
}

CoSheetStore *co_sheet_store_new(void)
{
    CoSheetStore *store = g_new0(CoSheetStore, 1);
    store->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(store->entries, entry_clear);
    return store;
}

void co_sheet_store_free(CoSheetStore *store)
{
    if (store == NULL)
        return;
    g_array_unref(store->entries);
    g_free(store);
}

static const Entry *entry_at(const CoSheetStore *store, guint index)
{
    return &g_array_index(store->entries, Entry, index);
}

static const Entry *find_entry(const CoSheetStore *store, const char *table, int index)
{
    for (guint i = 0; i < store->entries->len; i++) {
        const Entry *entry = entry_at(store, i);
        bool is_there = entry->sheet != NULL || entry->path != NULL;
        if (is_there && strcmp(entry->table->name, table) == 0 && index-- == 0)
            return entry;
    }
    return NULL;
}

int co_sheet_store_count(const CoSheetStore *store, const char *table)
{
    int n = 0;
    while (find_entry(store, table, n) != NULL)
        n++;
    return n;
}

const CoSheet *co_sheet_store_get(const CoSheetStore *store, const char *table, int index)
{
    const Entry *entry = find_entry(store, table, index);
    g_return_val_if_fail(entry != NULL, NULL);
    return entry->sheet;
}

const char *co_sheet_store_path(const CoSheetStore *store, const char *table, int index)
{
    const Entry *entry = find_entry(store, table, index);
    g_return_val_if_fail(entry != NULL, NULL);
    return entry->path;
}

const char *co_sheet_store_file(const CoSheetStore *store, const char *table, int index)
{
    const Entry *entry = find_entry(store, table, index);
    g_return_val_if_fail(entry != NULL, NULL);
    return entry->file;
}

bool co_sheet_store_was_tried(const CoSheetStore *store, const char *table)
{
    for (guint i = 0; i < store->entries->len; i++)
        if (strcmp(entry_at(store, i)->table->name, table) == 0)
            return true;
    return false;
}

/* @return (transfer full) a file name without its extension */
static char *stem_of(const char *file)
{
    const char *dot = strrchr(file, '.');
    return dot != NULL ? g_strndup(file, (gsize)(dot - file)) : g_strdup(file);
}

static const char *extension_of(const char *file)
{
    const char *dot = strrchr(file, '.');
    return dot != NULL ? dot + 1 : "";
}

static const TableName *table_of(const char *name)
{
    g_autofree char *stem = co_text_fold(name);
    for (size_t i = 0; i < G_N_ELEMENTS(table_names); i++) {
        const TableName *table = &table_names[i];
        if (table->several ? g_str_has_prefix(stem, table->name) : strcmp(stem, table->name) == 0)
            return table;
    }
    return NULL;
}

static const char *closest_table(const char *name)
{
    g_autofree char *stem = co_text_fold(name);
    const char *closest = NULL;
    int limit = 2;
    for (size_t i = 0; i < G_N_ELEMENTS(table_names) && limit >= 0; i++) {
        int distance = co_text_distance(stem, table_names[i].name, limit);
        if (distance > limit)
            continue;
        closest = table_names[i].name;
        limit = distance - 1;
    }
    return closest;
}

static bool is_workbook(const char *extension)
{
    static const char *const extensions[] = {"xlsx", "xlsm", "xls", "ods"};
    for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++)
        if (g_ascii_strcasecmp(extension, extensions[i]) == 0)
            return true;
    return false;
}

static void report_left_out(const char *file, CoProblemList *problems, CoProblem problem)
{
    problem.file = file;
    problem.action = CO_ACTION_FILE_OUT;
    co_problem_list_add(problems, &problem);
}

static const Entry *first_of(const CoSheetStore *store, const TableName *table)
{
    for (guint i = 0; i < store->entries->len; i++)
        if (entry_at(store, i)->table == table)
            return entry_at(store, i);
    return NULL;
}

static void report_stranger(const char *name, const char *file, const CoSheet *sheet,
                            CoProblemList *problems)
{
    const char *closest = closest_table(name);
    report_left_out(file, problems,
                    (CoProblem){.severity = closest ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE,
                                .code = CO_PROBLEM_TABLE_UNKNOWN,
                                .sheet = sheet != NULL ? co_sheet_name(sheet) : NULL,
                                .detail = closest});
}

bool co_sheet_store_add(CoSheetStore *store, const char *name, const char *file, CoSheet *sheet,
                        CoProblemList *problems)
{
    g_autoptr(CoSheet) owned = sheet;
    g_return_val_if_fail(store != NULL && name != NULL && file != NULL, false);
    const TableName *table = table_of(name);
    if (table == NULL) {
        report_stranger(name, file, sheet, problems);
        return false;
    }
    const Entry *first = table->several ? NULL : first_of(store, table);
    if (first != NULL) {
        report_left_out(file, problems,
                        (CoProblem){.severity = CO_SEVERITY_ERROR,
                                    .code = CO_PROBLEM_TABLE_TWICE,
                                    .value = table->name,
                                    .detail = first->file});
        return false;
    }
    Entry entry = {.table = table, .file = g_strdup(file), .sheet = g_steal_pointer(&owned)};
    g_array_append_val(store->entries, entry);
    return true;
}

bool co_sheet_store_add_path(CoSheetStore *store, const char *name, const char *file,
                             const char *path, CoProblemList *problems)
{
    g_return_val_if_fail(path != NULL, false);
    if (!co_sheet_store_add(store, name, file, NULL, problems))
        return false;
    g_array_index(store->entries, Entry, store->entries->len - 1).path = g_strdup(path);
    return true;
}

/* A directory may be the whole country's, of which a few columns are wanted. */
static bool is_streamed(const TableName *table)
{
    return table != NULL && strcmp(table->name, "annuaire") == 0;
}

/* A file that is no table is not opened at all. */
static void add_csv(CoSheetStore *store, const char *folder, const char *name,
                    CoProblemList *problems)
{
    g_autofree char *file = g_filename_display_name(name);
    g_autofree char *stem = stem_of(file);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    const TableName *table = table_of(stem);
    if (is_streamed(table)) {
        co_sheet_store_add_path(store, stem, file, path, problems);
        return;
    }
    CoSheet *sheet = table != NULL ? co_csv_read_file(path, file, problems) : NULL;
    co_sheet_store_add(store, stem, file, sheet, problems);
}

/* A workbook is a file left out: an error only to whoever has no other file of that table. */
static void report_workbooks(const CoSheetStore *store, const GPtrArray *names,
                             CoProblemList *problems)
{
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *file = g_filename_display_name(names->pdata[i]);
        g_autofree char *stem = stem_of(file);
        const char *extension = extension_of(file);
        if (!is_workbook(extension))
            continue;
        const TableName *table = table_of(stem);
        bool replaced =
            table == NULL || first_of(store, table) != NULL ||
            (strcmp(table->name, "enquete") == 0 && co_sheet_store_was_tried(store, "besoins"));
        report_left_out(file, problems,
                        (CoProblem){.severity = replaced ? CO_SEVERITY_NOTICE : CO_SEVERITY_ERROR,
                                    .code = CO_PROBLEM_FILE_FORMAT,
                                    .value = extension});
    }
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

CoSheetStore *co_sheet_store_read(const char *folder, CoProblemList *problems, GError **error)
{
    g_return_val_if_fail(folder != NULL && problems != NULL, NULL);
    g_autoptr(GPtrArray) names = list_folder(folder, error);
    if (names == NULL)
        return NULL;
    CoSheetStore *store = co_sheet_store_new();
    for (guint i = 0; i < names->len; i++)
        if (g_ascii_strcasecmp(extension_of(names->pdata[i]), "csv") == 0)
            add_csv(store, folder, names->pdata[i], problems);
    report_workbooks(store, names, problems);
    return store;
}

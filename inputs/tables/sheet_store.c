/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet_store.h"

#include <string.h>

#include "cohorte/text.h"

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
    {"frais", false},      {"decisions", false},      {"sessions", true},
};

typedef struct Entry {
    const TableName *table;
    char *file;
    CoSheet *sheet; /* NULL when it could not be read, or is to be read row by row */
    char *path;     /* where to read it from then */
} Entry;

struct CoSheetStore {
    GArray *entries;
    GPtrArray *strangers; /* names of files and sheets that are no table */
    bool has_lost_book;
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
    store->strangers = g_ptr_array_new_with_free_func(g_free);
    return store;
}

void co_sheet_store_free(CoSheetStore *store)
{
    if (store == NULL)
        return;
    g_array_unref(store->entries);
    g_ptr_array_unref(store->strangers);
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

void co_sheet_store_note_stranger(CoSheetStore *store, const char *name)
{
    g_return_if_fail(store != NULL && name != NULL);
    g_ptr_array_add(store->strangers, g_strdup(name));
}

char *co_sheet_store_strangers(const CoSheetStore *store)
{
    enum { MAX_TOLD = 8 };
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(store->strangers->len, MAX_TOLD); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               (const char *)store->strangers->pdata[i]);
    if (store->strangers->len > MAX_TOLD)
        g_string_append(text, "…");
    return text->len > 0 ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

void co_sheet_store_lose_book(CoSheetStore *store)
{
    store->has_lost_book = true;
}

bool co_sheet_store_has_lost_book(const CoSheetStore *store)
{
    return store->has_lost_book;
}

bool co_sheet_store_was_tried(const CoSheetStore *store, const char *table)
{
    for (guint i = 0; i < store->entries->len; i++)
        if (strcmp(entry_at(store, i)->table->name, table) == 0)
            return true;
    return false;
}

/* What the training offices' own exports are called, file or sheet. */
static bool is_sessions_export(const char *stem)
{
    return strstr(stem, "plan et sessions") != NULL || g_str_has_prefix(stem, "sofia") ||
           strcmp(stem, "liste des dispositifs") == 0;
}

static const TableName *table_of(const char *name)
{
    g_autofree char *folded = co_text_fold(name);
    const char *stem = is_sessions_export(folded) ? "sessions" : folded;
    for (size_t i = 0; i < G_N_ELEMENTS(table_names); i++) {
        const TableName *table = &table_names[i];
        if (table->several ? g_str_has_prefix(stem, table->name) : strcmp(stem, table->name) == 0)
            return table;
    }
    return NULL;
}

const char *co_sheet_store_closest(const char *name)
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

bool co_sheet_store_knows(const char *name)
{
    return table_of(name) != NULL;
}

bool co_sheet_store_takes_several(const char *name)
{
    const TableName *table = table_of(name);
    return table != NULL && table->several;
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
    const char *closest = co_sheet_store_closest(name);
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
        co_sheet_store_note_stranger(store, sheet != NULL ? co_sheet_name(sheet) : file);
        return false;
    }
    const Entry *first = table->several ? NULL : first_of(store, table);
    if (first != NULL) {
        report_left_out(file, problems,
                        (CoProblem){.severity = CO_SEVERITY_ERROR,
                                    .code = CO_PROBLEM_TABLE_TWICE,
                                    .sheet = owned != NULL ? co_sheet_name(owned) : NULL,
                                    .value = table->name,
                                    .detail = first->file});
        return false;
    }
    Entry entry = {.table = table, .file = g_strdup(file), .sheet = g_steal_pointer(&owned)};
    g_array_append_val(store->entries, entry);
    return true;
}

void co_sheet_store_step_over(CoSheetStore *store, const char *table, int n_lines)
{
    g_return_if_fail(store != NULL && table != NULL);
    const Entry *entry = find_entry(store, table, 0);
    if (entry != NULL && entry->sheet != NULL)
        co_sheet_step_over(entry->sheet, n_lines);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book_tables.h"

#include <string.h>

#include "inputs/formats/book.h"
#include "cohorte/text.h"
#include "recognise.h"

/* Sheets that explain, and are no table: the template's own, and what people call theirs. */
static bool explains(const char *sheet_name)
{
    static const char *const names[] = {"mode d emploi", "lisez moi", "lisezmoi", "aide", "notice"};
    g_autofree char *key = co_text_key(sheet_name);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(key, names[i]) == 0)
            return true;
    return false;
}

static void report(const CoBookFile *book, CoProblemList *problems, CoProblem problem)
{
    problem.file = book->file;
    problem.action = CO_ACTION_FILE_OUT;
    co_problem_list_add(problems, &problem);
}

static CoSheet *sheet_at(const GPtrArray *sheets, guint index)
{
    return sheets->pdata[index];
}

/* Gives a sheet of the array to the store. */
static void give(CoSheetStore *store, const char *name, const CoBookFile *book, gpointer *sheet,
                 CoProblemList *problems)
{
    co_sheet_store_add(store, name, book->file, g_steal_pointer(sheet), problems);
}

/* @return the sheet that is the table */
static guint choose_sheet(const GPtrArray *sheets, const char *table)
{
    g_autofree char *wanted = co_text_fold(table);
    for (guint i = 0; i < sheets->len; i++) {
        g_autofree char *name = co_text_fold(co_sheet_name(sheet_at(sheets, i)));
        if (strcmp(name, wanted) == 0)
            return i;
    }
    return 0;
}

static void leave_others(const CoBookFile *book, const GPtrArray *sheets, guint chosen,
                         CoProblemList *problems)
{
    for (guint i = 0; i < sheets->len; i++)
        if (i != chosen)
            report(book, problems,
                   (CoProblem){.severity = CO_SEVERITY_NOTICE,
                               .code = CO_PROBLEM_SHEET_UNUSED,
                               .sheet = co_sheet_name(sheet_at(sheets, i)),
                               .detail = co_sheet_name(sheet_at(sheets, chosen))});
}

/* A file named after a table. */
static void add_table(CoSheetStore *store, const CoBookFile *book, GPtrArray *sheets,
                      CoProblemList *problems)
{
    if (sheets != NULL && sheets->len == 0)
        report(book, problems,
               (CoProblem){.severity = CO_SEVERITY_ERROR, .code = CO_PROBLEM_FILE_EMPTY});
    if (sheets == NULL || sheets->len == 0) {
        co_sheet_store_add(store, book->stem, book->file, NULL, problems);
        return;
    }
    if (co_sheet_store_takes_several(book->stem)) {
        for (guint i = 0; i < sheets->len; i++)
            give(store, book->stem, book, &sheets->pdata[i], problems);
        return;
    }
    guint chosen = choose_sheet(sheets, book->stem);
    leave_others(book, sheets, chosen, problems);
    give(store, book->stem, book, &sheets->pdata[chosen], problems);
}

static bool wants_table(const char *sheet_name, void *user_data)
{
    bool known = co_sheet_store_knows(sheet_name);
    if (!known && !explains(sheet_name))
        g_ptr_array_add(user_data, g_strdup(sheet_name));
    return known;
}

static gint compare_sheets(gconstpointer a, gconstpointer b)
{
    const CoSheet *first = *(CoSheet *const *)a, *second = *(CoSheet *const *)b;
    return strcmp(co_sheet_name(first), co_sheet_name(second));
}

static void report_nothing(const CoBookFile *book, const GPtrArray *strangers,
                           CoProblemList *problems)
{
    g_autofree char *names = g_strjoinv("|", (char **)strangers->pdata);
    const char *closest = book->stem != NULL ? co_sheet_store_closest(book->stem) : NULL;
    CoProblem problem = {
        .severity = book->stem == NULL ? CO_SEVERITY_ERROR : CO_SEVERITY_NOTICE,
        .code = CO_PROBLEM_BOOK_NO_TABLE,
        .value = names,
    };
    if (closest != NULL)
        problem = (CoProblem){
            .severity = CO_SEVERITY_WARNING, .code = CO_PROBLEM_TABLE_UNKNOWN, .detail = closest};
    report(book, problems, problem);
}

/* @param strangers  names, NULL-ended */
static void report_strangers(CoSheetStore *store, const CoBookFile *book,
                             const GPtrArray *strangers, CoProblemList *problems)
{
    for (guint i = 0; i + 1 < strangers->len; i++) {
        co_sheet_store_note_stranger(store, strangers->pdata[i]);
        const char *closest = co_sheet_store_closest(strangers->pdata[i]);
        report(book, problems,
               (CoProblem){
                   .severity = closest != NULL ? CO_SEVERITY_WARNING : CO_SEVERITY_NOTICE,
                   .code = CO_PROBLEM_TABLE_UNKNOWN,
                   .sheet = strangers->pdata[i],
                   .detail = closest,
               });
    }
}

static bool is_stranger(const char *sheet_name, void *user_data)
{
    return g_ptr_array_find_with_equal_func(user_data, sheet_name, g_str_equal, NULL);
}

/* Moves the sheets that are tables by their columns from the strangers to the store. */
static void recognise(CoSheetStore *store, const CoBookFile *book, GPtrArray *strangers,
                      CoProblemList *problems)
{
    if (strangers->len == 0)
        return;
    g_autoptr(CoProblemList) unsaid = co_problem_list_new();
    g_autoptr(GPtrArray) sheets =
        co_book_read_file(book->path, book->file, is_stranger, strangers, unsaid);
    for (guint i = 0; sheets != NULL && i < sheets->len; i++) {
        const char *table = co_recognise_sheet(sheet_at(sheets, i));
        guint index;
        if (table == NULL ||
            !g_ptr_array_find_with_equal_func(strangers, co_sheet_name(sheet_at(sheets, i)),
                                              g_str_equal, &index))
            continue;
        co_sheet_report(sheet_at(sheets, i), problems,
                        (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                    .code = CO_PROBLEM_TABLE_RECOGNISED,
                                    .value = table});
        give(store, table, book, &sheets->pdata[i], problems);
        g_ptr_array_remove_index(strangers, index);
    }
}

/* The template's sheet for answers, left as it is: they may lie in a file of the folder. */
static bool answers_nothing(const CoSheet *sheet)
{
    g_autofree char *name = co_text_fold(co_sheet_name(sheet));
    return strcmp(name, "decisions") == 0 && co_sheet_n_rows(sheet) == 0;
}

/* A workbook whose sheets are named after tables. */
static bool add_tables(CoSheetStore *store, const CoBookFile *book, CoProblemList *problems)
{
    g_autoptr(GPtrArray) strangers = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) sheets =
        co_book_read_file(book->path, book->file, wants_table, strangers, problems);
    if (sheets == NULL)
        return false;
    guint n_strangers = strangers->len;
    recognise(store, book, strangers, problems);
    bool has_tables = sheets->len > 0 || strangers->len < n_strangers;
    g_ptr_array_add(strangers, NULL);
    if (!has_tables && book->stem != NULL)
        co_sheet_store_note_stranger(store, book->file);
    if (!has_tables)
        report_nothing(book, strangers, problems);
    else
        report_strangers(store, book, strangers, problems);
    g_ptr_array_sort(sheets, compare_sheets);
    for (guint i = 0; i < sheets->len; i++) {
        g_autofree char *name = g_strdup(co_sheet_name(sheet_at(sheets, i)));
        if (answers_nothing(sheet_at(sheets, i)))
            continue;
        give(store, name, book, &sheets->pdata[i], problems);
    }
    return true;
}

bool co_book_tables_add(CoSheetStore *store, const CoBookFile *book, CoProblemList *problems)
{
    g_return_val_if_fail(store != NULL && book != NULL && problems != NULL, false);
    if (book->stem == NULL || !co_sheet_store_knows(book->stem))
        return add_tables(store, book, problems);
    g_autoptr(GPtrArray) sheets = co_book_read_file(book->path, book->file, NULL, NULL, problems);
    add_table(store, book, sheets, problems);
    return sheets != NULL;
}

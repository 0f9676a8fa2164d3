/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <string.h>

#include "book_formats.h"
#include "file_bytes.h"

/* Old Office files, and new ones under a password, lie in another kind of container. */
static const char ole_magic[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool co_book_wants(CoBookReading *reading, const char *sheet_name, bool hidden)
{
    if (reading->wanted != NULL && !reading->wanted(sheet_name, reading->user_data))
        return false;
    if (!hidden)
        return true;
    co_problem_list_add(reading->context.problems, &(CoProblem){
                                                       .severity = CO_SEVERITY_NOTICE,
                                                       .code = CO_PROBLEM_SHEET_HIDDEN,
                                                       .action = CO_ACTION_FILE_OUT,
                                                       .file = reading->context.file,
                                                       .sheet = sheet_name,
                                                   });
    return false;
}

void co_book_keep(CoBookReading *reading, CoSheetBuilder *builder)
{
    /* Of a workbook left out, no sheet has anything to say. */
    if (co_package_has_failed(reading->context.package))
        return;
    g_autoptr(CoSheet) sheet = co_sheet_builder_finish(builder);
    if (co_sheet_n_columns(sheet) > 0)
        g_ptr_array_add(reading->sheets, g_steal_pointer(&sheet));
}

static bool begins_with(const CoBookSource *source, const char *magic)
{
    return source->size >= strlen(magic) && memcmp(source->bytes, magic, strlen(magic)) == 0;
}

/* @return whether a name in the directory of an OLE container, in UTF-16, is there */
static bool ole_has(const CoBookSource *source, const char *name)
{
    gsize n = strlen(name), n_wide = 2 * n;
    g_autofree char *wide = g_malloc0(n_wide);
    for (gsize i = 0; i < n; i++)
        wide[2 * i] = name[i];
    const char *at = source->bytes, *end = source->bytes + source->size;
    while (at < end && (at = memchr(at, name[0], (gsize)(end - at))) != NULL) {
        if ((gsize)(end - at) >= n_wide && memcmp(at, wide, n_wide) == 0)
            return true;
        at++;
    }
    return false;
}

static void report(const char *file, CoProblemList *problems, CoProblem problem)
{
    problem.severity = CO_SEVERITY_ERROR;
    problem.action = CO_ACTION_FILE_OUT;
    problem.file = file;
    co_problem_list_add(problems, &problem);
}

/* Refuses by name what is no zip. @return whether it is one */
static bool check_container(const CoBookSource *source, CoProblemList *problems)
{
    CoProblem problem = {.code = CO_PROBLEM_BOOK_DAMAGED};
    if (begins_with(source, "PK"))
        return true;
    if (source->size == 0)
        problem.code = CO_PROBLEM_FILE_EMPTY;
    else if (begins_with(source, ole_magic) && ole_has(source, "EncryptedPackage"))
        problem.code = CO_PROBLEM_BOOK_ENCRYPTED;
    else if (begins_with(source, ole_magic))
        problem = (CoProblem){.code = CO_PROBLEM_FILE_FORMAT, .value = "xls"};
    report(source->file, problems, problem);
    return false;
}

static void read_package(CoBookReading *reading)
{
    CoPackage *package = reading->context.package;
    if (co_package_has_failed(package))
        return;
    if (co_xlsx_is(package))
        co_xlsx_read(reading);
    else if (co_ods_is(package))
        co_ods_read(reading);
    else
        co_package_fail(package, CO_PROBLEM_BOOK_DAMAGED, NULL);
}

static void report_failure(const CoBookSource *source, const CoPackage *package,
                           CoProblemList *problems)
{
    const char *detail;
    CoProblem problem = {.code = co_package_failure(package, &detail)};
    if (problem.code == CO_PROBLEM_FILE_FORMAT)
        problem.value = detail;
    else
        problem.detail = detail;
    report(source->file, problems, problem);
}

GPtrArray *co_book_read_bytes(const CoBookSource *source, CoSheetWanted wanted, void *user_data,
                              CoProblemList *problems)
{
    g_return_val_if_fail(source != NULL && source->file != NULL && problems != NULL, NULL);
    g_return_val_if_fail(source->bytes != NULL || source->size == 0, NULL);
    if (!check_container(source, problems))
        return NULL;
    g_autoptr(CoPackage) package = co_package_open(source->bytes, source->size);
    g_autoptr(CoTextPool) pool = co_text_pool_new();
    g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func((GDestroyNotify)co_sheet_free);
    CoBookReading reading = {
        .context = {.file = source->file, .package = package, .pool = pool, .problems = problems},
        .wanted = wanted,
        .user_data = user_data,
        .sheets = sheets,
    };
    read_package(&reading);
    co_text_pool_seal(pool);
    if (!co_package_has_failed(package))
        return g_steal_pointer(&sheets);
    report_failure(source, package, problems);
    return NULL;
}

GPtrArray *co_book_read_file(const char *path, const char *file, CoSheetWanted wanted,
                             void *user_data, CoProblemList *problems)
{
    g_return_val_if_fail(path != NULL && file != NULL && problems != NULL, NULL);
    CoBookSource source = {.file = file};
    g_autofree char *bytes =
        co_file_load(path, file, CO_BOOK_MAX_FILE_BYTES, &source.size, problems);
    source.bytes = bytes;
    return bytes == NULL ? NULL : co_book_read_bytes(&source, wanted, user_data, problems);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package.h"

#include <zip.h>

#include <string.h>

struct CoPackage {
    zip_t *zip; /* NULL when it could not be opened */
    int64_t n_inflated;
    CoProblemCode failure; /* 0 = none */
    char *detail;
};

struct CoPart {
    CoPackage *package;
    zip_file_t *file;
    char *name;
    int64_t n_packed, n_inflated;
};

static zip_t *open_zip(const char *bytes, gsize size)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &error);
    zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == NULL && source != NULL)
        zip_source_free(source);
    zip_error_fini(&error);
    return zip;
}

CoPackage *co_package_open(const char *bytes, gsize size)
{
    g_return_val_if_fail(bytes != NULL || size == 0, NULL);
    CoPackage *package = g_new0(CoPackage, 1);
    package->zip = open_zip(bytes, size);
    if (package->zip == NULL)
        co_package_fail(package, CO_PROBLEM_BOOK_DAMAGED, NULL);
    else if (zip_get_num_entries(package->zip, 0) > CO_PACKAGE_MAX_PARTS)
        co_package_fail(package, CO_PROBLEM_BOOK_TOO_LARGE, NULL);
    return package;
}

void co_package_close(CoPackage *package)
{
    if (package == NULL)
        return;
    if (package->zip != NULL)
        zip_discard(package->zip);
    g_free(package->detail);
    g_free(package);
}

void co_package_fail(CoPackage *package, CoProblemCode code, const char *detail)
{
    g_return_if_fail(package != NULL && code != 0);
    if (package->failure != 0)
        return;
    package->failure = code;
    package->detail = detail == NULL ? NULL : g_utf8_make_valid(detail, -1);
}

bool co_package_has_failed(const CoPackage *package)
{
    return package->failure != 0;
}

CoProblemCode co_package_failure(const CoPackage *package, const char **detail)
{
    *detail = package->detail;
    return package->failure;
}

static zip_int64_t locate(const CoPackage *package, const char *name)
{
    return package->zip == NULL ? -1 : zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
}

bool co_package_has(const CoPackage *package, const char *name)
{
    return locate(package, name) >= 0;
}

bool co_package_has_folder(const CoPackage *package, const char *folder)
{
    zip_int64_t n = package->zip == NULL ? 0 : zip_get_num_entries(package->zip, 0);
    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        if (name != NULL && g_ascii_strncasecmp(name, folder, strlen(folder)) == 0)
            return true;
    }
    return false;
}

CoPart *co_part_open(CoPackage *package, const char *name)
{
    g_return_val_if_fail(package != NULL && name != NULL, NULL);
    zip_int64_t index = locate(package, name);
    zip_stat_t about;
    zip_stat_init(&about);
    if (index < 0 || zip_stat_index(package->zip, (zip_uint64_t)index, 0, &about) != 0) {
        co_package_fail(package, CO_PROBLEM_BOOK_DAMAGED, name);
        return NULL;
    }
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
        co_package_fail(package, CO_PROBLEM_BOOK_ENCRYPTED, NULL);
        return NULL;
    }
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (file == NULL) {
        co_package_fail(package, CO_PROBLEM_BOOK_DAMAGED, name);
        return NULL;
    }
    CoPart *part = g_new0(CoPart, 1);
    part->package = package;
    part->file = file;
    part->name = g_strdup(name);
    part->n_packed = (int64_t)MIN(about.comp_size, (zip_uint64_t)G_MAXINT32);
    return part;
}

void co_part_close(CoPart *part)
{
    if (part == NULL)
        return;
    zip_fclose(part->file);
    g_free(part->name);
    g_free(part);
}

/* What a part inflates to is counted as it comes: its header may say anything. */
static bool is_too_large(const CoPart *part)
{
    return part->package->n_inflated > CO_PACKAGE_MAX_BYTES ||
           (part->n_inflated > CO_PACKAGE_RATIO_FREE_BYTES &&
            part->n_inflated / CO_PACKAGE_MAX_RATIO > part->n_packed);
}

int co_part_read(CoPart *part, void *buffer, int size)
{
    g_return_val_if_fail(part != NULL && buffer != NULL && size > 0, -1);
    zip_int64_t n = zip_fread(part->file, buffer, (zip_uint64_t)size);
    if (n < 0) {
        co_package_fail(part->package, CO_PROBLEM_BOOK_DAMAGED, part->name);
        return -1;
    }
    part->n_inflated += n;
    part->package->n_inflated += n;
    if (!is_too_large(part))
        return (int)n;
    co_package_fail(part->package, CO_PROBLEM_BOOK_TOO_LARGE, part->name);
    return -1;
}

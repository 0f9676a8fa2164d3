/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file_bytes.h"

#include <errno.h>
#include <sys/stat.h>

void co_file_report_unreadable(const char *file, CoProblemList *problems, int error)
{
    CoProblem problem = {
        .severity = CO_SEVERITY_ERROR,
        .code = CO_PROBLEM_FILE_UNREADABLE,
        .action = CO_ACTION_FILE_OUT,
        .file = file,
        .detail = g_strerror(error),
    };
    co_problem_list_add(problems, &problem);
}

/* Looks before opening. */
static FILE *open_regular(const char *path)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return NULL;
    if (!S_ISREG(about.st_mode)) {
        errno = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
        return NULL;
    }
    return fopen(path, "rb");
}

FILE *co_file_open(const char *path, const char *file, CoProblemList *problems)
{
    g_return_val_if_fail(path != NULL && file != NULL && problems != NULL, NULL);
    FILE *stream = open_regular(path);
    if (stream == NULL)
        co_file_report_unreadable(file, problems, errno);
    return stream;
}

/* Reads one byte more than the limit, so that a file that grows meanwhile is caught too. */
static char *load(FILE *stream, gsize max_bytes, gsize *size)
{
    gsize room = MIN((gsize)1 << 16, max_bytes + 1);
    char *bytes = g_malloc(room + 1);
    *size = 0;
    for (;;) {
        *size += fread(bytes + *size, 1, room - *size, stream);
        if (*size < room || room > max_bytes)
            return bytes;
        room = MIN(4 * room, max_bytes + 1);
        bytes = g_realloc(bytes, room + 1);
    }
}

static void report_too_large(const char *file, gsize max_bytes, CoProblemList *problems)
{
    CoProblem problem = {
        .severity = CO_SEVERITY_ERROR,
        .code = CO_PROBLEM_FILE_TOO_LARGE,
        .action = CO_ACTION_FILE_OUT,
        .file = file,
        .number = (int64_t)max_bytes,
    };
    co_problem_list_add(problems, &problem);
}

char *co_file_load(const char *path, const char *file, gsize max_bytes, gsize *size,
                   CoProblemList *problems)
{
    FILE *stream = co_file_open(path, file, problems);
    if (stream == NULL)
        return NULL;
    g_autofree char *bytes = load(stream, max_bytes, size);
    int error = ferror(stream) ? errno : 0;
    fclose(stream);
    if (error != 0) {
        co_file_report_unreadable(file, problems, error);
        return NULL;
    }
    if (*size > max_bytes) {
        report_too_large(file, max_bytes, problems);
        return NULL;
    }
    return g_steal_pointer(&bytes);
}

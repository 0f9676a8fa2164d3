/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "failure.h"

#define MAX_SHEET_NAME 31
#define EPOCH_DAY 719163 /* 1970-01-01 */

typedef struct Adopted {
    void *page;
    CoBookAtClose finish;
    GDestroyNotify release;
} Adopted;

struct CoBook {
    lxw_workbook *handle; /* NULL once closed */
    char *path;
    GHashTable *formats; /* key of a look -> lxw_format, owned by the workbook */
    GHashTable *names;   /* sheet names in use, folded: they differ by more than case */
    GArray *pages;       /* of Adopted */
};

static void set_properties(lxw_workbook *handle, const CoBookInfo *info)
{
    CoDay day = info->day != CO_DAY_NONE ? info->day : co_day_from_ymd(2000, 1, 1);
    lxw_doc_properties properties = {
        .title = (char *)info->title,
        .subject = (char *)info->subject,
        .author = (char *)info->author,
        .company = (char *)info->company,
        .created = (time_t)(day - EPOCH_DAY) * 24 * 60 * 60,
    };
    workbook_set_properties(handle, &properties);
}

CoBook *co_book_new(const char *path, const char *scratch, const CoBookInfo *info)
{
    g_return_val_if_fail(path != NULL && scratch != NULL && info != NULL, NULL);
    g_autofree char *folder = g_strdup(scratch);
    lxw_workbook_options options = {.tmpdir = folder};
    CoBook *book = g_new0(CoBook, 1);
    book->handle = workbook_new_opt(path, &options);
    g_assert(book->handle != NULL); /* like GLib, it fails only when memory is exhausted */
    book->path = g_strdup(path);
    book->formats = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    book->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    book->pages = g_array_new(FALSE, FALSE, sizeof(Adopted));
    set_properties(book->handle, info);
    return book;
}

void co_book_free(CoBook *book)
{
    if (book == NULL)
        return;
    for (guint i = 0; i < book->pages->len; i++) {
        const Adopted *adopted = &g_array_index(book->pages, Adopted, i);
        adopted->release(adopted->page);
    }
    g_array_unref(book->pages);
    g_hash_table_unref(book->formats);
    g_hash_table_unref(book->names);
    if (book->handle != NULL)
        lxw_workbook_free(book->handle);
    g_free(book->path);
    g_free(book);
}

lxw_workbook *co_book_handle(CoBook *book)
{
    g_return_val_if_fail(book != NULL, NULL);
    return book->handle;
}

lxw_format *co_book_look(CoBook *book, CoLook look)
{
    g_return_val_if_fail(book != NULL && book->handle != NULL, NULL);
    gint64 key = (gint64)look.fill << 16 | (gint64)look.edges << 8 | (gint64)look.style;
    lxw_format *format = g_hash_table_lookup(book->formats, &key);
    if (format == NULL) {
        format = workbook_add_format(book->handle);
        co_style_apply(format, look);
        g_hash_table_insert(book->formats, g_memdup2(&key, sizeof key), format);
    }
    return format;
}

lxw_format *co_book_style(CoBook *book, CoStyle style)
{
    return co_book_look(book, (CoLook){.style = style});
}

/* The first @p n_max characters of a text whose forbidden ones are made "-". */
static char *allowed_name(const char *wanted, long n_max)
{
    g_autofree char *valid = g_utf8_make_valid(wanted, -1);
    g_strdelimit(valid, "[]:*?/\\\n\r\t", '-');
    g_autofree char *cut =
        g_utf8_strlen(valid, -1) > n_max ? g_utf8_substring(valid, 0, n_max) : g_strdup(valid);
    g_strstrip(cut);
    if (cut[0] == '\'')
        cut[0] = ' ';
    size_t length = strlen(cut);
    if (length > 0 && cut[length - 1] == '\'')
        cut[length - 1] = ' ';
    return g_strdup(*cut != '\0' ? cut : "Feuille");
}

char *co_book_sheet_name(CoBook *book, const char *wanted)
{
    g_return_val_if_fail(book != NULL && wanted != NULL, NULL);
    for (int rank = 1;; rank++) {
        g_autofree char *suffix = rank == 1 ? g_strdup("") : g_strdup_printf(" (%d)", rank);
        g_autofree char *stem = allowed_name(wanted, MAX_SHEET_NAME - (long)strlen(suffix));
        g_autofree char *name = g_strconcat(stem, suffix, NULL);
        if (g_hash_table_add(book->names, g_utf8_casefold(name, -1)))
            return g_steal_pointer(&name);
    }
}

void co_book_adopt(CoBook *book, void *page, CoBookAtClose finish, GDestroyNotify release)
{
    g_return_if_fail(book != NULL && page != NULL && finish != NULL && release != NULL);
    const Adopted adopted = {page, finish, release};
    g_array_append_val(book->pages, adopted);
}

/* The library reports a file it cannot open on the terminal, in English; so try first. */
static bool can_be_made(const char *path, GError **error)
{
    int fd = g_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) {
        int failure = errno;
        g_autofree char *name = g_path_get_basename(path);
        return co_output_fail(error, CO_OUTPUT_ERROR_WRITE, "impossible d'écrire", name, failure);
    }
    close(fd);
    return true;
}

static GBytes *read_back(const char *path, GError **error)
{
    char *data = NULL;
    gsize size = 0;
    if (g_file_get_contents(path, &data, &size, NULL) &&
        co_archive_is_whole((const uint8_t *)data, size))
        return g_bytes_new_take(data, size);
    g_free(data);
    g_autofree char *name = g_path_get_basename(path);
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE,
                "impossible d'écrire « %s » : le fichier est incomplet, le disque est sans doute "
                "plein",
                name);
    return NULL;
}

GBytes *co_book_close(CoBook *book, GError **error)
{
    g_return_val_if_fail(book != NULL && book->handle != NULL, NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    if (!can_be_made(book->path, error))
        return NULL;
    for (guint i = 0; i < book->pages->len; i++) {
        const Adopted *adopted = &g_array_index(book->pages, Adopted, i);
        adopted->finish(adopted->page);
    }
    lxw_error status = workbook_close(g_steal_pointer(&book->handle));
    if (status == LXW_NO_ERROR)
        return read_back(book->path, error);
    g_set_error(
        error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE, "impossible d'écrire « %s »%s", book->path,
        status == LXW_ERROR_CREATING_TMPFILE ? " : pas de place pour un fichier temporaire" : "");
    return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Walk {
    CoFolderVisit visit;
    void *data;
} Walk;

static bool walk_below(const Walk *walk, const char *folder, const char *prefix);

static bool visit_entry(const Walk *walk, const char *path, const char *name)
{
    GStatBuf status;
    if (g_lstat(path, &status) != 0)
        return false;
    bool is_folder = S_ISDIR(status.st_mode);
    errno = 0;
    if (!walk->visit(path, name, is_folder, walk->data))
        return false;
    return !is_folder || walk_below(walk, path, name);
}

static bool walk_below(const Walk *walk, const char *folder, const char *prefix)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL) {
        errno = errno != 0 ? errno : EIO;
        return false;
    }
    for (const char *entry; (entry = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, entry, NULL);
        g_autofree char *name =
            *prefix == '\0' ? g_strdup(entry) : g_strconcat(prefix, "/", entry, NULL);
        if (!visit_entry(walk, path, name))
            return false;
    }
    return true;
}

bool co_folder_walk(const char *folder, CoFolderVisit visit, void *data)
{
    g_return_val_if_fail(folder != NULL && visit != NULL, false);
    const Walk walk = {visit, data};
    return walk_below(&walk, folder, "");
}

static bool remove_file_note_folder(const char *path, const char *name, bool is_folder, void *data)
{
    (void)name;
    GPtrArray *folders = data;
    if (!is_folder)
        return g_unlink(path) == 0;
    g_ptr_array_add(folders, g_strdup(path));
    return true;
}

bool co_folder_remove(const char *folder)
{
    g_return_val_if_fail(folder != NULL, false);
    GStatBuf status;
    if (g_lstat(folder, &status) != 0)
        return errno == ENOENT;
    if (!S_ISDIR(status.st_mode))
        return g_unlink(folder) == 0;
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(folders, g_strdup(folder));
    if (!co_folder_walk(folder, remove_file_note_folder, folders))
        return false;
    /* Outer folders were met first, so the last one is empty by now. */
    for (guint i = folders->len; i > 0; i--)
        if (g_rmdir(g_ptr_array_index(folders, i - 1)) != 0)
            return false;
    return true;
}

static bool flush_one(const char *path, int flags)
{
    int fd = g_open(path, O_RDONLY | O_CLOEXEC | flags, 0);
    if (fd < 0)
        return false;
    int failure = fsync(fd) == 0 ? 0 : errno;
    close(fd);
    errno = failure;
    return failure == 0;
}

void co_folder_flush_names(const char *folder)
{
    /* Not every file system flushes a folder; the files' own content is what must not be lost. */
    (void)flush_one(folder, O_DIRECTORY);
}

static bool flush_visited(const char *path, const char *name, bool is_folder, void *data)
{
    (void)name;
    (void)data;
    if (is_folder) {
        co_folder_flush_names(path);
        return true;
    }
    return flush_one(path, 0);
}

bool co_folder_flush(const char *folder)
{
    g_return_val_if_fail(folder != NULL, false);
    if (!co_folder_walk(folder, flush_visited, NULL))
        return false;
    co_folder_flush_names(folder);
    return true;
}

bool co_folder_exchange(const char *fresh, const char *target, const char *spare)
{
    g_return_val_if_fail(fresh != NULL && target != NULL && spare != NULL, false);
    GStatBuf status;
    if (g_lstat(target, &status) != 0)
        return g_rename(fresh, target) == 0;
#ifdef RENAME_EXCHANGE
    if (renameat2(AT_FDCWD, fresh, AT_FDCWD, target, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return false;
#endif
    if (g_rename(target, spare) != 0)
        return false;
    if (g_rename(fresh, target) == 0)
        return true;
    int failure = errno;
    (void)g_rename(spare, target);
    errno = failure;
    return false;
}

void co_folder_recover(const char *target, const char *spare)
{
    g_return_if_fail(target != NULL && spare != NULL);
    GStatBuf status;
    if (g_lstat(spare, &status) != 0)
        return;
    if (g_lstat(target, &status) == 0)
        (void)co_folder_remove(spare);
    else
        (void)g_rename(spare, target);
}

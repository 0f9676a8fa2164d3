/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

CoStoreError co_files_error_code(int number, CoStoreError otherwise)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return CO_STORE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return CO_STORE_ERROR_FULL;
    default:
        return otherwise;
    }
}

static bool fail(int number, const char *path, GError **error)
{
    CoStoreError otherwise =
        number == ENOENT || number == ENOTDIR ? CO_STORE_ERROR_MISSING : CO_STORE_ERROR_IO;
    g_set_error(error, CO_STORE_ERROR, (int)co_files_error_code(number, otherwise), "%s: %s", path,
                g_strerror(number));
    return false;
}

bool co_files_make(const char *path, bool *made, GError **error)
{
    int descriptor = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    *made = descriptor >= 0;
    if (!*made)
        return errno == EEXIST || fail(errno, path, error);
    return g_close(descriptor, NULL) || fail(EIO, path, error);
}

bool co_files_sync_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int descriptor = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (descriptor < 0)
        return fail(errno, folder, error);
    /* Some network shares cannot sync a folder and say EINVAL; there is nothing better to do. */
    bool synced = fsync(descriptor) == 0 || errno == EINVAL;
    int number = errno;
    g_close(descriptor, NULL);
    return synced || fail(number, folder, error);
}

bool co_files_move(const char *from, const char *to, GError **error)
{
    if (g_rename(from, to) != 0)
        return fail(errno, to, error);
    return co_files_sync_folder(to, error);
}

bool co_files_folder_is_writable(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}

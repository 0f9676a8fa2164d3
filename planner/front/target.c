/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "target.h"

#include <glib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "failure.h"

static const char campaign_file[] = "campagne.cohorte";
static const char suffix[] = "en-cours";

/* Only what a run of ours made is ever removed; links are not followed. */
static bool remove_tree(const char *path)
{
    GStatBuf status;
    if (g_lstat(path, &status) != 0)
        return errno == ENOENT;
    if (!S_ISDIR(status.st_mode))
        return g_unlink(path) == 0;
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (!remove_tree(inner))
            return false;
    }
    return g_rmdir(path) == 0;
}

static char *resolved(const char *folder)
{
    char *real = realpath(folder, NULL);
    if (real == NULL)
        return g_canonicalize_filename(folder, NULL);
    char *copy = g_strdup(real);
    free(real); /* from malloc(), not g_malloc() */
    return copy;
}

static char *existing_ancestor(const char *path)
{
    char *ancestor = g_path_get_dirname(path);
    while (!g_file_test(ancestor, G_FILE_TEST_EXISTS)) {
        char *above = g_path_get_dirname(ancestor);
        g_free(ancestor);
        ancestor = above;
    }
    return ancestor;
}

static bool is_empty_folder(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    return folder != NULL && g_dir_read_name(folder) == NULL;
}

static bool fail_foreign(const char *folder, GError **error)
{
    g_autofree char *shown = g_filename_display_name(folder);
    g_autofree char *what = g_strdup_printf(
        "« %s » existe et n'est pas un dossier de sortie de Cohorte ; rien n'a été touché.", shown);
    co_fail(error, CO_EXIT_DATA, what, "Choisissez un nouveau nom, ou un dossier vide.");
    return false;
}

static bool fail_busy(const char *folder, GError **error)
{
    g_autofree char *shown = g_filename_display_name(folder);
    g_autofree char *what =
        g_strdup_printf("Une autre commande est en train d'écrire « %s ».", shown);
    co_fail(error, CO_EXIT_DATA, what, "Attendez qu'elle ait fini, ou choisissez un autre nom.");
    return false;
}

static int open_and_lock(const char *folder, bool *is_busy)
{
    int fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    *is_busy = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return fd;
}

static bool clear_remains(const char *work, bool *is_busy)
{
    int fd = open_and_lock(work, is_busy);
    bool cleared = !*is_busy && remove_tree(work);
    if (fd >= 0)
        close(fd);
    return cleared;
}

static bool make_work_folder(CoTarget *target, GError **error)
{
    g_autofree char *parent = g_path_get_dirname(target->folder);
    bool is_busy = false;
    bool made = g_mkdir_with_parents(parent, 0777) == 0 && g_mkdir(target->work, 0777) == 0;
    if (!made && errno == EEXIST)
        made = clear_remains(target->work, &is_busy) && g_mkdir(target->work, 0777) == 0;
    if (is_busy)
        return fail_busy(target->folder, error);
    if (!made) {
        co_failure_from_system(error, "créer le dossier", target->folder, errno);
        return false;
    }
    target->is_new = true;
    target->lock_fd = open_and_lock(target->work, &is_busy);
    return true;
}

bool co_target_open(CoTarget *target, const char *folder, GError **error)
{
    g_return_val_if_fail(target != NULL && folder != NULL, false);
    *target = (CoTarget){.lock_fd = -1};
    target->folder = resolved(folder);
    target->ancestor = existing_ancestor(target->folder);
    g_autofree char *campaign = g_build_filename(target->folder, campaign_file, NULL);
    if (g_file_test(campaign, G_FILE_TEST_IS_REGULAR)) {
        target->work = g_strdup(target->folder);
        return true;
    }
    if (g_file_test(target->folder, G_FILE_TEST_EXISTS) && !is_empty_folder(target->folder))
        return fail_foreign(folder, error);
    g_autofree char *parent = g_path_get_dirname(target->folder);
    g_autofree char *base = g_path_get_basename(target->folder);
    g_autofree char *hidden = g_strdup_printf(".%s.%s", base, suffix);
    target->work = g_build_filename(parent, hidden, NULL);
    return make_work_folder(target, error);
}

char *co_target_path(const CoTarget *target, const char *name)
{
    g_return_val_if_fail(target != NULL && name != NULL, NULL);
    return g_build_filename(target->work, name, NULL);
}

bool co_target_commit(CoTarget *target, GError **error)
{
    g_return_val_if_fail(target != NULL && target->work != NULL, false);
    if (!target->is_new)
        return true;
    if (g_rename(target->work, target->folder) != 0) {
        co_failure_from_system(error, "mettre en place le dossier", target->folder, errno);
        return false;
    }
    target->is_new = false;
    return true;
}

/* Folders above that were made for this run go too, as long as they are empty. */
static void remove_parents(const CoTarget *target)
{
    g_autofree char *parent = g_path_get_dirname(target->folder);
    while (!g_str_equal(parent, target->ancestor) && g_rmdir(parent) == 0) {
        char *above = g_path_get_dirname(parent);
        g_free(parent);
        parent = above;
    }
}

void co_target_clear(CoTarget *target)
{
    if (target->is_new && remove_tree(target->work))
        remove_parents(target);
    if (target->lock_fd >= 0)
        close(target->lock_fd);
    g_free(target->folder);
    g_free(target->work);
    g_free(target->ancestor);
    *target = (CoTarget){.lock_fd = -1};
}

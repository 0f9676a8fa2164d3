/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "delivery.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv.h"
#include "failure.h"
#include "folder.h"

#define CANNOT_WRITE "impossible d'écrire"
#define CANNOT_MAKE "impossible de créer le dossier"

typedef struct Entry {
    char *name, *recipient, *digest;
} Entry;

struct CoDelivery {
    const CoDeliveryKind *kind;
    char *target, *fresh, *spare;
    int lock_fd;       /* open on the hidden folder: tells a live run from a dead one's leavings */
    GArray *entries;   /* of Entry */
    GHashTable *names; /* of the entries, theirs */
};

static void clear_entry(gpointer data)
{
    Entry *entry = data;
    g_free(entry->name);
    g_free(entry->recipient);
    g_free(entry->digest);
}

/* A link to a folder stands for the folder: the exchange must not replace the link. */
static char *resolve_target(const char *target)
{
    char *real = realpath(target, NULL);
    if (real == NULL)
        return g_canonicalize_filename(target, NULL);
    char *copy = g_strdup(real);
    free(real); /* from malloc(), not g_malloc() */
    return copy;
}

static char *hidden_sibling(const char *target, const char *suffix)
{
    g_autofree char *parent = g_path_get_dirname(target);
    g_autofree char *base = g_path_get_basename(target);
    g_autofree char *name = g_strdup_printf(".%s.%s", base, suffix);
    return g_build_filename(parent, name, NULL);
}

/* What an existing target may hold, and the first thing met that it may not. */
typedef struct Inventory {
    const CoDeliveryKind *kind;
    GHashTable *listed; /* names of the manifest, or NULL */
    char *foreign;
} Inventory;

static bool is_allowed(const Inventory *inventory, const char *name, bool is_folder)
{
    if (inventory->kind->manifest == NULL)
        return !is_folder && g_strv_contains(inventory->kind->names, name);
    if (is_folder)
        return inventory->listed != NULL;
    return g_str_equal(name, inventory->kind->manifest) ||
           (inventory->listed != NULL && g_hash_table_contains(inventory->listed, name));
}

static bool note_foreign(const char *path, const char *name, bool is_folder, void *data)
{
    (void)path;
    Inventory *inventory = data;
    if (is_allowed(inventory, name, is_folder))
        return true;
    inventory->foreign = g_strdup(name);
    return false;
}

/* @return (transfer full) set of the first cells of a manifest, NULL when there is none */
static GHashTable *read_manifest(const char *folder, const char *manifest)
{
    g_autofree char *path = g_build_filename(folder, manifest, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        g_hash_table_add(names, g_strndup(*line, strcspn(*line, ";\r")));
    return names;
}

/* A folder without a list has nothing that could be lost, or is refused for what it holds. */
static bool is_of_kind(GHashTable *listed, const CoDeliveryKind *kind)
{
    if (listed == NULL)
        return true;
    return (kind->witness == NULL || g_hash_table_contains(listed, kind->witness)) &&
           (kind->stranger == NULL || !g_hash_table_contains(listed, kind->stranger));
}

static bool fail_kind(const char *target, GError **error)
{
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET,
                "le dossier « %s » vient d'une autre sorte de publication : "
                "rien n'a été touché, indiquez un autre dossier",
                target);
    return false;
}

static bool is_replaceable(const char *target, const CoDeliveryKind *kind, GError **error)
{
    GStatBuf status;
    if (g_lstat(target, &status) != 0)
        return true;
    if (!S_ISDIR(status.st_mode)) {
        g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET,
                    "« %s » existe et n'est pas un dossier", target);
        return false;
    }
    g_autoptr(GHashTable) listed = kind->manifest ? read_manifest(target, kind->manifest) : NULL;
    Inventory inventory = {kind, listed, NULL};
    if (co_folder_walk(target, note_foreign, &inventory))
        return is_of_kind(listed, kind) || fail_kind(target, error);
    if (inventory.foreign == NULL)
        return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, "impossible de lire", target, errno);
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET,
                "le dossier « %s » contient « %s », que Cohorte n'y a pas mis : "
                "rien n'a été touché, indiquez un autre dossier",
                target, inventory.foreign);
    g_free(inventory.foreign);
    return false;
}

static int open_and_lock(const char *folder, bool *is_busy)
{
    int fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    *is_busy = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return fd;
}

/* Makes the hidden folder; one left by a run that was killed is cleared away first. */
static bool make_fresh_folder(CoDelivery *delivery, GError **error)
{
    bool is_busy = false;
    if (g_mkdir(delivery->fresh, 0777) != 0) {
        if (errno != EEXIST)
            return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, CANNOT_MAKE, delivery->target,
                                  errno);
        int fd = open_and_lock(delivery->fresh, &is_busy);
        bool made =
            !is_busy && co_folder_remove(delivery->fresh) && g_mkdir(delivery->fresh, 0777) == 0;
        int failure = errno;
        if (fd >= 0)
            close(fd);
        if (!made && !is_busy)
            return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, CANNOT_MAKE, delivery->target,
                                  failure);
    }
    if (!is_busy)
        delivery->lock_fd = open_and_lock(delivery->fresh, &is_busy);
    if (is_busy)
        g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TARGET,
                    "une autre écriture est en cours vers « %s »", delivery->target);
    return !is_busy;
}

static bool prepare(CoDelivery *delivery, GError **error)
{
    g_autofree char *parent = g_path_get_dirname(delivery->target);
    if (g_mkdir_with_parents(parent, 0777) != 0)
        return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, CANNOT_MAKE, parent, errno);
    co_folder_recover(delivery->target, delivery->spare);
    return is_replaceable(delivery->target, delivery->kind, error) &&
           make_fresh_folder(delivery, error);
}

static void forget(CoDelivery *delivery)
{
    if (delivery->lock_fd >= 0)
        close(delivery->lock_fd);
    g_free(delivery->target);
    g_free(delivery->fresh);
    g_free(delivery->spare);
    g_hash_table_unref(delivery->names);
    g_array_unref(delivery->entries);
    g_free(delivery);
}

CoDelivery *co_delivery_new(const char *target, const CoDeliveryKind *kind, GError **error)
{
    g_return_val_if_fail(target != NULL && *target != '\0', NULL);
    g_return_val_if_fail(kind != NULL && (kind->manifest != NULL || kind->names != NULL), NULL);
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    CoDelivery *delivery = g_new0(CoDelivery, 1);
    delivery->kind = kind;
    delivery->target = resolve_target(target);
    delivery->fresh = hidden_sibling(delivery->target, "cohorte-nouveau");
    delivery->spare = hidden_sibling(delivery->target, "cohorte-ancien");
    delivery->lock_fd = -1;
    delivery->names = g_hash_table_new(g_str_hash, g_str_equal);
    delivery->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(delivery->entries, clear_entry);
    if (prepare(delivery, error))
        return delivery;
    forget(delivery); /* the hidden folder, if there is one, belongs to another run */
    return NULL;
}

void co_delivery_free(CoDelivery *delivery)
{
    if (delivery == NULL)
        return;
    (void)co_folder_remove(delivery->fresh);
    forget(delivery);
}

const char *co_delivery_folder(const CoDelivery *delivery)
{
    g_return_val_if_fail(delivery != NULL, NULL);
    return delivery->fresh;
}

char *co_delivery_path(CoDelivery *delivery, const char *name, GError **error)
{
    g_return_val_if_fail(delivery != NULL && name != NULL, NULL);
    g_autofree char *path = g_build_filename(delivery->fresh, name, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        co_output_fail(error, CO_OUTPUT_ERROR_WRITE, CANNOT_MAKE, name, errno);
        return NULL;
    }
    return g_steal_pointer(&path);
}

static bool write_all(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, data, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        size -= (size_t)n;
    }
    return true;
}

bool co_delivery_write(CoDelivery *delivery, const char *name, const char *data, size_t size,
                       GError **error)
{
    g_return_val_if_fail(delivery != NULL && name != NULL && data != NULL, false);
    g_autofree char *path = co_delivery_path(delivery, name, error);
    if (path == NULL)
        return false;
    int fd = g_open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return co_output_fail(error, CO_OUTPUT_ERROR_WRITE, CANNOT_WRITE, name, errno);
    int failure = write_all(fd, data, size) ? 0 : errno;
    /* Network file systems tell of a full disk here. */
    if (close(fd) != 0 && failure == 0)
        failure = errno;
    return failure == 0 ||
           co_output_fail(error, CO_OUTPUT_ERROR_WRITE, CANNOT_WRITE, name, failure);
}

void co_delivery_record(CoDelivery *delivery, const char *name, const char *recipient, GBytes *data)
{
    g_return_if_fail(delivery != NULL && name != NULL && recipient != NULL && data != NULL);
    const Entry entry = {g_strdup(name), g_strdup(recipient),
                         g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, data)};
    g_array_append_val(delivery->entries, entry);
    g_hash_table_add(delivery->names, entry.name);
}

bool co_delivery_has(const CoDelivery *delivery, const char *name)
{
    g_return_val_if_fail(delivery != NULL && name != NULL, false);
    return g_hash_table_contains(delivery->names, name);
}

static bool write_manifest(CoDelivery *delivery, GError **error)
{
    g_autoptr(GString) text = g_string_new("chemin;destinataire;sha256\n");
    for (guint i = 0; i < delivery->entries->len; i++) {
        const Entry *entry = &g_array_index(delivery->entries, Entry, i);
        const char *const cells[] = {entry->name, entry->recipient, entry->digest};
        co_csv_append_row(text, cells, G_N_ELEMENTS(cells));
    }
    return co_delivery_write(delivery, delivery->kind->manifest, text->str, text->len, error);
}

bool co_delivery_commit(CoDelivery *delivery, GError **error)
{
    g_return_val_if_fail(delivery != NULL, false);
    if (delivery->kind->manifest != NULL && !write_manifest(delivery, error))
        return false;
    if (!co_folder_flush(delivery->fresh))
        return co_output_fail(error, CO_OUTPUT_ERROR_WRITE, CANNOT_WRITE, delivery->target, errno);
    if (!co_folder_exchange(delivery->fresh, delivery->target, delivery->spare))
        return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, "impossible de remplacer",
                              delivery->target, errno);
    g_autofree char *parent = g_path_get_dirname(delivery->target);
    co_folder_flush_names(parent);
    /* The old folder is in one of these now; were it to stay, the next run would remove it. */
    (void)co_folder_remove(delivery->fresh);
    (void)co_folder_remove(delivery->spare);
    return true;
}

char *co_delivery_safe_name(const char *code)
{
    g_return_val_if_fail(code != NULL, NULL);
    char *name = g_strdup(code);
    g_strcanon(name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '_');
    for (char *p = name; *p == '.'; p++)
        *p = '_';
    if (*name != '\0')
        return name;
    g_free(name);
    return g_strdup("_");
}

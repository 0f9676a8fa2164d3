/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target once on every file of a corpus directory, in name order, where libFuzzer is
 * not at hand: the corpus then keeps its worth as an ordinary test.
 * Usage: PROGRAM DIRECTORY. Exit status 0 when at least one file was read and none crashed. */
#include <glib.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int compare_names(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* @return (transfer full) the names in the directory, sorted; NULL with error set */
static GPtrArray *list_directory(const char *directory, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, error);
    if (dir == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

static gboolean replay_file(const char *path, GError **error)
{
    g_autofree char *content = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &content, &size, error))
        return FALSE;
    /* An exact copy: the reader must see no byte, not even GLib's final NUL, past the end. */
    g_autofree uint8_t *data = g_memdup2(content, size);
    LLVMFuzzerTestOneInput(data, size);
    return TRUE;
}

static gboolean replay_directory(const char *directory, unsigned *n_files, GError **error)
{
    g_autoptr(GPtrArray) names = list_directory(directory, error);
    if (names == NULL)
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(directory, names->pdata[i], NULL);
        if (!replay_file(path, error))
            return FALSE;
    }
    *n_files = names->len;
    return TRUE;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return EXIT_FAILURE;
    }
    g_autoptr(GError) error = NULL;
    unsigned n_files = 0;
    if (!replay_directory(argv[1], &n_files, &error)) {
        fprintf(stderr, "%s: %s\n", argv[0], error->message);
        return EXIT_FAILURE;
    }
    if (n_files == 0) {
        fprintf(stderr, "%s: %s holds no file\n", argv[0], argv[1]);
        return EXIT_FAILURE;
    }
    printf("%u files replayed\n", n_files);
    return EXIT_SUCCESS;
}

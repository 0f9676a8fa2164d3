/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file_names.h"

#include "delivery.h"

static char *next_free(GHashTable *taken, const char *code)
{
    g_autofree char *safe = co_delivery_safe_name(code);
    for (int rank = 1;; rank++) {
        g_autofree char *name = rank == 1 ? g_strdup(safe) : g_strdup_printf("%s_%d", safe, rank);
        if (g_hash_table_add(taken, g_ascii_strdown(name, -1)))
            return g_steal_pointer(&name);
    }
}

char **co_file_names(const char *const *codes, int n_codes)
{
    g_return_val_if_fail(n_codes >= 0 && (codes != NULL || n_codes == 0), NULL);
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char **names = g_new0(char *, (gsize)n_codes + 1);
    for (int i = 0; i < n_codes; i++)
        names[i] = next_free(taken, codes[i]);
    return names;
}

char *co_file_path(const char *folder, const char *name, const char *extension)
{
    g_return_val_if_fail(folder != NULL && name != NULL && extension != NULL, NULL);
    return g_strconcat(folder, "/", name, extension, NULL);
}

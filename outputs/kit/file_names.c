/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file_names.h"

#include "delivery.h"

GHashTable *co_file_names_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

char *co_file_names_take(GHashTable *names, const char *folder, const char *code,
                         const char *extension)
{
    g_return_val_if_fail(names != NULL && folder != NULL, NULL);
    g_return_val_if_fail(code != NULL && extension != NULL, NULL);
    g_autofree char *safe = co_delivery_safe_name(code);
    for (int rank = 1;; rank++) {
        g_autofree char *suffix = rank == 1 ? g_strdup("") : g_strdup_printf("_%d", rank);
        g_autofree char *name = g_strdup_printf("%s/%s%s%s", folder, safe, suffix, extension);
        if (g_hash_table_add(names, g_ascii_strdown(name, -1)))
            return g_steal_pointer(&name);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys.h"

#include <string.h>

#include "cohorte/text.h"

typedef struct Entry {
    char *name;
    char *folded;
    int index;
    int line;
} Entry;

struct CoKeys {
    CoFold fold;
    GPtrArray *entries;    /* of Entry, in the order added */
    GHashTable *by_folded; /* folded -> Entry, both owned by entries */
    GHashTable *seen;      /* name as typed (owned) -> Entry or NULL */
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->name);
    g_free(entry->folded);
    g_free(entry);
}

CoKeys *co_keys_new(CoFold fold)
{
    CoKeys *keys = g_new0(CoKeys, 1);
    keys->fold = fold != NULL ? fold : g_strdup;
    keys->entries = g_ptr_array_new_with_free_func(entry_free);
    keys->by_folded = g_hash_table_new(g_str_hash, g_str_equal);
    keys->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return keys;
}

void co_keys_free(CoKeys *keys)
{
    if (keys == NULL)
        return;
    g_hash_table_unref(keys->seen);
    g_hash_table_unref(keys->by_folded);
    g_ptr_array_unref(keys->entries);
    g_free(keys);
}

bool co_keys_add(CoKeys *keys, const char *name, int index, int line)
{
    g_return_val_if_fail(keys != NULL && name != NULL && index >= 0, false);
    g_autofree char *folded = keys->fold(name);
    if (*folded == '\0' || g_hash_table_contains(keys->by_folded, folded))
        return false;
    Entry *entry = g_new(Entry, 1);
    *entry = (Entry){g_strdup(name), g_steal_pointer(&folded), index, line};
    g_ptr_array_add(keys->entries, entry);
    g_hash_table_insert(keys->by_folded, entry->folded, entry);
    g_hash_table_remove_all(keys->seen);
    return true;
}

static const Entry *find(CoKeys *keys, const char *name)
{
    enum { MAX_SEEN = 100000 };
    gpointer entry;
    if (g_hash_table_lookup_extended(keys->seen, name, NULL, &entry))
        return entry;
    g_autofree char *folded = keys->fold(name);
    entry = g_hash_table_lookup(keys->by_folded, folded);
    if (g_hash_table_size(keys->seen) < MAX_SEEN)
        g_hash_table_insert(keys->seen, g_strdup(name), entry);
    return entry;
}

int co_keys_find(CoKeys *keys, const char *name)
{
    g_return_val_if_fail(keys != NULL && name != NULL, -1);
    const Entry *entry = find(keys, name);
    return entry != NULL ? entry->index : -1;
}

int co_keys_line(CoKeys *keys, const char *name)
{
    g_return_val_if_fail(keys != NULL && name != NULL, 0);
    const Entry *entry = find(keys, name);
    return entry != NULL ? entry->line : 0;
}

const char *co_keys_closest(const CoKeys *keys, const char *name)
{
    enum { MAX_COMPARED = 500, MAX_LENGTH = 200 };
    if (keys->entries->len > MAX_COMPARED || strlen(name) > MAX_LENGTH)
        return NULL;
    g_autofree char *folded = keys->fold(name);
    int limit = MAX(1, (int)g_utf8_strlen(folded, -1) / 3);
    const char *closest = NULL;
    for (guint i = 0; i < keys->entries->len; i++) {
        const Entry *entry = keys->entries->pdata[i];
        int distance = co_text_distance(folded, entry->folded, limit);
        if (distance > limit)
            continue;
        closest = entry->name;
        limit = distance - 1;
        if (limit < 0)
            break;
    }
    return closest;
}

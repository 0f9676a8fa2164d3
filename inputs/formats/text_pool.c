/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text_pool.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Texts lie one after the other in blocks. The index is a table of their addresses as 32-bit
 * numbers, half the size of pointers: unit times UNIT_BYTES plus offset, 0 for a free slot. A text
 * longer than a unit has a block of several. */
enum { UNIT_SHIFT = 20, UNIT_BYTES = 1 << UNIT_SHIFT, FIRST_SLOTS = 1 << 10 };

struct CoTextPool {
    int n_refs;
    GPtrArray *blocks; /* owned */
    GPtrArray *units;  /* where each unit begins, in a block */
    gsize used;        /* of the last unit */
    uint32_t *slots;   /* NULL once sealed */
    uint32_t n_slots;  /* a power of two */
    uint32_t n_texts;
};

static void add_block(CoTextPool *pool, gsize n_units)
{
    char *block = g_malloc(n_units * UNIT_BYTES);
    g_ptr_array_add(pool->blocks, block);
    for (gsize i = 0; i < n_units; i++)
        g_ptr_array_add(pool->units, block + i * UNIT_BYTES);
    pool->used = 0;
}

CoTextPool *co_text_pool_new(void)
{
    CoTextPool *pool = g_new0(CoTextPool, 1);
    pool->n_refs = 1;
    pool->blocks = g_ptr_array_new_with_free_func(g_free);
    pool->units = g_ptr_array_new();
    add_block(pool, 1);
    pool->used = 1; /* address 0 means a free slot */
    pool->n_slots = FIRST_SLOTS;
    pool->slots = g_new0(uint32_t, pool->n_slots);
    return pool;
}

CoTextPool *co_text_pool_ref(CoTextPool *pool)
{
    g_return_val_if_fail(pool != NULL, NULL);
    pool->n_refs++;
    return pool;
}

void co_text_pool_unref(CoTextPool *pool)
{
    if (pool == NULL || --pool->n_refs > 0)
        return;
    g_ptr_array_unref(pool->units);
    g_ptr_array_unref(pool->blocks);
    g_free(pool->slots);
    g_free(pool);
}

static char *text_at(const CoTextPool *pool, uint32_t address)
{
    char *unit = pool->units->pdata[address >> UNIT_SHIFT];
    return unit + (address & (UNIT_BYTES - 1));
}

static uint32_t hash_of(const char *text, gsize length)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return (uint32_t)(hash ^ (hash >> 32));
}

/* @return the slot of a text, or the free one where it belongs */
static uint32_t *find_slot(const CoTextPool *pool, const char *text, gsize length)
{
    uint32_t mask = pool->n_slots - 1;
    for (uint32_t i = hash_of(text, length) & mask;; i = (i + 1) & mask) {
        uint32_t *slot = &pool->slots[i];
        if (*slot == 0)
            return slot;
        const char *known = text_at(pool, *slot);
        if (strncmp(known, text, length) == 0 && known[length] == '\0')
            return slot;
    }
}

static void grow(CoTextPool *pool)
{
    g_autofree uint32_t *old = pool->slots;
    uint32_t n_old = pool->n_slots;
    pool->n_slots *= 2;
    pool->slots = g_new0(uint32_t, pool->n_slots);
    for (uint32_t i = 0; i < n_old; i++) {
        if (old[i] == 0)
            continue;
        const char *text = text_at(pool, old[i]);
        *find_slot(pool, text, strlen(text)) = old[i];
    }
}

/* @return the address of a new copy, or 0 when the pool is full */
static uint32_t store(CoTextPool *pool, const char *text, gsize length)
{
    gsize size = length + 1;
    if (pool->used + size > UNIT_BYTES) {
        gsize n_units = (size + UNIT_BYTES - 1) >> UNIT_SHIFT;
        if (pool->units->len + n_units > CO_TEXT_POOL_MAX_BYTES >> UNIT_SHIFT)
            return 0;
        add_block(pool, n_units);
    }
    /* After a block of several units nothing more goes into it: used stays beyond one unit. */
    guint first = pool->units->len - (guint)((size + UNIT_BYTES - 1) >> UNIT_SHIFT);
    uint32_t address = (uint32_t)(((gsize)first << UNIT_SHIFT) + pool->used);
    char *copy = text_at(pool, address);
    memcpy(copy, text, length);
    copy[length] = '\0';
    pool->used += size;
    return address;
}

const char *co_text_pool_add(CoTextPool *pool, const char *text, gsize length)
{
    g_return_val_if_fail(pool != NULL && text != NULL, NULL);
    if (length == 0)
        return "";
    if (pool->slots == NULL)
        return NULL;
    uint32_t *slot = find_slot(pool, text, length);
    if (*slot != 0)
        return text_at(pool, *slot);
    uint32_t address = store(pool, text, length);
    if (address == 0)
        return NULL;
    *slot = address;
    if (++pool->n_texts > pool->n_slots / 4 * 3)
        grow(pool);
    return text_at(pool, address);
}

void co_text_pool_seal(CoTextPool *pool)
{
    g_return_if_fail(pool != NULL);
    g_clear_pointer(&pool->slots, g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "side_by_side.h"

struct CoSideBySide {
    CoRandomGrouping *halves[2];
    CoGrouping grouping;
    GPtrArray *owned;
};

static void *take(CoSideBySide *both, int n, size_t size)
{
    void *array = g_malloc0((size_t)MAX(n, 1) * size);
    g_ptr_array_add(both->owned, array);
    return array;
}

/* Where the things of one half begin in the whole. */
typedef struct Shift {
    int classes, items, rooms, trainers, offices, heads, locks;
} Shift;

static int moved(int index, int by)
{
    return index >= 0 ? index + by : index;
}

static void add_class(CoSideBySide *both, CoGrpClass *cls, const Shift *by)
{
    int *rooms = take(both, cls->n_rooms, sizeof *rooms);
    int *items = take(both, cls->n_items, sizeof *items);
    CoGrpTeam *teams = take(both, cls->n_teams, sizeof *teams);
    CoGrpPattern *patterns = take(both, cls->n_patterns, sizeof *patterns);
    for (int r = 0; r < cls->n_rooms; r++)
        rooms[r] = cls->rooms[r] + by->rooms;
    for (int k = 0; k < cls->n_items; k++)
        items[k] = cls->items[k] + by->items;
    for (int t = 0; t < cls->n_teams; t++)
        for (int k = 0; k < 2; k++)
            teams[t].trainer[k] = moved(cls->teams[t].trainer[k], by->trainers);
    for (int p = 0; p < cls->n_patterns; p++) {
        patterns[p] = cls->patterns[p];
        patterns[p].lock = moved(patterns[p].lock, by->locks);
    }
    cls->path += by->classes;
    cls->rooms = rooms;
    cls->items = items;
    cls->teams = teams;
    cls->patterns = patterns;
}

static void add_half(CoSideBySide *both, const CoGrouping *half, const Shift *by)
{
    CoGrouping *g = &both->grouping;
    for (int c = 0; c < half->n_classes; c++) {
        CoGrpClass *cls = (CoGrpClass *)(uintptr_t)&g->classes[by->classes + c];
        *cls = half->classes[c];
        add_class(both, cls, by);
    }
    for (int i = 0; i < half->n_items; i++) {
        CoGrpItem *item = (CoGrpItem *)(uintptr_t)&g->items[by->items + i];
        *item = half->items[i];
        item->class_idx += by->classes;
        item->office = moved(item->office, by->offices);
        item->heads = moved(item->heads, by->heads);
        item->trainer = moved(item->trainer, by->trainers);
        item->lock = moved(item->lock, by->locks);
    }
    for (int t = 0; t < half->n_trainers; t++) {
        CoGrpTrainer *trainer = (CoGrpTrainer *)(uintptr_t)&g->trainers[by->trainers + t];
        *trainer = half->trainers[t];
        trainer->office = moved(trainer->office, by->offices);
        const int64_t **cost = take(both, g->n_classes, sizeof *cost);
        for (int c = 0; c < half->n_classes; c++)
            cost[by->classes + c] = half->trainers[t].cost[c];
        trainer->cost = cost;
    }
    for (int r = 0; r < half->n_rooms; r++)
        ((const CoSlotWord **)(uintptr_t)g->room_busy)[by->rooms + r] = half->room_busy[r];
    for (int o = 0; o < half->n_offices; o++)
        ((int *)(uintptr_t)g->office_limit)[by->offices + o] = half->office_limit[o];
    for (int h = 0; h < half->n_heads; h++)
        ((int *)(uintptr_t)g->heads_limit)[by->heads + h] = half->heads_limit[h];
    for (int l = 0; l < half->n_locks; l++) {
        CoGrpLock *lock = (CoGrpLock *)(uintptr_t)&g->locks[by->locks + l];
        *lock = half->locks[l];
        lock->class_idx += by->classes;
    }
}

static void open_arrays(CoSideBySide *both, const CoGrouping *a, const CoGrouping *b)
{
    CoGrouping *g = &both->grouping;
    *g = *a;
    g->n_classes += b->n_classes;
    g->n_items += b->n_items;
    g->n_rooms += b->n_rooms;
    g->n_trainers += b->n_trainers;
    g->n_offices += b->n_offices;
    g->n_heads += b->n_heads;
    g->n_locks += b->n_locks;
    g->unplaced_penalty += b->unplaced_penalty;
    g->classes = take(both, g->n_classes, sizeof(CoGrpClass));
    g->items = take(both, g->n_items, sizeof(CoGrpItem));
    g->trainers = take(both, g->n_trainers, sizeof(CoGrpTrainer));
    g->room_busy = take(both, g->n_rooms, sizeof(CoSlotWord *));
    g->office_limit = take(both, g->n_offices, sizeof(int));
    g->heads_limit = take(both, g->n_heads, sizeof(int));
    g->locks = take(both, g->n_locks, sizeof(CoGrpLock));
}

static void share_fm1(CoSideBySide *both, const CoGrouping *a, const CoGrouping *b, int fm1)
{
    int *capacity = take(both, a->n_slots, sizeof *capacity);
    for (int slot = 0; slot < a->n_slots; slot++) {
        int sum = a->fm1_capacity[slot] + b->fm1_capacity[slot];
        capacity[slot] = fm1 < 0 ? sum : MIN(sum, fm1);
    }
    both->grouping.fm1_capacity = capacity;
}

CoSideBySide *co_side_by_side_new(uint32_t seed, const CoRandomShape *shape, int fm1)
{
    CoSideBySide *both = g_new0(CoSideBySide, 1);
    both->owned = g_ptr_array_new_with_free_func(g_free);
    both->halves[0] = co_random_grouping_new(seed, shape);
    const CoGrouping *a = co_random_grouping_get(both->halves[0]), *b = NULL;
    for (uint32_t next = seed + 1; b == NULL; next++) {
        CoRandomGrouping *half = co_random_grouping_new(next, shape);
        const CoGrouping *other = co_random_grouping_get(half);
        /* Cars are shared, or not, by everybody. */
        if (other->n_slots == a->n_slots && other->car_seats == a->car_seats) {
            both->halves[1] = half;
            b = other;
        } else {
            co_random_grouping_free(half);
        }
    }
    open_arrays(both, a, b);
    add_half(both, a, &(Shift){0});
    add_half(both, b,
             &(Shift){a->n_classes, a->n_items, a->n_rooms, a->n_trainers, a->n_offices, a->n_heads,
                      a->n_locks});
    share_fm1(both, a, b, fm1);
    return both;
}

const CoGrouping *co_side_by_side_get(const CoSideBySide *both)
{
    return &both->grouping;
}

void co_side_by_side_free(CoSideBySide *both)
{
    if (both == NULL)
        return;
    co_random_grouping_free(both->halves[0]);
    co_random_grouping_free(both->halves[1]);
    g_ptr_array_unref(both->owned);
    g_free(both);
}

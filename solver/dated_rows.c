/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_rows.h"

#include "bits.h"

static const CoGrpPattern *pattern_of(const CoGrouping *g, const CoDatedColumn *c)
{
    return &g->classes[c->class_idx].patterns[c->pattern];
}

static int team_member(const CoGrouping *g, const CoDatedColumn *c, int k)
{
    return g->classes[c->class_idx].teams[c->team].trainer[k];
}

static int trainers_of_office(const CoGrouping *g, const CoDatedColumn *c, int office)
{
    int n = 0;
    for (int k = 0; k < g->classes[c->class_idx].team_size; k++) {
        const CoGrpTrainer *trainer = &g->trainers[team_member(g, c, k)];
        n += trainer->service && trainer->office == office;
    }
    return n;
}

static int persons_of(const CoGrouping *g, const CoDatedColumn *c, int set, bool heads)
{
    int n = 0;
    for (int k = 0; k < c->n_items; k++) {
        const CoGrpItem *it = &g->items[c->items[k]];
        if (heads && it->heads == set)
            n += it->n_heads;
        if (!heads && it->office == set)
            n += it->n_service;
    }
    return n;
}

static int times_teaching(const CoGrouping *g, const CoDatedColumn *c, int trainer)
{
    int n = 0;
    for (int k = 0; k < g->classes[c->class_idx].team_size; k++)
        n += team_member(g, c, k) == trainer;
    return n;
}

double co_dated_row_use(const CoGrouping *g, const CoDatedRow *row, const CoDatedColumn *c)
{
    const CoGrpClass *cls = &g->classes[c->class_idx];
    const CoGrpPattern *pattern = pattern_of(g, c);
    if (row->kind == CO_DATED_LOAD)
        return times_teaching(g, c, row->who) * cls->n_sync_slots;
    if (row->kind == CO_DATED_FM1)
        return co_bits_test(pattern->fm1_slots, row->slot);
    if (!co_bits_test(pattern->slots, row->slot))
        return 0;
    switch (row->kind) {
    case CO_DATED_ROOM:
        return cls->rooms[c->room] == row->who;
    case CO_DATED_TRAINER:
        return times_teaching(g, c, row->who);
    case CO_DATED_OFFICE:
        return persons_of(g, c, row->who, false) + trainers_of_office(g, c, row->who);
    case CO_DATED_HEADS:
        return persons_of(g, c, row->who, true);
    default:
        return 0;
    }
}

double *co_dated_row_price(const CoGrouping *g, CoDatedPrices *prices, const CoDatedRow *row)
{
    size_t at = (size_t)row->who * (size_t)g->n_slots + (size_t)MAX(row->slot, 0);
    switch (row->kind) {
    case CO_DATED_ROOM:
        return &prices->room[at];
    case CO_DATED_FM1:
        return &prices->fm1[row->slot];
    case CO_DATED_TRAINER:
        return &prices->trainer[at];
    case CO_DATED_LOAD:
        return &prices->load[row->who];
    case CO_DATED_OFFICE:
        return &prices->office[at];
    default:
        return &prices->heads[at];
    }
}

/* ---- what is used of everything, in the shape of the price arrays ---- */

void co_dated_add_use(const CoGrouping *g, const CoDatedColumn *c, double level, CoDatedPrices *use)
{
    const CoGrpClass *cls = &g->classes[c->class_idx];
    const CoGrpPattern *pattern = pattern_of(g, c);
    size_t slots = (size_t)g->n_slots;
    for (int k = 0; k < c->n_items; k++)
        use->item[c->items[k]] += level;
    for (int k = 0; k < cls->team_size; k++)
        use->load[team_member(g, c, k)] += level * cls->n_sync_slots;
    CO_BITS_EACH(slot, pattern->fm1_slots, g->n_words)
    use->fm1[slot] += level;
    CO_BITS_EACH(slot, pattern->slots, g->n_words)
    {
        use->room[(size_t)cls->rooms[c->room] * slots + (size_t)slot] += level;
        for (int k = 0; k < cls->team_size; k++) {
            int t = team_member(g, c, k);
            use->trainer[(size_t)t * slots + (size_t)slot] += level;
            if (g->trainers[t].office >= 0 && g->trainers[t].service)
                use->office[(size_t)g->trainers[t].office * slots + (size_t)slot] += level;
        }
        for (int k = 0; k < c->n_items; k++) {
            const CoGrpItem *it = &g->items[c->items[k]];
            if (it->office >= 0)
                use->office[(size_t)it->office * slots + (size_t)slot] += level * it->n_service;
            if (it->heads >= 0)
                use->heads[(size_t)it->heads * slots + (size_t)slot] += level * it->n_heads;
        }
    }
}

static double limit_value(const double *price, int n, double limit)
{
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum += price[k];
    return sum * limit;
}

double co_dated_price_balance(const CoGrouping *g, const CoDatedPrices *p)
{
    size_t slots = (size_t)g->n_slots;
    double sum = limit_value(p->item, g->n_items, 1) -
                 limit_value(p->room, g->n_rooms * g->n_slots, 1) -
                 limit_value(p->trainer, g->n_trainers * g->n_slots, 1);
    for (int slot = 0; slot < g->n_slots; slot++)
        sum -= p->fm1[slot] * g->fm1_capacity[slot];
    for (int t = 0; t < g->n_trainers; t++)
        sum -= g->trainers[t].max_slots >= 0 ? p->load[t] * g->trainers[t].max_slots : 0;
    for (int o = 0; o < g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            sum -= limit_value(p->office + (size_t)o * slots, g->n_slots, g->office_limit[o]);
    for (int h = 0; h < g->n_heads; h++)
        sum -= limit_value(p->heads + (size_t)h * slots, g->n_slots, g->heads_limit[h]);
    return sum;
}

typedef struct Broken {
    CoDatedRow row;
    double excess;
} Broken;

static int by_excess(const void *a, const void *b)
{
    double x = ((const Broken *)a)->excess, y = ((const Broken *)b)->excess;
    return x > y ? -1 : x < y;
}

static void note(GArray *broken, CoDatedRow row, double use)
{
    if (use <= row.limit + 1e-6)
        return;
    Broken b = {row, (use - row.limit) / MAX(row.limit, 1)};
    g_array_append_val(broken, b);
}

/* Both halves of a day are mostly used alike: the morning stands for both. */
static bool same_as_morning(const double *use, int slot)
{
    return slot % 2 == 1 && use[slot] <= use[slot - 1] + 1e-9;
}

/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void note_slots(const CoGrouping *g, GArray *broken, CoDatedRowKind kind, int who,
                       const double *use, double limit)
{
    for (int slot = 0; slot < g->n_slots; slot++)
        if (!same_as_morning(use, slot))
            note(broken, (CoDatedRow){kind, who, slot, limit, -1}, use[slot]);
}

static void note_all(const CoGrouping *g, const CoDatedPrices *use, GArray *broken)
{
    size_t slots = (size_t)g->n_slots;
    for (int slot = 0; slot < g->n_slots; slot++)
        if (!same_as_morning(use->fm1, slot))
            note(broken, (CoDatedRow){CO_DATED_FM1, 0, slot, g->fm1_capacity[slot], -1},
                 use->fm1[slot]);
    for (int r = 0; r < g->n_rooms; r++)
        note_slots(g, broken, CO_DATED_ROOM, r, use->room + (size_t)r * slots, 1);
    for (int t = 0; t < g->n_trainers; t++) {
        note_slots(g, broken, CO_DATED_TRAINER, t, use->trainer + (size_t)t * slots, 1);
        if (g->trainers[t].max_slots >= 0)
            note(broken, (CoDatedRow){CO_DATED_LOAD, t, -1, g->trainers[t].max_slots, -1},
                 use->load[t]);
    }
    for (int o = 0; o < g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            note_slots(g, broken, CO_DATED_OFFICE, o, use->office + (size_t)o * slots,
                       g->office_limit[o]);
    for (int h = 0; h < g->n_heads; h++)
        note_slots(g, broken, CO_DATED_HEADS, h, use->heads + (size_t)h * slots, g->heads_limit[h]);
}

/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
void co_dated_find_broken(const CoGrouping *g, const CoDatedColumn *columns, int n_columns,
                          const double *x, GArray *found, int most)
{
    CoDatedPrices *use = co_dated_prices_new(g);
    GArray *broken = g_array_new(FALSE, FALSE, sizeof(Broken));
    for (int k = 0; k < n_columns; k++)
        if (x[k] > 1e-9)
            co_dated_add_use(g, &columns[k], x[k], use);
    note_all(g, use, broken);
    g_array_sort(broken, by_excess);
    for (int k = 0; k < (int)broken->len && k < most; k++)
        g_array_append_val(found, g_array_index(broken, Broken, k).row);
    g_array_unref(broken);
    co_dated_prices_free(use);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_use.h"

#include "bits.h"

static const CoGrpPattern *pattern_of(const CoGrouping *g, const CoDatedColumn *c)
{
    return &g->classes[c->class_idx].patterns[c->pattern];
}

static int team_member(const CoGrouping *g, const CoDatedColumn *c, int k)
{
    return g->classes[c->class_idx].teams[c->team].trainer[k];
}

int co_dated_cars_wanted(const CoGrouping *g, int item)
{
    const CoGrpItem *it = &g->items[item];
    const CoGrpClass *cls = &g->classes[it->class_idx];
    int n_persons = 0;
    if (g->car_seats <= 0 || it->cluster < 0)
        return 0;
    for (int k = 0; k < cls->n_items; k++) {
        if (g->items[cls->items[k]].cluster != it->cluster)
            continue;
        if (cls->items[k] < item)
            return 0;
        n_persons += g->items[cls->items[k]].n_persons;
    }
    bool binds = n_persons > it->n_persons && n_persons % g->car_seats != 0;
    return binds ? (n_persons + g->car_seats - 1) / g->car_seats : 0;
}

/* The first item of the class that shares cars with this one. */
static int leader_of(const CoGrouping *g, int item)
{
    const CoGrpClass *cls = &g->classes[g->items[item].class_idx];
    for (int k = 0; k < cls->n_items; k++)
        if (g->items[cls->items[k]].cluster == g->items[item].cluster)
            return cls->items[k];
    return item;
}

/* Cars are counted with the first of each cluster in the group. */
static void add_cars(const CoGrouping *g, const CoDatedColumn *c, double level, CoDatedPrices *use)
{
    for (int k = 0; k < c->n_items; k++) {
        int cluster = g->items[c->items[k]].cluster, n_persons = 0;
        bool first = cluster >= 0;
        for (int j = 0; first && j < c->n_items; j++) {
            if (g->items[c->items[j]].cluster != cluster)
                continue;
            first = j >= k;
            n_persons += g->items[c->items[j]].n_persons;
        }
        int n_cars = (n_persons + g->car_seats - 1) / g->car_seats;
        if (first)
            use->cars[leader_of(g, c->items[k])] += level * n_cars;
    }
}

void co_dated_add_use(const CoGrouping *g, const CoDatedColumn *c, double level, CoDatedPrices *use)
{
    const CoGrpClass *cls = &g->classes[c->class_idx];
    const CoGrpPattern *pattern = pattern_of(g, c);
    size_t slots = (size_t)g->n_slots;
    for (int k = 0; k < c->n_items; k++)
        use->item[c->items[k]] += level;
    for (int k = 0; k < cls->team_size; k++)
        use->load[team_member(g, c, k)] += level * cls->n_sync_slots;
    if (g->car_seats > 0)
        add_cars(g, c, level, use);
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

double co_dated_price_balance(const CoGrouping *g, const CoDatedPrices *p, const double *fm1_floor)
{
    size_t slots = (size_t)g->n_slots;
    double sum = limit_value(p->item, g->n_items, 1) -
                 limit_value(p->room, g->n_rooms * g->n_slots, 1) -
                 limit_value(p->trainer, g->n_trainers * g->n_slots, 1);
    for (int i = 0; g->car_seats > 0 && i < g->n_items; i++)
        if (p->cars[i] > 0)
            sum += p->cars[i] * co_dated_cars_wanted(g, i);
    for (int slot = 0; slot < g->n_slots; slot++)
        sum -= (p->fm1[slot] - (fm1_floor == NULL ? 0 : fm1_floor[slot])) * g->fm1_capacity[slot];
    for (int t = 0; t < g->n_trainers; t++)
        sum -= g->trainers[t].max_slots >= 0 ? p->load[t] * g->trainers[t].max_slots : 0;
    for (int o = 0; o < g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            sum -= limit_value(p->office + (size_t)o * slots, g->n_slots, g->office_limit[o]);
    for (int h = 0; h < g->n_heads; h++)
        sum -= limit_value(p->heads + (size_t)h * slots, g->n_slots, g->heads_limit[h]);
    return sum;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include <stdarg.h>
#include <string.h>

#include "bits.h"

void co_model_base_init(CoModelBase *base, bool named)
{
    *base = (CoModelBase){
        .lp = co_lp_new(), .cost = g_array_new(FALSE, FALSE, sizeof(double)), .named = named};
}

void co_model_base_clear(CoModelBase *base)
{
    co_lp_free(base->lp);
    g_array_unref(base->cost);
    memset(base, 0, sizeof *base);
}

const char *co_model_name(CoModelBase *base, const char *format, ...)
{
    if (!base->named)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    g_vsnprintf(base->name, sizeof base->name, format, arguments);
    va_end(arguments);
    return base->name;
}

int co_model_add_col(CoModelBase *base, int most, int64_t cents, const char *name)
{
    double cost = (double)cents;
    int col = co_lp_add_col(base->lp, name, 0, most, cost);
    co_lp_set_integer(base->lp, col);
    g_array_append_val(base->cost, cost);
    return col;
}

int co_model_add_share(CoModelBase *base, const char *name)
{
    double cost = 0;
    g_array_append_val(base->cost, cost);
    return co_lp_add_col(base->lp, name, 0, 1, 0);
}

void co_model_set_objective(CoModelBase *base, const CoGrouping *g, const int *unplaced_cols,
                            double unplaced, double cost)
{
    for (guint col = 0; col < base->cost->len; col++)
        co_lp_set_cost(base->lp, (int)col, cost * g_array_index(base->cost, double, col));
    for (int i = 0; i < g->n_items; i++)
        if (unplaced_cols[i] >= 0)
            co_lp_set_cost(base->lp, unplaced_cols[i], unplaced * (double)g->items[i].weight);
}

int co_model_n_places(const CoGrpClass *cls)
{
    return cls->n_in_person > 0 ? cls->n_rooms : 1;
}

int co_model_room(const CoGrpClass *cls, int place)
{
    return cls->n_in_person > 0 ? place : -1;
}

int co_model_seats(const CoGrpClass *cls, int place)
{
    return cls->n_in_person > 0 ? MIN(cls->room_capacity[place], cls->max_size) : cls->max_size;
}

bool co_model_place_is_free(const CoGrouping *g, int class_idx, int place, int pattern)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    const CoGrpPattern *p = &cls->patterns[pattern];
    int room = co_model_room(cls, place);
    if (room >= 0 && co_bits_meet(g->room_busy[cls->rooms[room]], p->slots, g->n_words))
        return false;
    CO_BITS_EACH(slot, p->fm1_slots, g->n_words)
    {
        if (g->fm1_capacity[slot] < 1)
            return false;
    }
    return true;
}

bool co_model_item_can_come(const CoGrouping *g, int item, int pattern)
{
    const CoGrpItem *it = &g->items[item];
    const CoGrpPattern *p = &g->classes[it->class_idx].patterns[pattern];
    return p->deadline_slot < it->cutover_slot &&
           !co_bits_meet(it->busy_away, p->slots, g->n_words);
}

bool co_model_item_can_sit(const CoGrouping *g, int item, int place)
{
    const CoGrpItem *it = &g->items[item];
    const CoGrpClass *cls = &g->classes[it->class_idx];
    int room = co_model_room(cls, place);
    return it->n_persons <= co_model_seats(cls, place) && (room < 0 || it->room_ok[room]);
}

bool co_model_item_may_join(const CoGrouping *g, int item, int lock)
{
    int own = g->items[item].lock;
    if (own >= 0)
        return own == lock;
    return lock < 0 || !g->locks[lock].members_locked;
}

bool co_model_room_is_allowed(const CoGrouping *g, int room, int lock)
{
    return lock < 0 || g->locks[lock].room < 0 || g->locks[lock].room == room;
}

bool co_model_pattern_is_allowed(const CoGrouping *g, int class_idx, int pattern, int lock)
{
    int kept_for = g->classes[class_idx].patterns[pattern].lock;
    if (kept_for >= 0 && kept_for != lock)
        return false;
    return lock < 0 || g->locks[lock].pattern < 0 || g->locks[lock].pattern == pattern;
}

/* Where an item's costs of one place and profile stand in its arrays; -1 = it pays nothing. */
static int cost_place(const CoGrpClass *cls, int place, int profile)
{
    int room = co_model_room(cls, place);
    return room < 0 ? -1 : room * cls->n_profiles + profile;
}

int co_model_cars(const CoGrouping *g, int n_persons)
{
    return (n_persons + g->car_seats - 1) / g->car_seats;
}

bool co_model_shares_cars(const CoGrouping *g, int item, int place, int profile)
{
    const CoGrpItem *it = &g->items[item];
    const CoGrpClass *cls = &g->classes[it->class_idx];
    int at = cost_place(cls, place, profile);
    if (g->car_seats <= 0 || it->cluster < 0 || at < 0 || it->mileage[at] == 0)
        return false;
    int sharers = 0;
    for (int k = 0; k < cls->n_items; k++)
        sharers += g->items[cls->items[k]].cluster == it->cluster;
    return sharers > 1;
}

int64_t co_model_item_cost(const CoGrouping *g, int item, int place, int profile)
{
    const CoGrpItem *it = &g->items[item];
    int at = cost_place(&g->classes[it->class_idx], place, profile);
    if (at < 0)
        return 0;
    int64_t cars = 0;
    if (co_model_shares_cars(g, item, place, profile))
        cars = co_model_cars(g, it->n_persons);
    return it->cost[at] - (cars > 0 ? cars * it->mileage[at] : 0);
}

bool co_model_office_binds(const CoGrouping *g, int office)
{
    int n = 0;
    for (int i = 0; i < g->n_items; i++)
        n += g->items[i].office == office ? g->items[i].n_service : 0;
    for (int t = 0; t < g->n_trainers; t++)
        n += g->trainers[t].office == office && g->trainers[t].service;
    return g->office_limit[office] >= 0 && n > g->office_limit[office];
}

bool co_model_heads_bind(const CoGrouping *g, int heads)
{
    int n = 0;
    for (int i = 0; i < g->n_items; i++)
        n += g->items[i].heads == heads ? g->items[i].n_heads : 0;
    return n > g->heads_limit[heads];
}

int co_model_n_persons(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int n = 0;
    for (int k = 0; k < cls->n_items; k++)
        n += g->items[cls->items[k]].n_persons;
    return n;
}

int co_model_most_groups(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int most = co_model_n_persons(g, class_idx) / MAX(cls->min_size, 1);
    return cls->max_groups >= 0 ? MIN(most, cls->max_groups) : most;
}

int co_model_n_locks(const CoGrouping *g, int class_idx)
{
    int n = 0;
    for (int k = 0; k < g->n_locks; k++)
        n += g->locks[k].class_idx == class_idx;
    return n;
}

CoModelLeast co_model_least_groups(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int persons = co_model_n_persons(g, class_idx), largest = 0;
    for (int place = 0; place < co_model_n_places(cls); place++)
        largest = MAX(largest, co_model_seats(cls, place));
    if (largest <= 0 || persons == 0)
        return (CoModelLeast){1, 0};
    int least = (persons + largest - 1) / largest;
    int last_group = persons - (least - 1) * largest;
    return (CoModelLeast){.per_group = last_group, .sum = last_group * least};
}

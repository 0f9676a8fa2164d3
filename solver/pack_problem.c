/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_problem.h"

#include <math.h>

#include "bits.h"
#include "evaluate.h"
#include "undated_model.h"

/* Groups that one room can hold, each with dates of its own: as many as it has patterns, and as its
 * free slots carry. */
static int uses_of(const CoGrouping *g, const CoGrpClass *cls, int room)
{
    const CoSlotWord *busy = g->room_busy[cls->rooms[room]];
    int n_patterns = 0, n_free = 0, n_slots = 0;
    if (cls->n_patterns == 0)
        return 0;
    if (!cls->patterns_complete)
        n_patterns = G_MAXINT;
    for (int p = 0; cls->patterns_complete && p < cls->n_patterns; p++)
        n_patterns += !co_bits_meet(busy, cls->patterns[p].slots, g->n_words);
    for (int slot = 0; slot < g->n_slots; slot++)
        n_free += !co_bits_test(busy, slot);
    CO_BITS_EACH(slot, cls->patterns[0].slots, g->n_words)
    n_slots++;
    return MIN(n_patterns, n_free / MAX(n_slots, 1));
}

static double least_team_cost(const CoGrouping *g, int class_idx, int place)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int64_t least = INT64_MAX;
    if (place < 0)
        return 0;
    for (int t = 0; t < cls->n_teams; t++)
        for (int f = 0; f < cls->n_profiles; f++)
            least = MIN(least, co_team_cost(g, class_idx, place, f, t));
    return (double)least;
}

static void add_room(CoPackProblem *p, const CoGrouping *g, int place)
{
    const CoGrpClass *cls = &g->classes[p->class_idx];
    int capacity = co_group_capacity(cls, place);
    int uses = place < 0 ? p->most_groups : MIN(p->most_groups, uses_of(g, cls, place));
    if (capacity < p->min_size || uses < 1 || cls->n_teams == 0)
        return;
    int r = p->n_rooms++;
    p->place[r] = place;
    p->capacity[r] = capacity;
    p->most_uses[r] = uses;
    p->open_cost[r] = (double)cls->group_cents + least_team_cost(g, p->class_idx, place);
    p->largest = MAX(p->largest, capacity);
    for (int i = 0; i < p->n_items; i++) {
        const CoGrpItem *it = &g->items[cls->items[i]];
        bool possible = it->n_persons <= capacity && (place < 0 || it->room_ok[place]) &&
                        co_undated_dates_suit(g, cls, cls->items[i], place);
        p->cost[(size_t)r * (size_t)p->n_items + (size_t)i] =
            !possible   ? INFINITY
            : place < 0 ? 0
                        : co_undated_least_cost(g, cls->items[i], place);
    }
}

CoPackProblem *co_pack_problem_alloc(int n_items, int n_rooms)
{
    CoPackProblem *p = g_new0(CoPackProblem, 1);
    size_t rooms = (size_t)MAX(n_rooms, 1), items = (size_t)MAX(n_items, 1);
    p->size = g_new0(int, items);
    p->cost = g_new0(double, rooms *items);
    p->place = g_new0(int, rooms);
    p->open_cost = g_new0(double, rooms);
    p->capacity = g_new0(int, rooms);
    p->most_uses = g_new0(int, rooms);
    return p;
}

CoPackProblem *co_pack_problem_new(const CoGrouping *g, int class_idx)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    CoPackProblem *p = co_pack_problem_alloc(cls->n_items, cls->n_rooms);
    p->class_idx = class_idx;
    p->n_items = cls->n_items;
    p->min_size = MAX(cls->min_size, 1);
    for (int i = 0; i < p->n_items; i++) {
        p->size[i] = g->items[cls->items[i]].n_persons;
        p->n_persons += p->size[i];
    }
    p->most_groups = p->n_persons / p->min_size;
    if (cls->max_groups >= 0)
        p->most_groups = MIN(p->most_groups, cls->max_groups);
    if (cls->n_in_person == 0 && cls->n_patterns > 0)
        add_room(p, g, -1);
    for (int r = 0; cls->n_in_person > 0 && r < cls->n_rooms; r++)
        add_room(p, g, r);
    p->least_groups = cls->min_groups;
    if (p->largest > 0)
        p->least_groups = MAX(p->least_groups, (p->n_persons + p->largest - 1) / p->largest);
    return p;
}

void co_pack_problem_free(CoPackProblem *p)
{
    if (p == NULL)
        return;
    g_free(p->size);
    g_free(p->cost);
    g_free(p->place);
    g_free(p->open_cost);
    g_free(p->capacity);
    g_free(p->most_uses);
    g_free(p);
}

CoPacking *co_packing_new(const CoPackProblem *p)
{
    CoPacking *packing = g_new0(CoPacking, 1);
    packing->cost = INFINITY;
    packing->room = g_new0(int, (size_t)MAX(p->most_groups, 1));
    packing->group = g_new0(int, (size_t)MAX(p->n_items, 1));
    return packing;
}

void co_packing_free(CoPacking *packing)
{
    if (packing == NULL)
        return;
    g_free(packing->room);
    g_free(packing->group);
    g_free(packing);
}

void co_packing_copy(const CoPackProblem *p, CoPacking *to, const CoPacking *from)
{
    to->found = from->found;
    to->cost = from->cost;
    to->n_groups = from->n_groups;
    memcpy(to->room, from->room, sizeof(int) * (size_t)from->n_groups);
    memcpy(to->group, from->group, sizeof(int) * (size_t)p->n_items);
}

double co_packing_cost(const CoPackProblem *p, const CoPacking *packing)
{
    g_autofree int *persons = g_new0(int, (size_t)MAX(packing->n_groups, 1));
    g_autofree int *uses = g_new0(int, (size_t)MAX(p->n_rooms, 1));
    double cost = 0;
    if (packing->n_groups < p->least_groups || packing->n_groups > p->most_groups)
        return INFINITY;
    for (int i = 0; i < p->n_items; i++) {
        if (packing->group[i] < 0)
            return INFINITY;
        persons[packing->group[i]] += p->size[i];
        cost += p->cost[packing->room[packing->group[i]] * p->n_items + i];
    }
    for (int k = 0; k < packing->n_groups; k++) {
        int room = packing->room[k];
        cost += p->open_cost[room];
        if (++uses[room] > p->most_uses[room] || persons[k] > p->capacity[room] ||
            persons[k] < p->min_size)
            return INFINITY;
    }
    return cost;
}

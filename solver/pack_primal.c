/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_primal.h"

#include <math.h>
#include <stdlib.h>

#define MAX_PASSES 60
#define GAIN 1e-6 /* costs are whole cents: less is rounding */

typedef struct Draft {
    const CoPackProblem *p;
    CoPacking *packing;
    int *persons; /* by group */
    int *uses;    /* by room */
    int64_t work;
} Draft;

static double cost_in(const Draft *d, int item, int group)
{
    return d->p->cost[d->packing->room[group] * d->p->n_items + item];
}

static int seats_left(const Draft *d, int group)
{
    return d->p->capacity[d->packing->room[group]] - d->persons[group];
}

static void put(Draft *d, int item, int group)
{
    int from = d->packing->group[item];
    if (from >= 0)
        d->persons[from] -= d->p->size[item];
    if (group >= 0)
        d->persons[group] += d->p->size[item];
    d->packing->group[item] = group;
}

/* ---- a first seat for everybody ---- */

typedef struct Turn {
    double key;
    int item;
} Turn;

static int by_key(const void *a, const void *b)
{
    const Turn *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key ? -1 : 1) : x->item - y->item;
}

/* What the item would lose if its best group were full: those who lose most choose first. */
static double regret(const Draft *d, int item)
{
    double first = INFINITY, second = INFINITY;
    for (int k = 0; k < d->packing->n_groups; k++) {
        double cost = cost_in(d, item, k);
        second = MIN(second, MAX(first, cost));
        first = MIN(first, cost);
    }
    return second < INFINITY ? second - first : 1e12;
}

static int cheapest_group(const Draft *d, int item)
{
    int best = -1;
    for (int k = 0; k < d->packing->n_groups; k++)
        if (seats_left(d, k) >= d->p->size[item] && cost_in(d, item, k) < INFINITY &&
            (best < 0 || cost_in(d, item, k) < cost_in(d, item, best)))
            best = k;
    return best;
}

/* Sends another item elsewhere so that this one fits, at least cost. */
static bool squeeze_in(Draft *d, int item)
{
    const CoPackProblem *p = d->p;
    int best_other = -1, best_to = -1;
    double best = INFINITY;
    for (int other = 0; other < p->n_items; other++) {
        int group = d->packing->group[other];
        if (group < 0 || seats_left(d, group) + p->size[other] < p->size[item])
            continue;
        double change = cost_in(d, item, group) - cost_in(d, other, group);
        for (int to = 0; to < d->packing->n_groups; to++)
            if (to != group && seats_left(d, to) >= p->size[other] &&
                change + cost_in(d, other, to) < best) {
                best = change + cost_in(d, other, to);
                best_other = other;
                best_to = to;
            }
    }
    d->work += (int64_t)p->n_items * d->packing->n_groups;
    if (best_other < 0)
        return false;
    int group = d->packing->group[best_other];
    put(d, best_other, best_to);
    put(d, item, group);
    return true;
}

static bool seat_all(Draft *d, const CoPackHint *hint)
{
    const CoPackProblem *p = d->p;
    g_autofree Turn *turns = g_new(Turn, (size_t)MAX(p->n_items, 1));
    for (int i = 0; i < p->n_items; i++) {
        turns[i] = (Turn){regret(d, i), i};
        for (int k = 0; k < d->packing->n_groups; k++) {
            double share = hint->share[d->packing->room[k] * p->n_items + i];
            if (share > 0.5 && d->packing->group[i] < 0 && seats_left(d, k) >= p->size[i])
                put(d, i, k);
        }
    }
    qsort(turns, (size_t)p->n_items, sizeof *turns, by_key);
    for (int k = 0; k < p->n_items; k++) {
        int item = turns[k].item;
        if (d->packing->group[item] >= 0)
            continue;
        int group = cheapest_group(d, item);
        if (group >= 0)
            put(d, item, group);
        else if (!squeeze_in(d, item))
            return false;
    }
    d->work += (int64_t)p->n_items * d->packing->n_groups;
    return true;
}

/* ---- improving ---- */

static bool may_leave(const Draft *d, int item, int by)
{
    return d->persons[d->packing->group[item]] - d->p->size[item] + by >= d->p->min_size;
}

static bool move_items(Draft *d)
{
    bool better = false;
    for (int i = 0; i < d->p->n_items; i++)
        for (int k = 0; k < d->packing->n_groups; k++)
            if (k != d->packing->group[i] && seats_left(d, k) >= d->p->size[i] &&
                cost_in(d, i, k) < cost_in(d, i, d->packing->group[i]) - GAIN &&
                may_leave(d, i, 0)) {
                put(d, i, k);
                better = true;
            }
    d->work += (int64_t)d->p->n_items * d->packing->n_groups;
    return better;
}

static bool exchange(Draft *d, int a, int b)
{
    const CoPackProblem *p = d->p;
    int at = d->packing->group[a], to = d->packing->group[b];
    int grow = p->size[a] - p->size[b];
    if (at == to || grow > seats_left(d, to) || -grow > seats_left(d, at))
        return false;
    double change = cost_in(d, a, to) + cost_in(d, b, at) - cost_in(d, a, at) - cost_in(d, b, to);
    if (change > -GAIN || !may_leave(d, a, p->size[b]) || !may_leave(d, b, p->size[a]))
        return false;
    put(d, a, to);
    put(d, b, at);
    return true;
}

static bool exchange_items(Draft *d)
{
    bool better = false;
    for (int a = 0; a < d->p->n_items; a++)
        for (int b = a + 1; b < d->p->n_items; b++)
            better |= exchange(d, a, b);
    d->work += (int64_t)d->p->n_items * d->p->n_items / 2;
    return better;
}

static double group_cost(const Draft *d, int group, int room)
{
    const CoPackProblem *p = d->p;
    double sum = p->open_cost[room];
    for (int i = 0; i < p->n_items; i++)
        if (d->packing->group[i] == group)
            sum += p->cost[room * p->n_items + i];
    return sum;
}

/* The room where the members pay least. */
static bool carry_groups(Draft *d)
{
    const CoPackProblem *p = d->p;
    bool better = false;
    for (int k = 0; k < d->packing->n_groups; k++) {
        int here = d->packing->room[k], best = here;
        double best_cost = group_cost(d, k, here) - GAIN;
        for (int r = 0; r < p->n_rooms; r++) {
            if (d->uses[r] >= p->most_uses[r] || p->capacity[r] < d->persons[k])
                continue;
            double cost = group_cost(d, k, r);
            if (cost < best_cost) {
                best_cost = cost;
                best = r;
            }
        }
        d->work += (int64_t)p->n_rooms * p->n_items / 4;
        if (best == here)
            continue;
        d->uses[here]--;
        d->uses[best]++;
        d->packing->room[k] = best;
        better = true;
    }
    return better;
}

static void improve(Draft *d)
{
    bool better = true;
    for (int pass = 0; better && pass < MAX_PASSES; pass++) {
        better = move_items(d);
        better |= exchange_items(d);
        if (!better)
            better = carry_groups(d);
    }
}

int64_t co_pack_round(const CoPackProblem *p, const CoPackHint *hint, CoPacking *best)
{
    g_autoptr(CoPacking) packing = co_packing_new(p);
    g_autofree int *persons = g_new0(int, (size_t)MAX(p->most_groups, 1));
    g_autofree int *uses = g_memdup2(hint->uses, sizeof(int) * (size_t)MAX(p->n_rooms, 1));
    Draft draft = {.p = p, .packing = packing, .persons = persons, .uses = uses};
    for (int i = 0; i < p->n_items; i++)
        packing->group[i] = -1;
    for (int r = 0; r < p->n_rooms; r++)
        for (int k = 0; k < uses[r]; k++)
            packing->room[packing->n_groups++] = r;
    if (!seat_all(&draft, hint))
        return draft.work;
    improve(&draft);
    packing->cost = co_packing_cost(p, packing);
    packing->found = packing->cost < INFINITY;
    if (packing->found && packing->cost < best->cost - GAIN)
        co_packing_copy(p, best, packing);
    return draft.work;
}

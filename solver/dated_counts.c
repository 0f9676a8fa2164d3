/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_counts.h"

#include <math.h>

#include "dated_rows.h"
#include "evaluate.h"

#define MAX_VECTORS 60000
#define MAX_VISITED 1000000
#define PATIENCE 10
#define MEMORY 0.6

/* All count vectors of a class, each with the best bound known. */
typedef struct Vectors {
    int n_rooms, n, size;
    int *counts;   /* n x n_rooms */
    double *bound; /* by vector */
    bool overflow;
} Vectors;

typedef struct Climb {
    const CoDatedClass *of;
    const CoGrpClass *cls;
    CoDatedPrices *prices;
    Vectors vectors;
    double *room_value; /* by local room, at the last look */
    double *cover;      /* by position: times seated by the vector looked at */
    double *direction, *item_best;
} Climb;

/* The walk over all vectors. */
typedef struct Listing {
    Vectors *vectors;
    const CoGrpClass *cls;
    int *counts;
    int largest; /* seats of the largest room */
    int n_visited;
} Listing;

static void add_vector(Vectors *v, const int *counts)
{
    if (v->n == MAX_VECTORS) {
        v->overflow = true;
        return;
    }
    if (v->n == v->size) {
        v->size = MAX(256, 2 * v->size);
        v->counts = g_renew(int, v->counts, (size_t)v->size *(size_t)v->n_rooms);
        v->bound = g_renew(double, v->bound, (size_t)v->size);
    }
    memcpy(v->counts + (size_t)v->n * (size_t)v->n_rooms, counts, sizeof(int) * (size_t)v->n_rooms);
    v->bound[v->n++] = -INFINITY;
}

/* Depth first over the rooms; groups are what is left to spread. Branches that can no longer seat
 * everybody are cut, and a walk too long counts as too many vectors. */
static void list_vectors(Listing *l, int room, int groups, int seats)
{
    const CoGrpClass *cls = l->cls;
    if (l->vectors->overflow || seats + groups * l->largest < cls->n_items)
        return;
    if (++l->n_visited > MAX_VISITED) {
        l->vectors->overflow = true;
        return;
    }
    if (room == cls->n_rooms || groups == 0) {
        if (groups == 0)
            add_vector(l->vectors, l->counts);
        return;
    }
    int capacity = co_group_capacity(cls, room);
    int most = capacity >= MAX(cls->min_size, 1) ? groups : 0;
    for (int n = 0; n <= most; n++) {
        l->counts[room] = n;
        list_vectors(l, room + 1, groups - n, seats + n * capacity);
    }
    l->counts[room] = 0;
}

static void list_all(Climb *c)
{
    const CoGrpClass *cls = c->cls;
    int most = cls->min_size > 0 ? cls->n_items / cls->min_size : cls->n_items;
    if (cls->max_groups >= 0)
        most = MIN(most, cls->max_groups);
    g_autofree int *counts = g_new0(int, (size_t)MAX(cls->n_rooms, 1));
    Listing listing = {.vectors = &c->vectors, .cls = cls, .counts = counts};
    for (int r = 0; r < cls->n_rooms; r++)
        listing.largest = MAX(listing.largest, co_group_capacity(cls, r));
    for (int groups = MAX(1, cls->min_groups); groups <= most; groups++)
        list_vectors(&listing, 0, groups, 0);
}

static const int *counts_of(const Climb *c, int vector)
{
    return c->vectors.counts + (size_t)vector * (size_t)c->vectors.n_rooms;
}

/* Prices every room, improves every vector's bound, and notes whom the vector's groups would seat.
 */
static double look(Climb *c, int vector)
{
    double items = 0, here = 0;
    memset(c->cover, 0, sizeof(double) * (size_t)c->cls->n_items);
    for (int k = 0; k < c->cls->n_items; k++)
        items += c->prices->item[c->cls->items[k]];
    for (int r = 0; r < c->cls->n_rooms; r++) {
        CoDatedColumn column;
        c->room_value[r] = co_dated_price_room(c->of->pricer, c->prices, c->of->class_idx, r);
        int n = counts_of(c, vector)[r];
        if (n == 0 || co_dated_take_columns(c->of->pricer, c->prices, INFINITY, 1, &column) == 0)
            continue;
        for (int k = 0, j = 0; k < column.n_items; k++) {
            for (j = 0; c->cls->items[j] != column.items[k];)
                j++;
            c->cover[j] += n;
        }
        g_free(column.items);
    }
    for (int v = 0; v < c->vectors.n; v++) {
        double bound = items;
        const int *counts = counts_of(c, v);
        for (int r = 0; r < c->cls->n_rooms; r++)
            if (counts[r] > 0)
                bound += counts[r] * c->room_value[r];
        if (v == vector)
            here = bound;
        c->vectors.bound[v] = MAX(c->vectors.bound[v], bound);
    }
    c->of->budget->work += c->cls->n_rooms * co_dated_price_work(c->of->grouping, c->of->class_idx);
    return here;
}

static void step(Climb *c, double bound, double aim, double length)
{
    double norm = 0;
    for (int k = 0; k < c->cls->n_items; k++) {
        c->direction[k] = MEMORY * c->direction[k] + 1 - c->cover[k];
        norm += c->direction[k] * c->direction[k];
    }
    if (norm <= 0)
        return;
    double scale = length * MAX(aim - bound, 1) / norm;
    for (int k = 0; k < c->cls->n_items; k++) {
        double *price = &c->prices->item[c->cls->items[k]];
        *price = MAX(0, *price + scale * c->direction[k]);
    }
}

static void keep_items(Climb *c, bool save)
{
    for (int k = 0; k < c->cls->n_items; k++) {
        double *price = &c->prices->item[c->cls->items[k]];
        if (save)
            c->item_best[k] = *price;
        else
            *price = c->item_best[k];
    }
}

/* Lifts the bound of one vector from the prices at hand. @return whether it rose by a cent or more
 */
static bool lift(Climb *c, int vector, int *steps)
{
    double before = c->vectors.bound[vector], best = -INFINITY, length = 0.5;
    int failures = 0;
    memset(c->direction, 0, sizeof(double) * (size_t)c->cls->n_items);
    while (*steps > 0 && length > 0.004 && !co_budget_is_spent(c->of->budget)) {
        (*steps)--;
        double bound = look(c, vector);
        if (bound == INFINITY)
            return true;
        if (bound > best) {
            best = bound;
            keep_items(c, true);
            failures = 0;
        } else if (++failures >= PATIENCE) {
            failures = 0;
            length /= 2;
            keep_items(c, false);
            memset(c->direction, 0, sizeof(double) * (size_t)c->cls->n_items);
            continue;
        }
        step(c, bound, 1.01 * MAX(c->vectors.bound[vector], best), length);
    }
    keep_items(c, false);
    return c->vectors.bound[vector] > before + 1;
}

static int least_vector(const Vectors *v)
{
    int least = 0;
    for (int k = 1; k < v->n; k++)
        if (v->bound[k] < v->bound[least])
            least = k;
    return least;
}

/* Lifts the least vector until it is the least and lifts no more. @return its bound */
static double lift_all(Climb *c, int steps, int *counts)
{
    keep_items(c, true);
    look(c, 0);
    int stuck = -1, vector = least_vector(&c->vectors);
    while (steps > 0 && vector != stuck && !co_budget_is_spent(c->of->budget)) {
        if (!lift(c, vector, &steps))
            stuck = vector;
        vector = least_vector(&c->vectors);
    }
    memcpy(counts, counts_of(c, vector), sizeof(int) * (size_t)c->cls->n_rooms);
    return c->vectors.bound[vector];
}

double co_dated_class_bound(const CoDatedClass *of, int steps, int *counts)
{
    const CoGrpClass *cls = &of->grouping->classes[of->class_idx];
    size_t n_items = (size_t)MAX(cls->n_items, 1);
    if (cls->n_items == 0)
        return 0;
    g_autofree double *room_value = g_new(double, (size_t)MAX(cls->n_rooms, 1));
    g_autofree double *cover = g_new(double, n_items), *direction = g_new(double, n_items);
    g_autofree double *item_best = g_new(double, n_items);
    Climb c = {.of = of,
               .cls = cls,
               .prices = of->prices,
               .vectors = {.n_rooms = cls->n_rooms},
               .room_value = room_value,
               .cover = cover,
               .direction = direction,
               .item_best = item_best};
    list_all(&c);
    double answer = c.vectors.overflow ? -INFINITY : INFINITY;
    if (!c.vectors.overflow && c.vectors.n > 0)
        answer = lift_all(&c, steps, counts);
    g_free(c.vectors.counts);
    g_free(c.vectors.bound);
    return answer;
}

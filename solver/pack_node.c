/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_node.h"

#include <math.h>
#include <string.h>

CoPackNode *co_pack_node_new(const CoPackProblem *p)
{
    CoPackNode *node = g_new0(CoPackNode, 1);
    size_t rooms = (size_t)MAX(p->n_rooms, 1), items = (size_t)MAX(p->n_items, 1);
    node->open = g_new0(bool, rooms);
    node->closed = g_new0(bool, rooms);
    node->allowed = g_new0(bool, rooms *items);
    node->home = g_new(int, items);
    node->price = g_new0(double, items);
    node->bound = -INFINITY;
    for (int i = 0; i < p->n_items; i++)
        node->home[i] = -1;
    for (int k = 0; k < p->n_rooms * p->n_items; k++)
        node->allowed[k] = p->cost[k] < INFINITY;
    return node;
}

CoPackNode *co_pack_node_copy(const CoPackProblem *p, const CoPackNode *from)
{
    CoPackNode *node = g_new(CoPackNode, 1);
    size_t rooms = (size_t)MAX(p->n_rooms, 1), items = (size_t)MAX(p->n_items, 1);
    *node = *from;
    node->open = g_memdup2(from->open, sizeof(bool) * rooms);
    node->closed = g_memdup2(from->closed, sizeof(bool) * rooms);
    node->allowed = g_memdup2(from->allowed, sizeof(bool) * rooms * items);
    node->home = g_memdup2(from->home, sizeof(int) * items);
    node->price = g_memdup2(from->price, sizeof(double) * items);
    return node;
}

void co_pack_node_free(CoPackNode *node)
{
    if (node == NULL)
        return;
    g_free(node->open);
    g_free(node->closed);
    g_free(node->allowed);
    g_free(node->home);
    g_free(node->price);
    g_free(node);
}

/* ---- what follows ---- */

/* Gives items with one room left their home there. @return false when an item has none */
static bool settle_homes(const CoPackProblem *p, CoPackNode *node)
{
    for (int i = 0; i < p->n_items; i++) {
        int n = 0, last = -1;
        for (int r = 0; r < p->n_rooms && n < 2; r++)
            if (!node->closed[r] && node->allowed[r * p->n_items + i]) {
                last = r;
                n++;
            }
        if (n == 0)
            return false;
        if (n > 1)
            continue;
        node->open[last] = true;
        if (p->most_uses[last] == 1)
            node->home[i] = last;
    }
    return true;
}

/* Items too large for what the homes leave of a room. @return whether anything changed */
static bool settle_seats(const CoPackProblem *p, CoPackNode *node, bool *possible)
{
    bool changed = false;
    for (int r = 0; r < p->n_rooms; r++) {
        int left = p->capacity[r];
        for (int i = 0; i < p->n_items; i++)
            left -= node->home[i] == r ? p->size[i] : 0;
        *possible = *possible && left >= 0;
        for (int i = 0; i < p->n_items && !node->closed[r]; i++) {
            bool *allowed = &node->allowed[r * p->n_items + i];
            if (*allowed && node->home[i] != r && p->size[i] > left) {
                *allowed = false;
                changed = true;
            }
        }
    }
    return changed;
}

static bool settle_counts(const CoPackProblem *p, CoPackNode *node)
{
    int least = 0, most = 0, n_open = 0;
    for (int r = 0; r < p->n_rooms; r++) {
        if (node->open[r] && node->closed[r])
            return false;
        n_open += node->open[r];
        least += node->open[r];
        most += node->closed[r] ? 0 : p->most_uses[r];
    }
    if (least > p->most_groups || most < p->least_groups)
        return false;
    for (int r = 0; r < p->n_rooms; r++) {
        if (n_open == p->most_groups && !node->open[r])
            node->closed[r] = true;
        if (most == p->least_groups && !node->closed[r])
            node->open[r] = true;
    }
    return true;
}

bool co_pack_node_settle(const CoPackProblem *p, CoPackNode *node)
{
    bool possible = true, changed = true;
    while (possible && changed)
        possible = settle_counts(p, node) && settle_homes(p, node) &&
                   (changed = settle_seats(p, node, &possible), possible);
    return possible && settle_counts(p, node);
}

/* ---- pricing ---- */

CoPackPricer *co_pack_pricer_new(const CoPackProblem *p)
{
    CoPackPricer *pricer = g_new0(CoPackPricer, 1);
    size_t cells = ((size_t)p->n_items + 1) * ((size_t)p->largest + 1);
    pricer->problem = p;
    pricer->table = g_new(double, cells);
    pricer->suffix = g_new(double, cells);
    pricer->candidate = g_new(int, (size_t)MAX(p->n_items, 1));
    pricer->gain = g_new(double, (size_t)MAX(p->n_items, 1));
    return pricer;
}

void co_pack_pricer_free(CoPackPricer *pricer)
{
    if (pricer == NULL)
        return;
    g_free(pricer->table);
    g_free(pricer->suffix);
    g_free(pricer->candidate);
    g_free(pricer->gain);
    g_free(pricer);
}

/* One group under construction. */
typedef struct Filling {
    int seats, persons; /* left; already there */
    double value;       /* of the homes and the opening */
} Filling;

/* Takes the homes in, and lists who else may come: all who gain, or everybody. */
static Filling list_candidates(CoPackPricer *pricer, const CoPackNode *node, int room, bool all)
{
    const CoPackProblem *p = pricer->problem;
    Filling filling = {.seats = p->capacity[room], .value = p->open_cost[room]};
    pricer->n_candidates = 0;
    for (int i = 0; i < p->n_items; i++) {
        int at = room * p->n_items + i;
        if (!node->allowed[at])
            continue;
        double gain = node->price[i] - p->cost[at];
        if (node->home[i] == room) {
            filling.seats -= p->size[i];
            filling.persons += p->size[i];
            filling.value -= gain;
        } else if (all || gain > 0) {
            pricer->candidate[pricer->n_candidates] = i;
            pricer->gain[pricer->n_candidates++] = gain;
        }
    }
    return filling;
}

/* table[k][w]: best gain of the first k candidates within w seats (exactly w when @p exact). */
static void fill_table(CoPackPricer *pricer, int seats, bool exact)
{
    size_t width = (size_t)seats + 1;
    double *row = pricer->table;
    for (size_t w = 0; w < width; w++)
        row[w] = exact && w > 0 ? -INFINITY : 0;
    for (int k = 0; k < pricer->n_candidates; k++) {
        const double *before = pricer->table + (size_t)k * width;
        int size = pricer->problem->size[pricer->candidate[k]];
        double *now = pricer->table + (size_t)(k + 1) * width, gain = pricer->gain[k];
        size_t from = MIN((size_t)size, width);
        memcpy(now, before, sizeof(double) * from);
        for (size_t w = from; w < width; w++) {
            double with = before[w - from] + gain;
            now[w] = with > before[w] ? with : before[w];
        }
    }
    pricer->cells += (int64_t)(pricer->n_candidates + 1) * seats;
}

/* Reads who is in the best group that uses @p w seats. @return their persons */
static int read_members(const CoPackPricer *pricer, int seats, int w, bool *members)
{
    size_t width = (size_t)seats + 1;
    int persons = 0;
    for (int k = pricer->n_candidates; k > 0; k--) {
        const double *now = pricer->table + (size_t)k * width, *before = now - width;
        if (now[w] <= before[w])
            continue;
        int item = pricer->candidate[k - 1];
        w -= pricer->problem->size[item];
        persons += pricer->problem->size[item];
        if (members != NULL)
            members[item] = true;
    }
    return persons;
}

static void mark_homes(const CoPackProblem *p, const CoPackNode *node, int room, bool *members)
{
    for (int i = 0; members != NULL && i < p->n_items; i++)
        members[i] = node->home[i] == room;
}

/* Under the minimum size, members who cost more than they bring come too. */
static double price_full_size(CoPackPricer *pricer, const CoPackNode *node, int room, bool *members)
{
    const CoPackProblem *p = pricer->problem;
    Filling filling = list_candidates(pricer, node, room, true);
    fill_table(pricer, filling.seats, true);
    const double *last = pricer->table + (size_t)pricer->n_candidates * ((size_t)filling.seats + 1);
    int best = -1;
    for (int w = MAX(0, p->min_size - filling.persons); w <= filling.seats; w++)
        if (last[w] > -INFINITY && (best < 0 || last[w] > last[best]))
            best = w;
    if (best < 0)
        return INFINITY;
    mark_homes(p, node, room, members);
    read_members(pricer, filling.seats, best, members);
    return filling.value - last[best];
}

double co_pack_price_room(CoPackPricer *pricer, const CoPackNode *node, int room, bool *members)
{
    const CoPackProblem *p = pricer->problem;
    Filling filling = list_candidates(pricer, node, room, false);
    if (filling.seats < 0)
        return INFINITY;
    int total = 0;
    for (int k = 0; k < pricer->n_candidates; k++)
        total += p->size[pricer->candidate[k]];
    int seats = MIN(filling.seats, total);
    fill_table(pricer, seats, false);
    double gain = pricer->table[(size_t)(pricer->n_candidates + 1) * ((size_t)seats + 1) - 1];
    mark_homes(p, node, room, members);
    filling.persons += read_members(pricer, seats, seats, members);
    if (filling.persons < p->min_size)
        return price_full_size(pricer, node, room, members);
    return filling.value - gain;
}

/* Candidates by gain a seat, best first. */
static void sort_by_rate(CoPackPricer *pricer)
{
    const int *size = pricer->problem->size;
    for (int k = 1; k < pricer->n_candidates; k++) {
        int item = pricer->candidate[k], at = k;
        double gain = pricer->gain[k];
        for (; at > 0 && pricer->gain[at - 1] * size[item] < gain * size[pricer->candidate[at - 1]];
             at--) {
            pricer->candidate[at] = pricer->candidate[at - 1];
            pricer->gain[at] = pricer->gain[at - 1];
        }
        pricer->candidate[at] = item;
        pricer->gain[at] = gain;
    }
}

double co_pack_price_hope(CoPackPricer *pricer, const CoPackNode *node, int room)
{
    Filling filling = list_candidates(pricer, node, room, false);
    double value = filling.value;
    int seats = filling.seats;
    if (seats < 0)
        return INFINITY;
    sort_by_rate(pricer);
    for (int k = 0; k < pricer->n_candidates && seats > 0; k++) {
        int size = pricer->problem->size[pricer->candidate[k]];
        value -= size <= seats ? pricer->gain[k] : pricer->gain[k] * seats / size;
        seats -= size;
    }
    pricer->cells += 6 * (int64_t)pricer->n_candidates;
    return value;
}

/* suffix[k][w]: best gain of the candidates from k on within w seats. */
static void fill_suffix(CoPackPricer *pricer, int seats)
{
    size_t width = (size_t)seats + 1;
    int n = pricer->n_candidates;
    memset(pricer->suffix + (size_t)n * width, 0, sizeof(double) * width);
    for (int k = n - 1; k >= 0; k--) {
        const double *after = pricer->suffix + (size_t)(k + 1) * width;
        size_t from = MIN((size_t)pricer->problem->size[pricer->candidate[k]], width);
        double *now = pricer->suffix + (size_t)k * width, gain = pricer->gain[k];
        memcpy(now, after, sizeof(double) * from);
        for (size_t w = from; w < width; w++) {
            double with = after[w - from] + gain;
            now[w] = with > after[w] ? with : after[w];
        }
    }
    pricer->cells += 2 * (int64_t)n * seats;
}

void co_pack_price_with(CoPackPricer *pricer, const CoPackNode *node, int room, double *with)
{
    const CoPackProblem *p = pricer->problem;
    Filling filling = list_candidates(pricer, node, room, false);
    for (int i = 0; i < p->n_items; i++)
        with[i] = INFINITY;
    if (filling.seats < 0)
        return;
    size_t width = (size_t)filling.seats + 1;
    int n = pricer->n_candidates;
    fill_table(pricer, filling.seats, false);
    fill_suffix(pricer, filling.seats);
    const double *all = pricer->table + (size_t)n * width;
    for (int i = 0, k = 0; i < p->n_items; i++) {
        int at = room * p->n_items + i, left = filling.seats - p->size[i];
        bool candidate = k < n && pricer->candidate[k] == i;
        if (node->home[i] == room)
            with[i] = filling.value - all[filling.seats];
        else if (node->allowed[at] && left >= 0 && !candidate)
            with[i] = filling.value - (node->price[i] - p->cost[at]) - all[left];
        else if (node->allowed[at] && left >= 0) {
            const double *before = pricer->table + (size_t)k * width;
            const double *after = pricer->suffix + (size_t)(k + 1) * width;
            double best = 0;
            for (int w = 0; w <= left; w++)
                best = MAX(best, before[w] + after[left - w]);
            with[i] = filling.value - pricer->gain[k] - best;
        }
        k += candidate;
    }
}

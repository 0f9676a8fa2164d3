/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_members.h"

#include <glib.h>

#include <math.h>
#include <string.h>

#include "evaluate.h"

/* The parties of a class. */
typedef struct Parties {
    int n;
    int *first; /* by party, and one more: where its items begin in order[] */
    int *order; /* positions, party by party */
} Parties;

struct CoDatedMembers {
    const CoGrouping *g;
    Parties *parties;   /* by class; empty where members are not tied */
    int stride;         /* most seats of a group, and one */
    double *table;      /* stride: worth of a party by persons */
    double *worth;      /* stride: best of the parties so far by persons */
    int *hull;          /* stride */
    double *persons;    /* by person of the largest class: worth on the hull */
    int *share;         /* [party x stride + persons]: how many of them are of that party */
    unsigned char *has; /* [place in order x stride + persons of the party]: the item is in */
    int n_seats;        /* of the group at hand */
    CoDatedSeats last;
    int n_last; /* persons of the last best group */
    int64_t n_cells;
};

static bool share_cars(const CoGrouping *g, const CoGrpItem *a, const CoGrpItem *b)
{
    return g->car_seats > 0 && a->cluster >= 0 && a->cluster == b->cluster;
}

static const CoGrpItem *item_at(const CoGrouping *g, int class_idx, int position)
{
    return &g->items[g->classes[class_idx].items[position]];
}

bool co_dated_members_are_tied(const CoGrouping *g, int class_idx)
{
    int n_items = g->classes[class_idx].n_items;
    for (int k = 0; k < n_items; k++) {
        const CoGrpItem *it = item_at(g, class_idx, k);
        if (it->n_persons != 1)
            return true;
        for (int j = k + 1; j < n_items; j++)
            if (share_cars(g, it, item_at(g, class_idx, j)))
                return true;
    }
    return false;
}

/* ---- making and freeing ---- */

static void list_parties(const CoGrouping *g, int class_idx, Parties *parties)
{
    int n_items = g->classes[class_idx].n_items, n = 0;
    g_autofree bool *listed = g_new0(bool, (size_t)n_items + 1);
    parties->order = g_new(int, (size_t)n_items + 1);
    parties->first = g_new(int, (size_t)n_items + 1);
    for (int k = 0; k < n_items; k++) {
        if (listed[k])
            continue;
        parties->first[parties->n++] = n;
        for (int j = k; j < n_items; j++) {
            if (j > k && !share_cars(g, item_at(g, class_idx, k), item_at(g, class_idx, j)))
                continue;
            listed[j] = true;
            parties->order[n++] = j;
        }
    }
    parties->first[parties->n] = n;
}

CoDatedMembers *co_dated_members_new(const CoGrouping *g)
{
    CoDatedMembers *m = g_new0(CoDatedMembers, 1);
    size_t most_items = 1, most_persons = 1, most_seats = 1;
    m->g = g;
    m->parties = g_new0(Parties, (size_t)MAX(g->n_classes, 1));
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        size_t n_persons = 0, seats = 0;
        if (!co_dated_members_are_tied(g, c))
            continue;
        list_parties(g, c, &m->parties[c]);
        for (int k = 0; k < cls->n_items; k++)
            n_persons += (size_t)item_at(g, c, k)->n_persons;
        for (int r = 0; r < cls->n_rooms; r++)
            seats = MAX(seats, (size_t)co_group_capacity(cls, r));
        most_items = MAX(most_items, (size_t)cls->n_items);
        most_persons = MAX(most_persons, n_persons);
        most_seats = MAX(most_seats, MIN(seats, n_persons));
    }
    size_t stride = most_seats + 1;
    m->stride = (int)stride;
    m->table = g_new(double, stride);
    m->worth = g_new(double, stride);
    m->hull = g_new(int, stride);
    m->persons = g_new(double, most_persons);
    m->share = g_new(int, most_items *stride);
    m->has = g_new(unsigned char, most_items *stride);
    return m;
}

void co_dated_members_free(CoDatedMembers *m)
{
    if (m == NULL)
        return;
    for (int c = 0; c < m->g->n_classes; c++) {
        g_free(m->parties[c].first);
        g_free(m->parties[c].order);
    }
    g_free(m->parties);
    g_free(m->table);
    g_free(m->worth);
    g_free(m->hull);
    g_free(m->persons);
    g_free(m->share);
    g_free(m->has);
    g_free(m);
}

/* ---- one party ---- */

static int n_cars(const CoDatedMembers *m, int n_persons)
{
    return (n_persons + m->g->car_seats - 1) / m->g->car_seats;
}

/* Puts an item into the table of its party, with or without it. @return persons reached */
static int add_item(CoDatedMembers *m, int place, int size, double value, int reach)
{
    unsigned char *has = m->has + (size_t)place * (size_t)m->stride;
    int end = MIN(reach + size, m->n_seats);
    memset(has, 0, (size_t)m->stride);
    if (value == INFINITY || size > m->n_seats)
        return reach;
    for (int n = reach + 1; n <= end; n++)
        m->table[n] = INFINITY;
    for (int n = end; n >= size; n--)
        if (m->table[n - size] + value < m->table[n]) {
            m->table[n] = m->table[n - size] + value;
            has[n] = 1;
        }
    m->n_cells += end - size + 1;
    return end;
}

/* Fills the table of a party. @return the most persons of it that fit into the group */
static int fill_table(CoDatedMembers *m, const CoDatedSeats *s, int party)
{
    const Parties *parties = &m->parties[s->class_idx];
    const CoGrpClass *cls = &m->g->classes[s->class_idx];
    int at = s->room * cls->n_profiles + s->profile, reach = 0;
    int first = parties->first[party], end = parties->first[party + 1];
    bool shares = end - first > 1;
    int leader = cls->items[parties->order[first]];
    int64_t mileage = shares ? m->g->items[leader].mileage[at] : 0;
    double a_car = shares ? (double)mileage - s->cars[leader] : 0;
    m->table[0] = 0;
    for (int k = first; k < end; k++) {
        int position = parties->order[k];
        int size = item_at(m->g, s->class_idx, position)->n_persons;
        double value = s->value[position];
        if (mileage > 0)
            value -= (double)(n_cars(m, size) * mileage);
        reach = add_item(m, k, size, value, reach);
    }
    for (int n = 1; shares && n <= reach; n++)
        m->table[n] += n_cars(m, n) * a_car;
    return reach;
}

/* ---- the floor ---- */

/* Whether point b lies on or above the line from a to c. */
static bool is_above(const double *table, int a, int b, int c)
{
    return (table[b] - table[a]) * (c - a) >= (table[c] - table[a]) * (b - a);
}

/* Writes what each further person costs on the lower hull of the table. @return persons written */
static int write_hull(CoDatedMembers *m, int reach, double *out)
{
    int *hull = m->hull, n = 1, n_out = 0;
    hull[0] = 0;
    for (int k = 1; k <= reach; k++) {
        if (m->table[k] == INFINITY)
            continue;
        while (n > 1 && is_above(m->table, hull[n - 2], hull[n - 1], k))
            n--;
        hull[n++] = k;
    }
    for (int k = 1; k < n; k++) {
        double slope = (m->table[hull[k]] - m->table[hull[k - 1]]) / (hull[k] - hull[k - 1]);
        for (int j = hull[k - 1]; j < hull[k]; j++)
            out[n_out++] = slope;
    }
    return n_out;
}

static int write_single(const CoDatedMembers *m, const CoDatedSeats *s, int position, double *out)
{
    double value = s->value[position];
    int size = item_at(m->g, s->class_idx, position)->n_persons;
    if (value == INFINITY || size > m->n_seats)
        return 0;
    for (int k = 0; k < size; k++)
        out[k] = value / size;
    return size;
}

static void begin(CoDatedMembers *m, const CoDatedSeats *s)
{
    const CoGrpClass *cls = &m->g->classes[s->class_idx];
    m->n_seats = MIN(co_group_capacity(cls, s->room), m->stride - 1);
}

double co_dated_members_floor(CoDatedMembers *m, const CoDatedSeats *s)
{
    const CoGrpClass *cls = &m->g->classes[s->class_idx];
    const Parties *parties = &m->parties[s->class_idx];
    int n = 0, n_negative = 0;
    begin(m, s);
    for (int p = 0; p < parties->n; p++) {
        int first = parties->first[p];
        if (parties->first[p + 1] - first == 1)
            n += write_single(m, s, parties->order[first], m->persons + n);
        else
            n += write_hull(m, fill_table(m, s, p), m->persons + n);
    }
    if (n < cls->min_size || m->n_seats < cls->min_size)
        return INFINITY;
    for (int k = 0; k < n; k++)
        n_negative += m->persons[k] < 0;
    return co_dated_sum_least(m->persons, n, CLAMP(n_negative, cls->min_size, m->n_seats));
}

/* ---- the best ---- */

/* Adds a party whose table is filled to the best of those before. @return persons reached */
static int add_party(CoDatedMembers *m, int party, int n_party, int reach)
{
    int *share = m->share + (size_t)party * (size_t)m->stride;
    int end = MIN(reach + n_party, m->n_seats);
    for (int n = reach + 1; n <= end; n++)
        m->worth[n] = INFINITY;
    for (int n = end; n >= 0; n--) {
        share[n] = 0;
        for (int k = 1; k <= MIN(n, n_party); k++)
            if (m->worth[n - k] + m->table[k] < m->worth[n]) {
                m->worth[n] = m->worth[n - k] + m->table[k];
                share[n] = k;
            }
        m->n_cells += MIN(n, n_party);
    }
    return end;
}

double co_dated_members_best(CoDatedMembers *m, const CoDatedSeats *s)
{
    int reach = 0;
    double best = INFINITY;
    begin(m, s);
    m->worth[0] = 0;
    for (int p = 0; p < m->parties[s->class_idx].n; p++)
        reach = add_party(m, p, fill_table(m, s, p), reach);
    m->last = *s;
    for (int n = m->g->classes[s->class_idx].min_size; n <= reach; n++)
        if (m->worth[n] < best) {
            best = m->worth[n];
            m->n_last = n;
        }
    return best;
}

/* Lists the items that make up so many persons of a party. */
static int list_party(const CoDatedMembers *m, int party, int n_persons, int *positions)
{
    const Parties *parties = &m->parties[m->last.class_idx];
    int n = 0;
    for (int k = parties->first[party + 1] - 1; n_persons > 0 && k >= parties->first[party]; k--)
        if (m->has[(size_t)k * (size_t)m->stride + (size_t)n_persons]) {
            positions[n++] = parties->order[k];
            n_persons -= item_at(m->g, m->last.class_idx, parties->order[k])->n_persons;
        }
    return n;
}

int co_dated_members_list(const CoDatedMembers *m, int *positions)
{
    int n = 0, n_persons = m->n_last;
    for (int p = m->parties[m->last.class_idx].n - 1; p >= 0; p--) {
        int share = m->share[(size_t)p * (size_t)m->stride + (size_t)n_persons];
        n += list_party(m, p, share, positions + n);
        n_persons -= share;
    }
    return n;
}

int64_t co_dated_members_take_cells(CoDatedMembers *m)
{
    int64_t n = m->n_cells;
    m->n_cells = 0;
    return n;
}

/* ---- the least of many ---- */

/* Moves the n smallest to the front (quickselect). */
static void smallest_first(double *v, int size, int n)
{
    int low = 0, high = size - 1;
    while (low < high) {
        double pivot = v[(low + high) / 2];
        int i = low, j = high;
        while (i <= j) {
            while (v[i] < pivot)
                i++;
            while (v[j] > pivot)
                j--;
            if (i <= j) {
                double swap = v[i];
                v[i++] = v[j];
                v[j--] = swap;
            }
        }
        if (n <= j)
            high = j;
        else if (n >= i)
            low = i;
        else
            return;
    }
}

double co_dated_sum_least(double *values, int size, int n)
{
    double sum = 0;
    if (n < size && n > 0)
        smallest_first(values, size, n - 1);
    for (int k = 0; k < n; k++)
        sum += values[k];
    return sum;
}

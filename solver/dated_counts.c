/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_counts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"

#define CENT 1.0 /* rounding of sums must not cost a vector */
#define MAX_VECTORS 40000
#define MAX_VISITED 1000000
#define MAX_CUTS 300
/* Vectors x cuts that one question may look at; past it the answer is a weaker, true bound. */
#define MAX_WORK 100000000
#define CHEAP_STARTS 4 /* cuts from whose favourites a cheap combination is looked for */

/* The count vectors of one class. */
typedef struct Vectors {
    int n_rooms, n, size, n_persons;
    int *counts;   /* n x n_rooms */
    double *floor; /* by vector: bound with the shared prices 0 */
    double **part; /* by cut: [vector] item prices + sum of n x value, at least the floor */
    double *least; /* by cut: least part over the vectors */
} Vectors;

struct CoCounts {
    const CoGrouping *g;
    Vectors *classes;
    int *order;  /* classes by number of vectors, fewest first: the question goes in this order */
    int *offset; /* by class: first count index */
    int n_counts;
    GArray *balance; /* of double, by cut; the first cut is the floors themselves */
};

static int n_cuts_of(const CoCounts *c)
{
    return (int)c->balance->len;
}

static double balance_of(const CoCounts *c, int cut)
{
    return g_array_index(c->balance, double, (guint)cut);
}

/* ---- listing the vectors ---- */

typedef struct Listing {
    Vectors *vectors;
    const CoGrpClass *cls;
    int *counts;
    int largest; /* seats of the largest room */
    int n_visited;
    bool overflow;
} Listing;

static void add_vector(Listing *l)
{
    Vectors *v = l->vectors;
    if (v->n == MAX_VECTORS) {
        l->overflow = true;
        return;
    }
    if (v->n == v->size) {
        v->size = MAX(256, 2 * v->size);
        v->counts = g_renew(int, v->counts, (size_t)v->size *(size_t)MAX(v->n_rooms, 1));
    }
    memcpy(v->counts + (size_t)v->n++ * (size_t)v->n_rooms, l->counts,
           sizeof(int) * (size_t)v->n_rooms);
}

/* Depth first over the rooms; groups are what is left to spread. Branches that can no longer seat
 * everybody are cut, and a walk too long counts as too many vectors. */
static void list_vectors(Listing *l, int room, int groups, int seats)
{
    const CoGrpClass *cls = l->cls;
    if (l->overflow || seats + groups * l->largest < l->vectors->n_persons)
        return;
    l->overflow = ++l->n_visited > MAX_VISITED;
    if (room == cls->n_rooms || groups == 0) {
        if (groups == 0)
            add_vector(l);
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

/* @param spare  what the groups of the class may cost. @return false when they are too many */
static bool list_class(const CoGrouping *g, const CoGrpClass *cls, double per_group, double spare,
                       Vectors *v)
{
    v->n_rooms = cls->n_rooms;
    for (int k = 0; k < cls->n_items; k++)
        v->n_persons += g->items[cls->items[k]].n_persons;
    int most = v->n_persons / MAX(cls->min_size, 1);
    if (cls->max_groups >= 0)
        most = MIN(most, cls->max_groups);
    g_autofree int *counts = g_new0(int, (size_t)MAX(cls->n_rooms, 1));
    Listing listing = {.vectors = v, .cls = cls, .counts = counts};
    for (int r = 0; r < cls->n_rooms; r++)
        listing.largest = MAX(listing.largest, co_group_capacity(cls, r));
    /* A class without anybody may still have to hold groups (R11), or none. */
    int fewest = MAX(cls->min_groups, v->n_persons > 0 ? 1 : 0);
    for (int groups = fewest; groups <= MAX(most, fewest); groups++) {
        if (groups > 0 && groups * per_group >= spare)
            break;
        list_vectors(&listing, 0, groups, 0);
    }
    return !listing.overflow;
}

/* Costs are not negative: floors begin at 0. */
static void add_floor_cut(CoCounts *c)
{
    double none = 0;
    g_array_append_val(c->balance, none);
    for (int k = 0; k < c->g->n_classes; k++) {
        Vectors *v = &c->classes[k];
        v->part[0] = g_memdup2(v->floor, sizeof(double) * (size_t)MAX(v->n, 1));
        v->least[0] = v->n > 0 ? 0 : INFINITY;
    }
}

/* Fewest groups that could seat a class. */
static int fewest_groups(const CoGrouping *g, const CoGrpClass *cls)
{
    int n_persons = 0, largest = 1;
    for (int k = 0; k < cls->n_items; k++)
        n_persons += g->items[cls->items[k]].n_persons;
    for (int r = 0; r < cls->n_rooms; r++)
        largest = MAX(largest, co_group_capacity(cls, r));
    return MAX(cls->min_groups, (n_persons + largest - 1) / largest);
}

/* A class that needs no group costs none, even where it could have none. */
static double fewest_cost(const CoGrouping *g, const CoClassFloor *floors, int class_idx)
{
    int fewest = fewest_groups(g, &g->classes[class_idx]);
    return fewest > 0 ? fewest * floors[class_idx].per_group : 0;
}

CoCounts *co_counts_new(const CoGrouping *g, const CoClassFloor *floors, double aim)
{
    CoCounts *c = g_new0(CoCounts, 1);
    size_t n_classes = (size_t)MAX(g->n_classes, 1);
    bool listed = true;
    double all = 0; /* floors of all classes at their fewest groups */
    for (int k = 0; k < g->n_classes; k++)
        all += floors[k].items + fewest_cost(g, floors, k);
    c->g = g;
    c->classes = g_new0(Vectors, n_classes);
    c->order = g_new(int, n_classes);
    c->offset = g_new(int, n_classes);
    c->balance = g_array_new(FALSE, FALSE, sizeof(double));
    for (int k = 0; k < g->n_classes; k++) {
        c->order[k] = k;
        c->offset[k] = c->n_counts;
        c->n_counts += g->classes[k].n_rooms;
        double fewest = fewest_cost(g, floors, k);
        listed = listed && list_class(g, &g->classes[k], floors[k].per_group,
                                      aim - (all - fewest) + CENT, &c->classes[k]);
        c->classes[k].part = g_new0(double *, MAX_CUTS);
        c->classes[k].least = g_new(double, MAX_CUTS);
        c->classes[k].floor = g_new0(double, (size_t)MAX(c->classes[k].n, 1));
    }
    if (listed) {
        add_floor_cut(c);
        return c;
    }
    co_counts_free(c);
    return NULL;
}

static void free_cut(CoCounts *c, int cut)
{
    for (int k = 0; k < c->g->n_classes; k++)
        g_free(c->classes[k].part[cut]);
}

void co_counts_free(CoCounts *c)
{
    if (c == NULL)
        return;
    for (int cut = 0; cut < n_cuts_of(c); cut++)
        free_cut(c, cut);
    for (int k = 0; k < c->g->n_classes; k++) {
        g_free(c->classes[k].counts);
        g_free(c->classes[k].floor);
        g_free(c->classes[k].part);
        g_free(c->classes[k].least);
    }
    g_array_unref(c->balance);
    g_free(c->classes);
    g_free(c->order);
    g_free(c->offset);
    g_free(c);
}

int co_counts_size(const CoCounts *c)
{
    return c->n_counts;
}

int co_counts_index(const CoCounts *c, int class_idx, int room)
{
    return c->offset[class_idx] + room;
}

/* ---- cuts ---- */

static double part_of(const Vectors *v, int vector, const double *value)
{
    const int *counts = v->counts + (size_t)vector * (size_t)v->n_rooms;
    double sum = 0;
    for (int r = 0; r < v->n_rooms; r++)
        if (counts[r] > 0)
            sum += counts[r] * value[r];
    return sum;
}

static void find_least(Vectors *v, int cut)
{
    v->least[cut] = INFINITY;
    for (int k = 0; k < v->n; k++)
        v->least[cut] = MIN(v->least[cut], v->part[cut][k]);
}

/* Bound of every vector of a class with the other classes at their best, cut by cut. */
static void bound_vectors(const CoCounts *c, int class_idx, double *bound)
{
    const Vectors *v = &c->classes[class_idx];
    for (int k = 0; k < v->n; k++)
        bound[k] = -INFINITY;
    for (int cut = 0; cut < n_cuts_of(c); cut++) {
        double others = balance_of(c, cut);
        for (int k = 0; k < c->g->n_classes; k++)
            others += k == class_idx ? 0 : c->classes[k].least[cut];
        for (int k = 0; k < v->n; k++)
            bound[k] = MAX(bound[k], others + v->part[cut][k]);
    }
}

/* Vectors that cannot be in a combination below the aim go. @return whether any did */
static bool drop_vectors(CoCounts *c, int class_idx, double aim)
{
    Vectors *v = &c->classes[class_idx];
    g_autofree double *bound = g_new(double, (size_t)MAX(v->n, 1));
    int kept = 0;
    bound_vectors(c, class_idx, bound);
    for (int k = 0; k < v->n; k++) {
        if (bound[k] >= aim)
            continue;
        memmove(v->counts + (size_t)kept * (size_t)v->n_rooms,
                v->counts + (size_t)k * (size_t)v->n_rooms, sizeof(int) * (size_t)v->n_rooms);
        for (int cut = 0; cut < n_cuts_of(c); cut++)
            v->part[cut][kept] = v->part[cut][k];
        v->floor[kept] = v->floor[k];
        kept++;
    }
    bool dropped = kept < v->n;
    v->n = kept;
    for (int cut = 0; dropped && cut < n_cuts_of(c); cut++) {
        v->part[cut] = g_renew(double, v->part[cut], (size_t)MAX(kept, 1));
        find_least(v, cut);
    }
    return dropped;
}

static void sort_classes(CoCounts *c)
{
    for (int i = 1; i < c->g->n_classes; i++)
        for (int j = i; j > 0 && c->classes[c->order[j]].n < c->classes[c->order[j - 1]].n; j--) {
            int swap = c->order[j];
            c->order[j] = c->order[j - 1];
            c->order[j - 1] = swap;
        }
}

/* Room for one more: the oldest but the floors gives way; what it has dropped stays dropped. */
static void forget_oldest(CoCounts *c)
{
    free_cut(c, 1);
    g_array_remove_index(c->balance, 1);
    size_t n = c->balance->len - 1;
    for (int k = 0; k < c->g->n_classes; k++) {
        Vectors *v = &c->classes[k];
        memmove(v->part + 1, v->part + 2, sizeof *v->part * n);
        memmove(v->least + 1, v->least + 2, sizeof *v->least * n);
    }
}

void co_counts_add_cut(CoCounts *c, const CoCut *cut, double aim)
{
    if (c->balance->len == MAX_CUTS)
        forget_oldest(c);
    int at = n_cuts_of(c);
    g_array_append_val(c->balance, cut->balance);
    for (int k = 0; k < c->g->n_classes; k++) {
        Vectors *v = &c->classes[k];
        v->part[at] = g_new(double, (size_t)MAX(v->n, 1));
        for (int j = 0; j < v->n; j++)
            v->part[at][j] =
                MAX(v->floor[j], cut->items[k] + part_of(v, j, cut->value + c->offset[k]));
        find_least(v, at);
    }
    bool dropped = true;
    for (int turn = 0; dropped && turn < 3; turn++) {
        dropped = false;
        for (int k = 0; k < c->g->n_classes; k++)
            dropped = drop_vectors(c, k, aim) || dropped;
    }
    sort_classes(c);
}

void co_counts_lift_class(CoCounts *c, int class_idx, double items, const double *value)
{
    Vectors *v = &c->classes[class_idx];
    for (int j = 0; j < v->n; j++)
        v->floor[j] = MAX(v->floor[j], items + part_of(v, j, value));
    for (int cut = 0; cut < n_cuts_of(c); cut++) {
        for (int j = 0; j < v->n; j++)
            v->part[cut][j] = MAX(v->part[cut][j], v->floor[j]);
        find_least(v, cut);
    }
}

double co_counts_floor(const CoCounts *c, int class_idx)
{
    return c->classes[class_idx].least[0];
}

/* ---- the least combination ---- */

typedef struct Question {
    CoCounts *c;
    double best;  /* least value of a whole combination so far */
    double floor; /* least bound of what was left unlooked at */
    int *chosen;  /* vector by depth */
    int *answer;  /* the chosen of the best */
    int64_t work;
} Question;

typedef struct Candidate {
    double bound;
    int vector;
} Candidate;

static int by_bound(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    if (x->bound != y->bound)
        return x->bound < y->bound ? -1 : 1;
    return x->vector - y->vector;
}

/* The vectors of the class at this depth whose bound is below the best, cheapest first.
 * @param sums  by cut: balance, what is chosen, and the best of the classes after this one */
static int candidates(Question *q, int depth, const double *sums, Candidate *out)
{
    const CoCounts *c = q->c;
    const Vectors *v = &c->classes[c->order[depth]];
    g_autofree double *bound = g_new(double, (size_t)MAX(v->n, 1));
    int n = 0;
    for (int k = 0; k < v->n; k++)
        bound[k] = -INFINITY;
    for (int cut = 0; cut < n_cuts_of(c); cut++) {
        const double *part = v->part[cut];
        double sum = sums[cut];
        for (int k = 0; k < v->n; k++)
            bound[k] = MAX(bound[k], sum + part[k]);
    }
    q->work += (int64_t)v->n * (int64_t)c->balance->len;
    for (int k = 0; k < v->n; k++)
        if (bound[k] < q->best)
            out[n++] = (Candidate){bound[k], k};
    qsort(out, (size_t)n, sizeof *out, by_bound);
    return n;
}

/* @param sums  by cut: balance, what is chosen, and the best of this class and those after */
static void descend(Question *q, int depth, const double *sums)
{
    CoCounts *c = q->c;
    size_t n_cuts = c->balance->len;
    const Vectors *v = &c->classes[c->order[depth]];
    g_autofree Candidate *list = g_new(Candidate, (size_t)MAX(v->n, 1));
    g_autofree double *here = g_new(double, MAX(n_cuts, 1));
    g_autofree double *next = g_new(double, MAX(n_cuts, 1));
    for (size_t cut = 0; cut < n_cuts; cut++)
        here[cut] = sums[cut] - v->least[cut];
    int n = candidates(q, depth, here, list);
    for (int k = 0; k < n && list[k].bound < q->best; k++) {
        if (q->work > MAX_WORK) {
            q->floor = MIN(q->floor, list[k].bound);
            return;
        }
        q->chosen[depth] = list[k].vector;
        if (depth == c->g->n_classes - 1) {
            q->best = list[k].bound;
            memcpy(q->answer, q->chosen, sizeof(int) * (size_t)c->g->n_classes);
            return;
        }
        for (size_t cut = 0; cut < n_cuts; cut++)
            next[cut] = here[cut] + v->part[cut][list[k].vector];
        descend(q, depth + 1, next);
    }
}

static void read_answer(const CoCounts *c, const int *answer, int *at)
{
    for (int depth = 0; depth < c->g->n_classes; depth++) {
        int k = c->order[depth];
        const Vectors *v = &c->classes[k];
        memcpy(at + c->offset[k], v->counts + (size_t)answer[depth] * (size_t)v->n_rooms,
               sizeof(int) * (size_t)v->n_rooms);
    }
}

double co_counts_least(CoCounts *c, double aim, int *at, int64_t *work)
{
    size_t n_classes = (size_t)MAX(c->g->n_classes, 1), n_cuts = c->balance->len;
    g_autofree int *chosen = g_new(int, n_classes), *answer = g_new(int, n_classes);
    g_autofree double *sums = g_new(double, MAX(n_cuts, 1));
    Question q = {.c = c, .best = aim, .floor = aim, .chosen = chosen, .answer = answer};
    answer[0] = -1;
    for (int k = 0; k < c->g->n_classes; k++)
        if (c->classes[k].n == 0)
            return aim;
    for (size_t cut = 0; cut < n_cuts; cut++) {
        sums[cut] = balance_of(c, (int)cut);
        for (int k = 0; k < c->g->n_classes; k++)
            sums[cut] += c->classes[k].least[cut];
    }
    if (c->g->n_classes > 0)
        descend(&q, 0, sums);
    if (c->g->n_classes > 0 && answer[0] >= 0)
        read_answer(c, answer, at);
    *work = q.work;
    return MIN(q.best, q.floor);
}

/* ---- a cheap combination ---- */

/* Sums by cut of what is chosen, the class left out apart (-1 = none). */
static void sum_chosen(const CoCounts *c, const int *chosen, int without, double *sums)
{
    for (int cut = 0; cut < n_cuts_of(c); cut++) {
        sums[cut] = balance_of(c, cut);
        for (int k = 0; k < c->g->n_classes; k++)
            sums[cut] += k == without ? 0 : c->classes[k].part[cut][chosen[k]];
    }
}

/* The best vector of one class when the others stand. @return its value */
static double best_vector(const CoCounts *c, int class_idx, const double *sums, int *chosen)
{
    const Vectors *v = &c->classes[class_idx];
    g_autofree double *value = g_new(double, (size_t)v->n);
    for (int k = 0; k < v->n; k++)
        value[k] = -INFINITY;
    for (int cut = 0; cut < n_cuts_of(c); cut++)
        for (int k = 0; k < v->n; k++)
            value[k] = MAX(value[k], sums[cut] + v->part[cut][k]);
    for (int k = 0; k < v->n; k++)
        if (value[k] < value[chosen[class_idx]])
            chosen[class_idx] = k;
    return value[chosen[class_idx]];
}

/* Each class in turn until none gets better. @return the value reached */
static double improve_by_class(const CoCounts *c, int *chosen, int64_t *work)
{
    g_autofree double *sums = g_new(double, (size_t)MAX(c->balance->len, 1));
    double best = INFINITY, before;
    do {
        before = best;
        for (int k = 0; k < c->g->n_classes; k++) {
            sum_chosen(c, chosen, k, sums);
            best = best_vector(c, k, sums, chosen);
            *work += (int64_t)c->classes[k].n * (int64_t)c->balance->len;
        }
    } while (best < before - 1e-6);
    return best;
}

/* The vectors that one cut likes best. */
static void best_of_cut(const CoCounts *c, int cut, int *chosen)
{
    for (int k = 0; k < c->g->n_classes; k++) {
        const Vectors *v = &c->classes[k];
        chosen[k] = 0;
        for (int j = 1; j < v->n && cut >= 0; j++)
            if (v->part[cut][j] < v->part[cut][chosen[k]])
                chosen[k] = j;
    }
}

bool co_counts_cheap(const CoCounts *c, int *at, int64_t *work)
{
    size_t n_classes = (size_t)MAX(c->g->n_classes, 1);
    g_autofree int *chosen = g_new0(int, n_classes);
    int last = n_cuts_of(c) - 1;
    double best = INFINITY;
    *work = 0;
    for (int k = 0; k < c->g->n_classes; k++)
        if (c->classes[k].n == 0)
            return false;
    for (int cut = last; cut >= MAX(0, last - CHEAP_STARTS + 1) || cut == last; cut--) {
        best_of_cut(c, cut, chosen);
        double value = improve_by_class(c, chosen, work);
        if (cut < last && value >= best)
            continue;
        best = value;
        for (int k = 0; k < c->g->n_classes; k++) {
            const Vectors *v = &c->classes[k];
            memcpy(at + c->offset[k], v->counts + (size_t)chosen[k] * (size_t)v->n_rooms,
                   sizeof(int) * (size_t)v->n_rooms);
        }
    }
    return true;
}

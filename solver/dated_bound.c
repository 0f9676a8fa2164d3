/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_bound.h"

#include <math.h>
#include <string.h>

#include "dated_ascent.h"
#include "dated_counts.h"
#include "dated_use.h"
#include "undated_price.h"

#define POOL 48 /* starts kept */
#define VECTORS_PER_WORK 40000

#define UNDATED_STEPS 100
/* Steps with dates at the same counts, each time they look cheapest again. */
static const int dated_steps[] = {200, 400, 1200};
enum { N_LEVELS = G_N_ELEMENTS(dated_steps), ASK_EVERY = 20 };

/* Prices met before, with what they proved. */
typedef struct Start {
    CoDatedPrices *prices;
    double balance; /* item prices included */
    double *value;  /* by count index */
} Start;

struct CoDatedBounder {
    const CoGrouping *g;
    CoCounts *counts;
    CoDatedPricer *dated_pricer;
    CoUndatedPricer *undated_pricer;
    CoGroupSource undated, dated;
    CoDatedPrices *undated_prices; /* the last of every class */
    Start starts[POOL];
    int n_starts, next_start;
    GHashTable *tried; /* counts of all classes, or of one (GBytes) -> climbs there */
    double *fm1_floor, *value, *items;
    int *at;
    double bound;
    bool has_bound, finished;
    int n_since; /* climbs since the least counts were asked for */
};

/* ---- the dated source ---- */

static double dated_price(void *data, const CoDatedPrices *prices, int class_idx, int room)
{
    return co_dated_price_room(((CoDatedBounder *)data)->dated_pricer, prices, class_idx, room);
}

static void dated_add_use(void *data, const CoDatedPrices *prices, int n, CoDatedPrices *use)
{
    CoDatedBounder *b = data;
    CoDatedColumn column;
    if (!co_dated_take_best(b->dated_pricer, prices, &column))
        return;
    co_dated_add_use(b->g, &column, n, use);
    g_free(column.items);
}

static int64_t dated_work(void *data, int class_idx)
{
    return co_dated_price_work(((CoDatedBounder *)data)->dated_pricer, class_idx);
}

/* ---- making and freeing ---- */

/* NULL when the counts are too many to list. */
static CoCounts *list_counts(const CoGrouping *g, const CoUndatedPricer *pricer, int64_t aim)
{
    g_autofree CoClassFloor *floors = g_new(CoClassFloor, (size_t)MAX(g->n_classes, 1));
    for (int c = 0; c < g->n_classes; c++)
        floors[c] =
            (CoClassFloor){co_undated_least_group(pricer, c), co_undated_least_items(pricer, c)};
    return co_counts_new(g, floors, (double)aim);
}

CoDatedBounder *co_dated_bounder_new(const CoGrouping *g, const double *fm1_floor, int64_t aim)
{
    if (!co_dated_can_price(g))
        return NULL;
    g_autoptr(CoUndatedPricer) undated_pricer = co_undated_pricer_new(g);
    CoCounts *counts = list_counts(g, undated_pricer, aim);
    if (counts == NULL)
        return NULL;
    CoDatedBounder *b = g_new0(CoDatedBounder, 1);
    b->g = g;
    b->counts = counts;
    b->dated_pricer = co_dated_pricer_new(g);
    b->undated_pricer = g_steal_pointer(&undated_pricer);
    b->undated_prices = co_dated_prices_new(g);
    b->undated = co_undated_source(b->undated_pricer);
    b->dated = (CoGroupSource){dated_price, dated_add_use, dated_work, b};
    b->tried =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    if (fm1_floor != NULL)
        b->fm1_floor = g_memdup2(fm1_floor, sizeof(double) * (size_t)g->n_slots);
    size_t size = (size_t)MAX(co_counts_size(counts), 1);
    b->at = g_new0(int, size);
    b->value = g_new(double, size);
    b->items = g_new(double, (size_t)MAX(g->n_classes, 1));
    return b;
}

static void clear_start(Start *start)
{
    co_dated_prices_free(start->prices);
    g_free(start->value);
}

void co_dated_bounder_free(CoDatedBounder *b)
{
    if (b == NULL)
        return;
    for (int k = 0; k < b->n_starts; k++)
        clear_start(&b->starts[k]);
    co_dated_prices_free(b->undated_prices);
    co_counts_free(b->counts);
    co_dated_pricer_free(b->dated_pricer);
    co_undated_pricer_free(b->undated_pricer);
    g_hash_table_unref(b->tried);
    g_free(b->fm1_floor);
    g_free(b->at);
    g_free(b->value);
    g_free(b->items);
    g_free(b);
}

/* ---- climbs ---- */

/* @return how often @p n counts from @p at on have been climbed at, this time not included */
static int count_visit(CoDatedBounder *b, int first, int n)
{
    g_autofree int *place = g_new(int, (size_t)n + 2);
    place[0] = first;
    place[1] = n;
    memcpy(place + 2, b->at + first, sizeof(int) * (size_t)n);
    GBytes *key = g_bytes_new(place, sizeof(int) * ((size_t)n + 2));
    int visits = GPOINTER_TO_INT(g_hash_table_lookup(b->tried, key));
    g_hash_table_insert(b->tried, key, GINT_TO_POINTER(visits + 1));
    return visits;
}

/* What the class's own prices promise: they are no shared ones. */
static double sum_items(const CoDatedBounder *b, const CoDatedPrices *prices, int class_idx)
{
    const CoGrpClass *cls = &b->g->classes[class_idx];
    double sum = 0;
    for (int k = 0; k < cls->n_items; k++) {
        int i = cls->items[k];
        sum += prices->item[i];
        if (prices->cars[i] > 0)
            sum += prices->cars[i] * co_dated_cars_wanted(b->g, i);
    }
    return sum;
}

/* Values of all rooms of a class at these prices. */
static void price_class(CoDatedBounder *b, const CoGroupSource *source, int class_idx,
                        const CoDatedPrices *prices, CoBudget *budget)
{
    double *value = b->value + co_counts_index(b->counts, class_idx, 0);
    for (int r = 0; r < b->g->classes[class_idx].n_rooms; r++) {
        value[r] = source->price(source->data, prices, class_idx, r);
        budget->work += source->work(source->data, class_idx);
    }
}

/* Lifts the floors of one class by prices good at the counts at hand. */
static void climb_class(CoDatedBounder *b, int class_idx, double aim, CoBudget *budget)
{
    double others = 0;
    for (int c = 0; c < b->g->n_classes; c++)
        others += c == class_idx ? 0 : co_counts_floor(b->counts, c);
    CoDatedAscent ascent = {.grouping = b->g,
                            .source = &b->undated,
                            .counts = b->at,
                            .only_class = class_idx,
                            .n_steps = UNDATED_STEPS,
                            .aim = aim - others,
                            .enough = aim - others,
                            .budget = budget};
    CoDatedPrices *prices = co_dated_prices_new(b->g);
    const CoGrpClass *cls = &b->g->classes[class_idx];
    for (int k = 0; k < cls->n_items; k++)
        prices->item[cls->items[k]] = b->undated_prices->item[cls->items[k]];
    co_dated_ascend(&ascent, prices);
    price_class(b, &b->undated, class_idx, prices, budget);
    co_counts_lift_class(b->counts, class_idx, sum_items(b, prices, class_idx),
                         b->value + co_counts_index(b->counts, class_idx, 0));
    for (int k = 0; k < cls->n_items; k++)
        b->undated_prices->item[cls->items[k]] = prices->item[cls->items[k]];
    co_dated_prices_free(prices);
}

static double value_at(const CoDatedBounder *b, const Start *start)
{
    double sum = start->balance;
    for (int k = 0; k < co_counts_size(b->counts); k++)
        if (b->at[k] > 0)
            sum += b->at[k] * start->value[k];
    return sum;
}

/* The prices known that prove most at these counts. */
static CoDatedPrices *start_prices(const CoDatedBounder *b)
{
    CoDatedPrices *prices = co_dated_prices_new(b->g);
    const Start *best = NULL;
    double best_value = -INFINITY;
    for (int k = 0; k < b->n_starts; k++) {
        double value = value_at(b, &b->starts[k]);
        if (best == NULL || value > best_value) {
            best = &b->starts[k];
            best_value = value;
        }
    }
    co_dated_prices_mix(b->g, prices, best == NULL ? b->undated_prices : best->prices, 1);
    return prices;
}

static void keep_start(CoDatedBounder *b, CoDatedPrices *prices, double balance)
{
    Start *start = &b->starts[b->next_start];
    if (b->n_starts == POOL)
        clear_start(start);
    *start = (Start){prices, balance,
                     g_memdup2(b->value, sizeof(double) * (size_t)co_counts_size(b->counts))};
    b->next_start = (b->next_start + 1) % POOL;
    b->n_starts = MIN(b->n_starts + 1, POOL);
}

/* Climbs with dates at the counts at hand and adds the cut that the prices prove. */
static void climb_dated(CoDatedBounder *b, int n_steps, double aim, CoBudget *budget)
{
    CoDatedPrices *prices = start_prices(b);
    CoDatedAscent ascent = {.grouping = b->g,
                            .source = &b->dated,
                            .counts = b->at,
                            .fm1_floor = b->fm1_floor,
                            .only_class = -1,
                            .n_steps = n_steps,
                            .aim = aim,
                            .enough = aim,
                            .budget = budget};
    co_dated_ascend(&ascent, prices);
    double balance = co_dated_price_balance(b->g, prices, b->fm1_floor);
    CoCut cut = {balance, b->items, b->value};
    for (int c = 0; c < b->g->n_classes; c++) {
        price_class(b, &b->dated, c, prices, budget);
        b->items[c] = sum_items(b, prices, c);
        cut.balance -= b->items[c];
    }
    co_counts_add_cut(b->counts, &cut, aim);
    keep_start(b, prices, balance);
}

/* Climbs at the counts at hand: classes not yet seen there first. @return false when they have been
 * climbed at often enough */
static bool climb(CoDatedBounder *b, double aim, CoBudget *budget)
{
    bool fresh = false;
    for (int c = 0; c < b->g->n_classes; c++)
        if (count_visit(b, co_counts_index(b->counts, c, 0), b->g->classes[c].n_rooms) == 0) {
            climb_class(b, c, aim, budget);
            fresh = true;
        }
    if (fresh)
        return true;
    int visits = count_visit(b, 0, co_counts_size(b->counts));
    if (visits >= N_LEVELS)
        return false;
    climb_dated(b, dated_steps[visits], aim, budget);
    return true;
}

/* Asks for the least of all counts left. @return false when nothing below the aim is left */
static bool ask_least(CoDatedBounder *b, double aim, CoBudget *budget)
{
    int64_t work = 0;
    double least = co_counts_least(b->counts, aim, b->at, &work);
    budget->work += 1 + work / VECTORS_PER_WORK;
    b->bound = b->has_bound ? MAX(b->bound, least) : least;
    b->has_bound = true;
    b->n_since = 0;
    return least < aim;
}

/* One climb, at cheap counts as long as they are new, else at the least of all. @return false when
 * there is nothing more to do */
static bool lift(CoDatedBounder *b, double aim, CoBudget *budget)
{
    int64_t work = 0;
    if (b->n_since++ < ASK_EVERY && co_counts_cheap(b->counts, b->at, &work)) {
        budget->work += 1 + work / VECTORS_PER_WORK;
        if (climb(b, aim, budget))
            return true;
    }
    return ask_least(b, aim, budget) && climb(b, aim, budget);
}

bool co_dated_bounder_run(CoDatedBounder *b, int64_t aim, int64_t until, CoBudget *budget)
{
    while (!b->finished && budget->work < until && !co_budget_is_spent(budget))
        b->finished = !lift(b, (double)aim, budget);
    if (!b->finished && b->n_since > 0)
        ask_least(b, (double)aim, budget);
    return !b->finished;
}

bool co_dated_bounder_bound(const CoDatedBounder *b, int64_t *bound)
{
    if (!b->has_bound || !(b->bound > -INFINITY))
        return false;
    /* A hundredth of a cent and a part in 1e9 of safety against rounding, then up to whole cents.
     */
    *bound = (int64_t)ceil(b->bound - 0.01 - fabs(b->bound) * 1e-9);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_bound.h"

#include <math.h>

#include "dated.h"
#include "dated_counts.h"
#include "dated_rows.h"

#define MAX_TURNS 3
#define STEPS_PER_CLASS 1500

static int *counts_of_sketch(const CoDated *dated, const CoSketch *sketch)
{
    int *counts = g_new0(int, (size_t)MAX(co_dated_n_counts(dated), 1));
    for (int k = 0; k < sketch->n_groups; k++) {
        const struct CoSketchGroup *group = &sketch->groups[k];
        if (group->room >= 0) /* a locked group may leave its room open */
            counts[co_dated_count_index(dated, group->class_idx, group->room)]++;
    }
    return counts;
}

/* Shared prices x limits, item prices apart: every class pays or earns its items itself. */
static double shared_balance(const CoGrouping *g, const CoDatedPrices *prices)
{
    double balance = co_dated_price_balance(g, prices);
    for (int i = 0; i < g->n_items; i++)
        balance -= prices->item[i];
    return balance;
}

/* What a class is worth at given counts and prices: no bound of the class can be above it. */
static double value_at(const CoGrouping *g, CoDatedPricer *pricer, int c,
                       const CoDatedPrices *prices, const int *counts)
{
    const CoGrpClass *cls = &g->classes[c];
    double value = 0;
    for (int k = 0; k < cls->n_items; k++)
        value += prices->item[cls->items[k]];
    for (int r = 0; r < cls->n_rooms; r++)
        if (counts[r] > 0)
            value += counts[r] * co_dated_price_room(pricer, prices, c, r);
    return value;
}

/* One turn: prices at these counts, then all counts of each class at these prices. Given up as soon
 * as the classes left cannot bring it above @p floor.
 * @return the bound; @p counts become those that attain it */
static double one_turn(const CoGrouping *g, CoDated *dated, CoDatedPricer *pricer, int *counts,
                       const CoDatedAims *aims)
{
    co_dated_bound(dated, counts, (double)aims->aim, aims->budget);
    CoDatedPrices *prices = co_dated_prices_new(g);
    co_dated_prices_mix(g, prices, co_dated_best_prices(dated), 1);
    g_autofree double *hoped = g_new(double, (size_t)MAX(g->n_classes, 1));
    double total = shared_balance(g, prices);
    for (int c = 0; c < g->n_classes; c++) {
        hoped[c] = value_at(g, pricer, c, prices, counts + co_dated_count_index(dated, c, 0));
        total += hoped[c];
    }
    for (int c = 0; c < g->n_classes && total > (double)aims->floor; c++) {
        /* An even share of what is left for each class: one class without steps spoils the sum. */
        CoBudget share = *aims->budget;
        share.work_limit =
            share.work + (aims->budget->work_limit - share.work) / (g->n_classes - c + 1);
        CoDatedClass of = {pricer, g, c, prices, &share};
        double bound =
            co_dated_class_bound(&of, STEPS_PER_CLASS, counts + co_dated_count_index(dated, c, 0));
        aims->budget->work = share.work;
        /* The same counts may come out a little better with prices of the class's own. */
        total += bound - hoped[c];
        hoped[c] = bound;
    }
    co_dated_prices_free(prices);
    return total > (double)aims->floor ? total : -INFINITY;
}

bool co_dated_improve(const CoGrouping *g, const CoSketch *sketch, const CoDatedAims *aims,
                      int64_t *bound)
{
    g_autoptr(CoDated) dated = co_dated_new(g);
    if (dated == NULL)
        return false;
    g_autoptr(CoDatedPricer) pricer = co_dated_pricer_new(g);
    g_autofree int *counts = counts_of_sketch(dated, sketch);
    double best = -INFINITY;
    CoDatedAims now = *aims;
    for (int turn = 0; turn < MAX_TURNS && !co_budget_is_spent(aims->budget); turn++) {
        double found = one_turn(g, dated, pricer, counts, &now);
        if (!(found > best))
            break;
        best = found;
        if (best >= (double)aims->aim)
            break;
        now.floor = (int64_t)best;
    }
    if (!(best > -INFINITY))
        return false;
    /* A hundredth of a cent and a part in 1e9 of safety against rounding, then up to whole cents.
     */
    best = MIN(best, (double)aims->aim);
    *bound = (int64_t)ceil(best - 0.01 - fabs(best) * 1e-9);
    return true;
}

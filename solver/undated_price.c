/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undated_price.h"

#include <math.h>

#include "evaluate.h"
#include "undated_model.h"

/* One item on offer, by its worth per person. */
typedef struct Offer {
    double value; /* travel less price, per person */
    int item, n_persons;
} Offer;

struct CoUndatedPricer {
    const CoGrouping *g;
    double **travel; /* by class: [position x n_rooms + room], INFINITY = cannot come */
    double **team;   /* by class: [team x n_rooms + room], INFINITY = the room suits no dates */
    /* the group priced last */
    int class_idx, best_team;
    Offer *offers;
    int n_offers;
    double n_seated; /* persons taken from the front of the offers */
};

static double travel_of(const CoGrouping *g, const CoGrpClass *cls, int item, int room)
{
    bool possible = g->items[item].room_ok[room] && co_undated_dates_suit(g, cls, item, room);
    return possible ? co_undated_least_cost(g, item, room) : INFINITY;
}

CoUndatedPricer *co_undated_pricer_new(const CoGrouping *g)
{
    CoUndatedPricer *p = g_new0(CoUndatedPricer, 1);
    size_t n_classes = (size_t)MAX(g->n_classes, 1), most = 1;
    p->g = g;
    p->travel = g_new0(double *, n_classes);
    p->team = g_new0(double *, n_classes);
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        size_t n_rooms = (size_t)cls->n_rooms;
        p->travel[c] = g_new(double, MAX((size_t)cls->n_items * n_rooms, 1));
        p->team[c] = g_new(double, MAX((size_t)cls->n_teams * n_rooms, 1));
        for (size_t r = 0; r < n_rooms; r++) {
            bool usable = co_undated_dates_suit(g, cls, -1, (int)r);
            for (size_t k = 0; k < (size_t)cls->n_items; k++)
                p->travel[c][k * n_rooms + r] = travel_of(g, cls, cls->items[k], (int)r);
            for (size_t t = 0; t < (size_t)cls->n_teams; t++)
                p->team[c][t * n_rooms + r] =
                    usable ? co_undated_least_team_cost(g, c, (int)r, (int)t) : INFINITY;
        }
        most = MAX(most, (size_t)cls->n_items);
    }
    p->offers = g_new(Offer, most);
    return p;
}

void co_undated_pricer_free(CoUndatedPricer *p)
{
    if (p == NULL)
        return;
    for (int c = 0; c < p->g->n_classes; c++) {
        g_free(p->travel[c]);
        g_free(p->team[c]);
    }
    g_free(p->travel);
    g_free(p->team);
    g_free(p->offers);
    g_free(p);
}

static int by_value(const void *a, const void *b)
{
    const Offer *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return x->item - y->item;
}

/* The cheapest persons, at least the minimum size and no more than the seats. */
static double members_value(CoUndatedPricer *p, const CoDatedPrices *prices, int room)
{
    const CoGrpClass *cls = &p->g->classes[p->class_idx];
    double least = cls->min_size, seats = co_group_capacity(cls, room), sum = 0;
    p->n_offers = 0;
    for (int k = 0; k < cls->n_items; k++) {
        double travel = p->travel[p->class_idx][k * cls->n_rooms + room];
        int item = cls->items[k], n = p->g->items[item].n_persons;
        if (travel < INFINITY)
            p->offers[p->n_offers++] = (Offer){(travel - prices->item[item]) / n, item, n};
    }
    qsort(p->offers, (size_t)p->n_offers, sizeof *p->offers, by_value);
    p->n_seated = 0;
    for (int k = 0; k < p->n_offers && p->n_seated < seats; k++) {
        double wanted = p->offers[k].value < 0 ? seats - p->n_seated : least - p->n_seated;
        if (wanted <= 0)
            break;
        double taken = MIN(wanted, p->offers[k].n_persons);
        sum += taken * p->offers[k].value;
        p->n_seated += taken;
    }
    return p->n_seated >= least && seats >= least ? sum : INFINITY;
}

static double team_value(CoUndatedPricer *p, const CoDatedPrices *prices, int room)
{
    const CoGrpClass *cls = &p->g->classes[p->class_idx];
    double best = INFINITY;
    for (int t = 0; t < cls->n_teams; t++) {
        double value = p->team[p->class_idx][t * cls->n_rooms + room];
        for (int k = 0; k < cls->team_size; k++)
            value += prices->load[cls->teams[t].trainer[k]] * cls->n_sync_slots;
        if (value < best) {
            best = value;
            p->best_team = t;
        }
    }
    return best;
}

double co_undated_least_group(const CoUndatedPricer *p, int class_idx)
{
    const CoGrpClass *cls = &p->g->classes[class_idx];
    double least = INFINITY;
    for (int k = 0; k < cls->n_teams * cls->n_rooms; k++)
        least = MIN(least, p->team[class_idx][k]);
    return least + (double)cls->group_cents;
}

double co_undated_least_items(const CoUndatedPricer *p, int class_idx)
{
    const CoGrpClass *cls = &p->g->classes[class_idx];
    double sum = 0;
    for (int k = 0; k < cls->n_items; k++) {
        double least = INFINITY;
        for (int r = 0; r < cls->n_rooms; r++)
            least = MIN(least, p->travel[class_idx][k * cls->n_rooms + r]);
        sum += least;
    }
    return sum;
}

static double price(void *data, const CoDatedPrices *prices, int class_idx, int room)
{
    CoUndatedPricer *p = data;
    p->class_idx = class_idx;
    double team = team_value(p, prices, room);
    if (team == INFINITY)
        return INFINITY;
    return (double)p->g->classes[class_idx].group_cents + team + members_value(p, prices, room);
}

static void add_use(void *data, const CoDatedPrices *prices, int n, CoDatedPrices *use)
{
    CoUndatedPricer *p = data;
    const CoGrpClass *cls = &p->g->classes[p->class_idx];
    double left = p->n_seated;
    (void)prices;
    for (int k = 0; k < p->n_offers && left > 0; k++) {
        double taken = MIN(left, p->offers[k].n_persons);
        use->item[p->offers[k].item] += n * taken / p->offers[k].n_persons;
        left -= taken;
    }
    for (int k = 0; k < cls->team_size; k++)
        use->load[cls->teams[p->best_team].trainer[k]] += n * cls->n_sync_slots;
}

static int64_t work(void *data, int class_idx)
{
    (void)data;
    (void)class_idx;
    return 1;
}

CoGroupSource co_undated_source(CoUndatedPricer *pricer)
{
    return (CoGroupSource){price, add_use, work, pricer};
}

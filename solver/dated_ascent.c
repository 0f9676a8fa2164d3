/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_ascent.h"

#include <math.h>

#include "dated_rows.h"

#define PATIENCE 12   /* steps without a better bound before the step length shrinks */
#define MEMORY 0.6    /* share of the last direction kept: the plain subgradient zigzags */
#define SHORTEST 1e-4 /* step lengths below this bring nothing any more */

/* One resource array walked together: price, use, limit, direction. */
typedef void (*ResourceFn)(void *data, double *price, double use, double limit, double *direction);

typedef struct Climb {
    const CoDatedAscent *a;
    CoDatedPrices *at, *use, *direction;
    double bound; /* at `at` */
    double norm;  /* squared length of the direction */
    double step;
} Climb;

/* One plain value each. NOLINTNEXTLINE(readability-function-size) */
static void each_slot_resource(double *price, const double *use, double *direction, int n_slots,
                               double limit, ResourceFn visit, void *data)
{
    for (int slot = 0; slot < n_slots; slot++)
        visit(data, &price[slot], use[slot], limit, &direction[slot]);
}

static void each_resource(Climb *c, ResourceFn visit)
{
    const CoGrouping *g = c->a->grouping;
    size_t slots = (size_t)g->n_slots;
    CoDatedPrices *p = c->at, *u = c->use, *d = c->direction;
    for (int slot = 0; slot < g->n_slots; slot++)
        visit(c, &p->fm1[slot], u->fm1[slot], g->fm1_capacity[slot], &d->fm1[slot]);
    for (size_t r = 0; r < (size_t)g->n_rooms; r++)
        each_slot_resource(p->room + r * slots, u->room + r * slots, d->room + r * slots,
                           g->n_slots, 1, visit, c);
    for (size_t t = 0; t < (size_t)g->n_trainers; t++) {
        each_slot_resource(p->trainer + t * slots, u->trainer + t * slots, d->trainer + t * slots,
                           g->n_slots, 1, visit, c);
        if (g->trainers[t].max_slots >= 0)
            visit(c, &p->load[t], u->load[t], g->trainers[t].max_slots, &d->load[t]);
    }
    for (size_t o = 0; o < (size_t)g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            each_slot_resource(p->office + o * slots, u->office + o * slots, d->office + o * slots,
                               g->n_slots, g->office_limit[o], visit, c);
    for (size_t h = 0; h < (size_t)g->n_heads; h++)
        each_slot_resource(p->heads + h * slots, u->heads + h * slots, d->heads + h * slots,
                           g->n_slots, g->heads_limit[h], visit, c);
}

/* A ResourceFn. NOLINTNEXTLINE(readability-non-const-parameter) */
static void turn(void *data, double *price, double use, double limit, double *direction)
{
    Climb *c = data;
    double slope = use - limit;
    if (*price <= 0 && slope < 0)
        slope = 0; /* the price cannot fall below 0 */
    *direction = MEMORY * *direction + slope;
    c->norm += *direction * *direction;
}

/* A ResourceFn. NOLINTNEXTLINE(readability-non-const-parameter) */
static void move_price(void *data, double *price, double use, double limit, double *direction)
{
    (void)use;
    (void)limit;
    *price = MAX(0, *price + ((Climb *)data)->step * *direction);
}

/* Prices every room, gathers what the best groups use, and the safe bound. */
static void look(Climb *c)
{
    const CoGrouping *g = c->a->grouping;
    int at = 0;
    c->bound = co_dated_price_balance(g, c->at);
    co_dated_prices_clear(g, c->use);
    for (int k = 0; k < g->n_classes; k++)
        for (int r = 0; r < g->classes[k].n_rooms; r++, at++) {
            CoDatedColumn column;
            int n = c->a->counts[at];
            if (n == 0)
                continue;
            c->a->budget->work += co_dated_price_work(g, k);
            c->bound += n * co_dated_price_room(c->a->pricer, c->at, k, r);
            if (co_dated_take_columns(c->a->pricer, c->at, INFINITY, 1, &column) == 1) {
                co_dated_add_use(g, &column, n, c->use);
                g_free(column.items);
            }
        }
}

static void climb(Climb *c, double length)
{
    const CoGrouping *g = c->a->grouping;
    c->norm = 0;
    for (int i = 0; i < g->n_items; i++) {
        double slope = 1 - c->use->item[i];
        c->direction->item[i] = MEMORY * c->direction->item[i] + slope;
        c->norm += c->direction->item[i] * c->direction->item[i];
    }
    each_resource(c, turn);
    if (c->norm <= 0)
        return;
    c->step = length * MAX(c->a->aim - c->bound, 1) / c->norm;
    for (int i = 0; i < g->n_items; i++)
        c->at->item[i] = MAX(0, c->at->item[i] + c->step * c->direction->item[i]);
    each_resource(c, move_price);
}

double co_dated_ascend(const CoDatedAscent *a, CoDatedPrices *prices)
{
    const CoGrouping *g = a->grouping;
    Climb c = {.a = a,
               .at = co_dated_prices_new(g),
               .use = co_dated_prices_new(g),
               .direction = co_dated_prices_new(g)};
    double best = -INFINITY, length = 1;
    int failures = 0;
    co_dated_prices_mix(g, c.at, prices, 1);
    for (int k = 0; k < a->n_steps && length > SHORTEST && !co_budget_is_spent(a->budget); k++) {
        look(&c);
        if (c.bound > best) {
            best = c.bound;
            co_dated_prices_mix(g, prices, c.at, 1);
            failures = 0;
        } else if (++failures >= PATIENCE) {
            failures = 0;
            length /= 2;
            co_dated_prices_mix(g, c.at, prices, 1);
            co_dated_prices_clear(g, c.direction);
            continue;
        }
        if (best >= a->enough || c.bound == INFINITY)
            break;
        climb(&c, length);
    }
    co_dated_prices_free(c.at);
    co_dated_prices_free(c.use);
    co_dated_prices_free(c.direction);
    return best;
}

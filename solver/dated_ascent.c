/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_ascent.h"

#include <math.h>

#include "dated_use.h"

#define FIRST_LENGTH 0.3 /* share of the way to the aim that a step tries to go */
#define LONGEST 2.0
#define SHORTEST 1e-4 /* step lengths below this bring nothing any more */
#define PATIENCE 10   /* steps without a better bound before they get shorter */
#define SHRINK 0.66
#define GROW 1.1
#define FIRST_SHARE                                                                                \
    0.3 /* most of a fresh slope that enters the mean; falls as the ascent settles */
#define LEAST_SHARE 1e-3
#define SHARE_SHRINK 0.7
#define BALANCED 1e-7 /* squared: everything is used up to its limit, on the whole */
#define NEAR 1.1      /* the value may be nearer than the aim says, but not below this share */
#define REVIEW_EVERY 50
#define SETTLED 1e-3 /* relative gain between two reviews below which the ascent settles */

/* One price walked together with its use, its limit, its floor and the direction kept for it. */
typedef struct Resource {
    double *price, *direction;
    double use, limit, floor;
} Resource;

typedef struct Climb Climb;
typedef void (*ResourceFn)(Climb *climb, const Resource *resource);

struct Climb {
    const CoDatedAscent *a;
    CoDatedPrices *at, *use, *direction;
    double bound; /* at `at` */
    double norm;  /* squared length of the direction, walls left out */
    double step, share;
    double ceiling;       /* no price above it: sums stay exact to far below a cent */
    double change, along; /* |slope - direction|^2 and direction . (slope - direction) */
};

/* ---- every price in turn ---- */

static void each_slot(Climb *c, ResourceFn visit, Resource first, const double *use)
{
    for (int slot = 0; slot < c->a->grouping->n_slots; slot++) {
        first.use = use[slot];
        visit(c, &first);
        first.price++;
        first.direction++;
    }
}

static void each_trainer(Climb *c, ResourceFn visit)
{
    const CoGrouping *g = c->a->grouping;
    for (size_t t = 0; t < (size_t)g->n_trainers; t++) {
        size_t at = t * (size_t)g->n_slots;
        each_slot(c, visit,
                  (Resource){.price = c->at->trainer + at,
                             .direction = c->direction->trainer + at,
                             .limit = 1},
                  c->use->trainer + at);
        if (g->trainers[t].max_slots >= 0)
            visit(c, &(Resource){.price = &c->at->load[t],
                                 .direction = &c->direction->load[t],
                                 .use = c->use->load[t],
                                 .limit = g->trainers[t].max_slots});
    }
}

static void each_away_limit(Climb *c, ResourceFn visit)
{
    const CoGrouping *g = c->a->grouping;
    size_t slots = (size_t)g->n_slots;
    for (size_t o = 0; o < (size_t)g->n_offices; o++)
        if (g->office_limit[o] >= 0)
            each_slot(c, visit,
                      (Resource){.price = c->at->office + o * slots,
                                 .direction = c->direction->office + o * slots,
                                 .limit = g->office_limit[o]},
                      c->use->office + o * slots);
    for (size_t h = 0; h < (size_t)g->n_heads; h++)
        each_slot(c, visit,
                  (Resource){.price = c->at->heads + h * slots,
                             .direction = c->direction->heads + h * slots,
                             .limit = g->heads_limit[h]},
                  c->use->heads + h * slots);
}

/* An item is wanted once: its slope is what is still missing. */
static void each_item(Climb *c, ResourceFn visit, const CoGrpClass *cls)
{
    for (int k = 0; k < cls->n_items; k++) {
        int i = cls->items[k];
        visit(c, &(Resource){.price = &c->at->item[i],
                             .direction = &c->direction->item[i],
                             .use = 1,
                             .limit = c->use->item[i]});
    }
}

/* Cars are wanted as people are, where whole cars are more than the seats taken. */
static void each_car(Climb *c, ResourceFn visit)
{
    const CoGrouping *g = c->a->grouping;
    for (int i = 0; g->car_seats > 0 && i < g->n_items; i++) {
        int wanted = co_dated_cars_wanted(g, i);
        if (wanted > 0)
            visit(c, &(Resource){.price = &c->at->cars[i],
                                 .direction = &c->direction->cars[i],
                                 .use = wanted,
                                 .limit = c->use->cars[i]});
    }
}

static bool is_left_out(const CoDatedAscent *a, int class_idx)
{
    return a->only_class >= 0 && a->only_class != class_idx;
}

static void each_resource(Climb *c, ResourceFn visit)
{
    const CoGrouping *g = c->a->grouping;
    size_t slots = (size_t)g->n_slots;
    for (int k = 0; k < g->n_classes; k++)
        if (!is_left_out(c->a, k))
            each_item(c, visit, &g->classes[k]);
    if (c->a->only_class >= 0)
        return;
    each_car(c, visit);
    for (int slot = 0; slot < g->n_slots; slot++)
        visit(c, &(Resource){.price = &c->at->fm1[slot],
                             .direction = &c->direction->fm1[slot],
                             .use = c->use->fm1[slot],
                             .limit = g->fm1_capacity[slot],
                             .floor = c->a->fm1_floor == NULL ? 0 : c->a->fm1_floor[slot]});
    for (size_t r = 0; r < (size_t)g->n_rooms; r++)
        each_slot(c, visit,
                  (Resource){.price = c->at->room + r * slots,
                             .direction = c->direction->room + r * slots,
                             .limit = 1},
                  c->use->room + r * slots);
    each_trainer(c, visit);
    each_away_limit(c, visit);
}

/* ---- what is done with each ---- */

static void raise_to_floor(Climb *c, const Resource *r)
{
    (void)c;
    *r->price = MAX(*r->price, r->floor);
}

static void compare_slope(Climb *c, const Resource *r)
{
    double change = r->use - r->limit - *r->direction;
    c->change += change * change;
    c->along += *r->direction * change;
}

static void blend(Climb *c, const Resource *r)
{
    *r->direction += c->share * (r->use - r->limit - *r->direction);
}

static void add_length(Climb *c, const Resource *r)
{
    bool at_wall = *r->price <= r->floor && *r->direction < 0;
    c->norm += at_wall ? 0 : *r->direction * *r->direction;
}

static void move_price(Climb *c, const Resource *r)
{
    *r->price = CLAMP(*r->price + c->step * *r->direction, r->floor, MAX(c->ceiling, r->floor));
}

/* ---- the ascent ---- */

/* Prices every room, gathers what the best groups use, and the safe bound. */
static void look(Climb *c)
{
    const CoGrouping *g = c->a->grouping;
    const CoGroupSource *source = c->a->source;
    int at = 0;
    c->bound = co_dated_price_balance(g, c->at, c->a->fm1_floor);
    co_dated_prices_clear(g, c->use);
    for (int k = 0; k < g->n_classes; k++)
        for (int r = 0; r < g->classes[k].n_rooms; r++, at++) {
            int n = c->a->counts[at];
            if (n == 0 || is_left_out(c->a, k))
                continue;
            c->a->budget->work += source->work(source->data, k);
            double value = source->price(source->data, c->at, k, r);
            c->bound += n * value;
            if (value < INFINITY)
                source->add_use(source->data, c->at, n, c->use);
        }
}

/* The mean slope takes in the fresh one, by the share that makes it shortest. */
static void take_slope(Climb *c, double most)
{
    c->change = c->along = 0;
    each_resource(c, compare_slope);
    double best = c->change > 0 ? -c->along / c->change : most;
    c->share = CLAMP(best, most / 10, most);
    each_resource(c, blend);
}

static bool step_from(Climb *c, const CoDatedPrices *best, double bound, double length)
{
    co_dated_prices_mix(c->a->grouping, c->at, best, 1);
    c->norm = 0;
    each_resource(c, add_length);
    if (c->norm < BALANCED)
        return false;
    double aim = bound > 0 ? MIN(c->a->aim, NEAR * bound) : c->a->aim;
    c->step = length * MAX(aim - bound, 1) / c->norm;
    each_resource(c, move_price);
    return true;
}

/* How the ascent goes. */
typedef struct Pace {
    double best, length, most, review;
    int failures;
} Pace;

static void judge_step(Climb *c, Pace *pace, CoDatedPrices *prices)
{
    if (c->bound > pace->best) {
        pace->best = c->bound;
        pace->failures = 0;
        co_dated_prices_mix(c->a->grouping, prices, c->at, 1);
        /* The fresh slope still points along the direction: longer steps. */
        c->change = c->along = c->norm = 0;
        each_resource(c, compare_slope);
        each_resource(c, add_length);
        if (c->along + c->norm >= 0)
            pace->length = MIN(LONGEST, pace->length * GROW);
    } else if (++pace->failures >= PATIENCE) {
        pace->failures = 0;
        pace->length *= SHRINK;
    }
}

static void review(Pace *pace)
{
    if (pace->best - pace->review < SETTLED * fabs(pace->best))
        pace->most = MAX(LEAST_SHARE, pace->most * SHARE_SHRINK);
    pace->review = pace->best;
}

static double climb(Climb *c, CoDatedPrices *prices)
{
    const CoDatedAscent *a = c->a;
    Pace pace = {-INFINITY, FIRST_LENGTH, FIRST_SHARE, -INFINITY, 0};
    co_dated_prices_mix(a->grouping, c->at, prices, 1);
    each_resource(c, raise_to_floor);
    co_dated_prices_mix(a->grouping, prices, c->at, 1);
    for (int k = 0; k < a->n_steps && pace.length > SHORTEST && !co_budget_is_spent(a->budget);
         k++) {
        look(c);
        if (c->bound == INFINITY)
            return INFINITY;
        judge_step(c, &pace, prices);
        if (k == 0) {
            c->share = 1;
            each_resource(c, blend);
        } else {
            take_slope(c, pace.most);
        }
        if (k % REVIEW_EVERY == REVIEW_EVERY - 1)
            review(&pace);
        if (pace.best >= a->enough || !step_from(c, prices, pace.best, pace.length))
            break;
    }
    return pace.best;
}

double co_dated_ascend(const CoDatedAscent *a, CoDatedPrices *prices)
{
    const CoGrouping *g = a->grouping;
    Climb c = {.a = a,
               .ceiling = MAX(a->aim, 1),
               .at = co_dated_prices_new(g),
               .use = co_dated_prices_new(g),
               .direction = co_dated_prices_new(g)};
    double best = climb(&c, prices);
    co_dated_prices_free(c.at);
    co_dated_prices_free(c.use);
    co_dated_prices_free(c.direction);
    return best;
}

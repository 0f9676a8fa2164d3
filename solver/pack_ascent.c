/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_ascent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pack_primal.h"

#define CELLS_PER_WORK                                                                             \
    60000          /* as many table cells take about as long as one move of the search             \
                    */
#define PATIENCE 5 /* looks without a better bound before steps shrink */
#define SHRINK 0.75
#define SHORTEST 1e-3
#define LONGEST 2.0
#define FRESH 0.5 /* most that one look weighs in the mean, at first and at last */
#define SETTLED 0.1
#define ROUND_EVERY 8 /* looks of the root between two packings made from the mean */

CoPackAscent *co_pack_ascent_new(const CoPackProblem *p, CoPackPricer *pricer, CoPacking *best,
                                 CoBudget *budget)
{
    CoPackAscent *a = g_new0(CoPackAscent, 1);
    size_t rooms = (size_t)MAX(p->n_rooms, 1), items = (size_t)MAX(p->n_items, 1);
    a->problem = p;
    a->pricer = pricer;
    a->best = best;
    a->budget = budget;
    a->share = g_new0(double, rooms *items);
    a->open_share = g_new0(double, rooms);
    a->value = g_new0(double, rooms);
    a->members = g_new0(bool, rooms *items);
    a->uses = g_new0(int, rooms);
    a->order = g_new0(int, rooms);
    a->queue = g_new0(int, rooms);
    a->known = g_new0(double, rooms);
    a->trial = g_new0(double, items);
    a->cover = g_new0(double, items);
    a->direction = g_new0(double, items);
    a->with = g_new0(double, items);
    return a;
}

void co_pack_ascent_free(CoPackAscent *a)
{
    if (a == NULL)
        return;
    g_free(a->share);
    g_free(a->open_share);
    g_free(a->value);
    g_free(a->members);
    g_free(a->uses);
    g_free(a->order);
    g_free(a->queue);
    g_free(a->known);
    g_free(a->trial);
    g_free(a->cover);
    g_free(a->direction);
    g_free(a->with);
    g_free(a);
}

double co_pack_round_up(double bound)
{
    return ceil(bound - 0.01 - fabs(bound) * 1e-9);
}

static bool is_closed(const CoPackAscent *a, double bound)
{
    return a->best->found && co_pack_round_up(bound) >= a->best->cost;
}

/* ---- one look at all rooms ---- */

static void sort_rooms(CoPackAscent *a)
{
    int n = a->problem->n_rooms;
    for (int r = 0; r < n; r++) {
        int at = r;
        for (; at > 0 && a->value[a->order[at - 1]] > a->value[r]; at--)
            a->order[at] = a->order[at - 1];
        a->order[at] = r;
    }
}

/* The cheapest choice of groups over the rooms: those that must be, then as many as the least count
 * asks, then those that gain. @return its value */
static double choose_rooms(CoPackAscent *a, const CoPackNode *node)
{
    const CoPackProblem *p = a->problem;
    double sum = 0;
    int n = 0;
    sort_rooms(a);
    for (int r = 0; r < p->n_rooms; r++) {
        a->uses[r] = node->open[r];
        n += node->open[r];
        sum += node->open[r] ? a->value[r] : 0;
    }
    for (int k = 0; k < p->n_rooms; k++) {
        int r = a->order[k];
        while (!node->closed[r] && a->uses[r] < p->most_uses[r] && n < p->most_groups &&
               (n < p->least_groups || a->value[r] < 0)) {
            a->uses[r]++;
            sum += a->value[r];
            n++;
        }
    }
    return n < p->least_groups ? INFINITY : sum;
}

static double exact_value(CoPackAscent *a, const CoPackNode *node, int room)
{
    return co_pack_price_room(a->pricer, node, room,
                              a->members + (size_t)room * (size_t)a->problem->n_items);
}

/* Rooms that must hold a group are priced, then the most promising ones, until as many are known as
 * can be chosen and no other can be among them; what those might reach stands for their value. */
static void price_hopeful(CoPackAscent *a, const CoPackNode *node)
{
    const CoPackProblem *p = a->problem;
    int n_known = 0;
    for (int r = 0; r < p->n_rooms; r++) {
        a->value[r] = node->closed[r] ? INFINITY : co_pack_price_hope(a->pricer, node, r);
        if (node->open[r])
            a->value[r] = exact_value(a, node, r);
    }
    sort_rooms(a);
    /* hopes in ascending order; known[] keeps the best values found, ascending */
    memcpy(a->queue, a->order, sizeof(int) * (size_t)p->n_rooms);
    int wanted = p->least_groups;
    for (int k = 0; k < p->n_rooms; k++) {
        int r = a->queue[k];
        if (node->closed[r] || node->open[r])
            continue;
        double enough = n_known < wanted ? INFINITY : wanted > 0 ? a->known[wanted - 1] : -INFINITY;
        if (p->most_groups > wanted)
            enough = MAX(enough, 0);
        if (a->value[r] >= enough)
            break;
        a->value[r] = exact_value(a, node, r);
        int at = n_known++;
        for (; at > 0 && a->known[at - 1] > a->value[r]; at--)
            a->known[at] = a->known[at - 1];
        a->known[at] = a->value[r];
    }
}

/* Prices the rooms (@p all, or those that can be chosen) and chooses. @return the bound at the
 * node's prices */
static double look(CoPackAscent *a, const CoPackNode *node, bool all)
{
    const CoPackProblem *p = a->problem;
    double bound = 0;
    a->pricer->cells = 0;
    for (int r = 0; all && r < p->n_rooms; r++)
        a->value[r] = node->closed[r] ? INFINITY : exact_value(a, node, r);
    if (!all)
        price_hopeful(a, node);
    for (int i = 0; i < p->n_items; i++)
        bound += node->price[i];
    bound += choose_rooms(a, node);
    a->spare_work += a->pricer->cells + (int64_t)p->n_rooms * p->n_items;
    a->budget->work += a->spare_work / CELLS_PER_WORK;
    a->spare_work %= CELLS_PER_WORK;
    return bound;
}

static void count_cover(CoPackAscent *a)
{
    const CoPackProblem *p = a->problem;
    memset(a->cover, 0, sizeof(double) * (size_t)p->n_items);
    for (int r = 0; r < p->n_rooms; r++)
        for (int i = 0; a->uses[r] > 0 && i < p->n_items; i++)
            a->cover[i] += a->members[r * p->n_items + i] ? a->uses[r] : 0;
}

/* Every item exactly once: then the look is a packing. */
static void take_whole_look(CoPackAscent *a)
{
    const CoPackProblem *p = a->problem;
    for (int i = 0; i < p->n_items; i++)
        if (a->cover[i] != 1)
            return;
    g_autoptr(CoPacking) packing = co_packing_new(p);
    for (int r = 0; r < p->n_rooms; r++) {
        if (a->uses[r] == 0)
            continue;
        packing->room[packing->n_groups] = r;
        for (int i = 0; i < p->n_items; i++)
            if (a->members[r * p->n_items + i])
                packing->group[i] = packing->n_groups;
        packing->n_groups++;
    }
    packing->cost = co_packing_cost(p, packing);
    packing->found = packing->cost < INFINITY;
    if (packing->cost < a->best->cost)
        co_packing_copy(p, a->best, packing);
}

/* ---- the volume algorithm ---- */

/* Moves the mean towards the last look by @p alpha. */
static void mix(CoPackAscent *a, double alpha)
{
    const CoPackProblem *p = a->problem;
    for (int r = 0; r < p->n_rooms; r++) {
        double uses = a->uses[r];
        double *share = a->share + (size_t)r * (size_t)p->n_items;
        const bool *members = a->members + (size_t)r * (size_t)p->n_items;
        if (uses == 0 && a->open_share[r] == 0)
            continue;
        a->open_share[r] += alpha * (uses - a->open_share[r]);
        if (a->open_share[r] < 1e-6)
            a->open_share[r] = 0;
        for (int i = 0; i < p->n_items; i++)
            share[i] =
                a->open_share[r] > 0 ? share[i] + alpha * ((members[i] ? uses : 0) - share[i]) : 0;
    }
    for (int i = 0; i < p->n_items; i++)
        a->direction[i] += alpha * (1 - a->cover[i] - a->direction[i]);
}

/* The share of the last look that makes the mean cover best, within limits. */
static double best_mix(const CoPackAscent *a, double most)
{
    double cross = 0, norm = 0;
    for (int i = 0; i < a->problem->n_items; i++) {
        double fresh = 1 - a->cover[i], change = fresh - a->direction[i];
        cross -= a->direction[i] * change;
        norm += change * change;
    }
    double alpha = norm > 0 ? cross / norm : most;
    return CLAMP(alpha, most / 10, most);
}

static void start_mean(CoPackAscent *a)
{
    const CoPackProblem *p = a->problem;
    memset(a->share, 0, sizeof(double) * (size_t)p->n_rooms * (size_t)p->n_items);
    memset(a->open_share, 0, sizeof(double) * (size_t)p->n_rooms);
    memset(a->direction, 0, sizeof(double) * (size_t)p->n_items);
    mix(a, 1);
}

/* What the steps aim at: the best packing, or a little above the bound. */
static double aim_of(const CoPackAscent *a, double bound)
{
    double above = fabs(bound) * 0.03 + 1;
    return a->best->found ? MIN(a->best->cost, bound + above) : bound + above;
}

static void step(CoPackAscent *a, CoPackNode *node, const double *centre, double length)
{
    double norm = 0;
    for (int i = 0; i < a->problem->n_items; i++)
        norm += a->direction[i] * a->direction[i];
    double scale = norm > 1e-12 ? length / norm : 0;
    for (int i = 0; i < a->problem->n_items; i++)
        node->price[i] = MAX(0, centre[i] + scale * a->direction[i]);
}

static void round_mean(CoPackAscent *a)
{
    CoPackHint hint = {a->uses, a->share};
    a->spare_work += 4 * co_pack_round(a->problem, &hint, a->best);
}

/* One climb: what it stands on and how far it steps. */
typedef struct Climb {
    double factor, most_mix;
    int failures;
} Climb;

static void judge(CoPackAscent *a, Climb *c, bool better)
{
    if (better) {
        double along = 0;
        for (int i = 0; i < a->problem->n_items; i++)
            along += (1 - a->cover[i]) * a->direction[i];
        if (along > 0)
            c->factor = MIN(LONGEST, 1.1 * c->factor);
        c->failures = 0;
    } else if (++c->failures >= PATIENCE) {
        c->failures = 0;
        c->factor *= SHRINK;
        c->most_mix = MAX(SETTLED, 0.95 * c->most_mix);
    }
}

bool co_pack_ascend(CoPackAscent *a, CoPackNode *node, int n_steps)
{
    size_t bytes = sizeof(double) * (size_t)a->problem->n_items;
    Climb climb = {.factor = node->depth == 0 ? 1 : 0.2, .most_mix = FRESH};
    double bound = look(a, node, false);
    if (bound == INFINITY)
        return false;
    memcpy(a->trial, node->price, bytes);
    count_cover(a);
    start_mean(a);
    for (int k = 0; k < n_steps && climb.factor > SHORTEST && !is_closed(a, bound) &&
                    !co_budget_is_spent(a->budget);
         k++) {
        step(a, node, a->trial, climb.factor * MAX(aim_of(a, bound) - bound, 1));
        double here = look(a, node, false);
        count_cover(a);
        take_whole_look(a);
        mix(a, best_mix(a, climb.most_mix));
        judge(a, &climb, here > bound);
        if (here > bound) {
            bound = here;
            memcpy(a->trial, node->price, bytes);
        }
        if (node->depth == 0 && k % ROUND_EVERY == 0)
            round_mean(a);
    }
    if (node->depth > 0 && !is_closed(a, bound))
        round_mean(a);
    memcpy(node->price, a->trial, bytes);
    node->bound = MAX(node->bound, bound);
    return !is_closed(a, node->bound);
}

/* ---- what the bound decides ---- */

/* Value of the best room not chosen, and of the worst one chosen freely. */
static void margins(const CoPackAscent *a, const CoPackNode *node, double *next, double *last)
{
    const CoPackProblem *p = a->problem;
    *next = INFINITY;
    *last = -INFINITY;
    for (int r = 0; r < p->n_rooms; r++) {
        if (!node->closed[r] && a->uses[r] < p->most_uses[r])
            *next = MIN(*next, a->value[r]);
        if (a->uses[r] > node->open[r])
            *last = MAX(*last, a->value[r]);
    }
}

/* What one more group costs beside those chosen, and what one less saves. */
typedef struct Exchange {
    double bound, enter, leave; /* enter: dropping the worst; leave: taking the next */
} Exchange;

static Exchange exchanges(const CoPackAscent *a, const CoPackNode *node, double bound)
{
    const CoPackProblem *p = a->problem;
    double next, last;
    int n = 0;
    margins(a, node, &next, &last);
    for (int r = 0; r < p->n_rooms; r++)
        n += a->uses[r];
    Exchange e = {.bound = bound};
    /* With groups to spare nothing needs to go, or come, in exchange. */
    e.enter = n < p->most_groups ? MAX(0, last) : last;
    if (n < p->most_groups && last < 0)
        e.enter = 0;
    e.leave = n > p->least_groups ? MIN(0, next) : next;
    return e;
}

static bool fix_rooms(CoPackAscent *a, CoPackNode *node, const Exchange *e)
{
    bool decided = false;
    for (int r = 0; r < a->problem->n_rooms; r++) {
        if (node->closed[r] || node->open[r])
            continue;
        if (a->uses[r] == 0 && is_closed(a, e->bound + a->value[r] - e->enter))
            decided = node->closed[r] = true;
        else if (a->uses[r] == 1 && is_closed(a, e->bound - a->value[r] + e->leave))
            decided = node->open[r] = true;
    }
    return decided;
}

/* Seats: the room opens a group with that member, in place of its best one or of another room. */
static bool fix_seats(CoPackAscent *a, CoPackNode *node, const Exchange *e)
{
    const CoPackProblem *p = a->problem;
    bool decided = false;
    for (int r = 0; r < p->n_rooms; r++) {
        if (node->closed[r])
            continue;
        double without = a->uses[r] > 0 ? a->value[r] : e->enter;
        if (a->uses[r] > 0 && a->uses[r] < p->most_uses[r])
            without = MAX(without, e->enter);
        co_pack_price_with(a->pricer, node, r, a->with);
        for (int i = 0; i < p->n_items; i++) {
            bool *allowed = &node->allowed[r * p->n_items + i];
            if (*allowed && node->home[i] != r && is_closed(a, e->bound + a->with[i] - without)) {
                *allowed = false;
                decided = true;
            }
        }
    }
    return decided;
}

bool co_pack_fix(CoPackAscent *a, CoPackNode *node)
{
    if (!a->best->found)
        return false;
    double bound = look(a, node, true);
    if (bound == INFINITY)
        return false;
    Exchange e = exchanges(a, node, bound);
    bool decided = fix_rooms(a, node, &e);
    return fix_seats(a, node, &e) || decided;
}

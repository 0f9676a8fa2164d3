/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best group of a class and room under any prices, against every team and every set of
 * members. */
#include <glib.h>

#include <math.h>

#include "solver/dated_members.h"
#include "solver/dated_price.h"
#include "solver/dated_use.h"
#include "solver/undated_price.h"
#include "tests/support/brute_force.h"
#include "tests/support/random_grouping.h"

/* ---- prices ---- */

static void draw_prices(GRand *rand, double *prices, int n, int most, double chance)
{
    for (int k = 0; k < n; k++)
        prices[k] = g_rand_double(rand) < chance ? g_rand_int_range(rand, 0, most) : 0;
}

static CoDatedPrices *random_prices(GRand *rand, const CoGrouping *g)
{
    CoDatedPrices *prices = co_dated_prices_new(g);
    draw_prices(rand, prices->item, g->n_items, 9000, 0.8);
    draw_prices(rand, prices->fm1, g->n_slots, 500, 0.3);
    draw_prices(rand, prices->room, g->n_rooms * g->n_slots, 500, 0.3);
    draw_prices(rand, prices->trainer, g->n_trainers * g->n_slots, 500, 0.3);
    draw_prices(rand, prices->load, g->n_trainers, 500, 0.3);
    draw_prices(rand, prices->office, g->n_offices * g->n_slots, 500, 0.2);
    draw_prices(rand, prices->heads, g->n_heads * g->n_slots, 500, 0.2);
    for (int i = 0; i < g->n_items; i++)
        if (co_dated_cars_wanted(g, i) > 0)
            prices->cars[i] = g_rand_int_range(rand, 0, 1500);
    return prices;
}

static double product(const double *a, const double *b, int n)
{
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum += a[k] * b[k];
    return sum;
}

static int64_t cost_of(const CoGrouping *g, const CoDatedColumn *column)
{
    CoGrpGroup group = {.class_idx = column->class_idx,
                        .room = column->room,
                        .pattern = column->pattern,
                        .team = column->team,
                        .lock = -1,
                        .n_items = column->n_items,
                        .items = column->items};
    return co_brute_force_worth(g, &group, 1).cost;
}

static double reduced_cost(const CoGrouping *g, const CoDatedPrices *p, const CoDatedColumn *column)
{
    CoDatedPrices *use = co_dated_prices_new(g);
    co_dated_add_use(g, column, 1, use);
    double sum = (double)cost_of(g, column) - product(p->item, use->item, g->n_items) -
                 product(p->cars, use->cars, g->n_items) + product(p->fm1, use->fm1, g->n_slots) +
                 product(p->room, use->room, g->n_rooms * g->n_slots) +
                 product(p->trainer, use->trainer, g->n_trainers * g->n_slots) +
                 product(p->load, use->load, g->n_trainers) +
                 product(p->office, use->office, g->n_offices * g->n_slots) +
                 product(p->heads, use->heads, g->n_heads * g->n_slots);
    co_dated_prices_free(use);
    return sum;
}

/* ---- everything tried ---- */

static bool meet(const CoGrouping *g, const CoSlotWord *a, const CoSlotWord *b)
{
    for (int w = 0; w < g->n_words; w++)
        if (a[w] & b[w])
            return true;
    return false;
}

static bool team_is_free(const CoGrouping *g, const CoDatedColumn *column)
{
    const CoGrpClass *cls = &g->classes[column->class_idx];
    for (int k = 0; k < cls->team_size; k++)
        if (meet(g, g->trainers[cls->teams[column->team].trainer[k]].busy_away,
                 cls->patterns[column->pattern].slots))
            return false;
    return true;
}

/* The best team of a bundle, without members. */
static double try_teams(const CoGrouping *g, const CoDatedPrices *prices, CoDatedColumn *column)
{
    double best = INFINITY;
    int which = -1;
    column->n_items = 0;
    for (column->team = 0; column->team < g->classes[column->class_idx].n_teams; column->team++) {
        double value = team_is_free(g, column) ? reduced_cost(g, prices, column) : INFINITY;
        if (value < best) {
            best = value;
            which = column->team;
        }
    }
    column->team = which;
    return best;
}

/* Seats a set of items. @return false when it is not legal */
static bool seat(const CoGrouping *g, unsigned set, CoDatedColumn *column)
{
    const CoGrpClass *cls = &g->classes[column->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[column->pattern];
    int n_persons = 0;
    column->n_items = 0;
    for (int k = 0; k < cls->n_items; k++) {
        const CoGrpItem *it = &g->items[cls->items[k]];
        if (!(set >> k & 1u))
            continue;
        if (!it->room_ok[column->room] || pattern->deadline_slot >= it->cutover_slot ||
            meet(g, it->busy_away, pattern->slots))
            return false;
        n_persons += it->n_persons;
        column->items[column->n_items++] = cls->items[k];
    }
    return n_persons >= cls->min_size &&
           n_persons <= MIN(cls->max_size, cls->room_capacity[column->room]);
}

static double try_all(const CoGrouping *g, const CoDatedPrices *prices, int class_idx, int room)
{
    const CoGrpClass *cls = &g->classes[class_idx];
    int items[16];
    double best = INFINITY;
    CoDatedColumn column = {.class_idx = class_idx, .room = room, .items = items};
    g_assert_cmpint(cls->n_items, <=, (int)G_N_ELEMENTS(items));
    for (column.pattern = 0; column.pattern < cls->n_patterns; column.pattern++) {
        if (meet(g, g->room_busy[cls->rooms[room]], cls->patterns[column.pattern].slots) ||
            try_teams(g, prices, &column) == INFINITY)
            continue;
        for (unsigned set = 0; set < 1u << cls->n_items; set++)
            if (seat(g, set, &column))
                best = MIN(best, reduced_cost(g, prices, &column));
    }
    return best;
}

/* ---- the tests ---- */

/* What the problems seen were like. */
typedef struct Seen {
    int groups, none, whole, cars, both;
} Seen;

static bool holds_several(const CoGrouping *g, const CoDatedColumn *column)
{
    for (int k = 0; k < column->n_items; k++)
        if (g->items[column->items[k]].n_persons > 1)
            return true;
    return false;
}

static bool shares_cars(const CoGrouping *g, const CoDatedColumn *column)
{
    for (int a = 0; g->car_seats > 0 && a < column->n_items; a++)
        for (int b = a + 1; b < column->n_items; b++)
            if (g->items[column->items[a]].cluster >= 0 &&
                g->items[column->items[a]].cluster == g->items[column->items[b]].cluster)
                return true;
    return false;
}

/* The group handed out is legal and worth what was said. */
static void check_best(const CoGrouping *g, CoDatedPricer *pricer, const CoDatedPrices *prices,
                       double value, Seen *seen)
{
    CoDatedColumn column;
    g_assert_true(co_dated_take_best(pricer, prices, &column));
    g_assert_cmpfloat_with_epsilon(reduced_cost(g, prices, &column), value, 1e-6);
    unsigned set = 0;
    const CoGrpClass *cls = &g->classes[column.class_idx];
    for (int k = 0; k < cls->n_items; k++)
        for (int j = 0; j < column.n_items; j++)
            set |= (unsigned)(cls->items[k] == column.items[j]) << k;
    int n_items = column.n_items;
    g_assert_true(seat(g, set, &column) && column.n_items == n_items && team_is_free(g, &column));
    bool whole = holds_several(g, &column), cars = shares_cars(g, &column);
    seen->groups++;
    seen->whole += whole;
    seen->cars += cars;
    seen->both += whole && cars;
    g_free(column.items);
}

static void check_prices(const CoGrouping *g, CoDatedPricer *pricer, CoUndatedPricer *undated,
                         const CoDatedPrices *prices, Seen *seen)
{
    CoGroupSource source = co_undated_source(undated);
    for (int c = 0; c < g->n_classes; c++)
        for (int room = 0; room < g->classes[c].n_rooms; room++) {
            double expected = try_all(g, prices, c, room);
            double value = co_dated_price_room(pricer, prices, c, room);
            if (product(prices->cars, prices->cars, g->n_items) <= 0)
                g_assert_true(source.price(source.data, prices, c, room) <= expected + 1e-6);
            CoDatedColumn none;
            if (expected == INFINITY) {
                g_assert_true(value == INFINITY);
                g_assert_false(co_dated_take_best(pricer, prices, &none));
                seen->none++;
                continue;
            }
            g_assert_cmpfloat_with_epsilon(value, expected, 1e-6);
            check_best(g, pricer, prices, value, seen);
        }
}

static void test_the_best_group_of_a_room_is_that_of_trying_all(void)
{
    Seen seen = {0};
    for (uint32_t seed = 1; seed <= 160; seed++) {
        CoRandomShape shape = {2, 8, 6, 3, 4, 10, 2};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *g = co_random_grouping_get(random);
        if (!co_dated_can_price(g))
            continue;
        g_test_message("seed %u", seed);
        g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
        g_autoptr(CoDatedPricer) pricer = co_dated_pricer_new(g);
        g_autoptr(CoUndatedPricer) undated = co_undated_pricer_new(g);
        for (int turn = 0; turn < 3; turn++) {
            CoDatedPrices *prices = random_prices(rand, g);
            check_prices(g, pricer, undated, prices, &seen);
            co_dated_prices_free(prices);
        }
    }
    g_test_message("%d groups, %d none, %d whole, %d cars, %d both", seen.groups, seen.none,
                   seen.whole, seen.cars, seen.both);
    g_assert_cmpint(seen.groups, >=, 300);
    g_assert_cmpint(seen.none, >=, 20);
    g_assert_cmpint(seen.whole, >=, 40);
    g_assert_cmpint(seen.cars, >=, 60);
    g_assert_cmpint(seen.both, >=, 15);
}

/* The bundles left out by their floor are rightly left out, and what is not costs work. */
static void check_floor(const CoGrouping *g, CoDatedMembers *members, const CoDatedSeats *seats,
                        int *counted)
{
    double floor = co_dated_members_floor(members, seats);
    co_dated_members_take_cells(members);
    double best = co_dated_members_best(members, seats);
    g_assert_true(floor <= best + 1e-6);
    g_assert_cmpint(co_dated_members_take_cells(members), >=, g->classes[seats->class_idx].n_items);
    g_assert_cmpint(co_dated_members_take_cells(members), ==, 0);
    counted[0]++;
    counted[1] += best < INFINITY && floor > best - 1e-6;
}

static void test_the_floor_of_members_is_never_above_the_best_and_often_there(void)
{
    int counted[2] = {0, 0};
    for (uint32_t seed = 1; seed <= 100; seed++) {
        CoRandomShape shape = {2, 30, 2, 3, 4, 10, 2};
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *g = co_random_grouping_get(random);
        g_autoptr(CoDatedMembers) members = co_dated_members_new(g);
        g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
        double value[32];
        g_autofree double *no_cars = g_new0(double, (gsize)g->n_items + 1);
        for (int c = 0; c < g->n_classes; c++) {
            if (!co_dated_members_are_tied(g, c) || g->classes[c].n_in_person == 0)
                continue;
            for (int k = 0; k < g->classes[c].n_items; k++)
                value[k] = g_rand_int_range(rand, -6000, 3000);
            for (int room = 0; room < g->classes[c].n_rooms; room++)
                check_floor(g, members, &(CoDatedSeats){c, room, 0, value, no_cars}, counted);
        }
    }
    g_test_message("%d floors, %d reached", counted[0], counted[1]);
    g_assert_cmpint(counted[0], >=, 100);
    g_assert_cmpint(counted[1], >=, 20);
}

static void test_a_class_that_meets_nowhere_cannot_be_priced(void)
{
    int counted = 0;
    for (uint32_t seed = 1; seed <= 60; seed++) {
        CoRandomShape shape = CO_RANDOM_SHAPE_TINY;
        g_autoptr(CoRandomGrouping) random = co_random_grouping_new(seed, &shape);
        const CoGrouping *g = co_random_grouping_get(random);
        for (int c = 0; c < g->n_classes; c++)
            if (g->classes[c].n_in_person == 0) {
                counted++;
                g_assert_false(co_dated_can_price(g));
            }
    }
    g_assert_cmpint(counted, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/price/the best group of a room is that of trying all",
                    test_the_best_group_of_a_room_is_that_of_trying_all);
    g_test_add_func("/solver/price/the floor of members is never above the best and often there",
                    test_the_floor_of_members_is_never_above_the_best_and_often_there);
    g_test_add_func("/solver/price/a class that meets nowhere cannot be priced",
                    test_a_class_that_meets_nowhere_cannot_be_priced);
    return g_test_run();
}

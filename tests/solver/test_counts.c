/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least combination of group counts, measured against looking at all of them. */
#include <glib.h>

#include <math.h>

#include "solver/dated_counts.h"
#include "solver/evaluate.h"
#include "tests/support/random_grouping.h"

enum { MAX_COUNTS = 64, N_CUTS = 12 };

typedef struct Sample {
    double balance, items[8], value[MAX_COUNTS];
} Sample;

/* What the tests know of a problem: cuts, and floors class by class. */
typedef struct Known {
    const CoGrouping *g;
    Sample cuts[N_CUTS], floors[N_CUTS];
    int n_cuts, n_floors;
    double least;
    int counts[MAX_COUNTS];
} Known;

static double draw(GRand *random, int least, int most)
{
    return g_rand_int_range(random, least, most);
}

static Sample draw_sample(GRand *random, const CoGrouping *g, int n, bool shared)
{
    Sample sample = {.balance = shared ? -g_rand_int_range(random, 0, 2000) : 0};
    for (int c = 0; c < g->n_classes; c++)
        sample.items[c] = g_rand_int_range(random, 3000, 9000);
    for (int k = 0; k < n; k++)
        sample.value[k] = draw(random, 0, 20) < 1 ? (double)INFINITY : draw(random, -1500, 2500);
    return sample;
}

static double part(const Known *known, const Sample *sample, int class_idx, int first)
{
    double sum = sample->items[class_idx];
    for (int r = 0; r < known->g->classes[class_idx].n_rooms; r++)
        if (known->counts[first + r] > 0)
            sum += known->counts[first + r] * sample->value[first + r];
    return sum;
}

static double floor_of(const Known *known, int class_idx, int first)
{
    double best = 0;
    for (int k = 0; k < known->n_floors; k++)
        best = MAX(best, part(known, &known->floors[k], class_idx, first));
    return best;
}

/* The best cut at the counts at hand, no part of it below its floor. */
static double value_here(const Known *known)
{
    double best = -INFINITY;
    for (int k = -1; k < known->n_cuts; k++) {
        double sum = k < 0 ? 0 : known->cuts[k].balance;
        for (int c = 0, first = 0; c < known->g->n_classes; c++) {
            double floor = floor_of(known, c, first);
            sum += k < 0 ? floor : MAX(floor, part(known, &known->cuts[k], c, first));
            first += known->g->classes[c].n_rooms;
        }
        best = MAX(best, sum);
    }
    return best;
}

static bool can_seat_all(const Known *known, int class_idx, int first)
{
    const CoGrpClass *cls = &known->g->classes[class_idx];
    int groups = 0, seats = 0, persons = 0;
    for (int k = 0; k < cls->n_items; k++)
        persons += known->g->items[cls->items[k]].n_persons;
    for (int r = 0; r < cls->n_rooms; r++) {
        int n = known->counts[first + r], capacity = co_group_capacity(cls, r);
        if (n > 0 && capacity < MAX(cls->min_size, 1))
            return false;
        groups += n;
        seats += n * capacity;
    }
    int most = cls->max_groups >= 0 ? cls->max_groups : persons;
    return seats >= persons && groups >= MAX(1, cls->min_groups) && groups <= most &&
           (groups * cls->min_size <= persons || groups == cls->min_groups);
}

static void try_class(Known *known, int class_idx, int first);

static void try_room(Known *known, int class_idx, int first, int room)
{
    const CoGrpClass *cls = &known->g->classes[class_idx];
    if (room == cls->n_rooms) {
        if (can_seat_all(known, class_idx, first))
            try_class(known, class_idx + 1, first + cls->n_rooms);
        return;
    }
    for (int n = 0; n <= 4; n++) {
        known->counts[first + room] = n;
        try_room(known, class_idx, first, room + 1);
    }
    known->counts[first + room] = 0;
}

static void try_class(Known *known, int class_idx, int first)
{
    if (class_idx == known->g->n_classes)
        known->least = MIN(known->least, value_here(known));
    else
        try_room(known, class_idx, first, 0);
}

/* @return false when the problem is not one of groups in rooms, or has too many groups for the
 * tests' own list */
static bool is_suitable(const CoGrouping *g)
{
    for (int c = 0; c < g->n_classes; c++) {
        const CoGrpClass *cls = &g->classes[c];
        int persons = 0;
        for (int k = 0; k < cls->n_items; k++)
            persons += g->items[cls->items[k]].n_persons;
        int most = cls->max_groups >= 0 ? cls->max_groups : persons / MAX(cls->min_size, 1);
        if (cls->n_in_person == 0 || persons == 0 || MAX(most, cls->min_groups) > 4)
            return false;
    }
    return true;
}

static void add_what_is_known(Known *known, CoCounts *counts, GRand *random, double aim)
{
    int size = co_counts_size(counts);
    for (int k = 0; k < N_CUTS; k++) {
        if (k % 2 == 0) {
            Sample *floor = &known->floors[known->n_floors++];
            *floor = draw_sample(random, known->g, size, false);
            for (int c = 0; c < known->g->n_classes; c++)
                co_counts_lift_class(counts, c, floor->items[c],
                                     floor->value + co_counts_index(counts, c, 0));
        } else {
            Sample *cut = &known->cuts[known->n_cuts++];
            *cut = draw_sample(random, known->g, size, true);
            co_counts_add_cut(counts, &(CoCut){cut->balance, cut->items, cut->value}, aim);
        }
    }
}

static void test_the_least_combination_is_that_of_looking_at_all(void)
{
    int n_compared = 0, n_below = 0;
    for (uint32_t seed = 1; seed <= 150; seed++) {
        CoRandomShape shape = {2, 8, 4, 3, 5, 8, 2};
        g_autoptr(CoRandomGrouping) owner = co_random_grouping_new(seed, &shape);
        g_autoptr(GRand) random = g_rand_new_with_seed(seed);
        Known known = {.g = co_random_grouping_get(owner)};
        if (!is_suitable(known.g))
            continue;
        double aim = g_rand_int_range(random, 9000, 30000);
        const CoClassFloor floors[8] = {{0}};
        g_autoptr(CoCounts) counts = co_counts_new(known.g, floors, aim);
        g_assert_nonnull(counts);
        add_what_is_known(&known, counts, random, aim);
        known.least = aim;
        try_class(&known, 0, 0);

        int at[MAX_COUNTS] = {0};
        int64_t work;
        double least = co_counts_least(counts, aim, at, &work);
        g_test_message("seed %u", seed);
        g_assert_cmpfloat_with_epsilon(least, known.least, 1e-6);
        n_compared++;
        if (least >= aim)
            continue;
        n_below++;
        memcpy(known.counts, at, sizeof at);
        g_assert_cmpfloat_with_epsilon(value_here(&known), least, 1e-6);
        g_assert_true(co_counts_cheap(counts, at, &work));
        memcpy(known.counts, at, sizeof at);
        g_assert_cmpfloat(value_here(&known), >=, least - 1e-6);
    }
    g_assert_cmpint(n_compared, >=, 20);
    g_assert_cmpint(n_below, >=, 10);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/solver/counts/the least combination is that of looking at all",
                    test_the_least_combination_is_that_of_looking_at_all);
    return g_test_run();
}

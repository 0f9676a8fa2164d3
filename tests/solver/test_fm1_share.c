/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What FM1 costs blocks that share it: problems small enough to be reckoned by hand. */
#include <glib.h>

#include "solver/blocks.h"
#include "solver/dated_bound.h"
#include "solver/fm1_share.h"
#include "solver/one_block.h"
#include "tests/support/brute_force.h"

enum { N_SLOTS = 16, MOST = 4, EARLY = 0, LATE = 4, APART = 8 };

static CoSlotWord none, slot_bit[N_SLOTS];
static int week[N_SLOTS];

/* Academies of one person each, who may come early or late at a cost of their own; all want FM1. */
typedef struct Hand {
    int starts[2], capacity[N_SLOTS], rooms[MOST], seats[1], items_of[MOST];
    CoGrpPattern patterns[2];
    CoGrpTeam teams[MOST];
    CoGrpClass classes[MOST];
    CoGrpItem items[MOST];
    CoGrpTrainer trainers[MOST];
    const int64_t *trips[MOST];
    const CoSlotWord *busy[MOST];
    CoGrouping grouping;
} Hand;

static const int64_t no_trip[2];
static const bool may_come[2] = {true, true};

static CoGrpItem one_person(int class_idx, const int64_t *cost)
{
    return (CoGrpItem){.class_idx = class_idx,
                       .n_persons = 1,
                       .weight = 1,
                       .busy_away = &none,
                       .busy_remote = &none,
                       .absent_remote = &none,
                       .cutover_slot = N_SLOTS,
                       .office = -1,
                       .heads = -1,
                       .trainer = -1,
                       .room_ok = may_come,
                       .cost = cost,
                       .cluster = -1,
                       .lock = -1,
                       .avoid = &none};
}

static CoGrpTrainer free_trainer(const int64_t *const *cost)
{
    return (CoGrpTrainer){
        .max_slots = -1, .busy_away = &none, .busy_remote = &none, .office = -1, .cost = cost};
}

static void set_academy(Hand *h, int c, const int64_t *cost)
{
    h->rooms[c] = h->items_of[c] = c;
    h->teams[c] = (CoGrpTeam){{c, -1}};
    h->classes[c] = (CoGrpClass){.min_size = 1,
                                 .target_size = 1,
                                 .max_size = 1,
                                 .max_groups = -1,
                                 .team_size = 1,
                                 .n_sync_slots = 1,
                                 .n_in_person = 1,
                                 .n_rooms = 1,
                                 .rooms = &h->rooms[c],
                                 .room_capacity = h->seats,
                                 .n_profiles = 2,
                                 .n_patterns = 2,
                                 .patterns = h->patterns,
                                 .patterns_complete = true,
                                 .n_teams = 1,
                                 .teams = &h->teams[c],
                                 .n_items = 1,
                                 .items = &h->items_of[c],
                                 .path = c};
    h->items[c] = one_person(c, cost);
    h->trainers[c] = free_trainer(h->trips);
    h->trips[c] = no_trip;
    h->busy[c] = &none;
}

static void set_hand(Hand *h, int n, const int64_t (*cost)[2], int early_capacity)
{
    *h = (Hand){.starts = {EARLY, LATE}, .seats = {1}};
    for (int slot = 0; slot < N_SLOTS; slot++)
        h->capacity[slot] = n;
    h->capacity[EARLY] = early_capacity;
    for (int p = 0; p < 2; p++)
        h->patterns[p] = (CoGrpPattern){.slots = &slot_bit[h->starts[p]],
                                        .fm1_slots = &slot_bit[h->starts[p]],
                                        .profile = p,
                                        .deadline_slot = -1,
                                        .first_day = h->starts[p] / 2,
                                        .lock = -1,
                                        .starts = &h->starts[p]};
    for (int c = 0; c < n; c++)
        set_academy(h, c, cost[c]);
    h->grouping = (CoGrouping){.n_slots = N_SLOTS,
                               .n_words = 1,
                               .n_classes = n,
                               .classes = h->classes,
                               .n_items = n,
                               .items = h->items,
                               .n_rooms = n,
                               .room_busy = h->busy,
                               .n_trainers = n,
                               .trainers = h->trainers,
                               .fm1_capacity = h->capacity,
                               .unplaced_penalty = 100000,
                               .wednesday = &none,
                               .week = week};
}

/* Sums of the blocks after FM1 has been shared. */
typedef struct Shared {
    int64_t value, bound;
} Shared;

static Shared share(const CoGrouping *g)
{
    g_autoptr(GPtrArray) blocks = co_blocks_new(g);
    CoGroupingPlan *plans[MOST];
    CoFm1Part parts[MOST];
    Shared sum = {0, 0};
    CoGroupingOptions options = CO_GROUPING_OPTIONS_INIT;
    options.work_limit = 6000;
    options.n_threads = 1;
    g_assert_cmpuint(blocks->len, ==, (guint)g->n_classes);
    for (int k = 0; k < g->n_classes; k++) {
        CoBlock *block = g_ptr_array_index(blocks, (guint)k);
        plans[k] = co_one_block_solve(&block->grouping, &options, NULL);
        parts[k] = (CoFm1Part){block, &plans[k]};
    }
    g_assert_true(co_fm1_is_overbooked(g, parts, g->n_classes));
    g_assert_true(co_fm1_share(g, parts, g->n_classes, &options));
    g_assert_false(co_fm1_is_overbooked(g, parts, g->n_classes));
    for (int k = 0; k < g->n_classes; k++) {
        sum.value += plans[k]->stage1.value;
        sum.bound += plans[k]->stage1.bound;
        co_grouping_plan_free(plans[k]);
    }
    return sum;
}

static void test_the_order_in_which_room_is_made_does_not_make_it_into_the_bound(void)
{
    static const int64_t cost[2][2] = {{100, 1100}, {100, 300}};
    Hand hand;
    set_hand(&hand, 2, cost, 1);
    Shared shared = share(&hand.grouping);
    int64_t best = co_brute_force(&hand.grouping).value;
    g_assert_cmpint(best, ==, 400);
    g_assert_cmpint(shared.value, >=, best);
    g_assert_cmpint(shared.bound, <=, best);
}

static void test_prices_that_do_not_divide_leave_the_bound_true(void)
{
    static const int64_t cost[4][2] = {{100, 200}, {100, 201}, {100, 1000}, {100, 1000}};
    Hand hand;
    set_hand(&hand, 4, cost, 2);
    Shared shared = share(&hand.grouping);
    g_assert_cmpint(co_brute_force(&hand.grouping).value, ==, 601);
    g_assert_cmpint(shared.bound, <=, 601);
}

static void test_the_price_of_fm1_lifts_the_bound_above_the_sum_of_the_blocks(void)
{
    static const int64_t cost[4][2] = {{100, 400}, {100, 400}, {100, 400}, {100, 400}};
    Hand hand;
    set_hand(&hand, 4, cost, 2);
    Shared shared = share(&hand.grouping);
    g_assert_cmpint(co_brute_force(&hand.grouping).value, ==, 1000);
    g_assert_cmpint(shared.value, ==, 1000);
    g_assert_cmpint(shared.bound, >, 400);
    g_assert_cmpint(shared.bound, <=, 1000);
}

/* Two people who can never meet in the first room, and a price on a slot that nobody needs: what is
 * left out of the bound must have been charged in it. */
static void test_a_floor_is_charged_even_where_no_step_is_taken(void)
{
    static const int64_t cost[2] = {1000, 0};
    int starts[3] = {EARLY, LATE, APART}, capacity[N_SLOTS], rooms[2] = {0, 1}, seats[2] = {2, 2},
        items_of[2] = {0, 1};
    CoGrpPattern patterns[3];
    const CoSlotWord *fm1[3] = {&slot_bit[EARLY], &slot_bit[LATE], &none};
    for (int p = 0; p < 3; p++)
        patterns[p] = (CoGrpPattern){.slots = &slot_bit[starts[p]],
                                     .fm1_slots = fm1[p],
                                     .deadline_slot = -1,
                                     .first_day = starts[p] / 2,
                                     .lock = -1,
                                     .starts = &starts[p]};
    for (int slot = 0; slot < N_SLOTS; slot++)
        capacity[slot] = 3;
    CoGrpTeam team = {{0, -1}};
    CoGrpClass cls = {.min_size = 2,
                      .target_size = 2,
                      .max_size = 2,
                      .max_groups = -1,
                      .team_size = 1,
                      .n_sync_slots = 1,
                      .n_in_person = 1,
                      .n_rooms = 2,
                      .rooms = rooms,
                      .room_capacity = seats,
                      .n_profiles = 1,
                      .n_patterns = 3,
                      .patterns = patterns,
                      .patterns_complete = true,
                      .n_teams = 1,
                      .teams = &team,
                      .n_items = 2,
                      .items = items_of};
    CoGrpItem items[2] = {one_person(0, cost), one_person(0, cost)};
    items[0].busy_away = &slot_bit[LATE];
    items[1].busy_away = &slot_bit[EARLY];
    const int64_t *trips[1] = {no_trip};
    CoGrpTrainer trainer = free_trainer(trips);
    const CoSlotWord *busy[2] = {&none, &slot_bit[APART]};
    CoGrouping g = {.n_slots = N_SLOTS,
                    .n_words = 1,
                    .n_classes = 1,
                    .classes = &cls,
                    .n_items = 2,
                    .items = items,
                    .n_rooms = 2,
                    .room_busy = busy,
                    .n_trainers = 1,
                    .trainers = &trainer,
                    .fm1_capacity = capacity,
                    .unplaced_penalty = 100000,
                    .wednesday = &none,
                    .week = week};
    double floor[N_SLOTS] = {[EARLY] = 700};
    g_autoptr(CoDatedBounder) bounder = co_dated_bounder_new(&g, floor, 9000);
    CoBudget budget = {.work_limit = 20000};
    int64_t bound, best = co_brute_force(&g).cost;
    g_assert_nonnull(bounder);
    co_dated_bounder_run(bounder, 9000, budget.work_limit, &budget);
    g_assert_true(co_dated_bounder_bound(bounder, &bound));
    g_assert_cmpint(bound, <=, best);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (int slot = 0; slot < N_SLOTS; slot++)
        slot_bit[slot] = (CoSlotWord)1 << slot;
    g_test_add_func("/solver/fm1/the order in which room is made does not make it into the bound",
                    test_the_order_in_which_room_is_made_does_not_make_it_into_the_bound);
    g_test_add_func("/solver/fm1/prices that do not divide leave the bound true",
                    test_prices_that_do_not_divide_leave_the_bound_true);
    g_test_add_func("/solver/fm1/the price of FM1 lifts the bound above the sum of the blocks",
                    test_the_price_of_fm1_lifts_the_bound_above_the_sum_of_the_blocks);
    g_test_add_func("/solver/fm1/a floor is charged even where no step is taken",
                    test_a_floor_is_charged_even_where_no_step_is_taken);
    return g_test_run();
}

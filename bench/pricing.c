/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices one class of a fixed master again and again, for counting instructions (bench/run
 * --instructions).
 *
 * Usage: bench_pricing             names of the cases
 *        bench_pricing CASE ROUNDS
 * A round prices every room once and takes the best group of each, under prices that differ a
 * little from those of the round before. Everything is drawn by a fixed rule, so that the same
 * program does the same work everywhere. */
#include <glib.h>

#include <stdio.h>
#include <string.h>

#include "cohorte/grouping.h"
#include "solver/dated_price.h"

enum {
    N_SLOTS = 64,
    N_DAYS = 25, /* on which groups meet */
    N_ITEMS = 98,
    N_ROOMS = 8,
    N_TRAINERS = 24,
    N_OFFICES = 40,
    N_MEETINGS = 3,
    MOST_PATTERNS = 600,
    MOST_TEAMS = N_TRAINERS * N_TRAINERS / 2,
};

typedef struct Master {
    CoGrouping grouping;
    CoGrpClass cls;
    CoGrpItem items[N_ITEMS];
    CoGrpTrainer trainers[N_TRAINERS];
    CoGrpPattern patterns[MOST_PATTERNS];
    CoGrpTeam teams[MOST_TEAMS];
    CoSlotWord pattern_slots[MOST_PATTERNS], item_busy[N_ITEMS], trainer_busy[N_TRAINERS];
    CoSlotWord room_busy[N_ROOMS], nothing;
    const CoSlotWord *room_busy_of[N_ROOMS];
    int starts[MOST_PATTERNS][N_MEETINGS];
    int64_t item_cost[N_ITEMS][N_ROOMS], mileage[N_ITEMS][N_ROOMS],
        trainer_cost[N_TRAINERS][N_ROOMS];
    const int64_t *cost_of_class[N_TRAINERS][1];
    bool room_ok[N_ROOMS];
    int class_items[N_ITEMS], rooms[N_ROOMS], room_capacity[N_ROOMS];
    int fm1_capacity[N_SLOTS], office_limit[N_OFFICES], week[N_SLOTS];
    uint32_t state;
} Master;

static int draw(Master *master, int below)
{
    master->state = master->state * 1664525u + 1013904223u;
    return (int)((master->state >> 16) % (uint32_t)below);
}

static CoSlotWord day_slots(int day)
{
    return (CoSlotWord)3 << (2 * day);
}

/* One weekday for some, one day for a few. */
static CoSlotWord draw_busy(Master *master)
{
    CoSlotWord busy = 0;
    if (draw(master, 4) == 0)
        for (int day = draw(master, 5); day < N_DAYS; day += 5)
            busy |= day_slots(day);
    if (draw(master, 8) == 0)
        busy |= day_slots(draw(master, N_DAYS));
    return busy;
}

/* Three whole days, one to eight apart. */
static void make_patterns(Master *master)
{
    int n = 0;
    for (int first = 0; first < N_DAYS; first++)
        for (int gaps = 0; gaps < 16; gaps++) {
            int second = first + 1 + 2 * (gaps / 4), third = second + 1 + 2 * (gaps % 4);
            if (third >= N_DAYS)
                continue;
            master->pattern_slots[n] = day_slots(first) | day_slots(second) | day_slots(third);
            const int days[N_MEETINGS] = {first, second, third};
            for (int k = 0; k < N_MEETINGS; k++)
                master->starts[n][k] = 2 * days[k];
            master->patterns[n] = (CoGrpPattern){.slots = &master->pattern_slots[n],
                                                 .fm1_slots = &master->pattern_slots[n],
                                                 .deadline_slot = -1,
                                                 .first_day = first,
                                                 .lock = -1,
                                                 .starts = master->starts[n]};
            n++;
        }
    master->cls.n_patterns = n;
    master->cls.patterns = master->patterns;
}

static void make_items(Master *master)
{
    for (int i = 0; i < N_ITEMS; i++) {
        master->item_busy[i] = draw_busy(master);
        for (int room = 0; room < N_ROOMS; room++)
            master->item_cost[i][room] = 3 * (2000 + draw(master, 8000));
        master->items[i] = (CoGrpItem){.n_persons = 1,
                                       .weight = 1,
                                       .busy_away = &master->item_busy[i],
                                       .busy_remote = &master->nothing,
                                       .absent_remote = &master->nothing,
                                       .cutover_slot = N_SLOTS,
                                       .office = i % N_OFFICES,
                                       .n_service = 1,
                                       .heads = -1,
                                       .trainer = -1,
                                       .room_ok = master->room_ok,
                                       .cost = master->item_cost[i],
                                       .cluster = -1,
                                       .lock = -1,
                                       .avoid = &master->nothing};
        master->class_items[i] = i;
    }
}

static void make_rooms_and_trainers(Master *master)
{
    for (int room = 0; room < N_ROOMS; room++) {
        master->rooms[room] = room;
        master->room_ok[room] = true;
        master->room_capacity[room] = 16 + 2 * draw(master, 5);
        master->room_busy[room] = day_slots(draw(master, N_DAYS));
        master->room_busy[room] |= day_slots(draw(master, N_DAYS));
        master->room_busy_of[room] = &master->room_busy[room];
    }
    for (int t = 0; t < N_TRAINERS; t++) {
        master->trainer_busy[t] = draw_busy(master);
        master->trainer_busy[t] |= draw_busy(master);
        for (int room = 0; room < N_ROOMS; room++)
            master->trainer_cost[t][room] = 3 * (2000 + draw(master, 8000));
        master->cost_of_class[t][0] = master->trainer_cost[t];
        master->trainers[t] = (CoGrpTrainer){.max_slots = 18,
                                             .busy_away = &master->trainer_busy[t],
                                             .busy_remote = &master->nothing,
                                             .office = -1,
                                             .cost = master->cost_of_class[t]};
    }
    int n = 0;
    for (int a = 0; a < N_TRAINERS; a++)
        for (int b = a + 1; b < N_TRAINERS; b++)
            if ((a + b) % 3 != 0)
                master->teams[n++] = (CoGrpTeam){{a, b}};
    master->cls.n_teams = n;
    master->cls.teams = master->teams;
}

static void make_class(Master *master)
{
    CoGrpClass *cls = &master->cls;
    cls->min_size = 8;
    cls->target_size = 20;
    cls->max_size = 24;
    cls->max_groups = -1;
    cls->team_size = 2;
    cls->n_sync_slots = 9;
    cls->group_cents = 216000;
    cls->n_in_person = N_MEETINGS;
    cls->n_rooms = N_ROOMS;
    cls->rooms = master->rooms;
    cls->room_capacity = master->room_capacity;
    cls->n_profiles = 1;
    cls->patterns_complete = true;
    cls->n_items = N_ITEMS;
    cls->items = master->class_items;
}

static Master *master_new(void)
{
    Master *master = g_new0(Master, 1);
    master->state = 20261109;
    make_class(master);
    make_patterns(master);
    make_rooms_and_trainers(master);
    make_items(master);
    for (int slot = 0; slot < N_SLOTS; slot++) {
        master->fm1_capacity[slot] = 4;
        master->week[slot] = slot / 10;
    }
    for (int office = 0; office < N_OFFICES; office++)
        master->office_limit[office] = 1;
    master->grouping = (CoGrouping){.n_slots = N_SLOTS,
                                    .n_words = 1,
                                    .n_classes = 1,
                                    .classes = &master->cls,
                                    .n_items = N_ITEMS,
                                    .items = master->items,
                                    .n_rooms = N_ROOMS,
                                    .room_busy = master->room_busy_of,
                                    .n_trainers = N_TRAINERS,
                                    .trainers = master->trainers,
                                    .fm1_capacity = master->fm1_capacity,
                                    .n_offices = N_OFFICES,
                                    .office_limit = master->office_limit,
                                    .unplaced_penalty = 100000000,
                                    .wednesday = &master->nothing,
                                    .week = master->week};
    return master;
}

/* ---- cases ---- */

static void draw_prices(Master *master, double *prices, int n, int one_in)
{
    for (int k = 0; k < n; k++)
        prices[k] = draw(master, one_in) == 0 ? draw(master, 5000) : 0;
}

/* The start of the ascent: people have prices, and little else. */
static void price_people(Master *master, CoDatedPrices *prices)
{
    for (int i = 0; i < N_ITEMS; i++)
        prices->item[i] = 20000 + draw(master, 20000);
    draw_prices(master, prices->fm1, N_SLOTS, 4);
}

/* Late in it: offices, rooms and trainers have prices too. */
static void price_everything(Master *master, CoDatedPrices *prices)
{
    price_people(master, prices);
    draw_prices(master, prices->room, N_ROOMS * N_SLOTS, 6);
    draw_prices(master, prices->trainer, N_TRAINERS * N_SLOTS, 6);
    draw_prices(master, prices->load, N_TRAINERS, 3);
    draw_prices(master, prices->office, N_OFFICES * N_SLOTS, 12);
}

/* Three by three from one establishment, in one car. */
static void share_cars(Master *master)
{
    master->grouping.car_seats = 3;
    for (int i = 0; i < N_ITEMS; i++) {
        for (int room = 0; room < N_ROOMS; room++) {
            int64_t meals = 3 * 500;
            master->mileage[i][room] = master->item_cost[i / 3 * 3][room] - meals;
            master->item_cost[i][room] = master->mileage[i][room] + meals;
        }
        master->items[i].mileage = master->mileage[i];
        master->items[i].cluster = i / 3;
    }
}

/* Establishments of one to three. */
static void keep_whole(Master *master)
{
    for (int i = 0; i < N_ITEMS; i++) {
        master->items[i].n_persons = master->items[i].n_service = 1 + i % 3;
        for (int room = 0; room < N_ROOMS; room++)
            master->item_cost[i][room] *= 1 + i % 3;
    }
}

static void price_whole(Master *master, CoDatedPrices *prices)
{
    price_everything(master, prices);
    for (int i = 0; i < N_ITEMS; i++)
        prices->item[i] *= master->items[i].n_persons;
}

static const struct {
    const char *name;
    void (*tie)(Master *master); /* NULL = single persons who travel alone */
    void (*price)(Master *master, CoDatedPrices *prices);
} cases[] = {
    {"personnes", NULL, price_people},
    {"tout", NULL, price_everything},
    {"voitures", share_cars, price_everything},
    {"entiers", keep_whole, price_whole},
};

/* Members of the groups taken, so that no work can be left out unseen. */
static int64_t run_rounds(Master *master, CoDatedPrices *prices, const CoDatedPrices *target,
                          int n_rounds)
{
    const CoGrouping *g = &master->grouping;
    g_autoptr(CoDatedPricer) pricer = co_dated_pricer_new(g);
    CoDatedColumn best;
    int64_t n_members = 0;
    for (int round = 0; round < n_rounds; round++) {
        co_dated_prices_mix(g, prices, target, 0.02);
        for (int room = 0; room < N_ROOMS; room++) {
            co_dated_price_room(pricer, prices, 0, room);
            if (!co_dated_take_best(pricer, prices, &best))
                continue;
            n_members += best.n_items;
            g_free(best.items);
        }
    }
    return n_members;
}

static bool run_case(const char *name, int n_rounds)
{
    for (size_t k = 0; k < G_N_ELEMENTS(cases); k++) {
        if (strcmp(name, cases[k].name) != 0)
            continue;
        Master *master = master_new();
        if (cases[k].tie != NULL)
            cases[k].tie(master);
        CoDatedPrices *prices = co_dated_prices_new(&master->grouping);
        CoDatedPrices *target = co_dated_prices_new(&master->grouping);
        cases[k].price(master, prices);
        cases[k].price(master, target);
        int64_t n_members = run_rounds(master, prices, target, n_rounds);
        printf("%s: %" G_GINT64_FORMAT " members\n", name, n_members);
        co_dated_prices_free(prices);
        co_dated_prices_free(target);
        g_free(master);
        return n_members > 0;
    }
    return false;
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return run_case(argv[1], (int)g_ascii_strtoll(argv[2], NULL, 10)) ? 0 : 1;
    for (size_t k = 0; k < G_N_ELEMENTS(cases); k++)
        puts(cases[k].name);
    return argc == 1 ? 0 : 2;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated_price.h"

#include <math.h>

#include "bits.h"
#include "dated_members.h"
#include "evaluate.h"

#define MAX_BUNDLES 400000

/* What never changes about a class: who can follow which pattern. */
typedef struct ClassFits {
    int item_words, trainer_words;
    uint64_t *items;    /* patterns x item_words: positions in cls->items */
    uint64_t *trainers; /* patterns x trainer_words: trainers able to teach it */
} ClassFits;

struct CoDatedPricer {
    const CoGrouping *g;
    ClassFits *fits;
    bool *tied; /* by class: members cannot be chosen one by one */
    CoDatedMembers *members;
    /* the last room priced */
    int class_idx, room;
    int best;      /* pattern of its best group; -1 = there is none */
    int *best_who; /* positions of its members, where they are tied */
    int n_best_who;
    double *value; /* by pattern, where members are tied: no more than its groups' reduced cost */
    double *base;  /* by position: travel less the item's price, in this room */
    bool *office_hot; /* by position: an R08 or R09 price may touch it */
    double *scratch;  /* by position, and who[] */
    int *who;
    double *team_base;     /* by team: load prices, and travel of profile 0 in this room */
    double *trainer_price; /* by trainer, for the pattern at hand */
    int *trainers;         /* those of the class's teams */
    int n_trainers;
    bool trainer_hot; /* some trainer slot has a price */
};

bool co_dated_can_price(const CoGrouping *g)
{
    int64_t bundles = 0;
    for (int c = 0; c < g->n_classes; c++) {
        if (!g->classes[c].patterns_complete || g->classes[c].n_in_person == 0)
            return false;
        bundles += (int64_t)g->classes[c].n_patterns * g->classes[c].n_rooms;
    }
    return bundles > 0 && bundles <= MAX_BUNDLES;
}

static void set_position(uint64_t *words, int position)
{
    words[position >> 6] |= (uint64_t)1 << (position & 63);
}

static void fit_class(const CoGrouping *g, const CoGrpClass *cls, ClassFits *fits)
{
    fits->item_words = (cls->n_items + 63) / 64 + (cls->n_items == 0);
    fits->trainer_words = (g->n_trainers + 63) / 64 + (g->n_trainers == 0);
    size_t n = (size_t)MAX(cls->n_patterns, 1);
    fits->items = g_new0(uint64_t, n * (size_t)fits->item_words);
    fits->trainers = g_new0(uint64_t, n * (size_t)fits->trainer_words);
    for (int p = 0; p < cls->n_patterns; p++) {
        const CoGrpPattern *pattern = &cls->patterns[p];
        for (int k = 0; k < cls->n_items; k++) {
            const CoGrpItem *it = &g->items[cls->items[k]];
            if (pattern->deadline_slot < it->cutover_slot &&
                !co_bits_meet(it->busy_away, pattern->slots, g->n_words))
                set_position(fits->items + (size_t)p * (size_t)fits->item_words, k);
        }
        for (int t = 0; t < g->n_trainers; t++)
            if (!co_bits_meet(g->trainers[t].busy_away, pattern->slots, g->n_words))
                set_position(fits->trainers + (size_t)p * (size_t)fits->trainer_words, t);
    }
}

CoDatedPricer *co_dated_pricer_new(const CoGrouping *g)
{
    CoDatedPricer *pricer = g_new0(CoDatedPricer, 1);
    size_t patterns = 1, items = 1, teams = 1;
    pricer->g = g;
    pricer->fits = g_new0(ClassFits, (size_t)MAX(g->n_classes, 1));
    pricer->tied = g_new0(bool, (size_t)MAX(g->n_classes, 1));
    for (int c = 0; c < g->n_classes; c++) {
        fit_class(g, &g->classes[c], &pricer->fits[c]);
        pricer->tied[c] = co_dated_members_are_tied(g, c);
        patterns = MAX(patterns, (size_t)g->classes[c].n_patterns);
        items = MAX(items, (size_t)g->classes[c].n_items);
        teams = MAX(teams, (size_t)g->classes[c].n_teams);
    }
    pricer->members = co_dated_members_new(g);
    pricer->best = -1;
    pricer->best_who = g_new(int, items);
    pricer->value = g_new(double, patterns);
    pricer->base = g_new(double, items);
    pricer->office_hot = g_new(bool, items);
    pricer->scratch = g_new(double, items);
    pricer->who = g_new(int, items);
    pricer->team_base = g_new(double, teams);
    pricer->trainer_price = g_new0(double, (size_t)MAX(g->n_trainers, 1));
    pricer->trainers = g_new(int, (size_t)MAX(g->n_trainers, 1));
    return pricer;
}

void co_dated_pricer_free(CoDatedPricer *pricer)
{
    if (pricer == NULL)
        return;
    for (int c = 0; c < pricer->g->n_classes; c++) {
        g_free(pricer->fits[c].items);
        g_free(pricer->fits[c].trainers);
    }
    g_free(pricer->fits);
    g_free(pricer->tied);
    co_dated_members_free(pricer->members);
    g_free(pricer->best_who);
    g_free(pricer->value);
    g_free(pricer->base);
    g_free(pricer->office_hot);
    g_free(pricer->scratch);
    g_free(pricer->who);
    g_free(pricer->team_base);
    g_free(pricer->trainer_price);
    g_free(pricer->trainers);
    g_free(pricer);
}

/* ---- prices ---- */

typedef struct PriceArrays {
    double **at[8];
    size_t n[8];
} PriceArrays;

static PriceArrays arrays_of(const CoGrouping *g, CoDatedPrices *p)
{
    size_t slots = (size_t)g->n_slots;
    return (PriceArrays){
        {&p->item, &p->fm1, &p->room, &p->trainer, &p->load, &p->office, &p->heads, &p->cars},
        {(size_t)g->n_items, slots, (size_t)g->n_rooms * slots, (size_t)g->n_trainers * slots,
         (size_t)g->n_trainers, (size_t)g->n_offices * slots, (size_t)g->n_heads * slots,
         (size_t)g->n_items}};
}

CoDatedPrices *co_dated_prices_new(const CoGrouping *g)
{
    CoDatedPrices *prices = g_new0(CoDatedPrices, 1);
    PriceArrays arrays = arrays_of(g, prices);
    for (int k = 0; k < 8; k++)
        *arrays.at[k] = g_new0(double, MAX(arrays.n[k], 1));
    return prices;
}

void co_dated_prices_free(CoDatedPrices *prices)
{
    if (prices == NULL)
        return;
    g_free(prices->item);
    g_free(prices->fm1);
    g_free(prices->room);
    g_free(prices->trainer);
    g_free(prices->load);
    g_free(prices->office);
    g_free(prices->heads);
    g_free(prices->cars);
    g_free(prices);
}

void co_dated_prices_clear(const CoGrouping *g, CoDatedPrices *prices)
{
    PriceArrays arrays = arrays_of(g, prices);
    for (int k = 0; k < 8; k++)
        memset(*arrays.at[k], 0, sizeof(double) * arrays.n[k]);
}

void co_dated_prices_mix(const CoGrouping *g, CoDatedPrices *to, const CoDatedPrices *from,
                         double share)
{
    CoDatedPrices source = *from;
    PriceArrays a = arrays_of(g, to), b = arrays_of(g, &source);
    for (int k = 0; k < 8; k++)
        for (size_t j = 0; j < a.n[k]; j++)
            (*a.at[k])[j] = share * (*b.at[k])[j] + (1 - share) * (*a.at[k])[j];
}

/* ---- one room ---- */

static double sum_over(const double *price, const CoSlotWord *slots, int n_words)
{
    double sum = 0;
    CO_BITS_EACH(slot, slots, n_words)
    sum += price[slot];
    return sum;
}

static bool any_positive(const double *price, int n)
{
    for (int k = 0; k < n; k++)
        if (price[k] > 0)
            return true;
    return false;
}

/* The trainers of the class's teams, each once. */
static void list_trainers(CoDatedPricer *pricer, const CoGrpClass *cls)
{
    pricer->n_trainers = 0;
    for (int t = 0; t < cls->n_teams * cls->team_size; t++) {
        int trainer = cls->teams[t / cls->team_size].trainer[t % cls->team_size];
        bool known = false;
        for (int k = 0; k < pricer->n_trainers; k++)
            known = known || pricer->trainers[k] == trainer;
        if (!known)
            pricer->trainers[pricer->n_trainers++] = trainer;
    }
}

static void prepare_room(CoDatedPricer *pricer, const CoDatedPrices *prices)
{
    const CoGrouping *g = pricer->g;
    const CoGrpClass *cls = &g->classes[pricer->class_idx];
    for (int k = 0; k < cls->n_items; k++) {
        const CoGrpItem *it = &g->items[cls->items[k]];
        bool allowed = it->room_ok[pricer->room];
        pricer->base[k] =
            allowed ? (double)it->cost[pricer->room * cls->n_profiles] - prices->item[cls->items[k]]
                    : INFINITY;
        pricer->office_hot[k] =
            (it->office >= 0 && it->n_service > 0 &&
             any_positive(prices->office + (size_t)it->office * (size_t)g->n_slots, g->n_slots)) ||
            (it->heads >= 0 &&
             any_positive(prices->heads + (size_t)it->heads * (size_t)g->n_slots, g->n_slots));
    }
    for (int t = 0; t < cls->n_teams; t++) {
        pricer->team_base[t] = (double)co_team_cost(g, pricer->class_idx, pricer->room, 0, t);
        for (int k = 0; k < cls->team_size; k++)
            pricer->team_base[t] += prices->load[cls->teams[t].trainer[k]] * cls->n_sync_slots;
    }
    list_trainers(pricer, cls);
    pricer->trainer_hot = any_positive(prices->trainer, g->n_trainers * g->n_slots) ||
                          any_positive(prices->office, g->n_offices * g->n_slots);
}

/* What the prices of R08 and R09 add when the item follows the pattern. */
static double office_price(const CoGrouping *g, const CoDatedPrices *prices, const CoGrpItem *it,
                           const CoGrpPattern *pattern)
{
    double sum = 0;
    if (it->office >= 0)
        sum += it->n_service * sum_over(prices->office + (size_t)it->office * (size_t)g->n_slots,
                                        pattern->slots, g->n_words);
    if (it->heads >= 0)
        sum += it->n_heads * sum_over(prices->heads + (size_t)it->heads * (size_t)g->n_slots,
                                      pattern->slots, g->n_words);
    return sum;
}

/* Travel of an item differs by profile; base[] holds profile 0. */
static double profile_shift(const CoGrpClass *cls, const CoGrpItem *it, int room, int profile)
{
    return profile == 0 ? 0
                        : (double)(it->cost[room * cls->n_profiles + profile] -
                                   it->cost[room * cls->n_profiles]);
}

static double item_value(const CoDatedPricer *pricer, const CoDatedPrices *prices, int position,
                         const CoGrpPattern *pattern)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    const CoGrpItem *it = &pricer->g->items[cls->items[position]];
    double value = pricer->base[position] + profile_shift(cls, it, pricer->room, pattern->profile);
    if (pricer->office_hot[position])
        value += office_price(pricer->g, prices, it, pattern);
    return value;
}

/* Value of the best members; INFINITY when the minimum cannot be reached. */
static double members_value(CoDatedPricer *pricer, const CoDatedPrices *prices, int p)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    const ClassFits *fits = &pricer->fits[pricer->class_idx];
    const uint64_t *words = fits->items + (size_t)p * (size_t)fits->item_words;
    int capacity = co_group_capacity(cls, pricer->room), n = 0, n_negative = 0;
    for (int w = 0; w < fits->item_words; w++)
        for (uint64_t word = words[w]; word != 0; word &= word - 1) {
            double v =
                item_value(pricer, prices, w * 64 + __builtin_ctzll(word), &cls->patterns[p]);
            if (v == INFINITY)
                continue;
            pricer->scratch[n++] = v;
            n_negative += v < 0;
        }
    if (n < cls->min_size || capacity < cls->min_size)
        return INFINITY;
    return co_dated_sum_least(pricer->scratch, n, CLAMP(n_negative, cls->min_size, capacity));
}

/* A group to be filled with members that are tied, each at its worth. */
static CoDatedSeats tied_seats(CoDatedPricer *pricer, const CoDatedPrices *prices, int p)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    const ClassFits *fits = &pricer->fits[pricer->class_idx];
    const uint64_t *words = fits->items + (size_t)p * (size_t)fits->item_words;
    for (int k = 0; k < cls->n_items; k++) {
        bool fit = (words[k >> 6] >> (k & 63)) & 1u;
        pricer->scratch[k] = fit ? item_value(pricer, prices, k, &cls->patterns[p]) : INFINITY;
    }
    return (CoDatedSeats){pricer->class_idx, pricer->room, cls->patterns[p].profile,
                          pricer->scratch, prices->cars};
}

static double trainer_price(const CoDatedPricer *pricer, const CoDatedPrices *prices, int t,
                            const CoGrpPattern *pattern)
{
    const CoGrouping *g = pricer->g;
    const CoGrpTrainer *trainer = &g->trainers[t];
    double sum =
        sum_over(prices->trainer + (size_t)t * (size_t)g->n_slots, pattern->slots, g->n_words);
    if (trainer->office >= 0 && trainer->service)
        sum += sum_over(prices->office + (size_t)trainer->office * (size_t)g->n_slots,
                        pattern->slots, g->n_words);
    return sum;
}

/* Prices of the class's trainers on the pattern: INFINITY for those who cannot teach it. */
static void price_trainers(CoDatedPricer *pricer, const CoDatedPrices *prices, int p)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    const ClassFits *fits = &pricer->fits[pricer->class_idx];
    const uint64_t *able = fits->trainers + (size_t)p * (size_t)fits->trainer_words;
    for (int k = 0; k < pricer->n_trainers; k++) {
        int t = pricer->trainers[k];
        bool fit = (able[t >> 6] >> (t & 63)) & 1u;
        double price =
            pricer->trainer_hot && fit ? trainer_price(pricer, prices, t, &cls->patterns[p]) : 0;
        pricer->trainer_price[t] = fit ? price : INFINITY;
    }
}

static double best_team(CoDatedPricer *pricer, const CoDatedPrices *prices, int p, int *which)
{
    const CoGrouping *g = pricer->g;
    const CoGrpClass *cls = &g->classes[pricer->class_idx];
    int profile = cls->patterns[p].profile;
    double best = INFINITY;
    price_trainers(pricer, prices, p);
    for (int t = 0; t < cls->n_teams; t++) {
        double value = pricer->team_base[t];
        for (int k = 0; k < cls->team_size; k++)
            value += pricer->trainer_price[cls->teams[t].trainer[k]];
        if (profile != 0 && value < INFINITY)
            value += (double)(co_team_cost(g, pricer->class_idx, pricer->room, profile, t) -
                              co_team_cost(g, pricer->class_idx, pricer->room, 0, t));
        if (value < best) {
            best = value;
            *which = t;
        }
    }
    return best;
}

/* Value of a bundle and its best team, members apart; INFINITY when it cannot be held. */
static double bundle_value(CoDatedPricer *pricer, const CoDatedPrices *prices, int p)
{
    const CoGrouping *g = pricer->g;
    const CoGrpClass *cls = &g->classes[pricer->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[p];
    int room = cls->rooms[pricer->room], team;
    if (co_bits_meet(g->room_busy[room], pattern->slots, g->n_words))
        return INFINITY;
    double value = best_team(pricer, prices, p, &team);
    if (value == INFINITY)
        return INFINITY;
    return value + (double)cls->group_cents +
           sum_over(prices->fm1, pattern->fm1_slots, g->n_words) +
           sum_over(prices->room + (size_t)room * (size_t)g->n_slots, pattern->slots, g->n_words);
}

static double price_singles(CoDatedPricer *pricer, const CoDatedPrices *prices)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    double best = INFINITY;
    for (int p = 0; p < cls->n_patterns; p++) {
        double value = bundle_value(pricer, prices, p);
        if (value < INFINITY)
            value += members_value(pricer, prices, p);
        if (value < best) {
            best = value;
            pricer->best = p;
        }
    }
    return best;
}

/* The bundle that looks best, among those not looked at closely. */
static int most_promising(const CoDatedPricer *pricer, int n_patterns)
{
    int pick = 0;
    for (int p = 1; p < n_patterns; p++)
        if (pricer->value[p] < pricer->value[pick])
            pick = p;
    return pick;
}

/* Bundles get a floor first; the knapsack is solved for those, best first, whose floor is below
 * the best group so far. */
static double price_tied(CoDatedPricer *pricer, const CoDatedPrices *prices)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    double best = INFINITY;
    for (int p = 0; p < cls->n_patterns; p++) {
        pricer->value[p] = bundle_value(pricer, prices, p);
        if (pricer->value[p] == INFINITY)
            continue;
        CoDatedSeats seats = tied_seats(pricer, prices, p);
        pricer->value[p] += co_dated_members_floor(pricer->members, &seats);
    }
    for (int k = 0; k < cls->n_patterns; k++) {
        int p = most_promising(pricer, cls->n_patterns);
        if (!(pricer->value[p] < best))
            break;
        CoDatedSeats seats = tied_seats(pricer, prices, p);
        double value = co_dated_members_best(pricer->members, &seats);
        if (value < INFINITY)
            value += bundle_value(pricer, prices, p);
        if (value < best) {
            best = value;
            pricer->best = p;
            pricer->n_best_who = co_dated_members_list(pricer->members, pricer->best_who);
        }
        pricer->value[p] = INFINITY;
    }
    return best;
}

double co_dated_price_room(CoDatedPricer *pricer, const CoDatedPrices *prices, int class_idx,
                           int room)
{
    pricer->class_idx = class_idx;
    pricer->room = room;
    pricer->best = -1;
    prepare_room(pricer, prices);
    return pricer->tied[class_idx] ? price_tied(pricer, prices) : price_singles(pricer, prices);
}

int64_t co_dated_price_work(CoDatedPricer *pricer, int class_idx)
{
    const CoGrpClass *cls = &pricer->g->classes[class_idx];
    int64_t cells = co_dated_members_take_cells(pricer->members);
    return 1 + (int64_t)cls->n_patterns * cls->n_items / 12000 + cells / 60000;
}

/* ---- the best group ---- */

static void fill_singles(CoDatedPricer *pricer, const CoDatedPrices *prices, CoDatedColumn *column)
{
    const CoGrpClass *cls = &pricer->g->classes[column->class_idx];
    const ClassFits *fits = &pricer->fits[column->class_idx];
    const CoGrpPattern *pattern = &cls->patterns[column->pattern];
    int capacity = MIN(co_group_capacity(cls, column->room), cls->n_items), n = 0;
    double *kept = pricer->scratch;
    int *who = pricer->who;
    for (int k = 0; k < cls->n_items; k++) {
        const uint64_t *words = fits->items + (size_t)column->pattern * (size_t)fits->item_words;
        if (!((words[k >> 6] >> (k & 63)) & 1u))
            continue;
        double v = item_value(pricer, prices, k, pattern);
        if (v == INFINITY || (n == capacity && kept[n - 1] <= v))
            continue;
        int spot = n < capacity ? n++ : n - 1;
        for (; spot > 0 && kept[spot - 1] > v; spot--) {
            kept[spot] = kept[spot - 1];
            who[spot] = who[spot - 1];
        }
        kept[spot] = v;
        who[spot] = k;
    }
    while (column->n_items < n && (kept[column->n_items] < 0 || column->n_items < cls->min_size)) {
        column->items[column->n_items] = cls->items[who[column->n_items]];
        column->n_items++;
    }
}

bool co_dated_take_best(CoDatedPricer *pricer, const CoDatedPrices *prices, CoDatedColumn *column)
{
    const CoGrpClass *cls = &pricer->g->classes[pricer->class_idx];
    if (pricer->best < 0)
        return false;
    *column = (CoDatedColumn){.class_idx = pricer->class_idx,
                              .room = pricer->room,
                              .pattern = pricer->best,
                              .team = -1,
                              .items = g_new(int, (size_t)MAX(cls->n_items, 1))};
    best_team(pricer, prices, pricer->best, &column->team);
    if (!pricer->tied[pricer->class_idx]) {
        fill_singles(pricer, prices, column);
        return true;
    }
    for (int k = 0; k < pricer->n_best_who; k++)
        column->items[column->n_items++] = cls->items[pricer->best_who[k]];
    return true;
}

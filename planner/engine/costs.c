/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tier 2 in tables: what a whole pattern costs an item or a trainer, by room and profile; and M,
 * above any cost. All in whole cents. */
#include "rule_models.h"

/* Cents per (thousandth of km x millionth of euro per km), round trip: 2 x 100 / 1e9. */
#define MILEAGE_DIVISOR 5000000

/* ---- dated rates ---- */

static CoRatePeriod rates_on(const CoCampaign *campaign, CoDay day)
{
    const CoParameters *parameters = &campaign->parameters;
    const CoRate *km_rate = co_trip_rate_on(campaign, "taux_km", day);
    return (CoRatePeriod){
        .km_rate_micro = km_rate == NULL ? parameters->km_rate_micro : km_rate->value_micro,
        .meal_cents = co_trip_cents_on(campaign, "repas", day, parameters->meal_cents),
        .meal_canteen_cents =
            co_trip_cents_on(campaign, "repas_restauration", day, parameters->meal_canteen_cents),
    };
}

static bool same_rates(const CoRatePeriod *a, const CoRatePeriod *b)
{
    return a->km_rate_micro == b->km_rate_micro && a->meal_cents == b->meal_cents &&
           a->meal_canteen_cents == b->meal_canteen_cents;
}

void co_costs_periods(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    int n_days = problem->grouping.n_slots / 2;
    problem->period_of_day = CO_ARENA_NEW(problem->arena, int, n_days);
    problem->periods = CO_ARENA_NEW(problem->arena, CoRatePeriod, n_days);
    problem->n_periods = 0;
    for (int d = 0; d < n_days; d++) {
        CoRatePeriod rates = rates_on(campaign, campaign->parameters.first_day + d);
        int p = 0;
        while (p < problem->n_periods && !same_rates(&problem->periods[p], &rates))
            p++;
        if (p == problem->n_periods)
            problem->periods[problem->n_periods++] = rates;
        problem->period_of_day[d] = p;
    }
    problem->n_periods = MAX(problem->n_periods, 1);
}

/* ---- trips of whole patterns ---- */

/* What one human from one place spends on a whole pattern, by [local room x profiles + profile]. */
typedef struct TripTable {
    int64_t *mileage, *meals; /* NULL: not asked yet */
    int n_items;
    int cluster; /* + 1; 0 = none */
} TripTable;

static void price_room(const CoEngineProblem *problem, const CoEngineClass *cls,
                       const CoPlace *from, int local_room, TripTable *table)
{
    const CoRoom *room = &problem->campaign->rooms[cls->rooms[local_room]];
    if (co_trip_same_commune(from, &room->place))
        return;
    int64_t km_milli = co_trip_way(problem->trips, from, cls->rooms[local_room]).km_milli;
    for (int profile = 0; profile < cls->patterns->n_profiles; profile++) {
        int at = local_room * cls->patterns->n_profiles + profile;
        const int *days = cls->patterns->profiles + profile * 2 * problem->n_periods;
        for (int p = 0; p < problem->n_periods; p++) {
            const CoRatePeriod *rates = &problem->periods[p];
            int64_t meal = room->canteen ? rates->meal_canteen_cents : rates->meal_cents;
            int64_t a_day = co_trip_round(km_milli * rates->km_rate_micro, MILEAGE_DIVISOR);
            table->mileage[at] += a_day * (days[2 * p] + days[2 * p + 1]);
            table->meals[at] += meal * days[2 * p];
        }
    }
}

static TripTable price_trips(CoEngineProblem *problem, int class_idx, const CoPlace *from)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    int n = cls->n_rooms * cls->patterns->n_profiles;
    TripTable table = {
        .mileage = CO_ARENA_NEW(problem->arena, int64_t, n),
        .meals = CO_ARENA_NEW(problem->arena, int64_t, n),
    };
    for (int r = 0; r < cls->n_rooms; r++)
        price_room(problem, cls, from, r, &table);
    return table;
}

/* ---- items ---- */

static const int64_t *item_cost(CoEngineProblem *problem, int item_idx, const TripTable *table)
{
    const CoGrpItem *grp = &problem->grp_items[item_idx];
    const CoEngineClass *cls = &problem->classes[grp->class_idx];
    int n = cls->n_rooms * cls->patterns->n_profiles, seats = problem->grouping.car_seats;
    int n_cars = seats > 0 ? (grp->n_persons + seats - 1) / seats : grp->n_persons;
    int64_t *cost = CO_ARENA_NEW(problem->arena, int64_t, n);
    for (int at = 0; at < n; at++)
        cost[at] = table->mileage[at] * n_cars + table->meals[at] * grp->n_persons;
    return cost;
}

static const CoPlace *post_of(const CoEngineProblem *problem, int item_idx)
{
    static const CoPlace nowhere = {.uai = "", .commune = "", .commune_code = "", .department = ""};
    int establishment_idx = problem->items[item_idx].establishment_idx;
    return establishment_idx < 0 ? &nowhere
                                 : &problem->campaign->establishments[establishment_idx].place;
}

/* Items of one establishment and class travel alike, and share cars: the first one met makes the
 * table of trips, the others find it. An item that has nobody to share with needs no cluster: its
 * own cost says all. */
static void price_class(CoEngineProblem *problem, int class_idx, int *n_clusters)
{
    const CoGrpClass *cls = &problem->grp_classes[class_idx];
    g_autofree TripTable *tables =
        g_new0(TripTable, (gsize)problem->campaign->n_establishments + 1);
    for (int i = 0; i < cls->n_items; i++) {
        int item = cls->items[i];
        CoGrpItem *grp = &problem->grp_items[item];
        TripTable *table = &tables[problem->items[item].establishment_idx + 1];
        if (table->mileage == NULL)
            *table = price_trips(problem, class_idx, post_of(problem, item));
        table->n_items++;
        grp->cost = item_cost(problem, item, table);
        grp->mileage = problem->grouping.car_seats > 0 ? table->mileage : NULL;
    }
    for (int i = 0; problem->grouping.car_seats > 0 && i < cls->n_items; i++) {
        TripTable *table = &tables[problem->items[cls->items[i]].establishment_idx + 1];
        if (table->n_items > 1 && table->cluster == 0)
            table->cluster = ++*n_clusters;
        problem->grp_items[cls->items[i]].cluster = table->cluster - 1;
    }
}

static void price_items(CoEngineProblem *problem)
{
    int n_clusters = 0;
    for (int c = 0; c < problem->grouping.n_classes; c++)
        price_class(problem, c, &n_clusters);
}

/* ---- trainers ---- */

static const int64_t *trainer_cost(CoEngineProblem *problem, int trainer_idx, int class_idx)
{
    const CoEngineClass *cls = &problem->classes[class_idx];
    TripTable table =
        price_trips(problem, class_idx, &problem->campaign->trainers[trainer_idx].place);
    for (int at = 0; at < cls->n_rooms * cls->patterns->n_profiles; at++)
        table.mileage[at] += table.meals[at];
    return table.mileage;
}

static void price_trainers(CoEngineProblem *problem)
{
    int n_classes = problem->grouping.n_classes;
    for (int t = 0; t < problem->grouping.n_trainers; t++) {
        const int64_t **cost = CO_ARENA_NEW(problem->arena, const int64_t *, n_classes);
        for (int c = 0; c < n_classes; c++)
            if (co_r06_may_teach(problem, t, c))
                cost[c] = trainer_cost(problem, t, c);
        problem->grp_trainers[t].cost = cost;
    }
}

/* ---- M ---- */

static int64_t dearest(const int64_t *cost, int n)
{
    int64_t most = 0;
    for (int i = 0; i < n; i++)
        most = MAX(most, cost[i]);
    return most;
}

static int64_t dearest_team(const CoEngineProblem *problem, int class_idx)
{
    const CoGrpClass *cls = &problem->grp_classes[class_idx];
    int n = cls->n_rooms * cls->n_profiles;
    int64_t first = 0, second = 0;
    for (int t = 0; t < problem->grouping.n_trainers; t++) {
        const int64_t *cost = problem->grp_trainers[t].cost[class_idx];
        int64_t most = cost == NULL ? 0 : dearest(cost, n);
        second = MAX(second, MIN(first, most));
        first = MAX(first, most);
    }
    return cls->team_size >= 2 ? first + second : first;
}

static int64_t most_groups(const CoEngineProblem *problem, int class_idx)
{
    const CoGrpClass *cls = &problem->grp_classes[class_idx];
    int n = problem->classes[class_idx].n_persons / MAX(cls->min_size, 1);
    if (cls->max_groups >= 0)
        n = MIN(n, cls->max_groups);
    return MAX(n, cls->min_groups);
}

static int64_t penalty_above_any_cost(const CoEngineProblem *problem)
{
    int64_t bound = 0;
    for (int i = 0; i < problem->grouping.n_items; i++) {
        const CoGrpItem *item = &problem->grp_items[i];
        const CoGrpClass *cls = &problem->grp_classes[item->class_idx];
        bound += dearest(item->cost, cls->n_rooms * cls->n_profiles);
    }
    for (int c = 0; c < problem->grouping.n_classes; c++)
        bound += most_groups(problem, c) *
                 (problem->grp_classes[c].group_cents + dearest_team(problem, c));
    return bound + 1;
}

void co_costs(CoEngineProblem *problem)
{
    price_items(problem);
    price_trainers(problem);
    problem->grouping.unplaced_penalty = penalty_above_any_cost(problem);
}

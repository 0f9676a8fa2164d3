/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each trip is worth by the scale of its day. */
#include "expense_lines.h"

#include <string.h>

#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (24 * MINUTES_PER_HOUR)
#define MILLI 1000
#define MICRO_EUROS_PER_CENT 10000
/* Thousandths of km x millionths of euro per km in one cent. */
#define MILEAGE_DIVISOR 10000000

CoTravelRight co_expenses_right(const CoPlace *post, const CoPlace *room)
{
    g_return_val_if_fail(post != NULL && room != NULL, CO_TRAVEL_COMMUNE_UNKNOWN);
    if (*post->uai != '\0' && strcmp(post->uai, room->uai) == 0)
        return CO_TRAVEL_AT_POST;
    if (co_trip_same_commune(post, room))
        return CO_TRAVEL_SAME_COMMUNE;
    return co_trip_communes_are_known(post, room) ? CO_TRAVEL_DUE : CO_TRAVEL_COMMUNE_UNKNOWN;
}

static int way_minutes(const CoWay *way, int64_t speed_micro)
{
    if (way->minutes > 0)
        return way->minutes;
    if (speed_micro <= 0)
        return 0;
    int64_t minutes =
        co_trip_round(way->km_milli * (MINUTES_PER_HOUR * CO_SCALE_MICRO / MILLI), speed_micro);
    return (int)MIN(minutes, MINUTES_PER_DAY);
}

static void set_hours(const CoScale *scale, CoExpenseLine *line)
{
    line->way_min = way_minutes(&line->way, co_scale_on(scale, CO_SCALE_SPEED, line->day));
    line->departure_min = MAX(line->start_min - line->way_min, 0);
    line->return_min = MIN(line->end_min + line->way_min, MINUTES_PER_DAY);
    line->overnight =
        co_expenses_is_paid(line) &&
        (line->departure_min < co_scale_minutes_on(scale, CO_SCALE_EARLIEST, line->day) ||
         line->return_min > co_scale_minutes_on(scale, CO_SCALE_LATEST, line->day));
}

/* ---- kilometres ---- */

static int year_of(CoDay day)
{
    int year;
    co_day_to_ymd(day, &year, NULL, NULL);
    return year;
}

/* Cuts a trip at the thresholds of the year: what lies under each of them, and above. */
static void cut_at_limits(const CoScale *scale, CoExpenseLine *line)
{
    int64_t first = co_scale_on(scale, CO_SCALE_LIMIT_1, line->day) / MILLI;
    int64_t second = MAX(co_scale_on(scale, CO_SCALE_LIMIT_2, line->day) / MILLI, first);
    int64_t before = line->year_km_milli, after = before + line->paid_km_milli;
    line->tier_km_milli[0] = MIN(after, first) - MIN(before, first);
    line->tier_km_milli[1] = CLAMP(after, first, second) - CLAMP(before, first, second);
    line->tier_km_milli[2] = MAX(after, second) - MAX(before, second);
}

static void set_mileage(const CoScale *scale, const CoExpenseLine *before, CoExpenseLine *line)
{
    bool goes_on = before != NULL && before->human_idx == line->human_idx &&
                   year_of(before->day) == year_of(line->day);
    bool is_driven = co_expenses_is_paid(line) && line->car != CO_CAR_PASSENGER;
    int power_class = co_scale_power_class(co_scale_on(scale, CO_SCALE_POWER, line->day));
    int64_t cost = 0;
    line->year_km_milli = goes_on ? before->year_km_milli + before->paid_km_milli : 0;
    line->paid_km_milli = is_driven ? line->way.km_milli + line->way.km_milli : 0;
    cut_at_limits(scale, line);
    for (int tier = 0; tier < CO_N_KM_TIERS; tier++) {
        line->tier_rate_micro[tier] =
            co_scale_on(scale, co_scale_km_item(power_class, tier), line->day);
        cost += line->tier_km_milli[tier] * line->tier_rate_micro[tier];
    }
    line->mileage_cents = co_trip_round(cost, MILEAGE_DIVISOR);
}

/* ---- meals ---- */

/* The stretch of a day between the first departure and the last return. */
typedef struct Absence {
    int departure_min, return_min;
    CoDay day;
} Absence;

static bool covers(const Absence *absence, const CoScale *scale, CoScaleItem start, CoScaleItem end)
{
    return absence->departure_min <= co_scale_minutes_on(scale, start, absence->day) &&
           absence->return_min >= co_scale_minutes_on(scale, end, absence->day);
}

static int64_t meal_micro(const CoScale *scale, CoMealKind kind, CoDay day)
{
    if (kind == CO_MEAL_NONE)
        return 0;
    return co_scale_on(scale, kind == CO_MEAL_FULL ? CO_SCALE_MEAL : CO_SCALE_MEAL_CANTEEN, day);
}

/* The meals of one human and day, on the first trip that has the right. */
static void set_meals(const CoCampaign *campaign, const CoScale *scale, CoExpenseLine *lines,
                      int first, int next)
{
    int last = next - 1;
    while (first < next && !co_expenses_is_paid(&lines[first]))
        first++;
    if (first == next)
        return;
    while (!co_expenses_is_paid(&lines[last]))
        last--;
    CoExpenseLine *line = &lines[first];
    Absence absence = {line->departure_min, line->return_min, line->day};
    for (int i = first + 1; i <= last; i++) {
        absence.departure_min = MIN(absence.departure_min, lines[i].departure_min);
        absence.return_min = MAX(absence.return_min, lines[i].return_min);
    }
    line->away_first = first;
    line->away_last = last;
    if (covers(&absence, scale, CO_SCALE_NOON_START, CO_SCALE_NOON_END))
        line->noon = campaign->rooms[line->room_idx].canteen ? CO_MEAL_REDUCED : CO_MEAL_FULL;
    if (covers(&absence, scale, CO_SCALE_EVENING_START, CO_SCALE_EVENING_END))
        line->evening = CO_MEAL_FULL;
    line->meal_cents = co_trip_round(meal_micro(scale, line->noon, line->day) +
                                         meal_micro(scale, line->evening, line->day),
                                     MICRO_EUROS_PER_CENT);
}

void co_expense_amounts(const CoCampaign *campaign, const CoScale *scale, CoExpenseLine *lines,
                        int n_lines)
{
    for (int i = 0; i < n_lines; i++) {
        CoExpenseLine *line = &lines[i];
        line->right = co_expenses_right(line->post, &campaign->rooms[line->room_idx].place);
        line->away_first = line->away_last = -1;
        set_hours(scale, line);
        set_mileage(scale, i > 0 ? &lines[i - 1] : NULL, line);
    }
    for (int first = 0, next; first < n_lines; first = next) {
        for (next = first; next < n_lines && lines[next].human_idx == lines[first].human_idx &&
                           lines[next].day == lines[first].day;)
            next++;
        set_meals(campaign, scale, lines, first, next);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trip.h"

#include <math.h>

#include "cohorte/text.h"

static const double earth_radius_km = 6371.0088;
static const int64_t micro = 1000000;

struct CoDistanceBook {
    const CoCampaign *campaign;
    GHashTable *rows; /* set of const CoDistance *, equal when origin and room are */
};

static guint hash_distance(gconstpointer key)
{
    const CoDistance *row = key;
    return g_str_hash(row->uai) * 31 + (guint)row->room_idx;
}

static gboolean is_same_distance(gconstpointer left, gconstpointer right)
{
    const CoDistance *a = left, *b = right;
    return a->room_idx == b->room_idx && g_str_equal(a->uai, b->uai);
}

CoDistanceBook *co_distance_book_new(const CoCampaign *campaign)
{
    CoDistanceBook *book = g_new(CoDistanceBook, 1);
    book->campaign = campaign;
    book->rows = g_hash_table_new(hash_distance, is_same_distance);
    for (int i = 0; i < campaign->n_distances; i++) {
        /* Of two rows on one trip the first stands, here as in co_check_trip(). */
        if (!g_hash_table_contains(book->rows, &campaign->distances[i]))
            g_hash_table_add(book->rows, &campaign->distances[i]);
    }
    return book;
}

void co_distance_book_free(CoDistanceBook *book)
{
    if (book == NULL)
        return;
    g_hash_table_unref(book->rows);
    g_free(book);
}

static double radians(double degrees)
{
    return degrees * G_PI / 180.0;
}

static double great_circle_km(const CoPlace *a, const CoPlace *b)
{
    double across = sin(radians(b->latitude - a->latitude) / 2);
    double along = sin(radians(b->longitude - a->longitude) / 2);
    double chord =
        across * across + cos(radians(a->latitude)) * cos(radians(b->latitude)) * along * along;
    return 2 * earth_radius_km * asin(MIN(1.0, sqrt(chord)));
}

static int64_t estimate_km_milli(const CoCampaign *campaign, const CoPlace *from, const CoPlace *to)
{
    if (!from->located || !to->located)
        return 0;
    double coefficient = (double)campaign->parameters.route_micro / (double)micro;
    return 1000 * (int64_t)floor(coefficient * great_circle_km(from, to) + 0.5);
}

int64_t co_distance_km_milli(const CoDistanceBook *book, const CoPlace *from, int room_idx)
{
    CoDistance key = {.uai = from->uai, .room_idx = room_idx};
    const CoDistance *row = g_hash_table_lookup(book->rows, &key);
    if (row != NULL && *from->uai != '\0')
        return row->km_milli;
    return estimate_km_milli(book->campaign, from, &book->campaign->rooms[room_idx].place);
}

/* Halves go away from zero; nothing here is negative, and the denominators are even. */
static int64_t round_half_away(int64_t numerator, int64_t denominator)
{
    return (numerator + denominator / 2) / denominator;
}

/* The rate of a day, as typed, x 1e6. */
static int64_t rate_on(const CoCampaign *campaign, const char *code, CoDay day, int64_t otherwise)
{
    const CoRate *best = NULL;
    for (int i = 0; i < campaign->n_rates; i++) {
        const CoRate *rate = &campaign->rates[i];
        bool holds =
            day >= rate->first_day && (rate->last_day == CO_DAY_NONE || day <= rate->last_day);
        if (!holds || !g_str_equal(rate->code, code))
            continue;
        if (best == NULL || rate->first_day >= best->first_day)
            best = rate;
    }
    return best != NULL ? best->value_micro : otherwise;
}

/* The arrondissements of the three cities fold into the city. */
static int64_t fold_commune_code(const char *code)
{
    static const struct {
        int first, last, city;
    } cities[] = {{75101, 75120, 75056}, {69381, 69389, 69123}, {13201, 13216, 13055}};
    int64_t number = g_ascii_strtoll(code, NULL, 10);
    for (size_t i = 0; i < G_N_ELEMENTS(cities); i++) {
        if (number >= cities[i].first && number <= cities[i].last)
            return cities[i].city;
    }
    return number;
}

/* A code is five characters, all digits but in Corsica ("2A004"). */
static bool is_same_code(const char *a, const char *b)
{
    if (g_ascii_strcasecmp(a, b) == 0)
        return true;
    bool numbers = strspn(a, "0123456789") == strlen(a) && strspn(b, "0123456789") == strlen(b);
    return numbers && fold_commune_code(a) == fold_commune_code(b);
}

static bool is_same_commune(const CoPlace *a, const CoPlace *b)
{
    if (*a->commune_code != '\0' && *b->commune_code != '\0')
        return is_same_code(a->commune_code, b->commune_code);
    if (*a->commune == '\0' || !g_str_equal(a->department, b->department))
        return false;
    /* Hyphens come and go with the source of a name. */
    g_autofree char *first = co_text_key(a->commune);
    g_autofree char *second = co_text_key(b->commune);
    return g_str_equal(first, second);
}

static int64_t meal_cents(const CoCampaign *campaign, const CoRoom *room, CoDay day)
{
    const CoParameters *parameters = &campaign->parameters;
    const char *code = room->canteen ? "repas_restauration" : "repas";
    int64_t cents = room->canteen ? parameters->meal_canteen_cents : parameters->meal_cents;
    return round_half_away(rate_on(campaign, code, day, cents * (micro / 100)), micro / 100);
}

CoTrip co_trip_price(const CoCampaign *campaign, const CoJourney *journey)
{
    CoTrip trip = {
        .km_milli = journey->km_milli,
        .km = round_half_away(journey->km_milli, 1000),
        .same_commune = is_same_commune(journey->from, &journey->room->place),
    };
    if (trip.same_commune)
        return trip;
    int64_t rate = rate_on(campaign, "taux_km", journey->day, campaign->parameters.km_rate_micro);
    /* 200 x km x rate, with km in thousandths and the rate in millionths. */
    trip.mileage_cents = round_half_away(journey->km_milli * rate, 5 * micro);
    if (journey->full_day)
        trip.meal_cents = meal_cents(campaign, journey->room, journey->day);
    return trip;
}

CoTrip co_check_trip(const CoCampaign *campaign, const CoPlace *from, int room_idx, CoDay day,
                     bool full_day)
{
    g_return_val_if_fail(campaign != NULL && from != NULL, (CoTrip){0});
    if (room_idx < 0 || room_idx >= campaign->n_rooms)
        return (CoTrip){0};
    const CoRoom *room = &campaign->rooms[room_idx];
    int64_t km_milli = estimate_km_milli(campaign, from, &room->place);
    for (int i = campaign->n_distances - 1; *from->uai != '\0' && i >= 0; i--) {
        const CoDistance *row = &campaign->distances[i];
        if (row->room_idx == room_idx && g_str_equal(row->uai, from->uai))
            km_milli = row->km_milli;
    }
    CoJourney journey = {from, room, day, full_day, km_milli};
    return co_trip_price(campaign, &journey);
}

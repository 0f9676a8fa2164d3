/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/trip.h"

#include <math.h>
#include <string.h>

#include "cohorte/text.h"

#define EARTH_RADIUS_KM 6371.0088
#define MICRO 1000000
#define MICRO_EUROS_PER_CENT 10000

struct CoTripBook {
    const CoCampaign *campaign;
    GHashTable *distances; /* set of const CoDistance *, equal when origin and room are */
};

static guint hash_distance(gconstpointer key)
{
    const CoDistance *distance = key;
    return g_str_hash(distance->uai) * 31 + (guint)distance->room_idx;
}

static gboolean same_trip(gconstpointer a, gconstpointer b)
{
    const CoDistance *left = a, *right = b;
    return left->room_idx == right->room_idx && strcmp(left->uai, right->uai) == 0;
}

CoTripBook *co_trip_book_new(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    CoTripBook *book = g_new(CoTripBook, 1);
    book->campaign = campaign;
    book->distances = g_hash_table_new(hash_distance, same_trip);
    /* Of two rows for one trip the first stands. */
    for (int i = campaign->n_distances - 1; i >= 0; i--)
        g_hash_table_replace(book->distances, &campaign->distances[i], &campaign->distances[i]);
    return book;
}

void co_trip_book_free(CoTripBook *book)
{
    if (book == NULL)
        return;
    g_hash_table_unref(book->distances);
    g_free(book);
}

static double radians(double degrees)
{
    return degrees * (G_PI / 180.0);
}

static double great_circle_km(const CoPlace *a, const CoPlace *b)
{
    double half_latitude = sin(radians(b->latitude - a->latitude) / 2.0);
    double half_longitude = sin(radians(b->longitude - a->longitude) / 2.0);
    double h = half_latitude * half_latitude + cos(radians(a->latitude)) *
                                                   cos(radians(b->latitude)) * half_longitude *
                                                   half_longitude;
    return 2.0 * EARTH_RADIUS_KM * asin(sqrt(MIN(h, 1.0)));
}

CoWay co_trip_way(const CoTripBook *book, const CoPlace *from, int room_idx)
{
    g_return_val_if_fail(book != NULL && from != NULL, (CoWay){0});
    g_return_val_if_fail(room_idx >= 0 && room_idx < book->campaign->n_rooms, (CoWay){0});
    const CoPlace *to = &book->campaign->rooms[room_idx].place;
    const CoDistance asked = {.uai = from->uai, .room_idx = room_idx};
    const CoDistance *known =
        *from->uai == '\0' ? NULL : g_hash_table_lookup(book->distances, &asked);
    if (known != NULL)
        return (CoWay){CO_WAY_TABLE, known->km_milli, known->minutes};
    if (!from->located || !to->located)
        return (CoWay){CO_WAY_UNKNOWN, 0, 0};
    double coefficient = (double)book->campaign->parameters.route_micro / MICRO;
    int64_t km = llround(coefficient * great_circle_km(from, to));
    return (CoWay){CO_WAY_ESTIMATE, km * 1000, 0};
}

/* ---- same commune ---- */

/* Cities whose arrondissements have codes of their own. */
static const struct {
    int city, first, last;
} cities[] = {{75056, 75101, 75120}, {69123, 69381, 69389}, {13055, 13201, 13216}};

/* @return the code as a number with arrondissements made the city; 0 unknown; Corsican codes (2A,
 * 2B) are no numbers and are compared as they are typed: -1 */
static int city_code(const char *code)
{
    char *end = NULL;
    if (*code == '\0')
        return 0;
    gint64 number = g_ascii_strtoll(code, &end, 10);
    if (*end != '\0' || number <= 0 || number > 99999)
        return -1;
    for (gsize i = 0; i < G_N_ELEMENTS(cities); i++)
        if (number >= cities[i].first && number <= cities[i].last)
            return cities[i].city;
    return (int)number;
}

static bool have_codes(const CoPlace *a, const CoPlace *b)
{
    return *a->commune_code != '\0' && *b->commune_code != '\0';
}

bool co_trip_same_commune(const CoPlace *a, const CoPlace *b)
{
    g_return_val_if_fail(a != NULL && b != NULL, false);
    if (have_codes(a, b)) {
        int left = city_code(a->commune_code), right = city_code(b->commune_code);
        if (left > 0 && right > 0)
            return left == right;
        return g_ascii_strcasecmp(a->commune_code, b->commune_code) == 0;
    }
    g_autofree char *left = co_text_key(a->commune), *right = co_text_key(b->commune);
    return *left != '\0' && strcmp(left, right) == 0 && strcmp(a->department, b->department) == 0;
}

bool co_trip_communes_are_known(const CoPlace *a, const CoPlace *b)
{
    g_return_val_if_fail(a != NULL && b != NULL, false);
    return have_codes(a, b) || (*a->commune != '\0' && *b->commune != '\0');
}

/* ---- money ---- */

const CoRate *co_trip_rate_on(const CoCampaign *campaign, const char *code, CoDay day)
{
    g_return_val_if_fail(campaign != NULL && code != NULL, NULL);
    const CoRate *found = NULL;
    for (int i = 0; i < campaign->n_rates; i++) {
        const CoRate *rate = &campaign->rates[i];
        if (strcmp(rate->code, code) != 0 || day < rate->first_day ||
            (rate->last_day != CO_DAY_NONE && day > rate->last_day))
            continue;
        if (found == NULL || rate->first_day >= found->first_day)
            found = rate;
    }
    return found;
}

int64_t co_trip_round(int64_t value, int64_t divisor)
{
    g_return_val_if_fail(divisor > 0, 0);
    return value >= 0 ? (value + divisor / 2) / divisor : -((-value + divisor / 2) / divisor);
}

int64_t co_trip_cents_on(const CoCampaign *campaign, const char *code, CoDay day, int64_t otherwise)
{
    const CoRate *rate = co_trip_rate_on(campaign, code, day);
    return rate == NULL ? otherwise : co_trip_round(rate->value_micro, MICRO_EUROS_PER_CENT);
}

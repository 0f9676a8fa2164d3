/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far it is from a post to a room: the table `distances`, else whole kilometres of great circle
 * times a coefficient. */
#include <math.h>
#include <string.h>

#include "cohorte/text.h"
#include "rule_models.h"

#define EARTH_RADIUS_KM 6371.0088
#define MICRO 1000000

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

void co_trips_index(CoEngineProblem *problem)
{
    const CoCampaign *campaign = problem->campaign;
    problem->distances = g_hash_table_new(hash_distance, same_trip);
    /* Of two rows for one trip the first stands. */
    for (int i = campaign->n_distances - 1; i >= 0; i--)
        g_hash_table_replace(problem->distances, &campaign->distances[i], &campaign->distances[i]);
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

int64_t co_trips_km_milli(const CoEngineProblem *problem, const CoPlace *from, int room_idx)
{
    const CoPlace *to = &problem->campaign->rooms[room_idx].place;
    CoDistance asked = {.uai = from->uai, .room_idx = room_idx};
    const CoDistance *known =
        *from->uai == '\0' ? NULL : g_hash_table_lookup(problem->distances, &asked);
    if (known != NULL)
        return known->km_milli;
    if (!from->located || !to->located)
        return 0;
    double coefficient = (double)problem->campaign->parameters.route_micro / MICRO;
    return llround(coefficient * great_circle_km(from, to)) * 1000;
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

bool co_trips_same_commune(const CoPlace *a, const CoPlace *b)
{
    if (*a->commune_code != '\0' && *b->commune_code != '\0') {
        int left = city_code(a->commune_code), right = city_code(b->commune_code);
        if (left > 0 && right > 0)
            return left == right;
        return g_ascii_strcasecmp(a->commune_code, b->commune_code) == 0;
    }
    g_autofree char *left = co_text_key(a->commune), *right = co_text_key(b->commune);
    return *left != '\0' && strcmp(left, right) == 0 && strcmp(a->department, b->department) == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

#include <math.h>
#include <string.h>

#include "cohorte/text.h"
#include "inputs/tables/numbers.h"

bool co_place_set_position(CoPlace *place, const char *latitude, const char *longitude)
{
    double north, east;
    if (!co_number_parse_degrees(latitude, &north) || !co_number_parse_degrees(longitude, &east))
        return false;
    if (fabs(north) > 90 || fabs(east) > 180 || (fabs(north) < 1e-9 && fabs(east) < 1e-9))
        return false;
    place->located = true;
    place->latitude = north;
    place->longitude = east;
    return true;
}

bool co_place_same_position(const CoPlace *a, const CoPlace *b)
{
    static const double near_degrees = 0.001;
    if (!a->located || !b->located)
        return true;
    return fabs(a->latitude - b->latitude) < near_degrees &&
           fabs(a->longitude - b->longitude) < near_degrees;
}

const char *co_place_five_digits(CoCampaign *campaign, const char *code)
{
    if (strlen(code) != 4 || strspn(code, "0123456789") != 4)
        return code;
    g_autofree char *whole = g_strconcat("0", code, NULL);
    return co_campaign_text(campaign, whole);
}

/* Corsica counts its two départements as 620 and 720 in a UAI. */
static void department_of_uai(const char *uai, char department[4])
{
    g_strlcpy(department, uai, 4);
    if (strcmp(department, "620") == 0)
        g_strlcpy(department, "02A", 4);
    else if (strcmp(department, "720") == 0)
        g_strlcpy(department, "02B", 4);
}

/* Of a commune code ("38185", "2A004", "97411"), or of a post code, which in Corsica begins with 20
 * and tells the south by 200 and 201. */
static void department_of_code(const char *code, bool is_post_code, char department[4])
{
    if (g_str_has_prefix(code, "97") || g_str_has_prefix(code, "98"))
        g_strlcpy(department, code, 4);
    else if (is_post_code && g_str_has_prefix(code, "20"))
        g_strlcpy(department, code[2] == '0' || code[2] == '1' ? "02A" : "02B", 4);
    else
        g_snprintf(department, 4, "0%.2s", code);
}

const char *co_place_department(CoCampaign *campaign, const CoPlace *place)
{
    enum { CODE_LENGTH = 5 };
    char department[4] = "";
    if (co_uai_is_valid(place->uai))
        department_of_uai(place->uai, department);
    else if (strlen(place->commune_code) == CODE_LENGTH)
        department_of_code(place->commune_code, false, department);
    else if (strlen(place->post_code) == CODE_LENGTH)
        department_of_code(place->post_code, true, department);
    return co_campaign_text(campaign, department);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "territories.h"

#include <glib.h>

#include <string.h>

#include "cohorte/text.h"

enum { MAINLAND, ALSACE_MOSELLE };

static const struct {
    CoTerritoryFacts facts;
    const char *academy;     /* co_academy_key(), NULL: none of its own */
    const char *departments; /* '|' around each */
} territories[] = {
    [MAINLAND] = {{"m\u00e9tropole", "metropole", "Europe/Paris"}, NULL, ""},
    [ALSACE_MOSELLE] = {{"Alsace-Moselle", "alsace moselle", "Europe/Paris"},
                        "strasbourg",
                        "|057|067|068|"},
    {{"Guadeloupe", "guadeloupe", "America/Guadeloupe"}, "guadeloupe", "|971|"},
    {{"Martinique", "martinique", "America/Martinique"}, "martinique", "|972|"},
    {{"Guyane", "guyane", "America/Cayenne"}, "guyane", "|973|"},
    {{"La R\u00e9union", "la reunion", "Indian/Reunion"}, "reunion", "|974|"},
    {{"Mayotte", "mayotte", "Indian/Mayotte"}, "mayotte", "|976|"},
    {{"Saint-Pierre-et-Miquelon", "saint pierre et miquelon", "America/Miquelon"},
     "saint pierre et miquelon",
     "|975|"},
    {{"Saint-Barth\u00e9lemy", "saint barthelemy", "America/Guadeloupe"}, NULL, "|977|"},
    {{"Saint-Martin", "saint martin", "America/Guadeloupe"}, NULL, "|978|"},
    {{"Wallis-et-Futuna", "wallis et futuna", "Pacific/Wallis"}, "wallis et futuna", "|986|"},
    {{"Polyn\u00e9sie fran\u00e7aise", "polynesie francaise", "Pacific/Tahiti"},
     "polynesie",
     "|987|"},
    {{"Nouvelle-Cal\u00e9donie", "nouvelle caledonie", "Pacific/Noumea"},
     "nouvelle caledonie",
     "|988|"},
};

static void cut_prefix(char *key, const char *prefix)
{
    if (!g_str_has_prefix(key, prefix))
        return;
    size_t n = strlen(prefix);
    memmove(key, key + n, strlen(key + n) + 1);
}

char *co_academy_key(const char *name)
{
    static const char *const prefixes[] = {
        "academie ", "vice rectorat ", "rectorat ", "de ", "du ", "des ", "d ", "l ", "la "};
    char *key = co_text_key(name);
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        cut_prefix(key, prefixes[i]);
    if (strcmp(key, "polynesie francaise") == 0)
        key[strlen("polynesie")] = '\0';
    return key;
}

const CoTerritoryFacts *co_territory_of_academy(const char *name)
{
    g_autofree char *key = co_academy_key(name);
    for (size_t i = 0; i < G_N_ELEMENTS(territories); i++)
        if (g_strcmp0(territories[i].academy, key) == 0)
            return &territories[i].facts;
    return co_territory_mainland();
}

const CoTerritoryFacts *co_territory_of_department(const char *department)
{
    g_autofree char *item = g_strdup_printf("|%s|", department);
    for (size_t i = 0; i < G_N_ELEMENTS(territories); i++)
        if (*department != '\0' && strstr(territories[i].departments, item) != NULL)
            return &territories[i].facts;
    return co_territory_mainland();
}

const CoTerritoryFacts *co_territory_mainland(void)
{
    return &territories[MAINLAND].facts;
}

const CoTerritoryFacts *co_territory_alsace_moselle(void)
{
    return &territories[ALSACE_MOSELLE].facts;
}

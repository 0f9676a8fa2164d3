/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/calendars/territories.h"

#include <glib.h>

static void assert_academy(const char *name, const char *holidays, const char *clock)
{
    const CoTerritoryFacts *facts = co_territory_of_academy(name);
    g_assert_cmpstr(facts->holidays, ==, holidays);
    g_assert_cmpstr(facts->clock, ==, clock);
}

static void test_academies_are_known_in_every_spelling(void)
{
    assert_academy("Grenoble", "metropole", "Europe/Paris");
    assert_academy("", "metropole", "Europe/Paris");
    assert_academy("Académie de Strasbourg", "alsace moselle", "Europe/Paris");
    assert_academy("Nancy-Metz", "metropole", "Europe/Paris");
    assert_academy("Corse", "metropole", "Europe/Paris");
    assert_academy("La Réunion", "la reunion", "Indian/Reunion");
    assert_academy("REUNION", "la reunion", "Indian/Reunion");
    assert_academy("Académie de La Réunion", "la reunion", "Indian/Reunion");
    assert_academy("Guadeloupe", "guadeloupe", "America/Guadeloupe");
    assert_academy("Martinique", "martinique", "America/Martinique");
    assert_academy("Guyane", "guyane", "America/Cayenne");
    assert_academy("Mayotte", "mayotte", "Indian/Mayotte");
    assert_academy("Polynésie", "polynesie francaise", "Pacific/Tahiti");
    assert_academy("Vice-rectorat de la Polynésie française", "polynesie francaise",
                   "Pacific/Tahiti");
    assert_academy("Saint Pierre et Miquelon", "saint pierre et miquelon", "America/Miquelon");
}

static void test_departments_tell_more_than_academies(void)
{
    g_assert_cmpstr(co_territory_of_department("057")->holidays, ==, "alsace moselle");
    g_assert_cmpstr(co_territory_of_department("054")->holidays, ==, "metropole");
    g_assert_cmpstr(co_territory_of_department("974")->holidays, ==, "la reunion");
    g_assert_cmpstr(co_territory_of_department("978")->holidays, ==, "saint martin");
    g_assert_cmpstr(co_territory_of_department("")->holidays, ==, "metropole");
    g_assert_cmpstr(co_territory_of_department("05")->holidays, ==, "metropole");
}

static void test_keys_of_academies_leave_the_small_words_out(void)
{
    static const struct {
        const char *name, *key;
    } cases[] = {{"Académie d'Aix-Marseille", "aix marseille"},
                 {"Académie de l'Île", "ile"},
                 {"Lyon", "lyon"},
                 {"Dijon", "dijon"},
                 {"Polynésie française", "polynesie"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *key = co_academy_key(cases[i].name);
        g_assert_cmpstr(key, ==, cases[i].key);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/territories/academies", test_academies_are_known_in_every_spelling);
    g_test_add_func("/territories/departments", test_departments_tell_more_than_academies);
    g_test_add_func("/territories/keys", test_keys_of_academies_leave_the_small_words_out);
    return g_test_run();
}

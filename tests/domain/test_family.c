/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/family.h"

static void test_types_fall_into_families(void)
{
    g_assert_cmpint(co_place_family("CLG"), ==, CO_FAMILY_COLLEGE);
    g_assert_cmpint(co_place_family("Collège"), ==, CO_FAMILY_COLLEGE);
    g_assert_cmpint(co_place_family("Lycée polyvalent"), ==, CO_FAMILY_LYCEE);
    g_assert_cmpint(co_place_family("LPO, support de GRETA"), ==, CO_FAMILY_LYCEE);
    g_assert_cmpint(co_place_family("LYCEE PROFESSIONNEL"), ==, CO_FAMILY_VOCATIONAL);
    g_assert_cmpint(co_place_family("ETABLISSEMENT REGIONAL D'ENSEIGNT ADAPTE"), ==,
                    CO_FAMILY_EREA);
    g_assert_cmpint(co_place_family("Rectorat"), ==, CO_FAMILY_OTHER);
    g_assert_cmpint(co_place_family(""), ==, CO_FAMILY_OTHER);
}

static void test_every_family_but_the_others_has_a_name_of_its_own(void)
{
    g_assert_null(co_place_family_label(CO_FAMILY_OTHER));
    for (int family = CO_FAMILY_COLLEGE; family <= CO_FAMILY_EREA; family++)
        g_assert_cmpint(co_place_family(co_place_family_label((CoFamily)family)), ==, family);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/family/types", test_types_fall_into_families);
    g_test_add_func("/family/labels", test_every_family_but_the_others_has_a_name_of_its_own);
    return g_test_run();
}

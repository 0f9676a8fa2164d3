/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/owners.h"

static void test_rows_stand_by_owner_in_their_own_order(void)
{
    static const int owner[] = {2, 0, -1, 2, 0, 2};
    static const int wanted[] = {1, 4, 0, 3, 5}, places[] = {0, 2, 2, 5};
    g_autofree int *first = NULL;
    g_autofree int *rows = co_rows_by_owner(owner, G_N_ELEMENTS(owner), 3, &first);
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_cmpint(rows[i], ==, wanted[i]);
    for (size_t o = 0; o < G_N_ELEMENTS(places); o++)
        g_assert_cmpint(first[o], ==, places[o]);
}

static void test_no_rows_and_no_owners_are_allowed(void)
{
    g_autofree int *first = NULL, *none = NULL;
    g_autofree int *rows = co_rows_by_owner(NULL, 0, 2, &first);
    g_assert_cmpint(first[2], ==, 0);
    g_autofree int *nobody = co_rows_by_owner(NULL, 0, 0, &none);
    g_assert_cmpint(none[0], ==, 0);
    g_assert_nonnull(rows);
    g_assert_nonnull(nobody);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/owners/order", test_rows_stand_by_owner_in_their_own_order);
    g_test_add_func("/owners/nothing", test_no_rows_and_no_owners_are_allowed);
    return g_test_run();
}

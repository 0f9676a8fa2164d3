/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs/identity/keys.h"

#include "cohorte/text.h"

static void test_names_are_found_however_typed(void)
{
    g_autoptr(CoKeys) keys = co_keys_new(co_text_key);
    g_assert_true(co_keys_add(keys, "Adjoint-gestionnaire", 3, 7));
    g_assert_cmpint(co_keys_find(keys, "ADJOINT  gestionnaire"), ==, 3);
    g_assert_cmpint(co_keys_find(keys, "ADJOINT  gestionnaire"), ==, 3);
    g_assert_cmpint(co_keys_line(keys, "adjoint gestionnaire"), ==, 7);
    g_assert_cmpint(co_keys_find(keys, "adjoint"), ==, -1);
}

static void test_the_first_of_two_alike_stands(void)
{
    g_autoptr(CoKeys) keys = co_keys_new(co_text_fold);
    g_assert_true(co_keys_add(keys, "S01", 0, 2));
    g_assert_false(co_keys_add(keys, "s01 ", 1, 3));
    g_assert_cmpint(co_keys_find(keys, "S01"), ==, 0);
    g_assert_cmpint(co_keys_line(keys, "s01"), ==, 2);
    g_assert_false(co_keys_add(keys, " ", 2, 4));
}

static void test_a_name_looked_up_too_early_is_found_once_added(void)
{
    g_autoptr(CoKeys) keys = co_keys_new(NULL);
    g_assert_cmpint(co_keys_find(keys, "V8"), ==, -1);
    g_assert_true(co_keys_add(keys, "V8", 0, 0));
    g_assert_cmpint(co_keys_find(keys, "V8"), ==, 0);
    g_assert_cmpint(co_keys_find(keys, "v8"), ==, -1);
}

static void test_the_closest_name_is_near_or_none(void)
{
    g_autoptr(CoKeys) keys = co_keys_new(co_text_key);
    co_keys_add(keys, "secrétaire général", 0, 0);
    co_keys_add(keys, "secrétaire de gestion", 1, 0);
    g_assert_cmpstr(co_keys_closest(keys, "secretère géneral"), ==, "secrétaire général");
    g_assert_cmpstr(co_keys_closest(keys, "jardinier"), ==, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/keys/find", test_names_are_found_however_typed);
    g_test_add_func("/keys/twice", test_the_first_of_two_alike_stands);
    g_test_add_func("/keys/early", test_a_name_looked_up_too_early_is_found_once_added);
    g_test_add_func("/keys/closest", test_the_closest_name_is_near_or_none);
    return g_test_run();
}

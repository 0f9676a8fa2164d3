/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/rules.h"

#include <glib.h>

#include <string.h>

static void test_every_rule_has_its_number_as_id(void)
{
    for (int rule = CO_R01; rule < CO_RULE_END; rule++) {
        g_autofree char *id = g_strdup_printf("R%02d", rule);
        g_assert_cmpstr(co_rule_id((CoRule)rule), ==, id);
    }
    g_assert_cmpint(CO_RULE_END, ==, 19);
}

static void test_every_rule_has_a_name_of_its_own_fit_for_a_function(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (int rule = CO_R01; rule < CO_RULE_END; rule++) {
        const char *name = co_rule_name((CoRule)rule);
        g_assert_cmpuint(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==, strlen(name));
        g_assert_cmpuint(strlen(name), >, 0);
        g_assert_true(g_hash_table_add(seen, (gpointer)name));
    }
    g_assert_cmpstr(co_rule_name(CO_R08), ==, "continuity");
}

static void test_what_is_no_rule_is_told_apart(void)
{
    g_assert_cmpstr(co_rule_id((CoRule)0), ==, "R00");
    g_assert_cmpstr(co_rule_id(CO_RULE_END), ==, "R00");
    g_assert_cmpstr(co_rule_id((CoRule)1000), ==, "R00");
    g_assert_cmpstr(co_rule_name((CoRule)0), ==, "none");
    g_assert_cmpstr(co_rule_name(CO_RULE_END), ==, "none");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rules/id/number", test_every_rule_has_its_number_as_id);
    g_test_add_func("/rules/name/own", test_every_rule_has_a_name_of_its_own_fit_for_a_function);
    g_test_add_func("/rules/id/none", test_what_is_no_rule_is_told_apart);
    return g_test_run();
}

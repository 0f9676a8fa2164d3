/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/front/json.h"

#include <math.h>

static void test_an_empty_document_is_an_empty_object(void)
{
    g_autoptr(CoJson) json = co_json_new();
    g_assert_cmpint(co_json_depth(json), ==, 1);
    g_assert_cmpstr(co_json_finish(json), ==, "{}\n");
}

static void test_values_of_every_kind_stand_under_their_keys(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_text(json, "nom", "Décize");
    co_json_integer(json, "nombre", -12);
    co_json_number(json, "ecart", 0.0037);
    co_json_boolean(json, "oui", true);
    co_json_null(json, "rien");
    g_assert_cmpstr(co_json_finish(json), ==,
                    "{\n  \"nom\": \"Décize\",\n  \"nombre\": -12,\n  \"ecart\": 0.003700,\n"
                    "  \"oui\": true,\n  \"rien\": null\n}\n");
}

static void test_characters_that_json_reserves_are_escaped(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_text(json, "t", "\"a\\b\"\n\t\033[31m\x7f");
    g_assert_cmpstr(co_json_finish(json), ==,
                    "{\n  \"t\": \"\\\"a\\\\b\\\"\\n\\u0009\\u001b[31m\\u007f\"\n}\n");
}

static void test_text_that_is_not_utf8_is_mended(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_text(json, "t", "caf\xe9");
    g_assert_cmpstr(co_json_finish(json), ==, "{\n  \"t\": \"caf\xef\xbf\xbd\"\n}\n");
}

static void test_no_text_and_no_number_are_null(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_text(json, "t", NULL);
    co_json_number(json, "n", (double)NAN);
    co_json_number(json, "i", (double)INFINITY);
    g_assert_cmpstr(co_json_finish(json), ==,
                    "{\n  \"t\": null,\n  \"n\": null,\n  \"i\": null\n}\n");
}

static void test_levels_nest_and_what_is_open_is_closed_at_the_end(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_begin_array(json, "liste");
    co_json_integer(json, NULL, 1);
    co_json_begin_object(json, NULL);
    co_json_boolean(json, "b", false);
    g_assert_cmpint(co_json_depth(json), ==, 3);
    g_assert_cmpstr(co_json_finish(json), ==,
                    "{\n  \"liste\": [\n    1,\n    {\n      \"b\": false\n    }\n  ]\n}\n");
}

static void test_an_empty_level_takes_no_line(void)
{
    g_autoptr(CoJson) json = co_json_new();
    co_json_begin_array(json, "a");
    co_json_end(json);
    co_json_begin_object(json, "o");
    co_json_end(json);
    g_assert_cmpstr(co_json_finish(json), ==, "{\n  \"a\": [],\n  \"o\": {}\n}\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/empty", test_an_empty_document_is_an_empty_object);
    g_test_add_func("/json/kinds", test_values_of_every_kind_stand_under_their_keys);
    g_test_add_func("/json/escapes", test_characters_that_json_reserves_are_escaped);
    g_test_add_func("/json/not_utf8", test_text_that_is_not_utf8_is_mended);
    g_test_add_func("/json/null", test_no_text_and_no_number_are_null);
    g_test_add_func("/json/nested", test_levels_nest_and_what_is_open_is_closed_at_the_end);
    g_test_add_func("/json/empty_levels", test_an_empty_level_takes_no_line);
    return g_test_run();
}

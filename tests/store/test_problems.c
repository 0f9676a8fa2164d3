/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "store_fixture.h"

static CoProblemList *through_the_file(const char *path, const CoProblemList *problems)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(3, 0);
    g_autoptr(CoStore) store = fixture_create(path);
    g_autoptr(GError) error = NULL;
    g_assert_true(co_store_save_campaign(store, campaign, problems, &error));
    g_assert_no_error(error);
    CoProblemList *loaded = co_store_load_problems(store, &error);
    g_assert_no_error(error);
    return loaded;
}

static void test_every_field_comes_back_in_order(const Fixture *fixture)
{
    g_autoptr(CoProblemList) problems = fixture_problems(200);
    g_autoptr(CoProblemList) loaded = through_the_file(fixture->path, problems);
    fixture_assert_same_problems(problems, loaded);
}

static void test_those_only_counted_are_still_counted(const Fixture *fixture)
{
    g_autoptr(CoProblemList) problems = fixture_problems(10050);
    g_assert_cmpuint(co_problem_list_size(problems), ==, 10001);
    g_autoptr(CoProblemList) loaded = through_the_file(fixture->path, problems);
    fixture_assert_same_problems(problems, loaded);
}

static void test_no_list_is_an_empty_list(const Fixture *fixture)
{
    g_autoptr(CoProblemList) loaded = through_the_file(fixture->path, NULL);
    g_assert_cmpuint(co_problem_list_size(loaded), ==, 0);
}

static void test_the_next_import_replaces_the_list(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(3, 0);
    g_autoptr(CoProblemList) many = fixture_problems(10050);
    g_autoptr(CoProblemList) few = fixture_problems(4);
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_assert_true(co_store_save_campaign(store, campaign, many, NULL));
    g_assert_true(co_store_save_campaign(store, campaign, few, NULL));
    g_autoptr(CoProblemList) loaded = co_store_load_problems(store, NULL);
    fixture_assert_same_problems(few, loaded);
}

static void test_before_an_import_there_is_no_list(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_load_problems(store, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_CAMPAIGN);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/problems/every field comes back, in order",
                     test_every_field_comes_back_in_order);
    fixture_add_test("/store/problems/those only counted are still counted",
                     test_those_only_counted_are_still_counted);
    fixture_add_test("/store/problems/no list is an empty list", test_no_list_is_an_empty_list);
    fixture_add_test("/store/problems/the next import replaces the list",
                     test_the_next_import_replaces_the_list);
    fixture_add_test("/store/problems/before an import there is no list",
                     test_before_an_import_there_is_no_list);
    return g_test_run();
}

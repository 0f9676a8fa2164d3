/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "store_fixture.h"

static void assert_round_trip(const char *path, const CoCampaign *campaign)
{
    g_autoptr(CoStore) store = fixture_create(path);
    fixture_save(store, campaign);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(campaign, loaded, false);
    g_clear_pointer(&store, co_store_close);

    g_autoptr(CoStore) reader = fixture_open(path, CO_STORE_READ);
    g_autoptr(CoCampaign) again = fixture_load(reader);
    fixture_assert_same_campaign(loaded, again, true);
}

static void test_every_field_comes_back(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_full_campaign();
    assert_round_trip(fixture->path, campaign);
}

static void test_a_real_size_comes_back(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(233, 0);
    assert_round_trip(fixture->path, campaign);
}

static void test_an_empty_campaign_comes_back(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_finish(campaign);
    assert_round_trip(fixture->path, campaign);
}

static void test_saving_again_replaces_all(const Fixture *fixture)
{
    g_autoptr(CoCampaign) full = fixture_full_campaign();
    g_autoptr(CoCampaign) small = fixture_campaign(10, 1);
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    fixture_save(store, full);
    fixture_save(store, small);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(small, loaded, false);
}

static void test_saving_what_was_loaded_changes_nothing(const Fixture *fixture)
{
    g_autoptr(CoCampaign) full = fixture_full_campaign();
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    fixture_save(store, full);
    g_autoptr(CoCampaign) first = fixture_load(store);
    fixture_save(store, first);
    g_autoptr(CoCampaign) second = fixture_load(store);
    fixture_assert_same_campaign(first, second, true);
}

static void test_the_callers_campaign_gets_no_id(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(3, 0);
    fixture_make_file(fixture->path, campaign);
    for (int i = 0; i < campaign->n_people; i++)
        g_assert_cmpstr(campaign->people[i].id, ==, "");
}

static void test_nothing_imported_is_told(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_load_campaign(store, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_CAMPAIGN);
}

static void test_a_code_given_twice_is_refused_whole(const Fixture *fixture)
{
    g_autoptr(CoCampaign) before = fixture_campaign(5, 0);
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    fixture_save(store, before);
    g_autoptr(CoCampaign) twice = fixture_campaign(9, 1);
    twice->rooms[1].code = twice->rooms[0].code;
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_campaign(store, twice, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_IO);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    fixture_assert_same_campaign(before, loaded, false);
}

/* Tables of the file, less `identities`, that hold @p name anywhere; problems quote cells. */
static void assert_only_identities_hold(const char *path, const char *name)
{
    g_autofree char *tables =
        fixture_sql(path, "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'"
                          " AND name NOT IN ('identities', 'problems')");
    g_auto(GStrv) names = g_strsplit(tables, ",", -1);
    for (int i = 0; names[i] != NULL; i++) {
        g_autofree char *list =
            g_strdup_printf("SELECT group_concat('instr(\"' || name || '\", ''%s'')', ' + ')"
                            " FROM pragma_table_info('%s')",
                            name, names[i]);
        g_autofree char *sum = fixture_sql(path, list);
        g_autofree char *query = g_strdup_printf("SELECT total(%s) FROM %s", sum, names[i]);
        fixture_assert_sql(path, query, "0.0");
    }
}

static void test_names_are_in_one_table_only(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_full_campaign();
    fixture_make_file(fixture->path, campaign);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_WRITE);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_autoptr(CoPlan) plan = fixture_plan(loaded, 0);
    g_assert_true(co_store_save_plan(store, loaded, plan, NULL, NULL));
    g_clear_pointer(&store, co_store_close);

    const char *names[] = {"Rivière", "Noémie", "iviere@", "noemie2", "Mézière", "meziere"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        assert_only_identities_hold(fixture->path, names[i]);
    fixture_assert_sql(fixture->path, "SELECT count(*) FROM identities", "4");
}

static void test_a_person_can_be_erased(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_full_campaign();
    fixture_make_file(fixture->path, campaign);
    fixture_assert_sql(fixture->path, "DELETE FROM identities WHERE ref = 'P0001'", NULL);
    g_autoptr(CoStore) store = fixture_open(fixture->path, CO_STORE_READ);
    g_autoptr(CoCampaign) loaded = fixture_load(store);
    g_assert_cmpstr(loaded->people[0].id, ==, "P0001");
    g_assert_cmpstr(loaded->people[0].last_name, ==, "");
    g_assert_cmpstr(loaded->people[2].last_name, ==, "Rivière-Çelik");
}

static void test_a_trainer_who_left_leaves_no_name(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(4, 0);
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    fixture_save(store, campaign);
    campaign->n_trainers--;
    fixture_save(store, campaign);
    g_clear_pointer(&store, co_store_close);
    fixture_assert_sql(fixture->path, "SELECT count(*) FROM identities WHERE kind = 'trainer'",
                       "7");
}

static void test_no_byte_of_an_erased_name_is_left(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(4, 0);
    campaign->trainers[0].last_name = "Introuvable";
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    fixture_save(store, campaign);
    campaign->trainers[0].last_name = "Autre";
    fixture_save(store, campaign);
    g_clear_pointer(&store, co_store_close);
    g_assert_false(fixture_file_holds(fixture->path, "Introuvable"));
    g_assert_true(fixture_file_holds(fixture->path, "Autre"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/campaign/every field comes back", test_every_field_comes_back);
    fixture_add_test("/store/campaign/a real size comes back", test_a_real_size_comes_back);
    fixture_add_test("/store/campaign/an empty campaign comes back",
                     test_an_empty_campaign_comes_back);
    fixture_add_test("/store/campaign/saving again replaces all", test_saving_again_replaces_all);
    fixture_add_test("/store/campaign/saving what was loaded changes nothing",
                     test_saving_what_was_loaded_changes_nothing);
    fixture_add_test("/store/campaign/the caller's campaign gets no id",
                     test_the_callers_campaign_gets_no_id);
    fixture_add_test("/store/campaign/nothing imported is told", test_nothing_imported_is_told);
    fixture_add_test("/store/campaign/a code given twice is refused whole",
                     test_a_code_given_twice_is_refused_whole);
    fixture_add_test("/store/campaign/names are in one table only",
                     test_names_are_in_one_table_only);
    fixture_add_test("/store/campaign/a person can be erased", test_a_person_can_be_erased);
    fixture_add_test("/store/campaign/no byte of an erased name is left",
                     test_no_byte_of_an_erased_name_is_left);
    fixture_add_test("/store/campaign/a trainer who left leaves no name",
                     test_a_trainer_who_left_leaves_no_name);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>

#include <string.h>

#include "store_fixture.h"

typedef struct Loaded {
    CoStore *store;
    CoCampaign *campaign;
} Loaded;

static Loaded start(const Fixture *fixture)
{
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    Loaded loaded = {.store = fixture_create(fixture->path)};
    fixture_save(loaded.store, campaign);
    loaded.campaign = fixture_load(loaded.store);
    return loaded;
}

static void stop(Loaded *loaded)
{
    co_store_close(loaded->store);
    co_campaign_free(loaded->campaign);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loaded, stop)

static int save(const Loaded *loaded, const CoPlan *plan)
{
    g_autoptr(GError) error = NULL;
    int version = -5;
    co_store_save_plan(loaded->store, loaded->campaign, plan, &version, &error);
    g_assert_no_error(error);
    return version;
}

static void assert_plan_fails(const Loaded *loaded, int version, CoStoreError code)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_store_load_plan(loaded->store, loaded->campaign, version, &error));
    g_assert_error(error, CO_STORE_ERROR, (int)code);
}

static void test_every_field_comes_back(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    for (int variant = 0; variant < 2; variant++) {
        g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, variant);
        g_assert_cmpint(save(&loaded, plan), ==, variant + 1);
        g_autoptr(CoPlan) found =
            co_store_load_plan(loaded.store, loaded.campaign, variant + 1, NULL);
        fixture_assert_same_plan(plan, found);
        g_assert_cmpint(found->version, ==, variant + 1);
    }
}

static void test_a_plan_of_nothing_comes_back(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(CoPlan) plan = co_plan_new();
    g_autofree char *digest = co_campaign_digest(loaded.campaign);
    g_strlcpy(plan->digest, digest, sizeof plan->digest);
    save(&loaded, plan);
    g_autoptr(CoPlan) found = co_store_load_plan(loaded.store, loaded.campaign, 1, NULL);
    fixture_assert_same_plan(plan, found);
}

static void test_version_zero_is_the_latest(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_assert_cmpint(co_store_latest_version(loaded.store, NULL), ==, 0);
    for (int variant = 0; variant < 3; variant++) {
        g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, variant);
        save(&loaded, plan);
    }
    g_assert_cmpint(co_store_latest_version(loaded.store, NULL), ==, 3);
    g_autoptr(CoPlan) latest = co_store_load_plan(loaded.store, loaded.campaign, 0, NULL);
    g_assert_cmpint(latest->version, ==, 3);
}

static void test_a_version_that_is_not_there_is_told(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    assert_plan_fails(&loaded, 0, CO_STORE_ERROR_NO_PLAN);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 0);
    save(&loaded, plan);
    assert_plan_fails(&loaded, 2, CO_STORE_ERROR_NO_PLAN);
    assert_plan_fails(&loaded, -1, CO_STORE_ERROR_NO_PLAN);
}

static void assert_stale(const Loaded *loaded, const CoCampaign *campaign, const CoPlan *plan)
{
    g_autoptr(GError) error = NULL;
    int version = -5;
    g_assert_false(co_store_save_plan(loaded->store, campaign, plan, &version, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_STALE);
    g_assert_cmpint(version, ==, -5);
    g_assert_cmpint(co_store_latest_version(loaded->store, NULL), ==, 0);
}

static void test_a_plan_of_other_inputs_is_refused(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 0);
    plan->digest[0] = plan->digest[0] == 'a' ? 'b' : 'a';
    assert_stale(&loaded, loaded.campaign, plan);

    g_autoptr(CoCampaign) without_ids = fixture_campaign(30, 0);
    g_autoptr(CoPlan) of_other = fixture_plan(without_ids, 0);
    assert_stale(&loaded, without_ids, of_other);
    g_autoptr(CoPlan) good = fixture_plan(loaded.campaign, 0);
    assert_stale(&loaded, without_ids, good);
}

static void test_without_a_campaign_no_plan_is_stored(const Fixture *fixture)
{
    g_autoptr(CoStore) store = fixture_create(fixture->path);
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    g_autoptr(CoPlan) plan = fixture_plan(campaign, 0);
    g_autoptr(GError) error = NULL;
    g_assert_false(co_store_save_plan(store, campaign, plan, NULL, &error));
    g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_NO_CAMPAIGN);
}

/* Imports again, changed by @p amend, and reads version 1 with the new campaign. */
static CoPlan *plan_after(const Loaded *loaded, void (*amend)(CoCampaign *), GError **error)
{
    g_autoptr(CoPlan) plan = fixture_plan(loaded->campaign, 0);
    save(loaded, plan);
    g_autoptr(CoCampaign) campaign = fixture_campaign(30, 0);
    amend(campaign);
    fixture_save(loaded->store, campaign);
    g_autoptr(CoCampaign) changed = fixture_load(loaded->store);
    return co_store_load_plan(loaded->store, changed, 1, error);
}

static void rename_trainer(CoCampaign *campaign)
{
    campaign->trainers[1].code = "F9";
}

static void rename_room(CoCampaign *campaign)
{
    campaign->rooms[0].code = "S9";
}

static void rename_path(CoCampaign *campaign)
{
    campaign->paths[0].code = "P9";
}

static void rename_module(CoCampaign *campaign)
{
    campaign->modules[0].code = "M9";
}

static void rename_academy(CoCampaign *campaign)
{
    campaign->academies[0].name = "Lyon";
}

static void replace_person(CoCampaign *campaign)
{
    campaign->people[3].last_name = "Autre";
    campaign->people[3].email = "";
}

static void replace_unplaced_person(CoCampaign *campaign)
{
    campaign->people[0].last_name = "Autre";
}

static void test_a_plan_of_things_gone_is_stale(const Fixture *fixture)
{
    void (*const amendments[])(CoCampaign *) = {
        rename_trainer,          rename_room,    rename_path,
        rename_module,           rename_academy, replace_person,
        replace_unplaced_person,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(amendments); i++) {
        g_auto(Loaded) loaded = start(fixture);
        g_autoptr(GError) error = NULL;
        g_assert_null(plan_after(&loaded, amendments[i], &error));
        g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_STALE);
        g_assert_cmpint(g_remove(fixture->path), ==, 0);
    }
}

static void test_what_is_left_of_a_plan_can_be_compared_with(const Fixture *fixture)
{
    void (*const amendments[])(CoCampaign *) = {rename_trainer, rename_room,    rename_path,
                                                rename_module,  rename_academy, replace_person};
    for (size_t i = 0; i < G_N_ELEMENTS(amendments); i++) {
        g_auto(Loaded) loaded = start(fixture);
        g_autoptr(GError) error = NULL;
        g_autoptr(CoPlan) strict = plan_after(&loaded, amendments[i], &error);
        g_assert_null(strict);
        g_autoptr(CoCampaign) now = co_store_load_campaign(loaded.store, NULL);
        int n_gone = -1;
        g_autoptr(CoPlan) left = co_store_load_what_is_left(loaded.store, now, 1, &n_gone, NULL);
        g_assert_nonnull(left);
        g_assert_cmpint(n_gone, >, 0);
        for (int g = 0; g < left->n_groups; g++) {
            const CoGroup *group = &left->groups[g];
            g_assert_cmpint(group->path_idx, >=, 0);
            for (int m = 0; m < group->n_members; m++)
                g_assert_cmpint(group->members[m], >=, 0);
            for (int m = 0; m < group->n_meetings; m++)
                g_assert_cmpint(group->meetings[m].module_idx, >=, 0);
        }
        g_assert_cmpint(g_remove(fixture->path), ==, 0);
    }
}

static void test_who_left_is_known_to_the_campaign_of_an_older_plan(const Fixture *fixture)
{
    void (*const amendments[])(CoCampaign *) = {rename_trainer, rename_room, replace_person,
                                                replace_unplaced_person};
    for (size_t i = 0; i < G_N_ELEMENTS(amendments); i++) {
        g_auto(Loaded) loaded = start(fixture);
        g_autoptr(GError) error = NULL;
        g_autoptr(CoPlan) strict = plan_after(&loaded, amendments[i], NULL);
        g_assert_null(strict);
        g_autoptr(CoCampaign) now = fixture_load(loaded.store);
        g_autoptr(CoCampaign) then = co_store_load_campaign_of_plan(loaded.store, 1, &error);
        g_assert_no_error(error);
        g_autoptr(CoPlan) plan = co_store_load_plan(loaded.store, then, 1, &error);
        g_assert_no_error(error);
        g_assert_nonnull(plan);
        int n_more = then->n_people + then->n_trainers + then->n_rooms - now->n_people -
                     now->n_trainers - now->n_rooms;
        g_assert_cmpint(n_more, ==, 1);
        for (int p = 0; p < now->n_people; p++)
            g_assert_cmpstr(then->people[p].id, ==, now->people[p].id);
        g_assert_cmpint(g_remove(fixture->path), ==, 0);
    }
}

static void test_who_left_keeps_name_address_and_school(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(CoPlan) strict = plan_after(&loaded, replace_person, NULL);
    g_assert_null(strict);
    g_autoptr(CoCampaign) then = co_store_load_campaign_of_plan(loaded.store, 1, NULL);
    const CoPerson *known = &loaded.campaign->people[3], *left = NULL;
    int idx = co_campaign_find_person(then, known->id);
    g_assert_cmpint(idx, ==, then->n_people - 1);
    left = &then->people[idx];
    g_assert_cmpstr(left->last_name, ==, known->last_name);
    g_assert_cmpstr(left->email, ==, known->email);
    g_assert_cmpstr(then->establishments[left->establishment_idx].uai, ==,
                    loaded.campaign->establishments[known->establishment_idx].uai);
    g_assert_false(co_campaign_person_is_planned(then, idx));
}

static void test_a_path_that_is_gone_still_makes_a_plan_stale(const Fixture *fixture)
{
    void (*const amendments[])(CoCampaign *) = {rename_path, rename_module, rename_academy};
    for (size_t i = 0; i < G_N_ELEMENTS(amendments); i++) {
        g_auto(Loaded) loaded = start(fixture);
        g_autoptr(GError) error = NULL;
        g_autoptr(CoPlan) strict = plan_after(&loaded, amendments[i], NULL);
        g_assert_null(strict);
        g_autoptr(CoCampaign) then = co_store_load_campaign_of_plan(loaded.store, 1, NULL);
        g_assert_null(co_store_load_plan(loaded.store, then, 1, &error));
        g_assert_error(error, CO_STORE_ERROR, CO_STORE_ERROR_STALE);
        g_assert_cmpint(g_remove(fixture->path), ==, 0);
    }
}

static void change_a_price(CoCampaign *campaign)
{
    campaign->parameters.meal_cents = 1;
}

static void test_a_plan_of_older_inputs_can_still_be_read(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoPlan) found = plan_after(&loaded, change_a_price, &error);
    g_assert_no_error(error);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 0);
    fixture_assert_same_plan(plan, found);
}

static void swap_people(CoCampaign *campaign)
{
    CoPerson kept = campaign->people[1];
    campaign->people[1] = campaign->people[4];
    campaign->people[4] = kept;
    CoRoom room = campaign->rooms[0];
    campaign->rooms[0] = campaign->rooms[7];
    campaign->rooms[7] = room;
}

static void test_people_are_found_where_they_stand_now(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(GError) error = NULL;
    g_autoptr(CoPlan) found = plan_after(&loaded, swap_people, &error);
    g_assert_no_error(error);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 0);
    g_assert_cmpint(plan->groups[0].room_idx, ==, 0);
    g_assert_cmpint(found->groups[0].room_idx, ==, 7);
    /* Persons 1 and 4 are of the same group, whose members are in order again. */
    g_assert_cmpint(found->groups[1].n_members, ==, plan->groups[1].n_members);
    for (int i = 0; i < plan->groups[1].n_members; i++)
        g_assert_cmpint(found->groups[1].members[i], ==, plan->groups[1].members[i]);
}

static void test_a_stored_plan_cannot_be_changed(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 0);
    save(&loaded, plan);
    g_clear_pointer(&loaded.store, co_store_close);
    const char *attempts[] = {
        "UPDATE plans SET seed = 1",
        "DELETE FROM plans",
        "INSERT OR REPLACE INTO plans SELECT * FROM plans",
        "INSERT INTO plan_members SELECT version, group_pos, 99, person FROM plan_members LIMIT 1",
        "INSERT OR REPLACE INTO plan_members SELECT * FROM plan_members",
        "UPDATE plan_members SET person = 'P0001'",
        "DELETE FROM plan_members",
        "UPDATE plan_groups SET code = 'X'",
        "DELETE FROM plan_groups",
        "UPDATE plan_meetings SET halves = 1",
        "DELETE FROM plan_meetings",
        "UPDATE plan_tiers SET value = 0",
        "DELETE FROM plan_tiers",
        "UPDATE plan_unplaced SET rules = 1",
        "DELETE FROM plan_unplaced",
    };
    g_autofree char *before = fixture_hash(fixture->path);
    for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
        g_autofree char *answer = fixture_sql(fixture->path, attempts[i]);
        g_assert_nonnull(answer);
        g_assert_true(strstr(answer, "immutable") != NULL || strstr(answer, "in turn") != NULL);
    }
    g_autofree char *after = fixture_hash(fixture->path);
    g_assert_cmpstr(before, ==, after);
}

/* The triggers are taken off and put back, so that only the hole remains to be seen. */
static void test_a_plan_that_lost_a_group_is_noticed(const Fixture *fixture)
{
    g_auto(Loaded) loaded = start(fixture);
    g_autoptr(CoPlan) plan = fixture_plan(loaded.campaign, 1);
    for (int i = 0; i < plan->n_groups; i++)
        plan->groups[i].n_members = plan->groups[i].n_meetings = 0;
    save(&loaded, plan);
    g_clear_pointer(&loaded.store, co_store_close);
    g_autofree char *trigger = fixture_sql(fixture->path, "SELECT sql FROM sqlite_schema"
                                                          " WHERE name = 'plan_groups_no_delete'");
    fixture_assert_sql(fixture->path,
                       "DROP TRIGGER plan_groups_no_delete;"
                       "DELETE FROM plan_groups WHERE pos = 1",
                       NULL);
    fixture_assert_sql(fixture->path, trigger, NULL);
    loaded.store = fixture_open(fixture->path, CO_STORE_READ);
    assert_plan_fails(&loaded, 1, CO_STORE_ERROR_DAMAGED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fixture_add_test("/store/plan/every field comes back", test_every_field_comes_back);
    fixture_add_test("/store/plan/a plan of nothing comes back", test_a_plan_of_nothing_comes_back);
    fixture_add_test("/store/plan/version 0 is the latest", test_version_zero_is_the_latest);
    fixture_add_test("/store/plan/a version that is not there is told",
                     test_a_version_that_is_not_there_is_told);
    fixture_add_test("/store/plan/a plan of other inputs is refused",
                     test_a_plan_of_other_inputs_is_refused);
    fixture_add_test("/store/plan/without a campaign no plan is stored",
                     test_without_a_campaign_no_plan_is_stored);
    fixture_add_test("/store/plan/what is left of a plan can be compared with",
                     test_what_is_left_of_a_plan_can_be_compared_with);
    fixture_add_test("/store/plan/who left is known to the campaign of an older plan",
                     test_who_left_is_known_to_the_campaign_of_an_older_plan);
    fixture_add_test("/store/plan/who left keeps name, address and school",
                     test_who_left_keeps_name_address_and_school);
    fixture_add_test("/store/plan/a path that is gone still makes a plan stale",
                     test_a_path_that_is_gone_still_makes_a_plan_stale);
    fixture_add_test("/store/plan/a plan of things gone is stale",
                     test_a_plan_of_things_gone_is_stale);
    fixture_add_test("/store/plan/a plan of older inputs can still be read",
                     test_a_plan_of_older_inputs_can_still_be_read);
    fixture_add_test("/store/plan/people are found where they stand now",
                     test_people_are_found_where_they_stand_now);
    fixture_add_test("/store/plan/a stored plan cannot be changed",
                     test_a_stored_plan_cannot_be_changed);
    fixture_add_test("/store/plan/a plan that lost a group is noticed",
                     test_a_plan_that_lost_a_group_is_noticed);
    return g_test_run();
}

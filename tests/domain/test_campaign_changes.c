/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/changes.h"

#include <string.h>

/* Three establishments of two people at most; ids as the store would have given them. */
static CoCampaign *campaign_new(void)
{
    static const char *const uais[] = {"0389001C", "0389002D", "0389003E"};
    CoCampaign *campaign = co_campaign_new();
    for (size_t i = 0; i < G_N_ELEMENTS(uais); i++) {
        CoEstablishment *establishment = co_campaign_add_establishment(campaign);
        establishment->uai = uais[i];
    }
    co_campaign_add_role(campaign)->code = "SG";
    co_campaign_add_role(campaign)->code = "ORD";
    return campaign;
}

static CoPerson *add_person(CoCampaign *campaign, const char *id, int establishment, int role)
{
    CoPerson *person = co_campaign_add_person(campaign);
    person->id = id;
    person->establishment_idx = establishment;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(campaign, &role, 1, sizeof role);
    campaign->establishments[establishment].answered = true;
    return person;
}

static const CoPersonChange *change_of(const CoChanges *changes, CoChangeKind kind)
{
    for (int i = 0; i < changes->n_people; i++)
        if (changes->people[i].kind == kind)
            return &changes->people[i];
    g_error("no change of kind %d", kind);
}

static void test_the_same_campaign_has_no_change(void)
{
    g_autoptr(CoCampaign) before = campaign_new();
    add_person(before, "P0001", 0, 0);
    co_campaign_finish(before);
    g_autoptr(CoChanges) changes = co_changes_find(before, before);
    g_assert_cmpint(changes->n_people, ==, 0);
    g_assert_cmpint(changes->n_answers, ==, 0);
}

static void test_people_are_met_again_by_id(void)
{
    g_autoptr(CoCampaign) before = campaign_new();
    add_person(before, "P0001", 0, 0);
    add_person(before, "P0002", 1, 0);
    co_campaign_finish(before);
    g_autoptr(CoCampaign) after = campaign_new();
    add_person(after, "P0003", 2, 1);
    add_person(after, "P0001", 0, 1)->email = "a@ac-exemple.fr";
    co_campaign_finish(after);
    g_autoptr(CoChanges) changes = co_changes_find(before, after);
    g_assert_cmpint(changes->n_people, ==, 3);
    g_assert_cmpint(change_of(changes, CO_CHANGE_NEW)->after_idx, ==, 0);
    const CoPersonChange *modified = change_of(changes, CO_CHANGE_MODIFIED);
    g_assert_cmpint(modified->before_idx, ==, 0);
    g_assert_cmpint(modified->after_idx, ==, 1);
    g_assert_cmpuint(modified->fields, ==, CO_FIELD_ROLES | CO_FIELD_EMAIL);
    g_assert_cmpint(change_of(changes, CO_CHANGE_GONE)->before_idx, ==, 1);
    g_assert_cmpint(co_changes_count_answers(changes, CO_CHANGE_NEW), ==, 1);
    g_assert_cmpint(co_changes_count_answers(changes, CO_CHANGE_MODIFIED), ==, 1);
    g_assert_cmpint(co_changes_count_answers(changes, CO_CHANGE_GONE), ==, 1);
}

static unsigned fields_after(void (*change)(CoCampaign *campaign, CoPerson *person))
{
    g_autoptr(CoCampaign) before = campaign_new();
    add_person(before, "P0001", 0, 0);
    co_campaign_finish(before);
    g_autoptr(CoCampaign) after = campaign_new();
    change(after, add_person(after, "P0001", 0, 0));
    co_campaign_finish(after);
    g_autoptr(CoChanges) changes = co_changes_find(before, after);
    return changes->n_people == 0 ? 0 : changes->people[0].fields;
}

static void rename_person(G_GNUC_UNUSED CoCampaign *campaign, CoPerson *person)
{
    person->first_name = "Inès";
}

static void move_person(G_GNUC_UNUSED CoCampaign *campaign, CoPerson *person)
{
    person->establishment_idx = 1;
}

static void occupy_person(CoCampaign *campaign, CoPerson *person)
{
    CoSpan span = {.weekday = 3, .halves = 3};
    person->n_spans = 1;
    person->spans = co_campaign_array(campaign, &span, 1, sizeof span);
}

static void train_person(G_GNUC_UNUSED CoCampaign *campaign, CoPerson *person)
{
    person->already_trained = true;
}

static void test_each_field_is_told(void)
{
    g_assert_cmpuint(fields_after(rename_person), ==, CO_FIELD_NAME);
    g_assert_cmpuint(fields_after(move_person), ==, CO_FIELD_ESTABLISHMENT);
    g_assert_cmpuint(fields_after(occupy_person), ==, CO_FIELD_SPANS);
    g_assert_cmpuint(fields_after(train_person), ==, CO_FIELD_OTHER);
}

static void test_a_change_of_staff_is_a_change_of_the_answer(void)
{
    g_autoptr(CoCampaign) before = campaign_new();
    add_person(before, "P0001", 0, 0);
    co_campaign_finish(before);
    g_autoptr(CoCampaign) after = campaign_new();
    add_person(after, "P0001", 0, 0);
    after->establishments[0].staff = 4;
    co_campaign_finish(after);
    g_autoptr(CoChanges) changes = co_changes_find(before, after);
    g_assert_cmpint(changes->n_people, ==, 0);
    g_assert_cmpint(co_changes_count_answers(changes, CO_CHANGE_MODIFIED), ==, 1);
}

static void test_reserved_seats_are_nobody(void)
{
    g_autoptr(CoCampaign) before = campaign_new();
    co_campaign_finish(before);
    g_autoptr(CoCampaign) after = campaign_new();
    add_person(after, "R0001", 0, 0)->reserved = true;
    after->establishments[0].answered = false;
    co_campaign_finish(after);
    g_autoptr(CoChanges) there = co_changes_find(before, after);
    g_autoptr(CoChanges) back = co_changes_find(after, before);
    g_assert_cmpint(there->n_people + there->n_answers, ==, 0);
    g_assert_cmpint(back->n_people + back->n_answers, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/changes/none", test_the_same_campaign_has_no_change);
    g_test_add_func("/changes/people", test_people_are_met_again_by_id);
    g_test_add_func("/changes/fields", test_each_field_is_told);
    g_test_add_func("/changes/staff", test_a_change_of_staff_is_a_change_of_the_answer);
    g_test_add_func("/changes/reserved", test_reserved_seats_are_nobody);
    return g_test_run();
}

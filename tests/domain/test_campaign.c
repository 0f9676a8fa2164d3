/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/campaign.h"

#include <string.h>

#include "sample_campaign.h"

static void test_a_new_campaign_is_empty_and_has_the_default_parameters(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    const CoParameters *parameters = &campaign->parameters;
    g_assert_cmpstr(parameters->name, ==, "");
    g_assert_cmpstr(parameters->academy, ==, "");
    g_assert_cmpstr(parameters->zone, ==, "");
    g_assert_cmpint(parameters->first_day, ==, CO_DAY_NONE);
    g_assert_cmpint(parameters->notice_warn_days, ==, 15);
    g_assert_cmpint(parameters->notice_block_days, ==, 7);
    g_assert_cmpint(parameters->morning_start_min, ==, 540);
    g_assert_cmpint(parameters->morning_end_min, ==, 720);
    g_assert_cmpint(parameters->afternoon_start_min, ==, 810);
    g_assert_cmpint(parameters->afternoon_end_min, ==, 990);
    g_assert_cmpint(parameters->wednesday, ==, CO_WEDNESDAY_AVOIDED);
    g_assert_true(parameters->close_holidays);
    g_assert_cmpint(parameters->route_micro, ==, 1300000);
    g_assert_cmpint(parameters->km_rate_micro, ==, 320000);
    g_assert_cmpint(parameters->meal_cents, ==, 2000);
    g_assert_cmpint(parameters->meal_canteen_cents, ==, 1000);
    g_assert_cmpint(parameters->trainer_rate_cents, ==, -1);
    g_assert_cmpint(parameters->max_trip_km, ==, -1);
    g_assert_false(parameters->group_by_establishment);
    g_assert_cmpint(parameters->car_seats, ==, 0);
    g_assert_true(parameters->head_present);
    g_assert_false(parameters->continuity_remote);
    g_assert_cmpint(parameters->class_absentees, ==, 0);
    g_assert_false(parameters->reserve_seats);
    g_assert_cmpint(parameters->cost_tolerance_micro, ==, 500000);
    g_assert_cmpint(campaign->n_people + campaign->n_rooms + campaign->n_academies, ==, 0);
}

static void assert_no_origin(const CoOrigin *origin)
{
    g_assert_cmpstr(origin->file, ==, "");
    g_assert_cmpstr(origin->sheet, ==, "");
    g_assert_cmpint(origin->row, ==, 0);
}

static void assert_no_place(const CoPlace *place)
{
    const char *const texts[] = {place->uai,          place->name,      place->type,
                                 place->address,      place->post_code, place->commune,
                                 place->commune_code, place->department};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_assert_cmpstr(texts[i], ==, "");
    g_assert_false(place->located);
}

static void test_new_objects_have_no_null_text_and_refer_to_nothing(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    const CoEstablishment *establishment = co_campaign_add_establishment(campaign);
    g_assert_cmpstr(establishment->uai, ==, "");
    g_assert_cmpstr(establishment->respondent, ==, "");
    g_assert_cmpint(establishment->wave_idx, ==, -1);
    g_assert_cmpint(establishment->agency_idx, ==, -1);
    g_assert_cmpint(establishment->academy_idx, ==, -1);
    g_assert_cmpint(establishment->staff, ==, -1);
    assert_no_place(&establishment->place);
    assert_no_origin(&establishment->origin);
    const CoPerson *person = co_campaign_add_person(campaign);
    g_assert_cmpstr(person->id, ==, "");
    g_assert_cmpstr(person->email, ==, "");
    g_assert_cmpint(person->weight, ==, 1);
    g_assert_cmpint(person->path_idx, ==, -1);
    g_assert_cmpint(person->establishment_idx, ==, -1);
    const CoTrainer *trainer = co_campaign_add_trainer(campaign);
    g_assert_cmpint(trainer->max_half_days, ==, -1);
    g_assert_cmpint(trainer->person_idx, ==, -1);
    g_assert_cmpint(trainer->role_idx, ==, -1);
    assert_no_place(&trainer->place);
    const CoRoom *room = co_campaign_add_room(campaign);
    g_assert_true(room->accessible);
    g_assert_cmpint(room->academy_idx, ==, -1);
    assert_no_place(&room->place);
}

static void test_new_rules_of_a_campaign_limit_nothing(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    const CoPath *path = co_campaign_add_path(campaign);
    g_assert_cmpint(path->min_groups, ==, -1);
    g_assert_cmpint(path->max_groups, ==, -1);
    const CoModule *module = co_campaign_add_module(campaign);
    g_assert_cmpint(module->path_idx, ==, -1);
    g_assert_cmpint(module->gap_min_days, ==, 1);
    g_assert_cmpint(module->gap_max_days, ==, -1);
    const CoPair *pair = co_campaign_add_pair(campaign);
    g_assert_cmpint(pair->trainer_idx[0], ==, -1);
    g_assert_cmpint(pair->trainer_idx[1], ==, -1);
    g_assert_cmpint(co_campaign_add_closure(campaign)->academy_idx, ==, -1);
    g_assert_cmpint(co_campaign_add_milestone(campaign)->academy_idx, ==, -1);
    g_assert_cmpint(co_campaign_add_distance(campaign)->room_idx, ==, -1);
    g_assert_true(co_campaign_add_agency(campaign)->accountant_present);
    assert_no_origin(&co_campaign_add_academy(campaign)->origin);
    assert_no_origin(&co_campaign_add_wave(campaign)->origin);
    assert_no_origin(&co_campaign_add_role(campaign)->origin);
    assert_no_origin(&co_campaign_add_fm1_window(campaign)->origin);
    assert_no_origin(&co_campaign_add_lock(campaign)->origin);
    assert_no_origin(&co_campaign_add_rate(campaign)->origin);
}

static void test_tables_grow_and_keep_what_they_hold(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    for (int i = 0; i < 3000; i++) {
        g_autofree char *id = g_strdup_printf("P%04d", i);
        CoPerson *person = co_campaign_add_person(campaign);
        person->id = co_campaign_text(campaign, id);
        person->n_roles = i;
    }
    g_assert_cmpint(campaign->n_people, ==, 3000);
    for (int i = 0; i < 3000; i++) {
        g_autofree char *id = g_strdup_printf("P%04d", i);
        g_assert_cmpstr(campaign->people[i].id, ==, id);
        g_assert_cmpint(campaign->people[i].n_roles, ==, i);
        g_assert_cmpint(campaign->people[i].weight, ==, 1);
    }
}

static void test_texts_are_copied_and_null_is_empty(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    char text[] = "salle";
    const char *kept = co_campaign_text(campaign, text);
    memset(text, 'x', sizeof text - 1);
    g_assert_cmpstr(kept, ==, "salle");
    g_assert_cmpstr(co_campaign_text(campaign, NULL), ==, "");
    g_assert_cmpstr(co_campaign_text(campaign, ""), ==, "");
}

static void test_arrays_are_copied_and_none_is_null(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int numbers[] = {3, 1, 2};
    const int *kept = co_campaign_array(campaign, numbers, 3, sizeof numbers[0]);
    numbers[0] = 9;
    g_assert_cmpint(kept[0], ==, 3);
    g_assert_cmpint(kept[2], ==, 2);
    g_assert_null(co_campaign_array(campaign, numbers, 0, sizeof numbers[0]));
    g_assert_null(co_campaign_array(campaign, NULL, 0, sizeof numbers[0]));
}

static void assert_lookups(const CoCampaign *campaign)
{
    g_assert_cmpint(co_campaign_find_establishment(campaign, "0480017H"), ==, 1);
    g_assert_cmpint(co_campaign_find_person(campaign, "P0001"), ==, 0);
    g_assert_cmpint(co_campaign_find_trainer(campaign, "F2"), ==, 1);
    g_assert_cmpint(co_campaign_find_room(campaign, "S2"), ==, 1);
    g_assert_cmpint(co_campaign_find_path(campaign, "COMPTA"), ==, 1);
    g_assert_cmpint(co_campaign_find_role(campaign, "sg"), ==, 0);
    g_assert_cmpint(co_campaign_find_wave(campaign, "V9"), ==, 1);
    g_assert_cmpint(co_campaign_find_academy(campaign, "Amiens"), ==, 1);
    g_assert_cmpint(co_campaign_find_module(campaign, 1, "M1"), ==, 1);
    g_assert_cmpint(co_campaign_find_module(campaign, 0, "M1"), ==, 0);
}

static void assert_no_lookups(const CoCampaign *campaign, const char *text)
{
    g_assert_cmpint(co_campaign_find_establishment(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_person(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_trainer(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_room(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_path(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_role(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_wave(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_academy(campaign, text), ==, -1);
    g_assert_cmpint(co_campaign_find_module(campaign, 0, text), ==, -1);
}

static void test_codes_are_found_before_and_after_finish(void)
{
    g_autoptr(CoCampaign) campaign = sample_campaign_new(false);
    assert_lookups(campaign);
    co_campaign_finish(campaign);
    assert_lookups(campaign);
}

static void test_codes_that_differ_in_case_or_are_unknown_are_not_found(void)
{
    static const char *const texts[] = {"",     "inconnu", "0480017h", "p0001",  "f2", "s2",
                                        "ordo", "SG",      "v9",       "amiens", "m1"};
    g_autoptr(CoCampaign) campaign = sample_campaign_new(false);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_no_lookups(campaign, texts[i]);
    co_campaign_finish(campaign);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_no_lookups(campaign, texts[i]);
    g_assert_cmpint(co_campaign_find_module(campaign, -1, "M1"), ==, -1);
    g_assert_cmpint(co_campaign_find_module(campaign, 2, "M1"), ==, -1);
}

static void test_an_id_that_is_not_allotted_yet_is_nobody(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_add_person(campaign);
    g_assert_cmpint(co_campaign_find_person(campaign, ""), ==, -1);
    co_campaign_finish(campaign);
    g_assert_cmpint(co_campaign_find_person(campaign, ""), ==, -1);
}

static void test_the_first_of_two_equal_codes_is_found(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_add_room(campaign)->code = "S1";
    co_campaign_add_room(campaign)->code = "S1";
    g_assert_cmpint(co_campaign_find_room(campaign, "S1"), ==, 0);
    co_campaign_finish(campaign);
    g_assert_cmpint(co_campaign_find_room(campaign, "S1"), ==, 0);
}

static void test_slots_are_two_a_day_over_the_whole_horizon(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    g_assert_cmpint(co_campaign_n_slots(campaign), ==, 0);
    CoDay first = co_day_from_ymd(2024, 11, 4);
    campaign->parameters.first_day = first;
    g_assert_cmpint(co_campaign_n_slots(campaign), ==, 0);
    campaign->parameters.last_day = first;
    g_assert_cmpint(co_campaign_n_slots(campaign), ==, 2);
    campaign->parameters.last_day = first + 9;
    g_assert_cmpint(co_campaign_n_slots(campaign), ==, 20);
    g_assert_cmpint(co_campaign_slot_day(campaign, 0), ==, first);
    g_assert_cmpint(co_campaign_slot_day(campaign, 1), ==, first);
    g_assert_cmpint(co_campaign_slot_day(campaign, 19), ==, first + 9);
    campaign->parameters.last_day = first - 1;
    g_assert_cmpint(co_campaign_n_slots(campaign), ==, 0);
}

static void test_freeing_nothing_is_allowed(void)
{
    co_campaign_free(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/campaign/new/defaults",
                    test_a_new_campaign_is_empty_and_has_the_default_parameters);
    g_test_add_func("/campaign/add/objects",
                    test_new_objects_have_no_null_text_and_refer_to_nothing);
    g_test_add_func("/campaign/add/rules", test_new_rules_of_a_campaign_limit_nothing);
    g_test_add_func("/campaign/add/growth", test_tables_grow_and_keep_what_they_hold);
    g_test_add_func("/campaign/text/copy", test_texts_are_copied_and_null_is_empty);
    g_test_add_func("/campaign/array/copy", test_arrays_are_copied_and_none_is_null);
    g_test_add_func("/campaign/find/codes", test_codes_are_found_before_and_after_finish);
    g_test_add_func("/campaign/find/unknown",
                    test_codes_that_differ_in_case_or_are_unknown_are_not_found);
    g_test_add_func("/campaign/find/no_id", test_an_id_that_is_not_allotted_yet_is_nobody);
    g_test_add_func("/campaign/find/equal", test_the_first_of_two_equal_codes_is_found);
    g_test_add_func("/campaign/slots/count", test_slots_are_two_a_day_over_the_whole_horizon);
    g_test_add_func("/campaign/free/nothing", test_freeing_nothing_is_allowed);
    return g_test_run();
}

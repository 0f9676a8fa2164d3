/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule about people and places becomes in the grouping problem. Dates: test_patterns.c;
 * locks: test_locks.c; trainers, offices and milestones: test_rules_service.c. */
#include "kit.h"

/* ---- R01 ---- */

static void add_webinar(CoCampaign *campaign, CoMoment moment, CoDay day)
{
    CoModule *module = kit_module(campaign, 0, CO_MODE_WEBINAR, 1);
    module->moment = moment;
    module->earliest = module->latest = day;
}

static void test_a_webinar_occupies_the_persons_of_its_path_r01(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    add_webinar(campaign, CO_MOMENT_DEFAULT, KIT_MONDAY);
    add_webinar(campaign, CO_MOMENT_PM, KIT_MONDAY + 1);
    kit_path(campaign, "ORD", KIT_ORD);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 1);
    kit_person(campaign, 0, KIT_ORD);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    const CoGrpItem *items = problem->grouping.items;
    g_assert_cmpuint(items[0].busy_away[0], ==, (1u << 0) | (1u << 3));
    g_assert_cmpuint(items[0].busy_remote[0], ==, (1u << 0) | (1u << 3));
    g_assert_cmpuint(items[0].absent_remote[0], ==, 0);
    g_assert_cmpuint(items[2].busy_away[0], ==, 0);
}

static void test_a_participant_who_teaches_is_one_human_r01(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_same_human(campaign, 1, 0);
    add_webinar(campaign, CO_MOMENT_AM, KIT_MONDAY);
    kit_unavailable(campaign, &campaign->people[1].n_spans, &campaign->people[1].spans,
                    "2024-11-05-pm");
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.items[0].trainer, ==, -1);
    g_assert_cmpint(problem->grouping.items[1].trainer, ==, 0);
    const CoGrpTrainer *trainer = &problem->grouping.trainers[0];
    g_assert_cmpuint(trainer->busy_away[0], ==, (1u << 0) | (1u << 3));
    g_assert_cmpuint(trainer->busy_remote[0], ==, (1u << 0) | (1u << 3));
    g_assert_cmpuint(problem->grouping.trainers[1].busy_away[0], ==, 0);
}

static void test_a_second_trainer_in_a_whole_establishment_does_not_teach_r01(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->parameters.group_by_establishment = true;
    kit_person(campaign, 0, KIT_SG);
    kit_same_human(campaign, 0, 0);
    campaign->people[2].email = campaign->trainers[1].email = "b@exemple.fr";
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.items[0].trainer, ==, 0);
    g_assert_cmpint(problem->grouping.trainers[1].max_slots, ==, 0);
    g_assert_false(problem->exact);
}

/* ---- R02 ---- */

static void test_capacity_is_the_least_of_size_seats_and_workstations_r02(void)
{
    static const struct {
        bool fm1;
        int seats, workstations, capacity;
    } cases[] = {{false, 8, 3, 8}, {true, 8, 3, 3}, {false, 30, 3, 10}, {true, 8, 30, 8}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CoCampaign) campaign = kit_two();
        campaign->modules[0].fm1 = cases[i].fm1;
        campaign->rooms[0].seats = cases[i].seats;
        campaign->rooms[0].workstations = cases[i].workstations;
        g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
        g_assert_cmpint(problem->grouping.classes[0].room_capacity[0], ==, cases[i].capacity);
    }
}

static void test_workstations_do_not_count_for_fm1_at_a_distance_r02(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1)->fm1 = true;
    campaign->rooms[0].workstations = 1;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.classes[0].room_capacity[0], ==, 10);
    g_assert_true(problem->grouping.classes[0].virtuals[0].fm1);
}

static void test_a_room_too_small_for_the_least_group_is_no_room_r02(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->paths[0].min_size = 5;
    campaign->rooms[0].seats = 4;
    kit_room(campaign, "S2");
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.classes[0].n_rooms, ==, 1);
    g_assert_cmpint(problem->grouping.classes[0].rooms[0], ==, 1);
}

static void test_lifting_sizes_gives_one_seat_or_no_minimum_r02(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->paths[0].min_size = 5;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) seats = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R02));
    g_autoptr(CoEngineProblem) minimum = kit_build_relaxed(campaign, CO_RELAX_MINIMUM);
    g_assert_cmpint(seats->grouping.classes[0].room_capacity[0], ==, 11);
    g_assert_cmpint(seats->grouping.classes[0].max_size, ==, 11);
    g_assert_cmpint(seats->grouping.classes[0].min_size, ==, 5);
    g_assert_cmpint(minimum->grouping.classes[0].min_size, ==, 1);
    g_assert_cmpint(minimum->grouping.classes[0].max_size, ==, 10);
}

/* ---- R03 ---- */

static void test_absences_of_persons_trainers_and_rooms_are_kept_r03(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    CoPerson *person = &campaign->people[0];
    CoTrainer *trainer = &campaign->trainers[0];
    CoRoom *room = &campaign->rooms[0];
    kit_unavailable(campaign, &person->n_spans, &person->spans, "2024-11-04-pm");
    kit_unavailable(campaign, &trainer->n_spans, &trainer->spans, "2024-11-05");
    kit_unavailable(campaign, &room->n_spans, &room->spans, "lundi-am");
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 1u << 1);
    g_assert_cmpuint(problem->grouping.items[0].absent_remote[0], ==, 1u << 1);
    g_assert_cmpuint(problem->grouping.items[0].busy_remote[0], ==, 0);
    g_assert_null(problem->grouping.items[0].n_absent_remote);
    g_assert_cmpuint(problem->grouping.trainers[0].busy_away[0], ==, 3u << 2);
    g_assert_cmpuint(problem->grouping.trainers[0].busy_remote[0], ==, 3u << 2);
    g_assert_cmpuint(problem->grouping.room_busy[0][0], ==, (1u << 0) | (1u << 14));
}

static void test_lifting_absences_can_be_for_one_person_r03(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    for (int i = 0; i < 2; i++)
        kit_unavailable(campaign, &campaign->people[i].n_spans, &campaign->people[i].spans,
                        "2024-11-04");
    co_campaign_finish(campaign);
    bool people[] = {false, true};
    CoBuildOptions options = {.relaxed = CO_RULE_BIT(CO_R03), .relaxed_people = people};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 3);
    g_assert_cmpuint(problem->grouping.items[1].busy_away[0], ==, 0);
}

/* ---- R12 ---- */

static void test_whole_establishments_are_one_item_r12(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->parameters.group_by_establishment = true;
    kit_person(campaign, 0, KIT_SG)->weight = 4;
    kit_unavailable(campaign, &campaign->people[0].n_spans, &campaign->people[0].spans,
                    "2024-11-04");
    kit_unavailable(campaign, &campaign->people[2].n_spans, &campaign->people[2].spans,
                    "2024-11-04-am");
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    const CoGrpItem *whole = &problem->grouping.items[0];
    g_assert_cmpint(problem->grouping.n_items, ==, 2);
    g_assert_cmpint(whole->n_persons, ==, 2);
    g_assert_cmpint(whole->weight, ==, 5);
    g_assert_cmpuint(whole->busy_away[0], ==, 3);
    g_assert_cmpint(whole->n_absent_remote[0], ==, 2);
    g_assert_cmpint(whole->n_absent_remote[1], ==, 1);
    g_assert_cmpint(problem->item_of_person[2], ==, 0);
    g_assert_cmpint(problem->item_of_person[1], ==, 1);
    g_assert_cmpint(problem->items[0].people[1], ==, 2);
}

static void test_different_paths_of_an_establishment_stay_apart_r12(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_path(campaign, "ASG", KIT_ASG);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 2);
    kit_person(campaign, 0, KIT_ASG);
    campaign->parameters.group_by_establishment = true;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_items, ==, 3);
}

static void test_lifting_wholeness_makes_everybody_an_item_r12(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->parameters.group_by_establishment = true;
    kit_person(campaign, 0, KIT_SG);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R12));
    g_assert_cmpint(problem->grouping.n_items, ==, 3);
}

/* ---- R16 ---- */

static void test_a_class_is_a_path_in_one_academy_r16(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    co_campaign_add_academy(campaign);
    co_campaign_add_academy(campaign);
    campaign->establishments[0].academy_idx = 0;
    campaign->establishments[1].academy_idx = 1;
    kit_room(campaign, "S2")->academy_idx = 1;
    campaign->rooms[0].academy_idx = 0;
    campaign->trainers[0].academy_idx = 1;
    campaign->trainers[1].academy_idx = 0;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_classes, ==, 2);
    for (int c = 0; c < 2; c++) {
        const CoGrpClass *cls = &problem->grouping.classes[c];
        g_assert_cmpint(problem->classes[c].academy_idx, ==, c);
        g_assert_cmpint(cls->n_items, ==, 1);
        g_assert_cmpint(cls->items[0], ==, c);
        g_assert_cmpint(cls->n_rooms, ==, 1);
        g_assert_cmpint(cls->rooms[0], ==, c);
        g_assert_cmpint(cls->n_teams, ==, 1);
        g_assert_cmpint(cls->teams[0].trainer[0], ==, 1 - c);
        g_assert_null(problem->grouping.trainers[c].cost[c]);
    }
}

static void test_people_without_need_of_a_group_are_in_no_class(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->people[0].already_trained = true;
    kit_path(campaign, "ORD", KIT_ORD);
    kit_module(campaign, 1, CO_MODE_SELF_STUDY, 1);
    kit_person(campaign, 0, KIT_ORD); /* a path that never meets */
    kit_person(campaign, 0, KIT_ASG); /* nobody trains this role */
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_classes, ==, 1);
    g_assert_cmpint(problem->grouping.n_items, ==, 1);
    g_assert_cmpint(problem->item_of_person[1], ==, 0);
    g_assert_false(co_needs_group(campaign, 2));
}

static void test_some_academies_can_be_planned_alone_r16(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    co_campaign_add_academy(campaign);
    co_campaign_add_academy(campaign);
    campaign->establishments[0].academy_idx = 0;
    campaign->establishments[1].academy_idx = 1;
    co_campaign_finish(campaign);
    bool academies[] = {false, true};
    CoBuildOptions options = {.academies = academies};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &options, NULL);
    g_assert_cmpint(problem->grouping.n_classes, ==, 1);
    g_assert_cmpint(problem->classes[0].academy_idx, ==, 1);
    g_assert_cmpint(problem->item_of_person[0], ==, -1);
}

/* ---- R18 ---- */

static void test_access_and_distance_close_rooms_r18(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_room(campaign, "S2")->accessible = false;
    kit_move(&kit_room(campaign, "S3")->place, "Loin", 0.5); /* 72 km */
    campaign->people[0].needs_access = true;
    campaign->parameters.max_trip_km = 71;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_autoptr(CoEngineProblem) relaxed = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R18));
    static const bool expected[2][3] = {{true, false, false}, {true, true, false}};
    for (int i = 0; i < 2; i++)
        for (int r = 0; r < 3; r++) {
            g_assert_true(problem->grouping.items[i].room_ok[r] == expected[i][r]);
            g_assert_true(relaxed->grouping.items[i].room_ok[r]);
        }
}

static void test_a_trip_of_just_the_limit_is_allowed_r18(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_move(&campaign->rooms[0].place, "Loin", 0.5);
    campaign->parameters.max_trip_km = 72;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_true(problem->grouping.items[0].room_ok[0]);
}

static void test_a_trip_longer_by_metres_is_not_r18(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = "E1";
    distance->room_idx = 0;
    distance->km_milli = 72001;
    campaign->parameters.max_trip_km = 72;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_false(problem->grouping.items[0].room_ok[0]);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"r01/webinar", test_a_webinar_occupies_the_persons_of_its_path_r01},
        {"r01/same-human", test_a_participant_who_teaches_is_one_human_r01},
        {"r01/second-trainer", test_a_second_trainer_in_a_whole_establishment_does_not_teach_r01},
        {"r02/capacity", test_capacity_is_the_least_of_size_seats_and_workstations_r02},
        {"r02/remote-fm1", test_workstations_do_not_count_for_fm1_at_a_distance_r02},
        {"r02/small-room", test_a_room_too_small_for_the_least_group_is_no_room_r02},
        {"r02/lifted", test_lifting_sizes_gives_one_seat_or_no_minimum_r02},
        {"r03/absences", test_absences_of_persons_trainers_and_rooms_are_kept_r03},
        {"r03/lifted", test_lifting_absences_can_be_for_one_person_r03},
        {"r12/whole", test_whole_establishments_are_one_item_r12},
        {"r12/paths", test_different_paths_of_an_establishment_stay_apart_r12},
        {"r12/lifted", test_lifting_wholeness_makes_everybody_an_item_r12},
        {"r16/classes", test_a_class_is_a_path_in_one_academy_r16},
        {"r16/no-group", test_people_without_need_of_a_group_are_in_no_class},
        {"r16/some", test_some_academies_can_be_planned_alone_r16},
        {"r18/rooms", test_access_and_distance_close_rooms_r18},
        {"r18/limit", test_a_trip_of_just_the_limit_is_allowed_r18},
        {"r18/metres", test_a_trip_longer_by_metres_is_not_r18},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/rules/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

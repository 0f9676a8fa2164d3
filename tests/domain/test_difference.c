/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/difference.h"

enum { MODULE_ROOM, MODULE_REMOTE, N_MODULES };
enum { N_PEOPLE = 4, N_TRAINERS = 3, N_ROOMS = 2, N_SCHOOLS = 2 };

/* Two paths with one module in person and one at a distance each; persons 0 and 1 belong to school
 * 0 as trainer 0 does, 2 and 3 to school 1. */
static CoCampaign *new_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    for (int p = 0; p < 2; p++) {
        co_campaign_add_path(campaign);
        for (int m = 0; m < N_MODULES; m++) {
            CoModule *module = co_campaign_add_module(campaign);
            module->path_idx = p;
            module->order = m;
            module->mode = m == MODULE_ROOM ? CO_MODE_IN_PERSON : CO_MODE_VIRTUAL_CLASS;
        }
    }
    for (int e = 0; e < N_SCHOOLS; e++)
        co_campaign_add_establishment(campaign)->uai = e == 0 ? "0211111A" : "0212222B";
    for (int p = 0; p < N_PEOPLE; p++)
        co_campaign_add_person(campaign)->establishment_idx = p / 2;
    for (int t = 0; t < N_TRAINERS; t++)
        co_campaign_add_trainer(campaign)->place.uai = t == 0 ? "0211111A" : "";
    for (int r = 0; r < N_ROOMS; r++)
        co_campaign_add_room(campaign);
    co_campaign_finish(campaign);
    return campaign;
}

static CoGroup *add_group(CoPlan *plan, const char *code, int path_idx)
{
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup(code);
    group->path_idx = path_idx;
    group->academy_idx = 0;
    group->room_idx = 0;
    group->trainer_idx[0] = 0;
    for (int m = 0; m < N_MODULES; m++) {
        const CoMeeting meeting = {path_idx * N_MODULES + m, 739000 + m, CO_HALF_AM};
        co_group_add_meeting(group, &meeting);
    }
    return group;
}

/* A: persons 0 and 2 with trainer 0 in room 0; B: person 1 with trainer 1 in room 1. */
static CoPlan *new_plan(void)
{
    CoPlan *plan = co_plan_new();
    CoGroup *group = add_group(plan, "A", 0);
    co_group_add_member(group, 0);
    co_group_add_member(group, 2);
    group = add_group(plan, "B", 0);
    group->room_idx = 1;
    group->trainer_idx[0] = 1;
    co_group_add_member(group, 1);
    CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    unplaced->person_idx = 3;
    unplaced->main_rule = CO_R03;
    return plan;
}

typedef struct Compared {
    CoCampaign *campaign;
    CoPlan *before, *after;
    CoDifference *difference;
} Compared;

static void compare(Compared *compared, void (*change)(CoPlan *plan))
{
    compared->campaign = new_campaign();
    compared->before = new_plan();
    compared->after = new_plan();
    if (change != NULL)
        change(compared->after);
    compared->difference = co_difference_new(compared->campaign, compared->before, compared->after);
}

static void clear(Compared *compared)
{
    co_difference_free(compared->difference);
    co_plan_free(compared->before);
    co_plan_free(compared->after);
    co_campaign_free(compared->campaign);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Compared, clear)

/* Insists on the kinds of facts of one reader, in this order; CO_N_FACTS ends. */
static void assert_facts(const CoFacts *facts, const CoFactKind *kinds)
{
    int n = 0;
    for (; kinds[n] != CO_N_FACTS; n++) {
        g_assert_cmpint(n, <, facts->n_facts);
        g_assert_cmpint(facts->facts[n].kind, ==, kinds[n]);
    }
    g_assert_cmpint(facts->n_facts, ==, n);
}
#define ASSERT_FACTS(facts, ...)                                                                   \
    assert_facts(&(facts), (const CoFactKind[]){__VA_ARGS__, CO_N_FACTS})
#define ASSERT_NOTHING(facts) g_assert_cmpint((facts).n_facts, ==, 0)

static void test_the_same_plan_tells_nobody_anything(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, NULL);
    g_assert_true(co_difference_is_empty(compared.difference));
    co_difference_free(NULL);
}

static void move_class(CoPlan *plan)
{
    plan->groups[0].meetings[MODULE_REMOTE].day++;
}

static void test_a_moved_class_is_no_matter_of_rooms(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, move_class);
    const CoDifference *difference = compared.difference;
    ASSERT_FACTS(difference->people[0], CO_FACT_MOVED);
    g_assert_cmpint(difference->people[0].facts[0].before.day, ==, 739001);
    g_assert_cmpint(difference->people[0].facts[0].after.day, ==, 739002);
    ASSERT_NOTHING(difference->people[1]);
    ASSERT_FACTS(difference->groups[0], CO_FACT_MOVED);
    ASSERT_NOTHING(difference->groups[1]);
    ASSERT_FACTS(difference->trainers[0], CO_FACT_MOVED);
    ASSERT_NOTHING(difference->trainers[1]);
    ASSERT_NOTHING(difference->rooms[0]);
    ASSERT_FACTS(difference->schools[1], CO_FACT_MOVED);
    g_assert_cmpint(difference->schools[1].facts[0].person_idx, ==, 2);
    /* Of school 0 somebody attends and somebody teaches. */
    ASSERT_FACTS(difference->schools[0], CO_FACT_MOVED, CO_FACT_MOVED);
    g_assert_cmpint(difference->schools[0].facts[0].person_idx, ==, 0);
    g_assert_cmpint(difference->schools[0].facts[1].trainer_idx, ==, 0);
    ASSERT_NOTHING(difference->eafc);
    g_assert_cmpint(co_facts_count(difference->people, N_PEOPLE), ==, 2);
}

static void change_halves(CoPlan *plan)
{
    plan->groups[1].meetings[MODULE_ROOM].halves = CO_HALF_PM;
}

static void test_other_half_days_are_a_move(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, change_halves);
    ASSERT_FACTS(compared.difference->people[1], CO_FACT_MOVED);
    ASSERT_FACTS(compared.difference->rooms[1], CO_FACT_MOVED);
    ASSERT_NOTHING(compared.difference->rooms[0]);
}

static void change_room(CoPlan *plan)
{
    plan->groups[0].room_idx = 1;
}

static void test_a_group_that_changes_rooms_is_booked_here_and_not_there(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, change_room);
    ASSERT_FACTS(compared.difference->groups[0], CO_FACT_ROOM);
    ASSERT_FACTS(compared.difference->rooms[0], CO_FACT_CANCELLED);
    ASSERT_FACTS(compared.difference->rooms[1], CO_FACT_ADDED);
    g_assert_cmpint(compared.difference->rooms[1].facts[0].after.module_idx, ==, MODULE_ROOM);
    ASSERT_FACTS(compared.difference->people[2], CO_FACT_ROOM);
    /* Of school 0 one attends and one teaches. */
    ASSERT_FACTS(compared.difference->schools[0], CO_FACT_ROOM, CO_FACT_ROOM);
    g_assert_cmpint(compared.difference->schools[0].facts[1].trainer_idx, ==, 0);
}

static void swap_trainer(CoPlan *plan)
{
    plan->groups[0].trainer_idx[0] = 2;
}

static void test_a_swapped_trainer_gains_and_loses_the_group(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, swap_trainer);
    ASSERT_FACTS(compared.difference->trainers[0], CO_FACT_TEACHES_NOT);
    ASSERT_FACTS(compared.difference->trainers[2], CO_FACT_TEACHES);
    ASSERT_NOTHING(compared.difference->trainers[1]);
    ASSERT_FACTS(compared.difference->people[0], CO_FACT_TEAM);
    ASSERT_FACTS(compared.difference->schools[0], CO_FACT_TEAM, CO_FACT_TEACHES_NOT);
}

static void move_person(CoPlan *plan)
{
    plan->groups[0].n_members = 1; /* person 2 */
    co_group_add_member(&plan->groups[1], 2);
    plan->groups[1].meetings[MODULE_ROOM].day++;
}

static void test_who_changes_groups_has_both_compared(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, move_person);
    ASSERT_FACTS(compared.difference->people[2], CO_FACT_OTHER_GROUP, CO_FACT_ROOM, CO_FACT_TEAM,
                 CO_FACT_MOVED);
    ASSERT_FACTS(compared.difference->groups[0], CO_FACT_LEFT);
    ASSERT_FACTS(compared.difference->groups[1], CO_FACT_MOVED, CO_FACT_JOINED);
    ASSERT_FACTS(compared.difference->rooms[0], CO_FACT_SIZE);
    ASSERT_FACTS(compared.difference->trainers[0], CO_FACT_LEFT);
    ASSERT_NOTHING(compared.difference->people[0]); /* who sits beside is nobody's business */
    ASSERT_FACTS(compared.difference->people[1], CO_FACT_MOVED);
}

static void place_and_release(CoPlan *plan)
{
    plan->groups[0].n_members = 1;
    co_group_add_member(&plan->groups[0], 3);
    plan->unplaced[0].person_idx = 2;
}

static void test_who_gets_a_group_and_who_loses_it_are_told(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, place_and_release);
    ASSERT_FACTS(compared.difference->people[2], CO_FACT_RELEASED);
    ASSERT_FACTS(compared.difference->people[3], CO_FACT_CALLED);
    ASSERT_FACTS(compared.difference->groups[0], CO_FACT_JOINED, CO_FACT_LEFT);
    ASSERT_NOTHING(compared.difference->rooms[0]); /* as many as before */
    ASSERT_FACTS(compared.difference->schools[1], CO_FACT_RELEASED, CO_FACT_CALLED);
    ASSERT_FACTS(compared.difference->eafc, CO_FACT_REASON, CO_FACT_REASON);
}

static void other_reason(CoPlan *plan)
{
    plan->unplaced[0].main_rule = CO_R08;
}

static void other_remedy(CoPlan *plan)
{
    plan->unplaced[0].remedy = CO_REMEDY_ADD_ROOM;
}

static void test_a_reason_is_told_to_the_school_and_a_remedy_to_the_planner(void)
{
    g_auto(Compared) reason = {0};
    compare(&reason, other_reason);
    ASSERT_FACTS(reason.difference->schools[1], CO_FACT_REASON);
    ASSERT_NOTHING(reason.difference->people[3]);
    g_auto(Compared) remedy = {0};
    compare(&remedy, other_remedy);
    ASSERT_NOTHING(remedy.difference->schools[1]);
    ASSERT_FACTS(remedy.difference->eafc, CO_FACT_REASON);
    g_assert_false(co_difference_is_empty(remedy.difference));
}

static void rename_group(CoPlan *plan)
{
    g_free(plan->groups[1].code);
    plan->groups[1].code = g_strdup("C");
}

static void test_another_code_is_another_group(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, rename_group);
    ASSERT_FACTS(compared.difference->groups[1], CO_FACT_GROUP_NEW);
    ASSERT_FACTS(compared.difference->eafc, CO_FACT_GROUP_GONE);
    ASSERT_FACTS(compared.difference->people[1], CO_FACT_OTHER_GROUP);
    ASSERT_FACTS(compared.difference->trainers[1], CO_FACT_TEACHES, CO_FACT_TEACHES_NOT);
    ASSERT_FACTS(compared.difference->rooms[1], CO_FACT_ADDED, CO_FACT_CANCELLED);
}

static void other_path(CoPlan *plan)
{
    for (int m = 0; m < N_MODULES; m++)
        plan->groups[1].meetings[m].module_idx += N_MODULES;
    plan->groups[1].path_idx = 1;
}

static void test_a_group_of_another_path_is_another_group(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, other_path);
    ASSERT_FACTS(compared.difference->people[1], CO_FACT_OTHER_GROUP);
    ASSERT_FACTS(compared.difference->eafc, CO_FACT_GROUP_GONE);
}

static void drop_meeting(CoPlan *plan)
{
    plan->groups[0].n_meetings = 1;
}

static void test_a_meeting_may_come_or_go(void)
{
    g_auto(Compared) compared = {0};
    compare(&compared, drop_meeting);
    ASSERT_FACTS(compared.difference->people[0], CO_FACT_CANCELLED);
    g_autoptr(CoDifference) back =
        co_difference_new(compared.campaign, compared.after, compared.before);
    ASSERT_FACTS(back->people[0], CO_FACT_ADDED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/domain/difference/the same plan tells nobody anything",
                    test_the_same_plan_tells_nobody_anything);
    g_test_add_func("/domain/difference/a moved class is no matter of rooms",
                    test_a_moved_class_is_no_matter_of_rooms);
    g_test_add_func("/domain/difference/other half-days are a move",
                    test_other_half_days_are_a_move);
    g_test_add_func("/domain/difference/a group that changes rooms is booked here and not there",
                    test_a_group_that_changes_rooms_is_booked_here_and_not_there);
    g_test_add_func("/domain/difference/a swapped trainer gains and loses the group",
                    test_a_swapped_trainer_gains_and_loses_the_group);
    g_test_add_func("/domain/difference/who changes groups has both compared",
                    test_who_changes_groups_has_both_compared);
    g_test_add_func("/domain/difference/who gets a group and who loses it are told",
                    test_who_gets_a_group_and_who_loses_it_are_told);
    g_test_add_func("/domain/difference/a reason is told to the school, a remedy to the planner",
                    test_a_reason_is_told_to_the_school_and_a_remedy_to_the_planner);
    g_test_add_func("/domain/difference/another code is another group",
                    test_another_code_is_another_group);
    g_test_add_func("/domain/difference/a group of another path is another group",
                    test_a_group_of_another_path_is_another_group);
    g_test_add_func("/domain/difference/a meeting may come or go", test_a_meeting_may_come_or_go);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule about FM1, trainers, offices and milestones becomes in the grouping problem. */
#include "kit.h"

/* ---- R05 ---- */

static void test_lifting_fm1_widens_windows_or_opens_every_day_r05(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    CoFm1Window *window = co_campaign_add_fm1_window(campaign);
    window->first_day = window->last_day = KIT_MONDAY + 1;
    window->max_groups = 3;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) strict = kit_build(campaign);
    g_autoptr(CoEngineProblem) wider = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R05));
    g_autoptr(CoEngineProblem) always = kit_build_relaxed(campaign, CO_RELAX_FM1_DAYS);
    g_assert_cmpint(strict->grouping.fm1_capacity[2], ==, 3);
    g_assert_cmpint(strict->grouping.fm1_capacity[0], ==, 0);
    g_assert_cmpint(wider->grouping.fm1_capacity[2], >, 100);
    g_assert_cmpint(wider->grouping.fm1_capacity[0], ==, 0);
    g_assert_cmpint(always->grouping.fm1_capacity[0], >, 100);
}

/* ---- R06 ---- */

/* Four trainers: F1 confirmed and accounting, F2..F4 ordering, F4 of no path; groups of two. */
static CoCampaign *begin_pairs(CoPairRule rule)
{
    CoCampaign *campaign = kit_two();
    kit_trainer(campaign, "F3", 0);
    kit_trainer(campaign, "F4", 0)->n_paths = 0;
    campaign->trainers[0].confirmed = true;
    campaign->trainers[0].sphere = CO_SPHERE_ACCOUNTING;
    campaign->paths[0].trainers_per_group = 2;
    campaign->paths[0].pair_rule = rule;
    return campaign;
}

static void assert_teams(CoCampaign *campaign, int n, const CoGrpTeam *teams)
{
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    const CoGrpClass *cls = &problem->grouping.classes[0];
    g_assert_cmpint(cls->team_size, ==, campaign->paths[0].trainers_per_group);
    g_assert_cmpint(cls->n_teams, ==, n);
    for (int t = 0; t < n; t++) {
        g_assert_cmpint(cls->teams[t].trainer[0], ==, teams[t].trainer[0]);
        g_assert_cmpint(cls->teams[t].trainer[1], ==, teams[t].trainer[1]);
    }
}

static void test_any_two_skilled_trainers_are_a_free_pair_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_FREE);
    assert_teams(campaign, 3, (CoGrpTeam[]){{{0, 1}}, {{0, 2}}, {{1, 2}}});
}

static void test_one_of_the_pair_is_confirmed_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_ONE_CONFIRMED);
    assert_teams(campaign, 2, (CoGrpTeam[]){{{0, 1}}, {{0, 2}}});
}

static void test_the_pair_has_one_of_each_sphere_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_ONE_PER_SPHERE);
    campaign->trainers[2].sphere = CO_SPHERE_NONE;
    assert_teams(campaign, 1, (CoGrpTeam[]){{{0, 1}}});
}

static CoPair *add_pair(CoCampaign *campaign, int first, int second)
{
    CoPair *pair = co_campaign_add_pair(campaign);
    pair->trainer_idx[0] = first;
    pair->trainer_idx[1] = second;
    return pair;
}

static void test_fixed_pairs_are_those_listed_for_the_path_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_FIXED);
    int other_path = 1;
    kit_path(campaign, "ORD", KIT_ORD);
    add_pair(campaign, 2, 0);
    add_pair(campaign, 0, 3); /* not skilled */
    CoPair *elsewhere = add_pair(campaign, 1, 2);
    elsewhere->n_paths = 1;
    elsewhere->path_idx = co_campaign_array(campaign, &other_path, 1, sizeof other_path);
    assert_teams(campaign, 1, (CoGrpTeam[]){{{0, 2}}});
}

static void test_one_trainer_alone_is_a_team_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_FREE);
    campaign->paths[0].trainers_per_group = 1;
    assert_teams(campaign, 3, (CoGrpTeam[]){{{0, -1}}, {{1, -1}}, {{2, -1}}});
}

static void test_lifting_skills_lets_anybody_teach_r06(void)
{
    g_autoptr(CoCampaign) campaign = begin_pairs(CO_PAIR_FIXED);
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R06));
    g_assert_cmpint(problem->grouping.classes[0].n_teams, ==, 6);
    g_assert_nonnull(problem->grouping.trainers[3].cost[0]);
}

/* ---- R07 ---- */

static void test_the_load_of_a_trainer_is_limited_r07(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->trainers[0].max_half_days = 6;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_autoptr(CoEngineProblem) relaxed = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R07));
    g_assert_cmpint(problem->grouping.trainers[0].max_slots, ==, 6);
    g_assert_cmpint(problem->grouping.trainers[1].max_slots, ==, -1);
    g_assert_cmpint(relaxed->grouping.trainers[0].max_slots, ==, -1);
}

static int limit_of(CoCampaign *campaign, int max_half_days)
{
    campaign->trainers[0].max_half_days = max_half_days;
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    return problem->grouping.trainers[0].max_slots;
}

/* Groups of four half-days, and of seven for those who may teach them. */
static void test_a_limit_is_rounded_to_what_whole_groups_add_up_to_r07(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 2);
    kit_path(campaign, "ASG", KIT_ASG);
    for (int k = 0; k < 3; k++)
        kit_module(campaign, 1, CO_MODE_IN_PERSON, 2);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 1);
    kit_person(campaign, 0, KIT_ASG);
    co_campaign_finish(campaign);
    g_assert_cmpint(limit_of(campaign, 3), ==, 0);
    g_assert_cmpint(limit_of(campaign, 4), ==, 4);
    g_assert_cmpint(limit_of(campaign, 15), ==, 12);
    g_assert_cmpint(limit_of(campaign, 999), ==, 999);
    int both[] = {0, 1};
    campaign->trainers[0].n_paths = 2;
    campaign->trainers[0].path_idx = co_campaign_array(campaign, both, 2, sizeof both[0]);
    g_assert_cmpint(limit_of(campaign, 6), ==, 4);
    g_assert_cmpint(limit_of(campaign, 10), ==, 8);
    g_assert_cmpint(limit_of(campaign, 13), ==, 12);
    g_assert_cmpint(limit_of(campaign, 15), ==, 15);
}

/* ---- R08 ---- */

/* E1 has a staff of two: its secretary and an assistant, who takes the path ASG. */
static CoCampaign *begin_office(int staff)
{
    CoCampaign *campaign = kit_two();
    kit_path(campaign, "ASG", KIT_ASG);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 2);
    kit_person(campaign, 0, KIT_ASG);
    campaign->establishments[0].staff = staff;
    return campaign;
}

static void test_an_office_of_known_staff_keeps_one_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(2);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_offices, ==, 1);
    g_assert_cmpint(problem->grouping.office_limit[0], ==, 1);
    g_assert_cmpint(problem->grouping.items[0].office, ==, 0);
    g_assert_cmpint(problem->grouping.items[0].n_service, ==, 1);
    g_assert_cmpint(problem->grouping.items[1].office, ==, -1); /* unknown staff */
    g_assert_cmpint(problem->grouping.items[2].office, ==, 0);
}

static void test_an_office_that_cannot_be_emptied_is_not_watched_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(4);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_offices, ==, 0);
    g_assert_cmpint(problem->grouping.items[0].office, ==, -1);
}

static void test_an_office_that_can_just_reach_its_limit_counts_for_comfort_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(3);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_offices, ==, 1);
    g_assert_cmpint(problem->grouping.office_limit[0], ==, 2);
}

static void test_a_trainer_posted_there_is_away_when_teaching_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(2);
    campaign->trainers[0].place.uai = "E1";
    campaign->trainers[0].role_idx = KIT_ASG;
    campaign->trainers[1].place.uai = "E1";
    campaign->trainers[1].role_idx = KIT_ORD; /* no service */
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.trainers[0].office, ==, 0);
    g_assert_true(problem->grouping.trainers[0].service);
    g_assert_cmpint(problem->grouping.trainers[1].office, ==, -1);
    g_assert_false(problem->grouping.trainers[1].service);
}

static void test_a_participant_is_missed_at_the_office_even_when_teaching_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(2);
    kit_same_human(campaign, 0, 0); /* as a trainer: posted elsewhere, role unknown */
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.trainers[0].office, ==, 0);
    g_assert_true(problem->grouping.trainers[0].service);
    g_assert_cmpint(problem->grouping.items[0].n_service, ==, 1);
    g_assert_true(problem->exact);
}

static void test_a_human_of_two_offices_holds_a_place_in_both_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(3);
    campaign->establishments[1].staff = 3;
    kit_person(campaign, 1, KIT_ASG);
    kit_same_human(campaign, 0, 0); /* secretary of E1, posted as a trainer in E2 */
    campaign->trainers[0].place.uai = "E2";
    campaign->trainers[0].role_idx = KIT_SG;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_offices, ==, 2);
    g_assert_cmpint(problem->grouping.office_limit[0], ==, 1);
    g_assert_cmpint(problem->grouping.office_limit[1], ==, 1);
    g_assert_false(problem->exact);
}

static void test_virtual_classes_empty_an_office_when_told_so_r08(void)
{
    g_autoptr(CoCampaign) campaign = begin_office(2);
    campaign->parameters.continuity_remote = true;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_true(problem->grouping.offices_remote);
}

/* ---- R09 ---- */

/* Head and secretary of E1, a second head there, a head alone in E2. */
static CoCampaign *begin_heads(void)
{
    CoCampaign *campaign = kit_two();
    campaign->people[1].establishment_idx = 0;
    kit_path(campaign, "ORD", KIT_ORD);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 1);
    kit_person(campaign, 0, KIT_ORD);
    kit_person(campaign, 1, KIT_ORD);
    return campaign;
}

static void test_head_and_secretary_are_not_all_away_r09(void)
{
    g_autoptr(CoCampaign) campaign = begin_heads();
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_heads, ==, 1);
    g_assert_cmpint(problem->grouping.heads_limit[0], ==, 2); /* of three */
    g_assert_cmpint(problem->grouping.items[0].heads, ==, 0);
    g_assert_cmpint(problem->grouping.items[0].n_heads, ==, 1);
    g_assert_cmpint(problem->grouping.items[3].heads, ==, -1); /* no secretary in E2 */
}

static void test_the_trained_do_not_count_as_head_or_secretary_r09(void)
{
    g_autoptr(CoCampaign) campaign = begin_heads();
    campaign->people[2].already_trained = true;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_heads, ==, 0);
}

static void test_heads_may_all_leave_when_told_so_r09(void)
{
    g_autoptr(CoCampaign) campaign = begin_heads();
    campaign->parameters.head_present = false;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.n_heads, ==, 0);
}

/* ---- R10 and comfort ---- */

static CoMilestone *add_milestone(CoCampaign *campaign, int role_idx, bool forbidden)
{
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->first_day = KIT_MONDAY - 3;
    milestone->last_day = KIT_MONDAY;
    milestone->n_roles = 1;
    milestone->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof role_idx);
    milestone->forbidden = forbidden;
    return milestone;
}

static void test_forbidden_milestones_keep_their_roles_at_home_r10(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    add_milestone(campaign, KIT_SG, true);
    campaign->trainers[1].role_idx = KIT_SG;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 3);
    g_assert_cmpuint(problem->grouping.items[0].busy_remote[0], ==, 0);
    g_assert_cmpuint(problem->grouping.items[0].absent_remote[0], ==, 0);
    g_assert_cmpuint(problem->grouping.trainers[0].busy_away[0], ==, 0);
    g_assert_cmpuint(problem->grouping.trainers[1].busy_away[0], ==, 3);
    g_assert_cmpuint(problem->grouping.trainers[1].busy_remote[0], ==, 0);
}

static void test_milestones_reach_virtual_classes_when_these_count_as_away_r10(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    add_milestone(campaign, KIT_SG, true);
    campaign->trainers[1].role_idx = KIT_SG;
    campaign->parameters.continuity_remote = true;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_remote[0], ==, 3);
    g_assert_cmpuint(problem->grouping.trainers[1].busy_remote[0], ==, 3);
}

static void test_a_milestone_looks_at_the_whole_human_r10(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    add_milestone(campaign, KIT_ASG, true);
    kit_same_human(campaign, 0, 0);
    campaign->trainers[0].role_idx = KIT_ASG;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 3);
    g_assert_cmpuint(problem->grouping.items[1].busy_away[0], ==, 0);
}

static void test_milestones_of_another_academy_or_role_bind_nobody_r10(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    co_campaign_add_academy(campaign);
    co_campaign_add_academy(campaign);
    for (int e = 0; e < 2; e++)
        campaign->establishments[e].academy_idx = 0;
    add_milestone(campaign, KIT_SG, true)->academy_idx = 1;
    add_milestone(campaign, KIT_ORD, true);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 0);
}

static void test_milestones_to_avoid_are_comfort_only(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    add_milestone(campaign, KIT_SG, false);
    add_milestone(campaign, KIT_ORD, false)->n_roles = 0; /* everybody */
    campaign->milestones[1].first_day = campaign->milestones[1].last_day = KIT_MONDAY + 2;
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpuint(problem->grouping.items[0].busy_away[0], ==, 0);
    g_assert_cmpuint(problem->grouping.items[0].avoid[0], ==, 3u | (3u << 4));
}

static void test_wednesdays_count_only_when_avoided(void)
{
    for (CoWednesday wednesday = CO_WEDNESDAY_OPEN; wednesday <= CO_WEDNESDAY_CLOSED; wednesday++) {
        g_autoptr(CoCampaign) campaign = kit_two();
        campaign->parameters.wednesday = wednesday;
        g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
        uint64_t expected = wednesday == CO_WEDNESDAY_AVOIDED ? (3u << 4) | (3u << 18) : 0;
        g_assert_cmpuint(problem->grouping.wednesday[0], ==, expected);
    }
}

static void test_weeks_follow_one_another_over_the_new_year(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->parameters.first_day = co_day_from_ymd(2024, 12, 18);
    campaign->parameters.last_day = co_day_from_ymd(2025, 1, 6);
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    const int *week = problem->grouping.week;
    g_assert_cmpint(week[kit_slot(4, 1)], ==, week[0]);     /* Sunday 22 December */
    g_assert_cmpint(week[kit_slot(5, 0)], ==, week[0] + 1); /* Monday */
    g_assert_cmpint(week[kit_slot(12, 0)], ==, week[0] + 2);
    g_assert_cmpint(week[kit_slot(19, 1)], ==, week[0] + 3);
}

/* ---- R11 ---- */

static void test_numbers_of_groups_are_kept_r11(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    campaign->paths[0].min_groups = 1;
    campaign->paths[0].max_groups = 2;
    co_campaign_finish(campaign);
    g_autoptr(CoEngineProblem) problem = kit_build(campaign);
    g_autoptr(CoEngineProblem) relaxed = kit_build_relaxed(campaign, CO_RULE_BIT(CO_R11));
    g_assert_cmpint(problem->grouping.classes[0].min_groups, ==, 1);
    g_assert_cmpint(problem->grouping.classes[0].max_groups, ==, 2);
    g_assert_cmpint(relaxed->grouping.classes[0].min_groups, ==, 0);
    g_assert_cmpint(relaxed->grouping.classes[0].max_groups, ==, 3);
}

static void test_numbers_of_groups_not_given_do_not_bind_r11(void)
{
    g_autoptr(CoCampaign) campaign = kit_two();
    g_autoptr(CoEngineProblem) problem = kit_finish(campaign);
    g_assert_cmpint(problem->grouping.classes[0].min_groups, ==, 0);
    g_assert_cmpint(problem->grouping.classes[0].max_groups, ==, -1);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {
        {"r05/lifted", test_lifting_fm1_widens_windows_or_opens_every_day_r05},
        {"r06/free", test_any_two_skilled_trainers_are_a_free_pair_r06},
        {"r06/confirmed", test_one_of_the_pair_is_confirmed_r06},
        {"r06/spheres", test_the_pair_has_one_of_each_sphere_r06},
        {"r06/fixed", test_fixed_pairs_are_those_listed_for_the_path_r06},
        {"r06/alone", test_one_trainer_alone_is_a_team_r06},
        {"r06/lifted", test_lifting_skills_lets_anybody_teach_r06},
        {"r07/load", test_the_load_of_a_trainer_is_limited_r07},
        {"r07/whole groups", test_a_limit_is_rounded_to_what_whole_groups_add_up_to_r07},
        {"r08/limit", test_an_office_of_known_staff_keeps_one_r08},
        {"r08/large", test_an_office_that_cannot_be_emptied_is_not_watched_r08},
        {"r08/comfort", test_an_office_that_can_just_reach_its_limit_counts_for_comfort_r08},
        {"r08/trainer", test_a_trainer_posted_there_is_away_when_teaching_r08},
        {"r08/same-human", test_a_participant_is_missed_at_the_office_even_when_teaching_r08},
        {"r08/two-offices", test_a_human_of_two_offices_holds_a_place_in_both_r08},
        {"r08/remote", test_virtual_classes_empty_an_office_when_told_so_r08},
        {"r09/limit", test_head_and_secretary_are_not_all_away_r09},
        {"r09/trained", test_the_trained_do_not_count_as_head_or_secretary_r09},
        {"r09/off", test_heads_may_all_leave_when_told_so_r09},
        {"r10/forbidden", test_forbidden_milestones_keep_their_roles_at_home_r10},
        {"r10/remote", test_milestones_reach_virtual_classes_when_these_count_as_away_r10},
        {"r10/whole-human", test_a_milestone_looks_at_the_whole_human_r10},
        {"r10/elsewhere", test_milestones_of_another_academy_or_role_bind_nobody_r10},
        {"comfort/milestones", test_milestones_to_avoid_are_comfort_only},
        {"comfort/wednesday", test_wednesdays_count_only_when_avoided},
        {"comfort/weeks", test_weeks_follow_one_another_over_the_new_year},
        {"r11/counts", test_numbers_of_groups_are_kept_r11},
        {"r11/not-given", test_numbers_of_groups_not_given_do_not_bind_r11},
    };
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/rules/", tests[i].path, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/campaign.h"

#include "sample_campaign.h"

static int add_role(CoCampaign *campaign, const char *code)
{
    co_campaign_add_role(campaign)->code = code;
    return campaign->n_roles - 1;
}

static int add_path(CoCampaign *campaign, const int *role_idx, int n_roles)
{
    CoPath *path = co_campaign_add_path(campaign);
    path->role_idx = co_campaign_array(campaign, role_idx, n_roles, sizeof *role_idx);
    path->n_roles = n_roles;
    return campaign->n_paths - 1;
}

static int add_module(CoCampaign *campaign, int path_idx, int order, CoMode mode)
{
    CoModule *module = co_campaign_add_module(campaign);
    module->path_idx = path_idx;
    module->order = order;
    module->mode = mode;
    module->half_days = 2;
    return campaign->n_modules - 1;
}

static void test_a_campaign_without_academy_gets_one_from_its_parameters(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    campaign->parameters.academy = "Grenoble";
    campaign->parameters.zone = "A";
    co_campaign_add_establishment(campaign);
    co_campaign_add_trainer(campaign);
    co_campaign_add_room(campaign);
    co_campaign_add_closure(campaign);
    co_campaign_add_milestone(campaign);
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->n_academies, ==, 1);
    g_assert_cmpstr(campaign->academies[0].name, ==, "Grenoble");
    g_assert_cmpstr(campaign->academies[0].zone, ==, "A");
    g_assert_cmpint(co_campaign_find_academy(campaign, "Grenoble"), ==, 0);
    g_assert_cmpint(campaign->establishments[0].academy_idx, ==, 0);
    g_assert_cmpint(campaign->trainers[0].academy_idx, ==, 0);
    g_assert_cmpint(campaign->rooms[0].academy_idx, ==, 0);
    g_assert_cmpint(campaign->closures[0].academy_idx, ==, -1);
    g_assert_cmpint(campaign->milestones[0].academy_idx, ==, -1);
}

static void test_with_several_academies_nobody_is_put_in_one(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    campaign->parameters.academy = "Grenoble";
    co_campaign_add_academy(campaign)->name = "Lyon";
    co_campaign_add_academy(campaign)->name = "Amiens";
    co_campaign_add_establishment(campaign);
    co_campaign_add_establishment(campaign)->academy_idx = 1;
    co_campaign_add_trainer(campaign);
    co_campaign_add_room(campaign);
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->n_academies, ==, 2);
    g_assert_cmpint(campaign->establishments[0].academy_idx, ==, -1);
    g_assert_cmpint(campaign->establishments[1].academy_idx, ==, 1);
    g_assert_cmpint(campaign->trainers[0].academy_idx, ==, -1);
    g_assert_cmpint(campaign->rooms[0].academy_idx, ==, -1);
}

static void test_people_are_convoked_the_notice_before_the_first_day(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    campaign->parameters.first_day = co_day_from_ymd(2024, 11, 4);
    campaign->parameters.notice_warn_days = 20;
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->parameters.convocation_day, ==, co_day_from_ymd(2024, 10, 15));
}

static void test_a_given_convocation_day_stands(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    campaign->parameters.first_day = co_day_from_ymd(2024, 11, 4);
    campaign->parameters.convocation_day = co_day_from_ymd(2024, 9, 2);
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->parameters.convocation_day, ==, co_day_from_ymd(2024, 9, 2));
}

static void test_without_a_horizon_there_is_no_convocation_day(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->parameters.convocation_day, ==, CO_DAY_NONE);
}

static void test_a_path_lists_its_modules_by_order(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int first = add_path(campaign, NULL, 0), second = add_path(campaign, NULL, 0);
    int empty = add_path(campaign, NULL, 0);
    int c = add_module(campaign, first, 30, CO_MODE_IN_PERSON);
    int x = add_module(campaign, second, 1, CO_MODE_IN_PERSON);
    int a = add_module(campaign, first, 10, CO_MODE_WEBINAR);
    int b = add_module(campaign, first, 20, CO_MODE_SELF_STUDY);
    int tie = add_module(campaign, first, 20, CO_MODE_IN_PERSON);
    add_module(campaign, -1, 1, CO_MODE_IN_PERSON);
    co_campaign_finish(campaign);
    const int expected[] = {a, b, tie, c};
    g_assert_cmpint(campaign->paths[first].n_modules, ==, 4);
    for (int i = 0; i < 4; i++)
        g_assert_cmpint(campaign->paths[first].module_idx[i], ==, expected[i]);
    g_assert_cmpint(campaign->paths[second].n_modules, ==, 1);
    g_assert_cmpint(campaign->paths[second].module_idx[0], ==, x);
    g_assert_cmpint(campaign->paths[empty].n_modules, ==, 0);
}

static void test_a_role_leads_to_the_path_that_lists_it(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int head = add_role(campaign, "chef"), secretary = add_role(campaign, "sg");
    int nobody = add_role(campaign, "autre");
    add_path(campaign, &head, 1);
    int path = add_path(campaign, &secretary, 1);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, &secretary, 1), ==, path);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, &nobody, 1), ==, -1);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, NULL, 0), ==, -1);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, &(int){-1}, 1), ==, -1);
}

static void test_two_roles_lead_to_the_path_that_lists_both_even_if_shorter(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int roles[] = {add_role(campaign, "ac"), add_role(campaign, "sg")};
    int longer = add_path(campaign, roles, 1);
    int both = add_path(campaign, roles, 2);
    add_module(campaign, longer, 1, CO_MODE_IN_PERSON);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, roles, 2), ==, both);
    int turned[] = {roles[1], roles[0]};
    g_assert_cmpint(co_campaign_path_for_roles(campaign, turned, 2), ==, both);
}

static void test_two_roles_of_two_paths_lead_to_the_one_with_more_half_days(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int roles[] = {add_role(campaign, "ac"), add_role(campaign, "sg")};
    int shorter = add_path(campaign, &roles[0], 1), longer = add_path(campaign, &roles[1], 1);
    add_module(campaign, shorter, 1, CO_MODE_IN_PERSON);
    add_module(campaign, longer, 1, CO_MODE_IN_PERSON);
    add_module(campaign, longer, 2, CO_MODE_VIRTUAL_CLASS);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, roles, 2), ==, longer);
}

static void test_modules_without_a_date_of_the_group_do_not_make_a_path_longer(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int roles[] = {add_role(campaign, "ac"), add_role(campaign, "sg")};
    int other = add_path(campaign, &roles[0], 1), longer = add_path(campaign, &roles[1], 1);
    add_module(campaign, other, 1, CO_MODE_SELF_STUDY);
    add_module(campaign, other, 2, CO_MODE_WEBINAR);
    add_module(campaign, longer, 1, CO_MODE_VIRTUAL_CLASS);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, roles, 2), ==, longer);
}

static void test_between_equal_paths_the_first_of_the_table_is_taken(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    int roles[] = {add_role(campaign, "ac"), add_role(campaign, "sg")};
    int first = add_path(campaign, &roles[1], 1), second = add_path(campaign, &roles[0], 1);
    add_module(campaign, second, 1, CO_MODE_IN_PERSON);
    add_module(campaign, first, 1, CO_MODE_IN_PERSON);
    g_assert_cmpint(co_campaign_path_for_roles(campaign, roles, 2), ==, first);
}

static void test_finish_gives_every_person_a_path(void)
{
    g_autoptr(CoCampaign) campaign = sample_campaign_new(false);
    campaign->people[1].already_trained = true;
    CoPerson *untrained = co_campaign_add_person(campaign);
    untrained->establishment_idx = -1;
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->people[0].path_idx, ==, 1);
    g_assert_cmpint(campaign->people[1].path_idx, ==, 0);
    g_assert_cmpint(campaign->people[2].path_idx, ==, -1);
    g_assert_true(co_campaign_person_is_planned(campaign, 0));
    g_assert_false(co_campaign_person_is_planned(campaign, 1));
    g_assert_false(co_campaign_person_is_planned(campaign, 2));
    g_assert_cmpint(co_campaign_person_academy(campaign, 0), ==, 0);
    g_assert_cmpint(co_campaign_person_academy(campaign, 2), ==, -1);
}

static void test_a_trainer_is_known_by_the_code_of_their_post(void)
{
    g_autoptr(CoCampaign) campaign = sample_campaign_new(false);
    CoTrainer *elsewhere = co_campaign_add_trainer(campaign);
    elsewhere->place.uai = "0932030B";
    co_campaign_add_trainer(campaign);
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->trainers[0].establishment_idx, ==, 0);
    g_assert_cmpint(campaign->trainers[1].establishment_idx, ==, 1);
    g_assert_cmpint(campaign->trainers[2].establishment_idx, ==, -1);
    g_assert_cmpint(campaign->trainers[3].establishment_idx, ==, -1);
}

static void test_a_trainer_with_the_e_mail_of_a_participant_is_that_human(void)
{
    g_autoptr(CoCampaign) campaign = sample_campaign_new(false);
    co_campaign_add_person(campaign)->email = "D.FICTIF@EXEMPLE.INVALID\u00A0";
    co_campaign_add_person(campaign);
    co_campaign_add_trainer(campaign)->email = "";
    co_campaign_add_trainer(campaign)->email = " ";
    co_campaign_finish(campaign);
    g_assert_cmpint(campaign->trainers[0].person_idx, ==, 0);
    g_assert_cmpint(campaign->trainers[1].person_idx, ==, -1);
    g_assert_cmpint(campaign->trainers[2].person_idx, ==, -1);
    g_assert_cmpint(campaign->trainers[3].person_idx, ==, -1);
}

static void test_a_campaign_is_finished_once(void)
{
    g_autoptr(CoCampaign) campaign = co_campaign_new();
    co_campaign_finish(campaign);
    g_test_expect_message(NULL, G_LOG_LEVEL_CRITICAL, "*finished*");
    co_campaign_finish(campaign);
    g_test_assert_expected_messages();
    g_assert_cmpint(campaign->n_academies, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/campaign/finish/one_academy",
                    test_a_campaign_without_academy_gets_one_from_its_parameters);
    g_test_add_func("/campaign/finish/academies", test_with_several_academies_nobody_is_put_in_one);
    g_test_add_func("/campaign/finish/convocation",
                    test_people_are_convoked_the_notice_before_the_first_day);
    g_test_add_func("/campaign/finish/given_convocation", test_a_given_convocation_day_stands);
    g_test_add_func("/campaign/finish/no_horizon",
                    test_without_a_horizon_there_is_no_convocation_day);
    g_test_add_func("/campaign/finish/modules", test_a_path_lists_its_modules_by_order);
    g_test_add_func("/campaign/path_for_roles/one", test_a_role_leads_to_the_path_that_lists_it);
    g_test_add_func("/campaign/path_for_roles/both",
                    test_two_roles_lead_to_the_path_that_lists_both_even_if_shorter);
    g_test_add_func("/campaign/path_for_roles/longer",
                    test_two_roles_of_two_paths_lead_to_the_one_with_more_half_days);
    g_test_add_func("/campaign/path_for_roles/synchronous",
                    test_modules_without_a_date_of_the_group_do_not_make_a_path_longer);
    g_test_add_func("/campaign/path_for_roles/tie",
                    test_between_equal_paths_the_first_of_the_table_is_taken);
    g_test_add_func("/campaign/finish/people", test_finish_gives_every_person_a_path);
    g_test_add_func("/campaign/finish/post", test_a_trainer_is_known_by_the_code_of_their_post);
    g_test_add_func("/campaign/finish/human",
                    test_a_trainer_with_the_e_mail_of_a_participant_is_that_human);
    g_test_add_func("/campaign/finish/once", test_a_campaign_is_finished_once);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons, trainers and offices that no dates suit. */
#include "examine.h"
#include "kit.h"

static void block_person(CoCampaign *campaign, int person_idx, const char *span)
{
    CoPerson *person = &campaign->people[person_idx];
    kit_unavailable(campaign, &person->n_spans, &person->spans, span);
}

static void test_a_person_who_is_never_free(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    block_person(campaign, 2, "05/11/2024..15/11/2024");
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_PERSON_NEVER_FREE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->person_idx, ==, 2);
    g_assert_cmpint(finding->rule, ==, CO_R03);
    g_assert_cmpint(finding->found, ==, 2);
    g_assert_cmpint(finding->allowed, ==, 4);
    g_assert_cmpint(readiness->n_findings, ==, 1);
    g_assert_cmpint(readiness->capacities[0].n_excluded, ==, 1);
}

static void test_a_person_with_just_enough_dates_is_no_finding(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    block_person(campaign, 2, "06/11/2024..15/11/2024");
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_findings, ==, 0);
}

static void test_the_cause_of_an_absence_is_told(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->first_day = KIT_MONDAY + 1;
    milestone->last_day = KIT_MONDAY + 11;
    int role = KIT_ASG;
    milestone->n_roles = 1;
    milestone->role_idx = co_campaign_array(campaign, &role, 1, sizeof role);
    milestone->forbidden = true;
    campaign->people[0].role_idx[0] = KIT_ASG;
    int roles[] = {KIT_SG, KIT_ASG};
    campaign->paths[0].n_roles = 2;
    campaign->paths[0].role_idx = co_campaign_array(campaign, roles, 2, sizeof role);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_PERSON_NEVER_FREE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->person_idx, ==, 0);
    g_assert_cmpint(finding->rule, ==, CO_R10);
}

static void test_a_webinar_may_take_the_last_dates(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    open_fm1(campaign, 0, 1, 2);
    CoModule *webinar = kit_module(campaign, 0, CO_MODE_WEBINAR, 1);
    webinar->earliest = webinar->latest = KIT_MONDAY;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_PERSON_NEVER_FREE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->rule, ==, CO_R01);
    g_assert_cmpint(readiness->capacities[0].n_excluded, ==, 6);
}

static void test_several_causes_together_are_told_as_such(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    open_fm1(campaign, 0, 2, 2);
    CoModule *webinar = kit_module(campaign, 0, CO_MODE_WEBINAR, 1);
    webinar->earliest = webinar->latest = KIT_MONDAY;
    block_person(campaign, 2, "05/11/2024..06/11/2024");
    campaign->modules[1].gap_min_days = 2;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = NULL;
    for (int i = 0; i < readiness->n_findings; i++)
        if (readiness->findings[i].person_idx == 2)
            finding = &readiness->findings[i];
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->kind, ==, CO_FINDING_PERSON_NEVER_FREE);
    g_assert_cmpint((int)finding->rule, ==, 0);
}

static void test_dates_after_the_cutover_do_not_count(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = "V0";
    wave->cutover = KIT_MONDAY + 1;
    campaign->establishments[3].wave_idx = 1;
    campaign->modules[0].before_cutover = campaign->modules[1].before_cutover = true;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_PERSON_NEVER_FREE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->person_idx, ==, 3);
    g_assert_cmpint(finding->rule, ==, CO_R04);
}

static void test_a_person_whom_no_room_suits(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].accessible = false;
    campaign->people[4].needs_access = true;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_PERSON_WITHOUT_ROOM);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->person_idx, ==, 4);
    g_assert_cmpint(finding->rule, ==, CO_R18);
}

static void test_a_trainer_who_is_never_free(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_unavailable(campaign, &campaign->trainers[1].n_spans, &campaign->trainers[1].spans,
                    "04/11/2024..14/11/2024");
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_TRAINER_NEVER_FREE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->trainer_idx, ==, 1);
    g_assert_cmpint(finding->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(readiness->n_findings, ==, 1);
}

static void test_a_trainer_whose_load_carries_no_group(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->trainers[0].max_half_days = 4; /* a group takes 5 */
    campaign->trainers[1].max_half_days = 5;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_TRAINER_LOAD);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->trainer_idx, ==, 0);
    g_assert_cmpint(finding->found, ==, 4);
    g_assert_cmpint(finding->allowed, ==, 5);
}

static void test_an_office_that_cannot_take_turns(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_room(campaign, "S2");
    open_fm1(campaign, 0, 1, 2);
    campaign->establishments[0].staff = 2;
    kit_person(campaign, 0, KIT_SG);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_OFFICE_SHORT);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->establishment_idx, ==, 0);
    g_assert_cmpint(finding->found, ==, 2);
    g_assert_cmpint(finding->allowed, ==, 1);
}

static void test_an_office_that_takes_turns_needs_a_group_for_each(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->establishments[0].staff = 2;
    kit_person(campaign, 0, KIT_SG);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_null(find_kind(readiness, CO_FINDING_OFFICE_SHORT));
    g_assert_cmpint(readiness->capacities[0].needed, ==, 2);
    g_assert_cmpint(readiness->n_of_severity[CO_SEVERITY_ERROR], ==, 0);
}

static void test_an_establishment_called_whole_against_its_continuity(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.group_by_establishment = true;
    campaign->establishments[0].staff = 2;
    kit_person(campaign, 0, KIT_SG);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_OFFICE_WHOLE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->establishment_idx, ==, 0);
    g_assert_cmpint(finding->rule, ==, CO_R08);
    g_assert_cmpint(finding->n_persons, ==, 2);
    g_assert_cmpint(readiness->capacities[0].n_excluded, ==, 2);
}

static void test_an_establishment_called_whole_without_its_heads(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    int both[] = {KIT_SG, KIT_ORD};
    campaign->parameters.group_by_establishment = true;
    campaign->paths[0].n_roles = 2;
    campaign->paths[0].role_idx = co_campaign_array(campaign, both, 2, sizeof *both);
    kit_person(campaign, 0, KIT_ORD);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_OFFICE_WHOLE);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->rule, ==, CO_R09);
    g_assert_cmpint(finding->found, ==, 2);
    g_assert_cmpint(finding->allowed, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readiness/person/never_free", test_a_person_who_is_never_free);
    g_test_add_func("/readiness/person/just_enough",
                    test_a_person_with_just_enough_dates_is_no_finding);
    g_test_add_func("/readiness/person/milestone", test_the_cause_of_an_absence_is_told);
    g_test_add_func("/readiness/person/webinar", test_a_webinar_may_take_the_last_dates);
    g_test_add_func("/readiness/person/several", test_several_causes_together_are_told_as_such);
    g_test_add_func("/readiness/office/heads",
                    test_an_establishment_called_whole_without_its_heads);
    g_test_add_func("/readiness/person/cutover", test_dates_after_the_cutover_do_not_count);
    g_test_add_func("/readiness/person/no_room", test_a_person_whom_no_room_suits);
    g_test_add_func("/readiness/trainer/never_free", test_a_trainer_who_is_never_free);
    g_test_add_func("/readiness/trainer/load", test_a_trainer_whose_load_carries_no_group);
    g_test_add_func("/readiness/office/short", test_an_office_that_cannot_take_turns);
    g_test_add_func("/readiness/office/turns",
                    test_an_office_that_takes_turns_needs_a_group_for_each);
    g_test_add_func("/readiness/office/whole",
                    test_an_establishment_called_whole_against_its_continuity);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means against need, on campaigns small enough to reckon by hand. */
#include "cohorte/engine.h"
#include "examine.h"
#include "kit.h"

static void add_people(CoCampaign *campaign, int n)
{
    for (int i = 0; i < n; i++) {
        g_autofree char *uai = g_strdup_printf("F%d", i);
        kit_establishment(campaign, uai);
        kit_person(campaign, campaign->n_establishments - 1, KIT_SG);
    }
}

static void test_a_campaign_that_can_be_planned_has_nothing_to_settle(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_findings, ==, 0);
    g_assert_cmpint(readiness->n_capacities, ==, 1);
    const CoCapacity *capacity = &readiness->capacities[0];
    g_assert_cmpint(capacity->n_persons, ==, 6);
    g_assert_cmpint(capacity->group_size, ==, 10);
    g_assert_cmpint(capacity->half_days, ==, 4);
    g_assert_cmpint(capacity->needed, ==, 1);
    /* Ten days in one room, two for each group. */
    g_assert_cmpint(capacity->by_rooms, ==, 5);
    g_assert_cmpint(capacity->possible, ==, 5);
    g_assert_cmpint(capacity->by_fm1, ==, 10);
    g_assert_cmpint(capacity->by_load, ==, -1);
    g_assert_cmpint(capacity->by_count, ==, -1);
    g_assert_cmpint(capacity->n_left, ==, 0);
}

static void test_weeks_tell_what_is_free_at_once(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_unavailable(campaign, &campaign->trainers[0].n_spans, &campaign->trainers[0].spans,
                    "04/11/2024..08/11/2024");
    kit_room(campaign, "S2");
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoCapacity *capacity = &readiness->capacities[0];
    g_assert_cmpint(capacity->n_weeks, ==, 2);
    g_assert_cmpint(capacity->weeks[0].monday, ==, KIT_MONDAY);
    g_assert_cmpint(capacity->weeks[0].n_days, ==, 5);
    g_assert_cmpint(capacity->weeks[0].fm1, ==, 2);
    g_assert_cmpint(capacity->weeks[0].rooms, ==, 2);
    g_assert_cmpint(capacity->weeks[0].teams, ==, 1);
    g_assert_cmpint(capacity->weeks[0].at_once, ==, 1);
    g_assert_cmpint(capacity->weeks[1].teams, ==, 2);
    g_assert_cmpint(capacity->weeks[1].at_once, ==, 2);
}

static void assert_short(CoCampaign *campaign, CoLimit limit, int needed, int possible, int left)
{
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_GROUPS_SHORT);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(finding->limit, ==, limit);
    g_assert_cmpint(finding->path_idx, ==, 0);
    g_assert_cmpint(finding->found, ==, needed);
    g_assert_cmpint(finding->allowed, ==, possible);
    g_assert_cmpint(finding->n_persons, ==, left);
    g_assert_cmpint(readiness->n_of_severity[CO_SEVERITY_ERROR], ==, 1);
}

static void test_fm1_days_too_few_for_the_groups(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 6);
    open_fm1(campaign, 0, 2, 1);
    kit_room(campaign, "S2");
    assert_short(campaign, CO_LIMIT_FM1, 2, 1, 2);
}

static void test_the_order_of_modules_counts_against_fm1(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    /* Four days, but the second module at least three days after the first: only the fourth day
     * can hold it, and only the first one its beginning. */
    add_people(campaign, 6);
    open_fm1(campaign, 0, 3, 1);
    campaign->modules[1].gap_min_days = 3;
    kit_room(campaign, "S2");
    assert_short(campaign, CO_LIMIT_FM1, 2, 1, 2);
}

static void test_rooms_too_few_for_the_groups(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 24);
    open_fm1(campaign, 0, 3, 9);
    assert_short(campaign, CO_LIMIT_ROOMS, 3, 2, 10);
}

static void test_workstations_make_groups_small_and_many(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].workstations = 1;
    assert_short(campaign, CO_LIMIT_ROOMS, 6, 5, 1);
}

static void test_trainers_too_few_for_the_groups(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 6);
    open_fm1(campaign, 0, 1, 9);
    kit_room(campaign, "S2");
    for (int t = 0; t < 2; t++)
        campaign->trainers[t].confirmed = true;
    campaign->paths[0].trainers_per_group = 2;
    assert_short(campaign, CO_LIMIT_TEAMS, 2, 1, 2);
}

static void test_three_trainers_are_one_pair_at_a_time(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 6);
    open_fm1(campaign, 0, 1, 9);
    kit_room(campaign, "S2");
    kit_trainer(campaign, "F3", 0);
    campaign->paths[0].trainers_per_group = 2;
    assert_short(campaign, CO_LIMIT_TEAMS, 2, 1, 2);
}

static void test_load_of_trainers_too_small(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 20);
    kit_room(campaign, "S2");
    campaign->trainers[0].max_half_days = 5;
    campaign->trainers[1].max_half_days = 9; /* a group takes 5 */
    assert_short(campaign, CO_LIMIT_LOAD, 3, 2, 6);
}

static void test_groups_max_too_small(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 6);
    campaign->paths[0].max_groups = 1;
    assert_short(campaign, CO_LIMIT_COUNT, 2, 1, 2);
}

static void test_means_that_are_never_free_together(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    add_people(campaign, 6);
    /* The room has the first four days, one trainer the last four of six: two days are left. */
    open_fm1(campaign, 0, 9, 9);
    campaign->trainers[0].n_paths = 0;
    kit_unavailable(campaign, &campaign->rooms[0].n_spans, &campaign->rooms[0].spans,
                    "08/11/2024..15/11/2024");
    kit_unavailable(campaign, &campaign->trainers[1].n_spans, &campaign->trainers[1].spans,
                    "04/11/2024..05/11/2024");
    assert_short(campaign, CO_LIMIT_TOGETHER, 2, 1, 2);
}

static void test_no_margin_is_told_without_alarm(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    open_fm1(campaign, 0, 1, 1);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NO_MARGIN);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->severity, ==, CO_SEVERITY_NOTICE);
    g_assert_cmpint(finding->found, ==, 1);
    g_assert_cmpint(readiness->n_findings, ==, 1);
}

static void test_minimum_and_maximum_may_leave_people_out(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    /* Six persons in groups of four or five. */
    campaign->paths[0].min_size = 4;
    campaign->paths[0].max_size = 5;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_SIZES);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 6);
    g_assert_cmpint(finding->n_persons, ==, 1);
}

static void assert_missing(CoCampaign *campaign, CoFindingKind kind)
{
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, kind);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(finding->n_persons, ==, 6);
    g_assert_null(find_kind(readiness, CO_FINDING_GROUPS_SHORT));
}

static void test_a_path_without_dates(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    open_fm1(campaign, 0, 0, 9);
    assert_missing(campaign, CO_FINDING_PATH_WITHOUT_DATE);
}

static void test_a_path_without_a_room(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->rooms[0].workstations = 0;
    assert_missing(campaign, CO_FINDING_PATH_WITHOUT_ROOM);
}

static void test_a_path_without_a_trainer(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->trainers[1].n_paths = 0;
    campaign->paths[0].trainers_per_group = 2;
    assert_missing(campaign, CO_FINDING_PATH_WITHOUT_TRAINER);
}

static void test_a_role_that_no_path_trains(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_person(campaign, 0, KIT_ASG);
    kit_person(campaign, 1, KIT_ASG)->already_trained = true;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_ROLE_WITHOUT_PATH);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->role_idx, ==, KIT_ASG);
    g_assert_cmpint(finding->n_persons, ==, 1);
}

static void test_paths_without_roles_or_persons(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_path(campaign, "ORD", KIT_ORD);
    kit_path(campaign, "VIDE", KIT_ORD)->n_roles = 0;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *empty = find_kind(readiness, CO_FINDING_PATH_WITHOUT_PERSON);
    g_assert_nonnull(empty);
    g_assert_cmpint(empty->path_idx, ==, 1);
    g_assert_cmpint(empty->severity, ==, CO_SEVERITY_NOTICE);
    const CoFinding *roleless = find_kind(readiness, CO_FINDING_PATH_WITHOUT_ROLE);
    g_assert_nonnull(roleless);
    g_assert_cmpint(roleless->path_idx, ==, 2);
}

/* ---- shared means ---- */

/* Two paths, six persons each, two FM1 days in a row for every group. */
static CoCampaign *two_paths(void)
{
    CoCampaign *campaign = kit_begin_plannable();
    kit_path(campaign, "ASG", KIT_ASG);
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 2)->fm1 = true;
    kit_module(campaign, 1, CO_MODE_IN_PERSON, 2)->fm1 = true;
    for (int i = 0; i < 6; i++)
        kit_person(campaign, i, KIT_ASG);
    kit_room(campaign, "S2");
    kit_trainer(campaign, "F3", 1);
    return campaign;
}

static void test_fm1_is_shared_by_paths(void)
{
    g_autoptr(CoCampaign) campaign = two_paths();
    open_fm1(campaign, 0, 2, 1);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_SHARED_FM1);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 8);
    g_assert_cmpint(finding->allowed, ==, 6);
    g_assert_null(find_kind(readiness, CO_FINDING_GROUPS_SHORT));
}

static void test_rooms_are_shared_by_paths(void)
{
    g_autoptr(CoCampaign) campaign = two_paths();
    campaign->rooms[1].workstations = 0;
    open_fm1(campaign, 0, 2, 9);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_SHARED_ROOMS);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 8);
    g_assert_cmpint(finding->allowed, ==, 6);
}

static void test_trainers_are_shared_by_paths(void)
{
    g_autoptr(CoCampaign) campaign = two_paths();
    int both[] = {0, 1};
    for (int t = 0; t < 3; t++)
        campaign->trainers[t].n_paths = 0;
    campaign->trainers[0].n_paths = 2;
    campaign->trainers[0].path_idx = co_campaign_array(campaign, both, 2, sizeof *both);
    campaign->trainers[0].max_half_days = 8; /* 5 for one path, 4 for the other */
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_SHARED_TRAINERS);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 9);
    g_assert_cmpint(finding->allowed, ==, 8);
    g_assert_null(find_kind(readiness, CO_FINDING_GROUPS_SHORT));
}

static void test_an_office_takes_turns_over_all_paths(void)
{
    g_autoptr(CoCampaign) campaign = two_paths();
    campaign->establishments[0].staff = 2;
    open_fm1(campaign, 0, 1, 9);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_OFFICE_SHORT);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 2);
    g_assert_cmpint(finding->allowed, ==, 1);
}

static void test_enough_for_all_paths_is_no_finding(void)
{
    g_autoptr(CoCampaign) campaign = two_paths();
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_findings, ==, 0);
}

static void test_the_worst_comes_first(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    kit_path(campaign, "ORD", KIT_ORD);
    CoPerson *person = &campaign->people[2];
    kit_unavailable(campaign, &person->n_spans, &person->spans, "04/11/2024..15/11/2024");
    kit_establishment(campaign, "MUET")->answered = false;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_findings, ==, 3);
    g_assert_cmpint(readiness->findings[0].severity, ==, CO_SEVERITY_ERROR);
    g_assert_cmpint(readiness->findings[1].severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(readiness->findings[2].severity, ==, CO_SEVERITY_NOTICE);
}

static void test_a_horizon_that_is_too_long_is_refused(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoCampaign) campaign = kit_begin_plannable();
    campaign->parameters.last_day = KIT_MONDAY + 2000;
    co_campaign_finish(campaign);
    CoReadiness *readiness = co_readiness_new(campaign, &error);
    g_assert_error(error, CO_ENGINE_ERROR, CO_ENGINE_ERROR_TOO_LARGE);
    g_assert_null(readiness);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readiness/nothing_to_settle",
                    test_a_campaign_that_can_be_planned_has_nothing_to_settle);
    g_test_add_func("/readiness/weeks", test_weeks_tell_what_is_free_at_once);
    g_test_add_func("/readiness/short/fm1", test_fm1_days_too_few_for_the_groups);
    g_test_add_func("/readiness/short/order", test_the_order_of_modules_counts_against_fm1);
    g_test_add_func("/readiness/short/rooms", test_rooms_too_few_for_the_groups);
    g_test_add_func("/readiness/short/workstations", test_workstations_make_groups_small_and_many);
    g_test_add_func("/readiness/short/trainers", test_trainers_too_few_for_the_groups);
    g_test_add_func("/readiness/short/odd_pair", test_three_trainers_are_one_pair_at_a_time);
    g_test_add_func("/readiness/short/load", test_load_of_trainers_too_small);
    g_test_add_func("/readiness/short/count", test_groups_max_too_small);
    g_test_add_func("/readiness/short/together", test_means_that_are_never_free_together);
    g_test_add_func("/readiness/no_margin", test_no_margin_is_told_without_alarm);
    g_test_add_func("/readiness/sizes", test_minimum_and_maximum_may_leave_people_out);
    g_test_add_func("/readiness/missing/dates", test_a_path_without_dates);
    g_test_add_func("/readiness/missing/room", test_a_path_without_a_room);
    g_test_add_func("/readiness/missing/trainer", test_a_path_without_a_trainer);
    g_test_add_func("/readiness/roles/no_path", test_a_role_that_no_path_trains);
    g_test_add_func("/readiness/paths/empty", test_paths_without_roles_or_persons);
    g_test_add_func("/readiness/shared/fm1", test_fm1_is_shared_by_paths);
    g_test_add_func("/readiness/shared/rooms", test_rooms_are_shared_by_paths);
    g_test_add_func("/readiness/shared/trainers", test_trainers_are_shared_by_paths);
    g_test_add_func("/readiness/office/all_paths", test_an_office_takes_turns_over_all_paths);
    g_test_add_func("/readiness/shared/enough", test_enough_for_all_paths_is_no_finding);
    g_test_add_func("/readiness/order", test_the_worst_comes_first);
    g_test_add_func("/readiness/too_large", test_a_horizon_that_is_too_long_is_refused);
    return g_test_run();
}

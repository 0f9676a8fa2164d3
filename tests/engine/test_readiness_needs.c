/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers, needs against those of similar establishments, estimates for the silent ones. */
#include "examine.h"
#include "kit.h"

/* An establishment of a type and staff, with so many secretaries; -1 = silent. */
static int add_school(CoCampaign *campaign, const char *type, int staff, int n_persons)
{
    g_autofree char *uai = g_strdup_printf("E%d", campaign->n_establishments);
    CoEstablishment *establishment = kit_establishment(campaign, uai);
    int establishment_idx = campaign->n_establishments - 1;
    establishment->place.type = co_campaign_text(campaign, type);
    establishment->staff = staff;
    establishment->answered = n_persons >= 0;
    for (int i = 0; i < n_persons; i++)
        kit_person(campaign, establishment_idx, KIT_SG);
    return establishment_idx;
}

/* Six colleges of 1 secretary, five large lycees of 2. */
static CoCampaign *schools(void)
{
    CoCampaign *campaign = kit_begin();
    for (int i = 0; i < 6; i++)
        add_school(campaign, i == 2 ? "COLLÈGE" : "Collège", 2, 1);
    for (int i = 0; i < 5; i++)
        add_school(campaign, "Lycée", 12, 2);
    return campaign;
}

static void test_rates_are_counted_by_wave_and_type(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = "V2";
    int late = add_school(campaign, "Collège", 2, -1);
    campaign->establishments[late].wave_idx = 1;
    add_school(campaign, "collège", 2, -1);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_rates, ==, 3);
    const CoAnswerRate *rates = readiness->rates;
    g_assert_cmpint(rates[0].wave_idx, ==, 0);
    g_assert_cmpstr(rates[0].type, ==, "Collège");
    g_assert_cmpint(rates[0].n_answered, ==, 6);
    g_assert_cmpint(rates[0].n_expected, ==, 7);
    g_assert_cmpstr(rates[1].type, ==, "Lycée");
    g_assert_cmpint(rates[1].n_answered, ==, 5);
    g_assert_cmpint(rates[1].n_expected, ==, 5);
    g_assert_cmpint(rates[2].wave_idx, ==, 1);
    g_assert_cmpint(rates[2].n_answered, ==, 0);
    g_assert_cmpint(rates[2].n_expected, ==, 1);
}

static void test_usual_needs_are_no_finding(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    add_school(campaign, "Lycée", 12, 4);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_null(find_kind(readiness, CO_FINDING_NEED_UNUSUAL));
    g_assert_null(find_kind(readiness, CO_FINDING_NEED_OVER_STAFF));
}

static void test_a_need_far_above_similar_ones_is_named(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    int odd = add_school(campaign, "Lycée", 12, 9);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NEED_UNUSUAL);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->severity, ==, CO_SEVERITY_WARNING);
    g_assert_cmpint(finding->establishment_idx, ==, odd);
    g_assert_cmpint(finding->role_idx, ==, KIT_SG);
    g_assert_cmpint(finding->found, ==, 9);
    g_assert_cmpint(finding->low, ==, 2);
    g_assert_cmpint(finding->high, ==, 2);
    g_assert_cmpint(finding->median_x2, ==, 4);
    g_assert_cmpint(finding->n_similar, ==, 5);
}

static void test_a_need_far_below_similar_ones_is_named(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin();
    for (int i = 0; i < 5; i++)
        add_school(campaign, "Lycée", 12, 6);
    int odd = add_school(campaign, "Lycée", 12, 3);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NEED_UNUSUAL);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->establishment_idx, ==, odd);
    g_assert_cmpint(finding->found, ==, 3);
}

static void test_few_similar_ones_of_the_size_are_joined_by_the_type(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    add_school(campaign, "Lycée", 2, 9);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NEED_UNUSUAL);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->n_similar, ==, 5);
}

static int n_similar_to(const char *type)
{
    g_autoptr(CoCampaign) campaign = schools();
    int odd = add_school(campaign, type, 2, 9);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NEED_UNUSUAL);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->establishment_idx, ==, odd);
    return finding->n_similar;
}

static void test_few_similar_ones_of_the_type_are_joined_by_its_family(void)
{
    g_assert_cmpint(n_similar_to("LPO, support de GRETA"), ==, 5);
    g_assert_cmpint(n_similar_to("CLG"), ==, 6);
    g_assert_cmpint(n_similar_to("Rectorat"), ==, 11);
}

static void test_too_few_establishments_prove_nothing(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin();
    for (int i = 0; i < 5; i++)
        add_school(campaign, "Lycée", 12, i == 0 ? 9 : 1);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_null(find_kind(readiness, CO_FINDING_NEED_UNUSUAL));
}

static void test_more_persons_than_staff_is_doubtful(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin();
    add_school(campaign, "Collège", 2, 4);
    add_school(campaign, "Collège", 2, 3); /* part-time staff may be one more */
    g_autoptr(CoReadiness) readiness = examine(campaign);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_NEED_OVER_STAFF);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->establishment_idx, ==, 0);
    g_assert_cmpint(finding->found, ==, 4);
    g_assert_cmpint(finding->allowed, ==, 2);
    g_assert_cmpint(readiness->n_of_severity[CO_SEVERITY_WARNING], ==, 1);
}

static void test_a_silent_one_gets_the_mean_of_similar_ones(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    int silent = add_school(campaign, "Lycée", 9, -1);
    for (int i = 0; i < 3; i++)
        kit_person(campaign, 6, KIT_ASG); /* 3 of 5 lycees: 0.6, rounded 1 */
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_silent, ==, 1);
    g_assert_cmpint(readiness->silent[0].establishment_idx, ==, silent);
    g_assert_cmpint(readiness->silent[0].n_similar, ==, 5);
    g_assert_cmpint(readiness->silent[0].n_persons[KIT_SG], ==, 2);
    g_assert_cmpint(readiness->silent[0].n_persons[KIT_ASG], ==, 1);
    g_assert_cmpint(readiness->silent[0].n_persons[KIT_ORD], ==, 0);
    g_assert_cmpint(readiness->silent[0].total, ==, 3);
    const CoFinding *finding = find_kind(readiness, CO_FINDING_ANSWER_MISSING);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->found, ==, 3);
}

static void test_seats_kept_for_a_silent_one_are_told_as_they_are(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    int silent = add_school(campaign, "Lycée", 9, -1);
    campaign->parameters.reserve_seats = true;
    kit_person(campaign, silent, KIT_SG)->reserved = true;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_true(readiness->silent[0].is_reserved);
    g_assert_cmpint(readiness->silent[0].n_persons[KIT_SG], ==, 1);
    g_assert_cmpint(readiness->silent[0].total, ==, 1);
}

static void test_without_any_answer_there_is_no_estimate(void)
{
    g_autoptr(CoCampaign) campaign = kit_begin();
    add_school(campaign, "Lycée", 9, -1);
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_silent, ==, 1);
    g_assert_cmpint(readiness->silent[0].n_similar, ==, 0);
    g_assert_cmpint(readiness->silent[0].total, ==, 0);
    g_assert_cmpint(readiness->n_profiles, ==, 0);
}

static void test_profiles_are_by_type_size_and_role(void)
{
    g_autoptr(CoCampaign) campaign = schools();
    add_school(campaign, "Collège", 4, 3);
    kit_person(campaign, 0, KIT_SG)->already_trained = true;
    g_autoptr(CoReadiness) readiness = examine(campaign);
    g_assert_cmpint(readiness->n_profiles, ==, 3);
    const CoNeedProfile *profiles = readiness->profiles;
    g_assert_cmpint(profiles[0].size, ==, CO_SIZE_SMALL);
    g_assert_cmpint(profiles[0].n_establishments, ==, 6);
    g_assert_cmpint(profiles[0].most, ==, 1);
    g_assert_cmpint(profiles[0].total, ==, 6);
    g_assert_cmpint(profiles[1].size, ==, CO_SIZE_MEDIUM);
    g_assert_cmpint(profiles[1].total, ==, 3);
    g_assert_cmpstr(profiles[2].type, ==, "Lycée");
    g_assert_cmpint(profiles[2].median_x2, ==, 4);
    g_assert_cmpint(profiles[2].role_idx, ==, KIT_SG);
}

static void test_sizes_of_offices(void)
{
    g_assert_cmpint(co_readiness_size(-1), ==, CO_SIZE_UNKNOWN);
    g_assert_cmpint(co_readiness_size(2), ==, CO_SIZE_SMALL);
    g_assert_cmpint(co_readiness_size(3), ==, CO_SIZE_MEDIUM);
    g_assert_cmpint(co_readiness_size(4), ==, CO_SIZE_MEDIUM);
    g_assert_cmpint(co_readiness_size(5), ==, CO_SIZE_LARGE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readiness/rates", test_rates_are_counted_by_wave_and_type);
    g_test_add_func("/readiness/needs/usual", test_usual_needs_are_no_finding);
    g_test_add_func("/readiness/needs/high", test_a_need_far_above_similar_ones_is_named);
    g_test_add_func("/readiness/needs/low", test_a_need_far_below_similar_ones_is_named);
    g_test_add_func("/readiness/needs/by_type",
                    test_few_similar_ones_of_the_size_are_joined_by_the_type);
    g_test_add_func("/readiness/needs/by_family",
                    test_few_similar_ones_of_the_type_are_joined_by_its_family);
    g_test_add_func("/readiness/needs/few", test_too_few_establishments_prove_nothing);
    g_test_add_func("/readiness/needs/staff", test_more_persons_than_staff_is_doubtful);
    g_test_add_func("/readiness/silent/mean", test_a_silent_one_gets_the_mean_of_similar_ones);
    g_test_add_func("/readiness/silent/reserved",
                    test_seats_kept_for_a_silent_one_are_told_as_they_are);
    g_test_add_func("/readiness/silent/no_answer", test_without_any_answer_there_is_no_estimate);
    g_test_add_func("/readiness/profiles", test_profiles_are_by_type_size_and_role);
    g_test_add_func("/readiness/sizes_of_offices", test_sizes_of_offices);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cohorte/wording.h"
#include "sample_campaign.h"

static void test_the_main_rule_is_told_first_then_the_others(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autofree char *reason =
        co_wording_unplaced_reason(sample.campaign, sample.plan, &sample.plan->unplaced[0]);
    g_assert_cmpstr(reason, ==,
                    "le service de gestion serait vidé à une date au moins de chaque groupe "
                    "possible ; jouent aussi : jours ouverts et disponibilités");
}

static void test_every_rule_alone_has_its_own_words(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++) {
        CoUnplaced unplaced = sample.plan->unplaced[0];
        unplaced.main_rule = rule;
        unplaced.rules = CO_RULE_BIT(rule);
        char *reason = co_wording_unplaced_reason(sample.campaign, sample.plan, &unplaced);
        g_assert_true(g_utf8_validate(reason, -1, NULL));
        g_assert_null(strstr(reason, "jouent aussi"));
        g_assert_true(g_hash_table_add(seen, reason));
    }
}

static void test_every_remedy_has_its_own_words(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (CoRemedy remedy = CO_REMEDY_NONE; remedy <= CO_REMEDY_DEFINE_PATH; remedy++) {
        CoUnplaced unplaced = sample.plan->unplaced[0];
        unplaced.remedy = remedy;
        g_assert_true(g_hash_table_add(
            seen, co_wording_unplaced_remedy(sample.campaign, sample.plan, &unplaced)));
    }
}

static void test_a_remedy_names_its_group_when_it_has_one(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    CoUnplaced unplaced = sample.plan->unplaced[0];
    unplaced.remedy = CO_REMEDY_RAISE_SEATS;
    g_autofree char *named = co_wording_unplaced_remedy(sample.campaign, sample.plan, &unplaced);
    g_assert_cmpstr(named, ==,
                    "ajouter une place au groupe SG-01 (effectif maximal du parcours, places ou "
                    "postes de la salle S1)");
    unplaced.group_idx = -1;
    g_autofree char *unnamed = co_wording_unplaced_remedy(sample.campaign, sample.plan, &unplaced);
    g_assert_null(strstr(unnamed, "SG-01"));
    unplaced.group_idx = 99;
    g_autofree char *unknown = co_wording_unplaced_remedy(sample.campaign, sample.plan, &unplaced);
    g_assert_cmpstr(unknown, ==, unnamed);
}

static void test_somebody_without_a_path_is_told_so(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.campaign->people[SAMPLE_UNPLACED].path_idx = -1;
    CoUnplaced unplaced = {
        .person_idx = SAMPLE_UNPLACED, .remedy = CO_REMEDY_DEFINE_PATH, .group_idx = -1};
    g_autofree char *reason = co_wording_unplaced_reason(sample.campaign, sample.plan, &unplaced);
    g_autofree char *remedy = co_wording_unplaced_remedy(sample.campaign, sample.plan, &unplaced);
    g_assert_cmpstr(reason, ==, "aucun parcours ne correspond à la fonction");
    g_assert_cmpstr(remedy, ==, "rattacher la fonction à un parcours");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/unplaced/order", test_the_main_rule_is_told_first_then_the_others);
    g_test_add_func("/wording/unplaced/rules", test_every_rule_alone_has_its_own_words);
    g_test_add_func("/wording/unplaced/remedies", test_every_remedy_has_its_own_words);
    g_test_add_func("/wording/unplaced/group", test_a_remedy_names_its_group_when_it_has_one);
    g_test_add_func("/wording/unplaced/no-path", test_somebody_without_a_path_is_told_so);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cohorte/wording.h"
#include "tests/support/tiny_campaign.h"

static CoViolation nothing(CoRule rule, CoBreach breach)
{
    return (CoViolation){
        .rule = rule,
        .breach = breach,
        .group_idx = -1,
        .other_group_idx = -1,
        .person_idx = -1,
        .trainer_idx = -1,
        .room_idx = -1,
        .establishment_idx = -1,
        .module_idx = -1,
        .path_idx = -1,
        .academy_idx = -1,
        .milestone_idx = -1,
        .lock_idx = -1,
    };
}

static void assert_worded(const CoViolation *violation, const char *expected)
{
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(NULL);
    g_autoptr(CoPlan) plan = co_tiny_plan(campaign);
    g_autofree char *text = co_wording_violation(campaign, plan, violation);
    g_assert_cmpstr(text, ==, expected);
}

static void test_every_rule_has_a_title(void)
{
    for (CoRule rule = CO_R01; rule < CO_RULE_END; rule++)
        g_assert_cmpstr(co_wording_rule(rule), !=, "");
    g_assert_cmpstr(co_wording_rule(CO_R08), ==, "continuité du service");
    g_assert_cmpstr(co_wording_rule(CO_RULE_END), ==, "");
    g_assert_cmpstr(co_wording_rule(0), ==, "");
}

static void assert_sentence(const char *text)
{
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_true(g_str_has_suffix(text, "."));
    g_assert_null(strpbrk(text, "{}"));
}

static void add_lock(CoCampaign *campaign)
{
    co_campaign_add_lock(campaign)->group = "SG-01";
}

static void test_every_breach_has_a_sentence_whatever_it_names(void)
{
    g_autoptr(CoCampaign) campaign = co_tiny_campaign(add_lock);
    g_autoptr(CoPlan) plan = co_tiny_plan(campaign);
    for (CoBreach breach = CO_BREACH_NONE + 1; breach < CO_BREACH_END; breach++) {
        CoViolation bare = nothing(CO_R01, breach);
        g_autofree char *little = co_wording_violation(campaign, plan, &bare);
        assert_sentence(little);
        CoViolation full = {.rule = CO_R01, .breach = breach, .day = 739207, .halves = CO_HALF_AM};
        g_autofree char *much = co_wording_violation(campaign, plan, &full);
        assert_sentence(much);
    }
}

static void test_days_that_are_none_are_said_to_be_unknown(void)
{
    static const CoDay days[] = {INT32_MIN, -1, 0, 1, INT32_MAX};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        CoViolation violation = nothing(CO_R03, CO_BREACH_OUT_OF_HORIZON);
        violation.group_idx = TINY_SG_01;
        violation.module_idx = TINY_P1;
        violation.day = days[i];
        assert_worded(&violation, "Groupe SG-01, G-P1 : la date (date inconnue) est hors de la "
                                  "période de la campagne.");
    }
}

static void test_a_clash_says_who_and_with_what(void)
{
    CoViolation violation = nothing(CO_R01, CO_BREACH_HUMAN_TWICE);
    violation.person_idx = TINY_PERSON(0, TINY_SECRETARY);
    violation.group_idx = TINY_SG_01;
    violation.other_group_idx = TINY_SG_02;
    violation.day = co_day_parse("2024-11-19");
    violation.halves = CO_HALF_PM;
    assert_worded(&violation, "Camille Durnel (Collège des Aulnes) a deux séances en même temps "
                              "le mardi 19 novembre 2024 (après-midi) : groupes SG-01 et SG-02.");
    violation.other_group_idx = TINY_SG_01;
    assert_worded(&violation, "Camille Durnel (Collège des Aulnes) a deux places dans le groupe "
                              "SG-01 le mardi 19 novembre 2024 (après-midi).");
    violation.other_group_idx = -1;
    violation.module_idx = TINY_WEBINAR;
    assert_worded(&violation, "Camille Durnel (Collège des Aulnes) a une séance du groupe SG-01 "
                              "pendant le webinaire G-W, le mardi 19 novembre 2024 (après-midi).");
    violation.person_idx = -1;
    violation.trainer_idx = TINY_T1;
    violation.other_group_idx = TINY_ORD_01;
    assert_worded(&violation, "Claude Tournel a deux séances en même temps le mardi 19 novembre "
                              "2024 (après-midi) : groupes SG-01 et ORD-01.");
}

static void test_an_empty_office_says_where_and_when(void)
{
    CoViolation violation = nothing(CO_R08, CO_BREACH_SERVICE_EMPTY);
    violation.establishment_idx = 1;
    violation.day = co_day_parse("2024-11-12");
    violation.halves = CO_HALF_BOTH;
    violation.found = 2;
    violation.allowed = 1;
    assert_worded(&violation,
                  "Collège des Bouleaux, le mardi 12 novembre 2024 (journée) : nombre d'absents "
                  "du service de gestion : 2, maximum 1.");
}

static void test_a_group_stands_for_its_path(void)
{
    CoViolation violation = nothing(CO_R06, CO_BREACH_TRAINER_UNSKILLED);
    violation.group_idx = TINY_ORD_01;
    violation.trainer_idx = TINY_T4;
    assert_worded(&violation,
                  "Groupe ORD-01 : Claude Tarnel n'intervient pas sur le parcours ORD.");
}

static void test_dates_of_the_module_and_the_wave_are_told(void)
{
    CoViolation violation = nothing(CO_R04, CO_BREACH_AFTER_CUTOVER);
    violation.group_idx = TINY_SG_01;
    violation.module_idx = TINY_P2;
    violation.person_idx = TINY_PERSON(0, TINY_SECRETARY);
    violation.day = co_day_parse("2025-01-06");
    violation.halves = CO_HALF_AM;
    assert_worded(&violation,
                  "Groupe SG-01, G-P2 : le lundi 6 janvier 2025 (matin) n'est pas avant la bascule "
                  "de Camille Durnel (Collège des Aulnes), mercredi 1er janvier 2025.");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wording/rules/titles", test_every_rule_has_a_title);
    g_test_add_func("/wording/rules/complete", test_every_breach_has_a_sentence_whatever_it_names);
    g_test_add_func("/wording/rules/days", test_days_that_are_none_are_said_to_be_unknown);
    g_test_add_func("/wording/rules/clash", test_a_clash_says_who_and_with_what);
    g_test_add_func("/wording/rules/office", test_an_empty_office_says_where_and_when);
    g_test_add_func("/wording/rules/path", test_a_group_stands_for_its_path);
    g_test_add_func("/wording/rules/dates", test_dates_of_the_module_and_the_wave_are_told);
    return g_test_run();
}

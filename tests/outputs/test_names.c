/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/words/names.h"
#include "sample_campaign.h"

/* Takes the text. */
static void assert_text(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void test_people_are_called_by_first_name_and_name(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    const CoCampaign *campaign = sample.campaign;
    assert_text(co_name_person(campaign, SAMPLE_SECRETARY), "Bruno <Tag> & \"Fils\"");
    assert_text(co_name_person(campaign, SAMPLE_UNNAMED), "Personnel à nommer (P0008)");
    sample.campaign->people[SAMPLE_UNNAMED].id = "R0001";
    sample.campaign->people[SAMPLE_UNNAMED].reserved = true;
    assert_text(co_name_person(campaign, SAMPLE_UNNAMED), "Place réservée (R0001)");
    sample.campaign->people[SAMPLE_SECRETARY].last_name = "";
    sample.campaign->people[SAMPLE_SECRETARY].first_name = "";
    sample.campaign->people[SAMPLE_SECRETARY].email = "sg@ac-exemple.fr";
    assert_text(co_name_person(campaign, SAMPLE_SECRETARY), "sg@ac-exemple.fr");
    assert_text(co_name_person_to_others(campaign, SAMPLE_SECRETARY),
                "Personne connue par son seul courriel (P0002)");
    assert_text(co_name_person_to_others(campaign, SAMPLE_HEAD), "Aline =Formule");
    assert_text(co_name_person_to_others(campaign, SAMPLE_UNNAMED), "Place réservée (R0001)");
    assert_text(co_name_person_to_others(campaign, -1), "");
    assert_text(co_name_person(campaign, -1), "");
    assert_text(co_name_trainer(campaign, 1), "Inès Second");
    assert_text(co_name_trainer(campaign, -1), "");
    assert_text(co_name_team(campaign, &sample.plan->groups[SAMPLE_SG_01], " et "),
                "Inès Premier et Inès Second");
    assert_text(co_name_team_short(campaign, &sample.plan->groups[SAMPLE_ORD_01]), "Second");
}

static void test_places_are_called_by_what_is_known_of_them(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_text(co_name_address(&sample.campaign->rooms[0].place),
                "Lycée des Tilleuls, 3 rue du Moulin, 80100 Valmont");
    const CoPlace bare = {.name = "", .address = "", .post_code = "", .commune = "Valmont"};
    assert_text(co_name_address(&bare), "Valmont");
    assert_text(co_name_room(sample.campaign, 0), "S1, Lycée des Tilleuls");
    assert_text(co_name_room(sample.campaign, -1), "");
    assert_text(co_name_establishment(sample.campaign, SAMPLE_SCHOOL_A), "Lycée des Ormes");
    sample.campaign->establishments[0].place.name = "";
    assert_text(co_name_establishment(sample.campaign, SAMPLE_SCHOOL_A), "0800001A");
}

static void test_academies_take_the_right_article(void)
{
    assert_text(co_name_academy("Grenoble"), "Académie de Grenoble");
    assert_text(co_name_academy("Amiens"), "Académie d'Amiens");
    assert_text(co_name_academy("Orléans-Tours"), "Académie d'Orléans-Tours");
    assert_text(co_name_academy("Éloges"), "Académie d'Éloges");
    assert_text(co_name_academy("La Réunion"), "Académie de La Réunion");
    assert_text(co_name_academy(""), "");
}

static void test_school_years_begin_in_september(void)
{
    assert_text(co_name_school_year(co_day_parse("2024-11-04")), "2024-2025");
    assert_text(co_name_school_year(co_day_parse("2025-08-31")), "2024-2025");
    assert_text(co_name_school_year(co_day_parse("2025-09-01")), "2025-2026");
    assert_text(co_name_school_year(CO_DAY_NONE), "");
}

static void test_waves_say_their_cutover(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    assert_text(co_name_wave(sample.campaign, 0), "Vague V8, bascule le 1er janvier 2025");
    assert_text(co_name_wave(sample.campaign, -1), "");
    sample.campaign->waves[0].cutover = CO_DAY_NONE;
    assert_text(co_name_wave(sample.campaign, 0), "Vague V8");
}

static void test_roles_are_spelled_out_in_a_key(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    const bool is_used[] = {true, false, true};
    assert_text(co_name_role_key(sample.campaign, is_used),
                "ORD : Ordonnateur ; ASG : Assistant de gestion");
    assert_text(co_name_count(0, "séance", "séances"), "0 séance");
    assert_text(co_name_count(2, "séance", "séances"), "2 séances");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/names/people", test_people_are_called_by_first_name_and_name);
    g_test_add_func("/names/places", test_places_are_called_by_what_is_known_of_them);
    g_test_add_func("/names/academies", test_academies_take_the_right_article);
    g_test_add_func("/names/years", test_school_years_begin_in_september);
    g_test_add_func("/names/waves", test_waves_say_their_cutover);
    g_test_add_func("/names/roles", test_roles_are_spelled_out_in_a_key);
    return g_test_run();
}

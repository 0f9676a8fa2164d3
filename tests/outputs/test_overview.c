/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bilan.html: what it says, what it never says, and that it is a sound page. */
#include <string.h>

#include "outputs/kit/html.h"
#include "overview_page.h"

/* ---- form ---- */

static void test_the_page_is_sound_and_needs_nothing_else(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_sound(page);
}

static void test_a_publication_holds_the_page_for_the_planner(void)
{
    g_auto(CoPublished) test = {0};
    g_autofree char *manifest = NULL, *page = NULL;
    co_published_init(&test, NULL);
    g_autofree char *list = g_build_filename(test.target, "MANIFESTE.csv", NULL);
    g_autofree char *path = g_build_filename(test.target, "bilan.html", NULL);
    g_assert_true(g_file_get_contents(list, &manifest, NULL, NULL));
    g_assert_true(g_file_get_contents(path, &page, NULL, NULL));
    co_assert_says(manifest, "\nbilan.html;EAFC, planificateur;");
    co_assert_sound(page);
}

static void test_the_page_is_left_out_when_nobody_wants_it(void)
{
    static const bool nobody[] = {false};
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autofree char *page = co_overview_of_sample(&sample, nobody);
    g_assert_null(page);
}

static void test_no_line_begins_with_a_colon(void)
{
    g_autoptr(GString) page = g_string_new(NULL);
    co_html_text(page, "a : b ; c ?\001 « d »: 12:30");
    g_assert_cmpstr(page->str, ==,
                    "a\xc2\xa0: b\xc2\xa0; c\xc2\xa0?  «\xc2\xa0"
                    "d\xc2\xa0»: 12:30");
}

static void test_every_section_is_in_the_summary(void)
{
    g_autofree char *page = co_overview_of(NULL);
    for (const char *at = strstr(page, "<h2 id=\""); at != NULL; at = strstr(at + 1, "<h2 id=\"")) {
        const char *id = at + strlen("<h2 id=\"");
        g_autofree char *link = g_strdup_printf("<a href=\"#%.*s\">", (int)strcspn(id, "\""), id);
        co_assert_says(page, link);
    }
}

static void test_names_are_escaped(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page, "Op@le vague 8 &amp; essais");
    co_assert_silent(page, "<Tag>");
}

/* ---- what is proven ---- */

static void prove_nothing(CoSample *sample)
{
    sample->plan->tiers[0] = (CoTier){1, false, 0, false};
    sample->plan->tiers[1] = (CoTier){300000, true, 299000, false};
    sample->plan->stage1 = (CoTier){800000, false, 0, false};
}

static void test_a_gap_that_is_not_proven_is_never_printed(void)
{
    g_autofree char *page = co_overview_of(prove_nothing);
    co_assert_silent(page, "0,33\xc2\xa0%");
    co_assert_silent(page, "c'est prouvé");
    co_assert_says(page, "n'est pas prouvé");
}

static void test_a_proven_gap_says_how_much_could_be_saved(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page, "0,33\xc2\xa0%");
    co_assert_says(page, "10,00\xc2\xa0€ de moins");
}

static void prove_a_hair(CoSample *sample)
{
    sample->plan->tiers[1] = (CoTier){300000, true, 299999, true};
}

static void test_a_gap_too_small_to_print_is_not_said_to_be_none(void)
{
    g_autofree char *page = co_overview_of(prove_a_hair);
    co_assert_silent(page, "0,00\xc2\xa0%");
    co_assert_says(page, "moins de 0,01\xc2\xa0%");
}

static void prove_the_best(CoSample *sample)
{
    sample->plan->tiers[0] = (CoTier){0, true, 0, true};
    sample->plan->tiers[1] = (CoTier){300000, true, 300000, true};
    sample->plan->stage1 = sample->plan->tiers[1];
    sample->plan->quality = CO_QUALITY_OPTIMAL;
    sample->plan->version = 1;
}

static void spend_on_comfort(CoSample *sample)
{
    prove_the_best(sample);
    sample->plan->tiers[1] = (CoTier){301000, true, 300000, true};
}

static void test_what_comfort_spent_stands_apart_from_the_optimum(void)
{
    g_autofree char *best = co_overview_of(prove_the_best);
    co_assert_says(best, "Plan optimal, c'est prouvé : aucun");
    co_assert_silent(best, "Coût avant confort");
    g_autofree char *spent = co_overview_of(spend_on_comfort);
    co_assert_says(spent, "avant que le confort ne dépense 10,00\xc2\xa0€");
    co_assert_says(spent, "Coût avant confort");
}

static void leave_one_and_spend(CoSample *sample)
{
    sample->plan->tiers[1] = (CoTier){301000, true, 299000, true};
    sample->plan->stage1 = (CoTier){800000, true, 800000, true};
    sample->plan->quality = CO_QUALITY_OPTIMAL;
}

static void test_what_comfort_spent_is_told_when_somebody_has_no_place(void)
{
    g_autofree char *page = co_overview_of(leave_one_and_spend);
    co_assert_says(page, "avant que le confort ne dépense 10,00\xc2\xa0€");
    co_assert_says(page, "Coût avant confort</th><td class=\"t\">3\u202f000,00");
    g_autofree char *none = co_overview_of(NULL);
    co_assert_silent(none, "Coût avant confort");
}

static void prove_the_cost_of_few_changes(CoSample *sample)
{
    sample->plan->tiers[1] = (CoTier){300000, true, 300000, true};
}

static void test_a_cost_that_is_least_is_not_said_to_be_nothing_above(void)
{
    g_autofree char *page = co_overview_of(prove_the_cost_of_few_changes);
    co_assert_says(page, "ne change pas plus le plan publié ne coûte moins : c'est prouvé");
    co_assert_silent(page, "0,00\xc2\xa0€ de moins");
}

static void test_a_first_plan_is_compared_to_any_other_and_a_new_one_to_those_as_stable(void)
{
    static const char stable[] = "ne change pas plus le plan publié";
    g_autofree char *first = co_overview_of(prove_the_best);
    g_autofree char *third = co_overview_of(NULL);
    co_assert_silent(first, stable);
    co_assert_says(third, stable);
}

static void find_nothing(CoSample *sample)
{
    CoPlan *plan = sample->plan;
    for (int g = 0; g < plan->n_groups; g++) {
        g_free(plan->groups[g].code);
        g_free(plan->groups[g].members);
        g_free(plan->groups[g].meetings);
    }
    plan->n_groups = 0;
    plan->quality = CO_QUALITY_NOTHING;
    plan->tiers[1] = (CoTier){0, false, 0, false};
}

static void test_a_plan_without_groups_is_a_page_too(void)
{
    g_autofree char *page = co_overview_of(find_nothing);
    co_assert_sound(page);
    co_assert_says(page, "Aucun plan trouvé");
    co_assert_says(page, "Aucune séance");
}

static void pay_trainers(CoSample *sample)
{
    sample->campaign->parameters.trainer_rate_cents = 4000;
    sample->report.trainer_time_cents = 132000;
    sample->report.cost_cents = 132000;
}

static void test_the_cost_stands_beside_what_will_be_paid(void)
{
    g_autofree char *paid = co_overview_of(pay_trainers);
    g_autofree char *unset = co_overview_of(NULL);
    /* SG-01 five half-days for two, ORD-01 and DIST-01 one for one: 12 of 3 hours, at 40 euros. */
    co_assert_says(paid, "Indemnités de formation</th><td class=\"n\">1\u202f320,00\xc2\xa0€</td>"
                         "<td class=\"n\">1\u202f440,00\xc2\xa0€</td>");
    co_assert_says(unset, "Indemnités de formation</th><td class=\"n\">taux à renseigner</td>");
}

/* ---- weeks, groups, persons ---- */

static void test_each_meeting_stands_in_its_week_with_its_letters(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page, "Semaine 46 <small>11–15 nov.</small>");
    co_assert_says(page, "<div class=\"m p1\"><b>mer. 13</b> journée<span>SG-P1</span></div>");
    co_assert_says(page, "<div class=\"m p1 d\"><b>lun. 25</b> après-midi<span>SG-V1, à distance");
    co_assert_says(page, "<b>jusqu'au lun. 11</b>");
    co_assert_says(page, "Pont local : ven. 8");
    co_assert_says(page, "Vote du budget (SG : à éviter)");
    co_assert_says(page, "FM1 ouverte, 2 groupes à la fois");
}

static void close_a_week(CoSample *sample)
{
    CoClosure *closure = &sample->campaign->closures[0];
    closure->first_day = co_day_parse("2024-11-18");
    closure->last_day = co_day_parse("2024-11-24");
}

static void meet_after_christmas(CoSample *sample)
{
    sample->campaign->fm1_windows[0].first_day = co_day_parse("2024-11-11");
    sample->campaign->fm1_windows[0].max_groups = 9;
    sample->plan->groups[SAMPLE_DIST_01].meetings[0].day = co_day_parse("2025-01-09");
    sample->plan->groups[SAMPLE_ORD_01].meetings[0].day = co_day_parse("2024-12-10");
    sample->plan->groups[SAMPLE_SG_01].meetings[2].day = co_day_parse("2024-12-05");
}

static void test_a_long_campaign_goes_on_below_with_those_who_meet(void)
{
    g_autofree char *page = co_overview_of(meet_after_christmas);
    const char *first = strstr(page, "Séances des groupes, du 4 novembre 2024 au");
    const char *second = strstr(page, "Séances des groupes, du 9 décembre 2024 au 10 janvier 2025");
    const char *remote = strstr(page, "DIST-01</a>"), *head = strstr(page, "ORD-01</a>");
    g_assert_true(first != NULL && second > first);
    g_assert_true(remote > second && head > second);
    g_assert_null(strstr(second, "SG-01</a>"));
}

static void close_at_weekends_only(CoSample *sample)
{
    sample->campaign->n_closures = 1;
    sample->campaign->closures[0].first_day = co_day_parse("2024-11-16");
    sample->campaign->closures[0].last_day = co_day_parse("2024-11-17");
}

static void test_a_closure_of_a_weekend_takes_no_row(void)
{
    g_autofree char *page = co_overview_of(close_at_weekends_only);
    g_autofree char *usual = co_overview_of(NULL);
    co_assert_silent(page, "Jours fermés");
    co_assert_says(usual, "Jours fermés");
}

static void test_weeks_that_say_the_same_share_a_cell(void)
{
    g_autofree char *page = co_overview_of(meet_after_christmas);
    co_assert_says(page,
                   "<td colspan=\"2\" class=\"fd5e8f4\">FM1 ouverte, 9 groupes à la fois</td>");
}

static void test_a_week_closed_every_day_is_shaded(void)
{
    g_autofree char *open = co_overview_of(NULL);
    g_autofree char *closed = co_overview_of(close_a_week);
    co_assert_silent(open, "<td class=\"fbdbdbd\"></td>");
    co_assert_silent(open, "<td class=\"fcdcdcd\"></td>");
    co_assert_says(closed, "<td class=\"fbdbdbd\"></td>");
}

static void test_a_group_says_size_place_and_dates(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page, "<th scope=\"row\">SG-01</th><td>SG – Secrétaires généraux</td>"
                         "<td class=\"n\">4</td><td class=\"n\">12</td><td class=\"n\">12</td>"
                         "<td>S1, Lycée des Tilleuls</td><td>Inès Premier, Inès Second</td>"
                         "<td class=\"dates\"><span>mer. 13 nov. journée SG-P1</span> ; ");
}

static void test_who_is_not_placed_is_named_with_reason_and_remedy(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page,
                   "<th scope=\"row\">Fanny Sansgroupe</th><td>Collège du Pré, VALMONT "
                   "(0800002B)</td><td>SG</td><td>SG</td><td>le service de gestion serait vidé");
    co_assert_says(page, "accepter un absent de plus");
    co_assert_says(page, "<div class=\"alert\"><dt>Non placées</dt><dd>1<small>");
}

static void test_anomalies_are_those_of_the_list(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_says(page, "Collège muet");
    co_assert_says(page, "<summary>");
}

static void practise_at_a_distance_only(CoSample *sample)
{
    const CoPath *path = &sample->campaign->paths[sample->plan->groups[SAMPLE_SG_01].path_idx];
    for (int i = 0; i < path->n_modules; i++) {
        CoModule *module = &sample->campaign->modules[path->module_idx[i]];
        module->fm1 = module->mode == CO_MODE_VIRTUAL_CLASS;
    }
    sample->campaign->rooms[0].seats = 11;
    sample->campaign->rooms[0].workstations = 0;
}

static void test_places_are_seats_where_fm1_is_not_practised(void)
{
    g_autofree char *page = co_overview_of(practise_at_a_distance_only);
    co_assert_says(page, "<td class=\"n\">11</td><td>S1, Lycée des Tilleuls</td>");
    co_assert_silent(page, "<td class=\"n\">0</td><td>S1, Lycée des Tilleuls</td>");
}

/* ---- privacy ---- */

/* Away on a day on which nothing is held. */
static void know_by_email_only(CoSample *sample)
{
    static CoSpan away = {.halves = CO_HALF_BOTH};
    CoPerson *person = &sample->campaign->people[SAMPLE_UNPLACED];
    away.first_day = away.last_day = co_day_parse("2024-11-27");
    person->n_spans = 1;
    person->spans = &away;
    person->last_name = person->first_name = "";
}

static void test_no_address_and_no_unavailability_shows(void)
{
    static const char *const words[] = {"@ac-exemple.fr", "mardi", "mer. 27", "27 nov"};
    g_autofree char *page = co_overview_of(know_by_email_only);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        co_assert_silent(page, words[i]);
    co_assert_says(page, "seul courriel (P0006)");
}

/* A lock on a person who is known by an address alone. */
static void lock_by_email_only(CoSample *sample)
{
    know_by_email_only(sample);
    CoLock *lock = co_campaign_add_lock(sample->campaign);
    lock->kind = CO_LOCK_PERSON;
    lock->group = "SG-01";
    lock->value = sample->campaign->people[SAMPLE_UNPLACED].id;
}

static void test_no_address_shows_among_the_anomalies(void)
{
    g_autofree char *page = co_overview_of(lock_by_email_only);
    co_assert_silent(page, "@ac-exemple.fr");
    co_assert_says(page, "La place de Personne connue par son seul courriel (P0006)");
}

static void test_who_has_a_place_is_not_named(void)
{
    g_autofree char *page = co_overview_of(NULL);
    co_assert_silent(page, "Bruno");
    co_assert_silent(page, "Ailleurs");
    co_assert_silent(page, "Denis");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overview/form/sound", test_the_page_is_sound_and_needs_nothing_else);
    g_test_add_func("/overview/form/published", test_a_publication_holds_the_page_for_the_planner);
    g_test_add_func("/overview/form/summary", test_every_section_is_in_the_summary);
    g_test_add_func("/overview/form/colon", test_no_line_begins_with_a_colon);
    g_test_add_func("/overview/form/escaped", test_names_are_escaped);
    g_test_add_func("/overview/proof/none", test_a_gap_that_is_not_proven_is_never_printed);
    g_test_add_func("/overview/proof/gap", test_a_proven_gap_says_how_much_could_be_saved);
    g_test_add_func("/overview/proof/hair", test_a_gap_too_small_to_print_is_not_said_to_be_none);
    g_test_add_func("/overview/proof/comfort",
                    test_what_comfort_spent_stands_apart_from_the_optimum);
    g_test_add_func("/overview/proof/comfort-unplaced",
                    test_what_comfort_spent_is_told_when_somebody_has_no_place);
    g_test_add_func("/overview/proof/least",
                    test_a_cost_that_is_least_is_not_said_to_be_nothing_above);
    g_test_add_func("/overview/proof/replan",
                    test_a_first_plan_is_compared_to_any_other_and_a_new_one_to_those_as_stable);
    g_test_add_func("/overview/cost", test_the_cost_stands_beside_what_will_be_paid);
    g_test_add_func("/overview/nothing", test_a_plan_without_groups_is_a_page_too);
    g_test_add_func("/overview/weeks/meetings",
                    test_each_meeting_stands_in_its_week_with_its_letters);
    g_test_add_func("/overview/weeks/weekend", test_a_closure_of_a_weekend_takes_no_row);
    g_test_add_func("/overview/weeks/shared", test_weeks_that_say_the_same_share_a_cell);
    g_test_add_func("/overview/weeks/closed", test_a_week_closed_every_day_is_shaded);
    g_test_add_func("/overview/groups", test_a_group_says_size_place_and_dates);
    g_test_add_func("/overview/unplaced", test_who_is_not_placed_is_named_with_reason_and_remedy);
    g_test_add_func("/overview/anomalies", test_anomalies_are_those_of_the_list);
    g_test_add_func("/overview/weeks/long", test_a_long_campaign_goes_on_below_with_those_who_meet);
    g_test_add_func("/overview/wanted", test_the_page_is_left_out_when_nobody_wants_it);
    g_test_add_func("/overview/groups/places", test_places_are_seats_where_fm1_is_not_practised);
    g_test_add_func("/overview/privacy/address", test_no_address_and_no_unavailability_shows);
    g_test_add_func("/overview/privacy/anomalies", test_no_address_shows_among_the_anomalies);
    g_test_add_func("/overview/privacy/placed", test_who_has_a_place_is_not_named);
    return g_test_run();
}

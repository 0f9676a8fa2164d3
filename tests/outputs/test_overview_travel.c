/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The maps of bilan.html, their tables, and a campaign of thousands. */
#include <string.h>

#include "outputs/overview/map_labels.h"
#include "outputs/overview/travel.h"
#include "overview_page.h"

static void locate(CoPlace *place, double latitude, double longitude)
{
    place->located = true;
    place->latitude = latitude;
    place->longitude = longitude;
}

/* The first school and the rooms: a quarter of a degree apart from north to south. */
static void locate_some(CoSample *sample)
{
    CoCampaign *campaign = sample->campaign;
    locate(&campaign->establishments[SAMPLE_SCHOOL_A].place, 50.15, 2.3);
    locate(&campaign->establishments[SAMPLE_SCHOOL_B].place, 49.9, 2.3);
    for (int r = 0; r < campaign->n_rooms; r++)
        locate(&campaign->rooms[r].place, 49.9, 2.3);
}

static void test_the_map_draws_who_goes_where(void)
{
    g_autofree char *page = co_overview_of(locate_some);
    co_assert_sound(page);
    co_assert_says(page,
                   "<svg class=\"map\" role=\"img\" aria-labelledby=\"carte0-titre carte0-texte\"");
    co_assert_says(page, "Lycée des Ormes, Clairval : 3 personnes</title>");
    co_assert_says(page, "Collège du Pré, VALMONT : 3 personnes, dont 1 sans place</title>");
    co_assert_says(page, ">S1 Valmont</text>");
    co_assert_says(page, " km</text>");
    /* One line, from the north to the site; who works at the site draws none. */
    const char *end = strstr(page, "</svg>");
    const char *line = strstr(page, "<line x1=\"500.0\" y1=\"56.0\" x2=\"500.0\" y2=\"724.0\"");
    g_assert_true(line != NULL && line < end);
    g_assert_null(g_strstr_len(line + 10, end - line - 10, "<line x1"));
}

static void test_a_school_that_is_a_site_is_drawn_over_its_mark(void)
{
    g_autofree char *page = co_overview_of(locate_some);
    const char *mark = strstr(page, "<rect");
    g_assert_nonnull(mark);
    g_assert_true(strstr(page, "Collège du Pré, VALMONT : 3") > mark);
    g_assert_true(strstr(page, "Lycée des Ormes, Clairval : 3") < mark);
}

static void test_the_table_of_trips_says_the_same_as_the_map(void)
{
    g_autofree char *page = co_overview_of(locate_some);
    /* One morning for the head, two days for each of two others: 27.8 km x 1.3 = 36 km one way. */
    co_assert_says(page,
                   "<th scope=\"row\">Lycée des Ormes</th><td>Clairval</td><td>S1 Valmont</td>"
                   "<td class=\"n\">3</td><td class=\"n\">5</td><td class=\"n\">36</td>"
                   "<td class=\"n\">360</td>");
    co_assert_says(page, "<th scope=\"row\">Collège du Pré</th><td>VALMONT</td><td>S1 Valmont</td>"
                         "<td class=\"n\">1</td><td class=\"n\">2</td><td class=\"n\">0</td>");
    co_assert_says(page, "<td class=\"n\">inconnu</td>");
}

/* SG-01 has both its modules on one day. */
static void meet_twice_a_day(CoSample *sample)
{
    CoGroup *group = &sample->plan->groups[SAMPLE_SG_01];
    locate_some(sample);
    group->meetings[0].halves = CO_HALF_AM;
    group->meetings[1].day = group->meetings[0].day;
    group->meetings[1].halves = CO_HALF_PM;
}

static void test_two_modules_on_one_day_are_one_trip(void)
{
    g_autofree char *page = co_overview_of(meet_twice_a_day);
    co_assert_says(page, "<td>S1 Valmont</td><td class=\"n\">3</td><td class=\"n\">3</td>"
                         "<td class=\"n\">36</td><td class=\"n\">216</td>");
}

static void test_places_without_coordinates_are_listed(void)
{
    g_autofree char *some = co_overview_of(locate_some);
    g_autofree char *none = co_overview_of(NULL);
    co_assert_says(some, "0 km, sauf distance donnée) : Collège des Saules</p>");
    co_assert_silent(some, "Pas de carte");
    co_assert_says(none, "Pas de carte");
    co_assert_says(none,
                   "S1 Lycée des Tilleuls ; Lycée des Ormes ; Collège du Pré ; Collège des Saules");
    co_assert_silent(none, "<svg class=\"map\"");
}

static void add_academy(CoSample *sample)
{
    locate_some(sample);
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->campaign->establishments[SAMPLE_SCHOOL_A].academy_idx = 1;
    sample->campaign->closures[1].academy_idx = 1;
    sample->campaign->closures[1].first_day = co_day_parse("2024-11-15");
    sample->campaign->closures[1].last_day = co_day_parse("2024-11-15");
    sample->plan->groups[SAMPLE_ORD_01].academy_idx = 1;
}

static void test_each_academy_has_its_grid_and_its_map(void)
{
    g_autofree char *page = co_overview_of(add_academy);
    co_assert_sound(page);
    co_assert_says(page, "<h3>Académie d'Amiens</h3>");
    co_assert_says(page, "id=\"carte1-titre\"");
    const char *lille = strstr(page, "Académie de Lille – Séances des groupes");
    g_assert_nonnull(lille);
    g_assert_nonnull(strstr(lille, "ORD-01</a>"));
    g_assert_null(strstr(lille, "SG-01</a>"));
    const char *closure = strstr(page, "Pont local");
    g_assert_true(closure > lille);
}

static void test_thirty_sites_are_told_apart_by_tone_and_line(void)
{
    for (int a = 0; a < 32; a++)
        for (int b = 0; b < a; b++)
            g_assert_true(co_travel_tone(a) != co_travel_tone(b) ||
                          !g_str_equal(co_travel_dashes(a), co_travel_dashes(b)));
}

static CoLabel label_at(double x, double y)
{
    return (CoLabel){.x = x, .y = y, .half = 7, .width = 100, .height = 16};
}

static void test_names_on_the_map_do_not_hide_one_another(void)
{
    const CoBox frame = {0, 0, 1000, 800};
    CoLabel labels[] = {label_at(500, 400), label_at(500, 410), label_at(495, 422),
                        label_at(960, 400)};
    int n_labels = G_N_ELEMENTS(labels);
    co_labels_place(labels, n_labels, frame);
    for (int i = 0; i < n_labels; i++) {
        g_assert_cmpfloat(co_box_overlap(labels[i].box, frame), ==, 100.0 * 16);
        for (int j = 0; j < i; j++)
            g_assert_cmpfloat(co_box_overlap(labels[i].box, labels[j].box), ==, 0);
    }
    g_assert_cmpfloat(labels[0].box.x, >, 500); /* to the right where nothing is in the way */
    g_assert_cmpfloat(labels[3].box.x, <, 960);
}

static void test_a_name_that_fits_nowhere_is_placed_all_the_same(void)
{
    CoLabel label = label_at(20, 10);
    co_labels_place(&label, 1, (CoBox){0, 0, 40, 20});
    g_assert_cmpfloat(label.box.width, ==, 100);
}

/* ---- size ---- */

enum { MANY_SCHOOLS = 1400, STAFF = 5, MANY_GROUPS = 350 };

static void add_schools(CoCampaign *campaign)
{
    for (int e = 0; e < MANY_SCHOOLS; e++) {
        CoEstablishment *school = co_campaign_add_establishment(campaign);
        g_autofree char *name = g_strdup_printf("Collège numéro %d", e);
        school->uai = "0809999Z";
        school->academy_idx = 0;
        school->place.name = co_campaign_text(campaign, name);
        double row = e % 37, col = (e - row) / 37;
        locate(&school->place, 49 + row / 20, 1 + col / 20);
    }
}

static void add_people(CoCampaign *campaign)
{
    for (int i = 0; i < MANY_SCHOOLS * STAFF; i++) {
        CoPerson *person = co_campaign_add_person(campaign);
        person->establishment_idx = campaign->n_establishments - 1 - i / STAFF;
        person->role_idx = campaign->people[SAMPLE_SECRETARY].role_idx;
        person->n_roles = 1;
        person->path_idx = campaign->people[SAMPLE_SECRETARY].path_idx;
        person->last_name = "Dupré";
        person->named = true;
    }
}

static void add_groups(CoSample *sample)
{
    int person = SAMPLE_N_PEOPLE;
    for (int g = 0; g < MANY_GROUPS; g++) {
        CoGroup *group = co_plan_add_group(sample->plan);
        const CoGroup *model = &sample->plan->groups[SAMPLE_SG_01];
        g_free(group->code);
        group->code = g_strdup_printf("SG-%d", g + 2);
        group->path_idx = model->path_idx;
        group->academy_idx = group->trainer_idx[0] = 0;
        group->room_idx = g % 2;
        for (int m = 0; m < model->n_meetings; m++) {
            CoMeeting meeting = model->meetings[m];
            meeting.day += g / 10 * 7;
            co_group_add_meeting(group, &meeting);
        }
        for (int i = 0; i < MANY_SCHOOLS * STAFF / MANY_GROUPS; i++)
            co_group_add_member(group, person++);
    }
}

static void test_seven_thousand_people_stay_a_page_one_can_open(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    locate_some(&sample);
    add_schools(sample.campaign);
    add_people(sample.campaign);
    add_groups(&sample);
    g_autofree char *page = co_overview_of_sample(&sample, NULL);
    co_assert_sound(page);
    co_assert_says(page, "SG-351");
    g_assert_cmpuint(strlen(page), <, 5 * 1000 * 1000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overview/travel/map", test_the_map_draws_who_goes_where);
    g_test_add_func("/overview/travel/mark", test_a_school_that_is_a_site_is_drawn_over_its_mark);
    g_test_add_func("/overview/travel/table", test_the_table_of_trips_says_the_same_as_the_map);
    g_test_add_func("/overview/travel/one-day", test_two_modules_on_one_day_are_one_trip);
    g_test_add_func("/overview/travel/unlocated", test_places_without_coordinates_are_listed);
    g_test_add_func("/overview/academies", test_each_academy_has_its_grid_and_its_map);
    g_test_add_func("/overview/travel/tones", test_thirty_sites_are_told_apart_by_tone_and_line);
    g_test_add_func("/overview/labels/apart", test_names_on_the_map_do_not_hide_one_another);
    g_test_add_func("/overview/labels/all", test_a_name_that_fits_nowhere_is_placed_all_the_same);
    g_test_add_func("/overview/size", test_seven_thousand_people_stay_a_page_one_can_open);
    return g_test_run();
}

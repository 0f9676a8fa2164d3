/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule by hand: 0.32 euro per kilometre up to 2 000, 0.40 above, meals of 20 or 10 euros. */
#include "outputs/money/expenses.h"

#include "outputs/money/scale.h"
#include "outputs/words/texts_fields.h"

enum { POST_FAR, POST_NEAR, POST_SAME_TOWN, POST_NO_TOWN, N_POSTS };
enum { ROOM_CANTEEN, ROOM_PLAIN, ROOM_ELSEWHERE, N_ROOMS };
enum { MODULE_IN_PERSON, MODULE_VIRTUAL };

typedef struct Case {
    CoCampaign *campaign;
    CoPlan *plan;
    CoTexts *texts;
    CoExpenses *expenses; /* once computed */
} Case;

static CoPlace place_in(const char *uai, const char *commune)
{
    CoPlace place = co_place_unknown();
    place.uai = uai;
    place.commune = commune;
    place.department = "038";
    return place;
}

static void add_distance(Case *c, int post, int room_idx, int km, int minutes)
{
    CoDistance *distance = co_campaign_add_distance(c->campaign);
    distance->uai = c->campaign->establishments[post].uai;
    distance->room_idx = room_idx;
    distance->km_milli = km * 1000;
    distance->minutes = minutes;
}

static void add_module(CoCampaign *campaign, CoMode mode)
{
    CoModule *module = co_campaign_add_module(campaign);
    module->path_idx = 0;
    module->order = campaign->n_modules;
    module->mode = mode;
}

static void add_places(Case *c)
{
    static const char *const communes[] = {"Loin", "Pres", "Ville", ""};
    static const char *const uais[] = {"FAR", "NEAR", "TOWN", "NONE"};
    for (int i = 0; i < N_POSTS; i++) {
        CoEstablishment *school = co_campaign_add_establishment(c->campaign);
        school->uai = uais[i];
        school->place = place_in(uais[i], communes[i]);
    }
    for (int i = 0; i < N_ROOMS; i++) {
        CoRoom *room = co_campaign_add_room(c->campaign);
        room->code = i == ROOM_CANTEEN ? "R0" : i == ROOM_PLAIN ? "R1" : "R2";
        room->place =
            i == ROOM_ELSEWHERE ? place_in("HOST2", "Autreville") : place_in("HOST1", "Ville");
        room->canteen = i == ROOM_CANTEEN;
        add_distance(c, POST_FAR, i, 100, 90);
        add_distance(c, POST_NEAR, i, 25, 0);
        add_distance(c, POST_SAME_TOWN, i, 7, 20);
        add_distance(c, POST_NO_TOWN, i, 50, 60);
    }
}

static void case_init(Case *c)
{
    g_autoptr(GError) error = NULL;
    c->texts = co_texts_load(NULL, &error);
    g_assert_no_error(error);
    c->campaign = co_campaign_new();
    c->campaign->parameters.first_day = co_day_from_ymd(2024, 11, 1);
    c->campaign->parameters.last_day = co_day_from_ymd(2025, 3, 31);
    co_campaign_add_academy(c->campaign);
    co_campaign_add_role(c->campaign)->code = "SG";
    CoPath *path = co_campaign_add_path(c->campaign);
    path->code = "SG";
    path->n_roles = 1;
    path->role_idx = co_campaign_array(c->campaign, &(int){0}, 1, sizeof(int));
    add_module(c->campaign, CO_MODE_IN_PERSON);
    add_module(c->campaign, CO_MODE_VIRTUAL_CLASS);
    add_places(c);
    c->plan = co_plan_new();
    c->expenses = NULL;
}

static void case_clear(Case *c)
{
    co_expenses_free(c->expenses);
    co_plan_free(c->plan);
    co_campaign_free(c->campaign);
    co_texts_free(c->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static int add_person(Case *c, int post)
{
    CoPerson *person = co_campaign_add_person(c->campaign);
    person->establishment_idx = post;
    person->path_idx = 0;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(c->campaign, &(int){0}, 1, sizeof(int));
    return c->campaign->n_people - 1;
}

static int add_trainer(Case *c, int post)
{
    CoTrainer *trainer = co_campaign_add_trainer(c->campaign);
    trainer->code = "F";
    trainer->establishment_idx = post;
    trainer->place = c->campaign->establishments[post].place;
    return c->campaign->n_trainers - 1;
}

static CoGroup *add_group(Case *c, int room_idx)
{
    CoGroup *group = co_plan_add_group(c->plan);
    group->path_idx = 0;
    group->academy_idx = 0;
    group->room_idx = room_idx;
    return group;
}

static void add_meeting(CoGroup *group, const char *day, CoHalves halves)
{
    const CoMeeting meeting = {MODULE_IN_PERSON, co_day_parse(day), halves};
    co_group_add_meeting(group, &meeting);
}

/* A person of that post in that room, on one day. */
static void add_stay(Case *c, int post, int room_idx, CoHalves halves)
{
    CoGroup *group = add_group(c, room_idx);
    co_group_add_member(group, add_person(c, post));
    add_meeting(group, "2024-11-14", halves);
}

static const CoExpenses *compute(Case *c)
{
    g_clear_pointer(&c->expenses, co_expenses_free);
    c->expenses = co_expenses_new(c->campaign, c->plan, co_texts_scale(c->texts));
    return c->expenses;
}

static const CoExpenseLine *only_line(Case *c)
{
    g_assert_cmpint(compute(c)->n_lines, ==, 1);
    return c->expenses->lines;
}

static void add_rate(Case *c, const char *code, double value)
{
    CoRate *rate = co_campaign_add_rate(c->campaign);
    rate->code = code;
    rate->value_micro = (int64_t)(value * 1e6 + 0.5);
    rate->first_day = co_day_from_ymd(2024, 1, 1);
}

/* ---- right and kilometres ---- */

static void test_a_whole_day_far_away_pays_the_way_and_a_meal(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_BOTH);
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->right, ==, CO_TRAVEL_DUE);
    g_assert_cmpint(line->way.source, ==, CO_WAY_TABLE);
    g_assert_cmpint((int)line->paid_km_milli, ==, 200000);
    g_assert_cmpint(line->departure_min, ==, 7 * 60 + 30);
    g_assert_cmpint(line->return_min, ==, 18 * 60);
    g_assert_cmpint((int)line->mileage_cents, ==, 6400);
    g_assert_cmpint(line->noon, ==, CO_MEAL_FULL);
    g_assert_cmpint(line->evening, ==, CO_MEAL_NONE);
    g_assert_cmpint((int)line->meal_cents, ==, 2000);
    g_assert_false(line->overnight);
    g_assert_cmpint((int)line->plan_mileage_cents, ==, 6400);
    g_assert_cmpint((int)line->plan_meal_cents, ==, 2000);
}

static void test_nothing_is_paid_in_ones_commune(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_SAME_TOWN, ROOM_PLAIN, CO_HALF_BOTH);
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->right, ==, CO_TRAVEL_SAME_COMMUNE);
    g_assert_cmpint((int)line->paid_km_milli, ==, 0);
    g_assert_cmpint((int)(line->mileage_cents + line->meal_cents), ==, 0);
    g_assert_cmpint((int)(line->plan_mileage_cents + line->plan_meal_cents), ==, 0);
    g_assert_cmpint(co_expenses_total(c.expenses).n_trips, ==, 0);
}

static void test_a_room_of_ones_own_school_is_no_trip(void)
{
    g_auto(Case) c;
    case_init(&c);
    c.campaign->rooms[ROOM_PLAIN].place.uai = "FAR";
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_BOTH);
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->right, ==, CO_TRAVEL_AT_POST);
    g_assert_cmpint((int)(line->mileage_cents + line->meal_cents), ==, 0);
}

static void test_an_unknown_commune_is_counted_to_be_confirmed(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_NO_TOWN, ROOM_PLAIN, CO_HALF_BOTH);
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->right, ==, CO_TRAVEL_COMMUNE_UNKNOWN);
    g_assert_cmpint((int)line->mileage_cents, ==, 3200);
    g_assert_cmpint((int)line->meal_cents, ==, 2000);
    CoExpenseTotals totals = co_expenses_total(c.expenses);
    g_assert_cmpint(totals.n_trips, ==, 1);
    g_assert_cmpint(totals.n_to_confirm, ==, 1);
}

static void test_fiscal_power_chooses_the_rate(void)
{
    static const struct {
        double power;
        int cents;
    } cases[] = {{3, 6400}, {5, 6400}, {6, 8200}, {7, 8200}, {8, 9000}, {20, 9000}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Case) c;
        case_init(&c);
        add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_BOTH);
        add_rate(&c, "puissance_fiscale", cases[i].power);
        g_assert_cmpint((int)only_line(&c)->mileage_cents, ==, cases[i].cents);
    }
}

static void test_cents_are_rounded_half_away_once_per_trip(void)
{
    g_auto(Case) c;
    case_init(&c);
    c.campaign->distances[0].km_milli = 100; /* nothing: another room */
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_AM);
    add_rate(&c, "km_5cv_1", 0.3125);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].km_milli = 200; /* 0.4 km x 0.3125 = 12.5 cents */
    g_assert_cmpint((int)only_line(&c)->mileage_cents, ==, 13);
}

/* A person of POST_FAR on each of these days, 200 km a day. */
static void add_days(Case *c, const char *const *days)
{
    CoGroup *group = add_group(c, ROOM_PLAIN);
    co_group_add_member(group, add_person(c, POST_FAR));
    for (int i = 0; days[i] != NULL; i++)
        add_meeting(group, days[i], CO_HALF_AM);
}

static void test_a_trip_across_a_threshold_is_split_there(void)
{
    static const char *const days[] = {"2024-11-12", "2024-11-14", "2024-11-18", NULL};
    g_auto(Case) c;
    case_init(&c);
    add_days(&c, days);
    add_rate(&c, "seuil_km_1", 250);
    add_rate(&c, "seuil_km_2", 500);
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint((int)lines[0].mileage_cents, ==, 6400);
    g_assert_cmpint((int)lines[1].year_km_milli, ==, 200000);
    g_assert_cmpint((int)lines[1].tier_km_milli[0], ==, 50000);
    g_assert_cmpint((int)lines[1].tier_km_milli[1], ==, 150000);
    /* 50 x 0.32 + 150 x 0.40, then 100 x 0.40 + 100 x 0.23 */
    g_assert_cmpint((int)lines[1].mileage_cents, ==, 1600 + 6000);
    g_assert_cmpint((int)lines[2].tier_km_milli[2], ==, 100000);
    g_assert_cmpint((int)lines[2].mileage_cents, ==, 4000 + 2300);
    g_assert_cmpint((int)co_expenses_total(c.expenses).mileage_cents, ==, 6400 + 7600 + 6300);
}

static void test_the_official_thresholds_are_2000_and_10000_km(void)
{
    static const char *const days[] = {"2024-11-12", "2024-11-14", NULL};
    g_auto(Case) c;
    case_init(&c);
    add_days(&c, days);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].km_milli = 1500000;
    const CoExpenseLine *lines = compute(&c)->lines;
    /* 3 000 km: 2 000 x 0.32 + 1 000 x 0.40; then 3 000 x 0.40. */
    g_assert_cmpint((int)lines[0].mileage_cents, ==, 64000 + 40000);
    g_assert_cmpint((int)lines[1].mileage_cents, ==, 120000);
}

static void test_kilometres_begin_anew_on_the_first_of_january(void)
{
    static const char *const days[] = {"2024-12-30", "2024-12-31", "2025-01-06", "2025-01-07",
                                       NULL};
    g_auto(Case) c;
    case_init(&c);
    add_days(&c, days);
    add_rate(&c, "seuil_km_1", 200);
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint((int)lines[1].year_km_milli, ==, 200000);
    g_assert_cmpint((int)lines[1].mileage_cents, ==, 8000);
    g_assert_cmpint((int)lines[2].year_km_milli, ==, 0);
    g_assert_cmpint((int)lines[2].mileage_cents, ==, 6400);
    g_assert_cmpint((int)lines[3].mileage_cents, ==, 8000);
}

static void test_a_rate_changes_with_the_day_of_the_trip(void)
{
    static const char *const days[] = {"2024-12-31", "2025-01-01", NULL};
    g_auto(Case) c;
    case_init(&c);
    add_days(&c, days);
    add_rate(&c, "km_5cv_1", 0.50);
    c.campaign->rates[0].first_day = co_day_from_ymd(2025, 1, 1);
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint((int)lines[0].mileage_cents, ==, 6400);
    g_assert_cmpint((int)lines[1].mileage_cents, ==, 10000);
}

/* ---- hours and meals ---- */

static void test_without_minutes_the_way_is_driven_at_the_speed(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_NEAR, ROOM_PLAIN, CO_HALF_AM);
    g_assert_cmpint(only_line(&c)->way_min, ==, 25);
    add_rate(&c, "vitesse_km_h", 40);
    g_assert_cmpint(only_line(&c)->way_min, ==, 38); /* 37.5 */
    g_assert_cmpint(c.expenses->lines->departure_min, ==, 9 * 60 - 38);
}

static void test_a_morning_feeds_who_came_from_far(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_AM);
    g_assert_cmpint(only_line(&c)->return_min, ==, 13 * 60 + 30);
    g_assert_cmpint(c.expenses->lines->noon, ==, CO_MEAL_NONE);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].minutes = 119;
    g_assert_cmpint(only_line(&c)->noon, ==, CO_MEAL_NONE);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].minutes = 120;
    g_assert_cmpint(only_line(&c)->noon, ==, CO_MEAL_FULL);
    g_assert_cmpint((int)c.expenses->lines->meal_cents, ==, 2000);
    g_assert_cmpint((int)c.expenses->lines->plan_meal_cents, ==, 0);
}

static void test_an_afternoon_feeds_who_leaves_by_eleven(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_FAR, ROOM_CANTEEN, CO_HALF_PM);
    g_assert_cmpint(only_line(&c)->departure_min, ==, 12 * 60);
    g_assert_cmpint(c.expenses->lines->noon, ==, CO_MEAL_NONE);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].minutes = 150;
    g_assert_cmpint(only_line(&c)->departure_min, ==, 11 * 60);
    g_assert_cmpint(c.expenses->lines->noon, ==, CO_MEAL_REDUCED);
    g_assert_cmpint((int)c.expenses->lines->meal_cents, ==, 1000);
}

static void test_an_evening_meal_is_never_reduced_and_asks_a_night(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_FAR, ROOM_CANTEEN, CO_HALF_BOTH);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].minutes = 270; /* 16:30 + 4:30 = 21:00, 9:00 - 4:30 = 4:30 */
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->noon, ==, CO_MEAL_REDUCED);
    g_assert_cmpint(line->evening, ==, CO_MEAL_FULL);
    g_assert_cmpint((int)line->meal_cents, ==, 3000);
    g_assert_true(line->overnight);
    CoExpenseTotals totals = co_expenses_total(c.expenses);
    g_assert_cmpint(totals.n_overnights, ==, 1);
    g_assert_cmpint(totals.n_meals[CO_MEAL_REDUCED], ==, 1);
    g_assert_cmpint(totals.n_meals[CO_MEAL_FULL], ==, 1);
}

static void test_hours_stay_within_the_day(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_BOTH);
    for (int i = 0; i < c.campaign->n_distances; i++)
        c.campaign->distances[i].minutes = 2000;
    g_assert_cmpint(only_line(&c)->departure_min, ==, 0);
    g_assert_cmpint(c.expenses->lines->return_min, ==, 24 * 60);
    g_assert_true(c.expenses->lines->overnight);
}

static void test_meals_cost_less_before_the_order_of_2023(void)
{
    g_auto(Case) c;
    case_init(&c);
    CoGroup *group = add_group(&c, ROOM_PLAIN);
    co_group_add_member(group, add_person(&c, POST_FAR));
    add_meeting(group, "2023-09-21", CO_HALF_BOTH);
    add_meeting(group, "2023-09-22", CO_HALF_BOTH);
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint((int)lines[0].meal_cents, ==, 1750);
    g_assert_cmpint((int)lines[1].meal_cents, ==, 2000);
}

/* ---- humans, sites, cars ---- */

static void test_two_groups_at_one_site_are_one_trip_with_a_meal(void)
{
    g_auto(Case) c;
    case_init(&c);
    int trainer = add_trainer(&c, POST_NEAR);
    for (int i = 0; i < 2; i++) {
        CoGroup *group = add_group(&c, i == 0 ? ROOM_CANTEEN : ROOM_PLAIN);
        group->trainer_idx[0] = trainer;
        add_meeting(group, "2024-11-14", i == 0 ? CO_HALF_AM : CO_HALF_PM);
    }
    const CoExpenseLine *line = only_line(&c);
    g_assert_cmpint(line->group_idx, ==, 0);
    g_assert_cmpint(line->other_group_idx, ==, 1);
    g_assert_cmpint(line->halves, ==, CO_HALF_BOTH);
    g_assert_cmpint(line->end_min, ==, 16 * 60 + 30);
    g_assert_cmpint((int)line->mileage_cents, ==, 1600);
    g_assert_cmpint(line->noon, ==, CO_MEAL_REDUCED);
    /* The plan's cost counts two trips, and no meal. */
    g_assert_cmpint((int)line->plan_mileage_cents, ==, 3200);
    g_assert_cmpint((int)line->plan_meal_cents, ==, 0);
}

static void test_two_sites_are_two_trips_and_one_meal(void)
{
    g_auto(Case) c;
    case_init(&c);
    int trainer = add_trainer(&c, POST_NEAR);
    for (int i = 0; i < 2; i++) {
        CoGroup *group = add_group(&c, i == 0 ? ROOM_PLAIN : ROOM_ELSEWHERE);
        group->trainer_idx[0] = trainer;
        add_meeting(group, "2024-11-14", i == 0 ? CO_HALF_AM : CO_HALF_PM);
    }
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint(c.expenses->n_lines, ==, 2);
    g_assert_cmpint(lines[0].noon, ==, CO_MEAL_FULL);
    g_assert_cmpint(lines[0].away_first, ==, 0);
    g_assert_cmpint(lines[0].away_last, ==, 1);
    g_assert_cmpint(lines[1].noon, ==, CO_MEAL_NONE);
    g_assert_cmpint(lines[1].away_first, ==, -1);
    g_assert_cmpint((int)lines[1].year_km_milli, ==, 50000);
}

static void test_a_trainer_who_is_a_participant_is_one_human(void)
{
    g_auto(Case) c;
    case_init(&c);
    int person = add_person(&c, POST_FAR), trainer = add_trainer(&c, POST_FAR);
    c.campaign->trainers[trainer].person_idx = person;
    CoGroup *group = add_group(&c, ROOM_PLAIN);
    group->trainer_idx[0] = trainer;
    add_meeting(group, "2024-11-14", CO_HALF_AM);
    group = add_group(&c, ROOM_PLAIN);
    co_group_add_member(group, person);
    add_meeting(group, "2024-11-12", CO_HALF_AM);
    const CoExpenseLine *lines = compute(&c)->lines;
    g_assert_cmpint(lines[0].person_idx, ==, person);
    g_assert_cmpint(lines[1].trainer_idx, ==, trainer);
    g_assert_cmpint(lines[1].human_idx, ==, lines[0].human_idx);
    g_assert_cmpint((int)lines[1].year_km_milli, ==, 200000);
    int n;
    const int *of_trainer = co_expenses_of_trainer(c.expenses, trainer, &n);
    g_assert_cmpint(n, ==, 1);
    g_assert_cmpint(of_trainer[0], ==, 1);
}

static void test_a_shared_car_is_paid_to_who_drives(void)
{
    g_auto(Case) c;
    case_init(&c);
    c.campaign->parameters.car_seats = 2;
    CoGroup *group = add_group(&c, ROOM_PLAIN);
    for (int i = 0; i < 3; i++)
        co_group_add_member(group, add_person(&c, POST_FAR));
    co_group_add_member(group, add_person(&c, POST_NEAR));
    group->trainer_idx[0] = add_trainer(&c, POST_FAR);
    add_meeting(group, "2024-11-14", CO_HALF_BOTH);
    const CoExpenses *expenses = compute(&c);
    static const CoCarRole roles[] = {CO_CAR_DRIVER, CO_CAR_DRIVER, CO_CAR_PASSENGER, CO_CAR_ALONE,
                                      CO_CAR_ALONE};
    static const int cents[] = {6400, 6400, 0, 6400, 1600};
    g_assert_cmpint(expenses->n_lines, ==, 5); /* the trainer stands with the school */
    for (int i = 0; i < 5; i++) {
        g_assert_cmpint(expenses->lines[i].car, ==, roles[i]);
        g_assert_cmpint((int)expenses->lines[i].mileage_cents, ==, cents[i]);
        g_assert_cmpint((int)expenses->lines[i].plan_mileage_cents, ==, cents[i]);
        g_assert_cmpint((int)expenses->lines[i].meal_cents, ==, 2000);
    }
}

static void test_lines_are_found_by_group_and_school_and_add_up(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_stay(&c, POST_NEAR, ROOM_PLAIN, CO_HALF_BOTH);
    add_stay(&c, POST_FAR, ROOM_PLAIN, CO_HALF_BOTH);
    add_stay(&c, POST_FAR, ROOM_CANTEEN, CO_HALF_BOTH);
    const CoExpenses *expenses = compute(&c);
    int n;
    const CoExpenseLine *far = co_expenses_of_establishment(expenses, POST_FAR, &n);
    g_assert_cmpint(n, ==, 2);
    g_assert_true(far == expenses->lines);
    g_assert_cmpint((int)co_expenses_total_of_establishment(expenses, POST_FAR).mileage_cents, ==,
                    12800);
    g_assert_cmpint((int)co_expenses_total_of_establishment(expenses, POST_FAR).meal_cents, ==,
                    3000);
    g_assert_cmpint((int)co_expenses_total_of_group(expenses, 0).mileage_cents, ==, 1600);
    g_assert_cmpint((int)co_expenses_total(expenses).mileage_cents, ==, 14400);
    g_assert_cmpint(co_expenses_total_of_establishment(expenses, POST_NO_TOWN).n_trips, ==, 0);
}

/* ---- trainers' hours ---- */

static void add_taught_group(Case *c)
{
    CoGroup *group = add_group(c, ROOM_PLAIN);
    group->trainer_idx[0] = add_trainer(c, POST_FAR);
    group->trainer_idx[1] = add_trainer(c, POST_NEAR);
    add_meeting(group, "2024-11-14", CO_HALF_BOTH);
    const CoMeeting meeting = {MODULE_VIRTUAL, co_day_parse("2024-11-20"), CO_HALF_PM};
    co_group_add_meeting(group, &meeting);
}

static void test_both_trainers_are_paid_in_full_by_kind_of_hours(void)
{
    g_auto(Case) c;
    case_init(&c);
    c.campaign->parameters.trainer_rate_cents = 4015;
    add_taught_group(&c);
    const CoExpenses *expenses = compute(&c);
    for (int t = 0; t < 2; t++) {
        const CoTrainerPay *pay = &expenses->pay[t];
        g_assert_cmpint(pay->n_groups, ==, 1);
        g_assert_cmpint((int)pay->minutes[CO_HOURS_IN_PERSON], ==, 360);
        g_assert_cmpint((int)pay->minutes[CO_HOURS_VIRTUAL], ==, 180);
        g_assert_cmpint((int)pay->pay_cents[CO_HOURS_IN_PERSON], ==, 6 * 4015);
        g_assert_cmpint((int)co_expenses_pay_cents(pay), ==, 9 * 4015);
    }
    g_assert_true(expenses->rate_is_set);
    g_assert_cmpint(expenses->n_lines, ==, 2); /* a virtual class is no trip */
}

static void test_a_rate_that_is_not_set_pays_nothing_and_says_so(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_taught_group(&c);
    const CoExpenses *expenses = compute(&c);
    g_assert_false(expenses->rate_is_set);
    g_assert_cmpint((int)co_expenses_pay_cents(&expenses->pay[0]), ==, 0);
    g_assert_cmpint((int)expenses->pay[0].minutes[CO_HOURS_IN_PERSON], ==, 360);
}

static void test_an_empty_plan_has_no_expenses(void)
{
    g_auto(Case) c;
    case_init(&c);
    add_trainer(&c, POST_FAR);
    g_assert_cmpint(compute(&c)->n_lines, ==, 0);
    g_assert_cmpint(co_expenses_total_of_trainer(c.expenses, 0).n_trips, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/expenses/right/due", test_a_whole_day_far_away_pays_the_way_and_a_meal);
    g_test_add_func("/expenses/right/same_commune", test_nothing_is_paid_in_ones_commune);
    g_test_add_func("/expenses/right/at_post", test_a_room_of_ones_own_school_is_no_trip);
    g_test_add_func("/expenses/right/unknown", test_an_unknown_commune_is_counted_to_be_confirmed);
    g_test_add_func("/expenses/km/power", test_fiscal_power_chooses_the_rate);
    g_test_add_func("/expenses/km/rounding", test_cents_are_rounded_half_away_once_per_trip);
    g_test_add_func("/expenses/km/split", test_a_trip_across_a_threshold_is_split_there);
    g_test_add_func("/expenses/km/thresholds", test_the_official_thresholds_are_2000_and_10000_km);
    g_test_add_func("/expenses/km/year", test_kilometres_begin_anew_on_the_first_of_january);
    g_test_add_func("/expenses/km/dated", test_a_rate_changes_with_the_day_of_the_trip);
    g_test_add_func("/expenses/hours/speed", test_without_minutes_the_way_is_driven_at_the_speed);
    g_test_add_func("/expenses/meal/morning", test_a_morning_feeds_who_came_from_far);
    g_test_add_func("/expenses/meal/afternoon", test_an_afternoon_feeds_who_leaves_by_eleven);
    g_test_add_func("/expenses/meal/evening",
                    test_an_evening_meal_is_never_reduced_and_asks_a_night);
    g_test_add_func("/expenses/hours/day", test_hours_stay_within_the_day);
    g_test_add_func("/expenses/meal/dated", test_meals_cost_less_before_the_order_of_2023);
    g_test_add_func("/expenses/human/one_site",
                    test_two_groups_at_one_site_are_one_trip_with_a_meal);
    g_test_add_func("/expenses/human/two_sites", test_two_sites_are_two_trips_and_one_meal);
    g_test_add_func("/expenses/human/two_lives", test_a_trainer_who_is_a_participant_is_one_human);
    g_test_add_func("/expenses/car", test_a_shared_car_is_paid_to_who_drives);
    g_test_add_func("/expenses/sums", test_lines_are_found_by_group_and_school_and_add_up);
    g_test_add_func("/expenses/pay/pair", test_both_trainers_are_paid_in_full_by_kind_of_hours);
    g_test_add_func("/expenses/pay/unset", test_a_rate_that_is_not_set_pays_nothing_and_says_so);
    g_test_add_func("/expenses/empty", test_an_empty_plan_has_no_expenses);
    return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store_fixture.h"

#include <string.h>

static const CoDay monday = 739207; /* 2024-11-18 */

static CoOrigin origin(int row)
{
    return (CoOrigin){.file = "table.csv", .sheet = "Feuille", .row = row};
}

static CoPlace place(CoCampaign *campaign, const char *prefix)
{
    const char *texts[8];
    for (int i = 0; i < 8; i++) {
        g_autofree char *text = g_strdup_printf("%s É%d", prefix, i);
        texts[i] = co_campaign_text(campaign, text);
    }
    return (CoPlace){
        .uai = texts[0],
        .name = texts[1],
        .type = texts[2],
        .address = texts[3],
        .post_code = texts[4],
        .commune = texts[5],
        .commune_code = texts[6],
        .department = texts[7],
        .located = true,
        .latitude = 45.1234567890123,
        .longitude = -5.1 / 3,
    };
}

static void fill_parameters(CoCampaign *campaign)
{
    campaign->parameters = (CoParameters){
        .name = "Campagne d'essai",
        .academy = "Grenoble",
        .zone = "A",
        .first_day = monday,
        .last_day = monday + 100,
        .convocation_day = monday - 20,
        .organizer_email = "eafc@ac-exemple.fr",
        .notice_warn_days = 16,
        .notice_block_days = 8,
        .morning_start_min = 541,
        .morning_end_min = 721,
        .afternoon_start_min = 811,
        .afternoon_end_min = 991,
        .wednesday = CO_WEDNESDAY_CLOSED,
        .close_holidays = false,
        .territory = CO_TERRITORY_ALSACE_MOSELLE,
        .route_micro = 1400000,
        .km_rate_micro = 330000,
        .meal_cents = 2100,
        .meal_canteen_cents = 1100,
        .trainer_rate_cents = INT64_C(5000000000),
        .max_trip_km = 80,
        .group_by_establishment = true,
        .car_seats = 3,
        .head_present = false,
        .continuity_remote = true,
        .class_absentees = 2,
        .reserve_seats = true,
        .cost_tolerance_micro = 600000,
    };
    campaign->survey = (CoSurveyStats){1, 2, 3, 4, 5, 6, 7, 8};
}

static void add_academies(CoCampaign *campaign)
{
    const char *names[] = {"Grenoble", "Lyon"};
    for (int i = 0; i < 2; i++) {
        CoAcademy *academy = co_campaign_add_academy(campaign);
        academy->name = names[i];
        academy->zone = "A";
        academy->origin = origin(2 + i);
    }
    CoWave *wave = co_campaign_add_wave(campaign);
    *wave = (CoWave){"V8", "Vague 8", monday + 50, origin(4)};
    CoAgency *agency = co_campaign_add_agency(campaign);
    *agency = (CoAgency){"0380001A", "Agence du Sud", false, origin(5)};
}

static void add_roles(CoCampaign *campaign)
{
    const char *codes[] = {"SG", "GEST", "AC"};
    const char *aliases[] = {"sécrétaire", "S.G.", ""};
    for (int i = 0; i < 3; i++) {
        CoRole *role = co_campaign_add_role(campaign);
        role->code = codes[i];
        role->label = "Libellé";
        role->sphere = CO_SPHERE_ACCOUNTING;
        role->office = CO_OFFICE_AGENCY;
        role->service = true;
        role->n_aliases = i;
        role->aliases = co_campaign_array(campaign, aliases, i, sizeof *aliases);
        role->origin = origin(10 + i);
    }
}

static void add_paths(CoCampaign *campaign)
{
    const int roles[] = {2, 0};
    const char *codes[] = {"P-SG", "P-AC"};
    for (int i = 0; i < 2; i++) {
        CoPath *path = co_campaign_add_path(campaign);
        path->code = codes[i];
        path->label = "Parcours";
        path->n_roles = 2 - i;
        path->role_idx = co_campaign_array(campaign, roles + i, 2 - i, sizeof *roles);
        path->min_size = 8;
        path->target_size = 12;
        path->max_size = 16;
        path->trainers_per_group = 2;
        path->pair_rule = CO_PAIR_FIXED;
        path->min_groups = 1;
        path->max_groups = 9;
        path->origin = origin(20 + i);
    }
}

static void add_modules(CoCampaign *campaign)
{
    for (int i = 0; i < 3; i++) {
        CoModule *module = co_campaign_add_module(campaign);
        module->path_idx = i % 2;
        module->order = 10 - i;
        module->code = i == 2 ? "CV" : "FM1";
        module->title = "Prise en main";
        module->link = "https://exemple.invalid/";
        module->mode = (CoMode)(i + 1);
        module->half_days = 2;
        module->moment = CO_MOMENT_FREE;
        module->fm1 = true;
        module->gap_min_days = 3;
        module->gap_max_days = 30;
        module->earliest = monday + 1;
        module->latest = monday + 60;
        module->before_cutover = true;
        module->origin = origin(30 + i);
    }
}

static void add_establishment(CoCampaign *campaign)
{
    CoEstablishment *establishment = co_campaign_add_establishment(campaign);
    establishment->uai = "0380002B";
    establishment->place = place(campaign, "Collège");
    establishment->wave_idx = 0;
    establishment->agency_idx = 0;
    establishment->academy_idx = 1;
    establishment->staff = 4;
    establishment->respondent = "accueil@exemple.invalid";
    establishment->answered = true;
    establishment->origin = origin(40);
}

static const CoSpan spans[] = {
    {739210, 739212, 0, CO_HALF_BOTH},
    {CO_DAY_NONE, CO_DAY_NONE, 3, CO_HALF_PM},
    {739220, 739220, 0, CO_HALF_AM},
};

static void add_full_person(CoCampaign *campaign, int i)
{
    const int roles[] = {1, 0};
    const char *last[] = {"Rivière-Çelik", "", "Rivière-Çelik"};
    const char *first[] = {"Noémie", "", "Noémie"};
    const char *email[] = {"N.Riviere@exemple.invalid", "", "noemie2@exemple.invalid"};
    CoPerson *person = co_campaign_add_person(campaign);
    person->establishment_idx = 0;
    person->n_roles = 2;
    person->role_idx = co_campaign_array(campaign, roles, 2, sizeof *roles);
    person->named = i != 1;
    person->reserved = i == 1;
    person->last_name = last[i];
    person->first_name = first[i];
    person->email = email[i];
    person->n_spans = 3 - i;
    person->spans = co_campaign_array(campaign, spans + i, 3 - i, sizeof *spans);
    person->weight = 9;
    person->already_trained = true;
    person->needs_access = true;
    person->otp = CO_TRISTATE_YES;
    person->access_right = CO_TRISTATE_NO;
    person->origin = origin(50 + i);
}

static void add_trainers(CoCampaign *campaign)
{
    const int paths[] = {1, 0};
    const char *codes[] = {"F01", "F02"};
    for (int i = 0; i < 2; i++) {
        CoTrainer *trainer = co_campaign_add_trainer(campaign);
        trainer->code = codes[i];
        trainer->last_name = "Mézière";
        trainer->first_name = "Élie";
        trainer->email = i == 0 ? "n.riviere@exemple.invalid" : "e.meziere@exemple.invalid";
        trainer->place = place(campaign, "Résidence");
        trainer->place.uai = "0380002B";
        trainer->role_idx = 2;
        trainer->sphere = CO_SPHERE_ORDERING;
        trainer->entry_wave = "V3";
        trainer->confirmed = true;
        trainer->n_paths = 2;
        trainer->path_idx = co_campaign_array(campaign, paths, 2, sizeof *paths);
        trainer->max_half_days = 12;
        trainer->n_spans = 2;
        trainer->spans = co_campaign_array(campaign, spans, 2, sizeof *spans);
        trainer->academy_idx = 1;
        trainer->origin = origin(60 + i);
    }
    CoPair *pair = co_campaign_add_pair(campaign);
    pair->code = "B1";
    pair->trainer_idx[0] = 1;
    pair->trainer_idx[1] = 0;
    pair->n_paths = 1;
    pair->path_idx = co_campaign_array(campaign, paths, 1, sizeof *paths);
    pair->origin = origin(70);
}

static void add_room(CoCampaign *campaign)
{
    CoRoom *room = co_campaign_add_room(campaign);
    room->code = "S1";
    room->place = place(campaign, "Salle");
    room->seats = 18;
    room->workstations = 17;
    room->canteen = true;
    room->accessible = false;
    room->n_spans = 3;
    room->spans = co_campaign_array(campaign, spans, 3, sizeof *spans);
    room->academy_idx = 1;
    room->origin = origin(80);
}

static void add_calendar(CoCampaign *campaign)
{
    const int roles[] = {0, 2};
    *co_campaign_add_fm1_window(campaign) = (CoFm1Window){monday, monday + 4, 3, origin(90)};
    for (int i = 0; i < 3; i++)
        *co_campaign_add_closure(campaign) = (CoClosure){
            (CoClosureKind)i, monday + i, monday + 2 * i, i - 1, "Pont", origin(91 + i)};
    for (int i = 0; i < 2; i++)
        *co_campaign_add_milestone(campaign) =
            (CoMilestone){"COFI",        "Compte financier",
                          monday,        monday + 9,
                          2 * i,         co_campaign_array(campaign, roles, 2 * i, sizeof *roles),
                          i == 0,        i - 1,
                          origin(95 + i)};
}

static void add_rest(CoCampaign *campaign)
{
    for (int i = 0; i <= CO_LOCK_PERSON; i++)
        *co_campaign_add_lock(campaign) =
            (CoLock){"SG-01", "P0001", (CoLockKind)i, origin(100 + i)};
    *co_campaign_add_distance(campaign) = (CoDistance){"0380002B", 0, 12345, 21, origin(110)};
    *co_campaign_add_rate(campaign) = (CoRate){"taux_km", 350000, monday, CO_DAY_NONE, origin(111)};
    *co_campaign_add_rate(campaign) = (CoRate){"repas", 1, monday, monday + 5, origin(112)};
}

CoCampaign *fixture_full_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    fill_parameters(campaign);
    add_academies(campaign);
    add_roles(campaign);
    add_paths(campaign);
    add_modules(campaign);
    add_establishment(campaign);
    for (int i = 0; i < 3; i++)
        add_full_person(campaign, i);
    add_trainers(campaign);
    add_room(campaign);
    add_calendar(campaign);
    add_rest(campaign);
    co_campaign_finish(campaign);
    return campaign;
}

static const char *numbered(CoCampaign *campaign, const char *prefix, int number)
{
    g_autofree char *text = g_strdup_printf("%s%03d", prefix, number);
    return co_campaign_text(campaign, text);
}

/* Three paths of one role each, with one in-person module and one virtual class. */
static void add_three_paths(CoCampaign *campaign, int variant)
{
    for (int i = 0; i < 3; i++) {
        CoRole *role = co_campaign_add_role(campaign);
        role->code = numbered(campaign, "ROLE", i);
        role->service = true;
        CoPath *path = co_campaign_add_path(campaign);
        path->code = numbered(campaign, "PARC", i);
        path->n_roles = 1;
        path->role_idx = co_campaign_array(campaign, &i, 1, sizeof i);
        path->min_size = 6 + variant;
        path->target_size = 10;
        path->max_size = 14;
        for (int j = 0; j < 2; j++) {
            CoModule *module = co_campaign_add_module(campaign);
            module->path_idx = i;
            module->order = j + 1;
            module->code = numbered(campaign, "M", j);
            module->mode = j == 0 ? CO_MODE_IN_PERSON : CO_MODE_VIRTUAL_CLASS;
        }
    }
}

static void add_sites(CoCampaign *campaign, int n_establishments, int variant)
{
    for (int i = 0; i < n_establishments; i++) {
        CoEstablishment *establishment = co_campaign_add_establishment(campaign);
        establishment->uai = numbered(campaign, "038", i);
        establishment->place = place(campaign, establishment->uai);
        establishment->origin = origin(i + 2);
    }
    for (int i = 0; i < 8; i++) {
        CoRoom *room = co_campaign_add_room(campaign);
        room->code = numbered(campaign, variant == 0 ? "SALLE" : "LIEU", i);
        room->seats = 20 + variant;
        CoTrainer *trainer = co_campaign_add_trainer(campaign);
        trainer->code = numbered(campaign, "F", i);
        trainer->last_name = numbered(campaign, "Formatrice", i);
    }
}

static void add_people(CoCampaign *campaign, int n_people, int variant)
{
    for (int i = 0; i < n_people; i++) {
        int role_idx = i % 3;
        int number = variant * n_people / 2 + i; /* half of the people are in both variants */
        CoPerson *person = co_campaign_add_person(campaign);
        person->establishment_idx = i % campaign->n_establishments;
        person->n_roles = 1;
        person->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof role_idx);
        person->named = true;
        person->last_name = numbered(campaign, "Personne", number);
        person->first_name = "Camille";
        if (i % 7 != 0)
            person->email = numbered(campaign, "camille@exemple.invalid.", number);
        person->n_spans = i % 3;
        person->spans = co_campaign_array(campaign, spans, i % 3, sizeof *spans);
        person->origin = origin(i + 2);
    }
}

CoCampaign *fixture_campaign(int n_people, int variant)
{
    CoCampaign *campaign = co_campaign_new();
    campaign->parameters.name = "Campagne";
    campaign->parameters.first_day = monday + variant;
    campaign->parameters.last_day = monday + 200;
    add_three_paths(campaign, variant);
    add_sites(campaign, MAX(n_people / 3, 1), variant);
    add_people(campaign, n_people, variant);
    co_campaign_finish(campaign);
    return campaign;
}

static void add_plan_group(CoPlan *plan, const CoCampaign *campaign, int path_idx, int variant)
{
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup_printf("%s-%02d", campaign->paths[path_idx].code, variant);
    group->path_idx = path_idx;
    group->academy_idx = campaign->n_academies - 1;
    group->room_idx = path_idx == 1 ? -1 : variant % campaign->n_rooms;
    group->trainer_idx[0] = 0;
    group->trainer_idx[1] = path_idx == 0 ? -1 : 1;
    for (int i = 0; i < campaign->n_modules; i++) {
        CoMeeting meeting = {i, monday + i + variant, (CoHalves)(1 + i % 3)};
        if (campaign->modules[i].path_idx == path_idx)
            co_group_add_meeting(group, &meeting);
    }
    for (int i = 1; i < campaign->n_people; i++)
        if (i % campaign->n_paths == path_idx)
            co_group_add_member(group, i);
}

static void add_plan_figures(CoPlan *plan, int variant)
{
    plan->stop = CO_STOP_GAP;
    plan->quality = CO_QUALITY_FEASIBLE;
    plan->tiers[0] = (CoTier){INT64_C(1) << 40, true, INT64_C(1) << 39, true};
    plan->tiers[1] = (CoTier){4567320 + variant, true, -1, false};
    plan->tiers[2] = (CoTier){17, false, 0, false};
    plan->stage1 = (CoTier){INT64_MAX, true, 0, true};
    plan->unplaced_penalty = INT64_C(9000000000);
    plan->changes = 12;
    plan->seed = -7;
    plan->work = 123456789012 + variant;
}

CoPlan *fixture_plan(const CoCampaign *campaign, int variant)
{
    CoPlan *plan = co_plan_new();
    g_autofree char *digest = co_campaign_digest(campaign);
    g_strlcpy(plan->digest, digest, sizeof plan->digest);
    add_plan_figures(plan, variant);
    for (int i = 0; i < campaign->n_paths; i++)
        add_plan_group(plan, campaign, i, variant);
    CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    *unplaced = (CoUnplaced){0, CO_RULE_BIT(CO_R18) | CO_RULE_BIT(CO_R02), CO_R18,
                             CO_REMEDY_ADD_GROUP, variant % 2 == 0 ? campaign->n_paths - 1 : -1};
    co_plan_sort(plan, campaign);
    return plan;
}

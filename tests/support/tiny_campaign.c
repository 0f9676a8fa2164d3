/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiny_campaign.h"

#include <string.h>

static const struct {
    const char *uai, *name, *commune, *code, *department;
    int tenths; /* of a degree north of the first one */
    int staff;
    const char *wave;
} establishments[] = {
    {"0380001A", "Collège des Aulnes", "Grenoble", "38185", "038", 0, 2, "V8"},
    {"0380002B", "Collège des Bouleaux", "Voiron", "38563", "038", 1, 3, "V8"},
    {"0380003C", "Lycée des Charmes", "Vienne", "38544", "038", 2, -1, "V8"},
    {"0380004D", "Lycée des Érables", "Crolles", "38140", "038", 3, 1, "V7"},
    {"0690005E", "Collège des Frênes", "Lyon", "69381", "069", 9, 2, "V8"},
};

static const struct {
    const char *code, *label;
    CoSphere sphere;
    CoOffice office;
    bool service;
} roles[] = {
    {"ORD", "Ordonnateur", CO_SPHERE_ORDERING, CO_OFFICE_HEAD, false},
    {"SG", "Secrétaire général", CO_SPHERE_ORDERING, CO_OFFICE_GENERAL_SECRETARY, true},
    {"ASG", "Assistant de gestion", CO_SPHERE_ORDERING, CO_OFFICE_OTHER, true},
    {"AC", "Agent comptable", CO_SPHERE_ACCOUNTING, CO_OFFICE_AGENCY, true},
};

static const struct {
    const char *code, *name, *uai, *role, *commune, *code_commune;
    int tenths;
    bool confirmed;
    int max_half_days;
    int academy_idx, path_idx;
} trainers[] = {
    {"T1", "Tournel", "0380001A", "ORD", "Grenoble", "38185", 0, true, 6, 0, TINY_PATH_GEST},
    {"T2", "Tauvel", "0380002B", "SG", "Voiron", "38563", 1, false, -1, 0, TINY_PATH_GEST},
    {"T3", "Tirvel", "0380091T", "SG", "Moirans", "38239", 2, true, -1, 0, TINY_PATH_GEST},
    {"T4", "Tarnel", "0380027Y", "SG", "Voreppe", "38565", 3, false, -1, 0, TINY_PATH_GEST},
    {"T5", "Torbel", "0380081G", "ORD", "Grenoble", "", 0, true, -1, 0, TINY_PATH_ORD},
    {"T6", "Tanvel", "0690006F", "SG", "Lyon", "69382", 9, true, -1, 1, TINY_PATH_GEST},
    {"T7", "Derbel", "0380004D", "ORD", "Crolles", "38140", 3, true, -1, 0, TINY_PATH_ORD},
};

static const struct {
    const char *code, *commune, *code_commune;
    int tenths, seats, workstations, academy_idx;
    bool canteen, accessible;
} rooms[] = {
    {"S1", "Grenoble", "38185", 0, 8, 6, 0, true, true},
    {"S2", "Voiron", "38563", 1, 6, 0, 0, false, false},
    {"S3", "Lyon", "69123", 9, 20, 20, 1, true, true},
};

static void fill_place(CoCampaign *campaign, CoPlace *place, const char *commune, const char *code,
                       int tenths)
{
    place->commune = co_campaign_text(campaign, commune);
    place->commune_code = co_campaign_text(campaign, code);
    place->department = strcmp(commune, "Lyon") == 0 ? "069" : "038";
    place->located = true;
    place->latitude = 45.0 + tenths / 10.0;
    place->longitude = 5.0;
}

static void add_parameters(CoCampaign *campaign)
{
    campaign->parameters.name = "minuscule";
    campaign->parameters.first_day = co_day_parse("2024-11-04");
    campaign->parameters.last_day = co_day_parse("2024-12-20");
    campaign->parameters.convocation_day = co_day_parse("2024-10-18");
    campaign->parameters.trainer_rate_cents = 4000;
    CoAcademy *academy = co_campaign_add_academy(campaign);
    academy->name = "Grenoble";
    academy = co_campaign_add_academy(campaign);
    academy->name = "Lyon";
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = "V7";
    wave->cutover = co_day_parse("2024-09-01");
    wave = co_campaign_add_wave(campaign);
    wave->code = "V8";
    wave->cutover = co_day_parse("2025-01-01");
}

static void add_roles(CoCampaign *campaign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
        CoRole *role = co_campaign_add_role(campaign);
        role->code = roles[i].code;
        role->label = roles[i].label;
        role->sphere = roles[i].sphere;
        role->office = roles[i].office;
        role->service = roles[i].service;
    }
}

static void add_paths(CoCampaign *campaign)
{
    CoPath *path = co_campaign_add_path(campaign);
    int gest_roles[] = {TINY_ROLE_SECRETARY, TINY_ROLE_ASSISTANT};
    path->code = "GEST";
    path->label = "Gestion";
    path->n_roles = 2;
    path->role_idx = co_campaign_array(campaign, gest_roles, 2, sizeof(int));
    path->min_size = 3;
    path->target_size = 4;
    path->max_size = 5;
    path->trainers_per_group = 2;
    path->pair_rule = CO_PAIR_ONE_CONFIRMED;
    path->max_groups = 2;
    path = co_campaign_add_path(campaign);
    int ord_roles[] = {TINY_ROLE_HEAD};
    path->code = "ORD";
    path->label = "Ordonnateurs";
    path->n_roles = 1;
    path->role_idx = co_campaign_array(campaign, ord_roles, 1, sizeof(int));
    path->min_size = 1;
    path->target_size = 3;
    path->max_size = 4;
    path->trainers_per_group = 1;
    path->min_groups = 1;
    path->max_groups = 3;
}

static CoModule *add_module(CoCampaign *campaign, const char *code, CoMode mode, int half_days)
{
    CoModule *module = co_campaign_add_module(campaign);
    module->path_idx = TINY_PATH_GEST;
    module->order = campaign->n_modules;
    module->code = code;
    module->title = code;
    module->mode = mode;
    module->half_days = half_days;
    module->gap_min_days = 1;
    module->gap_max_days = -1;
    return module;
}

static void add_modules(CoCampaign *campaign)
{
    CoModule *module = add_module(campaign, "G-0", CO_MODE_SELF_STUDY, 1);
    module->latest = co_day_parse("2024-11-12");
    module = add_module(campaign, "G-P1", CO_MODE_IN_PERSON, 2);
    module->fm1 = true;
    module->before_cutover = true;
    module = add_module(campaign, "G-P2", CO_MODE_IN_PERSON, 2);
    module->fm1 = true;
    module->before_cutover = true;
    module->gap_max_days = 8;
    add_module(campaign, "G-V1", CO_MODE_VIRTUAL_CLASS, 1);
    module = add_module(campaign, "G-V2", CO_MODE_VIRTUAL_CLASS, 1);
    module->gap_max_days = 21;
    module = add_module(campaign, "G-W", CO_MODE_WEBINAR, 1);
    module->moment = CO_MOMENT_PM;
    module->earliest = co_day_parse("2024-11-07");
    module->latest = module->earliest;
    module = add_module(campaign, "O-P1", CO_MODE_IN_PERSON, 1);
    module->path_idx = TINY_PATH_ORD;
}

static void add_establishments(CoCampaign *campaign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(establishments); i++) {
        CoEstablishment *establishment = co_campaign_add_establishment(campaign);
        establishment->uai = establishments[i].uai;
        establishment->staff = establishments[i].staff;
        establishment->wave_idx = strcmp(establishments[i].wave, "V8") == 0 ? 1 : 0;
        establishment->academy_idx = i < 4 ? 0 : 1;
        fill_place(campaign, &establishment->place, establishments[i].commune,
                   establishments[i].code, establishments[i].tenths);
        establishment->place.uai = establishments[i].uai;
        establishment->place.name = establishments[i].name;
        establishment->place.department = establishments[i].department;
    }
}

static CoPerson *add_person(CoCampaign *campaign, int establishment_idx, int role_idx)
{
    static const char *const names[] = {"Derbel",   "Durnel",  "Dauvel",  "Dirmel",  "Dornel",
                                        "Delvaux",  "Dunvel",  "Daubrel", "Dinvel",  "Derbel",
                                        "Dolmerin", "Dastrel", "Dumbrel", "Delgrave"};
    int rank = campaign->n_people;
    g_autofree char *id = g_strdup_printf("P%04d", rank + 1);
    g_autofree char *email = g_strdup_printf("p%d@exemple.fr", rank + 1);
    CoPerson *person = co_campaign_add_person(campaign);
    person->id = co_campaign_text(campaign, id);
    person->establishment_idx = establishment_idx;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof(int));
    person->named = true;
    person->last_name = names[rank];
    person->first_name = "Camille";
    person->email = co_campaign_text(campaign, email);
    return person;
}

static void add_people(CoCampaign *campaign)
{
    for (int e = 0; e < 4; e++) {
        add_person(campaign, e, TINY_ROLE_HEAD);
        add_person(campaign, e, TINY_ROLE_SECRETARY);
        add_person(campaign, e, TINY_ROLE_ASSISTANT);
    }
    add_person(campaign, 4, TINY_ROLE_SECRETARY)->weight = 3;
    add_person(campaign, 1, TINY_ROLE_ASSISTANT)->already_trained = true;
}

static int find_role(const char *code)
{
    int i = 0;
    while (strcmp(roles[i].code, code) != 0)
        i++;
    return i;
}

static void add_trainers(CoCampaign *campaign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(trainers); i++) {
        CoTrainer *trainer = co_campaign_add_trainer(campaign);
        trainer->code = trainers[i].code;
        trainer->last_name = trainers[i].name;
        trainer->first_name = "Claude";
        trainer->email = i == TINY_T7 ? "p10@exemple.fr" : "";
        fill_place(campaign, &trainer->place, trainers[i].commune, trainers[i].code_commune,
                   trainers[i].tenths);
        trainer->place.uai = trainers[i].uai;
        trainer->role_idx = find_role(trainers[i].role);
        trainer->sphere = CO_SPHERE_ORDERING;
        trainer->confirmed = trainers[i].confirmed;
        trainer->max_half_days = trainers[i].max_half_days;
        trainer->academy_idx = trainers[i].academy_idx;
        trainer->n_paths = 1;
        trainer->path_idx = co_campaign_array(campaign, &trainers[i].path_idx, 1, sizeof(int));
    }
}

static void add_rooms(CoCampaign *campaign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rooms); i++) {
        CoRoom *room = co_campaign_add_room(campaign);
        room->code = rooms[i].code;
        fill_place(campaign, &room->place, rooms[i].commune, rooms[i].code_commune,
                   rooms[i].tenths);
        room->seats = rooms[i].seats;
        room->workstations = rooms[i].workstations;
        room->canteen = rooms[i].canteen;
        room->accessible = rooms[i].accessible;
        room->academy_idx = rooms[i].academy_idx;
    }
}

static void add_calendar(CoCampaign *campaign)
{
    static const char *const windows[][2] = {
        {"2024-11-12", "2024-11-15"}, {"2024-11-18", "2024-11-22"}, {"2024-11-25", "2024-11-29"}};
    for (size_t i = 0; i < G_N_ELEMENTS(windows); i++) {
        CoFm1Window *window = co_campaign_add_fm1_window(campaign);
        window->first_day = co_day_parse(windows[i][0]);
        window->last_day = co_day_parse(windows[i][1]);
        window->max_groups = 1;
    }
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = CO_CLOSURE_PUBLIC_HOLIDAY;
    closure->first_day = closure->last_day = co_day_parse("2024-11-11");
    closure = co_campaign_add_closure(campaign);
    closure->kind = CO_CLOSURE_LOCAL;
    closure->academy_idx = 0;
    closure->first_day = closure->last_day = co_day_parse("2024-12-02");
}

static void add_milestone(CoCampaign *campaign, const char *code, int role_idx, bool forbidden)
{
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->code = code;
    milestone->label = code;
    milestone->first_day = co_day_parse("2024-11-18");
    milestone->last_day = co_day_parse("2024-11-29");
    milestone->n_roles = 1;
    milestone->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof(int));
    milestone->forbidden = forbidden;
}

CoCampaign *co_tiny_campaign(CoTinyAmend amend)
{
    CoCampaign *campaign = co_campaign_new();
    add_parameters(campaign);
    add_roles(campaign);
    add_paths(campaign);
    add_modules(campaign);
    add_establishments(campaign);
    add_people(campaign);
    add_trainers(campaign);
    add_rooms(campaign);
    add_calendar(campaign);
    add_milestone(campaign, "Vote du budget", TINY_ROLE_SECRETARY, false);
    add_milestone(campaign, "Arrêté des comptes", TINY_ROLE_ACCOUNTANT, true);
    if (amend != NULL)
        amend(campaign);
    co_campaign_finish(campaign);
    return campaign;
}

static CoGroup *add_group(CoPlan *plan, const char *code, int path_idx, int room_idx)
{
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup(code);
    group->path_idx = path_idx;
    group->academy_idx = 0;
    group->room_idx = room_idx;
    return group;
}

static void add_meeting(CoGroup *group, int module_idx, const char *day, CoHalves halves)
{
    CoMeeting meeting = {module_idx, co_day_parse(day), halves};
    co_group_add_meeting(group, &meeting);
}

/* The persons of one office, from the first establishment to the last. */
static void add_members(CoGroup *group, int office, int first, int last)
{
    for (int e = first; e <= last; e++)
        co_group_add_member(group, TINY_PERSON(e, office));
}

static void add_gest_groups(CoPlan *plan)
{
    CoGroup *group = add_group(plan, "SG-01", TINY_PATH_GEST, TINY_S1);
    group->trainer_idx[0] = TINY_T1;
    group->trainer_idx[1] = TINY_T2;
    add_members(group, TINY_SECRETARY, 0, 3);
    add_meeting(group, TINY_P1, "2024-11-12", CO_HALF_BOTH);
    add_meeting(group, TINY_P2, "2024-11-14", CO_HALF_BOTH);
    add_meeting(group, TINY_V1, "2024-11-19", CO_HALF_AM);
    add_meeting(group, TINY_V2, "2024-11-26", CO_HALF_PM);
    group = add_group(plan, "SG-02", TINY_PATH_GEST, TINY_S1);
    group->trainer_idx[0] = TINY_T3;
    group->trainer_idx[1] = TINY_T4;
    add_members(group, TINY_ASSISTANT, 0, 3);
    add_meeting(group, TINY_P1, "2024-11-18", CO_HALF_BOTH);
    add_meeting(group, TINY_P2, "2024-11-20", CO_HALF_BOTH);
    add_meeting(group, TINY_V1, "2024-11-21", CO_HALF_AM);
    add_meeting(group, TINY_V2, "2024-11-28", CO_HALF_AM);
}

static void add_ord_groups(CoPlan *plan)
{
    CoGroup *group = add_group(plan, "ORD-01", TINY_PATH_ORD, TINY_S2);
    group->trainer_idx[0] = TINY_T5;
    add_members(group, TINY_HEAD, 0, 1);
    add_meeting(group, TINY_O1, "2024-11-15", CO_HALF_AM);
    group = add_group(plan, "ORD-02", TINY_PATH_ORD, TINY_S2);
    group->trainer_idx[0] = TINY_T5;
    add_members(group, TINY_HEAD, 2, 3);
    add_meeting(group, TINY_O1, "2024-11-19", CO_HALF_AM);
}

CoPlan *co_tiny_plan(const CoCampaign *campaign)
{
    g_assert_cmpint(campaign->n_people, >=, TINY_N_PEOPLE);
    CoPlan *plan = co_plan_new();
    add_gest_groups(plan);
    add_ord_groups(plan);
    CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    unplaced->person_idx = TINY_ELSEWHERE;
    unplaced->main_rule = CO_R16;
    unplaced->rules = CO_RULE_BIT(CO_R16);
    plan->tiers[0].value = TINY_UNPLACED;
    plan->tiers[1].value = TINY_COST;
    plan->tiers[2].value = TINY_COMFORT;
    plan->quality = CO_QUALITY_FEASIBLE;
    return plan;
}

void co_tiny_move(CoGroup *group, int module_idx, const char *day, CoHalves halves)
{
    for (int i = 0; i < group->n_meetings; i++) {
        if (group->meetings[i].module_idx == module_idx) {
            group->meetings[i].day = co_day_parse(day);
            group->meetings[i].halves = halves;
            return;
        }
    }
    g_assert_not_reached();
}

void co_tiny_drop(CoGroup *group, int person_idx)
{
    int n_kept = 0;
    for (int i = 0; i < group->n_members; i++) {
        if (group->members[i] != person_idx)
            group->members[n_kept++] = group->members[i];
    }
    g_assert_cmpint(n_kept, ==, group->n_members - 1);
    group->n_members = n_kept;
}

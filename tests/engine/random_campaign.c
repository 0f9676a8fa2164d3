/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random_campaign.h"

#include "kit.h"

typedef struct Dice {
    GRand *rand;
    CoCampaign *campaign;
} Dice;

static bool one_in(Dice *dice, int n)
{
    return g_rand_int_range(dice->rand, 0, n) == 0;
}

static int between(Dice *dice, int least, int most)
{
    return g_rand_int_range(dice->rand, least, most + 1);
}

static CoDay some_day(Dice *dice)
{
    const CoParameters *parameters = &dice->campaign->parameters;
    return between(dice, parameters->first_day, parameters->last_day);
}

static void add_spans(Dice *dice, int *n_spans, CoSpan **spans)
{
    for (int n = one_in(dice, 3) ? between(dice, 1, 4) : 0; n > 0; n--) {
        char iso[CO_DAY_ISO_SIZE];
        static const char *const forms[] = {"%s", "%s-am", "%s-pm"};
        const char *form = forms[between(dice, 0, 2)];
        g_autofree char *text =
            form == forms[1]   ? g_strdup_printf("%s-am", co_day_to_iso(some_day(dice), iso))
            : form == forms[2] ? g_strdup_printf("%s-pm", co_day_to_iso(some_day(dice), iso))
                               : g_strdup(co_day_to_iso(some_day(dice), iso));
        kit_unavailable(dice->campaign, n_spans, spans, one_in(dice, 5) ? "lundi" : text);
    }
}

static void draw_parameters(Dice *dice)
{
    CoParameters *parameters = &dice->campaign->parameters;
    parameters->last_day = KIT_MONDAY + between(dice, 8, 18);
    parameters->convocation_day = KIT_MONDAY - between(dice, 4, 20);
    parameters->wednesday = (CoWednesday)between(dice, 0, 2);
    parameters->close_holidays = one_in(dice, 2);
    parameters->trainer_rate_cents = one_in(dice, 3) ? -1 : 4000;
    parameters->max_trip_km = one_in(dice, 6) ? between(dice, 20, 60) : -1;
    parameters->group_by_establishment = one_in(dice, 3);
    parameters->car_seats = one_in(dice, 3) ? between(dice, 1, 3) : 0;
    parameters->head_present = !one_in(dice, 4);
    parameters->continuity_remote = one_in(dice, 3);
    parameters->class_absentees = one_in(dice, 2) ? 0 : between(dice, 1, 2);
    parameters->cost_tolerance_micro = one_in(dice, 2) ? 500000 : 5000000;
    dice->campaign->waves[0].cutover = some_day(dice) + between(dice, 0, 10);
    CoWave *past = co_campaign_add_wave(dice->campaign);
    past->code = "V0";
    past->cutover = parameters->convocation_day - between(dice, 0, 9);
    for (int n = one_in(dice, 4) ? 2 : 0; n > 0; n--)
        co_campaign_add_academy(dice->campaign)->name = n == 2 ? "A" : "B";
}

static int some_academy(Dice *dice)
{
    return between(dice, 0, MAX(dice->campaign->n_academies, 1) - 1);
}

static void draw_closures(Dice *dice)
{
    for (int n = between(dice, 0, 2); n > 0; n--) {
        CoClosure *closure = co_campaign_add_closure(dice->campaign);
        closure->kind = (CoClosureKind)between(dice, 0, 2);
        closure->first_day = some_day(dice);
        closure->last_day = closure->first_day + between(dice, 0, 1);
        closure->academy_idx = one_in(dice, 2) ? -1 : some_academy(dice);
    }
    for (int n = between(dice, 0, 2); n > 0; n--) {
        int role = between(dice, 0, 2);
        CoMilestone *milestone = co_campaign_add_milestone(dice->campaign);
        milestone->first_day = some_day(dice);
        milestone->last_day = milestone->first_day + between(dice, 0, 2);
        milestone->n_roles = one_in(dice, 3) ? 0 : 1;
        milestone->role_idx = co_campaign_array(dice->campaign, &role, 1, sizeof role);
        milestone->forbidden = one_in(dice, 2);
        milestone->academy_idx = one_in(dice, 2) ? -1 : some_academy(dice);
    }
}

static void draw_module(Dice *dice, int path_idx, CoMode mode)
{
    CoModule *module =
        kit_module(dice->campaign, path_idx, mode, one_in(dice, 3) ? 1 : between(dice, 1, 2));
    module->moment = (CoMoment)between(dice, 0, 3);
    module->fm1 = mode != CO_MODE_WEBINAR && one_in(dice, 3);
    module->gap_min_days = between(dice, 1, 3);
    module->gap_max_days = one_in(dice, 2) ? -1 : module->gap_min_days + between(dice, 0, 5);
    module->before_cutover = mode != CO_MODE_WEBINAR && one_in(dice, 3);
    if (mode == CO_MODE_WEBINAR)
        module->earliest = module->latest = some_day(dice);
    else if (one_in(dice, 12))
        module->latest = some_day(dice) + 4;
}

static void draw_path(Dice *dice, int role_idx)
{
    static const char *const codes[] = {"ORD", "SG", "ASG"};
    int path_idx = dice->campaign->n_paths;
    CoPath *path = kit_path(dice->campaign, codes[role_idx], role_idx);
    path->min_size = between(dice, 1, 2);
    path->max_size = between(dice, 2, 5);
    path->target_size = between(dice, 2, 4);
    path->trainers_per_group = between(dice, 1, 2);
    if (path->trainers_per_group == 2 || one_in(dice, 3))
        path->pair_rule = (CoPairRule)between(dice, 0, path->trainers_per_group == 2 ? 3 : 1);
    path->max_groups = one_in(dice, 3) ? -1 : between(dice, 1, 3);
    path->min_groups = one_in(dice, 6) ? 1 : -1;
    for (int n = between(dice, one_in(dice, 4) ? 0 : 1, 2); n > 0; n--)
        draw_module(dice, path_idx, CO_MODE_IN_PERSON);
    for (int n = between(dice, 0, 2); n > 0; n--)
        draw_module(dice, path_idx, CO_MODE_VIRTUAL_CLASS);
    if (one_in(dice, 3))
        draw_module(dice, path_idx, CO_MODE_WEBINAR);
    if (one_in(dice, 4))
        draw_module(dice, path_idx, CO_MODE_SELF_STUDY);
}

/* A path that only has webinars would leave its persons without a group to be in. */
static void draw_paths(Dice *dice)
{
    int n = between(dice, 1, 3);
    for (int i = 0; i < n; i++) {
        draw_path(dice, i);
        kit_module(dice->campaign, i, one_in(dice, 3) ? CO_MODE_VIRTUAL_CLASS : CO_MODE_IN_PERSON,
                   1);
    }
}

static void scatter(Dice *dice, CoPlace *place)
{
    static const char *const communes[] = {"Ici", "Là", "Plus loin"};
    int where = between(dice, 0, 3);
    if (where < 3)
        kit_move(place, communes[where], where * 0.2);
    place->located = !one_in(dice, 10);
}

static void draw_establishments(Dice *dice)
{
    static const char *const uais[] = {"E1", "E2", "E3", "E4", "E5"};
    for (int i = 0, n = between(dice, 2, 5); i < n; i++) {
        CoEstablishment *establishment = kit_establishment(dice->campaign, uais[i]);
        scatter(dice, &establishment->place);
        establishment->staff = between(dice, -1, 4);
        establishment->wave_idx = one_in(dice, 4) ? 1 : 0;
        establishment->academy_idx = some_academy(dice);
    }
}

static void draw_people(Dice *dice)
{
    CoCampaign *campaign = dice->campaign;
    for (int n = between(dice, 3, 10); n > 0; n--) {
        int e = between(dice, 0, campaign->n_establishments - 1), roles[2];
        CoPerson *person = kit_person(campaign, e, between(dice, 0, 2));
        roles[0] = person->role_idx[0];
        roles[1] = (roles[0] + 1) % 3;
        person->n_roles = one_in(dice, 6) ? 2 : 1;
        person->role_idx = co_campaign_array(campaign, roles, 2, sizeof(int));
        person->weight = one_in(dice, 2) ? 1 : between(dice, 1, 9);
        person->already_trained = one_in(dice, 10);
        person->needs_access = one_in(dice, 8);
        g_autofree char *email = g_strdup_printf("p%d@exemple.fr", campaign->n_people);
        person->email = co_campaign_text(campaign, email);
        add_spans(dice, &person->n_spans, &person->spans);
    }
}

static void draw_trainers(Dice *dice)
{
    static const char *const codes[] = {"F1", "F2", "F3", "F4", "F5", "F6"};
    CoCampaign *campaign = dice->campaign;
    for (int i = 0, n = between(dice, 3, 6); i < n; i++) {
        int paths[] = {0, 1, 2};
        CoTrainer *trainer = kit_trainer(campaign, codes[i], 0);
        scatter(dice, &trainer->place);
        trainer->n_paths = campaign->n_paths;
        trainer->path_idx = co_campaign_array(campaign, paths, 3, sizeof(int));
        trainer->sphere = one_in(dice, 8) ? CO_SPHERE_NONE : (CoSphere)(1 + i % 2);
        trainer->confirmed = one_in(dice, 2);
        trainer->role_idx = between(dice, -1, 2);
        trainer->max_half_days = one_in(dice, 2) ? -1 : between(dice, 4, 16);
        trainer->academy_idx = some_academy(dice);
        if (one_in(dice, 3))
            trainer->place.uai =
                campaign->establishments[between(dice, 0, campaign->n_establishments - 1)].uai;
        if (one_in(dice, 4) && i < campaign->n_people)
            trainer->email = campaign->people[i].email;
        add_spans(dice, &trainer->n_spans, &trainer->spans);
    }
    for (int n = between(dice, 0, 4); n > 0; n--) {
        CoPair *pair = co_campaign_add_pair(campaign);
        pair->trainer_idx[0] = between(dice, 0, campaign->n_trainers - 2);
        pair->trainer_idx[1] = campaign->n_trainers - 1;
    }
}

static void draw_rooms(Dice *dice)
{
    static const char *const codes[] = {"S1", "S2", "S3"};
    CoCampaign *campaign = dice->campaign;
    for (int i = 0, n = between(dice, 1, 3); i < n; i++) {
        CoRoom *room = kit_room(campaign, codes[i]);
        scatter(dice, &room->place);
        room->seats = between(dice, 2, 6);
        room->workstations = between(dice, 2, 6);
        room->canteen = one_in(dice, 2);
        room->accessible = !one_in(dice, 3);
        room->academy_idx = some_academy(dice);
        add_spans(dice, &room->n_spans, &room->spans);
    }
    for (int n = between(dice, 0, 3); n > 0; n--) {
        CoDistance *distance = co_campaign_add_distance(campaign);
        distance->uai = campaign->establishments[n % campaign->n_establishments].uai;
        distance->room_idx = between(dice, 0, campaign->n_rooms - 1);
        distance->km_milli = between(dice, 0, 80000);
    }
}

static void draw_means(Dice *dice)
{
    static const char *const codes[] = {"taux_km", "repas", "repas_restauration"};
    CoCampaign *campaign = dice->campaign;
    for (CoDay day = campaign->parameters.first_day; day <= campaign->parameters.last_day;) {
        CoFm1Window *window = co_campaign_add_fm1_window(campaign);
        window->first_day = day + between(dice, 0, 1);
        window->last_day = window->first_day + between(dice, 1, 8);
        window->max_groups = between(dice, 1, 3);
        day = window->last_day + 1;
    }
    for (int n = one_in(dice, 2) ? 0 : between(dice, 1, 3); n > 0; n--) {
        CoRate *rate = co_campaign_add_rate(campaign);
        rate->code = codes[between(dice, 0, 2)];
        rate->value_micro = (int64_t)between(dice, 200, 800) * 1001;
        rate->first_day = some_day(dice);
        rate->last_day = one_in(dice, 2) ? CO_DAY_NONE : rate->first_day + between(dice, 0, 6);
    }
}

static void draw_locks(Dice *dice, const CoPlan *published)
{
    CoCampaign *campaign = dice->campaign;
    for (int g = 0; published != NULL && g < published->n_groups; g++) {
        const CoGroup *group = &published->groups[g];
        if (one_in(dice, 2))
            continue;
        CoLock *lock = co_campaign_add_lock(campaign);
        lock->group = co_campaign_text(campaign, group->code);
        lock->kind = (CoLockKind)between(dice, CO_LOCK_DATE, CO_LOCK_PERSON);
        if (lock->kind == CO_LOCK_PERSON)
            lock->value = campaign->people[group->members[0]].id;
    }
}

CoCampaign *co_random_campaign(guint32 seed, const CoPlan *published)
{
    Dice dice = {g_rand_new_with_seed(seed), kit_begin()};
    draw_parameters(&dice);
    draw_closures(&dice);
    draw_paths(&dice);
    draw_establishments(&dice);
    draw_people(&dice);
    draw_trainers(&dice);
    draw_rooms(&dice);
    draw_means(&dice);
    draw_locks(&dice, published);
    co_campaign_finish(dice.campaign);
    g_rand_free(dice.rand);
    return dice.campaign;
}

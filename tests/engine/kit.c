/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit.h"

static void add_role(CoCampaign *campaign, const char *code, CoOffice office, bool service)
{
    CoRole *role = co_campaign_add_role(campaign);
    role->code = co_campaign_text(campaign, code);
    role->sphere = CO_SPHERE_ORDERING;
    role->office = office;
    role->service = service;
}

CoCampaign *kit_begin(void)
{
    CoCampaign *campaign = co_campaign_new();
    CoParameters *parameters = &campaign->parameters;
    parameters->first_day = KIT_MONDAY;
    parameters->last_day = KIT_MONDAY + 11;
    parameters->convocation_day = KIT_MONDAY - 60;
    parameters->wednesday = CO_WEDNESDAY_OPEN;
    add_role(campaign, "ORD", CO_OFFICE_HEAD, false);
    add_role(campaign, "SG", CO_OFFICE_GENERAL_SECRETARY, true);
    add_role(campaign, "ASG", CO_OFFICE_OTHER, true);
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = co_campaign_text(campaign, "V1");
    wave->cutover = co_day_from_ymd(2025, 1, 1);
    return campaign;
}

CoPath *kit_path(CoCampaign *campaign, const char *code, int role_idx)
{
    CoPath *path = co_campaign_add_path(campaign);
    path->code = co_campaign_text(campaign, code);
    path->n_roles = 1;
    path->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof role_idx);
    path->min_size = 1;
    path->target_size = path->max_size = 10;
    path->trainers_per_group = 1;
    path->pair_rule = CO_PAIR_FREE;
    path->min_groups = path->max_groups = -1;
    return path;
}

CoModule *kit_module(CoCampaign *campaign, int path_idx, CoMode mode, int half_days)
{
    g_autofree char *code = g_strdup_printf("M%d", campaign->n_modules + 1);
    CoModule *module = co_campaign_add_module(campaign);
    module->path_idx = path_idx;
    module->order = campaign->n_modules;
    module->code = co_campaign_text(campaign, code);
    module->mode = mode;
    module->half_days = half_days;
    module->gap_min_days = 1;
    module->gap_max_days = -1;
    return module;
}

static void put_in_town(CoCampaign *campaign, CoPlace *place)
{
    place->commune = co_campaign_text(campaign, "Sainte-Invention");
    place->commune_code = co_campaign_text(campaign, "38999");
    place->department = co_campaign_text(campaign, "038");
    place->located = true;
    place->latitude = 45.0;
    place->longitude = 5.0;
}

CoEstablishment *kit_establishment(CoCampaign *campaign, const char *uai)
{
    CoEstablishment *establishment = co_campaign_add_establishment(campaign);
    establishment->uai = co_campaign_text(campaign, uai);
    establishment->place.uai = establishment->uai;
    put_in_town(campaign, &establishment->place);
    establishment->wave_idx = 0;
    establishment->answered = true;
    return establishment;
}

CoPerson *kit_person(CoCampaign *campaign, int establishment_idx, int role_idx)
{
    g_autofree char *id = g_strdup_printf("P%04d", campaign->n_people + 1);
    CoPerson *person = co_campaign_add_person(campaign);
    person->id = co_campaign_text(campaign, id);
    person->establishment_idx = establishment_idx;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(campaign, &role_idx, 1, sizeof role_idx);
    person->weight = 1;
    return person;
}

CoRoom *kit_room(CoCampaign *campaign, const char *code)
{
    CoRoom *room = co_campaign_add_room(campaign);
    room->code = co_campaign_text(campaign, code);
    put_in_town(campaign, &room->place);
    room->seats = room->workstations = 10;
    room->accessible = true;
    return room;
}

CoTrainer *kit_trainer(CoCampaign *campaign, const char *code, int path_idx)
{
    CoTrainer *trainer = co_campaign_add_trainer(campaign);
    trainer->code = co_campaign_text(campaign, code);
    put_in_town(campaign, &trainer->place);
    trainer->sphere = CO_SPHERE_ORDERING;
    trainer->n_paths = 1;
    trainer->path_idx = co_campaign_array(campaign, &path_idx, 1, sizeof path_idx);
    trainer->max_half_days = -1;
    return trainer;
}

void kit_move(CoPlace *place, const char *commune, double degrees)
{
    place->commune = commune;
    place->commune_code = "";
    place->latitude += degrees;
}

void kit_unavailable(CoCampaign *campaign, int *n_spans, CoSpan **spans, const char *text)
{
    CoSpan span;
    bool understood = co_span_parse(text, &span);
    g_assert_true(understood);
    g_autofree CoSpan *all = g_new(CoSpan, (gsize)*n_spans + 1);
    for (int i = 0; i < *n_spans; i++)
        all[i] = (*spans)[i];
    all[(*n_spans)++] = span;
    *spans = co_campaign_array(campaign, all, *n_spans, sizeof span);
}

CoCampaign *kit_two(void)
{
    CoCampaign *campaign = kit_begin();
    kit_path(campaign, "SG", KIT_SG);
    kit_module(campaign, 0, CO_MODE_IN_PERSON, 2);
    kit_establishment(campaign, "E1");
    kit_establishment(campaign, "E2");
    kit_person(campaign, 0, KIT_SG);
    kit_person(campaign, 1, KIT_SG);
    kit_room(campaign, "S1");
    kit_trainer(campaign, "F1", 0);
    kit_trainer(campaign, "F2", 0);
    return campaign;
}

void kit_same_human(CoCampaign *campaign, int person_idx, int trainer_idx)
{
    campaign->people[person_idx].email = campaign->trainers[trainer_idx].email = "a@exemple.fr";
}

CoEngineProblem *kit_finish(CoCampaign *campaign)
{
    co_campaign_finish(campaign);
    return kit_build(campaign);
}

CoEngineProblem *kit_build_relaxed(const CoCampaign *campaign, CoRuleSet relaxed)
{
    g_autoptr(GError) error = NULL;
    CoBuildOptions options = {.relaxed = relaxed};
    CoEngineProblem *problem = co_engine_build(campaign, &options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(problem);
    return problem;
}

CoEngineProblem *kit_build(const CoCampaign *campaign)
{
    return kit_build_relaxed(campaign, 0);
}

int kit_slot(int day, int half)
{
    return 2 * day + half;
}

CoCampaign *kit_begin_plannable(void)
{
    static const char *const uais[] = {"E1", "E2", "E3", "E4", "E5", "E6"};
    CoCampaign *campaign = kit_begin();
    kit_path(campaign, "SG", KIT_SG);
    kit_module(campaign, 0, CO_MODE_IN_PERSON, 2)->fm1 = true;
    kit_module(campaign, 0, CO_MODE_IN_PERSON, 2)->fm1 = true;
    kit_module(campaign, 0, CO_MODE_VIRTUAL_CLASS, 1);
    for (int i = 0; i < (int)G_N_ELEMENTS(uais); i++) {
        kit_establishment(campaign, uais[i]);
        kit_person(campaign, i, KIT_SG);
    }
    kit_room(campaign, "S1");
    kit_trainer(campaign, "F1", 0);
    kit_trainer(campaign, "F2", 0);
    CoFm1Window *window = co_campaign_add_fm1_window(campaign);
    window->first_day = KIT_MONDAY;
    window->last_day = KIT_MONDAY + 11;
    window->max_groups = 2;
    return campaign;
}

CoPlan *kit_published(void)
{
    CoPlan *plan = co_plan_new();
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup("SG-01");
    group->path_idx = group->academy_idx = group->room_idx = group->trainer_idx[0] = 0;
    for (int i = 0; i < 3; i++)
        co_group_add_member(group, i);
    static const CoMeeting meetings[] = {
        {0, 1, CO_HALF_BOTH}, {1, 3, CO_HALF_BOTH}, {2, 8, CO_HALF_PM}};
    for (gsize i = 0; i < G_N_ELEMENTS(meetings); i++) {
        CoMeeting meeting = meetings[i];
        meeting.day += KIT_MONDAY;
        co_group_add_meeting(group, &meeting);
    }
    return plan;
}

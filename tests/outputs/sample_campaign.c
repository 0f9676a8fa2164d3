/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample_campaign.h"

#include <string.h>

#include "outputs/kit/folder.h"

enum { ROLE_ORD, ROLE_SG, ROLE_ASG };
enum { PATH_ORD, PATH_SG, PATH_DIST };
enum { MOD_O1, MOD_S0, MOD_S1, MOD_S2, MOD_SV, MOD_SW, MOD_D1 };

static CoDay day(const char *iso)
{
    CoDay found = co_day_parse(iso);
    g_assert_cmpint(found, !=, CO_DAY_NONE);
    return found;
}

static void set_parameters(CoCampaign *campaign)
{
    CoParameters *parameters = &campaign->parameters;
    parameters->name = "Op@le vague 8 & essais";
    parameters->academy = "Amiens";
    parameters->zone = "B";
    parameters->first_day = day("2024-11-04");
    parameters->last_day = day("2024-11-29");
    parameters->convocation_day = day("2024-10-18");
}

static void add_role(CoCampaign *campaign, const char *code, const char *label, CoOffice office)
{
    CoRole *role = co_campaign_add_role(campaign);
    role->code = code;
    role->label = label;
    role->office = office;
    role->service = office != CO_OFFICE_HEAD;
}

static void add_path(CoCampaign *campaign, const char *code, const char *label, int role)
{
    CoPath *path = co_campaign_add_path(campaign);
    path->code = code;
    path->label = label;
    path->n_roles = 1;
    path->role_idx = co_campaign_array(campaign, &role, 1, sizeof role);
    path->min_size = 1;
    path->target_size = path->max_size = 12;
    path->trainers_per_group = 2;
}

static CoModule *add_module(CoCampaign *campaign, int path_idx, const char *code, CoMode mode)
{
    CoModule *module = co_campaign_add_module(campaign);
    module->path_idx = path_idx;
    module->order = campaign->n_modules;
    module->code = code;
    module->mode = mode;
    module->half_days = 1;
    return module;
}

static void add_modules(CoCampaign *campaign)
{
    add_module(campaign, PATH_ORD, "ORD-P1", CO_MODE_IN_PERSON)->title = "Le rôle de l'ordonnateur";
    CoModule *module = add_module(campaign, PATH_SG, "SG-0", CO_MODE_SELF_STUDY);
    module->title = "Découverte";
    module->latest = day("2024-11-11");
    for (int i = 0; i < 2; i++) {
        module = add_module(campaign, PATH_SG, i == 0 ? "SG-P1" : "SG-P2", CO_MODE_IN_PERSON);
        module->title = i == 0 ? "Budget et structure" : "Dépense";
        module->half_days = 2;
        module->fm1 = true;
        module->before_cutover = true;
    }
    module = add_module(campaign, PATH_SG, "SG-V1", CO_MODE_VIRTUAL_CLASS);
    module->title = "=Préparation budgétaire";
    module->link = "https://visio.exemple.fr/sg";
    module = add_module(campaign, PATH_SG, "SG-W", CO_MODE_WEBINAR);
    module->title = "Ouverture";
    module->moment = CO_MOMENT_PM;
    module->earliest = module->latest = day("2024-11-07");
    add_module(campaign, PATH_DIST, "DIS-V1", CO_MODE_VIRTUAL_CLASS)->title = "À distance";
}

static void add_school(CoCampaign *campaign, const char *uai, const char *name, const char *commune,
                       int staff)
{
    CoEstablishment *school = co_campaign_add_establishment(campaign);
    school->uai = uai;
    school->place.uai = uai;
    school->place.name = name;
    school->place.commune = commune;
    school->place.department = "080";
    school->wave_idx = 0;
    school->agency_idx = 0;
    school->staff = staff;
    school->answered = true;
    school->respondent = co_campaign_text(campaign, uai);
}

static CoPerson *add_person(CoCampaign *campaign, int school, int role, const char *last_name,
                            const char *first_name)
{
    CoPerson *person = co_campaign_add_person(campaign);
    g_autofree char *id = g_strdup_printf("P%04d", campaign->n_people);
    g_autofree char *email = *last_name == '\0'
                                 ? g_strdup("")
                                 : g_strdup_printf("p%d@ac-exemple.fr", campaign->n_people);
    person->id = co_campaign_text(campaign, id);
    person->establishment_idx = school;
    person->n_roles = 1;
    person->role_idx = co_campaign_array(campaign, &role, 1, sizeof role);
    person->last_name = last_name;
    person->first_name = first_name;
    person->named = *last_name != '\0';
    person->email = co_campaign_text(campaign, email);
    return person;
}

static void add_people(CoCampaign *campaign)
{
    static const CoSpan tuesdays = {.weekday = 2, .halves = CO_HALF_BOTH};
    add_person(campaign, SAMPLE_SCHOOL_A, ROLE_ORD, "=Formule", "Aline");
    CoPerson *person = add_person(campaign, SAMPLE_SCHOOL_A, ROLE_SG, "<Tag> & \"Fils\"", "Bruno");
    person->otp = CO_TRISTATE_NO;
    person->access_right = CO_TRISTATE_YES;
    person = add_person(campaign, SAMPLE_SCHOOL_A, ROLE_SG, "-Tiret", "Chloé");
    person->n_spans = 1;
    person->spans = co_campaign_array(campaign, &tuesdays, 1, sizeof tuesdays);
    add_person(campaign, SAMPLE_SCHOOL_B, ROLE_SG, "@Ailleurs", "Denis")->otp = CO_TRISTATE_YES;
    add_person(campaign, SAMPLE_SCHOOL_B, ROLE_ASG, "Point;Virgule", "Élise");
    add_person(campaign, SAMPLE_SCHOOL_B, ROLE_SG, "Sansgroupe", "Fanny");
    add_person(campaign, SAMPLE_SCHOOL_B, ROLE_SG, "Dejaforme", "Gilles")->already_trained = true;
    add_person(campaign, SAMPLE_SCHOOL_C, ROLE_SG, "", "");
}

static void add_trainer(CoCampaign *campaign, const char *code, const char *last_name,
                        const char *uai)
{
    static const int all_paths[] = {PATH_ORD, PATH_SG, PATH_DIST};
    CoTrainer *trainer = co_campaign_add_trainer(campaign);
    g_autofree char *email = g_strdup_printf("%s@ac-exemple.fr", code);
    trainer->code = code;
    trainer->last_name = last_name;
    trainer->first_name = "Inès";
    trainer->email = co_campaign_text(campaign, email);
    trainer->place.uai = uai;
    trainer->place.name = "Lycée des Peupliers";
    trainer->role_idx = ROLE_SG;
    trainer->n_paths = G_N_ELEMENTS(all_paths);
    trainer->path_idx =
        co_campaign_array(campaign, all_paths, G_N_ELEMENTS(all_paths), sizeof *all_paths);
    trainer->max_half_days = 9;
}

static void add_room(CoCampaign *campaign, const char *code)
{
    CoRoom *room = co_campaign_add_room(campaign);
    room->code = code;
    room->place.name = "Lycée des Tilleuls";
    room->place.address = "3 rue du Moulin";
    room->place.post_code = "80100";
    room->place.commune = "Valmont";
    room->place.department = "080";
    room->seats = room->workstations = 12;
    room->canteen = room->accessible = true;
}

static void add_closure(CoCampaign *campaign, CoClosureKind kind, const char *first_day,
                        const char *last_day)
{
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = kind;
    closure->first_day = day(first_day);
    closure->last_day = day(last_day);
    closure->label = kind == CO_CLOSURE_PUBLIC_HOLIDAY ? "Armistice" : "Pont local";
}

static void add_calendar(CoCampaign *campaign)
{
    static const int secretaries[] = {ROLE_SG};
    add_closure(campaign, CO_CLOSURE_PUBLIC_HOLIDAY, "2024-11-11", "2024-11-11");
    add_closure(campaign, CO_CLOSURE_LOCAL, "2024-11-08", "2024-11-08");
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->code = "VOTE";
    milestone->label = "Vote du budget";
    milestone->first_day = day("2024-11-18");
    milestone->last_day = day("2024-11-22");
    milestone->n_roles = 1;
    milestone->role_idx = co_campaign_array(campaign, secretaries, 1, sizeof *secretaries);
    CoFm1Window *window = co_campaign_add_fm1_window(campaign);
    window->first_day = day("2024-11-12");
    window->last_day = day("2024-11-22");
    window->max_groups = 2;
}

static CoCampaign *make_campaign(void)
{
    CoCampaign *campaign = co_campaign_new();
    set_parameters(campaign);
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = "V8";
    wave->cutover = day("2025-01-01");
    co_campaign_add_agency(campaign)->uai = "0800001A";
    add_role(campaign, "ORD", "Ordonnateur", CO_OFFICE_HEAD);
    add_role(campaign, "SG", "Secrétaire général d'EPLE", CO_OFFICE_GENERAL_SECRETARY);
    add_role(campaign, "ASG", "Assistant de gestion", CO_OFFICE_OTHER);
    add_path(campaign, "ORD", "Ordonnateurs", ROLE_ORD);
    add_path(campaign, "SG", "Secrétaires généraux", ROLE_SG);
    add_path(campaign, "DIST", "Tout à distance", ROLE_ASG);
    add_modules(campaign);
    add_school(campaign, "0800001A", "Lycée des Ormes", "Clairval", 3);
    add_school(campaign, "0800002B", "Collège du Pré", "VALMONT", 1);
    add_school(campaign, "0800003C", "Collège des Saules", "Aubercy", -1);
    add_school(campaign, "0800004D", "Collège muet", "Aubercy", 2);
    campaign->establishments[SAMPLE_SCHOOL_SILENT].answered = false;
    add_people(campaign);
    add_trainer(campaign, "F1", "Premier", "0800001A");
    add_trainer(campaign, "F2", "Second", "0809999Z");
    add_room(campaign, "S1");
    add_room(campaign, "S2");
    add_calendar(campaign);
    co_campaign_finish(campaign);
    return campaign;
}

static void add_meeting(CoGroup *group, int module_idx, const char *iso, CoHalves halves)
{
    const CoMeeting meeting = {module_idx, day(iso), halves};
    co_group_add_meeting(group, &meeting);
}

static CoGroup *add_group(CoPlan *plan, const char *code, int path_idx)
{
    CoGroup *group = co_plan_add_group(plan);
    g_free(group->code);
    group->code = g_strdup(code);
    group->path_idx = path_idx;
    group->academy_idx = 0;
    group->trainer_idx[0] = 0;
    return group;
}

static void add_groups(CoPlan *plan)
{
    CoGroup *group = add_group(plan, "ORD-01", PATH_ORD);
    group->room_idx = 0;
    group->trainer_idx[0] = 1;
    co_group_add_member(group, SAMPLE_HEAD);
    add_meeting(group, MOD_O1, "2024-11-14", CO_HALF_AM);
    group = add_group(plan, "SG-01", PATH_SG);
    group->room_idx = 0;
    group->trainer_idx[1] = 1;
    co_group_add_member(group, SAMPLE_SECRETARY);
    co_group_add_member(group, SAMPLE_ASSISTANT);
    co_group_add_member(group, SAMPLE_OTHER);
    co_group_add_member(group, SAMPLE_UNNAMED);
    add_meeting(group, MOD_S1, "2024-11-13", CO_HALF_BOTH);
    add_meeting(group, MOD_S2, "2024-11-20", CO_HALF_BOTH);
    add_meeting(group, MOD_SV, "2024-11-25", CO_HALF_PM);
    group = add_group(plan, "DIST-01", PATH_DIST);
    co_group_add_member(group, SAMPLE_REMOTE);
    add_meeting(group, MOD_D1, "2024-11-28", CO_HALF_AM);
}

static CoPlan *make_plan(void)
{
    CoPlan *plan = co_plan_new();
    add_groups(plan);
    CoUnplaced *unplaced = co_plan_add_unplaced(plan);
    unplaced->person_idx = SAMPLE_UNPLACED;
    unplaced->rules = CO_RULE_BIT(CO_R03) | CO_RULE_BIT(CO_R08);
    unplaced->main_rule = CO_R08;
    unplaced->remedy = CO_REMEDY_RELAX_CONTINUITY;
    unplaced->group_idx = SAMPLE_SG_01;
    plan->version = 3;
    plan->quality = CO_QUALITY_FEASIBLE;
    plan->stop = CO_STOP_GAP;
    plan->tiers[0] = (CoTier){1, true, 1, true};
    plan->tiers[1] = (CoTier){300000, true, 299000, true};
    plan->tiers[2] = (CoTier){40, false, 0, false};
    plan->stage1 = (CoTier){800000, true, 799000, true};
    plan->unplaced_penalty = 500000;
    plan->seed = 7;
    plan->work = 1234;
    memset(plan->digest, 'a', sizeof plan->digest - 1);
    return plan;
}

void co_sample_init(CoSample *sample)
{
    sample->campaign = make_campaign();
    sample->plan = make_plan();
    sample->report = (CoCheckReport){.n_placed = 6};
    sample->context = (CoOutputContext){sample->campaign, sample->plan, &sample->report};
}

void co_sample_clear(CoSample *sample)
{
    co_plan_free(sample->plan);
    co_campaign_free(sample->campaign);
}

char *co_sample_folder(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("cohorte-outputs-XXXXXX", &error);
    g_assert_no_error(error);
    return folder;
}

void co_sample_remove_folder(char *folder)
{
    g_assert_true(co_folder_remove(folder));
    g_free(folder);
}

char *co_sample_publish(const CoSample *sample, const char *folder)
{
    g_autoptr(GError) error = NULL;
    char *target = g_build_filename(folder, "documents", NULL);
    bool done = co_output_documents(&sample->context, target, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    return target;
}

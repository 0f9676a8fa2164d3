/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample_campaign.h"

typedef struct Sample {
    CoCampaign *campaign;
    bool reversed;
    CoDay first_day;
} Sample;

/* Where row i (0 or 1) of any table stands; the same sum gives the row that stands there. */
static int place_of(const Sample *sample, int i)
{
    return sample->reversed ? 1 - i : i;
}

static int *both_rows(const Sample *sample)
{
    int rows[2] = {place_of(sample, 0), place_of(sample, 1)};
    return co_campaign_array(sample->campaign, rows, 2, sizeof rows[0]);
}

static int *one_row(const Sample *sample, int i)
{
    int row = place_of(sample, i);
    return co_campaign_array(sample->campaign, &row, 1, sizeof row);
}

static CoSpan *two_spans(const Sample *sample)
{
    CoSpan spans[2];
    spans[place_of(sample, 0)] = (CoSpan){.weekday = 3, .halves = CO_HALF_AM};
    spans[place_of(sample, 1)] =
        (CoSpan){sample->first_day + 8, sample->first_day + 9, 0, CO_HALF_BOTH};
    return co_campaign_array(sample->campaign, spans, 2, sizeof spans[0]);
}

static CoPlace sample_place(int i)
{
    return (CoPlace){
        .uai = i == 0 ? "0010001W" : "0480017H",
        .name = i == 0 ? "Lycée des Lavoirs" : "Collège du Belvédère",
        .type = "Lycée",
        .address = "1, rue des Essais",
        .post_code = "01500",
        .commune = i == 0 ? "Ambérieu" : "Villefort",
        .commune_code = i == 0 ? "01004" : "48198",
        .department = i == 0 ? "001" : "048",
        .located = true,
        .latitude = 45.5 + i,
        .longitude = 5.25 + i,
    };
}

static void add_frame(const Sample *sample, int i)
{
    CoCampaign *campaign = sample->campaign;
    CoAcademy *academy = co_campaign_add_academy(campaign);
    academy->name = i == 0 ? "Grenoble" : "Amiens";
    academy->zone = i == 0 ? "A" : "B";
    CoWave *wave = co_campaign_add_wave(campaign);
    wave->code = i == 0 ? "V8" : "V9";
    wave->label = "Vague";
    wave->cutover = sample->first_day + 100 + i;
    CoAgency *agency = co_campaign_add_agency(campaign);
    agency->uai = i == 0 ? "0010001W" : "0480017H";
    agency->label = "Agence";
}

static void add_role_and_path(const Sample *sample, int i)
{
    static const char *const aliases[] = {"SG", "secrétaire"};
    CoRole *role = co_campaign_add_role(sample->campaign);
    role->code = i == 0 ? "sg" : "ac";
    role->label = i == 0 ? "Secrétaire général" : "Agent comptable";
    role->sphere = i == 0 ? CO_SPHERE_ORDERING : CO_SPHERE_ACCOUNTING;
    role->office = i == 0 ? CO_OFFICE_GENERAL_SECRETARY : CO_OFFICE_AGENCY;
    role->service = true;
    role->aliases = co_campaign_array(sample->campaign, aliases, 2, sizeof aliases[0]);
    role->n_aliases = 2;
    CoPath *path = co_campaign_add_path(sample->campaign);
    path->code = i == 0 ? "ORDO" : "COMPTA";
    path->label = "Parcours";
    path->role_idx = i == 0 ? one_row(sample, 0) : both_rows(sample);
    path->n_roles = i + 1;
    path->min_size = 6;
    path->target_size = 12;
    path->max_size = 16;
    path->trainers_per_group = 2;
}

static void add_module(const Sample *sample, int i)
{
    CoModule *module = co_campaign_add_module(sample->campaign);
    module->path_idx = place_of(sample, i);
    module->order = 1;
    module->code = "M1";
    module->title = "Premiers pas";
    module->link = "https://exemple.invalid/m1";
    module->half_days = 2 - i; /* the shared role goes to the longer path, whatever the order */
    module->earliest = sample->first_day;
    module->latest = sample->first_day + 30;
}

static void add_establishment(const Sample *sample, int i)
{
    CoEstablishment *establishment = co_campaign_add_establishment(sample->campaign);
    establishment->uai = i == 0 ? "0010001W" : "0480017H";
    establishment->place = sample_place(i);
    establishment->wave_idx = place_of(sample, i);
    establishment->agency_idx = place_of(sample, i);
    establishment->academy_idx = place_of(sample, 0);
    establishment->staff = 4;
    establishment->respondent = "Camille Invente";
    establishment->answered = true;
}

static void add_person(const Sample *sample, int i)
{
    CoPerson *person = co_campaign_add_person(sample->campaign);
    person->id = i == 0 ? "P0001" : "P0002";
    person->establishment_idx = place_of(sample, i);
    person->role_idx = i == 0 ? both_rows(sample) : one_row(sample, 0);
    person->n_roles = 2 - i;
    person->named = true;
    person->last_name = i == 0 ? "Fictif" : "Imagine";
    person->first_name = "Dominique";
    person->email = i == 0 ? "d.fictif@exemple.invalid" : "d.imagine@exemple.invalid";
    person->spans = two_spans(sample);
    person->n_spans = 2;
}

static void add_trainer(const Sample *sample, int i)
{
    CoTrainer *trainer = co_campaign_add_trainer(sample->campaign);
    trainer->code = i == 0 ? "F1" : "F2";
    trainer->last_name = "Formatrice";
    trainer->first_name = "Alix";
    trainer->email = i == 0 ? " D.Fictif@exemple.invalid" : "alix@exemple.invalid";
    trainer->place = sample_place(i);
    trainer->role_idx = place_of(sample, i);
    trainer->sphere = CO_SPHERE_ORDERING;
    trainer->entry_wave = "V3";
    trainer->path_idx = both_rows(sample);
    trainer->n_paths = 2;
    trainer->spans = two_spans(sample);
    trainer->n_spans = 2;
    trainer->academy_idx = place_of(sample, 0);
}

static void add_pair(const Sample *sample, int i)
{
    CoPair *pair = co_campaign_add_pair(sample->campaign);
    pair->code = i == 0 ? "B1" : "B2";
    pair->trainer_idx[0] = 0;
    pair->trainer_idx[1] = 1;
    pair->path_idx = both_rows(sample);
    pair->n_paths = 2;
}

static void add_room(const Sample *sample, int i)
{
    CoRoom *room = co_campaign_add_room(sample->campaign);
    room->code = i == 0 ? "S1" : "S2";
    room->place = sample_place(1 - i);
    room->seats = 18;
    room->workstations = 12;
    room->spans = two_spans(sample);
    room->n_spans = 2;
    room->academy_idx = place_of(sample, 0);
}

static void add_dates(const Sample *sample, int i)
{
    CoCampaign *campaign = sample->campaign;
    CoFm1Window *window = co_campaign_add_fm1_window(campaign);
    window->first_day = sample->first_day + 10 * i;
    window->last_day = window->first_day + 4;
    window->max_groups = 3;
    CoClosure *closure = co_campaign_add_closure(campaign);
    closure->kind = i == 0 ? CO_CLOSURE_PUBLIC_HOLIDAY : CO_CLOSURE_SCHOOL_HOLIDAY;
    closure->first_day = closure->last_day = sample->first_day + 20 + i;
    closure->academy_idx = place_of(sample, 0);
    closure->label = "Fermeture";
    CoMilestone *milestone = co_campaign_add_milestone(campaign);
    milestone->code = i == 0 ? "PAIE" : "BUDGET";
    milestone->label = "Échéance";
    milestone->first_day = sample->first_day + 3;
    milestone->last_day = sample->first_day + 4;
    milestone->role_idx = both_rows(sample);
    milestone->n_roles = 2;
    milestone->academy_idx = place_of(sample, 0);
}

static void add_figures(const Sample *sample, int i)
{
    CoCampaign *campaign = sample->campaign;
    CoLock *lock = co_campaign_add_lock(campaign);
    lock->group = "SG-01";
    lock->value = i == 0 ? "F1" : "F2";
    CoDistance *distance = co_campaign_add_distance(campaign);
    distance->uai = i == 0 ? "0010001W" : "0480017H";
    distance->room_idx = place_of(sample, 0);
    distance->km_milli = 12500;
    distance->minutes = 20;
    CoRate *rate = co_campaign_add_rate(campaign);
    rate->code = i == 0 ? "repas" : "taux_km";
    rate->value_micro = 17500000;
    rate->first_day = sample->first_day;
    rate->last_day = sample->first_day + 50;
}

CoCampaign *sample_campaign_new(bool reversed)
{
    Sample sample = {co_campaign_new(), reversed, co_day_from_ymd(2024, 11, 4)};
    sample.campaign->parameters.name = "Essai";
    sample.campaign->parameters.first_day = sample.first_day;
    sample.campaign->parameters.last_day = sample.first_day + 45;
    for (int row = 0; row < 2; row++) {
        int i = place_of(&sample, row);
        add_frame(&sample, i);
        add_role_and_path(&sample, i);
        add_module(&sample, i);
        add_establishment(&sample, i);
        add_person(&sample, i);
        add_trainer(&sample, i);
        add_pair(&sample, i);
        add_room(&sample, i);
        add_dates(&sample, i);
        add_figures(&sample, i);
    }
    return sample.campaign;
}

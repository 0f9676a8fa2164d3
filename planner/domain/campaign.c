/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/campaign.h"

#include <string.h>

#include "campaign_private.h"

static const CoParameters default_parameters = {
    .name = "",
    .academy = "",
    .organizer_email = "",
    .zone = "",
    .notice_warn_days = 15,
    .notice_block_days = 7,
    .morning_start_min = 9 * 60,
    .morning_end_min = 12 * 60,
    .afternoon_start_min = 13 * 60 + 30,
    .afternoon_end_min = 16 * 60 + 30,
    .wednesday = CO_WEDNESDAY_AVOIDED,
    .close_holidays = true,
    .territory = CO_TERRITORY_MAINLAND,
    .route_micro = 1300000,
    .km_rate_micro = 320000,
    .meal_cents = 2000,
    .meal_canteen_cents = 1000,
    .trainer_rate_cents = -1,
    .max_trip_km = -1,
    .head_present = true,
    .cost_tolerance_micro = 500000,
};

static const CoOrigin no_origin = {.file = "", .sheet = ""};

static const CoPlace no_place = {
    .uai = "",
    .name = "",
    .type = "",
    .address = "",
    .post_code = "",
    .commune = "",
    .commune_code = "",
    .department = "",
};

CoPlace co_place_unknown(void)
{
    return no_place;
}

CoCampaign *co_campaign_new(void)
{
    CoCampaignStorage *storage = g_new0(CoCampaignStorage, 1);
    storage->campaign.parameters = default_parameters;
    storage->texts = g_string_chunk_new(8192);
    storage->arrays = g_ptr_array_new_with_free_func(g_free);
    return &storage->campaign;
}

static void free_tables(CoCampaign *campaign)
{
    void *tables[] = {
        campaign->academies, campaign->waves,      campaign->agencies,       campaign->roles,
        campaign->paths,     campaign->modules,    campaign->establishments, campaign->people,
        campaign->trainers,  campaign->pairs,      campaign->rooms,          campaign->fm1_windows,
        campaign->closures,  campaign->milestones, campaign->locks,          campaign->distances,
        campaign->rates,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_free(tables[i]);
}

void co_campaign_free(CoCampaign *campaign)
{
    if (campaign == NULL)
        return;
    CoCampaignStorage *storage = (CoCampaignStorage *)campaign;
    free_tables(campaign);
    for (int i = 0; i < CO_N_LOOKUPS; i++)
        g_clear_pointer(&storage->lookups[i], g_hash_table_unref);
    g_ptr_array_unref(storage->arrays);
    g_string_chunk_free(storage->texts);
    g_free(storage);
}

const char *co_campaign_text(CoCampaign *campaign, const char *text)
{
    g_return_val_if_fail(campaign != NULL, "");
    if (text == NULL)
        return "";
    return g_string_chunk_insert_const(((CoCampaignStorage *)campaign)->texts, text);
}

void *co_campaign_array(CoCampaign *campaign, const void *elements, int n, size_t size)
{
    g_return_val_if_fail(campaign != NULL && n >= 0, NULL);
    g_return_val_if_fail(n == 0 || (elements != NULL && size > 0), NULL);
    if (n == 0)
        return NULL;
    void *copy = g_malloc_n((gsize)n, size);
    memcpy(copy, elements, (size_t)n * size);
    g_ptr_array_add(((CoCampaignStorage *)campaign)->arrays, copy);
    return copy;
}

/* Makes room for element n of a table of n. The room doubles at each power of two, so it follows
 * from n alone and needs no field of its own. */
static void *grow(void *table, int n, size_t size)
{
    enum { FIRST_ROOM = 8 };
    if (n == 0)
        return g_malloc_n(FIRST_ROOM, size);
    if (n >= FIRST_ROOM && (n & (n - 1)) == 0)
        return g_realloc_n(table, 2 * (gsize)n, size);
    return table;
}

CoAcademy *co_campaign_add_academy(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->academies = grow(campaign->academies, campaign->n_academies, sizeof(CoAcademy));
    CoAcademy *academy = &campaign->academies[campaign->n_academies++];
    *academy = (CoAcademy){.name = "", .zone = "", .origin = no_origin};
    return academy;
}

CoWave *co_campaign_add_wave(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->waves = grow(campaign->waves, campaign->n_waves, sizeof(CoWave));
    CoWave *wave = &campaign->waves[campaign->n_waves++];
    *wave = (CoWave){.code = "", .label = "", .origin = no_origin};
    return wave;
}

CoAgency *co_campaign_add_agency(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->agencies = grow(campaign->agencies, campaign->n_agencies, sizeof(CoAgency));
    CoAgency *agency = &campaign->agencies[campaign->n_agencies++];
    *agency = (CoAgency){.uai = "", .label = "", .accountant_present = true, .origin = no_origin};
    return agency;
}

CoRole *co_campaign_add_role(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->roles = grow(campaign->roles, campaign->n_roles, sizeof(CoRole));
    CoRole *role = &campaign->roles[campaign->n_roles++];
    *role = (CoRole){.code = "", .label = "", .origin = no_origin};
    return role;
}

CoPath *co_campaign_add_path(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->paths = grow(campaign->paths, campaign->n_paths, sizeof(CoPath));
    CoPath *path = &campaign->paths[campaign->n_paths++];
    *path = (CoPath){
        .code = "",
        .label = "",
        .trainers_per_group = 1,
        .min_groups = -1,
        .max_groups = -1,
        .origin = no_origin,
    };
    return path;
}

CoModule *co_campaign_add_module(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->modules = grow(campaign->modules, campaign->n_modules, sizeof(CoModule));
    CoModule *module = &campaign->modules[campaign->n_modules++];
    *module = (CoModule){
        .path_idx = -1,
        .code = "",
        .title = "",
        .link = "",
        .half_days = 1,
        .gap_min_days = 1,
        .gap_max_days = -1,
        .origin = no_origin,
    };
    return module;
}

CoEstablishment *co_campaign_add_establishment(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->establishments =
        grow(campaign->establishments, campaign->n_establishments, sizeof(CoEstablishment));
    CoEstablishment *establishment = &campaign->establishments[campaign->n_establishments++];
    *establishment = (CoEstablishment){
        .uai = "",
        .place = no_place,
        .wave_idx = -1,
        .agency_idx = -1,
        .academy_idx = -1,
        .staff = -1,
        .respondent = "",
        .origin = no_origin,
    };
    return establishment;
}

CoPerson *co_campaign_add_person(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->people = grow(campaign->people, campaign->n_people, sizeof(CoPerson));
    CoPerson *person = &campaign->people[campaign->n_people++];
    *person = (CoPerson){
        .id = "",
        .establishment_idx = -1,
        .path_idx = -1,
        .last_name = "",
        .first_name = "",
        .email = "",
        .weight = 1,
        .origin = no_origin,
    };
    return person;
}

CoTrainer *co_campaign_add_trainer(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->trainers = grow(campaign->trainers, campaign->n_trainers, sizeof(CoTrainer));
    CoTrainer *trainer = &campaign->trainers[campaign->n_trainers++];
    *trainer = (CoTrainer){
        .code = "",
        .last_name = "",
        .first_name = "",
        .email = "",
        .place = no_place,
        .establishment_idx = -1,
        .role_idx = -1,
        .entry_wave = "",
        .max_half_days = -1,
        .academy_idx = -1,
        .person_idx = -1,
        .origin = no_origin,
    };
    return trainer;
}

CoPair *co_campaign_add_pair(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->pairs = grow(campaign->pairs, campaign->n_pairs, sizeof(CoPair));
    CoPair *pair = &campaign->pairs[campaign->n_pairs++];
    *pair = (CoPair){.code = "", .trainer_idx = {-1, -1}, .origin = no_origin};
    return pair;
}

CoRoom *co_campaign_add_room(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->rooms = grow(campaign->rooms, campaign->n_rooms, sizeof(CoRoom));
    CoRoom *room = &campaign->rooms[campaign->n_rooms++];
    *room = (CoRoom){
        .code = "",
        .place = no_place,
        .accessible = true,
        .academy_idx = -1,
        .origin = no_origin,
    };
    return room;
}

CoFm1Window *co_campaign_add_fm1_window(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->fm1_windows =
        grow(campaign->fm1_windows, campaign->n_fm1_windows, sizeof(CoFm1Window));
    CoFm1Window *window = &campaign->fm1_windows[campaign->n_fm1_windows++];
    *window = (CoFm1Window){.origin = no_origin};
    return window;
}

CoClosure *co_campaign_add_closure(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->closures = grow(campaign->closures, campaign->n_closures, sizeof(CoClosure));
    CoClosure *closure = &campaign->closures[campaign->n_closures++];
    *closure = (CoClosure){.academy_idx = -1, .label = "", .origin = no_origin};
    return closure;
}

CoMilestone *co_campaign_add_milestone(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->milestones = grow(campaign->milestones, campaign->n_milestones, sizeof(CoMilestone));
    CoMilestone *milestone = &campaign->milestones[campaign->n_milestones++];
    *milestone = (CoMilestone){.code = "", .label = "", .academy_idx = -1, .origin = no_origin};
    return milestone;
}

CoLock *co_campaign_add_lock(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->locks = grow(campaign->locks, campaign->n_locks, sizeof(CoLock));
    CoLock *lock = &campaign->locks[campaign->n_locks++];
    *lock = (CoLock){.group = "", .value = "", .origin = no_origin};
    return lock;
}

CoDistance *co_campaign_add_distance(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->distances = grow(campaign->distances, campaign->n_distances, sizeof(CoDistance));
    CoDistance *distance = &campaign->distances[campaign->n_distances++];
    *distance = (CoDistance){.uai = "", .room_idx = -1, .origin = no_origin};
    return distance;
}

CoRate *co_campaign_add_rate(CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    campaign->rates = grow(campaign->rates, campaign->n_rates, sizeof(CoRate));
    CoRate *rate = &campaign->rates[campaign->n_rates++];
    *rate = (CoRate){.code = "", .origin = no_origin};
    return rate;
}

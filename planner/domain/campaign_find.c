/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "campaign_private.h"
#include "cohorte/campaign.h"

static const char *establishment_text(const CoCampaign *campaign, int i)
{
    return campaign->establishments[i].uai;
}

static const char *person_text(const CoCampaign *campaign, int i)
{
    return campaign->people[i].id;
}

static const char *trainer_text(const CoCampaign *campaign, int i)
{
    return campaign->trainers[i].code;
}

static const char *room_text(const CoCampaign *campaign, int i)
{
    return campaign->rooms[i].code;
}

static const char *path_text(const CoCampaign *campaign, int i)
{
    return campaign->paths[i].code;
}

static const char *role_text(const CoCampaign *campaign, int i)
{
    return campaign->roles[i].code;
}

static const char *wave_text(const CoCampaign *campaign, int i)
{
    return campaign->waves[i].code;
}

static const char *academy_text(const CoCampaign *campaign, int i)
{
    return campaign->academies[i].name;
}

static const struct {
    const char *(*text)(const CoCampaign *campaign, int i);
    size_t count_offset;
} tables[CO_N_LOOKUPS] = {
    [CO_LOOKUP_ESTABLISHMENT] = {establishment_text, offsetof(CoCampaign, n_establishments)},
    [CO_LOOKUP_PERSON] = {person_text, offsetof(CoCampaign, n_people)},
    [CO_LOOKUP_TRAINER] = {trainer_text, offsetof(CoCampaign, n_trainers)},
    [CO_LOOKUP_ROOM] = {room_text, offsetof(CoCampaign, n_rooms)},
    [CO_LOOKUP_PATH] = {path_text, offsetof(CoCampaign, n_paths)},
    [CO_LOOKUP_ROLE] = {role_text, offsetof(CoCampaign, n_roles)},
    [CO_LOOKUP_WAVE] = {wave_text, offsetof(CoCampaign, n_waves)},
    [CO_LOOKUP_ACADEMY] = {academy_text, offsetof(CoCampaign, n_academies)},
};

static int count_of(const CoCampaign *campaign, CoLookup lookup)
{
    return G_STRUCT_MEMBER(int, campaign, tables[lookup].count_offset);
}

/* The first of equal texts stands, as in a search from the top; "" names nothing. */
static GHashTable *index_table(const CoCampaign *campaign, CoLookup lookup)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = count_of(campaign, lookup) - 1; i >= 0; i--) {
        const char *text = tables[lookup].text(campaign, i);
        if (*text != '\0')
            g_hash_table_replace(table, (gpointer)text, GINT_TO_POINTER(i + 1));
    }
    return table;
}

void co_campaign_index(CoCampaignStorage *storage)
{
    for (int i = 0; i < CO_N_LOOKUPS; i++)
        storage->lookups[i] = index_table(&storage->campaign, (CoLookup)i);
}

static int find(const CoCampaign *campaign, CoLookup lookup, const char *text)
{
    g_return_val_if_fail(campaign != NULL && text != NULL, -1);
    GHashTable *table = ((const CoCampaignStorage *)campaign)->lookups[lookup];
    if (table != NULL)
        return GPOINTER_TO_INT(g_hash_table_lookup(table, text)) - 1;
    int n = *text == '\0' ? 0 : count_of(campaign, lookup);
    for (int i = 0; i < n; i++)
        if (strcmp(tables[lookup].text(campaign, i), text) == 0)
            return i;
    return -1;
}

int co_campaign_find_establishment(const CoCampaign *campaign, const char *uai)
{
    return find(campaign, CO_LOOKUP_ESTABLISHMENT, uai);
}

int co_campaign_find_person(const CoCampaign *campaign, const char *id)
{
    return find(campaign, CO_LOOKUP_PERSON, id);
}

int co_campaign_find_trainer(const CoCampaign *campaign, const char *code)
{
    return find(campaign, CO_LOOKUP_TRAINER, code);
}

int co_campaign_find_room(const CoCampaign *campaign, const char *code)
{
    return find(campaign, CO_LOOKUP_ROOM, code);
}

int co_campaign_find_path(const CoCampaign *campaign, const char *code)
{
    return find(campaign, CO_LOOKUP_PATH, code);
}

int co_campaign_find_role(const CoCampaign *campaign, const char *code)
{
    return find(campaign, CO_LOOKUP_ROLE, code);
}

int co_campaign_find_wave(const CoCampaign *campaign, const char *code)
{
    return find(campaign, CO_LOOKUP_WAVE, code);
}

int co_campaign_find_academy(const CoCampaign *campaign, const char *name)
{
    return find(campaign, CO_LOOKUP_ACADEMY, name);
}

static bool module_is(const CoCampaign *campaign, int module_idx, int path_idx, const char *code)
{
    const CoModule *module = &campaign->modules[module_idx];
    return module->path_idx == path_idx && strcmp(module->code, code) == 0;
}

int co_campaign_find_module(const CoCampaign *campaign, int path_idx, const char *code)
{
    g_return_val_if_fail(campaign != NULL && code != NULL, -1);
    if (path_idx < 0 || path_idx >= campaign->n_paths || *code == '\0')
        return -1;
    /* A path has a handful of modules; before finish it does not know them. */
    bool finished = ((const CoCampaignStorage *)campaign)->finished;
    const CoPath *path = &campaign->paths[path_idx];
    int n = finished ? path->n_modules : campaign->n_modules;
    for (int i = 0; i < n; i++) {
        int module_idx = finished ? path->module_idx[i] : i;
        if (module_is(campaign, module_idx, path_idx, code))
            return module_idx;
    }
    return -1;
}

static bool lists_role(const CoPath *path, int role_idx)
{
    for (int i = 0; i < path->n_roles; i++)
        if (path->role_idx[i] == role_idx)
            return true;
    return false;
}

static int count_listed(const CoPath *path, const int *role_idx, int n_roles)
{
    int n = 0;
    for (int i = 0; i < n_roles; i++)
        n += role_idx[i] >= 0 && lists_role(path, role_idx[i]);
    return n;
}

/* Half-days of presence: in person and in virtual classes. */
static int half_days_of(const CoCampaign *campaign, int path_idx)
{
    int half_days = 0;
    for (int i = 0; i < campaign->n_modules; i++) {
        const CoModule *module = &campaign->modules[i];
        if (module->path_idx == path_idx &&
            (module->mode == CO_MODE_IN_PERSON || module->mode == CO_MODE_VIRTUAL_CLASS))
            half_days += module->half_days;
    }
    return half_days;
}

int co_campaign_path_for_roles(const CoCampaign *campaign, const int *role_idx, int n_roles)
{
    g_return_val_if_fail(campaign != NULL && n_roles >= 0, -1);
    g_return_val_if_fail(n_roles == 0 || role_idx != NULL, -1);
    int best = -1, best_half_days = 0;
    bool best_lists_all = false;
    for (int i = 0; i < campaign->n_paths; i++) {
        int n_listed = count_listed(&campaign->paths[i], role_idx, n_roles);
        bool lists_all = n_listed == n_roles;
        if (n_listed == 0 || (best_lists_all && !lists_all))
            continue;
        int half_days = half_days_of(campaign, i);
        if (best < 0 || lists_all != best_lists_all || half_days > best_half_days) {
            best = i;
            best_half_days = half_days;
            best_lists_all = lists_all;
        }
    }
    return best;
}

int co_campaign_person_academy(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, -1);
    g_return_val_if_fail(person_idx >= 0 && person_idx < campaign->n_people, -1);
    int establishment_idx = campaign->people[person_idx].establishment_idx;
    return establishment_idx < 0 ? -1 : campaign->establishments[establishment_idx].academy_idx;
}

bool co_campaign_person_is_planned(const CoCampaign *campaign, int person_idx)
{
    g_return_val_if_fail(campaign != NULL, false);
    g_return_val_if_fail(person_idx >= 0 && person_idx < campaign->n_people, false);
    const CoPerson *person = &campaign->people[person_idx];
    return person->path_idx >= 0 && !person->already_trained;
}

bool co_campaign_path_has_meetings(const CoCampaign *campaign, int path_idx)
{
    g_return_val_if_fail(campaign != NULL, false);
    g_return_val_if_fail(path_idx >= 0 && path_idx < campaign->n_paths, false);
    const CoPath *path = &campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++) {
        CoMode mode = campaign->modules[path->module_idx[i]].mode;
        if (mode == CO_MODE_IN_PERSON || mode == CO_MODE_VIRTUAL_CLASS)
            return true;
    }
    return false;
}

int co_campaign_n_slots(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, 0);
    const CoParameters *parameters = &campaign->parameters;
    if (parameters->first_day <= CO_DAY_NONE || parameters->last_day < parameters->first_day)
        return 0;
    return 2 * (parameters->last_day - parameters->first_day + 1);
}

CoDay co_campaign_slot_day(const CoCampaign *campaign, int slot)
{
    g_return_val_if_fail(campaign != NULL && slot >= 0, CO_DAY_NONE);
    return campaign->parameters.first_day + slot / 2;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "campaign_private.h"
#include "cohorte/campaign.h"
#include "cohorte/text.h"

static void ensure_academy(CoCampaign *campaign)
{
    if (campaign->n_academies > 0)
        return;
    CoAcademy *academy = co_campaign_add_academy(campaign);
    academy->name = campaign->parameters.academy;
    academy->zone = campaign->parameters.zone;
}

static void default_academy(int *academy_idx)
{
    if (*academy_idx < 0)
        *academy_idx = 0;
}

/* Closures and milestones keep -1: there it means every academy. */
static void join_only_academy(CoCampaign *campaign)
{
    if (campaign->n_academies != 1)
        return;
    for (int i = 0; i < campaign->n_establishments; i++)
        default_academy(&campaign->establishments[i].academy_idx);
    for (int i = 0; i < campaign->n_trainers; i++)
        default_academy(&campaign->trainers[i].academy_idx);
    for (int i = 0; i < campaign->n_rooms; i++)
        default_academy(&campaign->rooms[i].academy_idx);
}

static void default_convocation(CoParameters *parameters)
{
    if (parameters->convocation_day == CO_DAY_NONE && parameters->first_day != CO_DAY_NONE)
        parameters->convocation_day = parameters->first_day - parameters->notice_warn_days;
}

static int compare_modules(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoModule *modules = data;
    int a = *(const int *)left, b = *(const int *)right;
    int order_a = modules[a].order, order_b = modules[b].order;
    return order_a != order_b ? (order_a > order_b) - (order_a < order_b) : (a > b) - (a < b);
}

static void collect_modules(CoCampaign *campaign, int path_idx)
{
    g_autofree int *found = g_new(int, (gsize)campaign->n_modules);
    int n = 0;
    for (int i = 0; i < campaign->n_modules; i++)
        if (campaign->modules[i].path_idx == path_idx)
            found[n++] = i;
    if (n > 1)
        g_qsort_with_data(found, n, sizeof(int), compare_modules, campaign->modules);
    CoPath *path = &campaign->paths[path_idx];
    path->n_modules = n;
    path->module_idx = co_campaign_array(campaign, found, n, sizeof(int));
}

static void choose_paths(CoCampaign *campaign)
{
    for (int i = 0; i < campaign->n_people; i++) {
        CoPerson *person = &campaign->people[i];
        person->path_idx = co_campaign_path_for_roles(campaign, person->role_idx, person->n_roles);
    }
}

/* @return (transfer full) folded e-mail -> index + 1 of the first person who has it */
static GHashTable *index_emails(const CoCampaign *campaign)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = campaign->n_people - 1; i >= 0; i--) {
        g_autofree char *email = co_text_fold(campaign->people[i].email);
        if (*email != '\0')
            g_hash_table_replace(table, g_steal_pointer(&email), GINT_TO_POINTER(i + 1));
    }
    return table;
}

static void recognise_trainers(CoCampaign *campaign)
{
    g_autoptr(GHashTable) people_by_email = index_emails(campaign);
    for (int i = 0; i < campaign->n_trainers; i++) {
        CoTrainer *trainer = &campaign->trainers[i];
        g_autofree char *email = co_text_fold(trainer->email);
        trainer->person_idx = GPOINTER_TO_INT(g_hash_table_lookup(people_by_email, email)) - 1;
        trainer->establishment_idx = co_campaign_find_establishment(campaign, trainer->place.uai);
    }
}

void co_campaign_finish(CoCampaign *campaign)
{
    g_return_if_fail(campaign != NULL);
    CoCampaignStorage *storage = (CoCampaignStorage *)campaign;
    g_return_if_fail(!storage->finished);
    ensure_academy(campaign);
    join_only_academy(campaign);
    default_convocation(&campaign->parameters);
    for (int i = 0; i < campaign->n_paths; i++)
        collect_modules(campaign, i);
    co_campaign_index(storage);
    storage->finished = true;
    choose_paths(campaign);
    recognise_trainers(campaign);
}

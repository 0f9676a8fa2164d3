/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

static bool *have_facts(const CoFacts *readers, int n)
{
    bool *wanted = g_new0(bool, (gsize)n + 1);
    for (int i = 0; i < n; i++)
        wanted[i] = readers[i].n_facts > 0;
    return wanted;
}

static bool *sites_with_facts(const CoPublication *publication, const CoDifference *difference)
{
    const CoSites *sites = &publication->sites;
    bool *wanted = g_new0(bool, (gsize)sites->n_sites + 1);
    for (int r = 0; r < publication->context->campaign->n_rooms; r++)
        wanted[sites->of_room[r]] |= difference->rooms[r].n_facts > 0;
    return wanted;
}

void co_selection_init(CoSelection *selection, const CoPublication *publication,
                       const CoDifference *difference)
{
    g_return_if_fail(selection != NULL && publication != NULL && difference != NULL);
    const CoCampaign *campaign = publication->context->campaign;
    *selection = (CoSelection){{0}};
    selection->wanted[CO_READER_EAFC] = g_new0(bool, 1);
    selection->wanted[CO_READER_EAFC][0] = !co_difference_is_empty(difference);
    selection->wanted[CO_READER_GROUP] =
        have_facts(difference->groups, publication->context->plan->n_groups);
    selection->wanted[CO_READER_TRAINER] = have_facts(difference->trainers, campaign->n_trainers);
    selection->wanted[CO_READER_SCHOOL] =
        have_facts(difference->schools, campaign->n_establishments);
    selection->wanted[CO_READER_SITE] = sites_with_facts(publication, difference);
}

void co_selection_clear(CoSelection *selection)
{
    for (int i = 0; i < CO_N_READERS; i++)
        g_clear_pointer(&selection->wanted[i], g_free);
}

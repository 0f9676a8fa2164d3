/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file campaign_private.h  What a campaign keeps beside its public tables. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/campaign.h"

/** Tables that are looked up by one text. */
typedef enum {
    CO_LOOKUP_ESTABLISHMENT,
    CO_LOOKUP_PERSON,
    CO_LOOKUP_TRAINER,
    CO_LOOKUP_ROOM,
    CO_LOOKUP_PATH,
    CO_LOOKUP_ROLE,
    CO_LOOKUP_WAVE,
    CO_LOOKUP_ACADEMY,
    CO_N_LOOKUPS,
} CoLookup;

/** Every CoCampaign is the first member of one of these. */
typedef struct CoCampaignStorage {
    CoCampaign campaign;
    GStringChunk *texts;               /**< each text once */
    GPtrArray *arrays;                 /**< inner arrays, freed with the campaign */
    GHashTable *lookups[CO_N_LOOKUPS]; /**< text -> index + 1; NULL before finish */
    bool finished;
} CoCampaignStorage;

/** Builds the tables of all lookups; the campaign's tables are final. */
void co_campaign_index(CoCampaignStorage *storage);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file campaign_tables.h  Which table of the file holds which part of a CoCampaign. Private to
 * planner/store/. Columns that name a human are not here: identities have a table of their own. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "cohorte/campaign.h"
#include "rows.h"
G_BEGIN_DECLS

/** One array of a campaign, or one structure of it (then a table of one row). */
typedef struct CoCampaignTable {
    CoTable table;
    bool is_single;
    size_t count_offset, rows_offset; /**< in CoCampaign */
    void *(*add)(CoCampaign *campaign);
} CoCampaignTable;

/** One array inside the rows of a campaign's array. */
typedef struct CoCampaignList {
    CoTable table;
    size_t owner;                      /**< index in co_campaign_tables */
    size_t count_offset, items_offset; /**< in the owner's structure */
} CoCampaignList;

typedef enum {
    CO_TABLE_PARAMETERS,
    CO_TABLE_SURVEY,
    CO_TABLE_ACADEMIES,
    CO_TABLE_WAVES,
    CO_TABLE_AGENCIES,
    CO_TABLE_ROLES,
    CO_TABLE_PATHS,
    CO_TABLE_MODULES,
    CO_TABLE_ESTABLISHMENTS,
    CO_TABLE_PEOPLE,
    CO_TABLE_TRAINERS,
    CO_TABLE_PAIRS,
    CO_TABLE_ROOMS,
    CO_TABLE_FM1_WINDOWS,
    CO_TABLE_CLOSURES,
    CO_TABLE_MILESTONES,
    CO_TABLE_LOCKS,
    CO_TABLE_DISTANCES,
    CO_TABLE_RATES,
    CO_N_TABLES,
} CoCampaignTableId;

enum { CO_N_LISTS = 9 };

/** In an order in which every row refers to earlier tables only. */
extern const CoCampaignTable co_campaign_tables[CO_N_TABLES];
extern const CoCampaignList co_campaign_lists[CO_N_LISTS];
G_END_DECLS

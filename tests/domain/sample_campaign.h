/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file sample_campaign.h  A small invented campaign with two rows in every table. */
#pragma once
#include <stdbool.h>
#include "cohorte/campaign.h"

/** @param reversed  the rows of every table and of every inner list stand in the other order
 * @return (transfer full) not finished yet */
CoCampaign *sample_campaign_new(bool reversed);

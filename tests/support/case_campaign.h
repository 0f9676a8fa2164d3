/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file case_campaign.h  The real cases, when they are at hand. Implemented by
 * tests/support/case_campaign.c.
 *
 * They stand in the folder that COHORTE_SHARED names, else in ../shared beside the checkout; a test
 * that does not find them skips. */
#pragma once
#include <glib.h>
#include "cohorte/campaign.h"
G_BEGIN_DECLS

/** @return (transfer full) the folder of a case ("grenoble-v8"), or NULL when it is not there */
char *co_case_folder(const char *name);

/** Imports a case from its clean needs: its `besoins`, else `attendu/besoins` in place of the raw
 * survey. Nothing is written in the folder.
 * @return (transfer full) a campaign without problems of severity error, or NULL with @p error */
CoCampaign *co_case_campaign(const char *folder, GError **error);
G_END_DECLS

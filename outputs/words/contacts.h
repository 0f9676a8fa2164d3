/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file contacts.h  Where readers are written to. Implemented by outputs/words/contacts.c. */
#pragma once
#include <glib.h>
#include "cohorte/campaign.h"
G_BEGIN_DECLS

/** @return (transfer none) the address that answered the survey, else the head's; "" when neither
 * is known */
const char *co_contact_school_email(const CoCampaign *campaign, int establishment_idx);
G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts.h"

#include <string.h>

const char *co_contact_school_email(const CoCampaign *campaign, int establishment_idx)
{
    g_return_val_if_fail(campaign != NULL && establishment_idx >= 0, "");
    const char *respondent = campaign->establishments[establishment_idx].respondent;
    if (strchr(respondent, '@') != NULL)
        return respondent;
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        for (int r = 0; person->establishment_idx == establishment_idx && r < person->n_roles; r++)
            if (campaign->roles[person->role_idx[r]].office == CO_OFFICE_HEAD)
                return person->email;
    }
    return "";
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "examine.h"

#include "kit.h"

CoReadiness *examine(CoCampaign *campaign)
{
    g_autoptr(GError) error = NULL;
    co_campaign_finish(campaign);
    CoReadiness *readiness = co_readiness_new(campaign, &error);
    g_assert_no_error(error);
    g_assert_nonnull(readiness);
    return readiness;
}

const CoFinding *find_kind(const CoReadiness *readiness, CoFindingKind kind)
{
    for (int i = 0; i < readiness->n_findings; i++)
        if (readiness->findings[i].kind == kind)
            return &readiness->findings[i];
    return NULL;
}

void open_fm1(CoCampaign *campaign, int first, int last, int max_groups)
{
    campaign->fm1_windows[0].first_day = KIT_MONDAY + first;
    campaign->fm1_windows[0].last_day = KIT_MONDAY + last;
    campaign->fm1_windows[0].max_groups = max_groups;
}

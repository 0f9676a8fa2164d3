/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "examine.h"

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

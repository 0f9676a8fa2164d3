/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "cohorte/grouping.h"
#include "one_block.h"

CoGroupingPlan *co_grouping_solve(const CoGrouping *grouping, const CoGroupingOptions *options)
{
    CoGroupingOptions own = *options;
    if (own.n_threads <= 0)
        own.n_threads = (int)g_get_num_processors();
    return co_one_block_solve(grouping, &own, NULL);
}

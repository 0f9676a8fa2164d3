/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/grouping.h"

#include "model_bundles.h"
#include "model_groups.h"

/* About a kilobyte each in memory. */
#define MOST_COLUMNS 1500000

static bool lists_are_complete(const CoGrouping *g, GError **error)
{
    for (int c = 0; c < g->n_classes; c++) {
        if (g->classes[c].patterns_complete)
            continue;
        g_set_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_TOO_LARGE,
                    "class %d has more patterns than can be listed (%d were)", c,
                    g->classes[c].n_patterns);
        return false;
    }
    return true;
}

static bool is_writable_size(const CoGrouping *g, bool by_groups, GError **error)
{
    int64_t n = by_groups ? co_groups_model_n_cols(g) : co_bundles_model_n_cols(g);
    if (n <= MOST_COLUMNS)
        return true;
    g_set_error(error, CO_GROUPING_ERROR, CO_GROUPING_ERROR_TOO_LARGE,
                "the model would have %" G_GINT64_FORMAT " columns, at most %d are written", n,
                MOST_COLUMNS);
    return false;
}

static bool write_model(CoModelBase *base, bool lp_format, const char *path, GError **error)
{
    /* A problem where nobody can sit anywhere may have no column, which neither format can say. */
    if (co_lp_n_cols(base->lp) == 0) {
        int nothing = co_model_add_col(base, 0, 0, "nothing");
        co_lp_add_row(base->lp, "no_column", 0, 0, &(CoLpTerms){1, &nothing, (double[]){1}});
    }
    return co_lp_write(base->lp, lp_format, path, error);
}

bool co_grouping_export(const CoGrouping *grouping, bool by_groups, bool lp_format,
                        const char *path, GError **error)
{
    g_return_val_if_fail(grouping != NULL && path != NULL && *path != '\0', false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    if (!lists_are_complete(grouping, error) || !is_writable_size(grouping, by_groups, error))
        return false;
    if (by_groups) {
        g_autoptr(CoGroupsModel) model = co_groups_model_new(grouping, true);
        return write_model(&model->base, lp_format, path, error);
    }
    g_autoptr(CoBundlesModel) model = co_bundles_model_new(grouping, true);
    return write_model(&model->base, lp_format, path, error);
}

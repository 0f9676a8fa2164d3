/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"
#include "cohorte/engine.h"

static CoEngineError code_of(const GError *refused)
{
    if (g_error_matches(refused, CO_GROUPING_ERROR, CO_GROUPING_ERROR_TOO_LARGE))
        return CO_ENGINE_ERROR_TOO_LARGE;
    if (g_error_matches(refused, CO_GROUPING_ERROR, CO_GROUPING_ERROR_ENGINE))
        return CO_ENGINE_ERROR_SOLVER;
    return CO_ENGINE_ERROR_EXPORT;
}

/* NOLINTNEXTLINE(readability-function-size): six, as the header says */
bool co_engine_export_model(const CoCampaign *campaign, const CoPlan *published, CoExportForm form,
                            CoExportFormat format, const char *path, GError **error)
{
    g_return_val_if_fail(campaign != NULL && path != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    CoBuildOptions build = {.published = published};
    g_autoptr(CoEngineProblem) problem = co_engine_build(campaign, &build, error);
    if (problem == NULL)
        return false;
    g_autoptr(GError) refused = NULL;
    bool by_groups = form == CO_EXPORT_GROUPS, lp_format = format == CO_EXPORT_LP;
    if (co_grouping_export(&problem->grouping, by_groups, lp_format, path, &refused))
        return true;
    g_set_error_literal(error, CO_ENGINE_ERROR, (int)code_of(refused), refused->message);
    return false;
}

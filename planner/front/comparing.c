/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparing.h"

#include <string.h>

void co_comparison_clear(CoComparison *comparison)
{
    co_difference_free(comparison->difference);
    co_plan_free(comparison->before);
    co_campaign_free(comparison->campaign);
    *comparison = (CoComparison){0};
}

static bool fail_versions(const char *what, GError **error)
{
    co_fail(error, CO_EXIT_USAGE, what,
            "Écrivez --difference 1 2 pour publier ce que le plan 2 change au plan 1 ; « cohorte "
            "etat » montre les versions enregistrées.");
    return false;
}

bool co_comparison_read_versions(const CoArguments *arguments, int *before, int *after,
                                 GError **error)
{
    g_return_val_if_fail(arguments != NULL && before != NULL && after != NULL, false);
    const char *value = co_arguments_value(arguments, "difference");
    g_return_val_if_fail(value != NULL, false);
    g_auto(GStrv) words = g_strsplit(value, " ", 2);
    if (words[0] == NULL || words[1] == NULL)
        return fail_versions("L'option --difference prend deux numéros de plan.", error);
    if (!co_stored_plan_read_version(arguments, words[0], before, error) ||
        !co_stored_plan_read_version(arguments, words[1], after, error))
        return false;
    if (*before == *after)
        return fail_versions("Un plan ne diffère pas de lui-même.", error);
    if (*before > *after)
        return fail_versions("Le premier plan de --difference est l'ancien, le second le nouveau.",
                             error);
    return true;
}

/* An earlier plan stands on paths, modules and academies that must still be there. */
static void fail_before(const CoSession *session, int before, GError *failure, GError **error)
{
    if (!g_error_matches(failure, CO_STORE_ERROR, CO_STORE_ERROR_STALE)) {
        co_failure_from_store(&failure, session->campaign_path);
        g_propagate_error(error, failure);
        return;
    }
    g_error_free(failure);
    g_autofree char *what =
        g_strdup_printf("Le plan %d cite un parcours, un module ou une académie qui n'est plus "
                        "dans les données : il ne peut plus être comparé.",
                        before);
    co_fail(error, CO_EXIT_DATA, what,
            "Publiez le nouveau plan en entier : cohorte publier DOSSIER.");
}

/* The version published last, or before it when that is the later plan itself, published again. */
static bool load_held(CoSession *session, const CoStoredPlan *after, CoComparison *comparison,
                      GError **error)
{
    GError *failure = NULL;
    int version = after->plan->version;
    comparison->held = co_store_published_version(session->store, &failure);
    if (comparison->held == version)
        comparison->held = co_store_published_before(session->store, version, &failure);
    comparison->is_held = comparison->held == comparison->before->version;
    if (failure == NULL)
        return true;
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

bool co_comparison_load(CoSession *session, const CoStoredPlan *after, int before,
                        CoComparison *comparison, GError **error)
{
    g_return_val_if_fail(session != NULL && session->store != NULL && after != NULL, false);
    g_return_val_if_fail(comparison != NULL && before > 0, false);
    GError *failure = NULL;
    comparison->campaign = co_store_load_campaign_of_plan(session->store, before, &failure);
    if (comparison->campaign != NULL)
        comparison->before =
            co_store_load_plan(session->store, comparison->campaign, before, &failure);
    if (failure != NULL) {
        fail_before(session, before, failure, error);
        return false;
    }
    comparison->difference =
        co_difference_new(comparison->campaign, comparison->before, after->plan);
    return load_held(session, after, comparison, error);
}

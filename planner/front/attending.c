/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attending.h"

#include "cohorte/store.h"
#include "publishing.h"

void co_attending_clear(CoAttending *attending)
{
    co_register_free(attending->book);
    co_attendance_list_free(attending->list);
    co_plan_free(attending->plan);
    co_campaign_free(attending->campaign);
    *attending = (CoAttending){0};
}

static bool fail_from_store(const CoSession *session, GError *failure, GError **error)
{
    co_failure_from_store(&failure, session->campaign_path);
    g_propagate_error(error, failure);
    return false;
}

/* @param version  in: as asked for, 0 = not; out: the plan to look meetings up in */
static bool choose_version(CoSession *session, int *version, GError **error)
{
    GError *failure = NULL;
    if (*version == 0)
        *version = co_store_published_version(session->store, &failure);
    if (*version == 0)
        *version = co_store_latest_version(session->store, &failure);
    return failure == NULL || fail_from_store(session, failure, error);
}

bool co_attending_load(CoSession *session, CoStoreMode mode, const CoArguments *arguments,
                       CoAttending *attending, GError **error)
{
    g_return_val_if_fail(session != NULL && attending != NULL, false);
    int version, n_gone = 0;
    GError *failure = NULL;
    if (!co_stored_plan_read_version(arguments, NULL, &version, error) ||
        !co_session_open(session, mode, error) || !choose_version(session, &version, error))
        return false;
    /* Without a plan, what lacks comes to light below: the campaign, else the plan. */
    attending->campaign = version > 0
                              ? co_store_load_campaign_of_plan(session->store, version, &failure)
                              : co_store_load_campaign(session->store, &failure);
    if (attending->campaign != NULL)
        attending->plan = co_store_load_what_is_left(session->store, attending->campaign, version,
                                                     &n_gone, &failure);
    if (attending->plan == NULL)
        return fail_from_store(session, failure, error);
    if (n_gone > 0)
        co_session_remark(session, "Le plan cite des modules ou des parcours qui ne sont plus dans "
                                   "les données : seul le reste compte.");
    return true;
}

bool co_attending_recall(CoSession *session, CoAttending *attending, GError **error)
{
    g_return_val_if_fail(attending != NULL && attending->plan != NULL, false);
    GError *failure = NULL;
    g_clear_pointer(&attending->book, co_register_free);
    g_clear_pointer(&attending->list, co_attendance_list_free);
    attending->list = co_store_load_attendance(session->store, &failure);
    if (attending->list == NULL)
        return fail_from_store(session, failure, error);
    attending->book = co_register_new(attending->campaign, attending->plan, attending->list);
    return true;
}

/* The groups that have begun to be told and are not closed: " ; il manque ...". */
static void append_missing(GString *text, const CoAttending *attending)
{
    bool any = false;
    for (int g = 0; g < attending->plan->n_groups; g++) {
        const CoGroup *group = &attending->plan->groups[g];
        int n_missing = co_register_n_missing(attending->book, g);
        if (n_missing == 0)
            continue;
        g_autofree char *count = co_french_count(n_missing, "état", "états");
        if (any)
            g_string_append_printf(text, ", %d à %s", n_missing, group->code);
        else
            g_string_append_printf(text, " ; il manque %s à %s", count, group->code);
        any = true;
    }
}

char *co_attending_closure(const CoAttending *attending)
{
    g_return_val_if_fail(attending != NULL && attending->book != NULL, NULL);
    CoAttendanceTotals totals;
    co_register_totals(attending->book, &totals);
    g_autofree char *closed =
        co_french_count(totals.n_closed_groups, "groupe clos", "groupes clos");
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%s sur %d", closed, totals.n_groups);
    append_missing(text, attending);
    g_string_append_c(text, '.');
    return g_string_free(text, FALSE);
}

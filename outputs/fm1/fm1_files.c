/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fm1.xlsx: one for the campaign. Without practice on FM1 there is nothing to ask for. */
#include "fm1_book.h"

#define FILE_NAME "fm1.xlsx"

/* @return (transfer full) of const CoEntry * */
static GPtrArray *sessions_of(const CoPublication *publication)
{
    const CoAgenda *agenda = publication->agenda;
    GPtrArray *sessions = g_ptr_array_new();
    for (int i = 0; i < agenda->n_entries; i++) {
        CoEntry *entry = &agenda->entries[i];
        if (entry->group_idx >= 0 && publication->context->campaign->modules[entry->module_idx].fm1)
            g_ptr_array_add(sessions, entry);
    }
    return sessions;
}

/* @return (transfer full) of each group */
static CoFm1Use *uses_of(const CoPlan *plan, const GPtrArray *sessions)
{
    CoFm1Use *uses = g_new0(CoFm1Use, (gsize)plan->n_groups + 1);
    for (guint i = 0; i < sessions->len; i++) {
        const CoEntry *entry = g_ptr_array_index(sessions, i);
        CoFm1Use *use = &uses[entry->group_idx];
        if (use->first_day == CO_DAY_NONE)
            use->first_day = entry->day;
        use->last_day = entry->day;
    }
    return uses;
}

bool co_fm1_publish(const CoPublication *publication, GError **error)
{
    if (!co_publication_wants(publication, CO_READER_EAFC, 0))
        return true;
    g_autoptr(GPtrArray) sessions = sessions_of(publication);
    if (sessions->len == 0)
        return true;
    g_autofree CoFm1Use *uses = uses_of(publication->context->plan, sessions);
    g_autoptr(CoHeading) heading = co_heading_new(
        publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Demande d'accès à FM1");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, FILE_NAME, error);
    if (book == NULL)
        return false;
    const CoFm1Book content = {.publication = publication,
                               .campaign = publication->context->campaign,
                               .plan = publication->context->plan,
                               .heading = heading,
                               .book = book,
                               .n_sessions = (int)sessions->len,
                               .sessions = (const CoEntry *const *)sessions->pdata,
                               .uses = uses};
    co_fm1_weeks(&content);
    co_fm1_days(&content);
    co_fm1_sessions(&content);
    co_fm1_schools(&content);
    co_fm1_users(&content);
    co_fm1_trainers(&content);
    return co_publication_close(publication, book, FILE_NAME, "Administrateurs de FM1", error);
}

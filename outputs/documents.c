/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of all documents: each is one writer in a folder of its own, all in one delivery. */
#include "cohorte/documents.h"

#include "outputs/agenda/appointment_files.h"
#include "outputs/calendar/calendar.h"
#include "outputs/committee/committee.h"
#include "outputs/difference/changes.h"
#include "outputs/difference/selection.h"
#include "outputs/exchange/exchange.h"
#include "outputs/fm1/fm1_book.h"
#include "outputs/groups/group_book.h"
#include "outputs/overview/overview.h"
#include "outputs/money/frais.h"
#include "outputs/schools/school_book.h"
#include "outputs/trainers/trainer_book.h"
#include "outputs/sites/site_book.h"

typedef bool (*CoWriter)(const CoPublication *publication, GError **error);

static const CoWriter writers[] = {
    co_calendar_publish,       /* calendrier.xlsx */
    co_groups_publish,         /* groupes/, emargements/ */
    co_schools_publish,        /* etablissements/, convocations/ */
    co_trainers_publish,       /* formateurs/, ordres-de-mission/ */
    co_appointments_publish,   /* *.ics */
    co_anomalies_publish,      /* anomalies.xlsx */
    co_cosui_publish,          /* cosui.xlsx */
    co_overview_publish,       /* bilan.html */
    co_call_list_publish,      /* convocations.csv */
    co_sofia_sessions_publish, /* sofia-sessions.xlsx */
    co_fm1_publish,            /* fm1.xlsx */
    co_sites_publish,          /* sites/ */
    co_frais_publish,          /* frais.xlsx */
};

static bool write_all(const CoPublication *publication, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(writers); i++)
        if (!writers[i](publication, error))
            return false;
    return true;
}

/* The files of those for whom something changed, and the list of them. */
static bool write_difference(CoPublication *publication, const CoDifference *difference,
                             GError **error)
{
    g_auto(CoSelection) selection = {0};
    co_selection_init(&selection, publication, difference);
    for (int i = 0; i < CO_N_READERS; i++)
        publication->wanted[i] = selection.wanted[i];
    return write_all(publication, error) && co_changes_publish(publication, difference, error);
}

static bool publish(const CoOutputContext *context, const CoDocumentOptions *options,
                    const char *folder, GError **error)
{
    static const CoDeliveryKind whole = {.manifest = CO_MANIFEST_NAME,
                                         .witness = CO_CALENDAR_NAME,
                                         .stranger = CO_CHANGES_TABLE_NAME};
    static const CoDeliveryKind changes = {.manifest = CO_MANIFEST_NAME,
                                           .witness = CO_CHANGES_TABLE_NAME};
    const CoDifference *difference = options->difference;
    g_autoptr(CoDelivery) delivery =
        co_delivery_new(folder, difference != NULL ? &changes : &whole, error);
    if (delivery == NULL)
        return false;
    g_auto(CoPublication) publication = {0};
    co_publication_init(&publication, context, options->texts, delivery);
    publication.attendance = options->attendance;
    bool done = difference != NULL ? write_difference(&publication, difference, error)
                                   : write_all(&publication, error);
    return done && co_delivery_commit(delivery, error);
}

bool co_output_documents_with(const CoOutputContext *context, const CoDocumentOptions *options,
                              const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && context->campaign != NULL, false);
    g_return_val_if_fail(context->plan != NULL && context->report != NULL, false);
    g_return_val_if_fail(context->report->n_violations == 0, false);
    g_return_val_if_fail(folder != NULL && *folder != '\0' && options != NULL, false);
    if (options->texts != NULL)
        return publish(context, options, folder, error);
    g_autoptr(CoTexts) shipped = co_texts_load(NULL, error);
    const CoDocumentOptions complete = {shipped, options->difference, options->attendance};
    return shipped != NULL && publish(context, &complete, folder, error);
}

bool co_output_documents(const CoOutputContext *context, const char *folder, GError **error)
{
    const CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    return co_output_documents_with(context, &options, folder, error);
}

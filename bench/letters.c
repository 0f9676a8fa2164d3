/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes the PDF call letters of every establishment, in memory: what they take without the
 * other documents and the disk.
 *
 * Usage: bench_letters CAMPAIGN.cohorte      the last plan; prints "letters;files;bytes" */
#include <glib.h>

#include <stdio.h>

#include "outputs/schools/school_book.h"
#include "cohorte/check.h"
#include "cohorte/store.h"

typedef struct Tally {
    int n_letters, n_files;
    gsize n_bytes;
} Tally;

static bool compose(const CoPublication *publication, int establishment_idx, Tally *tally,
                    GError **error)
{
    const CoEstablishment *school =
        &publication->context->campaign->establishments[establishment_idx];
    const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
    g_autoptr(CoHeading) heading = co_heading_new(publication->context, scope, "Convocations");
    CoSchoolBook book = {.context = publication->context,
                         .heading = heading,
                         .agenda = publication->agenda,
                         .texts = publication->texts,
                         .expenses = publication->expenses,
                         .establishment_idx = establishment_idx,
                         .group_of_person = publication->group_of_person};
    book.people = co_publication_staff(publication, establishment_idx, &book.n_people);
    if (!co_school_has_letters(&book))
        return true;
    g_autoptr(GBytes) paper = co_school_paper(&book, error);
    if (paper == NULL)
        return false;
    for (int i = 0; i < book.n_people; i++)
        tally->n_letters += co_school_calls(&book, book.people[i]);
    tally->n_files++;
    tally->n_bytes += g_bytes_get_size(paper);
    return true;
}

static bool compose_all(const CoCampaign *campaign, const CoPlan *plan, Tally *tally,
                        GError **error)
{
    const CoCheckOptions options = CO_CHECK_OPTIONS_INIT;
    g_autoptr(CoCheckReport) report = co_check_plan(campaign, plan, &options);
    g_autoptr(CoTexts) texts = co_texts_load(NULL, error);
    if (texts == NULL)
        return false;
    const CoOutputContext context = {campaign, plan, report};
    g_auto(CoPublication) publication = {0};
    co_publication_init(&publication, &context, texts, NULL);
    for (int i = 0; i < campaign->n_establishments; i++)
        if (!compose(&publication, i, tally, error))
            return false;
    return true;
}

static bool measure(const char *path, Tally *tally, GError **error)
{
    g_autoptr(CoStore) store = co_store_open(path, CO_STORE_READ, error);
    if (store == NULL)
        return false;
    g_autoptr(CoCampaign) campaign = co_store_load_campaign(store, error);
    if (campaign == NULL)
        return false;
    g_autoptr(CoPlan) plan = co_store_load_plan(store, campaign, 0, error);
    return plan != NULL && compose_all(campaign, plan, tally, error);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: bench_letters CAMPAIGN.cohorte\n");
        return 2;
    }
    Tally tally = {0};
    g_autoptr(GError) error = NULL;
    if (!measure(argv[1], &tally, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    printf("%d;%d;%" G_GSIZE_FORMAT "\n", tally.n_letters, tally.n_files, tally.n_bytes);
    return 0;
}

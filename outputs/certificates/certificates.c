/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attestations/<groupe>.pdf of every group that is ready: one certificate a person. */
#include "cohorte/certificates.h"

#include "outputs/kit/delivery.h"
#include "outputs/kit/file_names.h"
#include "outputs/letterhead.h"
#include "outputs/publication.h"
#include "certificate.h"

#define MANIFEST_NAME "ATTESTATIONS.csv"

/* What the certificates of all groups share. */
typedef struct Writer {
    const CoOutputContext *context; /* the day of issue stands for that of the campaign */
    const CoCertificateOptions *options;
    const CoTexts *texts;
    CoDelivery *delivery;
} Writer;

static void add_certificate(CoPaper *paper, const Writer *writer, const CoHeading *heading,
                            int group_idx, int person_idx)
{
    g_auto(CoCertificate) certificate = {.context = writer->context,
                                         .book = writer->options->book,
                                         .texts = writer->texts,
                                         .heading = heading,
                                         .group_idx = group_idx,
                                         .person_idx = person_idx};
    co_certificate_fill(&certificate);
    co_paper_part(paper, heading->footer, co_certificate_draw, &certificate);
}

/* Everything dated in the file is of the day of issue; only texts and tables of the copy are
 * read, never what is looked up by code. */
static CoPaper *open_paper(const Writer *writer, const CoGroup *group, CoHeading **heading)
{
    CoCampaign dated = *writer->context->campaign;
    dated.parameters.convocation_day = writer->options->issue_day;
    const CoOutputContext context = {&dated, writer->context->plan, NULL};
    const CoHeadingScope scope = {group->academy_idx, -1};
    g_autofree char *title = g_strdup_printf("Attestations, groupe %s", group->code);
    *heading = co_heading_new(&context, scope, title);
    /* The plan is not of the day of issue. */
    g_free((*heading)->footer);
    (*heading)->footer =
        g_strdup_printf("%s – EAFC – %s – %s", (*heading)->academy, title, (*heading)->version);
    return co_letterhead_paper(*heading, &context, title, writer->texts);
}

static bool write_group(const Writer *writer, int group_idx, const char *name, GError **error)
{
    const CoGroup *group = &writer->context->plan->groups[group_idx];
    int n_people;
    g_autofree int *people = co_register_awarded(writer->options->book, group_idx, &n_people);
    g_autoptr(CoHeading) heading = NULL;
    if (n_people == 0)
        return true;
    co_publication_sort_by_name(writer->context->campaign, people, n_people);
    g_autoptr(CoPaper) paper = open_paper(writer, group, &heading);
    for (int i = 0; i < n_people; i++)
        add_certificate(paper, writer, heading, group_idx, people[i]);
    g_autoptr(GBytes) data = co_paper_close(paper, error);
    if (data == NULL)
        return false;
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    g_autofree char *path = co_file_path("attestations", name, ".pdf");
    g_autofree char *recipient = g_strdup_printf("Participants du groupe %s", group->code);
    if (!co_delivery_write(writer->delivery, path, bytes, size, error))
        return false;
    co_delivery_record(writer->delivery, path, recipient, data);
    return true;
}

static bool write_groups(const Writer *writer, GError **error)
{
    g_auto(CoRowNames) names = {0};
    co_row_names_init(&names, writer->context->campaign, writer->context->plan);
    for (int g = 0; g < writer->context->plan->n_groups; g++)
        if (co_register_is_ready(writer->options->book, g, writer->options->issue_day) &&
            !write_group(writer, g, names.groups[g], error))
            return false;
    return true;
}

bool co_output_certificates(const CoOutputContext *context, const CoCertificateOptions *options,
                            const char *folder, GError **error)
{
    static const CoDeliveryKind kind = {.manifest = MANIFEST_NAME};
    g_return_val_if_fail(context != NULL && context->campaign != NULL, false);
    g_return_val_if_fail(context->plan != NULL && options != NULL, false);
    g_return_val_if_fail(options->book != NULL && options->issue_day != CO_DAY_NONE, false);
    g_return_val_if_fail(folder != NULL && *folder != '\0', false);
    g_autoptr(CoTexts) shipped = options->texts == NULL ? co_texts_load(NULL, error) : NULL;
    if (options->texts == NULL && shipped == NULL)
        return false;
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    if (delivery == NULL)
        return false;
    const Writer writer = {context, options, options->texts != NULL ? options->texts : shipped,
                           delivery};
    return write_groups(&writer, error) && co_delivery_commit(delivery, error);
}

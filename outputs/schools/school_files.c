/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of each establishment receives: the notice with its letters, and the letters as
 * PDF. */
#include "school_book.h"

#include "outputs/kit/file_names.h"
#include "outputs/words/names.h"

static char *head_of(const CoCampaign *campaign, int establishment_idx)
{
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    g_autofree char *name = co_name_establishment(campaign, establishment_idx);
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "Chef d'établissement, %s", name);
    if (*school->respondent != '\0')
        g_string_append_printf(text, " <%s>", school->respondent);
    return g_string_free(text, FALSE);
}

static bool write_book(const CoPublication *publication, CoSchoolBook *content, const char *name,
                       const char *recipient, GError **error)
{
    g_autofree char *path = co_file_path("etablissements", name, ".xlsx");
    g_autoptr(CoBook) book = co_publication_open(publication, content->heading, path, error);
    if (book == NULL)
        return false;
    content->book = book;
    co_school_notice(content);
    co_school_letters(content);
    return co_publication_close(publication, book, path, recipient, error);
}

static bool write_school(const CoPublication *publication, int establishment_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, scope, "Avis au chef d'établissement");
    CoSchoolBook content = {.context = publication->context,
                            .heading = heading,
                            .agenda = publication->agenda,
                            .texts = publication->texts,
                            .expenses = publication->expenses,
                            .establishment_idx = establishment_idx,
                            .group_of_person = publication->group_of_person};
    content.people = co_publication_staff(publication, establishment_idx, &content.n_people);
    const char *name = publication->names.schools[establishment_idx];
    g_autofree char *recipient = head_of(campaign, establishment_idx);
    if (!write_book(publication, &content, name, recipient, error))
        return false;
    if (!co_school_has_letters(&content))
        return true;
    g_autofree char *paper_name = co_file_path("convocations", name, ".pdf");
    g_autoptr(GBytes) paper = co_school_paper(&content, error);
    return co_publication_write(publication, paper_name, paper, recipient, error);
}

bool co_schools_publish(const CoPublication *publication, GError **error)
{
    for (int i = 0; i < publication->context->campaign->n_establishments; i++)
        if (co_publication_wants(publication, CO_READER_SCHOOL, i) &&
            !write_school(publication, i, error))
            return false;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainers of each group receive: the book of the group, and its sheets to sign as PDF. */
#include "group_book.h"

#include "outputs/kit/file_names.h"
#include "outputs/words/names.h"

/* @return (transfer full) "Formateurs du groupe SG-01 : Gaël Guégrimaud <...>, ..." */
static char *trainers_of(const CoCampaign *campaign, const CoGroup *group)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "Formateurs du groupe %s :", group->code);
    for (int i = 0; i < 2; i++) {
        int trainer_idx = group->trainer_idx[i];
        if (trainer_idx < 0)
            continue;
        g_autofree char *name = co_name_trainer(campaign, trainer_idx);
        const char *email = campaign->trainers[trainer_idx].email;
        g_string_append_printf(text, "%s %s", i > 0 ? "," : "", name);
        if (*email != '\0')
            g_string_append_printf(text, " <%s>", email);
    }
    return g_string_free(text, FALSE);
}

static bool write_book(const CoPublication *publication, CoGroupBook *content, const char *name,
                       const char *recipient, GError **error)
{
    g_autofree char *path = co_file_path("groupes", name, ".xlsx");
    g_autoptr(CoBook) book = co_publication_open(publication, content->heading, path, error);
    if (book == NULL)
        return false;
    content->book = book;
    co_group_summary(content);
    co_group_roster(content);
    co_group_presence(content);
    co_group_attendance(content);
    return co_publication_close(publication, book, path, recipient, error);
}

static bool write_group(const CoPublication *publication, int group_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoPlan *plan = publication->context->plan;
    const CoGroup *group = &plan->groups[group_idx];
    g_autofree char *title = g_strdup_printf("Groupe %s", group->code);
    const CoHeadingScope scope = {group->academy_idx, -1};
    g_autoptr(CoHeading) heading = co_heading_new(publication->context, scope, title);
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(campaign, plan, group_idx);
    g_autofree int *members = g_memdup2(group->members, (gsize)group->n_members * sizeof *members);
    co_publication_sort_by_name(campaign, members, group->n_members);
    CoGroupBook content = {.context = publication->context,
                           .heading = heading,
                           .agenda = agenda,
                           .group = group,
                           .texts = publication->texts,
                           .members = members};
    const char *name = publication->names.groups[group_idx];
    g_autofree char *recipient = trainers_of(campaign, group);
    if (!write_book(publication, &content, name, recipient, error))
        return false;
    g_autofree char *paper_name = co_file_path("emargements", name, ".pdf");
    g_autoptr(GBytes) paper = co_group_paper(&content, error);
    return co_publication_write(publication, paper_name, paper, recipient, error);
}

bool co_groups_publish(const CoPublication *publication, GError **error)
{
    for (int i = 0; i < publication->context->plan->n_groups; i++)
        if (co_publication_wants(publication, CO_READER_GROUP, i) &&
            !write_group(publication, i, error))
            return false;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trainer_book.h"

#include "outputs/groups/group_book.h"
#include "outputs/kit/file_names.h"
#include "outputs/words/names.h"

/* The roster that groupes/<groupe>.xlsx holds too. */
static void write_roster(const CoTrainerBook *book, int group_idx)
{
    const CoOutputContext *context = book->mission.publication->context;
    const CoGroup *group = &context->plan->groups[group_idx];
    g_autofree int *members = g_memdup2(group->members, (gsize)group->n_members * sizeof *members);
    co_publication_sort_by_name(context->campaign, members, group->n_members);
    const CoGroupBook roster = {.context = context,
                                .heading = book->heading,
                                .group = group,
                                .book = book->book,
                                .members = members,
                                .roster_sheet = group->code};
    co_group_roster(&roster);
}

static bool write_book(CoTrainerBook *content, const char *name, const char *recipient,
                       GError **error)
{
    const CoPublication *publication = content->mission.publication;
    const CoPlan *plan = publication->context->plan;
    g_autofree char *path = co_file_path("formateurs", name, ".xlsx");
    g_autoptr(CoBook) book = co_publication_open(publication, content->heading, path, error);
    if (book == NULL)
        return false;
    content->book = book;
    co_trainer_agenda(content);
    for (int i = 0; i < plan->n_groups; i++)
        if (co_group_is_taught_by(&plan->groups[i], content->mission.trainer_idx))
            write_roster(content, i);
    co_trainer_order(content);
    co_trainer_pay(content);
    return co_publication_close(publication, book, path, recipient, error);
}

/* @return (transfer full) "Inès Premier <F1@ac-exemple.fr>" */
static char *recipient_of(const CoCampaign *campaign, int trainer_idx)
{
    const char *email = campaign->trainers[trainer_idx].email;
    g_autofree char *name = co_name_trainer(campaign, trainer_idx);
    return *email != '\0' ? g_strdup_printf("%s <%s>", name, email) : g_steal_pointer(&name);
}

static bool write_trainer(const CoPublication *publication, int trainer_idx, GError **error)
{
    const CoOutputContext *context = publication->context;
    const CoTrainer *trainer = &context->campaign->trainers[trainer_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_trainer(context->plan, trainer_idx);
    if (agenda->n_entries == 0)
        return true;
    const CoHeadingScope scope = {trainer->academy_idx, -1};
    g_autofree char *who = co_name_trainer(context->campaign, trainer_idx);
    g_autofree char *title = g_strdup_printf("Formateur : %s", who);
    g_autoptr(CoHeading) heading = co_heading_new(context, scope, title);
    CoTrainerBook content = {.heading = heading, .mission = {publication, agenda, trainer_idx}};
    const char *name = publication->names.trainers[trainer_idx];
    g_autofree char *recipient = recipient_of(context->campaign, trainer_idx);
    if (!write_book(&content, name, recipient, error))
        return false;
    g_autofree char *paper_name = co_file_path("ordres-de-mission", name, ".pdf");
    g_autoptr(GBytes) paper = co_trainer_order_paper(&content, error);
    return co_publication_write(publication, paper_name, paper, recipient, error);
}

bool co_trainers_publish(const CoPublication *publication, GError **error)
{
    for (int i = 0; i < publication->context->campaign->n_trainers; i++)
        if (co_publication_wants(publication, CO_READER_TRAINER, i) &&
            !write_trainer(publication, i, error))
            return false;
    return true;
}

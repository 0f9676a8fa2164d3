/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file per reader, each in a book of its own, all in one delivery. */
#include "cohorte/documents.h"

#include <string.h>

#include "outputs/agenda/appointment_files.h"
#include "outputs/calendar/calendar.h"
#include "outputs/kit/delivery.h"
#include "outputs/kit/file_names.h"
#include "outputs/groups/group_book.h"
#include "outputs/words/names.h"
#include "outputs/schools/school_book.h"
#include "cohorte/text.h"

/* What all the files of one publication share. */
typedef struct Publication {
    const CoOutputContext *context;
    const CoTexts *texts;
    CoDelivery *delivery;
    const CoAgenda *agenda;
    const int *group_of_person;
    GHashTable *names; /* file names in use, folded */
} Publication;

static CoBook *open_book(const Publication *publication, const CoHeading *heading, const char *name,
                         GError **error)
{
    g_autofree char *path = co_delivery_path(publication->delivery, name, error);
    if (path == NULL)
        return NULL;
    return co_heading_book(heading, publication->context, path,
                           co_delivery_folder(publication->delivery));
}

static bool close_book(const Publication *publication, CoBook *book, const char *name,
                       const char *recipient, GError **error)
{
    g_autoptr(GBytes) data = co_book_close(book, error);
    if (data == NULL)
        return false;
    co_delivery_record(publication->delivery, name, recipient, data);
    return true;
}

/* A file that is in memory already. */
static bool write_paper(const Publication *publication, const char *name, GBytes *data,
                        const char *recipient, GError **error)
{
    if (data == NULL)
        return false;
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    if (!co_delivery_write(publication->delivery, name, bytes, size, error))
        return false;
    co_delivery_record(publication->delivery, name, recipient, data);
    return true;
}

static bool write_calendar(const Publication *publication, GError **error)
{
    static const char name[] = "calendrier.xlsx";
    g_autoptr(CoHeading) heading = co_heading_new(
        publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, "Calendrier de formation");
    g_autoptr(CoBook) book = open_book(publication, heading, name, error);
    if (book == NULL)
        return false;
    const CoCalendar calendar = {publication->context, heading, publication->agenda, book};
    co_calendar_wall(&calendar);
    co_calendar_list(&calendar);
    co_calendar_rooms(&calendar);
    co_calendar_teams(&calendar);
    co_calendar_weeks(&calendar);
    co_calendar_trainers(&calendar);
    co_calendar_modules(&calendar);
    return close_book(publication, book, name, "EAFC et comité de suivi", error);
}

static int compare_names(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoCampaign *campaign = data;
    int a_idx = *(const int *)left, b_idx = *(const int *)right;
    const CoPerson *a = &campaign->people[a_idx], *b = &campaign->people[b_idx];
    /* Those still without a name come last. */
    if ((*a->last_name == '\0') != (*b->last_name == '\0'))
        return *a->last_name == '\0' ? 1 : -1;
    int order = co_text_compare(a->last_name, b->last_name);
    if (order == 0)
        order = co_text_compare(a->first_name, b->first_name);
    return order != 0 ? order : (a_idx > b_idx) - (a_idx < b_idx);
}

static void sort_by_name(const CoCampaign *campaign, int *people, int n_people)
{
    if (n_people > 1)
        g_qsort_with_data(people, n_people, sizeof *people, compare_names, (gpointer)campaign);
}

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

static bool write_group(const Publication *publication, int group_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoGroup *group = &publication->context->plan->groups[group_idx];
    g_autofree char *title = g_strdup_printf("Groupe %s", group->code);
    g_autofree char *name = co_file_names_take(publication->names, "groupes", group->code, ".xlsx");
    const CoHeadingScope scope = {group->academy_idx, -1};
    g_autoptr(CoHeading) heading = co_heading_new(publication->context, scope, title);
    g_autoptr(CoBook) book = open_book(publication, heading, name, error);
    if (book == NULL)
        return false;
    g_autoptr(CoAgenda) agenda =
        co_agenda_of_group(campaign, publication->context->plan, group_idx);
    g_autofree int *members = g_memdup2(group->members, (gsize)group->n_members * sizeof *members);
    sort_by_name(campaign, members, group->n_members);
    const CoGroupBook content = {.context = publication->context,
                                 .heading = heading,
                                 .agenda = agenda,
                                 .group = group,
                                 .book = book,
                                 .texts = publication->texts,
                                 .members = members};
    co_group_summary(&content);
    co_group_roster(&content);
    co_group_attendance(&content);
    g_autofree char *recipient = trainers_of(campaign, group);
    if (!close_book(publication, book, name, recipient, error))
        return false;
    g_autofree char *paper_name =
        co_file_names_take(publication->names, "emargements", group->code, ".pdf");
    g_autoptr(GBytes) paper = co_group_paper(&content, error);
    return write_paper(publication, paper_name, paper, recipient, error);
}

/* @return (transfer full) person indices, by name */
static int *people_of(const CoCampaign *campaign, int establishment_idx, int *n_people)
{
    int *people = g_new(int, (gsize)campaign->n_people);
    *n_people = 0;
    for (int i = 0; i < campaign->n_people; i++)
        if (campaign->people[i].establishment_idx == establishment_idx)
            people[(*n_people)++] = i;
    sort_by_name(campaign, people, *n_people);
    return people;
}

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

static bool write_school(const Publication *publication, int establishment_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoEstablishment *school = &campaign->establishments[establishment_idx];
    g_autofree char *name =
        co_file_names_take(publication->names, "etablissements", school->uai, ".xlsx");
    const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, scope, "Avis au chef d'établissement");
    g_autoptr(CoBook) book = open_book(publication, heading, name, error);
    if (book == NULL)
        return false;
    int n_people;
    g_autofree int *people = people_of(campaign, establishment_idx, &n_people);
    const CoSchoolBook content = {.context = publication->context,
                                  .heading = heading,
                                  .agenda = publication->agenda,
                                  .texts = publication->texts,
                                  .book = book,
                                  .establishment_idx = establishment_idx,
                                  .group_of_person = publication->group_of_person,
                                  .n_people = n_people,
                                  .people = people};
    co_school_notice(&content);
    co_school_letters(&content);
    g_autofree char *recipient = head_of(campaign, establishment_idx);
    if (!close_book(publication, book, name, recipient, error))
        return false;
    if (!co_school_has_letters(&content))
        return true;
    g_autofree char *paper_name =
        co_file_names_take(publication->names, "convocations", school->uai, ".pdf");
    g_autoptr(GBytes) paper = co_school_paper(&content, error);
    return write_paper(publication, paper_name, paper, recipient, error);
}

static bool write_all(const Publication *publication, GError **error)
{
    if (!write_calendar(publication, error))
        return false;
    for (int i = 0; i < publication->context->plan->n_groups; i++)
        if (!write_group(publication, i, error))
            return false;
    for (int i = 0; i < publication->context->campaign->n_establishments; i++)
        if (!write_school(publication, i, error))
            return false;
    return co_appointment_files_write(publication->context, publication->delivery,
                                      publication->names, error);
}

static bool publish(const CoOutputContext *context, const CoTexts *texts, const char *folder,
                    GError **error)
{
    static const CoDeliveryKind kind = {CO_MANIFEST_NAME, NULL};
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    if (delivery == NULL)
        return false;
    g_autoptr(CoAgenda) agenda = co_agenda_of_plan(context->campaign, context->plan);
    g_autofree int *group_of_person = co_plan_groups_of_people(context->plan, context->campaign);
    g_autoptr(GHashTable) names = co_file_names_new();
    const Publication publication = {context, texts, delivery, agenda, group_of_person, names};
    return write_all(&publication, error) && co_delivery_commit(delivery, error);
}

bool co_output_documents_with(const CoOutputContext *context, const CoDocumentOptions *options,
                              const char *folder, GError **error)
{
    g_return_val_if_fail(context != NULL && context->campaign != NULL, false);
    g_return_val_if_fail(context->plan != NULL && context->report != NULL, false);
    g_return_val_if_fail(context->report->n_violations == 0, false);
    g_return_val_if_fail(folder != NULL && *folder != '\0' && options != NULL, false);
    if (options->texts != NULL)
        return publish(context, options->texts, folder, error);
    g_autoptr(CoTexts) shipped = co_texts_load(NULL, error);
    return shipped != NULL && publish(context, shipped, folder, error);
}

bool co_output_documents(const CoOutputContext *context, const char *folder, GError **error)
{
    const CoDocumentOptions options = CO_DOCUMENT_OPTIONS_INIT;
    return co_output_documents_with(context, &options, folder, error);
}

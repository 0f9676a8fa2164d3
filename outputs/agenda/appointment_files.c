/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appointment_files.h"

#include <string.h>

#include "appointments.h"
#include "outputs/kit/file_names.h"
#include "outputs/words/names.h"

/* One file to write, and for whom. */
typedef struct File {
    const char *folder, *name, *title, *recipient, *reader;
    char **notes; /* one per entry, or NULL */
} File;

static bool any_event(const CoCampaign *campaign, const CoAgenda *agenda)
{
    for (int i = 0; i < agenda->n_entries; i++)
        if (co_appointments_has_event(campaign, &agenda->entries[i]))
            return true;
    return false;
}

static bool write_file(const CoPublication *publication, const File *file, const CoAgenda *agenda,
                       GError **error)
{
    if (!any_event(publication->context->campaign, agenda))
        return true;
    const CoAppointments appointments = {.context = publication->context,
                                         .method = CO_APPOINTMENTS_PUBLISH,
                                         .version = publication->context->plan->version,
                                         .title = file->title,
                                         .reader = file->reader,
                                         .notes = (const char *const *)file->notes};
    g_autofree char *path = co_file_path(file->folder, file->name, ".ics");
    char *text = co_appointments_text(&appointments, agenda->entries, agenda->n_entries);
    g_autoptr(GBytes) data = g_bytes_new_take(text, strlen(text));
    return co_publication_write(publication, path, data, file->recipient, error);
}

static bool write_group(const CoPublication *publication, int group_idx, GError **error)
{
    const CoGroup *group = &publication->context->plan->groups[group_idx];
    g_autoptr(CoAgenda) agenda =
        co_agenda_of_group(publication->context->campaign, publication->context->plan, group_idx);
    g_autofree char *title = g_strdup_printf("Formation – groupe %s", group->code);
    g_autofree char *recipient = g_strdup_printf("Membres et formateurs du groupe %s", group->code);
    const File file = {"groupes", publication->names.groups[group_idx], title, recipient, "", NULL};
    return write_file(publication, &file, agenda, error);
}

static bool write_trainer(const CoPublication *publication, int trainer_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    g_autoptr(CoAgenda) agenda = co_agenda_of_trainer(publication->context->plan, trainer_idx);
    g_autofree char *name = co_name_trainer(campaign, trainer_idx);
    g_autofree char *title = g_strdup_printf("Formations de %s", name);
    const File file = {"formateurs", publication->names.trainers[trainer_idx], title, name, "",
                       NULL};
    return write_file(publication, &file, agenda, error);
}

static bool attends(const CoPublication *publication, const CoEntry *entry, int person_idx)
{
    const CoCampaign *campaign = publication->context->campaign;
    if (entry->group_idx >= 0)
        return publication->group_of_person[person_idx] == entry->group_idx;
    return campaign->people[person_idx].path_idx == co_agenda_path(campaign, entry) &&
           co_campaign_person_is_planned(campaign, person_idx);
}

static void append_name(GString *text, const char *name)
{
    g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", name);
}

/* Those of a school who teach are away as well. */
static void append_teaching(GString *text, const CoOutputContext *context, const CoEntry *entry,
                            int establishment_idx)
{
    const CoCampaign *campaign = context->campaign;
    for (int k = 0; k < 2 && entry->group_idx >= 0; k++) {
        int trainer_idx = context->plan->groups[entry->group_idx].trainer_idx[k];
        if (trainer_idx < 0 ||
            campaign->trainers[trainer_idx].establishment_idx != establishment_idx)
            continue;
        g_autofree char *name = co_name_trainer(campaign, trainer_idx);
        g_autofree char *label = g_strdup_printf("%s (formation donnée)", name);
        append_name(text, label);
    }
}

/* @return (transfer full) "Personnel concerné : A, B"; NULL when nobody of the school is taken */
static char *staff_note(const CoPublication *publication, const CoEntry *entry,
                        int establishment_idx)
{
    const CoCampaign *campaign = publication->context->campaign;
    int n_people;
    const int *people = co_publication_staff(publication, establishment_idx, &n_people);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < n_people; i++) {
        if (!attends(publication, entry, people[i]))
            continue;
        g_autofree char *name = co_name_person(campaign, people[i]);
        append_name(text, name);
    }
    append_teaching(text, publication->context, entry, establishment_idx);
    return text->len == 0 ? NULL : g_strdup_printf("Personnel concerné : %s", text->str);
}

static bool write_school(const CoPublication *publication, int establishment_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoAgenda *whole = publication->agenda;
    const char *uai = campaign->establishments[establishment_idx].uai;
    g_autofree CoEntry *entries = g_new(CoEntry, (gsize)whole->n_entries + 1);
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    CoAgenda agenda = {0, entries};
    for (int i = 0; i < whole->n_entries; i++) {
        char *note = staff_note(publication, &whole->entries[i], establishment_idx);
        if (note == NULL)
            continue;
        entries[agenda.n_entries++] = whole->entries[i];
        g_ptr_array_add(notes, note);
    }
    g_autofree char *name = co_name_establishment(campaign, establishment_idx);
    g_autofree char *title = g_strdup_printf("Formations du personnel – %s", name);
    g_autofree char *recipient = g_strdup_printf("Direction : %s", name);
    const File file = {.folder = "etablissements",
                       .name = publication->names.schools[establishment_idx],
                       .title = title,
                       .recipient = recipient,
                       .reader = uai,
                       .notes = (char **)notes->pdata};
    return write_file(publication, &file, &agenda, error);
}

bool co_appointments_publish(const CoPublication *publication, GError **error)
{
    const CoOutputContext *context = publication->context;
    for (int i = 0; i < context->plan->n_groups; i++)
        if (co_publication_wants(publication, CO_READER_GROUP, i) &&
            !write_group(publication, i, error))
            return false;
    for (int i = 0; i < context->campaign->n_trainers; i++)
        if (co_publication_wants(publication, CO_READER_TRAINER, i) &&
            !write_trainer(publication, i, error))
            return false;
    for (int i = 0; i < context->campaign->n_establishments; i++)
        if (co_publication_wants(publication, CO_READER_SCHOOL, i) &&
            !write_school(publication, i, error))
            return false;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appointment_files.h"

#include <string.h>

#include "appointments.h"
#include "outputs/kit/file_names.h"
#include "outputs/words/names.h"

typedef struct Files {
    const CoOutputContext *context;
    CoDelivery *delivery;
    GHashTable *names;
    int *group_of_person;
} Files;

/* One file to write, and for whom. */
typedef struct File {
    const char *folder, *code, *title, *recipient, *reader;
    char **notes; /* one per entry, or NULL */
} File;

static bool any_event(const CoCampaign *campaign, const CoAgenda *agenda)
{
    for (int i = 0; i < agenda->n_entries; i++)
        if (co_appointments_has_event(campaign, &agenda->entries[i]))
            return true;
    return false;
}

static bool write_file(const Files *files, const File *file, const CoAgenda *agenda, GError **error)
{
    /* The name is taken even when nothing is written: names stand on codes alone. */
    g_autofree char *name = co_file_names_take(files->names, file->folder, file->code, ".ics");
    if (!any_event(files->context->campaign, agenda))
        return true;
    const CoAppointments appointments = {.context = files->context,
                                         .method = CO_APPOINTMENTS_PUBLISH,
                                         .version = files->context->plan->version,
                                         .title = file->title,
                                         .reader = file->reader,
                                         .notes = (const char *const *)file->notes};
    char *text = co_appointments_text(&appointments, agenda->entries, agenda->n_entries);
    g_autoptr(GBytes) data = g_bytes_new_take(text, strlen(text));
    if (!co_delivery_write(files->delivery, name, text, strlen(text), error))
        return false;
    co_delivery_record(files->delivery, name, file->recipient, data);
    return true;
}

static bool write_group(const Files *files, int group_idx, GError **error)
{
    const CoGroup *group = &files->context->plan->groups[group_idx];
    g_autoptr(CoAgenda) agenda =
        co_agenda_of_group(files->context->campaign, files->context->plan, group_idx);
    g_autofree char *title = g_strdup_printf("Formation – groupe %s", group->code);
    g_autofree char *recipient = g_strdup_printf("Membres et formateurs du groupe %s", group->code);
    const File file = {"groupes", group->code, title, recipient, "", NULL};
    return write_file(files, &file, agenda, error);
}

CoAgenda *co_appointments_of_trainer(const CoPlan *plan, int trainer_idx)
{
    g_return_val_if_fail(plan != NULL && trainer_idx >= 0, NULL);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(CoEntry));
    for (int g = 0; g < plan->n_groups; g++) {
        const CoGroup *group = &plan->groups[g];
        if (group->trainer_idx[0] != trainer_idx && group->trainer_idx[1] != trainer_idx)
            continue;
        for (int m = 0; m < group->n_meetings; m++) {
            const CoMeeting *meeting = &group->meetings[m];
            const CoEntry entry = {g, meeting->module_idx, meeting->day, meeting->halves};
            g_array_append_val(entries, entry);
        }
    }
    CoAgenda *agenda = g_new0(CoAgenda, 1);
    agenda->n_entries = (int)entries->len;
    agenda->entries = (CoEntry *)(void *)g_array_free(entries, FALSE);
    co_agenda_sort(plan, agenda->entries, agenda->n_entries);
    return agenda;
}

static bool write_trainer(const Files *files, int trainer_idx, GError **error)
{
    const CoCampaign *campaign = files->context->campaign;
    g_autoptr(CoAgenda) agenda = co_appointments_of_trainer(files->context->plan, trainer_idx);
    g_autofree char *name = co_name_trainer(campaign, trainer_idx);
    g_autofree char *title = g_strdup_printf("Formations de %s", name);
    const File file = {"formateurs", campaign->trainers[trainer_idx].code, title, name, "", NULL};
    return write_file(files, &file, agenda, error);
}

static bool attends(const Files *files, const CoEntry *entry, int person_idx)
{
    const CoCampaign *campaign = files->context->campaign;
    if (entry->group_idx >= 0)
        return files->group_of_person[person_idx] == entry->group_idx;
    return campaign->people[person_idx].path_idx == co_agenda_path(campaign, entry) &&
           co_campaign_person_is_planned(campaign, person_idx);
}

/* @return (transfer full) "Personnel concerné : A, B"; NULL when nobody of the school attends */
static char *staff_note(const Files *files, const CoEntry *entry, int establishment_idx)
{
    const CoCampaign *campaign = files->context->campaign;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < campaign->n_people; i++) {
        if (campaign->people[i].establishment_idx != establishment_idx || !attends(files, entry, i))
            continue;
        g_autofree char *name = co_name_person(campaign, i);
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", name);
    }
    return text->len == 0 ? NULL : g_strdup_printf("Personnel concerné : %s", text->str);
}

static bool write_school(const Files *files, const CoAgenda *whole, int establishment_idx,
                         GError **error)
{
    const char *uai = files->context->campaign->establishments[establishment_idx].uai;
    g_autofree CoEntry *entries = g_new(CoEntry, (gsize)whole->n_entries + 1);
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    CoAgenda agenda = {0, entries};
    for (int i = 0; i < whole->n_entries; i++) {
        char *note = staff_note(files, &whole->entries[i], establishment_idx);
        if (note == NULL)
            continue;
        entries[agenda.n_entries++] = whole->entries[i];
        g_ptr_array_add(notes, note);
    }
    g_autofree char *name = co_name_establishment(files->context->campaign, establishment_idx);
    g_autofree char *title = g_strdup_printf("Formations du personnel – %s", name);
    g_autofree char *recipient = g_strdup_printf("Direction : %s", name);
    const File file = {"etablissements", uai, title, recipient, uai, (char **)notes->pdata};
    return write_file(files, &file, &agenda, error);
}

bool co_appointment_files_write(const CoOutputContext *context, CoDelivery *delivery,
                                GHashTable *names, GError **error)
{
    g_return_val_if_fail(context != NULL && delivery != NULL && names != NULL, false);
    g_autofree int *group_of_person = co_plan_groups_of_people(context->plan, context->campaign);
    const Files files = {context, delivery, names, group_of_person};
    g_autoptr(CoAgenda) whole = co_agenda_of_plan(context->campaign, context->plan);
    for (int i = 0; i < context->plan->n_groups; i++)
        if (!write_group(&files, i, error))
            return false;
    for (int i = 0; i < context->campaign->n_trainers; i++)
        if (!write_trainer(&files, i, error))
            return false;
    for (int i = 0; i < context->campaign->n_establishments; i++)
        if (!write_school(&files, whole, i, error))
            return false;
    return true;
}

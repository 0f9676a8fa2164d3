/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agendas.h"

#include <string.h>

#include "cohorte/text.h"
#include "ics_busy.h"
#include "inputs/import_context.h"
#include "territories.h"

typedef struct File {
    char *path;
    char *label; /* "agendas/F1.ics" */
    char *stem;
    GArray *trainers; /* of int, whose agenda it is */
} File;

struct CoAgendas {
    GPtrArray *files;  /* of File, by name */
    GPtrArray *others; /* labels of what is no .ics, by name */
};

static void file_free(gpointer data)
{
    File *file = data;
    g_array_unref(file->trainers);
    g_free(file->stem);
    g_free(file->label);
    g_free(file->path);
    g_free(file);
}

static bool is_agenda(const char *name)
{
    const char *dot = strrchr(name, '.');
    return *name != '.' && dot != NULL && g_ascii_strcasecmp(dot, ".ics") == 0;
}

static File *file_new(const char *folder, const char *name)
{
    File *file = g_new0(File, 1);
    g_autofree char *shown = g_filename_display_name(name);
    file->path = g_build_filename(folder, name, NULL);
    file->label = g_strconcat("agendas/", shown, NULL);
    file->stem = g_strndup(shown, (gsize)(strrchr(shown, '.') - shown));
    file->trainers = g_array_new(FALSE, FALSE, sizeof(int));
    return file;
}

static int compare_files(gconstpointer a, gconstpointer b)
{
    const File *first = *(File *const *)a, *second = *(File *const *)b;
    return strcmp(first->path, second->path);
}

static int compare_labels(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_other(CoAgendas *agendas, const char *name)
{
    g_autofree char *shown = g_filename_display_name(name);
    g_ptr_array_add(agendas->others, g_strconcat("agendas/", shown, NULL));
}

CoAgendas *co_agendas_list(const char *folder)
{
    CoAgendas *agendas = g_new0(CoAgendas, 1);
    agendas->files = g_ptr_array_new_with_free_func(file_free);
    agendas->others = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = g_build_filename(folder, "agendas", NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (is_agenda(name))
            g_ptr_array_add(agendas->files, file_new(path, name));
        else if (*name != '.' && *name != '~' && strchr(name, '.') != NULL)
            add_other(agendas, name);
    g_ptr_array_sort(agendas->others, compare_labels);
    g_ptr_array_sort(agendas->files, compare_files);
    return agendas;
}

void co_agendas_free(CoAgendas *agendas)
{
    if (agendas == NULL)
        return;
    g_ptr_array_unref(agendas->files);
    g_ptr_array_unref(agendas->others);
    g_free(agendas);
}

static void claim(File *file, int trainer_idx)
{
    for (guint i = 0; i < file->trainers->len; i++)
        if (g_array_index(file->trainers, int, i) == trainer_idx)
            return;
    g_array_append_val(file->trainers, trainer_idx);
}

bool co_agendas_claim(CoAgendas *agendas, const char *name, int trainer_idx)
{
    g_return_val_if_fail(agendas != NULL && name != NULL, false);
    g_autofree char *wanted = co_text_fold(name);
    if (g_str_has_suffix(wanted, ".ics"))
        wanted[strlen(wanted) - strlen(".ics")] = '\0';
    bool found = false;
    for (guint i = 0; i < agendas->files->len; i++) {
        File *file = agendas->files->pdata[i];
        g_autofree char *stem = co_text_fold(file->stem);
        if (strcmp(stem, wanted) != 0)
            continue;
        claim(file, trainer_idx);
        found = true;
    }
    return found;
}

static void claim_by_name(CoImport *import, File *file)
{
    g_autofree char *email = g_utf8_strdown(file->stem, -1);
    int by_code = co_keys_find(import->trainers, file->stem);
    int by_email = co_keys_find(import->trainer_emails, email);
    if (by_code >= 0)
        claim(file, by_code);
    if (by_email >= 0)
        claim(file, by_email);
}

/* Whoever is trained too is away all the same. */
static void append_to_participant(CoImport *import, const CoTrainer *trainer,
                                  const CoHalfDays *half_days)
{
    CoCampaign *campaign = import->campaign;
    for (int i = 0; *trainer->email != '\0' && i < campaign->n_people; i++)
        if (strcmp(campaign->people[i].email, trainer->email) == 0)
            co_half_days_append(half_days, campaign, &campaign->people[i].spans,
                                &campaign->people[i].n_spans);
}

static void read_for(CoImport *import, const File *file, const CoIcsText *text, int trainer_idx)
{
    CoCampaign *campaign = import->campaign;
    CoTrainer *trainer = &campaign->trainers[trainer_idx];
    const char *academy =
        trainer->academy_idx >= 0 ? campaign->academies[trainer->academy_idx].name : "";
    g_autoptr(CoHalfDays) half_days = co_half_days_new(&campaign->parameters);
    co_ics_busy_read(text, &campaign->parameters, co_territory_of_academy(academy)->clock,
                     half_days, import->problems);
    co_half_days_append(half_days, campaign, &trainer->spans, &trainer->n_spans);
    append_to_participant(import, trainer, half_days);
    int n = co_half_days_count(half_days);
    co_import_report(import,
                     (CoProblem){.severity = n > 0 ? CO_SEVERITY_NOTICE : CO_SEVERITY_WARNING,
                                 .code = CO_PROBLEM_AGENDA_READ,
                                 .file = file->label,
                                 .value = trainer->code,
                                 .number = n});
}

static void report_unused(CoImport *import, const File *file)
{
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_WARNING,
                                         .code = CO_PROBLEM_AGENDA_UNUSED,
                                         .action = CO_ACTION_FILE_OUT,
                                         .file = file->label,
                                         .detail = co_keys_closest(import->trainers, file->stem)});
}

static void report_other(CoImport *import, const char *label)
{
    co_import_report(import, (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                         .code = CO_PROBLEM_FILE_FORMAT,
                                         .action = CO_ACTION_FILE_OUT,
                                         .file = label,
                                         .value = strrchr(label, '.') + 1,
                                         .detail = "ics"});
}

static void read_file(CoImport *import, File *file)
{
    claim_by_name(import, file);
    if (file->trainers->len == 0) {
        report_unused(import, file);
        return;
    }
    g_autoptr(CoIcsText) text =
        co_ics_text_load(file->path, file->label, CO_ICS_PRIVATE, import->problems);
    for (guint i = 0; text != NULL && i < file->trainers->len; i++)
        read_for(import, file, text, g_array_index(file->trainers, int, i));
}

void co_agendas_read(CoImport *import)
{
    g_return_if_fail(import != NULL);
    for (guint i = 0; i < import->agendas->files->len; i++)
        read_file(import, import->agendas->files->pdata[i]);
    for (guint i = 0; i < import->agendas->others->len; i++)
        report_other(import, import->agendas->others->pdata[i]);
}

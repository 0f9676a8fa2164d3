/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda.h"

#include <string.h>

void co_agenda_free(CoAgenda *agenda)
{
    if (agenda == NULL)
        return;
    g_free(agenda->entries);
    g_free(agenda);
}

static int compare_ints(int a, int b)
{
    return (a > b) - (a < b);
}

static int compare_days(CoDay a, CoDay b)
{
    if (a == CO_DAY_NONE || b == CO_DAY_NONE)
        return (a == CO_DAY_NONE) - (b == CO_DAY_NONE);
    return compare_ints(a, b);
}

/* A whole day comes with the mornings. */
static bool is_afternoon(CoHalves halves)
{
    return halves == CO_HALF_PM;
}

static const char *group_code(const CoPlan *plan, const CoEntry *entry)
{
    return entry->group_idx < 0 ? "" : plan->groups[entry->group_idx].code;
}

static int compare_entries(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoEntry *a = left, *b = right;
    int order = compare_days(a->day, b->day);
    if (order == 0)
        order = compare_ints(is_afternoon(a->halves), is_afternoon(b->halves));
    if (order == 0)
        order = strcmp(group_code(data, a), group_code(data, b));
    return order != 0 ? order : compare_ints(a->module_idx, b->module_idx);
}

void co_agenda_sort(const CoPlan *plan, CoEntry *entries, int n_entries)
{
    g_return_if_fail(plan != NULL && n_entries >= 0);
    if (n_entries > 1)
        g_qsort_with_data(entries, n_entries, sizeof *entries, compare_entries, (gpointer)plan);
}

static CoAgenda *agenda_take(const CoPlan *plan, GArray *entries)
{
    CoAgenda *agenda = g_new0(CoAgenda, 1);
    agenda->n_entries = (int)entries->len;
    agenda->entries = (CoEntry *)(void *)g_array_free(entries, FALSE);
    co_agenda_sort(plan, agenda->entries, agenda->n_entries);
    return agenda;
}

static void add_meetings(GArray *entries, const CoPlan *plan, int group_idx)
{
    const CoGroup *group = &plan->groups[group_idx];
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        const CoEntry entry = {group_idx, meeting->module_idx, meeting->day, meeting->halves};
        g_array_append_val(entries, entry);
    }
}

static CoHalves webinar_halves(const CoModule *module)
{
    if (module->half_days == 2)
        return CO_HALF_BOTH;
    return module->moment == CO_MOMENT_PM ? CO_HALF_PM : CO_HALF_AM;
}

/* Modules that a path has at no group's own date. */
static void add_undated_modules(GArray *entries, const CoCampaign *campaign, int path_idx,
                                bool with_self_study)
{
    const CoPath *path = &campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++) {
        const CoModule *module = &campaign->modules[path->module_idx[i]];
        if (module->mode == CO_MODE_WEBINAR) {
            const CoEntry entry = {-1, path->module_idx[i], module->earliest,
                                   webinar_halves(module)};
            g_array_append_val(entries, entry);
        } else if (module->mode == CO_MODE_SELF_STUDY && with_self_study) {
            const CoEntry entry = {-1, path->module_idx[i], module->latest, CO_HALF_BOTH};
            g_array_append_val(entries, entry);
        }
    }
}

CoAgenda *co_agenda_of_plan(const CoCampaign *campaign, const CoPlan *plan)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL, NULL);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(CoEntry));
    for (int i = 0; i < plan->n_groups; i++)
        add_meetings(entries, plan, i);
    for (int i = 0; i < campaign->n_paths; i++)
        add_undated_modules(entries, campaign, i, false);
    return agenda_take(plan, entries);
}

CoAgenda *co_agenda_of_group(const CoCampaign *campaign, const CoPlan *plan, int group_idx)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL, NULL);
    g_return_val_if_fail(group_idx >= 0 && group_idx < plan->n_groups, NULL);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(CoEntry));
    add_meetings(entries, plan, group_idx);
    add_undated_modules(entries, campaign, plan->groups[group_idx].path_idx, true);
    return agenda_take(plan, entries);
}

CoMode co_agenda_mode(const CoCampaign *campaign, const CoEntry *entry)
{
    return campaign->modules[entry->module_idx].mode;
}

int co_agenda_path(const CoCampaign *campaign, const CoEntry *entry)
{
    return campaign->modules[entry->module_idx].path_idx;
}

int co_agenda_n_attending(const CoCampaign *campaign, const CoPlan *plan, const CoEntry *entry)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && entry != NULL, 0);
    if (entry->group_idx >= 0)
        return plan->groups[entry->group_idx].n_members;
    int path_idx = co_agenda_path(campaign, entry), n = 0;
    for (int i = 0; i < campaign->n_people; i++)
        n += campaign->people[i].path_idx == path_idx && co_campaign_person_is_planned(campaign, i);
    return n;
}

bool co_agenda_uses_fm1(const CoCampaign *campaign, int path_idx)
{
    g_return_val_if_fail(campaign != NULL && path_idx >= 0, false);
    const CoPath *path = &campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++)
        if (campaign->modules[path->module_idx[i]].fm1)
            return true;
    return false;
}

static bool needs_workstations(const CoCampaign *campaign, const CoPath *path)
{
    for (int i = 0; i < path->n_modules; i++) {
        const CoModule *module = &campaign->modules[path->module_idx[i]];
        if (module->fm1 && module->mode == CO_MODE_IN_PERSON)
            return true;
    }
    return false;
}

int co_agenda_places(const CoCampaign *campaign, const CoGroup *group)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, -1);
    if (group->room_idx < 0)
        return -1;
    const CoRoom *room = &campaign->rooms[group->room_idx];
    return needs_workstations(campaign, &campaign->paths[group->path_idx])
               ? MIN(room->seats, room->workstations)
               : room->seats;
}

int co_agenda_capacity(const CoCampaign *campaign, const CoGroup *group)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, 0);
    int max_size = campaign->paths[group->path_idx].max_size;
    int places = co_agenda_places(campaign, group);
    return places < 0 ? max_size : MIN(max_size, places);
}

int co_agenda_start_min(const CoParameters *parameters, CoHalves halves)
{
    return halves == CO_HALF_PM ? parameters->afternoon_start_min : parameters->morning_start_min;
}

int co_agenda_end_min(const CoParameters *parameters, CoHalves halves)
{
    return halves == CO_HALF_AM ? parameters->morning_end_min : parameters->afternoon_end_min;
}

char *co_agenda_clock(int minutes)
{
    return g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
}

static char *one_half(const CoParameters *parameters, CoHalves half)
{
    g_autofree char *start = co_agenda_clock(co_agenda_start_min(parameters, half));
    g_autofree char *end = co_agenda_clock(co_agenda_end_min(parameters, half));
    return g_strdup_printf("%s-%s", start, end);
}

char *co_agenda_timetable(const CoParameters *parameters, CoHalves halves)
{
    g_return_val_if_fail(parameters != NULL, NULL);
    if (halves != CO_HALF_BOTH)
        return one_half(parameters, halves);
    g_autofree char *morning = one_half(parameters, CO_HALF_AM);
    g_autofree char *afternoon = one_half(parameters, CO_HALF_PM);
    return g_strdup_printf("%s et %s", morning, afternoon);
}

int co_agenda_n_halves(CoHalves halves)
{
    return halves == CO_HALF_BOTH ? 2 : 1;
}

CoAgenda *co_agenda_of_trainer(const CoPlan *plan, int trainer_idx)
{
    g_return_val_if_fail(plan != NULL && trainer_idx >= 0, NULL);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(CoEntry));
    for (int g = 0; g < plan->n_groups; g++) {
        const CoGroup *group = &plan->groups[g];
        if (!co_group_is_taught_by(group, trainer_idx))
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
